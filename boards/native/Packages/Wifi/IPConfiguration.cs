namespace nanoFramework.Networking;

/// <summary>A fixed address.</summary>
public class IPConfiguration(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress, string[] ipv4DnsAddresses = null)
{
    public string IPAddress { get; set; } = ipv4Address;

    public string IPSubnetMask { get; set; } = ipv4SubnetMask;

    public string IPGatewayAddress { get; set; } = ipv4GatewayAddress;

    public string[] IPDns { get; set; } = ipv4DnsAddresses;
}
