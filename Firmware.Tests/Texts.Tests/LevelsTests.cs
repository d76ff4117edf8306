using System.IO;
using System.Linq;
using System.Reflection;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Texts.Tests;

/// <summary>The page of levels names each row of the catalogue once, at its level, with its reason.</summary>
[TestClass]
public sealed class LevelsTests
{
    private static readonly string[][] s_rows = [.. File.ReadAllLines(Path.Combine(Root, "Firmware", "Levels.md")).Where(line => line.Length > 5 && char.IsDigit(line[2])).Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

    private static string Root => typeof(LevelsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value;

    [TestMethod]
    public void EveryRowHasItsLevelAndItsReason()
    {
        var catalogue = new FaultCatalogue();
        string[] expected = [.. Enumerable.Range(0, catalogue.Count).OrderBy(catalogue.Code).Select(row => $"{catalogue.Code(row)} {catalogue.Level(row)} {(catalogue.WorseLevel(row) == 0 ? "" : catalogue.WorseLevel(row))}")];
        string[] written = [.. s_rows.Select(cells => $"{cells[0]} {cells[1]} {cells[2]}")];
        CollectionAssert.AreEqual(expected, written);
        Findings.None(s_rows.Where(cells => cells[^1].Length < 15).Select(cells => cells[0]), "a reason");
        Findings.None(s_rows.GroupBy(cells => cells[^1]).Where(same => same.Count() > 1 && same.Key != s_rows.Single(cells => cells[0] == "201")[^1]).Select(same => same.Key), "a reason of its own");
    }

    /// <summary>Contract A runs no clock at level 4, and runs one at level 3 (Decisions/0210).</summary>
    [TestMethod]
    [DataRow(106, false)]
    [DataRow(501, false)]
    [DataRow(904, false)]
    [DataRow(207, true)]
    [DataRow(301, true)]
    public void AtLevelFourNoClockOfContractARuns(int code, bool runs)
    {
        var catalogue = new FaultCatalogue();
        int row = catalogue.RowOf(code);
        Assert.AreEqual(runs, new ServiceProfile(ContractId.A).Covers(catalogue, row, catalogue.Level(row)));
    }
}
