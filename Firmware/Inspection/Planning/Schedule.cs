using Firmware.Core.Contracts;

namespace Firmware.Inspection.Planning;

/// <summary>
/// When the next inspection is due, and for which plans. Pure: calendar, pump and season go in, due dates come out. Every moment is in minutes of
/// <see cref="ServiceCalendar"/>. Plans that fall due close together are one visit. Whoever asks keeps the state (<see cref="ScheduleRecord"/>).
/// </summary>
public sealed class Schedule
{
    /// <summary>No moment: a plan that was never carried out, or does not fall due.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Plans due within so many days of the first one are the same visit: a technician does not come twice in a fortnight.</summary>
    public const int JoinDays = 14;

    /// <summary>Days before the due date at which the first notice is given (contract D: 3–5 days before).</summary>
    public const int FirstNoticeDays = 5;

    /// <summary>Days before the due date at which the second notice is given (contract D: 1–2 days before).</summary>
    public const int SecondNoticeDays = 2;

    /// <summary>An inspection so many days before a named day of the season counts for that day.</summary>
    public const int EarlyDays = 30;

    private const int DayMinutes = 1440;

    private readonly PlanTable _table;
    private readonly Settings _settings;
    private readonly int[] _doneAt = new int[Plan.Count];
    private readonly int[] _wantedAt = new int[Plan.Count];
    private readonly byte[] _noticed = new byte[Plan.Count];
    private readonly Usage _atMaintenance = new Usage();

    /// <summary>A schedule of a site that was never inspected.</summary>
    public Schedule(Settings settings)
    {
        _settings = settings;
        _table = new PlanTable(settings);
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            _doneAt[plan] = Never;
            _wantedAt[plan] = Never;
        }

        _wantedAt[Plan.Commissioning] = FirstNoticeDays * DayMinutes;
        _doneAt[Plan.Patrol] = 0;
        _doneAt[Plan.Maintenance] = 0;
    }

    /// <summary>The calendar.</summary>
    public ServiceCalendar Calendar { get; } = new ServiceCalendar();

    /// <summary>The site is laid up (停用封存): only the opening falls due, what else is due waits for it.</summary>
    public bool LaidUp { get; set; }

    /// <summary>Fingerprint of the settings that were approved at the acceptance; 0 where none were.</summary>
    public int ApprovedFingerprint { get; set; }

    /// <summary>Something that must survive a power cut has changed.</summary>
    public bool Changed { get; set; }

    /// <summary>When the next visit is due; <see cref="Never"/> where nothing falls due.</summary>
    public int VisitAt { get; private set; } = Never;

    /// <summary>Its plans, a bit each.</summary>
    public int VisitPlans { get; private set; }

    /// <summary>Whole days to the due date, negative after it; meaningless where <see cref="VisitAt"/> is <see cref="Never"/>.</summary>
    public int DaysLeft => VisitAt == Never ? Never : FloorDays(VisitAt - Calendar.Minutes);

    /// <summary>Whole days since the due day ended (fault 801); 0 where nothing is overdue.</summary>
    public int OverdueDays => VisitAt == Never || Calendar.Minutes <= VisitAt ? 0 : (Calendar.Minutes - VisitAt) / DayMinutes;

    /// <summary>The notice to be given now: <see cref="FirstNoticeDays"/>, <see cref="SecondNoticeDays"/>, or 0 for none.</summary>
    public int NoticeDue { get; private set; }

    /// <summary>When a plan was last carried out; <see cref="Never"/> where it was not.</summary>
    public int DoneAt(int plan) => _doneAt[plan];

    /// <summary>When a plan was asked for out of turn; <see cref="Never"/> where it was not.</summary>
    public int WantedAt(int plan) => _wantedAt[plan];

    /// <summary>Notices given for a plan's present due date: 0, 1 or 2.</summary>
    public int Noticed(int plan) => _noticed[plan];

    /// <summary>What the pump had done when maintenance was last carried out.</summary>
    public Usage AtMaintenance => _atMaintenance;

    /// <summary>Takes up a plan's state from before the restart.</summary>
    public void Restore(int plan, int doneAt, int wantedAt, int noticed)
    {
        _doneAt[plan] = doneAt;
        _wantedAt[plan] = wantedAt;
        _noticed[plan] = (byte)Bound.Clamp(noticed, 0, 2);
    }

    /// <summary>One step, at least once a minute.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="unixSeconds">The unit's wall clock, Unix s; 0 while it is not trusted.</param>
    /// <param name="usage">What the pump has done.</param>
    public void Step(long nowMs, long unixSeconds, Usage usage)
    {
        int shift = Calendar.Step(nowMs, unixSeconds);
        if (shift != 0)
        {
            Move(shift);
        }

        BringBack();
        NoteWear(usage);
        FindVisit();
        ForgetNotices();
        NoticeDue = WantedNotice();
    }

    /// <summary>The plans were carried out now. What was due, wanted or announced for them is done with.</summary>
    public void Done(int plans, Usage usage)
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (Plan.IsIn(plan, plans))
            {
                _doneAt[plan] = Calendar.Minutes;
                _wantedAt[plan] = Never;
                _noticed[plan] = 0;
            }
        }

        if (Plan.IsIn(Plan.Maintenance, plans))
        {
            _atMaintenance.CopyFrom(usage);
        }

        Changed = true;
        FindVisit();
        NoticeDue = WantedNotice();
    }

    /// <summary>Asks for a plan out of turn, due in <paramref name="days"/>; one that was asked for before keeps the earlier date.</summary>
    public void Want(int plan, int days)
    {
        int at = Calendar.Minutes + (days * DayMinutes);
        if (at < _wantedAt[plan])
        {
            _wantedAt[plan] = at;
            Changed = true;
        }
    }

    /// <summary>The notice was given.</summary>
    public void NoticeGiven()
    {
        int stage = NoticeDue == SecondNoticeDays ? 2 : 1;
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (Plan.IsIn(plan, VisitPlans))
            {
                _noticed[plan] = (byte)stage;
            }
        }

        NoticeDue = 0;
        Changed = true;
    }

    /// <summary>True while the warranty runs: from the acceptance, and before there was one.</summary>
    public bool InWarrantyAt(int minutes)
    {
        int accepted = _doneAt[Plan.Commissioning];
        return accepted == Never || minutes - accepted < _settings.WarrantyDays * DayMinutes;
    }

    /// <summary>When a plan falls due; <see cref="Never"/> where it does not.</summary>
    public int DueAt(int plan)
    {
        int due = Earlier(_wantedAt[plan], Earlier(ByInterval(plan), ByDate(plan)));
        if (!LaidUp || plan == Plan.Opening || due == Never)
        {
            return due;
        }

        int opening = ByDate(Plan.Opening);
        return opening == Never || opening > due ? opening : due;
    }

    /// <summary>A two-month interval that would end after the warranty is a quarter.</summary>
    private int ByInterval(int plan)
    {
        int done = _doneAt[plan];
        int days = _table.IntervalDays(plan, true);
        if (done == Never || days == 0)
        {
            return Never;
        }

        int due = done + (days * DayMinutes);
        return InWarrantyAt(due) ? due : done + (_table.IntervalDays(plan, false) * DayMinutes);
    }

    /// <summary>Only a dated calendar knows the season. What was never done counts from the acceptance, which looks at more than either.</summary>
    private int ByDate(int plan)
    {
        int done = Later(_doneAt[plan], _doneAt[Plan.Commissioning]);
        if (!Calendar.Dated || _table.MonthDay(plan) == 0)
        {
            return Never;
        }

        int from = done == Never ? Calendar.Minutes : done + (EarlyDays * DayMinutes);
        return SeasonDate.AtOrAfter(_table.MonthDay(plan), from, _settings.UtcOffsetMinutes);
    }

    private void Move(int minutes)
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            _doneAt[plan] = Moved(_doneAt[plan], minutes);
            _wantedAt[plan] = Moved(_wantedAt[plan], minutes);
        }

        Changed = true;
    }

    private int Moved(int at, int minutes) => at == Never || at <= Calendar.Uncertain ? at : at + minutes;

    /// <summary>An inspection that lies in the future was dated by a wrong clock: it was carried out now at the latest.</summary>
    private void BringBack()
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (_doneAt[plan] != Never && _doneAt[plan] > Calendar.Minutes)
            {
                _doneAt[plan] = Calendar.Minutes;
                Changed = true;
            }
        }
    }

    /// <summary>What the pump has done asks for maintenance, in time for both notices. Counts that went back (another unit's, lost) begin anew.</summary>
    private void NoteWear(Usage usage)
    {
        int run = usage.RunMinutes - _atMaintenance.RunMinutes;
        int starts = usage.Starts - _atMaintenance.Starts;
        int water = usage.CubicMetres - _atMaintenance.CubicMetres;
        if (run < 0 || starts < 0 || water < 0)
        {
            _atMaintenance.CopyFrom(usage);
            Changed = true;
        }
        else if (_wantedAt[Plan.Maintenance] == Never && _table.IsWorn(Plan.Maintenance, run, starts, water))
        {
            Want(Plan.Maintenance, FirstNoticeDays);
        }
    }

    private void FindVisit()
    {
        VisitAt = Never;
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            VisitAt = Earlier(VisitAt, DueAt(plan));
        }

        VisitPlans = 0;
        for (int plan = 0; plan < Plan.Count && VisitAt != Never; plan++)
        {
            int due = DueAt(plan);
            VisitPlans |= due != Never && due - VisitAt <= JoinDays * DayMinutes ? Plan.Bit(plan) : 0;
        }
    }

    /// <summary>A visit that moved away again (a wrong clock had brought it near) is announced anew when it comes.</summary>
    private void ForgetNotices()
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (_noticed[plan] != 0 && VisitAt - Calendar.Minutes > (FirstNoticeDays + 1) * DayMinutes)
            {
                _noticed[plan] = 0;
                Changed = true;
            }
        }
    }

    /// <summary>A notice is the visit's, not the plan's: what joins a visit that was announced is in the list of its next notice. Of a commissioning alone nobody has to be told.</summary>
    private int WantedNotice()
    {
        if (VisitAt == Never || VisitPlans == Plan.Bit(Plan.Commissioning))
        {
            return 0;
        }

        int given = 0;
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            given = Plan.IsIn(plan, VisitPlans) && _noticed[plan] > given ? _noticed[plan] : given;
        }

        int left = VisitAt - Calendar.Minutes;
        int wanted = left <= SecondNoticeDays * DayMinutes ? 2 : left <= FirstNoticeDays * DayMinutes ? 1 : 0;
        return wanted <= given ? 0 : wanted == 2 ? SecondNoticeDays : FirstNoticeDays;
    }

    private static int FloorDays(int minutes)
    {
        return minutes >= 0 ? minutes / DayMinutes : -((DayMinutes - 1 - minutes) / DayMinutes);
    }

    private static int Earlier(int first, int second) => first < second ? first : second;

    private static int Later(int first, int second)
    {
        return first == Never ? second : second == Never || second < first ? first : second;
    }
}
