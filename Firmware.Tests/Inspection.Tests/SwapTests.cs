using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Records;

namespace Inspection.Tests;

/// <summary>A new unit takes over the site of an old one from what the old one's console said, and takes nothing from what was cut, changed or foreign.</summary>
[TestClass]
public class SwapTests
{
    private static readonly string[] s_lines = new string[400];
    private static int s_count;
    private static UnitBench s_old;
    private static UnitBench s_new;

    [TestMethod]
    public void TheNewUnit_IsTheSitesBehindTheRestart()
    {
        Export();
        NewUnit();
        string said = Paste(s_count, -1, "");
        Shows(said, "The export is whole.");
        s_new.Run(20000);
        Assert.IsTrue(s_new.Unit.WantsRestart, s_new.Console.Shown);
        int epoch = s_new.Unit.Delivery.Epoch;
        Assert.AreNotEqual(s_old.Unit.Delivery.Epoch, epoch);
        Settings stored = SettingsStore.Load(s_new.Storage, new TableChecksum(), UnitBench.MacOf(2), new byte[0], -1).InForce;
        Assert.AreEqual("old-site", stored.Site);
        Assert.AreEqual(11500, stored.SupplyActMillivolts);
        var again = new UnitBench(s_new.Storage, stored, 2);
        again.Unit.Clock.OfferSystem(0, UnitBench.Unix + 100, true);
        again.Run(1000);
        Assert.AreEqual(epoch, again.Unit.Delivery.Epoch);
        Assert.AreEqual(s_old.Unit.Site.Meter.TotalMillilitres, again.Unit.Site.Meter.TotalMillilitres);
        Assert.IsTrue(again.Unit.Site.Meter.TotalMillilitres >= 100000);
        int row = again.Row(103);
        Assert.AreEqual(1, again.Unit.Site.Monitors.OccurrenceOf(row));
        Assert.IsTrue(again.IsRaised(103));
        Assert.AreEqual(12, again.Unit.Site.Lifecycle.AcknowledgedBy(row));
        Assert.IsTrue(again.Unit.Contract.Clocks.PlaceOf(103) >= 0);
        Shows(again.Ask("log"), "site taken over from another unit: person 7");
        Shows(again.Ask("persons"), " 7 ");
        Shows(again.Ask("status"), "Last here    person 7");
        Assert.AreEqual(0, again.Unit.Inspector.Visits.Records.LastNumber);
        MeterBook meters = again.Unit.Inspector.Run.Meters;
        Assert.AreEqual(20280930, meters.ValidUntil);
        Shows(again.Ask("meter"), "old 26010117  dial 123.456 m³");
        Shows(again.Ask("meter"), "new 26010118  dial 0.250 m³");
        Shows(again.Ask("meter"), "seal QF-1  verified until 2028-09-30");
    }

    /// <summary>The old unit was exported in the middle of an inspection: in the new one nothing goes on, what was not tested says so, and no report of this unit is shown for it.</summary>
    [TestMethod]
    public void AnInspectionOfTheOldUnit_DoesNotGoOn()
    {
        Export();
        Assert.IsTrue(s_old.Unit.Inspector.Start(Plan.Bit(Plan.AfterRepair), Starter.Visit, 12, s_old.Clock.UptimeMs));
        s_old.Run(20000);
        InspectionRun old = s_old.Unit.Inspector.Run;
        Assert.IsTrue(old.Runs);
        int under = old.Row;
        Assert.IsTrue(under > 0 && old.ResultOf(0) != ItemResult.Open, under.ToString());
        TellLines();
        NewUnit();
        Shows(Paste(s_count, -1, ""), "The export is whole.");
        s_new.Run(20000);
        var again = new UnitBench(s_new.Storage, new Settings(), 2);
        again.Run(60000);
        InspectionRun run = again.Unit.Inspector.Run;
        Assert.IsFalse(run.Runs);
        Assert.AreEqual(Plan.Bit(Plan.AfterRepair), run.Plans);
        Assert.AreEqual((int)old.ResultOf(0), (int)run.ResultOf(0));
        Assert.AreEqual((int)ItemResult.NotTested, (int)run.ResultOf(under));
        Assert.AreEqual((int)ItemReason.Interrupted, (int)run.ReasonOf(under));
        Assert.AreEqual(0, again.Unit.Inspector.Reports.LastNumber);
        again.Ask("lang en");
        Shows(again.Ask("inspect"), " Report       not kept by this unit\r\n");
    }

    /// <summary>A line changed, cut off, left out, doubled or foreign: named, and nothing is changed.</summary>
    [TestMethod]
    [DataRow(1, "export=1", "1  the first line must be export=2")]
    [DataRow(1, "boot=1", "1  the first line must be export=2")]
    [DataRow(3, "epoch", "3  not a line of an export")]
    [DataRow(3, "humidity=5", "3  this unit does not know what the line names")]
    [DataRow(11, "total.pulse_ml=12x", "11  not a line of an export")]
    [DataRow(13, "setting.nothing=5", "the check fails")]
    [DataRow(13, "setting.site=Old Site", "13  ")]
    [DataRow(3, "epoch=5", "the check fails")]
    [DataRow(3, "state.1.0=0", "3  this unit does not know what the line names")]
    [DataRow(3, "state.1.0=0G", "3  this unit does not know what the line names")]
    [DataRow(3, "unknown.state.3=0", "3  this unit does not know what the line names")]
    [DataRow(3, "unknown.", "3  not a line of an export")]
    [DataRow(3, "unknown.state.1=0", "the check fails")]
    [DataRow(3, "state.3.0=00", "3  this unit does not know what the line names")]
    [DataRow(3, "state.1.32=00", "3  the check fails")]
    [DataRow(3, "fault.103=0,1,2,0", "3  this unit does not know what the line names")]
    [DataRow(3, "fault.103=1,5,2,0", "3  this unit does not know what the line names")]
    [DataRow(3, "end=0", "3  the check fails")]
    [DataRow(3, "crc=00000000", "3  the check fails")]
    public void AWrongLine_IsNamedAndChangesNothing(int line, string text, string expected)
    {
        Export();
        NewUnit();
        int writes = s_new.Storage.Writes;
        string said = Paste(s_count, line - 1, text);
        Shows(said, expected);
        Shows(said, "Nothing was changed.");
        s_new.Run(5000);
        Assert.AreEqual("east", s_new.Settings.Site);
        Assert.IsFalse(s_new.Unit.WantsRestart);
        Assert.IsNull(s_new.Unit.Delivery.Takeover);
        Assert.IsTrue(s_new.Storage.Writes - writes <= 3, "only the person's own marks: " + (s_new.Storage.Writes - writes));
    }

    /// <summary>The old unit has another firmware: its other settings are left out and named, everything else is taken over.</summary>
    [TestMethod]
    public void ASettingThatThisFirmwareDoesNotHave_IsLeftOutAndNamed()
    {
        Export();
        for (int line = s_count - 1; line > 12; line--)
        {
            s_lines[line + 2] = s_lines[line];
        }

        s_lines[14] = s_lines[12];
        s_lines[12] = "setting.humidity_limit=5";
        s_lines[13] = "setting.rain=yes";
        s_count += 2;
        Seal();
        NewUnit();
        string said = Paste(s_count, -1, "");
        Shows(said, "The export is whole.");
        Shows(said, "Settings that this firmware does not have, left out: humidity_limit rain");
        s_new.Run(20000);
        Assert.IsTrue(s_new.Unit.WantsRestart);
        Assert.AreEqual("old-site", SettingsStore.Load(s_new.Storage, new TableChecksum(), UnitBench.MacOf(2), new byte[0], -1).InForce.Site);
    }

    /// <summary>The new unit has a past of its own, at another site: what it knew there better than its ledger does not come back where the ledger is lost, and what nobody knows of the site begins anew.</summary>
    [TestMethod]
    public void WhatTheNewUnitWasBefore_IsGone()
    {
        var buffer = new byte[1056];
        Export();
        int kept = 0;
        for (int line = 0; line < s_count; line++)
        {
            bool isMemory = s_lines[line].IndexOf("state.1.") == 0;
            s_lines[kept] = isMemory ? "unknown.state.1=0" : s_lines[line];
            kept += isMemory && s_lines[kept - 1] == s_lines[kept] ? 0 : 1;
        }

        s_count = kept;
        Seal();
        NewUnit();
        s_new.Unit.Site.Meter.TotalMillilitres = 900000000;
        s_new.Io.Supply = 10500;
        s_new.UntilRaised(103, 60000);
        s_new.Io.Supply = 12500;
        s_new.Run(120000);
        Assert.IsTrue(s_new.Storage.Has(1));
        Assert.IsTrue(s_new.Storage.Has(8));
        Shows(Paste(s_count, -1, ""), "The export is whole.");
        s_new.Run(20000);
        Assert.IsTrue(s_new.Unit.WantsRestart, s_new.Console.Shown);
        Assert.IsFalse(s_new.Storage.Has(1));
        Assert.IsFalse(s_new.Storage.Has(8));
        var again = new UnitBench(s_new.Storage, new Settings(), 2);
        again.Run(2000);
        int count = again.Storage.Read(0, buffer);
        buffer[40] ^= 16;
        again.Storage.Replace(0, buffer, count);
        again = new UnitBench(again.Storage, new Settings(), 2);
        Assert.AreEqual(s_old.Unit.Site.Meter.TotalMillilitres, again.Unit.Site.Meter.TotalMillilitres);
    }

    /// <summary>A line that was longer than a line may be is not taken as what is left of it.</summary>
    [TestMethod]
    public void ALineThatWasCut_IsNamed()
    {
        Export();
        NewUnit();
        string said = Paste(s_count, 12, "setting.place=0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789");
        Shows(said, "13  ");
        Shows(said, "Too long.");
        Shows(said, "Nothing was changed.");
    }

    [TestMethod]
    public void ACutExport_IsNoExport()
    {
        Export();
        NewUnit();
        Paste(s_count - 30, -1, "");
        s_new.Console.Clear();
        s_new.Run(61000);
        Shows(s_new.Console.Shown, "no further line came");
        Assert.IsNull(s_new.Unit.Delivery.Takeover);
    }

    /// <summary>The power goes at each write of the takeover: the old ledger, or all of it; repeated, it is done.</summary>
    [TestMethod]
    public void PowerCut_LeavesOneOrTheOtherAndItIsRepeated()
    {
        Export();
        for (int writes = 0; writes < 12; writes++)
        {
            NewUnit();
            Paste(s_count, -1, "");
            for (int scans = 0; s_new.Unit.Delivery.Takeover == null && scans < 400; scans++)
            {
                s_new.Scan();
            }

            int before = s_new.Storage.Writes;
            for (int scans = 0; s_new.Storage.Writes - before < writes && !s_new.Unit.WantsRestart && scans < 1000; scans++)
            {
                s_new.Scan();
            }

            bool done = s_new.Unit.Delivery.Takeover.IsDone;
            var again = new UnitBench(s_new.Storage, new Settings(), 2);
            again.Run(200);
            Assert.AreEqual(done ? s_old.Unit.Site.Meter.TotalMillilitres : 0, again.Unit.Site.Meter.TotalMillilitres, "writes: " + writes);
        }
    }

    /// <summary>Storage refuses for good: the takeover is given up, the unit goes on as what it was, and tells the centre.</summary>
    [TestMethod]
    public void StorageRefuses_TheTakeoverIsGivenUp()
    {
        Export();
        NewUnit();
        Paste(s_count - 1, -1, "");
        s_new.Console.Type(s_lines[s_count - 1] + "\r");
        for (int scans = 0; s_new.Unit.Delivery.Takeover == null && scans < 400; scans++)
        {
            s_new.Scan();
        }

        Assert.IsNotNull(s_new.Unit.Delivery.Takeover);
        s_new.Storage.RefuseWrites = 100000;
        s_new.Run(120000);
        Assert.IsNull(s_new.Unit.Delivery.Takeover);
        Assert.IsFalse(s_new.Unit.WantsRestart);
        Assert.AreEqual(0L, s_new.Unit.Site.Meter.TotalMillilitres);
        s_new.Link.Connect();
        s_new.Run(10000);
        Assert.IsTrue(s_new.Link.CountOf("snapshot") > 0);
        s_new.Storage.RefuseWrites = 0;
        s_new.Run(120000);
        Shows(s_new.Ask("log"), "site not taken over, storage does not write: person 7");
    }

    [TestMethod]
    public void Swap_IsForTechniciansAndAsksFirst()
    {
        Export();
        s_new = new UnitBench(new MemoryStorage { Writes = 1 }, new Settings(), 2);
        s_new.Run(1000);
        s_new.Ask("lang en");
        Shows(s_new.Ask("swap"), "This is for technicians.");
        NewUnit();
        s_new.Ask("swap");
        Shows(s_new.Ask("n"), "Nothing was changed.");
    }

    /// <summary>An old unit with a history: volume, a fault of level 1 that somebody has acknowledged, settings of its own.</summary>
    private static void Export()
    {
        var settings = new Settings { SupplyActMillivolts = 11500 };
        s_old = new UnitBench(new MemoryStorage(), settings, 1);
        settings.Site = "old-site";
        s_old.Run(2000);
        s_old.Ask("lang en");
        s_old.Unit.Site.Meter.TotalMillilitres = 123456000;
        MeterBook meters = s_old.Unit.Inspector.Run.Meters;
        meters.TakeOut(MeterBook.Bus, Text.Utf8("26010117"), 0, 8, 123456);
        meters.Fit(MeterBook.Bus, Text.Utf8("26010118"), 0, 8, 250, 12, UnitBench.Unix);
        meters.Seal(MeterBook.Bus, Text.Utf8("QF-1"), 0, 4, 20280930);
        s_old.Io.Supply = 10500;
        s_old.UntilRaised(103, 60000);
        s_old.Run(2000);
        s_old.Unit.Site.Lifecycle.Acknowledge(s_old.Row(103), 12, 1);
        s_old.Run(2000);
        TellLines();
    }

    private static void TellLines()
    {
        s_old.Console.Clear();
        s_old.Console.Type("export\r");
        s_old.Run(20000);
        Split(s_old.Console.Shown);
        Assert.IsTrue(s_count > 100, s_count.ToString());
    }

    private static void Split(string shown)
    {
        s_count = 0;
        for (int at = shown.IndexOf("export=2"); at >= 0 && at < shown.Length;)
        {
            int end = shown.IndexOf("\r\n", at);
            s_lines[s_count++] = shown.Substring(at, end - at);
            at = s_lines[s_count - 1] == "end=0" ? -1 : end + 2;
        }
    }

    /// <summary>The check of the lines as they are now.</summary>
    private static void Seal()
    {
        var check = new LineCheck(new TableChecksum());
        check.Begin();
        for (int line = 0; line < s_count - 2; line++)
        {
            byte[] bytes = Text.Utf8(s_lines[line]);
            check.Take(bytes, bytes.Length);
        }

        s_lines[s_count - 2] = "crc=" + check.Value.ToString("X8");
    }

    private static void NewUnit()
    {
        s_new = new UnitBench(new MemoryStorage { Writes = 1 }, new Settings(), 2);
        s_new.Run(2000);
        s_new.Unit.Persons.Put(7, Text.Utf8("482913"), 6, 0);
        s_new.Run(500);
        s_new.Ask("lang en");
        s_new.Ask("login 7");
        Shows(s_new.Ask("482913"), "Logged in: 7");
        s_new.Run(2000);
    }

    /// <summary>Pastes the first lines, one of them replaced; what the unit said after the last.</summary>
    private static string Paste(int count, int replaced, string by)
    {
        Shows(s_new.Ask("swap"), "takes over the site");
        Shows(s_new.Ask("y"), "Now the lines of the old unit's export");
        string said = "";
        for (int line = 0; line < count && said.IndexOf("Nothing was changed.") < 0; line++)
        {
            s_new.Console.Clear();
            s_new.Console.Type((line == replaced ? by : s_lines[line]) + "\r");
            s_new.Run(400);
            said = s_new.Console.Shown;
        }

        s_new.Run(300);
        return s_new.Console.Shown;
    }

    private static void Shows(string shown, string part) => Assert.IsTrue(Text.Has(part, shown), part + " is not in: " + shown);
}
