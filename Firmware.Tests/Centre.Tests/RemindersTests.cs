using System;
using System.Linq;
using Centre.Tests.Support;
using Tools.Centre.Desk;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>What no unit can tell again, the desk does: contract A, answer after 30 min, then lead, manager 30 min later, experts 90 min later, every 4 h.</summary>
[TestClass]
public class RemindersTests : DeskTests
{
    [TestMethod]
    public void ASilentUnitThatNobodyTakesOnIsToldAgainAtEachStep()
    {
        FallSilent();
        _bench.Pass(1780);
        Assert.AreEqual("", Steps());
        _bench.Pass(40);
        Assert.AreEqual("1", Steps());
        StringAssert.Contains(_bench.Lines[^1], "LEVEL 1     repeated  ");
        StringAssert.Contains(_bench.Lines[^1], "610 Unit silent");
        StringAssert.Contains(_bench.Lines[^1], "call the desk's lead");
        _bench.Pass(1800);
        Assert.AreEqual("1 2", Steps());
        _bench.Pass(3600);
        Assert.AreEqual("1 2 3", Steps());
        _bench.Pass(4 * 3600);
        Assert.AreEqual("1 2 3 3", Steps());
    }

    [TestMethod]
    public void ARestartTellsNoStepTwice()
    {
        FallSilent();
        _bench.Pass(1820);
        _bench.Restart();
        _bench.Pass(60);
        Assert.AreEqual("1", Steps());
    }

    [TestMethod]
    public void WhoTakesItOnEndsIt()
    {
        FallSilent();
        new Incidents(_bench.Store).Acknowledge(new Acknowledgement(0, _bench.Open().Single().Id, "desk-2", "GD-1", 0, _bench.Now, null, null));
        _bench.Pass(7200);
        Assert.AreEqual("", Steps());
    }

    /// <summary>A unit that is heard repeats its own alarms; once it is silent nobody else does.</summary>
    [TestMethod]
    public void AnAlarmOfAUnitIsToldAgainOnceTheUnitIsSilent()
    {
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1)));
        for (int minutes = 0; minutes < 60; minutes += 5)
        {
            _bench.Pass(300);
            _bench.Feed(("telemetry", Wire.Telemetry));
        }

        Assert.AreEqual("", Steps());
        _bench.Pass(620);
        Assert.AreEqual(305, _bench.Notices.OfType<ReminderNotice>().Single().Incident.Code);
    }

    /// <summary>Somebody else published the command: the unit repeats no more, so the desk does, until it takes the alarm on itself.</summary>
    [TestMethod]
    public void WhatTheDeskDidNotTakeOnItRepeatsThoughTheUnitWasToldSo()
    {
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, @event: "acknowledged", by: "\"centre\"")));
        _bench.Pass(200);
        _bench.Feed(("telemetry", Wire.Telemetry));
        _bench.Time.Pass(1590);
        _bench.Feed(("telemetry", Wire.Telemetry));
        _bench.Pass(20);
        Assert.AreEqual("1", Steps());
        Assert.AreEqual(305, _bench.Notices.OfType<ReminderNotice>().Single().Incident.Code);
        new Incidents(_bench.Store).Acknowledge(new Acknowledgement(0, 1, "desk-2", "GD-1", 0, _bench.Now, null, null));
        _bench.Time.Pass(1800);
        _bench.Feed(("telemetry", Wire.Telemetry));
        _bench.Pass(20);
        Assert.AreEqual("1", Steps());
    }

    [TestMethod]
    public void WhatWasTakenOnAtTheUnitIsNotToldAgain()
    {
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, @event: "acknowledged", by: "12")), ("state", Wire.State(false)));
        _bench.Pass(3000);
        Assert.IsFalse(_bench.Notices.OfType<ReminderNotice>().Any(notice => notice.Incident.Code == 305));
        Assert.IsTrue(_bench.Notices.OfType<ReminderNotice>().Any(notice => notice.Incident.Code == 610));
    }

    private void FallSilent()
    {
        _bench.Feed(("state", Wire.State(true)), ("state", Wire.State(false)));
        _bench.Pass(331);
        Assert.AreEqual(610, _bench.Open().Single().Code);
    }

    private string Steps() => string.Join(' ', _bench.Notices.OfType<ReminderNotice>().Select(notice => notice.Step));
}
