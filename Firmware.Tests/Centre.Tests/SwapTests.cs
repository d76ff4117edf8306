using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Centre.Tests.Support;
using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Swap;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>A unit is dead: what it had told the centre goes into a new one, from the messages of a whole unit to the restart of another.</summary>
[TestClass]
public class SwapTests
{
    [TestMethod]
    public void ANewUnit_TakesOverFromTheCentre()
    {
        using var bench = new Bench();
        UnitBench old = Old(bench);
        UnitRow row = new Units(bench.Store).Find(new UnitAddress("east", "well-3"));
        new Incidents(bench.Store).Note(bench.Open().Single(incident => incident.Code == 103).Id, Steps.Arrived, "desk", bench.Now + 60);
        var export = new SiteExport(bench.Store, row, Clocks.Contract("C"), bench.Now + 120);
        UnitBench restarted = Swap(export.Lines());

        Assert.AreEqual(123456L, export.Litres);
        Assert.AreEqual(123456000L, restarted.Unit.Site.Meter.TotalMillilitres);
        Assert.AreEqual("三号井", Encoding.UTF8.GetString(restarted.Settings.Name));
        Assert.AreEqual(10900, restarted.Settings.SupplyActMillivolts, "set-points are the old unit's");
        Assert.AreEqual("mqtt.example", restarted.Settings.BrokerHost);
        Assert.AreEqual("own", restarted.Settings.WifiPassword, "a password is never told");
        Assert.IsTrue(restarted.IsRaised(103));
        Assert.AreEqual(1, restarted.Unit.Site.Monitors.OccurrenceOf(restarted.Row(103)));
        Firmware.Contract.ServiceClocks clocks = restarted.Unit.Contract.Clocks;
        int place = clocks.PlaceOf(103);
        Assert.IsTrue(place >= 0 && clocks.IsReported(place) && clocks.HasArrived(place));
        Assert.AreEqual(bench.Open().Single(incident => incident.Code == 103).StoredAt, clocks.ReportedUnix(place));
        InspectionRun run = restarted.Unit.Inspector.Run;
        Assert.AreEqual(Plan.Bit(Plan.Shutdown), run.Plans);
        Assert.AreEqual(20280930, run.Meters.ValidUntil);
        Assert.AreEqual("26010118", Encoding.UTF8.GetString(run.Meters.SwapRecords, MeterBook.SwapAt(MeterBook.Bus) + MeterBook.NewAt, 8));
        Assert.AreEqual(old.Unit.Inspector.Schedule.DoneAt(Plan.Shutdown), restarted.Unit.Inspector.Schedule.DoneAt(Plan.Shutdown), 1.0);
        StringAssert.Contains(restarted.Ask("inspect"), "Last inspection: before shutdown");
    }

    /// <summary>A unit that told nothing but its name: every line is taken, and nothing is claimed.</summary>
    [TestMethod]
    public void WhatIsNotKnown_IsSaidAndLeftToTheNewUnit()
    {
        using var bench = new Bench();
        bench.Feed(("about", Wire.About("Well 1", "东村机井")));
        var export = new SiteExport(bench.Store, new Units(bench.Store).Find(new UnitAddress("east", "well-1")), Clocks.Contract("A"), bench.Now);
        List<string> lines = export.Lines();
        CollectionAssert.Contains(lines, "unknown.total=0");
        CollectionAssert.Contains(lines, "unknown.settings=0");
        StringAssert.Contains(string.Join('\n', export.Notes(Words.English)), "the total is not known");
        StringAssert.Contains(string.Join('\n', export.Notes(Words.English)), "settings are not known here: set them at the new unit");
        UnitBench restarted = Swap(lines);
        Assert.AreEqual(11200, restarted.Settings.SupplyActMillivolts, "set-points stay the new unit's own");
        Assert.AreEqual("东村机井", Encoding.UTF8.GetString(restarted.Settings.Place));
        Assert.AreEqual(5000L, restarted.Unit.Site.Meter.TotalMillilitres, "the new unit's own");
        Assert.AreEqual(0, restarted.Unit.Inspector.Run.Plans);
    }

    /// <summary>The published year is longer than a line of the console.</summary>
    [TestMethod]
    public void AYearOfHolidays_IsGivenInLinesThatCanBeTyped()
    {
        const string Year = "2026:0101-0103,0215-0223,0404-0406,0501-0505,0619-0621,0925-0927,1001-1007,+0104,+0214,+0228,+0509,+0920,+1010";
        const string Next = "2027:0101-0103,0206-0212,0403-0405,0501-0505,0609-0611,0915-0917,1001-1007,+0130,+0213,+0508,+0926,+1009";
        using var bench = new Bench();
        bench.Feed(("about", Wire.About("Well 1").TrimEnd('}') + ",\"settings\":{\"holidays\":\"" + Year + "\",\"holidays_next\":\"" + Next + "\"}}"));
        List<string> lines = new SiteExport(bench.Store, new Units(bench.Store).Find(new UnitAddress("east", "well-1")), Clocks.Contract("A"), bench.Now).Lines();
        Assert.IsLessThanOrEqualTo(LineEditor.MaxBytes, lines.Max(Encoding.UTF8.GetByteCount));
        Assert.HasCount(2, lines.FindAll(line => line.StartsWith("setting.holidays=", StringComparison.Ordinal)));
        Assert.HasCount(1, lines.FindAll(line => line.StartsWith("setting.holidays_next=,", StringComparison.Ordinal)));
        UnitBench restarted = Swap(lines);
        Assert.AreEqual(Year, Encoding.UTF8.GetString(restarted.Settings.Holidays));
        Assert.AreEqual(Next, Encoding.UTF8.GetString(restarted.Settings.HolidaysNext));
    }

    /// <summary>A report names the meter that was verified; the history of that one goes on at the new unit.</summary>
    [TestMethod]
    [DataRow("bus", MeterBook.Bus)]
    [DataRow("pulse", MeterBook.Pulse)]
    public void TheMeterThatWasVerified_IsTheReports(string name, int meter)
    {
        string head = Bench.Golden("inspection-report").TrimEnd().Replace("\"parts\":7", "\"parts\":2").Replace("\"meter\":\"bus\",\"swaps\"", "\"meter\":\"" + name + "\",\"swaps\"");
        const string Items = """{"v":1,"id":"2864434397-42","kind":"report","report":"2864434397-41","part":2,"parts":2,"items":[{"item":"meter.verification","result":"pass","value":-12,"pm":6,"unit":"permille"}],"crc32":1}""";
        MeterBook meters = InspectionHistory.Of([new StoredRecord(1, new RecordId(1, 41), "inspection", 1790000600, head), new StoredRecord(1, new RecordId(1, 42), "inspection", 1790000600, Items)]).Run.Meters;
        Assert.AreEqual(1, meters.Verifications);
        Assert.AreEqual(meter, meters.VerificationRecords[16]);
        Assert.AreEqual(1500, Bytes.Get32(meters.VerificationRecords, 6));
    }

    /// <summary>The longest texts stand in lines that can be typed, whole.</summary>
    [TestMethod]
    public void TheLongestTexts_AreTakenWhole()
    {
        string longest = string.Concat(Enumerable.Repeat("机", 32));
        using var bench = new Bench();
        bench.Feed(("about", Wire.About(longest).Replace("\"contact\":\"\"", $"\"contact\":\"{longest}\"")));
        List<string> lines = new SiteExport(bench.Store, new Units(bench.Store).Find(new UnitAddress("east", "well-1")), Clocks.Contract("A"), bench.Now).Lines();
        Assert.IsLessThanOrEqualTo(LineEditor.MaxBytes, lines.Max(Encoding.UTF8.GetByteCount));
        Assert.AreEqual(longest, Encoding.UTF8.GetString(Swap(lines).Settings.Name));
    }

    /// <summary>The old unit: a volume, an open fault, an exchanged meter, an inspection. Everything that it publishes goes to the centre, whose receipts come back.</summary>
    private static UnitBench Old(Bench bench)
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { Name = Encoding.UTF8.GetBytes("三号井"), SupplyActMillivolts = 10900, BrokerHost = "mqtt.example", WifiPassword = "old" }, 1);
        unit.Run(130000);
        unit.Unit.Site.Meter.TotalMillilitres = 123456000;
        MeterBook meters = unit.Unit.Inspector.Run.Meters;
        meters.Fit(MeterBook.Bus, Encoding.UTF8.GetBytes("26010118"), 0, 8, 250, 12, UnitBench.Unix);
        meters.Seal(MeterBook.Bus, Encoding.UTF8.GetBytes("QF-1"), 0, 4, 20280930);
        unit.Link.Connect();
        unit.Run(2000);
        unit.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, unit.Clock.UptimeMs);
        for (int scans = 0; unit.Unit.Inspector.Run.Runs && scans < 10000; scans++)
        {
            unit.Unit.Inspector.Run.Answer(true);
            unit.Scan();
        }

        unit.Run(5000);
        unit.Io.Supply = 10500;
        Assert.IsTrue(unit.UntilRaised(103, 60000) >= 0);
        unit.Run(70000);
        for (int index = 0; index < unit.Link.Count; index++)
        {
            bench.Receive(unit.Link.Topic(index), Encoding.UTF8.GetBytes(unit.Link.Payload(index)));
        }

        return unit;
    }

    /// <summary>The lines are pasted at a new unit; what it is after its restart.</summary>
    private static UnitBench Swap(List<string> lines)
    {
        var unit = new UnitBench(new MemoryStorage { Writes = 1 }, new Settings { SupplyActMillivolts = 11200, WifiPassword = "own" }, 2);
        unit.Run(2000);
        unit.Unit.Site.Meter.TotalMillilitres = 5000;
        unit.Unit.Persons.Put(7, Encoding.UTF8.GetBytes("482913"), 6, 0);
        unit.Run(500);
        unit.Ask("lang en");
        unit.Ask("login 7");
        unit.Ask("482913");
        unit.Ask("swap");
        unit.Ask("y");
        foreach (string line in lines)
        {
            unit.Console.Clear();
            unit.Console.Type(line + "\r");
            for (int waits = 0; unit.Console.Untaken > 0 && waits < 50; waits++)
            {
                unit.Run(100); // a line wider than the screen is drawn anew with each byte
            }

            unit.Run(400);
            Assert.DoesNotContain("Nothing was changed", unit.Console.Shown, line + ": " + unit.Console.Shown);
        }

        StringAssert.Contains(unit.Console.Shown.Replace("\r\n", " "), "Not known, begins anew: fault memory, learned bands, unmetered water");
        Assert.AreEqual(lines.Contains("unknown.settings=0"), unit.Console.Shown.Contains("The settings stay this unit's own"));
        Assert.AreEqual(lines.Contains("unknown.total=0"), unit.Console.Shown.Contains("The total stays this unit's own."));
        unit.Run(20000);
        Assert.IsTrue(unit.Unit.WantsRestart, unit.Console.Shown);
        Settings stored = SettingsStore.Load(unit.Storage, new TableChecksum(), UnitBench.MacOf(2), [], -1).InForce;
        var restarted = new UnitBench(unit.Storage, stored, 2);
        restarted.Unit.Clock.OfferSystem(0, UnitBench.Unix + 300, true);
        restarted.Run(1000);
        restarted.Ask("lang en");
        return restarted;
    }
}
