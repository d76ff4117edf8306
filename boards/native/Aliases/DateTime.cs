using System;
using System.Globalization;

namespace Board.Native;

/// <summary>
/// The device's <c>System.DateTime</c>: always UTC, from 1601 to 3000, default(DateTime) is 1601-01-01. <see cref="UtcNow"/> is the
/// unit's own clock (<see cref="SystemClock"/>), which says 1970 until something sets it.
/// </summary>
public struct DateTime
{
    public static readonly DateTime MinValue = default;
    public static readonly DateTime MaxValue = new(3000, 12, 31, 23, 59, 59, 999);
    public static readonly DateTime UnixEpoch = new(1970, 1, 1);

    private const long TicksAtOrigin = 504911232000000000; // 1601-01-01

    private readonly long _sinceOrigin;

    /// <exception cref="ArgumentOutOfRangeException">Before 1601: also for 0.</exception>
    public DateTime(long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, TicksAtOrigin);
        _sinceOrigin = ticks - TicksAtOrigin;
    }

    public DateTime(long ticks, DateTimeKind kind)
        : this(ticks)
    {
    }

    public DateTime(int year, int month, int day)
        : this(new System.DateTime(year, month, day).Ticks)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second)
        : this(new System.DateTime(year, month, day, hour, minute, second).Ticks)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
        : this(new System.DateTime(year, month, day, hour, minute, second, millisecond).Ticks)
    {
    }

    public static DateTime UtcNow
    {
        get
        {
            StallGate.Pass();
            return new DateTime(SystemClock.UtcNow.Ticks);
        }
    }

    public static DateTime Today => UtcNow.Date;

    public DateTime Date => new(Net.Date.Ticks);

    public int Day => Net.Day;

    public DayOfWeek DayOfWeek => Net.DayOfWeek;

    public int DayOfYear => Net.DayOfYear;

    public int Hour => Net.Hour;

    public DateTimeKind Kind => DateTimeKind.Utc;

    public int Millisecond => Net.Millisecond;

    public int Minute => Net.Minute;

    public int Month => Net.Month;

    public int Second => Net.Second;

    public long Ticks => _sinceOrigin + TicksAtOrigin;

    public TimeSpan TimeOfDay => Net.TimeOfDay;

    public int Year => Net.Year;

    internal System.DateTime Net => new(Ticks, DateTimeKind.Utc);

    public static int Compare(DateTime t1, DateTime t2) => t1.Ticks.CompareTo(t2.Ticks);

    public static int DaysInMonth(int year, int month) => System.DateTime.DaysInMonth(year, month);

    public static bool Equals(DateTime t1, DateTime t2) => t1.Ticks == t2.Ticks;

    public static DateTime FromUnixTimeSeconds(long seconds) => new(System.DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond));

    public static DateTime operator +(DateTime d, TimeSpan t) => d.AddTicks(t.Ticks);

    public static DateTime operator -(DateTime d, TimeSpan t) => d.AddTicks(-t.Ticks);

    public static TimeSpan operator -(DateTime d1, DateTime d2) => new(d1.Ticks - d2.Ticks);

    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;

    public static bool operator !=(DateTime t1, DateTime t2) => t1.Ticks != t2.Ticks;

    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;

    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;

    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;

    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    public DateTime Add(TimeSpan val) => AddTicks(val.Ticks);

    public DateTime AddDays(double val) => new(Net.AddDays(val).Ticks);

    public DateTime AddHours(double val) => new(Net.AddHours(val).Ticks);

    public DateTime AddMilliseconds(double val) => new(Net.AddMilliseconds(val).Ticks);

    public DateTime AddMinutes(double val) => new(Net.AddMinutes(val).Ticks);

    public DateTime AddSeconds(double val) => new(Net.AddSeconds(val).Ticks);

    public DateTime AddTicks(long val) => new(Ticks + val);

    public int CompareTo(object val) => Compare(this, (DateTime)val);

    public override bool Equals(object obj) => obj is DateTime other && other.Ticks == Ticks;

    public override int GetHashCode() => Ticks.GetHashCode();

    public TimeSpan Subtract(DateTime val) => this - val;

    public DateTime Subtract(TimeSpan val) => this - val;

    /// <summary>As "MM/dd/yyyy HH:mm:ss".</summary>
    public override string ToString() => Net.ToString(CultureInfo.InvariantCulture);

    public string ToString(string format) => Net.ToString(format, CultureInfo.InvariantCulture);

    public long ToUnixTimeSeconds() => (Ticks - System.DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
}
