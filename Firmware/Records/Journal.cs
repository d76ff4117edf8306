using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records.Messaging;

namespace Firmware.Records;

/// <summary>
/// From a transition to a record on flash, and from the centre's receipt to a cleared slot: outbox, ledger, event log and the states of the other parts. Each
/// scan does at most one write (Decisions/0025). A record is on flash before it is published. When storage refuses, alarms wait in memory: late by seven
/// seconds, and lost if the power fails before the receipt.
/// </summary>
public sealed class Journal
{
    /// <summary>The volume is saved at most this often, ms: a power cut that nobody saw coming costs at most so much of it.</summary>
    public const int LedgerMs = 600000;

    /// <summary>The ledger is saved at the latest after so many ids: fewer than are skipped after a start that found records damaged.</summary>
    public const int LedgerIds = 32;

    /// <summary>Failed writes in a row (1 + 2 + 4 s apart) after which an alarm leaves from memory.</summary>
    public const int MemoryAfterFailures = 3;

    /// <summary>Nothing that can wait is written so long after the pump was asked to start, ms: a close may stop all threads for 0.2 s.</summary>
    public const int StartQuietMs = 5000;

    /// <summary>Nothing that can wait is written so long after the supply began to fail, ms: it is back, or it is gone, by then.</summary>
    public const int SupplyQuietMs = 10000;

    /// <summary>More numbers than can lie between the last record that is known and the last one that was given.</summary>
    public const int SkippedIds = 2 * (Outbox.Capacity + LedgerIds);

    /// <summary>A start that could not read its store lasts so long at the least, ms: a storage that is hard to read makes no loop of restarts.</summary>
    public const int LeastStartMs = 60000;

    /// <summary>A time at which whatever is kept by time is due.</summary>
    private const long EndOfRun = long.MaxValue / 2;

    private readonly SiteController _site;
    private readonly UnitClock _clock;
    private readonly UnitIdentity _identity;
    private readonly IChecksum _checksum;
    private readonly RecordStamp _stamp;
    private readonly Ledger _ledger = new Ledger();
    private readonly UntoldLosses _losses = new UntoldLosses();
    private readonly AlarmRecord _record = new AlarmRecord();
    private readonly AlarmRecord _other = new AlarmRecord();
    private readonly byte[] _buffer = new byte[Slots.LargeBytes];
    private readonly byte[][] _memory = new byte[Outbox.MemoryPlaces][];

    private bool _ledgerDue;
    private bool _timed;
    private bool _startIsKept;
    private bool _supplyFailed;
    private bool _partingDue;
    private bool _volatileEpoch;
    private long _supplyFailedMs = long.MinValue / 2;
    private long _ledgerMs;
    private int _savedNextSeq;
    private int _spareEpoch;
    private int _usedUp;
    private int _closed = -1;

    /// <summary>Joins the parts; call <see cref="Begin"/> once before the first step.</summary>
    public Journal(SiteController site, UnitClock clock, UnitIdentity identity, IStorage storage, IChecksum checksum)
    {
        _site = site;
        _clock = clock;
        _identity = identity;
        _checksum = checksum;
        _stamp = new RecordStamp(identity.Mac, clock, checksum);
        Store = new RecordStore(storage);
        Log = new EventLog(_stamp, checksum);
        Kept = new KeptParts(_buffer);
        for (int i = 0; i < _memory.Length; i++)
        {
            _memory[i] = new byte[AlarmRecord.MaxBytes];
        }
    }

    /// <summary>The index of what waits.</summary>
    public Outbox Outbox { get; } = new Outbox();

    /// <summary>Room for one slot's bytes, or a message that came in, within a call: whoever reads or writes storage next writes over it.</summary>
    public byte[] Room => _buffer;

    /// <summary>A record to read another one into, within a call.</summary>
    public AlarmRecord Spare => _other;

    /// <summary>The event log.</summary>
    public EventLog Log { get; }

    /// <summary>Storage, with its counts and its budget.</summary>
    public RecordStore Store { get; }

    /// <summary>Who stamps records.</summary>
    public RecordStamp Stamp => _stamp;

    /// <summary>The weekly test of the alarm path; set before <see cref="Begin"/>.</summary>
    public WeeklyDrill Drill { get; set; }

    /// <summary>Parts with a state of their own in storage; added before <see cref="Begin"/>.</summary>
    public KeptParts Kept { get; }

    /// <summary>Epoch of the next id.</summary>
    public int Epoch => _ledger.Epoch;

    /// <summary>Number of this start.</summary>
    public int Boot => _ledger.Boot;

    /// <summary>
    /// Epoch in which this start's number is counted: that of the ledger which knows it. Until one does, one of its own: a start of which storage keeps nothing would have the number of the
    /// next one, and its sessions those of the next one (Decisions/0145).
    /// </summary>
    public int SessionEpoch { get; private set; }

    /// <summary>The number of this start is durable, or storage has refused it: what names the sessions is known.</summary>
    public bool StartIsSettled => _startIsKept || Store.IsReadOnly || Store.FailuresInRow > 0;

    /// <summary>Next seq.</summary>
    public int NextSeq => _ledger.NextSeq;

    /// <summary>The start of the unit in which the parting record that was found was written; 0 where there is none that tells how the last run ended.</summary>
    public int PartedBoot { get; private set; }

    /// <summary>When it was written, ms of that start.</summary>
    public long PartedMs { get; private set; }

    /// <summary>Grows with every record that was kept: the snapshot has something new to say.</summary>
    public int KeptCount { get; private set; }

    /// <summary>What could not be read at the start can be read now, and no alarm waits in memory that there is a place for: a restart takes all up.</summary>
    public bool WantsRestart(long nowMs)
    {
        bool moved = Outbox.FreePlace() < 0 || (_site.Transitions.Count == 0 && Outbox.WaitingInMemory() < 0);
        return nowMs >= LeastStartMs && Store.IsReadable && moved;
    }

    /// <summary>
    /// Takes up what storage holds: reads each slot once, and notes this start. Where there is no ledger of this chip a new epoch begins; records of the old one
    /// that were not stored yet are still delivered, under their own ids, unless they are another chip's. Where a slot cannot be read nobody knows which numbers and occurrences were given
    /// last: this start is the first and only one of an epoch of its own, as while storage refuses (Decisions/0100). Nobody knows it either after a ledger that was written while storage refused (<see cref="Ledger.IsProvisional"/>).
    /// </summary>
    /// <param name="freshEpoch">Random number for a new epoch, all 32 bits of it.</param>
    public void Begin(int freshEpoch)
    {
        _spareEpoch = NextEpoch(freshEpoch);
        SessionEpoch = _spareEpoch;
        var recovery = new Recovery(Store, _ledger, Outbox, _losses, _site, _stamp, _checksum, _record, _buffer);
        _savedNextSeq = recovery.ReadRecords(_identity.Mac, freshEpoch);
        PartedBoot = recovery.PartedBoot;
        PartedMs = recovery.PartedMs;
        recovery.ReadStates(Kept, Log);
        _ledger.Boot = Store.IsReadOnly ? 1 : _ledger.Boot + 1;
        _stamp.Epoch = _ledger.Epoch;
        _stamp.Boot = _ledger.Boot;
        Outbox.Epoch = _ledger.Epoch;
        _ledgerDue = true;
        recovery.Tell(Log);
        if (Store.IsReadOnly || _ledger.IsProvisional)
        {
            BeginVolatileEpoch(EpochReason.StoreRefused, 0);
        }
    }

    /// <summary>At most one write, and alarms into memory while storage refuses.</summary>
    public void Step(long nowMs)
    {
        Watch(nowMs);
        LogNote();
        if (Store.IsReadOnly)
        {
            AwaitStore(nowMs);
        }
        else if (Store.IsReady(nowMs))
        {
            Keep(nowMs);
        }

        if ((Store.IsReadOnly || Store.FailuresInRow >= MemoryAfterFailures) && _site.Transitions.Count > 0)
        {
            KeepInMemory(nowMs);
        }
    }

    /// <summary>What could not be read at the start is asked for again; after it, what waits in memory gets a place before the restart.</summary>
    private void AwaitStore(long nowMs)
    {
        if (!Store.IsReadable)
        {
            int empty = Store.ReadAgain(nowMs, _buffer);
            if (empty >= Slots.Outbox)
            {
                Outbox.Release(empty - Slots.Outbox);
            }
        }
        else if (Store.IsReady(nowMs) && Outbox.WaitingInMemory() >= 0 && Outbox.FreePlace() >= 0)
        {
            MoveToFlash(Outbox.WaitingInMemory(), Outbox.FreePlace(), nowMs);
        }
    }

    /// <summary>
    /// Reads the record of a place into another object. False where storage does not give it back; it is counted, and given up after some tries.
    /// </summary>
    public bool TryLoad(int place, AlarmRecord into, long nowMs)
    {
        if (Outbox.IsMemory(place))
        {
            return into.TryRead(_memory[place - Outbox.Capacity], InMemory(place), _checksum);
        }

        int count = Store.Read(Slots.Outbox + place, _buffer);
        bool good = Record.Judge(_buffer, count, _stamp.Chip, _checksum) == RecordVerdict.Valid && into.TryRead(_buffer, count, _checksum);
        if (!good || into.Seq != Outbox.SeqOf(place))
        {
            if (count >= 0)
            {
                Store.Count(RecordVerdict.Damaged);
            }

            int epoch = Outbox.EpochOf(place);
            int seq = Outbox.SeqOf(place);
            if (Outbox.Unreadable(place, count >= 0, nowMs))
            {
                LoseUntold(FaultCode.RecordDamaged, epoch == _ledger.Epoch ? seq : 0, seq);
            }

            return false;
        }

        Outbox.NoteReadable(place);
        _ledger.Dates.Date(into);
        return true;
    }

    /// <summary>Writes a part's state; out of its turn where what it says must hold should the start not get far, or the run end now. False where storage does not.</summary>
    public bool KeepNow(int part, long nowMs)
    {
        return Kept.Write(part, Store, _stamp, _ledger.NextSeq, nowMs, _checksum);
    }

    /// <summary>Saves the ledger out of its turn, with the volume and the faults that the site has now. False where storage does not.</summary>
    public bool TryKeepLedger(long nowMs)
    {
        _ledgerDue = true;
        KeepLedger(nowMs);
        return !_ledgerDue;
    }

    /// <summary>A state as it would be written now; its length, 0 where no part has this slot.</summary>
    public int Compose(int slot, byte[] into, long nowMs) => Kept.Compose(slot, into, _stamp, _ledger.NextSeq, nowMs, _checksum);

    /// <summary>
    /// A number will never be given again: the saved ledger is beyond it. What is kept nowhere else is published only then, or a power cut could give its number to an alarm.
    /// </summary>
    public bool IsDurable(int epoch, int seq) => epoch != _ledger.Epoch || seq < _savedNextSeq;

    /// <summary>
    /// No number below it is ever given again. One from it on may be, to something else, after a power cut: also one that is used up because storage refused its record. Those of an epoch that storage knows nothing
    /// of end with it.
    /// </summary>
    public int DurableNext => _volatileEpoch ? _ledger.NextSeq : _savedNextSeq;

    /// <summary>Takes numbers for durable messages that are kept elsewhere, one after the other; returns the first.</summary>
    public int TakeSeqs(int count)
    {
        _ledger.NextSeq += count;
        _ledgerDue = true;
        return _ledger.NextSeq - count;
    }

    /// <summary>A durable message that was kept elsewhere is lost (<see cref="ISequence.NoteLost"/>).</summary>
    public void LoseDocument(int code, int epoch, int seq) => LoseUntold(code, epoch == _ledger.Epoch ? seq : 0, seq);

    /// <summary>Gives no number below one: those may have been given to what is kept elsewhere.</summary>
    public void NumbersBehind(int seq)
    {
        _ledger.NextSeq = seq > _ledger.NextSeq ? seq : _ledger.NextSeq;
    }

    /// <summary>Records that wait, with the transitions that are not records yet.</summary>
    public int Waiting => Outbox.Count + _site.Transitions.Count + _site.Monitors.OwedCount;

    /// <summary>The run is about to end on purpose: what waits for its time otherwise (ledger, the group of log entries, clocks, states) is kept in the next scans, one write each.</summary>
    public void CloseDown()
    {
        if (!IsClosing)
        {
            _closed = 0;
            _ledgerDue = true;
        }
    }

    /// <summary>All is kept, to the last pulse; or nothing can be, while the store is read-only.</summary>
    public bool IsClosed
    {
        get
        {
            bool whole = !_ledgerDue && _ledger.PulseMillilitres == _site.Meter.TotalMillilitres;
            return Store.IsReadOnly || (whole && _closed >= Kept.Count && !Log.IsPending);
        }
    }

    private bool IsClosing => _closed >= 0;

    private static int NextEpoch(int epoch)
    {
        // A step of a full-period generator (Numerical Recipes): another random number from one.
        return unchecked((epoch * 1664525) + 1013904223);
    }

    /// <summary>Sees what makes the ledger due, and the moment at which the supply begins to fail.</summary>
    private void Watch(long nowMs)
    {
        bool fails = _site.SupplyFails;
        if (fails && !_supplyFailed)
        {
            _supplyFailedMs = nowMs;
            _partingDue = true;
        }

        _supplyFailed = fails;
        bool timed = _clock.QualityAt(nowMs) != TimeQuality.Unset;
        _ledgerDue |= timed && !_timed; // dates this start for the next one
        _timed = timed;
        bool aged = (IsClosing || nowMs - _ledgerMs >= LedgerMs) && _site.Meter.TotalMillilitres != _ledger.PulseMillilitres;
        bool manyIds = _ledger.NextSeq - _savedNextSeq >= LedgerIds;
        if (aged || manyIds || _site.Pump.DryStops != _ledger.DryStops)
        {
            _ledgerDue = true;
        }

        if (_usedUp != _site.Monitors.OccurrencesUsedUp)
        {
            _usedUp = _site.Monitors.OccurrencesUsedUp;
            BeginVolatileEpoch(EpochReason.OccurrencesUsedUp, nowMs);
        }

        Store.Budget.Turn(nowMs);
        TellStoreBack(nowMs);
    }

    private void TellStoreBack(long nowMs)
    {
        if (Store.Recovered >= MemoryAfterFailures)
        {
            Log.Add(EventKind.StorageBack, Store.Recovered, 0, nowMs);
        }

        Store.Recovered = 0;
    }

    /// <summary>The pump starts, or the supply has just begun to fail: only what cannot wait is written.</summary>
    private bool IsQuiet(long nowMs)
    {
        return (_site.View.Commanded && _site.View.CommandSteadyMs < StartQuietMs) || nowMs - _supplyFailedMs < SupplyQuietMs;
    }

    /// <summary>At most one write, the most important first; levels 1 and 2 wait behind no other. The number of this start cannot wait: it is on the wire with the first message.</summary>
    private void Keep(long nowMs)
    {
        bool quiet = IsQuiet(nowMs);
        bool urgent = _site.Transitions.TryBringForward(Outbox.LastSafeLevel);
        if (_partingDue)
        {
            KeepParting(nowMs);
        }
        else if (_site.Transitions.Count > 0 && (urgent || !quiet))
        {
            KeepTransition(nowMs);
        }
        else if (!quiet || !_startIsKept)
        {
            KeepWhatCanWait(nowMs);
        }
    }

    private void KeepWhatCanWait(long nowMs)
    {
        if (_ledgerDue || (Outbox.DoneCount > 0 && _savedNextSeq != _ledger.NextSeq))
        {
            KeepLedger(nowMs);
        }
        else if (Log.IsDue(nowMs) && Log.IsUrgent)
        {
            Log.Write(nowMs);
        }
        else if (_losses.Count > 0 && Outbox.MayBeAsked(Outbox.LossPlace, nowMs))
        {
            TellUntoldLosses(nowMs);
        }
        else if (Drill.WantsRecord && !_volatileEpoch && Outbox.FreePlace() >= 0)
        {
            KeepDrill(Outbox.FreePlace(), nowMs);
        }
        else if (Outbox.WaitingInMemory() >= 0 && Outbox.FreePlace() >= 0)
        {
            MoveToFlash(Outbox.WaitingInMemory(), Outbox.FreePlace(), nowMs);
        }
        else if (Outbox.DoneCount > 0)
        {
            ClearDone(nowMs);
        }
        else if (Log.IsDue(nowMs) || (IsClosing && Log.IsPending))
        {
            Log.Write(nowMs);
        }
        else if (!KeepPart(nowMs) && Store.RefusedCount > 0)
        {
            ClearRefused(Store.NextRefused(), nowMs); // last: a slot that storage does not clear keeps nothing else from being written
        }
    }

    /// <summary>What the start refused is cleared, so that the next one does not find it again; of a page of the event log the sound entries stay.</summary>
    private void ClearRefused(int slot, long nowMs)
    {
        int page = slot - Slots.EventLog;
        if (page >= 0 && page < Slots.EventLogCount)
        {
            Log.Mend(page, _buffer, nowMs);
        }
        else
        {
            Store.Delete(slot, Slots.ClassOf(slot), nowMs);
        }
    }

    /// <summary>Only on flash, and only where there is room: a drill takes no alarm's place.</summary>
    private void KeepDrill(int place, long nowMs)
    {
        FillRecord(Drill.Transitions, Drill.Catalogue);
        _record.IsDrill = true;
        if (Commit(place, nowMs))
        {
            Drill.Kept(_record.Epoch, _record.Seq);
        }
    }

    /// <summary>Writes a part's state where one is due; false where none is. At the end of the run each is due once that would be at any time.</summary>
    private bool KeepPart(long nowMs)
    {
        int due = Kept.Due(nowMs);
        if (due >= 0)
        {
            KeepNow(due, nowMs);
        }
        else if (IsClosing)
        {
            due = Kept.Due(_closed, EndOfRun);
            _closed = due < 0 ? Kept.Count : KeepNow(due, nowMs) ? due + 1 : due;
        }

        return due >= 0;
    }

    /// <summary>One write of 46 bytes, whether storage does it or not: a second one may find no supply.</summary>
    private void KeepParting(long nowMs)
    {
        _partingDue = false;
        TakeTotals();
        int count = PartingRecord.Write(_buffer, _ledger, _stamp, nowMs, _checksum);
        Store.Replace(Slots.Parting, _buffer, count, WriteClass.State, nowMs);
    }

    private void TakeTotals()
    {
        _ledger.PulseMillilitres = _site.Meter.TotalMillilitres;
        _ledger.DryStops = _site.Pump.DryStops;
    }

    /// <summary>The oldest transition becomes a record; where there is no place for it, one is made first.</summary>
    private void KeepTransition(long nowMs)
    {
        int place = Outbox.FreePlace();
        if (place >= 0)
        {
            FillRecord(_site.Transitions, _site.Catalogue);
            CommitTransition(place, nowMs);
        }
        else if (Outbox.DoneCount > 0)
        {
            ClearDone(nowMs);
        }
        else
        {
            MakeRoom(Outbox.IsState(_site.Transitions.Event) ? _site.Catalogue.Code(_site.Transitions.Row) : 0, nowMs);
        }
    }

    /// <param name="code">Code whose last transition is the new one; 0 where it says nothing of whether its fault is raised.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    private void MakeRoom(int code, long nowMs)
    {
        int between = Outbox.Coalescible(code);
        int place = between >= 0 ? between : Outbox.Displaceable(_site.Transitions.Level);
        if (place < 0)
        {
            LoseOrWait(nowMs);
        }
        else if (!IsCovered(place))
        {
            KeepLedger(nowMs);
        }
        else if (between >= 0)
        {
            Coalesce(between, code, nowMs);
        }
        else if (TellDisplaced(place, nowMs))
        {
            Outbox.NoteLost();
            Outbox.Release(place);
        }
    }

    /// <summary>What cannot be read now may be taken in once it can: levels 1 and 2 wait for that, and it is asked for again as often as a record is sent again.</summary>
    private void LoseOrWait(long nowMs)
    {
        if (_site.Transitions.Level > Outbox.LastSafeLevel || !Outbox.HasUnreadable)
        {
            LoseTransition(nowMs);
        }
        else if (Outbox.UnreadableToAsk(nowMs) is var place && place >= 0)
        {
            TryLoad(place, _other, nowMs);
        }
    }

    /// <summary>A record gives way to a more important one. The number of one of another epoch means nothing in this one.</summary>
    private bool TellDisplaced(int place, long nowMs)
    {
        int seq = Outbox.SeqOf(place);
        return Outbox.EpochOf(place) == _ledger.Epoch ? TellLoss(seq, seq, 1, FaultCode.StorageNearlyFull, nowMs) : TellLossOfUnnumbered(1, FaultCode.StorageNearlyFull, nowMs);
    }

    /// <summary>The ledger knows all that a record's slot alone would know: the slot may be written over.</summary>
    private bool IsCovered(int place)
    {
        return Outbox.EpochOf(place) != _ledger.Epoch || Outbox.SeqOf(place) < _savedNextSeq;
    }

    /// <summary>
    /// A record is taken into the last one of its code. Where that is the new transition, one write does both; else the last one is rewritten under its id, and the
    /// place is free for the next scan.
    /// </summary>
    private void Coalesce(int between, int newCode, long nowMs)
    {
        if (!TryLoad(between, _other, nowMs))
        {
            return;
        }

        if (_other.Code == newCode)
        {
            FillRecord(_site.Transitions, _site.Catalogue);
            Absorb();
            CommitTransition(between, nowMs);
            return;
        }

        int last = Outbox.LastOf(_other.Code);
        if (TryLoad(last, _record, nowMs))
        {
            Absorb();
            int count = _record.Write(_buffer, _stamp, _checksum);
            if (Store.Replace(Slots.Outbox + last, _buffer, count, WriteClass.Outbox, nowMs))
            {
                Outbox.Grow(last);
                Outbox.Release(between);
            }
        }
    }

    /// <summary>What the other record is, into the present one. An id of another epoch cannot be named, only counted.</summary>
    private void Absorb()
    {
        if (_other.Epoch == _record.Epoch)
        {
            _record.Absorb(_other.Seq, _other.FromSeq, _other.ToSeq, _other.OtherCount);
        }
        else
        {
            _record.AddOthers(1 + _other.OtherCount);
        }
    }

    /// <summary>All places hold more important records: this one is the loss, under a number of its own.</summary>
    private void LoseTransition(long nowMs)
    {
        if (TellLossOfUnnumbered(1, FaultCode.StorageNearlyFull, nowMs))
        {
            Outbox.NoteLost();
            _site.Transitions.DropFirst();
        }
    }

    private void TellUntoldLosses(long nowMs)
    {
        bool told = _losses.From == 0
            ? TellLossOfUnnumbered(_losses.Count, _losses.Code, nowMs)
            : TellLoss(_losses.From, _losses.To, _losses.Count, _losses.Code, nowMs);
        if (told)
        {
            _losses.Clear();
        }
    }

    /// <summary>A record is lost, and told of as soon as that can be kept (<see cref="UntoldLosses.Add"/>).</summary>
    private void LoseUntold(int code, int from, int to)
    {
        Outbox.NoteLost();
        _losses.Add(code, from, to);
    }

    /// <summary>A number is used up for the loss, so that the record has one to name; it is given again only where no write was tried.</summary>
    private bool TellLossOfUnnumbered(int count, int code, long nowMs)
    {
        int seq = _ledger.NextSeq++;
        bool told = TellLoss(seq, seq, count, code, nowMs);
        if (!told && _ledger.NextSeq == seq + 1)
        {
            _ledger.NextSeq = seq;
        }

        return told;
    }

    /// <summary>
    /// Writes the record that tells of losses, with more. It has a place of its own, and takes in what the one before told; of another epoch, the number of it. False where
    /// storage does not, or where the one before cannot be read now: then nothing is lost yet.
    /// </summary>
    /// <param name="from">First number that what is lost may have had.</param>
    /// <param name="to">Last such number.</param>
    /// <param name="count">How many records are lost.</param>
    /// <param name="code">Fault that it is told under.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    private bool TellLoss(int from, int to, int count, int code, long nowMs)
    {
        bool waits = Outbox.IsWaiting(Outbox.LossPlace);
        if (waits && !TryLoad(Outbox.LossPlace, _other, nowMs))
        {
            return false;
        }

        bool ofThisEpoch = waits && _other.Epoch == _ledger.Epoch;
        _record.FillLoss(code, _site.Catalogue, _site.Monitors, nowMs);
        if (ofThisEpoch)
        {
            _record.Include(_other.FromSeq, _other.ToSeq, _other.OtherCount);
        }

        _record.Include(from, to, count);
        if (waits && !ofThisEpoch)
        {
            _record.AddOthers(_other.OtherCount);
        }

        StampRecord();
        if (!Commit(Outbox.LossPlace, nowMs))
        {
            return false;
        }

        Log.Add(EventKind.RecordsLost, code, count, nowMs);
        return true;
    }

    private void FillRecord(TransitionQueue queue, FaultCatalogue catalogue)
    {
        _record.TakeFirst(queue, catalogue, _site.Lifecycle.Unmetered);
        _record.IsDrill = false;
        _record.AbsorbNone();
        StampRecord();
    }

    private void StampRecord()
    {
        _record.Epoch = _ledger.Epoch;
        _record.Seq = _ledger.NextSeq;
        _record.Boot = _ledger.Boot;
        _record.OnsetUnix = _clock.UnixAt(_record.OnsetMs);
        _record.ConfirmedUnix = _clock.UnixAt(_record.ConfirmedMs);
        _record.Quality = (byte)_clock.QualityAt(_record.ConfirmedMs);
    }

    /// <summary>Writes the present record into a place. Its number is used up in either case: what storage refused may stand all the same, and another record may be next.</summary>
    private bool Commit(int place, long nowMs)
    {
        int count = _record.Write(_buffer, _stamp, _checksum);
        _ledger.NextSeq++;
        if (!Store.Replace(Slots.Outbox + place, _buffer, count, WriteClass.Outbox, nowMs))
        {
            return false;
        }

        Outbox.Keep(place, _record, false);
        KeptCount++;
        return true;
    }

    private void CommitTransition(int place, long nowMs)
    {
        if (Commit(place, nowMs))
        {
            NoteKept();
            LogTransition(nowMs);
            _site.Transitions.DropFirst();
        }
    }

    private void NoteKept()
    {
        if (Outbox.IsState(_record.Event))
        {
            _site.Monitors.NoteKept(_site.Transitions.Row, _record.Event, _record.Level);
        }
    }

    /// <summary>What persons and time did with a fault, one a scan, under its own time.</summary>
    private void LogNote()
    {
        LifecycleNotes notes = _site.Lifecycle.Notes;
        if (notes.Count > 0)
        {
            int code = notes.Row == FaultCatalogue.NoRow ? 0 : _site.Catalogue.Code(notes.Row);
            Log.Add(EventKind.Lifecycle, code, EventRecord.LifecycleValue(notes.What, notes.Who, notes.Detail), notes.Ms);
            notes.DropFirst();
        }
    }

    private void LogTransition(long nowMs)
    {
        int value = (_record.Occurrence << 8) | (_record.Level << 4) | (int)_record.Event;
        Log.Add(EventKind.Transition, _record.Code, value, _buffer, 0, _record.Level <= Outbox.LastSafeLevel, nowMs);
    }

    /// <summary>
    /// Storage refuses: the alarm leaves from memory, under an epoch of its own. Its ids cannot be made durable, and a number of the present
    /// epoch could be given to something else after a restart; nobody would then believe the second one to be new. Where all places hold what is as important,
    /// levels 1 and 2 stay in the queue: the monitors hold back and tell what is true afterwards.
    /// </summary>
    private void KeepInMemory(long nowMs)
    {
        byte level = _site.Transitions.Level;
        int place = Outbox.MemoryPlaceFor(level);
        if (place < 0)
        {
            if (level > Outbox.LastSafeLevel)
            {
                LoseUntold(FaultCode.StorageNearlyFull, 0, 0);
                _site.Transitions.DropFirst();
            }

            return;
        }

        if (!_volatileEpoch)
        {
            BeginVolatileEpoch(EpochReason.StoreRefused, nowMs);
        }

        if (Outbox.IsWaiting(place))
        {
            LoseUntold(FaultCode.StorageNearlyFull, Outbox.EpochOf(place) == _ledger.Epoch ? Outbox.SeqOf(place) : 0, Outbox.SeqOf(place));
        }

        FillRecord(_site.Transitions, _site.Catalogue);
        int count = _record.Write(_buffer, _stamp, _checksum);
        System.Array.Copy(_buffer, _memory[place - Outbox.Capacity], count);
        Outbox.Keep(place, _record, false);
        _ledger.NextSeq++;
        KeptCount++;
        NoteKept();
        LogTransition(nowMs);
        _site.Transitions.DropFirst();
    }

    /// <summary>Volatile until the ledger with it is saved: the next thing that is written and can wait.</summary>
    private void BeginVolatileEpoch(EpochReason reason, long nowMs)
    {
        int before = _ledger.Epoch;
        _volatileEpoch = true;
        _ledgerDue = true;
        _ledger.Epoch = _spareEpoch;
        _ledger.NextSeq = 1;
        _savedNextSeq = 0;
        _losses.NameRange(0, 0); // what is lost of the epoch before can only be counted
        _spareEpoch = NextEpoch(_spareEpoch);
        _stamp.Epoch = _ledger.Epoch;
        Outbox.Epoch = _ledger.Epoch;
        Log.Add(EventKind.EpochBegan, (int)reason, before, nowMs);
    }

    /// <summary>Storage works again: a record that was in memory alone gets a place on flash, under its id. The ledger with its epoch is saved before, or, of a start that could not read its store, never: that
    /// epoch ends with it.</summary>
    private void MoveToFlash(int from, int to, long nowMs)
    {
        if (Store.Fill(Slots.Outbox + to, _memory[from - Outbox.Capacity], InMemory(from), WriteClass.Outbox, nowMs))
        {
            Outbox.Move(from, to);
        }
    }

    /// <summary>Bytes of a record that is in memory alone.</summary>
    private int InMemory(int place) => Record.OverheadBytes + Record.BodyBytes(_memory[place - Outbox.Capacity]);

    private void KeepLedger(long nowMs)
    {
        TakeTotals();
        _ledger.OldestSeq = Outbox.Oldest(_ledger.Epoch, _ledger.NextSeq);
        _ledger.IsProvisional = _volatileEpoch;
        int count = _ledger.Write(_buffer, _identity.Mac, _site.Catalogue, _site.Monitors, Store.Budget, _stamp, nowMs, _checksum);
        if (Store.Replace(Ledger.Slot, _buffer, count, WriteClass.Ledger, nowMs))
        {
            _ledgerDue = _volatileEpoch; // once more, as what holds
            SessionEpoch = _startIsKept ? SessionEpoch : _ledger.Epoch;
            _startIsKept = true;
            _ledgerMs = nowMs;
            _savedNextSeq = _ledger.NextSeq;
            _volatileEpoch = false;
        }
    }

    /// <summary>Only after a saved ledger: the record was the only other place that knew its seq and its occurrence.</summary>
    private void ClearDone(long nowMs)
    {
        int place = Outbox.NextDone();
        if (!IsCovered(place))
        {
            KeepLedger(nowMs);
        }
        else if (Store.Delete(Slots.Outbox + place, WriteClass.Outbox, nowMs))
        {
            Outbox.Release(place);
        }
    }
}
