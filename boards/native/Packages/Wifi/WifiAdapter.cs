using Board.Native;

namespace System.Device.Wifi;

/// <summary>A scan is done.</summary>
public delegate void AvailableNetworksChangedEventHandler(WifiAdapter sender, object e);

/// <summary>How a connect ended.</summary>
public class WifiConnectionResult
{
    internal WifiConnectionResult(WifiConnectionStatus status) => ConnectionStatus = status;

    public WifiConnectionStatus ConnectionStatus { get; }
}

/// <summary>A network that a scan found.</summary>
public class WifiAvailableNetwork
{
    public string Bsid => "02:00:00:00:00:FF";

    public string Ssid => Hardware.StoredCredentials.Ssid;

    public WifiNetworkKind NetworkKind => WifiNetworkKind.Infrastructure;

    public double NetworkRssiInDecibelMilliwatts => Hardware.Network.SignalDbm;

    /// <summary>0–4.</summary>
    public byte SignalBars => (byte)Math.Clamp((Hardware.Network.SignalDbm + 95) / 10, 0, 4);
}

/// <summary>What a scan found.</summary>
public class WifiNetworkReport
{
    internal WifiNetworkReport()
    {
    }

    public WifiAvailableNetwork[] AvailableNetworks => Hardware.Network.LinkUp ? [new WifiAvailableNetwork()] : [];
}

/// <summary>The radio. After a successful connect the image reconnects by itself until <see cref="Disconnect"/>.</summary>
public sealed class WifiAdapter : IDisposable
{
    private const long ScanTime = 2_000_000;

    private static readonly WifiAdapter s_only = new();

    private WifiAdapter()
    {
    }

    public event AvailableNetworksChangedEventHandler AvailableNetworksChanged;

    public int NetworkInterface => 0;

    public WifiNetworkReport NetworkReport { get; } = new();

    public static WifiAdapter[] FindAllAdapters()
    {
        StallGate.Pass();
        return [s_only];
    }

    public WifiConnectionResult Connect(WifiAvailableNetwork availableNetwork, WifiReconnectionKind reconnectionKind, string passwordCredential) =>
        Connect(availableNetwork.Ssid, reconnectionKind, passwordCredential);

    /// <summary>Waits for the association, at most 20 s, and writes the credentials to flash.</summary>
    public WifiConnectionResult Connect(string ssid, WifiReconnectionKind reconnectionKind, string passwordCredential)
    {
        StallGate.Pass();
        Hardware.StoredCredentials = (ssid, passwordCredential);
        Hardware.CredentialWrites++;
        return new WifiConnectionResult(WifiStation.Connect());
    }

    public void Disconnect()
    {
        StallGate.Pass();
        WifiStation.Disconnect();
    }

    public void SetDeviceName(string deviceName) => StallGate.Pass();

    public void ScanAsync()
    {
        StallGate.Pass();
        UnitTime.Schedule(UnitTime.Microseconds + ScanTime, () => EventThread.Post(() => AvailableNetworksChanged?.Invoke(this, null)));
    }

    public void Dispose()
    {
    }
}
