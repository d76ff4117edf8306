using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Pulse volume at rest beyond one and a half times what the RS485 meter counted, with 1 L that its display may hold back.</summary>
[TestClass]
public class RestVolumeTests
{
    private readonly Readings _readings = new Readings();
    private readonly RestVolume _volume = new RestVolume();

    [TestMethod]
    [DataRow(0, 0, -1500)]
    [DataRow(1500, 0, 0)]
    [DataRow(50000, 0, 48500)]
    [DataRow(50000, 10, 33500)]
    public void Volume_IsThatSinceTheRestBegan(int pulseMillilitres, int busLitres, int extra)
    {
        Step(true, 7000, 100);
        Step(true, 7000 + pulseMillilitres, 100 + busLitres);
        Is(extra);
    }

    [TestMethod]
    public void PumpRuns_NothingIsComparedAndTheNextRestBeginsAnew()
    {
        Step(true, 0, 100);
        Step(false, 90000, 100);
        Is(0);
        Step(true, 90000, 100);
        Is(-1500);
    }

    [TestMethod]
    public void TotalMissing_BeginsAnew()
    {
        Step(true, 0, 100);
        _readings.Miss(Signal.BusTotal, NoDataReason.Timeout);
        _volume.Step(true, 50000, _readings);
        Is(0);
        Step(true, 60000, 100);
        Is(-1500);
    }

    [TestMethod]
    public void TotalRunsBack_BeginsAnew()
    {
        Step(true, 0, 100);
        Step(true, 50000, 99);
        Is(-1500);
    }

    [TestMethod]
    public void TotalWraps_RunsOn()
    {
        Step(true, 0, 2147483647);
        Step(true, 50000, -2147483648);
        Is(47000);
    }

    private void Step(bool rests, int pulseMillilitres, int busLitres)
    {
        _readings.Set(Signal.BusTotal, busLitres);
        _volume.Step(rests, pulseMillilitres, _readings);
    }

    private void Is(int extra)
    {
        Assert.AreEqual((long)extra, _volume.ExtraMillilitres);
    }
}
