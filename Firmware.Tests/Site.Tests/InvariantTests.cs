using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>
/// What holds at every site at every moment, whatever happens: random sites, random people, random faults. Each failure
/// names its seed.
/// </summary>
[TestClass]
public class InvariantTests
{
    private const int Seeds = 40;
    private const double Step = 0.01;
    private const int Minutes = 10;

    /// <summary>Numbers drawn wider than at a site as it may stand in the field.</summary>
    private static readonly (string Name, double Low, double High)[] _ranges =
    [
        ("pulseLitres", 0.5, 100), ("lineGiveLitresPerBar", 0.5, 50), ("batteryCapacityAmpereHours", 0.1, 20),
        ("batteryStartChargeFraction", 0.02, 1), ("pumpStartSeconds", 0.5, 10), ("contactorPullInMilliseconds", 10, 200),
        ("valveFitted", 0, 1), ("valveTravelSeconds", 1, 60), ("headerTankMetres", 1, 20),
    ];

    [TestMethod]
    public void Pulses_are_the_metered_volume_times_the_factor() => ForSeeds(seed =>
    {
        RandomSite random = new(seed, "noisy-input", "dead-pulse-meter", "reed-bounces", "pulse-meter-worn", "pulse-head-exchanged");
        double litres = 0;
        long pulses = 0;
        random.Run(Minutes, site =>
        {
            litres += Math.Abs(site.Pipeline.MeteredFlow) * Step * 1000; // a reed counts what runs back too
            pulses += random.Bench.TakePulses();
            Near(seed, "pulses", pulses, litres / random.Parameters["pulseLitres"], 1);
        });
        Assert.IsGreaterThan(0, pulses, $"seed {seed}: a run without a pulse proves nothing");
    });

    [TestMethod]
    public void Energy_is_power_over_time_and_no_less_than_the_work_on_the_water() => ForSeeds(seed =>
    {
        RandomSite random = new(seed);
        double joules = 0;
        double work = 0;
        random.Run(Minutes, site =>
        {
            joules += site.Pump.ElectricalWatts * Step;
            work += site.Pump.Powered ? 9806.65 * site.Pipeline.PumpFlow * site.Pump.HeadMetres(site.Pipeline.PumpFlow) * Step : 0;
            Near(seed, "energy, J", site.Energy.Joules, joules, 1e-6 * (1 + joules));
            double phases = site.Energy.PhaseJoules(0) + site.Energy.PhaseJoules(1) + site.Energy.PhaseJoules(2);
            Near(seed, "energy of the phases, J", phases, joules, 1e-6 * (1 + joules));
        });
        Assert.IsGreaterThanOrEqualTo(work, joules, $"seed {seed}: less energy than work");
        Assert.IsGreaterThan(0, work, $"seed {seed}: no work done proves nothing");
    });

    [TestMethod]
    public void Water_in_the_well_is_what_came_less_what_went() => ForSeeds(seed =>
    {
        RandomSite random = new(seed);
        double stored = random.Bench.Site.Well.StoredCubicMetres;
        double drawn = 0;
        random.Run(Minutes, site =>
        {
            drawn += site.Pipeline.PumpFlow * Step;
            double balance = stored + site.Well.InflowCubicMetres - drawn;
            Near(seed, "well, m³", site.Well.StoredCubicMetres, balance, (0.02 * Math.Abs(site.Pipeline.PumpFlow)) + 1e-6);
            Assert.IsGreaterThanOrEqualTo(-1e-9, site.Well.StoredCubicMetres, $"seed {seed}");
        });
    });

    [TestMethod]
    public void Water_in_the_line_is_what_came_less_what_went() => ForSeeds(seed =>
    {
        RandomSite random = new(seed);
        double stored = random.Bench.Site.Pipeline.StoredCubicMetres;
        random.Run(Minutes, site =>
        {
            double balance = stored + site.Pipeline.PumpedCubicMetres + site.Pipeline.TankCubicMetres - site.Pipeline.MeteredCubicMetres - site.Pipeline.UnmeteredCubicMetres;
            Near(seed, "line, m³", site.Pipeline.StoredCubicMetres, balance, 1e-6);
        });
    });

    [TestMethod]
    public void Nothing_leaves_its_physical_bounds() => ForSeeds(seed =>
    {
        RandomSite random = new(seed, "aux-contact-cut", "mirror-contact-cut");
        random.Run(Minutes, site =>
        {
            Within(seed, "bus, V", site.Supply.BusVolts, 0, 20.2);
            Within(seed, "supply pin, V", site.Supply.Sense.Volts, 0, 3.3);
            Within(seed, "pressure pin, V", site.Pressure.Signal.Volts, 0, 3.3);
            Within(seed, "charge", site.Supply.ChargeFraction, 0, 1);
            Within(seed, "pump flow, m³/s", site.Pipeline.PumpFlow, site.ActiveFaults.Contains("check-valve-stuck") ? -0.1 : 0, 0.1);
            Within(seed, "metered flow, m³/s", site.Pipeline.MeteredFlow, -0.1, 0.1);
            Within(seed, "battery, V", site.Supply.BatteryVolts, 0, 20);
            Within(seed, "valve", site.Valve.PositionFraction, 0, 1);
            Within(seed, "enclosure, °C", site.Climate.EnclosureCelsius, -40, 130);
            Within(seed, "pressure, bar", site.Pipeline.PressureBar, 0, 15);
            Within(seed, "speed", site.Pump.SpeedFraction, 0, 1);
            Within(seed, "power, W", site.Pump.ElectricalWatts, 0, 5.5 * site.Pump.RatedWatts);
            Assert.AreNotEqual(random.Bench.Closed("aux-contact"), random.Bench.Closed("aux-contact-nc"), $"seed {seed}: make and mirror contact");
        });
    });

    [TestMethod]
    public void No_flow_against_a_shut_valve() => ForSeeds(seed =>
    {
        RandomSite random = new(seed, "closed-valve");
        random.Bench.Site.Inject("closed-valve");
        random.Bench.Run(3);
        double metered = random.Bench.Site.Pipeline.MeteredCubicMetres;
        random.Run(2, site => Assert.AreEqual(0, site.Pipeline.MeteredFlow, $"seed {seed} at {site.Elapsed}"));
        Assert.AreEqual(metered, random.Bench.Site.Pipeline.MeteredCubicMetres);
    });

    [TestMethod]
    public void No_flow_against_a_shut_motor_valve() => ForSeeds(seed =>
    {
        RandomSite random = new(seed, ("valveFitted", 1), "valve-leaks-through");
        random.Bench.Follows = false;
        random.Bench.Site.Valve.CloseDrive.High = true;
        random.Run(2, site => Assert.AreEqual(0, site.Pipeline.MeteredFlow, $"seed {seed} at {site.Elapsed}"));
    });

    [TestMethod]
    public void Dozing_keeps_the_balances_too()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            RandomSite random = new(seed);
            Site site = random.Bench.Site;
            double line = site.Pipeline.StoredCubicMetres;
            double well = site.Well.StoredCubicMetres;
            random.DozeThrough(30, () =>
            {
                double left = site.Pipeline.PumpedCubicMetres + site.Pipeline.TankCubicMetres - site.Pipeline.MeteredCubicMetres - site.Pipeline.UnmeteredCubicMetres;
                Near(seed, "line, m³", site.Pipeline.StoredCubicMetres, line + left, 1e-6);
                Near(seed, "well, m³", site.Well.StoredCubicMetres, well + site.Well.InflowCubicMetres - site.Well.DrawnCubicMetres, 1e-6);
                Near(seed, "pumped, m³", site.Pipeline.PumpedCubicMetres, site.Well.DrawnCubicMetres, 0.01);
                Within(seed, "water over intake, m", site.Well.LevelAboveIntakeMetres, -2.001, 40);
            });
            Assert.IsGreaterThan(0.1, site.Pipeline.PumpedCubicMetres, $"seed {seed}: no water proves nothing");
        }
    }

    [TestMethod]
    public void A_drawn_site_delivers_its_rated_flow_and_pressure()
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            ParameterSet drawn = RandomSites.Draw(seed);
            Bench bench = new(seed, drawn);
            bench.Site.Do("run-request", "on");
            bench.Run(60);
            double rated = drawn["ratedFlowCubicMetresPerHour"];
            Within(seed, "rated flow", rated, 12, 80);
            Near(seed, "flow, m³/h", bench.Site.Pipeline.MeteredFlow * 3600, rated, 0.05 * rated);
            Near(seed, "pressure, bar", bench.Site.Pipeline.PressureBar, drawn["ratedPressureBar"], 0.3);
            Near(seed, "power, W", bench.Site.Pump.ElectricalWatts, bench.Site.Pump.RatedWatts, 0.05 * bench.Site.Pump.RatedWatts);
        }
    }

    [TestMethod]
    public void Drawn_sites_differ_and_the_same_seed_draws_the_same() // and the two ends of each range are both reached
    {
        foreach (DrawnRange range in RandomSites.Ranges)
        {
            Parameter parameter = SiteCatalogue.Parameters.FirstOrDefault(known => known.Name == range.Name);
            if (parameter != null)
            {
                double[] values = [.. Enumerable.Range(1, 200).Select(seed => RandomSites.Draw((ulong)seed)[parameter])];
                double tenth = (range.High - range.Low) / 10;
                Assert.IsTrue(values.Min() >= range.Low && values.Min() < range.Low + tenth, $"{range.Name} from {values.Min()}");
                Assert.IsTrue(values.Max() <= range.High && values.Max() > range.High - tenth, $"{range.Name} to {values.Max()}");
                Assert.AreEqual(values[6], RandomSites.Draw(7)[parameter]);
            }
        }
    }

    [TestMethod]
    public void The_bus_meter_counts_what_the_pulse_meter_counts()
    {
        Bench bench = Bench.Pumping();
        bench.Site.Do("run-request", "off");
        bench.Run(30);
        double litres = bench.TakePulses() * 10;
        Assert.AreEqual(litres, bench.Site.BusMeter.TotalLitres - 123_456, 20);
    }

    [TestMethod]
    [DataRow(12.0, 65)]
    [DataRow(40.0, 100)]
    [DataRow(80.0, 150)]
    public void A_site_delivers_its_rated_flow_and_pressure(double flow, double bore)
    {
        ParameterSet parameters = new();
        parameters.Set("ratedFlowCubicMetresPerHour", flow);
        parameters.Set("pipeDiameterMillimetres", bore);
        Bench bench = new(1, parameters);
        bench.Site.Do("run-request", "on");
        bench.Run(120);
        Assert.AreEqual(flow, bench.Site.Pipeline.MeteredFlow * 3600, flow * 0.03);
        Assert.AreEqual(3, bench.Site.Pipeline.PressureBar, 0.15);
    }

    [TestMethod]
    public void Flow_ramps_and_pressure_follows()
    {
        Bench bench = new();
        Assert.AreEqual(1, bench.Site.Pipeline.PressureBar, 0.01, "held at rest");
        bench.Site.Do("run-request", "on");
        double half = bench.Run(2).Site.Pipeline.MeteredFlow * 3600;
        double full = bench.Run(10).Site.Pipeline.MeteredFlow * 3600;
        Assert.IsTrue(half > 5 && half < 30 && full > 38, $"{half} then {full} m³/h");
        bench.Site.Do("run-request", "off");
        bench.Run(0.5);
        Assert.IsGreaterThan(1, bench.Site.Pipeline.MeteredFlow * 3600, "flow does not stop at once");
        bench.Run(60);
        Assert.AreEqual(0, bench.Site.Pipeline.MeteredFlow);
        Assert.AreEqual(1, bench.Site.Pipeline.PressureBar, 0.02, "check valve and outlet hold");
    }

    [TestMethod]
    public void A_drained_pipe_is_told_in_the_status_word()
    {
        Bench bench = With(("outletHeightMetres", 0));
        bench.Site.Do("outlet", "open");
        bench.Run(30);
        Assert.AreEqual("01 03 02 00 02 39 85", bench.Exchange("01 03 00 04 00 01 C5 CB"));
    }

    [TestMethod]
    public void A_stiff_line_that_drains_to_nothing_gives_no_more_than_it_held()
    {
        Bench bench = With(("outletHeightMetres", 0), ("lineGiveLitresPerBar", 0.5));
        double stored = bench.Site.Pipeline.StoredCubicMetres;
        bench.Site.Do("outlet", "open");
        bench.Run(30);
        Assert.AreEqual(stored, bench.Site.Pipeline.MeteredCubicMetres + bench.Site.Pipeline.StoredCubicMetres, 1e-9);
        Assert.AreEqual(0, bench.Site.Pipeline.PressureBar, 0.001);
    }

    [TestMethod]
    public void Below_its_cut_off_the_bus_meter_reads_zero_and_counts_nothing()
    {
        Bench bench = new();
        bench.Site.Inject("leak-at-rest", 0.15); // 0.5 % of 40 m³/h is 0.2 m³/h
        Assert.AreEqual(0, bench.Run(600).BusFlow());
        Assert.AreEqual(123_456u, bench.Site.BusMeter.TotalLitres);
        Assert.IsGreaterThan(0.02, bench.Site.Pipeline.MeteredCubicMetres, "and yet it runs");
    }

    [TestMethod]
    public void A_bus_meter_out_of_adjustment_shows_its_gain()
    {
        Bench bench = With(("busMeterGainFraction", 1.1));
        bench.Site.Do("run-request", "on");
        bench.Run(60);
        double inPipe = bench.Site.Pipeline.MeteredFlow * 3_600_000;
        Assert.AreEqual(1.1, bench.BusFlow().Value / inPipe, 0.02);
    }

    [TestMethod]
    public void A_transducer_saturates_beyond_its_range()
    {
        Bench bench = With(("pressureRangeBar", 1));
        bench.Site.Do("run-request", "on");
        bench.Run(60);
        Assert.AreEqual(3.2, bench.PressureVolts, 0.001);
    }

    [TestMethod]
    public void A_charger_too_small_for_the_load_lets_the_battery_run_down()
    {
        Bench bench = With(("chargerLimitAmperes", 0.2), ("batteryCapacityAmpereHours", 1));
        bench.Site.Do("run-request", "on");
        bench.Run(600);
        Assert.AreEqual(0.9, bench.Site.Supply.ChargeFraction, 0.02, "0.6 A short for ten minutes out of 1 Ah");
        Assert.AreEqual(12.6, bench.SupplyVolts, 0.15);
    }

    private static Bench With(params (string Name, double Value)[] numbers)
    {
        ParameterSet parameters = new();
        Array.ForEach(numbers, number => parameters.Set(number.Name, number.Value));
        return new Bench(1, parameters);
    }

    private static void ForSeeds(Action<ulong> check)
    {
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            check(seed);
        }
    }

    private static void Near(ulong seed, string what, double actual, double expected, double tolerance)
    {
        if (Math.Abs(actual - expected) > tolerance)
        {
            Assert.Fail($"seed {seed}: {what} {actual}, expected {expected} ± {tolerance}");
        }
    }

    private static void Within(ulong seed, string what, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            Assert.Fail($"seed {seed}: {what} {value} outside {low} to {high}");
        }
    }

    /// <summary>A site with drawn numbers, at which something drawn happens every few seconds.</summary>
    private sealed class RandomSite
    {
        private readonly Random _random;
        private readonly string[] _never;

        public RandomSite(ulong seed, params string[] never)
            : this(seed, ("chamberFloatMetres", 0.15), never)
        {
        }

        public RandomSite(ulong seed, (string Name, double Value) number, params string[] never)
        {
            _random = new Random((int)seed);
            _never = never;
            ParameterSet set = RandomSites.Draw(seed);
            foreach ((string name, double low, double high) in _ranges)
            {
                Parameters[name] = low + ((high - low) * _random.NextDouble());
                set.Set(name, Parameters[name]);
            }

            set.Set(number.Name, number.Value);

            Bench = new Bench(seed, set);
            Bench.Site.Do("run-request", "on");
        }

        public Dictionary<string, double> Parameters { get; } = [];

        public Bench Bench { get; }

        public void Run(int minutes, Action<Site> each)
        {
            for (double left = minutes * 60; left > 0;)
            {
                double pause = 1 + (_random.NextDouble() * 30);
                Bench.Run(pause, () => each(Bench.Site));
                Happen();
                left -= pause;
            }
        }

        /// <summary>So many times something happens, the unit follows, and up to two minutes are dozed through.</summary>
        public void DozeThrough(int times, Action each)
        {
            for (int i = 0; i < times; i++)
            {
                Bench.Run(1);
                Bench.Site.Doze(_random.Next(120));
                each();
                Happen();
            }
        }

        private void Happen()
        {
            SiteAction action = SiteCatalogue.Actions[_random.Next(SiteCatalogue.Actions.Count)];
            SiteFault fault = SiteCatalogue.Faults[_random.Next(SiteCatalogue.Faults.Count)];
            switch (_random.Next(4))
            {
                case 0:
                    Bench.Site.Do(action.Name, _random.Next(3) > 0 ? action.On : action.Off);
                    break;
                case 1 when Array.IndexOf(_never, fault.Name) < 0:
                    double? size = fault.Size == null ? null : fault.Size.Min + ((fault.Size.Max - fault.Size.Min) * _random.NextDouble());
                    Bench.Site.Inject(fault.Name, size);
                    break;
                case 2 when Array.IndexOf(_never, fault.Name) < 0:
                    Bench.Site.Clear(fault.Name);
                    break;
                default:
                    foreach (string active in new List<string>(Bench.Site.ActiveFaults))
                    {
                        if (Array.IndexOf(_never, active) < 0)
                        {
                            Bench.Site.Clear(active);
                        }
                    }

                    break;
            }
        }
    }
}
