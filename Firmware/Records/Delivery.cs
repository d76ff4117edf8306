using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records.Messaging;

namespace Firmware.Records;

/// <summary>
/// From a transition to the centre's receipt. Each step does at most one write to storage and hands at most one message to the link. A transition is
/// first kept, then published; it is published again until the centre says that it has stored it, and only then its slot is cleared. When storage refuses, alarms
/// leave from memory: late by seven seconds, and lost if the power fails before the receipt.
/// </summary>
public sealed class Delivery : ISequence
{
    /// <summary>Publishes without the broker's acknowledgement at one time (PROTOCOL.md).</summary>
    public const int MaxInFlight = 8;

    /// <summary>Shortest time between two snapshots of one session, ms.</summary>
    public const int SnapshotMs = 5000;

    /// <summary>Time between two telemetry messages, ms.</summary>
    public const int TelemetryMs = 300000;

    /// <summary>The volume is saved at most this often, ms: a power cut costs at most so much of it.</summary>
    public const int LedgerMs = 600000;

    /// <summary>Failed writes in a row (1 + 2 + 4 s apart) after which an alarm leaves from memory.</summary>
    public const int MemoryAfterFailures = 3;

    private const int ReadAttempts = 3;
    private const int ScratchBytes = 512;
    private const int FirstStorageWaitMs = 1000;
    private const int LongestStorageWaitMs = 60000;

    private readonly SiteController _site;
    private readonly UnitClock _clock;
    private readonly UnitIdentity _identity;
    private readonly Settings _settings;
    private readonly IStorage _storage;
    private readonly IChecksum _checksum;
    private readonly ILink _link;
    private readonly Outbox _outbox = new Outbox();
    private readonly Ledger _ledger = new Ledger();
    private readonly AlarmRecord _record = new AlarmRecord();
    private readonly StoredReceipt _receipt = new StoredReceipt();
    private readonly JsonWriter _json = new JsonWriter(new byte[SnapshotMessage.MaxBytes]);
    private readonly byte[] _scratch = new byte[ScratchBytes];
    private readonly AlarmRecord[] _memory = new AlarmRecord[Outbox.MemoryPlaces];

    private int _session;
    private bool _stateDue;
    private bool _aboutDue;
    private bool _snapshotDue;
    private bool _plantDue;
    private bool _ledgerDue;
    private bool _savedForSupply;
    private bool _centreAnswered;
    private long _snapshotMs;
    private long _telemetryMs;
    private long _ledgerMs;
    private long _storageWaitUntilMs;
    private long _answeredMs;
    private int _storageWaitMs;
    private int _failuresInRow;
    private int _damaged;
    private int _spareEpoch;
    private bool _volatileEpoch;

    /// <summary>Joins the parts; call <see cref="Begin"/> once before the first step.</summary>
    public Delivery(SiteController site, UnitClock clock, UnitIdentity identity, Settings settings, IStorage storage, IChecksum checksum, ILink link)
    {
        _site = site;
        _clock = clock;
        _identity = identity;
        _settings = settings;
        _storage = storage;
        _checksum = checksum;
        _link = link;
        for (int i = 0; i < _memory.Length; i++)
        {
            _memory[i] = new AlarmRecord();
        }

        Topics = new Topics(settings.Site, settings.Unit);
        Kept.Add(new LearnedBandsSlot(site.View.Bands));
    }

    /// <summary>Durable messages that are no records; null where there are none. Set before <see cref="Begin"/>.</summary>
    public IDocuments Documents { get; set; }

    /// <inheritdoc/>
    public int Epoch => _ledger.Epoch;

    /// <inheritdoc/>
    public int TakeSeqs(int count)
    {
        _ledger.NextSeq += count;
        _ledgerDue = true;
        Count();
        return _ledger.NextSeq - count;
    }

    /// <summary>The unit's topics.</summary>
    public Topics Topics { get; }

    /// <summary>Who takes commands; null while nobody does, and every one is refused.</summary>
    public ICommandSink Commands { get; set; }

    /// <summary>Parts with a state of their own in storage; added before <see cref="Begin"/>.</summary>
    public KeptParts Kept { get; } = new KeptParts();

    /// <summary>Numbers for the snapshot and the console.</summary>
    public UnitCounters Counters { get; } = new UnitCounters();

    /// <summary>The centre has answered in this session.</summary>
    public bool CentreAnswered => _link.Reach == LinkReach.Broker && _centreAnswered;

    /// <summary>
    /// Takes up what storage holds: reads the ledger and every record slot, and notes this start. Where there is no ledger of this chip a new
    /// epoch begins; records of the old one that were not stored yet are still delivered, under their own ids, unless the whole store is another chip's.
    /// </summary>
    /// <param name="freshEpoch">Random number for a new epoch.</param>
    public void Begin(int freshEpoch)
    {
        _spareEpoch = NextEpoch(freshEpoch);
        int count = ReadPatiently(Ledger.Slot);
        bool known = _ledger.TryRead(_scratch, count, _identity.Mac, _site.Catalogue, _site.Monitors, _checksum);
        if (!known)
        {
            _ledger.Epoch = freshEpoch;
        }

        int savedNext = _ledger.NextSeq;
        for (int place = 0; place < Outbox.Capacity && !_ledger.IsForeign; place++)
        {
            TakeUp(place, savedNext);
        }

        Kept.ReadAll(_storage, ReadAttempts, _checksum);
        int behind = Documents == null ? 1 : Documents.Behind(_ledger.Epoch);
        _ledger.NextSeq = behind > _ledger.NextSeq ? behind : _ledger.NextSeq;
        _damaged += Kept.Damaged;
        _ledger.Boot++;
        _site.BeginAt(_ledger.PulseMillilitres);
        _site.Pump.Restore(_ledger.DryStops);
        _outbox.Epoch = _ledger.Epoch;
        _outbox.HighestSent = _ledger.NextSeq - 1;
        _ledgerDue = true;
        Count();
    }

    /// <summary>One scan's work.</summary>
    public void Step(long nowMs)
    {
        TakeInbound(nowMs);
        NoteSession();
        if (nowMs >= _storageWaitUntilMs)
        {
            Keep(nowMs);
        }

        if (_failuresInRow >= MemoryAfterFailures && _site.Transitions.Count > 0)
        {
            KeepInMemory();
        }

        if (_link.Reach == LinkReach.Broker && _link.InFlight < MaxInFlight)
        {
            Publish(nowMs);
        }
    }

    /// <summary>Puts what the unit knows of itself into the readings, before a decision.</summary>
    public void Tell(long nowMs, Readings into)
    {
        bool online = _link.Reach == LinkReach.Broker;
        if (!online || _outbox.Count == 0)
        {
            _answeredMs = nowMs;
        }

        into.Set(Signal.Reach, (int)_link.Reach);
        into.SetContact(Signal.Refused, !online && _link.Trouble == LinkTrouble.Refused);
        into.Set(Signal.Unstored, (int)Bound.Clamp((nowMs - _answeredMs) / 1000, 0, int.MaxValue));
        into.Set(Signal.OutboxFill, _outbox.Count * 100 / Outbox.Capacity);
        into.Set(Signal.StorageFailures, _failuresInRow);
        into.Set(Signal.RecordsDamaged, _damaged);
        into.Set(Signal.SettingsRejected, _settings.Rejected);
        into.Set(Signal.ClockQuality, (int)_clock.QualityAt(nowMs));
        into.Set(Signal.ClockJumps, _clock.Jumps);
        into.Set(Signal.Uptime, (int)Bound.Clamp(nowMs / 1000, 0, int.MaxValue));
        into.Set(Signal.WorkerRestarts, _link.Restarts);
    }

    /// <summary>Something that the snapshot shows has changed.</summary>
    public void SnapshotChanged()
    {
        _snapshotDue = true;
    }

    /// <summary>A slot, asked again where storage could not read it at first.</summary>
    private int ReadPatiently(int slot)
    {
        int count = -1;
        for (int attempt = 0; attempt < ReadAttempts && count < 0; attempt++)
        {
            count = _storage.Read(slot, _scratch);
            Counters.StorageErrors += count < 0 ? 1 : 0;
        }

        return count;
    }

    private void TakeUp(int place, int savedNext)
    {
        int count = ReadPatiently(Outbox.FirstSlot + place);
        if (count == 0)
        {
            return;
        }

        if (!_record.TryRead(_scratch, count, _checksum))
        {
            _damaged++;
            _outbox.Displaced();
            return;
        }

        _outbox.Keep(place, _record.Epoch, _record.Seq, _record.Level, 0);
        if (_record.Epoch == _ledger.Epoch)
        {
            TakeOver(savedNext);
        }
    }

    /// <summary>What a record of the present epoch knows better than the ledger, which is saved behind it.</summary>
    private void TakeOver(int savedNext)
    {
        int row = _site.Catalogue.RowOf(_record.Code);
        if (row >= 0 && _record.Seq >= savedNext)
        {
            _site.Monitors.RestoreOccurrence(row, _record.Occurrence);
            if (_record.Event != FaultEvent.Acknowledged)
            {
                // An acknowledgement says nothing of whether the fault is still raised.
                _site.Monitors.RestoreRaised(row, _record.Event == FaultEvent.Cleared ? FaultCatalogue.NoLevel : _record.Level);
            }
        }

        if (_record.Seq >= _ledger.NextSeq)
        {
            _ledger.NextSeq = _record.Seq + 1;
        }
    }

    private void TakeInbound(long nowMs)
    {
        Inbound what = _link.TryTake(_scratch, out int count);
        if (what == Inbound.None)
        {
            return;
        }

        if (what == Inbound.Stored && _receipt.TryRead(_scratch, count) && IsOurs())
        {
            TakeReceipt(nowMs);
        }
        else if (what != Inbound.Command || Commands == null || !Commands.TakeCommand(_scratch, count, nowMs))
        {
            Counters.Refused++;
        }
    }

    private bool IsOurs()
    {
        if (_receipt.Epoch != _ledger.Epoch)
        {
            return _outbox.HasEpoch(_receipt.Epoch);
        }

        bool ours = _receipt.UpTo <= _outbox.HighestSent;
        for (int i = 0; ours && i < _receipt.PlusCount; i++)
        {
            ours = _receipt.Plus(i) <= _outbox.HighestSent;
        }

        return ours;
    }

    private void TakeReceipt(long nowMs)
    {
        _centreAnswered = true;
        _answeredMs = nowMs;
        _outbox.StoredUpTo(_receipt.Epoch, _receipt.UpTo);
        for (int i = 0; i < _receipt.PlusCount; i++)
        {
            _outbox.StoredOne(_receipt.Epoch, _receipt.Plus(i));
        }

        StoreDocuments();
        _clock.OfferCentre(nowMs, _receipt.At);
        Count();
    }

    private void NoteSession()
    {
        if (_link.Sessions == _session)
        {
            return;
        }

        _session = _link.Sessions;
        _centreAnswered = false;
        _stateDue = true;
        _aboutDue = true;
        _snapshotDue = true;
        _snapshotMs = long.MinValue / 2;
    }

    /// <summary>At most one write: a transition first, where there is a place for it, then the ledger, then a slot to clear.</summary>
    private void Keep(long nowMs)
    {
        NoteLedger(nowMs);
        int place = _site.Transitions.Count > 0 ? _outbox.PlaceFor(_site.Transitions.Level, false) : -1;
        if (place >= 0)
        {
            KeepTransition(nowMs, place);
        }
        else if (_site.Transitions.Count > 0 && _outbox.DoneCount == 0)
        {
            LoseTransition();
        }
        else if (_ledgerDue)
        {
            KeepLedger(nowMs);
        }
        else if (_outbox.DoneCount > 0)
        {
            ClearDone(nowMs);
        }
        else
        {
            KeepParts(nowMs);
        }
    }

    private void KeepParts(long nowMs)
    {
        int part = Kept.Due(nowMs);
        if (part >= 0)
        {
            Did(Kept.Write(part, _storage, nowMs, _checksum), nowMs);
        }
    }

    private void NoteLedger(long nowMs)
    {
        bool fails = _site.SupplyFails;
        bool aged = nowMs - _ledgerMs >= LedgerMs && _site.Meter.TotalMillilitres != _ledger.PulseMillilitres;
        if (aged || _site.Pump.DryStops != _ledger.DryStops || (fails && !_savedForSupply))
        {
            _ledgerDue = true;
        }

        _savedForSupply = fails;
    }

    /// <summary>All places hold more important records: this one is the loss.</summary>
    private void LoseTransition()
    {
        _outbox.Displaced();
        _site.Transitions.DropFirst();
        Count();
    }

    private void KeepTransition(long nowMs, int place)
    {
        FillRecord();
        int count = _record.Write(_scratch, _checksum);
        if (Did(_storage.Replace(Outbox.FirstSlot + place, _scratch, count), nowMs))
        {
            NoteKept(place);
        }
    }

    private void FillRecord()
    {
        _record.TakeFirst(_site.Transitions, _site.Catalogue);
        _record.Epoch = _ledger.Epoch;
        _record.Seq = _ledger.NextSeq;
        _record.Boot = _ledger.Boot;
        _record.OnsetUnix = _clock.UnixAt(_record.OnsetMs);
        _record.ConfirmedUnix = _clock.UnixAt(_record.ConfirmedMs);
    }

    private void NoteKept(int place)
    {
        _outbox.Keep(place, _record.Epoch, _record.Seq, _record.Level, _session);
        _ledger.NextSeq++;
        _ledgerDue = true;
        _snapshotDue = true;
        _site.Transitions.DropFirst();
        Count();
    }

    /// <summary>
    /// Storage refuses: the alarm leaves from memory, under an epoch of its own. Its ids cannot be made durable, and a number of the present
    /// epoch could be given to something else after a restart; nobody would then believe the second one to be new.
    /// </summary>
    private void KeepInMemory()
    {
        int place = _outbox.PlaceFor(_site.Transitions.Level, true);
        if (place < 0)
        {
            LoseTransition();
            return;
        }

        if (!_volatileEpoch)
        {
            BeginVolatileEpoch();
        }

        FillRecord();
        int count = _record.Write(_scratch, _checksum);
        _memory[place - Outbox.Capacity].TryRead(_scratch, count, _checksum);
        NoteKept(place);
    }

    private void BeginVolatileEpoch()
    {
        _volatileEpoch = true;
        _ledger.Epoch = _spareEpoch;
        _ledger.NextSeq = 1;
        _spareEpoch = NextEpoch(_spareEpoch);
        _outbox.Epoch = _ledger.Epoch;
        _outbox.HighestSent = 0;
    }

    /// <summary>Another random number from one: a step of a full-period generator (Numerical Recipes).</summary>
    private static int NextEpoch(int epoch)
    {
        return unchecked((epoch * 1664525) + 1013904223);
    }

    private void KeepLedger(long nowMs)
    {
        _ledger.PulseMillilitres = _site.Meter.TotalMillilitres;
        _ledger.DryStops = _site.Pump.DryStops;
        int count = _ledger.Write(_scratch, _identity.Mac, _site.Catalogue, _site.Monitors, _checksum);
        if (Did(_storage.Replace(Ledger.Slot, _scratch, count), nowMs))
        {
            _ledgerDue = false;
            _ledgerMs = nowMs;
            _volatileEpoch = false;
        }
    }

    /// <summary>Only behind a saved ledger: the record was the only other place that knew its seq and its occurrence.</summary>
    private void ClearDone(long nowMs)
    {
        int place = _outbox.NextDone();
        if (Did(_storage.Delete(Outbox.FirstSlot + place), nowMs))
        {
            _outbox.Cleared(place);
        }
    }

    /// <summary>Counts what storage did not do, and leaves it alone for 1 s, doubling to a minute.</summary>
    private bool Did(bool done, long nowMs)
    {
        if (done)
        {
            _failuresInRow = 0;
            _storageWaitMs = 0;
            return true;
        }

        Counters.StorageErrors++;
        _failuresInRow++;
        _storageWaitMs = Bound.Clamp(_storageWaitMs * 2, FirstStorageWaitMs, LongestStorageWaitMs);
        _storageWaitUntilMs = nowMs + _storageWaitMs;
        return false;
    }

    /// <summary>At most one message: the birth, then the records, then what is only for those who look.</summary>
    private void Publish(long nowMs)
    {
        if (_stateDue)
        {
            StateMessage.Write(_json, true, _ledger.Boot, _link.SessionNumber);
            _stateDue = !Hand(Topics.State, true, true);
        }
        else if (_aboutDue)
        {
            AboutMessage.Write(_json, _identity, _settings);
            _aboutDue = !Hand(Topics.About, true, true);
        }
        else if (_snapshotDue && nowMs - _snapshotMs >= SnapshotMs)
        {
            PublishSnapshot(nowMs);
        }
        else if (!PublishRecord(nowMs) && !PublishDocument(nowMs) && nowMs - _telemetryMs >= TelemetryMs)
        {
            PublishTelemetry(nowMs);
        }
    }

    /// <summary>Two messages, one behind the other.</summary>
    private void PublishTelemetry(long nowMs)
    {
        SnapshotMessage.WriteTelemetry(_json, _site, _clock, _ledger.Boot, nowMs, _plantDue);
        if (Hand(Topics.Telemetry, false, false))
        {
            _telemetryMs = _plantDue ? nowMs : _telemetryMs;
            _plantDue = !_plantDue;
        }
    }

    private void PublishSnapshot(long nowMs)
    {
        Count();
        SnapshotMessage.WriteSnapshot(_json, _site, _clock, Counters, nowMs);
        if (Hand(Topics.Snapshot, true, true))
        {
            _snapshotDue = false;
            _snapshotMs = nowMs;
        }
    }

    private bool PublishRecord(long nowMs)
    {
        int place = _outbox.Count == 0 ? -1 : _outbox.NextToSend(nowMs, _session);
        if (place < 0)
        {
            return false;
        }

        if (Outbox.IsMemory(place))
        {
            SendRecord(_memory[place - Outbox.Capacity], place, nowMs);
            return true;
        }

        int count = _storage.Read(Outbox.FirstSlot + place, _scratch);
        if (!_record.TryRead(_scratch, count, _checksum) || _record.Seq != _outbox.SeqOf(place))
        {
            // Storage may only have been busy: it is asked as often as a receipt would be waited for before the record counts as damaged.
            Counters.StorageErrors++;
            _damaged++;
            _outbox.Unreadable(place, nowMs, _session);
            Count();
            return true;
        }

        SendRecord(_record, place, nowMs);
        return true;
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

    /// <summary>Reports wait behind alarms: nobody is called out by them.</summary>
    private bool PublishDocument(long nowMs)
    {
        if (Documents == null || !Documents.IsDue(nowMs, _session))
        {
            return false;
        }

        string topic = Documents.Write(_json, Topics, nowMs);
        if (topic != null && Hand(topic, true, false))
        {
            Documents.Sent(nowMs, _session);
            int last = _ledger.NextSeq - 1;
            _outbox.HighestSent = last > _outbox.HighestSent ? last : _outbox.HighestSent;
        }

        return true;
    }

    private void SendRecord(AlarmRecord record, int place, long nowMs)
    {
        AlarmMessage.Write(_json, record, _site.Catalogue, _clock, _ledger.Boot, nowMs, _outbox.IsHistorical(place, _session));
        if (Hand(Topics.Alarm, true, false))
        {
            _outbox.Sent(place, nowMs, _session);
        }
    }

    private bool Hand(string topic, bool atLeastOnce, bool retain)
    {
        return !_json.Overflowed && _link.TryPublish(topic, _json.Buffer, _json.Count, atLeastOnce, retain);
    }

    private void Count()
    {
        Counters.Epoch = _ledger.Epoch;
        Counters.Boot = _ledger.Boot;
        Counters.NextSeq = _ledger.NextSeq;
        int oldest = _outbox.Oldest(_ledger.Epoch, _ledger.NextSeq);
        Counters.OldestSeq = Documents == null ? oldest : Documents.Oldest(_ledger.Epoch, oldest);
        Counters.Waiting = _outbox.Count + _site.Transitions.Count + _site.Monitors.OwedCount;
        Counters.Lost = _outbox.Lost;
        Counters.LinkAttempts = _link.Attempts;
        Counters.LinkSessions = _link.Sessions;
    }
}
