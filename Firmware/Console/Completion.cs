namespace Firmware.Console;

/// <summary>
/// Tab: completes the word that is being typed, from the forms of the commands; where a fault's code or a part is due, from the faults raised now. With more than one
/// way to go on it lists them.
/// </summary>
public sealed class Completion
{
    private const int MaxChoices = 72;

    private readonly UnitConsole _console;
    private readonly LineEditor _editor;
    private readonly ConsoleOut _out;
    private readonly CommandLine _line = new CommandLine();
    private readonly string[] _choices = new string[MaxChoices];
    private int _count;
    private string _prefix;

    /// <summary>Completion of an editor's line.</summary>
    public Completion(UnitConsole console, LineEditor editor, ConsoleOut output)
    {
        _console = console;
        _editor = editor;
        _out = output;
    }

    /// <summary>Completes what stands before the cursor, at the end of the line.</summary>
    public void Complete()
    {
        if (!_editor.IsAtEnd || _editor.IsHidden)
        {
            return;
        }

        Gather();
        string common = Common();
        if (common.Length > _prefix.Length || _count == 1)
        {
            Type(common.Substring(_prefix.Length) + (_count == 1 ? " " : ""));
        }
        else if (_count > 1)
        {
            List();
        }
    }

    private void Gather()
    {
        _line.Take(_editor.Bytes, _editor.Count);
        bool newWord = _editor.Count == 0 || _editor.Bytes[_editor.Count - 1] == ' ';
        int word = newWord ? _line.Words : _line.Words - 1;
        _prefix = newWord ? "" : Small(_line.WordStart(word), _line.WordEnd(word));
        _count = 0;
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.Has(command) && (word == 0 || _line.BeginsAs(CommandTable.FormOf(command))))
            {
                Offer(CommandTable.FormOf(command).Split(' '), word);
            }
        }
    }

    /// <summary>Offers the word of a form that comes next, where the words before it fit.</summary>
    private void Offer(string[] form, int word)
    {
        _line.Fits(form);
        if (word >= form.Length || _line.Fitting < word)
        {
            return;
        }

        int kind = Argument.Find(form[word]);
        if (kind < 0)
        {
            Add(form[word]);
        }
        else if (kind == Argument.Code)
        {
            _console.OfferCodes(this);
        }
        else if (kind is Argument.Module or Argument.Part)
        {
            _console.OfferModules(this);
        }
        else if (kind == Argument.Reading)
        {
            Pages.VisitPage.OfferReadings(this);
        }
        else if (kind == Argument.Key)
        {
            UnitConsole.OfferKeys(this);
        }
        else if (kind == Argument.Plan)
        {
            Pages.InspectPage.OfferPlans(this, _console.Shell.Screen.Texts);
        }
        else if (kind == Argument.Command)
        {
            OfferCommands();
        }
    }

    private void OfferCommands()
    {
        for (int command = 0; command < CommandTable.Max; command++)
        {
            if (CommandTable.Has(command))
            {
                Add(CommandTable.FormOf(command).Split(' ')[0]);
            }
        }
    }

    /// <summary>Takes a way to go on, where it begins as typed; capitals count as small letters.</summary>
    public void Add(string choice)
    {
        bool known = !choice.ToLower().StartsWith(_prefix) || _count == MaxChoices;
        for (int i = 0; i < _count && !known; i++)
        {
            known = _choices[i] == choice;
        }

        if (!known)
        {
            _choices[_count++] = choice;
        }
    }

    /// <summary>What all choices begin with.</summary>
    private string Common()
    {
        string common = _count == 0 ? _prefix : _choices[0];
        for (int i = 1; i < _count; i++)
        {
            int same = 0;
            while (same < common.Length && same < _choices[i].Length && common[same] == _choices[i][same])
            {
                same++;
            }

            common = common.Substring(0, same);
        }

        return common;
    }

    private void List()
    {
        _out.NewLine();
        for (int i = 0; i < _count; i++)
        {
            _out.Write(" ");
            _out.Write(_choices[i]);
        }

        _out.NewLine();
        _editor.Redraw();
    }

    private void Type(string text)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        _editor.Insert(utf8, 0, utf8.Length);
    }

    private string Small(int at, int end)
    {
        return System.Text.Encoding.UTF8.GetString(_line.Bytes, at, end - at).ToLower();
    }
}
