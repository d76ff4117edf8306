using System.Collections.Generic;
using System.Linq;

namespace Texts.Tests;

/// <summary>Lets a rule name all its offenders at once instead of the first.</summary>
public static class Findings
{
    /// <summary>Fails, naming each offender on a line, where there is one.</summary>
    public static void None(IEnumerable<string> offenders, string rule)
    {
        List<string> found = offenders.ToList();
        Assert.IsEmpty(found, rule + ":\n" + string.Join('\n', found));
    }
}
