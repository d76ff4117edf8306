using System.Device.Wifi;
using System.Net.Sockets;
using nanoFramework.Networking;

namespace Board.Native;

/// <summary>
/// The radio as the firmware image runs it: once connected it reconnects by itself until told to disconnect, asks for an address, and
/// starts SNTP on its own. Not part of the listing; the packages' Wi-Fi types stand on it.
/// </summary>
internal static class WifiStation
{
    private const long ConnectTimeout = 20_000_000;

    private static readonly object s_sync = new();
    private static bool s_wanted;
    private static bool s_associated;
    private static bool s_addressed;
    private static int s_attempt;

    /// <summary>The radio runs: from the first connect on. ADC2 fails meanwhile.</summary>
    internal static bool IsStarted { get; private set; }

    /// <summary>There is an address and the access point is still there.</summary>
    internal static bool IsOnline => s_addressed && Hardware.Network.LinkUp;

    /// <summary>Waits for the association, at most 20 s.</summary>
    internal static WifiConnectionStatus Connect()
    {
        IsStarted = true;
        if (s_associated && IsOnline)
        {
            return WifiConnectionStatus.Success;
        }

        long start = UnitTime.Microseconds;
        s_wanted = true;
        if (!Hardware.Network.LinkUp)
        {
            WaitUntil(start + ConnectTimeout);
            return WifiConnectionStatus.NetworkNotAvailable;
        }

        WaitUntil(start + Hardware.Profile.WifiAssociation);
        if (!Hardware.Network.CredentialsAccepted)
        {
            s_wanted = false;
            return WifiConnectionStatus.InvalidCredential;
        }

        s_associated = true;
        AddressAfter(Hardware.Profile.Dhcp);
        return WifiConnectionStatus.Success;
    }

    internal static void Disconnect()
    {
        s_wanted = false;
        Drop();
    }

    internal static void LinkChanged()
    {
        if (Hardware.Network.LinkUp && s_wanted && !s_addressed)
        {
            AddressAfter(Hardware.Profile.WifiAssociation + Hardware.Profile.Dhcp);
        }
        else if (!Hardware.Network.LinkUp)
        {
            Drop();
        }

        UnitTime.NotifyChange();
    }

    internal static void Reset()
    {
        Disconnect();
        IsStarted = false;
    }

    /// <summary>What every network call does first.</summary>
    /// <exception cref="SocketException">There is no network.</exception>
    internal static void RequireNetwork()
    {
        if (!IsOnline)
        {
            throw new SocketException((int)SocketError.NetworkUnreachable);
        }
    }

    private static void Drop()
    {
        bool was;
        lock (s_sync)
        {
            was = s_addressed;
            s_attempt++;
            s_associated = false;
            s_addressed = false;
        }

        if (was)
        {
            NetworkChange.Raise(available: false);
        }
    }

    private static void AddressAfter(long delay)
    {
        int attempt;
        lock (s_sync)
        {
            attempt = ++s_attempt;
        }

        UnitTime.Schedule(UnitTime.Microseconds + delay, () => TakeAddress(attempt));
    }

    private static void TakeAddress(int attempt)
    {
        lock (s_sync)
        {
            if (attempt != s_attempt || !Hardware.Network.LinkUp)
            {
                return;
            }

            s_associated = true;
            s_addressed = true;
        }

        UnitTime.NotifyChange();
        NetworkChange.Raise(available: true);
        Sntp.OnNetworkUp();
    }

    private static void WaitUntil(long due)
    {
        UnitTime.WaitUntil(due);
        StallGate.Pass();
    }
}
