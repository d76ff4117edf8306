using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Core.Tests.Faults;

/// <summary>
/// What comes in damaged, from bytes and counts to the fault that is raised: the right one and no other, and no check ever throws. Whole numbers cannot be "not a
/// number"; its bit patterns can stand in a register, and a division is where it would begin.
/// </summary>
[TestClass]
public class BadInputTests
{
    private const int Address = 1;
    private const int NoFault = 0;
    private static readonly byte[] s_frame = new byte[64];

    /// <summary>One kind of answer a second for five minutes, at rest; the rows that are raised then, all of them.</summary>
    [TestMethod]
    [DataRow("good", "")]
    [DataRow("silence", "202")]
    [DataRow("half", "202 203")]
    [DataRow("damaged", "202 203")]
    [DataRow("glued", "202 203")]
    [DataRow("other-address", "202 203")]
    [DataRow("other-function", "202 203")]
    [DataRow("other-map", "202 203")]
    [DataRow("exception", "202 203")]
    [DataRow("not-a-number", "207")]
    [DataRow("infinity", "207")]
    [DataRow("negative-total", "")] // without a sign: 4,294,966,796 L
    public void Answer_EndsInItsFault(string kind, string expected)
    {
        var bench = new SiteBench();
        var watch = new BusWatch();
        Answer("good", bench, watch);
        bench.Run(60);
        for (int second = 0; second < 300; second++)
        {
            Answer(kind, bench, watch);
            bench.Step(1000);
        }

        Assert.AreEqual(expected, RaisedCodes(bench));
    }

    /// <summary>A counter that begins again counts from there: the volume never falls.</summary>
    [TestMethod]
    public void PulseCounterThatGoesBack_InventsNoVolume()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        site.Scan(0, 1000);
        site.Scan(1000, 1001);
        long before = site.Meter.TotalMillilitres;
        site.Scan(2000, 5);
        site.Decide(2000);
        Assert.IsTrue(site.Meter.TotalMillilitres >= before);
        Assert.AreEqual(before + 50000, site.Meter.TotalMillilitres);
        site.Scan(3000, 6);
        Assert.AreEqual(before + 60000, site.Meter.TotalMillilitres);
        Assert.IsTrue(site.View.Readings.ValueOf(Signal.PulseFlow) >= 0);
    }

    /// <summary>2,147,483,647 L and one more: the register has no sign, and the total runs on. A step back to 12 L is a leap, told for its time.</summary>
    [TestMethod]
    public void BusTotalBeyondTheSign_RunsOn()
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusTotal, int.MaxValue);
        bench.Run(100);
        bench.View.Readings.Set(Signal.BusTotal, int.MinValue);
        bench.Run(300);
        Assert.AreEqual("", RaisedCodes(bench));
        bench.View.Readings.Set(Signal.BusTotal, 12);
        bench.Run(20);
        Assert.AreEqual("207", RaisedCodes(bench));
        bench.Run(100);
        Assert.AreEqual("", RaisedCodes(bench));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    public void DivisorThatMakesNoSense_CountsAsOne(int divisor)
    {
        Assert.AreEqual(5000, Bound.Scale(5, 1000, divisor));
        Assert.AreEqual(int.MaxValue, Bound.Scale(long.MaxValue / 4, 3, divisor));
        Assert.AreEqual(int.MinValue, Bound.Scale(long.MinValue / 4, 3, divisor));
    }

    [TestMethod]
    public void TransducerWithoutASpan_ReadsSomethingAndThrowsNothing()
    {
        Transducer.Linear(4095, 100, 100, 1000);
        var readings = new Readings();
        Transducer.Take(readings, Signal.Pressure, 4095, 300, 3900, 12345);
        Assert.AreEqual(5, (int)readings.ReasonOf(Signal.Pressure));
        Transducer.Take(readings, Signal.Pressure, 0, 300, 3900, -5);
        Assert.AreEqual(5, (int)readings.ReasonOf(Signal.Pressure));
    }

    /// <summary>A sensor that is stuck at what it last read, at rest for a day: nothing is known to be wrong, and nothing is said.</summary>
    [TestMethod]
    [DataRow(1, 310)]
    [DataRow(1, 10)]
    [DataRow(1, 0)]
    [DataRow(0, 13000)]
    [DataRow(0, 14400)]
    [DataRow(24, 200)]
    [DataRow(24, 2000)]
    [DataRow(26, -20000)]
    [DataRow(26, 60000)]
    [DataRow(27, 9000)]
    public void SensorStuck_RaisesNothingAtRest(int signal, int value)
    {
        var bench = new SiteBench();
        bench.Set(signal, value);
        bench.Run(86400);
        Assert.AreEqual("", RaisedCodes(bench));
    }

    /// <summary>
    /// The RS485 meter hangs while the pump runs and goes on answering with its last numbers: it is told as 207, and when the pump has stopped its flow is no leak (401).
    /// </summary>
    [TestMethod]
    public void HungBusMeter_Is207AndNoLeakAtRest()
    {
        var unit = new UnitBench();
        unit.Io.Request = true;
        unit.Run(60000);
        unit.Io.BusHung = true;
        Assert.IsTrue(unit.UntilRaised(207, 60000) > 0);
        unit.Io.Request = false;
        unit.Run(900000);
        Assert.IsTrue(unit.IsRaised(207));
        Assert.IsFalse(unit.IsRaised(401));
        Assert.IsFalse(unit.IsRaised(302));
        unit.Io.BusHung = false;
        unit.Run(120000);
        Assert.IsFalse(unit.IsRaised(207));
    }

    /// <summary>Stuck at "no pressure" while water flows for a day: the pressure row alone, of a lesser level; the pump is not stopped.</summary>
    [TestMethod]
    public void PressureStuckAtNothingWhileWaterFlows_IsNoDryRun()
    {
        var bench = new SiteBench { PulsesPerStep = 1 };
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 11111);
        bench.Set(Signal.Pressure, 0);
        bench.Run(7200);
        Assert.AreEqual("404", RaisedCodes(bench));
    }

    /// <summary>The status word of the RS485 meter at each decision of a day: the fault comes and goes with it, and is never there for its ten seconds. Contacts: ContactChatterTests.</summary>
    [TestMethod]
    public void StatusThatTogglesEachDecisionOfADay_RaisesNothing()
    {
        var bench = new SiteBench();
        bench.Run(60);
        for (int second = 0; second < 86400; second++)
        {
            bench.Set(Signal.BusStatus, second % 2);
            bench.Step(1000);
            Assert.AreEqual(0, (int)bench.Monitors.WorstLevel);
        }

        Assert.AreEqual(0, bench.Queue.Count);
        bench.Set(Signal.BusStatus, 1);
        Assert.AreEqual(10, bench.SecondsUntil(204, true, 60)); // the last second of the day was bad already
    }

    /// <summary>Every check alone against seeded nonsense: an outcome of the six, never an exception, whatever it was before.</summary>
    [TestMethod]
    [DataRow(1u)]
    [DataRow(20261121u)]
    [DataRow(4294967295u)]
    public void EveryCheck_GivesAnOutcomeForAnything(uint seed)
    {
        var bench = new SiteBench();
        int judged = 0;
        for (int round = 0; round < 400; round++)
        {
            for (int change = 0; change < 4; change++)
            {
                seed = Text.Noise(seed);
                int signal = (int)((seed >> 8) % Signal.Count);
                seed = Text.Noise(seed);
                if ((seed >> 8) % 4 == 0)
                {
                    bench.Miss(signal, (NoDataReason)(1 + ((seed >> 12) % 6)));
                }
                else
                {
                    bench.View.Readings.Set(signal, unchecked((int)(seed << ((int)(seed >> 20) % 20))));
                }
            }

            seed = Text.Noise(seed);
            bench.PulseMillilitres = unchecked(bench.PulseMillilitres + (int)seed);
            bench.Update(bench.NowMs + (seed >> 8) % 100000);
            for (int check = 0; check < 256; check++)
            {
                judged += (int)Check.Judge((byte)check, bench.View, (seed & 1) == 0) <= 5 ? 1 : 0;
                Check.IsWorse((byte)check, bench.View);
            }
        }

        Assert.AreEqual(400 * 256, judged);
    }

    private static string RaisedCodes(SiteBench bench)
    {
        string codes = "";
        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            codes += bench.Monitors.IsRaised(row) ? (codes == "" ? "" : " ") + bench.Catalogue.Code(row).ToString() : "";
        }

        return codes;
    }

    private static void Answer(string kind, SiteBench bench, BusWatch watch)
    {
        int count = Frame(kind);
        watch.Take(ModbusFrame.Judge(s_frame, count, Address, BusMeter.Registers), s_frame, bench.View.Readings);
    }

    /// <summary>Makes the answer: no flow, 500 L, status 0, serial 4711, or what is wrong with it.</summary>
    private static int Frame(string kind)
    {
        int registers = kind == "other-map" ? 2 : BusMeter.Registers;
        s_frame[0] = (byte)(kind == "other-address" ? 9 : Address);
        s_frame[1] = (byte)(kind == "other-function" ? 4 : kind == "exception" ? 0x83 : 3);
        s_frame[2] = (byte)(kind == "exception" ? 2 : registers * 2);
        int end = kind == "exception" ? 3 : 3 + (registers * 2);
        for (int at = 3; at < end; at++)
        {
            s_frame[at] = 0;
        }

        if (kind != "exception" && kind != "other-map")
        {
            Put32(3, kind == "not-a-number" ? 0x7FC00000 : kind == "infinity" ? 0x7F800000 : 0);
            Put32(7, kind == "negative-total" ? -500 : 500);
            Put32(13, 4711);
        }

        int crc = ModbusFrame.Crc(s_frame, end);
        s_frame[end] = (byte)(kind == "damaged" ? ~crc : crc);
        s_frame[end + 1] = (byte)(crc >> 8);
        int count = end + 2;
        for (int i = 0; i < count && kind == "glued"; i++)
        {
            s_frame[count + i] = s_frame[i];
        }

        return kind == "silence" ? NoFault : kind == "half" ? count / 2 : kind == "glued" ? count * 2 : count;
    }

    private static void Put32(int at, int value)
    {
        s_frame[at] = (byte)(value >> 24);
        s_frame[at + 1] = (byte)(value >> 16);
        s_frame[at + 2] = (byte)(value >> 8);
        s_frame[at + 3] = (byte)value;
    }
}
