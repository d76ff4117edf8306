using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The card reader: a card is laid on it and taken away. Value: states seen, 2 passes.</summary>
public static class CardReadItem
{
    private const int Both = 3;

    /// <summary>Asks for a card and watches.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.CardPresent))
        {
            return;
        }

        run.Prompt = Prompt.Act;
        run.First |= run.Readings.IsOn(Signal.CardPresent) ? 1L : 2L;
        if (run.First == Both)
        {
            run.Judge(2, 0);
        }
        else if (run.PhaseMs >= DoorSwitchItem.ActMs)
        {
            run.Judge(1, 0);
        }
    }
}
