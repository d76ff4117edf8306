using System.Collections.Generic;
using System.Linq;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>Judges what a start after damage tells of the event log, against a start of the same storage that is sound: one flipped bit costs at most one entry, and brings none back that the ring had written over.</summary>
public sealed class LogJudge
{
    private readonly HashSet<Entry> _sound;

    /// <summary>A judge that has read the log of the sound start; what that start itself has added is no matter.</summary>
    public LogJudge(Journal sound)
    {
        _sound = [.. Read(sound.Log).Where(entry => entry.Boot != sound.Boot)];
    }

    /// <summary>The log as it is read now.</summary>
    public void Judge(EventLog log)
    {
        List<Entry> read = Read(log);
        for (int entry = 1; entry < read.Count; entry++)
        {
            if (read[entry].Number >= read[entry - 1].Number)
            {
                throw new Violation("log", $"entry {read[entry].Number} is read as older than entry {read[entry - 1].Number}");
            }
        }

        Entry[] lost = [.. _sound.Except(read).OrderBy(entry => entry.Number)];
        if (lost.Length > 1)
        {
            throw new Violation("log", $"{lost.Length} entries of the log are lost by one bit, the first of them {lost[0].Number} ({lost[0].Kind})");
        }
    }

    private static List<Entry> Read(EventLog log)
    {
        var read = new List<Entry>();
        var reader = new EventReader(log);
        var entry = new EventRecord();
        while (reader.TryOlder(entry))
        {
            read.Add(new Entry(entry.Number, entry.Boot, entry.UptimeMs, entry.Kind, entry.Code, entry.Value));
        }

        return read;
    }

    /// <summary>What an entry tells, but for its text.</summary>
    private sealed record Entry(int Number, int Boot, long Ms, EventKind Kind, int Code, int Value);
}
