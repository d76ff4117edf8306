namespace Board.Native;

/// <summary>The world outside the unit's radio. Change it at any time; what the unit notices follows by itself.</summary>
public sealed class NetworkConditions
{
    private bool _linkUp = true;
    private volatile bool _connectHangs;
    private volatile bool _publishHangs;

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

    /// <summary>The unit's network stack is broken: <c>MqttClient.Connect</c> does not begin its work until this is false again.</summary>
    public bool ConnectHangs
    {
        get => _connectHangs;
        set
        {
            _connectHangs = value;
            UnitTime.NotifyChange();
        }
    }

    /// <summary>As <see cref="ConnectHangs"/>: <c>MqttClient.Publish</c> queues the message and does not return until this is false again.</summary>
    public bool PublishHangs
    {
        get => _publishHangs;
        set
        {
            _publishHangs = value;
            UnitTime.NotifyChange();
        }
    }

    /// <summary>Signal strength, dBm.</summary>
    public int SignalDbm { get; set; } = -60;
}
