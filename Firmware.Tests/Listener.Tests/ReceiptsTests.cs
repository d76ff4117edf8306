using System.Linq;
using System.Text.Json;
using Tools.Listener;

namespace Listener.Tests;

[TestClass]
public class ReceiptsTests
{
    private const long Now = 1790000009;

    [TestMethod]
    public void NothingStoredIsEmpty() => Assert.IsTrue(new Receipts(7).IsEmpty);

    [TestMethod]
    public void IdsInOrderMoveTheGaplessEnd()
    {
        var receipts = new Receipts(7);
        receipts.Add(1, 1790000001);
        receipts.Add(2, 1790000002);
        Assert.AreEqual("""{"epoch":7,"upTo":2,"at":1790000009,"plus":[]}""", receipts.ToJson(2, Now));
    }

    [TestMethod]
    public void AnIdBeyondAGapIsAPairUntilTheGapCloses()
    {
        var receipts = new Receipts(7);
        receipts.Add(2, 1790000002);
        Assert.AreEqual("""{"epoch":7,"upTo":0,"at":1790000009,"plus":[[2,1790000002]]}""", receipts.ToJson(2, Now));
        receipts.Add(1, 1790000003);
        Assert.AreEqual("""{"epoch":7,"upTo":2,"at":1790000009,"plus":[]}""", receipts.ToJson(1, Now));
    }

    [TestMethod]
    public void TheSnapshotsOldestIsWhereAnUnknownEpochStarts()
    {
        var receipts = new Receipts(7);
        receipts.Add(17, 1790000001);
        receipts.StartAt(17);
        Assert.AreEqual("""{"epoch":7,"upTo":17,"at":1790000009,"plus":[]}""", receipts.ToJson(17, Now));
    }

    [TestMethod]
    public void AnEpochWithoutARecordStartsAtNone()
    {
        var receipts = new Receipts(7);
        receipts.StartAt(1);
        Assert.IsFalse(receipts.IsEmpty);
        Assert.AreEqual("""{"epoch":7,"upTo":0,"at":1790000009,"plus":[]}""", receipts.ToJson(0, Now));
    }

    [TestMethod]
    public void AnOlderStartTakesNothingBack()
    {
        var receipts = new Receipts(7);
        receipts.StartAt(17);
        receipts.StartAt(5);
        Assert.AreEqual("""{"epoch":7,"upTo":16,"at":1790000009,"plus":[]}""", receipts.ToJson(0, Now));
    }

    [TestMethod]
    public void BelowTheStartOnlyWhatWasSeenIsStoredHere()
    {
        var receipts = new Receipts(7);
        receipts.StartAt(17);
        Assert.IsFalse(receipts.Has(3));
    }

    [TestMethod]
    public void AtMostSixteenPairsAndTheAnsweredOneIsAmongThem()
    {
        var receipts = new Receipts(7);
        for (uint seq = 10; seq < 40; seq++)
        {
            receipts.Add(seq, 1790000000 + seq);
        }

        using JsonDocument json = JsonDocument.Parse(receipts.ToJson(39, Now));
        uint[] ids = json.RootElement.GetProperty("plus").EnumerateArray().Select(pair => pair[0].GetUInt32()).ToArray();
        CollectionAssert.AreEqual(Enumerable.Range(10, 15).Select(seq => (uint)seq).Append(39u).ToArray(), ids);
    }

    [TestMethod]
    public void SixteenLongestPairsFitTheTopic()
    {
        var receipts = new Receipts(uint.MaxValue);
        for (uint seq = uint.MaxValue - 20; seq < uint.MaxValue; seq++)
        {
            receipts.Add(seq, uint.MaxValue);
        }

        Assert.IsLessThanOrEqualTo(512, receipts.ToJson(uint.MaxValue - 1, Now).Length);
    }

    [TestMethod]
    public void TheLastIdOfAllDoesNotWrapRound()
    {
        var receipts = new Receipts(7);
        receipts.StartAt(uint.MaxValue);
        receipts.Add(uint.MaxValue, 1790000001);
        Assert.AreEqual("""{"epoch":7,"upTo":4294967295,"at":1790000009,"plus":[]}""", receipts.ToJson(uint.MaxValue, Now));
    }

    [TestMethod]
    public void ARepeatChangesNothing()
    {
        var receipts = new Receipts(7);
        receipts.Add(1, 1790000001);
        string before = receipts.ToJson(1, Now);
        receipts.Add(1, 1790000001);
        Assert.AreEqual(before, receipts.ToJson(1, Now));
    }
}
