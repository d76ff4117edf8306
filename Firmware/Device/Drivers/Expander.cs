using Firmware.Core.Contracts;

namespace Firmware.Device.Drivers;

/// <summary>
/// PCF8575, 16 quasi-bidirectional pins (datasheet SCPS121): a pin that is written high is pulled up weakly and can be read, one that is written low sinks
/// up to 25 mA. All are high when its supply comes, so whatever it drives is on at low. It has no reset wire: after a restart of the unit its
/// pins stay as they were until the first exchange.
/// </summary>
internal sealed class Expander
{
    private const int Bytes = 2;
    private const int AllHigh = 0xFFFF;

    private readonly TwoWirePart _part;
    private readonly byte[] _buffer = new byte[Bytes];

    /// <summary>The expander at an address.</summary>
    public Expander(int address)
    {
        _part = new TwoWirePart(address);
    }

    /// <summary>Levels of the last exchange that was answered, bit 0 = P00, bit 15 = P17.</summary>
    public int Levels { get; private set; } = AllHigh;

    /// <summary>Writes every pin, then reads them. Inputs are written high.</summary>
    public NoDataReason Exchange(int levels)
    {
        _buffer[0] = (byte)levels;
        _buffer[1] = (byte)(levels >> 8);
        NoDataReason reason = _part.Write(_buffer, Bytes);
        if (reason == NoDataReason.None)
        {
            reason = _part.Read(_buffer, Bytes);
        }

        if (reason == NoDataReason.None)
        {
            Levels = _buffer[0] | (_buffer[1] << 8);
        }

        return reason;
    }
}
