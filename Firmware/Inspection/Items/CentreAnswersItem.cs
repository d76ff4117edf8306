using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The whole way to the service centre and back, now: the unit tells its state, which the centre answers. Value 2 where the broker is connected, 3 where the answer has come.</summary>
public static class CentreAnswersItem
{
    private const int AnswerMs = 60000;

    /// <summary>Gives the centre a minute, and judges how far the way reaches.</summary>
    public static void Step(ItemRun run)
    {
        if (!run.Needs(Signal.Reach))
        {
            return;
        }

        if (run.Phase == 0)
        {
            run.First = run.Unit.CentreAnswers;
            run.Unit.WantsAnswer = true;
            run.Enter(1);
        }

        bool answered = run.Unit.CentreAnswers != run.First;
        if (answered || run.PhaseMs >= AnswerMs)
        {
            run.Judge(run.Readings.ValueOf(Signal.Reach) + (answered ? 1 : 0), 0);
        }
    }
}
