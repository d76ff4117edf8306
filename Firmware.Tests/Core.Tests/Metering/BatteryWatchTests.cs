using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>A 12 V battery ends at 11.5 V. It is watched from ten minutes after the loss of the grid, and half an hour and 100 mV later something can be said.</summary>
[TestClass]
public class BatteryWatchTests
{
    private const long Minute = 60000;
    private const int Unknown = -1;

    /// <summary>12.7 V at ten minutes, and so many minutes and millivolts later: the whole time in minutes. 12.7 to 12.5 V in 60 min leave 1.0 V, five hours more.</summary>
    [TestMethod]
    [DataRow(60, 200, 370)]
    [DataRow(30, 100, 370)]
    [DataRow(30, 99, Unknown)]
    [DataRow(29, 300, Unknown)]
    [DataRow(60, 600, 130)]
    [DataRow(60, 1200, 70)]
    [DataRow(60, 1300, 70)]
    [DataRow(60, -100, Unknown)]
    public void FallSeenSoFar_IsDrawnOn(int minutes, int fall, int expected)
    {
        var watch = new BatteryWatch();
        Step(watch, 0, 13600, 0, false);
        Step(watch, 10 * Minute, 12700, 0, false);
        Step(watch, (10 + minutes) * Minute, 12700 - fall, 0, false);
        Assert.AreEqual(expected == Unknown ? long.MaxValue : expected * Minute, watch.EstimatedMs);
        Assert.AreEqual((10 + minutes) * Minute, watch.CarriedMs);
    }

    /// <summary>The surface charge that goes in the first ten minutes is no fall of the charge.</summary>
    [TestMethod]
    public void FirstTenMinutes_TeachNothing()
    {
        var watch = new BatteryWatch();
        Step(watch, 0, 13600, 0, false);
        Step(watch, (10 * Minute) - 1, 12900, 0, false);
        Step(watch, 10 * Minute, 12850, 0, false);
        Step(watch, 45 * Minute, 12800, 0, false);
        Assert.AreEqual(long.MaxValue, watch.EstimatedMs);
        Step(watch, 50 * Minute, 12750, 0, false);
        Assert.AreNotEqual(long.MaxValue, watch.EstimatedMs);
    }

    /// <summary>The contactor's coil pulls the voltage down: what is seen begins anew with it.</summary>
    [TestMethod]
    public void Coil_BeginsAnew()
    {
        var watch = new BatteryWatch();
        Step(watch, 0, 12700, 0, false);
        Step(watch, 10 * Minute, 12700, 0, false);
        Step(watch, 60 * Minute, 12300, 0, true);
        Assert.AreEqual(long.MaxValue, watch.EstimatedMs);
        Step(watch, 90 * Minute, 12200, 0, true);
        Assert.AreEqual((90 + 210) * Minute, watch.EstimatedMs);
    }

    [TestMethod]
    public void GridThatComesBack_EndsIt()
    {
        var watch = new BatteryWatch();
        Step(watch, 0, 12700, 0, false);
        Step(watch, 10 * Minute, 12700, 0, false);
        Step(watch, 70 * Minute, 12500, 0, false);
        Step(watch, 71 * Minute, 13400, 1, false);
        Assert.AreEqual(0L, watch.CarriedMs);
        Assert.AreEqual(long.MaxValue, watch.EstimatedMs);
        Step(watch, 80 * Minute, 12700, 0, false);
        Assert.AreEqual(0L, watch.CarriedMs);
    }

    /// <summary>The poles are read where they are wired; the bus says nothing of them then.</summary>
    [TestMethod]
    public void Poles_BeforeTheBus()
    {
        var watch = new BatteryWatch();
        Step(watch, 0, 12700, 0, false, 12700);
        Step(watch, 10 * Minute, 12700, 0, false, 12700);
        Step(watch, 70 * Minute, 11000, 0, false, 12500);
        Assert.AreEqual(370 * Minute, watch.EstimatedMs);
    }

    private static void Step(BatteryWatch watch, long nowMs, int supply, int mains, bool loaded, int battery = Unknown)
    {
        var readings = new Readings();
        readings.Set(Signal.Supply, supply);
        readings.Set(Signal.MainsPresent, mains);
        if (battery != Unknown)
        {
            readings.Set(Signal.Battery, battery);
        }

        watch.Step(nowMs, loaded, readings, new Settings());
    }
}
