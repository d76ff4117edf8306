namespace Firmware.Console;

/// <summary>What the pages of one console share.</summary>
public sealed class Shell
{
    /// <summary>A shell around a screen.</summary>
    public Shell(Screen screen, Session session)
    {
        Screen = screen;
        Session = session;
    }

    /// <summary>Where pages are written.</summary>
    public Screen Screen { get; }

    /// <summary>Who is logged in.</summary>
    public Session Session { get; }

    /// <summary>The question that is open.</summary>
    public Dialogue Dialogue { get; } = new Dialogue();
}
