using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console;

/// <summary>The list of the faults raised now, and the page of one fault: meaning, evidence then and now, causes, ordered remedy, part.</summary>
public sealed class FaultPages
{
    private const int ThenColumn = 26;
    private const int NowColumn = 50;

    private readonly Screen _screen;
    private readonly SiteController _site;

    /// <summary>Pages on a screen.</summary>
    public FaultPages(Screen screen, SiteController site)
    {
        _screen = screen;
        _site = site;
    }

    /// <summary>Writes the list, worst first.</summary>
    public void WriteList()
    {
        if (_site.Monitors.RaisedCount == 0)
        {
            _screen.Line(Phrase.Healthy);
            return;
        }

        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                if (_site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level)
                {
                    Title(row, level);
                    _screen.Out.Write("  ");
                    _screen.Say(Phrase.Since);
                    _screen.Moment(_site.Monitors.OnsetMsOf(row));
                    _screen.Out.NewLine();
                }
            }
        }
    }

    /// <summary>Writes the page of a code; one line where there is no such fault.</summary>
    public void WriteWhy(int code)
    {
        int row = _site.Catalogue.RowOf(code);
        if (row < 0)
        {
            _screen.Say(Phrase.NoSuchFault);
            _screen.Out.Write(code);
            _screen.Out.NewLine();
            return;
        }

        bool raised = _site.Monitors.IsRaised(row);
        Title(row, raised ? _site.Monitors.LevelOf(row) : _site.Catalogue.Level(row));
        _screen.Out.NewLine();
        StateRows(row);
        Section(Phrase.Meaning, _screen.Texts.Meaning(code), false);
        Evidence(row);
        Section(Phrase.Causes, _screen.Texts.Causes(code), true);
        Section(Phrase.Remedy, _screen.Texts.Remedy(code), true);
        _screen.Head(Phrase.Part);
        _screen.Out.Write(_site.Catalogue.Part(row));
        _screen.Out.NewLine();
    }

    private void Title(int row, byte level)
    {
        int code = _site.Catalogue.Code(row);
        _screen.Say(Phrase.Level1 + level - 1);
        _screen.Out.Put((byte)' ');
        _screen.Out.Write(code);
        _screen.Out.Put((byte)' ');
        _screen.Out.Write(_screen.Texts.Title(code) ?? _site.Catalogue.Name(row));
    }

    private void StateRows(int row)
    {
        FaultMonitors monitors = _site.Monitors;
        _screen.Head(Phrase.State);
        if (monitors.IsRaised(row))
        {
            _screen.Say(Phrase.StateRaised);
            _screen.Moment(monitors.OnsetMsOf(row));
            CloseIf(monitors.ClosenessOf(row) < 127, Phrase.StateClearing, row);
        }
        else
        {
            _screen.Say(Phrase.StateClear);
            CloseIf(monitors.ClosenessOf(row) > -128, Phrase.StateRaising, row);
        }

        _screen.Out.NewLine();
        _screen.Head(Phrase.Check);
        _screen.Line(Phrase.OutcomeNotTested + (int)monitors.OutcomeOf(row));
        _screen.Head(Phrase.Occurrence);
        _screen.Out.Write(monitors.OccurrenceOf(row));
        _screen.Out.NewLine();
    }

    private void CloseIf(bool changing, int phrase, int row)
    {
        if (changing)
        {
            _screen.Out.Write("  ");
            _screen.Say(phrase);
            _screen.Out.Write(_site.Monitors.ClosenessOf(row));
        }
    }

    private void Section(int head, string text, bool numbered)
    {
        if (text != null)
        {
            _screen.Out.Put((byte)' ');
            _screen.Line(head);
            _screen.Lines(text, numbered);
        }
    }

    private void Evidence(int row)
    {
        int frame = _site.Monitors.Frames.Find(row);
        _screen.Out.Put((byte)' ');
        _screen.Say(Phrase.Evidence);
        if (frame >= 0)
        {
            _screen.Out.Tab(ThenColumn);
            _screen.Say(Phrase.Then);
        }

        _screen.Out.Tab(NowColumn);
        _screen.Line(Phrase.Now);
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
        _screen.Out.Write("  ");
        _screen.Out.Write(_screen.Texts.Reading(signal));
        if (frame >= 0)
        {
            _screen.Out.Tab(ThenColumn);
            _screen.Reading(signal, _site.Monitors.Frames.Reason(frame, field), _site.Monitors.Frames.Value(frame, field));
        }

        _screen.Out.Tab(NowColumn);
        _screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        _screen.Out.NewLine();
    }
}
