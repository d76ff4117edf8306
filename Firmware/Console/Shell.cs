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

    /// <summary>The page whose questions may be answered by a line of their own, while other commands can still be typed; null for none.</summary>
    public Page Asking { get; set; }

    /// <summary>A person has asked for a restart and confirmed it: the unit stops the pump and does it.</summary>
    public bool RestartAsked { get; set; }

    /// <summary>The question that is open.</summary>
    public Dialogue Dialogue { get; } = new Dialogue();
}
