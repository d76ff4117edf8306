using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Core.Tests.Host;

/// <summary>
/// The tables of Firmware/Diagnosis.md are the test: every row is read from the page and held at a site for half an hour, and what is raised then are the codes of its last column, at their
/// levels, and no other. The rows with the pump on are played once more before a whole controller, whose pump does what the column "safe action" says. A cell with "–" does not matter, or is not there: such a row is held twice, with the witness as it would be and with none. A word that is not in the vocabulary
/// below fails, so that no row passes unread.
/// </summary>
[TestClass]
public sealed class DiagnosisTableTests
{
    private const int FlowMillilitres = 11111;
    private const int Minutes = 30;

    /// <summary>A phase that is lost from the beginning would let nothing start: it is lost in the run.</summary>
    private const int PhaseLostSecond = 65;
    private const string DoesNotMatter = "–";
    private const string SlowPulses = "flow, a pulse every 20 s";

    private static readonly Regex s_aside = new(@"\([^)]*\)");
    private static readonly Regex s_code = new(@"\b(\d{3}) level ([1-4])");

    /// <summary>The rows are counted: one that is struck out of the page, or added, is seen.</summary>
    [TestMethod]
    [DataRow("## The pump runs by our command", true, 52)]
    [DataRow("## The pump is off by our command", false, 27)]
    public void EveryRowOfTheTable_EndsInItsCodes(string head, bool commanded, int rows)
    {
        List<string[]> table = Table(head, 9);
        Assert.AreEqual(rows, table.Select(r => r[0]).Distinct().Count());
        Assert.AreEqual(rows, table.Count);
        var wrong = table.SelectMany(Variants).Select(r => (Row: r[0], Expected: r[6], Raised: Hold(r, commanded))).Where(r => r.Raised != r.Expected).ToList();
        Assert.AreEqual("", string.Join("; ", wrong.Select(w => $"{w.Row}: {w.Expected} stands on the page, {w.Raised} is raised")));
    }

    /// <summary>
    /// What the pump does in half an hour: it goes on; it is stopped, tried again twice and stays off; it stays off until a person was there, or while a phase is lost; it is stopped uncounted while
    /// the mains is gone; it is not started. While it is off the site shows what a site at rest does.
    /// </summary>
    [TestMethod]
    public void EveryRowWithThePumpOn_EndsInItsSafeAction()
    {
        List<string[]> table = Table("## The pump runs by our command", 9);
        var wrong = new List<string>();
        string before = "";
        foreach (string[] cells in table)
        {
            string expected = ActionOf(cells[1], cells[7], before);
            before = expected;
            wrong.AddRange(Variants(cells).Select(row => (Row: row, Does: Play(row))).Where(r => r.Does != expected).Select(r => $"{r.Row[0]}: {cells[7]} ({expected}) stands on the page, the pump {r.Does}"));
        }

        Assert.AreEqual("", string.Join("; ", wrong));
    }

    /// <summary>A cell of the column in one of six words; one that names another row means what that one does, which all are of dry runs.</summary>
    private static string ActionOf(string contact, string action, string before)
    {
        return action switch
        {
            _ when action.StartsWith("go on", StringComparison.Ordinal) => "goes on",
            _ when action.StartsWith("none", StringComparison.Ordinal) || action == "as O hand" => contact.Contains("hand", StringComparison.Ordinal) ? "is not started" : "goes on",
            "stop" => "is held",
            _ when action.StartsWith("stop, and stay off until a person was there", StringComparison.Ordinal) => "is locked out",
            _ when action.StartsWith("as in H, uncounted", StringComparison.Ordinal) => "waits for the mains",
            "stop, try again after 30 s to 5 min, then stay off" => "stays off after three tries",
            "the same" => before,
            _ when action.Contains("as in H", StringComparison.Ordinal) || action.Contains("as in I", StringComparison.Ordinal) => "stays off after three tries",
            _ => throw new AssertFailedException($"safe action \"{action}\""),
        };
    }

    private static string Play(string[] row)
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        var bench = new SiteBench(site);
        long pulses = 0;
        for (int second = 1; second <= 60 * (Minutes + 1); second++)
        {
            bench.Set(Signal.RunRequest, second > 60 ? 1 : 0);
            Show(bench, row, site.Pump.Run, second);
            pulses += bench.PulsesPerStep;
            bench.CountBusTotal(1000);
            site.Scan(1000L * second, row[2] == "not fitted" ? -1 : pulses);
            site.Decide(1000L * second);
            while (bench.Queue.Count > 0)
            {
                bench.Queue.DropFirst();
            }
        }

        PumpControl pump = site.Pump;
        return pump switch
        {
            _ when pump.Starts == 0 => "is not started",
            _ when pump.Run && pump.Starts == 1 => "goes on",
            _ when pump.StaysOff && pump.Starts == PumpControl.MaxDryStops => "stays off after three tries",
            _ when site.Interlock.LockedOut && pump.Starts == 1 => "is locked out",
            _ when site.Interlock.Holds && pump.Starts == 1 => "is held",
            _ when pump.WaitsForMains && pump.DryStops == 0 => "waits for the mains",
            _ => $"runs {pump.Run}, after {pump.Starts} starts and {pump.DryStops} dry stops",
        };
    }

    /// <summary>The row's cells while the pump is on, else a site at rest whose wires and instruments fail as in the row.</summary>
    private static void Show(SiteBench bench, string[] row, bool runs, int second)
    {
        string contact = row[1];
        bool flows = row[2].StartsWith("flow", StringComparison.Ordinal) || (row[3].StartsWith("flows", StringComparison.Ordinal) && row[3] != "flows backwards");
        bool hangs = row[3].StartsWith("flows, its total stands", StringComparison.Ordinal);
        TakePulses(bench, runs ? (row[2] == DoesNotMatter ? (flows ? "flow" : "silent") : row[2]) : row[2] == "not fitted" ? row[2] : "silent");
        if (runs && row[2] == SlowPulses)
        {
            bench.PulsesPerStep = second % 20 == 19 ? 1 : 0;
        }

        TakePressure(bench, row[4] == "not fitted" ? row[4] : !runs ? "low" : row[4] == DoesNotMatter ? (flows ? "high" : "low") : row[4]);
        bool loses = row[5] == "a phase is lost";
        TakePower(bench, row[5] is "not fitted" or "no answer" ? row[5] : !runs || loses ? "none" : row[5] == DoesNotMatter ? (flows ? "lifts water" : "low") : row[5]);
        if (loses && second > PhaseLostSecond)
        {
            TakePower(bench, runs ? row[5] : "none");
            bench.Set(Signal.Voltage1, 0);
        }

        TakeContact(bench, contact);
        if (!runs && !contact.StartsWith("not fitted", StringComparison.Ordinal) && !contact.StartsWith("chatters", StringComparison.Ordinal))
        {
            bench.Set(Signal.PumpContact, 0);
        }

        if (!runs && contact.Contains("mirror", StringComparison.Ordinal))
        {
            bench.Set(Signal.PumpMirror, 1);
        }

        TakeBus(bench, !runs && row[3].StartsWith("flows", StringComparison.Ordinal) ? "says 0" : row[3], second);
        bench.BusHangs = hangs && second > 180;
    }

    [TestMethod]
    public void EveryRowAgainstTheLearnedBand_EndsInItsCodes()
    {
        List<string[]> table = Table("## Against what the site has taught", 5);
        Assert.AreEqual(8, table.Count);
        var wrong = table.Select(r => (Row: r, Expected: Codes(r[4]), Raised: RunAgainstTheBand(r[0], r[1], r[2]))).Where(r => r.Raised != r.Expected).ToList();
        Assert.AreEqual("", string.Join("; ", wrong.Select(w => $"{string.Join(", ", w.Row.Take(3))}: {w.Expected} stands on the page, {w.Raised} is raised")));
    }

    /// <summary>Ten clean runs at 11,111 mL/s, 310 kPa and 9,000 W; then the runs of a hundred days, or one of half an hour.</summary>
    private static string RunAgainstTheBand(string flow, string pressure, string energy)
    {
        var bench = new SiteBench();
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
        bench.Run(60);
        bench.Teach(10, FlowMillilitres, 310, 9000);
        if (flow == "less, day by day")
        {
            for (int day = 1; day <= 100; day++)
            {
                int less = FlowMillilitres * (1000 - ((pressure == "normal" ? 5 : 2) * day)) / 1000;
                bench.NowMs = 86400000L * day;
                bench.Teach(2, less, Kilopascal(pressure, less), 9000 * less / FlowMillilitres);
                bench.Run(120);
            }

            return Raised(bench);
        }

        int runs = flow switch
        {
            "in its band" => FlowMillilitres,
            "a quarter below" => FlowMillilitres * 74 / 100,
            "a quarter above" => FlowMillilitres * 126 / 100,
            _ => throw new AssertFailedException($"flow \"{flow}\""),
        };
        int percent = energy switch
        {
            DoesNotMatter or "in its band" => 100,
            "a sixth more" => 117,
            "a sixth less" => 83,
            _ => throw new AssertFailedException($"energy \"{energy}\""),
        };
        bench.RunWet();
        bench.Set(Signal.BusFlow, runs);
        bench.Set(Signal.Pressure, Kilopascal(pressure, runs));
        bench.Set(Signal.Power, 90 * percent * runs / FlowMillilitres);
        bench.Run(60 * Minutes);
        return Raised(bench);
    }

    /// <summary>Where the well falls, the pressure goes with the square of the flow: the line lets through what it did.</summary>
    private static int Kilopascal(string pressure, int flow)
    {
        return pressure switch
        {
            "normal" => 310,
            "low" => 200,
            "less with it" => (int)(310L * flow / FlowMillilitres * flow / FlowMillilitres),
            _ => throw new AssertFailedException($"pressure \"{pressure}\""),
        };
    }

    private static string Hold(string[] row, bool commanded)
    {
        string contact = row[1];
        var bench = new SiteBench();
        if (contact != "closed at the start of the unit")
        {
            bench.Run(60);
        }

        bench.Set(Signal.PumpCommand, commanded ? 1 : 0);
        if (contact.Contains(", held since", StringComparison.Ordinal))
        {
            bench.RunWet();
            bench.PulsesPerStep = 1;
            bench.Run(10);
            bench.Set(Signal.PumpCommand, 0);
        }

        Hold(bench, contact, row[2], row[3], row[4], row[5]);
        return Raised(bench);
    }

    private static void Hold(SiteBench bench, string contact, string pulses, string bus, string pressure, string power)
    {
        bool flows = pulses.StartsWith("flow", StringComparison.Ordinal) || (bus.StartsWith("flows", StringComparison.Ordinal) && bus != "flows backwards");
        bool runs = contact.StartsWith("closed", StringComparison.Ordinal);
        TakePulses(bench, pulses == DoesNotMatter ? (flows ? "flow" : "silent") : pulses);
        TakePressure(bench, pressure == DoesNotMatter ? (flows ? "high" : "low") : pressure);
        TakePower(bench, power == DoesNotMatter ? (!runs && !flows ? "none" : flows ? "lifts water" : "low") : power);
        TakeContact(bench, contact);
        if (bus.StartsWith("flows, its total stands", StringComparison.Ordinal))
        {
            // It hangs while water flows through both meters, or goes on showing what flowed.
            bench.Set(Signal.BusFlow, FlowMillilitres);
            bench.Run(60);
        }

        for (int second = 0; second < 60 * Minutes; second++)
        {
            TakeBus(bench, bus, second);
            if (pulses == SlowPulses)
            {
                bench.PulsesPerStep = second % 20 == 19 ? 1 : 0;
                bench.Set(Signal.PulseFlow, second < 39 ? 0 : 500);
            }

            bench.Step(1000);
        }
    }

    private static void TakeContact(SiteBench bench, string contact)
    {
        bench.Set(Signal.PumpContact, contact.StartsWith("closed", StringComparison.Ordinal) ? 1 : 0);
        switch (contact)
        {
            case "closed" or "open" or "closed afterwards" or "closed at the start of the unit" or "closed, held since our \"off\"":
                break;
            case "open, selector on hand":
                bench.Set(Signal.SelectorHand, 1);
                break;
            case "open, mirror contact open":
                bench.Set(Signal.PumpMirror, 0);
                break;
            case "not fitted":
                bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
                break;
            case "not fitted, selector on hand":
                bench.Miss(Signal.PumpContact, NoDataReason.NotFitted);
                bench.Set(Signal.SelectorHand, 1);
                break;
            case "chatters":
                bench.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
                break;
            case "chatters, mirror contact open" or "chatters, held since our \"off\", mirror contact open":
                bench.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
                bench.Set(Signal.PumpMirror, 0);
                break;
            case "chatters, mirror contact closed":
                bench.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
                bench.Set(Signal.PumpMirror, 1);
                break;
            case "closed, mains gone":
                bench.Set(Signal.MainsPresent, 0);
                break;
            case "closed, relay of the mains open":
                bench.Set(Signal.MainsPresent, 0);
                for (int phase = 0; phase < 3; phase++)
                {
                    bench.Set(Signal.Voltage1 + phase, 230000);
                }

                break;
            case "closed, mirror contact closed" or "closed afterwards, mirror contact closed":
                bench.Set(Signal.PumpMirror, 1);
                break;
            case "closed, held since our \"off\", mirror contact open":
                bench.Set(Signal.PumpMirror, 0);
                break;
            case "closed, held since our \"off\", mirror contact closed":
                bench.Set(Signal.PumpMirror, 1);
                break;
            default:
                Assert.Fail($"contact \"{contact}\"");
                break;
        }
    }

    private static void TakePulses(SiteBench bench, string pulses)
    {
        bench.PulsesPerStep = pulses switch
        {
            "flow" or "flow, a tenth less" => 1,
            "flow, twice as much" or "faster than the pipe, at most twice the rated flow" => 2,
            "faster than the pipe" => 30,
            "silent" or "none" or "not fitted" or SlowPulses => 0,
            _ => throw new AssertFailedException($"pulses \"{pulses}\""),
        };
        bench.BusLitresPerStep = pulses == "flow, a tenth less" ? 11 : 10;
        bench.Set(Signal.PulseFlow, bench.PulsesPerStep * 10000);
        if (pulses == "not fitted")
        {
            bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
            bench.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
        }
    }

    private static void TakeBus(SiteBench bench, string bus, int second)
    {
        bool garbled = bus == "nothing that can be read, for a minute" || (bus == "damaged answers, some good ones" && second % 10 != 0);
        bench.BusHangs = bus == "flows, its total stands for 500 L";
        bench.Set(Signal.BusErrors, bus is "nothing that can be read, for a minute" or "damaged answers, some good ones" ? 900 : 0);
        bench.Set(Signal.BusStatus, bus == "says 0, own fault" ? 1 : 0);
        if (garbled || bus == "no answer")
        {
            bench.Miss(Signal.BusFlow, garbled ? NoDataReason.BusError : NoDataReason.Timeout);
            return;
        }

        bench.Set(Signal.BusFlow, bus switch
        {
            "flows" or "damaged answers, some good ones" or "flows, its total stands for 500 L" => FlowMillilitres,
            "flows, 2 m³/h" => 600,
            "flows backwards" => -FlowMillilitres,
            "says 0" or "says 0, own fault" => 0,
            _ => throw new AssertFailedException($"RS485 \"{bus}\""),
        });
    }

    private static void TakePressure(SiteBench bench, string pressure)
    {
        if (pressure == "not fitted")
        {
            bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
            return;
        }

        bench.Set(Signal.Pressure, pressure switch
        {
            "low" => 10,
            "high" => 310,
            "in danger" => 700,
            _ => throw new AssertFailedException($"pressure \"{pressure}\""),
        });
    }

    /// <summary>11 kW are rated: a dry pump takes a fifth, one that lifts water most of it, a blocked shaft half more.</summary>
    private static void TakePower(SiteBench bench, string power)
    {
        if (power is "not fitted" or "no answer")
        {
            bench.Miss(Signal.Power, power == "not fitted" ? NoDataReason.NotFitted : NoDataReason.Timeout);
            return;
        }

        bench.Set(Signal.Power, power switch
        {
            "none" => 0,
            "low" => 2200,
            "lifts water" => 9000,
            "high" => 16500,
            "a phase is lost" => 7000,
            _ => throw new AssertFailedException($"power \"{power}\""),
        });
        for (int phase = 0; phase < 3; phase++)
        {
            bench.Set(Signal.Voltage1 + phase, power == "a phase is lost" && phase == 0 ? 0 : 230000);
            bench.Set(Signal.Current1 + phase, power == "none" ? 0 : 15000);
        }
    }

    /// <summary>"201:2 305:2": the codes that are raised, with their levels.</summary>
    private static string Raised(SiteBench bench)
    {
        var rows = Enumerable.Range(0, bench.Catalogue.Count).Where(bench.Monitors.IsRaised);
        return string.Join(' ', rows.Select(r => $"{bench.Catalogue.Code(r)}:{bench.Monitors.LevelOf(r)}").Order());
    }

    /// <summary>A row as it stands (name, contact, pulses, RS485, pressure, power, codes), and, where a cell does not matter, once more without that witness.</summary>
    private static IEnumerable<string[]> Variants(string[] cells)
    {
        string[] row = cells.Take(6).Append(Codes(cells[8])).ToArray(); // name, five witnesses, codes
        yield return row;
        if (row.Contains(DoesNotMatter))
        {
            yield return row.Select((cell, i) => i == 0 ? cell + " without" : cell == DoesNotMatter ? "not fitted" : cell).ToArray();
        }
    }

    /// <summary>"201 level 2, 202 level 2 until it stops (405 is its consequence)" is "201:2 202:2"; "none" is "". Every code that is raised says its level.</summary>
    private static string Codes(string cell)
    {
        string raised = s_aside.Replace(cell, "").Trim();
        var codes = s_code.Matches(raised).Select(m => $"{m.Groups[1].Value}:{m.Groups[2].Value}").Order().ToList();
        Assert.AreEqual(raised.StartsWith("none", StringComparison.Ordinal), codes.Count == 0, cell);
        return string.Join(' ', codes);
    }

    private static List<string[]> Table(string head, int columns)
    {
        var lines = File.ReadAllLines(Page()).SkipWhile(l => l != head).Skip(1).SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|')).Skip(2);
        return lines.Select(l => l[1..^1].Split('|', StringSplitOptions.TrimEntries)).Select(c => c.Length == columns ? c : throw new InvalidDataException(string.Join('|', c))).ToList();
    }

    private static string Page()
    {
        string folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "Firmware", "Diagnosis.md")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder, "Firmware", "Diagnosis.md");
    }
}
