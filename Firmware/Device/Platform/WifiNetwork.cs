using System.Net.NetworkInformation;
using System.Threading;
using Firmware.Core.Contracts;
using nanoFramework.Networking;

namespace Firmware.Device.Platform;

/// <summary>
/// Joining the access point. Every attempt is limited in time. The stored credentials are used where there are any: <c>ConnectDhcp</c> writes
/// them to flash each time, so it is called once in a start, when reconnecting did not help.
/// </summary>
public sealed class WifiNetwork
{
    private const int JoinMs = 60000;

    private readonly Settings _settings;
    private int _failures;
    private bool _written;

    /// <summary>Network of the settings' access point; its time servers are set at once.</summary>
    public WifiNetwork(Settings settings)
    {
        // The platform keeps a raw pointer to these texts: the settings live as long as the unit.
        _settings = settings;
        Sntp.Server1 = settings.TimeServer1;
        Sntp.Server2 = settings.TimeServer2;
    }

    /// <summary>The interface has an address. Allocates; ask once a second.</summary>
    public bool IsUp()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        string address = all.Length == 0 ? null : all[0].IPv4Address;
        return address != null && address.Length > 0 && address != "0.0.0.0";
    }

    /// <summary>One attempt to join, at most a minute. False where it did not get an address.</summary>
    public bool Join()
    {
        using (var limit = new CancellationTokenSource(JoinMs))
        {
            bool withSettings = _failures > 0 && !_written && _settings.WifiSsid.Length > 0;
            bool joined = withSettings ? JoinWithSettings(limit.Token) : WifiNetworkHelper.Reconnect(token: limit.Token);
            _failures = joined ? 0 : _failures + 1;
            return joined;
        }
    }

    private bool JoinWithSettings(CancellationToken token)
    {
        _written = true;
        return WifiNetworkHelper.ConnectDhcp(_settings.WifiSsid, _settings.WifiPassword, token: token);
    }
}
