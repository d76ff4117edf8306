using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace EndToEnd.Tests;

/// <summary>
/// Every shipped scenario through the whole path: the right alarm, and no other of level 1 or 2. By default the two that no other test runs and that are
/// quick; all of them with FIRMWARE_TESTS_LONG=1 (<c>tools/test --long</c>).
/// </summary>
[TestClass]
public class ScenarioTests
{
    private const int Default = 2;

    /// <summary>Seconds of the site after the alarm in which nothing else may come.</summary>
    private const double QuietSeconds = 40;

    /// <summary>
    /// Scenario, code, level, seconds of the site within which it must come, whether the pump runs afterwards, speed. A code of 0 is a scenario without an alarm.
    /// </summary>
    private static readonly object[][] s_scenarios =
    [
        ["dead-meter", 201, 2, 60, true, 4.0],
        ["supply-low", 103, 1, 40, true, 4.0],
        ["mains-lost", 101, 1, 60, false, 4.0],
        ["supply-sag", 102, 2, 60, true, 4.0],
        ["supply-high", 104, 2, 60, false, 4.0],
        ["charger-dead", 106, 4, 640, false, 8.0],
        ["rs485-cut", 202, 2, 60, true, 4.0],
        ["rs485-noise", 203, 3, 200, true, 4.0],
        ["bus-meter-electrode", 204, 2, 60, true, 4.0],
        ["noisy-input", 208, 4, 90, false, 4.0],
        ["welded-contactor", 302, 1, 60, true, 4.0],
        ["dry-well", 305, 2, 60, false, 4.0],
        ["closed-valve", 305, 2, 60, false, 4.0],
        ["hand-run", 309, 4, 60, true, 4.0],
        ["leak-at-rest", 401, 2, 340, false, 4.0],
        ["pressure-wire-cut", 408, 3, 60, true, 4.0],
        ["door-opened", 501, 4, 1850, false, 16.0],
        ["normal", 0, 0, 120, false, 4.0],
    ];

    private static int s_reached;

    /// <summary>The rows of this run.</summary>
    public static IEnumerable<object[]> Scenarios =>
        s_scenarios.Take(Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1" ? s_scenarios.Length : Default);

    [TestMethod]
    [DynamicData(nameof(Scenarios))]
    public void AScenarioRaisesItsFaultInTimeAndNoOtherOfTheWorstLevels(string scenario, int code, int level, int seconds, bool runs, double speed)
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", scenario, speed);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        if (code == 0)
        {
            Wait.Quiet(seconds / speed);
            Assert.IsEmpty(subscriber.Alarms(), subscriber.ToString());
        }
        else
        {
            subscriber.WaitForAlarm(code, patience: TimeSpan.FromSeconds((seconds / speed) + Wait.Patience.TotalSeconds));
            Wait.Quiet(QuietSeconds / speed);
            Assert.HasCount(1, subscriber.Alarms(code, "raised"), subscriber.ToString());
            Assert.AreEqual(level, (int)subscriber.Alarms(code, "raised")[0]["level"]);
            Assert.IsLessThanOrEqualTo(seconds * 1000L, (long)subscriber.Alarms(code, "raised")[0]["confirmed"]["ms"]);
        }

        Assert.IsEmpty(subscriber.Alarms().Where(alarm => (int)alarm["code"] != code && (int)alarm["level"] <= 2), subscriber.ToString());
        Validator.AssertValid(subscriber, code == 0 ? ["snapshot", "about", "state"] : ["alarm", "snapshot", "about", "state"]);
        if (runs)
        {
            unit.Ask("status", "Pump         runs");
        }

        unit.AssertAlive();
        Console.WriteLine($"{Interlocked.Increment(ref s_reached)} of {Scenarios.Count()} scenarios");
    }
}
