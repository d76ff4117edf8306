namespace Firmware.Console;

/// <summary>A question that waits for the next line: at most one, and not for ever.</summary>
public sealed class Dialogue
{
    /// <summary>A question that nobody answers is dropped, ms.</summary>
    public const int WaitMs = 60000;

    private Page _page;
    private long _askedMs;

    /// <summary>True while a question is open.</summary>
    public bool IsOpen => _page != null;

    /// <summary>What is typed is shown as stars, and is not kept in the history.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Asks: writes a phrase on a line of its own, and gives the next line to the page (<see cref="Page.Answer"/>).</summary>
    public void Ask(Page page, int phrase, bool hidden = false)
    {
        Screen screen = page.Shell.Screen;
        screen.Line(phrase);
        _page = page;
        _askedMs = screen.NowMs;
        IsHidden = hidden;
    }

    /// <summary>True where the question has waited too long.</summary>
    public bool IsOver(long nowMs)
    {
        return _page != null && nowMs - _askedMs >= WaitMs;
    }

    /// <summary>Closes the question and returns who asked; null where there was none.</summary>
    public Page Close()
    {
        Page page = _page;
        _page = null;
        IsHidden = false;
        return page;
    }
}
