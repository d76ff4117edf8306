using System;
using System.Device.Wifi;
using System.Threading;
using Board.Native;

namespace nanoFramework.Networking;

/// <summary>
/// Connects and waits for an address, and for a set clock if asked. Returns false on failure; <see cref="Status"/> says why. Without
/// a token it waits for an address for ever.
/// </summary>
public static class WifiNetworkHelper
{
    private const int FirstCredibleYear = 2021;

    private static bool s_isSetUp;

    /// <summary>Set while there is a network.</summary>
    public static Board.Native.ManualResetEvent NetworkReady { get; private set; } = new(false);

    public static NetworkHelperStatus Status { get; private set; }

    public static Exception HelperException { get; private set; }

    public static WifiAdapter WifiAdapter => WifiAdapter.FindAllAdapters()[0];

    /// <exception cref="InvalidOperationException">Called before, and not <see cref="Reset"/> since.</exception>
    public static void SetupNetworkHelper(bool requiresDateTime = false) => SetUp(requiresDateTime, Board.Native.Hardware.StoredCredentials);

    /// <inheritdoc cref="SetupNetworkHelper(bool)"/>
    public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false) =>
        SetUp(requiresDateTime, Board.Native.Hardware.StoredCredentials);

    /// <inheritdoc cref="SetupNetworkHelper(bool)"/>
    public static void SetupNetworkHelper(string ssid, string password, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false) =>
        SetUp(requiresDateTime, (ssid, password));

    public static void Disconnect()
    {
        WifiAdapter.Disconnect();
        NetworkReady.Reset();
        Status = NetworkHelperStatus.None;
    }

    /// <summary>Leaves another access point, connects, and writes the credentials to flash, unless it is connected to that one already.</summary>
    public static bool ConnectDhcp(string ssid, string password, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        StallGate.Pass();
        if (!WifiStation.IsOnline || Board.Native.Hardware.StoredCredentials.Ssid != ssid)
        {
            WifiStation.Disconnect();
            Board.Native.Hardware.StoredCredentials = (ssid, password);
            Board.Native.Hardware.CredentialWrites++;
        }

        return ConnectAndWait(requiresDateTime, token);
    }

    public static bool ConnectFixAddress(string ssid, string password, IPConfiguration ipConfiguration, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false, int WifiAdapter = 0, CancellationToken token = default) =>
        ConnectDhcp(ssid, password, reconnectionKind, requiresDateTime, WifiAdapter, token);

    public static bool ScanAndConnectDhcp(string ssid, string password, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false, int WifiAdapter = 0, CancellationToken token = default) =>
        ConnectDhcp(ssid, password, reconnectionKind, requiresDateTime, WifiAdapter, token);

    /// <summary>Waits until the radio has joined with what is stored, which it does by itself; writes nothing.</summary>
    public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        StallGate.Pass();
        return ConnectAndWait(requiresDateTime, token);
    }

    /// <summary>Forgets everything, so that setting up works again.</summary>
    public static void Reset()
    {
        s_isSetUp = false;
        Status = NetworkHelperStatus.None;
        HelperException = null;
        NetworkReady = new Board.Native.ManualResetEvent(false);
    }

    private static void SetUp(bool requiresDateTime, (string Ssid, string Password) credentials)
    {
        StallGate.Pass();
        if (s_isSetUp)
        {
            throw new InvalidOperationException("the network helper is set up already");
        }

        s_isSetUp = true;
        Board.Native.Hardware.StoredCredentials = credentials;
        new Board.Native.Thread(() => ConnectAndWait(requiresDateTime, CancellationToken.None)).Start();
    }

    private static bool ConnectAndWait(bool requiresDateTime, CancellationToken token)
    {
        Status = NetworkHelperStatus.Started;
        WifiConnectionStatus result = WifiStation.Connect();
        if (result == WifiConnectionStatus.InvalidCredential)
        {
            return Fail(NetworkHelperStatus.ExceptionOccurred, new InvalidOperationException("wrong password"));
        }

        if (!WaitFor(() => WifiStation.IsOnline, token))
        {
            return Fail(NetworkHelperStatus.TokenExpiredWaitingIPAddress, null);
        }

        if (requiresDateTime && !WaitFor(() => SystemClock.UtcNow.Year >= FirstCredibleYear, token))
        {
            return Fail(NetworkHelperStatus.TokenExpiredWaitingDateTime, null);
        }

        Status = NetworkHelperStatus.NetworkIsReady;
        NetworkReady.Set();
        return true;
    }

    private static bool WaitFor(Func<bool> condition, CancellationToken token)
    {
        while (true)
        {
            int seen = UnitTime.Changes;
            if (condition() || token.IsCancellationRequested)
            {
                StallGate.Pass();
                return condition();
            }

            UnitTime.WaitForChange(seen, UnitTime.Microseconds + 100_000);
        }
    }

    private static bool Fail(NetworkHelperStatus status, Exception e)
    {
        Status = status;
        HelperException = e;
        return false;
    }
}
