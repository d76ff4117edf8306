using System.Collections.Generic;
using System.Linq;

namespace Tools.NanoTest;

/// <summary>What one test assembly was to print, against what came.</summary>
public sealed class LauncherRun
{
    private readonly List<TestLine> _lines;

    public LauncherRun(IReadOnlyDictionary<string, int> expected, IEnumerable<string> output)
    {
        _lines = output.Select(TestLine.Parse).Where(l => l != null).ToList();
        var came = _lines.GroupBy(l => l.Method).ToDictionary(g => g.Key, g => g.Count());
        Missing = expected.Where(e => came.GetValueOrDefault(e.Key) < e.Value).Select(e => $"{e.Key}: {came.GetValueOrDefault(e.Key)} of {e.Value} lines").ToList();
        Unexpected = came.Where(c => c.Value > expected.GetValueOrDefault(c.Key)).Select(c => $"{c.Key}: {c.Value} lines, expected {expected.GetValueOrDefault(c.Key)}").ToList();
        HasTests = expected.Count > 0;
    }

    /// <summary>Tests whose lines did not come: the run died, or this is another build.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Lines that the assembly cannot have printed: the .pe is of another build.</summary>
    public IReadOnlyList<string> Unexpected { get; }

    public bool HasTests { get; }

    public IEnumerable<TestLine> Failures => _lines.Where(l => l.Outcome == Outcome.Failed);

    public bool Passed => HasTests && Missing.Count == 0 && Unexpected.Count == 0 && !Failures.Any();

    public int CountOf(Outcome outcome) => _lines.Count(l => l.Outcome == outcome);
}
