using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// What a unit takes over from the one that it replaces at a site: volume, occurrences and levels of the faults, and the states that belong to the site. It comes in pieces from the old unit's
/// export, or from what the centre knows, is judged as a whole, and is written by <see cref="Step"/> while nothing else is. Epoch, numbers, persons, counters of life and the event log stay this unit's own. Made when a person begins;
/// 4 KB until the restart after it.
/// </summary>
public sealed class Takeover
{
    /// <summary>States that are taken over.</summary>
    public const int States = 7;

    /// <summary>Writes that storage may refuse before the takeover is given up: 31 s at the least, by the waits between them.</summary>
    public const int MaxFailures = 6;

    private readonly byte[][] _state = new byte[States][];
    private readonly int[] _count = new int[States];
    private readonly ushort[] _occurrence = new ushort[FaultCatalogue.MaxRows];
    private readonly byte[] _level = new byte[FaultCatalogue.MaxRows];
    private readonly bool[] _known = new bool[FaultCatalogue.MaxRows];
    private readonly bool[] _unknown = new bool[States];

    /// <summary>Volume by the pulse meter since the site was commissioned, mL; below 0 while it has not come.</summary>
    public long PulseMillilitres { get; set; } = -1;

    /// <summary>Epoch of the old unit, for the log.</summary>
    public int OldEpoch { get; set; }

    /// <summary>Number of the person who took it over.</summary>
    public int Person { get; set; }

    /// <summary>What is written or cleared: the states, then the parting record, which tells of this unit's own volume, then the entry of the log.</summary>
    public int Written { get; private set; }

    /// <summary>Writes that storage refused.</summary>
    public int Failures { get; private set; }

    /// <summary>Storage does not do it: the unit goes on as it was before, and a person may try again.</summary>
    public bool IsGivenUp => Failures >= MaxFailures;

    /// <summary>All is on flash: the unit is to be restarted now.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Slot of a state: fault memory, contract's clocks, learned bands, inspection plan, acknowledgements, unmetered water, and the last inspection with the history of the meters.</summary>
    public static int SlotAt(int index)
    {
        return index switch
        {
            0 => Slots.FaultMemory,
            1 => Slots.ContractClocks,
            2 => Slots.LearnedBands,
            3 => Slots.Inspection,
            4 => Slots.Acknowledgements,
            5 => Slots.Unmetered,
            _ => Slots.InspectionReports,
        };
    }

    /// <summary>The state of a slot; −1 where it is not taken over.</summary>
    public static int IndexOf(int slot)
    {
        int index = States - 1;
        while (index >= 0 && SlotAt(index) != slot)
        {
            index--;
        }

        return index;
    }

    /// <summary>Longest state of a slot, bytes.</summary>
    private static int MostOf(int index)
    {
        return SlotAt(index) switch
        {
            Slots.InspectionReports => Slots.LargeBytes,
            Slots.Unmetered => UnmeteredSlot.MaxBytes,
            _ => Slots.StateBytes,
        };
    }

    /// <summary>Whoever gave the rest does not know this state: the unit begins it anew.</summary>
    public void NoteUnknown(int index) => _unknown[index] = true;

    /// <summary>The bytes of a slot's state as they came; null where none did.</summary>
    public byte[] StateOf(int slot) => _state[IndexOf(slot)];

    /// <summary>Nothing is known of this state: its slot is cleared.</summary>
    public bool IsUnknown(int index) => _unknown[index];

    /// <summary>Adds a piece of a state; false where it does not follow the one before, or is too long.</summary>
    /// <param name="index">The state.</param>
    /// <param name="at">Place of its first byte.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="count">How many.</param>
    public bool Add(int index, int at, byte[] bytes, int count)
    {
        if (_state[index] == null)
        {
            _state[index] = new byte[MostOf(index)];
        }

        if (at != _count[index] || at + count > MostOf(index) || _unknown[index])
        {
            return false;
        }

        System.Array.Copy(bytes, 0, _state[index], at, count);
        _count[index] += count;
        return true;
    }

    /// <summary>Notes a fault.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="occurrence">Its occurrences.</param>
    /// <param name="level">Its level where it is raised, 0 where it is not.</param>
    public void AddFault(int row, int occurrence, int level)
    {
        _known[row] = true;
        _occurrence[row] = (ushort)occurrence;
        _level[row] = (byte)level;
    }

    /// <summary>The first state that is missing or damaged, by its slot; 0 where all are whole.</summary>
    public int FirstDamaged(IChecksum checksum)
    {
        for (int index = 0; index < States; index++)
        {
            byte[] state = _state[index];
            if (_unknown[index])
            {
                continue;
            }

            if (state == null || _count[index] < Record.OverheadBytes || !Record.IsValid(state, _count[index], state[1], 0, checksum))
            {
                return SlotAt(index);
            }
        }

        return 0;
    }

    /// <summary>
    /// One write: first the states (of one that nobody knows, and of the parting record, the slot is cleared), then the ledger with volume and faults. Until it is done nothing else may be written; where a power cut ends it, the ledger still is the one from
    /// before, and the takeover is made again. Where storage does not do it <see cref="MaxFailures"/> times it is given up: what the new unit has to tell is more important.
    /// </summary>
    public void Step(Journal journal, SiteController site, IChecksum checksum, long nowMs)
    {
        EventLog log = journal.Log;
        if (!journal.Store.IsReady(nowMs) || IsDone)
        {
            return;
        }

        if (Written <= States)
        {
            WriteSlot(journal, checksum, nowMs);
        }
        else if (Written == States + 1)
        {
            log.AddUrgent(EventKind.UnitSwapped, Person, OldEpoch, nowMs);
            Written++;
        }
        else if (log.IsDue(nowMs))
        {
            CountFailureUnless(log.Write(nowMs));
        }
        else
        {
            WriteLedger(journal, site, nowMs);
        }

        if (IsGivenUp)
        {
            log.AddUrgent(EventKind.SwapGivenUp, Person, OldEpoch, nowMs);
        }
    }

    private void WriteSlot(Journal journal, IChecksum checksum, long nowMs)
    {
        int slot = Written < States ? SlotAt(Written) : Slots.Parting;
        WriteClass of = Slots.ClassOf(slot);
        bool clears = Written == States || IsUnknown(Written);
        bool done = clears ? journal.Store.Delete(slot, of, nowMs) : journal.Store.Replace(slot, journal.Room, Compose(Written, journal.Room, journal.Stamp, checksum), of, nowMs);
        if (done)
        {
            Written++;
        }

        CountFailureUnless(done);
    }

    /// <summary>The ledger takes its volume from the site, which counts on from its own where storage refuses.</summary>
    private void WriteLedger(Journal journal, SiteController site, long nowMs)
    {
        long own = site.Meter.TotalMillilitres;
        PutInto(site);
        IsDone = journal.TryKeepLedger(nowMs);
        CountFailureUnless(IsDone);
        site.Meter.TotalMillilitres = IsDone ? PulseMillilitres : own;
    }

    private void CountFailureUnless(bool done)
    {
        if (!done)
        {
            Failures++;
        }
    }

    /// <summary>Puts volume and faults into the site: the ledger is written from there.</summary>
    private void PutInto(SiteController site)
    {
        site.Meter.TotalMillilitres = PulseMillilitres;
        for (int row = 0; row < site.Catalogue.Count; row++)
        {
            if (_known[row])
            {
                site.Monitors.RestoreOccurrence(row, _occurrence[row]);
                site.Monitors.RestoreRaised(row, _level[row]);
            }
        }
    }

    /// <summary>Makes a state this unit's: chip and epoch are its own, the moment stays the old one's. Returns its length.</summary>
    private int Compose(int index, byte[] into, RecordStamp stamp, IChecksum checksum)
    {
        System.Array.Copy(_state[index], into, _count[index]);
        Bytes.Put16(into, 4, stamp.Chip);
        Bytes.Put32(into, 6, stamp.Epoch);
        return Record.Seal(into, into[1], _count[index] - Record.CrcBytes, checksum);
    }
}
