using System;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;

namespace Tools.Centre.Wire;

/// <summary>What came of a check of a report's seal.</summary>
public enum SealVerdict
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>The unit made it, and nobody changed it.</summary>
    Good,

    /// <summary>Changed, or not by this unit.</summary>
    Wrong,

    /// <summary>It is signed, and the unit's key is not known here.</summary>
    UnknownKey,

    /// <summary>Undamaged; a checksum proves nobody's hand.</summary>
    ChecksumGood,

    /// <summary>Damaged.</summary>
    ChecksumWrong,
}

/// <summary>Checks what ends every part of an inspection report: HMAC-SHA-256, its first 16 bytes, or CRC-32, over the bytes as they were sent before it (PROTOCOL.md, inspection).</summary>
public static class Seal
{
    /// <summary>Bytes of a unit's key.</summary>
    public const int KeyBytes = 32;

    private const int HmacBytes = 16;
    private const string Hmac = "hmac";
    private const string Crc = "crc32";

    /// <summary>Judges a payload.</summary>
    /// <param name="payload">The bytes as they came.</param>
    /// <param name="key">The unit's key; null where it is not known.</param>
    public static SealVerdict Judge(byte[] payload, byte[] key) => CborText.Is(payload) ? JudgeCbor(payload, key) : JudgeJson(payload, key);

    private static SealVerdict JudgeJson(byte[] payload, byte[] key)
    {
        string text = Encoding.UTF8.GetString(payload);
        foreach (string name in new[] { Hmac, Crc })
        {
            string member = $",\"{name}\":";
            int at = text.LastIndexOf(member, StringComparison.Ordinal);
            if (at >= 0)
            {
                return Judge(name, text[(at + member.Length)..].Trim('}', '"'), payload[..Encoding.UTF8.GetByteCount(text[..at])], key);
            }
        }

        return SealVerdict.None;
    }

    private static SealVerdict JudgeCbor(byte[] payload, byte[] key)
    {
        var reader = new CborReader(payload, CborConformanceMode.Lax);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            int at = payload.Length - reader.BytesRemaining;
            string name = CborText.ReadKey(reader);
            if (name is Hmac or Crc)
            {
                string value = name == Hmac ? reader.ReadTextString() : reader.ReadUInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Judge(name, value, payload[..at], key);
            }

            reader.SkipValue();
        }

        return SealVerdict.None;
    }

    private static SealVerdict Judge(string name, string value, byte[] before, byte[] key)
    {
        if (name == Crc)
        {
            return value == new Checksum().Crc32(before, before.Length).ToString(System.Globalization.CultureInfo.InvariantCulture) ? SealVerdict.ChecksumGood : SealVerdict.ChecksumWrong;
        }

        return key == null ? SealVerdict.UnknownKey
            : string.Equals(value, Convert.ToHexString(HMACSHA256.HashData(key, before), 0, HmacBytes), StringComparison.OrdinalIgnoreCase) ? SealVerdict.Good : SealVerdict.Wrong;
    }
}
