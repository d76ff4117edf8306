namespace Board.Native;

/// <summary>
/// The emulated real-time clock: 1970-01-01 at power-on, stepped by SNTP or <c>Rtc.SetSystemTime</c>, kept over a software reset,
/// lost at a power cut. Advances with <see cref="UnitTime"/>.
/// </summary>
public static class SystemClock
{
    private static long s_offsetTicks;
    private static long s_worldOffsetTicks = System.DateTime.UtcNow.Ticks - (UnitTime.Microseconds * System.TimeSpan.TicksPerMicrosecond);

    static SystemClock() => Reset();

    /// <summary>What the unit believes, UTC.</summary>
    public static System.DateTime UtcNow => new(s_offsetTicks + UnitTicks, System.DateTimeKind.Utc);

    /// <summary>What SNTP servers say, UTC. The computer's time at start, then advancing with the unit's time.</summary>
    public static System.DateTime WorldUtcNow => new(s_worldOffsetTicks + UnitTicks, System.DateTimeKind.Utc);

    /// <summary>Steps the unit's clock, as SNTP does: at once, without smoothing.</summary>
    public static void Step(System.DateTime utc) => s_offsetTicks = utc.Ticks - UnitTicks;

    /// <summary>Sets what SNTP servers will say.</summary>
    public static void SetWorld(System.DateTime utc) => s_worldOffsetTicks = utc.Ticks - UnitTicks;

    private static long UnitTicks => UnitTime.Microseconds * System.TimeSpan.TicksPerMicrosecond;

    internal static void Reset() => Step(System.DateTime.UnixEpoch);
}
