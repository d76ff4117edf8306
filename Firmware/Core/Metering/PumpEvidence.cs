using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>What the other witnesses say of the auxiliary contact.</summary>
public enum ContactFeedback : byte
{
    /// <summary>Nothing: there is no other witness now, or what is wrong is not the contact.</summary>
    Unknown = 0,

    /// <summary>It is rightly open.</summary>
    Open = 1,

    /// <summary>It is rightly closed.</summary>
    Closed = 2,

    /// <summary>It, or its mirror contact, is wrong.</summary>
    Contradicted = 3,
}

/// <summary>
/// Whether the pump runs, from all that tells it. One place, so that 301, 302, 305, 306, 308, 309 and 504 never contradict each other. First row that fits:
/// <list type="table">
/// <item><term>auxiliary contact closed</term><description>runs</description></item>
/// <item><term>auxiliary contact open, mirror contact closed</term><description>stands: both say so, and a power meter that shows power sticks</description></item>
/// <item><term>auxiliary contact open, asked for</term><description>the power of the motor decides, or, where nobody tells it, the mirror contact: a cut wire of the auxiliary contact looks
/// open</description></item>
/// <item><term>auxiliary contact open, not asked for</term><description>runs where the mirror contact and the motor's power both say so; not within <see cref="StaleMs"/> of the contact's opening:
/// the power meter's answer may be from before</description></item>
/// <item><term>no auxiliary contact can be read</term><description>the power of the motor decides, or, where nobody tells it, the mirror contact, or our command:
/// the worse of the two for the motor</description></item>
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

        if (readings.Has(Signal.Power))
        {
            return Flow.MotorTurns(readings, settings);
        }

        bool asked = commanded && !readings.IsOn(Signal.SelectorHand);
        return open ? asked && mirror : readings.Has(Signal.PumpMirror) ? mirror : asked;
    }

    /// <summary>
    /// The pump is asked for, and nothing but an open auxiliary contact says that it stands: neither the mirror contact nor a power meter. Its wire may be cut, so that a pump without water is
    /// stopped here, too.
    /// </summary>
    public static bool MayRun(Readings readings, bool commanded)
    {
        return commanded && !readings.IsOn(Signal.SelectorHand) && !readings.Has(Signal.Power) && !readings.IsOn(Signal.PumpMirror);
    }

    /// <summary>
    /// What the others say of the auxiliary contact. The mirror contact (IEC 60947-4-1 annex F) is always its opposite: where both read the same, one of them is wrong. Without one a contact that is
    /// open is wrong while the motor turns, or water flows, by our command; one that is closed while we do not ask, the power meter shows nothing and no water flows.
    /// </summary>
    /// <param name="readings">The readings.</param>
    /// <param name="settings">The site.</param>
    /// <param name="asked">We ask for the pump, and the panel leaves us the say.</param>
    /// <param name="flows">Water flows, for longer than a line takes to drain where we ask.</param>
    public static ContactFeedback Feedback(Readings readings, Settings settings, bool asked, bool flows)
    {
        bool closed = readings.IsOn(Signal.PumpContact);
        if (!readings.Has(Signal.PumpContact))
        {
            return ContactFeedback.Unknown;
        }

        if (readings.Has(Signal.PumpMirror))
        {
            return closed == readings.IsOn(Signal.PumpMirror) ? ContactFeedback.Contradicted : closed ? ContactFeedback.Closed : ContactFeedback.Open;
        }

        bool turns = Flow.MotorTurns(readings, settings);
        if (!closed)
        {
            return asked && (turns || flows) ? ContactFeedback.Contradicted : asked || turns ? ContactFeedback.Unknown : ContactFeedback.Open;
        }

        return IsAlone(readings, settings, asked) && !flows ? ContactFeedback.Contradicted : asked || turns || flows ? ContactFeedback.Closed : ContactFeedback.Unknown;
    }

    /// <summary>The auxiliary contact alone says that a pump runs which we do not ask for: the mirror contact says that it stands, or the power meter shows nothing.</summary>
    public static bool IsAlone(Readings readings, Settings settings, bool asked)
    {
        bool against = readings.Has(Signal.PumpMirror) ? readings.IsOn(Signal.PumpMirror) : readings.Has(Signal.Power);
        return !asked && readings.IsOn(Signal.PumpContact) && against && !Flow.MotorTurns(readings, settings);
    }

    /// <summary>Both contacts say that the contactor is open.</summary>
    public static bool IsOpenByBoth(Readings readings)
    {
        return readings.Has(Signal.PumpContact) && !readings.IsOn(Signal.PumpContact) && readings.IsOn(Signal.PumpMirror);
    }
}
