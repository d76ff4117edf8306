using System;
using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Device.Tests;

/// <summary>
/// What the fault state costs on the device's heap, computed from the columns that there are by <see cref="NanoHeap"/>. The figures stand in ARCHITECTURE.md.
/// </summary>
[TestClass]
public class FaultMemoryBudgetTests
{
    /// <summary>Catalogue, monitors with the count of what comes and goes, and lifecycle: how the 6 KB of platform decision 11 came to this, decision 0207.</summary>
    private const int MostStateBytes = 6660;

    /// <summary>A kilobyte for 64 rows, a few bytes more in each column of the 65th, and the announced switching off.</summary>
    private const int MostGateBytes = 1024 + 48 + 24;

    [TestMethod]
    public void CatalogueMonitorsAndLifecycle_FitTheirBudget()
    {
        var catalogue = new FaultCatalogue();
        var monitors = new FaultMonitors(catalogue, new TransitionQueue());
        var lifecycle = new Lifecycle(catalogue, monitors, new SiteView(new Settings()));
        int table = Bytes(catalogue);
        int state = Bytes(monitors) + Bytes(Often(monitors));
        int life = Bytes(lifecycle) + Bytes(lifecycle.Repairs) + Bytes(lifecycle.Notes);
        int gate = Bytes(monitors.Gate) + Bytes(monitors.Gate.Shelves) + Bytes(monitors.Gate.Squelch) + Bytes(monitors.Gate.Maintenance) + Bytes(monitors.Gate.LayUp) + Bytes(monitors.Gate.Shutdown);
        int evidence = Bytes(monitors.Frames) + Bytes(monitors.Ring) + Bytes(lifecycle.Unmetered);
        int queue = Bytes(new TransitionQueue());
        int all = table + state + life + gate;
        string line = $"catalogue {table:N0} B, monitors {state:N0} B, lifecycle {life:N0} B, gate {gate:N0} B: {table + state + life:N0} B without the gate, {all:N0} B in all, {all / FaultCatalogue.MaxRows} B a row; "
            + $"frames, last minute and unmetered water {evidence:N0} B, transitions on their way {queue:N0} B.";
        Console.WriteLine(line);
        Assert.IsLessThanOrEqualTo(MostStateBytes, table + state + life);
        Assert.IsLessThanOrEqualTo(MostGateBytes, gate);
        Assert.IsLessThanOrEqualTo(4096, evidence);
        Assert.IsLessThanOrEqualTo(2048, queue);
        Assert.IsTrue(System.IO.File.ReadAllText(Architecture()).Contains(line, StringComparison.Ordinal), $"Firmware/ARCHITECTURE.md states other figures than: {line}");
    }

    [TestMethod]
    public void TheDrillsOwnMonitor_FitsItsBudget()
    {
        var queue = new TransitionQueue(1);
        var catalogue = FaultCatalogue.OfDrill();
        var monitors = new FaultMonitors(catalogue, queue, null, null);
        AlarmGate gate = monitors.Gate;
        int bytes = Bytes(catalogue) + Bytes(monitors) + Bytes(queue);
        Assert.IsNull(Often(monitors), "no row of the drill comes and goes");
        bytes += Bytes(gate) + Bytes(gate.Shelves) + Bytes(gate.Squelch) + Bytes(gate.Maintenance) + Bytes(gate.LayUp) + Bytes(gate.Shutdown);
        string line = $"The weekly drill with the monitor of its own: {bytes:N0} B.";
        Console.WriteLine(line);
        Assert.IsLessThanOrEqualTo(2500, bytes);
        Assert.Contains(line, System.IO.File.ReadAllText(Architecture()), "Firmware/ARCHITECTURE.md states another figure");
    }

    private static string Architecture()
    {
        string folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder, "Firmware.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no Firmware.sln above the tests");
        }

        return System.IO.Path.Combine(folder, "Firmware", "ARCHITECTURE.md");
    }

    private static IntermittentCount Often(FaultMonitors monitors) => NanoHeap.ReferencesOf(monitors).OfType<IntermittentCount>().SingleOrDefault();

    /// <summary>An object and the arrays it owns, without what it refers to.</summary>
    private static int Bytes(object owner) => NanoHeap.Of(owner) + NanoHeap.ReferencesOf(owner).OfType<Array>().Sum(BytesOf);

    /// <summary>An array, and those that stand in it.</summary>
    private static int BytesOf(Array array) => NanoHeap.Of(array) + array.OfType<Array>().Sum(BytesOf);
}
