namespace Firmware.Inspection.Items;

/// <summary>The LEDs: they blink together, and the technician says whether both do.</summary>
public static class LedsLookItem
{
    /// <summary>Blinks and asks.</summary>
    public static void Step(ItemRun run)
    {
        run.WantsLamps = true;
        AttestItem.Step(run);
    }
}
