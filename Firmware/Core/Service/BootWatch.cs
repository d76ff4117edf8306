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
/// Tells a crash from a power cut without a reset reason, which the platform does not give (platform decision 12): the platform's clock runs on over a software reset
/// and begins anew with the power (<see cref="Ports.ISystemClock.RanOn"/>); the mark of the last run says the rest. Four bad starts in a row, crashes within their first
/// minute, stop the loop, and so does the restart of itself with which the unit has come back for the third time in a day: safe mode runs diagnostics, console and link, and leaves the pump
/// off, until a person ends it. Power cuts never count.
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

    /// <summary>Uptime after which the unit restarts on purpose where nothing keeps it, ms: 400 days.</summary>
    private const long OldMs = 400L * DaySeconds * 1000;

    /// <summary>Uptime after which it does so whatever goes on, ms: 480 days, 17 before the count of ticks of the platform begins anew.</summary>
    private const long OldestMs = 480L * DaySeconds * 1000;

    private readonly int[] _crashUnix = new int[CrashTimes];
    private long _startUnix;

    /// <summary>Why this run began.</summary>
    public ResetCause Cause { get; private set; }

    /// <summary>How far this run has come; to be saved when it changes, but for a failing supply (<see cref="SupplyHadFailed"/>).</summary>
    public RunMark Mark { get; private set; }

    /// <summary>Bad starts in a row.</summary>
    public int BadBoots { get; private set; }

    /// <summary>The loop was stopped.</summary>
    public bool IsSafeMode { get; private set; }

    /// <summary>
    /// Time of one of the last crashes, Unix s, 0 for none. Before <see cref="UnitClock.Earliest"/> it has no date: it counts from the moment at which the power came, as the platform's clock
    /// does while nothing has set it.
    /// </summary>
    public int CrashUnix(int index) => _crashUnix[index];

    /// <summary>Takes up what was saved of the last run; before <see cref="Begin"/>.</summary>
    public void Restore(RunMark mark, int badBoots)
    {
        Mark = mark;
        BadBoots = badBoots;
    }

    /// <summary>The supply of the last run had begun to fail after its last saved mark; after <see cref="Restore"/>. A run that left on purpose had left.</summary>
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
    /// <param name="ranOn">The platform's clock has run on since then: the power was not cut.</param>
    /// <param name="systemUnix">That clock at the start, Unix s, near 1970 while nothing has set it.</param>
    public void Begin(bool ranOn, long systemUnix)
    {
        _startUnix = systemUnix;
        Cause = CauseOf(Mark, ranOn);
        if (!ranOn)
        {
            ForgetUndated();
        }

        if (Cause == ResetCause.Crash || Cause == ResetCause.Stalled)
        {
            if (Mark == RunMark.Starting)
            {
                BadBoots++;
            }

            NoteCrash((int)systemUnix);
        }

        bool thirdOfItself = Cause == ResetCause.Stalled && CrashesWithinDay(0, 0) >= CrashTimes;
        BadBoots = thirdOfItself ? MaxBadBoots : BadBoots;
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

    /// <summary>
    /// The platform counts ticks of 10 ms in 32 bits: its uptime begins anew after 497 days, and whoever sleeps then sleeps on. A restart on purpose comes before that (Decisions/0172).
    /// </summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="calm">Nobody irrigates or inspects, the supply is sound, and no record waits.</param>
    public static bool IsOld(long nowMs, bool calm) => nowMs >= (calm ? OldMs : OldestMs);

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

    /// <summary>Once the unit knows the time, what crashed before on a clock that nothing had set gets its date.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="nowUnix">The unit's time, Unix s, 0 while unset.</param>
    public void Date(long nowMs, long nowUnix)
    {
        if (nowUnix == 0 || IsDated(_startUnix))
        {
            return;
        }

        long startUnix = nowUnix - (nowMs / 1000);
        for (int i = 0; i < CrashTimes; i++)
        {
            bool counts = _crashUnix[i] > 0 && !IsDated(_crashUnix[i]);
            _crashUnix[i] += counts ? (int)(startUnix - _startUnix) : 0;
        }

        _startUnix = startUnix;
    }

    /// <summary>
    /// Whether the age of every crash is known: after a power cut, while the clock is unset, nobody can say how old one with a date is.
    /// </summary>
    public bool KnowsAges(long nowMs, long nowUnix)
    {
        bool known = IsDated(NowOr(nowMs, nowUnix));
        for (int i = 0; i < CrashTimes && !known; i++)
        {
            if (IsDated(_crashUnix[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Crashes within the last day; while the clock is unset, those since the power came.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="nowUnix">The unit's time, Unix s, 0 while unset.</param>
    public int CrashesWithinDay(long nowMs, long nowUnix)
    {
        long now = NowOr(nowMs, nowUnix);
        int crashes = 0;
        for (int i = 0; i < CrashTimes; i++)
        {
            bool comparable = _crashUnix[i] > 0 && IsDated(_crashUnix[i]) == IsDated(now);
            crashes += comparable && now - _crashUnix[i] <= DaySeconds ? 1 : 0;
        }

        return crashes;
    }

    private static bool IsDated(long unix) => unix >= UnitClock.Earliest;

    private static ResetCause CauseOf(RunMark mark, bool ranOn)
    {
        return mark switch
        {
            RunMark.None => ResetCause.FirstStart,
            RunMark.Leaving => ResetCause.Clean,
            RunMark.LeavingStalled => ResetCause.Stalled,
            RunMark.SupplyFails => ResetCause.PowerLoss,
            _ => ranOn ? ResetCause.Crash : ResetCause.PowerLoss,
        };
    }

    /// <summary>The unit's time, or what the platform's clock shows that nothing has set.</summary>
    private long NowOr(long nowMs, long nowUnix) => nowUnix > 0 ? nowUnix : _startUnix + (nowMs / 1000);

    /// <summary>The clock by which they were counted began anew with the power.</summary>
    private void ForgetUndated()
    {
        for (int i = 0; i < CrashTimes; i++)
        {
            _crashUnix[i] = IsDated(_crashUnix[i]) ? _crashUnix[i] : 0;
        }
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
