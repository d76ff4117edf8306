using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>The storage of a running unit fails under it, as a drive whose controller hangs or whose partition is unmounted: diagnosis and alarms go on, and what it had is there again with the drive.</summary>
[TestClass]
public class StorageGoneTests
{
    private const double Speed = 5;

    [TestMethod]
    public void AFolderMovedAwayWhileRunningIsToldAndCostsNothing()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        unit.Tell("inject supply-low");
        subscriber.WaitForAlarm(103);
        string had = Id(subscriber.Alarms(103, "raised"));
        string folder = Path.Combine(bench.Folder, "well-1", "u");
        Directory.Move(folder, folder + "-away");

        unit.Tell("clear supply-low");
        unit.Tell("door open");
        subscriber.WaitForAlarm(701);
        subscriber.WaitForAlarm(502);
        unit.Ask("status", "502");
        Wait.Until("103 is over", () => subscriber.Alarms(103, "cleared").Count > 0, subscriber.ToString);

        Directory.Move(folder + "-away", folder);
        Wait.Until("701 is over", () => subscriber.Alarms(701, "cleared").Count > 0, subscriber.ToString);
        string missed = Id(subscriber.Alarms(502, "raised"));
        unit.AssertAlive();
        Assert.AreEqual(0, (int)subscriber.All("snapshot")[^1].Json["counters"]["lost"], subscriber.ToString());
        Assert.IsEmpty(subscriber.Alarms(702, "lost"), subscriber.ToString());
        Assert.IsEmpty(subscriber.Alarms(704, "lost"), subscriber.ToString());
        Wait.Quiet(3); // what waited in memory goes to the drive, one record a scan
        unit.Kill();

        int before = subscriber.Alarms().Count;
        bench.StartUnit("well-1", "normal", Speed);
        Wait.Until("both are sent again, under the ids that they had", () => Again(subscriber, before, had) && Again(subscriber, before, missed), subscriber.ToString);
    }

    /// <summary>The drive turns read-only, as a flash whose controller protects itself: the unit diagnoses on, says so on the wire and at the console, and has lost nothing once it can be written again.</summary>
    [TestMethod]
    public void AFolderThatTurnsReadOnlyIsToldAndCostsNothing()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        unit.Ask("storage", "can be read and written");
        unit.Tell("inject supply-low");
        subscriber.WaitForAlarm(103);
        string had = Id(subscriber.Alarms(103, "raised"));
        string missed;
        using (new ReadOnlyFolder(Path.Combine(bench.Folder, "well-1", "u")))
        {
            unit.Tell("clear supply-low");
            unit.Tell("door open");
            subscriber.WaitForAlarm(701);
            subscriber.WaitForAlarm(502);
            Wait.Until("103 is over", () => subscriber.Alarms(103, "cleared").Count > 0, subscriber.ToString);
            unit.Ask("storage", "read-only or failing");
            missed = Id(subscriber.Alarms(502, "raised"));
        }

        Wait.Until("701 is over", () => subscriber.Alarms(701, "cleared").Count > 0, subscriber.ToString);
        unit.Ask("storage", "can be read and written");
        Assert.AreEqual(0, (int)subscriber.All("snapshot")[^1].Json["counters"]["lost"], subscriber.ToString());
        Assert.IsEmpty(subscriber.Alarms(702, "lost"), subscriber.ToString());
        Assert.IsEmpty(subscriber.Alarms(704, "lost"), subscriber.ToString());
        Wait.Quiet(3); // what waited in memory goes to the drive, one record a scan
        unit.AssertAlive();
        unit.Kill();

        int before = subscriber.Alarms().Count;
        bench.StartUnit("well-1", "normal", Speed);
        Wait.Until("both are sent again, under the ids that they had", () => Again(subscriber, before, had) && Again(subscriber, before, missed), subscriber.ToString);
    }

    /// <summary>A drive that takes nothing any more: a folder stands in the place of every file, so that each write fails.</summary>
    [TestMethod]
    public void ADriveThatTakesNothingIsToldAndAlarmsStillLeave()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        string folder = Path.Combine(bench.Folder, "well-1", "u");
        Wait.Until("the unit has a ledger", () => File.Exists(Path.Combine(folder, "0")), () => "");
        for (int slot = 0; slot < 124; slot++)
        {
            string file = Path.Combine(folder, slot.ToString(System.Globalization.CultureInfo.InvariantCulture));
            File.Delete(file);
            Directory.CreateDirectory(file);
        }

        unit.Tell("inject supply-low");
        subscriber.WaitForAlarm(103);
        subscriber.WaitForAlarm(701);
        unit.Ask("status", "701");
        unit.AssertAlive();
    }

    private static string Id(List<JsonNode> alarms) => (string)alarms[0]["id"];

    private static bool Again(Subscriber subscriber, int before, string id) => subscriber.Alarms().Skip(before).Any(alarm => (string)alarm["id"] == id);
}
