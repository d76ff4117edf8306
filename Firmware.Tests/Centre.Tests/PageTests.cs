using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Centre.Tests.Support;
using Firmware.Contract;
using Tools.Centre.Pages;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>What people read, in both languages, against pages written by hand.</summary>
[TestClass]
public class PageTests
{
    private static readonly ServiceProfile s_contract = Clocks.Contract("A");

    private Bench _bench;

    [TestInitialize]
    public void Open()
    {
        _bench = new Bench();
        _bench.Feed(
            ("about", Bench.Golden("about")), ("state", Bench.Golden("state-online")), ("alarm", Bench.Golden("alarm-raised")),
            ("../well-2/about", Wire.About("Well 2", "East")), ("../well-2/alarm", Wire.Alarm(1, code: 501, level: 4)),
            ("../well-2/drill", """{"v":1,"id":"7-2","raised":{"at":1790000002,"boot":1,"ms":5},"sent":{"at":1790000003,"boot":1,"ms":9}}"""),
            ("visit", Bench.Golden("visit")), ("visit", Bench.Golden("visit-card")), ("visit", Bench.Golden("visit-unconfirmed")),
            ("../well-2/visit", """{"v":1,"id":"7-3","who":"李工"}"""));
        new Incidents(_bench.Store).Acknowledge(new Acknowledgement(0, 1, "张工", "GD-88", 1790007200, _bench.Now, null, null));
        _bench.Time.Pass(1800);
    }

    [TestCleanup]
    public void Close() => _bench.Dispose();

    [TestMethod]
    [DataRow("zh")]
    [DataRow("en")]
    public void EveryPageIsAsWritten(string language)
    {
        Words words = Words.Of(language);
        var pages = new Dictionary<string, List<string>>
        {
            ["list"] = Lists.Alarms(_bench.Store, words, s_contract, _bench.Now),
            ["show"] = Show(new Incidents(_bench.Store).Of(1), words, s_contract),
            ["worklist"] = Lists.WorkList(_bench.Store, words, s_contract, _bench.Now),
            ["units"] = Lists.Units(_bench.Store, words, _bench.Now),
            ["drills"] = Lists.Drills(_bench.Store, words, _bench.Now),
            ["incidents"] = Lists.Areas(_bench.Store, words, _bench.Now),
            ["visits"] = VisitPage.List(_bench.Store, words),
            ["inspections"] = Lists.Documents(_bench.Store, "inspection", words),
            ["refused"] = Lists.Refused(_bench.Store, words),
        };
        foreach (string step in words.Remedy(305))
        {
            Assert.IsTrue(pages["show"].Exists(line => line.EndsWith(". " + step)), step);
        }

        pages["show"].RemoveRange(pages["show"].IndexOf("  " + words.Meaning(305)) - 2, pages["show"].Count - pages["show"].IndexOf("  " + words.Meaning(305)) + 2);
        string said = string.Concat(pages.Select(page => $"$ centre {page.Key}\n{string.Join('\n', page.Value)}\n\n"));
        said = said.Replace(First(words, 305), "(305)").Replace(First(words, 501), "(501)"); // the firmware's texts have tests of their own
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", $"pages.{language}.txt"));
        Assert.AreEqual(expected, said);
    }

    /// <summary>Who, why, which copy of the last minute, and what flowed unmetered, from the golden records.</summary>
    [TestMethod]
    [DataRow("en", "the pump may go on", "card transaction frozen: card 305419896, 10 min 0 s, pulse meter 6660 L, RS485 meter 6667 L, 1250 Wh", "unmetered: 40000 L (ESTIMATE by energy), pump ran 1 h 0 min, 7500 Wh", "totals: pulse meter 500000 .. 500000 L, RS485 meter 612345 .. – L", "last minute: copy 41", "cleared")]
    [DataRow("zh", "水泵可继续运行", "刷卡用水冻结：卡号 305419896，10 分 0 秒，脉冲表 6660 L，RS485 流量计 6667 L，1250 Wh", "未计水量：40000 L（估算，以电折水），水泵运行 1 小时 0 分，7500 Wh", "读数：脉冲表 500000 .. 500000 L，RS485 流量计 612345 .. – L", "故障前一分钟数据第 41 份", "已恢复")]
    public void TheCourseSaysWhoWhyAndWhatFlowedUnmetered(string language, params string[] expected)
    {
        _bench.Feed(("alarm", Bench.Golden("alarm-metering-card")), ("alarm", Bench.Golden("alarm-metering-cleared")));
        Incident incident = new Incidents(_bench.Store).Newest(10).First(one => one.Code == 202);
        List<string> page = Show(incident, Words.Of(language), s_contract);
        foreach (string part in expected)
        {
            Assert.IsTrue(page.Exists(line => line.Contains(part)), part + "\n" + string.Join('\n', page));
        }
    }

    [TestMethod]
    [DataRow("en", "acknowledged  by person 12  explained by 101  last minute: copy 4294967295", "repeated  escalation 2  last minute: copy 41")]
    [DataRow("zh", "已受理  操作人 12  由故障 101 引起  故障前一分钟数据第 4294967295 份", "重复  升级第 2 步  故障前一分钟数据第 41 份")]
    public void TheCourseSaysWhoAnsweredAndHowFarItWasEscalated(string language, params string[] expected)
    {
        _bench.Feed(("alarm", Bench.Golden("alarm-acknowledged")), ("alarm", Bench.Golden("alarm-repeated")));
        Incident incident = new Incidents(_bench.Store).Newest(10).First(one => one.Code == 305);
        List<string> page = Show(incident, Words.Of(language), s_contract);
        foreach (string part in expected)
        {
            Assert.IsTrue(page.Exists(line => line.EndsWith(part)), part + "\n" + string.Join('\n', page));
        }
    }

    private List<string> Show(Incident incident, Words words, ServiceProfile contract) =>
        AlarmPage.Show(AlarmFile.Of(_bench.Store, incident), Course.Of(_bench.Store, incident), words, contract, _bench.Now);

    private static string First(Words words, int code) => Columns.Cut(words.Remedy(code)[0], 100);

    [TestMethod]
    [DataRow("zh")]
    [DataRow("en")]
    public void ColumnsStandUnderEachOther(string language)
    {
        List<string> lines = Lists.Units(_bench.Store, Words.Of(language), _bench.Now);
        int[] starts = [.. lines.Select(line => Columns.Width(line[..line.LastIndexOf("  ", StringComparison.Ordinal)]))];
        Assert.HasCount(3, starts);
        Assert.AreEqual(starts[1], starts[2]);
        Assert.AreEqual(Columns.Width(lines[0][..lines[0].IndexOf(language == "zh" ? "地点" : "Place", StringComparison.Ordinal)]), Columns.Width(lines[1][..lines[1].IndexOf("东村", StringComparison.Ordinal)]));
    }

    [TestMethod]
    [DataRow("+90", 1790005400L)]
    [DataRow("2026-09-21 23:30", 1790004600L)] // 23:30 at UTC+8
    [DataRow("+", null)]
    [DataRow("+99999999", null)]
    [DataRow("23:30", null)]
    [DataRow("tomorrow", null)]
    public void AnArrivalIsReadInTheSitesTime(string text, long? expected) =>
        Assert.AreEqual(expected, Arrival.Read(text, new Tools.Centre.Wire.About("", "", 480, ""), 1790000000));

    /// <summary>Service contracts §2, contract A: respond 30 min, on site 2 h (urgent), target 4 h (ordinary), repaired and stand-in 24 h.</summary>
    [TestMethod]
    [DataRow(201, 1, "respond 22:40:00 | on site 00:10:00 | repaired 22:10:00 | stand-in 22:10:00")]
    [DataRow(207, 3, "respond 22:40:00 | repaired (target) 02:10:00 | repaired 22:10:00 | stand-in 22:10:00")]
    [DataRow(101, 1, "")]
    [DataRow(501, 4, "")]
    [DataRow(610, 1, "respond 22:40:00 | on site 00:10:00 | repaired 22:10:00 | stand-in 22:10:00")]
    public void TheClocksOfContractARunFromTheReport(int code, int level, string expected)
    {
        long reported = new DateTimeOffset(2026, 9, 19, 22, 10, 0, TimeSpan.FromHours(8)).ToUnixTimeSeconds(); // a Saturday
        var incident = new Incident { Code = code, Level = level, StoredAt = reported };
        IEnumerable<string> clocks = Clocks.Of(incident, Steps.None, s_contract).Select(clock =>
            $"{Clocks.Say(clock, Words.English, new SiteTime(new Tools.Centre.Wire.About("", "", 480, "")), clock.DueAt.Value).Replace("  0 s left", "")}");
        Assert.AreEqual(expected, string.Join(" | ", clocks));
    }

    [TestMethod]
    public void AnAnswerMeetsTheResponseAndTheNextClockIsShown()
    {
        var incident = new Incident { Code = 305, Level = 2, StoredAt = 1790000000 };
        Assert.AreEqual(ClockKind.Respond, Clocks.Next(Clocks.Of(incident, Steps.None, s_contract), 1790000000).Kind);
        List<RunningClock> clocks = Clocks.Of(incident with { AnsweredAt = 1790001801 }, Steps.None, s_contract);
        Assert.AreEqual(ClockKind.OnSite, Clocks.Next(clocks, 1790009000).Kind);
        StringAssert.Contains(Clocks.Say(clocks[0], Words.English, new SiteTime(null), 1790009000), "met late");
        StringAssert.Contains(Clocks.Say(clocks[1], Words.English, new SiteTime(null), 1790007201), "OVERDUE 1 s");
    }

    /// <summary>A target is no breach: after 4 h the page shows the firm 24 h, and says of the target only that it has passed.</summary>
    [TestMethod]
    public void APassedTargetGivesWayToTheFirmClock()
    {
        var incident = new Incident { Code = 207, Level = 3, StoredAt = 1790000000, AnsweredAt = 1790000060 };
        List<RunningClock> clocks = Clocks.Of(incident, Steps.None, s_contract);
        Assert.IsFalse(Clocks.Next(clocks, 1790014400).IsFirm);
        Assert.AreEqual(1790086400, Clocks.Next(clocks, 1790014401).DueAt);
        StringAssert.Contains(Clocks.Say(clocks[1], Words.English, new SiteTime(null), 1790014410), "passed 10 s ago");
        Assert.DoesNotContain("OVERDUE", Clocks.Say(clocks[1], Words.English, new SiteTime(null), 1790014410));
    }

    /// <summary>Service contracts §2, contract B2: call 09:00 without the unit's number, complete 09:20; dispatch 09:30, on site 11:20.</summary>
    [TestMethod]
    public void AReportThatIsCompletedLaterStartsItsClocksThen()
    {
        long call = new DateTimeOffset(2026, 9, 19, 9, 0, 0, TimeSpan.FromHours(8)).ToUnixTimeSeconds();
        var incident = new Incident { Code = 305, Level = 2, StoredAt = call };
        IEnumerable<string> clocks = Clocks.Of(incident, new Steps(null, null, null, call + 1200), Clocks.Contract("B2"))
            .Select(clock => Clocks.Say(clock, Words.English, new SiteTime(new Tools.Centre.Wire.About("", "", 480, "")), clock.DueAt.Value));
        Assert.AreEqual("dispatch 09:30:00  0 s left | on site 11:20:00  0 s left", string.Join(" | ", clocks));
    }

    /// <summary>Contract D: remote 4 h from the report; on site, repaired and parts 12 h from the remote attempt that was given up; contract C: repair work 8 h from the arrival.</summary>
    [TestMethod]
    [DataRow("D", "", "", "", "Respond 1790001800 | RemoteSolved 1790014400 | OnSite - | Repaired - | Parts -")]
    [DataRow("D", "", "1790010000", "", "Respond 1790001800 | RemoteSolved 1790014400 | OnSite 1790053200 | Repaired 1790053200 | Parts 1790053200")]
    [DataRow("E", "1790000600", "", "", "Respond 1790001800 | OnSite 1790007800 | Repaired 1790014400 | StandIn 1790259200")]
    [DataRow("B1", "1790000600", "", "1790003600", "Respond 1790000300 | OnSite 1790173400 met 1790003600")]
    [DataRow("C", "", "", "1790003600", "Respond 1790003600 | OnSite 1790007200 met 1790003600 | Repaired 1790086400 | RepairWork 1790032400 | StandIn 1790172800")]
    public void WhatTheDeskNotesStartsTheClocksThatWaitForIt(string contract, string phone, string remote, string arrived, string expected)
    {
        long? At(string text) => text.Length == 0 ? null : long.Parse(text);
        var incident = new Incident { Code = 305, Level = 2, StoredAt = 1790000000 };
        IEnumerable<string> clocks = Clocks.Of(incident, new Steps(At(phone), At(remote), At(arrived)), Clocks.Contract(contract))
            .Select(clock => $"{clock.Kind} {clock.DueAt?.ToString() ?? "-"}{(clock.MetAt is { } met ? $" met {met}" : "")}");
        Assert.AreEqual(expected, string.Join(" | ", clocks));
    }

    [TestMethod]
    public void TheFirstNoteOfAStepHoldsAndStandsOnThePage()
    {
        _bench.Feed(("alarm", Wire.Alarm(1)));
        var incidents = new Incidents(_bench.Store);
        Incident incident = incidents.Newest(1)[0];
        Assert.IsTrue(incidents.Note(incident.Id, Steps.RemoteFailed, "li", 1790000600));
        Assert.IsFalse(incidents.Note(incident.Id, Steps.RemoteFailed, "wang", 1790009999));
        Assert.AreEqual(new Steps(null, 1790000600, null), incidents.StepsOf(incident.Id));
        List<string> page = Show(incident, Words.English, Clocks.Contract("D"));
        Assert.IsTrue(page.Exists(line => line.Contains("remote attempt failed")), string.Join('\n', page));
    }

    [TestMethod]
    public void ADrillIsOverdueAfterEightDaysAndAUnitThatNeverHadOneIsToo()
    {
        _bench.Time.Pass(8 * 86400);
        List<string> lines = Lists.Drills(_bench.Store, Words.English, _bench.Now);
        Assert.HasCount(2, lines.FindAll(line => line.EndsWith("30 min 0 s")));
    }

    [TestMethod]
    [DataRow("laid-up")]
    [DataRow("shutdown")]
    public void AUnitThatAnnouncedItsAbsenceOwesNoDrill(string service)
    {
        _bench.Feed(("../well-2/state", $$"""{"v":1,"online":true,"epoch":7,"session":65539,"boot":1,"service":"{{service}}"}"""));
        _bench.Time.Pass(8 * 86400);
        List<string> lines = Lists.Drills(_bench.Store, Words.English, _bench.Now);
        Assert.HasCount(1, lines.FindAll(line => line.EndsWith("30 min 0 s")));
        Assert.HasCount(1, lines.FindAll(line => line.Contains("well-2") && line.EndsWith("no")));
    }

    [TestMethod]
    public void ANameFromOutsideMovesNoTerminal()
    {
        _bench.Feed(("../well-3/about", Wire.About("\\u001b[2Jx\\u202e")), ("../well-3/alarm", Wire.Alarm(1)));
        Assert.DoesNotContain('\u001b', _bench.List(Words.English));
        Assert.DoesNotContain('\u202e', _bench.List(Words.English));
    }
}
