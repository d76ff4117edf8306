using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records.Messaging;

namespace Firmware.Supervision;

/// <summary>Which page answers which commands: the one list.</summary>
internal sealed class ConsolePages : IPageMaker
{
    private readonly Unit _unit;
    private readonly UnitConsole _console;
    private readonly LedPanel _leds;
    private readonly UnitIdentity _identity;
    private readonly ILink _link;
    private readonly IChecksum _checksum;
    private readonly Texts _chinese;
    private readonly Texts _english;
    private readonly InspectPage _inspect;

    /// <summary>The pages of a unit.</summary>
    public ConsolePages(Unit unit, UnitConsole console, LedPanel leds, UnitIdentity identity, ILink link, IChecksum checksum, Texts chinese, Texts english)
    {
        _unit = unit;
        _console = console;
        _leds = leds;
        _identity = identity;
        _link = link;
        _checksum = checksum;
        _chinese = chinese;
        _english = english;

        // The one that stays: it goes on asking while an inspection runs.
        _inspect = new InspectPage(console.Shell, unit.Inspector, unit.Site.Catalogue);
        console.Shell.Asking = _inspect;
    }

    /// <inheritdoc/>
    public Page Make(int command)
    {
        Shell shell = _console.Shell;
        Settings settings = _unit.Configuration.InForce;
        return command switch
        {
            CommandTable.Help or CommandTable.HelpAll or CommandTable.HelpCommand => new HelpPage(shell),
            CommandTable.Status => new StatusPage(shell, _unit.Site, _unit.Delivery, _link, settings, _unit.Persons, _unit.Inspector, _unit.Contract),
            CommandTable.Faults or CommandTable.FaultsClear => new FaultsPage(shell, _unit.Site, _unit.Contract),
            CommandTable.Why => new WhyPage(shell, _unit.Site, _unit.Contract),
            CommandTable.Readings or CommandTable.ReadingsLive => new ReadingsPage(shell, _unit.Site.View.Readings),
            CommandTable.LangZh or CommandTable.LangEn or CommandTable.ScreenColumns or CommandTable.ScreenLines => new TerminalPage(shell, _chinese, _english),
            CommandTable.Version or CommandTable.Restart => new UnitPage(shell, _identity, _unit.Delivery.Counters, _unit.Configuration, _unit.Site.Lifecycle),
            CommandTable.Shutdown => new ShutdownPage(shell, _unit.Site, _unit.Delivery),
            CommandTable.Lamp => new LampPage(shell, _leds, _unit.Site.Catalogue, settings),
            (>= CommandTable.Ack and <= CommandTable.Open) or CommandTable.AckCase or CommandTable.AckArrive =>
                new ActionsPage(shell, _unit.Site, _unit.Contract, _unit.Clock, _unit.Inspector.Visits),
            >= CommandTable.Bands and <= CommandTable.BandsReset => new BandsPage(shell, _unit.Site),
            CommandTable.Network or CommandTable.Storage => new LinkPage(shell, _unit.Delivery, _link, settings),
            CommandTable.Counters or CommandTable.Parts => new CountersPage(shell, _unit.Site, _unit.Delivery.Counters, _unit.Life, _unit.Delivery.Journal.Store.Budget, _unit.Contract.Clocks, _unit.Troubles),
            CommandTable.Clock or CommandTable.ClockSet => new ClockPage(shell, _unit.Clock, settings.UtcOffsetMinutes),
            CommandTable.Config or CommandTable.ConfigKey or CommandTable.ConfigSet or CommandTable.FactoryReset => new ConfigPage(shell, _unit.Configuration, _unit.Delivery.Counters, _unit.Persons),
            CommandTable.Export => new ExportPage(shell, _unit.Site, _unit.Delivery, _identity, _unit.Clock, settings, _checksum),
            CommandTable.Swap => new SwapPage(shell, _unit.Site, _unit.Delivery, _unit.Configuration, _checksum),
            CommandTable.SelfTest or CommandTable.SelfTestStart => new SelfTestPage(shell, _unit.SelfTest),
            (>= CommandTable.Inspect and <= CommandTable.InspectStop) or CommandTable.InspectGoesOn => _inspect,
            CommandTable.Drill or CommandTable.DrillStart => new DrillPage(shell, _unit.Delivery.Drill),
            >= CommandTable.Visit and <= CommandTable.VisitLeave => new VisitPage(shell, _unit.Inspector, _unit.Site),
            >= CommandTable.Meter and <= CommandTable.MeterIn => new MeterPage(shell, _unit.Inspector, _unit.Clock),
            CommandTable.Log => new LogPage(shell, _unit.Delivery.Journal.Log),
            CommandTable.Login or CommandTable.Logout => new LoginPage(shell, _console.Gate, _unit.Inspector.Visits),
            _ => new PersonsPage(shell, _unit.Persons, _console.Gate, _unit.Site.View.Readings, settings),
        };
    }
}
