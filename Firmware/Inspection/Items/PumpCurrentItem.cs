using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Current of the most loaded phase while the motor runs.</summary>
public static class PumpCurrentItem
{
    /// <summary>Class 0.5 of the power meter at 20 A, mA.</summary>
    public const int UncertaintyMilliamperes = 100;

    /// <summary>Lets the pump run, and judges the greatest current.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Current1) || !run.Needs(Signal.Current2) || !run.Needs(Signal.Current3) || !PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            return;
        }

        int most = Greater(Greater(run.Readings.ValueOf(Signal.Current1), run.Readings.ValueOf(Signal.Current2)), run.Readings.ValueOf(Signal.Current3));
        run.Judge(most, UncertaintyMilliamperes);
    }

    private static int Greater(int first, int second) => first > second ? first : second;
}
