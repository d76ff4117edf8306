using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Messaging;
using Firmware.Core.Ports;
using Firmware.Core.Records;
using Firmware.Core.Service;

namespace Firmware.Core.Supervision;

/// <summary>
/// From a transition to the centre's receipt. Each step does at most one write to storage and hands at most one message to the link. A transition is
/// first kept, then published; it is published again until the centre says that it has stored it, and only then its slot is cleared.
/// </summary>
public sealed class Delivery
{
    /// <summary>Publishes without the broker's acknowledgement at one time (PROTOCOL.md).</summary>
    public const int MaxInFlight = 8;

    /// <summary>Shortest time between two snapshots of one session, ms.</summary>
    public const int SnapshotMs = 5000;

    /// <summary>Time between two telemetry messages, ms.</summary>
    public const int TelemetryMs = 300000;

    /// <summary>The volume is saved at most this often, ms: a power cut costs at most so much of it.</summary>
    public const int LedgerMs = 600000;

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

    private int _session;
    private bool _stateDue;
    private bool _aboutDue;
    private bool _snapshotDue;
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
        Topics = new Topics(settings.Site, settings.Unit);
    }

    /// <summary>The unit's topics.</summary>
    public Topics Topics { get; }

    /// <summary>Numbers for the snapshot and the console.</summary>
    public UnitCounters Counters { get; } = new UnitCounters();

    /// <summary>The centre has answered in this session.</summary>
    public bool CentreAnswered => _link.Reach == LinkReach.Broker && _centreAnswered;

    /// <summary>
    /// Takes up what storage holds: reads the ledger and every record slot once, and notes this start. Where there is no ledger of this chip a new
    /// epoch begins with <paramref name="freshEpoch"/>, and what lies in the slots is not ours.
    /// </summary>
    public void Begin(int freshEpoch)
    {
        int count = _storage.Read(Ledger.Slot, _scratch);
        bool known = _ledger.TryRead(_scratch, count, _identity.Mac, _site.Catalogue, _site.Monitors, _checksum);
        if (!known)
        {
            _ledger.Epoch = freshEpoch;
        }

        for (int place = 0; place < Outbox.Capacity; place++)
        {
            TakeUp(place);
        }

        _ledger.Boot++;
        _site.BeginAt(_ledger.PulseMillilitres);
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

    private void TakeUp(int place)
    {
        int count = _storage.Read(Outbox.FirstSlot + place, _scratch);
        if (count == 0 || !_record.TryRead(_scratch, count, _checksum) || _record.Epoch != _ledger.Epoch)
        {
            return;
        }

        _outbox.Keep(place, _record.Seq, _record.Level, 0);
        if (_record.Seq >= _ledger.NextSeq)
        {
            _ledger.NextSeq = _record.Seq + 1;
        }

        int row = _site.Catalogue.RowOf(_record.Code);
        if (row >= 0 && _site.Monitors.OccurrenceOf(row) < _record.Occurrence)
        {
            _site.Monitors.RestoreOccurrence(row, _record.Occurrence);
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
        else
        {
            Counters.Refused++;
        }
    }

    private bool IsOurs()
    {
        bool ours = _receipt.Epoch == _ledger.Epoch && _receipt.UpTo <= _outbox.HighestSent;
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
        _outbox.StoredUpTo(_receipt.UpTo);
        for (int i = 0; i < _receipt.PlusCount; i++)
        {
            _outbox.StoredOne(_receipt.Plus(i));
        }

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

    /// <summary>At most one write: a transition first, then the ledger, then a slot to clear.</summary>
    private void Keep(long nowMs)
    {
        NoteLedger(nowMs);
        if (_site.Transitions.Count > 0)
        {
            KeepTransition(nowMs);
        }
        else if (_ledgerDue)
        {
            KeepLedger(nowMs);
        }
        else if (_outbox.DoneCount > 0)
        {
            ClearDone(nowMs);
        }
    }

    private void NoteLedger(long nowMs)
    {
        bool fails = _site.SupplyFails;
        bool aged = nowMs - _ledgerMs >= LedgerMs && _site.Meter.TotalMillilitres != _ledger.PulseMillilitres;
        if (aged || (fails && !_savedForSupply))
        {
            _ledgerDue = true;
        }

        _savedForSupply = fails;
    }

    private void KeepTransition(long nowMs)
    {
        _record.TakeFirst(_site.Transitions, _site.Catalogue);
        int place = _outbox.PlaceFor(_record.Level);
        if (place < 0)
        {
            // All places hold more important records: this one is the loss.
            _outbox.Displaced();
            _site.Transitions.DropFirst();
            Count();
            return;
        }

        _record.Epoch = _ledger.Epoch;
        _record.Seq = _ledger.NextSeq;
        _record.Boot = _ledger.Boot;
        _record.OnsetUnix = _clock.UnixAt(_record.OnsetMs);
        _record.ConfirmedUnix = _clock.UnixAt(_record.ConfirmedMs);
        int count = _record.Write(_scratch, _checksum);
        if (Did(_storage.Replace(Outbox.FirstSlot + place, _scratch, count), nowMs))
        {
            _outbox.Keep(place, _record.Seq, _record.Level, _session);
            _ledger.NextSeq++;
            _ledgerDue = true;
            _snapshotDue = true;
            _site.Transitions.DropFirst();
            Count();
        }
    }

    private void KeepLedger(long nowMs)
    {
        _ledger.PulseMillilitres = _site.Meter.TotalMillilitres;
        int count = _ledger.Write(_scratch, _identity.Mac, _site.Catalogue, _site.Monitors, _checksum);
        if (Did(_storage.Replace(Ledger.Slot, _scratch, count), nowMs))
        {
            _ledgerDue = false;
            _ledgerMs = nowMs;
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
        else if (!PublishRecord(nowMs) && nowMs - _telemetryMs >= TelemetryMs)
        {
            SnapshotMessage.WriteTelemetry(_json, _site, _clock, _ledger.Boot, nowMs);
            if (Hand(Topics.Telemetry, false, false))
            {
                _telemetryMs = nowMs;
            }
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

        AlarmMessage.Write(_json, _record, _site.Catalogue, _clock, _ledger.Boot, nowMs, _outbox.IsHistorical(place, _session));
        if (Hand(Topics.Alarm, true, false))
        {
            _outbox.Sent(place, nowMs, _session);
        }

        return true;
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
        Counters.OldestSeq = _outbox.Oldest(_ledger.NextSeq);
        Counters.Waiting = _outbox.Count;
        Counters.Lost = _outbox.Lost;
        Counters.LinkAttempts = _link.Attempts;
        Counters.LinkSessions = _link.Sessions;
    }
}
