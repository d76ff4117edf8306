using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The unit's self-test, run anew.</summary>
public static class SelfTestItem
{
    private const int LongestMs = 120000;

    /// <summary>Asks for a self-test and takes its result.</summary>
    public static void Step(ItemRun run)
    {
        if (run.Phase == 0)
        {
            run.Unit.SelfTestEnded = false;
            run.Unit.WantsSelfTest = true;
            run.Enter(1);
        }
        else if (run.Unit.SelfTestEnded)
        {
            End(run);
        }
        else if (run.PhaseMs >= LongestMs)
        {
            run.Unit.WantsSelfTest = false;
            run.NotTested(ItemReason.TimedOut);
        }
    }

    private static void End(ItemRun run)
    {
        switch (run.Unit.SelfTest)
        {
            case CheckOutcome.Pass: run.Pass(); break;
            case CheckOutcome.Fail: run.Fail(); break;
            default: run.NotTested(ItemReason.NoReading); break;
        }
    }
}
