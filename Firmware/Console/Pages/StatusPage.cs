using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>The unit at a glance, on one screen of 24 lines of 80 columns.</summary>
public sealed class StatusPage : Page
{
    private const int LastNameColumn = 68;

    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly ILink _link;
    private readonly Settings _settings;

    /// <summary>A page on a screen.</summary>
    public StatusPage(Shell shell, SiteController site, Delivery delivery, ILink link, Settings settings)
        : base(shell)
    {
        _site = site;
        _delivery = delivery;
        _link = link;
        _settings = settings;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        UnitRow();
        Screen.Head(Phrase.Time);
        Screen.Now();
        Screen.Out.NewLine();
        LevelRow();
        LinkRow();
        ReadingRow(Phrase.Supply, Signal.Supply);
        ReadingRow(Phrase.Pressure, Signal.Pressure);
        ReadingRow(Phrase.PulseFlow, Signal.PulseFlow);
        ReadingRow(Phrase.BusFlow, Signal.BusFlow);
        PumpRow();
        OutboxRow();
        if (_settings.Rejected > 0)
        {
            Screen.CountRow(Phrase.SettingsRow, _settings.Rejected, Phrase.Rejected);
        }

        Screen.Head(Phrase.Hotline);
        Screen.Out.WriteUpTo(_settings.Hotline, Screen.LastColumn);
        Screen.Out.NewLine();
    }

    private void UnitRow()
    {
        Screen.Head(Phrase.Unit);
        Screen.Out.Write(_settings.Site + "/" + _settings.Unit);
        if (Screen.Out.Column < LastNameColumn)
        {
            Screen.Out.Write("  ");
            Screen.Out.WriteUpTo(_settings.Name, LastNameColumn);
            Screen.Out.Write("  " + UnitIdentity.Firmware);
        }

        Screen.Out.NewLine();
    }

    private void LevelRow()
    {
        Screen.Head(Phrase.Level);
        if (_site.Monitors.RaisedCount == 0)
        {
            Screen.Line(Phrase.Healthy);
            return;
        }

        Screen.Say(Phrase.Level1 + _site.Monitors.WorstLevel - 1);
        Screen.Out.Write("  (");
        Screen.Out.Write(_site.Monitors.RaisedCount);
        Screen.Say(Phrase.FaultsRaised);
        Screen.Out.Write(")");
        Screen.Out.NewLine();
    }

    private void LinkRow()
    {
        Screen.Head(Phrase.Link);
        Screen.Say(ReachPhrase());
        Screen.Out.Write("  ");
        Screen.Say(Phrase.Attempt);
        Screen.Out.Write(_link.Attempts);
        Screen.Out.NewLine();
        if (_link.Reach != LinkReach.Broker && _link.Trouble != LinkTrouble.None)
        {
            Screen.Out.Tab(Screen.ValueColumn);
            Screen.Line(Phrase.TroubleNoNetwork + (int)_link.Trouble - 1);
        }
    }

    private int ReachPhrase()
    {
        return _link.Reach switch
        {
            LinkReach.None => Phrase.LinkNone,
            LinkReach.Network => Phrase.LinkNetwork,
            _ => _delivery.CentreAnswered ? Phrase.LinkCentre : Phrase.LinkBroker,
        };
    }

    private void ReadingRow(int phrase, int signal)
    {
        Screen.Head(phrase);
        Screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        Screen.Out.NewLine();
    }

    private void PumpRow()
    {
        Screen.Head(Phrase.Pump);
        long wait = _site.Pump.WaitMs(Screen.NowMs);
        if (wait > 0)
        {
            Screen.Say(Phrase.PumpWaits);
            Calendar.WriteDuration(Screen.Out, wait);
            Screen.Out.NewLine();
            return;
        }

        Screen.Line(_site.Pump.StaysOff ? Phrase.PumpStaysOff : _site.View.PumpRuns ? Phrase.PumpRuns : Phrase.PumpOff);
    }

    private void OutboxRow()
    {
        Screen.Head(Phrase.Outbox);
        Screen.Out.Write(_delivery.Counters.Waiting);
        Screen.Say(Phrase.Waiting);
        Screen.Out.Write("  ");
        Screen.Out.Write(_delivery.Counters.Lost);
        Screen.Line(Phrase.Lost);
        if (_delivery.Counters.StorageErrors > 0)
        {
            Screen.CountRow(Phrase.Storage, _delivery.Counters.StorageErrors, Phrase.WritesFailed);
        }
    }
}
