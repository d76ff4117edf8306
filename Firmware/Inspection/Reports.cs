using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Inspection;

/// <summary>
/// The last two reports, and the notices of what is due: sent until the centre has stored every part. A report whose parts are not all stored is sent again after a restart, under the same
/// numbers. Where both wait, only a run that a person asks for makes a third (<see cref="HasRoom"/>): the older one then gives way, and is counted and told as a lost record is.
/// </summary>
public sealed class Reports : IDocuments
{
    /// <summary>Reports that are kept.</summary>
    public const int Kept = 2;

    private const int MaxParts = 16;
    private const int NoticePart = -1;
    private const int None = -2;
    private const int LostAt = Record.BodyAt + 26;
    private const int AcknowledgedAt = Record.BodyAt + 46;

    private readonly InspectionRun _run;
    private readonly Schedule _schedule;
    private readonly FaultCatalogue _catalogue;
    private readonly IStorage _storage;
    private readonly IChecksum _checksum;
    private readonly ReportSeal _seal;
    private readonly int[] _number = new int[Kept];
    private readonly int[] _epoch = new int[Kept];
    private readonly int[] _firstSeq = new int[Kept];
    private readonly int[] _parts = new int[Kept];
    private readonly int[] _stored = new int[Kept];
    private readonly long[] _sentMs = new long[MaxParts];
    private readonly int[] _sentSession = new int[MaxParts];
    private int _unsaved = None;
    private int _due = None;
    private int _lastBegan;
    private int _noticeEpoch;
    private int _noticeSeq;
    private int _noticeStage;
    private int _noticeSession;
    private long _noticeMs;

    /// <summary>A bit for each place whose report is acknowledged since it was written: one receipt may name both.</summary>
    private int _acknowledged;

    /// <summary>The reports of a run's unit.</summary>
    public Reports(InspectionRun run, Schedule schedule, FaultCatalogue catalogue, IStorage storage, IChecksum checksum, ReportSeal seal)
    {
        _run = run;
        _schedule = schedule;
        _catalogue = catalogue;
        _storage = storage;
        _checksum = checksum;
        _seal = seal;
    }

    /// <summary>Who gives numbers; set before the first step.</summary>
    public ISequence Sequence { get; set; }

    /// <summary>The report of the last run is not in storage yet: until then no other run may begin.</summary>
    public bool IsSaving => _unsaved != None;

    /// <summary>No report that waits for the centre gives way to the next one.</summary>
    public bool HasRoom => ToGo(1) == 0;

    /// <summary>Number of the report that gives way to a coming one unless the centre stores it before; 0 where none does.</summary>
    /// <param name="coming">1 the next report, 2 the one after it.</param>
    public int ToGo(int coming)
    {
        int place = (LastNumber + coming) % Kept;
        return IsWaiting(place) ? _number[place] : 0;
    }

    /// <summary>Reports that gave way, or could not be read back while the unit ran, before the centre had stored them; kept with each report. One that a start finds damaged counts with the damaged records (704).</summary>
    public int Lost { get; private set; }

    /// <summary>Reports whose parts are not all stored at the centre.</summary>
    public int Waiting => (IsWaiting(0) ? 1 : 0) + (IsWaiting(1) ? 1 : 0);

    /// <summary>Number of the last report; 0 where there was none.</summary>
    public int LastNumber => _number[0] > _number[1] ? _number[0] : _number[1];

    /// <summary>The last report is that of the run that is known, and can be sent: not where another unit made it, or a damaged place lost it.</summary>
    public bool HasRunsReport => _parts[LastNumber % Kept] > 0 && _lastBegan == (int)_run.BeganUnix;

    /// <summary>The centre has every part of the last report.</summary>
    public bool IsLastStored => !IsWaiting(LastNumber % Kept);

    /// <summary>Epoch of the last report's id.</summary>
    public int LastEpoch => _epoch[LastNumber % Kept];

    /// <summary>Sequence number of the last report's id.</summary>
    public int LastSeq => _firstSeq[LastNumber % Kept];

    /// <summary>Makes the report of the run that has just ended.</summary>
    public void Make()
    {
        int number = LastNumber + 1;
        int place = number % Kept;
        int items = 0;
        for (int row = 0; row < _run.Checklist.Count; row++)
        {
            items += _run.Takes(row) ? 1 : 0;
        }

        Lose(place, FaultCode.StorageNearlyFull);
        _number[place] = number;
        _lastBegan = (int)_run.BeganUnix;
        _epoch[place] = Sequence.Epoch;
        _parts[place] = ReportMessage.Parts(items);
        _firstSeq[place] = Sequence.TakeSeqs(_parts[place]);
        _stored[place] = 0;
        _unsaved = place;
        SendAnew();
    }

    /// <summary>Adds both places to what is kept.</summary>
    public void Keep(KeptParts parts)
    {
        parts.Add(new KeptReport(this, 0));
        parts.Add(new KeptReport(this, 1));
    }

    /// <summary>Gives a due notice its number; once a decision.</summary>
    public void Step()
    {
        if (_schedule.NoticeDue != _noticeStage)
        {
            _noticeStage = _schedule.NoticeDue;
            _noticeSession = 0;
            _noticeEpoch = Sequence.Epoch;
            _noticeSeq = _noticeStage == 0 ? 0 : Sequence.TakeSeqs(1);
        }
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs, int session)
    {
        _due = None;
        if (_noticeStage != 0 && Retry.IsDue(nowMs, session, _noticeMs, _noticeSession) && Sequence.IsDurable(_noticeEpoch, _noticeSeq))
        {
            _due = NoticePart;
            return true;
        }

        int place = NextPlace();
        for (int part = 0; place != None && part < _parts[place]; part++)
        {
            if ((_stored[place] & (1 << part)) == 0 && Retry.IsDue(nowMs, session, _sentMs[part], _sentSession[part]))
            {
                _due = part;
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public string Write(MessageWriter json, byte[] room, Topics topics, long nowMs)
    {
        if (_due == NoticePart)
        {
            NoticeMessage.Write(json, _noticeEpoch, _noticeSeq, _schedule, _run.Checklist);
            return topics.Inspection;
        }

        int place = NextPlace();
        int count = place == None || _due < 0 ? 0 : Load(place, room);
        if (count == 0)
        {
            return null;
        }

        ReportMessage.Write(json, room, count, _due, _run.Checklist, _catalogue, _seal);
        return topics.Inspection;
    }

    /// <inheritdoc/>
    public void Sent(long nowMs, int session)
    {
        if (_due == NoticePart)
        {
            _noticeMs = nowMs;
            _noticeSession = session;
            SentEpoch = _noticeEpoch;
            SentSeq = _noticeSeq;
        }
        else if (_due >= 0)
        {
            int place = NextPlace();
            _sentMs[_due] = nowMs;
            _sentSession[_due] = session;
            SentEpoch = _epoch[place];
            SentSeq = _firstSeq[place] + _due;
        }
    }

    /// <inheritdoc/>
    public int SentEpoch { get; private set; }

    /// <inheritdoc/>
    public int SentSeq { get; private set; }

    /// <inheritdoc/>
    public void StoredUpTo(int epoch, int upTo)
    {
        for (int place = 0; place < Kept; place++)
        {
            for (int part = 0; part < _parts[place] && _epoch[place] == epoch && _firstSeq[place] + part <= upTo; part++)
            {
                NoteStored(place, part);
            }
        }

        if (_noticeStage != 0 && _noticeEpoch == epoch && _noticeSeq <= upTo && _noticeSession != 0)
        {
            GiveNotice();
        }
    }

    /// <inheritdoc/>
    public void StoredOne(int epoch, int seq)
    {
        for (int place = 0; place < Kept; place++)
        {
            int part = seq - _firstSeq[place];
            if (_epoch[place] == epoch && part >= 0 && part < _parts[place])
            {
                NoteStored(place, part);
            }
        }

        if (_noticeStage != 0 && _noticeEpoch == epoch && _noticeSeq == seq)
        {
            GiveNotice();
        }
    }

    /// <inheritdoc/>
    public int Oldest(int epoch, int next)
    {
        int oldest = next;
        for (int place = 0; place < Kept; place++)
        {
            for (int part = 0; part < _parts[place] && _epoch[place] == epoch; part++)
            {
                bool waits = (_stored[place] & (1 << part)) == 0 && _firstSeq[place] + part < oldest;
                oldest = waits ? _firstSeq[place] + part : oldest;
            }
        }

        return _noticeStage != 0 && _noticeEpoch == epoch && _noticeSeq < oldest ? _noticeSeq : oldest;
    }

    /// <inheritdoc/>
    public int Behind(int epoch)
    {
        int behind = 1;
        for (int place = 0; place < Kept; place++)
        {
            int end = _firstSeq[place] + _parts[place];
            behind = _epoch[place] == epoch && end > behind ? end : behind;
        }

        return behind;
    }

    /// <inheritdoc/>
    public bool HasEpoch(int epoch)
    {
        return (IsWaiting(0) && _epoch[0] == epoch) || (IsWaiting(1) && _epoch[1] == epoch) || (_noticeStage != 0 && _noticeEpoch == epoch);
    }

    private static int SlotOf(int place) => Slots.InspectionReports + 1 + place;

    private bool IsWaiting(int place) => _parts[place] > 0 && _stored[place] != (1 << _parts[place]) - 1;

    /// <summary>The older report first; what is not in storage yet is not sent.</summary>
    private int NextPlace()
    {
        int older = _number[0] < _number[1] ? 0 : 1;
        int place = IsWaiting(older) ? older : IsWaiting(1 - older) ? 1 - older : None;
        return place == _unsaved ? None : place;
    }

    /// <summary>Reads a report back; its bytes, 0 where it cannot be read.</summary>
    private int Load(int place, byte[] into)
    {
        int read = _storage.Read(SlotOf(place), into);
        int count = read > 0 ? RunRecord.Renew(into, read, _checksum) : 0;

        if (count == 0 && read >= 0)
        {
            Lose(place, FaultCode.RecordDamaged);
        }

        return count;
    }

    /// <summary>The place is free: the parts of its report that the centre has not stored will never come, and each is told as lost.</summary>
    private void Lose(int place, int code)
    {
        Lost += IsWaiting(place) ? 1 : 0;
        for (int part = 0; part < _parts[place]; part++)
        {
            if ((_stored[place] & (1 << part)) == 0)
            {
                Sequence.NoteLost(code, _epoch[place], _firstSeq[place] + part);
            }
        }

        _parts[place] = 0;
    }

    private void SendAnew()
    {
        for (int part = 0; part < MaxParts; part++)
        {
            _sentSession[part] = 0;
        }
    }

    private void NoteStored(int place, int part)
    {
        bool waited = IsWaiting(place);
        _stored[place] |= 1 << part;
        if (waited && !IsWaiting(place))
        {
            _acknowledged |= 1 << place;
            _run.Meters.NoteAcknowledged(place);
            SendAnew();
        }
    }

    private void GiveNotice()
    {
        _noticeStage = 0;
        _schedule.NoticeGiven();
    }

    private bool IsSaveDue(int place) => _unsaved == place || ((_acknowledged & (1 << place)) != 0 && _unsaved == None);

    /// <summary>What is to be written in a place, 0 for nothing: a stored report that cannot be read back is lost, and no other run is written under its number.</summary>
    private int Save(int place, byte[] buffer)
    {
        int count = _unsaved == place ? RunRecord.Write(buffer, _run, _number[place], _epoch[place], _firstSeq[place], _checksum) : Load(place, buffer);
        if (count == 0)
        {
            return 0;
        }

        Bytes.Put16(buffer, LostAt, Lost);
        buffer[AcknowledgedAt] = (byte)(IsWaiting(place) ? 0 : 1);
        return Record.Seal(buffer, Record.Run, count - Record.CrcBytes, _checksum);
    }

    private void NoteSaved(int place)
    {
        if (_unsaved == place)
        {
            _run.Meters.NoteReported(place);
        }

        _acknowledged &= ~(1 << place);
        _unsaved = _unsaved == place ? None : _unsaved;
        SendAnew();
    }

    private bool TakeUp(int place, byte[] buffer, int count)
    {
        count = RunRecord.Renew(buffer, count, _checksum);
        if (count == 0)
        {
            return false;
        }

        int at = Record.BodyAt;
        _number[place] = Bytes.Get16(buffer, at + 24);
        _lastBegan = LastNumber == _number[place] ? (int)Bytes.Get64(buffer, at + 8) : _lastBegan;
        _epoch[place] = Bytes.Get32(buffer, at + 28);
        _firstSeq[place] = Bytes.Get32(buffer, at + 32);
        _parts[place] = ReportMessage.Parts(ReportMessage.Items(buffer, count));
        _stored[place] = buffer[AcknowledgedAt] == 1 ? (1 << _parts[place]) - 1 : 0;
        int lost = Bytes.Get16(buffer, LostAt);
        Lost = lost > Lost ? lost : Lost;
        return true;
    }

    /// <summary>One of the two places.</summary>
    private sealed class KeptReport : IKept
    {
        private readonly Reports _reports;
        private readonly int _place;

        public KeptReport(Reports reports, int place)
        {
            _reports = reports;
            _place = place;
        }

        public int Slot => SlotOf(_place);

        public bool IsDue(long nowMs) => _reports.IsSaveDue(_place);

        public int Write(byte[] buffer, long nowMs, IChecksum checksum) => _reports.Save(_place, buffer);

        public void Saved(long nowMs) => _reports.NoteSaved(_place);

        public bool TryRead(byte[] buffer, int count, IChecksum checksum) => _reports.TakeUp(_place, buffer, count);
    }
}
