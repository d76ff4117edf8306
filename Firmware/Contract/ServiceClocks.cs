using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Contract;

/// <summary>
/// The contract's clocks of the incidents that are open at this unit. Until the centre has stored an incident it is 未上报 (not reported) and no
/// clock runs; only the time since its onset is shown, and charged to nobody. From the moment at which the centre stored it, which the receipt names, its clocks run by the unit's uptime, with or without a network. A restart
/// takes up what was checkpointed at most <see cref="CheckpointMs"/> before: the time without power is unknown, so that elapsed times are "at least" until the wall clock
/// is trusted again and they are computed anew from the moment of the report. A jump of the wall clock changes nothing that runs.
/// About 46 bytes an incident.
/// </summary>
public sealed class ServiceClocks : IKept
{
    /// <summary>Incidents that are followed at one time; the least urgent and latest gives way, and is counted.</summary>
    public const int Capacity = 12;

    /// <summary>While a clock runs its time is saved this often, ms: a power cut costs at most so much of it.</summary>
    public const int CheckpointMs = 600000;

    private const byte ReportedFlag = 2;
    private const byte AtLeastFlag = 4;
    private const int PlaceBytes = 30;
    private const int HeadBytes = 8;

    private readonly ServiceProfile _profile;
    private readonly short[] _code = new short[Capacity];
    private readonly ushort[] _occurrence = new ushort[Capacity];
    private readonly byte[] _level = new byte[Capacity];
    private readonly bool[] _reported = new bool[Capacity];
    private readonly bool[] _atLeast = new bool[Capacity];
    private readonly bool[] _leftToCentre = new bool[Capacity];
    private readonly long[] _baseMs = new long[Capacity];
    private readonly uint[] _reportedUnix = new uint[Capacity];
    private readonly int[] _undelivered = new int[Capacity];
    private readonly int[] _answered = new int[Capacity];
    private readonly int[] _arrived = new int[Capacity];
    private readonly ushort[] _repeats = new ushort[Capacity];
    private bool _due;
    private long _savedMs;

    /// <summary>The clocks of a contract.</summary>
    public ServiceClocks(ServiceProfile profile)
    {
        _profile = profile;
    }

    /// <summary>The contract.</summary>
    public ServiceProfile Profile => _profile;

    /// <summary>Incidents that were not followed, because all places held more urgent ones, since commissioning.</summary>
    public int Untracked { get; private set; }

    /// <summary>Firm answer clocks that passed without an answer, since commissioning.</summary>
    public int BreachedResponses { get; private set; }

    /// <summary>Firm repair clocks that passed before the fault was gone, since commissioning.</summary>
    public int BreachedRepairs { get; private set; }

    /// <inheritdoc/>
    public int Slot => Slots.ContractClocks;

    /// <summary>The place of an open incident of a code, −1 where there is none.</summary>
    public int PlaceOf(int code)
    {
        for (int place = 0; place < Capacity; place++)
        {
            if (_code[place] == code)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Code of the incident in a place; 0 where it is free.</summary>
    public int Code(int place) => _code[place];

    /// <summary>Occurrence of the incident in a place.</summary>
    public int Occurrence(int place) => _occurrence[place];

    /// <summary>The centre has stored it.</summary>
    public bool IsReported(int place) => _reported[place];

    /// <summary>The elapsed time is so long at the least: a power cut lies in it, or the receipt did not say when the centre stored it.</summary>
    public bool IsAtLeast(int place) => _atLeast[place];

    /// <summary>Somebody has taken it on.</summary>
    public bool IsAnswered(int place) => _answered[place] != ClockMath.Never;

    /// <summary>Somebody has arrived for it.</summary>
    public bool HasArrived(int place) => _arrived[place] != ClockMath.Never;

    /// <summary>When it was stored at the centre, Unix seconds; 0 while unknown.</summary>
    public long ReportedUnix(int place) => _reportedUnix[place];

    /// <summary>Seconds between onset and report, which are charged to nobody; so long at the least where a power cut lies in them.</summary>
    public int UndeliveredSeconds(int place) => _undelivered[place];

    /// <summary>Seconds since the report; since the onset while it is not reported.</summary>
    public int ElapsedSeconds(int place, long nowMs)
    {
        return (int)Bound.Clamp((nowMs - _baseMs[place]) / 1000, 0, int.MaxValue);
    }

    /// <summary>An incident is not followed, or not any more; said once for each.</summary>
    public void LeaveOut()
    {
        Untracked = Bound.Clamp(Untracked + 1, 0, ushort.MaxValue);
        _due = true;
    }

    /// <summary>A fault was raised that a contract counts. Returns its place, −1 where all hold more urgent ones. Where all are taken the least urgent gives way to a more urgent one.</summary>
    public int Open(int code, int occurrence, byte level, long onsetMs)
    {
        int place = PlaceOf(0);
        if (place < 0)
        {
            place = LeastUrgent();
            if (_level[place] <= level)
            {
                return -1;
            }
        }

        _code[place] = (short)code;
        _occurrence[place] = (ushort)occurrence;
        _level[place] = level;
        _reported[place] = false;
        _atLeast[place] = false;
        _leftToCentre[place] = false;
        _baseMs[place] = onsetMs;
        _reportedUnix[place] = 0;
        _undelivered[place] = 0;
        _answered[place] = ClockMath.Never;
        _arrived[place] = ClockMath.Never;
        _repeats[place] = 0;
        _due = true;
        return place;
    }

    /// <summary>The level of an open incident has changed.</summary>
    public void SetLevel(int place, byte level)
    {
        _due |= _level[place] != level;
        _level[place] = level;
    }

    /// <summary>The centre has stored it: its clocks run from then on, also where the unit learns of it later.</summary>
    /// <param name="place">Place of the incident.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="storedUnix">When it was stored, Unix seconds; 0 where nobody said so.</param>
    /// <param name="agoSeconds">How long ago that was, s, not before the onset; <see cref="StoredReceipt.UnknownAgo"/>: then the clocks run from now on at the least.</param>
    public void Report(int place, long nowMs, long storedUnix, int agoSeconds)
    {
        int elapsed = ElapsedSeconds(place, nowMs);
        int ago = Bound.Clamp(agoSeconds, 0, _atLeast[place] ? int.MaxValue : elapsed);
        _undelivered[place] = Bound.Clamp(elapsed - ago, 0, int.MaxValue);
        _reported[place] = true;
        _atLeast[place] = agoSeconds == StoredReceipt.UnknownAgo;
        _baseMs[place] = nowMs - (ago * 1000L);
        _reportedUnix[place] = (uint)Bound.Clamp(storedUnix, 0, uint.MaxValue);
        _due = true;
    }

    /// <summary>
    /// Whether the centre says, unsigned, that it has taken the incident on: then nothing more is told here of its missing answer. The answer clock goes on, because that needs somebody who is known (Decisions/0167). Not kept: it is said anew
    /// at each step.
    /// </summary>
    public void LeaveToCentre(int place, bool isLeft) => _leftToCentre[place] = isLeft;

    /// <summary>Somebody has taken it on; the first answer counts.</summary>
    public void Answer(int place, long nowMs)
    {
        if (!IsAnswered(place))
        {
            _answered[place] = _reported[place] ? ElapsedSeconds(place, nowMs) : 0;
            _due = true;
        }
    }

    /// <summary>A technician has arrived, by evidence: stops the on-site clock of every open incident. That is an answer too.</summary>
    public void Arrive(long nowMs)
    {
        for (int place = 0; place < Capacity; place++)
        {
            if (_code[place] != 0 && !HasArrived(place))
            {
                Answer(place, nowMs);
                _arrived[place] = _reported[place] ? ElapsedSeconds(place, nowMs) : 0;
                _due = true;
            }
        }
    }

    /// <summary>The fault is gone.</summary>
    public void Close(int place, long nowMs)
    {
        if (IsAnswerBreached(place, nowMs))
        {
            BreachedResponses++;
        }

        if (IsRepairBreached(place, nowMs))
        {
            BreachedRepairs++;
        }

        _code[place] = 0;
        _due = true;
    }

    /// <summary>Seconds after the report at which a clock ends; <see cref="ClockMath.Never"/> where it does not run for this incident.</summary>
    public int DueSeconds(int place, int clock)
    {
        // A unit's own report is complete, and it does not learn of telephone and remote attempts: their clocks run at the centre.
        bool runs = _reported[place] && _profile.Covers(clock, _level[place]);
        return runs ? ClockMath.DueAfter(_profile, clock, 0, ClockMath.Never, ClockMath.Never, _arrived[place]) : ClockMath.Never;
    }

    /// <summary>What the clock promises has happened.</summary>
    public bool IsMet(int place, int clock)
    {
        switch (_profile.Kind(clock))
        {
            case ClockKind.Respond:
            case ClockKind.Dispatch:
                return IsAnswered(place);
            case ClockKind.OnSite:
                return HasArrived(place);
            default:
                return false;
        }
    }

    /// <summary>A target (力争) that has passed: no breach, and no reason to hide the firm clocks behind it.</summary>
    public bool IsPassedTarget(int place, int clock, long nowMs) => !_profile.IsFirm(clock) && RemainingSeconds(place, clock, nowMs) < 0;

    /// <summary>Somebody must answer it by a time of the contract, so that the contract says when it is raised anew.</summary>
    public bool HasAnswerClock(int place) => _profile.AnswerClock(_level[place]) != ServiceProfile.None;

    /// <summary>Seconds left of a clock; below 0 once it has passed. Only for a clock that runs.</summary>
    public int RemainingSeconds(int place, int clock, long nowMs) => DueSeconds(place, clock) - ElapsedSeconds(place, nowMs);

    /// <summary>The clock of an incident that ends next among those that run and are not met, a passed target behind all others; −1 where there is none.</summary>
    public int NextClock(int place, long nowMs)
    {
        int next = -1;
        for (int clock = 0; clock < _profile.Count; clock++)
        {
            if (DueSeconds(place, clock) != ClockMath.Never && !IsMet(place, clock) && (next < 0 || GoesBefore(place, clock, next, nowMs)))
            {
                next = clock;
            }
        }

        return next;
    }

    /// <summary>Seconds since an answer was due that has not come; below 0 while it is not due, or has come.</summary>
    public int OverdueSeconds(int place, long nowMs)
    {
        int clock = _profile.AnswerClock(_level[place]);
        return clock == ServiceProfile.None || !_reported[place] || IsAnswered(place) ? -1 : -RemainingSeconds(place, clock, nowMs);
    }

    /// <summary>Incidents whose answer is overdue, and that nobody says he has taken on (fault 802).</summary>
    public int Unanswered(long nowMs)
    {
        int count = 0;
        for (int place = 0; place < Capacity; place++)
        {
            count += _code[place] != 0 && !_leftToCentre[place] && OverdueSeconds(place, nowMs) >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The incident of a place must be raised anew now, with the step of the escalation that it has reached.</summary>
    public bool IsRepeatDue(int place, long nowMs) => _code[place] != 0 && !_leftToCentre[place] && RepeatsAt(place, nowMs) > _repeats[place];

    /// <summary>It was raised anew.</summary>
    public void Repeated(int place, long nowMs)
    {
        _repeats[place] = (ushort)RepeatsAt(place, nowMs);
        _due = true;
    }

    /// <summary>The step of escalation that an incident has reached, one of <see cref="Escalation"/>.</summary>
    public int StepOf(int place, long nowMs) => _profile.StepAt(_level[place], OverdueSeconds(place, nowMs));

    /// <summary>The wall clock is trusted: elapsed times with a power cut in them are computed anew from the moment of the report.</summary>
    public void Reconcile(long nowMs, UnitClock clock)
    {
        if (clock.QualityAt(nowMs) == TimeQuality.Unset)
        {
            return;
        }

        for (int place = 0; place < Capacity; place++)
        {
            long since = clock.UnixAt(nowMs) - _reportedUnix[place];
            if (_code[place] != 0 && _atLeast[place] && _reportedUnix[place] != 0 && since >= ElapsedSeconds(place, nowMs))
            {
                _baseMs[place] = nowMs - (since * 1000);
                _atLeast[place] = false;
                _due = true;
            }
        }
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _due || (nowMs - _savedMs >= CheckpointMs && IsRunning());

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _due = false;
        _savedMs = nowMs;
    }

    /// <summary>
    /// Body: 0 count of places (16), 2 responses missed (16), 4 repairs missed (16), 6 not followed (16), then for each place code (16), occurrence (16), level (8), flags (8),
    /// elapsed s (32), reported Unix (32), undelivered s (32), answered s (32), arrived s (32), repeats (16), 0 (16).
    /// </summary>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put16(buffer, Record.BodyAt, Capacity);
        at = Bytes.Put16(buffer, at, BreachedResponses);
        at = Bytes.Put16(buffer, at, BreachedRepairs);
        at = Bytes.Put16(buffer, at, Untracked);
        for (int place = 0; place < Capacity; place++)
        {
            at = WritePlace(buffer, at, place, nowMs);
        }

        return Record.Seal(buffer, Record.ServiceClocks, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.ServiceClocks, HeadBytes + (Capacity * PlaceBytes), checksum) || Bytes.Get16(buffer, Record.BodyAt) != Capacity)
        {
            return false;
        }

        BreachedResponses = Bytes.Get16(buffer, Record.BodyAt + 2);
        BreachedRepairs = Bytes.Get16(buffer, Record.BodyAt + 4);
        Untracked = Bytes.Get16(buffer, Record.BodyAt + 6);
        for (int place = 0; place < Capacity; place++)
        {
            ReadPlace(buffer, Record.BodyAt + HeadBytes + (place * PlaceBytes), place);
        }

        return true;
    }

    private int WritePlace(byte[] buffer, int at, int place, long nowMs)
    {
        at = Bytes.Put16(buffer, at, _code[place]);
        at = Bytes.Put16(buffer, at, _occurrence[place]);
        buffer[at++] = _level[place];
        buffer[at++] = (byte)((_reported[place] ? ReportedFlag : 0) | (_atLeast[place] ? AtLeastFlag : 0));
        at = Bytes.Put32(buffer, at, ElapsedSeconds(place, nowMs));
        at = Bytes.Put32(buffer, at, (int)_reportedUnix[place]);
        at = Bytes.Put32(buffer, at, _undelivered[place]);
        at = Bytes.Put32(buffer, at, _answered[place]);
        at = Bytes.Put32(buffer, at, _arrived[place]);
        return Bytes.Put32(buffer, at, _repeats[place] << 16);
    }

    private void ReadPlace(byte[] buffer, int at, int place)
    {
        _code[place] = (short)Bytes.Get16(buffer, at);
        _occurrence[place] = (ushort)Bytes.Get16(buffer, at + 2);
        _level[place] = buffer[at + 4];
        _reported[place] = (buffer[at + 5] & ReportedFlag) != 0;
        _atLeast[place] = true;
        _baseMs[place] = -1000L * Bytes.Get32(buffer, at + 6);
        _reportedUnix[place] = (uint)Bytes.Get32(buffer, at + 10);
        _undelivered[place] = Bytes.Get32(buffer, at + 14);
        _answered[place] = Bytes.Get32(buffer, at + 18);
        _arrived[place] = Bytes.Get32(buffer, at + 22);
        _repeats[place] = (ushort)Bytes.Get16(buffer, at + 26);
    }

    private bool IsRunning()
    {
        bool running = false;
        for (int place = 0; place < Capacity; place++)
        {
            running |= _code[place] != 0;
        }

        return running;
    }

    private int RepeatsAt(int place, long nowMs) => Bound.Clamp(_profile.RepeatsAt(_level[place], OverdueSeconds(place, nowMs)), 0, ushort.MaxValue);

    private bool GoesBefore(int place, int clock, int other, long nowMs)
    {
        bool passed = IsPassedTarget(place, clock, nowMs);
        return passed == IsPassedTarget(place, other, nowMs) ? DueSeconds(place, clock) < DueSeconds(place, other) : !passed;
    }

    private bool IsAnswerBreached(int place, long nowMs)
    {
        int clock = _profile.AnswerClock(_level[place]);
        int ended = IsAnswered(place) ? _answered[place] : ElapsedSeconds(place, nowMs);
        return clock != ServiceProfile.None && _reported[place] && ended > DueSeconds(place, clock);
    }

    private bool IsRepairBreached(int place, long nowMs)
    {
        int clock = ClockOf(place, ClockKind.Repaired);
        return clock >= 0 && ElapsedSeconds(place, nowMs) > DueSeconds(place, clock);
    }

    /// <summary>The firm clock of a kind that runs for an incident, −1 where there is none.</summary>
    private int ClockOf(int place, ClockKind kind)
    {
        for (int clock = 0; clock < _profile.Count; clock++)
        {
            if (_profile.Kind(clock) == kind && _profile.IsFirm(clock) && DueSeconds(place, clock) != ClockMath.Never)
            {
                return clock;
            }
        }

        return -1;
    }

    private int LeastUrgent()
    {
        int least = 0;
        for (int place = 1; place < Capacity; place++)
        {
            bool less = _level[place] > _level[least] || (_level[place] == _level[least] && _baseMs[place] > _baseMs[least]);
            least = less ? place : least;
        }

        return least;
    }
}
