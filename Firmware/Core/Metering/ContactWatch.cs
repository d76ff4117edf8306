using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Contacts that chatter. A loose or wet wire, or hum on it, makes a circuit close and open from scan to scan; what one decision a second happens to see of that would be a mains that is gone,
/// an open door, a contactor that let go. Such a contact has no value (<see cref="NoDataReason.OutOfRange"/>: its checks are in error) until it is calm. Each change weighs
/// <see cref="ChangeSteps"/> steps of <see cref="StepMs"/>, and each step of time takes one off: four changes within 0.8 s are chatter, and so is half a second at the seventh change, 3 s after the first, or any rhythm of less than 0.8 s after half a minute; a
/// person's hand, a bounce and a grid that flickers are not. A slower rhythm a decision a second sees as it is, and no row counts that far. It ends after 3 s without a change at most (decision 0205). 80 B.
/// </summary>
public sealed class ContactWatch
{
    /// <summary>Length of a step, ms: a scan that comes in time.</summary>
    public const int StepMs = 50;

    /// <summary>Steps that one change weighs.</summary>
    public const int ChangeSteps = 16;

    /// <summary>Weight from which on a contact chatters, steps.</summary>
    public const int ChatterSteps = 48;

    private const int Contacts = 9;
    private const int MostSteps = 63;
    private const int WeightMask = 63;
    private const byte IsOn = 64;
    private const byte IsRestless = 128;

    private readonly byte[] _state = new byte[Contacts];
    private long _stepMs;

    /// <summary>Takes the contacts of a scan, and takes the value of those that chatter away. Every contact is read anew before.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="readings">The readings.</param>
    public void Step(long nowMs, Readings readings)
    {
        int steps = (int)Bound.Clamp((nowMs - _stepMs) / StepMs, 0, MostSteps);
        _stepMs = steps < MostSteps ? _stepMs + (steps * StepMs) : nowMs;
        for (int contact = 0; contact < Contacts; contact++)
        {
            int signal = SignalOf(contact);
            if (readings.Has(signal))
            {
                _state[contact] = Next(_state[contact], steps, readings.IsOn(signal));
                if ((_state[contact] & IsRestless) != 0)
                {
                    readings.Miss(signal, NoDataReason.OutOfRange);
                }
            }
        }
    }

    /// <summary>True of a contact that is fitted and shows nothing that holds: what stood before it began goes on.</summary>
    public static bool Chatters(Readings readings, int contact) => readings.ReasonOf(contact) == NoDataReason.OutOfRange;

    private static byte Next(byte state, int steps, bool on)
    {
        int change = on != ((state & IsOn) != 0) ? ChangeSteps : 0;
        int rest = Bound.Clamp((state & WeightMask) - steps, 0, MostSteps);
        int weight = Bound.Clamp(rest + change, 0, MostSteps);

        bool chatters = weight >= ChatterSteps || (weight > 0 && (state & IsRestless) != 0);
        return (byte)(weight | (on ? IsOn : 0) | (chatters ? IsRestless : 0));
    }

    /// <summary>Those that are wires to the field; what a card reader or the unit itself says does not bounce.</summary>
    private static int SignalOf(int contact)
    {
        return contact switch
        {
            0 => Signal.PumpContact,
            1 => Signal.RunRequest,
            2 => Signal.MainsPresent,
            3 => Signal.DoorOpen,
            4 => Signal.PumpMirror,
            5 => Signal.SelectorHand,
            6 => Signal.ChamberFlooded,
            7 => Signal.ValveIsOpen,
            _ => Signal.ValveIsShut,
        };
    }
}
