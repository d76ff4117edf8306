using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Tools.Listener;

namespace Listener.Tests;

/// <summary>The listener without a broker: messages in, lines and receipts out.</summary>
[TestClass]
public class CentreTests
{
    private const string Well = "irrigation/v1/east/well-1/";
    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1790000012);

    private readonly List<string> _lines = [];
    private readonly List<string> _answers = [];
    private string _folder;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("centre-test-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void AnAlarmIsShownOnceAndAnsweredEachTime()
    {
        Feed(("alarm", Golden("alarm-raised")), ("alarm", Golden("alarm-raised").Replace("71300", "99999")));
        Assert.HasCount(1, _lines);
        const string Receipt = """east/well-1 {"epoch":2864434397,"upTo":0,"at":1790000012,"plus":[[17,1790000012]]}""";
        CollectionAssert.AreEqual(new[] { Receipt, Receipt }, _answers);
    }

    [TestMethod]
    public void TheSameIdOfAnotherUnitIsAnotherAlarm()
    {
        Feed(("alarm", Golden("alarm-raised")), ("../well-2/alarm", Golden("alarm-raised")));
        Assert.HasCount(2, _lines);
    }

    [TestMethod]
    public void AfterARestartNothingIsShownAgainAndTheAnswerIsTheSame()
    {
        Feed(("snapshot", Golden("snapshot")), ("alarm", Golden("alarm-raised")));
        Feed(("alarm", Golden("alarm-raised")));
        Assert.HasCount(1, _lines);
        Assert.HasCount(2, _answers);
        Assert.AreEqual(_answers[0], _answers[1]);
    }

    [TestMethod]
    public void TheSnapshotsOldestIsWhereAnUnknownEpochStarts()
    {
        Feed(("snapshot", Golden("snapshot")), ("alarm", Golden("alarm-raised")));
        Assert.AreEqual("""east/well-1 {"epoch":2864434397,"upTo":17,"at":1790000012,"plus":[]}""", _answers[0]);
    }

    [TestMethod]
    public void AUnitThatComesOnlineGetsItsReceiptAgain()
    {
        Feed(("snapshot", Golden("snapshot")), ("alarm", Golden("alarm-raised")), ("state", Golden("state-online")));
        Assert.HasCount(2, _answers);
        Assert.AreEqual(_answers[0], _answers[1]);
    }

    [TestMethod]
    public void AUnitThatComesOnlineWithoutARecordIsAnsweredOnceItsSnapshotHasCome()
    {
        Feed(("state", Golden("state-online")), ("snapshot", Golden("snapshot-healthy")), ("snapshot", Golden("snapshot-healthy")));
        CollectionAssert.AreEqual(new[] { """east/well-1 {"epoch":7,"upTo":0,"at":1790000012,"plus":[]}""" }, _answers);
    }

    [TestMethod]
    public void EveryTimeItComesOnlineItIsAnsweredAgain()
    {
        Feed(("state", Golden("state-online")), ("snapshot", Golden("snapshot-healthy")));
        Feed(("state", Golden("state-online")), ("snapshot", Golden("snapshot-healthy")));
        Assert.HasCount(2, _answers);
    }

    [TestMethod]
    public void AnOfflineUnitIsNotAnsweredForItsRetainedSnapshot()
    {
        Feed(("state", Golden("state-will")), ("snapshot", Golden("snapshot-healthy")));
        Assert.IsEmpty(_answers);
    }

    [TestMethod]
    public void AReasonIsSaidInTheLanguageOfTheLines()
    {
        using var journal = new Journal(Path.Combine(_folder, "journal"));
        new Centre(journal, Words.Chinese, _lines.Add, (_, _) => { }).Receive(Well + "alarm", "{}"u8, s_now);
        StringAssert.EndsWith(_lines[0], "alarm: v 缺失或类型不对");
    }

    [TestMethod]
    public void AUnitThatNothingIsKnownOfGetsNoReceiptForComingOnline()
    {
        Feed(("state", Golden("state-online")));
        Assert.IsEmpty(_answers);
    }

    [TestMethod]
    public void WhatIsNotStoredIsShownOnceAndNotAnswered()
    {
        var centre = new Centre(new Journal("/dev/full"), Words.English, _lines.Add, (unit, json) => _answers.Add(json));
        for (int time = 0; time < 2; time++)
        {
            centre.Receive(Well + "alarm", Encoding.UTF8.GetBytes(Golden("alarm-raised")), s_now);
        }

        Assert.IsEmpty(_answers);
        Assert.HasCount(1, _lines.FindAll(line => line.Contains("305 ")));
        Assert.HasCount(2, _lines.FindAll(line => line.Contains("NOT STORED")));
    }

    [TestMethod]
    public void OnlineAndOfflineGiveALineEachAndARepeatedStateNone()
    {
        string online = Golden("state-online");
        Feed(("about", Golden("about")), ("state", online), ("state", online), ("state", Golden("state-will")));
        Assert.HasCount(2, _lines);
        StringAssert.Contains(_lines[0], "online");
        StringAssert.Contains(_lines[1], "offline");
    }

    [TestMethod]
    public void AUnitThatComesIsAnnouncedWithTheNameThatFollows()
    {
        Feed(("state", Golden("state-online")), ("about", Golden("about")), ("snapshot", Golden("snapshot")));
        Assert.HasCount(1, _lines);
        StringAssert.Contains(_lines[0], "22:13:32  online");
        StringAssert.Contains(_lines[0], "东村机井 三号井");
    }

    [TestMethod]
    public void AUnitWithoutANameIsAnnouncedByItsSnapshot()
    {
        Feed(("state", Golden("state-online")), ("snapshot", Golden("snapshot")));
        Assert.HasCount(1, _lines);
    }

    [TestMethod]
    public void AnOlderWillChangesNothing()
    {
        Feed(("about", Golden("about")), ("state", Golden("state-online")), ("state", Golden("state-will").Replace("458753", "458752")));
        Assert.HasCount(1, _lines);
    }

    [TestMethod]
    public void InANewEpochTheSessionsBeginAgain()
    {
        Feed(
            ("about", Golden("about")),
            ("snapshot", Golden("snapshot")),
            ("state", Golden("state-online")),
            ("state", """{"v":1,"online":true,"session":65537,"boot":1}"""),
            ("snapshot", Golden("snapshot-healthy")));
        Assert.HasCount(2, _lines);
        StringAssert.Contains(_lines[1], "#65537");
    }

    [TestMethod]
    [DataRow("alarm", "")]
    [DataRow("alarm", "{")]
    [DataRow("alarm", "[]")]
    [DataRow("alarm", "nonsense")]
    [DataRow("alarm", "{\"v\":2}")]
    [DataRow("alarm", "{\"v\":1}")]
    [DataRow("state", "{\"v\":1,\"online\":1,\"session\":1,\"boot\":1}")]
    [DataRow("about", "{\"v\":1,\"name\":3}")]
    [DataRow("snapshot", "{\"v\":1,\"epoch\":-1,\"oldest\":1}")]
    [DataRow("telemetry", "{\"v\":1,\"now\":5}")]
    public void GarbageGivesOneLineAndNoAnswer(string kind, string payload)
    {
        Feed((kind, payload));
        Assert.HasCount(payload.Length == 0 ? 0 : 1, _lines);
        Assert.IsEmpty(_answers);
    }

    [TestMethod]
    public void EveryRefusedSampleOfTheContractThatAReaderNeedsIsRefused()
    {
        string[] tolerated = // what a reader need not mind: the writer must not do it, but what it means is plain
        [
            "alarm-blank-between-tokens", "alarm-key-twice", "alarm-too-long", "alarm-event-unknown", "alarm-name-undotted", "alarm-flag-7",
            "alarm-evidence-fraction", "alarm-evidence-null", "alarm-evidence-unknown-reason", "alarm-evidence-without-unit",
            "alarm-sent-null-though-synced", "alarm-sent-stamped-though-unset", "alarm-unknown-field",
        ];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden/refused"), "alarm-*.json"))
        {
            _answers.Clear();
            FeedBytes("alarm", File.ReadAllBytes(file));
            Assert.HasCount(Array.IndexOf(tolerated, Path.GetFileNameWithoutExtension(file)) >= 0 ? 1 : 0, _answers, file);
        }
    }

    [TestMethod]
    public void EveryGoldenMessageIsUnderstood()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json"))
        {
            string kind = Path.GetFileName(file).Split('-', '.')[0];
            FeedBytes(kind, File.ReadAllBytes(file));
        }

        Assert.IsEmpty(_lines.FindAll(line => line.Contains("not understood")));
    }

    [TestMethod]
    public void DeepNestingIsRefusedBeforeTheJournalTakesIt()
    {
        string deep = Golden("alarm-raised").Replace("\"suppressed\":0", "\"x\":" + new string('[', 60) + new string(']', 60) + ",\"suppressed\":0");
        Feed(("alarm", deep));
        Assert.IsEmpty(_answers);
        StringAssert.Contains(_lines[0], "not understood");
    }

    [TestMethod]
    [DataRow("irrigation/v1/East/well-1/alarm")]
    [DataRow("irrigation/v2/east/well-1/alarm")]
    [DataRow("irrigation/v1/east/well-1/alarm/x")]
    [DataRow("irrigation/v1/east/123456789012345678901234567890123/alarm")]
    [DataRow("")]
    public void OtherTopicsAreNotOurs(string topic)
    {
        using var journal = new Journal(Path.Combine(_folder, "journal"));
        NewCentre(journal).Receive(topic, Encoding.UTF8.GetBytes(Golden("alarm-raised")), s_now);
        Assert.IsEmpty(_lines);
        Assert.IsEmpty(_answers);
    }

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json"));

    private Centre NewCentre(Journal journal) =>
        new(journal, Words.English, _lines.Add, (unit, json) => _answers.Add($"{unit} {json}"));

    /// <summary>Feeds a listener that was just started with the journal of those before it.</summary>
    private void Feed(params (string Kind, string Payload)[] messages)
    {
        using var journal = new Journal(Path.Combine(_folder, "journal"));
        Centre centre = NewCentre(journal);
        foreach ((string kind, string payload) in messages)
        {
            string topic = kind.StartsWith("../", StringComparison.Ordinal) ? "irrigation/v1/east/" + kind[3..] : Well + kind;
            centre.Receive(topic, Encoding.UTF8.GetBytes(payload), s_now);
        }
    }

    private void FeedBytes(string kind, byte[] payload)
    {
        using var journal = new Journal(Path.Combine(_folder, "journal"));
        NewCentre(journal).Receive(Well + kind, payload, s_now);
    }
}
