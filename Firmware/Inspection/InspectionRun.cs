using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;

namespace Firmware.Inspection;

/// <summary>Who started a run.</summary>
public enum Starter : byte
{
    /// <summary>The schedule, at the quiet hour.</summary>
    Schedule = 0,

    /// <summary>The button.</summary>
    Button = 1,

    /// <summary>The console.</summary>
    Console = 2,

    /// <summary>The end of a visit: the full check before leaving, with its person, or after whoever left without it. 3 stays free for a command of the centre (Decisions/0085).</summary>
    Visit = 4,
}

/// <summary>
/// One run through the checklist, item after item, with what was found. A run that is interrupted by a power cut goes on after the item that was under way, which then says so. What needs a person is
/// not tested where there is none; what moves the pump or water asks first, and stops at any key, door or fault.
/// </summary>
public sealed class InspectionRun
{
    /// <summary>Time that a question waits for its answer, ms; afterwards nobody is taken to be there.</summary>
    public const int AnswerMs = 600000;

    /// <summary>Number of a person where nobody is known.</summary>
    public const int Nobody = 0;

    /// <summary>An item that takes as long is told of when it begins, s.</summary>
    public const int LongSeconds = 5;

    private const int NoRow = -1;

    // A row's result and reason, 4 bits each; uncertainty, with the bits of RunRecord above it: 11 B a row.
    private readonly byte[] _outcome = new byte[Checklist.MaxRows];
    private readonly int[] _value = new int[Checklist.MaxRows];
    private readonly int[] _before = new int[Checklist.MaxRows];
    private readonly ushort[] _uncertainty = new ushort[Checklist.MaxRows];
    private readonly short[] _faults = new short[RunRecord.Faults];
    private readonly SiteView _site;
    private readonly FaultMonitors _monitors;
    private bool _alone;
    private bool _allowed;
    private bool _allowedAll;
    private bool _declinedAll;
    private bool _stopped;
    private bool _doorWasOpen;
    private long _abnormalBefore;
    private long _promptSinceMs;
    private Prompt _prompt;

    /// <summary>A run over a site; nothing runs yet.</summary>
    public InspectionRun(Checklist checklist, SiteView site, FaultMonitors monitors, UnitFacts facts)
    {
        Checklist = checklist;
        _site = site;
        _monitors = monitors;
        Item = new ItemRun(site, monitors, facts);
        Row = NoRow;
    }

    /// <summary>The checklist.</summary>
    public Checklist Checklist { get; }

    /// <summary>The item under way.</summary>
    public ItemRun Item { get; }

    /// <summary>The history of the meters: what a run adds to it, and what goes into its report.</summary>
    public MeterBook Meters { get; } = new MeterBook();

    /// <summary>A run is going on.</summary>
    public bool Runs { get; private set; }

    /// <summary>A run has ended and its report is to be made.</summary>
    public bool Ended { get; set; }

    /// <summary>Something that must survive a power cut has changed.</summary>
    public bool Changed { get; set; }

    /// <summary>Runs since the start of the unit, with one that was taken up.</summary>
    public int Starts { get; private set; }

    /// <summary>Row of the item under way; −1 between two.</summary>
    public int Row { get; private set; }

    /// <summary>Plans of the run, a bit each.</summary>
    public int Plans { get; private set; }

    /// <summary>Who started it.</summary>
    public Starter StartedBy { get; private set; }

    /// <summary>Number of the person who carries it out; <see cref="Nobody"/> for none.</summary>
    public int Person { get; private set; }

    /// <summary>When it began: Unix s, 0 where no clock was trusted.</summary>
    public long BeganUnix { get; private set; }

    /// <summary>When it ended, in the same way.</summary>
    public long EndedUnix { get; private set; }

    /// <summary>Codes of the worst faults that were raised when it ended, level by level, 0 after them.</summary>
    public short[] Faults => _faults;

    /// <summary>What a person at the console is told of as it goes on: items that have ended, questions, long or moving items that begin. Counts on.</summary>
    public int Told { get; private set; }

    /// <summary>Somebody carries it out at the console.</summary>
    public bool IsAttended => HasPerson && !_alone;

    /// <summary>Some of its items were cut off by a restart.</summary>
    public bool WasInterrupted { get; private set; }

    /// <summary>What is asked of the person at the unit now.</summary>
    public Prompt Prompt => Runs && Row >= 0 ? _prompt : Prompt.None;

    /// <summary>The pump is to run for the item under way.</summary>
    public bool WantsPump => Runs && Row >= 0 && Item.WantsPump;

    /// <summary>The next change of the pump is to be timed.</summary>
    public bool TimesContactor => Runs && Row >= 0 && Item.TimesContactor;

    /// <summary>Both LEDs are to blink together.</summary>
    public bool WantsLamps => Runs && Row >= 0 && Item.WantsLamps;

    /// <summary>What came of a row.</summary>
    public ItemResult ResultOf(int row) => (ItemResult)(_outcome[row] >> 4);

    /// <summary>Why a row was not tested.</summary>
    public ItemReason ReasonOf(int row) => (ItemReason)(_outcome[row] & 15);

    /// <summary>A row has a value.</summary>
    public bool HasValue(int row) => (_uncertainty[row] & RunRecord.HasValueBit) != 0;

    /// <summary>Value of a row.</summary>
    public int ValueOf(int row) => _value[row];

    /// <summary>Uncertainty of a row's value.</summary>
    public int UncertaintyOf(int row) => _uncertainty[row] & RunRecord.MaxUncertainty;

    /// <summary>A row had a value when it was last inspected.</summary>
    public bool HadValue(int row) => (_uncertainty[row] & RunRecord.HadValueBit) != 0;

    /// <summary>The value that a row had when it was last inspected: the trend is what changed since.</summary>
    public int BeforeOf(int row) => _before[row];

    /// <summary>A row belongs to the run: it stands in one of its plans, and a run without a person takes the unit's items alone.</summary>
    public bool Takes(int row)
    {
        return (Checklist.Plans(row) & Plans) != 0 && (HasPerson || Checklist.Who(row) == ItemWho.Unit);
    }

    /// <summary>
    /// Starts a run; false where one is going on, where no plan is given, or where the schedule would start one while the pump runs or is asked for.
    /// </summary>
    public bool Start(int plans, Starter by, int person, long unixSeconds)
    {
        bool busy = by == Starter.Schedule && IsIrrigating();
        if (Runs || busy || (plans & Plan.All) == 0)
        {
            return false;
        }

        Plans = plans & Plan.All;
        StartedBy = by;
        Person = person;
        BeganUnix = unixSeconds;
        EndedUnix = 0;
        WasInterrupted = false;
        _alone = !HasPerson;
        _allowedAll = false;
        _declinedAll = false;
        Row = NoRow;
        for (int row = 0; row < Checklist.Count; row++)
        {
            Forget(row);
        }

        Runs = true;
        Ended = false;
        Changed = true;
        Starts++;
        return true;
    }

    /// <summary>Takes up a run that had ended before a restart: what it was can be read again.</summary>
    public void TakeUp(int plans, Starter by, int person, long beganUnix, long endedUnix)
    {
        Plans = plans & Plan.All;
        StartedBy = by;
        Person = person;
        BeganUnix = beganUnix;
        EndedUnix = endedUnix;
    }

    /// <summary>Takes up a run from before a restart. The item that was under way was interrupted.</summary>
    public void Resume(int plans, Starter by, int person, long beganUnix, int rowUnderWay)
    {
        TakeUp(plans, by, person, beganUnix, 0);
        Starts++;
        _alone = !HasPerson;
        _allowedAll = false;
        _declinedAll = false;
        Runs = true;
        Row = NoRow;
        if (rowUnderWay >= 0 && rowUnderWay < Checklist.Count && ResultOf(rowUnderWay) == ItemResult.Open)
        {
            WasInterrupted = true;
            Set(rowUnderWay, ItemResult.NotTested, ItemReason.Interrupted, false, 0, 0);
        }

        Changed = true;
    }

    /// <summary>Puts a row's earlier value as it was before a restart.</summary>
    public void SetBefore(int row, bool hadValue, int before)
    {
        _uncertainty[row] = (ushort)((_uncertainty[row] & ~RunRecord.HadValueBit) | (hadValue ? RunRecord.HadValueBit : 0));
        _before[row] = before;
    }

    /// <summary>Puts a row as it was before a restart; a value beyond <see cref="RunRecord.MaxValue"/> is kept as that.</summary>
    public void Set(int row, ItemResult result, ItemReason reason, bool hasValue, int value, int uncertainty)
    {
        _outcome[row] = (byte)(((int)result << 4) | (int)reason);
        _value[row] = Bound.Clamp(value, -RunRecord.MaxValue, RunRecord.MaxValue);
        int flags = (_uncertainty[row] & RunRecord.HadValueBit) | (hasValue ? RunRecord.HasValueBit : 0);
        _uncertainty[row] = (ushort)(flags | Bound.Clamp(uncertainty, 0, RunRecord.MaxUncertainty));
    }

    /// <summary>One scan's work. Nothing happens where no run is going on.</summary>
    public void Step(long nowMs, long unixSeconds)
    {
        if (!Runs)
        {
            return;
        }

        if (Row < 0)
        {
            Next(nowMs, unixSeconds);
            return;
        }

        Item.At(nowMs);
        if (Item.Result == ItemResult.Open && !MustAsk(nowMs) && !MustStop())
        {
            Procedure.Step(Checklist.ProcedureOf(Row), Item);
        }

        NotePrompt(nowMs);
        if (Item.Result != ItemResult.Open)
        {
            Finish(unixSeconds);
        }
    }

    /// <summary>The person answers yes or good (true), no or bad; to an act, "no": done, and not seen. False where nothing is asked that can be answered so.</summary>
    public bool Answer(bool yes)
    {
        if (Prompt == Prompt.MayMove)
        {
            bool all = IsAskedForAll(Row);
            _allowed = yes;
            _allowedAll = all ? yes : _allowedAll;
            _declinedAll = all ? !yes : _declinedAll;
            if (!yes)
            {
                Item.NotTested(ItemReason.Declined);
            }

            return true;
        }

        if (Prompt != Prompt.Attest && Prompt != (yes ? Prompt.Full : Prompt.Act))
        {
            return false;
        }

        Take(yes ? 1 : 0);
        return true;
    }

    /// <summary>The person enters a value. False where none is asked for.</summary>
    public bool Enter(int value)
    {
        if (Prompt != Prompt.Value)
        {
            return false;
        }

        Take(value);
        return true;
    }

    /// <summary>The person leaves the item out. False where none is under way.</summary>
    public bool Skip()
    {
        if (!Runs || Row < 0)
        {
            return false;
        }

        Item.NotTested(ItemReason.Skipped);
        return true;
    }

    /// <summary>A key was pressed, at the console or the unit's own: what moves the pump or water stops. Where a vessel is being filled that is its regular end; where something is asked nothing moves.</summary>
    public void Key()
    {
        if (Prompt == Prompt.Full)
        {
            Take(1);
        }

        _stopped |= IsMoving;
    }

    /// <summary>A key stops what moves now, or ends the filling of a vessel.</summary>
    public bool StopsOnKey => Prompt == Prompt.Full || IsMoving;

    private bool IsMoving => Runs && Row >= 0 && _allowed && Prompt == Prompt.None && !Item.HasEntered;

    /// <summary>Whoever carried the run out has gone: what still needs a person, or moves something, is not tested.</summary>
    public void PersonLeft() => _alone = true;

    /// <summary>Breaks the run off: what is left is not tested. False where no run is going on.</summary>
    public bool Abort()
    {
        if (!Runs)
        {
            return false;
        }

        for (int row = 0; row < Checklist.Count; row++)
        {
            if (Takes(row) && ResultOf(row) == ItemResult.Open)
            {
                Set(row, ItemResult.NotTested, ItemReason.Aborted, false, 0, 0);
            }
        }

        Item.NotTested(ItemReason.Aborted);
        Row = NoRow;
        return true;
    }

    /// <summary>The plans that this run carried out: a person made it, at least half of a plan's items were judged, and none holds it up (<see cref="HoldsUp"/>).</summary>
    public int PlansDone()
    {
        int done = HasPerson ? Plans : 0;
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            done &= IsCarriedOut(plan) ? Plan.All : ~Plan.Bit(plan);
        }

        return done;
    }

    /// <summary>
    /// An item because of which its plan is not carried out: an interruption, a break-off, a time-out or an absence left it open. The full check after a repair is carried out only where what moves pump and valve
    /// was moved. What begins the warranty or frees the pump (commissioning, opening) has no item that failed, and what protects the pump, and the acceptance itself, passed.
    /// </summary>
    public bool HoldsUp(int row, int plan)
    {
        if (!Takes(row) || !Plan.IsIn(plan, Checklist.Plans(row)))
        {
            return false;
        }

        ItemResult result = ResultOf(row);
        bool frees = plan == Plan.Commissioning || plan == Plan.Opening;
        bool fails = frees && (result == ItemResult.Fail || (Checklist.MustPass(row) && result == ItemResult.NotTested));
        return fails || IsOwed(row) || (plan == Plan.AfterRepair && IsRefused(row));
    }

    private bool IsCarriedOut(int plan)
    {
        int items = 0;
        int judged = 0;
        bool holds = false;
        for (int row = 0; row < Checklist.Count; row++)
        {
            bool counts = Takes(row) && Plan.IsIn(plan, Checklist.Plans(row));
            items += counts ? 1 : 0;
            judged += counts && (ResultOf(row) is ItemResult.Pass or ItemResult.Fail or ItemResult.NotFitted) ? 1 : 0;
            holds |= HoldsUp(row, plan);
        }

        return !holds && 2 * judged >= items;
    }

    /// <summary>A row starts anew; a value that was found becomes the one before.</summary>
    private void Forget(int row)
    {
        if (HasValue(row))
        {
            SetBefore(row, true, _value[row]);
        }

        Set(row, ItemResult.Open, ItemReason.None, false, 0, 0);
    }

    /// <summary>One answer to one question: the next one waits until the item has asked again.</summary>
    private void Take(int value)
    {
        Item.Entered = value;
        Item.HasEntered = true;
        Item.Prompt = Prompt.None;
        _prompt = Prompt.None;
    }

    private bool IsOwed(int row)
    {
        return ReasonOf(row) switch
        {
            ItemReason.NobodyThere => true,
            ItemReason.TimedOut => true,
            ItemReason.Interrupted => true,
            ItemReason.Aborted => true,
            ItemReason.Irrigating => true,
            _ => ResultOf(row) == ItemResult.Open,
        };
    }

    /// <summary>The unit could have moved it, and was not let or was stopped.</summary>
    private bool IsRefused(int row)
    {
        return Checklist.Who(row) == ItemWho.Unit
            && Procedure.Moves(Checklist.ProcedureOf(row))
            && ReasonOf(row) is ItemReason.Declined or ItemReason.Skipped or ItemReason.StoppedByKey or ItemReason.StoppedByDoor or ItemReason.StoppedByFault;
    }

    /// <summary>Somebody was there who could be asked when it began: not by schedule, not by the button, which has no way to answer, and not after a visit whose person has gone.</summary>
    private bool HasPerson => StartedBy == Starter.Console || (StartedBy == Starter.Visit && Person != Nobody);

    /// <summary>Before leaving one question stands for everything that the unit moves by itself, until something stops it; what a person has a part in asks each time.</summary>
    public bool IsAskedForAll(int row) => StartedBy == Starter.Visit && Checklist.Who(row) == ItemWho.Unit;

    private bool IsIrrigating() => _site.Readings.IsOn(Signal.RunRequest) || _site.PumpRuns;

    private void Next(long nowMs, long unixSeconds)
    {
        int next = NoRow;
        for (int row = 0; row < Checklist.Count; row++)
        {
            bool open = Takes(row) && ResultOf(row) == ItemResult.Open;
            next = open && (next < 0 || TurnOf(row) < TurnOf(next)) ? row : next;
        }

        if (next >= 0)
        {
            Begin(next, nowMs);
            return;
        }

        Runs = false;
        Ended = true;
        EndedUnix = unixSeconds;
        NoteFaults();
        Told++;
        Changed = true;
    }

    /// <summary>Before leaving, what the unit does without a question comes first, then what moves, then what a person has a part in; else the order is the checklist's.</summary>
    private int TurnOf(int row)
    {
        if (StartedBy != Starter.Visit)
        {
            return 0;
        }

        return Checklist.Who(row) != ItemWho.Unit ? 2 : Procedure.Moves(Checklist.ProcedureOf(row)) ? 1 : 0;
    }

    private void Begin(int row, long nowMs)
    {
        Row = row;
        Item.Begin(nowMs, Checklist.Low(row), Checklist.High(row));
        _allowed = false;
        _stopped = false;
        _prompt = Prompt.None;
        Told += Procedure.SecondsOf(Checklist.ProcedureOf(row)) >= LongSeconds ? 1 : 0;
        Changed = true;
    }

    /// <summary>True while an item that moves something waits for leave. After it, what the door and the faults were is the measure of what is abnormal.</summary>
    private bool MustAsk(long nowMs)
    {
        if (!Procedure.Moves(Checklist.ProcedureOf(Row)))
        {
            return false;
        }

        if (_site.Readings.IsOn(Signal.RunRequest))
        {
            Item.NotTested(ItemReason.Irrigating);
        }
        else if (_alone)
        {
            Item.NotTested(ItemReason.NobodyThere);
        }
        else if (!_allowed && _declinedAll && IsAskedForAll(Row))
        {
            Item.NotTested(ItemReason.Declined);
        }
        else if (!_allowed)
        {
            _doorWasOpen = _site.Readings.IsOn(Signal.DoorOpen);
            _abnormalBefore = AbnormalRows();
            _allowed = _allowedAll && IsAskedForAll(Row);
            Item.Prompt = _allowed ? Prompt.None : Prompt.MayMove;
            return !_allowed;
        }
        else if (Item.Prompt == Prompt.MayMove)
        {
            // The time of the answer is the item's beginning.
            Item.Begin(nowMs, Checklist.Low(Row), Checklist.High(Row));
        }

        return Item.Result != ItemResult.Open;
    }

    private bool MustStop()
    {
        if (!_allowed)
        {
            return false;
        }

        bool door = _site.Readings.IsOn(Signal.DoorOpen) != _doorWasOpen;
        if (_stopped)
        {
            Item.NotTested(ItemReason.StoppedByKey);
        }
        else if (door)
        {
            Item.NotTested(ItemReason.StoppedByDoor);
        }
        else if (IsAbnormal())
        {
            Item.NotTested(ItemReason.StoppedByFault);
        }

        _allowedAll &= Item.Result == ItemResult.Open;
        return Item.Result != ItemResult.Open;
    }

    /// <summary>A fault has come up since the leave was given, other than the one that the item looks for.</summary>
    private bool IsAbnormal()
    {
        long fresh = AbnormalRows() & ~_abnormalBefore;
        for (int row = 0; fresh != 0 && row < _monitors.Rows; row++)
        {
            if ((fresh & (1L << row)) != 0 && !Procedure.Expects(Checklist.ProcedureOf(Row), _monitors.CodeOf(row)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rows of raised faults that stop what moves, a bit each: all of levels 1 and 2, and of level 3 those of power (1xx), pump and valve (3xx), and water (4xx).</summary>
    private long AbnormalRows()
    {
        long rows = 0;
        for (int row = 0; row < _monitors.Rows; row++)
        {
            int most = _monitors.CodeOf(row) / 100 is 1 or 3 or 4 ? 3 : 2;
            rows |= _monitors.IsRaised(row) && _monitors.LevelOf(row) <= most ? 1L << row : 0;
        }

        return rows;
    }

    /// <summary>A question that nobody answers ends its item; from then on nobody is taken to be there. A vessel that fills has a time of its own.</summary>
    private void NotePrompt(long nowMs)
    {
        if (Item.Prompt != _prompt)
        {
            _prompt = Item.Prompt;
            _promptSinceMs = nowMs;
            Told++;
        }

        if (_prompt == Prompt.None || Item.Result != ItemResult.Open)
        {
            return;
        }

        if (_alone)
        {
            Item.NotTested(ItemReason.NobodyThere);
        }
        else if (_prompt != Prompt.Full && nowMs - _promptSinceMs >= AnswerMs)
        {
            _alone = true;
            Item.NotTested(ItemReason.TimedOut);
        }
    }

    private void Finish(long unixSeconds)
    {
        if (Checklist.ProcedureOf(Row) == Procedure.MeterVerification && Item.HasValue)
        {
            Meters.NoteVerification(Item.Unit.VerifiedMeter, unixSeconds, Person, Item.Unit.VerifiedLitres, Item.Unit.VerifiedFlow, Item.Value, Item.Uncertainty);
        }

        Set(Row, Item.Result, Item.Reason, Item.HasValue, Item.Value, Item.Uncertainty);
        Row = NoRow;
        Told++;
        Changed = true;
    }

    /// <summary>The worst faults that are raised now, level by level.</summary>
    private void NoteFaults()
    {
        System.Array.Clear(_faults, 0, _faults.Length);
        int found = 0;
        for (int level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _monitors.Rows && found < _faults.Length; row++)
            {
                if (_monitors.IsRaised(row) && _monitors.LevelOf(row) == level)
                {
                    _faults[found++] = (short)_monitors.CodeOf(row);
                }
            }
        }
    }
}
