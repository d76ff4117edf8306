using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>The power meter's register map, and its answers one after the other.</summary>
[TestClass]
public class PowerMeterTests
{
    /// <summary>229.8, 230.1 and 0 V; 15,900, 16,000 and 0 mA; 5,000, 5,500 and −1 W; 10,499 W in all; 54,321 Wh.</summary>
    private const string Reply = "02 03 26 08 FA 08 FD 00 00 00 00 3E 1C 00 00 3E 80 00 00 00 00 00 00 13 88 00 00 15 7C FF FF FF FF 00 00 29 03 00 00 D4 31";

    [TestMethod]
    public void GoodReply_GivesEveryPhase()
    {
        Readings readings = Taken(Reply + " 00 00");
        Assert.AreEqual(229800, readings.ValueOf(Signal.Voltage1));
        Assert.AreEqual(230100, readings.ValueOf(Signal.Voltage2));
        Assert.AreEqual(0, readings.ValueOf(Signal.Voltage3));
        Assert.AreEqual(15900, readings.ValueOf(Signal.Current1));
        Assert.AreEqual(16000, readings.ValueOf(Signal.Current2));
        Assert.AreEqual(0, readings.ValueOf(Signal.Current3));
        Assert.AreEqual(10499, readings.ValueOf(Signal.Power));
        Assert.AreEqual(54321, readings.ValueOf(Signal.Energy));
    }

    [TestMethod]
    public void Missed_IsAllThatTheMeterGives()
    {
        Readings readings = Taken(Reply + " 00 00");
        PowerMeter.Miss(readings, NoDataReason.BusError);
        for (int signal = Signal.Power; signal <= Signal.Energy; signal++)
        {
            Assert.AreEqual(6, (int)readings.ReasonOf(signal));
        }

        Assert.AreEqual(1, (int)readings.ReasonOf(Signal.CardPresent));
        Assert.AreEqual(1, (int)readings.ReasonOf(Signal.Temperature));
    }

    /// <summary>One bad answer is not shown, the third in a row is; a good one is taken at once.</summary>
    [TestMethod]
    [DataRow(1, 4)]
    [DataRow(3, 6)]
    public void ThirdBadAnswer_GivesTheReadingsUp(int verdict, int reason)
    {
        var bad = (ModbusVerdict)verdict;
        var watch = new PowerWatch();
        var readings = new Readings();
        byte[] reply = Text.Hex(Reply + " 00 00");
        watch.Take(bad, reply, readings);
        watch.Take(bad, reply, readings);
        Assert.AreEqual(1, (int)readings.ReasonOf(Signal.Power));
        watch.Take(ModbusVerdict.Ok, reply, readings);
        Assert.AreEqual(10499, readings.ValueOf(Signal.Power));
        watch.Take(bad, reply, readings);
        watch.Take(bad, reply, readings);
        Assert.AreEqual(10499, readings.ValueOf(Signal.Power));
        watch.Take(bad, reply, readings);
        Assert.AreEqual(reason, (int)readings.ReasonOf(Signal.Power));
        watch.Take(ModbusVerdict.Ok, reply, readings);
        Assert.IsTrue(readings.Has(Signal.Power));
    }

    private static Readings Taken(string reply)
    {
        var readings = new Readings();
        PowerMeter.Take(Text.Hex(reply), readings);
        return readings;
    }
}
