using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Records.Tests;

/// <summary>
/// What a full store takes on flash, by the figures of platform decision 14: 128 KB hold 48 files of 384 B, closed one by one. With 2 B of length and 24 B of
/// tags for a file that is 612 B in each of the 32 blocks of 4 KB. A file above 510 B takes a block of its own.
/// </summary>
[TestClass]
public class StoreBudgetTests
{
    private const int HeadBytes = 2;
    private const int TagBytes = 24;
    private const int BytesInABlock = 48 * (384 + TagBytes) / 32;

    [TestMethod]
    public void FullStore_Fits128Kilobytes()
    {
        // Slots 0–12 at their longest: ledger, parting record, self-test, unmetered water, drill; four states of 410 B; persons, bands, inspection plan, counters.
        int small = Entry(Ledger.MaxBytes) + Entry(PartingRecord.Length) + Entry(SelfTestSlot.Length) + Entry(UnmeteredSlot.MaxBytes) + Entry(WeeklyDrill.Length);
        small += (4 * Entry(410)) + Entry(357) + Entry(72) + Entry(124) + Entry(96);
        small += 6 * Entry(EventLog.PageBytes);

        small += 60 * Entry(AlarmRecord.UsualBytes);
        small += MeteringNotes();
        int large = 2 + 2 + 3 + 1;
        int blocks = ((small + BytesInABlock - 1) / BytesInABlock) + large;
        Assert.IsTrue(blocks <= 32, blocks + " blocks of 4 KB: " + small + " B of small slots");
        Assert.IsTrue(blocks >= 28, blocks + " blocks: the estimate has lost something");
    }

    [TestMethod]
    public void SmallSlots_StayInsideTheMetadata()
    {
        // littlefs keeps a file inline up to the cache's 512 B.
        Assert.IsTrue(Longest() + HeadBytes <= 510, Longest().ToString());
    }

    [TestMethod]
    public void Parting_IsOneSmallProgram()
    {
        int length = PartingRecord.Length;
        Assert.AreEqual(46, length);
        int selfTest = SelfTestSlot.Length;
        Assert.AreEqual(37, selfTest);
    }

    [TestMethod]
    public void Slots_AreNotUsedTwice()
    {
        var used = new bool[124];
        Use(used, 0, 13);
        Use(used, Slots.Evidence, 2);
        Use(used, Slots.Settings, 2);
        Use(used, Slots.EventLog, 6);
        Use(used, Slots.InspectionReports, 3);
        Use(used, Slots.VisitRecords, 1);
        Use(used, Slots.Outbox, 60);
        int count = Slots.Count;
        Assert.AreEqual(124, count);
    }

    /// <summary>Two records at the most of each row that spoils the metering: its oldest raise and what came last. None of these rows has eight readings.</summary>
    private static int MeteringNotes()
    {
        var catalogue = new FaultCatalogue();
        int bytes = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            if ((catalogue.PolicyOf(row) & Policy.SpoilsMetering) != 0)
            {
                bytes += MeteringNote.MaxBytes + MeteringNote.OpenBytes;
                for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
                {
                    bytes -= catalogue.EvidenceSignal(row, field) == Signal.None ? 2 * AlarmRecord.EvidenceBytes : 0;
                }
            }
        }

        return bytes;
    }

    private static int Longest()
    {
        int longest = Ledger.MaxBytes;
        longest = UnmeteredSlot.MaxBytes > longest ? UnmeteredSlot.MaxBytes : longest;
        longest = EventLog.PageBytes > longest ? EventLog.PageBytes : longest;
        longest = AlarmRecord.MaxBytes > longest ? AlarmRecord.MaxBytes : longest;
        return Slots.StateBytes > longest ? Slots.StateBytes : longest;
    }

    private static int Entry(int bytes) => bytes + HeadBytes + TagBytes;

    private static void Use(bool[] used, int first, int count)
    {
        for (int slot = first; slot < first + count; slot++)
        {
            Assert.IsFalse(used[slot], slot.ToString());
            used[slot] = true;
        }
    }
}
