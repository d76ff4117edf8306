using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>The engine takes its table as an argument: what holds for the unit's rows holds for any number of them.</summary>
[TestClass]
public class EngineSizeTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(16)]
    [DataRow(64)]
    [DataRow(176)]
    public void TableOfAnySize_HasSoManyRowsAndTheyAreJudged(int rows)
    {
        FaultCatalogue catalogue = FaultCatalogue.OfSize(rows);
        Assert.AreEqual(rows, catalogue.Count);
        var queue = new TransitionQueue();
        var monitors = new FaultMonitors(catalogue, queue);
        var view = new SiteView(new Settings());
        var lifecycle = new Lifecycle(catalogue, monitors, view);
        view.Readings.Set(Signal.MainsPresent, 0);
        for (long ms = 0; ms <= 30000; ms += 1000)
        {
            view.Update(ms, 0, 0);
            monitors.Step(view);
            lifecycle.Step();
        }

        int raised = 0;
        for (int row = 0; row < rows; row++)
        {
            raised += catalogue.Code(row) == 101 ? 1 : 0;
            Assert.AreEqual(catalogue.Code(row) == 101, monitors.IsRaised(row));
        }

        Assert.AreEqual(raised, monitors.RaisedCount);
    }
}
