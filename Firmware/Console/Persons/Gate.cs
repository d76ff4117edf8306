namespace Firmware.Console;

/// <summary>What became of a try to log in.</summary>
public enum Entry : byte
{
    /// <summary>The person is logged in.</summary>
    Done = 0,

    /// <summary>Number or PIN is wrong; which of them is not said.</summary>
    Wrong = 1,

    /// <summary>Too many wrong tries: wait.</summary>
    Wait = 2,

    /// <summary>Nobody is on the list yet.</summary>
    Nobody = 3,
}

/// <summary>
/// Lets persons in: two wrong tries are free, then each doubles the wait, 10 s to 15 min; the count outlives a power cut, after which the wait begins anew. It is for PINs: a card is not guessed at a
/// keyboard, so that of a person of the list opens at once, whatever was typed before, and leaves the count as it is. One card or PIN opens only the console of its unit.
/// </summary>
public sealed class Gate
{
    /// <summary>Wrong tries without a wait.</summary>
    public const int Free = 2;

    /// <summary>First wait, ms.</summary>
    public const int FirstWaitMs = 10000;

    /// <summary>Longest wait, ms.</summary>
    public const int LongestWaitMs = 900000;

    private readonly PersonList _persons;
    private readonly Session _session;
    private long _wrongMs;

    /// <summary>A gate before a session.</summary>
    public Gate(PersonList persons, Session session)
    {
        _persons = persons;
        _session = session;
    }

    /// <summary>Told of each try that was judged: person (0 where the number is unknown), right or wrong.</summary>
    public IAccessLog Log { get; set; }

    /// <summary>Time until the next try is judged, ms; 0 = now.</summary>
    public long WaitMs(long nowMs)
    {
        int over = _persons.Failures - Free;
        if (over <= 0)
        {
            return 0;
        }

        long wait = over > 8 ? LongestWaitMs : FirstWaitMs << (over - 1);
        wait = wait > LongestWaitMs ? LongestWaitMs : wait;
        long left = _wrongMs + wait - nowMs;
        return left > 0 ? left : 0;
    }

    /// <summary>A person tries with a PIN.</summary>
    public Entry TryPin(int number, byte[] pin, int count, long nowMs)
    {
        if (_persons.Count == 0)
        {
            return Entry.Nobody;
        }

        if (WaitMs(nowMs) > 0)
        {
            return Entry.Wait;
        }

        int place = _persons.Find(number);
        return Judge(place, place >= 0 && _persons.Matches(place, pin, count), nowMs);
    }

    /// <summary>A card was shown; true where it is that of a person, who is logged in now. Others are no tries: water users have cards too.</summary>
    public bool TryCard(int card, long nowMs)
    {
        int place = _persons.FindCard(card);
        if (place >= 0)
        {
            LogIn(place, nowMs);
        }

        return place >= 0;
    }

    /// <summary>The person leaves.</summary>
    public void Leave(long nowMs)
    {
        if (Log != null && _session.Person != 0)
        {
            Log.Left(_session.Person, nowMs);
        }

        _session.End();
    }

    /// <summary>The list was changed by who is logged in.</summary>
    public void Changed(int person, bool added, long nowMs)
    {
        if (Log != null)
        {
            Log.Changed(_session.Person, person, added, nowMs);
        }
    }

    private Entry Judge(int place, bool right, long nowMs)
    {
        _persons.Tried(right);
        if (right)
        {
            LogIn(place, nowMs);
            return Entry.Done;
        }

        Log?.Tried(place < 0 ? 0 : _persons.NumberAt(place), false, nowMs);
        _wrongMs = nowMs;
        return Entry.Wrong;
    }

    private void LogIn(int place, long nowMs)
    {
        Log?.Tried(_persons.NumberAt(place), true, nowMs);
        _session.Begin(_persons.NumberAt(place), nowMs);
    }
}
