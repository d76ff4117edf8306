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

    private const int FlowAt = 0;
    private const int TotalAt = 2;
    private const int StatusAt = 4;
    private const int SerialAt = 5;

    /// <summary>Puts a reply, or the reason why there is none, into the meter's columns.</summary>
    public static void Take(ModbusVerdict verdict, byte[] reply, Readings into)
    {
        if (verdict == ModbusVerdict.Ok)
        {
            into.Set(Signal.BusFlow, Bound.Scale(ModbusFrame.Register32(reply, FlowAt), 1000, 3600));
            into.Set(Signal.BusTotal, ModbusFrame.Register32(reply, TotalAt));
            into.Set(Signal.BusStatus, ModbusFrame.Register(reply, StatusAt));
            into.Set(Signal.BusSerial, ModbusFrame.Register32(reply, SerialAt));
        }
        else
        {
            Miss(into, ReasonFor(verdict));
        }
    }

    /// <summary>Marks all that the meter gives as missing.</summary>
    public static void Miss(Readings into, NoDataReason reason)
    {
        into.Miss(Signal.BusFlow, reason);
        into.Miss(Signal.BusTotal, reason);
        into.Miss(Signal.BusStatus, reason);
        into.Miss(Signal.BusSerial, reason);
    }

    /// <summary>A silent meter is a time-out; every damaged or foreign answer is a bus error.</summary>
    public static NoDataReason ReasonFor(ModbusVerdict verdict)
    {
        return verdict switch
        {
            ModbusVerdict.Ok => NoDataReason.None,
            ModbusVerdict.NoReply => NoDataReason.Timeout,
            _ => NoDataReason.BusError,
        };
    }
}
