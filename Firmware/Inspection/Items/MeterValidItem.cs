namespace Firmware.Inspection.Items;

/// <summary>Days to the end of the legal verification of the water meters (检定有效期, as the seal says), the meter whose ends first.</summary>
public static class MeterValidItem
{
    /// <summary>Judges the days that are left; open where no date was entered, or no clock tells the day.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Unit.MeterValidDays == UnitFacts.NotKnown)
        {
            run.NotTested(ItemReason.NothingToCompare);
        }
        else
        {
            run.Judge(run.Unit.MeterValidDays, 0);
        }
    }
}
