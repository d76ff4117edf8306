using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Board.Native;

/// <summary>Name lookup as the device does it: every managed thread stands still meanwhile, and there is no time-out to set.</summary>
public static class Dns
{
    /// <summary>Real time given to the computer's own resolver.</summary>
    private const int PatienceMilliseconds = 3000;

    /// <summary>Looks a name up; an address in digits is returned as it is, without a lookup.</summary>
    /// <exception cref="SocketException">No network, no name server, or no such name.</exception>
    public static IPHostEntry GetHostEntry(string hostNameOrAddress)
    {
        StallGate.Pass();
        if (IPAddress.TryParse(hostNameOrAddress, out IPAddress literal))
        {
            return new IPHostEntry { HostName = hostNameOrAddress, AddressList = [literal] };
        }

        WifiStation.RequireNetwork();
        IPAddress[] found = [];
        StallGate.During(() =>
        {
            long start = UnitTime.Microseconds;
            found = Lookup(hostNameOrAddress);
            long length = found.Length > 0 ? Hardware.Profile.DnsStall : Hardware.Profile.DnsFailureStall;
            StallGate.Stall(start + length - UnitTime.Microseconds);
        });
        return found.Length > 0
            ? new IPHostEntry { HostName = hostNameOrAddress, AddressList = found }
            : throw new SocketException((int)SocketError.HostNotFound);
    }

    private static IPAddress[] Lookup(string name)
    {
        if (!Hardware.Network.DnsWorks)
        {
            return [];
        }

        try
        {
            Task<IPAddress[]> lookup = System.Net.Dns.GetHostAddressesAsync(name, AddressFamily.InterNetwork);
            return lookup.Wait(PatienceMilliseconds) ? lookup.Result : [];
        }
        catch (Exception e) when (e is AggregateException or SocketException or ArgumentException)
        {
            return [];
        }
    }
}
