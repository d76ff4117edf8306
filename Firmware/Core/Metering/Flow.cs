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
/// </summary>
public static class Flow
{
    /// <summary>Judges the readings; <paramref name="running"/> is whether the pump runs.</summary>
    public static FlowEvidence Judge(Readings readings, Settings settings, bool running)
    {
        bool busAnswers = readings.Has(Signal.BusFlow);
        if (busAnswers && IsFlow(readings.ValueOf(Signal.BusFlow), settings))
        {
            return FlowEvidence.Flows;
        }

        bool pulsesCome = readings.Has(Signal.PulseFlow) && IsFlow(readings.ValueOf(Signal.PulseFlow), settings);
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

    /// <summary>True where the magnitude of a flow counts as flow.</summary>
    public static bool IsFlow(int millilitresPerSecond, Settings settings)
    {
        return millilitresPerSecond >= settings.NoFlowMillilitresPerSecond || millilitresPerSecond <= -settings.NoFlowMillilitresPerSecond;
    }
}
