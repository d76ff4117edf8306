using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Console.Tests;

/// <summary>Learned bands, the release after an overload, who has taken on what, and that all of it stands in the log.</summary>
[TestClass]
public class ServiceTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void Bands_SayHowManyRunsAreMissingThenLowAndHigh()
    {
        Begin(new Settings());
        string shown = Ask("bands");
        Shows(shown, " Flow         learning 0/10\r\n");
        Shows(shown, " Line passes  learning 0/10\r\n");
        Teach(3);
        Shows(Ask("bands"), " Flow         learning 3/10\r\n");
        Teach(7);
        shown = Ask("bands");
        Shows(shown, " Flow         8333..13888 mL/s  usual 11111\r\n");
        Shows(shown, " Line passes  322573..473904 (mL/s)²/kPa  usual 398239\r\n");
        Shows(shown, " Mode         the bands follow the site\r\n");
    }

    /// <summary>The level lamp says what is wrong and whether there is power: laid up it is lit as always, a request starts no pump, and dark stays no power.</summary>
    [TestMethod]
    public void LaidUp_TheLampIsLitAndThePumpRests()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        Technician.EnrolAndLogIn(s_unit);
        s_unit.Ask("layup on");
        s_unit.Ask("yes");
        s_unit.Io.Request = true;
        s_unit.Run(5000);
        for (int scan = 0; scan < 600; scan++)
        {
            s_unit.Scan();
            Assert.IsTrue(s_unit.Io.LevelLed);
            Assert.IsFalse(s_unit.Io.PumpDriven);
        }

        Assert.IsTrue(Text.Has("laid up", s_unit.Ask("status")));
    }

    [TestMethod]
    public void Bands_InChinese()
    {
        Begin(new Settings { Chinese = true });
        Teach(3);
        Shows(Ask("bands"), " 流量         学习中 3/10\r\n");
        Teach(7);
        Shows(Ask("bands"), " 流量         8333..13888 mL/s  常值 11111\r\n");
    }

    [TestMethod]
    public void Bands_AreFrozenAndResetByATechnicianAndSurviveARestart()
    {
        Begin(new Settings());
        Teach(10);
        Shows(Ask("bands freeze"), "This is for technicians.");
        LogIn();
        Shows(Ask("bands freeze"), "Done, and noted with your number.\r\n");
        Shows(Ask("bands freeze"), "It was so already.\r\n");
        Shows(Ask("bands"), " Mode         frozen: the bands stand still\r\n");
        s_unit.Run(660000);
        s_unit = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        s_unit.Run(1000);
        s_unit.Ask("");
        string shown = Ask("bands");
        Shows(shown, " Flow         8333..13888 mL/s  usual 11111\r\n");
        Shows(shown, " Mode         frozen: the bands stand still\r\n");
        Ask("login 12");
        Ask("482913");
        Shows(Ask("bands follow"), "Done, and noted with your number.\r\n");
        Ask("bands reset");
        Shows(Ask("yes"), "Done, and noted with your number.\r\n");
        Shows(Ask("bands"), " Flow         learning 0/10\r\n");
        shown = Ask("log");
        Shows(shown, "bands reset, the site learns anew  person 12\r\n");
        Shows(shown, "bands follow again  person 12\r\n");
        Shows(shown, "bands frozen  person 12\r\n");
    }

    [TestMethod]
    public void Overload_IsReleasedByATechnicianAtTheConsole()
    {
        Begin(new Settings());
        LogIn();
        int row = s_unit.Row(306);
        Lock();
        Assert.IsTrue(s_unit.Unit.Site.Interlock.LockedOut);
        s_unit.Run(60000);
        Assert.IsTrue(s_unit.Unit.Site.Interlock.LockedOut);
        Ask("reset 306");
        Shows(Ask("yes"), "Done, and noted with your number.\r\n");
        Assert.IsFalse(s_unit.Unit.Site.Interlock.LockedOut);
        Shows(Ask("log"), "306 Pump overloaded  pump released after overload  person ");
        Ask("reset 306");
        Shows(Ask("yes"), "This fault is not raised.\r\n");
        Assert.IsFalse(s_unit.Unit.Site.Monitors.IsRaised(row));
    }

    [TestMethod]
    public void Acknowledgement_HasCaseAndArrivalAndIsVerified()
    {
        Begin(new Settings());
        LogIn();
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        Shows(Ask("ack 103 GD-7 2"), "Done, and noted with your number.\r\n");
        int entry = s_unit.Unit.Contract.Acknowledgements.Find(103, 1);
        Assert.IsTrue(s_unit.Unit.Contract.Acknowledgements.IsVerified(entry));
        string why = Ask("why 103");
        Shows(why, " In hand      person 12  GD-7  2026-09-21 22:1");
        Shows(why, "  arrives 2026-09-22 00:1");
        Assert.IsFalse(Text.Has("unverified", why));
        Shows(Ask("status"), "in hand: 12  ");
        Shows(Ask("log"), "103 Supply too low to act  taken in hand  person 12\r\n");
    }

    [TestMethod]
    public void CentresWord_IsShownUnverifiedAndNeverReplacesOneFromTheEnclosure()
    {
        Begin(new Settings());
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        s_unit.Link.Send(Inbound.Command, "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\",\"case\":\"GD-9\"}");
        s_unit.Run(2000);
        string why = Ask("why 103");
        Shows(why, " In hand      service centre  desk-2  GD-9  2026-09-21 22:1");
        Shows(why, "(unverified)");
        LogIn();
        Shows(Ask("ack 103 GD-10"), "Done, and noted with your number.\r\n");
        s_unit.Run(2000);
        Shows(Ask("ack 103 GD-10"), "It was so already.\r\n");
        s_unit.Link.Send(Inbound.Command, "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\",\"case\":\"GD-9\"}");
        s_unit.Run(2000);
        why = Ask("why 103");
        Shows(why, " In hand      person 12  GD-10  ");
        Assert.IsFalse(Text.Has("unverified", why));
    }

    /// <summary>Half an hour without a link: that is said beside the clocks, and charged to nobody.</summary>
    [TestMethod]
    public void Why_SaysWhenItWasReportedAndHowLongItWasNot()
    {
        Begin(new Settings());
        s_unit.Io.Supply = 10000;
        s_unit.Run(1800000);
        Shows(Ask("status"), "not reported, 30:0");
        s_unit.Link.Connect();
        s_unit.Run(5000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790001805,\"plus\":[[1,1790001805]]}");
        s_unit.Run(2000);
        string why = Ask("why 103");
        Shows(why, "respond in 29:5");
        Shows(why, "reported 2026-09-21 22:43:25\r\n");
        Shows(why, "undelivered for 30:0");
        Shows(Ask("lang zh"), ">");
        Shows(Ask("why 103"), "上报前未送达 30:0");
    }

    /// <summary>A power cut lies in the time, or the receipt gave none: the clock is provisional, and what is late is so at the least.</summary>
    [TestMethod]
    public void AClockWithAnUnknownTimeInIt_SaysSo()
    {
        Begin(new Settings());
        s_unit.Link.Connect();
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        s_unit.Link.Connect();
        s_unit.Run(5000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000030}");
        s_unit.Run(2000);
        Shows(Ask("status"), "prov. respond in 29:5");
        s_unit.Run(1900000);
        Shows(Ask("status"), "late by at least 01:4");
        Ask("lang zh");
        Shows(Ask("status"), "至少已超时 01:4");
    }

    /// <summary>A target (力争) is said to be one, and gives way to the firm clock once it has passed; a missed answer stands among the counters.</summary>
    [TestMethod]
    public void ATarget_IsNamed_AndHidesNoFirmClock()
    {
        Begin(new Settings());
        LogIn();
        s_unit.Link.Connect();
        s_unit.Run(1000);
        s_unit.Io.BusCut = true;
        Assert.IsTrue(s_unit.UntilRaised(202, 600000) > 0);
        s_unit.Run(5000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000040}");
        s_unit.Run(1900000);
        s_unit.Unit.Contract.Arrive(s_unit.Clock.UptimeMs);
        Shows(Ask("why 202"), "target repaired in 3:2");
        s_unit.Run(13000000);
        Shows(Ask("why 202"), "repaired in 19:5");
        s_unit.Io.BusCut = false;
        s_unit.Run(600000);
        Shows(Ask("counters"), " Late answers 1\r\n Late repairs 0\r\n No clock     0\r\n");
    }

    /// <summary>Volume over the life by the pulse meter, and energy where a power meter is fitted.</summary>
    [TestMethod]
    public void Counters_TellVolumeAndEnergy()
    {
        Begin(new Settings { HasPowerMeter = true });
        s_unit.Io.Request = true;
        s_unit.Run(600000);
        s_unit.Unit.Life.Step(s_unit.Clock.UptimeMs, 0, true, false, 0, 4321);
        Shows(Ask("counters"), " Pump starts  1\r\n Pump ran, h  0\r\n Volume       6610 L\r\n Energy       4321 Wh\r\n Brown-outs   0\r\n");
        Ask("lang zh");
        Shows(Ask("counters"), " L\r\n 累计电量     4321 Wh\r\n");
        Begin(new Settings { HasPowerMeter = false });
        Assert.IsFalse(Text.Has("Energy", Ask("counters")));
    }

    /// <summary>Errors of the program leave a trace for whoever maintains it: among the counters, and in the log.</summary>
    [TestMethod]
    public void Counters_TellWhatWasCaught()
    {
        Begin(new Settings());
        Assert.IsFalse(Text.Has("caught", Ask("counters")));
        s_unit.Unit.Troubles.Note(TroublePlace.Radio, new System.ArgumentException());
        s_unit.Unit.Troubles.Note(TroublePlace.Bus, new System.ArgumentException());
        s_unit.Unit.Troubles.Note(TroublePlace.Bus, new System.InvalidOperationException());
        s_unit.Run(1000);
        Shows(Ask("counters"), " Program errors caught since the start (the unit goes on)\r\n  RS485 bus  2  InvalidOperationException\r\n  radio  1  ArgumentException\r\n");
        string log = Ask("log");
        Shows(log, "Program error caught: RS485 bus  3");
        Shows(log, " InvalidOperationExceptio\r\n");
        Ask("lang zh");
        Shows(Ask("counters"), " 启动以来拦截的程序异常（设备继续运行）\r\n  RS485 总线  2  InvalidOperationException\r\n  无线电  1  ArgumentException\r\n");
        Shows(Ask("log"), "程序异常已拦截：RS485 总线  3");
    }

    /// <summary>A worker that is slow and not yet hung is among the counters once there was one.</summary>
    [TestMethod]
    public void Counters_TellOfSlowWorkers()
    {
        Begin(new Settings());
        Assert.IsFalse(Text.Has("Slow workers", Ask("counters")));
        s_unit.Unit.Delivery.Counters.WorkerWarnings = 3;
        Shows(Ask("counters"), "Slow workers");
        Ask("lang zh");
        Shows(Ask("counters"), "任务迟缓次数");
    }

    [TestMethod]
    public void Log_TellsTheLifeOfAFaultInBothLanguages()
    {
        Begin(new Settings());
        LogIn();
        Ask("shelve 404 24 2");
        Ask("unshelve 404");
        Ask("maintenance on 2");
        Ask("maintenance off");
        string shown = Ask("log");
        Shows(shown, "404 Pressure low  shelved  person 12\r\n");
        Shows(shown, "404 Pressure low  taken off the shelf  person 12\r\n");
        Shows(shown, "work began, minutes: 120  person 12\r\n");
        Shows(shown, "work ended, faults hidden: 0  person 12\r\n");
        Ask("lang zh");
        shown = Ask("log");
        Shows(shown, "404 压力偏低  已暂时搁置  编号 12\r\n");
        Shows(shown, "检修开始，分钟：120  编号 12\r\n");
    }

    /// <summary>Four starts crashed: safe mode stays through starts until a person who has logged in ends it, and the log tells who.</summary>
    [TestMethod]
    public void Reset902_EndsSafeModeForThisRunAndTheNext()
    {
        Begin(new Settings());
        LogIn();
        Ask("reset 902");
        Shows(Ask("yes"), "This fault is not raised.");
        s_unit.Run(70000);
        for (int crash = 0; crash < 5; crash++)
        {
            s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
            s_unit.Run(5000);
        }

        Assert.IsTrue(s_unit.IsRaised(902));
        Shows(s_unit.Ask("reset 902"), "This is for technicians.");
        Assert.IsTrue(s_unit.Unit.Site.IsSafeMode);
        s_unit.Ask("login 12");
        s_unit.Ask("482913");
        Ask("reset 902");
        Shows(Ask("yes"), "Done, and noted with your number.");
        s_unit.Run(10000);
        Assert.IsFalse(s_unit.IsRaised(902));
        Shows(Ask("log"), "902 Safe mode  reset  person 12\r\n");
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
        s_unit.Run(5000);
        Assert.IsFalse(s_unit.Unit.Site.IsSafeMode);
        Assert.IsFalse(s_unit.IsRaised(902));
    }

    [TestMethod]
    public void EveryLifecycleEvent_HasWordsInBothLanguages()
    {
        var english = new Firmware.Texts.En.EnglishTexts();
        var chinese = new Firmware.Texts.Zh.ChineseTexts();
        for (int what = 0; what < LifecycleNotes.Kinds; what++)
        {
            Assert.IsTrue(english.Say(561 + what) != "?", what.ToString());
            Assert.IsTrue(chinese.Say(561 + what) != "？" && chinese.Say(561 + what) != "?", what.ToString());
        }
    }

    /// <summary>Contract B1 has office hours: the telephone that answers is named, and a year without holidays is told.</summary>
    [TestMethod]
    public void OfficeHours_NameTheTelephoneAndAMissingYear()
    {
        Begin(new Settings { Contract = ContractId.B1, Hotline = Text.Utf8("12345") });
        string shown = Ask("status");
        Shows(shown, " Hotline      12345  duty mobile\r\n");
        Shows(shown, " Settings     this year's holidays are missing\r\n");
        Shows(Ask("log"), "this year's holidays are missing  2026\r\n");
        Begin(new Settings { Contract = ContractId.B1, Holidays = Text.Utf8("2026:1001-1007"), Hotline = Text.Utf8("12345") }, 1790040600);
        shown = Ask("status");
        Shows(shown, " Hotline      12345  office\r\n");
        Assert.IsFalse(Text.Has("holidays", shown));
        Begin(new Settings { Hotline = Text.Utf8("12345") });
        shown = Ask("status");
        Shows(shown, " Hotline      12345\r\n");
        Assert.IsFalse(Text.Has("holidays", shown));
    }

    /// <summary>What keeps a pump off that is asked for, and is no fault: the panel has the say; the mains was gone for three tries, though only its relay says so.</summary>
    [TestMethod]
    public void Status_SaysWhatKeepsThePumpOff()
    {
        Begin(new Settings());
        s_unit.Io.Also = Signal.SelectorHand;
        s_unit.Run(2000);
        Shows(s_unit.Ask("status"), " Pump         off\r\n");
        s_unit.Io.Request = true;
        s_unit.Run(2000);
        Shows(s_unit.Ask("status"), " Pump         off: the panel's selector is on hand\r\n");
        Begin(new Settings());
        s_unit.Io.RelayCut = true;
        s_unit.Io.Dry = true;
        s_unit.Run(20000);
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        Shows(s_unit.Ask("status"), " Pump         stopped dry, next try in ");
        s_unit.Run(1200000);
        Shows(s_unit.Ask("status"), " Pump         off: no mains; starts a minute after it is back\r\n");
    }

    private static void Begin(Settings settings, long unix = UnitBench.Unix)
    {
        s_unit = new UnitBench(new MemoryStorage(), settings, 1);
        s_unit.Clock.UnixAtStart = unix;
        s_unit.Run(1000);
        s_unit.Ask("");
    }

    /// <summary>Clean runs of the reference site.</summary>
    private static void Teach(int runs)
    {
        SiteView view = s_unit.Unit.Site.View;
        var run = new RunMeans(view.Settings);
        var readings = new Readings();
        readings.Set(Signal.BusFlow, 11111);
        readings.Set(Signal.Pressure, 310);
        for (; runs > 0; runs--)
        {
            for (int minute = 0; minute <= 5; minute++)
            {
                run.Step(60000L * minute, true, true, 0, readings);
            }

            run.Step(360000, false, false, 0, readings);
            view.Bands.Learn(s_unit.Clock.UptimeMs, run, true);
        }
    }

    /// <summary>An overload from before the start has locked the pump out.</summary>
    private static void Lock()
    {
        s_unit.Unit.Site.Interlock.Step(s_unit.Clock.UptimeMs, CheckOutcome.Fail, 0, false, false, false, s_unit.Unit.Site.View.Readings);
    }

    private static void LogIn()
    {
        Shows(Technician.EnrolAndLogIn(s_unit), "Logged in: 12\r\n");
    }

    private static string Ask(string line) => s_unit.Ask(line);

    private static void Shows(string shown, string part)
    {
        Assert.IsTrue(Text.Has(part, shown), shown);
    }
}
