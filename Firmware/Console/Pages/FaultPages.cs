using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The list of the faults raised now, and the page of one fault: meaning, evidence then and now, causes, ordered remedy, part.</summary>
public sealed class FaultPages : Page
{
    private const int ThenColumn = 26;
    private const int NowColumn = 50;

    private readonly SiteController _site;

    /// <summary>Pages on a screen.</summary>
    public FaultPages(Shell shell, SiteController site)
        : base(shell)
    {
        _site = site;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Why)
        {
            WriteWhy(line.Number(0));
        }
        else
        {
            WriteList();
        }
    }

    /// <summary>Writes the list, worst first.</summary>
    private void WriteList()
    {
        if (_site.Monitors.RaisedCount == 0)
        {
            Screen.Line(Phrase.Healthy);
            return;
        }

        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                if (_site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level)
                {
                    Title(row, level);
                    Screen.Out.Write("  ");
                    Screen.Say(Phrase.Since);
                    Screen.Moment(_site.Monitors.OnsetMsOf(row));
                    Screen.Out.NewLine();
                }
            }
        }
    }

    /// <summary>Writes the page of a code; one line where there is no such fault.</summary>
    private void WriteWhy(int code)
    {
        int row = _site.Catalogue.RowOf(code);
        if (row < 0)
        {
            Screen.Say(Phrase.NoSuchFault);
            Screen.Out.Write(code);
            Screen.Out.NewLine();
            return;
        }

        bool raised = _site.Monitors.IsRaised(row);
        Title(row, raised ? _site.Monitors.LevelOf(row) : _site.Catalogue.Level(row));
        Screen.Out.NewLine();
        StateRows(row);
        Section(Phrase.Meaning, Screen.Texts.Meaning(code), false);
        Evidence(row);
        Section(Phrase.Causes, Screen.Texts.Causes(code), true);
        Section(Phrase.Remedy, Screen.Texts.Remedy(code), true);
        Screen.Head(Phrase.Part);
        Screen.Out.Write(_site.Catalogue.Part(row));
        Screen.Out.NewLine();
    }

    private void Title(int row, byte level)
    {
        int code = _site.Catalogue.Code(row);
        Screen.Say(Phrase.Level1 + level - 1);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(code);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(code) ?? _site.Catalogue.Name(row));
    }

    private void StateRows(int row)
    {
        FaultMonitors monitors = _site.Monitors;
        Screen.Head(Phrase.State);
        if (monitors.IsRaised(row))
        {
            Screen.Say(Phrase.StateRaised);
            Screen.Moment(monitors.OnsetMsOf(row));
            CloseIf(monitors.ClosenessOf(row) < 127, Phrase.StateClearing, row);
        }
        else
        {
            Screen.Say(Phrase.StateClear);
            CloseIf(monitors.ClosenessOf(row) > -128, Phrase.StateRaising, row);
        }

        Screen.Out.NewLine();
        Screen.Head(Phrase.Check);
        Screen.Line(Phrase.OutcomeNotTested + (int)monitors.OutcomeOf(row));
        Screen.Head(Phrase.Occurrence);
        Screen.Out.Write(monitors.OccurrenceOf(row));
        Screen.Out.NewLine();
    }

    private void CloseIf(bool changing, int phrase, int row)
    {
        if (changing)
        {
            Screen.Out.Write("  ");
            Screen.Say(phrase);
            Screen.Out.Write(_site.Monitors.ClosenessOf(row));
        }
    }

    private void Section(int head, string text, bool numbered)
    {
        if (text != null)
        {
            Screen.Out.Put((byte)' ');
            Screen.Line(head);
            Screen.Lines(text, numbered);
        }
    }

    private void Evidence(int row)
    {
        int frame = _site.Monitors.Frames.Find(row);
        Screen.Out.Put((byte)' ');
        Screen.Say(Phrase.Evidence);
        if (frame >= 0)
        {
            Screen.Out.Tab(ThenColumn);
            Screen.Say(Phrase.Then);
        }

        Screen.Out.Tab(NowColumn);
        Screen.Line(Phrase.Now);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = _site.Catalogue.EvidenceSignal(row, field);
            if (signal != Signal.None)
            {
                EvidenceRow(frame, field, signal);
            }
        }
    }

    private void EvidenceRow(int frame, int field, int signal)
    {
        Screen.Out.Write("  ");
        Screen.Out.Write(Screen.Texts.Reading(signal));
        if (frame >= 0)
        {
            Screen.Out.Tab(ThenColumn);
            Screen.Reading(signal, _site.Monitors.Frames.Reason(frame, field), _site.Monitors.Frames.Value(frame, field));
        }

        Screen.Out.Tab(NowColumn);
        Screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        Screen.Out.NewLine();
    }
}
