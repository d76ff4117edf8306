using Firmware.Records.Messaging;

namespace Firmware.Records;

/// <summary>
/// Durable messages that are no transitions of faults: notices and reports of inspections, visit records. They are numbered with the records and leave, as those do, by the
/// centre's receipt, or by the broker's word where that counts as storage; where they are kept is their own affair.
/// </summary>
public interface IDocuments
{
    /// <summary>True where one is to be sent now. Asked in every scan: must be cheap.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="session">The present session: what was sent in an earlier one is sent again.</param>
    bool IsDue(long nowMs, int session);

    /// <summary>Writes the one that is due, and says on which topic it goes; null where there is none after all.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="room">Room for what is read from a slot meanwhile, <see cref="Slots.LargeBytes"/>; whoever comes next writes over it.</param>
    /// <param name="topics">The unit's topics.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    string Write(MessageWriter json, byte[] room, Topics topics, long nowMs);

    /// <summary>What was written last is handed to the link.</summary>
    void Sent(long nowMs, int session);

    /// <summary>Epoch of what was handed over last.</summary>
    int SentEpoch { get; }

    /// <summary>Its number.</summary>
    int SentSeq { get; }

    /// <summary>The centre has stored every number of an epoch up to this.</summary>
    void StoredUpTo(int epoch, int upTo);

    /// <summary>The centre has stored one number.</summary>
    void StoredOne(int epoch, int seq);

    /// <summary>Lowest number of an epoch that is not known to be stored; <paramref name="next"/> where there is none.</summary>
    int Oldest(int epoch, int next);

    /// <summary>Number after the last one that was given in an epoch, 1 where there is none: after a restart none of them is given again.</summary>
    int Behind(int epoch);

    /// <summary>The epoch is that of a document that waits: a receipt for it is ours, also when the unit has begun another epoch since.</summary>
    bool HasEpoch(int epoch);
}

/// <summary>Who gives the numbers of durable messages.</summary>
public interface ISequence
{
    /// <summary>Epoch of the numbers.</summary>
    int Epoch { get; }

    /// <summary>Number of the present start of the unit.</summary>
    int Boot { get; }

    /// <summary>Takes numbers, one after the other; returns the first.</summary>
    int TakeSeqs(int count);

    /// <summary>A number will not be given again, not even after a power cut in this moment; asked by who keeps its own numbers nowhere else.</summary>
    bool IsDurable(int epoch, int seq);

    /// <summary>What was given a number will never be sent: it is told as the loss of a record is.</summary>
    /// <param name="code">Fault that it is told under: <see cref="Core.Faults.FaultCode.StorageNearlyFull"/> where it gave way, <see cref="Core.Faults.FaultCode.RecordDamaged"/> where it cannot be read back.</param>
    /// <param name="epoch">Epoch of the number.</param>
    /// <param name="seq">The number.</param>
    void NoteLost(int code, int epoch, int seq);
}
