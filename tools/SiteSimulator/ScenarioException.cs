using System;

namespace Tools.SiteSimulator;

/// <summary>A scenario, fault, action or parameter that cannot be: the message is one line for the person who wrote it.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception from its one line.</summary>
    public ScenarioException(string message)
        : base(message)
    {
    }
}
