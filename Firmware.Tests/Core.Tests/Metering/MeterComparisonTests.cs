using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Two cubic metres by the RS485 meter, and what the pulses made of them.</summary>
[TestClass]
public class MeterComparisonTests
{
    private const int NotYet = -1;

    [TestMethod]
    [DataRow(1999, 2000, NotYet)]
    [DataRow(2000, 2000, 0)]
    [DataRow(2000, 2100, 50)]
    [DataRow(2000, 1900, -50)]
    [DataRow(2000, 0, -1000)]
    [DataRow(4000, 2000, -500)]
    public void Volume_IsComparedOnceItIsTwoCubicMetres(int busLitres, int pulseLitres, int permille)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 1000);
        Step(comparison, readings, pulseLitres, 1000 + busLitres);
        Is(permille, comparison);
    }

    /// <summary>100 L a pulse: forty pulses are 4 m³. 60 L: 2.4 m³.</summary>
    [TestMethod]
    [DataRow(100000, 3999, 4000, NotYet)]
    [DataRow(100000, 4000, 4200, 50)]
    [DataRow(60000, 2399, 2400, NotYet)]
    [DataRow(60000, 2400, 2400, 0)]
    public void SlowPulses_AreComparedOverForty(int pulseMillilitres, int busLitres, int pulseLitres, int permille)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings { PulseMillilitres = pulseMillilitres }, 2000, 40);
        Step(comparison, readings, 0, 1000);
        Step(comparison, readings, pulseLitres, 1000 + busLitres);
        Is(permille, comparison);
    }

    /// <summary>At least 20 s at the rated flow, so that the RS485 meter's lag after a start is a tenth at most: 80 m³/h are 444.44 L, 200 m³/h 1,111.1 L; then litres, then pulses.</summary>
    [TestMethod]
    [DataRow(22222, 1000, 100, 10, 444440)]
    [DataRow(55555, 1000, 100, 10, 1111100)]
    [DataRow(2777, 1000, 100, 10, 100000)]
    [DataRow(2777, 100000, 100, 10, 1000000)]
    [DataRow(22222, 1000, 2000, 40, 2000000)]
    public void LeastVolume_OutlastsTheLag(int rated, int pulse, int litres, int pulses, int expected)
    {
        var settings = new Settings { RatedFlowMillilitresPerSecond = rated, PulseMillilitres = pulse };
        Assert.AreEqual((long)expected, new MeterComparison(settings, litres, pulses).LeastMillilitres());
    }

    [TestMethod]
    [DataRow(3999, 0, NotYet)]
    [DataRow(4000, 0, 9999)]
    [DataRow(4000, 1999, 1001)]
    public void BusMeterStandsStill_IsComparedAfterTwiceTheVolumeByPulses(int pulseLitres, int busLitres, int permille)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 1000);
        Step(comparison, readings, pulseLitres, 1000 + busLitres);
        Is(permille, comparison);
    }

    [TestMethod]
    [DataRow(-139, 0)]
    [DataRow(-140, NotYet)]
    public void WaterRunsBack_BeginsANewVolume(int flow, int permille)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 0);
        readings.Set(Signal.BusFlow, flow);
        Step(comparison, readings, 1000, 1000);
        readings.Set(Signal.BusFlow, 0);
        Step(comparison, readings, 2000, 2000);
        Is(permille, comparison);
    }

    [TestMethod]
    public void NextVolume_IsComparedByItself()
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 0);
        Step(comparison, readings, 1000, 2000);
        Is(-500, comparison);
        Step(comparison, readings, 2999, 3999);
        Is(-500, comparison);
        Step(comparison, readings, 3000, 4000);
        Is(0, comparison);
    }

    [TestMethod]
    [DataRow(2147483647)]
    [DataRow(2147482647)]
    [DataRow(-1)]
    [DataRow(-1000)]
    public void TotalWraps_VolumeRunsOn(int start)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, start);
        Step(comparison, readings, 1000, unchecked(start + 1000));
        Step(comparison, readings, 2000, unchecked(start + 2000));
        Is(0, comparison);
    }

    [TestMethod]
    public void TotalGoesBack_BeginsANewVolume()
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 100000);
        Step(comparison, readings, 1000, 10);
        Step(comparison, readings, 3000, 2010);
        Is(0, comparison);
    }

    [TestMethod]
    [DataRow(9)]
    [DataRow(10)]
    public void TotalMissing_BeginsANewVolume(int signal)
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 0);
        readings.Miss(signal, NoDataReason.Timeout);
        comparison.Step(500000, readings);
        readings.Set(signal, 0);
        Step(comparison, readings, 900, 1900);
        Is(NotYet, comparison);
        Step(comparison, readings, 2900, 3900);
        Is(0, comparison);
    }

    [TestMethod]
    public void Restart_ForgetsTheResultAndReopenKeepsIt()
    {
        var readings = new Readings();
        var comparison = new MeterComparison(new Settings(), 2000, 40);
        Step(comparison, readings, 0, 0);
        Step(comparison, readings, 1000, 2000);
        comparison.Reopen();
        Is(-500, comparison);
        comparison.Restart();
        Is(NotYet, comparison);
        Step(comparison, readings, 1500, 4000);
        Is(NotYet, comparison);
    }

    private static void Step(MeterComparison comparison, Readings readings, int pulseLitres, int busLitres)
    {
        readings.Set(Signal.PulseTotal, pulseLitres);
        readings.Set(Signal.BusTotal, busLitres);
        comparison.Step(pulseLitres * 1000L, readings);
    }

    private static void Is(int permille, MeterComparison comparison)
    {
        Assert.AreEqual(permille != NotYet, comparison.IsKnown);
        if (permille != NotYet)
        {
            Assert.AreEqual(permille, comparison.Permille);
        }
    }
}
