using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// One transition of a fault as it is kept until the centre has stored it. Body, 104 bytes: 0 epoch, 4 seq, 8 boot, 12 code (16 bits),
/// 14 event, 15 level, 16 occurrence (16), 18 suppressed (16), 20 onset ms (64), 28 confirmed ms, 36 onset Unix s (0 = unset), 44 confirmed
/// Unix s, 52 eight evidence fields of signal, reason, value (8 + 8 + 32 bits), 100 reserved (32). One object, used again and again.
/// </summary>
public sealed class AlarmRecord
{
    private const int BodyBytes = 104;
    private const int EvidenceAt = 52;
    private const int EvidenceBytes = 6;

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

    /// <summary>Takes over the oldest transition of a queue. Id, boot and Unix times are the caller's.</summary>
    public void TakeFirst(TransitionQueue queue, FaultCatalogue catalogue)
    {
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

    /// <summary>Writes the record into a buffer of at least 112 bytes; returns its length.</summary>
    public int Write(byte[] buffer, IChecksum checksum)
    {
        int at = Bytes.Put32(buffer, Record.BodyAt, Epoch);
        at = Bytes.Put32(buffer, at, Seq);
        at = Bytes.Put32(buffer, at, Boot);
        at = Bytes.Put16(buffer, at, Code);
        buffer[at++] = (byte)Event;
        buffer[at++] = Level;
        at = Bytes.Put16(buffer, at, Occurrence);
        at = Bytes.Put16(buffer, at, Suppressed);
        at = Bytes.Put64(buffer, at, OnsetMs);
        at = Bytes.Put64(buffer, at, ConfirmedMs);
        at = Bytes.Put64(buffer, at, OnsetUnix);
        at = Bytes.Put64(buffer, at, ConfirmedUnix);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            buffer[at++] = _signals[field];
            buffer[at++] = _reasons[field];
            at = Bytes.Put32(buffer, at, _values[field]);
        }

        at = Bytes.Put32(buffer, at, 0);
        return Record.Seal(buffer, Record.Alarm, at, checksum);
    }

    /// <summary>Reads a record; false, and nothing changed, where the bytes are not one.</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Alarm, BodyBytes, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        Epoch = Bytes.Get32(buffer, at);
        Seq = Bytes.Get32(buffer, at + 4);
        Boot = Bytes.Get32(buffer, at + 8);
        Code = Bytes.Get16(buffer, at + 12);
        Event = (FaultEvent)buffer[at + 14];
        Level = buffer[at + 15];
        Occurrence = Bytes.Get16(buffer, at + 16);
        Suppressed = Bytes.Get16(buffer, at + 18);
        OnsetMs = Bytes.Get64(buffer, at + 20);
        ConfirmedMs = Bytes.Get64(buffer, at + 28);
        OnsetUnix = Bytes.Get64(buffer, at + 36);
        ConfirmedUnix = Bytes.Get64(buffer, at + 44);
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int place = at + EvidenceAt + (field * EvidenceBytes);
            SetEvidence(field, buffer[place], (NoDataReason)buffer[place + 1], Bytes.Get32(buffer, place + 2));
        }

        return true;
    }
}
