using Firmware.Core.Contracts;
using Firmware.Core.Messaging;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Core.Supervision;

namespace Firmware.Core.Console;

/// <summary>
/// The serial console: what a technician reads at the enclosure. Reading needs no login. It takes at most <see cref="BytesPerScan"/> typed bytes
/// a scan and runs at most one command, so that neither a held key nor a flood delays the loop.
/// </summary>
public sealed class UnitConsole
{
    private const int BytesPerScan = 32;
    private const int ValueColumn = 14;
    private const int LastColumn = 79;
    private const int LastNameColumn = 68;
    private const int Reserve = 1500;

    private readonly IConsolePort _port;
    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly UnitClock _clock;
    private readonly ILink _link;
    private readonly Settings _settings;
    private readonly Texts _chinese;
    private readonly Texts _english;
    private readonly ConsoleOut _out = new ConsoleOut();
    private readonly LineEditor _line = new LineEditor();
    private readonly byte[] _typed = new byte[1];
    private Texts _texts;
    private long _nowMs;
    private bool _greeted;

    /// <summary>A console on a port, in the language of the settings.</summary>
    public UnitConsole(IConsolePort port, SiteController site, Delivery delivery, UnitClock clock, ILink link, Settings settings, Texts chinese, Texts english)
    {
        _port = port;
        _site = site;
        _delivery = delivery;
        _clock = clock;
        _link = link;
        _settings = settings;
        _chinese = chinese;
        _english = english;
        _texts = settings.Chinese ? chinese : english;
    }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        _nowMs = nowMs;
        _out.Flush(_port);
        if (_out.Count > Reserve)
        {
            return;
        }

        bool ran = false;
        for (int taken = 0; taken < BytesPerScan && !ran && _port.Read(_typed, 1) == 1; taken++)
        {
            ran = TakeByte(_typed[0]);
        }
    }

    /// <summary>True where the byte ended a line, and its command ran.</summary>
    private bool TakeByte(byte value)
    {
        if (!_greeted)
        {
            _greeted = true;
            Line(Phrase.Welcome);
            Prompt();
        }

        if (!_line.Take(value, _out))
        {
            return false;
        }

        Run();
        _line.Reset();
        Prompt();
        return true;
    }

    private void Prompt()
    {
        _out.Put((byte)'>');
        _out.Put((byte)' ');
    }

    private void Run()
    {
        if (Is("help") || Is("?"))
        {
            Help();
        }
        else if (Is("status"))
        {
            Status();
        }
        else if (Is("faults"))
        {
            Faults();
        }
        else if (Is("lang zh") || Is("lang en"))
        {
            _texts = Is("lang zh") ? _chinese : _english;
            Line(Phrase.LangDone);
        }
        else if (Is("lang"))
        {
            Line(Phrase.LangUsage);
        }
        else if (_line.Count > 0)
        {
            _out.Write(_texts.Say(Phrase.UnknownCommand));
            WriteTyped();
            _out.NewLine();
        }
    }

    private void Help()
    {
        Line(Phrase.Commands);
        HelpRow("help", Phrase.HelpHelp);
        HelpRow("status", Phrase.HelpStatus);
        HelpRow("faults", Phrase.HelpFaults);
        HelpRow("lang zh|en", Phrase.HelpLang);
    }

    private void HelpRow(string command, int phrase)
    {
        _out.Put((byte)' ');
        _out.Write(command);
        _out.Tab(ValueColumn);
        Line(phrase);
    }

    private void Status()
    {
        Head(Phrase.Unit);
        _out.Write(_settings.Site + "/" + _settings.Unit);
        if (_out.Column < LastNameColumn)
        {
            _out.Write("  ");
            _out.WriteUpTo(_settings.Name, LastNameColumn);
            _out.Write("  " + UnitIdentity.Firmware);
        }

        _out.NewLine();
        TimeRow();
        LevelRow();
        LinkRow();
        ReadingRow(Phrase.Supply, Signal.Supply, " mV");
        ReadingRow(Phrase.Pressure, Signal.Pressure, " kPa");
        ReadingRow(Phrase.PulseFlow, Signal.PulseFlow, " mL/s");
        ReadingRow(Phrase.BusFlow, Signal.BusFlow, " mL/s");
        PumpRow();
        OutboxRow();
        if (_settings.Rejected > 0)
        {
            CountRow(Phrase.SettingsRow, _settings.Rejected, Phrase.Rejected);
        }

        Head(Phrase.Hotline);
        _out.WriteUpTo(_settings.Hotline, LastColumn);
        _out.NewLine();
    }

    private void TimeRow()
    {
        Head(Phrase.Time);
        TimeQuality quality = _clock.QualityAt(_nowMs);
        if (quality == TimeQuality.Unset)
        {
            Line(Phrase.ClockUnset);
            return;
        }

        Calendar.WriteTime(_out, _clock.UnixAt(_nowMs), _settings.UtcOffsetMinutes);
        if (quality == TimeQuality.Coasting)
        {
            _out.Write("  ");
            _out.Write(_texts.Say(Phrase.ClockCoasting));
        }

        _out.NewLine();
    }

    private void LevelRow()
    {
        Head(Phrase.Level);
        if (_site.Monitors.RaisedCount == 0)
        {
            Line(Phrase.Healthy);
            return;
        }

        _out.Write(_site.Monitors.WorstLevel);
        _out.Write("  (");
        _out.Write(_site.Monitors.RaisedCount);
        _out.Write(_texts.Say(Phrase.FaultsRaised) + ")");
        _out.NewLine();
    }

    private void LinkRow()
    {
        Head(Phrase.Link);
        _out.Write(_texts.Say(ReachPhrase()));
        _out.Write("  ");
        _out.Write(_texts.Say(Phrase.Attempt));
        _out.Write(_link.Attempts);
        _out.NewLine();
        if (_link.Reach != LinkReach.Broker && _link.Trouble != LinkTrouble.None)
        {
            _out.Tab(ValueColumn);
            Line(Phrase.TroubleNoNetwork + (int)_link.Trouble - 1);
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

    private void ReadingRow(int phrase, int signal, string unit)
    {
        Head(phrase);
        Readings readings = _site.View.Readings;
        if (readings.Has(signal))
        {
            _out.Write(readings.ValueOf(signal));
            _out.Write(unit);
        }
        else
        {
            _out.Write(_texts.Say(Phrase.NoDataNotYet + (int)readings.ReasonOf(signal) - 1));
        }

        _out.NewLine();
    }

    private void PumpRow()
    {
        Head(Phrase.Pump);
        long wait = _site.Pump.WaitMs(_nowMs);
        if (wait > 0)
        {
            _out.Write(_texts.Say(Phrase.PumpWaits));
            Calendar.WriteDuration(_out, wait);
            _out.NewLine();
            return;
        }

        Line(_site.Pump.StaysOff ? Phrase.PumpStaysOff : _site.View.PumpRuns ? Phrase.PumpRuns : Phrase.PumpOff);
    }

    private void OutboxRow()
    {
        Head(Phrase.Outbox);
        _out.Write(_delivery.Counters.Waiting);
        _out.Write(_texts.Say(Phrase.Waiting) + "  ");
        _out.Write(_delivery.Counters.Lost);
        Line(Phrase.Lost);
        if (_delivery.Counters.StorageErrors > 0)
        {
            CountRow(Phrase.Storage, _delivery.Counters.StorageErrors, Phrase.WritesFailed);
        }
    }

    private void CountRow(int head, int count, int phrase)
    {
        Head(head);
        _out.Write(count);
        Line(phrase);
    }

    private void Faults()
    {
        if (_site.Monitors.RaisedCount == 0)
        {
            Line(Phrase.Healthy);
            return;
        }

        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                if (_site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level)
                {
                    FaultRow(row, level);
                }
            }
        }
    }

    private void FaultRow(int row, byte level)
    {
        int code = _site.Catalogue.Code(row);
        _out.Put((byte)'L');
        _out.Write(level);
        _out.Put((byte)' ');
        _out.Write(code);
        _out.Put((byte)' ');
        _out.Write(_texts.Title(code) ?? _site.Catalogue.Name(row));
        _out.Write("  ");
        _out.Write(_texts.Say(Phrase.Since));
        WriteMoment(_site.Monitors.OnsetMsOf(row));
        _out.NewLine();
    }

    private void WriteMoment(long uptimeMs)
    {
        if (_clock.QualityAt(_nowMs) == TimeQuality.Unset)
        {
            Calendar.WriteDuration(_out, _nowMs - uptimeMs);
            _out.Write(_texts.Say(Phrase.Ago));
        }
        else
        {
            Calendar.WriteTime(_out, _clock.UnixAt(uptimeMs), _settings.UtcOffsetMinutes);
        }
    }

    private void Head(int phrase)
    {
        _out.Put((byte)' ');
        _out.Write(_texts.Say(phrase));
        _out.Tab(ValueColumn);
    }

    private void Line(int phrase)
    {
        _out.Write(_texts.Say(phrase));
        _out.NewLine();
    }

    private void WriteTyped()
    {
        for (int i = 0; i < _line.Count; i++)
        {
            _out.Put(_line.Bytes[i]);
        }
    }

    private bool Is(string command)
    {
        bool same = _line.Count == command.Length;
        for (int i = 0; same && i < command.Length; i++)
        {
            same = _line.Bytes[i] == command[i];
        }

        return same;
    }
}
