namespace Firmware.Contract;

/// <summary>
/// Who is called next while an alarm stays unanswered, counted from the moment its response was due. No contract gives times; E says that the
/// managers act in parallel and D that the technical lead and an expert group follow. The times are ours.
/// </summary>
public static class Escalation
{
    /// <summary>The service desk itself, before the response is due.</summary>
    public const int Desk = 0;

    /// <summary>The desk's lead: when the response is due.</summary>
    public const int DeskLead = 1;

    /// <summary>The manager: 30 minutes later.</summary>
    public const int Manager = 2;

    /// <summary>Technical lead and expert group: 90 minutes later. The last step; it is repeated every 4 hours.</summary>
    public const int Experts = 3;

    private const int ManagerSeconds = 30 * 60;
    private const int ExpertsSeconds = 90 * 60;
    private const int RepeatSeconds = 4 * 3600;

    /// <summary>The step that holds this long after the response was due, s; below 0 it is not due yet.</summary>
    public static int StepAt(int overdueSeconds)
    {
        if (overdueSeconds < 0)
        {
            return Desk;
        }

        if (overdueSeconds < ManagerSeconds)
        {
            return DeskLead;
        }

        return overdueSeconds < ExpertsSeconds ? Manager : Experts;
    }

    /// <summary>How often the alarm has been raised anew by now: once a step, then every 4 hours.</summary>
    public static int RepeatsAt(int overdueSeconds)
    {
        int step = StepAt(overdueSeconds);
        return step == Experts ? step + ((overdueSeconds - ExpertsSeconds) / RepeatSeconds) : step;
    }
}
