using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>How a drill of the alarm path ended. The numbers are in the event log and on the wire: never reuse one.</summary>
public enum DrillEnd : byte
{
    /// <summary>The centre has stored it.</summary>
    Stored = 0,

    /// <summary>It never came onto the flash.</summary>
    NotKept = 1,

    /// <summary>It was kept, and no session with the broker took it.</summary>
    NotSent = 2,

    /// <summary>It was sent, and the centre's receipt did not come.</summary>
    NotStored = 3,

    /// <summary>Its record was displaced or damaged on the way.</summary>
    Lost = 4,

    /// <summary>No drill has ended yet.</summary>
    None = 255,
}

/// <summary>What became of a drill that a person asked for.</summary>
public enum DrillStart : byte
{
    /// <summary>It has begun.</summary>
    Begun = 0,

    /// <summary>One is going on.</summary>
    Runs = 1,

    /// <summary>Not while there is irrigation, an inspection, or a failing supply.</summary>
    NotNow = 2,

    /// <summary>The last one began less than <see cref="WeeklyDrill.GapMs"/> ago.</summary>
    TooSoon = 3,

    /// <summary>The record of the last one still waits for its receipt.</summary>
    Waits = 4,
}

/// <summary>
/// The weekly silent test of the alarm path (告警演练): a false reading at the input of a monitor of its own, through debounce and life cycle, onto the flash, into the
/// outbox, over the broker to the centre, and back as <c>stored</c> for its id. It touches no fault, count, clock, LED or fault memory of the unit: its row
/// stands in a catalogue of its own. One that is not stored within <see cref="DeadlineMs"/> has failed (805) and is repeated an hour after it began, once its record has
/// left the outbox. Kept in slot 12, body: 0 flags (1 goes on, 2 there was one), 1 end, 2 powered time since it began, s (32), 6 begun, Unix s (32), 10 epoch, 14 seq,
/// 18 delay, s (32), 22 ended, Unix s (32). About 3 KB of heap, most of it the monitor.
/// </summary>
public sealed class WeeklyDrill : IKept
{
    /// <summary>Time in which a drill must be stored, ms: two retries of a record and the longest wait for a connection fit.</summary>
    public const int DeadlineMs = 1800000;

    /// <summary>Time from the begin of a drill that failed to that of the next, ms.</summary>
    public const int AgainMs = 3600000;

    /// <summary>Shortest time between two drills, ms: the monitor's squelch would hold a third one within half an hour.</summary>
    public const int GapMs = 600000;

    /// <summary>Without a trusted clock the powered time is saved this often, ms: a power cut costs at most so much of it.</summary>
    public const int CheckpointMs = 21600000;

    /// <summary>Bytes of its state in storage.</summary>
    public const int Length = Record.OverheadBytes + BodyBytes;

    private const byte RunsFlag = 1;
    private const byte HadOneFlag = 2;
    private const int BodyBytes = 26;
    private const int MinuteSeconds = 60;

    private readonly SiteController _site;
    private readonly Outbox _outbox;
    private readonly EventLog _log;
    private readonly UnitClock _clock;
    private readonly FaultMonitors _monitors;
    private readonly int _secondOfWeek;
    private long _nowMs;
    private long _poweredMs;
    private long _savedMs;
    private long _begunUnix;
    private bool _hadOne;
    private bool _reads;
    private bool _restored;
    private bool _again;
    private bool _calm;
    private bool _due;

    /// <summary>A drill that begins nothing yet.</summary>
    public WeeklyDrill(SiteController site, Outbox outbox, EventLog log, UnitClock clock, Settings settings, IChecksum checksum)
    {
        _site = site;
        _outbox = outbox;
        _log = log;
        _clock = clock;
        _secondOfWeek = DrillSchedule.SecondOfWeek(settings.Site, settings.Unit, checksum);
        _monitors = new FaultMonitors(Catalogue, Transitions, null, null);
    }

    /// <summary>The one row of its monitor.</summary>
    public FaultCatalogue Catalogue { get; } = FaultCatalogue.OfDrill();

    /// <summary>What its monitor says: raised, until it is a record.</summary>
    public TransitionQueue Transitions { get; } = new TransitionQueue(1);

    /// <summary>A drill goes on.</summary>
    public bool Runs { get; private set; }

    /// <summary>The drill is raised and no record yet.</summary>
    public bool WantsRecord => Runs && Seq == 0 && Transitions.Count > 0;

    /// <summary>Epoch of its record.</summary>
    public int Epoch { get; private set; }

    /// <summary>Sequence number of its record, 0 while there is none.</summary>
    public int Seq { get; private set; }

    /// <summary>How the last one ended.</summary>
    public DrillEnd End { get; private set; } = DrillEnd.None;

    /// <summary>Time from its begin to its end, s, under power.</summary>
    public int DelaySeconds { get; private set; }

    /// <summary>When it ended, Unix seconds; 0 where the clock was unset or none has ended.</summary>
    public long EndedUnix { get; private set; }

    /// <summary>Its record waits for the receipt, also after the drill has failed.</summary>
    public bool IsWaiting => Seq != 0 && _outbox.MayHold(Epoch, Seq);

    /// <inheritdoc/>
    public int Slot => Slots.Drill;

    /// <summary>A person asks for one.</summary>
    public DrillStart Start()
    {
        if (Runs)
        {
            return DrillStart.Runs;
        }

        if (IsWaiting)
        {
            return DrillStart.Waits;
        }

        if (_hadOne && _poweredMs < GapMs)
        {
            return DrillStart.TooSoon;
        }

        if (!_calm)
        {
            return DrillStart.NotNow;
        }

        Begin();
        return DrillStart.Begun;
    }

    /// <summary>Once a decision, after the faults are judged: begins what is due, follows what goes on, and tells how the last one ended.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="calm">No irrigation, no inspection, and a sound supply: only then one begins.</param>
    public void Decide(long nowMs, bool calm)
    {
        Count(nowMs);
        _calm = calm;
        if (Runs)
        {
            Follow();
        }
        else if (calm && IsNextDue())
        {
            Begin();
        }

        Readings readings = _site.View.Readings;
        readings.SetContact(Signal.Drill, _reads);
        _monitors.Step(_site.View);
        if (Transitions.Count > 0 && !WantsRecord)
        {
            // Cleared again, or given up: the drill says nothing of it.
            Transitions.DropFirst();
        }

        if (End == DrillEnd.None)
        {
            readings.Miss(Signal.DrillEnd, NoDataReason.NotYet);
        }
        else
        {
            readings.Set(Signal.DrillEnd, (int)End);
        }
    }

    /// <summary>It is a record now, under an id.</summary>
    public void Kept(int epoch, int seq)
    {
        Epoch = epoch;
        Seq = seq;
        Transitions.DropFirst();
        _reads = false;
        _due = true;
    }

    /// <summary>The receipt has named its id. A drill that had failed stays so: the next one follows soon.</summary>
    public void Stored()
    {
        if (Runs)
        {
            Finish(DrillEnd.Stored);
        }
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        return _due || (_begunUnix == 0 && nowMs - _savedMs >= CheckpointMs);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _due = false;
        _savedMs = nowMs;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Record.BodyAt;
        buffer[at++] = (byte)((Runs ? RunsFlag : 0) | (_hadOne ? HadOneFlag : 0));
        buffer[at++] = (byte)End;
        at = Bytes.Put32(buffer, at, PoweredSeconds);
        at = Bytes.Put32(buffer, at, (int)_begunUnix);
        at = Bytes.Put32(buffer, at, Epoch);
        at = Bytes.Put32(buffer, at, Seq);
        at = Bytes.Put32(buffer, at, DelaySeconds);
        at = Bytes.Put32(buffer, at, (int)EndedUnix);
        return Record.Seal(buffer, Record.WeeklyDrill, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.WeeklyDrill, BodyBytes, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        bool ran = (buffer[at] & RunsFlag) != 0;
        _hadOne = (buffer[at] & HadOneFlag) != 0;
        End = (DrillEnd)buffer[at + 1];
        _poweredMs = 1000L * Bytes.Get32(buffer, at + 2);
        _begunUnix = (uint)Bytes.Get32(buffer, at + 6);
        Epoch = Bytes.Get32(buffer, at + 10);
        Seq = Bytes.Get32(buffer, at + 14);
        DelaySeconds = Bytes.Get32(buffer, at + 18);
        EndedUnix = (uint)Bytes.Get32(buffer, at + 22);
        Runs = ran && Seq != 0;
        _restored = true;
        _again = ran != Runs || (End != DrillEnd.Stored && End != DrillEnd.None);
        return true;
    }

    private int PoweredSeconds => (int)Bound.Clamp(_poweredMs / 1000, 0, int.MaxValue);

    private void Count(long nowMs)
    {
        _poweredMs += Bound.Clamp(nowMs - _nowMs, 0, int.MaxValue);
        _nowMs = nowMs;
        long unix = _clock.UnixAt(nowMs);
        bool unknown = _begunUnix == 0 && unix != 0;
        bool ahead = unix != 0 && _begunUnix > unix;
        if (unknown || ahead)
        {
            // The week counts from what is known: the time under power since then.
            _begunUnix = _hadOne && unknown ? unix - PoweredSeconds : unix;
            _due = true;
        }
    }

    private bool IsNextDue()
    {
        if (_site.Monitors.Gate.LayUp.IsOn || IsWaiting)
        {
            return false;
        }

        if (_again)
        {
            return _poweredMs >= AgainMs;
        }

        // A power cut ends for a whole village at once: not all that are late begin in the same minute.
        if (_nowMs / 1000 < _secondOfWeek / MinuteSeconds % MinuteSeconds * MinuteSeconds)
        {
            return false;
        }

        long unix = _clock.UnixAt(_nowMs);
        return unix == 0
            ? DrillSchedule.IsDueByUptime(PoweredSeconds, _hadOne, _secondOfWeek)
            : DrillSchedule.IsDue(unix, _begunUnix, _secondOfWeek);
    }

    private void Begin()
    {
        Runs = true;
        Seq = 0;
        _reads = true;
        _hadOne = true;
        _restored = false;
        _poweredMs = 0;
        _begunUnix = _clock.UnixAt(_nowMs);
    }

    private void Follow()
    {
        if (Seq != 0 && !IsWaiting)
        {
            Missing();
        }
        else if (_poweredMs >= DeadlineMs)
        {
            int place = _outbox.Find(Epoch, Seq);
            Finish(Seq == 0 ? DrillEnd.NotKept : place < 0 || _outbox.WasSent(place) ? DrillEnd.NotStored : DrillEnd.NotSent);
        }
    }

    /// <summary>Its record is gone without a receipt that this start has seen; one before the restart may have been the last thing that the unit saw.</summary>
    private void Missing()
    {
        if (_restored)
        {
            Runs = false;
            _again = true;
            _due = true;
        }
        else
        {
            Finish(DrillEnd.Lost);
        }
    }

    private void Finish(DrillEnd end)
    {
        Runs = false;
        _reads = false;
        _again = end != DrillEnd.Stored;
        _due = true;
        End = end;
        DelaySeconds = PoweredSeconds;
        EndedUnix = _clock.UnixAt(_nowMs);
        _log.Add(EventKind.Drill, (int)end, DelaySeconds, _nowMs);
    }
}
