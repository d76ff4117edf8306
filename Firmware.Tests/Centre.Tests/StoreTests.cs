using System.IO;
using System.Linq;
using Centre.Tests.Support;
using Microsoft.Data.Sqlite;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>A store that takes nothing: one line, no answer, and nothing lost once it works again.</summary>
[TestClass]
public class StoreTests : DeskTests
{
    private const string Receipt = """{"epoch":7,"upTo":1,"at":1790000012,"plus":[[1,1790000012]]}""";

    [TestMethod]
    public void ItIsWrittenAheadAndBroughtToTheDisk()
    {
        using Store store = Store.Open(_bench.File);
        Assert.AreEqual("wal", store.One("PRAGMA journal_mode", row => row.Text(0)));
        Assert.AreEqual(2L, store.One("PRAGMA synchronous", row => row.Whole(0))); // FULL
    }

    [TestMethod]
    [DataRow("PRAGMA query_only = ON", "PRAGMA query_only = OFF", "数据库只读")] // SQLITE_READONLY
    [DataRow("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "磁盘已满")] // SQLITE_FULL
    public void WhileItTakesNothingTheAlarmIsShownOnceAndNotAnswered(string breaks, string mends, string said)
    {
        Fill();
        _bench.Turn(breaks);
        for (int time = 0; time < 3; time++)
        {
            _bench.Feed(("alarm", Padded(1)), ("alarm", Padded(2)));
        }

        Assert.IsEmpty(_bench.Sent);
        _bench.Turn(mends);
        Assert.HasCount(1, _bench.Notices.OfType<StoreNotice>());
        StringAssert.Contains(LiveLine.Format(_bench.Notices.OfType<StoreNotice>().First(), Words.Chinese, Clocks.Contract("A"), _bench.Now), said);
        Assert.HasCount(2, _bench.Notices.OfType<AlarmNotice>());
        Assert.IsTrue(_bench.Lines.Exists(line => line.EndsWith("[NOT STORED]")));

        _bench.Feed(("alarm", Padded(1)));
        CollectionAssert.AreEqual(new[] { Receipt }, _bench.Receipts);
        Assert.HasCount(1, _bench.Notices.OfType<StoreNotice>()); // a small write may find room between two that do not
        _bench.Pass(30);
        _bench.Feed(("alarm", Padded(1)));
        Assert.AreEqual("the store works again; 6 message(s) were not taken meanwhile", _bench.Lines[^1]);
        Assert.HasCount(2, _bench.Notices.OfType<AlarmNotice>()); // shown already
    }

    /// <summary>A disk that is full may fail only at the commit, after every statement.</summary>
    [TestMethod]
    public void WhereTheCommitFailsTheAlarmIsShownOnceToo()
    {
        _bench.Turn("CREATE TABLE broken (at_commit INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED)");
        _bench.Turn("CREATE TRIGGER breaks AFTER INSERT ON record BEGIN INSERT INTO broken VALUES (999); END");
        for (int time = 0; time < 4; time++)
        {
            _bench.Feed(("alarm", Wire.Alarm(1)));
            _bench.Pass(600);
        }

        Assert.IsEmpty(_bench.Receipts);
        Assert.HasCount(1, _bench.Notices.OfType<AlarmNotice>());
        _bench.Turn("DROP TRIGGER breaks");
        _bench.Feed(("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(1)));
        Assert.HasCount(2, _bench.Receipts);
        Assert.HasCount(1, _bench.Notices.OfType<AlarmNotice>());
    }

    /// <summary>A greeting says that somebody listens who can store: fault 602 must not be kept away by one who cannot.</summary>
    [TestMethod]
    public void WhileItTakesNothingABirthIsNotAnsweredEither()
    {
        _bench.Feed(("snapshot", Wire.Snapshot(1, 1)), ("state", Wire.State(true)));
        Assert.HasCount(1, _bench.Receipts);
        _bench.Turn("PRAGMA query_only = ON");
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1)));
        Assert.HasCount(1, _bench.Receipts);
    }

    [TestMethod]
    public void WhileAnotherProcessHoldsItNothingIsAnswered()
    {
        using (var other = new SqliteConnection($"Data Source={_bench.File};Pooling=False"))
        {
            other.Open();
            using SqliteTransaction held = other.BeginTransaction();
            _bench.Feed(("alarm", Wire.Alarm(1)));
            Assert.IsEmpty(_bench.Receipts);
        }

        _bench.Feed(("alarm", Wire.Alarm(1)));
        CollectionAssert.AreEqual(new[] { Receipt }, _bench.Receipts);
    }

    [TestMethod]
    public void AFileThatIsGoneTakesNothing()
    {
        File.Move(_bench.File, _bench.File + ".away");
        _bench.Feed(("alarm", Wire.Alarm(1)));
        Assert.IsEmpty(_bench.Receipts);
        StringAssert.EndsWith(_bench.Lines[^1], "is gone");
        File.Move(_bench.File + ".away", _bench.File);
        _bench.Feed(("alarm", Wire.Alarm(1)));
        CollectionAssert.AreEqual(new[] { Receipt }, _bench.Receipts);
    }

    [TestMethod]
    public void AnotherProgramsFileIsRefused()
    {
        string file = _bench.File + ".other";
        using (var other = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            other.Open();
            using SqliteCommand command = other.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (x)";
            command.ExecuteNonQuery();
        }

        Assert.EndsWith("it is no centre's store", Assert.Throws<StoreException>(() => Store.Open(file)).Message);
        File.WriteAllText(file, "no database at all, but long enough to look at: " + new string('x', 2000));
        Assert.EndsWith("不是数据库文件", Assert.Throws<StoreException>(() => Store.Open(file)).Chinese);
    }

    [TestMethod]
    public void AnotherVersionIsRefused()
    {
        _bench.Store.Do("PRAGMA user_version = 99");
        Assert.EndsWith("its version is 99, this program's 7", Assert.Throws<StoreException>(() => Store.OpenExisting(_bench.File)).Message);
        Assert.EndsWith("its version is 99, this program's 7", Assert.Throws<StoreException>(() => Store.Open(_bench.File)).Message);
    }

    [TestMethod]
    public void AQuestionMakesNoStore()
    {
        string file = _bench.File + ".none";
        Assert.Throws<StoreException>(() => Store.OpenExisting(file));
        Assert.IsFalse(File.Exists(file));
    }

    /// <summary>Fills the pages at hand, so that the next record needs a new one.</summary>
    private void Fill()
    {
        for (int seq = 1; seq <= 12; seq++)
        {
            _bench.Feed(("../filler/alarm", Padded(seq)));
        }

        _bench.Notices.Clear();
        _bench.Lines.Clear();
        _bench.Sent.Clear();
    }

    private static string Padded(int seq) => Wire.Alarm(seq).Replace("\"suppressed\"", $"\"padding\":\"{new string('x', 3000)}\",\"suppressed\"");
}
