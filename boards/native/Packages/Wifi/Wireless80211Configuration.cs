using Board.Native;

namespace System.Net.NetworkInformation;

/// <summary>The configuration block of the radio: what a connect stored, and the image joins with by itself.</summary>
public class Wireless80211Configuration
{
    public Wireless80211Configuration(uint id)
    {
        Id = id;
        (Ssid, Password) = Board.Native.Hardware.StoredCredentials;
    }

    public uint Id { get; }

    public string Ssid { get; set; }

    public string Password { get; set; }

    /// <summary>One radio, one block.</summary>
    public static Wireless80211Configuration[] GetAllWireless80211Configurations() => [new(0)];

    public void SaveConfiguration()
    {
        StallGate.Pass();
        Board.Native.Hardware.StoredCredentials = (Ssid, Password);
        Board.Native.Hardware.CredentialWrites++;
    }
}
