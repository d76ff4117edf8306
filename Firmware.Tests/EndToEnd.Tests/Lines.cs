using System;
using System.Collections.Generic;
using System.Linq;

namespace EndToEnd.Tests;

/// <summary>Lines that another process said, in the order they came.</summary>
internal sealed class Lines
{
    private readonly object _sync = new();
    private readonly List<string> _lines = [];

    public void Add(string line)
    {
        lock (_sync)
        {
            _lines.Add(line);
        }
    }

    public List<string> All()
    {
        lock (_sync)
        {
            return [.. _lines];
        }
    }

    public List<string> With(string part) => All().FindAll(line => line.Contains(part, StringComparison.Ordinal));

    public void WaitFor(string part, int times = 1) =>
        Wait.Until($"{times} × \"{part}\"", () => With(part).Count >= times, ToString);

    public override string ToString() => string.Join('\n', All().TakeLast(40));
}
