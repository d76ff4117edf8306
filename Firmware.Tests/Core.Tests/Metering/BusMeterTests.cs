using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>The register map, and the reason for every verdict.</summary>
[TestClass]
public class BusMeterTests
{
    [TestMethod]
    public void GoodReply_GivesFlowAndTotal()
    {
        // 40,000 L/h and 100,000 L.
        Readings readings = Taken(ModbusVerdict.Ok, "01 03 0E 00 00 9C 40 00 01 86 A0 00 00 12 34 56 78 00 00");
        Assert.AreEqual(11111, readings.ValueOf(Signal.BusFlow));
        Assert.AreEqual(100000, readings.ValueOf(Signal.BusTotal));
        Assert.IsTrue(readings.Has(Signal.BusFlow));
    }

    [TestMethod]
    public void FlowBackwards_IsNegative()
    {
        // −3,600 L/h is −1,000 mL/s.
        Readings readings = Taken(ModbusVerdict.Ok, "01 03 0E FF FF F1 F0 00 00 00 07 00 00 00 00 00 00 00 00");
        Assert.AreEqual(-1000, readings.ValueOf(Signal.BusFlow));
        Assert.AreEqual(7, readings.ValueOf(Signal.BusTotal));
    }

    [TestMethod]
    public void NoReply_IsTimeout()
    {
        IsMissed(NoDataReason.Timeout, ModbusVerdict.NoReply);
    }

    [TestMethod]
    public void AnyBadReply_IsBusError()
    {
        IsMissed(NoDataReason.BusError, ModbusVerdict.Short);
        IsMissed(NoDataReason.BusError, ModbusVerdict.Crc);
        IsMissed(NoDataReason.BusError, ModbusVerdict.WrongAddress);
        IsMissed(NoDataReason.BusError, ModbusVerdict.WrongFunction);
        IsMissed(NoDataReason.BusError, ModbusVerdict.Exception);
        IsMissed(NoDataReason.BusError, ModbusVerdict.Trailing);
    }

    private static Readings Taken(ModbusVerdict verdict, string reply)
    {
        var readings = new Readings();
        BusMeter.Take(verdict, Text.Hex(reply), readings);
        return readings;
    }

    private static void IsMissed(NoDataReason reason, ModbusVerdict verdict)
    {
        Readings readings = Taken(verdict, "01 03 0E 00 00 9C 40 00 01 86 A0 00 00 12 34 56 78 00 00");
        Assert.IsFalse(readings.Has(Signal.BusFlow));
        Assert.AreEqual((int)reason, (int)readings.ReasonOf(Signal.BusFlow));
        Assert.AreEqual((int)reason, (int)readings.ReasonOf(Signal.BusTotal));
        Assert.AreEqual(0, readings.ValueOf(Signal.BusFlow));
    }
}
