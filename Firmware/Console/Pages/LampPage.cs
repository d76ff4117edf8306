using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The lamp test, and what the lamps tell: the page of the manual (<see cref="LampCard"/>), with this unit's number and hotline.</summary>
public sealed class LampPage : Page
{
    /// <summary>Codes in a part: each is below 100 bytes.</summary>
    private const int CodesInPart = 10;

    private const int NarrowColumn = 4;
    private const int MeaningColumn = 25;
    private const int FlashesColumn = 6;
    private const int LevelColumn = 22;
    private const int TitleColumn = 29;

    private readonly LedPanel _leds;
    private readonly FaultCatalogue _catalogue;
    private readonly Settings _settings;
    private int _code;

    /// <summary>The lamps of a unit.</summary>
    public LampPage(Shell shell, LedPanel leds, FaultCatalogue catalogue, Settings settings)
        : base(shell)
    {
        _leds = leds;
        _catalogue = catalogue;
        _settings = settings;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _leds.TestLamps(Screen.NowMs);
        Screen.Line(Phrase.LampTest);
        Screen.Head(Phrase.Unit);
        Screen.Out.Write(_settings.Site + "/" + _settings.Unit);
        Screen.Out.NewLine();
        Screen.Head(Phrase.Hotline);
        Screen.Out.WriteUpTo(_settings.Hotline, Screen.LastColumn);
        Screen.Out.NewLine();
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        return part <= LampCard.Sections ? Section(part - 1) : Codes(part == LampCard.Sections + 1);
    }

    private bool Section(int section)
    {
        string[] rows = LampCard.Rows(Screen.Texts, section);
        for (int i = 0; i < rows.Length; i++)
        {
            string[] cells = LampCard.Cells(rows[i]);
            Screen.Out.Write(i == 0 ? " " : "  ");
            Screen.Out.Write(cells[0]);
            Cell(cells[1], MeaningColumn);
            Screen.Out.NewLine();
        }

        return true;
    }

    private bool Codes(bool withHead)
    {
        if (withHead)
        {
            Code(Screen.Texts.Say(LampPhrase.Codes));
        }

        int row = LampCard.RowAbove(_catalogue, _code);
        bool any = row >= 0;
        for (int codes = 0; row >= 0 && codes < CodesInPart; codes++)
        {
            Code(LampCard.Code(Screen.Texts, _catalogue, row));
            _code = _catalogue.Code(row);
            row = LampCard.RowAbove(_catalogue, _code);
        }

        return any;
    }

    private void Code(string row)
    {
        string[] cells = LampCard.Cells(row);
        Screen.Out.Write(" " + cells[0]);
        Screen.Out.Tab(FlashesColumn);
        Screen.Out.Write(cells[1]);
        Screen.Out.Tab(LevelColumn);
        Screen.Out.Write(cells[2]);
        Cell(cells[3], TitleColumn);
        Screen.Out.NewLine();
    }

    /// <summary>The last cell of a row, which goes on in its column where it is longer than the line; on a narrow screen in a line of its own.</summary>
    private void Cell(string text, int column)
    {
        if (Screen.IsNarrow)
        {
            Screen.Out.NewLine();
        }

        int at = Screen.IsNarrow ? NarrowColumn : column;
        Screen.Out.Tab(at);
        Screen.Out.Hang = at;
        Screen.Out.Write(text);
    }
}
