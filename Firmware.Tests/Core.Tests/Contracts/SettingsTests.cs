using Firmware.Core.Contracts;

namespace Core.Tests.Contracts;

/// <summary>A unit without a settings file stands at the reference site: 40 m³/h, 12 V, pulses of 10 L, 8 h east of UTC.</summary>
[TestClass]
public class SettingsTests
{
    [TestMethod]
    public void Defaults_AreTheReferenceSite()
    {
        var settings = new Settings();
        Assert.AreEqual(1883, settings.BrokerPort);
        Assert.AreEqual(480, settings.UtcOffsetMinutes);
        Assert.AreEqual(10000, settings.PulseMillilitres);
        Assert.AreEqual(1, settings.BusAddress);
        Assert.AreEqual(0, settings.BusSerial);
    }

    /// <summary>Everything that the reference board has terminals for, but the motor valve, which few sites have.</summary>
    [TestMethod]
    public void DefaultPlant_IsTheReferenceSites()
    {
        var settings = new Settings();
        Assert.IsFalse(settings.HasValve);
        Assert.IsTrue(settings.HasPowerMeter && settings.HasCardReader && settings.HasMirrorContact && settings.HasSelector);
        Assert.IsTrue(settings.HasChamberFloat && settings.HasWellLevel && settings.HasBatterySense);
        Assert.AreEqual(60, settings.ValveTravelSeconds);
        Assert.AreEqual(2, settings.PowerAddress);
        Assert.AreEqual(11000, settings.RatedPowerWatts);
        Assert.AreEqual(230, settings.RatedPhaseVolts);
        Assert.AreEqual(2000, settings.WellLevelFullCentimetres);
        Assert.AreEqual(200, settings.WellLowCentimetres);
        Assert.AreEqual(0, settings.CredentialEnds);
    }

    [TestMethod]
    public void DefaultLimits_AreTheReferenceSites()
    {
        var settings = new Settings();
        Assert.AreEqual(10800, settings.SupplyActMillivolts);
        Assert.AreEqual(11400, settings.SupplySagMillivolts);
        Assert.AreEqual(15000, settings.SupplyHighMillivolts);
        Assert.AreEqual(12000, settings.BatteryLowMillivolts);
        Assert.AreEqual(240, settings.BridgingMinutes);
        Assert.AreEqual(13000, settings.ChargeMillivolts);
        Assert.AreEqual(140, settings.NoFlowMillilitresPerSecond);
        Assert.AreEqual(11111, settings.RatedFlowMillilitresPerSecond);
        Assert.AreEqual(5, settings.MaxPulsesPerSecond);
        Assert.AreEqual(60, settings.DryPressureKilopascal);
        Assert.AreEqual(150, settings.LowPressureKilopascal);
        Assert.AreEqual(600, settings.HighPressureKilopascal);
        Assert.AreEqual(12, settings.MaxStartsPerHour);
    }
}
