using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;
using Firmware.Records;

namespace Firmware.Inspection.Visits;

/// <summary>What came of an entry into the visit's record.</summary>
public enum VisitResult : byte
{
    /// <summary>It is noted.</summary>
    Done = 0,

    /// <summary>It is noted as far as there was room, up to a whole character.</summary>
    Cut = 1,

    /// <summary>There is no room.</summary>
    Full = 2,

    /// <summary>There is no visit.</summary>
    NoVisit = 3,

    /// <summary>There is no such fault.</summary>
    NoFault = 4,

    /// <summary>The fault names no part.</summary>
    NoPart = 5,

    /// <summary>There is no such reading.</summary>
    NoReading = 6,

    /// <summary>The fault was declared repaired already.</summary>
    Already = 7,

    /// <summary>Bytes that are no text.</summary>
    NoText = 8,
}

/// <summary>
/// The visit that is going on, as a record in the making: what was wrong when it began, what was done, and after the full check what was left. Every entry is kept before the next one can
/// be typed, so that a power cut costs at most the last. An entry takes back the user's confirmation and asks for a new check, except where a person made the whole after-repair inspection in this visit:
/// that one stands, because the unit alone tests less. A repair that nobody inspected so is owed that inspection (<see cref="Schedule.Want"/>).
/// </summary>
public sealed class VisitDesk : IKept
{
    /// <summary>Time in which the user lays a card on the reader, ms.</summary>
    public const int CardMs = 60000;

    private readonly SiteController _site;
    private readonly UnitClock _clock;
    private readonly Settings _settings;
    private readonly Visit _visit;
    private readonly Schedule _schedule;
    private readonly int[] _cards = new int[Settings.MaxUserCards];
    private bool _asked;
    private long _raisedAtCheck;
    private bool _due;
    private bool _tookBack;
    private long _cardUntilMs = -1;

    /// <summary>The visits to a site.</summary>
    public VisitDesk(Settings settings, SiteController site, UnitClock clock, Visit visit, Schedule schedule)
    {
        _settings = settings;
        _site = site;
        _clock = clock;
        _visit = visit;
        _schedule = schedule;
        Records = new VisitRecords(clock);
        FollowCards();
    }

    /// <summary>The record in the making.</summary>
    public VisitRecord Now { get; } = new VisitRecord();

    /// <summary>Those that are over.</summary>
    public VisitRecords Records { get; }

    /// <summary>Where beginnings and ends are noted; set before the first step.</summary>
    public EventLog Log { get; set; }

    /// <summary>Somebody is here, and entries are taken.</summary>
    public bool IsOpen => Now.State == VisitState.Open;

    /// <summary>The full check is to begin.</summary>
    public bool WantsCheck => _asked || (Now.State == VisitState.Leaving && !Now.IsChecked);

    /// <summary>Full checks of visits, made or asked for again, since the start of the unit: the console shows each.</summary>
    public int Checks { get; private set; }

    /// <summary>Visits confirmed by a card since the start of the unit: the console tells each.</summary>
    public int CardsTaken { get; private set; }

    /// <inheritdoc/>
    public int Slot => Slots.Visit;

    /// <summary>One decision, after the evidence.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="cardPerson">Person of the list whose card was shown last, 0 for none.</param>
    public void Step(long nowMs, int cardPerson)
    {
        FollowCards();
        if (_visit.IsOpen && Now.State == VisitState.None)
        {
            Begin(nowMs);
        }

        if (IsOpen)
        {
            int person = _visit.Person != 0 ? _visit.Person : cardPerson;
            _due |= person != 0 && person != Now.Person;
            Now.Person = person != 0 ? person : Now.Person;
            TakeCard(nowMs);
        }

        if (IsOpen && !_visit.IsOpen)
        {
            Leave(nowMs);
        }

        if (Now.State == VisitState.Leaving && Now.IsChecked)
        {
            Finish(nowMs);
        }
    }

    /// <summary>True once where an entry has taken back the user's confirmation: the person at the console is told, so that the user confirms anew.</summary>
    public bool TellTakenBack()
    {
        bool tookBack = _tookBack;
        _tookBack = false;
        return tookBack;
    }

    /// <summary>Who can be asked during the check that is to begin: whoever is about to leave, and nobody after the visit.</summary>
    public int CheckedBy => IsOpen ? Now.Person : InspectionRun.Nobody;

    /// <summary>Somebody is here, and the full check before leaving has been neither made nor asked for; one that is under way is the inspector's to know.</summary>
    public bool OwesCheck => IsOpen && !Now.IsChecked && !_asked;

    /// <summary>
    /// The technician is about to leave: the full check runs while there is somebody to ask and the result can still be read here; the one that a person made in this visit is shown instead.
    /// </summary>
    public VisitResult AskForCheck()
    {
        bool made = IsOpen && Now.IsCheckedByPerson;
        _asked = IsOpen && !made;

        if (made)
        {
            Checks++;
        }

        return IsOpen ? VisitResult.Done : VisitResult.NoVisit;
    }

    /// <summary>The check that was wanted has begun.</summary>
    public void CheckBegan() => _asked = false;

    /// <summary>A run has ended: where it was the full check, it is the visit's. The unit's own part never takes the place of the whole one.</summary>
    public void TakeCheck(InspectionRun run, int epoch, int seq)
    {
        bool whole = Plan.IsIn(Plan.AfterRepair, run.PlansDone());
        if (Now.State == VisitState.None || !Plan.IsIn(Plan.AfterRepair, run.Plans) || (Now.IsCheckedByPerson && !whole))
        {
            return;
        }

        _asked &= !whole;
        _raisedAtCheck = Raised();
        Now.IsCheckedByPerson = whole;
        Now.SetCheck(epoch, seq);
        Now.SetCheckCount(0, Count(run, ItemResult.Pass));
        Now.SetCheckCount(1, Count(run, ItemResult.Fail));
        Now.SetCheckCount(2, Count(run, ItemResult.NotTested));
        Now.SetCheckCount(3, Count(run, ItemResult.NotFitted));
        Checks++;
        _due = true;
    }

    /// <summary>Adds a work note: what was found, what was done (measure).</summary>
    public VisitResult Note(byte[] text, int at, int end) => AddText(0, text, at, end);

    /// <summary>Adds parts by their name.</summary>
    public VisitResult AddPart(byte[] name, int at, int end, int pieces) => AddText(pieces, name, at, end);

    /// <summary>A fault is declared repaired (<see cref="Lifecycle.DeclareRepaired"/>), in a visit or without one.</summary>
    public ActionResult DeclareRepaired(int row, int who)
    {
        FaultStage before = row < 0 ? FaultStage.Healthy : _site.Lifecycle.StageOf(row);
        return NoteDeclared(_site.Lifecycle.DeclareRepaired(row, who), row, Declaration.Repaired, before);
    }

    /// <summary>A fault's module is declared replaced (<see cref="Lifecycle.DeclareReplaced"/>), in a visit or without one.</summary>
    public ActionResult DeclareReplaced(int row, int who)
    {
        FaultStage before = row < 0 ? FaultStage.Healthy : _site.Lifecycle.StageOf(row);
        return NoteDeclared(_site.Lifecycle.DeclareReplaced(row, who), row, Declaration.Replaced, before);
    }

    /// <summary>A fault is declared not repaired: it stays open when the visit ends.</summary>
    public VisitResult DeclareUnrepaired(int code)
    {
        int row = _site.Catalogue.RowOf(code);
        if (!IsOpen || row < 0)
        {
            return IsOpen ? VisitResult.NoFault : VisitResult.NoVisit;
        }

        if (_site.Lifecycle.IsDeclaredRepaired(row))
        {
            return VisitResult.Already;
        }

        return Declare(row, Declaration.Unrepaired, _site.Lifecycle.StageOf(row)) ? VisitResult.Done : VisitResult.Full;
    }

    /// <summary>Notes what a reference instrument shows, beside what the unit shows now.</summary>
    public VisitResult Refer(int signal, int reference)
    {
        if (!IsOpen || signal < 0)
        {
            return IsOpen ? VisitResult.NoReading : VisitResult.NoVisit;
        }

        Readings readings = _site.View.Readings;
        bool has = readings.Has(signal);
        bool done = Now.Refer(signal, reference, has ? 0 : (int)readings.ReasonOf(signal), has ? readings.ValueOf(signal) : 0);
        return Changed(done ? VisitResult.Done : VisitResult.Full);
    }

    /// <summary>The user's four grades: 1 优秀, 2 良好, 3 一般, 4 差.</summary>
    public VisitResult Grade(int attitude, int technique, int arrival, int handling)
    {
        if (!IsOpen)
        {
            return VisitResult.NoVisit;
        }

        Now.SetGrade(0, attitude);
        Now.SetGrade(1, technique);
        Now.SetGrade(2, arrival);
        Now.SetGrade(3, handling);
        TakeBack();
        _due = true;
        return VisitResult.Done;
    }

    /// <summary>The user types the code that the centre gave; whether it is the right one the centre judges.</summary>
    public VisitResult ConfirmByCode(int code, long nowMs) => Confirm(VisitConfirmation.Code, code, nowMs);

    /// <summary>The user is asked to lay the card on the reader within <see cref="CardMs"/>.</summary>
    public VisitResult AwaitCard(long nowMs)
    {
        _cardUntilMs = IsOpen ? nowMs + CardMs : -1;
        return IsOpen ? VisitResult.Done : VisitResult.NoVisit;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _due;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        System.Array.Copy(Now.Buffer, 0, buffer, Record.BodyAt, Now.Count);
        return Record.Seal(buffer, Record.Visit, Record.BodyAt + Now.Count, checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs) => _due = false;

    /// <summary>Takes up the visit that went on; one that is over already is only what a power cut left behind. Read after <see cref="Records"/>.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Visit, VisitRecord.MinBytes, checksum) || !Now.TryRead(buffer, Record.BodyAt, Record.BodyBytes(buffer)))
        {
            return false;
        }

        if (Now.Number <= Records.LastNumber)
        {
            Now.Clear();
        }
        else if (IsOpen)
        {
            // The unit was without power or restarted: whatever was done meanwhile is after the check.
            DropCheck();
            _visit.Resume(Now.Person);
        }

        return true;
    }

    private static int Count(InspectionRun run, ItemResult result)
    {
        int found = 0;
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            found += run.Takes(row) && run.ResultOf(row) == result ? 1 : 0;
        }

        return found;
    }

    private void Begin(long nowMs)
    {
        Now.Clear();
        Now.State = VisitState.Open;
        Now.Number = Records.LastNumber + 1;
        Now.Evidence = _site.Attendance.IsByCard ? VisitEvidence.Card : VisitEvidence.Login;
        Now.Person = _visit.Person;
        Now.LevelBefore = _site.Monitors.WorstLevel;
        Now.Arrive(_clock.UnixAt(nowMs), Records.Sequence.Boot, nowMs);
        AddRaised(false);
        Log?.Add(EventKind.VisitBegan, Now.Person, Now.Number, nowMs);
        _due = true;
    }

    private void Leave(long nowMs)
    {
        Now.State = VisitState.Leaving;
        Now.Ending = _visit.IsLeftOpen ? VisitEnding.TimedOut : VisitEnding.Left;
        Now.Leave(_clock.UnixAt(nowMs), Records.Sequence.Boot, nowMs);
        _cardUntilMs = -1;
        _due = true;
    }

    private void Finish(long nowMs)
    {
        AddRaised(true);
        for (int i = 0; i < Now.Faults; i++)
        {
            int row = _site.Catalogue.RowOf(Now.CodeOf(i));
            if (row >= 0)
            {
                Now.SetAfter(i, _site.Lifecycle.StageOf(row), _site.Lifecycle.CyclesOwed(row));
            }
        }

        if (Now.HasRepair && !Now.IsCheckedByPerson)
        {
            _schedule.Want(Plan.AfterRepair, Schedule.FirstNoticeDays);
        }

        Now.LevelAfter = _site.Monitors.WorstLevel;
        Records.Add(Now);
        Log?.Add(EventKind.VisitOver, Now.Person, Now.Number, nowMs);
        Now.Clear();
        _asked = false;
        _due = true;
    }

    /// <summary>Adds what is raised and not here yet, worst first; at the end it counts as healthy before.</summary>
    private void AddRaised(bool atTheEnd)
    {
        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                bool isNew = _site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level && Now.FindFault(_site.Catalogue.Code(row)) < 0;
                if (isNew)
                {
                    Now.AddFault(_site.Catalogue.Code(row), _site.Monitors.OccurrenceOf(row), level, atTheEnd ? FaultStage.Healthy : _site.Lifecycle.StageOf(row));
                }
            }
        }
    }

    private ActionResult NoteDeclared(ActionResult result, int row, Declaration what, FaultStage before)
    {
        if (IsOpen && (result == ActionResult.Done || result == ActionResult.Already))
        {
            Declare(row, what, before);
        }

        return result;
    }

    private bool Declare(int row, Declaration what, FaultStage before)
    {
        int code = _site.Catalogue.Code(row);
        int fault = Now.FindFault(code);
        byte level = _site.Monitors.IsRaised(row) ? _site.Monitors.LevelOf(row) : _site.Catalogue.Level(row);
        fault = fault >= 0 ? fault : Now.AddFault(code, _site.Monitors.OccurrenceOf(row), level, before);
        if (fault >= 0)
        {
            Now.Declare(fault, what);
        }

        if (what != Declaration.Unrepaired && ((_raisedAtCheck | Raised()) & (1L << row)) != 0)
        {
            // The fault was there when the check was made, or is there now: the repair is after the check, which says nothing of it.
            DropCheck();
        }

        Changed(VisitResult.Done);
        return fault >= 0;
    }

    private VisitResult AddText(int pieces, byte[] text, int at, int end)
    {
        if (!IsOpen)
        {
            return VisitResult.NoVisit;
        }

        if (!Utf8.IsPrintable(text, at, end))
        {
            return VisitResult.NoText;
        }

        int room = Now.TextLeft;
        int cut = Utf8.CutAt(text, at, end, room);
        if (cut <= at)
        {
            return VisitResult.Full;
        }

        Now.AddText(pieces, text, at, cut);
        return Changed(cut < end ? VisitResult.Cut : VisitResult.Done);
    }

    /// <summary>What was confirmed stands no more, and what the unit checked alone.</summary>
    private VisitResult Changed(VisitResult result)
    {
        if (result != VisitResult.Full)
        {
            if (!Now.IsCheckedByPerson)
            {
                Now.SetCheck(0, 0);
            }

            TakeBack();
            _due = true;
        }

        return result;
    }

    /// <summary>The full check is owed again.</summary>
    private void DropCheck()
    {
        Now.IsCheckedByPerson = false;
        Now.SetCheck(0, 0);
    }

    /// <summary>Rows that are raised, a bit each.</summary>
    private long Raised()
    {
        long rows = 0;
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            rows |= _site.Monitors.IsRaised(row) ? 1L << row : 0;
        }

        return rows;
    }

    /// <summary>Nobody has confirmed what the record is now.</summary>
    private void TakeBack()
    {
        _tookBack |= Now.Confirmation != VisitConfirmation.Nobody;
        Now.Confirm(VisitConfirmation.Nobody, 0, 0);
    }

    private VisitResult Confirm(VisitConfirmation by, int with, long nowMs)
    {
        if (!IsOpen)
        {
            return VisitResult.NoVisit;
        }

        Now.Confirm(by, with, _clock.UnixAt(nowMs));
        _cardUntilMs = -1;
        _due = true;
        return VisitResult.Done;
    }

    /// <summary>What is changed in the users' cards during a visit is kept with it: nobody confirms it by a card that whoever is visiting has just put on the list.</summary>
    private void FollowCards()
    {
        for (int place = 0; place < Settings.MaxUserCards; place++)
        {
            bool changed = _cards[place] != _settings.UserCards[place];
            _cards[place] = _settings.UserCards[place];
            Now.HasNewCards |= changed && IsOpen;
            _due |= changed && IsOpen;
        }
    }

    /// <summary>A card by which the user may confirm this visit: no technician's, and on the list since before it began.</summary>
    private bool MayConfirm(int card) => !Now.HasNewCards && _settings.IsUserCard(card) && !Attendance.IsKnown(_site.View.Technicians, card);

    /// <summary>The user's card, while it is asked for.</summary>
    private void TakeCard(long nowMs)
    {
        Readings readings = _site.View.Readings;
        if (nowMs < _cardUntilMs && readings.IsOn(Signal.CardPresent) && MayConfirm(readings.ValueOf(Signal.CardNumber)))
        {
            Confirm(VisitConfirmation.Card, readings.ValueOf(Signal.CardNumber), nowMs);
            CardsTaken++;
        }
    }
}
