using System.Threading;

namespace Board.Native;

/// <summary>What the flash under drive <c>I:</c> does to its writers.</summary>
public sealed class StorageConditions
{
    private int _failCloses;
    private long _closes;

    /// <summary>So many of the next Closes that would write throw instead; the old content stands.</summary>
    public int FailCloses
    {
        get => _failCloses;
        set => _failCloses = value;
    }

    /// <summary>Files written since the process began, one for each Close that wrote: the measure of flash wear.</summary>
    public long Closes => Volatile.Read(ref _closes);

    /// <summary>Takes one failure from the budget.</summary>
    internal bool TakeFailure()
    {
        if (_failCloses <= 0)
        {
            return false;
        }

        _failCloses--;
        return true;
    }

    internal void CountClose() => Interlocked.Increment(ref _closes);
}
