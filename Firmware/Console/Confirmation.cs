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
        if (Dialogue.IsYes(line, 0, count) && Shell.Session.May(CommandTable.AccessOf(_command)))
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
}
