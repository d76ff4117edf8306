using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The virtual unit's wiring list against the board's own page.</summary>
[TestClass]
public class WiringTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Board");

    [TestMethod]
    public void EveryPinOfTheBoardsPageIsWiredAndNoOther()
    {
        JsonNode list = JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, "esp32-devkitc.json")));
        List<int> wired = list["wires"].AsArray().Concat(list["leds"].AsArray()).Select(wire => (int)wire["gpio"]).Order().ToList();
        List<int> documented = Page().Select(row => Regex.Match(row, @"^\| [^|]+ \| ([0-9]+)( \(ADC[^|]*\))? \|"))
            .Where(row => row.Success).Select(row => int.Parse(row.Groups[1].Value)).Order().ToList();
        CollectionAssert.AreEqual(documented, wired);
    }

    [TestMethod]
    public void TheSerialPortsAreThoseOfTheBoardsPage()
    {
        JsonNode list = JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, "esp32-devkitc.json")));
        Assert.Contains(row => row.Contains("RS485") && row.Contains($"({list["serial"][0]["port"]})"), Page());
        Assert.Contains(row => row.Contains("console") && row.Contains($"({list["console"]})"), Page());
    }

    private static string[] Page() => File.ReadAllLines(Path.Combine(s_folder, "wiring.md"));
}
