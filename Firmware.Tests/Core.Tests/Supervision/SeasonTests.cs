using Core.Tests.Support;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Core.Tests.Supervision;

/// <summary>Laid up by the calendar: when, announced how, and what opens it again. 1795910400 is 29 November 2026, 00:00 UTC.</summary>
[TestClass]
public class SeasonTests
{
    private const long November = 1795910400;
    private const int Hour = 3600000;

    [TestMethod]
    [DataRow(1114, 315, 1115, false)]
    [DataRow(1115, 315, 1115, true)]
    [DataRow(101, 315, 1115, true)]
    [DataRow(314, 315, 1115, true)]
    [DataRow(315, 315, 1115, false)]
    [DataRow(701, 1001, 415, true)]
    [DataRow(1231, 1001, 415, false)]
    [DataRow(101, 0, 1115, false)]
    [DataRow(101, 315, 0, false)]
    public void ClosedDays(int monthDay, int opens, int closes, bool closed)
    {
        Assert.AreEqual(closed, Season.IsClosed(monthDay, opens, closes));
    }

    [TestMethod]
    public void IdleForADayOutOfSeason_IsLaidUpAndAnnounced()
    {
        UnitBench unit = InNovember();
        Pass(unit, 23 * Hour);
        Assert.IsFalse(IsLaidUp(unit));
        Pass(unit, 2 * Hour);
        Assert.IsTrue(IsLaidUp(unit));
        unit.Link.Connect();
        unit.Run(3000);
        Assert.IsTrue(Text.Has(",\"service\":\"laid-up\"}", unit.Link.PayloadOf("state", unit.Link.CountOf("state") - 1)));
        unit.Run(6000);
        Assert.IsTrue(Text.Has("\"mode\":{\"laid_up\":true,", unit.Link.PayloadOf("snapshot", unit.Link.CountOf("snapshot") - 1)));
        Assert.IsTrue(Text.Has("laid up\r\n", unit.Ask("log")), unit.Ask("log"));
        unit.Io.MainsLost = true;
        unit.Run(60000);
        Assert.IsFalse(unit.IsRaised(101));
    }

    [TestMethod]
    public void InSeason_OrWithoutAClock_NothingHappens()
    {
        var unit = new UnitBench();
        Pass(unit, 30 * Hour);
        Assert.IsFalse(IsLaidUp(unit));
        unit = new UnitBench();
        unit.Clock.UnixAtStart = 0;
        Pass(unit, 30 * Hour);
        Assert.IsFalse(IsLaidUp(unit));
    }

    /// <summary>Winter irrigation: the farmer gets his water, and the calendar does not try again before the next winter.</summary>
    [TestMethod]
    public void RequestForWater_OpensWhatTheCalendarLaidUp_Once()
    {
        UnitBench unit = InNovember();
        Pass(unit, 25 * Hour);
        unit.Io.Request = true;
        unit.Run(3000);
        Assert.IsFalse(IsLaidUp(unit));
        Assert.IsTrue(unit.Io.PumpDriven);
        unit.Io.Request = false;
        Pass(unit, 40 * Hour);
        Assert.IsFalse(IsLaidUp(unit));
        var after = new UnitBench(unit.Storage, unit.Settings, 1);
        after.Clock.UnixAtStart = November + (3 * 86400);
        Pass(after, 30 * Hour);
        Assert.IsFalse(IsLaidUp(after));
    }

    /// <summary>What a person laid up stays so against a request; the opening inspection ends it.</summary>
    [TestMethod]
    public void PersonsLayUp_IsEndedByTheOpeningInspection()
    {
        UnitBench unit = InNovember();
        unit.Run(2000);
        unit.Unit.Site.Lifecycle.LayUp(12);
        unit.Io.Request = true;
        unit.Run(5000);
        Assert.IsTrue(IsLaidUp(unit));
        Assert.IsFalse(unit.Io.PumpDriven);
        unit.Io.Request = false;
        unit.Run(2000);
        Open(unit, ItemResult.NotTested);
        Assert.IsTrue(IsLaidUp(unit), "nothing was looked at");
        Open(unit, ItemResult.Pass);
        Assert.IsFalse(IsLaidUp(unit));
        Assert.IsTrue(Text.Has("opened  person 12\r\n", unit.Ask("log")), unit.Ask("log"));
    }

    private static bool IsLaidUp(UnitBench unit) => unit.Unit.Site.Monitors.Gate.LayUp.IsOn;

    /// <summary>The opening inspection, with what came of its items.</summary>
    private static void Open(UnitBench unit, ItemResult result)
    {
        InspectionRun run = unit.Unit.Inspector.Run;
        Assert.IsTrue(unit.Unit.Inspector.Start(Plan.Bit(Plan.Opening), Starter.Console, 12, unit.Clock.UptimeMs));
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            run.Set(row, result, result == ItemResult.Pass ? ItemReason.None : ItemReason.Skipped, false, 0, 0);
        }

        unit.Run(10000);
        Assert.IsFalse(run.Runs);
    }

    private static UnitBench InNovember()
    {
        var unit = new UnitBench();
        unit.Clock.UnixAtStart = November;
        return unit;
    }

    /// <summary>Time passes in steps of ten minutes, two scans each.</summary>
    private static void Pass(UnitBench unit, int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += 600000)
        {
            unit.Run(100);
            unit.Clock.UptimeMs += 599900;
        }

        unit.Run(2000);
    }
}
