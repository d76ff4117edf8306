using System.Net.NetworkInformation;
using System.Threading;
using Firmware.Core.Contracts;
using nanoFramework.Networking;

namespace Firmware.Device.Platform;

/// <summary>
/// Joining the access point. Every attempt is limited in time. The radio joins by itself with what the platform has stored; where the settings name another network or password,
/// <c>ConnectDhcp</c> stores that, which is a write to flash: once in a start.
/// </summary>
public sealed class WifiNetwork
{
    private const int JoinMs = 60000;

    private readonly Settings _settings;
    private bool _written;

    /// <summary>Network of the settings' access point; its time servers are set at once.</summary>
    public WifiNetwork(Settings settings)
    {
        _settings = settings;
        NameTimeServers();
    }

    /// <summary>The interface has an address. Allocates; to be asked once a second, which also keeps the time servers' names where they are.</summary>
    public bool IsUp()
    {
        NameTimeServers();
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        string address = all.Length == 0 ? null : all[0].IPv4Address;
        return address != null && address.Length > 0 && address != "0.0.0.0";
    }

    /// <summary>One attempt to join, at most a minute. False where it did not get an address.</summary>
    public bool Join()
    {
        using (var limit = new CancellationTokenSource(JoinMs))
        {
            return !_written && IsAnother() ? JoinWithSettings(limit.Token) : WifiNetworkHelper.Reconnect(token: limit.Token);
        }
    }

    /// <summary>The settings name a network, and the platform has stored another one, or another password.</summary>
    private bool IsAnother()
    {
        Wireless80211Configuration[] stored = Wireless80211Configuration.GetAllWireless80211Configurations();
        bool same = stored.Length > 0 && stored[0].Ssid == _settings.WifiSsid && stored[0].Password == _settings.WifiPassword;
        return _settings.WifiSsid.Length > 0 && !same;
    }

    /// <summary>
    /// The platform's time client keeps raw pointers to these texts, and the garbage collector moves what is not a literal when it compacts: so it is told again where they are, each second. Its
    /// questions are an hour apart.
    /// </summary>
    private void NameTimeServers()
    {
        Sntp.Server1 = _settings.TimeServer1;
        Sntp.Server2 = _settings.TimeServer2;
    }

    private bool JoinWithSettings(CancellationToken token)
    {
        _written = true;
        return WifiNetworkHelper.ConnectDhcp(_settings.WifiSsid, _settings.WifiPassword, token: token);
    }
}
