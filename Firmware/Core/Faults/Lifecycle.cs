using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Firmware.Core.Faults;

/// <summary>Where a fault stands in its life.</summary>
public enum FaultStage : byte
{
    /// <summary>Nothing is kept of it.</summary>
    Healthy = 0,

    /// <summary>Its check fails, not yet for long enough.</summary>
    Pending = 1,

    /// <summary>Raised.</summary>
    Active = 2,

    /// <summary>Raised, its cause is gone, and it waits for a person to reset it (须人工复位).</summary>
    Latched = 3,

    /// <summary>Cleared, and kept until it has aged out.</summary>
    Cleared = 4,

    /// <summary>Cleared and declared repaired, not proven yet (已修待验证).</summary>
    Repaired = 5,

    /// <summary>Repaired, and its proving cycles passed.</summary>
    Verified = 6,
}

/// <summary>
/// What persons and time do with a fault beyond its transitions: acknowledged, independently of raised, for one occurrence; reset; repaired, proven, aged out;
/// shelved; hidden by work; laid up; told again while nobody answers. Every action says who, changes nothing unless it returns
/// <see cref="ActionResult.Done"/>, and leaves a note for the event log. An operation cycle is a run of the pump of two minutes or more, or a day without one; it is
/// clean for a row whose check passed in it and never failed. A day without a run is none for what only a run tries: pump and valve. 11 B a row.
/// </summary>
public sealed class Lifecycle
{
    /// <summary>Clean cycles after which a cleared fault is forgotten (SAE J1939-73 and OBD age a code after 40 warm-up cycles).</summary>
    public const int AgingCycles = 40;

    /// <summary>Faults that are kept at once: so many fit into the fault memory's slot.</summary>
    public const int MaxKept = 28;

    private const int DayMs = 86400000;
    private const int MinuteMs = 60000;
    private const byte Forgotten = 0;
    private const byte Kept = 1;
    private const byte DeclaredRepaired = 2;
    private const byte Proven = 3;
    private const byte Passed = 1;
    private const byte Failed = 2;
    private const byte WasRaised = 4;
    private const byte Proposal = 8;
    private const byte LeftToContract = 16;

    /// <summary>What a check that could judge said last of a row that was declared repaired.</summary>
    private const byte FailsAfterRepair = 32;

    /// <summary>Raised beyond what the fault memory holds: the last to be kept over a restart.</summary>
    private const byte DisplacedWhileRaised = 64;

    /// <summary>A row's stage stands above its clean cycles, which are never more than <see cref="AgingCycles"/>, in one byte.</summary>
    private const int StageShift = 6;
    private const int CleanMask = 63;

    private readonly FaultCatalogue _catalogue;
    private readonly FaultMonitors _monitors;
    private readonly SiteView _site;
    private readonly byte[] _memory;
    private readonly byte[] _cycle;
    private readonly byte[] _highest;
    private readonly byte[] _since;
    private readonly byte[] _answeredBy;
    private readonly ushort[] _answered;
    private readonly ushort[] _seen;
    private readonly ushort[] _unansweredMinutes;
    private long _lastMs = -1;
    private bool _cycleIsRun;
    private int _minuteMs;
    private int _idleMs;
    private bool _goodRun;
    private bool _wasMaintenance;
    private bool _wasShutdown;

    /// <summary>The lifecycle of a catalogue's faults, over their monitors.</summary>
    public Lifecycle(FaultCatalogue catalogue, FaultMonitors monitors, SiteView site)
    {
        _catalogue = catalogue;
        _monitors = monitors;
        _site = site;
        _memory = new byte[catalogue.Capacity];
        _cycle = new byte[catalogue.Capacity];
        _highest = new byte[catalogue.Capacity];
        _since = new byte[catalogue.Capacity];
        _answeredBy = new byte[catalogue.Capacity];
        _answered = new ushort[catalogue.Capacity];
        _seen = new ushort[catalogue.Capacity];
        _unansweredMinutes = new ushort[catalogue.Capacity];
        Repairs = new Repairs(catalogue);
    }

    /// <summary>What holds messages back: shelves, maintenance, lay-up, chatter and floods.</summary>
    public AlarmGate Gate => _monitors.Gate;

    /// <summary>Repairs that did not last.</summary>
    public Repairs Repairs { get; }

    /// <summary>What flowed while a fault spoiled the metering.</summary>
    public UnmeteredWater Unmetered { get; } = new UnmeteredWater();

    /// <summary>What is to be written into the event log.</summary>
    public LifecycleNotes Notes { get; } = new LifecycleNotes();

    /// <summary>Something that has to survive a restart has changed since <see cref="MarkSaved"/>.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>Operation cycles since the start of the unit.</summary>
    public int Cycles { get; private set; }

    /// <summary>The fault memory is kept now.</summary>
    public void MarkSaved()
    {
        IsUnsaved = false;
    }

    /// <summary>Where a row stands.</summary>
    public FaultStage StageOf(int row)
    {
        if (_monitors.IsRaised(row))
        {
            return _monitors.WaitsForReset(row) ? FaultStage.Latched : FaultStage.Active;
        }

        if (_monitors.IsPending(row))
        {
            return FaultStage.Pending;
        }

        return StageIn(row) switch
        {
            Kept => FaultStage.Cleared,
            DeclaredRepaired => FaultStage.Repaired,
            Proven => FaultStage.Verified,
            _ => FaultStage.Healthy,
        };
    }

    /// <summary>The present or last occurrence of a row is acknowledged.</summary>
    public bool IsAcknowledged(int row) => _answered[row] != 0 && _answered[row] == _monitors.OccurrenceOf(row);

    /// <summary>Who acknowledged it, as in <see cref="Actor"/>; <see cref="Actor.Unit"/> where nobody did.</summary>
    public int AcknowledgedBy(int row) => IsAcknowledged(row) ? _answeredBy[row] : Actor.Unit;

    /// <summary>Highest level since the row was last forgotten, <see cref="FaultCatalogue.NoLevel"/> where nothing is kept.</summary>
    public byte HighestLevelOf(int row) => _highest[row];

    /// <summary>Occurrences since the row was last forgotten, at most 255; the lifetime count is <see cref="FaultMonitors.OccurrenceOf"/>.</summary>
    public int OccurrencesSinceClear(int row) => _since[row];

    /// <summary>Clean cycles since the row was last raised.</summary>
    public int CleanCyclesOf(int row) => _memory[row] & CleanMask;

    /// <summary>More faults were raised than the fault memory holds, and this one gave way: it is kept over a restart only where the slot has room left.</summary>
    public bool IsDisplaced(int row) => (_cycle[row] & DisplacedWhileRaised) != 0;

    /// <summary>It was declared repaired, and is not raised anew since.</summary>
    public bool IsDeclaredRepaired(int row) => StageIn(row) == DeclaredRepaired;

    /// <summary>Clean cycles that a repair still owes before it counts as proven; 0 where none was declared, or it is.</summary>
    public int CyclesOwed(int row)
    {
        int owed = StageIn(row) == DeclaredRepaired ? FaultCatalogue.ProvingCycles - CleanCyclesOf(row) : 0;
        return owed > 0 ? owed : 0;
    }

    /// <summary>A longer time to raise that would have spared most of a chattering day, s; 0 where none is proposed.</summary>
    public int ProposedRaiseSeconds(int row) => Gate.Squelch.ProposesDelay(row) ? 2 * _catalogue.RaiseMs(row) / 1000 : 0;

    /// <summary>
    /// A person answers for one occurrence of a fault (受理), raised or already cleared. The next occurrence is unanswered again. What the centre says is not signed: a person at the enclosure still answers after it.
    /// </summary>
    /// <param name="row">Row of the fault.</param>
    /// <param name="who">Who, as in <see cref="Actor"/>.</param>
    /// <param name="occurrence">The occurrence that was read, as in its alarm.</param>
    public ActionResult Acknowledge(int row, int who, int occurrence)
    {
        if (!IsRow(row) || StageIn(row) == Forgotten)
        {
            return IsRow(row) ? ActionResult.NotRaised : ActionResult.Unknown;
        }

        if (occurrence != _monitors.OccurrenceOf(row))
        {
            return ActionResult.OtherOccurrence;
        }

        if (IsAcknowledged(row) && (who == Actor.Centre || _answeredBy[row] != Actor.Centre))
        {
            return ActionResult.Already;
        }

        if (!_monitors.TrySay(row, FaultEvent.Acknowledged, who, _site))
        {
            return _monitors.IsHeldBack(row, _site.NowMs) ? ActionResult.Held : ActionResult.Busy;
        }

        _answered[row] = (ushort)occurrence;
        _answeredBy[row] = (byte)who;
        return Note(LifecycleEvent.Acknowledged, row, who, occurrence);
    }

    /// <summary>A person who has looked resets a latched fault whose cause is gone (人工复位).</summary>
    public ActionResult Reset(int row, int who)
    {
        if (!IsRow(row))
        {
            return ActionResult.Unknown;
        }

        if (!_monitors.IsRaised(row))
        {
            return ActionResult.NotRaised;
        }

        if (!_monitors.WaitsForReset(row))
        {
            return (_catalogue.PolicyOf(row) & Policy.Latched) == 0 ? ActionResult.NotLatched : ActionResult.StillFails;
        }

        return _monitors.TryReset(row, who, _site) ? Note(LifecycleEvent.Reset, row, who, 0) : ActionResult.Busy;
    }

    /// <summary>A person puts a fault aside for a limited time (暂时搁置). Not one of level 1.</summary>
    /// <param name="row">Row of the fault, raised or not.</param>
    /// <param name="who">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="minutes">For how long, 1 to <see cref="Shelves.MaxMinutes"/>.</param>
    public ActionResult Shelve(int row, int who, ShelveReason reason, int minutes)
    {
        if (!IsRow(row) || reason == ShelveReason.None || reason > ShelveReason.Known)
        {
            return ActionResult.Unknown;
        }

        if (minutes < 1 || minutes > Shelves.MaxMinutes)
        {
            return ActionResult.BadTime;
        }

        if (_catalogue.Level(row) == 1 || (_monitors.IsRaised(row) && _monitors.LevelOf(row) == 1))
        {
            return ActionResult.LevelOne;
        }

        return Gate.Shelves.Put(row, who, reason, minutes)
            ? Note(LifecycleEvent.Shelved, row, who, ((int)reason * 8192) + minutes)
            : ActionResult.NoPlace;
    }

    /// <summary>A person takes a fault back from the shelf before its time.</summary>
    public ActionResult Unshelve(int row, int who)
    {
        if (!IsRow(row))
        {
            return ActionResult.Unknown;
        }

        return Gate.Shelves.Take(row) ? Note(LifecycleEvent.Unshelved, row, who, 0) : ActionResult.Already;
    }

    /// <summary>
    /// A person declares a fault repaired, raised or cleared: once it has cleared it is not proven until its proving cycles have passed. One that still fails when the
    /// operation cycle ends was not repaired: another repair may be declared, and after two the module is to be replaced.
    /// </summary>
    public ActionResult DeclareRepaired(int row, int who)
    {
        if (!IsRow(row) || StageIn(row) == Forgotten)
        {
            return IsRow(row) ? ActionResult.NotRaised : ActionResult.Unknown;
        }

        if (StageIn(row) != Kept)
        {
            return ActionResult.Already;
        }

        int before = Repairs.CountOf(row);
        Repairs.Repaired(row);
        Remember(row, DeclaredRepaired, 0);
        _cycle[row] = (byte)(_cycle[row] & ~FailsAfterRepair);
        return Note(LifecycleEvent.Repaired, row, who, before);
    }

    /// <summary>A person has put a new module in place of the one that a row names: repairs count from 0, and 803 has its cure.</summary>
    public ActionResult DeclareReplaced(int row, int who)
    {
        if (!IsRow(row))
        {
            return ActionResult.Unknown;
        }

        Repairs.Replaced(row);
        if (StageIn(row) == Kept)
        {
            Remember(row, DeclaredRepaired, 0);
        }

        return Note(LifecycleEvent.Replaced, row, who, 0);
    }

    /// <summary>Work on the unit begins, or its end is moved; 1 to <see cref="Maintenance.MaxMinutes"/> minutes.</summary>
    public ActionResult BeginMaintenance(int who, int minutes)
    {
        if (minutes < 1 || minutes > Maintenance.MaxMinutes)
        {
            return ActionResult.BadTime;
        }

        Gate.BeginMaintenance(who, minutes);
        _wasMaintenance = true;
        return Note(LifecycleEvent.MaintenanceBegun, FaultCatalogue.NoRow, who, minutes);
    }

    /// <summary>Work on the unit ends: what it hid is told.</summary>
    public ActionResult EndMaintenance(int who)
    {
        if (!Gate.Maintenance.IsOn)
        {
            return ActionResult.Already;
        }

        Gate.Maintenance.End();
        _wasMaintenance = false;
        return Note(LifecycleEvent.MaintenanceEnded, FaultCatalogue.NoRow, who, Gate.Maintenance.HiddenFaults);
    }

    /// <summary>The unit is laid up (停用封存), by a person or, as <see cref="Actor.Unit"/>, by the calendar. Not while water is asked for.</summary>
    public ActionResult LayUp(int who)
    {
        if (Gate.LayUp.IsOn)
        {
            return ActionResult.Already;
        }

        if (_site.PumpRuns || _site.Readings.IsOn(Signal.RunRequest))
        {
            return ActionResult.PumpRuns;
        }

        Gate.LayUp.Begin(who);
        return Note(LifecycleEvent.LaidUp, FaultCatalogue.NoRow, who, 0);
    }

    /// <summary>The unit is about to be switched off on purpose: the pump stops, and for <see cref="PlannedShutdown.Minutes"/> missing supply and silence are expected.</summary>
    public ActionResult AnnounceShutdown(int who)
    {
        if (Gate.Shutdown.IsOn)
        {
            return ActionResult.Already;
        }

        Gate.Shutdown.Begin();
        return Note(LifecycleEvent.ShutdownAnnounced, FaultCatalogue.NoRow, who, PlannedShutdown.Minutes);
    }

    /// <summary>Notes whether the calendar has had its say in this closed season.</summary>
    public void SpendCalendar(bool spent)
    {
        IsUnsaved |= Gate.LayUp.IsSpent != spent;
        Gate.LayUp.IsSpent = spent;
    }

    /// <summary>The opening inspection was done: the unit is in service again, and everything is judged anew.</summary>
    public ActionResult Open(int who)
    {
        if (!Gate.LayUp.IsOn)
        {
            return ActionResult.Already;
        }

        Gate.LayUp.End();
        return Note(LifecycleEvent.Opened, FaultCatalogue.NoRow, who, 0);
    }

    /// <summary>
    /// A person clears the fault memory: what is not raised is forgotten. Repairs, lifetime counts and what must be replaced stay.
    /// </summary>
    public ActionResult ClearMemory(int who)
    {
        int forgotten = 0;
        for (int row = 0; row < _catalogue.Count; row++)
        {
            if (StageIn(row) != Forgotten && !_monitors.IsRaised(row))
            {
                Forget(row);
                forgotten++;
            }
        }

        return Note(LifecycleEvent.MemoryCleared, FaultCatalogue.NoRow, who, forgotten);
    }

    /// <summary>A person lets the learned bands stand still, or follow again.</summary>
    public ActionResult FreezeBands(bool frozen, int who)
    {
        if (_site.Bands.Frozen == frozen)
        {
            return ActionResult.Already;
        }

        _site.Bands.Freeze(frozen);
        return Note(frozen ? LifecycleEvent.BandsFrozen : LifecycleEvent.BandsFollow, FaultCatalogue.NoRow, who, 0);
    }

    /// <summary>A person has the site learn anew: pump, pipe or meter were changed.</summary>
    public ActionResult ResetBands(int who)
    {
        _site.Bands.Reset();
        return Note(LifecycleEvent.BandsReset, FaultCatalogue.NoRow, who, 0);
    }

    /// <summary>An isolation test has ended.</summary>
    public void NoteIsolation(int row, IsolationResult result)
    {
        Note(LifecycleEvent.Isolated, row, Actor.Unit, (int)result);
    }

    /// <summary>
    /// A person who has looked releases the pump that an overload or a phase without current has locked out. The overload itself clears with the next run at its rated power,
    /// the lost phase a minute after the release, which lets the pump be tried once.
    /// </summary>
    public ActionResult Release(PumpInterlock interlock, int row, int who)
    {
        if (!interlock.LockedOut)
        {
            return Reset(row, who);
        }

        interlock.Reset();
        return Note(LifecycleEvent.PumpReleased, row, who, 0);
    }

    /// <summary>A person who has looked ends safe mode, for this run and the next start; 902 clears by itself after it.</summary>
    public ActionResult EndSafeMode(BootWatch boots, int row, int who)
    {
        if (!boots.IsSafeMode)
        {
            return Reset(row, who);
        }

        boots.EndSafeMode();
        return Note(LifecycleEvent.Reset, row, who, 0);
    }

    /// <summary>Once a decision, after the monitors.</summary>
    public void Step()
    {
        int elapsed = _lastMs < 0 ? 0 : (int)Bound.Clamp(_site.NowMs - _lastMs, 0, int.MaxValue);
        _lastMs = _site.NowMs;
        _minuteMs += elapsed;
        int minutes = _minuteMs / MinuteMs;
        _minuteMs -= minutes * MinuteMs;
        bool cycleEnds = CycleEnds(elapsed);
        if (cycleEnds)
        {
            Cycles++;
        }

        for (int row = 0; row < _catalogue.Count; row++)
        {
            Follow(row);
            Repeat(row, minutes);
            if (cycleEnds && (_cycleIsRun || !NeedsRun(_catalogue.Code(row))))
            {
                EndCycle(row);
            }
        }

        Unmetered.Step(_catalogue, _monitors, _site, elapsed);
        int replace = Repairs.FirstToReplace();
        _site.Readings.Set(Signal.ReplaceDue, replace < 0 ? 0 : _catalogue.Code(replace));
        NoteReturns();
    }

    /// <summary>Whether a contract's clock decides when an unanswered row is told again, instead of <see cref="RepeatMinutes"/>.</summary>
    public void LeaveRepeats(int row, bool toContract)
    {
        _cycle[row] = (byte)(toContract ? _cycle[row] | LeftToContract : _cycle[row] & ~LeftToContract);
    }

    /// <summary>Takes up what the fault memory kept of a row.</summary>
    public void Restore(int row, byte kept, byte highest, byte since, byte clean, int seen, int answered, byte answeredBy)
    {
        _seen[row] = (ushort)seen;
        Remember(row, Bound.Clamp((int)kept, Forgotten, Proven), Bound.Clamp((int)clean, 0, AgingCycles));
        _highest[row] = (byte)Bound.Clamp(highest, FaultCatalogue.NoLevel, 4);
        _since[row] = since;
        _answered[row] = (ushort)answered;
        _answeredBy[row] = answeredBy;
    }

    /// <summary>What the fault memory keeps of a row's stage; 0 where there is nothing to keep.</summary>
    public byte SavedStageOf(int row) => (byte)StageIn(row);

    /// <summary>The occurrence that is known to the lifecycle.</summary>
    public int SavedOccurrenceOf(int row) => _seen[row];

    /// <summary>The occurrence that was acknowledged last, 0 for none.</summary>
    public int SavedAnswerOf(int row) => _answered[row];

    /// <summary>Who acknowledged it.</summary>
    public byte SavedAnswererOf(int row) => _answeredBy[row];

    /// <summary>
    /// How long an unanswered fault of a level stays silent, minutes; 0 for ever. The contracts' answer times: half an hour for the worst (A, D, E level 1), and no
    /// answer is owed for level 4.
    /// </summary>
    public static int RepeatMinutes(byte level)
    {
        return level switch
        {
            1 => 30,
            2 => 120,
            3 => 1440,
            _ => 0,
        };
    }

    private bool IsRow(int row) => row >= 0 && row < _catalogue.Count;

    private ActionResult Note(LifecycleEvent what, int row, int who, int detail)
    {
        Notes.Add(what, row, who, detail, _site.NowMs);
        IsUnsaved = true;
        return ActionResult.Done;
    }

    /// <summary>Takes notice of what the monitors have done to a row.</summary>
    private void Follow(int row)
    {
        bool raised = _monitors.IsRaised(row);
        if (raised && ((_cycle[row] & WasRaised) == 0 || _seen[row] != _monitors.OccurrenceOf(row)))
        {
            Begin(row);
        }

        if (raised && (_highest[row] == FaultCatalogue.NoLevel || _monitors.LevelOf(row) < _highest[row]))
        {
            _highest[row] = _monitors.LevelOf(row);
            IsUnsaved = true;
        }

        CheckOutcome outcome = _monitors.OutcomeOf(row);
        _cycle[row] &= Passed | Failed | Proposal | LeftToContract | FailsAfterRepair | DisplacedWhileRaised;
        _cycle[row] |= outcome == CheckOutcome.Pass ? Passed : raised || outcome == CheckOutcome.Fail ? Failed : (byte)0;
        _cycle[row] |= raised ? WasRaised : (byte)0;
        if (outcome == CheckOutcome.Pass)
        {
            _cycle[row] = (byte)(_cycle[row] & ~FailsAfterRepair);
        }
        else if (outcome == CheckOutcome.Fail && IsDeclaredRepaired(row))
        {
            _cycle[row] |= FailsAfterRepair;
        }

        NoteProposal(row);
    }

    /// <summary>A new occurrence; or one of before the restart, which the ledger knew and the fault memory may not.</summary>
    private void Begin(int row)
    {
        bool isNew = _seen[row] != _monitors.OccurrenceOf(row);
        _seen[row] = (ushort)_monitors.OccurrenceOf(row);
        if (!isNew && StageIn(row) != Forgotten)
        {
            return;
        }

        Remember(row, Kept, 0);
        _unansweredMinutes[row] = 0;
        _since[row] = (byte)Bound.Clamp(_since[row] + 1, 0, byte.MaxValue);
        if (!_monitors.IsExcused(row))
        {
            Repairs.Raised(row);
        }

        IsUnsaved = true;
        _cycle[row] = (byte)(_cycle[row] & ~DisplacedWhileRaised);
        MakeRoom();
    }

    private void NoteProposal(int row)
    {
        bool proposed = Gate.Squelch.ProposesDelay(row);
        if (proposed && (_cycle[row] & Proposal) == 0)
        {
            Notes.Add(LifecycleEvent.DelayProposed, row, Actor.Unit, ProposedRaiseSeconds(row), _site.NowMs);
        }

        _cycle[row] = (byte)(proposed ? _cycle[row] | Proposal : _cycle[row] & ~Proposal);
    }

    /// <summary>Tells a raised fault again that nobody has acknowledged; not while the unit is laid up.</summary>
    private void Repeat(int row, int minutes)
    {
        if (!_monitors.IsRaised(row) || IsAcknowledged(row) || Gate.Rests || (_cycle[row] & LeftToContract) != 0)
        {
            _unansweredMinutes[row] = 0;
            return;
        }

        int due = RepeatMinutes(_monitors.LevelOf(row));
        _unansweredMinutes[row] = (ushort)Bound.Clamp(_unansweredMinutes[row] + minutes, 0, ushort.MaxValue);
        if (due > 0 && _unansweredMinutes[row] >= due && _monitors.TrySay(row, FaultEvent.Repeated, Actor.Unit, _site))
        {
            _unansweredMinutes[row] = 0;
        }
    }

    /// <summary>The pump has stopped after a good run, or a day has passed without one.</summary>
    private bool CycleEnds(int elapsedMs)
    {
        bool runEnds = _goodRun && !_site.PumpRuns;
        _goodRun = _site.PumpRuns && (_goodRun || _site.PumpSteadyMs >= PumpControl.GoodRunMs);
        _idleMs = (int)Bound.Clamp((long)_idleMs + elapsedMs, 0, DayMs);
        if (!runEnds && _idleMs < DayMs)
        {
            return false;
        }

        _idleMs = 0;
        _cycleIsRun = runEnds;
        return true;
    }

    /// <summary>Pump and valve: at rest their checks pass, or stand still, without anything having moved. The power meter (310) answers at rest, too.</summary>
    private static bool NeedsRun(int code) => code / 100 == 3 && code != FaultCode.PowerNoReply;

    private void EndCycle(int row)
    {
        bool clean = (_cycle[row] & (Passed | Failed)) == Passed;
        bool failed = (_cycle[row] & Failed) != 0;
        bool stays = (_cycle[row] & FailsAfterRepair) != 0;
        _cycle[row] &= WasRaised | Proposal | LeftToContract | DisplacedWhileRaised;
        if (_monitors.IsRaised(row) && stays)
        {
            // It never cleared: to the module it is back.
            Remember(row, Kept, 0);
            Repairs.Raised(row);
            IsUnsaved = true;
        }

        if (StageIn(row) == Forgotten || _monitors.IsRaised(row))
        {
            return;
        }

        Remember(row, StageIn(row), failed ? 0 : CleanCyclesOf(row) + (clean ? 1 : 0));
        IsUnsaved |= clean;
        if (CleanCyclesOf(row) >= AgingCycles)
        {
            Forget(row);
            AgeRepairs(row);
            Notes.Add(LifecycleEvent.AgedOut, row, Actor.Unit, 0, _site.NowMs);
        }
        else if (StageIn(row) == DeclaredRepaired && CleanCyclesOf(row) >= FaultCatalogue.ProvingCycles)
        {
            Remember(row, Proven, CleanCyclesOf(row));
            Note(LifecycleEvent.Verified, row, Actor.Unit, CleanCyclesOf(row));
        }
    }

    /// <summary>Repairs of a module stay consecutive while any of its faults is kept.</summary>
    private void AgeRepairs(int row)
    {
        for (int other = 0; other < _catalogue.Count; other++)
        {
            if (StageIn(other) != Forgotten && Repairs.AreOfOneModule(row, other))
            {
                return;
            }
        }

        Repairs.Aged(row);
    }

    /// <summary>What is kept of a row that is not raised: <see cref="Forgotten"/> to <see cref="Proven"/>.</summary>
    private int StageIn(int row) => _memory[row] >> StageShift;

    private void Remember(int row, int stage, int clean)
    {
        _memory[row] = (byte)((stage << StageShift) | clean);
    }

    private void Forget(int row)
    {
        Remember(row, Forgotten, 0);
        _cycle[row] = (byte)(_cycle[row] & ~DisplacedWhileRaised);
        _highest[row] = FaultCatalogue.NoLevel;
        _since[row] = 0;
        _answered[row] = 0;
        _answeredBy[row] = 0;
        Gate.Squelch.Forget(row);
        _monitors.Frames.Release(row);
        IsUnsaved = true;
    }

    /// <summary>
    /// More faults are kept than the fault memory holds: the least important of those that are not raised is forgotten, the oldest first. Where all of them are raised
    /// the least important one goes on, and comes last where the slot is written. Either is noted.
    /// </summary>
    private void MakeRoom()
    {
        int kept = 0;
        int victim = -1;
        for (int row = 0; row < _catalogue.Count; row++)
        {
            bool counts = StageIn(row) != Forgotten && !IsDisplaced(row);
            kept += counts ? 1 : 0;
            victim = counts && (victim < 0 || GoesBefore(row, victim)) ? row : victim;
        }

        if (kept <= MaxKept)
        {
            return;
        }

        if (_monitors.IsRaised(victim))
        {
            _cycle[victim] |= DisplacedWhileRaised;
        }
        else
        {
            Forget(victim);
        }

        Note(LifecycleEvent.Displaced, victim, Actor.Unit, 0);
    }

    private bool GoesBefore(int row, int other)
    {
        if (_monitors.IsRaised(row) != _monitors.IsRaised(other))
        {
            return _monitors.IsRaised(other);
        }

        return _highest[row] != _highest[other] ? _highest[row] > _highest[other] : _monitors.OnsetMsOf(row) < _monitors.OnsetMsOf(other);
    }

    /// <summary>What ended by itself is noted as well.</summary>
    private void NoteReturns()
    {
        int returned = Gate.Shelves.TakeReturned();
        if (returned >= 0)
        {
            Note(LifecycleEvent.Returned, returned, Actor.Unit, 0);
        }

        if (_wasMaintenance && !Gate.Maintenance.IsOn)
        {
            Note(LifecycleEvent.MaintenanceEnded, FaultCatalogue.NoRow, Actor.Unit, Gate.Maintenance.HiddenFaults);
        }

        _wasMaintenance = Gate.Maintenance.IsOn;
        if (_wasShutdown && !Gate.Shutdown.IsOn)
        {
            Note(LifecycleEvent.ShutdownOver, FaultCatalogue.NoRow, Actor.Unit, 0);
        }

        _wasShutdown = Gate.Shutdown.IsOn;
    }
}
