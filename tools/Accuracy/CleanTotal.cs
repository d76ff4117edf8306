using System.Collections.Generic;
using System.Linq;

namespace Tools.Accuracy;

/// <summary>What came of clean running at several sites, and what was seen to happen there.</summary>
public sealed class CleanTotal
{
    private readonly List<(ulong Seed, Alarm Alarm)> _alarms = [];
    private readonly Dictionary<string, int> _events = [];

    /// <summary>Device-days.</summary>
    public double Days { get; private set; }

    /// <summary>Every alarm, with the seed of its site.</summary>
    public IReadOnlyList<(ulong Seed, Alarm Alarm)> Alarms => _alarms;

    /// <summary>Those of level 1 and 2.</summary>
    public IEnumerable<(ulong Seed, Alarm Alarm)> Serious => _alarms.Where(entry => entry.Alarm.Level <= 2);

    /// <summary>How often something was seen (<see cref="CleanEvents.Kinds"/>).</summary>
    public int EventsOf(string kind) => _events.GetValueOrDefault(kind);

    /// <summary>Adds what came of one site.</summary>
    public void Add(ulong seed, CleanRun run, double days)
    {
        Days += days;
        _alarms.AddRange(run.Alarms.Select(alarm => (seed, alarm)));
        foreach (string kind in CleanEvents.Kinds)
        {
            _events[kind] = EventsOf(kind) + run.Seen[kind];
        }
    }
}
