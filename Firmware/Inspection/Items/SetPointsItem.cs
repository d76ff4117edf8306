namespace Firmware.Inspection.Items;

/// <summary>The settings in force against those approved at the acceptance, by fingerprint. Where they differ the technician adjusts them and inspects again.</summary>
public static class SetPointsItem
{
    /// <summary>Compares. Value: 0 for the same, 1 for another.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Unit.ApprovedFingerprint == 0)
        {
            run.NotTested(ItemReason.NothingToCompare);
        }
        else
        {
            run.Judge(run.Unit.SettingsFingerprint == run.Unit.ApprovedFingerprint ? 0 : 1, 0);
        }
    }
}
