using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>Damaged or missing answers over 100 reads of the RS485 meter, ‰. The window is a hundred reads, one a second: it is judged when all of it lies after the start.</summary>
public static class BusErrorsItem
{
    private const int WindowMs = 101000;

    /// <summary>A count of a hundred reads knows no finer step than one: ± 5 ‰, evenly spread, is 5 / √3 (GUM 4.3.7), ‰.</summary>
    private const int UncertaintyPermille = 3;

    /// <summary>Waits for 100 reads and judges them.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Needs(Signal.BusErrors) && run.PhaseMs >= WindowMs)
        {
            run.JudgeReading(Signal.BusErrors, UncertaintyPermille);
        }
    }
}
