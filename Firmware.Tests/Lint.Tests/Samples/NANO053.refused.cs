// layer: Device
using System.Device.Wifi;
using nanoFramework.Networking;

public static class Link
{
    public static bool Join(string name, string key) => WifiNetworkHelper.ConnectDhcp(name, key); // refused
    public static bool Again() => WifiNetworkHelper.Reconnect(true); // refused
}
