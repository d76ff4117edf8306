using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Contract;

/// <summary>
/// The contract at the unit: opens an incident for each raised fault that it covers, starts the clocks when the centre has stored the alarm, stops them by
/// acknowledgement, arrival and repair, and raises an unanswered alarm anew at each step of escalation. Takes the centre's acknowledgements.
/// </summary>
public sealed class ContractDesk : ICommandSink, IReceiptSink
{
    /// <summary>The same command within this time is a copy of the one that was recorded, ms: half of what the desk waits before it sends one again.</summary>
    private const int TellAgainMs = 300000;

    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly UnitClock _clock;
    private readonly Settings _settings;
    private readonly AcknowledgeCommand _command = new AcknowledgeCommand();
    private readonly ushort[] _leftOut;
    private readonly ushort[] _told;
    private readonly int[] _toldSeconds;

    /// <summary>Joins it to a unit; its state is kept by the delivery.</summary>
    public ContractDesk(SiteController site, Delivery delivery, UnitClock clock, Settings settings)
    {
        _settings = settings;
        _site = site;
        _delivery = delivery;
        _clock = clock;
        _leftOut = new ushort[site.Catalogue.Count];
        _told = new ushort[site.Catalogue.Count];
        _toldSeconds = new int[site.Catalogue.Count];
        Clocks = new ServiceClocks(new ServiceProfile(settings.Contract));
        delivery.Kept.Add(Clocks);
        delivery.Kept.Add(Acknowledgements);
        delivery.Commands = this;
        delivery.Receipts = this;
        TakeHolidays(settings.Holidays);
        TakeHolidays(settings.HolidaysNext);
    }

    /// <summary>The clocks of the open incidents.</summary>
    public ServiceClocks Clocks { get; }

    /// <summary>Who has taken on what.</summary>
    public Acknowledgements Acknowledgements { get; } = new Acknowledgements();

    /// <summary>Holidays and make-up workdays.</summary>
    public WorkCalendar Calendar { get; } = new WorkCalendar();

    /// <summary>Alarms that passed their response time, and nobody says that he has taken them on (fault 802).</summary>
    public int Unanswered { get; private set; }

    /// <summary>How the service centre is reached now; <see cref="Channel.Unknown"/> also where the contract names no office hours.</summary>
    public Channel ChannelAt(long nowMs)
    {
        return Clocks.Profile.HasOfficeHours ? OfficeHours.At(_clock.UnixAt(nowMs), _settings.UtcOffsetMinutes, Calendar) : Channel.Unknown;
    }

    /// <summary>This year, where the contract names office hours and the year's holidays are not configured; else 0.</summary>
    public int MissingYear => _delivery.HolidaysMissing;

    /// <summary>Once, after storage was read and before the first decision: what is kept here names no incident that is still to come (<see cref="FaultMonitors.GoOnAfter"/>).</summary>
    public void Begin()
    {
        for (int entry = 0; entry < Acknowledgements.Capacity; entry++)
        {
            GoOnAfter(Acknowledgements.CodeOf(entry), Acknowledgements.OccurrenceOf(entry));
        }

        for (int place = 0; place < ServiceClocks.Capacity; place++)
        {
            GoOnAfter(Clocks.Code(place), Clocks.Occurrence(place));
        }
    }

    /// <summary>Once a decision, after the faults are judged.</summary>
    public void Step(long nowMs)
    {
        Clocks.Reconcile(nowMs, _clock);
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            Follow(row, nowMs);
        }

        Repeat(nowMs);
        LookAtCalendar(nowMs);
        Unanswered = Clocks.Unanswered(nowMs);
    }

    /// <summary>A technician has arrived, by evidence.</summary>
    public void Arrive(long nowMs) => Clocks.Arrive(nowMs);

    /// <summary>A person at the enclosure takes an incident on; <paramref name="texts"/> as in <see cref="Contract.Acknowledgements.Note"/>.</summary>
    public ActionResult Acknowledge(int row, int who, byte[] texts, long arrive, long nowMs)
    {
        int occurrence = _site.Monitors.OccurrenceOf(row);
        ActionResult result = _site.Lifecycle.Acknowledge(row, who, occurrence);
        if (result == ActionResult.Done || result == ActionResult.Already)
        {
            // Who answers already may still say under which case, and when somebody comes.
            Acknowledgements.Note(_site.Catalogue.Code(row), occurrence, texts, arrive, _clock.UnixAt(nowMs), true);
        }

        return result;
    }

    /// <inheritdoc/>
    public bool TakeCommand(byte[] payload, int count, long nowMs)
    {
        if (!_command.TryRead(payload, count) || _command.Epoch != _delivery.Counters.Epoch)
        {
            return false;
        }

        int row = _site.Catalogue.RowOf(_command.Code);
        if (row < 0)
        {
            return false;
        }

        ActionResult result = _site.Lifecycle.Acknowledge(row, Actor.Centre, _command.Occurrence);
        bool isCopy = result == ActionResult.Already && IsCopy(nowMs);
        bool told = result == ActionResult.Done || (result == ActionResult.Already && !isCopy && _site.Monitors.TrySay(row, FaultEvent.Acknowledged, Actor.Centre, _site.View));
        if (told || isCopy)
        {
            Acknowledgements.Note(_command.Code, _command.Occurrence, _command.Texts, _command.Arrive, _clock.UnixAt(nowMs), false);
        }

        if (told)
        {
            Acknowledgements.NoteTold(_command.Code, _command.Occurrence, nowMs);
        }

        return told || isCopy;
    }

    /// <summary>
    /// Just this was told to the centre a moment ago. What says another name, case or arrival is told as the first one was, and so is the same later on: who sends it has not got the record, and would send it for as long as
    /// the fault stands. Where a person at the enclosure holds the screen each is told: nothing is kept here to know it by.
    /// </summary>
    private bool IsCopy(long nowMs)
    {
        return Acknowledgements.Shows(_command.Code, _command.Occurrence, _command.Texts, _command.Arrive)
            && !Acknowledgements.WasTold(_command.Code, _command.Occurrence, nowMs - TellAgainMs);
    }

    /// <inheritdoc/>
    public void Stored(int code, int occurrence, byte level, long storedUnix, int agoSeconds, long nowMs)
    {
        int row = _site.Catalogue.RowOf(code);
        if (row < 0 || !Clocks.Profile.CoversLevel(level))
        {
            return;
        }

        if (_told[row] != (ushort)occurrence)
        {
            // Also of an incident that has no place yet, or not any more.
            _told[row] = (ushort)occurrence;
            _toldSeconds[row] = (int)Bound.Clamp((nowMs / 1000) - Bound.Clamp(agoSeconds, 0, int.MaxValue), int.MinValue, int.MaxValue);
        }

        int place = Clocks.PlaceOf(code);
        if (place >= 0 && Clocks.Occurrence(place) == (ushort)occurrence && !Clocks.IsReported(place))
        {
            Clocks.Report(place, nowMs, storedUnix, agoSeconds);
        }
    }

    /// <summary>A year without holidays is told once, in the log, and shown as long as it lasts: at the unit and, by <c>about</c>, at the desk.</summary>
    private void LookAtCalendar(long nowMs)
    {
        int missing = Clocks.Profile.HasOfficeHours ? OfficeHours.MissingYear(_clock.UnixAt(nowMs), _settings.UtcOffsetMinutes, Calendar) : 0;
        if (missing != 0 && missing != MissingYear)
        {
            _delivery.Journal.Log.Add(EventKind.HolidaysMissing, missing, 0, nowMs);
        }

        _delivery.HolidaysMissing = missing;
    }

    private void TakeHolidays(byte[] text)
    {
        Calendar.TryTake(text, 0, text.Length); // the configuration has judged it; where nothing is set there is no year
    }

    /// <summary>An incident ends with its fault, and where the unit is laid up: if the fault is still there at the opening, its clocks start anew.</summary>
    private void Follow(int row, long nowMs)
    {
        int code = _site.Catalogue.Code(row);
        int place = Clocks.PlaceOf(code);
        bool raised = _site.Monitors.IsRaised(row);
        _toldSeconds[row] = _site.Monitors.Gate.LayUp.IsOn ? (int)(nowMs / 1000) : _toldSeconds[row];
        if (place >= 0 && (!raised || _site.Monitors.Gate.LayUp.IsOn || Clocks.Occurrence(place) != (ushort)_site.Monitors.OccurrenceOf(row)))
        {
            Clocks.Close(place, nowMs);
            place = -1;
        }

        if (raised && place < 0 && IsCovered(row))
        {
            place = Clocks.Open(code, _site.Monitors.OccurrenceOf(row), _site.Monitors.LevelOf(row), _site.Monitors.OnsetMsOf(row));
            NoteLeftOut(row, place);
        }

        if (place >= 0)
        {
            Advance(row, place, nowMs);
        }

        // Each time: a clock that was taken up after a restart is reported already, and one whose place was taken is nobody's but the unit's.
        _site.Lifecycle.LeaveRepeats(row, place >= 0 && Clocks.IsReported(place) && Clocks.HasAnswerClock(place));
    }

    /// <summary>Tried again each time, counted once for each occurrence.</summary>
    private void NoteLeftOut(int row, int place)
    {
        ushort occurrence = (ushort)_site.Monitors.OccurrenceOf(row);
        if (place < 0 && _leftOut[row] != occurrence)
        {
            _leftOut[row] = occurrence;
            Clocks.LeaveOut();
        }
    }

    private void Advance(int row, int place, long nowMs)
    {
        Clocks.SetLevel(place, _site.Monitors.LevelOf(row));
        if (!Clocks.IsReported(place) && _told[row] == (ushort)_site.Monitors.OccurrenceOf(row))
        {
            long ago = (nowMs / 1000) - _toldSeconds[row];
            Clocks.Report(place, nowMs, _clock.UnixAt(nowMs) - ago, (int)ago);
        }

        int who = _site.Lifecycle.AcknowledgedBy(row);
        Clocks.LeaveToCentre(place, who == Actor.Centre);
        if (who != Actor.Unit && who != Actor.Centre)
        {
            Clocks.Answer(place, nowMs);
        }
    }

    private void GoOnAfter(int code, int occurrence)
    {
        int row = _site.Catalogue.RowOf(code);
        if (row >= 0)
        {
            _site.Monitors.GoOnAfter(row, occurrence);
        }
    }

    /// <summary>What the contract covers, and nothing while the unit is laid up, nor what the grid has brought about.</summary>
    private bool IsCovered(int row)
    {
        return Clocks.Profile.Covers(_site.Catalogue, row, _site.Monitors.LevelOf(row)) && !_site.Monitors.Gate.LayUp.IsOn && !_site.Monitors.IsExcused(row);
    }

    /// <summary>At most one in a decision. A step that cannot be told now is told as soon as it can.</summary>
    private void Repeat(long nowMs)
    {
        for (int place = 0; place < ServiceClocks.Capacity && !_site.Transitions.IsFull; place++)
        {
            if (Clocks.IsRepeatDue(place, nowMs)
                && _site.Monitors.TrySay(_site.Catalogue.RowOf(Clocks.Code(place)), FaultEvent.Repeated, Clocks.StepOf(place, nowMs), _site.View))
            {
                Clocks.Repeated(place, nowMs);
                return;
            }
        }
    }
}
