using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Pulse volume at rest beyond one and a half times what the RS485 meter counted, with 1 L that its display may hold back.</summary>
[TestClass]
public class RestVolumeTests
{
    private static Readings s_readings;
    private static RestVolume s_volume;

    [TestMethod]
    [DataRow(0, 0, -1500)]
    [DataRow(1500, 0, 0)]
    [DataRow(50000, 0, 48500)]
    [DataRow(50000, 10, 33500)]
    public void Volume_IsThatSinceTheRestBegan(int pulseMillilitres, int busLitres, int extra)
    {
        Fresh();
        Step(true, 7000, 100);
        Step(true, 7000 + pulseMillilitres, 100 + busLitres);
        Is(extra);
    }

    [TestMethod]
    public void PumpRuns_NothingIsComparedAndTheNextRestBeginsAnew()
    {
        Fresh();
        Step(true, 0, 100);
        Step(false, 90000, 100);
        Is(0);
        Step(true, 90000, 100);
        Is(-1500);
    }

    [TestMethod]
    public void TotalMissing_BeginsAnew()
    {
        Fresh();
        Step(true, 0, 100);
        s_readings.Miss(Signal.BusTotal, NoDataReason.Timeout);
        s_volume.Step(true, 50000, s_readings);
        Is(0);
        Step(true, 60000, 100);
        Is(-1500);
    }

    [TestMethod]
    public void TotalRunsBack_BeginsAnew()
    {
        Fresh();
        Step(true, 0, 100);
        Step(true, 50000, 99);
        Is(-1500);
    }

    [TestMethod]
    public void TotalWraps_RunsOn()
    {
        Fresh();
        Step(true, 0, 2147483647);
        Step(true, 50000, -2147483648);
        Is(47000);
    }

    private static void Step(bool rests, int pulseMillilitres, int busLitres)
    {
        s_readings.Set(Signal.BusTotal, busLitres);
        s_volume.Step(rests, pulseMillilitres, s_readings);
    }

    private static void Is(int extra)
    {
        Assert.AreEqual((long)extra, s_volume.ExtraMillilitres);
    }

    /// <summary>Each test begins anew; the launcher on the device makes no object of a test class.</summary>
    private static void Fresh()
    {
        s_readings = new Readings();
        s_volume = new RestVolume();
    }
}
