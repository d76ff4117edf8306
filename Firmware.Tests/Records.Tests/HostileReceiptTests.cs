using Core.Tests.Support;
using Firmware.Core.Ports;

namespace Records.Tests;

/// <summary>
/// Receipts that nobody can mean, each 10,000 times: the unit keeps all that it had, writes nothing, counts them, and takes the true one afterwards. Two alarms
/// wait: #1 was sent, #2 was not yet.
/// </summary>
[TestClass]
public class HostileReceiptTests
{
    private const int Times = 10000;

    private static UnitBench s_unit;

    [TestMethod]
    [DataRow("{\"epoch\":1111,\"upTo\":0,\"at\":1790000012,\"plus\":[[7,1790000012]]}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":0,\"at\":1790000012,\"plus\":[[2147483647,1790000012]]}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":2,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":0,\"at\":1790000012,\"plus\":[[2,1790000012]]}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":3,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":2147483647,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":1112,\"upTo\":2,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":4294967295,\"upTo\":2,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":1,\"at\":", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":-1,\"at\":1790000012}", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":99999999999,\"at\":1790000012}", true)]
    [DataRow("[1111,1]", true)]
    [DataRow("", true)]
    [DataRow("{\"epoch\":1111,\"upTo\":0,\"at\":1790000012}", false)]
    public void TenThousandTimes_TheUnitKeepsAll(string receipt, bool refused)
    {
        s_unit = TwoWaiting();
        int writes = s_unit.Storage.Writes;
        int deletes = s_unit.Storage.Deletes;
        for (int i = 0; i < Times; i++)
        {
            s_unit.Link.Send(Inbound.Stored, receipt);
            s_unit.Unit.Delivery.Step(s_unit.Clock.UptimeMs);
        }

        Assert.AreEqual(refused ? Times : 0, s_unit.Unit.Delivery.Counters.Refused);
        Assert.AreEqual(2, s_unit.Unit.Delivery.Journal.Outbox.Count);
        Assert.IsTrue(s_unit.Storage.Has(64) && s_unit.Storage.Has(65));
        Assert.AreEqual(writes, s_unit.Storage.Writes);
        Assert.AreEqual(deletes, s_unit.Storage.Deletes);

        s_unit.Link.MailboxTaken = false;
        s_unit.Run(2000);
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":2,\"at\":1790000030}");
        s_unit.Run(2000);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Outbox.Count);
        Assert.IsFalse(s_unit.Storage.Has(64) || s_unit.Storage.Has(65));
    }

    /// <summary>Of an earlier epoch the last number is not known any more: what reaches far beyond all that waits is not believed.</summary>
    [TestMethod]
    [DataRow(186, 0)]
    [DataRow(187, 2)]
    [DataRow(2147483647, 2)]
    public void AnEarlierEpoch_IsBoundedToo(int upTo, int left)
    {
        s_unit = TwoWaiting();
        s_unit.Storage.Delete(0);
        var next = new UnitBench(s_unit.Storage, s_unit.Settings, 1);
        next.Link.Connect();
        next.Run(3000);
        Assert.AreEqual(UnitBench.LaterEpoch, next.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(2, next.Unit.Delivery.Journal.Outbox.Count);
        next.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + upTo + ",\"at\":1790000030}");
        next.Run(500);
        Assert.AreEqual(left, next.Unit.Delivery.Journal.Outbox.Count);
    }

    private static UnitBench TwoWaiting()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(8000);
        unit.Link.MailboxTaken = true;
        unit.Io.Supply = 12600;
        unit.Run(50000);
        Assert.AreEqual(2, unit.Unit.Delivery.Journal.Outbox.Count);
        Assert.AreEqual(1, unit.Link.CountOf("alarm"));
        return unit;
    }
}
