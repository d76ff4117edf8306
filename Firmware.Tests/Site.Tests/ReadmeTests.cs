using System;
using System.IO;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>The tables of the simulator's README are those of the code.</summary>
[TestClass]
public class ReadmeTests
{
    private static readonly string _readme = Read();

    [TestMethod]
    public void Every_parameter_stands_in_the_readme() => Assert.AreEqual("", Missing(SiteCatalogue.Parameters.Select(Row)));

    [TestMethod]
    public void Every_fault_stands_in_the_readme() => Assert.AreEqual("", Missing(SiteCatalogue.Faults.Select(Row)));

    [TestMethod]
    public void Every_action_stands_in_the_readme() =>
        Assert.AreEqual("", Missing(SiteCatalogue.Actions.Select(action => $"| `{action.Name}` | `{action.On}`, `{action.Off}` | {action.Means} |")));

    [TestMethod]
    public void Every_terminal_stands_in_the_readme() =>
        Assert.AreEqual("", Missing(new Bench().Site.Terminals.Select(terminal => $"| `{terminal.Name}` |")));

    [TestMethod]
    public void Every_range_of_a_drawn_site_stands_in_the_readme() => Assert.AreEqual("", Missing(RandomSites.Ranges.Select(range =>
        FormattableString.Invariant($"| `{range.Name}` | {range.Low:0.####} – {range.High:0.####} | {range.Meaning} |"))));

    [TestMethod]
    public void Every_scenario_stands_in_the_readme() => Assert.AreEqual("", Missing(Scenario.Shipped.Select(name => $"`{name}`")));

    [TestMethod]
    public void Names_are_unique_and_defaults_are_in_range()
    {
        Assert.AreEqual(SiteCatalogue.Parameters.Count, SiteCatalogue.Parameters.Select(p => p.Name).Distinct().Count());
        Assert.AreEqual(SiteCatalogue.Faults.Count, SiteCatalogue.Faults.Select(fault => fault.Name).Distinct().Count());
        Assert.IsTrue(SiteCatalogue.Parameters.All(p => p.Accepts(p.Default)));
        Assert.IsTrue(SiteCatalogue.Faults.All(fault => fault.Size == null || fault.Size.Accepts(fault.Size.Default)));
        Assert.AreEqual(new Bench().Site.Terminals.Count, new Bench().Site.Terminals.Select(terminal => terminal.Name).Distinct().Count());
    }

    private static string Row(Parameter p) =>
        FormattableString.Invariant($"| `{p.Name}` | {p.Default:0.###} | {p.Min:0.####} – {p.Max:0.####} | {p.Meaning} |");

    private static string Row(SiteFault fault) => fault.Size == null
        ? $"| `{fault.Name}` | {fault.Changes} | – |"
        : FormattableString.Invariant($"| `{fault.Name}` | {fault.Changes} | `{fault.Size.Name}` {fault.Size.Default:0.###} ({fault.Size.Min:0.####} – {fault.Size.Max:0.####}): {fault.Size.Meaning} |");

    private static string Missing(System.Collections.Generic.IEnumerable<string> rows) =>
        string.Join('\n', rows.Where(row => !_readme.Contains(row)));

    private static string Read()
    {
        using StreamReader reader = new(typeof(ReadmeTests).Assembly.GetManifestResourceStream("README.md"));
        return reader.ReadToEnd();
    }
}
