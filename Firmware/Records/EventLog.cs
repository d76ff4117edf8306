using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// What happened to the unit, for its console: a ring of <see cref="Slots.EventLogCount"/> pages of 384 B with 9 short entries each. Entries are added in
/// memory and written a page at a time: one that is urgent (levels 1 and 2, configuration) alone and at once, the others when the page is full or
/// <see cref="GroupMs"/> old. So a power cut costs at most the entries of the last ten minutes, and never an urgent one. <see cref="EventReader"/> reads them back. 0.9 KB.
/// </summary>
public sealed class EventLog
{
    /// <summary>Longest time that an entry which is not urgent waits in memory, ms: what a power cut may cost.</summary>
    public const int GroupMs = 600000;

    /// <summary>Bytes of a page.</summary>
    public const int PageBytes = Slots.SmallBytes - SlotHead.HeadBytes;

    /// <summary>Room that a start leaves itself for what it tells before anything can be written: that it began, a new epoch and its reason, one that storage asks for, what it refused, and with its text a setting that it did not take.</summary>
    private const int StartBytes = (4 * EventRecord.MinBytes) + EventRecord.MaxBytes;

    private const int HeadBytes = 4;

    private readonly byte[] _noText = new byte[0];
    private readonly IChecksum _checksum;
    private readonly RecordStamp _stamp;
    private readonly byte[] _page = new byte[PageBytes];
    private readonly byte[] _entry = new byte[EventRecord.MaxBytes];
    private readonly EventRecord _probe = new EventRecord();
    private int _pageIndex;
    private int _used;
    private int _number = 1;
    private int _lost;
    private long _pendingSinceMs = -1;
    private bool _urgent;
    private RecordStore _store;

    /// <summary>An empty log.</summary>
    public EventLog(RecordStamp stamp, IChecksum checksum)
    {
        _stamp = stamp;
        _checksum = checksum;
    }

    /// <summary>Finds the youngest page and goes on after it, in the next one where there is no room for what a start has to tell. Reads every page once; one with bytes that are no entries of this unit's is refused, and mended later (<see cref="Mend"/>).</summary>
    /// <param name="store">Storage.</param>
    /// <param name="room">Room for a page, during the call.</param>
    public void Begin(RecordStore store, byte[] room)
    {
        _store = store;
        for (int page = 0; page < Slots.EventLogCount; page++)
        {
            int read = store.ReadAtStart(Slots.EventLog + page, room);
            int count = Bound.Clamp(read, 0, PageBytes);
            RecordVerdict first = FirstOf(room, count);
            int sound = TakeSound(room, count);
            int youngest = YoungestIn(room, sound);
            if (sound < read)
            {
                store.Refuse(Slots.EventLog + page, first);
            }

            if (youngest >= _number)
            {
                _number = youngest + 1;
                _pageIndex = page;
                _used = sound;
                System.Array.Copy(room, _page, sound);
            }
        }

        if (PageBytes - _used < StartBytes)
        {
            TurnPage();
        }
    }

    /// <summary>Writes a page anew with its sound entries alone, or clears it where there are none. False where storage does not, or the page cannot be read now.</summary>
    /// <param name="page">The page.</param>
    /// <param name="room">Room for a page, during the call.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    public bool Mend(int page, byte[] room, long nowMs)
    {
        int count = page == _pageIndex ? Load(page, room) : _store.Read(Slots.EventLog + page, room);
        if (count < 0)
        {
            return false;
        }

        int sound = TakeSound(room, Bound.Clamp(count, 0, PageBytes));
        return sound > 0
            ? _store.Replace(Slots.EventLog + page, room, sound, WriteClass.EventLog, nowMs)
            : _store.Delete(Slots.EventLog + page, WriteClass.EventLog, nowMs);
    }

    /// <summary>Adds an entry that may wait.</summary>
    public void Add(EventKind kind, int code, int value, long nowMs)
    {
        Add(kind, code, value, _noText, 0, false, nowMs);
    }

    /// <summary>Adds an entry without text that is to be written at once.</summary>
    public void AddUrgent(EventKind kind, int code, int value, long nowMs)
    {
        Add(kind, code, value, _noText, 0, true, nowMs);
    }

    /// <summary>Adds an entry. Where the page is full and could not be written yet it is counted as lost, and the next one says so.</summary>
    public void Add(EventKind kind, int code, int value, byte[] text, int textCount, bool urgent, long nowMs)
    {
        if (_lost > 0 && TryPut(EventKind.EntriesLost, 0, _lost, _noText, 0, false, nowMs))
        {
            _lost = 0;
        }

        if (!TryPut(kind, code, value, text, textCount, urgent, nowMs))
        {
            _lost++;
        }
    }

    /// <summary>There is something to be written now.</summary>
    public bool IsDue(long nowMs)
    {
        return IsPending && (_urgent || PageBytes - _used < EventRecord.MaxBytes || nowMs - _pendingSinceMs >= GroupMs);
    }

    /// <summary>An entry is in memory alone.</summary>
    public bool IsPending => _pendingSinceMs >= 0;

    /// <summary>An urgent entry waits.</summary>
    public bool IsUrgent => _urgent;

    /// <summary>Writes the page. False where storage does not.</summary>
    public bool Write(long nowMs)
    {
        bool done = _store.Replace(Slots.EventLog + _pageIndex, _page, _used, WriteClass.EventLog, nowMs);
        if (done)
        {
            _pendingSinceMs = -1;
            _urgent = false;
        }

        return done;
    }

    /// <summary>The page that is being written.</summary>
    internal int YoungestPage => _pageIndex;

    /// <summary>Copies the sound entries of a page, one after the other; their bytes, 0 where there are none or the page cannot be read.</summary>
    internal int Load(int page, byte[] into)
    {
        if (page != _pageIndex)
        {
            return TakeSound(into, Bound.Clamp(_store.Read(Slots.EventLog + page, into), 0, PageBytes));
        }

        System.Array.Copy(_page, into, _used);
        return _used;
    }

    /// <summary>
    /// The length of the sound entry at a place of a page, which is then the one that <see cref="TryTake"/> takes; 0 where there is none: the next byte may begin one,
    /// so that one flipped bit costs one entry.
    /// </summary>
    internal int EntryAt(byte[] page, int at, int end)
    {
        if (end - at < HeadBytes || page[at] != Record.Format || page[at + 1] != Record.Event)
        {
            return 0;
        }

        int length = Record.OverheadBytes + Bytes.Get16(page, at + 2);
        if (length > EventRecord.MaxBytes || at + length > end)
        {
            return 0;
        }

        System.Array.Copy(page, at, _entry, 0, length);
        return Bytes.Get16(_entry, 4) == _stamp.Chip && _probe.TryRead(_entry, length, _checksum) ? length : 0;
    }

    /// <summary>Takes the entry that <see cref="EntryAt"/> has found.</summary>
    internal bool TryTake(int length, EventRecord into) => into.TryRead(_entry, length, _checksum);

    private bool TryPut(EventKind kind, int code, int value, byte[] text, int textCount, bool urgent, long nowMs)
    {
        int count = EventRecord.Write(_entry, _stamp, _number, kind, code, value, text, textCount, nowMs, _checksum);
        if (_used + count > PageBytes)
        {
            if (_pendingSinceMs >= 0)
            {
                return false;
            }

            TurnPage();
        }

        for (int i = 0; i < count; i++)
        {
            _page[_used + i] = _entry[i];
        }

        _used += count;
        _number++;
        _urgent |= urgent;
        _pendingSinceMs = _pendingSinceMs < 0 ? nowMs : _pendingSinceMs;
        return true;
    }

    private void TurnPage()
    {
        _pageIndex = (_pageIndex + 1) % Slots.EventLogCount;
        _used = 0;
    }

    /// <summary>Number of the last of a page's sound entries, 0 where there is none.</summary>
    private int YoungestIn(byte[] page, int sound)
    {
        int youngest = 0;
        for (int at = 0; at < sound;)
        {
            at += EntryAt(page, at, sound);
            youngest = _probe.Number;
        }

        return youngest;
    }

    /// <summary>
    /// Leaves the sound entries of what was loaded, one after the other, and what is none out; their bytes. Numbers rise within a page: one that does not is of the ring's round before, which stands after
    /// the page where it was longer, and came with it because the page's length was damaged.
    /// </summary>
    private int TakeSound(byte[] page, int count)
    {
        int sound = 0;
        int last = 0;
        int at = 0;
        while (at < count)
        {
            int length = EntryAt(page, at, count);
            bool follows = length > 0 && _probe.Number > last;
            last = follows ? _probe.Number : last;
            for (int i = 0; follows && i < length; i++)
            {
                page[sound++] = page[at + i];
            }

            at += length == 0 ? 1 : length;
        }

        return sound;
    }

    /// <summary>What the first record of a page is: all of a page are one unit's, and of one format.</summary>
    private RecordVerdict FirstOf(byte[] page, int count)
    {
        int length = count < HeadBytes ? count : Bound.Clamp(Record.OverheadBytes + Bytes.Get16(page, 2), 0, count);
        return Record.Judge(page, length, _stamp.Chip, _checksum);
    }
}
