using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Inspection.Visits;

/// <summary>
/// The last two visits that are over: kept in one slot, and sent until the centre has stored them. Where both wait when a third one ends, the older one gives way, and is counted and told as a lost record is. Body of the slot: number
/// of the last visit (16), then for each place: 1 where it is stored at the centre, its length (16), its bytes; then how many gave way (16; not there in a slot of earlier firmware).
/// </summary>
public sealed class VisitRecords : IDocuments, IKept
{
    /// <summary>Visits that are kept.</summary>
    public const int Kept = 2;

    private const int None = -1;
    private const int HeadBytes = 2;
    private const int PlaceHead = 3;
    private const int DisplacedBytes = 2;

    private readonly UnitClock _clock;
    private readonly VisitRecord[] _visits = { new VisitRecord(), new VisitRecord() };
    private readonly bool[] _stored = new bool[Kept];
    private readonly long[] _sentMs = new long[Kept];
    private readonly int[] _sentSession = new int[Kept];
    private int _place = None;
    private bool _due;

    /// <summary>No visit yet.</summary>
    public VisitRecords(UnitClock clock)
    {
        _clock = clock;
    }

    /// <summary>Who gives numbers; set before the first visit ends.</summary>
    public ISequence Sequence { get; set; }

    /// <summary>Number of the last visit that is over; 0 where there was none.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Visits that the centre has not stored yet.</summary>
    public int Waiting => (IsWaiting(0) ? 1 : 0) + (IsWaiting(1) ? 1 : 0);

    /// <summary>Visits that gave way before the centre had stored them; kept with them.</summary>
    public int Displaced { get; private set; }

    /// <summary>The last visit that is over; null where there was none.</summary>
    public VisitRecord Last => LastNumber == 0 ? null : _visits[LastNumber % Kept];

    /// <summary>The centre has the last visit.</summary>
    public bool IsLastStored => _stored[LastNumber % Kept];

    /// <inheritdoc/>
    public int Slot => Slots.VisitRecords;

    /// <summary>Takes a visit that is over, and gives it its id.</summary>
    public void Add(VisitRecord visit)
    {
        int place = visit.Number % Kept;
        if (IsWaiting(place))
        {
            Displaced++;
            Sequence.NoteLost(FaultCode.StorageNearlyFull, _visits[place].Epoch, _visits[place].Seq);
        }

        LastNumber = visit.Number;
        visit.State = VisitState.Over;
        visit.SetId(Sequence.Epoch, Sequence.TakeSeqs(1));
        _visits[place].CopyFrom(visit);
        _stored[place] = false;
        _sentSession[place] = 0;
        _due = true;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs, int session)
    {
        _place = None;
        int older = (LastNumber + 1) % Kept;
        for (int i = 0; i < Kept && _place == None && !_due; i++)
        {
            int place = (older + i) % Kept;
            bool again = Retry.IsDue(nowMs, session, _sentMs[place], _sentSession[place]);
            _place = IsWaiting(place) && again ? place : None;
        }

        return _place != None;
    }

    /// <inheritdoc/>
    public string Write(MessageWriter json, byte[] room, Topics topics, long nowMs)
    {
        VisitMessage.Write(json, _visits[_place], _clock, Sequence.Boot, nowMs);
        return topics.Visit;
    }

    /// <inheritdoc/>
    public void Sent(long nowMs, int session)
    {
        _sentMs[_place] = nowMs;
        _sentSession[_place] = session;
        SentEpoch = _visits[_place].Epoch;
        SentSeq = _visits[_place].Seq;
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
            if (_visits[place].Epoch == epoch && _visits[place].Seq <= upTo)
            {
                NoteStored(place);
            }
        }
    }

    /// <inheritdoc/>
    public void StoredOne(int epoch, int seq)
    {
        for (int place = 0; place < Kept; place++)
        {
            if (_visits[place].Epoch == epoch && _visits[place].Seq == seq)
            {
                NoteStored(place);
            }
        }
    }

    /// <inheritdoc/>
    public int Oldest(int epoch, int next)
    {
        int oldest = next;
        for (int place = 0; place < Kept; place++)
        {
            bool waits = IsWaiting(place) && _visits[place].Epoch == epoch && _visits[place].Seq < oldest;
            oldest = waits ? _visits[place].Seq : oldest;
        }

        return oldest;
    }

    /// <inheritdoc/>
    public int Behind(int epoch)
    {
        int behind = 1;
        for (int place = 0; place < Kept; place++)
        {
            bool later = _visits[place].State == VisitState.Over && _visits[place].Epoch == epoch && _visits[place].Seq >= behind;
            behind = later ? _visits[place].Seq + 1 : behind;
        }

        return behind;
    }

    /// <inheritdoc/>
    public bool HasEpoch(int epoch)
    {
        bool has = false;
        for (int place = 0; place < Kept; place++)
        {
            has |= IsWaiting(place) && _visits[place].Epoch == epoch;
        }

        return has;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _due;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put16(buffer, Record.BodyAt, LastNumber);
        for (int place = 0; place < Kept; place++)
        {
            VisitRecord visit = _visits[place];
            buffer[at] = (byte)(_stored[place] ? 1 : 0);
            at = Bytes.Put16(buffer, at + 1, visit.Count);
            System.Array.Copy(visit.Buffer, 0, buffer, at, visit.Count);
            at += visit.Count;
        }

        return Record.Seal(buffer, Record.Visits, Bytes.Put16(buffer, at, Displaced), checksum);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs) => _due = false;

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Visits, HeadBytes + (Kept * (PlaceHead + VisitRecord.MinBytes)), checksum))
        {
            return false;
        }

        int at = Record.BodyAt + HeadBytes;
        int end = Record.BodyAt + Record.BodyBytes(buffer);
        bool good = true;
        for (int place = 0; place < Kept && good; place++)
        {
            int length = at + PlaceHead <= end ? Bytes.Get16(buffer, at + 1) : 0;
            good = at + PlaceHead + length <= end && _visits[place].TryRead(buffer, at + PlaceHead, length);
            _stored[place] = buffer[at] == 1;
            at += PlaceHead + length;
        }

        LastNumber = good ? Bytes.Get16(buffer, Record.BodyAt) : 0;
        Displaced = good && at + DisplacedBytes <= end ? Bytes.Get16(buffer, at) : 0;
        return good;
    }

    private bool IsWaiting(int place) => _visits[place].State == VisitState.Over && !_stored[place];

    private void NoteStored(int place)
    {
        _due |= IsWaiting(place);
        _stored[place] = true;
    }
}
