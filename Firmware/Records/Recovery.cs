using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// What a start takes up from storage: ledger, parting record, outbox, the states of the other parts and the event log, each slot read once. What is not used is refused (<see cref="RecordStore.Refuse"/>), and a lost
/// record is noted as a loss to be told. It writes nothing, so that another start finds the same, and lives only as long as the start.
/// </summary>
internal sealed class Recovery
{
    private const int MostShown = 99;

    private readonly RecordStore _store;
    private readonly Ledger _ledger;
    private readonly Outbox _outbox;
    private readonly UntoldLosses _losses;
    private readonly SiteController _site;
    private readonly RecordStamp _stamp;
    private readonly IChecksum _checksum;
    private readonly AlarmRecord _record;
    private readonly byte[] _buffer;
    private bool _known;
    private int _ledgerBytes;
    private int _savedNextSeq;
    private int _savedBoot;

    /// <summary>Joins what is read into and from.</summary>
    /// <param name="store">Storage.</param>
    /// <param name="ledger">A new ledger.</param>
    /// <param name="outbox">An empty outbox.</param>
    /// <param name="losses">Where lost records are noted.</param>
    /// <param name="site">Takes the volume, the dry stops and the faults that were raised.</param>
    /// <param name="stamp">The unit's chip.</param>
    /// <param name="checksum">CRC-32.</param>
    /// <param name="record">Room for a record.</param>
    /// <param name="buffer">Room for a slot.</param>
    public Recovery(RecordStore store, Ledger ledger, Outbox outbox, UntoldLosses losses, SiteController site, RecordStamp stamp, IChecksum checksum, AlarmRecord record, byte[] buffer)
    {
        _store = store;
        _ledger = ledger;
        _outbox = outbox;
        _losses = losses;
        _site = site;
        _stamp = stamp;
        _checksum = checksum;
        _record = record;
        _buffer = buffer;
    }

    /// <summary>The start of the unit in which the parting record that was found was written; 0 where there is none that tells how the last run ended.</summary>
    public int PartedBoot { get; private set; }

    /// <summary>When it was written, ms of that start.</summary>
    public long PartedMs { get; private set; }

    /// <summary>The ledger, the parting record and the outbox. Returns the next number that the ledger knew.</summary>
    /// <param name="mac">MAC of the chip, 6 bytes.</param>
    /// <param name="freshEpoch">Epoch where there is no ledger of this chip.</param>
    public int ReadRecords(byte[] mac, int freshEpoch)
    {
        ReadLedger(mac, freshEpoch);
        ReadParting();
        ReadOutbox();
        return _savedNextSeq;
    }

    /// <summary>
    /// The states of the other parts, and the event log. Then volume and dry stops go to the site: without a ledger the volume of the parting record, or of the counters over the unit's life (<see cref="UnitLife"/>), whichever is
    /// higher, as it only grows.
    /// </summary>
    public void ReadStates(KeptParts kept, EventLog log)
    {
        kept.ReadAll(_store, _stamp, _checksum);
        log.Begin(_store, _buffer);
        long counted = _site.Meter.TotalMillilitres;
        _ledger.PulseMillilitres = !_known && counted > _ledger.PulseMillilitres ? counted : _ledger.PulseMillilitres;
        _site.BeginAt(_ledger.PulseMillilitres);
        _site.Pump.Restore(_ledger.DryStops);
    }

    /// <summary>Tells the event log of the start, of a new epoch and of what was refused.</summary>
    public void Tell(EventLog log)
    {
        log.AddUrgent(EventKind.Started, 0, _ledger.Boot, 0);
        if (!_known && _ledgerBytes >= 0)
        {
            EpochReason reason = _ledger.IsForeign ? EpochReason.ForeignStore : _ledgerBytes == 0 ? EpochReason.EmptyStore : EpochReason.LedgerDamaged;
            log.Add(EventKind.EpochBegan, (int)reason, 0, 0);
        }

        int skipped = _store.DamagedCount + _store.ForeignCount + _store.FutureCount;
        if (skipped > 0)
        {
            int kinds = (Shown(_store.ForeignCount) * 10000) + (Shown(_store.FutureCount) * 100) + Shown(_store.DamagedCount);
            log.Add(EventKind.RecordsSkipped, skipped, kinds, 0);
        }
    }

    private static int Shown(int count) => Bound.Clamp(count, 0, MostShown);

    private RecordVerdict Judge(int count) => Record.Judge(_buffer, count, _stamp.Chip, _checksum);

    private void ReadLedger(byte[] mac, int freshEpoch)
    {
        _ledgerBytes = _store.ReadAtStart(Ledger.Slot, _buffer);
        _known = _ledger.TryRead(_buffer, _ledgerBytes, mac, _site.Catalogue, _site.Monitors, _store.Budget, _checksum);
        _savedNextSeq = _ledger.NextSeq;
        _savedBoot = _ledger.Boot;
        if (!_known)
        {
            _ledger.Epoch = freshEpoch;
        }

        if (!_known && _ledgerBytes > 0)
        {
            _store.Refuse(Ledger.Slot, _ledger.IsForeign ? RecordVerdict.Foreign : Judge(_ledgerBytes));
        }
    }

    private void ReadParting()
    {
        int count = _store.ReadAtStart(Slots.Parting, _buffer);
        RecordVerdict verdict = Judge(count);
        if (verdict == RecordVerdict.Valid && PartingRecord.IsSound(_buffer, count, _checksum))
        {
            if (PartingRecord.TakeInto(_buffer, _ledger, _known))
            {
                PartedBoot = Record.BootOf(_buffer);
                PartedMs = Record.UptimeOf(_buffer);
            }
        }
        else if (count > 0)
        {
            _store.Refuse(Slots.Parting, verdict);
        }
    }

    private void ReadOutbox()
    {
        _outbox.Epoch = _ledger.Epoch;
        int doubtful = 0;
        for (int place = 0; place < Outbox.Capacity; place++)
        {
            int count = _store.ReadAtStart(Slots.Outbox + place, _buffer);
            if (count != 0)
            {
                doubtful += TakeUp(place, count) ? 0 : 1;
            }
        }

        // A record that cannot be read may have had a number that the ledger does not know yet, and somebody may have seen it. So may one that a record of a later epoch was written over.
        _ledger.NextSeq += doubtful > 0 ? Journal.SkippedIds : 0;
        if (_losses.Count > 0)
        {
            // Where the ledger was there, what is damaged is likely of its epoch. Of another one no number can be named.
            _losses.NameRange(_known ? _outbox.FirstGap(_ledger.Epoch, _ledger.OldestSeq) : 0, _ledger.NextSeq - 1);
        }
    }

    private bool TakeUp(int place, int count)
    {
        if (count < 0)
        {
            _outbox.KeepUnread(place);
            return false;
        }

        RecordVerdict verdict = Judge(count);
        if (verdict == RecordVerdict.Valid && _record.TryRead(_buffer, count, _checksum))
        {
            _outbox.Keep(place, _record, true);
            _outbox.NoteOld(place);
            _ledger.Dates.Learn(_buffer);
            LearnFromRecord();
            return !MayBeOfALaterEpoch();
        }

        _store.Count(verdict);
        if (verdict == RecordVerdict.Future)
        {
            _outbox.Reserve(place);
            return false;
        }

        _outbox.Discard(place);
        if (verdict != RecordVerdict.Foreign)
        {
            _outbox.NoteLost();
            _losses.Add(FaultCode.RecordDamaged, 0, 0);
        }

        return verdict == RecordVerdict.Foreign;
    }

    /// <summary>A record of another epoch, of the ledger's start or a later one: storage refused records of the ledger's epoch before it, and one of them may have stood all the same where this one stands.</summary>
    private bool MayBeOfALaterEpoch() => _known && _record.Epoch != _ledger.Epoch && _record.Boot >= _savedBoot;

    /// <summary>What a record of the present epoch knows better than the ledger, which is saved after it.</summary>
    private void LearnFromRecord()
    {
        int row = _site.Catalogue.RowOf(_record.Code);
        if (_record.Epoch != _ledger.Epoch)
        {
            GoOnAfter(row);
            return;
        }

        bool tells = Outbox.IsState(_record.Event) && !_record.IsDrill;
        if (row >= 0 && tells && _record.Seq >= _savedNextSeq && IsYoungestSeen(row))
        {
            _site.Monitors.RestoreOccurrence(row, _record.Occurrence);
            _site.Monitors.RestoreRaised(row, _record.Event == FaultEvent.Cleared ? FaultCatalogue.NoLevel : _record.Level);
            TakeExcuse();
        }

        if (row >= 0 && !_record.IsDrill)
        {
            TakeEvidence(row);
        }

        _ledger.NextSeq = _record.Seq >= _ledger.NextSeq ? _record.Seq + 1 : _ledger.NextSeq;
        _ledger.TakeBoot(_record.Boot);
    }

    /// <summary>Without a ledger the record's incident may be one that the centre still tells of: the next one of its fault has another number.</summary>
    private void GoOnAfter(int row)
    {
        if (!_known && row >= 0 && !_record.IsDrill)
        {
            _site.Monitors.GoOnAfter(row, _record.Occurrence);
        }
    }

    /// <summary>The evidence of a raise, or a rise of the level, that the centre has not stored yet is shown on as that of its moment.</summary>
    private void TakeEvidence(int row)
    {
        bool raise = _record.Event == FaultEvent.Raised;
        int frame = raise || _record.Event == FaultEvent.Level ? _site.Monitors.Frames.Restore(row, raise, _record.Level, _record.Seq, _record.ConfirmedUnix) : -1;
        for (int field = 0; frame >= 0 && field < FaultCatalogue.EvidenceFields; field++)
        {
            _site.Monitors.Frames.RestoreField(_site.Catalogue, frame, _record.EvidenceSignal(field), _record.EvidenceReason(field), _record.EvidenceValue(field));
        }
    }

    /// <summary>103 is judged whatever explains it: a cause in its record is that of <see cref="FaultMonitors.IsExcused"/>.</summary>
    private void TakeExcuse()
    {
        if (_record.Code == FaultCatalogue.ExcusedCode)
        {
            _site.Monitors.RestoreExcused(_record.Cause == FaultCatalogue.ExcusingCode);
        }
    }

    /// <summary>Slots are not in the order of their records: only the last transition of a row says what is true. One of an earlier epoch is older, whatever its number.</summary>
    private bool IsYoungestSeen(int row)
    {
        int last = _outbox.LastOf(_site.Catalogue.Code(row));
        return last < 0 || _outbox.EpochOf(last) != _record.Epoch || _outbox.SeqOf(last) <= _record.Seq;
    }
}
