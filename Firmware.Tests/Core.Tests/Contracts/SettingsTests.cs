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
    }

    [TestMethod]
    public void DefaultLimits_AreTheReferenceSites()
    {
        var settings = new Settings();
        Assert.AreEqual(10800, settings.SupplyActMillivolts);
        Assert.AreEqual(140, settings.NoFlowMillilitresPerSecond);
        Assert.AreEqual(60, settings.DryPressureKilopascal);
    }
}
