namespace Firmware.Inspection;

/// <summary>When a report, a notice or a visit that the centre has not stored is sent again: in every new session, and each minute of it. The receipt is the only proof.</summary>
public static class Retry
{
    /// <summary>Time after which it is sent again, ms.</summary>
    public const int Ms = 60000;

    /// <summary>True where it is time.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="sentMs">When it was sent last.</param>
    /// <param name="sentSession">In which session; 0 where it never was.</param>
    public static bool IsDue(long nowMs, int session, long sentMs, int sentSession) => sentSession != session || nowMs - sentMs >= Ms;
}
