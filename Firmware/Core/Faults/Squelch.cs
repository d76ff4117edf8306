using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// Keeps one fault, or many at once, from drowning the others. Chatter: after its third alarm within half an hour a fault is held, and opens again by itself
/// 20 to 30 min later, with the count of what was held in its next message. Flood: more than ten alarms in ten minutes (EEMUA 191); further ones are held until
/// the rate allows them, worst first in the snapshot meanwhile. Level 1 is exempt from both; only its repeats within a minute are told as one (platform
/// decision 17). 3 B a row and 80 B for the flood.
/// </summary>
public sealed class Squelch
{
    /// <summary>Alarms of a row after which it is held.</summary>
    public const int ChatterAlarms = 3;

    /// <summary>Each one is forgotten after this time, ms; the row opens when all are.</summary>
    public const int ForgetMs = 600000;

    /// <summary>Alarms within <see cref="FloodMs"/> that are no flood yet.</summary>
    public const int FloodAlarms = 10;

    /// <summary>Time over which a flood is counted, ms.</summary>
    public const int FloodMs = 600000;

    /// <summary>A level-1 fault that comes back within this time after it was cleared is told when the time is up, s.</summary>
    public const int LevelOneSeconds = 60;

    /// <summary>Times that a fault clears by itself in a day after which a longer delay is proposed.</summary>
    public const int DailyClears = 20;

    private const int SecondMs = 1000;
    private const int DayMs = 86400000;
    private const byte Held = 128;
    private const byte Proposed = 128;

    private readonly byte[] _alarms;
    private readonly byte[] _clears;
    private readonly byte[] _waitSeconds;
    private readonly long[] _alarmMs = new long[FloodAlarms];
    private int _oldest;
    private int _secondMs;
    private int _forgetMs;
    private int _dayMs;

    /// <summary>Nothing held; for so many rows.</summary>
    public Squelch(int rows)
    {
        _alarms = new byte[rows];
        _clears = new byte[rows];
        _waitSeconds = new byte[rows];
        for (int i = 0; i < FloodAlarms; i++)
        {
            _alarmMs[i] = -FloodMs;
        }
    }

    /// <summary>True while a flood is counted.</summary>
    public bool IsFlood(long nowMs) => nowMs - _alarmMs[_oldest] < FloodMs;

    /// <summary>True while a row is held for chattering.</summary>
    public bool IsChattering(int row) => (_alarms[row] & Held) != 0;

    /// <summary>It has cleared itself so often in a day that a longer delay is proposed; until a person changes it or the memory is cleared.</summary>
    public bool ProposesDelay(int row) => (_clears[row] & Proposed) != 0;

    /// <summary>Times that a row cleared by itself today (days of uptime).</summary>
    public int ClearsToday(int row) => _clears[row] & ~Proposed;

    /// <summary>Whether a message must wait.</summary>
    public bool Holds(int row, FaultEvent what, byte level, long nowMs)
    {
        if (level == 1)
        {
            return what == FaultEvent.Raised && _waitSeconds[row] > 0;
        }

        return IsChattering(row) || (what == FaultEvent.Raised && IsFlood(nowMs));
    }

    /// <summary>Notes a message that was told.</summary>
    public void Told(int row, FaultEvent what, byte level, long nowMs)
    {
        if (what == FaultEvent.Cleared)
        {
            _waitSeconds[row] = LevelOneSeconds;
        }
        else if (what == FaultEvent.Raised)
        {
            _alarmMs[_oldest] = nowMs;
            _oldest = (_oldest + 1) % FloodAlarms;
            _alarms[row] += (byte)(level == 1 ? 0 : 1);
            _alarms[row] |= _alarms[row] >= ChatterAlarms ? Held : (byte)0;
        }
    }

    /// <summary>Notes that a fault has cleared by itself, told or not.</summary>
    public void ClearedItself(int row)
    {
        int clears = ClearsToday(row) + 1;
        _clears[row] = (byte)(clears >= DailyClears ? DailyClears | Proposed : clears | (_clears[row] & Proposed));
    }

    /// <summary>A person has seen the proposal.</summary>
    public void Forget(int row)
    {
        _clears[row] = 0;
    }

    /// <summary>Lets time pass.</summary>
    public void Step(int elapsedMs)
    {
        int seconds = Whole(ref _secondMs, elapsedMs, SecondMs);
        int forgotten = Whole(ref _forgetMs, elapsedMs, ForgetMs);
        int days = Whole(ref _dayMs, elapsedMs, DayMs);
        for (int row = 0; row < _alarms.Length; row++)
        {
            _waitSeconds[row] = (byte)Bound.Clamp(_waitSeconds[row] - seconds, 0, byte.MaxValue);
            int alarms = Bound.Clamp((_alarms[row] & ~Held) - forgotten, 0, byte.MaxValue);
            _alarms[row] = (byte)(alarms == 0 ? 0 : alarms | (_alarms[row] & Held));
            _clears[row] &= days > 0 ? Proposed : byte.MaxValue;
        }
    }

    /// <summary>How many whole periods have passed; the rest is kept.</summary>
    private static int Whole(ref int restMs, int elapsedMs, int periodMs)
    {
        long total = (long)restMs + elapsedMs;
        int whole = Bound.Scale(total, 1, periodMs);
        restMs = (int)(total - ((long)whole * periodMs));
        return whole;
    }
}
