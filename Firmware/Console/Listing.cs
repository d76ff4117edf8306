namespace Firmware.Console;

/// <summary>Names one after the other behind a phrase, with commas between. A comma is written with the name before it, so that no line begins with one.</summary>
public sealed class Listing
{
    private readonly Screen _screen;
    private readonly int _phrase;
    private string _last;

    /// <summary>A list on a screen; nothing is written where it stays empty.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="phrase">What stands before the first name.</param>
    public Listing(Screen screen, int phrase)
    {
        _screen = screen;
        _phrase = phrase;
    }

    /// <summary>Names that were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a name.</summary>
    public void Add(string name)
    {
        if (Count == 0)
        {
            _screen.Say(_phrase);
        }
        else
        {
            _screen.Out.Write(_last + _screen.Texts.Say(InspectionPhrase.Comma));
        }

        _last = name;
        Count++;
    }

    /// <summary>Writes the last name, and ends the line where there is one.</summary>
    public void End()
    {
        if (Count > 0)
        {
            _screen.Out.Write(_last);
            _screen.Out.NewLine();
        }
    }
}
