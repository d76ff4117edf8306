using System;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tools.Listener;

/// <summary>A payload that is not what PROTOCOL.md says. The message is one line for people, in both languages.</summary>
public sealed class MalformedPayloadException(string message, string chinese) : Exception(message)
{
    /// <summary>The line in Chinese; <see cref="Exception.Message"/> is English.</summary>
    public string Chinese { get; } = chinese;
}

/// <summary>A moment by two clocks (PROTOCOL.md, Stamp): Unix seconds or none, boot number, milliseconds since that boot.</summary>
public readonly record struct Stamp(long? At, long Boot, long Milliseconds);

/// <summary>The part of an alarm object that a reader shows and stores; unknown fields are ignored.</summary>
public sealed record Alarm(
    uint Epoch, uint Seq, int Code, string Name, int Level, string Event, long Occurrence,
    Stamp Onset, Stamp Sent, string Time, long Suppressed, bool Historical);

/// <summary>Online or not, and the session that it belongs to.</summary>
public readonly record struct State(bool Online, long Session, long Boot);

/// <summary>Where a unit is, in the site's own words, and its local time.</summary>
public sealed record About(string Name, string Place, int UtcOffsetMinutes);

/// <summary>What a receipt needs from a snapshot.</summary>
public readonly record struct Snapshot(uint Epoch, uint Oldest);

/// <summary>Strict readers of the messages that a unit sends. Each throws <see cref="MalformedPayloadException"/> and nothing else.</summary>
public static partial class Messages
{
    /// <summary>Twice what version 1 needs; the journal nests a message once more and must still be able to read it.</summary>
    private const int DeepestNesting = 8;

    public static Alarm ReadAlarm(ReadOnlySpan<byte> payload) => Read(payload, root =>
    {
        var id = IdPattern().Match(Text(root, "id"));
        if (!id.Success || !uint.TryParse(id.Groups[1].Value, out var epoch) || !uint.TryParse(id.Groups[2].Value, out var seq))
        {
            throw new MalformedPayloadException("id is not <epoch>-<seq>", "id 不是 <epoch>-<seq>");
        }

        return new Alarm(
            epoch, seq, (int)Whole(root, "code", 1, 999), Text(root, "name"), (int)Whole(root, "level", 1, 4), Text(root, "event"),
            Whole(root, "occurrence", 1, uint.MaxValue), ReadStamp(root, "onset"), ReadStamp(root, "sent"), Text(root, "time"),
            Whole(root, "suppressed", 0, uint.MaxValue), Flag(root, "historical"));
    });

    public static State ReadState(ReadOnlySpan<byte> payload) => Read(payload, root =>
        new State(Flag(root, "online"), Whole(root, "session", 0, uint.MaxValue), Whole(root, "boot", 0, uint.MaxValue)));

    public static About ReadAbout(ReadOnlySpan<byte> payload) => Read(payload, root =>
        new About(Text(root, "name"), Text(root, "place"), (int)Whole(root, "utc_offset_min", -720, 840)));

    public static Snapshot ReadSnapshot(ReadOnlySpan<byte> payload) => Read(payload, root =>
        new Snapshot((uint)Whole(root, "epoch", 0, uint.MaxValue), (uint)Whole(root, "oldest", 1, uint.MaxValue)));

    /// <summary>Telemetry is only held against its form.</summary>
    public static void CheckTelemetry(ReadOnlySpan<byte> payload) => Read(payload, root =>
    {
        _ = ReadStamp(root, "now");
        return Field(root, "readings", JsonValueKind.Object);
    });

    private static T Read<T>(ReadOnlySpan<byte> payload, Func<JsonElement, T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = DeepestNesting });
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != payload.Length)
            {
                throw new MalformedPayloadException("more than one JSON value", "JSON 之后还有内容");
            }

            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new MalformedPayloadException("not a JSON object", "不是 JSON 对象");
            }

            if (Whole(document.RootElement, "v", 0, int.MaxValue) != 1)
            {
                throw new MalformedPayloadException("v is not 1", "v 不是 1");
            }

            return read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new MalformedPayloadException($"{payload.Length} bytes that are not JSON", $"{payload.Length} 字节，不是 JSON");
        }
        catch (InvalidOperationException)
        {
            throw new MalformedPayloadException("text that is not UTF-8", "文字不是 UTF-8");
        }
    }

    private static Stamp ReadStamp(JsonElement parent, string name)
    {
        var stamp = Field(parent, name, JsonValueKind.Object);
        var unset = stamp.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.Null;
        long? seconds = unset ? null : Whole(stamp, "at", 0, uint.MaxValue);
        return new Stamp(seconds, Whole(stamp, "boot", 0, uint.MaxValue), Whole(stamp, "ms", 0, long.MaxValue / 2));
    }

    private static JsonElement Field(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new MalformedPayloadException($"{name} is missing or no {kind.ToString().ToLowerInvariant()}", $"{name} 缺失或类型不对");

    private static string Text(JsonElement parent, string name) => Field(parent, name, JsonValueKind.String).GetString();

    private static long Whole(JsonElement parent, string name, long least, long most) =>
        Field(parent, name, JsonValueKind.Number).TryGetInt64(out var value) && value >= least && value <= most
            ? value
            : throw new MalformedPayloadException($"{name} is no whole number from {least} to {most}", $"{name} 不是 {least} 至 {most} 的整数");

    private static bool Flag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new MalformedPayloadException($"{name} is missing or neither true nor false", $"{name} 缺失或不是 true、false");

    [GeneratedRegex("^([0-9]{1,10})-([1-9][0-9]{0,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
