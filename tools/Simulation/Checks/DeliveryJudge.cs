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
public sealed record Kept(ulong Key, int Code, int Level, string Event, int Occurrence, int Boot, long ConfirmedMs)
{
    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"{Key >> 32}-{(uint)Key} {Event} {Code} level {Level} occurrence {Occurrence} confirmed in boot {Boot} at {ConfirmedMs} ms";
}

/// <summary>
/// Judges the promise: what is kept reaches the centre, once, as it was; nothing else does; an id means one thing for ever; the order of a fault's
/// transitions is that of their ids.
/// </summary>
public sealed class DeliveryJudge : IStorageWatcher
{
    private readonly Dictionary<ulong, Kept> _kept = [];
    private readonly Dictionary<ulong, int> _copies = [];
    private readonly Dictionary<(int Life, int Code, string Event, long Occurrence, long Ms), ulong> _told = [];
    private readonly Dictionary<(uint Epoch, int Code), List<(uint From, uint To)>> _stands = [];
    private readonly HashSet<ulong> _excused = [];
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

    /// <summary>A copy for another future, in which this truth holds.</summary>
    public DeliveryJudge Copy(Truth truth)
    {
        var copy = new DeliveryJudge(truth, _checksum) { StorageLies = StorageLies };
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

        foreach (var stands in _stands)
        {
            copy._stands.Add(stands.Key, [.. stands.Value]);
        }

        copy._excused.UnionWith(_excused);
        return copy;
    }

    /// <summary>The record in a slot's content; null where there is none, or damage.</summary>
    public Kept Read(byte[] content)
    {
        if (content == null || !_record.TryRead(content, content.Length, _checksum))
        {
            return null;
        }

        return new Kept(
            AlarmSeen.KeyOf((uint)_record.Epoch, (uint)_record.Seq),
            _record.Code,
            _record.Level,
            AlarmMessage.NameOf(_record.Event),
            _record.Occurrence,
            _record.Boot,
            _record.ConfirmedMs);
    }

    /// <summary>A slot was damaged by the world: the record in it may be lost, and is no copy any more where it cannot be read.</summary>
    public void Damage(byte[] before, byte[] after)
    {
        if (Read(before) is { } kept && Read(after)?.Key != kept.Key)
        {
            _excused.Add(kept.Key);
            _copies[kept.Key]--;
        }
    }

    /// <inheritdoc/>
    public void Changed(int slot, byte[] old, byte[] content, bool told)
    {
        Kept before = Read(old);
        Kept now = Read(content);
        if (now != null)
        {
            Keep(now);
        }

        if (before != null && --_copies[before.Key] == 0 && IsOwed(before))
        {
            throw new Violation(content == null ? "cleared unstored" : "displaced", $"{before} left storage, and the centre has not stored it");
        }
    }

    /// <summary>A record has come to the centre.</summary>
    public void Arrive(AlarmSeen alarm, AlarmSeen before)
    {
        if (before != null)
        {
            ArrivedAgain++;
            if (before != alarm)
            {
                throw new Violation("id reused", $"the centre has stored {before}, and the id comes back as {alarm} ({before.Rest} / {alarm.Rest})");
            }

            return;
        }

        Arrived++;
        JudgeKept(alarm);
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

    /// <summary>Power and link were there for long enough: everything that was kept is at the centre, in an order that tells what happened.</summary>
    public void JudgeEnd()
    {
        if (Missing().FirstOrDefault() is { } missing)
        {
            throw new Violation("lost", $"{missing} was kept, and never reached the centre ({Missing().Count()} like it)");
        }

        foreach (var fault in Centre.Records.Values.GroupBy(record => (record.Epoch, record.Code)))
        {
            JudgeOrder(fault.OrderBy(record => record.Seq).ToList());
        }
    }

    /// <summary>Of level 1 or 2, and neither itself nor one that stands for it is at the centre or kept to go there.</summary>
    private bool IsOwed(Kept kept) => kept.Level <= 2 && !Centre.Has(kept.Key) && !_excused.Contains(kept.Key) && !StandsIn(kept);

    private bool StandsIn(Kept kept) =>
        _stands.TryGetValue(((uint)(kept.Key >> 32), kept.Code), out var stands) && stands.Exists(range => (uint)kept.Key >= range.From && (uint)kept.Key < range.To);

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

    private void Keep(Kept now)
    {
        if (_kept.TryGetValue(now.Key, out Kept known) && known != now)
        {
            throw new Violation("id reused", $"{known} was kept, and then {now}");
        }

        if (Centre.Records.TryGetValue(now.Key, out AlarmSeen stored) && (stored.Code != now.Code || stored.ConfirmedMs != now.ConfirmedMs || stored.Boot != now.Boot))
        {
            throw new Violation("id reused", $"the centre has stored {stored}, and the unit keeps {now}");
        }

        _truth.Speak();
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

    /// <summary>What is told has happened: in that start of the unit, at that moment.</summary>
    private int LifeOf(AlarmSeen alarm)
    {
        bool raised = alarm.Event != AlarmMessage.NameOf(FaultEvent.Cleared);
        var state = new FaultState(0, raised, alarm.Level, (int)alarm.Occurrence);
        int life = _truth.LifeIn(alarm.Epoch, alarm.Boot, alarm.Code, alarm.ConfirmedMs, state);
        return life >= 0 ? life : throw new Violation("did not happen", $"{alarm};{_truth.Describe(alarm.Boot, alarm.Code, alarm.ConfirmedMs)}");
    }
}
