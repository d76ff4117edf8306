using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>POSIX signals to one process.</summary>
internal static class Signals
{
    /// <param name="signal">Name without SIG: <c>KILL</c>.</param>
    /// <param name="id">Process id, above 0.</param>
    public static void Send(string signal, int id)
    {
        Assert.IsGreaterThan(0, id, "no such process");
        using Process kill = Process.Start("kill", ["-" + signal, $"{id}"]);
        kill.WaitForExit();
    }
}
