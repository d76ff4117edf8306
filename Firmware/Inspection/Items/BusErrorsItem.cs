using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>
/// Damaged or missing answers over 100 reads of the RS485 meter, ‰. The window is a hundred reads, one a second: it is judged when all of it lies after the start. A single error says little: a line that loses 3 %
/// shows none or one in a hundred reads in 19.5 % of the cases. After one the next hundred reads are looked at too, and the worse hundred is judged: 7.6 % (Decisions/0086).
/// </summary>
public static class BusErrorsItem
{
    private const int WindowMs = 101000;

    /// <summary>One error in a hundred reads, ‰.</summary>
    private const int OneErrorPermille = 10;

    /// <summary>A count of a hundred reads knows no finer step than one: ± 5 ‰, evenly spread, is 5 / √3 (GUM 4.3.7), ‰.</summary>
    private const int UncertaintyPermille = 3;

    /// <summary>Waits for 100 reads, after a single error for 100 more, and judges them.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.BusErrors) || run.PhaseMs < WindowMs)
        {
            return;
        }

        int errors = run.Readings.ValueOf(Signal.BusErrors);
        if (run.Phase == 0 && errors == OneErrorPermille)
        {
            run.First = errors;
            run.Enter(1);
            return;
        }

        run.Judge(errors > run.First ? errors : (int)run.First, UncertaintyPermille);
    }
}
