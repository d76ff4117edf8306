using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Tools.Simulation;

/// <summary>An alarm object as a reader of PROTOCOL.md understands it; written for the simulator from the document alone.</summary>
public sealed record AlarmSeen
{
    /// <summary>The event of a drill; no alarm has it.</summary>
    public const string Drill = "drill";

    /// <summary>The event of a record that somebody has taken the fault on.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>The event of a record that tells a loss.</summary>
    public const string Lost = "lost";

    /// <summary>Epoch of the id.</summary>
    public uint Epoch { get; init; }

    /// <summary>Sequence number of the id.</summary>
    public uint Seq { get; init; }

    /// <summary>Code of the fault.</summary>
    public int Code { get; init; }

    /// <summary>Level at this transition.</summary>
    public int Level { get; init; }

    /// <summary>What happened.</summary>
    public string Event { get; init; }

    /// <summary>Raises of the code in this epoch.</summary>
    public long Occurrence { get; init; }

    /// <summary>Start of the unit in which it was confirmed.</summary>
    public long Boot { get; init; }

    /// <summary>Onset, ms of that start.</summary>
    public long OnsetMs { get; init; }

    /// <summary>Confirmation, ms of that start.</summary>
    public long ConfirmedMs { get; init; }

    /// <summary>Transitions held back since the last message.</summary>
    public long Suppressed { get; init; }

    /// <summary>Lowest id of the earlier records of this code that it also stands for; 0: none.</summary>
    public uint StandsFrom { get; init; }

    /// <summary>Highest such id.</summary>
    public uint StandsTo { get; init; }

    /// <summary>How many those are; it may grow from one copy to the next.</summary>
    public int StandsFor { get; init; }

    /// <summary>Who acted, as the record says it: a number, or <c>centre</c>; null where nobody did.</summary>
    public string By { get; init; }

    /// <summary>Everything else that may not differ between two copies.</summary>
    public string Rest { get; init; }

    /// <summary>It is what another copy was: it may stand for more, or for less where that one overtook it.</summary>
    public bool IsCopyOf(AlarmSeen before) =>
        this with { StandsFrom = before.StandsFrom, StandsTo = before.StandsTo, StandsFor = before.StandsFor } == before;

    /// <summary>First id among which lost records are, by a record that tells of them; 0 in any other.</summary>
    public uint LostFrom { get; init; }

    /// <summary>Last such id.</summary>
    public uint LostTo { get; init; }

    /// <summary>How many records are lost, by a record that tells of them.</summary>
    public int LostCount { get; init; }

    /// <summary>It names a lost record by its range. (Of another epoch it only counts.)</summary>
    public bool NamesLossOf(ulong key) => Event == Lost && key >> 32 == Epoch && (uint)key >= LostFrom && (uint)key <= LostTo;

    /// <summary>The id as one number.</summary>
    public ulong Key => KeyOf(Epoch, Seq);

    /// <summary>An id as one number.</summary>
    public static ulong KeyOf(uint epoch, uint seq) => ((ulong)epoch << 32) | seq;

    /// <summary>Reads an alarm object, or an array of them.</summary>
    /// <exception cref="Violation">It is not of the contract's form.</exception>
    public static List<AlarmSeen> ReadAll(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(Payload.Json(payload));
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(Read)] : [Read(root)];
        }
        catch (Exception error) when (error is not Violation)
        {
            throw new Violation("wire form", $"{error.Message} in {System.Text.Encoding.UTF8.GetString(payload)}");
        }
    }

    /// <summary>Reads a drill: it has an id of the same sequence, and is no alarm.</summary>
    /// <exception cref="Violation">It is not of the contract's form.</exception>
    public static AlarmSeen ReadDrill(byte[] payload)
    {
        using var document = JsonDocument.Parse(Payload.Json(payload));
        JsonElement root = document.RootElement;
        string[] id = root.GetProperty("id").GetString().Split('-');
        JsonElement confirmed = root.GetProperty("confirmed");
        return new AlarmSeen
        {
            Epoch = uint.Parse(id[0]),
            Seq = uint.Parse(id[1]),
            Event = Drill,
            Boot = confirmed.GetProperty("boot").GetInt64(),
            OnsetMs = root.GetProperty("raised").GetProperty("ms").GetInt64(),
            ConfirmedMs = confirmed.GetProperty("ms").GetInt64(),
        };
    }

    private static AlarmSeen Read(JsonElement root)
    {
        string[] id = root.GetProperty("id").GetString().Split('-');
        JsonElement confirmed = root.GetProperty("confirmed");
        bool stands = root.TryGetProperty("coalesced", out JsonElement coalesced);
        bool loses = root.TryGetProperty("lost", out JsonElement lost);
        return new AlarmSeen
        {
            Epoch = uint.Parse(id[0]),
            Seq = uint.Parse(id[1]),
            Code = root.GetProperty("code").GetInt32(),
            Level = root.GetProperty("level").GetInt32(),
            Event = root.GetProperty("event").GetString(),
            Occurrence = root.GetProperty("occurrence").GetInt64(),
            Boot = confirmed.GetProperty("boot").GetInt64(),
            OnsetMs = root.GetProperty("onset").GetProperty("ms").GetInt64(),
            ConfirmedMs = confirmed.GetProperty("ms").GetInt64(),
            Suppressed = root.GetProperty("suppressed").GetInt64(),
            StandsFrom = stands ? coalesced.GetProperty("from").GetUInt32() : 0,
            StandsTo = stands ? coalesced.GetProperty("to").GetUInt32() : 0,
            StandsFor = stands ? coalesced.GetProperty("count").GetInt32() : 0,
            LostFrom = loses ? lost.GetProperty("from").GetUInt32() : 0,
            LostTo = loses ? lost.GetProperty("to").GetUInt32() : 0,
            LostCount = loses ? lost.GetProperty("count").GetInt32() : 0,
            By = root.TryGetProperty("by", out JsonElement by) ? by.ToString() : null,
            Rest = root.GetProperty("name").GetString() + root.GetProperty("evidence").GetRawText() + root.GetProperty("part").GetString(),
        };
    }

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"{Epoch}-{Seq} {Event} {Code} level {Level} occurrence {Occurrence} confirmed in boot {Boot} at {ConfirmedMs} ms, suppressed {Suppressed}, stands for {StandsFor}";
}
