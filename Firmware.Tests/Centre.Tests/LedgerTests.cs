using System.Linq;
using System.Text.Json;
using Centre.Tests.Support;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>What is stored of an epoch, and the receipt that says so.</summary>
[TestClass]
public class LedgerTests
{
    private const long Now = 1790000009;

    private Bench _bench;
    private Ledger _ledger;
    private long _unit;

    [TestInitialize]
    public void Open()
    {
        _bench = new Bench();
        _ledger = new Ledger(_bench.Store);
        _unit = new Units(_bench.Store).FindOrAdd(new UnitAddress("east", "well-1"), Now).Id;
    }

    [TestCleanup]
    public void Close() => _bench.Dispose();

    [TestMethod]
    public void OfAnUnknownEpochThereIsNothingToAnswer() => Assert.IsNull(_ledger.Greeting(_unit, 7, null));

    [TestMethod]
    public void IdsInOrderMoveTheGaplessEnd()
    {
        Add(1, 1790000001);
        Add(2, 1790000002);
        AssertReceipt("""{"epoch":7,"upTo":2,"at":1790000009,"plus":[[2,1790000002]]}""", 2);
    }

    [TestMethod]
    public void AnIdBeyondAGapIsAPairUntilTheGapCloses()
    {
        Add(2, 1790000002);
        AssertReceipt("""{"epoch":7,"upTo":0,"at":1790000009,"plus":[[2,1790000002]]}""", 2);
        Add(1, 1790000003);
        AssertReceipt("""{"epoch":7,"upTo":2,"at":1790000009,"plus":[[1,1790000003]]}""", 1);
    }

    [TestMethod]
    public void TheSnapshotsOldestIsWhereAnUnknownEpochStarts()
    {
        Add(17, 1790000001);
        _ledger.StartAt(_unit, 7, 17);
        AssertReceipt("""{"epoch":7,"upTo":17,"at":1790000009,"plus":[[17,1790000001]]}""", 17);
    }

    [TestMethod]
    public void AnEpochWithoutARecordStartsAtNone()
    {
        _ledger.StartAt(_unit, 7, 1);
        AssertReceipt("""{"epoch":7,"upTo":0,"at":1790000009,"plus":[]}""", null);
    }

    [TestMethod]
    public void AnOlderStartTakesNothingBack()
    {
        _ledger.StartAt(_unit, 7, 17);
        _ledger.StartAt(_unit, 7, 5);
        AssertReceipt("""{"epoch":7,"upTo":16,"at":1790000009,"plus":[]}""", null);
    }

    [TestMethod]
    public void TheSnapshotsOldestClosesAGapOfRecordsThatNeverCome()
    {
        Add(1, 1790000001);
        Add(6, 1790000002);
        _ledger.StartAt(_unit, 7, 5);
        AssertReceipt("""{"epoch":7,"upTo":4,"at":1790000009,"plus":[[6,1790000002]]}""", null);
        Add(5, 1790000003);
        AssertReceipt("""{"epoch":7,"upTo":6,"at":1790000009,"plus":[]}""", null);
    }

    [TestMethod]
    public void AtMostSixteenPairsAndTheAnsweredOneIsAmongThem()
    {
        for (uint seq = 10; seq < 40; seq++)
        {
            Add(seq, 1790000000 + seq);
        }

        using JsonDocument json = JsonDocument.Parse(Json(39));
        uint[] ids = json.RootElement.GetProperty("plus").EnumerateArray().Select(pair => pair[0].GetUInt32()).ToArray();
        CollectionAssert.AreEqual(Enumerable.Range(10, 15).Select(seq => (uint)seq).Append(39u).ToArray(), ids);
    }

    [TestMethod]
    public void SixteenLongestPairsFitTheTopic()
    {
        for (uint seq = uint.MaxValue - 20; seq < uint.MaxValue; seq++)
        {
            Add(seq, uint.MaxValue, uint.MaxValue);
        }

        Assert.IsLessThanOrEqualTo(512, _ledger.Receipt(_unit, uint.MaxValue, [uint.MaxValue - 1]).ToJson(Now).Length);
    }

    [TestMethod]
    public void TheLastIdOfAllDoesNotWrapRound()
    {
        _ledger.StartAt(_unit, 7, uint.MaxValue);
        Add(uint.MaxValue, 1790000001);
        AssertReceipt("""{"epoch":7,"upTo":4294967295,"at":1790000009,"plus":[[4294967295,1790000001]]}""", uint.MaxValue);
    }

    /// <summary>Records of one publish: each is named with the time at which it was first stored, also where no gap is left.</summary>
    [TestMethod]
    public void EveryAnsweredRecordIsNamedWithItsTime()
    {
        Add(1, 1790000001);
        Add(2, 1790000002);
        Add(3, 1790000003);
        Assert.AreEqual("""{"epoch":7,"upTo":3,"at":1790021609,"plus":[[1,1790000001],[3,1790000003]]}""", _ledger.Receipt(_unit, 7, [1, 3]).ToJson(Now + 21600));
    }

    /// <summary>The receipts of 2 and 3 were lost with the link: the unit hears when they were stored as soon as it is back.</summary>
    [TestMethod]
    public void TheGreetingNamesWhatWaitedAtTheUnit()
    {
        Add(1, 1790000001);
        Add(2, 1790000002);
        Add(3, 1790000003);
        Add(5, 1790000004);
        Assert.AreEqual("""{"epoch":7,"upTo":3,"at":1790021609,"plus":[[2,1790000002],[3,1790000003],[5,1790000004]]}""", _ledger.Greeting(_unit, 7, 2).ToJson(Now + 21600));
    }

    [TestMethod]
    public void EpochsAndUnitsDoNotMix()
    {
        Add(1, 1790000001);
        long other = new Units(_bench.Store).FindOrAdd(new UnitAddress("east", "well-2"), Now).Id;
        Assert.IsNull(_ledger.Greeting(other, 7, null));
        Assert.IsNull(_ledger.Greeting(_unit, 8, null));
    }

    private void Add(uint seq, long at, uint epoch = 7) => _ledger.Add(new StoredRecord(_unit, new RecordId(epoch, seq), "alarm", at, "{}"));

    private string Json(uint? answered) => (answered is { } seq ? _ledger.Receipt(_unit, 7, [seq]) : _ledger.Greeting(_unit, 7, null)).ToJson(Now);

    private void AssertReceipt(string expected, uint? answered) => Assert.AreEqual(expected, Json(answered));
}
