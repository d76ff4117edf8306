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
/// Evidence of flow, from what is fitted and answers:
/// <list type="table">
/// <item><term>bus meter</term><description>decides where it has data</description></item>
/// <item><term>pulses</term><description>come: flows. None come and the bus meter has no data: the pressure of the running pump decides</description></item>
/// <item><term>pressure</term><description>pump running: at least the dry limit means that water is lifted, below it that none is</description></item>
/// <item><term>nothing else</term><description>pulses silent alone: still, because stopping the pump is the safe side</description></item>
/// </list>
/// </summary>
public static class Flow
{
    /// <summary>Judges the readings; <paramref name="running"/> is whether the pump runs.</summary>
    public static FlowEvidence Judge(Readings readings, Settings settings, bool running)
    {
        if (readings.Has(Signal.BusFlow))
        {
            return IsFlow(readings.ValueOf(Signal.BusFlow), settings) || PulsesCome(readings, settings) ? FlowEvidence.Flows : FlowEvidence.Still;
        }

        if (PulsesCome(readings, settings))
        {
            return FlowEvidence.Flows;
        }

        if (running && readings.Has(Signal.Pressure))
        {
            return readings.ValueOf(Signal.Pressure) >= settings.DryPressureKilopascal ? FlowEvidence.Flows : FlowEvidence.Still;
        }

        return readings.Has(Signal.PulseFlow) ? FlowEvidence.Still : FlowEvidence.Unknown;
    }

    /// <summary>True where the magnitude of a flow counts as flow.</summary>
    public static bool IsFlow(int millilitresPerSecond, Settings settings)
    {
        return millilitresPerSecond >= settings.NoFlowMillilitresPerSecond || millilitresPerSecond <= -settings.NoFlowMillilitresPerSecond;
    }

    private static bool PulsesCome(Readings readings, Settings settings)
    {
        return readings.Has(Signal.PulseFlow) && IsFlow(readings.ValueOf(Signal.PulseFlow), settings);
    }
}
