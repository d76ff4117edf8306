using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>Joining the access point.</summary>
[TestClass]
public class WifiNetworkTests : BoardTest
{
    private static readonly Settings s_settings = new() { WifiSsid = "village", WifiPassword = "secret-secret" };

    [TestMethod]
    public void ItJoinsWithWhatIsStoredAndWritesNothing()
    {
        int writes = Hardware.CredentialWrites;
        var network = new WifiNetwork(s_settings);
        Assert.IsFalse(network.IsUp());
        RunFor(() => Assert.IsTrue(network.Join()));
        Assert.IsTrue(network.IsUp());
        Assert.AreEqual(writes, Hardware.CredentialWrites);
    }

    [TestMethod]
    public void AnAttemptEndsAfterAMinute()
    {
        Hardware.Network.LinkUp = false;
        var network = new WifiNetwork(s_settings);
        long took = RunFor(() => Assert.IsFalse(network.Join()));
        Assert.IsGreaterThan(50_000L, took);
        Assert.IsLessThan(62_000L, took);
        Assert.IsFalse(network.IsUp());
    }

    [TestMethod]
    public void TheSettingsCredentialsAreWrittenOnceInAStart()
    {
        int writes = Hardware.CredentialWrites;
        Hardware.Network.LinkUp = false;
        var network = new WifiNetwork(s_settings);
        for (int attempt = 0; attempt < 4; attempt++)
        {
            RunFor(() => Assert.IsFalse(network.Join()));
        }

        Assert.AreEqual(writes + 1, Hardware.CredentialWrites);
        Assert.AreEqual("village", Hardware.StoredCredentials.Ssid);
    }

    [TestMethod]
    public void WithoutANetworkNameNothingIsEverWritten()
    {
        int writes = Hardware.CredentialWrites;
        Hardware.Network.LinkUp = false;
        var network = new WifiNetwork(new Settings { WifiSsid = "" });
        RunFor(() => Assert.IsFalse(network.Join()));
        RunFor(() => Assert.IsFalse(network.Join()));
        Assert.AreEqual(writes, Hardware.CredentialWrites);
    }
}
