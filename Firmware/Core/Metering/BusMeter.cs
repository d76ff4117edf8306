using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// The register map of the RS485 water meter, and its replies turned into readings. Map (holding registers, most significant word
/// first): 0–1 flow L/h signed, 2–3 total L, 4 status, 5–6 serial number.
/// </summary>
public static class BusMeter
{
    /// <summary>First register that is read.</summary>
    public const int FirstRegister = 0;

    /// <summary>Registers read at once.</summary>
    public const int Registers = 7;

    /// <summary>Bit of the status word: the meter reports a fault of its own.</summary>
    public const int OwnFault = 1;

    private const int FlowAt = 0;
    private const int TotalAt = 2;
    private const int StatusAt = 4;
    private const int SerialAt = 5;

    /// <summary>Puts a good reply into the meter's columns.</summary>
    public static void Take(byte[] reply, Readings into)
    {
        into.Set(Signal.BusFlow, Bound.Scale(ModbusFrame.Register32(reply, FlowAt), 1000, 3600));
        into.Set(Signal.BusTotal, ModbusFrame.Register32(reply, TotalAt));
        into.Set(Signal.BusStatus, ModbusFrame.Register(reply, StatusAt));
        into.Set(Signal.BusSerial, ModbusFrame.Register32(reply, SerialAt));
    }

    /// <summary>Marks all that the meter gives as missing.</summary>
    public static void Miss(Readings into, NoDataReason reason)
    {
        into.Miss(Signal.BusFlow, reason);
        into.Miss(Signal.BusTotal, reason);
        into.Miss(Signal.BusStatus, reason);
        into.Miss(Signal.BusSerial, reason);
    }
}
