using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Inspection.Planning;
using Firmware.Records;

namespace Inspection.Tests;

/// <summary>A third inspection while both kept reports wait for the centre: neither schedule nor button takes the place of one, a person at the console is asked first, and what is lost is counted and told (Decisions/0215).</summary>
[TestClass]
public class DeadLinkTests
{
    private const int HourMs = 3600 * 1000;

    [TestMethod]
    public void TheButton_StartsNoThirdReport()
    {
        UnitBench bench = TwoWaiting();
        HoldTheButton(bench);
        Assert.IsFalse(bench.Unit.Inspector.Run.Runs);
        Assert.AreEqual(2, bench.Unit.Inspector.Reports.LastNumber);
        Receive(bench);
        Assert.AreEqual(0, bench.Unit.Inspector.Reports.Waiting);
        HoldTheButton(bench);
        Assert.IsTrue(bench.Unit.Inspector.Run.Runs);
        Assert.AreEqual((int)Starter.Button, (int)bench.Unit.Inspector.Run.StartedBy);
    }

    /// <summary>A whole day with its quiet hour: the unit's part of the visit that is due begins once a place is free.</summary>
    [TestMethod]
    public void TheSchedule_WaitsForAPlace()
    {
        UnitBench bench = TwoWaiting();
        bench.Unit.Inspector.Schedule.Restore(Plan.Patrol, Schedule.Never, (int)(UnitBench.Unix / 60) + (2 * 1440), 0);
        OneDay(bench);
        Assert.AreEqual(2, bench.Unit.Inspector.Reports.LastNumber);
        Assert.IsFalse(bench.Unit.Inspector.Run.Runs);
        Assert.AreEqual(0, bench.Unit.Inspector.Reports.Lost);
        Receive(bench);
        OneDay(bench);
        Assert.AreEqual((int)Starter.Schedule, (int)bench.Unit.Inspector.Run.StartedBy);
        Assert.IsTrue(bench.Unit.Inspector.Run.Runs || bench.Unit.Inspector.Reports.LastNumber == 3);
    }

    /// <summary>At the console it is said which report will be lost, and asked; then it is counted over a restart, shown, and each of its parts told to the centre.</summary>
    [TestMethod]
    public void TheConsole_AsksAndTheLossIsCountedShownAndTold()
    {
        UnitBench bench = TwoWaiting();
        int first = bench.Unit.Inspector.Reports.Oldest(UnitBench.FirstEpoch, int.MaxValue);
        Login(bench);
        string asked = bench.Ask("inspect start shutdown");
        Assert.IsTrue(Text.Has("when this inspection \r\nends, the older one is lost, number 1\r\n", asked), asked);
        Assert.IsTrue(Text.Has("Nothing was changed.", bench.Ask("no")));
        Assert.IsFalse(bench.Unit.Inspector.Run.Runs);
        bench.Ask("inspect start shutdown");
        bench.Ask("yes");
        Assert.IsTrue(bench.Unit.Inspector.Run.Runs);
        Finish(bench);
        Assert.AreEqual(1, bench.Unit.Inspector.Reports.Lost);
        string shown = bench.Ask("inspect");
        Assert.IsTrue(Text.Has("Reports lost 1", shown), shown);

        var again = new UnitBench(bench.Storage, new Settings(), 1);
        again.Run(2000);
        Assert.AreEqual(1, again.Unit.Inspector.Reports.Lost);
        Assert.AreEqual(2, again.Unit.Inspector.Reports.Waiting);
        shown = again.Ask("storage");
        Assert.IsTrue(Text.Has("Reports      2 not stored yet\r\n Reports lost 1\r\n Visits       0 not stored yet\r\n Visits lost  0\r\n", shown), shown);
        again.Link.Connect();
        again.Run(10000);
        bool told = false;
        for (int i = 0; i < again.Link.CountOf("alarm"); i++)
        {
            told |= Text.Has("\"lost\":{\"from\":" + first + ",\"to\":" + (first + 1) + ",\"count\":2}", again.Link.PayloadOf("alarm", i));
        }

        Assert.IsTrue(told, "the centre is told of both parts");
    }

    /// <summary>No alarm waits, but two reports: the status says so, and the names stay until the centre has them.</summary>
    [TestMethod]
    public void Reports_WaitInTheStatusAndHoldTheNames()
    {
        UnitBench bench = TwoWaiting();
        Assert.AreEqual(0, bench.Unit.Delivery.Counters.Waiting);
        Login(bench);
        string shown = bench.Ask("status");
        Assert.IsTrue(Text.Has(" Outbox       0 records  2 reports  0 visits  0 lost\r\n", shown), shown);
        shown = bench.Ask("config unit well-9");
        Assert.IsTrue(Text.Has("Records still wait for the centre", shown), shown);
        Receive(bench);
        shown = bench.Ask("status");
        Assert.IsTrue(Text.Has(" Outbox       0 records  0 reports  0 visits  0 lost\r\n", shown), shown);
        shown = bench.Ask("config unit well-9");
        Assert.IsTrue(Text.Has("Stored. It takes effect at the next start", shown), shown);
    }

    /// <summary>A technician who leaves is never held up by the link: the check of the visit may take the place.</summary>
    [TestMethod]
    public void TheCheckOfAVisit_Begins()
    {
        UnitBench bench = TwoWaiting();
        Assert.IsFalse(bench.Unit.Inspector.Start(Plan.Bit(Plan.AfterRepair), Starter.Schedule, InspectionRun.Nobody, bench.Clock.UptimeMs));
        Assert.IsTrue(bench.Unit.Inspector.Start(Plan.Bit(Plan.AfterRepair), Starter.Visit, 12, bench.Clock.UptimeMs));
    }

    /// <summary>The report is in storage before the run counts as over: a power cut between the two makes it again, and never loses it.</summary>
    [TestMethod]
    public void APowerCutAtTheEndOfARun_LosesNoReport()
    {
        var bench = new UnitBench();
        bench.Run(1000);
        bench.Unit.Inspector.Schedule.Done(Plan.All, new Usage());
        bench.Run(130000);
        bench.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, bench.Clock.UptimeMs);
        for (int scans = 0; bench.Unit.Inspector.Run.Runs && scans < 10000; scans++)
        {
            bench.Unit.Inspector.Run.Answer(true);
            bench.Scan();
        }

        for (int scans = 0; bench.Unit.Inspector.Reports.IsSaving && scans < 100; scans++)
        {
            var cut = new UnitBench(CopyOf(bench.Storage), new Settings(), 1);
            Assert.IsTrue(cut.Unit.Inspector.Run.Runs || cut.Unit.Inspector.Reports.Waiting == 1, "scan " + scans);
            bench.Scan();
        }

        var after = new UnitBench(CopyOf(bench.Storage), new Settings(), 1);
        Assert.AreEqual(1, after.Unit.Inspector.Reports.Waiting);
    }

    /// <summary>A start finds the last report damaged: the run that is shown has none, and is not shown with the one before.</summary>
    [TestMethod]
    public void ADamagedReport_IsNotShownAsStored()
    {
        UnitBench bench = TwoWaiting();
        string shown = bench.Ask("inspect");
        Assert.IsTrue(Text.Has(" Report       2  waits for the centre\r\n", shown), shown);
        Receive(bench);
        shown = bench.Ask("inspect");
        Assert.IsTrue(Text.Has(" Report       2  stored at the centre\r\n", shown), shown);
        MemoryStorage damaged = CopyOf(bench.Storage);
        damaged.Replace(Slots.InspectionReports + 1, new byte[60], 60); // the place of number 2
        var again = new UnitBench(damaged, new Settings(), 1);
        again.Run(2000);
        Assert.AreEqual(1, again.Unit.Inspector.Reports.LastNumber);
        shown = again.Ask("inspect");
        Assert.IsTrue(Text.Has(" Report       not kept by this unit\r\n", shown), shown);
        var whole = new UnitBench(CopyOf(bench.Storage), new Settings(), 1);
        whole.Run(2000);
        shown = whole.Ask("inspect");
        Assert.IsTrue(Text.Has(" Report       2  stored at the centre\r\n", shown), shown);
    }

    /// <summary>Leaving is never refused, but it is said what it costs; where the check has to wait for another inspection, that one's report takes a place too.</summary>
    [TestMethod]
    [DataRow(2, false, "visit leave", "", "The full check begins.", "the older one is lost, number 1\r\n")]
    [DataRow(2, false, "logout", "yes", "The full check begins.", "the older one is lost, number 1\r\n")]
    [DataRow(2, true, "visit leave", "", "begins after the inspection that is under way", "is lost, number 1, 2\r\n")]
    [DataRow(2, true, "logout", "yes", "begins after the inspection that is under way", "is lost, number 1, 2\r\n")]
    [DataRow(1, true, "visit leave", "", "begins after the inspection that is under way", "is lost, number 1\r\n")]
    public void Leaving_NamesTheReportsThatItCosts(int waiting, bool runs, string line, string answer, string begins, string cost)
    {
        UnitBench bench = Waiting(waiting);
        bench.Io.DoorOpen = true;
        Login(bench);
        if (runs)
        {
            Assert.IsTrue(bench.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, bench.Clock.UptimeMs));
        }

        string shown = bench.Ask(line);
        shown = answer.Length == 0 ? shown : bench.Ask(answer);
        Assert.IsTrue(Text.Has(begins, shown), shown);
        Assert.IsTrue(Text.Has(cost, shown), shown);
    }

    /// <summary>With room for the report of the check nothing is said of a loss.</summary>
    [TestMethod]
    public void Leaving_CostsNothingWhereThereIsRoom()
    {
        UnitBench bench = Waiting(1);
        bench.Io.DoorOpen = true;
        Login(bench);
        string shown = bench.Ask("visit leave");
        Assert.IsTrue(Text.Has("The full check begins.", shown), shown);
        Assert.IsFalse(Text.Has("lost, number", shown), shown);
    }

    private static UnitBench TwoWaiting() => Waiting(2);

    private static UnitBench Waiting(int reports)
    {
        var bench = new UnitBench();
        bench.Run(1000);
        bench.Unit.Inspector.Schedule.Done(Plan.All, new Usage());
        bench.Unit.Persons.Put(12, Text.Utf8("271828"), 6, 0);
        bench.Run(130000);
        for (int run = 0; run < reports; run++)
        {
            Assert.IsTrue(bench.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, bench.Clock.UptimeMs));
            Finish(bench);
        }

        Assert.AreEqual(reports, bench.Unit.Inspector.Reports.Waiting);
        return bench;
    }

    private static void Finish(UnitBench bench)
    {
        for (int scans = 0; bench.Unit.Inspector.Run.Runs && scans < 10000; scans++)
        {
            bench.Unit.Inspector.Run.Answer(true);
            bench.Scan();
        }

        bench.Run(3000);
        Assert.IsFalse(bench.Unit.Inspector.Reports.IsSaving);
    }

    private static void HoldTheButton(UnitBench bench)
    {
        bench.Io.ButtonPressed = true;
        bench.Run(9000);
        bench.Io.ButtonPressed = false;
        bench.Run(7000);
    }

    private static void OneDay(UnitBench bench)
    {
        for (int hour = 0; hour < 24; hour++)
        {
            bench.Clock.UptimeMs += HourMs;
            bench.Run(3000);
        }
    }

    private static void Receive(UnitBench bench)
    {
        bench.Link.Connect();
        bench.Run(5000);
        bench.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (bench.Unit.Delivery.Journal.NextSeq - 1) + ",\"at\":1790000200,\"plus\":[]}");
        bench.Run(2000);
    }

    private static MemoryStorage CopyOf(MemoryStorage storage)
    {
        var copy = new MemoryStorage();
        var bytes = new byte[Slots.LargeBytes];
        for (int slot = 0; slot < Slots.Count; slot++)
        {
            int count = storage.Read(slot, bytes);
            if (count > 0)
            {
                copy.Replace(slot, bytes, count);
            }
        }

        return copy;
    }

    private static void Login(UnitBench bench)
    {
        bench.Ask("login 12");
        bench.Ask("271828");
    }
}
