using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>
/// A bit of a slot that holds no alarm flips: the next start says so with 704 and an entry of the event log, loses what stood there alone, and the start after it finds nothing more.
/// </summary>
[TestClass]
public class StoreDamageTests
{
    private const long Volume = 123456789;
    private static readonly byte[] s_buffer = new byte[1056];
    private static readonly EventRecord s_entry = new EventRecord();
    private static UnitBench s_unit;

    /// <summary>Without the ledger the volume is that of the counters over the unit's life, in whole litres.</summary>
    [TestMethod]
    public void LedgerDamaged_IsToldAndTheVolumeIsKept()
    {
        BeginWithVolume();
        Flip(0, 40);
        Restart();
        Assert.AreEqual(UnitBench.LaterEpoch, s_unit.Unit.Delivery.Counters.Epoch);
        Assert.AreEqual(123456000L, s_unit.Unit.Site.Meter.TotalMillilitres);
        AssertIsToldOnce();
        Assert.AreEqual((int)EpochReason.LedgerDamaged, NewestOf(EventKind.EpochBegan));
        Restart();
        Assert.AreEqual(123456000L, s_unit.Unit.Site.Meter.TotalMillilitres);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
    }

    /// <summary>However full the page of the log is, there is room for what the start has to tell.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    public void LedgerDamaged_StandsInTheLog(int entries)
    {
        BeginWithVolume();
        EventLog log = s_unit.Unit.Delivery.Journal.Log;
        do
        {
            log.AddUrgent(EventKind.PageFailed, 700, 0, 60000);
            log.Write(60000);
        }
        while (s_unit.Storage.Read(s_unit.Storage.LastSlot, s_buffer) != entries * 40);
        Flip(0, 40);
        Restart();
        AssertStartIsToldOfTheLedger();
        s_unit.Run(2000);
        Restart();
        AssertStartIsToldOfTheLedger();
    }

    /// <summary>A failing supply wrote the volume last: to the millilitre, under the epoch that is lost.</summary>
    [TestMethod]
    public void LedgerDamaged_TheVolumeOfTheFailingSupplyCounts()
    {
        BeginWithVolume();
        s_unit.Unit.Site.Meter.TotalMillilitres = Volume + 1000000;
        s_unit.Run(130000);
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Assert.IsTrue(s_unit.Storage.Has(8));
        Flip(0, 40);
        Restart();
        Assert.AreEqual(124456789L, s_unit.Unit.Site.Meter.TotalMillilitres);
        s_unit.Run(1000);
        Assert.AreEqual((int)ResetCause.PowerLoss, (int)s_unit.Unit.Life.Boots.Cause);
    }

    /// <summary>With a ledger of this chip its word holds, though the counters tell of more: a unit that has taken over a site goes on with that one's volume.</summary>
    [TestMethod]
    public void SoundLedger_HoldsAgainstTheCounters()
    {
        BeginWithVolume();
        s_unit.Unit.Site.Meter.TotalMillilitres = 5000;
        Assert.IsTrue(s_unit.Unit.Delivery.Journal.TryKeepLedger(60000));
        Restart();
        Assert.AreEqual(5000L, s_unit.Unit.Site.Meter.TotalMillilitres);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
    }

    /// <summary>A ledger of a later firmware is no damage; its volume cannot be read, and the counters' holds.</summary>
    [TestMethod]
    public void LedgerOfALaterFormat_IsCountedAsSuch()
    {
        BeginWithVolume();
        int count = s_unit.Storage.Read(0, s_buffer);
        s_buffer[0]++;
        Bytes.Put32(s_buffer, count - 4, (int)new TableChecksum().Crc32(s_buffer, count - 4));
        s_unit.Storage.Replace(0, s_buffer, count);
        Restart();
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
        Assert.AreEqual(1, s_unit.Unit.Delivery.Journal.Store.FutureCount);
        Assert.AreEqual(123456000L, s_unit.Unit.Site.Meter.TotalMillilitres);
    }

    /// <summary>The ledger has the volume; the record of the failing supply is cleared.</summary>
    [TestMethod]
    public void PartingRecordDamaged_IsToldAndCleared()
    {
        BeginWithVolume();
        s_unit.Io.Supply = 10000;
        s_unit.Run(8000);
        Flip(8, 30);
        Restart();
        Assert.AreEqual(Volume, s_unit.Unit.Site.Meter.TotalMillilitres);
        AssertIsToldOnce();
        Assert.IsFalse(s_unit.Storage.Has(8));
    }

    /// <summary>An entry of a page that is written no more: the others of the page stay.</summary>
    [TestMethod]
    public void PageOfTheLogDamaged_IsToldAndMended()
    {
        BeginWithVolume();
        EventLog log = s_unit.Unit.Delivery.Journal.Log;
        for (int number = 0; number < 20; number++)
        {
            log.AddUrgent(EventKind.PageFailed, 700 + number, 0, 60000);
            s_unit.Run(100);
        }

        int bytes = s_unit.Storage.Read(45, s_buffer);
        Flip(45, 45);
        int before = Entries();
        Restart();
        AssertIsToldOnce();
        Assert.AreEqual(bytes - 40, s_unit.Storage.Read(45, s_buffer), "one entry of 40 B");
        Assert.IsTrue(Entries() >= before, "the damaged one was none before, and the start added some");
    }

    /// <summary>A page of which nothing is left, and the last one, in which the start goes on.</summary>
    [TestMethod]
    [DataRow(44, 1)]
    [DataRow(49, 5000)]
    public void PageOfTheLogThatIsNone_IsToldOnce(int slot, int longest)
    {
        BeginWithVolume();
        int count = longest > s_buffer.Length ? s_buffer.Length : longest;
        s_unit.Storage.Replace(slot, new byte[count], count);
        Restart();
        AssertIsToldOnce();
    }

    /// <summary>A unit that ran for more than ten minutes with a volume, and was restarted once: ledger and counters know it.</summary>
    private static void BeginWithVolume()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit.Unit.Site.Meter.TotalMillilitres = Volume;
        Assert.IsTrue(s_unit.Unit.Delivery.Journal.TryKeepLedger(1000));
        Restart();
        s_unit.Run(30000);
        Assert.AreEqual(Volume, s_unit.Unit.Site.Meter.TotalMillilitres);
    }

    private static void AssertStartIsToldOfTheLedger()
    {
        Assert.IsTrue(NewestOf(EventKind.Started) >= 0);
        Assert.AreEqual((int)EpochReason.LedgerDamaged, NewestOf(EventKind.EpochBegan));
        Assert.AreEqual(1, NewestOf(EventKind.RecordsSkipped));
        Assert.AreEqual(-1, NewestOf(EventKind.EntriesLost));
    }

    private static void Restart()
    {
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
    }

    private static void Flip(int slot, int at)
    {
        int count = s_unit.Storage.Read(slot, s_buffer);
        s_buffer[at] ^= 16;
        s_unit.Storage.Replace(slot, s_buffer, count);
    }

    /// <summary>This start found one damaged slot and raises 704; the next one finds none.</summary>
    private static void AssertIsToldOnce()
    {
        Assert.AreEqual(1, s_unit.Unit.Delivery.Journal.Store.DamagedCount);
        Assert.IsTrue(s_unit.UntilRaised(704, 30000) >= 0);
        Assert.AreEqual(1, NewestOf(EventKind.RecordsSkipped));
        s_unit.Run(30000);
        UnitBench now = s_unit;
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
        Assert.AreEqual(0, s_unit.Unit.Delivery.Journal.Store.DamagedCount, "nothing of it is left for the next start");
        s_unit = now;
    }

    /// <summary>Code of the newest entry of a kind; −1 where there is none.</summary>
    private static int NewestOf(EventKind kind)
    {
        var reader = new EventReader(s_unit.Unit.Delivery.Journal.Log);
        while (reader.TryOlder(s_entry))
        {
            if (s_entry.Kind == kind)
            {
                return s_entry.Code;
            }
        }

        return -1;
    }

    private static int Entries()
    {
        int count = 0;
        var reader = new EventReader(s_unit.Unit.Delivery.Journal.Log);
        while (reader.TryOlder(s_entry))
        {
            count++;
        }

        return count;
    }
}
