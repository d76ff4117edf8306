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

    /// <summary>The line that answers was longer than a line may be: its end is missing.</summary>
    public bool AnswerIsCut { get; set; }

    /// <summary>What is typed is shown as stars, and is not kept in the history.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>True for "y", "yes" and 是.</summary>
    public static bool IsYes(byte[] line, int at, int end)
    {
        return Is(line, at, end, "y") || Is(line, at, end, "yes") || Is(line, at, end, "是");
    }

    /// <summary>True for "n", "no" and 否.</summary>
    public static bool IsNo(byte[] line, int at, int end)
    {
        return Is(line, at, end, "n") || Is(line, at, end, "no") || Is(line, at, end, "否");
    }

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

    /// <summary>Letters of both cases are the same.</summary>
    private static bool Is(byte[] line, int at, int end, string word)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(word);
        bool same = end - at == utf8.Length;
        for (int i = 0; same && i < utf8.Length; i++)
        {
            int typed = line[at + i];
            same = (typed >= 'A' && typed <= 'Z' ? typed | 32 : typed) == utf8[i];
        }

        return same;
    }
}
