namespace Firmware.Records;

/// <summary>Reads the event log back, the youngest entry first. It holds a page, 0.5 KB in all, and lives only as long as somebody reads.</summary>
public sealed class EventReader
{
    private readonly EventLog _log;
    private readonly byte[] _shown = new byte[EventLog.PageBytes];
    private int _page;
    private int _index;
    private int _count;
    private int _bytes;

    /// <summary>A reader that begins at the youngest entry.</summary>
    public EventReader(EventLog log)
    {
        _log = log;
        Show(log.YoungestPage);
    }

    /// <summary>The next older entry; false where there is none. One page is read for every nine entries.</summary>
    public bool TryOlder(EventRecord into)
    {
        for (int pages = 0; pages < Slots.EventLogCount; pages++)
        {
            if (_index < _count)
            {
                _index++;
                return ReadFromEnd(_index, into);
            }

            int older = (_page + Slots.EventLogCount - 1) % Slots.EventLogCount;
            if (older == _log.YoungestPage)
            {
                return false;
            }

            Show(older);
        }

        return false;
    }

    private void Show(int page)
    {
        _page = page;
        _index = 0;
        _bytes = _log.Load(page, _shown);
        _count = 0;
        for (int at = 0; at < _bytes; at += _log.EntryAt(_shown, at, _bytes))
        {
            _count++;
        }
    }

    private bool ReadFromEnd(int nth, EventRecord into)
    {
        int at = 0;
        int length = _log.EntryAt(_shown, at, _bytes);
        for (int before = _count - nth; before > 0; before--)
        {
            at += length;
            length = _log.EntryAt(_shown, at, _bytes);
        }

        return _log.TryTake(length, into);
    }
}
