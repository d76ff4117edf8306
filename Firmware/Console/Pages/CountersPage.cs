using Firmware.Contract;
using Firmware.Core.Service;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>What the unit has counted over its life, how often each fault came, and the parts that the faults raised now ask for.</summary>
public sealed class CountersPage : Page
{
    /// <summary>Faults in a part of the list.</summary>
    private const int RowsInPart = 12;

    private const int SecondsPerHour = 3600;

    private readonly SiteController _site;
    private readonly UnitCounters _counters;
    private readonly UnitLife _life;
    private readonly WriteBudget _budget;
    private readonly ServiceClocks _clocks;
    private readonly Troubles _troubles;
    private bool _lists;
    private int _row;
    private int _shown;

    /// <summary>The counters of a unit.</summary>
    public CountersPage(Shell shell, SiteController site, UnitCounters counters, UnitLife life, WriteBudget budget, ServiceClocks clocks, Troubles troubles)
        : base(shell)
    {
        _site = site;
        _counters = counters;
        _life = life;
        _budget = budget;
        _clocks = clocks;
        _troubles = troubles;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _lists = command == CommandTable.Counters;
        if (!_lists)
        {
            Parts();
            return;
        }

        Count(Phrase.Starts, _counters.Boot);
        Screen.Head(Phrase.Running);
        Calendar.WriteDuration(Screen.Out, Screen.NowMs);
        Screen.Out.NewLine();
        Count(StorePhrase.PumpStarts, _life.PumpStarts);
        Count(StorePhrase.RunHours, _life.RunSeconds / SecondsPerHour);
        Amount(StorePhrase.Volume, _life.Litres, " L");
        if (_site.View.Settings.HasPowerMeter)
        {
            Amount(StorePhrase.Energy, _life.WattHours, " Wh");
        }

        Count(StorePhrase.BrownOuts, _life.BrownOuts);
        Count(StorePhrase.Crashes, _life.Crashes);
        Count(StorePhrase.Writes, _budget.Writes);
        Count(StorePhrase.LateAnswers, _clocks.BreachedResponses);
        Count(StorePhrase.LateRepairs, _clocks.BreachedRepairs);
        Count(StorePhrase.Untracked, _clocks.Untracked);
        if (_counters.WorkerWarnings > 0)
        {
            Count(StorePhrase.SlowWorkers, _counters.WorkerWarnings);
        }

        Caught();
        Screen.Section(Phrase.OftenHead);
        _row = 0;
        _shown = 0;
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (!_lists || _row >= _site.Catalogue.Count)
        {
            return false;
        }

        for (int lines = 0; lines < RowsInPart && _row < _site.Catalogue.Count; _row++)
        {
            if (_site.Monitors.OccurrenceOf(_row) > 0)
            {
                Fault(_row);
                Screen.Out.Write("  ");
                Screen.Out.Write(_site.Monitors.OccurrenceOf(_row));
                Screen.Out.NewLine();
                lines++;
                _shown++;
            }
        }

        if (_row >= _site.Catalogue.Count && _shown == 0)
        {
            Screen.Out.Write("  ");
            Screen.Line(Phrase.NoneYet);
        }

        return true;
    }

    /// <summary>Errors of the program that were caught, where any were: place, how many, and the type of the last one for whoever maintains it.</summary>
    private void Caught()
    {
        if (_troubles.Count == 0)
        {
            return;
        }

        Screen.Section(StorePhrase.CaughtHead);
        for (int place = 0; place < Troubles.Places; place++)
        {
            int count = _troubles.CountAt((TroublePlace)place);
            if (count > 0)
            {
                Screen.Out.Write("  ");
                Screen.Say(StorePhrase.CaughtAt + place);
                Screen.Out.Write("  " + count + "  " + _troubles.TypeAt((TroublePlace)place));
                Screen.Out.NewLine();
            }
        }
    }

    private void Count(int head, int count)
    {
        Screen.Head(head);
        Screen.Out.Write(count);
        Screen.Out.NewLine();
    }

    private void Amount(int head, long amount, string unit)
    {
        Screen.Head(head);
        Screen.Out.Write(amount);
        Screen.Out.Write(unit);
        Screen.Out.NewLine();
    }

    private void Parts()
    {
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            if (_site.Monitors.IsRaised(row))
            {
                Screen.Out.Put((byte)' ');
                Screen.Out.Hang = 1;
                Screen.Out.Write(RuleText.Parts(Screen.Texts, _site.Catalogue.Code(row), false));
                Screen.Out.NewLine();
                Screen.Out.Tab(2);
                Screen.Out.Hang = 2;
                Fault(row);
                Screen.Out.NewLine();
            }
        }

        if (_site.Monitors.RaisedCount == 0)
        {
            Screen.Line(Phrase.PartsNone);
        }
    }

    private void Fault(int row)
    {
        int code = _site.Catalogue.Code(row);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(code);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(code) ?? _site.Catalogue.Name(row));
    }
}
