using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// One transition of a fault as it is kept until the centre has stored it; a drill has the same form under its own type. The head's time is the
/// confirmation. Body: 0 code (16 bits), 2 event, 3 level, 4 occurrence (16), 6 suppressed (16), 8 onset ms (48), 14 onset Unix s (0 = unset), 18 first id
/// of the others that this one stands for, 22 last such id, 26 their count (16), 28 number of evidence fields, then each: signal, reason, value (32); after them 0 by, 1 the root cause's code (16), 3 frame (32), and what
/// <see cref="MeteringNote"/> says: a record that ends before is one without it. At most 117 bytes, of the rows that spoil the metering 34 more. One object, used
/// again and again.
/// </summary>
public sealed class AlarmRecord
{
    /// <summary>Bytes of the longest record.</summary>
    public const int MaxBytes = UsualBytes + MeteringNote.MaxBytes;

    /// <summary>Bytes of the longest record of a row that leaves the metering alone.</summary>
    public const int UsualBytes = Record.OverheadBytes + EvidenceAt + (EvidenceBytes * FaultCatalogue.EvidenceFields) + TailBytes;

    /// <summary>Bytes of a reading of the evidence.</summary>
    public const int EvidenceBytes = 6;

    private const int EvidenceAt = 29;
    private const int TailBytes = 7;

    /// <summary>Epoch of the id.</summary>
    public int Epoch;

    /// <summary>Sequence number of the id, from 1.</summary>
    public int Seq;

    /// <summary>Start of the unit in which it was confirmed.</summary>
    public int Boot;

    /// <summary>Code of the fault.</summary>
    public int Code;

    /// <summary>What happened.</summary>
    public FaultEvent Event;

    /// <summary>Level then.</summary>
    public byte Level;

    /// <summary>Raises of the code since the epoch began.</summary>
    public int Occurrence;

    /// <summary>Transitions of this code held back since its last message.</summary>
    public int Suppressed;

    /// <summary>Onset, ms of that start.</summary>
    public long OnsetMs;

    /// <summary>Confirmation, ms of that start.</summary>
    public long ConfirmedMs;

    /// <summary>Onset, Unix seconds, 0 where the clock was unset.</summary>
    public long OnsetUnix;

    /// <summary>Confirmation, Unix seconds, 0 where the clock was unset.</summary>
    public long ConfirmedUnix;

    /// <summary>How far <see cref="ConfirmedUnix"/> may be trusted, as in <see cref="Core.Service.TimeQuality"/>.</summary>
    public byte Quality;

    /// <summary>A test of the alarm path, not an alarm.</summary>
    public bool IsDrill;

    /// <summary>First id of the records that this one stands for (coalesced) or tells the loss of (lost); 0 for none.</summary>
    public int FromSeq;

    /// <summary>Last such id.</summary>
    public int ToSeq;

    /// <summary>How many they are.</summary>
    public int OtherCount;

    /// <summary>Who caused it, as in <see cref="Actor"/>; of a repeat the contract's step of escalation.</summary>
    public int By;

    /// <summary>Code of the root cause that explained the fault then, 0 for none.</summary>
    public int Cause;

    /// <summary>Number of the copy of the last minute before it, 0 for none.</summary>
    public int Frame;

    /// <summary>What a fault that spoils the metering left unmetered.</summary>
    public readonly MeteringNote Metering = new MeteringNote();

    private readonly int[] _values = new int[FaultCatalogue.EvidenceFields];
    private readonly byte[] _signals = new byte[FaultCatalogue.EvidenceFields];
    private readonly byte[] _reasons = new byte[FaultCatalogue.EvidenceFields];

    /// <summary>Signal of an evidence field, or <see cref="Signal.None"/>.</summary>
    public int EvidenceSignal(int field) => _signals[field];

    /// <summary>Why an evidence field has no value.</summary>
    public NoDataReason EvidenceReason(int field) => (NoDataReason)_reasons[field];

    /// <summary>Value of an evidence field.</summary>
    public int EvidenceValue(int field) => _values[field];

    /// <summary>Sets an evidence field.</summary>
    public void SetEvidence(int field, int signal, NoDataReason reason, int value)
    {
        _signals[field] = (byte)signal;
        _reasons[field] = (byte)reason;
        _values[field] = value;
    }

    /// <summary>Takes over the oldest transition of a queue, with what flowed unmetered. Id, boot and Unix times are the caller's.</summary>
    public void TakeFirst(TransitionQueue queue, FaultCatalogue catalogue, UnmeteredWater water)
    {
        By = queue.By;
        Cause = queue.Cause;
        Frame = queue.Frame;
        Metering.Take(catalogue, queue.Row, queue.Event, water);
        Code = catalogue.Code(queue.Row);
        Event = queue.Event;
        Level = queue.Level;
        Occurrence = queue.Occurrence;
        OnsetMs = queue.OnsetMs;
        ConfirmedMs = queue.ConfirmedMs;
        Suppressed = queue.Suppressed;
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = catalogue.EvidenceSignal(queue.Row, field);
            SetEvidence(field, signal, (NoDataReason)queue.EvidenceReason(field), queue.EvidenceValue(field));
        }
    }

    /// <summary>Takes in another record of the same code that gives way: its id, and what it stands for itself.</summary>
    public void Absorb(int seq, int fromSeq, int toSeq, int otherCount)
    {
        int first = otherCount > 0 && fromSeq < seq ? fromSeq : seq;
        int last = otherCount > 0 && toSeq > seq ? toSeq : seq;
        Include(first, last, 1 + otherCount);
    }

    /// <summary>Stands for, or tells the loss of, so many records more, with ids from one to another.</summary>
    public void Include(int first, int last, int count)
    {
        FromSeq = OtherCount == 0 || first < FromSeq ? first : FromSeq;
        ToSeq = OtherCount == 0 || last > ToSeq ? last : ToSeq;
        OtherCount = Bound.Clamp(OtherCount + count, 0, ushort.MaxValue);
    }

    /// <summary>Stands for so many records more whose ids cannot be named, because they are of another epoch.</summary>
    public void AddOthers(int count)
    {
        OtherCount = Bound.Clamp(OtherCount + count, 0, ushort.MaxValue);
    }

    /// <summary>Makes it tell of losses under a fault's code, of none yet. Id, boot and Unix times are the caller's.</summary>
    public void FillLoss(int code, FaultCatalogue catalogue, FaultMonitors monitors, long nowMs)
    {
        int row = catalogue.RowOf(code);
        IsDrill = false;
        AbsorbNone();
        Code = code;
        Event = FaultEvent.Lost;
        Level = catalogue.Level(row);
        Occurrence = Bound.Clamp(monitors.OccurrenceOf(row), 1, ushort.MaxValue);
        Suppressed = 0;
        OnsetMs = nowMs;
        ConfirmedMs = nowMs;
        ClearEvidence();
    }

    /// <summary>Leaves the evidence out, and who, why and what goes with it.</summary>
    public void ClearEvidence()
    {
        By = Actor.Unit;
        Cause = 0;
        Frame = 0;
        Metering.Clear();
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            SetEvidence(field, Signal.None, NoDataReason.None, 0);
        }
    }

    /// <summary>Makes it stand for itself alone.</summary>
    public void AbsorbNone()
    {
        FromSeq = 0;
        ToSeq = 0;
        OtherCount = 0;
    }

    /// <summary>Writes the record into a buffer of at least <see cref="MaxBytes"/>; returns its length.</summary>
    public int Write(byte[] buffer, RecordStamp stamp, IChecksum checksum)
    {
        stamp.Put(buffer, Epoch, Seq, Boot, ConfirmedMs, ConfirmedUnix, Quality);
        int at = Bytes.Put16(buffer, Record.BodyAt, Code);
        buffer[at++] = (byte)Event;
        buffer[at++] = Level;
        at = Bytes.Put16(buffer, at, Occurrence);
        at = Bytes.Put16(buffer, at, Suppressed);
        at = Bytes.Put48(buffer, at, OnsetMs);
        at = Bytes.Put32(buffer, at, (int)OnsetUnix);
        at = Bytes.Put32(buffer, at, FromSeq);
        at = Bytes.Put32(buffer, at, ToSeq);
        at = Bytes.Put16(buffer, at, OtherCount);
        int fieldsAt = at++;
        buffer[fieldsAt] = 0;
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            if (_signals[field] != Signal.None)
            {
                buffer[fieldsAt]++;
                buffer[at++] = _signals[field];
                buffer[at++] = _reasons[field];
                at = Bytes.Put32(buffer, at, _values[field]);
            }
        }

        buffer[at++] = (byte)By;
        at = Bytes.Put16(buffer, at, Cause);
        at = Bytes.Put32(buffer, at, Frame);
        at = Metering.Write(buffer, at);
        return Record.Seal(buffer, IsDrill ? Record.Drill : Record.Alarm, at, checksum);
    }

    /// <summary>Reads a record; false, and nothing changed, where the bytes are not one.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Alarm, EvidenceAt, checksum) && !Record.IsValid(buffer, count, Record.Drill, EvidenceAt, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        int fields = Bound.Clamp(buffer[at + EvidenceAt - 1], 0, FaultCatalogue.EvidenceFields);
        if (Record.BodyBytes(buffer) < EvidenceAt + (fields * EvidenceBytes))
        {
            return false;
        }

        TakeHead(buffer);
        Code = Bytes.Get16(buffer, at);
        Event = (FaultEvent)buffer[at + 2];
        Level = buffer[at + 3];
        Occurrence = Bytes.Get16(buffer, at + 4);
        Suppressed = Bytes.Get16(buffer, at + 6);
        OnsetMs = Bytes.Get48(buffer, at + 8);
        OnsetUnix = (uint)Bytes.Get32(buffer, at + 14);
        FromSeq = Bytes.Get32(buffer, at + 18);
        ToSeq = Bytes.Get32(buffer, at + 22);
        OtherCount = Bytes.Get16(buffer, at + 26);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int place = at + EvidenceAt + (field * EvidenceBytes);
            bool used = field < fields;
            SetEvidence(
                field,
                used ? buffer[place] : Signal.None,
                used ? (NoDataReason)buffer[place + 1] : NoDataReason.None,
                used ? Bytes.Get32(buffer, place + 2) : 0);
        }

        TakeTail(buffer, at + EvidenceAt + (fields * EvidenceBytes), at + Record.BodyBytes(buffer));
        return true;
    }

    private void TakeTail(byte[] buffer, int at, int end)
    {
        bool there = end - at >= TailBytes;
        By = there ? buffer[at] : Actor.Unit;
        Cause = there ? Bytes.Get16(buffer, at + 1) : 0;
        Frame = there ? Bytes.Get32(buffer, at + 3) : 0;
        Metering.Read(buffer, at + TailBytes, end);
    }

    private void TakeHead(byte[] buffer)
    {
        IsDrill = buffer[1] == Record.Drill;
        Epoch = Record.EpochOf(buffer);
        Seq = Record.SeqOf(buffer);
        Boot = Record.BootOf(buffer);
        ConfirmedMs = Record.UptimeOf(buffer);
        ConfirmedUnix = Record.UnixOf(buffer);
        Quality = Record.QualityOf(buffer);
    }
}
