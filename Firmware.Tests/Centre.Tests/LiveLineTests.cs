using System;
using System.IO;
using System.Text;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

[TestClass]
public class LiveLineTests
{
    private const long Received = 1790000012;

    private static readonly UnitAddress s_address = new("east", "well-1");
    private static readonly UnitRow s_unit = new() { Address = s_address, AboutJson = Golden("about") };

    [TestMethod]
    public void InChinese() => Assert.AreEqual(
        "22:13:32  二级故障    发生      东村机井 三号井         305 水泵空转（无水）                  始于 22:13:20  延迟 12 秒",
        Line("alarm-raised", Words.Chinese));

    [TestMethod]
    public void InEnglish() => Assert.AreEqual(
        "22:13:32  LEVEL 2     raised    东村机井 三号井         305 Pump runs dry                     since 22:13:20  delay 12 s",
        Line("alarm-raised", Words.English));

    [TestMethod]
    public void TheColumnsOfBothLanguagesStandUnderEachOther() => Assert.AreEqual(
        Columns.Width(Line("alarm-raised", Words.Chinese)[..Line("alarm-raised", Words.Chinese).IndexOf("始于", StringComparison.Ordinal)]),
        Columns.Width(Line("alarm-raised", Words.English)[..Line("alarm-raised", Words.English).IndexOf("since", StringComparison.Ordinal)]));

    [TestMethod]
    public void WithoutAClockTheOnsetIsCountedBackFromTheSending()
    {
        string line = Line("alarm-raised-clock-unset", Words.Chinese);
        StringAssert.Contains(line, "始于 约 22:13:22  延迟 10 秒  [未校时]");
    }

    [TestMethod]
    public void FromAnEarlierBootWithoutAClockTheOnsetIsUnknown()
    {
        string line = Line("alarm-raised-historical", Words.Chinese);
        StringAssert.Contains(line, "开始时间不详  延迟不详  [补报]  [超过一天未校时]  [另有抑制 2]");
    }

    [TestMethod]
    public void OnAnotherDayTheDateIsShown()
    {
        Alarm alarm = Messages.ReadAlarm(Golden("alarm-raised"));
        string line = LiveLine.Format(new AlarmNotice(s_unit, alarm, true), Words.English, Clocks.Contract("A"), Received + 10800);
        StringAssert.Contains(line, "since 2026-09-21 22:13:20  delay 3 h 0 min");
    }

    [TestMethod]
    public void AUnitFromTheFutureIsSaidToBeAhead()
    {
        Alarm alarm = Messages.ReadAlarm(Golden("alarm-raised"));
        StringAssert.Contains(LiveLine.Format(new AlarmNotice(s_unit, alarm, true), Words.English, Clocks.Contract("A"), Received - 72), "unit's clock ahead by 1 min 0 s");
    }

    [TestMethod]
    public void AnUnknownCodeShowsItsName()
    {
        Alarm alarm = Messages.ReadAlarm(Golden("alarm-raised")) with { Code = 999, Name = "a.new\u001b[31mname" };
        StringAssert.Contains(LiveLine.Format(new AlarmNotice(s_unit, alarm, true), Words.English, Clocks.Contract("A"), Received), "999 unknown fault (a.new?[31mname)");
    }

    [TestMethod]
    public void AUnitThatIsNotKnownYetIsShownByItsAddressAndInUtc() => Assert.AreEqual(
        "14:13:32 UTC  LEVEL 2     raised    east/well-1             305 Pump runs dry                     since 14:13:20 UTC  delay 12 s",
        LiveLine.Format(new AlarmNotice(new UnitRow { Address = s_address }, Messages.ReadAlarm(Golden("alarm-raised")), true), Words.English, Clocks.Contract("A"), Received));

    [TestMethod]
    [DataRow(0L, "0 s")]
    [DataRow(59L, "59 s")]
    [DataRow(60L, "1 min 0 s")]
    [DataRow(3599L, "59 min 59 s")]
    [DataRow(3600L, "1 h 0 min")]
    [DataRow(90061L, "1 d 1 h")]
    public void Durations(long seconds, string expected) => Assert.AreEqual(expected, Words.English.Duration(seconds));

    [TestMethod]
    [DataRow("abc", 3)]
    [DataRow("水泵", 4)]
    [DataRow("（无水）", 8)]
    [DataRow("RS485 流量计", 12)]
    [DataRow("\U0001F4A7", 2)]
    [DataRow("", 0)]
    public void AChineseCharacterTakesTwoColumns(string text, int columns) => Assert.AreEqual(columns, Columns.Width(text));

    [TestMethod]
    [DataRow("三号井", 4, "三号")]
    [DataRow("三号井", 5, "三号")]
    [DataRow("a\u001b[2Jb\nc\u202ed", 20, "a?[2Jb?c?d")]
    public void ForeignTextIsHarmlessAndCut(string text, int columns, string expected) =>
        Assert.AreEqual(expected, Columns.Clean(text, columns));

    private static string Line(string golden, Words words) =>
        LiveLine.Format(new AlarmNotice(s_unit, Messages.ReadAlarm(Golden(golden)), true), words, Clocks.Contract("A"), Received);

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json"));
}
