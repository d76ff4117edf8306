using System;

namespace Tools.Simulation;

/// <summary>An invariant does not hold.</summary>
public sealed class Violation : Exception
{
    /// <param name="rule">Short name of the invariant.</param>
    /// <param name="what">What was seen, one line.</param>
    public Violation(string rule, string what)
        : base($"{rule}: {what}")
    {
        Rule = rule;
    }

    /// <summary>Short name of the invariant.</summary>
    public string Rule { get; }
}
