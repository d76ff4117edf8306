using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console;

/// <summary>The unit at a glance, on one screen of 24 lines of 80 columns.</summary>
public sealed class StatusPage
{
    private const int LastNameColumn = 68;

    private readonly Screen _screen;
    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly ILink _link;
    private readonly Settings _settings;

    /// <summary>A page on a screen.</summary>
    public StatusPage(Screen screen, SiteController site, Delivery delivery, ILink link, Settings settings)
    {
        _screen = screen;
        _site = site;
        _delivery = delivery;
        _link = link;
        _settings = settings;
    }

    /// <summary>Writes it.</summary>
    public void Write()
    {
        UnitRow();
        _screen.Head(Phrase.Time);
        _screen.Now();
        _screen.Out.NewLine();
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
            _screen.CountRow(Phrase.SettingsRow, _settings.Rejected, Phrase.Rejected);
        }

        _screen.Head(Phrase.Hotline);
        _screen.Out.WriteUpTo(_settings.Hotline, Screen.LastColumn);
        _screen.Out.NewLine();
    }

    private void UnitRow()
    {
        _screen.Head(Phrase.Unit);
        _screen.Out.Write(_settings.Site + "/" + _settings.Unit);
        if (_screen.Out.Column < LastNameColumn)
        {
            _screen.Out.Write("  ");
            _screen.Out.WriteUpTo(_settings.Name, LastNameColumn);
            _screen.Out.Write("  " + UnitIdentity.Firmware);
        }

        _screen.Out.NewLine();
    }

    private void LevelRow()
    {
        _screen.Head(Phrase.Level);
        if (_site.Monitors.RaisedCount == 0)
        {
            _screen.Line(Phrase.Healthy);
            return;
        }

        _screen.Say(Phrase.Level1 + _site.Monitors.WorstLevel - 1);
        _screen.Out.Write("  (");
        _screen.Out.Write(_site.Monitors.RaisedCount);
        _screen.Say(Phrase.FaultsRaised);
        _screen.Out.Write(")");
        _screen.Out.NewLine();
    }

    private void LinkRow()
    {
        _screen.Head(Phrase.Link);
        _screen.Say(ReachPhrase());
        _screen.Out.Write("  ");
        _screen.Say(Phrase.Attempt);
        _screen.Out.Write(_link.Attempts);
        _screen.Out.NewLine();
        if (_link.Reach != LinkReach.Broker && _link.Trouble != LinkTrouble.None)
        {
            _screen.Out.Tab(Screen.ValueColumn);
            _screen.Line(Phrase.TroubleNoNetwork + (int)_link.Trouble - 1);
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
        _screen.Head(phrase);
        _screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        _screen.Out.NewLine();
    }

    private void PumpRow()
    {
        _screen.Head(Phrase.Pump);
        long wait = _site.Pump.WaitMs(_screen.NowMs);
        if (wait > 0)
        {
            _screen.Say(Phrase.PumpWaits);
            Calendar.WriteDuration(_screen.Out, wait);
            _screen.Out.NewLine();
            return;
        }

        _screen.Line(_site.Pump.StaysOff ? Phrase.PumpStaysOff : _site.View.PumpRuns ? Phrase.PumpRuns : Phrase.PumpOff);
    }

    private void OutboxRow()
    {
        _screen.Head(Phrase.Outbox);
        _screen.Out.Write(_delivery.Counters.Waiting);
        _screen.Say(Phrase.Waiting);
        _screen.Out.Write("  ");
        _screen.Out.Write(_delivery.Counters.Lost);
        _screen.Line(Phrase.Lost);
        if (_delivery.Counters.StorageErrors > 0)
        {
            _screen.CountRow(Phrase.Storage, _delivery.Counters.StorageErrors, Phrase.WritesFailed);
        }
    }
}
