using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>The envelope, the alarm record and the ledger: round trips, and nothing damaged gets through.</summary>
[TestClass]
public class RecordTests
{
    private static readonly TableChecksum s_checksum = new TableChecksum();
    private static readonly byte[] s_mac = { 2, 0, 0, 0, 0, 9 };

    [TestMethod]
    public void ChecksumOfTheCheckWord()
    {
        // "123456789" gives 0xCBF43926 by the catalogue of CRCs.
        Assert.AreEqual(unchecked((int)0xCBF43926), (int)s_checksum.Crc32(Text.Utf8("123456789"), 9));
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    [DataRow(4294967295L)]
    [DataRow(1790000000123L)]
    [DataRow(-9223372036854775807L)]
    [DataRow(9223372036854775807L)]
    public void SixtyFourBits_RoundTrip(long value)
    {
        var buffer = new byte[9];
        Assert.AreEqual(9, Bytes.Put64(buffer, 1, value));
        Assert.AreEqual(value, Bytes.Get64(buffer, 1));
    }

    [TestMethod]
    public void Numbers_LieMostSignificantByteFirst()
    {
        var buffer = new byte[6];
        Assert.AreEqual(2, Bytes.Put16(buffer, 0, 0x12345));
        Assert.AreEqual(6, Bytes.Put32(buffer, 2, -2));
        Assert.AreEqual(0x23, (int)buffer[0]);
        Assert.AreEqual(0x45, (int)buffer[1]);
        Assert.AreEqual(0xFE, (int)buffer[5]);
        Assert.AreEqual(0x2345, Bytes.Get16(buffer, 0));
        Assert.AreEqual(0xFFFF, Bytes.Get16(buffer, 2));
        Assert.AreEqual(-2, Bytes.Get32(buffer, 2));
    }

    [TestMethod]
    public void AlarmRecord_RoundTrips()
    {
        var buffer = new byte[512];
        Assert.AreEqual(111, WriteAlarm(buffer));
        var read = new AlarmRecord();
        Assert.IsTrue(read.TryRead(buffer, 111, s_checksum));
        Assert.AreEqual(-1430532899, read.Epoch);
        Assert.AreEqual(17, read.Seq);
        Assert.AreEqual(7, read.Boot);
        Assert.AreEqual(305, read.Code);
        Assert.AreEqual((int)FaultEvent.Level, (int)read.Event);
        Assert.AreEqual(1, (int)read.Level);
        Assert.AreEqual(65535, read.Occurrence);
        Assert.AreEqual(4, read.Suppressed);
        Assert.AreEqual(5000000000L, read.OnsetMs);
        Assert.AreEqual(5000010000L, read.ConfirmedMs);
        Assert.AreEqual(1790000000L, read.OnsetUnix);
        Assert.AreEqual(4102444799L, read.ConfirmedUnix);
        Assert.AreEqual(2, (int)read.Quality);
        Assert.AreEqual(12, read.FromSeq);
        Assert.AreEqual(15, read.ToSeq);
        Assert.AreEqual(3, read.OtherCount);
        Assert.AreEqual(12, read.By);
        Assert.AreEqual(103, read.Cause);
        Assert.AreEqual(70000, read.Frame);
        Assert.IsFalse(read.IsDrill);
        for (int field = 0; field < 8; field++)
        {
            Assert.AreEqual(field == 7 ? 255 : field, read.EvidenceSignal(field));
            Assert.AreEqual(field == 7 ? 0 : field % 7, (int)read.EvidenceReason(field));
            Assert.AreEqual(field == 7 ? 0 : -1000 * field, read.EvidenceValue(field));
        }
    }

    [TestMethod]
    public void AlarmRecordWithAnyBitFlipped_IsRefused()
    {
        var buffer = new byte[512];
        int count = WriteAlarm(buffer);
        var read = new AlarmRecord { Seq = 99 };
        for (int bit = 0; bit < 8 * count; bit++)
        {
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsFalse(read.TryRead(buffer, count, s_checksum), bit.ToString());
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.AreEqual(99, read.Seq);
        Assert.IsTrue(read.TryRead(buffer, count, s_checksum));
    }

    [TestMethod]
    public void AlarmRecordCutOrGrown_IsRefused()
    {
        var buffer = new byte[512];
        int count = WriteAlarm(buffer);
        for (int length = 0; length < buffer.Length; length++)
        {
            Assert.AreEqual(length == count, new AlarmRecord().TryRead(buffer, length, s_checksum), length.ToString());
        }
    }

    [TestMethod]
    public void EmptySlot_IsNoRecord()
    {
        Assert.IsFalse(new AlarmRecord().TryRead(new byte[512], 0, s_checksum));
        Assert.IsFalse(new AlarmRecord().TryRead(new byte[512], 111, s_checksum));
    }

    [TestMethod]
    public void LedgerIsNoAlarmAndAlarmIsNoLedger()
    {
        var buffer = new byte[512];
        Assert.IsFalse(new AlarmRecord().TryRead(buffer, WriteLedger(buffer), s_checksum));
        Assert.IsFalse(ReadLedger(new Ledger(), buffer, WriteAlarm(buffer), s_mac));
    }

    /// <summary>A record that ends after its evidence is one of before: nobody, no cause, no frame.</summary>
    [TestMethod]
    public void RecordWithoutItsTail_IsRead()
    {
        var buffer = new byte[512];
        WriteAlarm(buffer);
        int count = Record.Seal(buffer, Record.Alarm, 100, s_checksum);
        var read = new AlarmRecord { By = 3, Cause = 101, Frame = 9 };
        Assert.IsTrue(read.TryRead(buffer, count, s_checksum));
        Assert.AreEqual(305, read.Code);
        Assert.AreEqual(0, read.By);
        Assert.AreEqual(0, read.Cause);
        Assert.AreEqual(0, read.Frame);
        Assert.AreEqual(0, (int)read.Metering.Kind);
    }

    [TestMethod]
    [DataRow(1, 118)]
    [DataRow(3, 151)]
    public void MeteringPart_RoundTrips(int what, int bytes)
    {
        var catalogue = new FaultCatalogue();
        var water = new UnmeteredWater();
        int row = catalogue.RowOf(202);
        water.Restore(0, row, 128 | 1 | 2 | (2 << 5));
        for (int field = 0; field < 13; field++)
        {
            water.RestoreValue(0, (Unmetered)field, what == 1 && field == 8 ? 0 : 1000 + field);
        }

        var record = new AlarmRecord { Code = 202, Event = (FaultEvent)what };
        for (int field = 0; field < 8; field++)
        {
            record.SetEvidence(field, Signal.Supply, NoDataReason.None, field);
        }

        record.Metering.Take(catalogue, row, (FaultEvent)what, water);
        var buffer = new byte[512];
        int count = record.Write(buffer, Stamp(), s_checksum);
        Assert.AreEqual(bytes, count);
        var read = new AlarmRecord();
        Assert.IsTrue(read.TryRead(buffer, count, s_checksum));
        Assert.AreEqual(what, (int)read.Metering.Kind);
        Assert.IsFalse(read.Metering.StopsPump);
        if (what == 3)
        {
            Assert.AreEqual(2, (int)read.Metering.Basis);
            Assert.AreEqual(1007, read.Metering.Value(Unmetered.Litres));
            Assert.IsTrue(read.Metering.IsKnown(Unmetered.PulseTo));
            Assert.IsFalse(read.Metering.IsKnown(Unmetered.BusFrom));
        }
    }

    [TestMethod]
    public void Transition_BecomesARecord()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, 10123);
        bench.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
        bench.Run(6);
        var record = new AlarmRecord { Suppressed = 5 };
        record.TakeFirst(bench.Queue, bench.Catalogue, bench.Lifecycle.Unmetered);
        Assert.AreEqual(103, record.Code);
        Assert.AreEqual((int)FaultEvent.Raised, (int)record.Event);
        Assert.AreEqual(1, (int)record.Level);
        Assert.AreEqual(1, record.Occurrence);
        Assert.AreEqual(0, record.Suppressed);
        Assert.AreEqual(1000L, record.OnsetMs);
        Assert.AreEqual(6000L, record.ConfirmedMs);
        Assert.AreEqual(Signal.Supply, record.EvidenceSignal(0));
        Assert.AreEqual(10123, record.EvidenceValue(0));
        Assert.AreEqual(Signal.PumpContact, record.EvidenceSignal(2));
        Assert.AreEqual(5, (int)record.EvidenceReason(2));
        Assert.AreEqual(255, record.EvidenceSignal(4));
    }

    [TestMethod]
    public void Ledger_RoundTrips()
    {
        var buffer = new byte[512];
        int count = WriteLedger(buffer);
        Assert.AreEqual(370, count);
        var bench = new SiteBench();
        var read = new Ledger();
        var budget = new WriteBudget();
        Assert.IsTrue(read.TryRead(buffer, count, s_mac, bench.Catalogue, bench.Monitors, budget, s_checksum));
        Assert.AreEqual(-5, read.Epoch);
        Assert.AreEqual(8, read.Boot);
        Assert.AreEqual(121, read.NextSeq);
        Assert.AreEqual(77, read.OldestSeq);
        Assert.AreEqual(5000000000123L, read.PulseMillilitres);
        Assert.AreEqual(2, read.DryStops);
        Assert.AreEqual(9000L, read.SavedMs);
        Assert.AreEqual(70000, budget.Total((int)WriteClass.Outbox));
        Assert.AreEqual(3, bench.Monitors.OccurrenceOf(bench.Row(103)));
        Assert.AreEqual(0, bench.Monitors.OccurrenceOf(bench.Row(201)));
        Assert.AreEqual(65535, bench.Monitors.OccurrenceOf(bench.Row(305)));
    }

    [TestMethod]
    public void LedgerWithAnyBitFlipped_IsRefused()
    {
        var buffer = new byte[512];
        int count = WriteLedger(buffer);
        var read = new Ledger();
        for (int bit = 0; bit < 8 * count; bit++)
        {
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsFalse(ReadLedger(read, buffer, count, s_mac), bit.ToString());
            buffer[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.AreEqual(1, read.NextSeq);
    }

    [TestMethod]
    public void LedgerCutOrGrown_IsRefused()
    {
        var buffer = new byte[512];
        int count = WriteLedger(buffer);
        for (int length = 0; length < buffer.Length; length++)
        {
            Assert.AreEqual(length == count, ReadLedger(new Ledger(), buffer, length, s_mac), length.ToString());
        }
    }

    [TestMethod]
    public void LedgerOfAnotherChip_IsRefusedWhereverTheMacDiffers()
    {
        var buffer = new byte[512];
        int count = WriteLedger(buffer);
        for (int i = 0; i < 6; i++)
        {
            byte[] other = { 2, 0, 0, 0, 0, 9 };
            other[i] ^= 1;
            Assert.IsFalse(ReadLedger(new Ledger(), buffer, count, other));
        }
    }

    [TestMethod]
    public void Head_LiesAsFormatSays()
    {
        var buffer = new byte[512];
        new RecordStamp(s_mac, new UnitClock(), s_checksum).Put(buffer, 0x01020304, 0x05060708, 0x090A0B0C, 0x0D0E0F101112, 0xF0000001, 2);
        Assert.AreEqual(33, Record.Seal(buffer, 7, Record.BodyAt, s_checksum));
        int chip = (int)(s_checksum.Crc32(s_mac, 6) & 0xFFFF);
        Assert.AreEqual(2, (int)buffer[0]);
        Assert.AreEqual(7, (int)buffer[1]);
        Assert.AreEqual(0, Bytes.Get16(buffer, 2));
        Assert.AreEqual(chip, Bytes.Get16(buffer, 4));
        for (int i = 6; i < 24; i++)
        {
            Assert.AreEqual(i - 5, (int)buffer[i]);
        }

        Assert.AreEqual(0x01020304, Record.EpochOf(buffer));
        Assert.AreEqual(0x05060708, Record.SeqOf(buffer));
        Assert.AreEqual(0x090A0B0C, Record.BootOf(buffer));
        Assert.AreEqual(0x0D0E0F101112L, Record.UptimeOf(buffer));
        Assert.AreEqual(4026531841L, Record.UnixOf(buffer));
        Assert.AreEqual(2, (int)Record.QualityOf(buffer));
    }

    [TestMethod]
    public void Judge_TellsDamagedForeignAndFutureApart()
    {
        var buffer = new byte[512];
        int count = WriteAlarm(buffer);
        int chip = (int)(s_checksum.Crc32(s_mac, 6) & 0xFFFF);
        Assert.AreEqual(0, (int)Record.Judge(buffer, count, chip, s_checksum));
        Assert.AreEqual(2, (int)Record.Judge(buffer, count, chip ^ 1, s_checksum));
        Assert.AreEqual(1, (int)Record.Judge(buffer, count - 1, chip, s_checksum));
        Assert.AreEqual(1, (int)Record.Judge(buffer, 1, chip, s_checksum));
        buffer[0] = 3;
        Assert.AreEqual(1, (int)Record.Judge(buffer, count, chip, s_checksum));
        Bytes.Put32(buffer, count - 4, (int)s_checksum.Crc32(buffer, count - 4));
        Assert.AreEqual(3, (int)Record.Judge(buffer, count, chip, s_checksum));
        buffer[0] = 1;
        Assert.AreEqual(1, (int)Record.Judge(buffer, count, chip, s_checksum));
    }

    [TestMethod]
    public void Absorb_KeepsTheRangeAndTheCount()
    {
        var record = new AlarmRecord { Seq = 20 };
        record.Absorb(12, 0, 0, 0);
        Assert.AreEqual(12, record.FromSeq);
        Assert.AreEqual(12, record.ToSeq);
        Assert.AreEqual(1, record.OtherCount);
        record.Absorb(15, 5, 14, 4);
        Assert.AreEqual(5, record.FromSeq);
        Assert.AreEqual(15, record.ToSeq);
        Assert.AreEqual(6, record.OtherCount);
    }

    [TestMethod]
    public void LongestLedger_FitsASlot()
    {
        Assert.IsTrue(Ledger.MaxBytes <= new byte[384].Length);
    }

    private static int WriteAlarm(byte[] buffer)
    {
        var record = new AlarmRecord
        {
            Epoch = -1430532899,
            Seq = 17,
            Boot = 7,
            Code = 305,
            Event = FaultEvent.Level,
            Level = 1,
            Occurrence = 65535,
            Suppressed = 4,
            OnsetMs = 5000000000,
            ConfirmedMs = 5000010000,
            OnsetUnix = 1790000000,
            ConfirmedUnix = 4102444799,
            Quality = 2,
            FromSeq = 12,
            ToSeq = 15,
            OtherCount = 3,
            By = 12,
            Cause = 103,
            Frame = 70000,
        };
        for (int field = 0; field < 8; field++)
        {
            record.SetEvidence(field, field == 7 ? Signal.None : field, (NoDataReason)(field % 7), -1000 * field);
        }

        return record.Write(buffer, Stamp(), s_checksum);
    }

    private static int WriteLedger(byte[] buffer)
    {
        var bench = new SiteBench();
        bench.Monitors.RestoreOccurrence(bench.Row(103), 3);
        bench.Monitors.RestoreOccurrence(bench.Row(305), 65535);
        var ledger = new Ledger { NextSeq = 121, OldestSeq = 77, PulseMillilitres = 5000000000123, DryStops = 2 };
        var budget = new WriteBudget();
        budget.Restore((int)WriteClass.Outbox, 70000);
        return ledger.Write(buffer, s_mac, bench.Catalogue, bench.Monitors, budget, Stamp(), 9000, s_checksum);
    }

    private static bool ReadLedger(Ledger into, byte[] buffer, int count, byte[] mac)
    {
        var bench = new SiteBench();
        return into.TryRead(buffer, count, mac, bench.Catalogue, bench.Monitors, new WriteBudget(), s_checksum);
    }

    private static RecordStamp Stamp()
    {
        return new RecordStamp(s_mac, new UnitClock(), s_checksum) { Epoch = -5, Boot = 8 };
    }
}
