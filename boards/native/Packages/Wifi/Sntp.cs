using Board.Native;

namespace nanoFramework.Networking;

/// <summary>
/// The image starts SNTP by itself when the network comes up and steps the clock at the first answer, then every hour. Nothing can
/// refuse that; <see cref="Stop"/> only ends later steps.
/// </summary>
public class Sntp
{
    private const long Interval = 3_600_000_000;
    private static TimedCall s_next;

    public static bool IsStarted { get; private set; }

    public static string Server1 { get; set; } = "0.pool.ntp.org";

    public static string Server2 { get; set; } = "1.pool.ntp.org";

    public static void Start()
    {
        StallGate.Pass();
        Begin();
    }

    public static void Stop()
    {
        StallGate.Pass();
        IsStarted = false;
        s_next?.Cancel();
    }

    /// <summary>Asks at once; the answer steps the clock a little later.</summary>
    public static void UpdateNow()
    {
        StallGate.Pass();
        Begin();
    }

    internal static void OnNetworkUp() => Begin();

    internal static void Reset()
    {
        IsStarted = false;
        s_next?.Cancel();
    }

    private static void Begin()
    {
        IsStarted = true;
        AskAfter(Board.Native.Hardware.Profile.Sntp);
    }

    private static void AskAfter(long delay)
    {
        s_next?.Cancel();
        s_next = UnitTime.Schedule(UnitTime.Microseconds + delay, Answer);
    }

    private static void Answer()
    {
        bool answered = WifiStation.IsOnline && Board.Native.Hardware.Network.SntpReachable;
        if (answered)
        {
            SystemClock.Step(SystemClock.WorldUtcNow);
            UnitTime.NotifyChange();
        }

        AskAfter(answered ? Interval : Board.Native.Hardware.Profile.Sntp * 15);
    }
}
