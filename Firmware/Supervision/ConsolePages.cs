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
        return CommandTable.PageOf(command) switch
        {
            PageKind.Help => new HelpPage(shell),
            PageKind.Status => new StatusPage(shell, _unit.Site, _unit.Delivery, _link, settings, _unit.Persons, _unit.Inspector, _unit.Contract),
            PageKind.Faults => new FaultsPage(shell, _unit.Site, _unit.Contract),
            PageKind.Why => new WhyPage(shell, _unit.Site, _unit.Contract),
            PageKind.Readings => new ReadingsPage(shell, _unit.Site.View.Readings),
            PageKind.Terminal => new TerminalPage(shell, _chinese, _english),
            PageKind.Unit => new UnitPage(shell, _identity, _unit.Delivery.Counters, _unit.Configuration, _unit.Site.Lifecycle),
            PageKind.Shutdown => new ShutdownPage(shell, _unit.Site, _unit.Delivery),
            PageKind.Lamp => new LampPage(shell, _leds, _unit.Site.Catalogue, settings),
            PageKind.Actions => new ActionsPage(shell, _unit.Site, _unit.Contract, _unit.Clock, _unit.Inspector.Visits),
            PageKind.Bands => new BandsPage(shell, _unit.Site),
            PageKind.Link => new LinkPage(shell, _unit.Delivery, _link, settings, _unit.Inspector),
            PageKind.Counters => new CountersPage(shell, _unit.Site, _unit.Delivery.Counters, _unit.Life, _unit.Delivery.Journal.Store.Budget, _unit.Contract.Clocks, _unit.Troubles),
            PageKind.Clock => new ClockPage(shell, _unit.Clock, settings.UtcOffsetMinutes),
            PageKind.Config => new ConfigPage(shell, _unit.Configuration, _unit.Delivery.Counters, _unit.Persons, _unit.Inspector),
            PageKind.Export => new ExportPage(shell, _unit.Site, _unit.Delivery, _identity, _unit.Clock, settings, _checksum),
            PageKind.Swap => new SwapPage(shell, _unit.Site, _unit.Delivery, _unit.Configuration, _checksum),
            PageKind.SelfTest => new SelfTestPage(shell, _unit.SelfTest),
            PageKind.Inspect => _inspect,
            PageKind.Drill => new DrillPage(shell, _unit.Delivery.Drill),
            PageKind.Visit => new VisitPage(shell, _unit.Inspector, _unit.Site),
            PageKind.Meter => new MeterPage(shell, _unit.Inspector, _unit.Clock),
            PageKind.Log => new LogPage(shell, _unit.Delivery.Journal.Log),
            PageKind.Login => new LoginPage(shell, _console.Gate, _unit.Inspector),
            PageKind.Persons => new PersonsPage(shell, _unit.Persons, _console.Gate, _unit.Site.View.Readings, settings),
            _ => new HelpPage(shell),
        };
    }
}
