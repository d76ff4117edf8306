using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records.Messaging;

namespace Firmware.Records;

/// <summary>
/// From a record to the centre's receipt. Each scan hands at most one message to the link, and the <see cref="Journal"/> does at most one write to storage. A
/// transition is first kept, then published; it is published again until the centre says that it has stored it.
/// </summary>
public sealed class Delivery : ISequence
{
    /// <summary>Publishes without the broker's acknowledgement at one time (PROTOCOL.md).</summary>
    public const int MaxInFlight = 8;

    /// <summary>Shortest time between two snapshots of one session, ms.</summary>
    public const int SnapshotMs = 5000;

    /// <summary>Time between two telemetry messages, ms.</summary>
    public const int TelemetryMs = 300000;

    /// <summary>Records in one publish while a backlog drains: more do not fit.</summary>
    public const int MaxBatch = 8;

    private readonly SiteController _site;
    private readonly UnitClock _clock;
    private readonly UnitIdentity _identity;
    private readonly Settings _settings;
    private readonly ILink _link;
    private readonly IChecksum _checksum;
    private readonly Outbox _outbox;
    private readonly AlarmRecord _record;
    private readonly StoredReceipt _receipt = new StoredReceipt();
    private readonly MessageWriter _message;
    private readonly byte[] _batch = new byte[MaxBatch];
    private readonly int[] _batchSeq = new int[MaxBatch];

    private int _session;
    private int _batchCount;
    private bool _batchIsHanded;
    private bool _documentIsHanded;
    private int _givenUp;
    private int _keptCount;
    private int _durable;
    private string _batchTopic;
    private bool _stateDue;
    private Absence _absence;
    private bool _aboutDue;
    private int _holidaysMissing;
    private bool _snapshotDue;
    private bool _plantDue;
    private bool _centreAnswered;
    private bool _timed;
    private long _snapshotMs;
    private long _telemetryMs;
    private long _unstoredMs;
    private long _toldMs;

    /// <summary>Joins the parts; call <see cref="Begin"/> once before the first step.</summary>
    public Delivery(SiteController site, UnitClock clock, UnitIdentity identity, Settings settings, IStorage storage, IChecksum checksum, ILink link)
    {
        _site = site;
        _clock = clock;
        _identity = identity;
        _settings = settings;
        _link = link;
        _checksum = checksum;
        _message = MessageWriter.For(settings.Cbor, new byte[SnapshotMessage.MaxBytes]);
        Journal = new Journal(site, clock, identity, storage, checksum);
        _outbox = Journal.Outbox;
        _record = Journal.Spare;
        Drill = new WeeklyDrill(site, _outbox, Journal.Log, clock, settings, checksum);
        Journal.Drill = Drill;
        Kept.Add(Drill);
        Topics = new Topics(settings.Site, settings.Unit);
        Kept.Add(new LearnedBandsSlot(site.View.Bands));
    }

    /// <summary>Durable messages that are no records; null where there are none. Set before <see cref="Begin"/>.</summary>
    public IDocuments Documents { get; set; }

    /// <inheritdoc/>
    public int Epoch => Journal.Epoch;

    /// <inheritdoc/>
    public int Boot => Journal.Boot;

    /// <inheritdoc/>
    public int TakeSeqs(int count)
    {
        int first = Journal.TakeSeqs(count);
        Count();
        return first;
    }

    /// <inheritdoc/>
    public bool IsDurable(int epoch, int seq) => Journal.IsDurable(epoch, seq);

    /// <inheritdoc/>
    public void NoteLost(int code, int epoch, int seq) => Journal.LoseDocument(code, epoch, seq);

    /// <summary>The records.</summary>
    public Journal Journal { get; }

    /// <summary>The weekly test of the alarm path.</summary>
    public WeeklyDrill Drill { get; }

    /// <summary>The unit's topics.</summary>
    public Topics Topics { get; }

    /// <summary>The year whose holidays the contract's office hours want and nobody has set; 0 for none. Told in <c>about</c>, at once where it changes.</summary>
    public int HolidaysMissing
    {
        get => _holidaysMissing;
        set
        {
            _aboutDue |= value != _holidaysMissing;
            _holidaysMissing = value;
        }
    }

    /// <summary>Who takes commands; null while nobody does, and every one is refused.</summary>
    public ICommandSink Commands { get; set; }

    /// <summary>Who is told which incidents the centre knows of; null where nobody asks.</summary>
    public IReceiptSink Receipts { get; set; }

    /// <summary>Parts with a state of their own in storage; added before <see cref="Begin"/>.</summary>
    public KeptParts Kept => Journal.Kept;

    /// <summary>Numbers for the snapshot and the console.</summary>
    public UnitCounters Counters { get; } = new UnitCounters();

    /// <summary>The centre has answered in this session.</summary>
    public bool CentreAnswered => _link.Reach == LinkReach.Broker && _centreAnswered;

    /// <summary>Takes up what storage holds (<see cref="Journal.Begin"/>).</summary>
    /// <param name="freshEpoch">Random number for a new epoch, all 32 bits of it.</param>
    public void Begin(int freshEpoch)
    {
        Journal.Begin(freshEpoch);
        _link.NextEpoch = Journal.SessionEpoch;
        Journal.NumbersBehind(Documents == null ? 1 : Documents.Behind(Journal.Epoch));
        Count();
    }

    /// <summary>What the unit takes over from the one that it replaces; until the restart after it nothing else is written or sent. Null where there is nothing.</summary>
    public Takeover Takeover { get; set; }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        if (Takeover != null)
        {
            Takeover.Step(Journal, _site, _checksum, nowMs);
            Takeover = Takeover.IsGivenUp ? null : Takeover;
            return;
        }

        TakeInbound(nowMs);
        NoteSession();
        Journal.Step(nowMs);
        _link.NextEpoch = Journal.SessionEpoch;
        Counters.StorageErrors = Journal.Store.Errors;
        NoteKept();
        if (_link.Reach == LinkReach.Broker && _link.IsFree && _link.Sessions == _session)
        {
            Publish(nowMs);
        }
    }

    /// <summary>Puts what the unit knows of itself into the readings, before a decision.</summary>
    public void Tell(long nowMs, Readings into)
    {
        bool online = _link.Reach == LinkReach.Broker;
        Absence absence = AbsenceNow();
        _stateDue |= _absence != absence;
        bool timed = _clock.QualityAt(nowMs) != TimeQuality.Unset;
        _snapshotDue |= _stateDue || timed != _timed; // which dates, at the centre, what this start sent without a clock
        _timed = timed;
        _absence = absence;

        // Without a broker the wait stands still: a link that drops every half hour must not hide a centre that stores nothing.
        _unstoredMs = _outbox.Count == 0 ? 0 : _unstoredMs + (online ? nowMs - _toldMs : 0);
        _toldMs = nowMs;
        into.Set(Signal.Reach, (int)_link.Reach);
        into.SetContact(Signal.Refused, !online && _link.Trouble == LinkTrouble.Refused);
        into.Set(Signal.Unstored, (int)Bound.Clamp(_unstoredMs / 1000, 0, int.MaxValue));
        into.Set(Signal.OutboxFill, _outbox.Count * 100 / Outbox.Capacity);
        TellStorage(into);
        into.Set(Signal.RecordsDamaged, Journal.Store.DamagedCount);
        into.Set(Signal.StorageWear, Journal.Store.Budget.UsedPercent);
        into.Set(Signal.SettingsRejected, _settings.Rejected);
        into.Set(Signal.ClockQuality, (int)_clock.QualityAt(nowMs));
        into.Set(Signal.ClockJumps, _clock.Jumps);
        into.Set(Signal.Uptime, (int)Bound.Clamp(nowMs / 1000, 0, int.MaxValue));
    }

    /// <summary>Answers of the centre since the start.</summary>
    public int CentreAnswers { get; private set; }

    /// <summary>Tells the state once more: the centre answers it, or, where session and ids have different epochs, the snapshot after it.</summary>
    public void AskCentre()
    {
        _stateDue = true;
        _snapshotDue = true;
    }

    /// <summary>Something that <c>about</c> tells has changed.</summary>
    public void AboutChanged()
    {
        _aboutDue = true;
    }

    /// <summary>Something that the snapshot shows has changed.</summary>
    public void SnapshotChanged()
    {
        _snapshotDue = true;
    }

    /// <summary>The broker has the announcement, and nothing else is on its way to it.</summary>
    public bool HasAnnounced(Absence absence)
    {
        return _absence == absence && !_stateDue && _link.Reach == LinkReach.Broker && _link.InFlight == 0;
    }

    private Absence AbsenceNow()
    {
        AlarmGate gate = _site.Monitors.Gate;
        return gate.Shutdown.IsOn ? Absence.Shutdown : gate.LayUp.IsOn ? Absence.LaidUp : Absence.None;
    }

    private void NoteKept()
    {
        bool kept = _keptCount != Journal.KeptCount;
        _keptCount = Journal.KeptCount;
        _snapshotDue |= kept;
        if (kept || _durable != Journal.DurableNext)
        {
            Count();
        }
    }

    private void TakeInbound(long nowMs)
    {
        byte[] message = Journal.Room;
        Inbound what = _link.TryTake(message, out int count);
        if (what == Inbound.None)
        {
            return;
        }

        if (what == Inbound.Stored && _receipt.TryRead(message, count) && IsOurs())
        {
            TakeReceipt(nowMs);
        }
        else if (what != Inbound.Command || Commands == null || !Commands.TakeCommand(message, count, nowMs))
        {
            Counters.Refused++;
        }
    }

    /// <summary>It names no number that was never given, and no record that was never sent.</summary>
    private bool IsOurs()
    {
        int epoch = _receipt.Epoch;
        bool present = epoch == Journal.Epoch;
        bool ours = (present || HasEpoch(epoch)) && _receipt.UpTo <= LastGiven(epoch) && _outbox.MayBeStoredUpTo(epoch, _receipt.UpTo);
        for (int i = 0; ours && i < _receipt.PlusCount; i++)
        {
            int seq = _receipt.Plus(i);
            ours = (!present || seq < Journal.NextSeq) && _outbox.MayBeStored(epoch, seq);
        }

        return ours;
    }

    private bool HasEpoch(int epoch) => _outbox.HasEpoch(epoch) || (Documents != null && Documents.HasEpoch(epoch));

    /// <summary>Before the first write is done or has failed nobody knows whether storage works.</summary>
    private void TellStorage(Readings into)
    {
        if (Journal.Store.HasWritten || Journal.Store.FailuresInRow > 0)
        {
            into.Set(Signal.StorageFailures, Journal.Store.FailuresInRow);
        }
        else
        {
            into.Miss(Signal.StorageFailures, NoDataReason.NotYet);
        }
    }

    /// <summary>Last number that may have been given in an epoch: of an earlier one the highest that waits, a record's or a document's, and as many as may lie after it.</summary>
    private int LastGiven(int epoch)
    {
        if (epoch == Journal.Epoch)
        {
            return Journal.NextSeq - 1;
        }

        int record = _outbox.Highest(epoch);
        int document = Documents == null ? 0 : Documents.Behind(epoch) - 1;
        return (document > record ? document : record) + Journal.SkippedIds;
    }

    private void TakeReceipt(long nowMs)
    {
        bool drillWaits = Drill.IsWaiting;
        _centreAnswered = true;
        CentreAnswers++;
        _unstoredMs = 0;
        TellStored(nowMs);
        _outbox.StoredUpTo(_receipt.Epoch, _receipt.UpTo);
        for (int i = 0; i < _receipt.PlusCount; i++)
        {
            _outbox.StoredOne(_receipt.Epoch, _receipt.Plus(i));
        }

        StoreDrill(drillWaits);
        StoreDocuments();
        _clock.OfferCentre(nowMs, _receipt.At);
        Count();
    }

    /// <summary>Every record that the receipt is about to take out of the outbox.</summary>
    private void TellStored(long nowMs)
    {
        for (int place = 0; place < Outbox.Places; place++)
        {
            if (_outbox.IsWaiting(place) && _outbox.EpochOf(place) == _receipt.Epoch && _receipt.Names(_outbox.SeqOf(place)))
            {
                // A copy that left but once cannot have been stored before: then its time needs no telling.
                long told = _receipt.StoredAt(_outbox.SeqOf(place));
                long stored = told == 0 && _outbox.WasSentOnce(place) ? _receipt.At : told;
                bool known = stored != 0 && _receipt.At != 0;
                TellStored(place, stored, known ? (int)Bound.Clamp(_receipt.At - stored, 0, int.MaxValue) : StoredReceipt.UnknownAgo, nowMs);
            }
        }
    }

    /// <summary>Occurrences are counted within an epoch, and on where an epoch begins in the midst of a start.</summary>
    private void TellStored(int place, long storedUnix, int agoSeconds, long nowMs)
    {
        if (_outbox.CodeOf(place) != 0 && (_outbox.EpochOf(place) == Journal.Epoch || !_outbox.IsOld(place)))
        {
            Receipts?.Stored(_outbox.CodeOf(place), _outbox.OccurrenceOf(place), _outbox.LevelOf(place), storedUnix, agoSeconds, nowMs);
        }
    }

    /// <summary>What the receipt has just taken out of the outbox is stored; a record that left it otherwise is not.</summary>
    private void StoreDrill(bool waited)
    {
        if (waited && !Drill.IsWaiting)
        {
            Drill.Stored();
        }
    }

    private void NoteSession()
    {
        if (_link.Sessions == _session)
        {
            return;
        }

        _session = _link.Sessions;
        _batchCount = 0;
        _documentIsHanded = false;
        _centreAnswered = false;
        _stateDue = true;
        _aboutDue = true;
        _snapshotDue = true;
        _snapshotMs = long.MinValue / 2;
        _outbox.BeginSession();
    }

    /// <summary>At most one message, written once the link no longer needs the last one's bytes: the birth, then the records, then what is only for those who look.</summary>
    private void Publish(long nowMs)
    {
        if (_batchCount > 0)
        {
            GoOn(nowMs);
        }
        else if (_documentIsHanded)
        {
            AwaitDocument();
        }
        else if (_link.InFlight < MaxInFlight)
        {
            PublishNext(nowMs);
        }
    }

    private void PublishNext(long nowMs)
    {
        if (_stateDue)
        {
            StateMessage.Write(_message, true, _link.SessionEpoch, Journal.Boot, _link.SessionNumber, _absence);
            _stateDue = !Hand(Topics.State, true, true);
        }
        else if (_aboutDue)
        {
            AboutMessage.Write(_message, _identity, _settings, HolidaysMissing, true);
            if (_message.Overflowed)
            {
                // What cannot be told must not keep the rest: a reader takes settings that are not there as unknown.
                AboutMessage.Write(_message, _identity, _settings, HolidaysMissing, false);
            }

            _aboutDue = !Hand(Topics.About, true, true);
        }
        else if (_snapshotDue && nowMs - _snapshotMs >= SnapshotMs)
        {
            PublishSnapshot(nowMs);
        }
        else if (IsRecordDue(nowMs))
        {
            ComposeRecords(nowMs);
        }
        else if (!PublishDocument(nowMs) && nowMs - _telemetryMs >= TelemetryMs)
        {
            PublishTelemetry(nowMs);
        }
    }

    /// <summary>Two messages, one after the other.</summary>
    private void PublishTelemetry(long nowMs)
    {
        SnapshotMessage.WriteTelemetry(_message, _site, _clock, Journal.Store.Budget, Journal.Boot, nowMs, _plantDue);
        if (Hand(Topics.Telemetry, false, false))
        {
            _telemetryMs = _plantDue ? nowMs : _telemetryMs;
            _plantDue = !_plantDue;
        }
    }

    /// <summary>The receipt speaks of documents as it does of records.</summary>
    private void StoreDocuments()
    {
        Documents?.StoredUpTo(_receipt.Epoch, _receipt.UpTo);
        for (int i = 0; Documents != null && i < _receipt.PlusCount; i++)
        {
            Documents.StoredOne(_receipt.Epoch, _receipt.Plus(i));
        }
    }

    /// <summary>Reports wait behind alarms: nobody is called out by them. Where the broker's word counts, one waits for it at a time.</summary>
    private bool PublishDocument(long nowMs)
    {
        if (Documents == null || (_settings.ConfirmByBroker && _link.InFlight > 0) || !Documents.IsDue(nowMs, _session))
        {
            return false;
        }

        string topic = Documents.Write(_message, Journal.Room, Topics, nowMs);
        _givenUp = _link.GivenUp;
        if (topic != null && Hand(topic, true, false))
        {
            Documents.Sent(nowMs, _session);
            _documentIsHanded = _settings.ConfirmByBroker;
        }

        return true;
    }

    /// <summary>The broker has the document that was handed over, or it was given up and is sent again.</summary>
    private void AwaitDocument()
    {
        if (_link.InFlight > 0)
        {
            return;
        }

        _documentIsHanded = false;
        if (_link.GivenUp == _givenUp)
        {
            Documents.StoredOne(Documents.SentEpoch, Documents.SentSeq);
            Count();
        }
    }

    private void PublishSnapshot(long nowMs)
    {
        Count();
        SnapshotMessage.WriteSnapshot(_message, _site, _clock, Counters, nowMs);
        if (Hand(Topics.Snapshot, true, true))
        {
            _snapshotDue = false;
            _snapshotMs = nowMs;
        }
    }

    /// <summary>Where the broker's word counts, one publish waits for it at a time.</summary>
    private bool IsRecordDue(long nowMs)
    {
        return _outbox.Count > 0 && !(_settings.ConfirmByBroker && _link.InFlight > 0) && _outbox.NextToSend(nowMs) >= 0;
    }

    /// <summary>
    /// Composes the next record, or, while a backlog drains, as many as surely fit: level, then age. What is composed waits for the mailbox, so that a record is
    /// read from flash once for each copy.
    /// </summary>
    private void ComposeRecords(long nowMs)
    {
        int place = _outbox.NextToSend(nowMs);
        if (!TryLoad(place, nowMs))
        {
            return;
        }

        _message.Reset();
        _batchTopic = _record.IsDrill ? Topics.Drill : Topics.Alarm;
        _outbox.Compose(place);
        int next = _outbox.IsHistorical(place) && !_record.IsDrill ? _outbox.NextToSend(nowMs) : -1;
        if (next < 0)
        {
            Add(place, nowMs);
        }
        else
        {
            ComposeMany(place, next, nowMs);
        }

        GoOn(nowMs);
    }

    /// <summary>An array of the record that is loaded and those that come after it.</summary>
    private void ComposeMany(int place, int next, long nowMs)
    {
        _message.BeginArray();
        Add(place, nowMs);
        while (next >= 0 && _batchCount < MaxBatch && _message.Count + AlarmMessage.MaxBytes + 2 <= SnapshotMessage.MaxBytes && TryLoad(next, nowMs) && !_record.IsDrill)
        {
            _outbox.Compose(next);
            Add(next, nowMs);
            next = _outbox.NextToSend(nowMs);
        }

        _message.EndArray();
    }

    private bool TryLoad(int place, long nowMs)
    {
        bool good = Journal.TryLoad(place, _record, nowMs);
        if (!good)
        {
            Count();
        }

        return good;
    }

    private void Add(int place, long nowMs)
    {
        _batch[_batchCount] = (byte)place;
        _batchSeq[_batchCount] = _record.Seq;
        _batchCount++;
        _batchIsHanded = false;
        if (_record.IsDrill)
        {
            DrillMessage.Write(_message, _record, _clock, Journal.Boot, nowMs);
        }
        else
        {
            AlarmMessage.Write(_message, _record, _site.Catalogue, _clock, Journal.Boot, nowMs, _outbox.IsHistorical(place));
        }
    }

    /// <summary>Hands over what is composed; where the broker's word counts as storage (<see cref="Settings.ConfirmByBroker"/>), waits for that.</summary>
    private void GoOn(long nowMs)
    {
        if (!_batchIsHanded)
        {
            _givenUp = _link.GivenUp;
            _batchIsHanded = Hand(_batchTopic, true, false);
            for (int i = 0; _batchIsHanded && i < _batchCount; i++)
            {
                NoteSent(i, nowMs);
            }

            _batchCount = _batchIsHanded && !_settings.ConfirmByBroker ? 0 : _batchCount;
        }
        else if (_link.InFlight == 0)
        {
            for (int i = 0; _link.GivenUp == _givenUp && i < _batchCount; i++)
            {
                Confirm(i, nowMs);
            }

            _batchCount = 0;
        }
    }

    private void NoteSent(int index, long nowMs)
    {
        if (IsStill(index))
        {
            _outbox.Sent(_batch[index], nowMs);
        }
    }

    private void Confirm(int index, long nowMs)
    {
        if (IsStill(index))
        {
            bool drillWaits = Drill.IsWaiting;
            _unstoredMs = 0;
            TellStored(_batch[index], _clock.UnixAt(nowMs), 0, nowMs);
            _outbox.StoredAsSent(_batch[index]);
            StoreDrill(drillWaits);
            Count();
        }
    }

    /// <summary>The record that was composed still waits where it was.</summary>
    private bool IsStill(int index)
    {
        return _outbox.IsWaiting(_batch[index]) && _outbox.SeqOf(_batch[index]) == _batchSeq[index];
    }

    private bool Hand(string topic, bool atLeastOnce, bool retain)
    {
        return !_message.Overflowed && _link.TryPublish(topic, _message.Buffer, _message.Count, atLeastOnce, retain);
    }

    /// <summary>When nothing waits any more, a snapshot says so: only that lets the centre end what the unit does not name.</summary>
    private void Count()
    {
        bool waited = Counters.Waiting > 0 || Counters.OldestSeq != Counters.NextSeq;
        Counters.Epoch = Journal.Epoch;
        Counters.Boot = Journal.Boot;
        Counters.NextSeq = Journal.NextSeq;
        int oldest = _outbox.Oldest(Journal.Epoch, Journal.NextSeq);
        oldest = Documents == null ? oldest : Documents.Oldest(Journal.Epoch, oldest);

        // The centre takes every number below this for one that will never come: it must be so over a power cut, too.
        _durable = Journal.DurableNext;
        Counters.OldestSeq = oldest < _durable ? oldest : _durable;
        Counters.Waiting = Journal.Waiting;
        Counters.Lost = _outbox.Lost;
        Counters.StorageErrors = Journal.Store.Errors;
        Counters.LinkAttempts = _link.Attempts;
        Counters.LinkSessions = _link.Sessions;
        _snapshotDue |= waited && Counters.Waiting == 0 && Counters.OldestSeq == Counters.NextSeq;
    }
}
