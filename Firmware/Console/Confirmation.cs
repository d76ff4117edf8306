namespace Firmware.Console;

/// <summary>Asks once more before a command is done that cannot be taken back, or that moves something.</summary>
internal sealed class Confirmation : Page
{
    private readonly UnitConsole _console;
    private int _command;

    /// <summary>The confirmation of a console.</summary>
    public Confirmation(UnitConsole console)
        : base(console.Shell)
    {
        _console = console;
    }

    /// <summary>Asks for a command; what it does is said first.</summary>
    public void Ask(int command)
    {
        _command = command;
        Screen.Out.Write(Screen.Texts.Help(command));
        Screen.Out.NewLine();
        Shell.Dialogue.Ask(this, Phrase.Sure);
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        bool yes = (count == 1 && (line[0] | 32) == 'y') || (count == 3 && IsYes(line));
        if (yes && Shell.Session.May(CommandTable.AccessOf(_command)))
        {
            _console.Do(_command);
        }
        else
        {
            Screen.Line(Phrase.NotDone);
        }
    }

    /// <inheritdoc/>
    public override void NoAnswer()
    {
        Screen.Line(Phrase.NotDone);
    }

    /// <summary>"yes", or 是 (three bytes as well).</summary>
    private static bool IsYes(byte[] line)
    {
        bool yes = (line[0] | 32) == 'y' && (line[1] | 32) == 'e' && (line[2] | 32) == 's';
        return yes || (line[0] == 0xE6 && line[1] == 0x98 && line[2] == 0xAF);
    }
}
