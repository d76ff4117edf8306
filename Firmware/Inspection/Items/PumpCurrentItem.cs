using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Current of the most loaded phase while the motor runs. A phase that lies more than a tenth off the mean of the three fails (GB 50170: unbalance of a motor's currents), and its current is the value.</summary>
public static class PumpCurrentItem
{
    /// <summary>Class 0.5 of the power meter at 20 A, mA.</summary>
    public const int UncertaintyMilliamperes = 100;

    private const int Tenth = 10;

    /// <summary>Lets the pump run, and judges the greatest current.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Current1) || !run.Needs(Signal.Current2) || !run.Needs(Signal.Current3) || !PumpRun.HasSettled(run, PumpRun.SettleMs))
        {
            return;
        }

        int mean = (run.Readings.ValueOf(Signal.Current1) + run.Readings.ValueOf(Signal.Current2) + run.Readings.ValueOf(Signal.Current3)) / 3;
        int most = 0;
        int off = 0;
        for (int phase = 0; phase < 3; phase++)
        {
            int current = run.Readings.ValueOf(Signal.Current1 + phase);
            most = current > most ? current : most;
            off = Distance(current, mean) > Distance(off, mean) || phase == 0 ? current : off;
        }

        if (Distance(off, mean) > (mean / Tenth) + UncertaintyMilliamperes)
        {
            run.Note(off, UncertaintyMilliamperes);
            run.Fail();
            return;
        }

        run.Judge(most, UncertaintyMilliamperes);
    }

    private static int Distance(int value, int from) => value < from ? from - value : value - from;
}
