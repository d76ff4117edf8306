using System;
using System.Collections.Generic;
using System.Linq;
using Tools.Centre.Wire;

namespace Tools.Centre.Records;

/// <summary>A durable message as it came.</summary>
/// <param name="Payload">Its JSON, whichever way it came.</param>
/// <param name="Raw">The bytes as they came, where they are other than those of <paramref name="Payload"/> (CBOR); null else. A seal is over these.</param>
public sealed record StoredRecord(long Unit, RecordId Id, string Kind, long StoredAt, string Payload, byte[] Raw = null);

/// <summary>Every durable message, once, by (unit, epoch, seq); and of each epoch, up to where it is complete.</summary>
public sealed class Ledger(Store store)
{
    private const string Columns = "unit, epoch, seq, kind, stored_at, payload, raw";

    /// <summary>The record of this id; null where it is not stored.</summary>
    public StoredRecord Find(long unit, RecordId id) =>
        store.One($"SELECT {Columns} FROM record WHERE unit = $1 AND epoch = $2 AND seq = $3", Read, unit, id.Epoch, id.Seq);

    /// <summary>Every record of this id, of whichever unit.</summary>
    public List<StoredRecord> Find(RecordId id) =>
        store.All($"SELECT {Columns} FROM record WHERE unit IN (SELECT id FROM unit) AND epoch = $1 AND seq = $2", Read, id.Epoch, id.Seq);

    /// <summary>The records of a kind, newest first.</summary>
    public List<StoredRecord> OfKind(string kind, int most) =>
        store.All($"SELECT {Columns} FROM record WHERE kind = $1 ORDER BY stored_at DESC, unit, epoch, seq DESC LIMIT $2", Read, kind, most);

    /// <summary>The records of a kind that a unit sent, the oldest first.</summary>
    public List<StoredRecord> OfUnit(long unit, string kind) =>
        store.All($"SELECT {Columns} FROM record WHERE unit = $1 AND kind = $2 ORDER BY stored_at, epoch, seq", Read, unit, kind);

    /// <summary>The payloads of the records of one incident, in their order.</summary>
    public List<string> OfIncident(long incident, int most) =>
        store.All("SELECT payload FROM record WHERE incident = $1 ORDER BY min(stored_at) OVER (PARTITION BY epoch), seq LIMIT $2", row => row.Text(0), incident, most);

    /// <summary>Stores a new record.</summary>
    public void Add(StoredRecord record)
    {
        store.Do(
            $"INSERT INTO record ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            record.Unit, record.Id.Epoch, record.Id.Seq, record.Kind, record.StoredAt, record.Payload, record.Raw);
        store.Do("INSERT INTO epoch VALUES ($1, $2, 0, 1) ON CONFLICT DO NOTHING", record.Unit, record.Id.Epoch);
        Advance(record.Unit, record.Id.Epoch);
    }

    /// <summary>A record tells of this incident.</summary>
    public void Attach(long unit, RecordId id, long incident) =>
        store.Do("UPDATE record SET incident = $4 WHERE unit = $1 AND epoch = $2 AND seq = $3", unit, id.Epoch, id.Seq, incident);

    /// <summary>A later copy of a record says more.</summary>
    public void Replace(long unit, RecordId id, string payload) =>
        store.Do("UPDATE record SET payload = $4 WHERE unit = $1 AND epoch = $2 AND seq = $3", unit, id.Epoch, id.Seq, payload);

    /// <summary>The unit says that ids below this one were stored before, or will never come.</summary>
    public void StartAt(long unit, uint epoch, uint oldest)
    {
        store.Do(
            "INSERT INTO epoch VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET up_to = max(up_to, excluded.up_to)", unit, epoch, oldest - 1L, oldest);
        Advance(unit, epoch);
    }

    /// <summary>Where an epoch is known, up to which id all is stored or will never come; null where it is not.</summary>
    public uint? GaplessEnd(long unit, uint epoch) => (uint?)UpTo(unit, epoch);

    /// <summary>What to answer to the stored records of one publish. It says of each when it was stored, of a repeated one when it was first.</summary>
    public Receipt Receipt(long unit, uint epoch, IEnumerable<uint> answered)
    {
        long upTo = UpTo(unit, epoch).Value;
        List<StoredId> pairs = [.. answered.Select(seq => new StoredId(seq, Find(unit, new RecordId(epoch, seq)).StoredAt))];
        return new Receipt(epoch, (uint)upTo, Wire.Receipt.Choose(StoredFrom(unit, epoch, upTo + 1, "ASC"), pairs));
    }

    /// <summary>
    /// What a unit hears that comes online; null where nothing is known of the epoch. Of what waited there by its last word it hears when that was stored: a receipt of it may have been lost with the link.
    /// </summary>
    /// <param name="oldest">Lowest id that waited by the unit's last word; null where there was none.</param>
    public Receipt Greeting(long unit, uint epoch, uint? oldest) => UpTo(unit, epoch) is { } upTo
        ? new Receipt(epoch, (uint)upTo, [.. StoredFrom(unit, epoch, Math.Min(oldest ?? long.MaxValue, upTo + 1), "DESC").OrderBy(id => id.Seq)])
        : null;

    private List<StoredId> StoredFrom(long unit, uint epoch, long first, string order) => store.All(
        $"SELECT seq, stored_at FROM record WHERE unit = $1 AND epoch = $2 AND seq >= $3 ORDER BY seq {order} LIMIT $4",
        row => new StoredId((uint)row.Whole(0), row.Whole(1)), unit, epoch, first, Wire.Receipt.MostPairs);

    private static StoredRecord Read(Row row) =>
        new(row.Whole(0), new RecordId((uint)row.Whole(1), (uint)row.Whole(2)), row.Text(3), row.Whole(4), row.Text(5), row.Bytes(6));

    private long? UpTo(long unit, uint epoch) =>
        store.One("SELECT up_to FROM epoch WHERE unit = $1 AND epoch = $2", row => (long?)row.Whole(0), unit, epoch);

    /// <summary>Moves the gapless end over every id that follows it.</summary>
    private void Advance(long unit, uint epoch)
    {
        long start = UpTo(unit, epoch).Value;
        long end = start;
        while (Find(unit, new RecordId(epoch, (uint)(end + 1))) != null)
        {
            end++;
        }

        if (end > start)
        {
            store.Do("UPDATE epoch SET up_to = $3 WHERE unit = $1 AND epoch = $2", unit, epoch, end);
        }
    }
}
