namespace Firmware.Console.Pages;

/// <summary>The commands: their names on half a screen, every form with what it does, or all about one of them.</summary>
public sealed class HelpPage : Page
{
    /// <summary>Forms in a part of the long list.</summary>
    private const int FormsInPart = 8;

    private CommandLine _line;
    private int _command;

    /// <summary>The help of a console.</summary>
    public HelpPage(Shell shell)
        : base(shell)
    {
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _command = command;
        _line = line;
        if (command == CommandTable.Help)
        {
            Names();
        }
        else if (command == CommandTable.HelpCommand)
        {
            One();
        }
        else
        {
            List(0);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        return _command == CommandTable.HelpAll && List(part);
    }

    private void Names()
    {
        for (int group = CommandTable.Look; group <= CommandTable.SetUp; group++)
        {
            Screen.Head(Phrase.GroupLook + group);
            for (int command = 0; command < CommandTable.Max; command++)
            {
                if (IsFirst(command, group))
                {
                    Screen.Out.Write(CommandTable.FormOf(command).Split(' ')[0] + "  ");
                }
            }

            Screen.Out.NewLine();
        }

        Screen.Out.Hang = 1;
        Screen.Out.Put((byte)' ');
        Screen.Line(Phrase.HelpHint);
    }

    /// <summary>True for the first form of a command in a group.</summary>
    private bool IsFirst(int command, int group)
    {
        if (!CommandTable.Has(command) || CommandTable.GroupOf(command) != group)
        {
            return false;
        }

        string name = CommandTable.FormOf(command).Split(' ')[0];
        bool first = true;
        for (int other = 0; other < command && first; other++)
        {
            first = !CommandTable.Has(other) || CommandTable.GroupOf(other) != group || CommandTable.FormOf(other).Split(' ')[0] != name;
        }

        return first;
    }

    /// <summary>Eight forms of the list; false where there are none left.</summary>
    private bool List(int part)
    {
        int index = 0;
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.Has(command))
            {
                if (index / FormsInPart == part)
                {
                    Row(command);
                }

                index++;
            }
        }

        return index > part * FormsInPart;
    }

    private void Row(int command)
    {
        Screen.Out.Put((byte)' ');
        Screen.Form(command);
        Screen.Out.NewLine();
        Screen.Out.Hang = 5;
        Screen.Out.Write("     ");
        Screen.Out.Write(Screen.Texts.Help(command));
        Screen.Out.NewLine();
    }

    /// <summary>All forms of a command, with who may and how to see that it worked.</summary>
    private void One()
    {
        bool known = false;
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.Has(command) && _line.ArgumentIs(0, CommandTable.FormOf(command).Split(' ')[0]))
            {
                known = true;
                Row(command);
                Details(command);
            }
        }

        if (!known)
        {
            Screen.Say(Phrase.UnknownCommand);
            Screen.Out.Write(_line.Bytes, _line.StartOf(0), _line.EndOf(0));
            Screen.Out.NewLine();
        }
    }

    private void Details(int command)
    {
        string[] form = CommandTable.FormOf(command).Split(' ');
        for (int i = 0; i < form.Length; i++)
        {
            if (Argument.Find(form[i]) >= 0)
            {
                Screen.Out.Write("     ");
                Screen.ArgumentRange(Argument.Find(form[i]));
                Screen.Out.NewLine();
            }
        }

        DetailHead(Phrase.WhoMay);
        Screen.Say(CommandTable.AccessOf(command) == Access.Open ? Phrase.Anybody : Phrase.ForTechnicians);
        Screen.Out.Write(CommandTable.AccessOf(command) == Access.Enrol ? Screen.Texts.Say(AccessPhrase.Button) : "");
        Screen.Out.Write(CommandTable.IsConfirmed(command) ? Screen.Texts.Say(Phrase.AskedFirst) : "");
        Screen.Out.NewLine();
        DetailHead(Phrase.HowToSee);
        Screen.Out.Write(Screen.Texts.Proof(command));
        Screen.Out.NewLine();
    }

    private void DetailHead(int phrase)
    {
        Screen.Out.Write("     ");
        Screen.Say(phrase);
        Screen.Out.Tab(Screen.ValueColumn);
        Screen.Out.Hang = Screen.ValueColumn;
    }
}
