using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// Storage as the records use it: every write is counted, and what storage refuses is asked again after 1 s, doubling to a minute. Where a slot cannot be read at the
/// start, the whole store is read-only until the restart after <see cref="IsReadable"/>: nobody knows what would be written over (Decisions/0100).
/// </summary>
public sealed class RecordStore
{
    /// <summary>Time between two reads of what could not be read at the start, ms.</summary>
    public const int AgainMs = 1000;

    /// <summary>
    /// Reads of slots that could not be read at the start, each while another slot could be, after which the slots are given up as damaged: ten minutes at the least. While storage
    /// gives nothing back at all, nothing is given up.
    /// </summary>
    public const int MaxRefusals = 600;

    /// <summary>Marks of slots: one that could not be read at the start, and one in which something was refused.</summary>
    private const byte Unread = 1;
    private const byte Refused = 2;

    private const int ReadAttempts = 8;
    private const int FirstWaitMs = 1000;
    private const int LongestWaitMs = 60000;

    private readonly IStorage _storage;
    private readonly byte[] _mark = new byte[Slots.Count];
    private int _patience = Slots.Count;
    private int _answered = -1;
    private int _asked;
    private int _refusals;
    private long _againMs;
    private long _waitUntilMs;
    private int _waitMs;

    /// <summary>A store over a storage.</summary>
    public RecordStore(IStorage storage)
    {
        _storage = storage;
    }

    /// <summary>What has been written, against what may be.</summary>
    public WriteBudget Budget { get; } = new WriteBudget();

    /// <summary>Reads, writes and clears that storage did not do.</summary>
    public int Errors { get; private set; }

    /// <summary>Writes that failed one after the other; while the store is read-only, reads.</summary>
    public int FailuresInRow { get; private set; }

    /// <summary>A write has been done since the start.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Writes that had failed before the last one that worked; 0 once taken.</summary>
    public int Recovered { get; set; }

    /// <summary>A slot could not be read at the start: it may hold anything, and nothing is written.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Slots that could not be read at the start and not since.</summary>
    public int UnreadCount { get; private set; }

    /// <summary>Slots found with what is no record, or is not what belongs there.</summary>
    public int DamagedCount { get; private set; }

    /// <summary>Slots found with a record of another chip.</summary>
    public int ForeignCount { get; private set; }

    /// <summary>Slots found with a record of a later format.</summary>
    public int FutureCount { get; private set; }

    /// <summary>Slots whose content was refused at the start, and that were neither written nor cleared since.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>What could not be read at the start could be read since, or was given up: a restart takes it up.</summary>
    public bool IsReadable => IsReadOnly && UnreadCount == 0;

    /// <summary>Storage may be asked to write.</summary>
    public bool IsReady(long nowMs) => nowMs >= _waitUntilMs;

    /// <summary>Replaces a slot's content, and counts. False where storage does not, and while the store is read-only.</summary>
    public bool Replace(int slot, byte[] from, int count, WriteClass of, long nowMs)
    {
        return !IsReadOnly && Fill(slot, from, count, of, nowMs);
    }

    /// <summary>As <see cref="Replace"/>, for a slot that is known to hold nothing of use: also while the store is read-only.</summary>
    public bool Fill(int slot, byte[] from, int count, WriteClass of, long nowMs)
    {
        Budget.Note(of, nowMs);
        return DidTo(slot, _storage.Replace(slot, from, count), nowMs);
    }

    /// <summary>Clears a slot, and counts. False where storage does not, and while the store is read-only.</summary>
    public bool Delete(int slot, WriteClass of, long nowMs)
    {
        if (IsReadOnly)
        {
            return false;
        }

        Budget.Note(of, nowMs);
        return DidTo(slot, _storage.Delete(slot), nowMs);
    }

    /// <summary>Reads a slot: its length, 0 where there is nothing, −1 where it cannot be read now.</summary>
    public int Read(int slot, byte[] into)
    {
        int count = _storage.Read(slot, into);

        if (count < 0)
        {
            Errors++;
        }

        return count;
    }

    /// <summary>Reads a slot at the start, asked up to eight times where storage cannot read it, all slots together at most twice their number. One that cannot be read makes the store read-only.</summary>
    public int ReadAtStart(int slot, byte[] into)
    {
        int count = Read(slot, into);
        for (int attempt = 1; attempt < ReadAttempts && count < 0 && _patience > 0; attempt++)
        {
            _patience--;
            count = Read(slot, into);
        }

        if (count < 0)
        {
            NoteUnread(slot);
        }

        _answered = count < 0 ? _answered : slot;
        return count;
    }

    /// <summary>A slot could not be read at the start.</summary>
    public void NoteUnread(int slot)
    {
        if (_mark[slot] != Unread)
        {
            UnreadCount++;
        }

        _mark[slot] = Unread;
        IsReadOnly = true;
    }

    /// <summary>What a slot held at the start is used by nobody: it is counted by its kind, and the slot is to be cleared, so that the next start does not find it again. One of a later format stays until its place is taken.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="verdict">What its bytes are; a sound record of this unit that does not belong there counts as damaged.</param>
    public void Refuse(int slot, RecordVerdict verdict)
    {
        Count(verdict);
        if (verdict != RecordVerdict.Future && _mark[slot] == 0)
        {
            _mark[slot] = Refused;
            RefusedCount++;
        }
    }

    /// <summary>Counts what is used by nobody by its kind.</summary>
    public void Count(RecordVerdict verdict)
    {
        bool foreign = verdict == RecordVerdict.Foreign;
        bool future = verdict == RecordVerdict.Future;
        ForeignCount += foreign ? 1 : 0;
        FutureCount += future ? 1 : 0;
        DamagedCount += foreign || future ? 0 : 1;
    }

    /// <summary>First slot that <see cref="RefusedCount"/> counts; asked only where there is one.</summary>
    public int NextRefused()
    {
        int slot = 0;
        while (_mark[slot] != Refused)
        {
            slot++;
        }

        return slot;
    }

    /// <summary>
    /// Asks for one of the slots that could not be read at the start; once a scan. One that is given up is filled with what is no record: the next start finds damage, and tells it.
    /// </summary>
    /// <returns>The slot where it turns out to be empty; −1 else.</returns>
    public int ReadAgain(long nowMs, byte[] into)
    {
        if (UnreadCount == 0 || nowMs < _againMs)
        {
            return -1;
        }

        _againMs = nowMs + AgainMs;
        NextUnread();
        int count = Read(_asked, into);
        if (count >= 0)
        {
            _refusals = 0;
            _againMs = nowMs;
            FailuresInRow = 0;
            NoteRead();
            return count == 0 ? _asked : -1;
        }

        FailuresInRow++;
        if (_refusals < MaxRefusals)
        {
            if (_answered >= 0 && Read(_answered, into) >= 0)
            {
                _refusals++;
            }
        }
        else if (IsReady(nowMs))
        {
            into[0] = byte.MaxValue;
            if (Fill(_asked, into, 1, Slots.ClassOf(_asked), nowMs))
            {
                NoteRead();
            }
        }

        return -1;
    }

    private void NextUnread()
    {
        do
        {
            _asked = (_asked + 1) % Slots.Count;
        }
        while (_mark[_asked] != Unread);
    }

    private void NoteRead()
    {
        _mark[_asked] = 0;
        UnreadCount--;
    }

    private bool DidTo(int slot, bool done, long nowMs)
    {
        if (done && _mark[slot] == Refused)
        {
            _mark[slot] = 0;
            RefusedCount--;
        }

        return Did(done, nowMs);
    }

    private bool Did(bool done, long nowMs)
    {
        if (done)
        {
            Recovered = FailuresInRow > 0 ? FailuresInRow : Recovered;
            FailuresInRow = 0;
            HasWritten = true;
            _waitMs = 0;
            return true;
        }

        Errors++;
        FailuresInRow++;
        _waitMs = Bound.Clamp(_waitMs * 2, FirstWaitMs, LongestWaitMs);
        _waitUntilMs = nowMs + _waitMs;
        return false;
    }
}
