using System;

namespace Tools.SiteSimulator.Tests;

/// <summary>The same seed gives the same history, and a step leaves nothing for the collector.</summary>
[TestClass]
public class HistoryTests
{
    [TestMethod]
    public void The_same_seed_gives_the_same_history() => Assert.AreEqual(History(7, 10), History(7, 10));

    [TestMethod]
    public void Another_seed_gives_another_history() => Assert.AreNotEqual(History(7, 10), History(8, 10));

    [TestMethod]
    public void It_does_not_matter_how_time_is_cut() => Assert.AreEqual(History(7, 10), History(7, 3));

    [TestMethod]
    public void Each_part_draws_from_a_stream_of_its_own() =>
        Assert.AreNotEqual(new NoiseSource(7, "supply").NextBits(), new NoiseSource(7, "rs485").NextBits());

    [TestMethod]
    public void What_is_less_than_a_step_is_kept()
    {
        Site site = new(new ParameterSet(), 1);
        for (int i = 0; i < 1000; i++)
        {
            site.Step(TimeSpan.FromTicks(33_333)); // 3.3333 ms
        }

        Assert.AreEqual(TimeSpan.FromMilliseconds(3330), site.Elapsed);
    }

    [TestMethod]
    public void A_step_allocates_nothing() => Assert.AreEqual(0, Allocated(() => { }));

    [TestMethod]
    public void The_allocation_test_would_see_one_boxed_number()
    {
        object kept = null;
        Assert.IsGreaterThan(0, Allocated(() => kept = DateTime.UnixEpoch.Year + Environment.TickCount));
        GC.KeepAlive(kept);
    }

    /// <summary>All that can be seen of 60 s, folded into one number.</summary>
    private static ulong History(ulong seed, int millisecondsAtOnce)
    {
        ScenarioPlayer player = new(Scenario.Open("rs485-noise"), seed);
        Site site = player.Site;
        site.Inject("noisy-input");
        site.Inject("supply-sag");
        ulong fold = 17;
        TimeSpan looked = TimeSpan.FromSeconds(1);
        for (int i = 0; i < 60_000 / millisecondsAtOnce; i++)
        {
            site.Terminal<DriveTerminal>("contactor-coil").High = site.Elapsed > TimeSpan.FromSeconds(5);
            player.Step(TimeSpan.FromMilliseconds(millisecondsAtOnce));
            if (site.Elapsed >= looked)
            {
                looked += TimeSpan.FromSeconds(1);
                fold = Fold(fold, site);
            }
        }

        return fold;
    }

    private static ulong Fold(ulong fold, Site site)
    {
        foreach (double value in new[]
        {
            site.Supply.Sense.Volts, site.Pressure.Signal.Volts, site.Well.LevelAboveIntakeMetres, site.Energy.Joules,
            site.BusMeter.LitresPerHour, site.BusMeter.TotalLitres, site.PulseMeter.Pulse.Finished,
        })
        {
            fold = (fold * 31) + (ulong)BitConverter.DoubleToInt64Bits(value);
        }

        return fold;
    }

    /// <summary>Bytes allocated by 10,000 steps of a busy site: pumping, asked over Modbus, spikes and noise on its wires.</summary>
    private static long Allocated(Action beside)
    {
        Bench bench = Bench.Pumping();
        bench.Site.Inject("noisy-input");
        bench.Site.Inject("rs485-noise", 0.001);
        SerialTerminal pair = bench.Site.Terminal<SerialTerminal>("rs485");
        byte[] request = Convert.FromHexString("010300000002C40B");
        BusyLoop(bench, pair, request, beside, 100); // compiled and warm
        long before = GC.GetAllocatedBytesForCurrentThread();
        int replies = BusyLoop(bench, pair, request, beside, 10_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.IsGreaterThan(500, replies, "bytes of replies: a quiet line proves nothing");
        return allocated;
    }

    private static int BusyLoop(Bench bench, SerialTerminal pair, byte[] request, Action beside, int steps)
    {
        int replies = 0;
        for (int i = 0; i < steps; i++)
        {
            for (int j = 0; i % 50 == 0 && j < request.Length; j++)
            {
                pair.FromUnit(request[j]);
            }

            bench.Site.Step(Site.InnerStep);
            beside();
            while (pair.TryTake(out _))
            {
                replies++;
            }

            bench.TakePulses();
        }

        return replies;
    }
}
