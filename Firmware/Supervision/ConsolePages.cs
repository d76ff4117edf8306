using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Supervision;

/// <summary>Which page answers which commands: the one list.</summary>
internal static class ConsolePages
{
    /// <summary>Makes the pages of a unit and binds them to its console.</summary>
    public static void Bind(UnitConsole to, UnitPage unit, LedPanel leds, PersonList persons, UnitIdentity identity, UnitClock clock, UnitLife life, SelfTest selfTest, Inspector inspector, ContractDesk contract, SiteController site, Delivery delivery, ILink link, SettingsStore configuration, IChecksum checksum, Texts chinese, Texts english)
    {
        Shell shell = to.Shell;
        Settings settings = configuration.InForce;
        to.Bind(new HelpPage(to), CommandTable.Help, CommandTable.HelpCommand);
        to.Bind(new StatusPage(shell, site, delivery, link, settings, persons, inspector, contract), CommandTable.Status, CommandTable.Status);
        var faults = new FaultsPage(shell, site, contract);
        to.Bind(faults, CommandTable.Faults, CommandTable.Faults);
        to.Bind(faults, CommandTable.FaultsClear, CommandTable.FaultsClear);
        to.Bind(new WhyPage(shell, site, contract), CommandTable.Why, CommandTable.Why);
        to.Bind(new ReadingsPage(shell, site.View.Readings), CommandTable.Readings, CommandTable.ReadingsLive);
        to.Bind(new TerminalPage(shell, chinese, english), CommandTable.LangZh, CommandTable.ScreenLines);
        to.Bind(unit, CommandTable.Version, CommandTable.Version);
        to.Bind(unit, CommandTable.Restart, CommandTable.Restart);
        to.Bind(new ShutdownPage(shell, site, delivery), CommandTable.Shutdown, CommandTable.Shutdown);
        to.Bind(new LampPage(shell, leds), CommandTable.Lamp, CommandTable.Lamp);
        var actions = new ActionsPage(shell, site, contract, clock, inspector.Visits);
        to.Bind(actions, CommandTable.Ack, CommandTable.Open);
        to.Bind(actions, CommandTable.AckCase, CommandTable.AckArrive);
        to.Bind(new BandsPage(shell, site), CommandTable.Bands, CommandTable.BandsReset);
        to.Bind(new LinkPage(shell, delivery, link, settings), CommandTable.Network, CommandTable.Storage);
        var counters = new CountersPage(shell, site, delivery.Counters, life, delivery.Journal.Store.Budget);
        to.Bind(counters, CommandTable.Counters, CommandTable.Counters);
        to.Bind(counters, CommandTable.Parts, CommandTable.Parts);
        to.Bind(new ClockPage(shell, clock, settings.UtcOffsetMinutes), CommandTable.Clock, CommandTable.ClockSet);
        var config = new ConfigPage(shell, configuration, delivery.Counters);
        to.Bind(config, CommandTable.Config, CommandTable.Config);
        to.Bind(config, CommandTable.ConfigKey, CommandTable.FactoryReset);
        to.Bind(new ExportPage(shell, site, delivery, identity, clock, settings, checksum), CommandTable.Export, CommandTable.Export);
        to.Bind(new SwapPage(shell, site, delivery, configuration, checksum), CommandTable.Swap, CommandTable.Swap);
        to.Bind(new SelfTestPage(shell, selfTest), CommandTable.SelfTest, CommandTable.SelfTestStart);
        var inspect = new InspectPage(shell, inspector, site.Catalogue);
        to.Bind(inspect, CommandTable.Inspect, CommandTable.InspectStop);
        to.Bind(inspect, CommandTable.InspectGoesOn, CommandTable.InspectGoesOn);
        shell.Asking = inspect;
        to.Bind(new DrillPage(shell, delivery.Drill), CommandTable.Drill, CommandTable.DrillStart);
        to.Bind(new VisitPage(shell, inspector, site), CommandTable.Visit, CommandTable.VisitLeave);
        to.Bind(new MeterPage(shell, inspector, clock), CommandTable.Meter, CommandTable.MeterIn);
        to.Bind(new LogPage(shell, delivery.Journal.Log), CommandTable.Log, CommandTable.Log);
        to.Gate.Log = new AccessLog(delivery.Journal.Log);
        to.Bind(new LoginPage(shell, to.Gate, inspector.Visits), CommandTable.Login, CommandTable.Logout);
        to.Bind(new PersonsPage(shell, persons, to.Gate, site.View.Readings), CommandTable.Persons, CommandTable.Pin);
    }
}
