using Firmware.Core.Service;

namespace Firmware.Supervision;

/// <summary>
/// A restart on purpose: when it comes, and the mark that makes the next start no crash. Who may ask for one is <see cref="Unit"/>'s to say; whoever runs the unit restarts it. 40 B.
/// </summary>
internal sealed class PlannedRestart
{
    /// <summary>From a person's order to the restart, ms: the pump stops, the answer leaves, what is due is kept.</summary>
    public const int DelayMs = 3000;

    /// <summary>So long at the most the restart waits beyond that for what is still to be kept, ms: storage may refuse, or meters count on.</summary>
    public const int ClosingMs = 5000;

    private const long Never = -1;

    private readonly BootWatch _boots;
    private long _atMs = Never;
    private bool _isMarked;

    /// <summary>None is asked for.</summary>
    public PlannedRestart(BootWatch boots)
    {
        _boots = boots;
    }

    /// <summary>One is asked for: the pump rests from here on.</summary>
    public bool IsAsked => _atMs != Never;

    /// <summary>It is time.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="isKept">Nothing is left to be kept.</param>
    public bool IsDue(long nowMs, bool isKept) => IsAsked && nowMs >= _atMs + (isKept ? 0 : ClosingMs);

    /// <summary>Asks for one at a time, ms of uptime. One that is asked for already stays as it is.</summary>
    public void Ask(long atMs)
    {
        if (!IsAsked)
        {
            _atMs = atMs;
        }
    }

    /// <summary>
    /// What ends this run on purpose is marked before it does: the next start is no crash. A takeover that was given up, or a switch-off that was announced and did not come, lets the run go on.
    /// </summary>
    /// <param name="leaves">This run is about to end for another reason that is none of a crash.</param>
    public void Mark(bool leaves)
    {
        leaves |= IsAsked;
        if (leaves && !_isMarked)
        {
            _boots.Leave(false);
        }
        else if (!leaves && _isMarked)
        {
            _boots.Stay();
        }

        _isMarked = leaves;
    }
}
