using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firmware.Core.Faults;

namespace Tools.Centre.Wire;

/// <summary>A payload that is not taken. The reason is one line for people, in both languages.</summary>
public sealed class RefusedException(string english, string chinese) : Exception(english)
{
    /// <summary>The line in Chinese; <see cref="Exception.Message"/> is English.</summary>
    public string Chinese { get; } = chinese;
}

/// <summary>A moment by two clocks (PROTOCOL.md, Stamp): Unix seconds or none, boot number, milliseconds since that boot.</summary>
public readonly record struct Stamp(long? At, long Boot, long Milliseconds)
{
    /// <summary>Last moment of a stamp, Unix seconds: the end of 32 bits, in 2106.</summary>
    public const long Latest = uint.MaxValue;

    /// <summary>Longest time since a start that a unit can record: 48 bits.</summary>
    public const long LongestMilliseconds = (1L << 48) - 1;

    /// <summary>Seconds from an earlier stamp to this one: by the milliseconds of the same start, else by two dates; null where there is neither.</summary>
    public long? SecondsSince(Stamp earlier) => Boot == earlier.Boot ? (Milliseconds - earlier.Milliseconds) / 1000 : At - earlier.At;
}

/// <summary>The name of a durable message: unique for a unit, for ever.</summary>
public readonly record struct RecordId(uint Epoch, uint Seq)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Epoch}-{Seq}";
}

/// <summary>A transition of a fault. <see cref="Evidence"/> and <see cref="Json"/> are JSON objects as they came.</summary>
/// <param name="By">Who acted, of an acknowledgement or a reset: a person's number, <see cref="Centre"/>, button or console; empty where it says nothing.</param>
/// <param name="StandsFor">Earlier records of its code that were coalesced into it, or that it says were lost.</param>
public sealed record Alarm(
    RecordId Id, int Code, string Name, int Level, string Event, long Occurrence, Stamp Onset, Stamp Confirmed, Stamp Sent, string Time,
    string Evidence, string Part, string By, long Suppressed, bool Historical, long StandsFor, string Json)
{
    /// <summary>What <see cref="By"/> says where the unit was told over <c>command</c>.</summary>
    public const string Centre = "centre";

    /// <summary>Code of the fault that explains it; 0 where none does.</summary>
    public int Cause { get; init; }

    /// <summary>Its cause takes it off the contract's clocks, though the unit judges it: a supply that ends after an outage which the battery has bridged is the grid's (<see cref="FaultMonitors.IsExcused"/>).</summary>
    public bool IsExcused => Code == FaultCatalogue.ExcusedCode && Cause == FaultCatalogue.ExcusingCode;
}

/// <summary>Any other durable message: its id, and when it was raised and sent where it says so.</summary>
public sealed record Document(RecordId Id, Stamp? Raised, Stamp? Sent);

/// <summary>Online or not, the session that it belongs to, and why it is meant to be away; empty while in service.</summary>
/// <param name="Online">The birth of the session, or its will.</param>
/// <param name="Epoch">Epoch in which the session is numbered.</param>
/// <param name="Session">Its number, which never falls in the epoch.</param>
/// <param name="Boot">Number of the unit's start in the epoch.</param>
/// <param name="Service">Announced absence.</param>
public sealed record State(bool Online, uint Epoch, long Session, long Boot, string Service)
{
    /// <summary>Whether silence is what the unit announced: <c>laid-up</c> for the season, <c>shutdown</c> on purpose.</summary>
    public bool MaySilent => Service is "laid-up" or "shutdown";

    /// <summary>The object as <see cref="Messages.ReadState"/> reads it.</summary>
    public string ToJson() => new JsonObject { ["v"] = 1, ["online"] = Online, ["epoch"] = Epoch, ["session"] = Session, ["boot"] = Boot, ["service"] = Service }.ToJsonString();
}

/// <summary>Where a unit is, in the site's own words, its local time and what runs in it.</summary>
/// <param name="Settings">Its settings that differ from the defaults; null where it does not tell them.</param>
/// <param name="HolidaysMissing">Year whose holidays nobody has set, though its contract wants them; 0 for none.</param>
public sealed record About(
    string Name, string Place, int UtcOffsetMinutes, string Firmware, string Contact = "", string Hotline = "", IReadOnlyDictionary<string, string> Settings = null, int HolidaysMissing = 0);

/// <summary>A fault of a snapshot.</summary>
public sealed record ActiveFault(int Code, string Name, int Level, long Occurrence, Stamp Onset);

/// <summary>What is true at a unit now.</summary>
/// <param name="Oldest">Lowest seq not yet known to be stored.</param>
/// <param name="Next">The seq that the next durable message gets.</param>
/// <param name="More">Faults that did not fit.</param>
/// <param name="Mode">What may keep messages back.</param>
public sealed record Snapshot(
    uint Epoch, uint Oldest, uint Next, Stamp Now, int Level, IReadOnlyList<ActiveFault> Faults, int More, Mode Mode, long Waiting, long Lost);

/// <summary>What may keep a unit's messages back; all false and 0 where it says nothing of it.</summary>
/// <param name="LaidUp">停用封存: silence and missing supply are expected.</param>
/// <param name="MaintenanceMinutes">Minutes that announced work still lasts.</param>
/// <param name="Flood">Too many alarms at once: further ones are summarised.</param>
/// <param name="Held">Faults whose last change has not been told.</param>
public sealed record Mode(bool LaidUp, long MaintenanceMinutes, bool Flood, long Held);

/// <summary>Strict readers of the messages that a unit sends. Each throws <see cref="RefusedException"/> and nothing else.</summary>
public static partial class Messages
{
    /// <summary>What the broker lets through (PROTOCOL.md, <c>message_size_limit</c>), bytes; the centre takes no more from any broker.</summary>
    public const int LongestBytes = 4096;

    /// <summary>Twice what version 1 needs.</summary>
    private const int DeepestNesting = 8;

    /// <summary>The JSON of a payload, whichever way it came. Throws <see cref="RefusedException"/> where it is too long, or CBOR that is none.</summary>
    public static byte[] ToJson(byte[] payload)
    {
        if (payload.Length > LongestBytes)
        {
            throw new RefusedException($"{payload.Length} bytes, at most {LongestBytes}", $"{payload.Length} 字节，最多 {LongestBytes}");
        }

        return CborText.Is(payload) ? CborText.ToJson(payload, DeepestNesting) : payload;
    }

    /// <summary>Reads a transition of a fault, or an array of them; what is not of the form among several is told and passed over.</summary>
    /// <param name="payload">The JSON.</param>
    /// <param name="refuse">Gets what is wrong with one of an array.</param>
    public static IReadOnlyList<Alarm> ReadAlarms(ReadOnlySpan<byte> payload, Action<RefusedException> refuse) => Parse<IReadOnlyList<Alarm>>(payload, root =>
        root.ValueKind != JsonValueKind.Array ? [ReadAlarm(CheckObject(root))]
        : root.GetArrayLength() > 0 ? ReadEach(root, refuse)
        : throw new RefusedException("an empty array", "空数组"));

    /// <summary>Reads one transition, as it is stored.</summary>
    public static Alarm ReadAlarm(string json) => Read(Encoding.UTF8.GetBytes(json), ReadAlarm);

    /// <summary>Reads the frame of a drill, an inspection, a visit or a reply.</summary>
    public static Document ReadDocument(ReadOnlySpan<byte> payload) => Read(payload, root =>
        new Document(ReadId(root), ReadStampOrNone(root, "raised"), ReadStampOrNone(root, "sent")));

    /// <summary>Reads a birth, a will or an announced absence.</summary>
    /// <param name="payload">The JSON.</param>
    /// <param name="epochOf">The epoch of a session in the state of an older firmware, which tells none; null: it must be told.</param>
    public static State ReadState(ReadOnlySpan<byte> payload, Func<long, uint> epochOf = null) => Read(payload, root =>
    {
        long session = Whole(root, "session", 0, uint.MaxValue);
        uint epoch = epochOf != null && !root.TryGetProperty("epoch", out _) ? epochOf(session) : (uint)Whole(root, "epoch", 0, uint.MaxValue);
        return new State(Flag(root, "online"), epoch, session, Whole(root, "boot", 0, uint.MaxValue), TextOr(root, "service", ""));
    });

    /// <summary>Reads what a unit says of itself.</summary>
    public static About ReadAbout(ReadOnlySpan<byte> payload) => Read(payload, root => new About(
        Text(root, "name"), Text(root, "place"), (int)Whole(root, "utc_offset_min", -720, 840), TextOr(root, "firmware", ""),
        TextOr(root, "contact", ""), TextOr(root, "hotline", ""), ReadSettings(root),
        root.TryGetProperty("holidays_missing", out _) ? (int)Whole(root, "holidays_missing", 2020, 2099) : 0));

    /// <summary>Reads what is true at a unit.</summary>
    public static Snapshot ReadSnapshot(ReadOnlySpan<byte> payload) => Read(payload, root => new Snapshot(
        (uint)Whole(root, "epoch", 0, uint.MaxValue), (uint)Whole(root, "oldest", 1, uint.MaxValue), (uint)Whole(root, "next", 1, uint.MaxValue),
        ReadStamp(root, "now"), (int)Whole(root, "level", 0, 4), [.. Field(root, "faults", JsonValueKind.Array).EnumerateArray().Select(ReadFault)],
        (int)Whole(root, "more", 0, int.MaxValue), ReadMode(root), ReadCounter(root, "waiting"), ReadCounter(root, "lost")));

    /// <summary>The moment of a telemetry message; its readings are only held against their form.</summary>
    public static Stamp ReadTelemetry(ReadOnlySpan<byte> payload) => Read(payload, root =>
    {
        _ = Field(root, "readings", JsonValueKind.Object);
        return ReadStamp(root, "now");
    });

    /// <summary>The total by the pulse meter in a telemetry message or a snapshot, L; null where it tells none.</summary>
    public static long? ReadPulseLitres(ReadOnlySpan<byte> payload) => Read(payload, root =>
        root.TryGetProperty("readings", out JsonElement readings) && readings.ValueKind == JsonValueKind.Object
        && readings.TryGetProperty("pulse_total_l", out JsonElement total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt64(out long litres) && litres >= 0
            ? litres
            : (long?)null);

    /// <summary>A key that stands twice has its last value, as everywhere in a message.</summary>
    private static Dictionary<string, string> ReadSettings(JsonElement root) => root.TryGetProperty("settings", out JsonElement settings)
        ? Field(root, "settings", JsonValueKind.Object).EnumerateObject().Select(setting => setting.Name).Distinct().ToDictionary(name => name, name => Text(settings, name))
        : null;

    private static List<Alarm> ReadEach(JsonElement root, Action<RefusedException> refuse)
    {
        var alarms = new List<Alarm>();
        foreach (JsonElement item in root.EnumerateArray())
        {
            try
            {
                alarms.Add(ReadAlarm(CheckObject(item)));
            }
            catch (RefusedException why)
            {
                refuse(why);
            }
        }

        return alarms;
    }

    private static Alarm ReadAlarm(JsonElement root) => new(
        ReadId(root), (int)Whole(root, "code", 1, 999), Text(root, "name"), (int)Whole(root, "level", 1, 4), Text(root, "event"),
        Whole(root, "occurrence", 1, uint.MaxValue), ReadStamp(root, "onset"), ReadStamp(root, "confirmed"), ReadStamp(root, "sent"),
        Text(root, "time"), Raw(root, "evidence", "{}"), TextOr(root, "part", ""), By(root), Whole(root, "suppressed", 0, uint.MaxValue),
        Flag(root, "historical"), ReadCount(root, "coalesced") + ReadCount(root, "lost"), root.GetRawText())
    {
        Cause = root.TryGetProperty("cause", out _) ? (int)Whole(root, "cause", 1, 999) : 0,
    };

    private static T Read<T>(ReadOnlySpan<byte> payload, Func<JsonElement, T> read) => Parse(payload, root => read(CheckObject(root)));

    private static JsonElement CheckObject(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException("not a JSON object", "不是 JSON 对象");
        }

        return Whole(root, "v", 0, int.MaxValue) == 1 ? root : throw new RefusedException("v is not 1", "v 不是 1");
    }

    private static T Parse<T>(ReadOnlySpan<byte> payload, Func<JsonElement, T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = DeepestNesting });
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != payload.Length)
            {
                throw new RefusedException("more than one JSON value", "JSON 之后还有内容");
            }

            return read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new RefusedException($"{payload.Length} bytes that are not JSON", $"{payload.Length} 字节，不是 JSON");
        }
        catch (InvalidOperationException)
        {
            throw new RefusedException("text that is not UTF-8", "文字不是 UTF-8");
        }
    }

    private static RecordId ReadId(JsonElement root)
    {
        Match id = IdPattern().Match(Text(root, "id"));
        return id.Success && uint.TryParse(id.Groups[1].Value, out uint epoch) && uint.TryParse(id.Groups[2].Value, out uint seq)
            ? new RecordId(epoch, seq)
            : throw new RefusedException("id is not <epoch>-<seq>", "id 不是 <epoch>-<seq>");
    }

    private static ActiveFault ReadFault(JsonElement fault) => fault.ValueKind == JsonValueKind.Object
        ? new ActiveFault(
            (int)Whole(fault, "code", 1, 999), Text(fault, "name"), (int)Whole(fault, "level", 1, 4), Whole(fault, "occurrence", 1, uint.MaxValue),
            ReadStamp(fault, "onset"))
        : throw new RefusedException("a fault is no object", "faults 中有非对象的项");

    private static Mode ReadMode(JsonElement root) => root.TryGetProperty("mode", out JsonElement mode) && mode.ValueKind == JsonValueKind.Object
        ? new Mode(Flag(mode, "laid_up"), Whole(mode, "maintenance_min", 0, uint.MaxValue), Flag(mode, "flood"), Whole(mode, "held", 0, uint.MaxValue))
        : new Mode(false, 0, false, 0);

    private static long ReadCount(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement counted) && counted.ValueKind == JsonValueKind.Object ? Whole(counted, "count", 0, uint.MaxValue) : 0;

    private static long ReadCounter(JsonElement root, string name) =>
        root.TryGetProperty("counters", out JsonElement counters) && counters.ValueKind == JsonValueKind.Object
            ? Whole(counters, name, 0, uint.MaxValue)
            : 0;

    private static Stamp? ReadStampOrNone(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out _) ? ReadStamp(parent, name) : null;

    private static Stamp ReadStamp(JsonElement parent, string name)
    {
        JsonElement stamp = Field(parent, name, JsonValueKind.Object);
        bool unset = stamp.TryGetProperty("at", out JsonElement at) && at.ValueKind == JsonValueKind.Null;
        long? seconds = unset ? null : Whole(stamp, "at", 0, Stamp.Latest);
        return new Stamp(seconds, Whole(stamp, "boot", 0, uint.MaxValue), Whole(stamp, "ms", 0, Stamp.LongestMilliseconds));
    }

    private static JsonElement Field(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new RefusedException($"{name} is missing or no {kind.ToString().ToLowerInvariant()}", $"{name} 缺失或类型不对");

    private static string Text(JsonElement parent, string name) => Field(parent, name, JsonValueKind.String).GetString();

    private static string TextOr(JsonElement parent, string name, string otherwise) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : otherwise;

    private static string Raw(JsonElement parent, string name, string otherwise) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value.GetRawText() : otherwise;

    private static string By(JsonElement root) => !root.TryGetProperty("by", out JsonElement by) ? "" : by.ValueKind switch
    {
        JsonValueKind.Number => by.GetRawText(),
        JsonValueKind.String => by.GetString(),
        _ => "",
    };

    private static long Whole(JsonElement parent, string name, long least, long most) =>
        Field(parent, name, JsonValueKind.Number).TryGetInt64(out long value) && value >= least && value <= most
            ? value
            : throw new RefusedException($"{name} is no whole number from {least} to {most}", $"{name} 不是 {least} 至 {most} 的整数");

    private static bool Flag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new RefusedException($"{name} is missing or neither true nor false", $"{name} 缺失或不是 true、false");

    [GeneratedRegex("^([0-9]{1,10})-([1-9][0-9]{0,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
