using System;
using System.Collections.Generic;
using Tools.Centre.Wire;

namespace Tools.Centre.Records;

/// <summary>A drill of the alarm path that reached the store.</summary>
/// <param name="OnsetAt">When the unit began it, Unix seconds; null where it had no clock.</param>
public sealed record Drill(long Unit, RecordId Id, long? OnsetAt, long StoredAt)
{
    /// <summary>Seconds from its begin to the store; null where it cannot be told.</summary>
    public long? Delay => OnsetAt is { } onset ? Math.Max(0, StoredAt - onset) : null;
}

/// <summary>The table of drills.</summary>
public sealed class Drills(Store store)
{
    /// <summary>Notes one.</summary>
    public void Add(Drill drill) =>
        store.Do("INSERT INTO drill VALUES ($1, $2, $3, $4, $5)", drill.Unit, drill.Id.Epoch, drill.Id.Seq, drill.OnsetAt, drill.StoredAt);

    /// <summary>The latest of a unit; null where it never had one.</summary>
    public Drill LatestOf(long unit) => store.One(
        "SELECT unit, epoch, seq, onset_at, stored_at FROM drill WHERE unit = $1 ORDER BY stored_at DESC, seq DESC LIMIT 1",
        row => new Drill(row.Whole(0), new RecordId((uint)row.Whole(1), (uint)row.Whole(2)), row.WholeOrNone(3), row.Whole(4)),
        unit);
}

/// <summary>A message that was not taken.</summary>
public sealed record Refusal(long At, string Topic, string English, string Chinese, long Bytes);

/// <summary>The table of what was not taken: bounded, so that a flood fills no disk; all of it is counted.</summary>
public sealed class Refusals(Store store)
{
    private const int MostKept = 1000;

    /// <summary>All that were ever refused.</summary>
    public long Count => store.One("SELECT count FROM refusals", row => row.Whole(0));

    /// <summary>Keeps the newest 1,000, each with its first 4,096 bytes.</summary>
    public void Add(Refusal refusal, ReadOnlySpan<byte> payload)
    {
        store.Do(
            "INSERT INTO refused (at, topic, english, chinese, bytes, payload) VALUES ($1, $2, $3, $4, $5, $6)",
            refusal.At, refusal.Topic, refusal.English, refusal.Chinese, refusal.Bytes, payload[..Math.Min(payload.Length, Messages.LongestBytes)].ToArray());
        store.Do("DELETE FROM refused WHERE id <= (SELECT max(id) FROM refused) - $1", MostKept);
        store.Do("UPDATE refusals SET count = count + 1");
    }

    /// <summary>Newest first.</summary>
    public List<Refusal> Newest(int most) => store.All(
        "SELECT at, topic, english, chinese, bytes FROM refused ORDER BY id DESC LIMIT $1",
        row => new Refusal(row.Whole(0), row.Text(1), row.Text(2), row.Text(3), row.Whole(4)),
        most);
}

/// <summary>A unit of an area's incident of silence.</summary>
/// <param name="HeardAt">When it was heard again, Unix seconds; null while it is silent.</param>
public sealed record SilentUnit(long Incident, long Unit, long SinceAt, long? HeardAt);

/// <summary>The table of units that fell silent, by incident.</summary>
public sealed class Silences(Store store)
{
    /// <summary>The units of an incident.</summary>
    public List<SilentUnit> Of(long incident) => store.All(
        "SELECT incident, unit, since_at, heard_at FROM silence WHERE incident = $1 ORDER BY since_at, unit", Read, incident);

    /// <summary>The units of every open incident.</summary>
    public List<SilentUnit> OfOpen() => store.All(
        "SELECT incident, unit, since_at, heard_at FROM silence WHERE incident IN (SELECT id FROM incident WHERE ended_by IS NULL AND incident.unit IS NULL) ORDER BY since_at, unit", Read);

    /// <summary>Those that are silent now.</summary>
    public List<SilentUnit> Now() => store.All("SELECT incident, unit, since_at, heard_at FROM silence WHERE heard_at IS NULL ORDER BY incident, unit", Read);

    /// <summary>The silences of a unit that last.</summary>
    public List<SilentUnit> NowOf(long unit) =>
        store.All("SELECT incident, unit, since_at, heard_at FROM silence WHERE heard_at IS NULL AND unit = $1", Read, unit);

    /// <summary>A unit falls silent.</summary>
    public void Add(SilentUnit silent) => store.Do(
        "INSERT INTO silence VALUES ($1, $2, $3, NULL) ON CONFLICT DO UPDATE SET heard_at = NULL", silent.Incident, silent.Unit, silent.SinceAt);

    /// <summary>A unit was heard again.</summary>
    public void Heard(SilentUnit silent, long at) =>
        store.Do("UPDATE silence SET heard_at = $3 WHERE incident = $1 AND unit = $2", silent.Incident, silent.Unit, at);

    private static SilentUnit Read(Row row) => new(row.Whole(0), row.Whole(1), row.Whole(2), row.WholeOrNone(3));
}
