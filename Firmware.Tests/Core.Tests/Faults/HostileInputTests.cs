using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>Whatever is read, and whatever the clock does: every check gives an outcome, none throws, and the queue is not overrun.</summary>
[TestClass]
public class HostileInputTests
{
    private static readonly int[] s_edges = { int.MinValue, -1, 0, 1, 139, 140, 11111, int.MaxValue };

    [TestMethod]
    public void RandomReadingsReasonsAndTimes_NeverThrow()
    {
        var bench = new SiteBench();
        uint noise = 7;
        for (int step = 0; step < 3000; step++)
        {
            for (int change = 0; change < 6; change++)
            {
                noise = Text.Noise(noise);
                Change(bench, noise >> 8);
            }

            noise = Text.Noise(noise);
            bench.PulseMillilitres += (long)(noise >> 8) - 8000000;
            bench.Step((int)((noise >> 12) % 5000) - 1000);
            Drain(bench.Queue);
        }

        Outcomes(bench);
    }

    [TestMethod]
    public void ReadingsThatToggleEachTickForAnHour_RaiseNothingOfTheWorstLevels()
    {
        var bench = new SiteBench();
        for (int second = 0; second < 3600; second++)
        {
            int on = second % 2;
            bench.Set(Signal.MainsPresent, on);
            bench.Set(Signal.DoorOpen, on);
            bench.Set(Signal.BusStatus, on);
            bench.Set(Signal.Supply, on == 0 ? 10000 : 13600);
            bench.Set(Signal.Pressure, on == 0 ? 700 : 10);
            bench.Step(1000);
            Assert.IsTrue(bench.Monitors.WorstLevel == 0 || bench.Monitors.WorstLevel > 2);
        }
    }

    [TestMethod]
    public void ContactThatTogglesForAnHour_IsTooManyStartsAndNothingWorse()
    {
        var bench = new SiteBench();
        for (int second = 0; second < 3600; second++)
        {
            bench.Set(Signal.PumpContact, second % 2);
            bench.Step(1000);
        }

        Assert.IsTrue(bench.IsRaised(307));
        Assert.AreEqual(1, bench.Monitors.RaisedCount);
    }

    [TestMethod]
    public void FirstTicksOfAUnit_RaiseNothing()
    {
        var catalogue = new FaultCatalogue();
        var queue = new TransitionQueue();
        var monitors = new FaultMonitors(catalogue, queue);
        var view = new SiteView(new Settings());
        for (long ms = 0; ms < 7200000; ms += 1000)
        {
            view.Update(ms, 0, 0);
            monitors.Step(view);
        }

        Assert.AreEqual(0, queue.Count);
    }

    [TestMethod]
    public void NothingIsFitted_EveryCheckOfASensorSaysSo()
    {
        var bench = new SiteBench();
        for (int signal = 0; signal < Signal.FirstOfUnit; signal++)
        {
            bench.Miss(signal, NoDataReason.NotFitted);
        }

        bench.Update(100000);
        int fitted = 0;
        for (int row = 0; row < bench.Catalogue.Count && bench.Catalogue.Code(row) < 600; row++)
        {
            int code = bench.Catalogue.Code(row);
            fitted += bench.Judge(code) == 5 ? 0 : 1;
        }

        // 305 is not tested without a running pump, 307 counts commands.
        Assert.AreEqual(2, fitted);
    }

    [TestMethod]
    public void TimeStandsStillOrGoesBack_CountsNothing()
    {
        var bench = new SiteBench();
        bench.Step(100000);
        SiteFaults.Begin(bench, 103);
        for (int i = 0; i < 100; i++)
        {
            bench.Step(i % 2 == 0 ? -1000 : 0);
        }

        Assert.IsFalse(bench.IsRaised(103));
        bench.Run(5);
        Assert.IsTrue(bench.IsRaised(103));
    }

    private static void Change(SiteBench bench, uint noise)
    {
        int signal = (int)(noise % (uint)Signal.Count);
        uint how = (noise >> 6) % 10;
        if (how < 3)
        {
            bench.Miss(signal, (NoDataReason)(1 + (noise % 6)));
        }
        else
        {
            bench.Set(signal, how < 6 ? s_edges[(noise >> 10) % 8] : (int)(noise % 20000));
        }
    }

    private static void Outcomes(SiteBench bench)
    {
        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            Assert.IsTrue((int)bench.Monitors.OutcomeOf(row) <= 5);
        }
    }

    private static void Drain(TransitionQueue queue)
    {
        Assert.IsTrue(queue.Count <= 16);
        while (queue.Count > 0)
        {
            queue.DropFirst();
        }
    }
}
