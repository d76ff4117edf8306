using System.Collections.Generic;
using Tools.SiteSimulator.Parts;

namespace Tools.SiteSimulator;

/// <summary>All names that a scenario or a command line may use, gathered from the parts.</summary>
public static class SiteCatalogue
{
    /// <summary>Every parameter of every part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. Well.Parameters, .. Pump.Parameters, .. Contactor.Parameters, .. Grid.Parameters, .. Pipeline.Parameters,
        .. Valve.Parameters, .. PulseMeter.Parameters, .. Rs485Line.Parameters, .. BusMeter.Parameters, .. PowerMeter.Parameters,
        .. PressureTransducer.Parameters, .. LevelTransducer.Parameters, .. SignalWire.Parameters, .. Supply.Parameters,
        .. Chamber.Parameters, .. Climate.Parameters, .. Radio.Parameters, .. CardReader.Parameters,
    ];

    /// <summary>Every fault of every part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        .. Well.Faults, .. Pump.Faults, .. Farmer.Faults, .. PumpPanel.Faults, .. Contactor.Faults, .. MotorFeed.Faults,
        .. Grid.Faults, .. Supply.Faults, .. Pipeline.Faults, .. AirPockets.Faults, .. Valve.Faults, .. PulseMeter.Faults,
        .. Rs485Line.Faults, .. BusMeter.Faults, .. PowerMeter.Faults, .. PressureTransducer.Faults, .. LevelTransducer.Faults,
        .. Enclosure.Faults, .. Chamber.Faults, .. Climate.Faults, .. Radio.Faults, .. CardReader.Faults,
    ];

    /// <summary>Everything a person can do. Who asks for water opens the outlet with it.</summary>
    public static IReadOnlyList<SiteAction> Actions { get; } =
    [
        new("run-request", "on", "off", "the farmer turns his start switch and opens or shuts the outlet", (site, on) => (site.Farmer.RunRequest, site.Pipeline.OutletOpen) = (on, on)),
        new("outlet", "open", "shut", "the farmer moves the outlet alone", (site, open) => site.Pipeline.OutletOpen = open),
        new("selector", "hand", "auto", "the panel's selector is turned", (site, hand) => site.Panel.Hand = hand),
        new("manual-start", "on", "off", "the panel's start button, which acts on hand, and the outlet with it", (site, on) => (site.Panel.ManualStart, site.Pipeline.OutletOpen) = (on, on)),
        new("door", "open", "shut", "somebody with a key opens or shuts the enclosure", (site, open) => site.Enclosure.Opened = open),
        new("user-card", "held", "away", "the farmer holds his card to the reader", (site, on) => site.Cards.Hold(site.Cards.User, on)),
        new("technician-card", "held", "away", "the technician holds his card to the reader", (site, on) => site.Cards.Hold(site.Cards.Technician, on)),
        new("stranger-card", "held", "away", "somebody holds an unknown card to the reader", (site, on) => site.Cards.Hold(site.Cards.Stranger, on)),
    ];
}
