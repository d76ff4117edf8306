using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Planning;
using Firmware.Inspection.Visits;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>The unit at a glance, on one screen of 24 lines of 80 columns: what is wrong and until when, and what a technician asks first.</summary>
public sealed class StatusPage : Page
{
    /// <summary>Rows of a screen of 24 after the command's own line and before the prompt, less one for a row that is broken.</summary>
    private const int PageLines = 20;

    /// <summary>Rows that are always there: unit, time, level, link, supply, pressure, meters, pump, outbox, inspection, last here, hotline.</summary>
    private const int FixedLines = 12;

    private const int VersionColumns = 12;
    private const int TakenColumns = 24;
    private const int ChannelColumns = 18;

    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private readonly ILink _link;
    private readonly Settings _settings;
    private readonly PersonList _persons;
    private readonly Inspector _inspector;
    private readonly ContractDesk _desk;
    private readonly byte[] _word = new byte[Acknowledgements.WhoBytes];

    /// <summary>The page of a unit.</summary>
    public StatusPage(Shell shell, SiteController site, Delivery delivery, ILink link, Settings settings, PersonList persons, Inspector inspector, ContractDesk desk)
        : base(shell)
    {
        _site = site;
        _delivery = delivery;
        _link = link;
        _settings = settings;
        _persons = persons;
        _inspector = inspector;
        _desk = desk;
    }


    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        UnitRow();
        Screen.Head(Phrase.Time);
        Screen.Now();
        Screen.Out.NewLine();
        LevelRow();
        ModeRow();
        FaultRows();
        LinkRow();
        ReadingRow(Phrase.Supply, Signal.Supply);
        ReadingRow(Phrase.Pressure, Signal.Pressure);
        MetersRow();
        PumpRow();
        OutboxRow();
        VisitRow();
        LastHereRow();
        if (Shell.Session.Person != 0)
        {
            Screen.Head(AccessPhrase.Who);
            Screen.Say(Phrase.PersonNo);
            Screen.Out.Write(Shell.Session.Person);
            Screen.Out.NewLine();
        }

        if (_settings.Rejected > 0)
        {
            Screen.CountRow(Phrase.SettingsRow, _settings.Rejected, Phrase.Rejected);
        }

        if (_desk.MissingYear != 0)
        {
            Screen.Row(Phrase.SettingsRow, ServicePhrase.NoHolidays);
        }

        HotlineRow();
    }

    /// <summary>The number, and, where the contract has office hours, which telephone answers now.</summary>
    private void HotlineRow()
    {
        Channel channel = _desk.ChannelAt(Screen.NowMs);
        Screen.Head(Phrase.Hotline);
        Screen.Out.WriteUpTo(_settings.Hotline, Screen.LastColumn - (channel == Channel.Unknown ? 0 : ChannelColumns));
        if (channel != Channel.Unknown)
        {
            Screen.Say(channel == Channel.Office ? ServicePhrase.OfficeHours : ServicePhrase.DutyMobile);
        }

        Screen.Out.NewLine();
    }

    private void UnitRow()
    {
        Screen.Head(Phrase.Unit);
        Screen.Out.Write(_settings.Site + "/" + _settings.Unit);
        int nameEnd = Screen.LastColumn - VersionColumns;
        if (Screen.Out.Column < nameEnd)
        {
            Screen.Out.Write("  ");
            Screen.Out.WriteUpTo(_settings.Name, nameEnd);
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

        if (_site.Monitors.WorstLevel > 0)
        {
            Screen.Say(Phrase.Level1 + _site.Monitors.WorstLevel - 1);
        }

        Screen.Out.Write("  ");
        Screen.Out.Write(_site.Monitors.RaisedCount);
        Screen.Line(Phrase.FaultsRaised);
    }

    private void ModeRow()
    {
        if (_site.Monitors.Gate.Shutdown.IsOn)
        {
            Screen.Row(Phrase.Mode, ShutdownPhrase.Announced);
        }
        else if (_site.Monitors.Gate.LayUp.IsOn)
        {
            Screen.Row(Phrase.Mode, Phrase.IsLaidUp);
        }
        else if (_site.Monitors.Gate.Maintenance.IsOn)
        {
            Screen.Head(Phrase.Mode);
            Screen.Say(Phrase.WorkGoesOn);
            Calendar.WriteShort(Screen.Out, _site.Monitors.Gate.Maintenance.MinutesLeft * 60000L);
            Screen.Out.NewLine();
        }
    }

    /// <summary>The worst faults, a line each with the clock that ends next: as many as the other rows leave room for.</summary>
    private void FaultRows()
    {
        int room = PageLines - FixedLines - OtherLines();
        int lines = _site.Monitors.RaisedCount <= room ? room : room - 1;
        int shown = 0;
        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                if (_site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level && shown++ < lines)
                {
                    FaultRow(row, level);
                }
            }
        }

        if (shown > lines)
        {
            Screen.Out.Write("  + ");
            Screen.Out.Write(shown - lines);
            Screen.Line(Phrase.MoreFaults);
        }
    }

    /// <summary>Rows that are there only now.</summary>
    private int OtherLines()
    {
        int lines = _site.Monitors.Gate.Rests || _site.Monitors.Gate.Maintenance.IsOn ? 1 : 0;
        lines += HasTrouble ? 1 : 0;
        lines += _delivery.Counters.StorageErrors > 0 ? 1 : 0;
        lines += Shell.Session.Person != 0 ? 1 : 0;
        lines += _settings.Rejected > 0 ? 1 : 0;
        return lines + (_desk.MissingYear != 0 ? 1 : 0);
    }

    private bool HasTrouble => _link.Reach != LinkReach.Broker && _link.Trouble != LinkTrouble.None;

    private void FaultRow(int row, byte level)
    {
        int code = _site.Catalogue.Code(row);
        Screen.Out.Write("  ");
        Screen.Say(Phrase.Level1 + level - 1);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(code);
        Screen.Out.Put((byte)' ');
        string title = Screen.Texts.Title(code) ?? _site.Catalogue.Name(row);
        int taken = Screen.IsNarrow || !_site.Lifecycle.IsAcknowledged(row) ? -1 : _desk.Acknowledgements.Find(code, _site.Monitors.OccurrenceOf(row));
        Screen.Out.WriteUpTo(System.Text.Encoding.UTF8.GetBytes(title), Screen.LastColumn - ClockText.Columns(_desk.Clocks, _desk.Clocks.PlaceOf(code)) - (taken < 0 ? 0 : TakenColumns));
        Screen.Out.Write("  ");
        InHand(taken);
        ClockText.Write(Screen, _site, _desk.Clocks, row);
        Screen.Out.NewLine();
    }

    /// <summary>Who has taken it on, by the name that was said with it.</summary>
    private void InHand(int taken)
    {
        if (taken >= 0)
        {
            Screen.Say(ServicePhrase.InHand);
            Screen.Out.Write(_word, 0, _desk.Acknowledgements.CopyWho(taken, _word));
            Screen.Out.Write("  ");
        }
    }

    private void LinkRow()
    {
        Screen.Head(Phrase.Link);
        Screen.Say(LinkPage.PhraseOf(_link.Reach, _delivery.CentreAnswered));
        Screen.Out.Write("  ");
        Screen.Say(Phrase.Attempt);
        Screen.Out.Write(_link.Attempts);
        Screen.Out.NewLine();
        if (HasTrouble)
        {
            Screen.Out.Tab(Screen.ValueColumn);
            Screen.Line(Phrase.TroubleNoNetwork + (int)_link.Trouble - 1);
        }
    }

    private void ReadingRow(int phrase, int signal)
    {
        Screen.Head(phrase);
        Screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        Screen.Out.NewLine();
    }

    private void MetersRow()
    {
        Screen.Head(Phrase.Meters);
        Meter(Phrase.PulseFlow, Signal.PulseFlow);
        GoOn();
        Meter(Phrase.BusFlow, Signal.BusFlow);
        Screen.Out.NewLine();
    }

    private void Meter(int phrase, int signal)
    {
        Screen.Say(phrase);
        Screen.Out.Write(" ");
        Screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
    }

    private void PumpRow()
    {
        Screen.Head(Phrase.Pump);
        long wait = _site.Pump.WaitMs(Screen.NowMs);
        if (wait > 0 && !_site.Pump.WaitsForMains)
        {
            Screen.Say(Phrase.PumpWaits);
            Calendar.WriteDuration(Screen.Out, wait);
            Screen.Out.NewLine();
            return;
        }

        Screen.Line(_site.Pump.StaysOff ? Phrase.PumpStaysOff : _site.View.PumpRuns ? Phrase.PumpRuns : WhyOff());
    }

    /// <summary>What keeps a pump off that is asked for, and is no fault.</summary>
    private int WhyOff()
    {
        if (_site.Pump.WaitsForMains)
        {
            return Phrase.PumpWithoutMains;
        }

        return _site.View.IsOnHand && _site.View.Readings.IsOn(Signal.RunRequest) ? Phrase.PumpOnHand : Phrase.PumpOff;
    }

    /// <summary>Everything that the centre has not stored yet, each kind by itself: only three zeros mean that it has all.</summary>
    private void OutboxRow()
    {
        Screen.Head(Phrase.Outbox);
        Screen.Out.Write(_delivery.Counters.Waiting);
        Screen.Say(StorePhrase.RecordsWait);
        Screen.Out.Write(_inspector.Reports.Waiting);
        Screen.Say(StorePhrase.ReportsWait);
        GoOn();
        Screen.Out.Write(_inspector.Visits.Records.Waiting);
        Screen.Say(StorePhrase.VisitsWait);
        Screen.Out.Write(_delivery.Counters.Lost);
        Screen.Line(Phrase.Lost);
        if (_delivery.Counters.StorageErrors > 0)
        {
            Screen.CountRow(Phrase.Storage, _delivery.Counters.StorageErrors, Phrase.WritesFailed);
        }
    }

    private void VisitRow()
    {
        Screen.Head(Phrase.NextVisit);
        int days = _inspector.Schedule.DaysLeft;
        if (days == Schedule.Never)
        {
            Screen.Line(Phrase.NotPlanned);
        }
        else if (days < 0)
        {
            Screen.Say(Phrase.OverdueBy);
            Screen.Out.Write(-days);
            Screen.Out.NewLine();
        }
        else if (days == 0)
        {
            Screen.Line(Phrase.Today);
        }
        else
        {
            Screen.Out.Write(days);
            Screen.Line(Phrase.InDays);
        }
    }

    /// <summary>
    /// Who was here last and what was changed: by whoever did something last, or in a visit that was over later, and may have been one by card alone. What was changed while the clock was not set, as in a
    /// commissioning before the network, counts as earlier than any visit with a date.
    /// </summary>
    private void LastHereRow()
    {
        VisitRecord visit = _inspector.Visits.Records.Last;
        bool isVisit = visit != null && visit.Person != 0 && (visit.UnixOf(true) > _persons.LastUnix || _persons.LastPerson == 0);
        bool didThen = isVisit && visit.Person == _persons.LastPerson && visit.UnixOf(false) <= _persons.LastUnix;
        int person = isVisit ? visit.Person : _persons.LastPerson;
        Screen.Head(Phrase.LastHere);
        if (person == 0)
        {
            Screen.Line(Phrase.NobodyYet);
            return;
        }

        Screen.Say(Phrase.PersonNo);
        Screen.Out.Write(person);
        Screen.Out.Write("  ");
        Screen.Date(isVisit ? visit.UnixOf(true) : _persons.LastUnix);
        if (isVisit && !didThen)
        {
            Screen.Out.Write("  ");
            Screen.Say(VisitPhrase.Visit);
        }
        else if (CommandTable.FormOf(_persons.LastCommand) != null)
        {
            LastDone();
        }

        Screen.Out.NewLine();
    }

    /// <summary>What was done: the first clause of the command's help, and the fault or setting that it was done to.</summary>
    private void LastDone()
    {
        string help = Screen.Texts.Help(_persons.LastCommand);
        int end = 0;
        while (end < help.Length && ",:;，：；（".IndexOf(help[end]) < 0)
        {
            end++;
        }

        GoOn();
        Screen.Out.Write(help.Substring(0, end));
        if (_persons.LastAbout != 0)
        {
            Screen.Out.Write("  ");
            Screen.Out.WriteTogether(_persons.LastCommand == CommandTable.ConfigSet ? NameOf(_persons.LastAbout) : _persons.LastAbout.ToString());
        }
    }

    private string NameOf(int setting)
    {
        var table = new SettingsTable();
        table.Look(_settings, setting);
        return table.Name;
    }

    /// <summary>What goes on stands beside; on a narrow terminal in a row of its own, in the values' column.</summary>
    private void GoOn()
    {
        if (!Screen.IsNarrow)
        {
            Screen.Out.Write("  ");
            return;
        }

        Screen.Out.NewLine();
        Screen.Out.Tab(Screen.ValueColumn);
        Screen.Out.Hang = Screen.ValueColumn;
    }
}
