using System;
using System.Diagnostics;
using System.Threading;

namespace EndToEnd.Tests;

/// <summary>Waiting for what happens in other processes.</summary>
internal static class Wait
{
    /// <summary>Real time after which something that should have happened long ago is a failure; generous, because the machine may be busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Returns when it is so; fails the test when it is not in time.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="seen">What there is instead, for the message.</param>
    /// <param name="patience">How long at most; <see cref="Patience"/> where nothing is said.</param>
    public static void Until(string what, Func<bool> isSo, Func<string> seen, TimeSpan? patience = null)
    {
        TimeSpan limit = patience ?? Patience;
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            if (watch.Elapsed > limit)
            {
                Assert.Fail($"not within {limit.TotalSeconds} s: {what}\n{seen()}");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Lets real time pass in which something must not happen.</summary>
    public static void Quiet(double seconds) => Thread.Sleep(TimeSpan.FromSeconds(seconds));
}
