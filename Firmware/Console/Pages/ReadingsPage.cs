using Firmware.Core.Contracts;

namespace Firmware.Console.Pages;

/// <summary>Every reading that this site has, once or anew each second. What is not fitted is left out.</summary>
public sealed class ReadingsPage : Page
{
    private const int NameColumns = 26;
    private const int SecondColumn = 40;

    /// <summary>A live page may take 22 lines: with more the top would scroll away. After its head three parts of so many lines.</summary>
    private const int LiveLines = 7;
    private const int LiveParts = 3;

    private readonly Readings _readings;
    private bool _live;
    private int _next;

    /// <summary>The readings of a unit.</summary>
    public ReadingsPage(Shell shell, Readings readings)
        : base(shell)
    {
        _readings = readings;
    }

    /// <inheritdoc/>
    public override bool IsLive => _live;

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _live = command == CommandTable.ReadingsLive;
        if (_live)
        {
            Screen.Out.Clear();
        }
        else
        {
            _next = 0;
            WritePart(0);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (_live || _next >= Signal.Count)
        {
            return false;
        }

        WriteLines(10);
        return true;
    }

    /// <inheritdoc/>
    public override bool WriteLive(int part)
    {
        if (part > LiveParts)
        {
            return false;
        }

        if (part == 1)
        {
            _next = 0;
            Screen.Now();
            Screen.Out.Write("  ");
            Screen.Line(Phrase.LiveHint);
        }

        WriteLines(LiveLines);
        return true;
    }

    /// <summary>The next lines: two readings a line where there is room.</summary>
    private void WriteLines(int lines)
    {
        for (; lines > 0 && _next < Signal.Count; lines--)
        {
            if (WriteNext(0) && !Screen.IsNarrow)
            {
                WriteNext(SecondColumn);
            }

            Screen.Out.NewLine();
        }
    }

    private bool WriteNext(int column)
    {
        while (_next < Signal.Count && _readings.ReasonOf(_next) == NoDataReason.NotFitted)
        {
            _next++;
        }

        if (_next >= Signal.Count)
        {
            return false;
        }

        Screen.Out.Tab(column + 1);
        Screen.Out.Write(Screen.Texts.Reading(_next));
        Screen.Out.Tab(column + NameColumns);
        Screen.Cell(_next, _readings.ReasonOf(_next), _readings.ValueOf(_next));
        _next++;
        return true;
    }
}
