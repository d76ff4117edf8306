using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Whether the pump runs, from all that tells it. One place, so that 301, 302, 305, 306, 308, 309 and 504 never contradict each other. First row that fits:
/// <list type="table">
/// <item><term>auxiliary contact closed</term><description>runs</description></item>
/// <item><term>auxiliary contact open, mirror contact closed</term><description>stands: both say so, and a power meter that shows power sticks</description></item>
/// <item><term>auxiliary contact open, asked for</term><description>the power of the motor decides, or, where nobody tells it, the mirror contact: a cut wire of the auxiliary contact looks
/// open</description></item>
/// <item><term>auxiliary contact open, not asked for</term><description>runs where the mirror contact and the motor's power both say so; not within <see cref="StaleMs"/> of the contact's opening:
/// the power meter's answer may be from before</description></item>
/// <item><term>no auxiliary contact can be read</term><description>the power of the motor decides, or, where nobody tells it, our command: the worse of the two for the motor</description></item>
/// </list>
/// With the selector on hand our command tells nothing: the panel has the say.
/// </summary>
public static class PumpEvidence
{
    /// <summary>Longest time that an answer of the power meter may be from before a stop, ms: the three questions after which it is given up, and two to spare.</summary>
    public const int StaleMs = 5000;

    /// <summary>Judges the readings.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="settings">The site.</param>
    /// <param name="commanded">We ask the contactor to be closed.</param>
    /// <param name="contactOpenMs">How long the auxiliary contact has not been closed, ms.</param>
    public static bool Runs(Readings readings, Settings settings, bool commanded, long contactOpenMs)
    {
        if (readings.IsOn(Signal.PumpContact))
        {
            return true;
        }

        if (IsOpenByBoth(readings))
        {
            return false;
        }

        bool open = readings.Has(Signal.PumpContact);
        bool mirror = readings.Has(Signal.PumpMirror) && !readings.IsOn(Signal.PumpMirror);
        if (open && !commanded)
        {
            return mirror && contactOpenMs >= StaleMs && Flow.MotorTurns(readings, settings);
        }

        return readings.Has(Signal.Power) ? Flow.MotorTurns(readings, settings) : commanded && !readings.IsOn(Signal.SelectorHand) && (!open || mirror);
    }

    /// <summary>
    /// The pump is asked for, and nothing but an open auxiliary contact says that it stands: neither the mirror contact nor a power meter. Its wire may be cut, so that a pump without water is
    /// stopped here, too.
    /// </summary>
    public static bool MayRun(Readings readings, bool commanded)
    {
        return commanded && !readings.IsOn(Signal.SelectorHand) && !readings.Has(Signal.Power) && !readings.IsOn(Signal.PumpMirror);
    }

    /// <summary>Both contacts say that the contactor is open.</summary>
    public static bool IsOpenByBoth(Readings readings)
    {
        return readings.Has(Signal.PumpContact) && !readings.IsOn(Signal.PumpContact) && readings.IsOn(Signal.PumpMirror);
    }
}
