using System.Collections.Generic;
using System.Text;
using Tools.Centre.Wire;

namespace Tools.Centre.Records;

/// <summary>What the centre knows of one unit: the last message of each kind, as it came.</summary>
public sealed class UnitRow
{
    /// <summary>Key in the store.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the topics.</summary>
    public UnitAddress Address { get; init; }

    /// <summary>When the centre first heard of it, Unix seconds.</summary>
    public long FirstHeardAt { get; init; }

    /// <summary>When it last said anything, Unix seconds.</summary>
    public long HeardAt { get; set; }

    /// <summary>Epoch of its ids, by its last snapshot; null while none is known.</summary>
    public uint? Epoch { get; set; }

    /// <summary>What it says of itself; null while unknown.</summary>
    public string AboutJson { get; set; }

    /// <summary>The state of its present session; null while unknown.</summary>
    public string StateJson { get; set; }

    /// <summary>What was true last; null while unknown.</summary>
    public string SnapshotJson { get; set; }

    /// <summary>The greatest total by the pulse meter that it told of, L: totals only grow. Null while it told none.</summary>
    public long? PulseLitres { get; set; }

    /// <summary>The key by which it signs its reports, 32 bytes; null where the desk does not have it.</summary>
    public byte[] SealKey { get; init; }

    /// <summary>When somebody said that it was taken away, Unix seconds; null while it is meant to report.</summary>
    public long? RetiredAt { get; init; }

    /// <summary><see cref="AboutJson"/>, read.</summary>
    public About About => AboutJson == null ? null : Messages.ReadAbout(Encoding.UTF8.GetBytes(AboutJson));

    /// <summary><see cref="StateJson"/>, read.</summary>
    public State State => StateJson == null ? null : Messages.ReadState(Encoding.UTF8.GetBytes(StateJson));

    /// <summary><see cref="SnapshotJson"/>, read.</summary>
    public Snapshot Snapshot => SnapshotJson == null ? null : Messages.ReadSnapshot(Encoding.UTF8.GetBytes(SnapshotJson));
}

/// <summary>The table of units.</summary>
public sealed class Units(Store store)
{
    private const string Columns = "id, site, unit, about, state, snapshot, epoch, first_heard_at, heard_at, pulse_l, seal_key, retired_at";

    /// <summary>All, by name.</summary>
    public List<UnitRow> All() => store.All($"SELECT {Columns} FROM unit ORDER BY site, unit", Read);

    /// <summary>One, by its key.</summary>
    public UnitRow Of(long id) => store.One($"SELECT {Columns} FROM unit WHERE id = $1", Read, id);

    /// <summary>One, by its address; null where nothing was ever heard of it.</summary>
    public UnitRow Find(UnitAddress address) =>
        store.One($"SELECT {Columns} FROM unit WHERE site = $1 AND unit = $2", Read, address.Site, address.Unit);

    /// <summary>One, by its address; made where nothing was ever heard of it.</summary>
    public UnitRow FindOrAdd(UnitAddress address, long now)
    {
        store.Do(
            "INSERT INTO unit (site, unit, first_heard_at, heard_at) VALUES ($1, $2, $3, $3) ON CONFLICT DO NOTHING", address.Site, address.Unit, now);
        return Find(address);
    }

    /// <summary>Writes what changed.</summary>
    public void Save(UnitRow unit) => store.Do(
        "UPDATE unit SET about = $2, state = $3, snapshot = $4, epoch = $5, heard_at = $6, pulse_l = $7 WHERE id = $1",
        unit.Id, unit.AboutJson, unit.StateJson, unit.SnapshotJson, unit.Epoch, unit.HeardAt, unit.PulseLitres);

    /// <summary>Notes the key by which a unit signs.</summary>
    public void SaveKey(long unit, byte[] key) => store.Do("UPDATE unit SET seal_key = $2 WHERE id = $1", unit, key);

    /// <summary>A unit was taken away: nobody waits for its reports.</summary>
    public void Retire(long unit, string who, long at) => store.Do("UPDATE unit SET retired_at = $2, retired_by = $3 WHERE id = $1", unit, at, who);

    /// <summary>It reports after all.</summary>
    public void Restore(long unit) => store.Do("UPDATE unit SET retired_at = NULL, retired_by = NULL WHERE id = $1", unit);

    private static UnitRow Read(Row row) => new()
    {
        Id = row.Whole(0),
        Address = new UnitAddress(row.Text(1), row.Text(2)),
        AboutJson = row.Text(3),
        StateJson = row.Text(4),
        SnapshotJson = row.Text(5),
        Epoch = (uint?)row.WholeOrNone(6),
        FirstHeardAt = row.Whole(7),
        HeardAt = row.Whole(8),
        PulseLitres = row.WholeOrNone(9),
        SealKey = row.Bytes(10),
        RetiredAt = row.WholeOrNone(11),
    };
}

/// <summary>The highest session that was seen in an epoch of a unit.</summary>
/// <param name="Highest">Its number.</param>
/// <param name="IsOver">Its will has come.</param>
public sealed record SessionSeen(long Highest, bool IsOver);

/// <summary>The highest session of each epoch that a unit ever had: what tells its present session from those that it has left.</summary>
public sealed class Sessions(Store store)
{
    /// <summary>What was seen in an epoch; null where nothing was.</summary>
    public SessionSeen Of(long unit, uint epoch) =>
        store.One("SELECT highest, over FROM session WHERE unit = $1 AND epoch = $2", row => new SessionSeen(row.Whole(0), row.Whole(1) != 0), unit, epoch);

    /// <summary>The birth, as JSON, that was heard last of those whose session is not over; null where there is none.</summary>
    public string LastBorn(long unit) =>
        store.One("SELECT birth FROM session WHERE unit = $1 AND NOT over AND birth IS NOT NULL ORDER BY born DESC LIMIT 1", row => row.Text(0), unit);

    /// <summary>Notes a session, which is none lower than those before it in its epoch.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="state">Its birth or will.</param>
    /// <param name="isNamed">The unit itself has named the epoch.</param>
    public void Note(long unit, State state, bool isNamed) => store.Do(
        """
        INSERT INTO session VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(born), 0) + 1 FROM session WHERE unit = $1))
            ON CONFLICT DO UPDATE SET highest = excluded.highest, over = excluded.over, birth = excluded.birth, born = iif(excluded.highest > highest, excluded.born, born)
        """,
        unit, state.Epoch, state.Session, state.Online ? 0 : 1, state.Online && isNamed ? state.ToJson() : null);
}
