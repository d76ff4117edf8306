using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>What the site's instruments together say of the water. One place, so that faults 201 and 305 never contradict each other.</summary>
public enum FlowEvidence : byte
{
    /// <summary>Not enough to say anything.</summary>
    Unknown = 0,

    /// <summary>Water flows.</summary>
    Flows = 1,

    /// <summary>No water flows.</summary>
    Still = 2,
}

/// <summary>
/// Evidence of flow, from what is fitted and answers. First row that fits:
/// <list type="table">
/// <item><term>RS485 meter counts</term><description>flows</description></item>
/// <item><term>pulses come, RS485 meter at 0, pump running</term><description>they contradict each other: the pressure decides. A pulse meter takes four
/// intervals to be known as silent, and a broken electrode makes the other one say 0</description></item>
/// <item><term>pulses come, RS485 meter at 0, pump off</term><description>still: nothing drives water, but noise makes pulses</description></item>
/// <item><term>pulses come</term><description>flows</description></item>
/// <item><term>pulses come faster than the pipe carries, RS485 meter silent, the motor takes <see cref="LiftingPercent"/> % of its power or more</term><description>flows: a burst; a dry
/// pump takes a third</description></item>
/// <item><term>the same, and nobody tells the motor's power (the power meter sits on the same pair)</term><description>flows up to <see cref="RunOutTimes"/> times the rated flow, a burst: a pump
/// that runs out into a broken line delivers no more. Beyond it they are noise</description></item>
/// <item><term>no pulses, RS485 meter at 0</term><description>still</description></item>
/// <item><term>no pulses, RS485 meter silent</term><description>the pressure of the running pump decides: too low, and it lifts no water; above the line's
/// limit, with no pulse for the time of three at a tenth of the rated flow, and it turns against a closed valve; else water flows</description></item>
/// <item><term>no pulses, RS485 meter silent, no pressure, the motor takes <see cref="LiftingPercent"/> % of its power or more</term><description>flows</description></item>
/// <item><term>no pulses and nothing else, pump running</term><description>unknown until three pulses of a tenth of the rated flow are missing, then still: stopping the
/// pump is the safe side</description></item>
/// <item><term>no pulses and nothing else, pump off</term><description>still</description></item>
/// </list>
/// A RS485 meter that reports its own fault says nothing, and neither does a flow that the pipe cannot carry, unless the other meter confirms it. One at 0 as a run begins may hang
/// (<see cref="MayHangAtZero"/>): nothing is known then.
/// </summary>
public static class Flow
{
    /// <summary>Power of a motor whose pump lifts water, % of the rated one: without water it takes 20 to 35.</summary>
    public const int LiftingPercent = 60;

    /// <summary>Power of a motor that turns, % of the rated one: in air, without any water, it takes an eighth to a third; behind a blown fuse or a cut cable none.</summary>
    public const int TurningPercent = 5;

    /// <summary>Most that a centrifugal pump delivers without any head behind it, times its rated flow: the end of a maker's curve lies at 1.3 to 2.</summary>
    public const int RunOutTimes = 2;

    private const int MissedPulses = 3;
    private const int LeastRunShare = 10;
    private const int JitterMs = 2000;

    /// <summary>Judges the readings.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="settings">The site.</param>
    /// <param name="running">The pump runs, or may run.</param>
    /// <param name="silentMs">How long it has run without a pulse, ms.</param>
    public static FlowEvidence Judge(Readings readings, Settings settings, bool running, long silentMs)
    {
        bool busAnswers = BusCounts(readings, settings);
        if (busAnswers && IsFlow(readings.ValueOf(Signal.BusFlow), settings))
        {
            return FlowEvidence.Flows;
        }

        bool pulsesCome = PulsesCome(readings, settings) || (running && !busAnswers && IsBurst(readings, settings));
        if (running && readings.Has(Signal.Pressure) && pulsesCome == busAnswers)
        {
            int pressure = readings.ValueOf(Signal.Pressure);
            bool shut = pressure > settings.HighPressureKilopascal && silentMs >= SilenceMs(settings);
            return pressure >= settings.DryPressureKilopascal && !shut ? FlowEvidence.Flows : FlowEvidence.Still;
        }

        if ((pulsesCome && (running || !busAnswers)) || (running && !busAnswers && Lifts(readings, settings)))
        {
            return FlowEvidence.Flows;
        }

        bool known = busAnswers || (readings.Has(Signal.PulseFlow) && (!running || silentMs >= SilenceMs(settings)));
        return known ? FlowEvidence.Still : FlowEvidence.Unknown;
    }

    /// <summary>
    /// The RS485 meter says 0 in a run so young that three pulses at the rated flow are not due yet, while the motor takes <see cref="LiftingPercent"/> % of its power or more and the pressure is not above the line's limit: a
    /// meter that hangs at 0 says so before a slow pulse meter can contradict it, and a dry pump, or one against a closed valve, takes less (decision 0213).
    /// </summary>
    public static bool MayHangAtZero(Readings readings, Settings settings, long runMs)
    {
        bool due = !readings.Has(Signal.PulseFlow) || runMs >= MissedPulsesMs(settings, settings.RatedFlowMillilitresPerSecond);
        return !due && BusCounts(readings, settings) && Lifts(readings, settings) && readings.ValueOf(Signal.Pressure) <= settings.HighPressureKilopascal;
    }

    /// <summary>Silence of the pulse meter that says, alone, that no water flows, ms: three pulses of a tenth of the rated flow.</summary>
    public static long SilenceMs(Settings settings)
    {
        return (MissedPulses * (long)Bound.Scale(settings.PulseMillilitres, 1000L * LeastRunShare, settings.RatedFlowMillilitresPerSecond)) + JitterMs;
    }

    /// <summary>True where the RS485 meter's flow can be believed: it answers, reports no fault of its own, and no flow that the pipe cannot carry.</summary>
    public static bool BusCounts(Readings readings, Settings settings)
    {
        bool sound = readings.Has(Signal.BusFlow) && (readings.ValueOf(Signal.BusStatus) & BusMeter.OwnFault) == 0;
        return sound && !IsBusBeyond(readings, settings);
    }

    /// <summary>
    /// The RS485 meter shows, either way, more than the pipe carries, and the pulses do not come at half of it at least: behind a burst both
    /// meters show such a flow, the pulses some seconds later.
    /// </summary>
    public static bool IsBusBeyond(Readings readings, Settings settings)
    {
        int flow = readings.ValueOf(Signal.BusFlow);
        long magnitude = flow < 0 ? -(long)flow : flow;
        return readings.Has(Signal.BusFlow) && magnitude > Most(settings) && magnitude > 2L * readings.ValueOf(Signal.PulseFlow);
    }

    /// <summary>
    /// A flow by pulses, mL/s, is more than half as much again as that of a RS485 meter that counts: more than any wear, and less than a reed that bounces once.
    /// </summary>
    public static bool IsAheadOfBus(long pulseFlow, Readings readings, Settings settings)
    {
        long bus = readings.ValueOf(Signal.BusFlow);
        return BusCounts(readings, settings) && 2 * pulseFlow > (3 * (bus < 0 ? -bus : bus)) + settings.NoFlowMillilitresPerSecond;
    }

    /// <summary>Time of three pulses at a flow, and a margin, ms. Below 1 mL/s it is the time at 1 mL/s.</summary>
    public static long MissedPulsesMs(Settings settings, int millilitresPerSecond)
    {
        return (MissedPulses * (long)Bound.Scale(settings.PulseMillilitres, 1000, millilitresPerSecond)) + JitterMs;
    }

    /// <summary>Most that the pipe carries, mL/s: half more than the rated flow.</summary>
    public static int Most(Settings settings)
    {
        return Bound.Scale(settings.RatedFlowMillilitresPerSecond, 3, 2);
    }

    /// <summary>More pulses than the pipe carries are noise, unless the motor lifts water; where its power is not told, unless a pump can deliver so much.</summary>
    private static bool IsBurst(Readings readings, Settings settings)
    {
        int flow = readings.ValueOf(Signal.PulseFlow);
        bool lifts = readings.Has(Signal.Power)
            ? Lifts(readings, settings)
            : flow <= (long)settings.RatedFlowMillilitresPerSecond * RunOutTimes;
        return lifts && readings.Has(Signal.PulseFlow) && flow > Most(settings);
    }

    /// <summary>Power below which the motor stands, W.</summary>
    public static int TurningWatts(Settings settings) => Bound.Scale(settings.RatedPowerWatts, TurningPercent, 100);

    /// <summary>The power meter shows that the motor turns. False where it shows nothing.</summary>
    public static bool MotorTurns(Readings readings, Settings settings)
    {
        return readings.Has(Signal.Power) && readings.ValueOf(Signal.Power) >= TurningWatts(settings);
    }

    private static bool Lifts(Readings readings, Settings settings)
    {
        return readings.Has(Signal.Power) && readings.ValueOf(Signal.Power) >= Bound.Scale(settings.RatedPowerWatts, LiftingPercent, 100);
    }

    private static bool PulsesCome(Readings readings, Settings settings)
    {
        int flow = readings.ValueOf(Signal.PulseFlow);
        return readings.Has(Signal.PulseFlow) && IsFlow(flow, settings) && flow <= Most(settings);
    }

    /// <summary>True where the magnitude of a flow counts as flow.</summary>
    public static bool IsFlow(int millilitresPerSecond, Settings settings)
    {
        return millilitresPerSecond >= settings.NoFlowMillilitresPerSecond || millilitresPerSecond <= -settings.NoFlowMillilitresPerSecond;
    }
}
