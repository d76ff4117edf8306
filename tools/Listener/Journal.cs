using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tools.Listener;

/// <summary>Where a unit is: two names of PROTOCOL.md.</summary>
public readonly record struct UnitAddress(string Site, string Unit)
{
    public override string ToString() => $"{Site}/{Unit}";
}

/// <summary>One stored fact: an id with its alarm object, or (without one) where the ids of an epoch start.</summary>
public readonly record struct JournalEntry(UnitAddress Unit, uint Epoch, uint Seq, long At, string Alarm)
{
    /// <summary>An entry without an alarm says: ids below <see cref="Seq"/> were stored before, or will never come.</summary>
    public bool IsStart => Alarm is null;
}

/// <summary>
/// The listener's store: one JSON object a line, appended and brought to the disk before anybody is told that it is stored.
/// An end that was torn by a power cut is cut off at the next start; it was never answered for.
/// </summary>
public sealed class Journal : IDisposable
{
    /// <summary>Chinese stays Chinese: the file is for people too.</summary>
    private static readonly JsonWriterOptions AsItCame = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;

    /// <summary>Opens or makes the file and reads what it holds. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public Journal(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            Entries = Load();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>What the file held when it was opened, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>Lines that hold no entry: damage that somebody should look at. They are left where they are.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>Returns when the entry is on the disk. Throws <see cref="IOException"/> when it is not; then nothing of it stays.</summary>
    public void Append(in JournalEntry entry)
    {
        var end = _file.Length;
        try
        {
            _file.Position = end;
            _file.Write(Write(entry));
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            CutTo(end);
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Write(in JournalEntry entry)
    {
        using var line = new MemoryStream();
        using (var alarm = JsonDocument.Parse(entry.Alarm ?? "null"))
        using (var json = new Utf8JsonWriter(line, AsItCame))
        {
            json.WriteStartObject();
            json.WriteString("site", entry.Unit.Site);
            json.WriteString("unit", entry.Unit.Unit);
            json.WriteNumber("epoch", entry.Epoch);
            json.WriteNumber(entry.IsStart ? "start" : "seq", entry.Seq);
            json.WriteNumber("at", entry.At);
            if (!entry.IsStart)
            {
                json.WritePropertyName("alarm");
                alarm.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private List<JournalEntry> Load()
    {
        var entries = new List<JournalEntry>();
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var start = 0;
        for (var end = 0; end < bytes.Length; end++)
        {
            if (bytes[end] == '\n')
            {
                AddLine(entries, Encoding.UTF8.GetString(bytes, start, end - start));
                start = end + 1;
            }
        }

        CutTo(start);
        return entries;
    }

    private void CutTo(long end)
    {
        if (_file.Length > end)
        {
            _file.SetLength(end);
        }
    }

    private void AddLine(List<JournalEntry> entries, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            entries.Add(Read(document.RootElement));
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            UnreadableLines++;
        }
    }

    private static JournalEntry Read(JsonElement line)
    {
        var unit = new UnitAddress(line.GetProperty("site").GetString(), line.GetProperty("unit").GetString());
        var epoch = line.GetProperty("epoch").GetUInt32();
        var at = line.GetProperty("at").GetInt64();
        return line.TryGetProperty("start", out var oldest)
            ? new JournalEntry(unit, epoch, oldest.GetUInt32(), at, null)
            : new JournalEntry(unit, epoch, line.GetProperty("seq").GetUInt32(), at, line.GetProperty("alarm").GetRawText());
    }
}
