using System;
using System.IO;
using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Device.Platform;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Device.Tests;

/// <summary>Files in the storage folder that this unit did not write so: each kind is skipped, counted by kind and noted, and the unit keeps what is its own.</summary>
[TestClass]
public class ForeignFilesTests : BoardTest
{
    private static readonly byte[] s_mac = [2, 0, 0, 0, 0, 1];
    private static readonly byte[] s_otherMac = [2, 0, 0, 0, 0, 2];
    private readonly NativeChecksum _checksum = new();
    private FlashStorage _storage;

    [TestInitialize]
    public void MakeFolder()
    {
        _storage = new FlashStorage("I:\\u", new Troubles());
    }

    [TestMethod]
    public void EveryKindIsSkippedCountedAndNoted()
    {
        Begin(); // the ledger of a first start
        Put(64, Alarm(s_mac, 7));
        Put(65, Alarm(s_otherMac, 8));
        byte[] future = Alarm(s_mac, 9);
        future[0] = 3;
        Firmware.Records.Bytes.Put32(future, future.Length - 4, (int)_checksum.Crc32(future, future.Length - 4));
        Put(66, future);
        byte[] truncated = Alarm(s_mac, 10);
        Put(67, truncated.AsSpan(0, truncated.Length - 1).ToArray());
        System.IO.File.WriteAllBytes(Name(68), new byte[100_000]);
        System.IO.File.WriteAllText(Name(69), "not a record");
        System.IO.File.WriteAllBytes(Name(70), [0]);
        System.IO.File.WriteAllBytes(Name(71), []);
        System.IO.File.WriteAllText(Path.Combine(Hardware.StorageRoot, "u", "readme.txt"), "nobody asks for it");

        Journal journal = Begin();
        Assert.AreEqual(4, journal.Store.DamagedCount);
        Assert.AreEqual(1, journal.Store.ForeignCount);
        Assert.AreEqual(1, journal.Store.FutureCount);
        Assert.AreEqual(64, Find(journal, 7), "the unit's own record waits for its receipt");
        var entry = new EventRecord();
        var reader = new EventReader(journal.Log);
        while (reader.TryOlder(entry) && entry.Kind != EventKind.RecordsSkipped)
        {
        }

        Assert.AreEqual(EventKind.RecordsSkipped, entry.Kind);
        Assert.AreEqual(6, entry.Code);
        Assert.AreEqual(10104, entry.Value, "1 foreign, 1 of a later format, 4 damaged");
    }

    [TestMethod]
    public void StatesThatAreNoneLeaveTheUnitAsNew()
    {
        Begin();
        foreach (int slot in new[] { 1, 3, 4, 6, 8, 42, 43, 44, 49 })
        {
            System.IO.File.WriteAllBytes(Name(slot), new byte[5000]);
        }

        var settings = SettingsStore.Load(_storage, _checksum, s_mac, [], -1);
        Assert.AreEqual(SettingsFault.Damaged, settings.Fault);
        Assert.AreEqual(1, settings.InForce.Rejected);
        Journal journal = Begin();
        Assert.AreEqual(4, journal.Store.DamagedCount, "learned bands, parting record and two pages of the log; the other parts are not joined here");
        Assert.AreEqual(2, journal.Boot);
        foreach (int slot in new[] { 4, 8, 49 })
        {
            Assert.IsFalse(System.IO.File.Exists(Name(slot)), $"slot {slot} is cleared");
        }

        Assert.AreEqual(0, Begin().Store.DamagedCount);
    }

    [TestMethod]
    public void ALedgerThatIsNoneIsCountedAndBeginsAnEpoch()
    {
        Begin();
        System.IO.File.WriteAllBytes(Name(0), new byte[5000]);
        Journal journal = Begin();
        Assert.AreEqual(1, journal.Store.DamagedCount);
        Assert.AreEqual(1, journal.Boot);
        Assert.AreEqual(0, Begin().Store.DamagedCount);
    }

    private Journal Begin()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        var journal = new Journal(site, new UnitClock(), new UnitIdentity { Mac = s_mac }, _storage, _checksum);
        journal.Kept.Add(new LearnedBandsSlot(site.View.Bands));
        journal.Drill = new WeeklyDrill(site, journal.Outbox, journal.Log, new UnitClock(), new Settings(), _checksum);
        journal.Begin(1111);
        for (long nowMs = 0; nowMs < 2000; nowMs += 50)
        {
            journal.Step(nowMs);
        }

        return journal;
    }

    private byte[] Alarm(byte[] mac, int seq)
    {
        var record = new AlarmRecord { Epoch = 1111, Seq = seq, Boot = 1, Code = 305, Level = 2, Event = FaultEvent.Raised, Occurrence = 1 };
        var buffer = new byte[Slots.LargeBytes];
        int count = record.Write(buffer, new RecordStamp(mac, new UnitClock(), _checksum), _checksum);
        return buffer.AsSpan(0, count).ToArray();
    }

    private void Put(int slot, byte[] content) => Assert.IsTrue(_storage.Replace(slot, content, content.Length));

    private static int Find(Journal journal, int seq)
    {
        for (int place = 0; place < Outbox.Capacity; place++)
        {
            if (journal.Outbox.IsWaiting(place) && journal.Outbox.SeqOf(place) == seq)
            {
                return Slots.Outbox + place;
            }
        }

        return -1;
    }

    private static string Name(int slot) => Path.Combine(Hardware.StorageRoot, "u", slot.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
