using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The console on a pseudo-terminal, as a technician's terminal program opens it.</summary>
[TestClass]
public class ConsoleTests
{
    [TestMethod]
    public void ItAnswersHelpStatusAndFaults()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", speed: 2);
        StringAssert.Contains(unit.Ask("help", "lang"), "status");
        StringAssert.Contains(unit.Ask("status", "三号井"), "east-village/well-1");
        unit.Ask("faults", "no fault");
    }

    [TestMethod]
    public void ItSurvivesATerminalThatGoesAndComes()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", speed: 2);
        unit.Ask("status", "Supply");
        unit.CloseConsole();
        unit.Ask("status", "Supply");
        unit.AssertAlive();
    }

    /// <summary>A terminal that echoed would send the unit its own words back.</summary>
    [TestMethod]
    public void ItIsRaw()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", speed: 2);
        unit.Ask("faults", "no fault");
        Wait.Quiet(1);
        Assert.IsEmpty(Regex.Matches(unit.Said, "Unknown command"), unit.Said);
    }

    /// <summary>More than a terminal's buffer, and nobody there to read it: the unit goes on, and the newest is there for who comes later.</summary>
    [TestMethod]
    public void NobodyNeedsToRead()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", speed: 2);
        unit.Ask("status", "Supply");
        unit.StopReading();
        for (int time = 0; time < 40; time++)
        {
            unit.Type("help");
            Wait.Quiet(0.05);
        }

        unit.CloseConsole();
        unit.Ask("status", "Supply");
        unit.AssertAlive();
    }
}
