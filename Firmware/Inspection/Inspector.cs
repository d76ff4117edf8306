using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Inspection.Visits;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>What the unit does about inspections, in one place: when they are due, the run that is going on, and what follows from its end.</summary>
public sealed class Inspector
{
    private const int HourSeconds = 3600;
    private const int HoursPerDay = 24;
    private const int DayMinutes = 1440;

    private readonly Settings _settings;
    private readonly SiteController _site;
    private readonly UnitClock _clock;
    private readonly IChecksum _checksum;
    private readonly byte[] _setPoints = new byte[SettingsFingerprint.RoomBytes];
    private int _lookedFor;
    private int _busTotal;
    private bool _begun;
    private int _wasLoggedIn;

    /// <summary>The inspections of a site.</summary>
    public Inspector(Settings settings, SiteController site, UnitClock clock, IStorage storage, IChecksum checksum, IKeyedHash keyedHash)
    {
        _settings = settings;
        _site = site;
        _clock = clock;
        Schedule = new Schedule(settings);
        Run = new InspectionRun(new Checklist(settings), site.View, site.Monitors, Facts);
        Visits = new VisitDesk(settings, site, clock, Visit, Schedule);
        Reports = new Reports(Run, Schedule, site.Catalogue, storage, checksum, new ReportSeal(checksum, keyedHash, settings.UnitKey));
        _checksum = checksum;
        SettingsChanged();
    }

    /// <summary>The settings in force have another fingerprint now.</summary>
    public void SettingsChanged()
    {
        Facts.SettingsFingerprint = SettingsFingerprint.Of(_settings, _setPoints, _checksum);
    }

    /// <summary>When the next inspection is due.</summary>
    public Schedule Schedule { get; }

    /// <summary>The run that is going on, or the last one.</summary>
    public InspectionRun Run { get; }

    /// <summary>Whether somebody serves the site.</summary>
    public Visit Visit { get; } = new Visit();

    /// <summary>The visits and their records.</summary>
    public VisitDesk Visits { get; }

    /// <summary>Person of the list whose card was shown last, 0 for none; kept up to date by the caller.</summary>
    public int CardPerson { get; set; }

    /// <summary>Number of the person who is logged in at the console, 0 for nobody; kept up to date by the caller.</summary>
    public int LoggedIn { get; set; }

    /// <summary>The reports and notices.</summary>
    public Reports Reports { get; }

    /// <summary>Reports and visits that the centre has not stored yet.</summary>
    public int DocumentsWaiting => Reports.Waiting + Visits.Records.Waiting;

    /// <summary>The full check before leaving is under way, and asks its questions: one that goes on alone is not the check that is owed.</summary>
    public bool RunsLeavingCheck => Run.Runs && Run.IsAttended && Run.StartedBy == Starter.Visit;

    /// <summary>What the unit knows of itself; filled by the caller.</summary>
    public UnitFacts Facts { get; } = new UnitFacts();

    /// <summary>What the pump has done; kept up to date by the caller.</summary>
    public Usage Usage { get; } = new Usage();

    /// <summary>Adds what must survive a restart; before the unit begins.</summary>
    public void Keep(KeptParts parts)
    {
        parts.Add(new KeptSchedule(Schedule));
        Reports.Keep(parts); // before the run: a power cut between them makes its report again, and never loses it
        parts.Add(new KeptRun(Run));
        parts.Add(Visits.Records);
        parts.Add(Visits);
    }

    /// <summary>One decision's work, before the faults are judged.</summary>
    public void Decide(long nowMs, Readings readings)
    {
        if (!_begun)
        {
            _begun = true;
            Run.Meters.AdoptAgain(_settings);
        }

        Schedule.Step(nowMs, _clock.UnixAt(nowMs), Usage);
        readings.Set(Signal.InspectionOverdue, Schedule.OverdueDays);
        StepVisit(nowMs, readings);
        Reports.Step();
        StartByItself(nowMs);

        // Laid up, the pump is for whoever opens the season, and not for the unit alone.
        _site.InspectionWantsPump = Run.WantsPump && (!_site.Monitors.Gate.LayUp.IsOn || Run.Person != InspectionRun.Nobody);
    }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        Facts.PulseMillilitres = _site.Meter.TotalMillilitres;
        Facts.PulseMs = _site.Meter.LastPulseMs;
        int total = _site.View.Readings.ValueOf(Signal.BusTotal);
        Facts.BusTotalMs = total == _busTotal ? Facts.BusTotalMs : nowMs;
        _busTotal = total;
        Facts.ApprovedFingerprint = Schedule.ApprovedFingerprint;
        Facts.MeterValidDays = MeterValidDays(_clock.UnixAt(nowMs));
        Run.Step(nowMs, _clock.UnixAt(nowMs));
        if (Run.Ended)
        {
            Run.Ended = false;
            Conclude();
        }
    }

    /// <summary>The plans of a run that names none: those that are due within their last five days, else a patrol.</summary>
    public int PlansNow => IsNear() ? Schedule.VisitPlans : Plan.Bit(Plan.Patrol);

    /// <summary>Before whoever repaired leaves, the full check is made with him; who left without it leaves the unit's own part behind, which moves nothing (contract: full check and test before leaving).</summary>
    private void StepVisit(long nowMs, Readings readings)
    {
        Visit.Step(nowMs, _site.Attendance.IsHere && _site.Attendance.IsByCard, readings.IsOn(Signal.DoorOpen), LoggedIn);
        readings.SetContact(Signal.VisitLeftOpen, Visit.IsLeftOpen);
        Visits.Step(nowMs, CardPerson);
        bool wentAway = _wasLoggedIn == Run.Person && LoggedIn != Run.Person;
        _wasLoggedIn = LoggedIn;
        if ((RunsLeavingCheck && !Visits.IsOpen) || (Run.Runs && Run.StartedBy == Starter.Console && wentAway))
        {
            Run.PersonLeft();
        }

        if (Visits.WantsCheck && Start(Plan.Bit(Plan.AfterRepair), Starter.Visit, Visits.CheckedBy, nowMs))
        {
            Visits.CheckBegan();
        }
    }

    /// <summary>A technician has fitted a meter: it is no stranger, and what both meters counted before says nothing of it.</summary>
    public void NoteMeterFitted(int meter)
    {
        _site.View.ForgetDifference();
        if (meter == MeterBook.Bus)
        {
            Run.Meters.Adopt(_settings);
        }
    }

    /// <summary>Days until the first verification ends, of the meters that the site has; what one of them lacks is not known of both.</summary>
    private int MeterValidDays(long unix)
    {
        MeterBook meters = Run.Meters;
        bool unknown = (_settings.HasPulseMeter && meters.EndOf(MeterBook.Pulse) == 0) || (_settings.HasBusMeter && meters.EndOf(MeterBook.Bus) == 0);
        int until = meters.ValidUntil;
        if (unknown || until == 0 || unix == 0)
        {
            return UnitFacts.NotKnown;
        }

        long today = (unix + (_settings.UtcOffsetMinutes * 60L)) / CivilDate.SecondsPerDay;
        return CivilDate.Days(until / 10000, until / 100 % 100, until % 100) - (int)today;
    }

    /// <summary>
    /// Starts a run; false where one is going on, the last report is not in storage yet, or a report that waits for the centre would give way to one of the schedule or the button. A visit's check must not wait for
    /// a link that is dead, and at the console it was asked for (Decisions/0215).
    /// </summary>
    public bool Start(int plans, Starter by, int person, long nowMs) => !Reports.IsSaving && (Reports.HasRoom || by is Starter.Console or Starter.Visit) && Run.Start(plans, by, person, _clock.UnixAt(nowMs));

    /// <summary>The pump was switched and its contactor timed.</summary>
    public void TakeTiming(bool run, int microseconds)
    {
        if (run)
        {
            Run.Item.CloseMicroseconds = microseconds;
        }
        else
        {
            Run.Item.OpenMicroseconds = microseconds;
        }
    }

    /// <summary>
    /// The unit's own part of the next visit, at the first quiet time (<see cref="QuietTime"/>) of its last five days, so that whoever comes knows what it found. Once for each due date; a restart may repeat it.
    /// </summary>
    private void StartByItself(long nowMs)
    {
        if (IsNear() && _lookedFor != Schedule.VisitAt && IsQuiet(nowMs) && Start(Schedule.VisitPlans, Starter.Schedule, InspectionRun.Nobody, nowMs))
        {
            _lookedFor = Schedule.VisitAt;
        }
    }

    private bool IsNear()
    {
        return Schedule.VisitAt != Schedule.Never && Schedule.VisitAt - Schedule.Calendar.Minutes <= Schedule.FirstNoticeDays * DayMinutes;
    }

    private bool IsQuiet(long nowMs)
    {
        long unix = _clock.UnixAt(nowMs);
        int hour = unix == 0 ? QuietTime.Unknown : (int)((unix + (_settings.UtcOffsetMinutes * 60L)) / HourSeconds % HoursPerDay);
        long restMs = _site.View.PumpRuns || _site.View.Readings.IsOn(Signal.RunRequest) ? 0 : _site.View.PumpSteadyMs;
        return QuietTime.Is(hour, _settings.QuietHour, restMs, Schedule.VisitAt - Schedule.Calendar.Minutes);
    }

    /// <summary>What was carried out is done; the acceptance approves the set-points in force.</summary>
    private void Conclude()
    {
        Reports.Make();
        Visits.TakeCheck(Run, Reports.LastEpoch, Reports.LastSeq);
        int done = Run.PlansDone();
        if (Plan.IsIn(Plan.Commissioning, done))
        {
            Schedule.ApprovedFingerprint = Facts.SettingsFingerprint;
        }

        if (Plan.IsIn(Plan.Opening, done))
        {
            _site.Lifecycle.Open(Run.Person);
        }

        if (done != 0)
        {
            Schedule.Done(done, Usage);
        }
    }
}
