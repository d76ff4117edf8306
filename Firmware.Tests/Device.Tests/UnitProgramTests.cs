using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Device.Tests;

/// <summary>The composed unit on its board.</summary>
[TestClass]
public class UnitProgramTests : BoardTest
{
    /// <summary>A channel of ADC2: reading it throws once Wi-Fi runs.</summary>
    private const int FailingChannel = 10;

    [TestMethod]
    public void TwentyScansThatFailOneAfterTheOtherRestartTheUnit()
    {
        BoardPins pins = Wiring.Pins();
        pins.SupplyChannel = FailingChannel;
        UnitProgram program = Compose(pins);
        int failedAtReboot = 0;
        void Note() => failedAtReboot = program.FailedScans;
        Hardware.RebootRequested += Note;
        new Thread(program.Run).Start();
        Until(() => failedAtReboot != 0, "a restart", stepMilliseconds: 50);
        Hardware.RebootRequested -= Note;
        Assert.AreEqual(20, failedAtReboot);
    }

    [TestMethod]
    public void AUnitWithASoundBoardScansOn()
    {
        UnitProgram program = Compose(Wiring.Pins());
        bool rebooted = false;
        void Note() => rebooted = true;
        Hardware.RebootRequested += Note;
        new Thread(program.Run).Start();
        Pass(20_000, 50);
        Hardware.RebootRequested -= Note;
        Assert.IsFalse(rebooted);
        Assert.AreEqual(0, program.FailedScans);
    }

    [TestMethod]
    public void AConsoleThatBreaksCostsNoScan()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(2000, 50);
        Hardware.Uart("COM3").Driver = UartDriver.Fails;
        Pass(5000, 50);
        Assert.AreEqual(0, program.FailedScans);
    }

    private static UnitProgram Compose(BoardPins pins)
    {
        Wiring.MapPorts();
        return UnitProgram.Compose(pins, new ChineseTexts(), new EnglishTexts());
    }
}
