namespace Firmware.Inspection.Items;

/// <summary>A value that the technician's own instrument gives: earth resistance, insulation. Its uncertainty is the instrument's and not known here.</summary>
public static class EnterValueItem
{
    /// <summary>Asks for the value and judges it.</summary>
    public static void Step(ItemRun run)
    {
        run.Prompt = Prompt.Value;
        if (run.HasEntered)
        {
            run.Judge(run.Entered, 0);
        }
    }
}
