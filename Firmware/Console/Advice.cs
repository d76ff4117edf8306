namespace Firmware.Console;

/// <summary>The answer to a line that fits no form: what is wrong with it, and the nearest right one with an example.</summary>
internal sealed class Advice
{
    /// <summary>Letters of a command that are compared.</summary>
    private const int MaxLetters = 12;

    private readonly Screen _screen;
    private readonly int[] _row = new int[MaxLetters + 1];

    /// <summary>Advice on a console.</summary>
    public Advice(Screen screen)
    {
        _screen = screen;
    }

    /// <summary>Writes it.</summary>
    public void Write(CommandLine line)
    {
        int nearest = NearestForm(line);
        if (nearest >= 0)
        {
            line.Fits(CommandTable.FormOf(nearest).Split(' '));
            Wrong(CommandTable.FormOf(nearest).Split(' '), line);
        }
        else
        {
            _screen.Say(Phrase.UnknownCommand);
            _screen.Out.Write(line.Bytes, line.WordStart(0), line.WordEnd(0));
            _screen.Out.NewLine();
            nearest = SecondWord(line);
            nearest = nearest < 0 ? NearestCommand(line) : nearest;
        }

        if (nearest >= 0)
        {
            _screen.Say(Phrase.TypeLikeThis);
            _screen.Form(nearest);
            Example(CommandTable.FormOf(nearest));
            _screen.Out.NewLine();
        }
    }

    /// <summary>After a form with arguments: the same with examples in their place.</summary>
    public void Example(string form)
    {
        string[] tokens = form.Split(' ');
        bool open = true;
        for (int i = 0; i < tokens.Length; i++)
        {
            open &= Argument.Find(tokens[i]) < 0;
        }

        if (!open)
        {
            _screen.Say(Phrase.ForExample);
            for (int i = 0; i < tokens.Length; i++)
            {
                int kind = Argument.Find(tokens[i]);
                _screen.Out.Write(i == 0 ? "" : " ");
                _screen.Out.Write(kind < 0 ? tokens[i] : Argument.ExampleOf(kind) ?? _screen.Texts.Say(kind == Argument.Plan ? InspectionPhrase.PlanPatrol : Phrase.ExampleNote));
            }
        }
    }

    /// <summary>Of the forms with the line's first word, the one that it fits furthest; −1 where none has it.</summary>
    private int NearestForm(CommandLine line)
    {
        int nearest = -1;
        int best = 0;
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (!CommandTable.Has(command) || !line.BeginsAs(CommandTable.FormOf(command)))
            {
                continue;
            }

            string[] form = CommandTable.FormOf(command).Split(' ');
            line.Fits(form);
            int score = (line.Fitting * 4) - (form.Length > line.Words ? form.Length - line.Words : line.Words - form.Length);
            if (nearest < 0 || score > best)
            {
                nearest = command;
                best = score;
            }
        }

        return nearest;
    }

    /// <summary>The first form whose second word was typed alone, as an answer to a question that is over; −1 where there is none.</summary>
    private static int SecondWord(CommandLine line)
    {
        int found = -1;
        for (int command = 0; command < CommandTable.Max && found < 0; command++)
        {
            string[] form = CommandTable.Has(command) ? CommandTable.FormOf(command).Split(' ') : new string[0];
            found = form.Length > 1 && line.WordIs(0, form[1]) ? command : -1;
        }

        return found;
    }

    /// <summary>The first command whose name needs the fewest changes, at most half of its letters; −1 where there is none.</summary>
    private int NearestCommand(CommandLine line)
    {
        int nearest = -1;
        int best = MaxLetters;
        for (int command = 0; command < CommandTable.Max; command++)
        {
            string form = CommandTable.FormOf(command);
            if (!CommandTable.Has(command))
            {
                continue;
            }

            int letters = form.IndexOf(' ') < 0 ? form.Length : form.IndexOf(' ');
            int changes = Changes(form, letters, line);
            if (changes < best && changes <= letters / 2)
            {
                best = changes;
                nearest = command;
            }
        }

        return nearest;
    }

    /// <summary>Letters to change, put in or leave out to make one word of the other (Levenshtein).</summary>
    private int Changes(string name, int letters, CommandLine line)
    {
        int typed = line.WordEnd(0) - line.WordStart(0);
        if (typed > MaxLetters)
        {
            return MaxLetters;
        }

        for (int j = 0; j <= letters; j++)
        {
            _row[j] = j;
        }

        for (int i = 1; i <= typed; i++)
        {
            int diagonal = _row[0];
            _row[0] = i;
            for (int j = 1; j <= letters; j++)
            {
                int changed = diagonal + ((line.Bytes[line.WordStart(0) + i - 1] | 32) == name[j - 1] ? 0 : 1);
                diagonal = _row[j];
                int other = (_row[j - 1] < _row[j] ? _row[j - 1] : _row[j]) + 1;
                _row[j] = changed < other ? changed : other;
            }
        }

        return _row[letters];
    }

    /// <summary>Names the argument that is missing or wrong, and what it may be.</summary>
    private void Wrong(string[] form, CommandLine line)
    {
        int kind = line.Fitting < form.Length ? Argument.Find(form[line.Fitting]) : -1;
        if (kind < 0 && line.Fitting < line.Words)
        {
            _screen.Say(Phrase.NotUnderstood);
            _screen.Out.Write(line.Bytes, line.WordStart(line.Fitting), line.WordEnd(line.Fitting));
            _screen.Out.NewLine();
        }
        else if (kind >= 0)
        {
            _screen.Say(line.Fitting < line.Words ? Phrase.ArgumentWrong : Phrase.ArgumentMissing);
            _screen.ArgumentRange(kind);
            _screen.Out.NewLine();
        }
    }
}
