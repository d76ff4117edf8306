using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Desk;

/// <summary>
/// Takes what units report: commits, then shows, then answers. It knows no broker: messages go in, notices and answers come out. One caller at
/// a time. Every message is one transaction; where the store refuses it, nothing is answered, because nothing is stored.
/// </summary>
public sealed class Intake
{
    /// <summary>A store that took something so long after it last refused is sound again, s: on a full disk a small write may still find room between two that do not.</summary>
    private const long SoundSeconds = 10;

    private const int MostShownUnstored = 10_000;

    private readonly Store _store;
    private readonly Units _units;
    private readonly Sessions _sessions;
    private readonly Ledger _ledger;
    private readonly Incidents _incidents;
    private readonly Drills _drills;
    private readonly Refusals _refusals;
    private readonly TimeProvider _time;
    private readonly Action<Notice> _tell;
    private readonly Action<UnitAddress, string> _answer;

    private readonly Dictionary<long, uint?> _greeted = [];
    private readonly Dictionary<long, State> _announced = [];
    private readonly HashSet<(UnitAddress, RecordId)> _shownUnstored = [];
    private readonly List<Action> _afterCommit = [];
    private long _untaken;
    private long _brokenAt;

    /// <param name="time">The centre's clock.</param>
    /// <param name="tell">Takes what people should see.</param>
    /// <param name="answer">Takes a receipt for this unit, to be published on its topic <c>stored</c>, QoS 1, not retained.</param>
    public Intake(Store store, TimeProvider time, Action<Notice> tell, Action<UnitAddress, string> answer)
    {
        (_store, _time, _tell, _answer) = (store, time, tell, answer);
        (_units, _sessions, _ledger, _incidents) = (new Units(store), new Sessions(store), new Ledger(store), new Incidents(store));
        (_drills, _refusals) = (new Drills(store), new Refusals(store));
    }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>One message from the broker. Never throws for what the message holds or for what the store does.</summary>
    /// <param name="retained">The broker kept it from before.</param>
    /// <returns>The unit, where the message was taken: it was heard.</returns>
    public UnitRow Receive(string topic, ReadOnlySpan<byte> payload, bool retained)
    {
        if (!Topic.TryRead(topic, out UnitAddress address, out string kind) || payload.IsEmpty)
        {
            return null; // not of this contract, or a retained message that somebody took back
        }

        byte[] bytes = payload.ToArray();
        byte[] json = [];
        UnitRow unit = null;
        try
        {
            json = Messages.ToJson(bytes);
            Commit(() => unit = Take(address, topic, kind, bytes, json, retained));
        }
        catch (RefusedException refused)
        {
            Refuse(address, topic, kind, bytes, refused);
        }
        catch (StoreException broken)
        {
            ShowUnstored(address, kind, json);
            NoteBroken(broken);
        }

        return unit;
    }

    /// <summary>Runs work in one transaction and says afterwards what it has to say.</summary>
    /// <exception cref="StoreException">The store did not take it; then nothing is said.</exception>
    private void Commit(Action work)
    {
        _afterCommit.Clear();
        _store.Commit(work);
        if (_untaken > 0 && Now - _brokenAt >= SoundSeconds)
        {
            _tell(new StoreNotice(true, "", "", _untaken));
            _untaken = 0;
        }

        foreach (Action say in _afterCommit)
        {
            say();
        }
    }

    private UnitRow Take(UnitAddress address, string topic, string kind, byte[] bytes, byte[] json, bool retained)
    {
        if (retained && kind is not ("state" or "about" or "snapshot"))
        {
            throw new RefusedException("retained: nobody can tell when it was true", "是保留消息，无法判断是何时的情况");
        }

        UnitRow unit = _units.FindOrAdd(address, Now);
        unit.HeardAt = retained ? unit.HeardAt : Now;
        switch (kind)
        {
            case "state": OnState(unit, json); break;
            case "about": OnAbout(unit, Messages.ReadAbout(json), Text(json)); break;
            case "snapshot":
                OnTotal(unit, json);
                OnSnapshot(unit, Messages.ReadSnapshot(json), Text(json));
                break;
            case "telemetry":
                OnTotal(unit, json);
                OnTelemetry(unit, Messages.ReadTelemetry(json));
                break;
            case "alarm": OnAlarms(unit, json, why => NoteRefused(unit, address, topic, kind, json, why)); break;
            case "drill" or "inspection" or "visit" or "reply": OnDocument(unit, kind, Messages.ReadDocument(json), Text(json), bytes == json ? null : bytes); break;
        }

        _units.Save(unit);
        return unit;
    }

    /// <summary>All of one publish in one transaction, and one answer for each epoch in it. One that is refused does not hold the others up.</summary>
    private void OnAlarms(UnitRow unit, byte[] json, Action<RefusedException> refuse)
    {
        var taken = new List<Alarm>();
        IReadOnlyList<Alarm> alarms = Messages.ReadAlarms(json, refuse);
        foreach (Alarm alarm in alarms)
        {
            try
            {
                OnAlarm(unit, alarm);
                taken.Add(alarm);
            }
            catch (RefusedException why) when (alarms.Count > 1)
            {
                refuse(why);
            }
        }

        foreach (IGrouping<uint, uint> epoch in taken.GroupBy(alarm => alarm.Id.Epoch, alarm => alarm.Id.Seq))
        {
            Answer(unit, epoch.Key, epoch);
        }
    }

    /// <summary>Keeps the greatest total: what a new unit takes over where the old one cannot speak any more.</summary>
    private static void OnTotal(UnitRow unit, byte[] json)
    {
        if (Messages.ReadPulseLitres(json) is { } litres && litres > (unit.PulseLitres ?? -1))
        {
            unit.PulseLitres = litres;
        }
    }

    private void OnTelemetry(UnitRow unit, Stamp now)
    {
        if (unit.Epoch is { } epoch)
        {
            _incidents.BackDate(unit.Id, epoch, now);
        }
    }

    private void OnAlarm(UnitRow unit, Alarm alarm)
    {
        if (IsNew(unit, alarm.Id, "alarm", alarm.Json, known => IsCopy(alarm, Messages.ReadAlarm(known))))
        {
            if (alarm.Event != "lost")
            {
                Apply(unit, alarm); // a loss is told of, and is no fault of its own
            }

            _incidents.BackDate(unit.Id, alarm.Id.Epoch, alarm.Sent);
            if (_shownUnstored.Contains((unit.Address, alarm.Id)))
            {
                _afterCommit.Add(() => _shownUnstored.Remove((unit.Address, alarm.Id)));
            }
            else
            {
                Say(new AlarmNotice(unit, alarm, true));
            }
        }
        else if (alarm.StandsFor > Messages.ReadAlarm(_ledger.Find(unit.Id, alarm.Id).Payload).StandsFor)
        {
            _ledger.Replace(unit.Id, alarm.Id, alarm.Json); // it took more into itself after its first copy had left
            Say(new AlarmNotice(unit, alarm, true));
        }
    }

    private void OnDocument(UnitRow unit, string kind, Document document, string json, byte[] raw)
    {
        if (IsNew(unit, document.Id, kind, json, _ => true, raw))
        {
            if (kind == "drill")
            {
                long? onset = document.Raised is { } begin ? Moment.Of(begin, document.Sent ?? begin, Now).At : null;
                _drills.Add(new Drill(unit.Id, document.Id, onset, Now));
            }

            Say(new DocumentNotice(unit, kind, document.Id));
        }

        Answer(unit, document.Id.Epoch, [document.Id.Seq]);
    }

    /// <summary>Stores a record that is not here yet.</summary>
    /// <exception cref="RefusedException">The id stands for something else.</exception>
    private bool IsNew(UnitRow unit, RecordId id, string kind, string json, Func<string, bool> isCopyOf, byte[] raw = null)
    {
        unit.Epoch ??= id.Epoch;
        StoredRecord known = _ledger.Find(unit.Id, id);
        if (known == null)
        {
            _ledger.Add(new StoredRecord(unit.Id, id, kind, Now, json, raw));
            return true;
        }

        return known.Kind == kind && isCopyOf(known.Payload)
            ? false
            : throw new RefusedException($"{id} is stored with other content", $"{id} 已入库，内容不同");
    }

    /// <summary>Copies of one id differ in when they were sent, and in how well that moment could be dated.</summary>
    private static bool IsCopy(Alarm one, Alarm other) =>
        (one.Code, one.Event, one.Occurrence, one.Onset.Boot, one.Onset.Milliseconds) ==
        (other.Code, other.Event, other.Occurrence, other.Onset.Boot, other.Onset.Milliseconds);

    /// <summary>What a record says of its incident. The raise describes it; of its state the highest seq tells, but no acknowledgement: a fault can be taken on when it is over.</summary>
    private void Apply(UnitRow unit, Alarm alarm)
    {
        Incident incident = Named(unit, alarm.Id.Epoch, alarm.Code, alarm.Occurrence, alarm.Event == "raised")
            ?? _incidents.Add(Unknown(unit, alarm.Id.Epoch, alarm.Code, alarm.Name, alarm.Level, alarm.Occurrence));
        _ledger.Attach(unit.Id, alarm.Id, incident.Id);
        if (incident.IsOpen && IsLate(unit, alarm, incident))
        {
            _incidents.NoteFormer(incident, alarm.Id.Epoch);
        }
        else if (incident.IsOpen)
        {
            incident = _incidents.CarryOn(incident, alarm.Id.Epoch);
        }

        if (alarm.Event == "raised")
        {
            incident = incident with { StoredAt = incident.RaisedSeq == null ? Now : incident.StoredAt };
            (incident.RaisedSeq, incident.Onset, incident.Confirmed, incident.Sent) = (alarm.Id.Seq, alarm.Onset, alarm.Confirmed, alarm.Sent);
            (incident.Evidence, incident.Part, incident.Historical) = (alarm.Evidence, alarm.Part, alarm.Historical);
        }

        if (alarm.Event == "acknowledged")
        {
            OnAnswer(incident, alarm);
        }
        else if (incident.Epoch == alarm.Id.Epoch && alarm.Id.Seq > incident.LastSeq)
        {
            bool ends = alarm.Event == "cleared";
            (incident.LastSeq, incident.Level) = (alarm.Id.Seq, alarm.Level);
            (incident.EndedAt, incident.EndedBy) = ends ? (Moment.Of(alarm.Onset, alarm.Sent, Now).At, End.Record) : (null, null);
        }

        _incidents.Save(incident);
        _incidents.EndEarlier(incident);
    }

    /// <summary>
    /// A record of an epoch that the unit has left, of an incident that goes on in the present one: it belongs to it, and says nothing of its state, nor of its name. Where the incident was taken up from the snapshot of the
    /// present epoch, none of its records came before.
    /// </summary>
    private bool IsLate(UnitRow unit, Alarm alarm, Incident incident) =>
        alarm.Id.Epoch != unit.Epoch && alarm.Id.Epoch != incident.Epoch
        && (_incidents.FindFormer(unit.Id, alarm.Id.Epoch, alarm.Code, alarm.Occurrence) != null || (incident.RaisedSeq == null && incident.Epoch == unit.Epoch));

    /// <summary>Who acts at the enclosure answers; what the unit was told over <c>command</c> only comes back.</summary>
    private void OnAnswer(Incident incident, Alarm alarm)
    {
        if (alarm.By == Alarm.Centre)
        {
            long? waited = alarm.Sent.SecondsSince(alarm.Confirmed);
            _incidents.Confirm(incident.Id, Now, waited == null ? 0 : Now + 1 - waited.Value);
        }
        else
        {
            _incidents.Answer(incident.Id, Math.Min(Now, Moment.Of(alarm.Confirmed, alarm.Sent, Now).At ?? Now), alarm.By);
        }
    }

    /// <summary>
    /// The incident that a record or a snapshot names; null where there is none. In another epoch of its unit a fault that lasts is the same incident, because occurrences go on being counted: storage that refuses for some
    /// seconds is enough for a new epoch. A raise in another epoch is a fault of its own, unless that of the open one has not come yet.
    /// </summary>
    private Incident Named(UnitRow unit, uint epoch, int code, long occurrence, bool isRaise) =>
        _incidents.Find(unit.Id, unit.Address.Site, epoch, code, occurrence)
        ?? _incidents.FindFormer(unit.Id, epoch, code, occurrence)
        ?? _incidents.OpenOf(unit.Id).Find(open => open.Code == code && open.Occurrence == occurrence && !(isRaise && open.RaisedSeq != null));

    private Incident Unknown(UnitRow unit, uint epoch, int code, string name, int level, long occurrence) => new()
    {
        Unit = unit.Id,
        Site = unit.Address.Site,
        Epoch = epoch,
        Code = code,
        Occurrence = occurrence,
        Name = name,
        Level = level,
        StoredAt = Now,
        Evidence = "{}",
        Part = "",
    };

    private void OnAbout(UnitRow unit, About about, string json)
    {
        int known = unit.About?.HolidaysMissing ?? 0;
        unit.AboutJson = json;
        Announce(unit, unit.State);
        if (about.HolidaysMissing is var year && year != 0 && year != known)
        {
            Say(new CalendarNotice(unit, year));
        }
    }

    /// <summary>
    /// Sessions are numbered within an epoch, and a unit may come back to an earlier one (Decisions/0100, 0145, 0180). In its epoch a state counts unless its session is lower than the highest one, or that is over. Of the
    /// sessions that are not over the last born is the present one.
    /// </summary>
    private void OnState(UnitRow unit, byte[] json)
    {
        bool isNamed = true;
        State state = Messages.ReadState(json, session =>
        {
            isNamed = false;
            return EpochOf(unit, session);
        });
        SessionSeen seen = _sessions.Of(unit.Id, state.Epoch);
        if (seen != null && (state.Session < seen.Highest || (state.Session == seen.Highest && seen.IsOver)))
        {
            return;
        }

        _sessions.Note(unit.Id, state, isNamed);
        bool isPresent = unit.State == null || unit.State.Epoch == state.Epoch;
        if (state.Online && (isPresent || seen == null || state.Session > seen.Highest))
        {
            TakeState(unit, state);
        }
        else if (!state.Online && isPresent)
        {
            TakeState(unit, _sessions.LastBorn(unit.Id) is { } other ? Messages.ReadState(Encoding.UTF8.GetBytes(other)) : Ended(unit.State, state));
        }
    }

    /// <summary>The will was written when the session began: it does not take back what the unit announced since.</summary>
    private static State Ended(State known, State will) =>
        known != null && (known.Epoch, known.Session) == (will.Epoch, will.Session) ? will with { Service = known.Service } : will;

    /// <summary>The unit came, went, or announced something.</summary>
    private void TakeState(UnitRow unit, State state)
    {
        unit.StateJson = state.ToJson();
        if (unit.AboutJson != null || !state.Online)
        {
            Announce(unit, state); // of a unit that is gone no name will follow
        }

        _afterCommit.Insert(0, () => _greeted.Remove(unit.Id));
        if (state.Epoch == unit.Epoch)
        {
            Greet(unit); // of another epoch's ids the snapshot will tell
        }
    }

    /// <summary>An older firmware names its sessions without the epoch: they go on in that of the present one, and a lower number is of the epoch that its snapshot told.</summary>
    private static uint EpochOf(UnitRow unit, long session) => unit.State is { } known && session >= known.Session ? known.Epoch : unit.Epoch ?? 0;

    /// <summary>Says that a unit came or went, once; a unit that just came is announced with its name, which follows its state.</summary>
    private void Announce(UnitRow unit, State state) => _afterCommit.Add(() =>
    {
        if (state != null && (!_announced.TryGetValue(unit.Id, out State said) || said != state))
        {
            _announced[unit.Id] = state;
            _tell(new PresenceNotice(unit, state));
        }
    });

    private void OnSnapshot(UnitRow unit, Snapshot snapshot, string json)
    {
        if (unit.Snapshot is { } last && last.Epoch == snapshot.Epoch
            && (snapshot.Now.Boot, snapshot.Now.Milliseconds).CompareTo((last.Now.Boot, last.Now.Milliseconds)) < 0)
        {
            return; // overtaken
        }

        unit.Epoch = snapshot.Epoch;
        unit.SnapshotJson = json;
        Announce(unit, unit.State);
        uint? end = _ledger.GaplessEnd(unit.Id, snapshot.Epoch);
        if (end == null || snapshot.Oldest - 1 > end)
        {
            _ledger.StartAt(unit.Id, snapshot.Epoch, snapshot.Oldest);
        }

        _incidents.BackDate(unit.Id, snapshot.Epoch, snapshot.Now);
        CarryOn(unit, snapshot);
        bool nothingWaits = snapshot.Waiting == 0 && snapshot.Oldest == snapshot.Next;
        if (nothingWaits || end == null)
        {
            TakeUp(unit, snapshot);
        }

        if (nothingWaits)
        {
            EndUnnamed(unit, snapshot);
        }

        Greet(unit);
    }

    /// <summary>What lasts goes on in the epoch of the snapshot, with its report, its answer and its steps.</summary>
    private void CarryOn(UnitRow unit, Snapshot snapshot)
    {
        foreach (ActiveFault fault in snapshot.Faults)
        {
            if (Named(unit, snapshot.Epoch, fault.Code, fault.Occurrence, false) is { IsOpen: true } open)
            {
                _incidents.CarryOn(open, snapshot.Epoch);
            }
        }
    }

    /// <summary>
    /// What a snapshot names and this store lacks, though the unit waits for no receipt or the store knows nothing of the epoch, was stored
    /// before, in a store that is lost: it is taken up, once. A record of it that comes after all describes the same incident.
    /// </summary>
    private void TakeUp(UnitRow unit, Snapshot snapshot)
    {
        foreach (ActiveFault fault in snapshot.Faults)
        {
            if (_incidents.Find(unit.Id, unit.Address.Site, snapshot.Epoch, fault.Code, fault.Occurrence) == null)
            {
                Incident taken = Unknown(unit, snapshot.Epoch, fault.Code, fault.Name, fault.Level, fault.Occurrence);
                taken.Onset = fault.Onset;
                _incidents.Add(taken);
            }
        }
    }

    /// <summary>What is open here and not named by a snapshot with nothing waiting has ended, and whoever told of it told another store.</summary>
    private void EndUnnamed(UnitRow unit, Snapshot snapshot)
    {
        foreach (Incident open in _incidents.OpenOf(unit.Id))
        {
            bool isOfEpoch = open.Epoch == snapshot.Epoch;
            bool isNamed = isOfEpoch && snapshot.Faults.Any(fault => fault.Code == open.Code && fault.Occurrence == open.Occurrence);
            if (!isNamed && snapshot.More == 0 && (!isOfEpoch || open.LastSeq < snapshot.Next))
            {
                (open.EndedAt, open.EndedBy) = (null, isOfEpoch ? End.Snapshot : End.Epoch);
                _incidents.Save(open);
            }
        }
    }

    /// <summary>
    /// Once for each time that a unit comes online, as soon as something is known of its epoch: it hears what is stored, that somebody
    /// listens, and what time it is.
    /// </summary>
    private void Greet(UnitRow unit)
    {
        if (unit.State is { Online: true } && unit.Epoch is { } epoch && _ledger.Greeting(unit.Id, epoch, Oldest(unit, epoch)) is { } receipt)
        {
            _afterCommit.Add(() =>
            {
                if (!_greeted.TryGetValue(unit.Id, out uint? greeted) || greeted != epoch)
                {
                    _greeted[unit.Id] = epoch;
                    _answer(unit.Address, receipt.ToJson(Now));
                }
            });
        }
    }

    private static uint? Oldest(UnitRow unit, uint epoch) => unit.Snapshot is { } last && last.Epoch == epoch ? last.Oldest : null;

    private void Answer(UnitRow unit, uint epoch, IEnumerable<uint> stored)
    {
        Receipt receipt = _ledger.Receipt(unit.Id, epoch, stored);
        _afterCommit.Add(() => _answer(unit.Address, receipt.ToJson(Now)));
    }

    private void Say(Notice notice) => _afterCommit.Add(() => _tell(notice));

    private void Refuse(UnitAddress address, string topic, string kind, byte[] payload, RefusedException why)
    {
        UnitRow unit = null;
        try
        {
            Commit(() =>
            {
                unit = _units.Find(address);
                AddRefusal(topic, payload, why);
            });
        }
        catch (StoreException broken)
        {
            NoteBroken(broken);
        }

        _tell(new RefusedNotice(unit, address, kind, why.Message, why.Chinese));
    }

    /// <summary>One of several, within the transaction of the others.</summary>
    private void NoteRefused(UnitRow unit, UnitAddress address, string topic, string kind, byte[] payload, RefusedException why)
    {
        AddRefusal(topic, payload, why);
        Say(new RefusedNotice(unit, address, kind, why.Message, why.Chinese));
    }

    private void AddRefusal(string topic, byte[] payload, RefusedException why) =>
        _refusals.Add(new Refusal(Now, topic, why.Message, why.Chinese, payload.Length), payload);

    /// <summary>People see an alarm also when the store is broken, once.</summary>
    private void ShowUnstored(UnitAddress address, string kind, byte[] payload)
    {
        if (kind != "alarm" || _shownUnstored.Count >= MostShownUnstored)
        {
            return;
        }

        try
        {
            foreach (Alarm alarm in Messages.ReadAlarms(payload, _ => { }).Where(alarm => _shownUnstored.Add((address, alarm.Id))))
            {
                _tell(new AlarmNotice(new UnitRow { Address = address }, alarm, false));
            }
        }
        catch (RefusedException)
        {
            // Nothing that could be shown; it comes again, and is refused once the store works.
        }
    }

    /// <summary>One line when it begins; how many messages were not taken is said when it is over.</summary>
    private void NoteBroken(StoreException broken)
    {
        _brokenAt = Now;
        if (_untaken++ == 0)
        {
            _tell(new StoreNotice(false, broken.Message, broken.Chinese, 0));
        }
    }

    private static string Text(byte[] payload) => Encoding.UTF8.GetString(payload);
}
