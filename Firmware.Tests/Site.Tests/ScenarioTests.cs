using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>Scenario files: those that ship, and everything that a file can have wrong.</summary>
[TestClass]
public class ScenarioTests
{
    private const string Head = "\"name\": \"x\", \"description\": { \"zh\": \"某\", \"en\": \"some\" }, ";

    public static IEnumerable<object[]> Shipped => Scenario.Shipped.Select(name => new object[] { name });

    [TestMethod]
    public void The_scenarios_of_the_first_three_faults_ship() =>
        CollectionAssert.IsSubsetOf(new[] { "normal", "dry-well", "dead-meter", "supply-low" }, Scenario.Shipped.ToArray());

    [TestMethod]
    public void Every_fault_has_a_scenario_that_ships()
    {
        HashSet<string> texts = [.. Scenario.Shipped.SelectMany(name => Scenario.Open(name).Timeline).Select(step => step.Text)];
        foreach (SiteFault fault in SiteCatalogue.Faults)
        {
            Assert.IsTrue(texts.Contains("inject " + fault.Name), $"no scenario injects {fault.Name}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Shipped))]
    public void A_shipped_scenario_plays_through(string name)
    {
        Scenario scenario = Scenario.Open(name);
        Assert.AreEqual(name, scenario.Name);
        Assert.IsTrue(scenario.Chinese.Any(letter => letter > 0x4E00), "a Chinese description");
        ScenarioPlayer player = new(scenario, 1);
        List<string> happened = [];
        player.Happened += step => happened.Add($"{player.Site.Elapsed.TotalSeconds} {step.Text}");
        player.Step(TimeSpan.FromSeconds(61));
        Assert.IsTrue(player.Finished, "within 60 s");
        CollectionAssert.AreEqual(scenario.Timeline.Select(step => $"{step.At.TotalSeconds} {step.Text}").ToList(), happened);
    }

    [TestMethod]
    public void The_dry_well_scenario_gives_ten_seconds_of_dry_run_after_the_start_has_settled()
    {
        (List<int> pulses, List<double> bar, List<double> volts, List<bool> running) = Watch("dry-well");
        Assert.IsTrue(running.Skip(4).All(on => on), "a unit that does nothing lets it run");
        Assert.IsGreaterThan(5, pulses.Take(18).Sum(), "water at first");
        Assert.AreEqual(0, pulses.Skip(24).Sum(), "none from 24 s");
        Assert.IsLessThan(0.5, bar.Skip(24).Max());
        Assert.IsGreaterThan(13, volts.Min());
    }

    [TestMethod]
    public void The_dead_meter_scenario_loses_the_pulses_only()
    {
        (List<int> pulses, List<double> bar, List<double> volts, List<bool> running) = Watch("dead-meter");
        Assert.IsGreaterThan(5, pulses.Take(15).Sum());
        Assert.AreEqual(0, pulses.Skip(16).Sum());
        Assert.IsTrue(running.Skip(4).All(on => on) && bar.Skip(10).Min() > 2.5 && volts.Min() > 13);
    }

    [TestMethod]
    public void The_supply_low_scenario_falls_below_the_limit_and_stays_there()
    {
        (List<int> pulses, List<double> bar, List<double> volts, List<bool> running) = Watch("supply-low");
        Assert.IsTrue(volts.Take(10).Min() > 13 && volts.Skip(11).Max() < 10.5);
        Assert.IsTrue(running.Skip(4).All(on => on) && bar.Skip(12).Min() > 2.5);
        Assert.IsGreaterThan(50, pulses.Sum());
    }

    [TestMethod]
    public void What_falls_due_within_one_long_step_happens_at_its_own_time()
    {
        Scenario scenario = ScenarioReader.Read("a.json", "{" + Head + """
            "timeline": [ { "atSeconds": 0.255, "do": "door", "to": "open" }, { "atSeconds": 0.5, "do": "door", "to": "shut" } ] }
            """);
        ScenarioPlayer player = new(scenario, 1);
        List<double> times = [];
        player.Happened += _ => times.Add(player.Site.Elapsed.TotalSeconds);
        player.Step(TimeSpan.FromSeconds(1));
        CollectionAssert.AreEqual(new[] { 0.26, 0.5 }, times);
        Assert.AreEqual(1, player.Site.Elapsed.TotalSeconds);
    }

    [TestMethod]
    public void Parameters_comments_sizes_and_trailing_commas_are_read()
    {
        Scenario scenario = ScenarioReader.Read("a.json", "{ // a small site\n" + Head + """
            "site": { "ratedFlowCubicMetresPerHour": 12, "pulseLitres": 1 },
            "timeline": [ { "atSeconds": 0.5, "do": "inject", "fault": "closed-valve", "size": 0.4 }, { "atSeconds": 2, "do": "clear", "fault": "closed-valve" }, ] }
            """);
        Assert.AreEqual(12, scenario.Parameters[SiteCatalogue.Parameters.Single(p => p.Name == "ratedFlowCubicMetresPerHour")]);
        ScenarioPlayer player = new(scenario, 1);
        player.Step(TimeSpan.FromSeconds(1.9));
        Assert.AreEqual(0.4, player.Site.Pipeline.ValveOpeningFraction, 1e-9);
        player.Step(TimeSpan.FromSeconds(5));
        Assert.AreEqual(1, player.Site.Pipeline.ValveOpeningFraction);
    }

    [TestMethod]
    [DataRow("", "a.json: line 1: not valid JSON: ")]
    [DataRow("[]", "a.json: an object is wanted, this is a list")]
    [DataRow("{\n \"name\": \"x\",,\n}", "a.json: line 2: not valid JSON: ")]
    [DataRow("{" + Head + "\"timeline\": [], \"timelin\": 1 }", "a.json: timelin: there is no field \"timelin\"; the nearest is \"timeline\"")]
    [DataRow("{" + Head + "\"timeline\": [], \"name\": \"y\" }", "a.json: not valid JSON: Duplicate property 'name' encountered")]
    [DataRow("{ \"name\": 3, \"description\": {\"zh\": \"\", \"en\": \"\"}, \"timeline\": [] }", "a.json: name: a text is wanted, this is a number")]
    [DataRow("{ \"name\": \"\\ud800\", \"description\": {\"zh\": \"\", \"en\": \"\"}, \"timeline\": [] }", "a.json: a text holds half of a surrogate pair")]
    [DataRow("{" + Head + "\"site\": {} }", "a.json: \"timeline\" is missing")]
    [DataRow("{ \"name\": \"x\", \"timeline\": [] }", "a.json: \"description\" is missing")]
    [DataRow("{ \"name\": \"x\", \"description\": { \"zh\": \"某\" }, \"timeline\": [] }", "a.json: description: \"en\" is missing")]
    [DataRow("{" + Head + "\"timeline\": {} }", "a.json: timeline: a list is wanted, this is an object")]
    [DataRow("{" + Head + "\"timeline\": [7] }", "a.json: timeline[0]: an object is wanted, this is a number")]
    [DataRow("{" + Head + "\"timeline\": [{ \"do\": \"clear\", \"fault\": \"dry-well\" }] }", "a.json: timeline[0]: \"atSeconds\" is missing")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": \"3\" }] }", "a.json: timeline[0].atSeconds: a number is wanted, this is a text")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": -1 }] }", "a.json: timeline[0].atSeconds: -1 s, allowed are 0 to 31622400")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1e999 }] }", "a.json: timeline[0].atSeconds: Infinity s, allowed are 0 to 31622400")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1 }] }", "a.json: timeline[0]: \"do\" is missing")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"injekt\", \"fault\": \"dry-well\" }] }", "a.json: timeline[0].do: there is no action \"injekt\"; the nearest is \"inject\"")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\" }] }", "a.json: timeline[0]: \"fault\" is missing")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"dry-wel\" }] }", "a.json: timeline[0].fault: there is no fault \"dry-wel\"; the nearest is \"dry-well\"")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"dry-well\", \"to\": \"on\" }] }", "a.json: timeline[0].to: there is no field \"to\"; the nearest is \"do\"")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"dry-well\", \"size\": true }] }", "a.json: timeline[0].size: a number is wanted, this is true or false")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"dry-well\", \"size\": 900 }] }", "a.json: timeline[0].size: waterTableDropMetres is 900, allowed are 1 to 200")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"mains-lost\", \"size\": 1 }] }", "a.json: timeline[0].size: fault \"mains-lost\" has no size to choose")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"clear\", \"fault\": \"dry-well\", \"size\": 1 }] }", "a.json: timeline[0].size: there is no field \"size\"")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"door\", \"to\": \"on\" }] }", "a.json: timeline[0].to: door takes \"open\" or \"shut\", not \"on\"")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"door\" }] }", "a.json: timeline[0]: \"to\" is missing")]
    [DataRow("{" + Head + "\"timeline\": [{ \"atSeconds\": 5, \"do\": \"door\", \"to\": \"open\" }, { \"atSeconds\": 4, \"do\": \"door\", \"to\": \"shut\" }] }", "a.json: timeline[1]: earlier than the step before it")]
    [DataRow("{" + Head + "\"site\": { \"pulseLiters\": 1 }, \"timeline\": [] }", "a.json: site.pulseLiters: there is no site parameter \"pulseLiters\"; the nearest is \"pulseLitres\"")]
    [DataRow("{" + Head + "\"site\": { \"pulseLitres\": \"1\" }, \"timeline\": [] }", "a.json: site.pulseLitres: a number is wanted, this is a text")]
    [DataRow("{" + Head + "\"site\": { \"pulseLitres\": 0 }, \"timeline\": [] }", "a.json: site.pulseLitres: pulseLitres is 0, allowed are 0.1 to 10000")]
    [DataRow("{" + Head + "\"site\": { \"wellIntakeDepthMetres\": 5 }, \"timeline\": [] }", "a.json: site: wellIntakeDepthMetres must be larger than wellStaticDepthMetres")]
    [DataRow("{" + Head + "\"site\": { \"pumpShutOffHeadMetres\": 40 }, \"timeline\": [] }", "a.json: site: pumpShutOffHeadMetres must be larger than pumpRatedHeadMetres")]
    [DataRow("{" + Head + "\"site\": { \"pipeDiameterMillimetres\": 40 }, \"timeline\": [] }", "a.json: site: ratedPressureBar is too small for pipeLengthMetres, pipeDiameterMillimetres and outletHeightMetres at this flow")]
    public void A_wrong_file_is_one_clear_line(string text, string message)
    {
        string actual = Assert.ThrowsExactly<ScenarioException>(() => ScenarioReader.Read("a.json", text)).Message;
        Assert.StartsWith(message, actual);
        Assert.IsFalse(actual.Contains('\n') || actual.Length > 200, actual);
    }

    [TestMethod]
    public void A_name_with_line_breaks_and_no_end_stays_one_line()
    {
        string name = "dry\\n" + new string('x', 5000);
        string text = "{" + Head + "\"timeline\": [{ \"atSeconds\": 1, \"do\": \"inject\", \"fault\": \"" + name + "\" }] }";
        string message = Assert.ThrowsExactly<ScenarioException>(() => ScenarioReader.Read("a.json", text)).Message;
        Assert.IsTrue(message.Length < 200 && !message.Contains('\n'), message);
    }

    [TestMethod]
    public void Nesting_without_end_is_refused() =>
        Assert.StartsWith("a.json: line 1: not valid JSON", Assert.ThrowsExactly<ScenarioException>(() => ScenarioReader.Read("a.json", new string('[', 100_000))).Message);

    [TestMethod]
    public void An_unknown_scenario_names_the_nearest() =>
        Assert.AreEqual("there is no scenario \"drywell\"; the nearest is \"dry-well\"", Assert.ThrowsExactly<ScenarioException>(() => Scenario.Open("drywell")).Message);

    [TestMethod]
    public void A_file_that_cannot_be_read_says_so()
    {
        Assert.AreEqual("./no-such.json: cannot be read: there is no such file", Message("./no-such.json"));
        Assert.AreEqual("/: cannot be read: no permission, or a folder", Message("/"));
        Assert.StartsWith("a\0b.json".Replace('\0', '?') + ": cannot be read: ", Message("a\0b.json"));
    }

    [TestMethod]
    public void A_huge_file_is_not_read()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            File.WriteAllText(path, new string(' ', (1 << 20) + 1));
            Assert.AreEqual(path + ": larger than 1048576 bytes", Message(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Message(string path) => Assert.ThrowsExactly<ScenarioException>(() => Scenario.Open(path)).Message;

    /// <summary>A minute of a scenario, second by second, with a unit that only follows the farmer.</summary>
    private static (List<int> Pulses, List<double> Bar, List<double> Volts, List<bool> Running) Watch(string name)
    {
        ScenarioPlayer player = new(Scenario.Open(name), 1);
        DriveTerminal coil = player.Site.Terminal<DriveTerminal>("contactor-coil");
        (List<int> pulses, List<double> bar, List<double> volts, List<bool> running) = ([], [], [], []);
        for (int i = 0; i < 60; i++)
        {
            coil.High = player.Site.Farmer.RunRequest;
            player.Step(TimeSpan.FromSeconds(1));
            pulses.Add(player.Site.PulseMeter.Pulse.TakeFinished());
            bar.Add(player.Site.Pipeline.PressureBar);
            volts.Add(player.Site.Supply.BusVolts);
            running.Add(player.Site.Contactor.Make.Closed);
        }

        return (pulses, bar, volts, running);
    }
}
