using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>A contact that the technician works by hand: the door's switch, moved; the card reader, a card laid on it and taken away.</summary>
public static class WorkedContactItem
{
    /// <summary>Time for the technician to do it, ms.</summary>
    public const int ActMs = 120000;

    private const int Both = 3;

    /// <summary>
    /// Asks for the act and watches. Value: states seen, 2 passes. It fails where the technician says that it was done and not seen; where nobody says so in time it is open whether anybody did
    /// it.
    /// </summary>
    public static void Step(ItemRun run, int signal)
    {
        if (!run.Needs(signal))
        {
            return;
        }

        run.Prompt = Prompt.Act;
        run.First |= run.Readings.IsOn(signal) ? 1L : 2L;
        if (run.First == Both)
        {
            run.Judge(2, 0);
        }
        else if (run.HasEntered)
        {
            run.Judge(1, 0);
        }
        else if (run.PhaseMs >= ActMs)
        {
            run.NotTested(ItemReason.TimedOut);
        }
    }
}
