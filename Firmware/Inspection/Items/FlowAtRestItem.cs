using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Water that passes in five minutes with the pump off, L: a leak, a bypass, a theft. By the meter that counts more.</summary>
public static class FlowAtRestItem
{
    /// <summary>How long it is watched, ms.</summary>
    public const int WatchMs = 300000;

    private const int DrainMs = 60000;

    /// <summary>Waits until the line has drained, then watches both meters.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.NeedsEither(Signal.PulseTotal, Signal.BusTotal))
        {
            return;
        }

        bool pulse = run.Readings.Has(Signal.PulseTotal);

        if (!PumpRun.IsAtRest(run, DrainMs))
        {
            return;
        }

        if (run.Phase == 0)
        {
            Begin(run);
        }
        else if (run.PhaseMs >= WatchMs)
        {
            Judge(run, pulse);
        }
    }

    private static void Begin(ItemRun run)
    {
        run.First = run.Unit.PulseMillilitres;
        run.Second = run.Readings.Has(Signal.BusTotal) ? run.Readings.ValueOf(Signal.BusTotal) : -1;
        run.Enter(1);
    }

    private static void Judge(ItemRun run, bool pulse)
    {
        int pulses = pulse ? (int)((run.Unit.PulseMillilitres - run.First) / 1000) : 0;
        bool bus = run.Second >= 0 && run.Readings.Has(Signal.BusTotal);
        if (!pulse && !bus)
        {
            run.NotTested(ItemReason.NoReading);
            return;
        }

        int litres = bus ? (int)(run.Readings.ValueOf(Signal.BusTotal) - run.Second) : 0;
        int uncertainty = bus ? 1 : 1 + (run.Site.Settings.PulseMillilitres / 1000);
        run.Judge(pulses > litres ? pulses : litres, uncertainty);
    }
}
