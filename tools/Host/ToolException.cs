using System;

namespace Tools.Host;

/// <summary>Why a tool cannot go on, as one line for the person who called it, and the exit code that says the same to a script.</summary>
public sealed class ToolException : Exception
{
    /// <param name="message">One line: what is wrong, and what to do about it where that is not plain.</param>
    public ToolException(string message, int exitCode = ExitCode.Failed)
        : base(message) => Code = exitCode;

    /// <summary>One of <see cref="ExitCode"/>.</summary>
    public int Code { get; }
}

/// <summary>Exit codes of all tools.</summary>
public static class ExitCode
{
    /// <summary>Did what was asked.</summary>
    public const int Done = 0;

    /// <summary>The world was in the way: no broker, no permission, a missing library.</summary>
    public const int Failed = 1;

    /// <summary>The call was wrong: unknown option, scenario or name.</summary>
    public const int WrongCall = 2;

    /// <summary>A defect of the tool itself.</summary>
    public const int Defect = 70;
}
