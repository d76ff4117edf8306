// layer: Device
using System.Threading;
using nanoFramework.Networking;

public static class Link
{
    public static bool Join(string name, string key) => WifiNetworkHelper.ConnectDhcp(name, key, token: new CancellationTokenSource(60000).Token);

    public static bool Again()
    {
        var limit = new CancellationTokenSource(20000);
        return WifiNetworkHelper.Reconnect(true, token: limit.Token);
    }
}
