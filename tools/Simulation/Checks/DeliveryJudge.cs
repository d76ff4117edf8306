using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Tools.Simulation;

/// <summary>A record as it was kept on flash.</summary>
/// <param name="Key">The id.</param>
/// <param name="Code">Code of the fault.</param>
/// <param name="Level">Level then.</param>
/// <param name="Event">What happened.</param>
/// <param name="Occurrence">Raises of the code.</param>
/// <param name="Boot">Start in which it was confirmed.</param>
/// <param name="ConfirmedMs">Confirmation, ms of that start.</param>
/// <param name="StandsFrom">First id of the earlier records of this code that it also stands for.</param>
/// <param name="StandsTo">Last such id.</param>
/// <param name="StandsFor">How many those are.</param>
public sealed record Kept(
    ulong Key, int Code, int Level, string Event, int Occurrence, int Boot, long ConfirmedMs, uint StandsFrom, uint StandsTo, int StandsFor)
{
    /// <summary>Level 1 or 2, and no word about records: it must reach the centre.</summary>
    public bool Matters => Level is 1 or 2 && Event is not (AlarmSeen.Drill or AlarmSeen.Lost);

    /// <summary>It is the same record as another one, which may stand for less.</summary>
    public bool Continues(Kept other) =>
        StandsFor >= other.StandsFor && this with { StandsFrom = other.StandsFrom, StandsTo = other.StandsTo, StandsFor = other.StandsFor } == other;

    /// <summary>It may stand for another one: of the same fault, and named by its range; one of another epoch it can only count, not name.</summary>
    public bool MayStandFor(Kept other) =>
        Key != other.Key && Code == other.Code && Event != AlarmSeen.Lost
        && (Key >> 32 != other.Key >> 32 || ((uint)other.Key >= StandsFrom && (uint)other.Key <= StandsTo));

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"{Key >> 32}-{(uint)Key} {Event} {Code} level {Level} occurrence {Occurrence} confirmed in boot {Boot} at {ConfirmedMs} ms, stands for {StandsFor}";
}

/// <summary>
/// Judges the promise: what is kept reaches the centre, once, as it was; nothing else does; an id means one thing for ever; the order of a fault's
/// transitions is that of their ids.
/// </summary>
public sealed class DeliveryJudge : IStorageWatcher
{
    private const int TenthMs = 100;

    private readonly Dictionary<ulong, Kept> _kept = [];
    private readonly Dictionary<ulong, int> _copies = [];
    private readonly Dictionary<(int Life, int Code, string Event, long Occurrence, long Ms), ulong> _told = [];
    private readonly Dictionary<ulong, int> _room = [];
    private readonly Dictionary<ulong, (ulong By, int As)> _standIn = [];
    private readonly HashSet<ulong> _excused = [];
    private readonly HashSet<ulong> _untold = [];
    private readonly Dictionary<ulong, AlarmSeen> _taken = [];
    private readonly AlarmRecord _record = new();
    private readonly IChecksum _checksum;
    private readonly Truth _truth;

    /// <summary>A judge of a history that begins; it reads records as the unit does.</summary>
    public DeliveryJudge(Truth truth, IChecksum checksum)
    {
        (_truth, _checksum) = (truth, checksum);
    }

    /// <summary>The centre of this history.</summary>
    public CentreModel Centre { get; set; }

    /// <summary>Records kept, since the beginning.</summary>
    public int KeptCount => _kept.Count;

    /// <summary>Records that arrived for the first time, since the beginning.</summary>
    public int Arrived { get; private set; }

    /// <summary>Records that arrived again, since the beginning.</summary>
    public int ArrivedAgain { get; private set; }

    /// <summary>Storage lies or is damaged: two ids for one transition are then no fault of the unit.</summary>
    public bool StorageLies { get; set; }

    /// <summary>A record was damaged: what it said may be missing.</summary>
    public bool WasDamaged { get; private set; }

    /// <summary>A copy for another future, in which this truth holds.</summary>
    public DeliveryJudge Copy(Truth truth)
    {
        var copy = new DeliveryJudge(truth, _checksum) { StorageLies = StorageLies, WasDamaged = WasDamaged };
        foreach ((ulong key, Kept kept) in _kept)
        {
            copy._kept.Add(key, kept);
        }

        foreach ((ulong key, int count) in _copies)
        {
            copy._copies.Add(key, count);
        }

        foreach (var told in _told)
        {
            copy._told.Add(told.Key, told.Value);
        }

        foreach ((ulong key, int room) in _room)
        {
            copy._room.Add(key, room);
        }

        foreach (var standIn in _standIn)
        {
            copy._standIn.Add(standIn.Key, standIn.Value);
        }

        foreach ((ulong key, AlarmSeen taken) in _taken)
        {
            copy._taken.Add(key, taken);
        }

        copy._excused.UnionWith(_excused);
        copy._untold.UnionWith(_untold);
        return copy;
    }

    /// <summary>The record in a slot's content; null where there is none, or damage.</summary>
    public Kept Read(byte[] content)
    {
        if (content == null || !_record.TryRead(content, content.Length, _checksum))
        {
            return null;
        }

        // Of a drill the wire says its id and its moments only.
        bool drill = _record.IsDrill;
        return new Kept(
            AlarmSeen.KeyOf((uint)_record.Epoch, (uint)_record.Seq),
            drill ? 0 : _record.Code,
            drill ? 0 : _record.Level,
            drill ? AlarmSeen.Drill : AlarmMessage.NameOf(_record.Event),
            drill ? 0 : _record.Occurrence,
            _record.Boot,
            _record.ConfirmedMs,
            (uint)_record.FromSeq,
            (uint)_record.ToSeq,
            _record.OtherCount);
    }

    /// <summary>A slot was damaged by the world: the record in it may be lost, and is no copy any more where it cannot be read.</summary>
    public void Damage(byte[] before, byte[] after)
    {
        WasDamaged = true;
        if (Read(before) is { } kept && Read(after)?.Key != kept.Key)
        {
            _excused.Add(kept.Key);
            _copies[kept.Key]--;
        }
    }

    /// <summary>A slot that nobody could read for long was given up: the record in it is lost, and told to be.</summary>
    public void GiveUp(byte[] content)
    {
        WasDamaged = true;
        if (Read(content) is { } kept)
        {
            _excused.Add(kept.Key);
        }
    }

    /// <inheritdoc/>
    public void Changed(int slot, byte[] old, byte[] content, bool told)
    {
        Kept before = Read(old);
        Kept now = Read(content);
        if (now != null)
        {
            Keep(now, told);
        }

        if (before != null && --_copies[before.Key] == 0)
        {
            JudgeGone(before, content == null ? "cleared unstored" : "displaced");
        }
    }

    /// <summary>
    /// What leaves storage is at the centre as it was, with all that it stood for, or one record took it in: one of the same fault that is still there, names it by its range, and has grown by as many as it and
    /// those that it stood for. Each growth is used up once.
    /// </summary>
    private void JudgeGone(Kept gone, string rule)
    {
        if (!gone.Matters || _excused.Contains(gone.Key) || _untold.Contains(gone.Key) || IsStored(gone.Key, gone.StandsFor))
        {
            return;
        }

        int needs = 1 + gone.StandsFor;
        Kept by = _room.Where(room => room.Value >= needs && IsThere(room.Key)).Select(room => _kept[room.Key]).Where(kept => kept.MayStandFor(gone))
            .OrderByDescending(kept => kept.Key >> 32 == gone.Key >> 32).ThenByDescending(kept => kept.Key).FirstOrDefault()
            ?? throw new Violation(rule, $"{gone} left storage, the centre has not stored it{(gone.StandsFor > 0 ? " with what it stands for" : "")}, and no record took it in");
        _room[by.Key] -= needs;
        _standIn[gone.Key] = (by.Key, by.StandsFor);
    }

    /// <summary>A record is still in storage, or at the centre as it is now.</summary>
    private bool IsThere(ulong key) => _copies.GetValueOrDefault(key) > 0 || IsStored(key, _kept[key].StandsFor);

    /// <summary>The broker has taken a record of a unit for which its word counts as storage.</summary>
    public void Take(AlarmSeen record)
    {
        if (!_taken.TryGetValue(record.Key, out AlarmSeen before) || record.StandsFor > before.StandsFor)
        {
            _taken[record.Key] = record;
        }
    }

    /// <summary>A record is where the site's configuration wants it: at the centre, or, with <c>confirm=broker</c>, at the broker.</summary>
    public bool IsReached(ulong key) => IsStored(key, 0);

    /// <summary>The centre has everything that the broker took in its stead.</summary>
    public bool CentreHasAll => _taken.Keys.All(Centre.Has);

    /// <summary>Whoever stores has a record, standing for so many or more.</summary>
    private bool IsStored(ulong key, int standsFor) => Stands(Centre.Records, key, standsFor) || Stands(_taken, key, standsFor);

    private static bool Stands(IReadOnlyDictionary<ulong, AlarmSeen> records, ulong key, int standsFor) =>
        records.TryGetValue(key, out AlarmSeen stored) && stored.StandsFor >= standsFor;

    /// <summary>A record has come to the centre.</summary>
    public void Arrive(AlarmSeen alarm, AlarmSeen before)
    {
        if (before != null)
        {
            ArrivedAgain++;
            if (!alarm.IsCopyOf(before) && alarm.Event != AlarmSeen.Lost)
            {
                throw new Violation("id reused", $"the centre has stored {before}, and the id comes back as {alarm} ({before.Rest} / {alarm.Rest})");
            }

            return;
        }

        Arrived++;
        JudgeKept(alarm);
        if (alarm.Event is AlarmSeen.Drill or AlarmSeen.Lost)
        {
            return;
        }

        var what = (LifeOf(alarm), alarm.Code, alarm.Event, alarm.Occurrence, alarm.ConfirmedMs);
        if (_told.TryGetValue(what, out ulong other) && !StorageLies)
        {
            throw new Violation("told twice", $"{alarm} came before under the id {other >> 32}-{(uint)other}");
        }

        _told[what] = alarm.Key;
    }

    /// <summary>Records that must reach the centre and have not.</summary>
    public IEnumerable<Kept> Missing() =>
        _kept.Values.Where(IsOwed).OrderBy(kept => kept.Key);

    /// <summary>
    /// Whoever reads the records in the order of their ids believes in the end what is true: of every fault whose last record is of level 1 or 2. Only where storage never
    /// refused and never lied.
    /// </summary>
    public void JudgeBelief(uint epoch, Func<int, bool> isRaised)
    {
        foreach (var fault in Centre.Records.Values.Where(record => record.Epoch == epoch && record.Event is not (AlarmSeen.Drill or AlarmSeen.Lost or AlarmSeen.Acknowledged)).GroupBy(record => record.Code))
        {
            AlarmSeen last = fault.MaxBy(record => record.Seq);
            if (last.Level <= 2 && (last.Event != "cleared") != isRaised(last.Code))
            {
                throw new Violation("belief", $"the last word of {last.Code} is {last}, and it is {(isRaised(last.Code) ? "raised" : "not raised")}");
            }
        }
    }

    /// <summary>Power and link were there for long enough: everything that was kept is at the centre, in an order that tells what happened.</summary>
    public void JudgeEnd()
    {
        if (Missing().FirstOrDefault() is { } missing)
        {
            throw new Violation("lost", $"{missing} was kept, and never reached the centre ({Missing().Count()} like it)");
        }

        JudgeLosses();

        foreach (var fault in Centre.Records.Values.Where(record => record.Event is not (AlarmSeen.Drill or AlarmSeen.Lost)).GroupBy(record => (record.Epoch, record.Code)))
        {
            JudgeOrder(fault.OrderBy(record => record.Seq).ToList());
        }
    }

    /// <summary>
    /// What was damaged and did not come all the same is told as lost: by a record whose range names it, or, of another epoch, by one that counts it. A record of a loss tells of as many as it counts, those that its range names
    /// first, and no more; how many of other epochs it took in nobody can say, so that those are counted together.
    /// </summary>
    private void JudgeLosses()
    {
        List<Kept> lost = _excused.Select(key => _kept[key]).Where(kept => kept.Matters && !IsReached(kept.Key) && !_standIn.ContainsKey(kept.Key)).OrderBy(kept => kept.Key).ToList();
        var room = Centre.Records.Values.Concat(_taken.Values).Where(record => record.Event == AlarmSeen.Lost).GroupBy(record => record.Key).ToDictionary(group => group.First(), group => group.Max(record => record.LostCount));
        foreach (Kept one in lost.OrderByDescending(one => room.Keys.Any(record => record.NamesLossOf(one.Key))))
        {
            AlarmSeen by = room.Where(record => record.Value > 0).Select(record => record.Key)
                .OrderByDescending(record => record.NamesLossOf(one.Key)).FirstOrDefault(record => record.NamesLossOf(one.Key) || record.Epoch != one.Key >> 32)
                ?? throw new Violation("loss untold", $"{one} was damaged, and no record that tells of losses names or counts it");
            room[by]--;
        }
    }

    /// <summary>
    /// Neither itself nor one that stands for it is at the centre. One that stands although the unit was told that it does not is nobody's debt: its transition leaves from memory, under another id.
    /// </summary>
    private bool IsOwed(Kept kept) => kept.Matters && !IsSettled(kept.Key, 0);

    /// <summary>A record, standing for so many at the least, is at the centre, or may be lost, or one that took it in is settled as it was then.</summary>
    private bool IsSettled(ulong key, int standsFor) =>
        IsStored(key, standsFor) || _excused.Contains(key) || _untold.Contains(key) || (_standIn.TryGetValue(key, out (ulong By, int As) standIn) && IsSettled(standIn.By, standIn.As));

    private static void JudgeOrder(List<AlarmSeen> records)
    {
        for (int i = 1; i < records.Count; i++)
        {
            (AlarmSeen before, AlarmSeen after) = (records[i - 1], records[i]);
            bool later = after.Boot > before.Boot || (after.Boot == before.Boot && after.ConfirmedMs >= before.ConfirmedMs);
            if (!later || after.Occurrence < before.Occurrence)
            {
                throw new Violation("order", $"{before} stands before {after}");
            }
        }
    }

    private int LifeOf(AlarmSeen alarm, FaultState state)
    {
        int life = _truth.LifeIn(alarm.Epoch, alarm.Boot, alarm.Code, alarm.ConfirmedMs, state);
        return life >= 0 ? life : _truth.LifeIn(alarm.Epoch, alarm.Boot, alarm.Code, alarm.ConfirmedMs + TenthMs - 1, state);
    }

    private void Keep(Kept now, bool told)
    {
        if (_kept.TryGetValue(now.Key, out Kept known) && !now.Continues(known) && now.Event != AlarmSeen.Lost)
        {
            throw new Violation("id reused", $"{known} was kept, and then {now}");
        }

        if (Centre.Records.TryGetValue(now.Key, out AlarmSeen stored) && (stored.Code != now.Code || stored.ConfirmedMs != now.ConfirmedMs || stored.Boot != now.Boot))
        {
            throw new Violation("id reused", $"the centre has stored {stored}, and the unit keeps {now}");
        }

        _truth.Speak();
        if (!told && known == null)
        {
            _untold.Add(now.Key);
        }
        else if (told)
        {
            _untold.Remove(now.Key);
        }

        if (now.StandsFor > (known?.StandsFor ?? 0))
        {
            _room[now.Key] = _room.GetValueOrDefault(now.Key) + now.StandsFor - (known?.StandsFor ?? 0);
        }

        _kept[now.Key] = now;
        _copies[now.Key] = _copies.GetValueOrDefault(now.Key) + 1;
    }

    /// <summary>What is published was kept before, or storage refused and it has an epoch of its own.</summary>
    private void JudgeKept(AlarmSeen alarm)
    {
        if (!_kept.TryGetValue(alarm.Key, out Kept kept))
        {
            if (!_truth.WasVolatile(alarm.Epoch))
            {
                throw new Violation("published unkept", $"{alarm} was never kept on flash");
            }

            return;
        }

        if (kept.Code != alarm.Code || kept.Level != alarm.Level || kept.Event != alarm.Event || kept.Occurrence != alarm.Occurrence
            || kept.Boot != alarm.Boot || kept.ConfirmedMs != alarm.ConfirmedMs)
        {
            throw new Violation("altered", $"{kept} was kept, and {alarm} arrives");
        }
    }

    /// <summary>What is told has happened: in that start of the unit, at that moment. What was told late is dated in whole tenths of a second, rounded down.</summary>
    private int LifeOf(AlarmSeen alarm)
    {
        var state = new FaultState(0, alarm.Event != AlarmMessage.NameOf(FaultEvent.Cleared), alarm.Level, (int)alarm.Occurrence);
        int life = LifeOf(alarm, state);
        life = life < 0 && alarm.Event == AlarmSeen.Acknowledged ? LifeOf(alarm, state with { Raised = false }) : life; // an incident can be taken on when it is over
        return life >= 0 ? life : throw new Violation("did not happen", $"{alarm};{_truth.Describe(alarm.Boot, alarm.Code, alarm.ConfirmedMs)}");
    }
}
