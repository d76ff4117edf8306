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
/// <item><term>no pulses, RS485 meter at 0</term><description>still</description></item>
/// <item><term>no pulses, RS485 meter silent</term><description>the pressure of the running pump decides</description></item>
/// <item><term>no pulses and nothing else</term><description>still, because stopping the pump is the safe side</description></item>
/// </list>
/// A RS485 meter that reports its own fault says nothing, and neither do pulses faster than the pipe can carry water.
/// </summary>
public static class Flow
{
    /// <summary>Judges the readings; <paramref name="running"/> is whether the pump runs.</summary>
    public static FlowEvidence Judge(Readings readings, Settings settings, bool running)
    {
        bool busAnswers = BusCounts(readings);
        if (busAnswers && IsFlow(readings.ValueOf(Signal.BusFlow), settings))
        {
            return FlowEvidence.Flows;
        }

        bool pulsesCome = PulsesCome(readings, settings);
        if (running && readings.Has(Signal.Pressure) && pulsesCome == busAnswers)
        {
            return readings.ValueOf(Signal.Pressure) >= settings.DryPressureKilopascal ? FlowEvidence.Flows : FlowEvidence.Still;
        }

        if (pulsesCome && (running || !busAnswers))
        {
            return FlowEvidence.Flows;
        }

        return busAnswers || readings.Has(Signal.PulseFlow) ? FlowEvidence.Still : FlowEvidence.Unknown;
    }

    /// <summary>True where the RS485 meter's flow can be believed: it answers, and reports no fault of its own.</summary>
    public static bool BusCounts(Readings readings)
    {
        return readings.Has(Signal.BusFlow) && (readings.ValueOf(Signal.BusStatus) & BusMeter.OwnFault) == 0;
    }

    /// <summary>Most that the pipe carries, mL/s: half more than the rated flow.</summary>
    public static int Most(Settings settings)
    {
        return Bound.Scale(settings.RatedFlowMillilitresPerSecond, 3, 2);
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
