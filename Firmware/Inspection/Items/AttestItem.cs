namespace Firmware.Inspection.Items;

/// <summary>What only a person can see, hear or feel: good or bad.</summary>
public static class AttestItem
{
    /// <summary>Asks, and takes 1 for good, 0 for bad.</summary>
    public static void Step(ItemRun run)
    {
        run.Prompt = Prompt.Attest;
        if (!run.HasEntered)
        {
            return;
        }

        if (run.Entered == 1)
        {
            run.Pass();
        }
        else
        {
            run.Fail();
        }
    }
}
