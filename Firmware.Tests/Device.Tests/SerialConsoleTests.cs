using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Service;
using Firmware.Device.Drivers;

namespace Device.Tests;

/// <summary>A console whose port breaks never throws into a scan.</summary>
[TestClass]
public class SerialConsoleTests : BoardTest
{
    private readonly byte[] _into = new byte[16];
    private readonly Troubles _troubles = new();

    [TestMethod]
    public void WhatIsTypedIsReadAndWhatIsWrittenIsSent()
    {
        SerialConsole console = Open();
        Hardware.Uart("COM3").Send("ab"u8);
        UnitTime.Advance(1000);
        Assert.AreEqual(2, console.Read(_into, 16));
        Assert.AreEqual((byte)'b', _into[1]);
        console.Write("xyz"u8.ToArray(), 1, 2);
        UnitTime.Advance(1000);
        Assert.IsTrue(Hardware.Uart("COM3").TryTake(out byte first));
        Assert.AreEqual((byte)'y', first);
        Assert.AreEqual(0, _troubles.CountAt(TroublePlace.ConsolePort));
    }

    [TestMethod]
    public void ABrokenPortIsCountedAndNothingThrows()
    {
        SerialConsole console = Open();
        Hardware.Uart("COM3").Send("ab"u8);
        UnitTime.Advance(1000);
        Hardware.Uart("COM3").Driver = UartDriver.Fails;
        Assert.AreEqual(0, console.Read(_into, 16));
        console.Write(_into, 0, 1);
        Assert.AreEqual(2, _troubles.CountAt(TroublePlace.ConsolePort));
        Hardware.Uart("COM3").Driver = UartDriver.Works;
        Assert.AreEqual(2, console.Read(_into, 16), "a port that works again is used again");
    }

    [TestMethod]
    public void APortThatDoesNotOpenLeavesNoConsole()
    {
        var console = new SerialConsole(_troubles);
        console.Open("COM1");
        Assert.AreEqual(0, console.Read(_into, 16));
        console.Write(_into, 0, 1);
        Assert.AreEqual(1, _troubles.CountAt(TroublePlace.ConsolePort), "the opening");
    }

    private SerialConsole Open()
    {
        Wiring.MapPorts();
        var console = new SerialConsole(_troubles);
        console.Open("COM3");
        return console;
    }
}
