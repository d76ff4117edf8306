using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Inspection.Tests;

/// <summary>Inspections as a whole unit carries them: what is due is told, kept and found again.</summary>
[TestClass]
public class UnitTests
{
    private const int DayMs = 24 * 3600 * 1000;

    [TestMethod]
    public void NotCommissioned_Is801OnTheSixthDayAndNotAfterIt()
    {
        var bench = new UnitBench();
        bench.Run(1000);
        bench.Clock.UptimeMs += (6L * DayMs) - 60000;
        bench.Run(10000);
        Assert.IsFalse(bench.IsRaised(801));
        bench.Run(120000);
        Assert.IsTrue(bench.IsRaised(801));
        bench.Unit.Inspector.Schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        bench.Run(12000);
        Assert.IsFalse(bench.IsRaised(801));
    }

    [TestMethod]
    public void Restart_FindsWhatWasCarriedOut()
    {
        var bench = new UnitBench();
        bench.Run(2000);
        bench.Unit.Inspector.Schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        bench.Run(2000);
        var again = new UnitBench(bench.Storage, new Settings(), 1);
        again.Run(2000);
        Assert.AreEqual(bench.Unit.Inspector.Schedule.DoneAt(Plan.Commissioning), again.Unit.Inspector.Schedule.DoneAt(Plan.Commissioning));
    }

    /// <summary>A patrol by the button, with a link: its parts go out numbered with the records, and leave by the receipt.</summary>
    [TestMethod]
    public void Inspection_IsReportedUntilTheCentreHasStoredIt()
    {
        var bench = new UnitBench();
        bench.Run(1000);
        bench.Unit.Inspector.Schedule.Done(Plan.All, new Usage());
        bench.Link.Connect();
        bench.Run(130000);
        Assert.IsTrue(bench.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, bench.Clock.UptimeMs));
        for (int scans = 0; bench.Unit.Inspector.Run.Runs && scans < 10000; scans++)
        {
            bench.Unit.Inspector.Run.Answer(true);
            bench.Scan();
        }

        bench.Run(2000);
        Assert.AreEqual(2, bench.Link.CountOf("inspection"));
        string payload = bench.Link.PayloadOf("inspection", 0);
        int at = payload.IndexOf("1111-") + 5;
        int first = int.Parse(payload.Substring(at, payload.IndexOf("\",\"kind") - at));
        Assert.IsTrue(Text.Has("\"kind\":\"report\",\"report\":\"1111-" + first + "\",\"part\":1,\"parts\":2", payload));
        bench.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (first + 1) + ",\"at\":1790000200,\"plus\":[]}");
        bench.Run(1000);
        Assert.AreEqual(0, bench.Unit.Inspector.Reports.Waiting);
        bench.Run(70000);
        Assert.AreEqual(2, bench.Link.CountOf("inspection"));
    }

    /// <summary>A power cut in the middle of a run: the next start goes on with it.</summary>
    [TestMethod]
    public void PowerCut_TheRunGoesOn()
    {
        var bench = new UnitBench();
        bench.Run(130000);
        bench.Unit.Inspector.Start(Plan.Bit(Plan.Shutdown), Starter.Console, 12, bench.Clock.UptimeMs);
        bench.Run(3000);
        var again = new UnitBench(bench.Storage, new Settings(), 1);
        again.Run(1000);
        Assert.IsTrue(again.Unit.Inspector.Run.Runs);
        Assert.IsTrue(again.Unit.Inspector.Run.WasInterrupted);
        Assert.AreEqual(12, again.Unit.Inspector.Run.Person);
    }

    /// <summary>The pump runs for an inspection as it does for the water user, and its contactor is timed.</summary>
    [TestMethod]
    public void Contactor_IsTimedByTheBoard()
    {
        var bench = new UnitBench();
        bench.Io.ContactorMicroseconds = 120000;
        bench.Run(130000);
        bench.Unit.Inspector.Start(Plan.Bit(Plan.Maintenance), Starter.Console, 12, bench.Clock.UptimeMs);
        InspectionRun run = bench.Unit.Inspector.Run;
        int row = run.Checklist.RowOf(8);
        for (int scans = 0; scans < 20000 && run.ResultOf(row) == ItemResult.Open; scans++)
        {
            if (run.Row >= 0 && run.Row != row)
            {
                run.Skip();
            }

            run.Answer(true);
            bench.Scan();
        }

        Assert.AreEqual((int)ItemResult.Fail, (int)run.ResultOf(row));
        Assert.AreEqual(120000, run.ValueOf(row));
        bench.Run(3000);
        Assert.IsFalse(bench.Io.PumpDriven);
    }
}
