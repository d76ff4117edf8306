using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// The register map of the three-phase power meter in the pump's panel, and its replies turned into readings. Map (holding registers, most significant
/// word first): 0–2 voltages to neutral 0.1 V, 3–8 currents mA, 9–14 power of each phase W signed, 15–16 power W signed, 17–18 energy Wh.
/// It is fed from the unit's own supply, so that it answers without mains.
/// </summary>
public static class PowerMeter
{
    /// <summary>First register that is read.</summary>
    public const int FirstRegister = 0;

    /// <summary>Registers read at once.</summary>
    public const int Registers = 19;

    /// <summary>Phases.</summary>
    public const int Phases = 3;

    private const int CurrentAt = 3;
    private const int PowerAt = 15;
    private const int EnergyAt = 17;
    private const int MillivoltsPerDigit = 100;

    /// <summary>Puts a good reply into the meter's columns.</summary>
    public static void Take(byte[] reply, Readings into)
    {
        for (int phase = 0; phase < Phases; phase++)
        {
            into.Set(Signal.Voltage1 + phase, ModbusFrame.Register(reply, phase) * MillivoltsPerDigit);
            into.Set(Signal.Current1 + phase, ModbusFrame.Register32(reply, CurrentAt + (2 * phase)));
        }

        // Transformers that sit the wrong way round turn its sign, and a pump gives nothing back: what counts is the magnitude.
        int watts = ModbusFrame.Register32(reply, PowerAt);
        into.Set(Signal.Power, watts < 0 ? -Bound.Clamp(watts, -int.MaxValue, 0) : watts);
        into.Set(Signal.Energy, ModbusFrame.Register32(reply, EnergyAt));
    }

    /// <summary>Marks all that the meter gives as missing.</summary>
    public static void Miss(Readings into, NoDataReason reason)
    {
        for (int signal = Signal.Power; signal <= Signal.Energy; signal++)
        {
            into.Miss(signal, reason);
        }
    }
}
