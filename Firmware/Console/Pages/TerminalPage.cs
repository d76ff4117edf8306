namespace Firmware.Console.Pages;

/// <summary>The technician's own terminal: its language, width and height. It holds until the unit restarts or another language is asked for.</summary>
public sealed class TerminalPage : Page
{
    private readonly Texts _chinese;
    private readonly Texts _english;

    /// <summary>The terminal of a console that knows two languages.</summary>
    public TerminalPage(Shell shell, Texts chinese, Texts english)
        : base(shell)
    {
        _chinese = chinese;
        _english = english;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        switch (command)
        {
            case CommandTable.LangZh:
                Screen.Texts = _chinese;
                Screen.Line(Phrase.LangDone);
                break;
            case CommandTable.LangEn:
                Screen.Texts = _english;
                Screen.Line(Phrase.LangDone);
                break;
            default:
                Screen.Out.Width = line.Number(0);
                Screen.Out.Height = command == CommandTable.ScreenLines ? line.Number(1) : Screen.Out.Height;
                Screen.Line(Phrase.ScreenDone);
                break;
        }
    }
}
