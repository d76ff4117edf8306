using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Service;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>The bus's worker, and what the loop makes of it when port, driver or thread fail.</summary>
[TestClass]
public class BusPollerTests : BoardTest
{
    private readonly Readings _readings = new();
    private readonly Troubles _troubles = new();
    private PlatformClock _clock;
    private BusPoller _bus;
    private int _asked;

    [TestInitialize]
    public void Make()
    {
        _clock = new PlatformClock();
        _bus = new BusPoller(new Settings(), _clock, new Readings(), _troubles);
    }

    [TestMethod]
    public void APortThatDoesNotOpenIsABusErrorAtOnceAndStaysOne()
    {
        _bus.Open(Wiring.Pins()); // its pins were never mapped
        AssertMissing(NoDataReason.BusError);
        _bus.Start();
        Pass(10_000, 1000);
        AssertMissing(NoDataReason.BusError);
    }

    [TestMethod]
    public void APortThatOpensLaterIsReadThen()
    {
        _bus.Open(Wiring.Pins());
        AssertMissing(NoDataReason.BusError);
        Wiring.MapPorts();
        _bus.Start();
        AwaitFlow();
        Assert.AreEqual(0, _bus.Restarts);
    }

    [TestMethod]
    public void AnAnswerIsRead()
    {
        Run();
        AwaitFlow();
        Assert.AreEqual(0, _bus.Restarts);
    }

    [TestMethod]
    public void ASilentMeterIsATimeoutAndItsWorkerIsNotReplaced()
    {
        Run();
        Until(() => Reason() == NoDataReason.Timeout, "a time-out");
        for (int i = 0; i < 90; i++)
        {
            Pass(1000);
            _bus.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(0, _bus.Restarts);
    }

    [TestMethod]
    public void AHungDriverMakesTheLastAnswerATimeoutAfterFiveSeconds()
    {
        Run();
        AwaitFlow();
        Hardware.Uart("COM2").Driver = UartDriver.Hangs;
        Pass(3500);
        Assert.AreEqual(NoDataReason.None, Reason());
        Pass(2500);
        AssertMissing(NoDataReason.Timeout);
    }

    [TestMethod]
    public void AHungWorkerIsReplacedAndItsSuccessorReads()
    {
        Run();
        AwaitFlow();
        Hardware.Uart("COM2").Driver = UartDriver.Hangs;
        Pass(55_000, 1000);
        _bus.Supervise(_clock.UptimeMs);
        Assert.AreEqual(0, _bus.Restarts);
        Pass(10_000, 1000);
        _bus.Supervise(_clock.UptimeMs);
        Assert.AreEqual(1, _bus.Restarts);
        AssertMissing(NoDataReason.Timeout);
        Hardware.Uart("COM2").Driver = UartDriver.Works; // the old worker comes back, to a port that is not its own any more
        AwaitFlow();
        for (int i = 0; i < 65; i++)
        {
            Answer();
            Pass(1000);
            _bus.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(1, _bus.Restarts);
        Assert.IsLessThanOrEqualTo(1, _troubles.Count, "what the old worker meets whose port was closed, and no more");
        AwaitFlow();
    }

    [TestMethod]
    public void ADriverThatHangsForGoodIsLeftAloneInTheEnd()
    {
        Run();
        Hardware.Uart("COM2").Driver = UartDriver.Hangs;
        for (int minute = 0; minute < 20; minute++)
        {
            Pass(61_000, 1000);
            _bus.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(3, _bus.Restarts);
        Assert.AreEqual(4, _bus.Warnings);
        Assert.IsTrue(_bus.IsDown);
        AssertMissing(NoDataReason.Timeout);
    }

    [TestMethod]
    public void APortThatThrowsIsABusErrorAndRecovers()
    {
        Run();
        AwaitFlow();
        Hardware.Uart("COM2").Driver = UartDriver.Fails;
        Until(() => Reason() == NoDataReason.BusError, "a bus error");
        Hardware.Uart("COM2").Driver = UartDriver.Works;
        AwaitFlow();
    }

    private void Run()
    {
        Wiring.MapPorts();
        _bus.Open(Wiring.Pins());
        Assert.AreEqual(NoDataReason.NotYet, Reason());
        _bus.Start();
    }

    /// <summary>40 m³/h, as soon as a whole question is there.</summary>
    private void AwaitFlow()
    {
        Until(
            () =>
            {
                Answer();
                return Reason() == NoDataReason.None;
            },
            "an answer of the meter");
        Assert.AreEqual(11111, _readings.ValueOf(Signal.BusFlow));
    }

    private void Answer()
    {
        while (Hardware.Uart("COM2").TryTake(out _))
        {
            _asked++;
        }

        if (_asked >= ModbusFrame.RequestBytes)
        {
            _asked = 0;
            byte[] reply = [1, 3, 14, 0x00, 0x00, 0x9C, 0x40, 0x00, 0x01, 0xE2, 0x40, 0, 0, 0, 0, 0, 1, 0, 0];
            int crc = ModbusFrame.Crc(reply, reply.Length - 2);
            reply[^2] = (byte)crc;
            reply[^1] = (byte)(crc >> 8);
            Hardware.Uart("COM2").Send(reply);
        }
    }

    private NoDataReason Reason()
    {
        _bus.Read(_readings);
        return _readings.ReasonOf(Signal.BusFlow);
    }

    private void AssertMissing(NoDataReason reason)
    {
        Assert.AreEqual(reason, Reason());
        Assert.AreEqual(reason, _readings.ReasonOf(Signal.BusTotal));
    }
}
