namespace Board.Native;

/// <summary>The device's <c>System.Environment</c>: a clock and nothing else.</summary>
public static class Environment
{
    /// <summary>Milliseconds since the unit was powered on or restarted, monotonic.</summary>
    public static long TickCount64
    {
        get
        {
            StallGate.Pass();
            return Hardware.MicrosecondsSinceBoot / 1000;
        }
    }
}
