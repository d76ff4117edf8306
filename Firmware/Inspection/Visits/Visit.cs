namespace Firmware.Inspection.Visits;

/// <summary>
/// Whether somebody serves the site, from evidence alone: a technician known by card, or an open door together with a login at the console. A visit ends when the door is shut and nobody is logged in
/// or known to be here any more. One in which nothing moves for <see cref="LongestMs"/> ends as well, and counts as left open (fault 804) until somebody comes or shuts the door. Pure.
/// </summary>
public sealed class Visit
{
    /// <summary>Time without any change at door, card or login after which a visit counts as left open, ms: longer than any work at one cabinet without a pause.</summary>
    public const int LongestMs = 4 * 3600 * 1000;

    /// <summary>Time with the door shut and nobody known after which the visit has ended, ms.</summary>
    public const int LeavingMs = 60000;

    private int _evidence;
    private long _changedMs;

    /// <summary>A visit is going on.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The last one ended by its time-out, and nobody has come since.</summary>
    public bool IsLeftOpen { get; private set; }

    /// <summary>The person who logged in last in this visit; 0 where only a card was shown.</summary>
    public int Person { get; private set; }

    /// <summary>One decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="technician">A technician who has shown a card is here.</param>
    /// <param name="doorOpen">The door is open.</param>
    /// <param name="person">Number of the person who is logged in, 0 for nobody.</param>
    public void Step(long nowMs, bool technician, bool doorOpen, int person)
    {
        int evidence = (technician ? 1 : 0) | (doorOpen ? 2 : 0) | (person != 0 ? 4 : 0);
        bool came = (evidence & ~_evidence) != 0;
        if (evidence != _evidence)
        {
            _evidence = evidence;
            _changedMs = nowMs;
        }

        IsLeftOpen = IsLeftOpen && evidence != 0 && !came;
        if (!IsOpen)
        {
            IsOpen = !IsLeftOpen && (technician || (doorOpen && person != 0));
            Person = person;
            return;
        }

        Person = person != 0 ? person : Person;
        long stillMs = nowMs - _changedMs;
        IsLeftOpen = evidence != 0 && stillMs >= LongestMs;
        IsOpen = !IsLeftOpen && (evidence != 0 || stillMs < LeavingMs);
    }

    /// <summary>A visit went on when the unit was restarted: it ends as any other where the evidence does not come back.</summary>
    public void Resume(int person)
    {
        IsOpen = true;
        Person = person;
    }
}
