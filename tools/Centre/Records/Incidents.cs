using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Faults;
using Tools.Centre.Wire;

namespace Tools.Centre.Records;

/// <summary>Who takes care of an incident, in which case, and when somebody will be there.</summary>
/// <param name="ArriveAt">Promised arrival, Unix seconds.</param>
/// <param name="SentAt">When it was handed to the broker; null: still to be sent.</param>
/// <param name="ConfirmedAt">When the unit's own record of it came; null: not yet.</param>
public sealed record Acknowledgement(
    long Id, long Incident, string Who, string Case, long ArriveAt, long MadeAt, long? SentAt, long? ConfirmedAt);

/// <summary>What the desk knows of an incident that starts clocks (service contracts §2): when it was, Unix seconds; null where it was not.</summary>
/// <param name="PhoneFailedAt">The telephone did not solve it.</param>
/// <param name="RemoteFailedAt">The remote attempt was given up.</param>
/// <param name="ArrivedAt">Somebody arrived on site.</param>
/// <param name="CompleteAt">The report said at last all that is needed. A unit's own report does from the beginning: null.</param>
public sealed record Steps(long? PhoneFailedAt, long? RemoteFailedAt, long? ArrivedAt, long? CompleteAt = null)
{
    /// <summary>The telephone did not solve it.</summary>
    public const string PhoneFailed = "phone-failed";

    /// <summary>The remote attempt was given up.</summary>
    public const string RemoteFailed = "remote-failed";

    /// <summary>Somebody arrived on site.</summary>
    public const string Arrived = "arrived";

    /// <summary>The report says all that is needed.</summary>
    public const string Complete = "complete";

    /// <summary>Nothing is known yet.</summary>
    public static readonly Steps None = new(null, null, null);

    /// <summary>The steps, each asked for by its name.</summary>
    public static Steps Of(Func<string, long?> at) => new(at(PhoneFailed), at(RemoteFailed), at(Arrived), at(Complete));
}

/// <summary>One fault from its raise to its end.</summary>
public sealed record Incident
{
    /// <summary>Number that people call it by.</summary>
    public long Id { get; init; }

    /// <summary>The unit; null for an incident of a whole area.</summary>
    public long? Unit { get; init; }

    /// <summary>Area.</summary>
    public string Site { get; init; }

    /// <summary>Epoch of the unit, the one in which it last named it; 0 where the centre itself raised it.</summary>
    public uint Epoch { get; init; }

    /// <summary>Number of the fault.</summary>
    public int Code { get; init; }

    /// <summary>How often the code was raised in the epoch, from 1.</summary>
    public long Occurrence { get; init; }

    /// <summary>Dotted name.</summary>
    public string Name { get; init; }

    /// <summary>1 (worst) to 4, as the latest record has it.</summary>
    public int Level { get; set; }

    /// <summary>The record that raised it; null while none has come.</summary>
    public uint? RaisedSeq { get; set; }

    /// <summary>Highest seq that told of it.</summary>
    public uint LastSeq { get; set; }

    /// <summary>First failing check.</summary>
    public Stamp Onset { get; set; }

    /// <summary>When the raise rule was satisfied.</summary>
    public Stamp Confirmed { get; set; }

    /// <summary>When the unit sent it.</summary>
    public Stamp Sent { get; set; }

    /// <summary>When the centre first had it, Unix seconds: the contract's report.</summary>
    public long StoredAt { get; init; }

    /// <summary>Readings when it was raised, a JSON object.</summary>
    public string Evidence { get; set; }

    /// <summary>Module code of the part to bring; empty where unknown.</summary>
    public string Part { get; set; }

    /// <summary>It was recorded before the connection that brought it.</summary>
    public bool Historical { get; set; }

    /// <summary>When it ended; null while open, or where nobody could date it.</summary>
    public long? EndedAt { get; set; }

    /// <summary>What ended it, one of <see cref="End"/>; null while it is open.</summary>
    public string EndedBy { get; set; }

    /// <summary>When somebody first took it on, at the desk or at the enclosure, Unix seconds; null while nobody has. What the centre says to a unit is no answer by itself.</summary>
    public long? AnsweredAt { get; init; }

    /// <summary>Who did: the desk's name for them, else <c>by</c> as the unit's record has it.</summary>
    public string AnsweredBy { get; init; }

    /// <summary>A record of it names the cause that takes it off the contract's clocks (<see cref="Alarm.IsExcused"/>).</summary>
    public bool IsExcused { get; init; }

    /// <summary>Whether it still needs somebody.</summary>
    public bool IsOpen => EndedBy == null;

    /// <summary>When it began, Unix seconds: as the unit dated it, else counted back from the sending by the unit's uptime.</summary>
    public Moment Began => Moment.Of(Onset, Sent, StoredAt);
}

/// <summary>What ends an incident.</summary>
public static class End
{
    /// <summary>The unit's <c>cleared</c> record.</summary>
    public const string Record = "record";

    /// <summary>A later occurrence was told of, so this one must have ended; its own clearing was coalesced, lost, or is still to come.</summary>
    public const string Later = "later";

    /// <summary>A snapshot of its epoch, with nothing waiting, no longer names it.</summary>
    public const string Snapshot = "snapshot";

    /// <summary>The unit began another epoch and has told what is true in it.</summary>
    public const string Epoch = "epoch";

    /// <summary>A silent unit was heard.</summary>
    public const string Heard = "heard";

    /// <summary>The silent unit was taken away.</summary>
    public const string Retired = "retired";
}

/// <summary>A moment as far as it is known.</summary>
/// <param name="At">Unix seconds; null where it cannot be told.</param>
/// <param name="IsExact">False where it was counted back.</param>
public readonly record struct Moment(long? At, bool IsExact)
{
    /// <summary>Dates a stamp. Where the unit had no clock, it is counted back from the sending by the unit's uptime; that needs both in one boot.</summary>
    public static Moment Of(Stamp stamp, Stamp sent, long receivedAt)
    {
        if (stamp.At is { } known)
        {
            return new Moment(known, true);
        }

        long elapsed = (sent.Milliseconds - stamp.Milliseconds) / 1000;
        return stamp.Boot == sent.Boot && elapsed >= 0 ? new Moment(Math.Max(0, (sent.At ?? receivedAt) - elapsed), false) : default;
    }
}

/// <summary>The table of incidents. Records may come in any order: what the highest seq says holds.</summary>
public sealed class Incidents(Store store)
{
    private const string Written =
        "id, unit, site, epoch, code, occurrence, name, level, raised_seq, last_seq, onset_at, onset_boot, onset_ms, confirmed_at, confirmed_boot, " +
        "confirmed_ms, sent_at, sent_boot, sent_ms, stored_at, evidence, part, historical, ended_at, ended_by";

    /// <summary>As <see cref="Alarm.IsExcused"/> has it of one record.</summary>
    private static readonly string s_excused =
        $"code = {FaultCatalogue.ExcusedCode} AND EXISTS (SELECT 1 FROM record WHERE record.incident = incident.id AND json_extract(record.payload, '$.cause') = {FaultCatalogue.ExcusingCode})";

    private static readonly string s_columns = $"{Written}, answered_at, answered_by, {s_excused}";

    private const string AcknowledgementColumns =
        "made.id, made.incident, made.who, made.case_number, made.arrive_at, made.made_at, made.sent_at, made.confirmed_at";

    /// <summary>The incident is no unit's, or that of one that was not taken away.</summary>
    private const string InService = "NOT EXISTS (SELECT 1 FROM unit WHERE unit.id = incident.unit AND retired_at IS NOT NULL)";

    private static readonly string[] s_stamps = ["onset", "confirmed", "sent"];

    /// <summary>Those that need somebody, worst first, then oldest; none of a unit that was taken away.</summary>
    public List<Incident> Open() => store.All($"SELECT {s_columns} FROM incident WHERE ended_by IS NULL AND {InService} ORDER BY level, stored_at, id", Read);

    /// <summary>All, newest first.</summary>
    public List<Incident> Newest(int most) => store.All($"SELECT {s_columns} FROM incident ORDER BY stored_at DESC, id DESC LIMIT $1", Read, most);

    /// <summary>One, by its number; null where there is none.</summary>
    public Incident Of(long id) => store.One($"SELECT {s_columns} FROM incident WHERE id = $1", Read, id);

    /// <summary>Those that a record of this id raised.</summary>
    public List<Incident> RaisedBy(RecordId id) => store.All(
        $"""
        SELECT {s_columns} FROM incident WHERE id IN (SELECT incident FROM record
            WHERE unit IN (SELECT id FROM unit) AND epoch = $1 AND seq = $2 AND json_extract(payload, '$.event') = 'raised')
        """,
        Read, id.Epoch, id.Seq);

    /// <summary>One, by its name; null where there is none.</summary>
    public Incident Find(long? unit, string site, uint epoch, int code, long occurrence) => store.One(
        $"SELECT {s_columns} FROM incident WHERE coalesce(unit, 0) = $1 AND site = $2 AND epoch = $3 AND code = $4 AND occurrence = $5",
        Read, unit ?? 0, site, epoch, code, occurrence);

    /// <summary>The incident of a unit that had this name in an epoch which the unit has left; null where there is none.</summary>
    public Incident FindFormer(long unit, uint epoch, int code, long occurrence) => store.One(
        $"SELECT {s_columns} FROM incident WHERE id = (SELECT incident FROM former_name WHERE unit = $1 AND epoch = $2 AND code = $3 AND occurrence = $4)",
        Read, unit, epoch, code, occurrence);

    /// <summary>A unit's incident goes on in another of its epochs: report, answer and steps stay, the numbers of its records begin anew.</summary>
    /// <returns>The incident under its new name.</returns>
    public Incident CarryOn(Incident incident, uint epoch)
    {
        if (incident.Epoch == epoch)
        {
            return incident;
        }

        store.Do(
            "DELETE FROM former_name WHERE unit = $1 AND epoch = $2 AND code = $3 AND occurrence = $4", incident.Unit, epoch, incident.Code, incident.Occurrence);
        NoteFormer(incident, incident.Epoch);
        store.Do("UPDATE incident SET epoch = $2, last_seq = 0 WHERE id = $1", incident.Id, epoch);
        return incident with { Epoch = epoch, LastSeq = 0 };
    }

    /// <summary>A unit's incident had its name in this epoch, too. Where another one had it there before, that one is over, and what still comes is told of the later.</summary>
    public void NoteFormer(Incident incident, uint epoch) => store.Do(
        "INSERT OR REPLACE INTO former_name VALUES ($1, $2, $3, $4, $5)", incident.Unit, epoch, incident.Code, incident.Occurrence, incident.Id);

    /// <summary>Open ones of a unit.</summary>
    public List<Incident> OpenOf(long unit) => store.All($"SELECT {s_columns} FROM incident WHERE ended_by IS NULL AND unit = $1", Read, unit);

    /// <summary>All of a unit, open and over.</summary>
    public List<Incident> OfUnit(long unit) => store.All($"SELECT {s_columns} FROM incident WHERE coalesce(unit, 0) = $1 ORDER BY id", Read, unit);

    /// <summary>A fault can only be raised again when it has ended: earlier occurrences that are still open are over.</summary>
    public void EndEarlier(Incident incident) => store.Do(
        "UPDATE incident SET ended_by = $5 WHERE unit = $1 AND epoch = $2 AND code = $3 AND occurrence < $4 AND ended_by IS NULL",
        incident.Unit, incident.Epoch, incident.Code, incident.Occurrence, End.Later);

    /// <summary>Open ones of a whole area, newest first.</summary>
    public List<Incident> OpenOfArea(string site, int code) => store.All(
        $"SELECT {s_columns} FROM incident WHERE ended_by IS NULL AND unit IS NULL AND site = $1 AND code = $2 ORDER BY stored_at DESC, id DESC", Read, site, code);

    /// <summary>Incidents of whole areas, newest first.</summary>
    public List<Incident> OfAreas(int most) =>
        store.All($"SELECT {s_columns} FROM incident WHERE unit IS NULL ORDER BY stored_at DESC, id DESC LIMIT $1", Read, most);

    /// <summary>The occurrence that the next incident of a code gets where the centre itself raises it.</summary>
    public long NextOccurrence(string site, int code) => store.One(
        "SELECT occurrence FROM incident WHERE coalesce(unit, 0) = 0 AND site = $1 AND epoch = 0 AND code = $2 ORDER BY occurrence DESC LIMIT 1", row => row.Whole(0), site, code) + 1;

    /// <summary>Adds one; returns it with its number.</summary>
    public Incident Add(Incident incident)
    {
        store.Do(
            $"INSERT INTO incident ({Written}) VALUES (NULL, {string.Join(", ", Enumerable.Range(1, 24).Select(number => $"${number}"))})",
            [incident.Unit, incident.Site, incident.Epoch, incident.Code, incident.Occurrence, incident.Name, .. Changing(incident)]);
        return incident with { Id = store.LastKey };
    }

    /// <summary>Writes what changed.</summary>
    public void Save(Incident incident) => store.Do(
        """
        UPDATE incident SET level = $2, raised_seq = $3, last_seq = $4, onset_at = $5, onset_boot = $6, onset_ms = $7, confirmed_at = $8,
            confirmed_boot = $9, confirmed_ms = $10, sent_at = $11, sent_boot = $12, sent_ms = $13, stored_at = $14, evidence = $15, part = $16,
            historical = $17, ended_at = $18, ended_by = $19 WHERE id = $1
        """,
        [incident.Id, .. Changing(incident)]);

    /// <summary>
    /// A clock reading of a boot dates every moment of that boot that the unit could not date itself: the centre back-dates what was
    /// recorded before the first time source answered, as far as a stamp reaches (<see cref="Stamp.Latest"/>).
    /// </summary>
    public void BackDate(long unit, uint epoch, Stamp known)
    {
        if (known.At is not { } at)
        {
            return;
        }

        foreach (string stamp in s_stamps)
        {
            store.Do(
                $"UPDATE incident SET {stamp}_at = min({Stamp.Latest}, max(0, ($4 * 1000 - ($5 - {stamp}_ms)) / 1000)) WHERE unit = $1 AND epoch = $2 AND {stamp}_boot = $3 AND {stamp}_at IS NULL",
                unit, epoch, known.Boot, at, known.Milliseconds);
        }
    }

    /// <summary>Notes an acknowledgement of the desk; the latest of an incident holds, and the first answers it. One that says what the unit has confirmed is confirmed: it need not go out.</summary>
    public void Acknowledge(Acknowledgement made)
    {
        Acknowledgement held = AcknowledgementOf(made.Incident);
        bool same = held != null && (held.Who, held.Case, held.ArriveAt) == (made.Who, made.Case, made.ArriveAt);
        store.Do(
            "INSERT INTO acknowledgement (incident, who, case_number, arrive_at, made_at, sent_at, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            made.Incident, made.Who, made.Case, made.ArriveAt, made.MadeAt, same ? held.SentAt : null, same ? held.ConfirmedAt : null);
        Answer(made.Incident, made.MadeAt, made.Who);
    }

    /// <summary>Somebody took it on, at the desk or at the enclosure: the earliest counts, in whichever order they are heard of.</summary>
    public void Answer(long incident, long at, string who) => store.Do(
        "UPDATE incident SET answered_at = $2, answered_by = $3 WHERE id = $1 AND (answered_at IS NULL OR answered_at > $2)", incident, at, who);

    /// <summary>The acknowledgement that holds; null where there is none.</summary>
    public Acknowledgement AcknowledgementOf(long incident) =>
        store.One($"SELECT {AcknowledgementColumns} FROM acknowledgement AS made WHERE incident = $1 ORDER BY id DESC LIMIT 1", ReadAcknowledgement, incident);

    /// <summary>The acknowledgements that hold, of every open incident.</summary>
    public List<Acknowledgement> AcknowledgementsOfOpen() => LatestOfOpen("");

    /// <summary>Acknowledgements of open incidents of units that the unit has not confirmed, the latest of each incident.</summary>
    public List<Acknowledgement> Unconfirmed() => LatestOfOpen("AND incident.unit IS NOT NULL AND made.confirmed_at IS NULL");

    /// <summary>
    /// Open incidents that nobody has taken on, neither at the desk nor at the unit, and that no unit tells again: those of areas, those of units that are silent, and those of which a unit was told that the centre had
    /// taken them on.
    /// </summary>
    public List<Incident> Unanswered() => store.All(
        $"""
        SELECT {s_columns} FROM incident WHERE ended_by IS NULL AND answered_at IS NULL
            AND (unit IS NULL OR hushed_at IS NOT NULL OR unit IN (SELECT unit FROM silence WHERE heard_at IS NULL)) AND {InService}
            ORDER BY level, stored_at, id
        """,
        Read);

    /// <summary>How many steps of the escalation of an incident were told.</summary>
    public int StepsTold(long incident) => store.One("SELECT steps FROM told WHERE incident = $1", row => (int)row.Whole(0), incident);

    /// <summary>So many steps were told.</summary>
    public void NoteTold(long incident, int steps) =>
        store.Do("INSERT INTO told VALUES ($1, $2) ON CONFLICT DO UPDATE SET steps = excluded.steps", incident, steps);

    /// <summary>Notes that an acknowledgement was handed to the broker.</summary>
    public void Sent(long acknowledgement, long at) => store.Do("UPDATE acknowledgement SET sent_at = $2 WHERE id = $1", acknowledgement, at);

    /// <summary>
    /// The unit has recorded what the centre told it: that is the acknowledgement which was sent last of those that were made by then; one made later is still on its way. Where this desk has made none, somebody else told
    /// it: the unit repeats the alarm no more, and the desk does.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="at">Now, Unix seconds.</param>
    /// <param name="told">When the unit was told, Unix seconds; 0 where nobody knows: then the record confirms nothing, and the command goes again.</param>
    public void Confirm(long incident, long at, long told)
    {
        store.Do(
            "UPDATE acknowledgement SET confirmed_at = $2 WHERE confirmed_at IS NULL AND id = (SELECT max(id) FROM acknowledgement WHERE incident = $1 AND sent_at IS NOT NULL AND made_at <= $3)", incident, at, told);
        store.Do(
            "UPDATE incident SET hushed_at = coalesce(hushed_at, $2) WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM acknowledgement WHERE incident = $1)", incident, at);
    }

    /// <summary>Notes a step of an incident, one of <see cref="Steps"/>; false where it was noted before, which holds.</summary>
    public bool Note(long incident, string what, string who, long at)
    {
        bool isNew = StepAt(incident, what) == null;
        store.Do("INSERT OR IGNORE INTO step VALUES ($1, $2, $3, $4)", incident, what, who, at);
        return isNew;
    }

    /// <summary>The steps of an incident.</summary>
    public Steps StepsOf(long incident) => Steps.Of(what => StepAt(incident, what));

    /// <summary>The steps of every open incident that has any.</summary>
    public Dictionary<long, Steps> StepsOfOpen() => store.All(
        "SELECT incident, what, at FROM step WHERE incident IN (SELECT id FROM incident WHERE ended_by IS NULL)", row => (Incident: row.Whole(0), What: row.Text(1), At: row.Whole(2)))
        .GroupBy(step => step.Incident)
        .ToDictionary(steps => steps.Key, steps => Steps.Of(what => steps.Where(step => step.What == what).Select(step => (long?)step.At).FirstOrDefault()));

    private long? StepAt(long incident, string what) =>
        store.All("SELECT at FROM step WHERE incident = $1 AND what = $2", row => (long?)row.Whole(0), incident, what).FirstOrDefault();

    /// <summary>From the open incidents, which are few, to the latest acknowledgement of each.</summary>
    private List<Acknowledgement> LatestOfOpen(string and) => store.All(
        $"""
        SELECT {AcknowledgementColumns} FROM incident CROSS JOIN acknowledgement AS made
            ON made.id = (SELECT max(id) FROM acknowledgement WHERE acknowledgement.incident = incident.id)
            WHERE incident.ended_by IS NULL {and} ORDER BY made.id
        """,
        ReadAcknowledgement);

    private static Acknowledgement ReadAcknowledgement(Row row) => new(
        row.Whole(0), row.Whole(1), row.Text(2), row.Text(3), row.Whole(4), row.Whole(5), row.WholeOrNone(6), row.WholeOrNone(7));

    private static object[] Changing(Incident incident) =>
    [
        incident.Level, incident.RaisedSeq, incident.LastSeq, incident.Onset.At, incident.Onset.Boot, incident.Onset.Milliseconds,
        incident.Confirmed.At, incident.Confirmed.Boot, incident.Confirmed.Milliseconds, incident.Sent.At, incident.Sent.Boot,
        incident.Sent.Milliseconds, incident.StoredAt, incident.Evidence, incident.Part, incident.Historical ? 1 : 0, incident.EndedAt, incident.EndedBy,
    ];

    private static Incident Read(Row row) => new()
    {
        Id = row.Whole(0),
        Unit = row.WholeOrNone(1),
        Site = row.Text(2),
        Epoch = (uint)row.Whole(3),
        Code = (int)row.Whole(4),
        Occurrence = row.Whole(5),
        Name = row.Text(6),
        Level = (int)row.Whole(7),
        RaisedSeq = (uint?)row.WholeOrNone(8),
        LastSeq = (uint)row.Whole(9),
        Onset = ReadStamp(row, 10),
        Confirmed = ReadStamp(row, 13),
        Sent = ReadStamp(row, 16),
        StoredAt = row.Whole(19),
        Evidence = row.Text(20),
        Part = row.Text(21),
        Historical = row.Whole(22) != 0,
        EndedAt = row.WholeOrNone(23),
        EndedBy = row.Text(24),
        AnsweredAt = row.WholeOrNone(25),
        AnsweredBy = row.Text(26),
        IsExcused = row.Whole(27) != 0,
    };

    private static Stamp ReadStamp(Row row, int column) => new(row.WholeOrNone(column), row.Whole(column + 1), row.Whole(column + 2));
}
