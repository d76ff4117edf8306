using System;

namespace Tools.SiteSimulator;

/// <summary>A scenario, fault, action or parameter that cannot be: the message is one line for the person who wrote it.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception from its one line, in both languages.</summary>
    public ScenarioException(string message, string chinese)
        : base(message) => Chinese = chinese;

    /// <summary>Makes the exception from a line that stands for both languages: what another program said.</summary>
    public ScenarioException(string message)
        : this(message, message)
    {
    }

    /// <summary>The line in Chinese; <see cref="Exception.Message"/> is English.</summary>
    public string Chinese { get; }
}
