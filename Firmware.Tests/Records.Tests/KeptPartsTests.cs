using Core.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>Parts with a state of their own: read at the start, written when they say so.</summary>
[TestClass]
public class KeptPartsTests
{
    private const byte Type = 99;

    [TestMethod]
    public void ADuePart_IsWrittenAndTakenUpAfterARestart()
    {
        var storage = new MemoryStorage();
        var part = new Number(5) { Value = 1234, Due = true };
        KeptParts parts = With(part, new Number(6));
        Assert.AreEqual(0, parts.Due(0));
        Assert.IsTrue(Write(parts, storage));
        Assert.AreEqual(-1, parts.Due(0));
        var after = new Number(5);
        KeptParts again = With(after, new Number(6));
        RecordStore store = ReadAll(again, storage);
        Assert.AreEqual(1234, after.Value);
        Assert.AreEqual(0, store.DamagedCount);
    }

    [TestMethod]
    public void ARefusedWrite_StaysDue()
    {
        var storage = new MemoryStorage { RefuseWrites = 1 };
        KeptParts parts = With(new Number(5) { Due = true }, new Number(6));
        Assert.IsFalse(Write(parts, storage));
        Assert.AreEqual(0, parts.Due(0));
    }

    [TestMethod]
    public void TheFirstAdded_IsWrittenFirst()
    {
        KeptParts parts = With(new Number(5) { Due = true }, new Number(6) { Due = true });
        Assert.AreEqual(0, parts.Due(0));
        Write(parts, new MemoryStorage());
        Assert.AreEqual(1, parts.Due(0));
    }

    [TestMethod]
    public void ADamagedState_IsCountedAndChangesNothing()
    {
        var storage = new MemoryStorage();
        storage.Replace(5, new byte[] { 1, 2, 3 }, 3);
        var part = new Number(5) { Value = 7 };
        KeptParts parts = With(part, new Number(6));
        RecordStore store = ReadAll(parts, storage);
        Assert.AreEqual(7, part.Value);
        Assert.AreEqual(1, store.DamagedCount);
        Assert.AreEqual(1, store.RefusedCount);
        Assert.AreEqual(5, store.NextRefused());
        part.Due = true;
        Assert.IsTrue(parts.Write(0, store, Stamp(1), 17, 5000, new TableChecksum()));
        Assert.AreEqual(0, store.RefusedCount);
    }

    [TestMethod]
    public void AStateOfAnotherChip_IsNotTaken()
    {
        var storage = new MemoryStorage();
        Write(With(new Number(5) { Value = 1234 }, new Number(6)), storage);
        var part = new Number(5) { Value = 7 };
        KeptParts parts = With(part, new Number(6));
        var store = new RecordStore(storage);
        parts.ReadAll(store, Stamp(2), new TableChecksum());
        Assert.AreEqual(7, part.Value);
        Assert.AreEqual(1, store.ForeignCount);
        Assert.AreEqual(0, store.DamagedCount);
        Assert.IsTrue(store.Delete(store.NextRefused(), WriteClass.State, 5000));
        Assert.AreEqual(0, store.RefusedCount);
        Assert.IsFalse(storage.Has(5));
    }

    /// <summary>A firmware that was put back finds the state of a later one: it is not used, and stays until its place is taken.</summary>
    [TestMethod]
    public void AStateOfALaterFormat_IsCountedAndStays()
    {
        var storage = new MemoryStorage();
        Write(With(new Number(5) { Value = 1234 }, new Number(6)), storage);
        var buffer = new byte[1024];
        int count = storage.Read(5, buffer);
        buffer[0]++;
        Bytes.Put32(buffer, count - 4, (int)new TableChecksum().Crc32(buffer, count - 4));
        storage.Replace(5, buffer, count);
        RecordStore store = ReadAll(With(new Number(5), new Number(6)), storage);
        Assert.AreEqual(1, store.FutureCount);
        Assert.AreEqual(0, store.DamagedCount);
        Assert.AreEqual(0, store.RefusedCount);
    }

    [TestMethod]
    public void AState_IsStampedLikeEveryRecord()
    {
        var storage = new MemoryStorage();
        Write(With(new Number(5) { Value = 1234 }, new Number(6)), storage);
        var buffer = new byte[1024];
        storage.Read(5, buffer);
        Assert.AreEqual(1111, Record.EpochOf(buffer));
        Assert.AreEqual(17, Record.SeqOf(buffer));
        Assert.AreEqual(3, Record.BootOf(buffer));
        Assert.AreEqual(5000L, Record.UptimeOf(buffer));
    }

    [TestMethod]
    public void AnUnreadableSlot_IsNoDamageAndNothingIsWritten()
    {
        var storage = new MemoryStorage { FailReadsFrom = 6 };
        var store = new RecordStore(storage);
        KeptParts parts = With(new Number(5) { Due = true }, new Number(6));
        parts.ReadAll(store, Stamp(1), new TableChecksum());
        Assert.AreEqual(0, store.DamagedCount);
        Assert.IsTrue(store.IsReadOnly);
        Assert.AreEqual(1, store.UnreadCount);
        Assert.IsFalse(parts.Write(0, store, Stamp(1), 17, 5000, new TableChecksum()));
        Assert.IsFalse(store.Delete(5, WriteClass.State, 5000));
        Assert.AreEqual(0, storage.Writes);
        Assert.AreEqual(0, store.FailuresInRow);
    }

    /// <summary>Asked once a second: what is read at last is for the restart; nothing is written before it.</summary>
    [TestMethod]
    public void AnUnreadableSlot_IsAskedAgainUntilItIsRead()
    {
        var storage = new MemoryStorage { FailReadsFrom = 6 };
        RecordStore store = Begun(storage);
        ReadAgain(store, 0, 9950);
        Assert.AreEqual(8 + 10, store.Errors);
        Assert.AreEqual(10, store.FailuresInRow);
        storage.FailReadsFrom = 124;
        ReadAgain(store, 10000, 10000);
        Assert.AreEqual(0, store.UnreadCount);
        Assert.IsTrue(store.IsReadable);
        Assert.IsTrue(store.IsReadOnly);
        Assert.AreEqual(0, storage.Writes);
    }

    /// <summary>Other slots are given back and this one is not, 600 times: it is damaged, and the next start is to find it so.</summary>
    [TestMethod]
    public void AnUnreadableSlot_IsGivenUpAfterTenMinutes()
    {
        var storage = new MemoryStorage { FailReadsFrom = 6 };
        RecordStore store = Begun(storage);
        ReadAgain(store, 0, 599950);
        Assert.AreEqual(0, storage.Writes);
        ReadAgain(store, 600000, 600000);
        Assert.AreEqual(1, storage.Writes);
        Assert.AreEqual(6, storage.LastSlot);
        Assert.IsTrue(store.IsReadable);
        storage.FailReadsFrom = 124;
        KeptParts parts = With(new Number(5), new Number(6));
        Assert.AreEqual(1, ReadAll(parts, storage).DamagedCount);
    }

    /// <summary>Storage gives nothing back at all: that says nothing of one slot.</summary>
    [TestMethod]
    public void ADeadStorage_GivesNothingUp()
    {
        var storage = new MemoryStorage { FailReadsFrom = 6 };
        RecordStore store = Begun(storage);
        storage.FailReads = true;
        ReadAgain(store, 0, 3600000);
        Assert.AreEqual(0, storage.Writes);
        Assert.IsFalse(store.IsReadable);
    }

    private static RecordStore Begun(MemoryStorage storage)
    {
        var store = new RecordStore(storage);
        With(new Number(5), new Number(6)).ReadAll(store, Stamp(1), new TableChecksum());
        return store;
    }

    private static void ReadAgain(RecordStore store, int fromMs, int toMs)
    {
        var buffer = new byte[1056];
        for (int ms = fromMs; ms <= toMs; ms += 50)
        {
            store.ReadAgain(ms, buffer);
        }
    }

    private static RecordStore ReadAll(KeptParts parts, MemoryStorage storage)
    {
        var store = new RecordStore(storage);
        parts.ReadAll(store, Stamp(1), new TableChecksum());
        return store;
    }

    private static bool Write(KeptParts parts, MemoryStorage storage)
    {
        return parts.Write(0, new RecordStore(storage), Stamp(1), 17, 5000, new TableChecksum());
    }

    private static RecordStamp Stamp(byte macEnd)
    {
        return new RecordStamp(new byte[] { 2, 0, 0, 0, 0, macEnd }, new UnitClock(), new TableChecksum()) { Epoch = 1111, Boot = 3 };
    }

    private static KeptParts With(IKept first, IKept second)
    {
        var parts = new KeptParts(new byte[KeptParts.MaxBytes]);
        parts.Add(first);
        parts.Add(second);
        return parts;
    }

    private sealed class Number : IKept
    {
        public int Value;
        public bool Due;

        public Number(int slot)
        {
            Slot = slot;
        }

        public int Slot { get; }

        public bool IsDue(long nowMs) => Due;

        public int Write(byte[] buffer, long nowMs, IChecksum checksum) => Record.Seal(buffer, Type, Bytes.Put32(buffer, Record.BodyAt, Value), checksum);

        public void Saved(long nowMs) => Due = false;

        public bool TryRead(byte[] buffer, int count, IChecksum checksum)
        {
            bool valid = Record.IsValid(buffer, count, Type, 4, checksum);
            Value = valid ? Bytes.Get32(buffer, Record.BodyAt) : Value;
            return valid;
        }
    }
}
