using System;
using System.Collections.Generic;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Tools.Accuracy;

/// <summary>
/// What really happens at a sound site, seen at the site's own terminals and parts and not in the script: so that "clean" never means that nothing
/// happened.
/// </summary>
public sealed class CleanEvents(Bench bench)
{
    /// <summary>Voltage of a phase that is a dip, of the grid's own.</summary>
    private const double DipShare = 0.97;

    /// <summary>Second bit of the RS485 meter's status word.</summary>
    private const int EmptyPipe = 2;

    private readonly Dictionary<string, int> _count = [];
    private readonly Dictionary<string, bool> _was = [];

    /// <summary>Everything that is looked for, in the order of the page.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "starts", "starts by hand", "seconds with a dip", "seconds with air in the pipe", "seconds with a spoilt answer among the last hundred", "doors opened", "technicians known by card", "links lost", "days laid up", "times without mains",
    ];

    /// <summary>Those that only a year with its winter has.</summary>
    public static IReadOnlyList<string> OfYears { get; } = ["days laid up", "times without mains"];

    /// <summary>True where the site is quiet as far as this looks: the link and the line may be asleep.</summary>
    public bool Quiet => bench.Site.ActiveFaults is var faults && !Contains(faults, "mains-dips") && !Contains(faults, "air-in-pipe") && !Contains(faults, "rs485-storm");

    /// <summary>How often it was seen.</summary>
    public int this[string kind] => _count.GetValueOrDefault(kind);

    /// <summary>Looks once a second.</summary>
    public void Look()
    {
        Readings readings = bench.Readings;
        bool closed = bench.Site.Contactor.MainsClosed;
        Rising("starts", closed);
        Rising("starts by hand", closed && bench.Site.Panel.Hand);
        While("seconds with a dip", bench.Site.Supply.MainsPresent && readings.Has(Signal.Voltage1) && readings.ValueOf(Signal.Voltage1) < bench.Parameters["mainsVolts"] * 1000 * DipShare);
        While("seconds with air in the pipe", closed && readings.Has(Signal.BusStatus) && (readings.ValueOf(Signal.BusStatus) & EmptyPipe) != 0);
        While("seconds with a spoilt answer among the last hundred", readings.ValueOf(Signal.BusErrors) > 0);
        Rising("doors opened", readings.IsOn(Signal.DoorOpen));
        Rising("technicians known by card", readings.IsOn(Signal.Technician));
        Rising("links lost", bench.Reach == LinkReach.None);
        While("days laid up", bench.Controller.Lifecycle.Gate.LayUp.IsOn && bench.NowMs % 86_400_000 == 0);
        Rising("times without mains", !bench.Site.Supply.MainsPresent);
    }

    private static bool Contains(IEnumerable<string> faults, string fault)
    {
        foreach (string active in faults)
        {
            if (active == fault)
            {
                return true;
            }
        }

        return false;
    }

    private void Rising(string kind, bool now)
    {
        While(kind, now && !_was.GetValueOrDefault(kind));
        _was[kind] = now;
    }

    private void While(string kind, bool now)
    {
        if (now)
        {
            _count[kind] = this[kind] + 1;
        }
    }
}
