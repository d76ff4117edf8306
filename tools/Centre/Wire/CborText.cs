using System;
using System.Buffers;
using System.Formats.Cbor;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firmware.Core.Contracts;

namespace Tools.Centre.Wire;

/// <summary>CBOR of a unit as the JSON that it stands for (PROTOCOL.md, "CBOR"); everything after this reads JSON alone.</summary>
public static class CborText
{
    private const byte LeastMap = 0xA0;
    private const byte MostMap = 0xBF;
    private const byte LeastArray = 0x80;
    private const byte MostArray = 0x9F;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The registry: the name of each key, by its number.</summary>
    public static string[] Keys { get; } =
    [
        "v", "id", "code", "name", "level", "event", "occurrence", "onset", "confirmed", "sent",
        "at", "boot", "ms", "time", "evidence", "part", "suppressed", "historical", "readings", "now",
        "raised", "epoch", "oldest", "next", "faults", "more", "counters", "boots", "pump_starts", "link_attempts",
        "link_sessions", "waiting", "lost", "refused", "storage_errors", "coalesced", "from", "to", "count", "online",
        "session", "service", "firmware", "board", "target", "fitted", "place", "contact", "hotline", "utc_offset_min",
        "kind", "report", "parts", "number", "plans", "by", "person", "began", "ended", "interrupted",
        "items", "passed", "failed", "not_tested", "not_fitted", "replace", "item", "result", "why", "value",
        "pm", "low", "high", "unit", "was", "due", "days_left", "crc32",
        "store", "writes_d", "budget_d", "writes", "used_permille", "years_left", "cause", "frame", "escalation", "metering",
        "pump", "card", "run_s", "pulse_l", "bus_l", "energy_wh", "volume_l", "basis", "estimated", "pulse_from_l",
        "pulse_to_l", "bus_from_l", "bus_to_l", "mode", "laid_up", "maintenance_min", "flood", "shelved", "held",
        "ending", "arrived", "left", "level_before", "level_after", "before", "after", "declared", "owed", "notes", "pieces",
        "references", "reading", "reference", "indicated", "check", "grades", "attitude", "technique", "arrival", "handling",
        "hmac", "reference_l", "flow_ml_s", "swaps", "meter", "old", "last_l", "new", "first_l", "seal", "valid", "settings", "holidays_missing",
    ];

    /// <summary>Whether a payload begins like a CBOR map or array; no JSON does.</summary>
    public static bool Is(ReadOnlySpan<byte> payload) =>
        !payload.IsEmpty && (payload[0] is >= LeastMap and <= MostMap or >= LeastArray and <= MostArray);

    /// <summary>The JSON of a payload. Throws <see cref="RefusedException"/> for anything else than one item of what JSON can say too.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="deepest">Deepest nesting.</param>
    public static byte[] ToJson(ReadOnlySpan<byte> payload, int deepest)
    {
        try
        {
            var reader = new CborReader(payload.ToArray(), CborConformanceMode.Strict);
            var buffer = new ArrayBufferWriter<byte>(2 * payload.Length);
            using (var writer = new Utf8JsonWriter(buffer, s_options))
            {
                Copy(reader, writer, deepest);
            }

            return reader.BytesRemaining == 0
                ? buffer.WrittenSpan.ToArray()
                : throw new RefusedException("more than one CBOR item", "CBOR 之后还有内容");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new RefusedException($"{payload.Length} bytes that are not CBOR", $"{payload.Length} 字节，不是 CBOR");
        }
    }

    private static void Copy(CborReader reader, Utf8JsonWriter writer, int deepest)
    {
        if (deepest < 0)
        {
            throw new RefusedException("nested too deep", "嵌套过深");
        }

        switch (reader.PeekState())
        {
            case CborReaderState.StartMap: CopyMap(reader, writer, deepest); break;
            case CborReaderState.StartArray: CopyArray(reader, writer, deepest); break;
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger: writer.WriteNumberValue(reader.ReadInt64()); break;
            case CborReaderState.TextString: writer.WriteStringValue(reader.ReadTextString()); break;
            case CborReaderState.Boolean: writer.WriteBooleanValue(reader.ReadBoolean()); break;
            case CborReaderState.Null:
                reader.ReadNull();
                writer.WriteNullValue();
                break;
            default: throw new RefusedException($"CBOR of a kind that no message has: {reader.PeekState()}", $"CBOR 类型不对：{reader.PeekState()}");
        }
    }

    private static void CopyMap(CborReader reader, Utf8JsonWriter writer, int deepest)
    {
        reader.ReadStartMap();
        writer.WriteStartObject();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            writer.WritePropertyName(ReadKey(reader));
            Copy(reader, writer, deepest - 1);
        }

        reader.ReadEndMap();
        writer.WriteEndObject();
    }

    private static void CopyArray(CborReader reader, Utf8JsonWriter writer, int deepest)
    {
        reader.ReadStartArray();
        writer.WriteStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            Copy(reader, writer, deepest - 1);
        }

        reader.ReadEndArray();
        writer.WriteEndArray();
    }

    /// <summary>A number that is not in the registry yet, from a newer unit, becomes a name that nobody asks for.</summary>
    internal static string ReadKey(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.TextString)
        {
            return reader.ReadTextString();
        }

        long key = reader.ReadInt64();
        return key >= 0
            ? key < Keys.Length ? Keys[key] : $"key-{key}"
            : -1 - key < Signal.Count ? Signal.NameOf((int)(-1 - key)) : $"reading{key}";
    }
}
