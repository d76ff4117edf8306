using System.Net.NetworkInformation;
using Firmware.Records.Messaging;
using nanoFramework.Runtime.Native;

namespace Firmware.Device.Platform;

/// <summary>What the chip and its image say of themselves.</summary>
public static class ChipIdentity
{
    /// <summary>Reads them; a chip without an interface has the address 0.</summary>
    public static UnitIdentity Read(string board)
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        byte[] mac = all.Length > 0 ? all[0].PhysicalAddress : null;
        return new UnitIdentity
        {
            Board = board,
            Target = SystemInfo.TargetName,
            Mac = mac != null && mac.Length == 6 ? mac : new byte[6],
        };
    }
}
