namespace Firmware.Device.Platform;

/// <summary>One publish on its way from the loop's mailbox to the broker.</summary>
internal sealed class Outgoing
{
    /// <summary>Where to.</summary>
    public string Topic;

    /// <summary>The whole payload.</summary>
    public byte[] Payload;

    /// <summary>QoS 1, else 0.</summary>
    public bool AtLeastOnce;

    /// <summary>The broker keeps it for later subscribers.</summary>
    public bool Retain;
}
