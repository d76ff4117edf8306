using System;
using System.Collections.Generic;
using System.Linq;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Desk;

/// <summary>
/// Fault 610, unit silent: raised by the centre, because the unit cannot. Level 1 for a unit in service; nothing for one that announced its
/// absence. A unit reports at least every 5 min (telemetry). Its will together with one missed report, or two missed reports without a will (the
/// broker that held it may be gone), make it silent: within 10 min in both cases. Units of one area that fall silent together are one incident,
/// because then it is the network or the grid that wants somebody. Elapsed time is taken from the timer, so that a moved clock raises nothing.
/// </summary>
public sealed class Silence
{
    /// <summary>Number of the fault.</summary>
    public const int Code = 610;

    /// <summary>Its dotted name.</summary>
    public const string Name = "unit.silent";

    /// <summary>Level for a unit in service (service contracts §1: 一级).</summary>
    public const int Level = 1;

    /// <summary>Silence that makes a unit with a will silent: one report of 5 min, with half a minute's grace.</summary>
    public static readonly TimeSpan AfterWill = TimeSpan.FromSeconds(330);

    /// <summary>Silence that makes a unit silent without a will: two reports.</summary>
    public static readonly TimeSpan WithoutWill = TimeSpan.FromSeconds(595);

    /// <summary>Units of an area that fall silent within this time of the last one share its incident.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    private readonly Store _store;
    private readonly Units _units;
    private readonly Incidents _incidents;
    private readonly Silences _silences;
    private readonly TimeProvider _time;
    private readonly Action<Notice> _tell;
    private readonly Dictionary<long, long> _heard = [];
    private long _listeningSince;
    private bool _listening;

    /// <summary>Hears nothing until <see cref="Listen"/>.</summary>
    public Silence(Store store, TimeProvider time, Action<Notice> tell)
    {
        (_store, _time, _tell) = (store, time, tell);
        (_units, _incidents, _silences) = (new Units(store), new Incidents(store), new Silences(store));
    }

    /// <summary>Whether a unit counts as silent.</summary>
    /// <param name="state">Its latest state; null while unknown.</param>
    /// <param name="laidUp">Its latest snapshot says that it is laid up: a will that was written before does not know it.</param>
    /// <param name="unheard">Time since it said anything.</param>
    public static bool IsSilent(State state, bool laidUp, TimeSpan unheard) =>
        state is { MaySilent: false } && !laidUp && unheard >= (state.Online ? WithoutWill : AfterWill);

    /// <summary>The centre can hear, or cannot: while it is deaf nobody is silent, and afterwards everybody has his time again.</summary>
    public void Listen(bool hears)
    {
        (_listening, _listeningSince) = (hears, _time.GetTimestamp());
    }

    /// <summary>A unit said something; its will is not its own word.</summary>
    /// <exception cref="StoreException">The store did not take it: it is tried again at the next word.</exception>
    public void Heard(UnitRow unit)
    {
        if (unit.State is { Online: false, MaySilent: false })
        {
            return;
        }

        _heard[unit.Id] = _time.GetTimestamp();
        if (unit.RetiredAt != null)
        {
            _store.Commit(() => _units.Restore(unit.Id));
        }

        foreach (SilentUnit silent in _silences.NowOf(unit.Id))
        {
            End(silent, Records.End.Heard);
        }
    }

    /// <summary>A unit was taken away: its silence is over, nobody waits for it and its open incidents need nobody, until it says a word of its own.</summary>
    /// <exception cref="StoreException">The store did not take it.</exception>
    public void Retire(UnitRow unit, string who)
    {
        _store.Commit(() => _units.Retire(unit.Id, who, _time.GetUtcNow().ToUnixTimeSeconds()));
        foreach (SilentUnit silent in _silences.NowOf(unit.Id))
        {
            End(silent, Records.End.Retired);
        }
    }

    /// <summary>Judges every unit; call it about once a second.</summary>
    /// <exception cref="StoreException">The store did not take it: it is tried again at the next call.</exception>
    public void Judge()
    {
        if (!_listening)
        {
            return;
        }

        HashSet<long> known = [.. _silences.Now().Select(silent => silent.Unit)];
        // Unheard first: it spares reading what every unit said last.
        foreach (UnitRow unit in _units.All().Where(unit => unit.RetiredAt == null && !known.Contains(unit.Id) && Unheard(unit) >= AfterWill && IsSilent(unit.State, unit.Snapshot is { Mode.LaidUp: true }, Unheard(unit))))
        {
            Begin(unit);
        }
    }

    private TimeSpan Unheard(UnitRow unit) =>
        _time.GetElapsedTime(Math.Max(_listeningSince, _heard.GetValueOrDefault(unit.Id, long.MinValue)));

    private void Begin(UnitRow unit)
    {
        long now = _time.GetUtcNow().ToUnixTimeSeconds();
        Incident incident = null;
        _store.Commit(() =>
        {
            incident = ToJoin(unit.Address.Site, now) ?? _incidents.Add(New(unit.Address.Site, now));
            _silences.Add(new SilentUnit(incident.Id, unit.Id, now, null));
        });
        _tell(new SilenceNotice(incident, unit, SilentOf(incident), true));
    }

    /// <summary>The area's open incident, where the last unit of it fell silent a moment ago.</summary>
    private Incident ToJoin(string site, long now) => _incidents.OpenOfArea(site, Code).Find(incident =>
        now - _silences.Of(incident.Id).Max(silent => silent.SinceAt) <= (long)Together.TotalSeconds);

    private Incident New(string site, long now) => new()
    {
        Site = site,
        Code = Code,
        Occurrence = _incidents.NextOccurrence(site, Code),
        Name = Name,
        Level = Level,
        Onset = new Stamp(now, 0, 0),
        Confirmed = new Stamp(now, 0, 0),
        Sent = new Stamp(now, 0, 0),
        StoredAt = now,
        Evidence = "{}",
        Part = "",
    };

    private void End(SilentUnit silent, string why)
    {
        long now = _time.GetUtcNow().ToUnixTimeSeconds();
        Incident incident = _incidents.Of(silent.Incident);
        _store.Commit(() =>
        {
            _silences.Heard(silent, now);
            if (_silences.Of(incident.Id).TrueForAll(other => other.HeardAt != null))
            {
                (incident.EndedAt, incident.EndedBy) = (now, why);
                _incidents.Save(incident);
            }
        });
        _tell(new SilenceNotice(incident, _units.Of(silent.Unit), SilentOf(incident), false));
    }

    private List<UnitRow> SilentOf(Incident incident) =>
        [.. _silences.Of(incident.Id).Where(silent => silent.HeardAt == null).Select(silent => _units.Of(silent.Unit))];
}
