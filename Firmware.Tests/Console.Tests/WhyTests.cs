using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Console.Tests;

/// <summary>The page of a fault: its moments side by side, why its check is silent, what it asks for, and its rules.</summary>
[TestClass]
public class WhyTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void FirstLatestAndWorst_StandSideBySideWithTheirTimes()
    {
        Begin();
        DryThriceAndOnceMore();
        string shown = s_unit.Ask("why 305");
        Shows(shown, " Evidence                 first        latest       worst        now\r\n");
        Shows(shown, "  Time                    09-21 22:13  09-21 22:25  09-21 22:24\r\n");
        Shows(shown, "  Level                   L2           L2           L1           L2\r\n");
        Shows(shown, "  Supply                  13600 mV     13700 mV     13600 mV     13800 mV\r\n");
        s_unit.Ask("lang zh");
        shown = s_unit.Ask("why 305");
        Shows(shown, " 证据                     首次         最近         最重         现在\r\n");
        Shows(shown, "  故障级别                二级         二级         一级         二级\r\n");
    }

    [TestMethod]
    public void OnANarrowTerminal_EachMomentHasALine()
    {
        Begin();
        DryThriceAndOnceMore();
        s_unit.Ask("screen 40 0");
        string shown = s_unit.Ask("why 305");
        Shows(shown, "  Supply\r\n    first        13600 mV\r\n    latest       13700 mV\r\n    worst        13600 mV\r\n    now          13800 mV\r\n");
    }

    [TestMethod]
    public void FirstScreen_HasMeaningEvidencePartAndTools()
    {
        Begin();
        DryThriceAndOnceMore();
        s_unit.Ask("screen 80 24");
        string shown = s_unit.Ask("why 305");
        Shows(shown, " How close    +127  (-128 well, +127 raised)\r\n");
        Shows(shown, " Occurrences  2  in the fault memory: 2\r\n");
        Shows(shown, " Part         PMP-SET pump with motor, STR-SCREEN, VLV-CHK\r\n Tools        multimeter, voltage tester\r\n Meaning\r\n");
        Shows(shown, "  Dry stops  ");
        Shows(shown, "q = stop --");
        Assert.IsFalse(Text.Has(" Remedy", shown));
    }

    [TestMethod]
    [DataRow(305, " Responsible  to be found out on site\r\n Clock        the contract's, from the moment that the centre has it\r\n Raised       when its check has failed for 10 s\r\n Limit here   Flow, RS485 meter below 140 mL/s\r\n Clears       by itself, when its check has passed for 30 s\r\n Explained by 101 Mains supply lost, 308 Pump supply lacks a phase, 301 Pump \r\n              did not start\r\n")]
    [DataRow(302, " Responsible  the supplied equipment\r\n Clock        the contract's, from the moment that the centre has it\r\n Raised       when its check has failed for 3 s\r\n Limit here   Pump power from 550 W\r\n Clears       only when a person has looked and typed: reset 302\r\n Explained by no other fault\r\n")]
    [DataRow(306, " Clears       by itself, when its check has passed for 60 s; the pump stays \r\n              locked until a person releases it: reset 306\r\n")]
    [DataRow(101, " Responsible  the electricity grid\r\n Clock        no contract clock runs for this fault\r\n")]
    [DataRow(102, " Raised       when its check has failed for 5 s, or 3 times within 60 min\r\n")]
    [DataRow(604, " Tools        ladder\r\n")]
    [DataRow(907, " Tools        multimeter, voltage tester, infrared thermometer, thermometer\r\n")]
    [DataRow(205, " Tools        voltage tester, reference vessel or portable meter\r\n")]
    [DataRow(801, " Tools        multimeter, clamp meter, insulation tester 500 V, voltage tester,\r\n              earth tester\r\n")]
    [DataRow(602, " Part         CTL-ESP32 controller module\r\n Tools        none to measure with\r\n")]
    [DataRow(902, " Clears       only when a person has looked and typed: reset 902\r\n")]
    [DataRow(803, " Clears       only when a person has put in another one and typed: replaced \r\n              <fault code>\r\n")]
    [DataRow(101, " Proof fails  from step 2 again; all values right: report them to the centre\r\n")]
    [DataRow(802, " Part         nothing to bring\r\n Tools        none to measure with\r\n")]
    public void Rules_AreThoseOfTheCatalogue(int code, string lines)
    {
        Begin();
        Shows(s_unit.Ask("why " + code), lines);
    }

    /// <summary>The limit is the site's own, not that of the book: changed in the settings, it is shown so.</summary>
    [TestMethod]
    public void Limit_IsThisSitesOwn()
    {
        Begin();
        Shows(s_unit.Ask("why 103"), " Limit here   Supply below 10800 mV\r\n");
        s_unit.Settings.SupplyActMillivolts = 21600;
        s_unit.Settings.RatedPhaseVolts = 240;
        Shows(s_unit.Ask("why 103"), " Limit here   Supply below 21600 mV\r\n");
        Shows(s_unit.Ask("why 308"), " Limit here   Voltage phase 1 below 187200 mV\r\n");
        Shows(s_unit.Ask("why 303"), " Limit here   Valve fully open later than 60 s\r\n");
        Shows(s_unit.Ask("why 907"), " Limit here   Enclosure temperature above 70 °C\r\n");
        Shows(s_unit.Ask("why 502"), " Limit here   not one number: several readings together, or a new event\r\n");
        s_unit.Ask("lang zh");
        Shows(s_unit.Ask("why 103"), " 本站限值     供电电压低于 21600 mV\r\n");
    }

    [TestMethod]
    public void FaultOfTheAlarmPath_SaysWhoIsToldAndHow()
    {
        Begin();
        Shows(s_unit.Ask("why 601"), " Noticed by   its own alarm afterwards, with the onset; link lamp D2 on site; \r\n              610 at the centre, which hears nothing for 10 min\r\n");
        Shows(s_unit.Ask("why 604"), " Noticed by   its own alarm, the link still works\r\n");
        Assert.IsFalse(Text.Has("Noticed by", s_unit.Ask("why 305")));
        s_unit.Ask("lang zh");
        Shows(s_unit.Ask("why 610"), " 获知途径     由服务中心自行发出\r\n");
    }

    /// <summary>Behind a restart the evidence of the onset is that of the record that waits, dated by it; once that is stored the page says where it is, instead of showing nothing.</summary>
    [TestMethod]
    public void RaisedBeforeTheRestart_ShowsTheEvidenceOrSaysWhereItIs()
    {
        Begin();
        s_unit.Io.Supply = 16000;
        s_unit.Run(20000);
        Assert.IsTrue(s_unit.IsRaised(104));
        Assert.IsFalse(Text.Has("before the restart", s_unit.Ask("why 104")));
        s_unit.Run(60000);
        s_unit = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        s_unit.Io.Supply = 16500;
        s_unit.Run(700000);
        Shows(s_unit.Ask("why 104"), "  Supply                  16000 mV                16500 mV\r\n");
        Shows(s_unit.Ask("why 104"), " 09-21 22:13");
        for (int slot = Slots.Outbox; slot < Slots.Outbox + Slots.OutboxCount; slot++)
        {
            s_unit.Storage.Delete(slot);
        }

        s_unit = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        s_unit.Io.Supply = 16500;
        s_unit.Run(5000);
        Assert.IsTrue(s_unit.IsRaised(104));
        Shows(s_unit.Ask("why 104"), "  The onset was before the restart: its evidence went to the centre with the \r\n  alarm.\r\n");
    }

    [TestMethod]
    public void NotTested_SaysWhy()
    {
        Begin();
        Shows(s_unit.Ask("why 402"), " Check        not tested  learning 0/10\r\n");
        Shows(s_unit.Ask("why 305"), " Check        not tested: what it looks at does not go on now\r\n");
        s_unit.Io.Supply = 10000;
        s_unit.Run(40000);
        Shows(s_unit.Ask("why 204"), " Check        not tested: the supply is too low for its instrument\r\n");
        s_unit.Io.Supply = 13600;
        s_unit.Run(60000);
        s_unit.Unit.Site.Lifecycle.LayUp(12);
        s_unit.Run(2000);
        Shows(s_unit.Ask("why 101"), " Check        not tested: the unit is laid up\r\n");
    }

    [TestMethod]
    public void Explained_NamesTheFaultThatExplains()
    {
        Begin();
        s_unit.Io.Supply = 10000;
        s_unit.Run(40000);
        Shows(s_unit.Ask("why 301"), " Check        not judged, explained by fault 103 Supply too low to act\r\n");
    }

    [TestMethod]
    public void ClearedMemory_ForgetsWhatIsOverAndKeepsWhatMustBeReplaced()
    {
        Begin();
        s_unit.Io.Supply = 16000;
        s_unit.Run(15000);
        s_unit.Io.Supply = 13600;
        s_unit.Run(70000);
        LogIn();
        int row = s_unit.Row(104);
        Assert.AreEqual((int)FaultStage.Cleared, (int)s_unit.Unit.Site.Lifecycle.StageOf(row));
        s_unit.Io.Supply = 10000;
        s_unit.Run(10000);
        Shows(s_unit.Ask("faults clear"), "Really?");
        Shows(s_unit.Ask(""), "Nothing was changed.\r\n");
        Assert.AreEqual((int)FaultStage.Cleared, (int)s_unit.Unit.Site.Lifecycle.StageOf(row));
        s_unit.Ask("faults clear");
        Shows(s_unit.Ask("yes"), "Forgotten faults: 1. Raised ones, repairs and lifetime counts stay.\r\n");
        Assert.AreEqual((int)FaultStage.Healthy, (int)s_unit.Unit.Site.Lifecycle.StageOf(row));
        Assert.IsTrue(s_unit.IsRaised(103));
        Shows(s_unit.Ask("why 104"), " Occurrences  1  in the fault memory: 0\r\n");
        Shows(s_unit.Ask("log"), "fault memory cleared, faults: 1  person 12\r\n");
    }

    [TestMethod]
    public void ClearedMemory_IsForTechnicians()
    {
        Begin();
        Shows(s_unit.Ask("faults clear"), "This is for technicians.");
    }

    [TestMethod]
    public void HeldAlarm_SaysWhatHoldsItInsteadOfBusy()
    {
        Begin();
        LogIn();
        s_unit.Ask("shelve 104 24 1");
        s_unit.Io.Supply = 16000;
        s_unit.Run(15000);
        Shows(s_unit.Ask("ack 104"), "the fault is shelved. First type: unshelve 104\r\n");
        s_unit.Ask("unshelve 104");
        Shows(s_unit.Ask("ack 104"), "Done, and noted with your number.\r\n");
    }

    [TestMethod]
    public void HeldByWork_IsSaid()
    {
        Begin();
        LogIn();
        s_unit.Ask("maintenance on 2");
        s_unit.Io.Supply = 16000;
        s_unit.Run(15000);
        Shows(s_unit.Ask("ack 104"), "Its alarm is held back while work is going on");
        s_unit.Ask("maintenance off");
        Shows(s_unit.Ask("ack 104"), "Done, and noted with your number.\r\n");
    }

    [TestMethod]
    public void Shelves_SayWhyWhoAndUntilWhen()
    {
        Begin();
        LogIn();
        s_unit.Ask("shelve 404 24 1");
        s_unit.Ask("shelve 407 1 4");
        string shown = s_unit.Ask("shelve");
        Shows(shown, "L3 404 Pressure low\r\n    part ordered  person 12  until 2026-09-22 22:1");
        Shows(shown, "L4 407 Strainer clogging\r\n    known and harmless for now  person 12  until 2026-09-21 23:1");
    }

    /// <summary>A dozen faults, work going on, somebody logged in, no broker: what is asked first is still on one screen, and the hotline with it.</summary>
    [TestMethod]
    public void Status_FitsAScreenWithManyFaults()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        LogIn();
        s_unit.Ask("maintenance on 2");
        int[] codes = { 101, 104, 106, 202, 204, 205, 301, 302, 404, 501, 701, 801 };
        for (int i = 0; i < codes.Length; i++)
        {
            s_unit.Unit.Site.Monitors.RestoreRaised(s_unit.Row(codes[i]), (byte)s_unit.Unit.Site.Catalogue.Level(s_unit.Row(codes[i])));
        }

        s_unit.Run(2000);
        for (int language = 0; language < 2; language++)
        {
            s_unit.Ask(language == 0 ? "lang en" : "lang zh");
            string shown = s_unit.Ask("status");
            Assert.IsFalse(Text.Has(language == 0 ? "q = stop" : "空格翻页", shown), shown);
            Assert.IsTrue(shown.Split('\n').Length <= 23, shown);
            Shows(shown, language == 0 ? "\n Hotline " : "\n 服务热线 ");
            Shows(shown, language == 0 ? " more: type faults\r\n" : " 个，输入 faults 查看\r\n");
            Shows(shown, language == 0 ? "  L1 101 Mains supply lost" : "  一级 101 外部供电中断");
        }
    }

    [TestMethod]
    public void Status_SaysWhatWasDoneLastInTheLanguageOfTheScreen()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        LogIn();
        s_unit.Ask("maintenance on 2");
        s_unit.Ask("lang zh");
        string shown = s_unit.Ask("status");
        Shows(shown, "  开始检修");
        Assert.IsFalse(Text.Has("maintenance", shown));
    }

    [TestMethod]
    public void Plan_IsTypedByItsChineseName()
    {
        s_unit = new UnitBench(new MemoryStorage(), new Settings { Chinese = true }, 1);
        s_unit.Run(1000);
        s_unit.Ask("screen 80 0");
        Shows(s_unit.Ask("inspect start"), "此命令仅限");
        Technician.EnrolAndLogIn(s_unit);
        Shows(s_unit.Ask("inspect start 灌水"), "计划有：巡检、保养、开机前、关机前、投运、维修后。");
        Assert.IsFalse(s_unit.Unit.Inspector.Run.Runs);
        s_unit.Ask("inspect start 巡检");
        Assert.IsTrue(s_unit.Unit.Inspector.Run.Runs);
    }

    private static void Begin()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit.Ask("screen 80 0");
    }

    private static void LogIn()
    {
        Shows(Technician.EnrolAndLogIn(s_unit), "Logged in: 12");
    }

    /// <summary>305 at level 2, at level 1 once the pump stays off, cleared by a good run, and again at level 2.</summary>
    private static void DryThriceAndOnceMore()
    {
        s_unit.Io.Request = true;
        s_unit.Io.Dry = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 120000) > 0);
        for (int seconds = 0; seconds < 1200 && s_unit.LevelOf(305) != 1; seconds++)
        {
            s_unit.Run(1000);
        }

        Assert.AreEqual(1, s_unit.LevelOf(305));
        s_unit.Io.Dry = false;
        s_unit.Io.Request = false;
        s_unit.Run(7000);
        s_unit.Io.Request = true;
        s_unit.Run(55000);
        Assert.IsFalse(s_unit.IsRaised(305));
        s_unit.Io.Supply = 13700;
        s_unit.Io.Dry = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 120000) > 0);
        s_unit.Io.Supply = 13800;
        s_unit.Run(2000);
    }

    private static void Shows(string shown, string part)
    {
        Assert.IsTrue(Text.Has(part, shown), shown);
    }
}
