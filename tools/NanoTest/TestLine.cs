using System;
using System.Text.RegularExpressions;

namespace Tools.NanoTest;

public enum Outcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>
/// A line that the launcher prints for each test: <c>Test passed|failed|skipped,NAME.INDEX,DETAIL</c>. Setup and Cleanup print one too.
/// </summary>
/// <param name="Method">Full name of the method, without the index of the attribute that made it run.</param>
/// <param name="Detail">Ticks taken, or the message of a failure.</param>
public sealed partial record TestLine(Outcome Outcome, string Method, string Detail)
{
    /// <summary>The line as a test result, or null when it is none.</summary>
    public static TestLine Parse(string line)
    {
        var match = Pattern().Match(line);
        return match.Success
            ? new TestLine(Enum.Parse<Outcome>(match.Groups[1].Value, ignoreCase: true), match.Groups[2].Value, match.Groups[3].Value)
            : null;
    }

    [GeneratedRegex(@"^Test (passed|failed|skipped),([^,]+)\.\d+,(.*)$")]
    private static partial Regex Pattern();
}
