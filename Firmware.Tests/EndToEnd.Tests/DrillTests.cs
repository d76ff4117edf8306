using System.Linq;
using System.Text.Json.Nodes;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>
/// A drill of the alarm path through a real broker to the centre's file, and back as a receipt. That it fails with the centre off, the broker off, PUBACK only and a store that is
/// read-only is tested at the records, where half an hour takes no time (WeeklyDrillTests).
/// </summary>
[TestClass]
public class DrillTests
{
    private const double Speed = 4;
    private const string Pin = "482913";

    [TestMethod]
    public void ADrillEndsByTheCentresReceiptAndStandsOnItsList()
    {
        using var bench = new Bench { Clock = new WorldClock(System.DateTimeOffset.UtcNow, Speed) };
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        unit.Ask("status", "service centre answers");
        unit.Ask("drill", "none has ended yet");
        LogIn(unit);
        unit.Ask("drill start", "The drill has begun.");
        unit.Ask("drill", "stored  after ");
        Received drill = subscriber.All("drill").First();
        Validator.AssertValid(subscriber, "drill", "stored");
        Assert.IsFalse(subscriber.All("alarm").Exists(alarm => (string)alarm.Json["id"] == (string)drill.Json["id"]), subscriber.ToString());
        Assert.IsFalse(subscriber.All("snapshot").Exists(snapshot => snapshot.Json["faults"].AsArray().Any(fault => (int)fault["code"] == 800)), subscriber.ToString());
        string list = bench.AskCentre("drills");
        StringAssert.Contains(list, $"{Bench.Site}/well-1");
        StringAssert.Contains(list, (string)drill.Json["id"]);
        StringAssert.Matches(list, new System.Text.RegularExpressions.Regex($@"{drill.Json["id"]}\s.*\s[1-9]\d? s\s+no"), list);
        Assert.IsTrue(subscriber.All("stored").Exists(receipt => Stores(receipt.Json, (string)drill.Json["id"])), subscriber.ToString());
        unit.AssertAlive();
    }

    private static void LogIn(VirtualUnit unit)
    {
        unit.Tell("press 100");
        Wait.Quiet(1);
        Say(unit, "persons add 12", "not shown");
        Say(unit, Pin, "Once more");
        Say(unit, Pin, "On the list now: 12");
        Say(unit, "login 12", "PIN");
        Say(unit, Pin, "Logged in: 12");
    }

    /// <summary>Types a line once: a PIN that is typed twice is another answer.</summary>
    private static void Say(VirtualUnit unit, string line, string until)
    {
        int from = unit.Said.Length;
        unit.Type(line);
        Wait.Until($"\"{until}\" on the console", () => unit.Said[from..].Contains(until), () => unit.Said);
    }

    private static bool Stores(JsonNode receipt, string id)
    {
        long seq = long.Parse(id[(id.IndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return (long)receipt["upTo"] >= seq || receipt["plus"].AsArray().Any(pair => (long)pair[0] == seq);
    }
}
