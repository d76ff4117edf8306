namespace Firmware.Records.Messaging;

/// <summary>What the unit is, fixed for the time that it runs.</summary>
public sealed class UnitIdentity
{
    /// <summary>Version of this firmware, semantic.</summary>
    public const string Firmware = "0.1.0";

    /// <summary>Board id: the name of its folder under <c>boards/</c>.</summary>
    public string Board = "";

    /// <summary>Name that the platform image gives itself.</summary>
    public string Target = "";

    /// <summary>Hardware address, 6 bytes.</summary>
    public byte[] Mac = new byte[6];
}
