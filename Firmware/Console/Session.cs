namespace Firmware.Console;

/// <summary>Who is logged in at the console: a person of the list, or nobody. It ends by itself when nothing is typed.</summary>
public sealed class Session
{
    /// <summary>A session in which nothing is typed ends, ms: ten minutes, the way to the pump and back.</summary>
    public const int IdleMs = 600000;

    /// <summary>So long before its end whoever is logged in is told, ms.</summary>
    public const int WarnMs = 60000;

    private readonly PersonList _persons;
    private long _touchedMs;
    private bool _key;
    private bool _warned;

    /// <summary>A session of persons of a list.</summary>
    public Session(PersonList persons)
    {
        _persons = persons;
    }

    /// <summary>Number of the person who is logged in; 0 = nobody. Every record of what is done here carries it.</summary>
    public int Person { get; private set; }

    /// <summary>The unit's button is held down now.</summary>
    public bool ButtonHeld { get; set; }

    /// <summary>The button was taken for enrolling: it does nothing else until it is released.</summary>
    public bool ButtonTaken { get; private set; }

    /// <summary>True where a person may do what a command asks for.</summary>
    public bool May(Access access)
    {
        return access switch
        {
            Access.Open => true,
            Access.Deliberate => Person != 0 && ButtonHeld,
            Access.Enrol => Person != 0 || (_persons.Count == 0 && ButtonHeld),
            _ => Person != 0,
        };
    }

    /// <summary>The last person has logged out: done here, and not only away from the keys.</summary>
    public bool LoggedOut { get; private set; }

    /// <summary>A person has shown who they are.</summary>
    public void Begin(int person, long nowMs)
    {
        LoggedOut = false;
        Person = person;
        Waits(nowMs);
    }

    /// <summary>The person leaves.</summary>
    public void End()
    {
        Person = 0;
    }

    /// <summary>The person has logged out.</summary>
    public void LogOut()
    {
        LoggedOut = true;
        End();
    }

    /// <summary>Whoever is logged in has done something that changes the unit or its records: it is kept with the list.</summary>
    public void Did(int command, int about, long unixSeconds)
    {
        if (Person != 0)
        {
            _persons.Acted(Person, command, about, unixSeconds);
        }
    }

    /// <summary>Takes the held button for enrolling or for the factory reset: it begins nothing else.</summary>
    public void TakeButton()
    {
        ButtonTaken = ButtonHeld;
    }

    /// <summary>The button knows.</summary>
    public void ButtonIsTold()
    {
        ButtonTaken = false;
    }

    /// <summary>Somebody types.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="isKey">It is a key of its own, and not the second byte of a terminal's line end.</param>
    public void Touch(long nowMs, bool isKey)
    {
        Waits(nowMs);
        _key |= isKey;
    }

    /// <summary>The person waits for the unit, and not the other way round: an inspection measures.</summary>
    public void Waits(long nowMs)
    {
        _touchedMs = nowMs;
        _warned = false;
    }

    /// <summary>True once, <see cref="WarnMs"/> before the person who is logged in will be logged out.</summary>
    public bool TakeWarning(long nowMs)
    {
        bool warns = !_warned && Person != 0 && nowMs - _touchedMs >= IdleMs - WarnMs;
        _warned |= warns;
        return warns;
    }

    /// <summary>True once for the keys since the last time that neither answered nor commanded: what moves stops on any key.</summary>
    public bool TakeKey()
    {
        bool key = _key;
        _key = false;
        return key;
    }

    /// <summary>True once nothing was typed for <see cref="IdleMs"/>.</summary>
    public bool IsIdle(long nowMs)
    {
        return nowMs - _touchedMs >= IdleMs;
    }
}
