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
    public void Dozing_through_a_quiet_night_ends_where_stepping_does()
    {
        Site stepped = Night(site => site.Step(3600));
        Site dozed = Night(site => site.Doze(3600));
        Assert.AreEqual(stepped.Elapsed, dozed.Elapsed);
        Assert.AreEqual(stepped.Supply.ChargeFraction, dozed.Supply.ChargeFraction, 1e-6);
        Assert.AreEqual(stepped.Well.LevelAboveIntakeMetres, dozed.Well.LevelAboveIntakeMetres, 1e-6);
        Assert.AreEqual(stepped.Pipeline.PressureBar, dozed.Pipeline.PressureBar, 1e-9);
        Assert.AreEqual(stepped.Climate.EnclosureCelsius, dozed.Climate.EnclosureCelsius, 0.01);
        Assert.AreEqual(stepped.BusMeter.TotalLitres, dozed.BusMeter.TotalLitres);
    }

    [TestMethod]
    [DataRow("leak-at-rest")]
    [DataRow("noisy-input")]
    [DataRow("mains-dips")]
    [DataRow("door-switch-loose")]
    public void Dozing_is_stepping_where_something_moves(string fault)
    {
        (Site stepped, Site dozed) = (Bench.Pumping().Site, Bench.Pumping().Site);
        Assert.AreEqual(FoldAfter(stepped, site => site.Step(30)), FoldAfter(dozed, site => site.Doze(30)), "pumping");
        foreach (Site site in new[] { stepped, dozed })
        {
            site.Terminal<DriveTerminal>("contactor-coil").High = false;
            site.Do("run-request", "off");
            site.Step(60);
            site.Inject(fault);
            site.Step(0.01);
        }

        Assert.AreEqual(FoldAfter(stepped, site => site.Step(30)), FoldAfter(dozed, site => site.Doze(30)), fault);
    }

    [TestMethod]
    [DataRow("contactor")]
    [DataRow("valve")]
    [DataRow("outlet")]
    [DataRow("hand valve")]
    [DataRow("chamber")]
    [DataRow("request")]
    public void Dozing_steps_from_the_moment_something_begins_to_move(string what)
    {
        (Site stepped, Site dozed) = (Visit.NewBench().Site, Visit.NewBench().Site);
        Begin(stepped, what);
        Begin(dozed, what);
        Assert.AreEqual(FoldAfter(stepped, site => site.Step(1)), FoldAfter(dozed, site => site.Doze(1)));
    }

    [TestMethod]
    [DataRow(0.3, 0.3)] // the level halves its way in 13 s
    [DataRow(0.1, 0.01)] // in 0.5 s: too fast for steps of a second
    public void A_well_settles_while_dozing(double diameter, double tolerance)
    {
        ParameterSet narrow = new();
        narrow.Set("wellDiameterMetres", diameter);
        narrow.Set("wellDrawdownMetres", diameter * 10);
        (Site stepped, Site dozed) = (new(narrow, 1), new(narrow, 1));
        foreach (Site site in new[] { stepped, dozed })
        {
            site.Inject("dry-well", 4);
        }

        stepped.Step(10);
        dozed.Doze(10);
        Assert.AreEqual(stepped.Well.LevelAboveIntakeMetres, dozed.Well.LevelAboveIntakeMetres, tolerance);
        stepped.Step(300);
        dozed.Doze(300);
        Assert.AreEqual(2, stepped.Well.LevelAboveIntakeMetres, 0.01);
        Assert.AreEqual(2, dozed.Well.LevelAboveIntakeMetres, 0.01);
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
        site.Inject("mains-flicker");
        site.Inject("rs485-storm");
        site.Inject("air-in-pipe");
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

    private static void Begin(Site site, string what)
    {
        site.Step(1);
        switch (what)
        {
            case "contactor":
                site.Panel.CoilDrive.High = true;
                break;
            case "valve":
                site.Valve.OpenDrive.High = true;
                break;
            case "outlet":
                site.Do("outlet", "open");
                break;
            case "hand valve":
                site.Inject("closed-valve");
                break;
            case "chamber":
                site.Inject("chamber-flooded");
                break;
            default:
                Array.ForEach(Convert.FromHexString("010300000002C40B"), site.Terminal<SerialTerminal>("rs485").FromUnit);
                break;
        }
    }

    private static ulong FoldAfter(Site site, Action<Site> pass)
    {
        pass(site);
        return Fold(17, site);
    }

    /// <summary>An hour on the battery after some pumping.</summary>
    private static Site Night(Action<Site> pass)
    {
        Site site = Bench.Pumping().Site;
        site.Terminal<DriveTerminal>("contactor-coil").High = false;
        site.Do("run-request", "off");
        site.Step(120);
        site.Inject("mains-lost");
        pass(site);
        return site;
    }

    private static ulong Fold(ulong fold, Site site)
    {
        foreach (double value in new[]
        {
            site.Supply.Sense.Volts, site.Pressure.Signal.Volts, site.Well.LevelAboveIntakeMetres, site.Energy.Joules,
            site.Chamber.WaterMetres, site.Valve.PositionFraction, site.Pipeline.ValveOpeningFraction, site.Pump.SpeedFraction,
            site.PowerMeter.WattHours, site.Level.Signal.Volts, site.Grid.PhaseVolts, site.Climate.Sensor.Value, site.Radio.Signal.Value,
            site.Supply.Battery.Volts, site.BusMeter.LitresPerHour, site.BusMeter.TotalLitres, site.PulseMeter.Pulse.Finished,
        })
        {
            fold = (fold * 31) + (ulong)BitConverter.DoubleToInt64Bits(value);
        }

        return fold;
    }

    /// <summary>Bytes allocated by 10,000 steps of a busy site: pumping, valve, both meters asked, spikes, noise, dips, air and wear.</summary>
    private static long Allocated(Action beside)
    {
        Bench bench = Visit.NewBench();
        bench.Site.Do("run-request", "on");
        bench.Run(15);
        foreach (string fault in new[] { "noisy-input", "mains-dips", "air-in-pipe", "pump-wearing", "strainer-clogging", "bus-meter-wild", "rs485-echo", "door-switch-loose" })
        {
            bench.Site.Inject(fault);
        }

        bench.Site.Inject("rs485-noise", 0.001);
        SerialTerminal pair = bench.Site.Terminal<SerialTerminal>("rs485");
        byte[] request = Convert.FromHexString("02030000001845F3");
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
