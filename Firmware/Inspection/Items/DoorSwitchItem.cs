using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The door switch, moved by the technician: it must be seen open and shut.</summary>
public static class DoorSwitchItem
{
    /// <summary>Time for the technician to do it, ms.</summary>
    public const int ActMs = 120000;

    private const int Both = 3;

    /// <summary>Asks for the door to be moved and watches. Value: states seen, 2 passes.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.DoorOpen))
        {
            return;
        }

        run.Prompt = Prompt.Act;
        run.First |= run.Readings.IsOn(Signal.DoorOpen) ? 1L : 2L;
        if (run.First == Both)
        {
            run.Judge(2, 0);
        }
        else if (run.PhaseMs >= ActMs)
        {
            run.Judge(1, 0);
        }
    }
}
