namespace Board.Native;

/// <summary>The world outside the unit's radio. Change it at any time; what the unit notices follows by itself.</summary>
public sealed class NetworkConditions
{
    private bool _linkUp = true;

    /// <summary>The access point is in range and works. While false nothing is sent or received; open connections are not told.</summary>
    public bool LinkUp
    {
        get => _linkUp;
        set
        {
            _linkUp = value;
            WifiStation.LinkChanged();
        }
    }

    /// <summary>The access point accepts the unit's network name and password.</summary>
    public bool CredentialsAccepted { get; set; } = true;

    /// <summary>Name servers answer.</summary>
    public bool DnsWorks { get; set; } = true;

    /// <summary>SNTP servers answer.</summary>
    public bool SntpReachable { get; set; } = true;

    /// <summary>Signal strength, dBm.</summary>
    public int SignalDbm { get; set; } = -60;
}
