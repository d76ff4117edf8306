using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>The register map.</summary>
[TestClass]
public class BusMeterTests
{
    [TestMethod]
    public void GoodReply_GivesFlowAndTotal()
    {
        // 40,000 L/h and 100,000 L.
        Readings readings = Taken("01 03 0E 00 00 9C 40 00 01 86 A0 00 00 12 34 56 78 00 00");
        Assert.AreEqual(11111, readings.ValueOf(Signal.BusFlow));
        Assert.AreEqual(100000, readings.ValueOf(Signal.BusTotal));
        Assert.IsTrue(readings.Has(Signal.BusFlow));
    }

    [TestMethod]
    public void FlowBackwards_IsNegative()
    {
        // −3,600 L/h is −1,000 mL/s.
        Readings readings = Taken("01 03 0E FF FF F1 F0 00 00 00 07 00 00 00 00 00 00 00 00");
        Assert.AreEqual(-1000, readings.ValueOf(Signal.BusFlow));
        Assert.AreEqual(7, readings.ValueOf(Signal.BusTotal));
    }

    [TestMethod]
    public void StatusAndSerialNumber_AreTaken()
    {
        Readings readings = Taken("01 03 0E 00 00 00 00 00 00 00 00 00 05 12 34 56 78 00 00");
        Assert.AreEqual(5, readings.ValueOf(Signal.BusStatus));
        Assert.AreEqual(0x12345678, readings.ValueOf(Signal.BusSerial));
    }

    [TestMethod]
    public void EveryBitSet_StaysWithinItsSignal()
    {
        Readings readings = Taken("01 03 0E FF FF FF FF FF FF FF FF FF FF FF FF FF FF 00 00");
        Assert.AreEqual(0, readings.ValueOf(Signal.BusFlow));
        Assert.AreEqual(-1, readings.ValueOf(Signal.BusTotal));
        Assert.AreEqual(65535, readings.ValueOf(Signal.BusStatus));
        Assert.AreEqual(-1, readings.ValueOf(Signal.BusSerial));
    }

    [TestMethod]
    public void Missed_IsAllThatTheMeterGives()
    {
        Readings readings = Taken("01 03 0E 00 00 9C 40 00 01 86 A0 00 00 12 34 56 78 00 00");
        BusMeter.Miss(readings, NoDataReason.NotFitted);
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.BusFlow));
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.BusTotal));
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.BusStatus));
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.BusSerial));
        Assert.AreEqual(0, readings.ValueOf(Signal.BusFlow));
    }

    private static Readings Taken(string reply)
    {
        var readings = new Readings();
        BusMeter.Take(Text.Hex(reply), readings);
        return readings;
    }
}
