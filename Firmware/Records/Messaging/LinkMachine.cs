using Firmware.Core.Contracts;

namespace Firmware.Records.Messaging;

/// <summary>What the link's worker is to do next.</summary>
public enum LinkAction : byte
{
    /// <summary>Nothing; the time for the next attempt has not come, or all is well.</summary>
    Wait = 0,

    /// <summary>Join the network.</summary>
    JoinNetwork = 1,

    /// <summary>Connect to the broker with a fresh client, and subscribe.</summary>
    Connect = 2,

    /// <summary>Close the client whose connection is gone.</summary>
    Close = 3,
}

/// <summary>
/// When to try to connect, as a pure step. After a failure it waits: 1 s, doubling to <see cref="LongestWaitMs"/>, each time between half and the whole of
/// it by chance, so that a village does not come back in the same second. A connection counts as good once it has lasted
/// <see cref="StableMs"/>; one that breaks earlier counts as a failure.
/// </summary>
public sealed class LinkMachine
{
    /// <summary>First wait after a failure, ms.</summary>
    public const int FirstWaitMs = 1000;

    /// <summary>Longest wait, ms: five minutes leave 25 of the contract's 30 to a person.</summary>
    public const int LongestWaitMs = 300000;

    /// <summary>A connection this old was good, ms.</summary>
    public const int StableMs = 60000;

    private const int MaxDoublings = 9;

    private long _waitUntilMs;
    private long _upSinceMs;
    private bool _up;

    /// <summary>Failures since the last good connection.</summary>
    public int Failures { get; private set; }

    /// <summary>Next action, from the time and from what is true.</summary>
    public LinkAction Step(long nowMs, bool networkUp, bool connected)
    {
        if (_up)
        {
            return connected ? LinkAction.Wait : LinkAction.Close;
        }

        if (nowMs < _waitUntilMs)
        {
            return LinkAction.Wait;
        }

        return networkUp ? LinkAction.Connect : LinkAction.JoinNetwork;
    }

    /// <summary>The network was joined: connect at once.</summary>
    public void Joined(long nowMs)
    {
        _waitUntilMs = nowMs;
    }

    /// <summary>The broker accepted us and both subscriptions.</summary>
    public void Connected(long nowMs)
    {
        _up = true;
        _upSinceMs = nowMs;
    }

    /// <summary>An attempt failed, or the connection is gone and its client closed.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="chance">Any number from a random source, 0 or more.</param>
    public void Failed(long nowMs, int chance)
    {
        bool wasGood = _up && nowMs - _upSinceMs >= StableMs;
        _up = false;
        Failures = wasGood ? 1 : Failures + 1;
        _waitUntilMs = nowMs + WaitAfter(Failures, chance);
    }

    /// <summary>How long to wait after a number of failures in a row, ms.</summary>
    public static int WaitAfter(int failures, int chance)
    {
        int whole = Bound.Clamp(FirstWaitMs << Bound.Clamp(failures - 1, 0, MaxDoublings), FirstWaitMs, LongestWaitMs);
        int half = whole / 2;
        return half + (chance % (half + 1));
    }
}
