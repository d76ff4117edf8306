using System;
using System.Linq;
using Centre.Tests.Support;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>Fault 610, unit silent.</summary>
[TestClass]
public class SilenceTests : DeskTests
{
    [TestMethod]
    public void AWillAndOneMissedReportRaiseItWithinTenMinutes()
    {
        _bench.Feed(("state", Wire.State(true)));
        _bench.Feed(("state", Wire.State(false)));
        _bench.Pass(329);
        Assert.IsEmpty(_bench.Open());
        _bench.Pass(2);
        Incident silent = _bench.Open().Single();
        Assert.AreEqual(610, silent.Code);
        Assert.AreEqual(1, silent.Level);
        StringAssert.Contains(_bench.Lines[^1], "LEVEL 1");
        StringAssert.Contains(_bench.Lines[^1], "610 Unit silent");
    }

    [TestMethod]
    public void WithoutAWillTwoMissedReportsRaiseItWithinTenMinutes()
    {
        _bench.Feed(("state", Wire.State(true)));
        _bench.Pass(300);
        _bench.Feed(("telemetry", Wire.Telemetry));
        _bench.Pass(594);
        Assert.IsEmpty(_bench.Open());
        _bench.Pass(6);
        Assert.HasCount(1, _bench.Open());
    }

    /// <summary>The will of a laid-up unit was written before and says nothing of it; the snapshot does.</summary>
    [TestMethod]
    public void ASnapshotThatSaysLaidUpKeeps610Away_AndItsOpeningDoesNot()
    {
        _bench.Feed(("state", Wire.State(true)), ("snapshot", LaidUp(true)), ("state", Wire.State(false)));
        _bench.Pass(3 * 86400);
        Assert.IsEmpty(_bench.Open());
        _bench.Feed(("state", Wire.State(true, 65538)), ("snapshot", LaidUp(false)), ("state", Wire.State(false, 65538)));
        _bench.Pass(700);
        Assert.AreEqual(610, _bench.Open().Single().Code);
    }

    [TestMethod]
    public void ReportsInTimeRaiseNothing()
    {
        _bench.Feed(("state", Wire.State(true)));
        for (int report = 0; report < 20; report++)
        {
            _bench.Pass(300);
            _bench.Feed(("telemetry", Wire.Telemetry));
        }

        Assert.IsEmpty(_bench.Open());
    }

    [TestMethod]
    public void ItIsRaisedOnceAndABirthClearsIt()
    {
        Silence("well-1");
        _bench.Pass(3600);
        Assert.HasCount(1, new Incidents(_bench.Store).Newest(9));
        _bench.Feed(("state", Wire.State(true, 65538)));
        Assert.IsEmpty(_bench.Open());
        StringAssert.Contains(_bench.Lines[^1], "all heard again");
        Silence("well-1", 65539);
        Assert.AreEqual(2L, _bench.Open().Single().Occurrence);
    }

    [TestMethod]
    public void AWillDoesNotClearIt()
    {
        _bench.Feed(("state", Wire.State(true)));
        _bench.Pass(600);
        _bench.Feed(("state", Wire.State(false)));
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    [DataRow("laid-up")]
    [DataRow("shutdown")]
    public void AnAnnouncedAbsenceRaisesNothing(string service)
    {
        _bench.Feed(("state", Wire.State(false, service: service)));
        _bench.Pass(7200);
        Assert.IsEmpty(_bench.Open());
    }

    [TestMethod]
    public void AWillDoesNotTakeBackWhatWasAnnouncedInItsSessionAndABirthDoes()
    {
        _bench.Feed(("state", Wire.State(true)), ("state", Wire.State(true, service: "laid-up")), ("state", Wire.State(false)));
        _bench.Pass(7200);
        Assert.IsEmpty(_bench.Open());
        _bench.Feed(("state", Wire.State(true, 131073)));
        _bench.Pass(600);
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void AWillAfterAnAnnouncedAbsenceOfAnOlderSessionStillCounts()
    {
        _bench.Feed(("state", Wire.State(false, 65537, "shutdown")), ("state", Wire.State(true, 131073)), ("state", Wire.State(false, 131073)));
        _bench.Pass(331);
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void UnitsOfAnAreaThatFallSilentTogetherAreOneIncident()
    {
        _bench.Feed(("../well-1/state", Wire.State(true)), ("../well-2/state", Wire.State(true)), ("../well-3/state", Wire.State(true)));
        _bench.Receive("irrigation/v1/west/well-9/state", System.Text.Encoding.UTF8.GetBytes(Wire.State(true)));
        _bench.Pass(600);
        Assert.HasCount(2, _bench.Open()); // one an area
        StringAssert.Contains(_bench.Lines[^2], "well-1, well-2, well-3");
        _bench.Feed(("../well-2/state", Wire.State(true, 65538)));
        Assert.HasCount(2, _bench.Open());
        StringAssert.Contains(_bench.Lines[^1], "2 silent: well-1, well-3");
        _bench.Feed(("../well-1/state", Wire.State(true, 65538)), ("../well-3/state", Wire.State(true, 65538)));
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void AUnitThatFallsSilentLongAfterItsNeighbourIsAnIncidentOfItsOwn()
    {
        Silence("well-1");
        _bench.Pass(1200);
        Silence("well-2");
        Assert.HasCount(2, _bench.Open());
    }

    [TestMethod]
    public void WhileTheCentreIsDeafNobodyIsSilentAndAfterwardsEverybodyHasHisTimeAgain()
    {
        _bench.Feed(("state", Wire.State(true)));
        _bench.Turned(false);
        _bench.Pass(7200);
        _bench.Turned(true);
        _bench.Pass(590);
        Assert.IsEmpty(_bench.Open());
        _bench.Pass(10);
        Assert.HasCount(1, _bench.Open());
    }

    [TestMethod]
    public void AMovedClockRaisesNothing()
    {
        _bench.Feed(("state", Wire.State(true)));
        _bench.Time.Now += TimeSpan.FromDays(365);
        _bench.Pass(300);
        Assert.IsEmpty(_bench.Open());
    }

    [TestMethod]
    public void OverARestartOfTheCentreItStaysTheSameIncident()
    {
        Silence("well-1");
        _bench.Restart();
        _bench.Pass(1200);
        Assert.HasCount(1, new Incidents(_bench.Store).Newest(9));
        _bench.Feed(("state", Wire.State(true, 65538)));
        Assert.IsEmpty(_bench.Open());
    }

    /// <summary>A unit that burnt down or was stolen: its successor has another name, and it never comes back.</summary>
    [TestMethod]
    public void AUnitThatWasTakenAwayIsMissedByNobody()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)));
        Silence("well-1");
        Assert.HasCount(2, _bench.Open());
        var silence = new Tools.Centre.Desk.Silence(_bench.Store, _bench.Time, _ => { });
        silence.Retire(new Units(_bench.Store).Find(new UnitAddress("east", "well-1")), "desk-2");
        Assert.IsEmpty(_bench.Open());
        Assert.AreEqual(End.Retired, new Incidents(_bench.Store).Newest(9).Single(incident => incident.Code == 610).EndedBy);
        _bench.Pass(9000);
        _bench.Feed(("state", Wire.State(false))); // its old will is not its word
        _bench.Restart();
        _bench.Pass(1200);
        Assert.IsEmpty(_bench.Open());
        Assert.IsEmpty(_bench.Notices.OfType<ReminderNotice>());
        _bench.Time.Pass(9 * 86400);
        Assert.EndsWith("no", Lists.Drills(_bench.Store, Words.English, _bench.Now)[1]);
        StringAssert.Contains(Lists.Units(_bench.Store, Words.English, _bench.Now)[1], "taken away");
    }

    [TestMethod]
    public void AUnitThatReportsAfterAllIsWaitedForAgain()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)));
        new Tools.Centre.Desk.Silence(_bench.Store, _bench.Time, _ => { }).Retire(new Units(_bench.Store).Find(new UnitAddress("east", "well-1")), "desk-2");
        Assert.IsEmpty(_bench.Open());
        _bench.Feed(("state", Wire.State(true, 65540)));
        Assert.AreEqual(305, _bench.Open().Single().Code);
        _bench.Pass(600);
        Assert.HasCount(2, _bench.Open());
    }

    private void Silence(string unit, long session = 65537)
    {
        _bench.Feed(($"../{unit}/state", Wire.State(true, session)), ($"../{unit}/state", Wire.State(false, session)));
        _bench.Pass(331);
    }

    private static string LaidUp(bool isOn) => Wire.Snapshot(1, 1, ms: isOn ? 100000 : 200000).Replace(
        "\"readings\"",
        $"\"mode\":{{\"laid_up\":{(isOn ? "true" : "false")},\"maintenance_min\":0,\"flood\":false,\"shelved\":0,\"held\":0}},\"readings\"");
}
