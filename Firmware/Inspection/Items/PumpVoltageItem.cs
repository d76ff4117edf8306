using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Voltage of the phase that is furthest from the rated one while the motor runs.</summary>
public static class PumpVoltageItem
{
    /// <summary>Class 0.5 of the power meter at 230 V, mV.</summary>
    public const int UncertaintyMillivolts = 1200;

    /// <summary>Lets the pump run, and judges the worst phase.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Voltage1) || !run.Needs(Signal.Voltage2) || !run.Needs(Signal.Voltage3) || !PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            return;
        }

        int rated = run.Site.Settings.RatedPhaseVolts * 1000;
        int worst = Further(Further(run.Readings.ValueOf(Signal.Voltage1), run.Readings.ValueOf(Signal.Voltage2), rated), run.Readings.ValueOf(Signal.Voltage3), rated);
        run.Judge(worst, UncertaintyMillivolts);
    }

    private static int Further(int first, int second, int rated)
    {
        return Distance(second, rated) > Distance(first, rated) ? second : first;
    }

    private static int Distance(int value, int from) => value < from ? from - value : value - from;
}
