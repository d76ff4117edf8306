using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;
using Firmware.Device.Platform;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Inspection.Visits;
using Firmware.Records;
using Firmware.Records.Messaging;
using Tools.Centre.Wire;

namespace Device.Tests;

/// <summary>The firmware's writers give the hand-written payloads of Golden/, byte for byte.</summary>
[TestClass]
public class GoldenWriterTests
{
    private const int Boot = 7;
    private static readonly int s_epoch = unchecked((int)2864434397);
    private const long Now = 71300;
    private const int RecordBytes = 1056;

    [TestMethod]
    public void AlarmRaised()
    {
        AlarmRecord record = DryRun(FaultEvent.Raised, 17, 2);
        Assert.AreEqual(Golden("alarm-raised"), Alarm(record, ClockAt(1790000010, Now), Now, false));
    }

    [TestMethod]
    public void AlarmRaisedOfTheUnitItself()
    {
        AlarmRecord record = DryRun(FaultEvent.Raised, 21, 3);
        record.Code = 602;
        record.Occurrence = 1;
        record.SetEvidence(0, Signal.Unstored, NoDataReason.None, 1801);
        record.SetEvidence(1, Signal.Reach, NoDataReason.None, 2);
        record.SetEvidence(2, Signal.OutboxFill, NoDataReason.None, 5);
        record.SetEvidence(3, Signal.None, NoDataReason.NotFitted, 0);
        record.SetEvidence(4, Signal.None, NoDataReason.NotFitted, 0);
        Assert.AreEqual(Golden("alarm-raised-unit"), Alarm(record, ClockAt(1790000010, Now), Now, false));
    }

    [TestMethod]
    public void AlarmRaisedBeforeThisConnection()
    {
        AlarmRecord record = DryRun(FaultEvent.Raised, int.MaxValue, 2);
        record.Epoch = -1;
        record.Occurrence = 65535;
        record.Suppressed = 2;
        SetTimes(record, uint.MaxValue, 0, uint.MaxValue, 0);
        record.SetEvidence(0, Signal.PulseFlow, NoDataReason.OutOfRange, 0);
        record.SetEvidence(1, Signal.BusFlow, NoDataReason.None, -120);
        record.SetEvidence(2, Signal.Pressure, NoDataReason.BusError, 0);
        record.SetEvidence(3, Signal.PumpContact, NoDataReason.NotYet, 0);
        record.SetEvidence(4, Signal.Supply, NoDataReason.Off, 0);
        Assert.AreEqual(Golden("alarm-raised-historical"), Alarm(record, ClockAt(1790000900, 5400), 90_005_400, true, boot: 8));
    }

    [TestMethod]
    public void AlarmRaisedWithoutAClock()
    {
        AlarmRecord record = DryRun(FaultEvent.Raised, 1, 2);
        record.Epoch = 7;
        record.Boot = 1;
        record.Occurrence = 1;
        SetTimes(record, 21000, 0, 31000, 0);
        record.SetEvidence(1, Signal.BusFlow, NoDataReason.Timeout, 0);
        record.SetEvidence(2, Signal.Pressure, NoDataReason.NotFitted, 0);
        record.SetEvidence(4, Signal.Supply, NoDataReason.None, 11980);
        Assert.AreEqual(Golden("alarm-raised-clock-unset"), Alarm(record, new UnitClock(), 31150, false, boot: 1));
    }

    [TestMethod]
    public void AlarmLevelChanged()
    {
        AlarmRecord record = DryRun(FaultEvent.Level, 18, 1);
        SetTimes(record, 361250, 1790000300, 361250, 1790000300);
        SetValues(record, 0, 0, 0, 0, 12640);
        Assert.AreEqual(Golden("alarm-level"), Alarm(record, ClockAt(1790000300, 361300), 361300, false));
    }

    [TestMethod]
    public void AlarmCleared()
    {
        AlarmRecord record = DryRun(FaultEvent.Cleared, 19, 1);
        SetTimes(record, 3661250, 1790003600, 3691250, 1790003630);
        SetValues(record, 5480, 5512, 302, 1, 12030);
        Assert.AreEqual(Golden("alarm-cleared"), Alarm(record, ClockAt(1790003630, 3691400), 3691400, false));
    }

    /// <summary>Who, why and which frame; a step of escalation; what a fault left unmetered, while it goes on and when it is over.</summary>
    [TestMethod]
    public void AlarmsWithWhoWhyFrameAndMetering()
    {
        AlarmRecord acknowledged = DryRun(FaultEvent.Acknowledged, 26, 2);
        (acknowledged.By, acknowledged.Cause, acknowledged.Frame) = (12, 101, -1);
        Assert.AreEqual(Golden("alarm-acknowledged"), Alarm(acknowledged, ClockAt(1790000010, Now), Now, false));
        acknowledged.By = Actor.Centre;
        Assert.Contains("\"by\":\"centre\",", Alarm(acknowledged, ClockAt(1790000010, Now), Now, false));

        AlarmRecord repeated = DryRun(FaultEvent.Repeated, 27, 2);
        (repeated.By, repeated.Frame) = (2, 41);
        Assert.AreEqual(Golden("alarm-repeated"), Alarm(repeated, ClockAt(1790000010, Now), Now, false));

        var catalogue = new FaultCatalogue();
        int row = catalogue.RowOf(202);
        var water = new UnmeteredWater();
        water.Restore(0, row, 128 | 1 | 2 | 4 | (2 << 5));
        int[] values = [500000, 500000, 612345, 0, 0, 7500, 3600, 40000, 305419896, 600, 6660, 6667, 1250];
        for (int field = 0; field < values.Length; field++)
        {
            water.RestoreValue(0, (Unmetered)field, values[field]);
        }

        AlarmRecord raised = BusSilent(FaultEvent.Raised, 23);
        raised.Frame = 41;
        raised.Metering.Take(catalogue, row, FaultEvent.Raised, water);
        Assert.AreEqual(Golden("alarm-metering-card"), Alarm(raised, ClockAt(1790000010, Now), Now, false));
        AlarmRecord cleared = BusSilent(FaultEvent.Cleared, 25);
        cleared.Metering.Take(catalogue, row, FaultEvent.Cleared, water);
        Assert.AreEqual(Golden("alarm-metering-cleared"), Alarm(cleared, ClockAt(1790000010, Now), Now, false));
    }

    [TestMethod]
    public void AlarmThatStandsForOthers_ALoss_AndBothInOneMessage()
    {
        AlarmRecord coalesced = DryRun(FaultEvent.Cleared, 19, 1);
        SetTimes(coalesced, 3661250, 1790003600, 3691250, 1790003630);
        SetValues(coalesced, 5480, 5512, 302, 1, 12030);
        coalesced.Absorb(18, 12, 15, 2);
        Assert.AreEqual(Golden("alarm-coalesced"), Alarm(coalesced, ClockAt(1790003630, 3691400), 3691400, true));

        AlarmRecord lost = DryRun(FaultEvent.Lost, 61, 4);
        lost.Code = 702;
        lost.Occurrence = 1;
        lost.ClearEvidence();
        SetTimes(lost, 361250, 1790000300, 361250, 1790000300);
        lost.Absorb(40, 12, 20, 3);
        Assert.AreEqual(Golden("alarm-lost"), Alarm(lost, ClockAt(1790000300, 361300), 361300, true));

        string many = Json(json =>
        {
            json.BeginArray();
            AlarmMessage.Write(json, coalesced, new FaultCatalogue(), ClockAt(1790003630, 3691400), Boot, 3691400, true);
            AlarmMessage.Write(json, lost, new FaultCatalogue(), ClockAt(1790000300, 361300), Boot, 361300, true);
            json.EndArray();
        });
        Assert.AreEqual(Golden("alarm-many"), many);
    }

    [TestMethod]
    public void Drill()
    {
        AlarmRecord record = DryRun(FaultEvent.Raised, 90, 4);
        record.IsDrill = true;
        SetTimes(record, 61250, 1790000000, 64250, 1790000003);
        Assert.AreEqual(Golden("drill"), Json(json => DrillMessage.Write(json, record, ClockAt(1790000003, 64300), Boot, 64300)));
    }

    [TestMethod]
    public void StateOnlineAndItsWill()
    {
        Assert.AreEqual(Golden("state-online"), Json(json => StateMessage.Write(json, true, s_epoch, Boot, 1)));
        Assert.AreEqual(Golden("state-will"), Json(json => StateMessage.Write(json, false, s_epoch, Boot, 1)));
        Assert.AreEqual(Golden("state-shutdown"), Json(json => StateMessage.Write(json, true, s_epoch, Boot, 1, Absence.Shutdown)));
        Assert.AreEqual(Golden("state-laid-up"), Json(json => StateMessage.Write(json, true, s_epoch, Boot, 1, Absence.LaidUp)));
    }

    /// <summary>The centre writes it (its own tests hold it to this file), the unit reads it.</summary>
    [TestMethod]
    public void CommandIsReadAsItIsWritten()
    {
        var command = new Firmware.Contract.AcknowledgeCommand();
        byte[] payload = System.Text.Encoding.UTF8.GetBytes(Golden("command"));
        Assert.IsTrue(command.TryRead(payload, payload.Length));
        Assert.AreEqual(2864434397u, (uint)command.Epoch);
        Assert.AreEqual(305, command.Code);
        Assert.AreEqual(3, command.Occurrence);
        Assert.AreEqual(1790007200, command.Arrive);
    }

    [TestMethod]
    public void About()
    {
        var settings = new Settings
        {
            Name = Encoding.UTF8.GetBytes("三号井"),
            Place = Encoding.UTF8.GetBytes("东村机井"),
            Contact = Encoding.UTF8.GetBytes("值班室"),
            Hotline = Encoding.UTF8.GetBytes("12345"),
            PulseMillilitres = 5000,
        };
        var identity = new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3" };
        Assert.AreEqual(Golden("about"), Json(json => AboutMessage.Write(json, identity, settings)));
        Assert.AreEqual(Golden("about-no-holidays"), Json(json => AboutMessage.Write(json, identity, settings, 2027)));
    }

    [TestMethod]
    public void AboutWithoutAnythingFittedAndWithQuotes()
    {
        var settings = new Settings
        {
            Name = Encoding.UTF8.GetBytes("Well \"3\" \\ north"),
            UtcOffsetMinutes = -210,
            HasPulseMeter = false,
            HasBusMeter = false,
            HasPressure = false,
            HasPowerMeter = false,
            HasCardReader = false,
            HasMirrorContact = false,
            HasSelector = false,
            HasChamberFloat = false,
            HasWellLevel = false,
            HasBatterySense = false,
        };
        var identity = new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3" };
        Assert.AreEqual(Golden("about-plain"), Json(json => AboutMessage.Write(json, identity, settings)));
    }

    [TestMethod]
    public void SnapshotOfAHealthySite()
    {
        SiteController site = IdleSite();
        var counters = new UnitCounters { Epoch = 7, Boot = 1, OldestSeq = 1, NextSeq = 1, LinkAttempts = 1, LinkSessions = 1 };
        Assert.AreEqual(Golden("snapshot-healthy"), Json(json => SnapshotMessage.WriteSnapshot(json, site, new UnitClock(), counters, 6400)));
    }

    [TestMethod]
    public void TelemetryWithEveryReasonForNoReading()
    {
        SiteController site = IdleSite();
        Readings readings = site.View.Readings;
        readings.Set(Signal.Supply, 12010);
        readings.Miss(Signal.Pressure, NoDataReason.NotFitted);
        readings.Miss(Signal.BusFlow, NoDataReason.BusError);
        readings.Miss(Signal.PumpContact, NoDataReason.NotYet);
        readings.Miss(Signal.MainsPresent, NoDataReason.Off);
        readings.SetContact(Signal.DoorOpen, true);
        readings.Miss(Signal.PulseTotal, NoDataReason.OutOfRange);
        readings.Miss(Signal.BusTotal, NoDataReason.Timeout);
        Assert.AreEqual(Golden("telemetry-reasons"), Json(json => SnapshotMessage.WriteTelemetry(json, site, new UnitClock(), new WriteBudget(), 1, 300000, false)));
    }

    [TestMethod]
    public void VisitConfirmedByCode()
    {
        VisitRecord visit = AVisit(50, 3);
        visit.Evidence = VisitEvidence.Card;
        visit.LevelBefore = 2;
        visit.Declare(visit.AddFault(305, 3, 2, FaultStage.Active), Declaration.Repaired);
        visit.SetAfter(0, FaultStage.Repaired, 3);
        visit.Declare(visit.AddFault(404, 1, 4, FaultStage.Cleared), Declaration.Unrepaired);
        Add(visit, 0, "叶轮堵塞，已清理");
        Add(visit, 1, "PMP-SET");
        Add(visit, 2, "机械密封");
        Add(visit, 0, "试运行 \"10\" 分钟正常");
        visit.Refer(Signal.Supply, 12600, 0, 12580);
        visit.Refer(Signal.Pressure, 310, (int)NoDataReason.Timeout, 0);
        Check(visit, 45, 21, 1, 4, 6);
        visit.Confirm(VisitConfirmation.Code, 483920, 1790003500);
        visit.SetGrade(0, 1);
        visit.SetGrade(1, 2);
        visit.SetGrade(2, 1);
        visit.SetGrade(3, 3);
        Assert.AreEqual(Golden("visit"), Json(json => VisitMessage.Write(json, visit, ClockAt(1790003700, 3761250), Boot, 3761250)));
    }

    [TestMethod]
    public void VisitConfirmedByCardWithoutAClock()
    {
        VisitRecord visit = AVisit(51, 4);
        Check(visit, 46, 22, 0, 4, 6);
        visit.Confirm(VisitConfirmation.Card, unchecked((int)4160749573), 0);
        Assert.AreEqual(Golden("visit-card"), Json(json => VisitMessage.Write(json, visit, ClockAt(1790003700, 3761250), Boot, 3761250)));
    }

    /// <summary>Begun in one start of the unit, timed out in the next, and no clock.</summary>
    [TestMethod]
    public void VisitUnconfirmed()
    {
        VisitRecord visit = AVisit(9, 1);
        visit.Person = 0;
        visit.Ending = VisitEnding.TimedOut;
        visit.Arrive(0, 6, 900);
        visit.Leave(0, Boot, 14400900);
        visit.LevelAfter = 1;
        visit.SetAfter(visit.AddFault(103, 1, 1, FaultStage.Healthy), FaultStage.Active, 0);
        Check(visit, 4, 2, 0, 3, 1);
        Assert.AreEqual(Golden("visit-unconfirmed"), Json(json => VisitMessage.Write(json, visit, new UnitClock(), Boot, 14460000)));
    }

    private static VisitRecord AVisit(int seq, int number)
    {
        var visit = new VisitRecord { State = VisitState.Over, Number = number, Person = 12, Evidence = VisitEvidence.Login, Ending = VisitEnding.Left };
        visit.SetId(unchecked((int)2864434397), seq);
        visit.Arrive(1790000000, Boot, 61250);
        visit.Leave(1790003600, Boot, 3661250);
        return visit;
    }

    private static void Add(VisitRecord visit, int pieces, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        visit.AddText(pieces, utf8, 0, utf8.Length);
    }

    private static void Check(VisitRecord visit, int seq, params int[] counts)
    {
        visit.SetCheck(unchecked((int)2864434397), seq);
        for (int which = 0; which < 4; which++)
        {
            visit.SetCheckCount(which, counts[which]);
        }
    }

    [TestMethod]
    public void InspectionNotice()
    {
        var schedule = new Schedule(new Settings { SeasonOpens = 0, SeasonCloses = 0 });
        schedule.Done(Plan.Bit(Plan.Commissioning), new Usage());
        schedule.Want(Plan.Shutdown, 5);
        schedule.Step(0, 1790000000, new Usage());
        schedule.Want(Plan.Shutdown, 5);
        schedule.Step(1000, 1790000000, new Usage());
        Assert.AreEqual(Golden("inspection-notice"), Json(json => NoticeMessage.Write(json, unchecked((int)2864434397), 40, schedule, new Checklist(new Settings()))));
    }

    /// <summary>First part and items, of a unit without a key and of one with the key of bytes 0 to 31.</summary>
    [TestMethod]
    [DataRow(0, false, "inspection-report")]
    [DataRow(1, false, "inspection-items")]
    [DataRow(0, true, "inspection-signed")]
    public void InspectionReport(int part, bool signed, string name)
    {
        var checksum = new NativeChecksum();
        var buffer = new byte[RecordBytes];
        int count = RunRecord.Write(buffer, FinishedRun(), 3, unchecked((int)2864434397), 41, checksum);
        var seal = new ReportSeal(checksum, new NativeKeyedHash(), signed ? [.. Enumerable.Range(0, 32).Select(i => (byte)i)] : null);
        Assert.AreEqual(Golden(name), Written(cbor: false, out string json));
        Assert.AreEqual(WithoutSeal(json), WithoutSeal(Written(cbor: true, out _)), "the same as CBOR, but for the seal, which is over the bytes that are sent");

        string Written(bool cbor, out string text)
        {
            MessageWriter writer = MessageWriter.For(cbor, new byte[ReportMessage.MaxBytes]);
            ReportMessage.Write(writer, buffer, count, part, new Checklist(new Settings()), new FaultCatalogue(), seal);
            Assert.IsFalse(writer.Overflowed);
            System.ReadOnlySpan<byte> bytes = writer.Buffer.AsSpan(0, writer.Count);
            text = Encoding.UTF8.GetString(cbor ? CborText.ToJson(bytes, 8) : bytes);
            return text;
        }
    }

    private static string WithoutSeal(string report) => report[..report.LastIndexOf(',')];

    /// <summary>Verification and check after a repair in which the RS485 meter was exchanged.</summary>
    private static InspectionRun FinishedRun()
    {
        var site = new SiteView(new Settings());
        var catalogue = new FaultCatalogue();
        var monitors = new FaultMonitors(catalogue, new TransitionQueue());
        monitors.RestoreRaised(catalogue.RowOf(103), 1);
        monitors.RestoreRaised(catalogue.RowOf(305), 2);
        var run = new InspectionRun(new Checklist(new Settings()), site, monitors, new UnitFacts());
        run.Start(Plan.Bit(Plan.AfterRepair), Starter.Console, 12, 1790000000);
        for (int row = 0; row < run.Checklist.Count; row++)
        {
            run.Set(row, ItemResult.Pass, ItemReason.None, false, 0, 0);
        }

        Set(run, 1, ItemResult.Pass, ItemReason.None, 12900, 100);
        run.SetBefore(run.Checklist.RowOf(1), true, 13500);
        Set(run, 2, ItemResult.Fail, ItemReason.None, 11100, 100);
        run.Set(run.Checklist.RowOf(3), ItemResult.NotTested, ItemReason.Skipped, false, 0, 0);
        run.Set(run.Checklist.RowOf(4), ItemResult.NotFitted, ItemReason.None, false, 0, 0);
        Set(run, 5, ItemResult.NotTested, ItemReason.TooUncertain, 207500, 1200);
        Set(run, 38, ItemResult.Pass, ItemReason.None, -12, 6);
        run.Meters.NoteVerification(MeterBook.Bus, 1790000500, 12, 1500, 11020, -12, 6);
        run.Meters.TakeOut(MeterBook.Bus, Encoding.UTF8.GetBytes("26010117"), 0, 8, 123456789);
        run.Meters.Fit(MeterBook.Bus, Encoding.UTF8.GetBytes("26010118"), 0, 8, 250, 12, 1789999000);
        run.Meters.Seal(MeterBook.Bus, Encoding.UTF8.GetBytes("QF-00871"), 0, 8, 20280930);
        run.Step(0, 1790000600);
        return run;
    }

    private static void Set(InspectionRun run, int number, ItemResult result, ItemReason reason, int value, int uncertainty) =>
        run.Set(run.Checklist.RowOf(number), result, reason, true, value, uncertainty);

    /// <summary>So that no golden file stands there unread: each has a test above, or is the centre's (<c>stored</c>).</summary>
    [TestMethod]
    public void EveryGoldenFileIsHeldToAWriter()
    {
        string[] held =
        [
            "about", "about-no-holidays", "about-plain", "alarm-acknowledged", "alarm-cleared", "alarm-coalesced", "alarm-level", "alarm-lost", "alarm-many", "alarm-metering-card", "alarm-metering-cleared", "alarm-raised", "alarm-raised-clock-unset", "alarm-raised-historical",
            "alarm-raised-unit", "alarm-repeated",
            "drill", "inspection-items", "inspection-notice", "inspection-report", "inspection-signed", "snapshot", "snapshot-healthy", "state-laid-up", "state-online", "state-shutdown", "state-will", "telemetry", "telemetry-plant", "telemetry-reasons",
            "visit", "visit-card", "visit-unconfirmed",
        ];
        string[] files = Directory.GetFiles(Path.Combine(System.AppContext.BaseDirectory, "Golden"), "*.json")
            .Select(Path.GetFileNameWithoutExtension).Where(name => !name.StartsWith("stored") && name != "command").Order(System.StringComparer.Ordinal).ToArray();
        CollectionAssert.AreEqual(held, files);
    }

    [TestMethod]
    public void Snapshot()
    {
        SiteController site = DrySite();
        var counters = new UnitCounters
        {
            Epoch = unchecked((int)2864434397),
            Boot = Boot,
            OldestSeq = 17,
            NextSeq = 19,
            LinkAttempts = 12,
            LinkSessions = 3,
            Waiting = 2,
        };
        Assert.AreEqual(Golden("snapshot"), Json(json => SnapshotMessage.WriteSnapshot(json, site, ClockAt(1790000400, 461250), counters, 461250)));
    }

    [TestMethod]
    public void Telemetry()
    {
        SiteController site = DrySite();
        Assert.AreEqual(Golden("telemetry"), Json(json => SnapshotMessage.WriteTelemetry(json, site, ClockAt(1790000400, 461250), UsedBudget(), Boot, 461250, false)));
    }

    /// <summary>Two million writes of the outbox before this start, and a second day of 293.</summary>
    private static WriteBudget UsedBudget()
    {
        var budget = new WriteBudget();
        budget.Restore((int)WriteClass.Outbox, 2_000_000);
        int[] day = [35, 144, 20, 48, 46];
        for (int of = 0; of < day.Length; of++)
        {
            for (int write = 0; write < day[of]; write++)
            {
                budget.Note((WriteClass)of, 25 * 3_600_000L);
            }
        }

        return budget;
    }

    private static WriteBudget FullBudget()
    {
        var budget = new WriteBudget();
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            budget.Restore(of, 400_000_000);
            for (int write = 0; write < 70_000; write++)
            {
                budget.Note((WriteClass)of, 25 * 3_600_000L);
            }
        }

        return budget;
    }

    [TestMethod]
    public void TelemetryOfThePlant()
    {
        SiteController site = IdleSite();
        Readings readings = site.View.Readings;
        readings.SetContact(Signal.PumpMirror, true);
        readings.SetContact(Signal.ValveIsShut, true);
        readings.Set(Signal.WellLevel, 1523);
        readings.Set(Signal.Battery, 13480);
        readings.Set(Signal.Temperature, -4250);
        readings.Set(Signal.Voltage1, 229800);
        readings.Miss(Signal.Current3, NoDataReason.Timeout);
        readings.Set(Signal.Energy, 54321);
        readings.Miss(Signal.Technician, NoDataReason.NotFitted);
        Assert.AreEqual(Golden("telemetry-plant"), Json(json => SnapshotMessage.WriteTelemetry(json, site, ClockAt(1790000400, 461250), new WriteBudget(), Boot, 461300, true)));
    }

    /// <summary>Every reading of either message missing for the longest reason, or a value of the most digits, and the longest stamp.</summary>
    [TestMethod]
    [DataRow(false, 0)]
    [DataRow(false, int.MinValue)]
    [DataRow(true, 0)]
    [DataRow(true, int.MinValue)]
    public void TheLongestTelemetryFitsItsLimit(bool plant, int value)
    {
        SiteController site = IdleSite();
        for (int signal = 0; signal < Signal.Count; signal++)
        {
            if (value == 0)
            {
                site.View.Readings.Miss(signal, NoDataReason.OutOfRange);
            }
            else
            {
                site.View.Readings.Set(signal, value);
            }
        }

        string text = Json(json => SnapshotMessage.WriteTelemetry(json, site, ClockAt(4102444799, 0), FullBudget(), int.MaxValue, long.MaxValue / 2000, plant));
        Assert.IsLessThanOrEqualTo(1024, text.Length);
    }

    [TestMethod]
    public void TheLongestAlarmOfEveryRowFitsItsLimit()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            AlarmRecord record = DryRun(FaultEvent.Cleared, int.MaxValue, 4);
            (record.Code, record.Epoch, record.Boot) = (catalogue.Code(row), -1, int.MaxValue);
            (record.Occurrence, record.Suppressed) = (65535, 65535);
            (record.OnsetMs, record.ConfirmedMs) = (long.MaxValue / 2, long.MaxValue / 2);
            (record.OnsetUnix, record.ConfirmedUnix) = (UnitClock.Latest, UnitClock.Latest);
            record.ClearEvidence();
            for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
            {
                record.SetEvidence(field, catalogue.EvidenceSignal(row, field), NoDataReason.None, int.MinValue);
            }

            (record.Cause, record.Frame, record.By) = (999, -1, Actor.Console);
            (record.FromSeq, record.ToSeq, record.OtherCount) = (int.MaxValue - 1, int.MaxValue - 1, 65535);
            if ((catalogue.PolicyOf(row) & Policy.SpoilsMetering) != 0)
            {
                var water = new UnmeteredWater();
                water.Restore(0, row, 128 + 31 + (3 << 5));
                for (int field = 0; field < UnmeteredWater.Fields; field++)
                {
                    water.RestoreValue(0, (Unmetered)field, int.MinValue);
                }

                record.Metering.Take(catalogue, row, FaultEvent.Cleared, water);
            }

            Assert.IsLessThanOrEqualTo(AlarmMessage.MaxBytes, Bytes(record), catalogue.Name(row));
        }

        static int Bytes(AlarmRecord record)
        {
            var json = new JsonWriter(new byte[SnapshotMessage.MaxBytes]);
            AlarmMessage.Write(json, record, new FaultCatalogue(), ClockAt(UnitClock.Latest - 1, Now), Boot, Now, true);
            Assert.IsFalse(json.Overflowed);
            return json.Count;
        }
    }

    private static AlarmRecord BusSilent(FaultEvent what, int seq)
    {
        AlarmRecord record = DryRun(what, seq, 2);
        record.Code = 202;
        record.ClearEvidence();
        record.SetEvidence(0, Signal.BusFlow, NoDataReason.Timeout, 0);
        record.SetEvidence(1, Signal.BusErrors, NoDataReason.None, 200);
        record.SetEvidence(2, Signal.PulseFlow, NoDataReason.None, 11100);
        record.SetEvidence(3, Signal.Supply, NoDataReason.None, 13600);
        return record;
    }

    private static AlarmRecord DryRun(FaultEvent what, int seq, byte level)
    {
        var record = new AlarmRecord
        {
            Epoch = unchecked((int)2864434397),
            Seq = seq,
            Boot = Boot,
            Code = 305,
            Event = what,
            Level = level,
            Occurrence = 3,
            OnsetMs = 61250,
            OnsetUnix = 1790000000,
            ConfirmedMs = 71250,
            ConfirmedUnix = 1790000010,
        };
        SetValues(record, 0, 0, 12, 1, 12010);
        for (int field = 5; field < FaultCatalogue.EvidenceFields; field++)
        {
            record.SetEvidence(field, Signal.None, NoDataReason.NotFitted, 0);
        }

        return record;
    }

    private static void SetTimes(AlarmRecord record, long onsetMs, long onsetUnix, long confirmedMs, long confirmedUnix)
    {
        record.OnsetMs = onsetMs;
        record.OnsetUnix = onsetUnix;
        record.ConfirmedMs = confirmedMs;
        record.ConfirmedUnix = confirmedUnix;
    }

    private static void SetValues(AlarmRecord record, int pulseFlow, int busFlow, int pressure, int contact, int supply)
    {
        record.SetEvidence(0, Signal.PulseFlow, NoDataReason.None, pulseFlow);
        record.SetEvidence(1, Signal.BusFlow, NoDataReason.None, busFlow);
        record.SetEvidence(2, Signal.Pressure, NoDataReason.None, pressure);
        record.SetEvidence(3, Signal.PumpContact, NoDataReason.None, contact);
        record.SetEvidence(4, Signal.Supply, NoDataReason.None, supply);
    }

    /// <summary>A site at rest, everything fitted and answering.</summary>
    private static SiteController IdleSite()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        Readings readings = site.View.Readings;
        for (int signal = 0; signal < Signal.Count; signal++)
        {
            readings.Set(signal, 0);
        }

        readings.Set(Signal.Supply, 12640);
        readings.Set(Signal.BusTotal, 1234);
        readings.SetContact(Signal.MainsPresent, true);
        return site;
    }

    /// <summary>A site whose pump has just been found dry for the third time in this epoch, RS485 silent.</summary>
    private static SiteController DrySite()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        int row = site.Catalogue.RowOf(305);
        site.Monitors.RestoreOccurrence(row, 2);
        Readings readings = site.View.Readings;
        readings.Set(Signal.Supply, 12010);
        readings.Set(Signal.Pressure, 12);
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.BusErrors, 30);
        readings.SetContact(Signal.PumpContact, true);
        readings.SetContact(Signal.RunRequest, true);
        readings.SetContact(Signal.MainsPresent, true);
        readings.SetContact(Signal.DoorOpen, false);
        for (long ms = 46200; !site.Monitors.IsRaised(row); ms += 1000)
        {
            site.Scan(ms, 0);
            site.Decide(ms);
        }

        BusMeter.Miss(readings, NoDataReason.Timeout);
        return site;
    }

    private static string Alarm(AlarmRecord record, UnitClock clock, long nowMs, bool historical, int boot = Boot)
    {
        return Json(json => AlarmMessage.Write(json, record, new FaultCatalogue(), clock, boot, nowMs, historical));
    }

    private static UnitClock ClockAt(long unixSeconds, long uptimeMs)
    {
        var clock = new UnitClock();
        clock.OfferSystem(uptimeMs, unixSeconds);
        return clock;
    }

    /// <summary>The JSON that a writer gives; its CBOR must say the same, with a number from the registry for every name.</summary>
    private static string Json(System.Action<MessageWriter> write)
    {
        MessageWriter json = MessageWriter.For(cbor: false, new byte[SnapshotMessage.MaxBytes]);
        MessageWriter cbor = MessageWriter.For(cbor: true, new byte[SnapshotMessage.MaxBytes]);
        write(json);
        write(cbor);
        Assert.IsFalse(json.Overflowed);
        string text = Encoding.UTF8.GetString(json.Buffer, 0, json.Count);
        Assert.AreEqual(text, Encoding.UTF8.GetString(CborText.ToJson(cbor.Buffer.AsSpan(0, cbor.Count), 8)));

        // The keys of the settings are those of the settings file, in CBOR too.
        string numbered = Regex.Replace(text, "(?<=\"settings\":){[^}]*}", "{}");
        int settings = text.Length - numbered.Length;
        Assert.IsLessThan((0.65 * (json.Count - settings)) + settings, cbor.Count, $"{cbor.Count} of {json.Count} B");
        foreach (Match name in Regex.Matches(numbered, "\"([a-z0-9_]+)\":"))
        {
            string key = name.Groups[1].Value;
            Assert.IsTrue(CborKeys.Of(key) >= 0 || Enumerable.Range(0, Signal.Count).Any(signal => Signal.NameOf(signal) == key), $"{key} has no number in CborKeys");
        }

        return text;
    }

    private static string Golden(string name)
    {
        return File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "Golden", name + ".json")).TrimEnd('\n');
    }
}
