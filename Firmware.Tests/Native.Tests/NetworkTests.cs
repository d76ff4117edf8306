using System;
using System.Net.Sockets;
using Board.Native;
using nanoFramework.Networking;
using CancellationTokenSource = Board.Native.CancellationTokenSource;

namespace Native.Tests;

/// <summary>The manners of Wi-Fi, name lookup and SNTP.</summary>
[TestClass]
public class NetworkTests : UnitTest
{
    [TestMethod]
    public void SntpStartsByItselfAndStepsTheClock()
    {
        SystemClock.SetWorld(new System.DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc));
        GoOnline();
        Assert.IsTrue(Sntp.IsStarted);
        Assert.AreEqual(1970, SystemClock.UtcNow.Year);
        UnitTime.Advance(900_000);
        Assert.AreEqual(SystemClock.WorldUtcNow, SystemClock.UtcNow);
    }

    [TestMethod]
    public void SntpStepsAgainEveryHour()
    {
        GoOnline();
        UnitTime.Advance(900_000);
        SystemClock.Step(SystemClock.UtcNow.AddSeconds(-90));
        UnitTime.Advance(3_600_000_000);
        Assert.AreEqual(SystemClock.WorldUtcNow, SystemClock.UtcNow);
    }

    [TestMethod]
    public void WithoutAnSntpServerTheClockStays()
    {
        Hardware.Network.SntpReachable = false;
        GoOnline();
        UnitTime.Advance(60_000_000);
        Assert.AreEqual(1970, SystemClock.UtcNow.Year);
    }

    [TestMethod]
    public void ConnectingTakesTimeAndWritesCredentialsOnlyWhenNotConnected()
    {
        int writes = Hardware.CredentialWrites;
        long took = RunFor(() => Assert.IsTrue(WifiNetworkHelper.ConnectDhcp("field", "key")), 100);
        Assert.IsInRange(2000, 2300, took);
        RunFor(() => Assert.IsTrue(WifiNetworkHelper.ConnectDhcp("field", "key")), 100);
        Assert.AreEqual(writes + 1, Hardware.CredentialWrites);
        RunFor(() => Assert.IsTrue(WifiNetworkHelper.Reconnect()), 100);
        Assert.AreEqual(writes + 1, Hardware.CredentialWrites);
    }

    [TestMethod]
    public void WithoutAnAccessPointTheTokenEndsTheWait()
    {
        Hardware.Network.LinkUp = false;
        using var source = new CancellationTokenSource(30_000);
        long took = RunFor(() => Assert.IsFalse(WifiNetworkHelper.Reconnect(token: source.Token)), 500);
        Assert.IsInRange(30_000, 31_500, took);
        Assert.AreEqual(NetworkHelperStatus.TokenExpiredWaitingIPAddress, WifiNetworkHelper.Status);
    }

    [TestMethod]
    public void AWrongPasswordIsTold()
    {
        Hardware.Network.CredentialsAccepted = false;
        RunFor(() => Assert.IsFalse(WifiNetworkHelper.Reconnect()), 100);
        Assert.AreEqual(NetworkHelperStatus.ExceptionOccurred, WifiNetworkHelper.Status);
    }

    [TestMethod]
    public void RequiringTheDateWaitsForSntp()
    {
        Hardware.Network.SntpReachable = false;
        using var source = new CancellationTokenSource(40_000);
        RunFor(() => Assert.IsFalse(WifiNetworkHelper.Reconnect(requiresDateTime: true, token: source.Token)), 500);
        Assert.AreEqual(NetworkHelperStatus.TokenExpiredWaitingDateTime, WifiNetworkHelper.Status);
    }

    [TestMethod]
    public void TheImageReconnectsByItselfUntilToldToDisconnect()
    {
        GoOnline();
        Hardware.Network.LinkUp = false;
        Assert.IsFalse(NetworkInterface.GetIsNetworkAvailable());
        Hardware.Network.LinkUp = true;
        UnitTime.Advance(3_000_000);
        Assert.IsTrue(NetworkInterface.GetIsNetworkAvailable());
        WifiNetworkHelper.Disconnect();
        Hardware.Network.LinkUp = false;
        Hardware.Network.LinkUp = true;
        UnitTime.Advance(3_000_000);
        Assert.IsFalse(NetworkInterface.GetIsNetworkAvailable());
    }

    [TestMethod]
    public void SettingUpTwiceThrowsUnlessReset()
    {
        WifiNetworkHelper.SetupNetworkHelper();
        Assert.ThrowsExactly<InvalidOperationException>(() => WifiNetworkHelper.SetupNetworkHelper());
        WifiNetworkHelper.Reset();
        WifiNetworkHelper.SetupNetworkHelper();
    }

    [TestMethod]
    public void NamesNeedANetworkAndANameServer()
    {
        Assert.ThrowsExactly<SocketException>(() => Dns.GetHostEntry("localhost"));
        GoOnline();
        Assert.AreEqual("127.0.0.1", Dns.GetHostEntry("localhost").AddressList[0].ToString());
        Hardware.Network.DnsWorks = false;
        Assert.ThrowsExactly<SocketException>(() => Dns.GetHostEntry("localhost"));
    }

    [TestMethod]
    public void AnUnknownNameThrows()
    {
        GoOnline();
        Assert.ThrowsExactly<SocketException>(() => Dns.GetHostEntry("no-such-broker.invalid"));
    }
}
