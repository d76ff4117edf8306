using System.Collections.Generic;
using Tools.SiteSimulator.Parts;

namespace Tools.SiteSimulator;

/// <summary>All names that a scenario or a command line may use, gathered from the parts.</summary>
public static class SiteCatalogue
{
    /// <summary>Every parameter of every part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. Well.Parameters, .. Pump.Parameters, .. Contactor.Parameters, .. Pipeline.Parameters, .. PulseMeter.Parameters,
        .. Rs485Line.Parameters, .. BusMeter.Parameters, .. PressureTransducer.Parameters, .. Supply.Parameters,
    ];

    /// <summary>Every fault of every part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        .. Well.Faults, .. Contactor.Faults, .. Pipeline.Faults, .. PulseMeter.Faults, .. Rs485Line.Faults,
        .. BusMeter.Faults, .. PressureTransducer.Faults, .. Supply.Faults, .. Enclosure.Faults,
    ];

    /// <summary>Everything a person can do. Who asks for water opens the outlet with it.</summary>
    public static IReadOnlyList<SiteAction> Actions { get; } =
    [
        new("run-request", "on", "off", "the farmer turns his start switch and opens or shuts the outlet", (site, on) => (site.Farmer.RunRequest, site.Pipeline.OutletOpen) = (on, on)),
        new("outlet", "open", "shut", "the farmer moves the outlet alone", (site, open) => site.Pipeline.OutletOpen = open),
        new("selector", "hand", "auto", "the panel's selector is turned", (site, hand) => site.Panel.Hand = hand),
        new("manual-start", "on", "off", "the panel's start button, which acts on hand, and the outlet with it", (site, on) => (site.Panel.ManualStart, site.Pipeline.OutletOpen) = (on, on)),
        new("door", "open", "shut", "somebody with a key opens or shuts the enclosure", (site, open) => site.Enclosure.Opened = open),
    ];
}
