using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>The whole way to the service centre: value 2 where the broker is connected, 3 where the centre has answered in this session.</summary>
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

        if (run.Unit.CentreAnswered || run.PhaseMs >= AnswerMs)
        {
            run.Judge(run.Readings.ValueOf(Signal.Reach) + (run.Unit.CentreAnswered ? 1 : 0), 0);
        }
    }
}
