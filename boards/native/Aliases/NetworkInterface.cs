using System;
using System.Net.NetworkInformation;

namespace Board.Native;

/// <summary>The radio as a network interface; there is one.</summary>
public class NetworkInterface
{
    protected NetworkInterface(int interfaceIndex)
    {
    }

    public bool IsAutomaticDnsEnabled => true;

    /// <summary>Address in digits, "0.0.0.0" without a network.</summary>
    public string IPv4Address => WifiStation.IsOnline ? "192.168.4.2" : "0.0.0.0";

    public string IPv4GatewayAddress => WifiStation.IsOnline ? "192.168.4.1" : "0.0.0.0";

    public string IPv4SubnetMask => WifiStation.IsOnline ? "255.255.255.0" : "0.0.0.0";

    public bool IsDhcpEnabled => true;

    /// <summary>Address of the radio, 6 bytes; unique to the chip.</summary>
    public byte[] PhysicalAddress
    {
        get => (byte[])Hardware.MacAddress.Clone();
        set => Hardware.MacAddress = (byte[])value.Clone();
    }

    public NetworkInterfaceType NetworkInterfaceType => NetworkInterfaceType.Wireless80211;

    public static bool GetIsNetworkAvailable()
    {
        StallGate.Pass();
        return WifiStation.IsOnline;
    }

    public static NetworkInterface[] GetAllNetworkInterfaces()
    {
        StallGate.Pass();
        return [new NetworkInterface(0)];
    }
}

/// <summary>Tells on the event thread that the network came or went.</summary>
public static class NetworkChange
{
    /// <summary>The device's address changed.</summary>
    public static event NetworkAddressChangedEventHandler NetworkAddressChanged;

    /// <summary>The device has a network now, or lost it.</summary>
    public static event NetworkAvailabilityChangedEventHandler NetworkAvailabilityChanged;

    internal static void Raise(bool available)
    {
        EventThread.Post(() => NetworkAvailabilityChanged?.Invoke(null, new NetworkAvailabilityEventArgs(available)));
        EventThread.Post(() => NetworkAddressChanged?.Invoke(null, EventArgs.Empty));
    }
}

/// <summary>See <see cref="NetworkChange.NetworkAvailabilityChanged"/>.</summary>
public delegate void NetworkAvailabilityChangedEventHandler(object sender, NetworkAvailabilityEventArgs e);

/// <summary>See <see cref="NetworkChange.NetworkAddressChanged"/>.</summary>
public delegate void NetworkAddressChangedEventHandler(object sender, EventArgs e);

/// <summary>Whether there is a network now.</summary>
public class NetworkAvailabilityEventArgs : EventArgs
{
    internal NetworkAvailabilityEventArgs(bool available) => IsAvailable = available;

    public bool IsAvailable { get; }
}
