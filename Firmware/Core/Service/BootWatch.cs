namespace Firmware.Core.Service;

/// <summary>Why the unit started.</summary>
public enum ResetCause : byte
{
    /// <summary>Nothing is known of an earlier run: first start, or an empty store.</summary>
    FirstStart = 0,

    /// <summary>The power came back.</summary>
    PowerLoss = 1,

    /// <summary>The unit restarted on purpose.</summary>
    Clean = 2,

    /// <summary>The unit restarted itself because a part of it hung.</summary>
    Stalled = 3,

    /// <summary>Anything else counts as a crash.</summary>
    Crash = 4,
}

/// <summary>How far a run of the unit has come, as the last saved mark says.</summary>
public enum RunMark : byte
{
    /// <summary>There was no run.</summary>
    None = 0,

    /// <summary>Started, not yet good.</summary>
    Starting = 1,

    /// <summary>Has run for a minute.</summary>
    Good = 2,

    /// <summary>The supply was failing.</summary>
    SupplyFails = 3,

    /// <summary>A restart on purpose is about to happen.</summary>
    Leaving = 4,

    /// <summary>A restart because of a hang is about to happen.</summary>
    LeavingStalled = 5,
}

/// <summary>
/// Tells a crash from a power cut without a reset reason, which the platform does not give (platform decision 12): the system clock is kept over a software reset
/// and is lost with the power; the mark of the last run says the rest. Four bad starts in a row, crashes within their first minute, stop the loop: safe
/// mode runs diagnostics, console and link, and leaves the pump off, until a person ends it. Power cuts never count.
/// </summary>
public sealed class BootWatch
{
    /// <summary>A start that lasts this long is good, ms.</summary>
    public const int GoodMs = 60000;

    /// <summary>Bad starts in a row that are a loop.</summary>
    public const int MaxBadBoots = 4;

    /// <summary>Crashes that are remembered, and that within a day raise 901.</summary>
    public const int CrashTimes = 3;

    private const int DaySeconds = 86400;

    private readonly int[] _crashUnix = new int[CrashTimes];

    /// <summary>Why this run began.</summary>
    public ResetCause Cause { get; private set; }

    /// <summary>How far this run has come; to be saved when it changes, but for a failing supply (<see cref="SupplyHadFailed"/>).</summary>
    public RunMark Mark { get; private set; }

    /// <summary>Bad starts in a row.</summary>
    public int BadBoots { get; private set; }

    /// <summary>The loop was stopped.</summary>
    public bool IsSafeMode { get; private set; }

    /// <summary>Time of one of the last crashes, Unix s, 0 for none.</summary>
    public int CrashUnix(int index) => _crashUnix[index];

    /// <summary>Takes up what was saved of the last run; before <see cref="Begin"/>.</summary>
    public void Restore(RunMark mark, int badBoots)
    {
        Mark = mark;
        BadBoots = badBoots;
    }

    /// <summary>The supply of the last run had begun to fail behind its last saved mark; after <see cref="Restore"/>. A run that left on purpose had left.</summary>
    public void SupplyHadFailed()
    {
        Mark = Mark == RunMark.Starting || Mark == RunMark.Good ? RunMark.SupplyFails : Mark;
    }

    /// <summary>Takes up the time of a crash.</summary>
    public void RestoreCrash(int index, int unix)
    {
        _crashUnix[index] = unix;
    }

    /// <summary>Judges how the last run ended.</summary>
    /// <param name="systemUnix">The system clock at the start, Unix s.</param>
    public void Begin(long systemUnix)
    {
        bool kept = systemUnix >= UnitClock.Earliest;
        Cause = CauseOf(Mark, kept);
        bool crashed = Cause == ResetCause.Crash || Cause == ResetCause.Stalled;
        if (crashed)
        {
            BadBoots += Mark == RunMark.Starting ? 1 : 0;
            NoteCrash((int)systemUnix);
        }

        IsSafeMode = BadBoots >= MaxBadBoots;
        Mark = RunMark.Starting;
    }

    /// <summary>Follows the run: good after a minute; then bad starts are forgotten, unless they led to safe mode, which a person ends.</summary>
    public void Step(long nowMs, bool supplyFails)
    {
        if (Mark == RunMark.Leaving || Mark == RunMark.LeavingStalled)
        {
            return;
        }

        bool good = nowMs >= GoodMs;
        Mark = supplyFails ? RunMark.SupplyFails : good ? RunMark.Good : RunMark.Starting;
        if (good && !IsSafeMode)
        {
            BadBoots = 0;
        }
    }

    /// <summary>A restart is about to happen: to be saved before it does.</summary>
    public void Leave(bool stalled)
    {
        Mark = stalled ? RunMark.LeavingStalled : RunMark.Leaving;
    }

    /// <summary>The restart that was about to happen does not.</summary>
    public void Stay()
    {
        Mark = RunMark.Starting;
    }

    /// <summary>A person has looked: the next start, and this run from now on, are ordinary ones.</summary>
    public void EndSafeMode()
    {
        BadBoots = 0;
        IsSafeMode = false;
    }

    /// <summary>Crashes within the last day; those of which the clock says nothing count.</summary>
    public int CrashesWithinDay(long nowUnix)
    {
        int crashes = 0;
        for (int i = 0; i < CrashTimes; i++)
        {
            bool old = nowUnix > 0 && nowUnix - _crashUnix[i] > DaySeconds;
            crashes += _crashUnix[i] > 0 && !old ? 1 : 0;
        }

        return crashes;
    }

    private static ResetCause CauseOf(RunMark mark, bool clockKept)
    {
        return mark switch
        {
            RunMark.None => ResetCause.FirstStart,
            RunMark.Leaving => ResetCause.Clean,
            RunMark.LeavingStalled => ResetCause.Stalled,
            RunMark.SupplyFails => ResetCause.PowerLoss,
            _ => clockKept ? ResetCause.Crash : ResetCause.PowerLoss,
        };
    }

    private void NoteCrash(int unix)
    {
        for (int i = CrashTimes - 1; i > 0; i--)
        {
            _crashUnix[i] = _crashUnix[i - 1];
        }

        _crashUnix[0] = unix;
    }
}
