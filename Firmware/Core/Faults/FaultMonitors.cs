using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The state of every row of the catalogue, and its step. A fault is raised when its check has failed for the row's raise time, and cleared
/// when it has passed for the row's clear time. A check that cannot judge (not tested, stale, error) neither raises nor clears: the time
/// already counted stands still. A consequence of another fault is not judged (<see cref="InhibitedBy"/>). Time is counted, never ticks.
/// The highest level of an occurrence is kept until it clears. A latched row stays raised when its time to clear is up, until <see cref="TryReset"/>.
/// What is true never depends on whether it can be told: while the queue is full, or the gate holds a row, its transitions are held back, and the one that is
/// true afterwards is told with their count. What persons do with a fault is the <see cref="Lifecycle"/>'s.
/// </summary>
public sealed class FaultMonitors
{
    private const byte Clear = 0;
    private const byte Raising = 1;
    private const byte Raised = 2;
    private const byte Clearing = 3;
    private const int TenthMs = 100;

    /// <summary>The level of the last record stands above that of the last message, in one byte.</summary>
    private const int KeptShift = 4;
    private const int KeptMask = 240;

    /// <summary>The check fails; below it the suspension.</summary>
    private const byte Fails = 128;

    /// <summary>A transition is owed; below it how many were held back.</summary>
    private const byte Owed = 128;
    private const int MostHeld = 127;

    private readonly FaultCatalogue _catalogue;
    private readonly TransitionQueue _queue;
    private readonly IntermittentCount _often;
    private readonly byte[] _phase;
    private readonly byte[] _outcome;
    private readonly byte[] _level;
    private readonly byte[] _inhibitedBy;
    private readonly byte[] _said;
    private readonly byte[] _held;
    private readonly ushort[] _toldOccurrence;
    private readonly ushort[] _occurrence;
    private readonly int[] _countedMs;
    private readonly uint[] _changeTenths;
    private readonly uint[] _onsetTenths;
    private readonly byte[] _condition;
    private readonly int[] _frame;
    private readonly int _supplyRow;
    private readonly int _mainsRow;
    private bool _supplyExcused;
    private long _lastMs = -1;

    /// <summary>Monitors of a catalogue that put their transitions into a queue.</summary>
    public FaultMonitors(FaultCatalogue catalogue, TransitionQueue queue)
        : this(catalogue, queue, new FreezeFrames(), new SignalRing())
    {
    }

    /// <summary>Monitors with evidence of their own; <paramref name="frames"/> null where nobody asks for it, <paramref name="ring"/> null for a catalogue without a row of level 1 or 2.</summary>
    public FaultMonitors(FaultCatalogue catalogue, TransitionQueue queue, FreezeFrames frames, SignalRing ring)
    {
        Frames = frames;
        Ring = ring;
        _catalogue = catalogue;
        _queue = queue;
        _often = IntermittentCount.Of(catalogue);
        _phase = new byte[catalogue.Capacity];
        _outcome = new byte[catalogue.Capacity];
        _level = new byte[catalogue.Capacity];
        _inhibitedBy = new byte[catalogue.Capacity];
        _said = new byte[catalogue.Capacity];
        _held = new byte[catalogue.Capacity];
        _toldOccurrence = new ushort[catalogue.Capacity];
        _occurrence = new ushort[catalogue.Capacity];
        _countedMs = new int[catalogue.Capacity];
        _changeTenths = new uint[catalogue.Capacity];
        _onsetTenths = new uint[catalogue.Capacity];
        _condition = new byte[catalogue.Capacity];
        _frame = new int[catalogue.Capacity];
        _supplyRow = catalogue.RowOf(FaultCatalogue.ExcusedCode);
        _mainsRow = catalogue.RowOf(FaultCatalogue.ExcusingCode);
        Gate = new AlarmGate(catalogue);
        for (int row = 0; row < _inhibitedBy.Length; row++)
        {
            _inhibitedBy[row] = FaultCatalogue.NoRow;
        }
    }

    /// <summary>Evidence of the moment at which each fault was raised.</summary>
    public FreezeFrames Frames { get; }

    /// <summary>The last minute of the site.</summary>
    public SignalRing Ring { get; }

    /// <summary>What may hold messages back.</summary>
    public AlarmGate Gate { get; }

    /// <summary>Worst level raised now that no person has put aside, <see cref="FaultCatalogue.NoLevel"/> when healthy.</summary>
    public byte WorstLevel { get; private set; }

    /// <summary>Rows that are judged.</summary>
    public int Rows => _catalogue.Count;

    /// <summary>Code of a row.</summary>
    public int CodeOf(int row) => _catalogue.Code(row);

    /// <summary>Faults raised now.</summary>
    public int RaisedCount { get; private set; }

    /// <summary>
    /// How close a row is to changing, on the scale of AUTOSAR's fault detection counter: −128 passed and nothing counted, up to +127 raised; while
    /// it clears it falls from +127 towards −128.
    /// </summary>
    public int ClosenessOf(int row)
    {
        int full = Needed(row, _phase[row] < Raised);
        int counted = full == 0 ? 0 : Bound.Scale(_countedMs[row], 255, full);
        return _phase[row] switch
        {
            Raising => counted - 128,
            Raised => 127,
            Clearing => 127 - counted,
            _ => -128,
        };
    }

    /// <summary>True while a row's fault is raised.</summary>
    public bool IsRaised(int row) => _phase[row] >= Raised;

    /// <summary>True while a row counts towards its raise.</summary>
    public bool IsPending(int row) => _phase[row] == Raising;

    /// <summary>Present level of a raised row.</summary>
    public byte LevelOf(int row) => _level[row];

    /// <summary>Raises of a row since the store was new, 1 to 65,535; then again from 1 (<see cref="OccurrencesUsedUp"/>). A lost ledger takes with it those that nothing else knows.</summary>
    public int OccurrenceOf(int row) => _occurrence[row];

    /// <summary>Grows when the occurrences of a row begin again: from here on they name other incidents, so a new epoch is due.</summary>
    public int OccurrencesUsedUp { get; private set; }

    /// <summary>Onset of a raised row, ms of uptime; of one that is not raised any more, when it was cleared.</summary>
    public long OnsetMsOf(int row) => _onsetTenths[row] * (long)TenthMs;

    /// <summary>What a row's check said last.</summary>
    public CheckOutcome OutcomeOf(int row) => (CheckOutcome)_outcome[row];

    /// <summary>Code of the root cause that keeps a row from being judged; 0 where none does.</summary>
    public int InhibitedBy(int row) => _inhibitedBy[row] == FaultCatalogue.NoRow ? 0 : _catalogue.Code(_inhibitedBy[row]);

    /// <summary>A raised root cause explains what a row's check says.</summary>
    public bool IsExplained(int row) => _inhibitedBy[row] != FaultCatalogue.NoRow && Explains(_inhibitedBy[row]);

    /// <summary>
    /// Raised, and owed to another's fault though it is judged: a supply that is too low (103) at the end of an outage (101) which the battery has bridged for the declared time. No clock runs
    /// for it, and it is no return of a repaired fault (service-contract §2: the grid is not the supplier's). Over a restart it stays what it was.
    /// </summary>
    public bool IsExcused(int row) => row == _supplyRow && IsSupplyExcused;

    /// <summary>The same of the one row that can be.</summary>
    public bool IsSupplyExcused => _supplyExcused && _supplyRow >= 0 && IsRaised(_supplyRow);

    /// <summary>Why a row is not judged now, apart from a root cause.</summary>
    public Suspension SuspendedBy(int row) => (Suspension)(_condition[row] & ~Fails);

    /// <summary>What a row's check says, also where the row is not judged.</summary>
    public bool FailsNow(int row) => (_condition[row] & Fails) != 0;

    /// <summary>A latched row whose cause has been gone for its time to clear: it waits for a person.</summary>
    public bool WaitsForReset(int row) => IsLatched(row) && _phase[row] == Clearing && _countedMs[row] >= Needed(row, false);

    /// <summary>Sets the count that a row had before the restart.</summary>
    public void RestoreOccurrence(int row, int occurrence)
    {
        _occurrence[row] = (ushort)occurrence;
        _toldOccurrence[row] = (ushort)occurrence;
    }

    /// <summary>
    /// Storage knows of this occurrence, 1 to 65,535, 0 of none: the next one of a row that is not raised has a later number, also where the ledger is lost. What names the earlier one (an answer, a clock, a receipt) must not speak for the next.
    /// Later is by serial numbers (RFC 1982), as they begin again from 1.
    /// </summary>
    public void GoOnAfter(int row, int occurrence)
    {
        bool isLater = _occurrence[row] == 0 || (short)(occurrence - _occurrence[row]) > 0;
        if (occurrence > 0 && isLater && !IsRaised(row))
        {
            RestoreOccurrence(row, occurrence);
        }
    }

    /// <summary>
    /// Takes up whether a fault was raised before the restart (its level, or none): it is the same occurrence, and is cleared like any other. Its onset
    /// counts as this start.
    /// </summary>
    public void RestoreRaised(int row, byte level)
    {
        bool raised = level != FaultCatalogue.NoLevel;
        _phase[row] = raised ? Raised : Clear;
        _level[row] = level;
        _said[row] = (byte)((level << KeptShift) | level);
        _onsetTenths[row] = 0;
    }

    /// <summary>103 was owed to the grid before the restart: a battery that ended before its declared time does not become so.</summary>
    public void RestoreExcused(bool excused)
    {
        _supplyExcused = excused;
    }

    /// <summary>A transition of this row is held back by the gate: shelved, hidden by work or lay-up, or chattering.</summary>
    public bool IsHeldBack(int row, long nowMs) => IsOwed(row) && Gate.Holds(row, Untold(row), _level[row], nowMs);

    /// <summary>A transition of this row is held back, by the gate or because the queue is full.</summary>
    public bool IsOwed(int row) => (_held[row] & Owed) != 0;

    /// <summary>A transition of a row is a record now: what it says is what the centre is going to believe.</summary>
    public void NoteKept(int row, FaultEvent what, byte level)
    {
        byte kept = what == FaultEvent.Cleared ? FaultCatalogue.NoLevel : level;
        _said[row] = (byte)((kept << KeptShift) | ToldLevelOf(row));
    }

    /// <summary>
    /// Level that the last record of a row leaves it at, <see cref="FaultCatalogue.NoLevel"/> when cleared. This, not what is true, must survive a restart: a
    /// transition that is held back, or not recorded yet, would otherwise never be told.
    /// </summary>
    public byte KeptLevelOf(int row) => (byte)(_said[row] >> KeptShift);

    /// <summary>Transitions that are held back because the queue is full.</summary>
    public int OwedCount { get; private set; }

    /// <summary>Judges every row once.</summary>
    public void Step(SiteView site)
    {
        int elapsed = _lastMs < 0 ? 0 : (int)Bound.Clamp(site.NowMs - _lastMs, 0, int.MaxValue);
        _lastMs = site.NowMs;
        byte worst = FaultCatalogue.NoLevel;
        int raised = 0;
        int owed = 0;
        Gate.Step(elapsed);
        Ring?.Step(site.NowMs, site.Readings);
        Judge(site);
        for (int row = 0; row < _catalogue.Count; row++)
        {
            Inhibit(row);
            Suspend(row, site);
            _often?.Step(row, (CheckOutcome)_outcome[row], site.NowMs);
            StepRow(row, elapsed, site);
            TellOwed(row, site);
            owed += IsOwed(row) ? 1 : 0;
            if (IsRaised(row))
            {
                raised++;
                worst = Gate.Hides(row, _level[row]) ? worst : Worse(worst, _level[row]);
            }
        }

        WorstLevel = worst;
        RaisedCount = raised;
        OwedCount = owed;
    }

    /// <summary>
    /// Clears a latched row that waits for it, because a person has looked. False where it does not wait, or where its message could not be queued now.
    /// </summary>
    public bool TryReset(int row, int by, SiteView site)
    {
        if (!WaitsForReset(row) || _queue.IsFull)
        {
            return false;
        }

        _phase[row] = Clear;
        _onsetTenths[row] = Tenths(site.NowMs);
        Tell(row, FaultEvent.Cleared, ChangeMsOf(row), site, by);
        return true;
    }

    /// <summary>
    /// Says something of a row that is not a change of it: acknowledged, repeated. False where it could not be queued now, or is held back; it is not owed. Of a repeat
    /// <paramref name="by"/> is the step of escalation.
    /// </summary>
    public bool TrySay(int row, FaultEvent what, int by, SiteView site)
    {
        if (IsOwed(row) || _queue.IsFull || (what == FaultEvent.Repeated && Gate.Holds(row, what, _level[row], site.NowMs)))
        {
            return false;
        }

        _queue.Add(_catalogue, row, what, _level[row], _occurrence[row], HeldCount(row), OnsetMsOf(row), site.NowMs, site.Readings, by, _frame[row], CauseOf(row));
        _held[row] = 0;
        return true;
    }

    private static byte Worse(byte first, byte second)
    {
        return first == FaultCatalogue.NoLevel || (second != FaultCatalogue.NoLevel && second < first) ? second : first;
    }

    /// <summary>All checks first, so that a root cause is known in the tick in which its consequence shows (first-out).</summary>
    private void Judge(SiteView site)
    {
        for (int row = 0; row < _catalogue.Count; row++)
        {
            CheckOutcome outcome = Check.Judge(_catalogue.CheckOf(row), site, IsRaised(row));
            _outcome[row] = (byte)outcome;
            _condition[row] = (byte)(outcome == CheckOutcome.Fail ? _condition[row] | Fails : _condition[row] & ~Fails);
        }
    }

    /// <summary>
    /// A row whose cause is raised is not judged; what it had counted is forgotten, so that it is judged anew afterwards. A cause that only fails, and may never be raised,
    /// explains nothing yet: the row's time stands still, else a relay that flickers would keep its consequence from ever being seen.
    /// </summary>
    private void Inhibit(int row)
    {
        _inhibitedBy[row] = FirstCause(row, true);
        if (_inhibitedBy[row] != FaultCatalogue.NoRow)
        {
            NotJudged(row);
            return;
        }

        _inhibitedBy[row] = FirstCause(row, false);
        if (_inhibitedBy[row] != FaultCatalogue.NoRow)
        {
            StandStill(row);
        }
    }

    /// <summary>A row's first cause that is raised, or that fails.</summary>
    private byte FirstCause(int row, bool raised)
    {
        for (int i = 0; i < FaultCatalogue.MaxCauses; i++)
        {
            byte cause = _catalogue.CauseRow(row, i);
            if (cause != FaultCatalogue.NoRow && (raised ? Explains(cause) : FailsNow(cause)))
            {
                return cause;
            }
        }

        return FaultCatalogue.NoRow;
    }

    private bool Explains(int cause) => IsRaised(cause) && !WaitsForReset(cause);

    /// <summary>What a row has counted is neither added to nor forgotten, unless its check passes: then there is nothing to explain.</summary>
    private void StandStill(int row)
    {
        if (IsRaised(row) || _outcome[row] != (byte)CheckOutcome.Pass)
        {
            _outcome[row] = (byte)CheckOutcome.NotTested;
        }
    }

    private void NotJudged(int row)
    {
        _outcome[row] = (byte)CheckOutcome.NotTested;
        if (_phase[row] == Raising && _countedMs[row] < _catalogue.RaiseMs(row))
        {
            _phase[row] = Clear;
        }
        else if (_phase[row] == Clearing && _countedMs[row] < _catalogue.ClearMs(row))
        {
            _phase[row] = Raised;
        }
    }

    /// <summary>
    /// A row whose conditions are not there is not judged. While the pump settles, or the supply is low and not yet found so, its time only stands still: a start every
    /// minute, or a supply that dips, must not keep a fault from being seen.
    /// </summary>
    private void Suspend(int row, SiteView site)
    {
        Suspension why = SuspensionOf(row, site);
        _condition[row] = (byte)((_condition[row] & Fails) | (byte)why);
        if (why == Suspension.Settling)
        {
            _outcome[row] = (byte)CheckOutcome.NotTested;
        }
        else if (why == Suspension.SupplyLow && !IsRaised(_supplyRow))
        {
            StandStill(row);
        }
        else if (why != Suspension.None)
        {
            NotJudged(row);
        }
    }

    private Suspension SuspensionOf(int row, SiteView site)
    {
        byte policy = _catalogue.PolicyOf(row);
        if ((policy & Policy.RestExplains) != 0 && Gate.Rests)
        {
            return Gate.LayUp.IsOn ? Suspension.LaidUp : Suspension.ShuttingDown;
        }

        if ((policy & Policy.NeedsSupply) != 0 && _supplyRow >= 0 && (FailsNow(_supplyRow) || IsRaised(_supplyRow)))
        {
            return Suspension.SupplyLow;
        }

        bool settles = site.PumpSteadyMs < _catalogue.SettleMs(row) || site.CommandSteadyMs < _catalogue.SettleMs(row);
        return (policy & Policy.NeedsSteadyPump) != 0 && settles ? Suspension.Settling : Suspension.None;
    }

    private bool IsMainsLost => _mainsRow >= 0 && IsRaised(_mainsRow);

    /// <summary>Code of what explains a row now, 0 for nothing.</summary>
    private int CauseOf(int row) => IsExcused(row) ? _catalogue.Code(_mainsRow) : InhibitedBy(row);

    private bool IsLatched(int row) => (_catalogue.PolicyOf(row) & Policy.Latched) != 0;

    private void StepRow(int row, int elapsed, SiteView site)
    {
        var outcome = (CheckOutcome)_outcome[row];
        switch (_phase[row])
        {
            case Clear:
            case Raising:
                StepTowards(row, elapsed, site, outcome, CheckOutcome.Fail);
                break;
            default:
                StepTowards(row, elapsed, site, outcome, CheckOutcome.Pass);
                Escalate(row, site);
                break;
        }
    }

    /// <summary>
    /// Counts the time of an outcome that would change the row; the opposite outcome starts again, anything else stands still.
    /// </summary>
    private void StepTowards(int row, int elapsed, SiteView site, CheckOutcome outcome, CheckOutcome wanted)
    {
        bool raising = wanted == CheckOutcome.Fail;
        if (outcome == wanted && _often != null && _often.IsMet(row, site.NowMs))
        {
            // What comes and goes is raised at once, and ends when it no longer comes.
            CompleteOften(row, site, raising);
        }
        else if (outcome == wanted)
        {
            Count(row, elapsed, site, raising);
        }
        else if (outcome == CheckOutcome.Pass || outcome == CheckOutcome.Fail)
        {
            _phase[row] = raising ? Clear : Raised;
        }
    }

    private void Count(int row, int elapsed, SiteView site, bool raising)
    {
        byte counting = raising ? Raising : Clearing;
        if (_phase[row] != counting)
        {
            _phase[row] = counting;
            _countedMs[row] = 0;
            _changeTenths[row] = Tenths(site.NowMs);
            return;
        }

        _countedMs[row] = (int)Bound.Clamp((long)_countedMs[row] + elapsed, 0, Needed(row, raising));
        Complete(row, site, raising);
    }

    private void CompleteOften(int row, SiteView site, bool raising)
    {
        if (raising)
        {
            _changeTenths[row] = _phase[row] == Raising ? _changeTenths[row] : Tenths(site.NowMs);
            _phase[row] = Raising;
            _countedMs[row] = Needed(row, true);
            Complete(row, site, true);
        }
    }

    /// <summary>Changes the row once its time is counted.</summary>
    private void Complete(int row, SiteView site, bool raising)
    {
        if (_countedMs[row] < Needed(row, raising))
        {
            return;
        }

        if (raising)
        {
            Raise(row, site);
        }
        else if (!IsLatched(row))
        {
            _phase[row] = Clear;
            _onsetTenths[row] = Tenths(site.NowMs);
            Gate.Squelch.ClearedItself(row);
            Tell(row, FaultEvent.Cleared, ChangeMsOf(row), site);
        }
    }

    /// <summary>Times of rows are kept in tenths of a second, which a decision a second does not miss, in half the memory; they last for 13 years of uptime.</summary>
    private static uint Tenths(long ms) => (uint)(ms / TenthMs);

    private long ChangeMsOf(int row) => _changeTenths[row] * (long)TenthMs;

    private byte ToldLevelOf(int row) => (byte)(_said[row] & ~KeptMask);

    private byte HeldCount(int row) => (byte)(_held[row] & ~Owed);

    private int Needed(int row, bool raising)
    {
        return raising ? _catalogue.RaiseMs(row) : _catalogue.ClearMs(row);
    }

    private void Raise(int row, SiteView site)
    {
        _phase[row] = Raised;
        _supplyExcused = row == _supplyRow ? IsMainsLost && site.Battery.HasBridged(site.Settings) : _supplyExcused;
        _onsetTenths[row] = _changeTenths[row];
        _occurrence[row]++;
        if (_occurrence[row] == 0)
        {
            _occurrence[row] = 1;
            OccurrencesUsedUp++;
        }
        _frame[row] = 0;
        _level[row] = LevelNow(row, site);
        Frames?.Take(this, _catalogue, row, site.Readings, site.NowMs, true);
        Gate.Raised(row, _level[row]);
        FreezeMinute(row, site.NowMs);
        Tell(row, FaultEvent.Raised, OnsetMsOf(row), site);
    }

    private void Escalate(int row, SiteView site)
    {
        if (_phase[row] == Clear || Worse(_level[row], LevelNow(row, site)) == _level[row])
        {
            return;
        }

        _level[row] = LevelNow(row, site);
        Frames?.Take(this, _catalogue, row, site.Readings, site.NowMs, false);
        FreezeMinute(row, site.NowMs);
        Tell(row, FaultEvent.Level, site.NowMs, site);
    }

    /// <summary>Freezes the last minute before a raise, or a rise, to level 1 or 2, told or held back; the alarm carries the number of that copy.</summary>
    private void FreezeMinute(int row, long nowMs)
    {
        if (_level[row] <= 2)
        {
            _frame[row] = Ring.Freeze(row, _occurrence[row], OnsetMsOf(row), nowMs);
        }
    }

    private byte LevelNow(int row, SiteView site)
    {
        bool worse = _catalogue.WorseLevel(row) != FaultCatalogue.NoLevel && Check.IsWorse(_catalogue.CheckOf(row), site);
        return worse ? _catalogue.WorseLevel(row) : _catalogue.Level(row);
    }

    private void Tell(int row, FaultEvent what, long onsetMs, SiteView site, int by = Actor.Unit)
    {
        if (IsOwed(row) || _queue.IsFull || Gate.Holds(row, what, _level[row], site.NowMs))
        {
            _held[row] = (byte)(Owed | Bound.Clamp(HeldCount(row) + 1, 0, MostHeld));
            return;
        }

        _queue.Add(_catalogue, row, what, _level[row], _occurrence[row], HeldCount(row), onsetMs, site.NowMs, site.Readings, by, _frame[row], CauseOf(row));
        Gate.Squelch.Told(row, what, _level[row], site.NowMs);
        _held[row] = 0;
        byte told = what == FaultEvent.Cleared ? FaultCatalogue.NoLevel : _level[row];
        _said[row] = (byte)((_said[row] & KeptMask) | told);
        _toldOccurrence[row] = _occurrence[row];
    }

    /// <summary>
    /// Tells what is true now of a row whose transitions were held back, once it may: one transition, with the count of the others, confirmed when its rule was satisfied, with the evidence of
    /// that moment. Only where its frame gave way to others it is of now.
    /// </summary>
    private void TellOwed(int row, SiteView site)
    {
        if (!IsOwed(row) || _queue.IsFull)
        {
            return;
        }

        FaultEvent what = Untold(row);
        if (Gate.Holds(row, what, _level[row], site.NowMs))
        {
            return;
        }

        _held[row] = (byte)(HeldCount(row) - 1);
        if (what == FaultEvent.Cleared)
        {
            Tell(row, what, ChangeMsOf(row), site);
            _queue.DateLast(OnsetMsOf(row));
        }
        else if (what != FaultEvent.None)
        {
            int frame = Frames == null ? -1 : Frames.Find(row, what == FaultEvent.Raised ? FrameKind.Latest : FrameKind.Worst);
            frame = frame >= 0 && !Frames.IsFormer(frame) && Frames.TakenMsOf(frame) >= OnsetMsOf(row) ? frame : -1;
            long confirmedMs = frame < 0 ? site.NowMs : Frames.TakenMsOf(frame);
            Tell(row, what, what == FaultEvent.Raised ? OnsetMsOf(row) : confirmedMs, site);
            _queue.DateLast(confirmedMs);
            _queue.TakeLast(Frames, frame);
        }
    }

    /// <summary>What the last message of a row leaves to be said, if anything.</summary>
    private FaultEvent Untold(int row)
    {
        bool sameOccurrence = _toldOccurrence[row] == _occurrence[row];
        if (!IsRaised(row))
        {
            return ToldLevelOf(row) != FaultCatalogue.NoLevel || !sameOccurrence ? FaultEvent.Cleared : FaultEvent.None;
        }

        if (!sameOccurrence || ToldLevelOf(row) == FaultCatalogue.NoLevel)
        {
            return FaultEvent.Raised;
        }

        return ToldLevelOf(row) != _level[row] ? FaultEvent.Level : FaultEvent.None;
    }
}
