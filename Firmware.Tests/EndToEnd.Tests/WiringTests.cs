using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firmware.Core.Faults;

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
        List<int> wired = list["wires"].AsArray().Concat(list["leds"].AsArray()).Select(wire => (int)wire["gpio"]).Append((int)list["button"]).Order().ToList();
        List<int> documented = Page().Select(row => Regex.Match(row, @"^\| [^|]+ \| ([0-9]+)( \([^|]*\))? \|"))
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

    [TestMethod]
    public void EveryPinOfTheExpanderIsWiredAndNoOther()
    {
        JsonNode list = JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, "esp32-devkitc.json")));
        List<int> wired = list["twoWire"]["expander"]["wires"].AsArray().Select(wire => (int)wire["pin"]).Order().ToList();
        List<int> documented = Page().Select(row => Regex.Match(row, @"^\| [^|]+ \| P([01])([0-7]) \|"))
            .Where(row => row.Success).Select(row => (8 * int.Parse(row.Groups[1].Value)) + int.Parse(row.Groups[2].Value)).Order().ToList();
        CollectionAssert.AreEqual(documented, wired);
        Assert.HasCount(7, wired);
    }

    [TestMethod]
    public void ThePartsOnTheTwoWireBusHaveTheAddressesOfTheBoardsPage()
    {
        JsonNode bus = JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, "esp32-devkitc.json")))["twoWire"];
        foreach ((string part, int address) in new[] { ("PCF8575", (int)bus["expander"]["address"]), ("DS3231", (int)bus["realTimeClock"]["address"]), ("PN532", (int)bus["cardReader"]["address"]) })
        {
            Assert.Contains(row => row.StartsWith($"| {part}") && row.Contains($"| 0x{address:X2}"), Page());
        }

        Assert.Contains(row => row.Contains("I²C") && row.Contains($"| {bus["data"]} / {bus["clock"]} |"), Page());
    }

    [TestMethod]
    public void EveryPartOfTheFaultCatalogueIsOnTheBoardsModuleList()
    {
        string[] modules = Page().Select(row => Regex.Match(row, "^\\| `([A-Z0-9-]+)` \\|")).Where(row => row.Success).Select(row => row.Groups[1].Value).ToArray();
        Assert.HasCount(27, modules);
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            Assert.Contains(catalogue.Part(row), modules, $"{catalogue.Code(row)} names a part that is not on the list");
        }
    }

    private static string[] Page() => File.ReadAllLines(Path.Combine(s_folder, "wiring.md"));
}
