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
        Hardware.StoredCredentials = ("village", "secret-secret");
        int writes = Hardware.CredentialWrites;
        var network = new WifiNetwork(s_settings);
        Assert.IsFalse(network.IsUp());
        RunFor(() => Assert.IsTrue(network.Join()));
        Assert.IsTrue(network.IsUp());
        Assert.AreEqual(writes, Hardware.CredentialWrites);
    }

    /// <summary>The old access point is still there and accepts what is stored; a technician has configured another one, or its new password.</summary>
    [TestMethod]
    [DataRow("hamlet", "secret-secret")]
    [DataRow("village", "old-secret")]
    public void AnotherNetworkInTheSettingsTakesThePlaceOfTheStoredOne(string ssid, string password)
    {
        Hardware.StoredCredentials = (ssid, password);
        int writes = Hardware.CredentialWrites;
        var network = new WifiNetwork(s_settings);
        RunFor(() => Assert.IsTrue(network.Join()));
        Assert.IsTrue(network.IsUp());
        Assert.AreEqual(("village", "secret-secret"), Hardware.StoredCredentials);
        RunFor(() => Assert.IsTrue(new WifiNetwork(s_settings).Join()));
        Assert.AreEqual(writes + 1, Hardware.CredentialWrites);
    }

    /// <summary>The garbage collector may have moved the names since they were given.</summary>
    [TestMethod]
    public void TheTimeServersAreNamedAgainEachSecond()
    {
        var network = new WifiNetwork(new Settings { TimeServer1 = "clock.east", TimeServer2 = "clock.west" });
        (nanoFramework.Networking.Sntp.Server1, nanoFramework.Networking.Sntp.Server2) = ("moved", "moved");
        network.IsUp();
        Assert.AreEqual("clock.east clock.west", nanoFramework.Networking.Sntp.Server1 + " " + nanoFramework.Networking.Sntp.Server2);
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
        Hardware.StoredCredentials = ("field", "field-key");
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
