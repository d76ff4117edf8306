namespace Firmware.Console;

/// <summary>Who is logged in at the console: a person of the list, or nobody. It ends by itself when nothing is typed.</summary>
public sealed class Session
{
    /// <summary>A session in which nothing is typed ends, ms: ten minutes, the way to the pump and back.</summary>
    public const int IdleMs = 600000;

    private long _touchedMs;

    /// <summary>Number of the person who is logged in; 0 = nobody. Every record of what is done here carries it.</summary>
    public int Person { get; private set; }

    /// <summary>True where a person may do what a command asks for.</summary>
    public bool May(Access access)
    {
        return access == Access.Open || Person != 0;
    }

    /// <summary>A person has shown who they are.</summary>
    public void Begin(int person, long nowMs)
    {
        Person = person;
        _touchedMs = nowMs;
    }

    /// <summary>The person leaves.</summary>
    public void End()
    {
        Person = 0;
    }

    /// <summary>Somebody types.</summary>
    public void Touch(long nowMs)
    {
        _touchedMs = nowMs;
    }

    /// <summary>True once nothing was typed for <see cref="IdleMs"/>.</summary>
    public bool IsIdle(long nowMs)
    {
        return nowMs - _touchedMs >= IdleMs;
    }
}
