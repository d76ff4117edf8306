using System;

namespace EndToEnd.Tests;

/// <summary>What a technician looks at and does beside the visit, in both languages.</summary>
[TestClass]
public class TranscriptTests : Transcript
{
    private VirtualUnit _unit;

    [TestMethod]
    [DataRow("en")]
    [DataRow("zh")]
    public void Session_LooksAsItDidWhenItWasRead(string language)
    {
        Compare("session-" + language, () => PlaySession(language));
    }

    private void PlaySession(string language)
    {
        using var bench = new Bench();
        _unit = bench.StartUnit("well-1", "normal", speed: 4);
        _unit.Events.WaitFor("console ");
        using (Screen = new TmuxScreen(_unit.Events.With("console ")[0]["console ".Length..]))
        {
            Wait.Quiet(3);
            Look(language);
            ComeAndGo();
            Narrow();
            Serve();
        }

        _unit.AssertAlive();
    }

    /// <summary>A meter is dead and the centre has its alarm: the contract's clocks run. What a technician looks at and does beside the faults, a meter's exchange and an inspection.</summary>
    [TestMethod]
    [DataRow("en")]
    [DataRow("zh")]
    public void Service_LooksAsItDidWhenItWasRead(string language)
    {
        if (language == "en" && Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") != "1")
        {
            Assert.Inconclusive("long: needs FIRMWARE_TESTS_LONG=1");
        }

        Compare("service-" + language, () => PlayService(language));
    }

    private void PlayService(string language)
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        _unit = bench.StartUnit("well-1", "dead-meter", speed: 4, null, "enrol=12:" + Pin);
        subscriber.WaitForAlarm(201);
        using (Screen = new TmuxScreen(_unit.Events.With("console ")[0]["console ".Length..]))
        {
            Wait.Quiet(3);
            Screen.Press("Enter");
            Step("lang " + language);
            Clocks();
            LookAround();
            DrillAndLog();
            Exchange();
            Inspect(language);
        }

        _unit.AssertAlive();
    }

    private void Clocks()
    {
        Step("status");
        Step("faults");
        Step("why 201");
        More();
        More();
    }

    private void LookAround()
    {
        Step("readings");
        Press("q");
        Step("readings live");
        Press("q");
        Step("bands");
        Step("clock");
        Step("network");
        Step("lamp");
        Step("selftest start");
        Wait.Quiet(12);
        Step("selftest");
        Step("export");
    }

    private void DrillAndLog()
    {
        Step("drill");
        Step("login 12");
        Step(Pin);
        Step("drill start");
        Wait.Quiet(6);
        Step("drill");
        Step("ack 201 GD-1121 2");
        Step("faults");
        Step("log");
    }

    private void Exchange()
    {
        Step("meter");
        Step("meter out 1 26010118 1234.567");
        Step("yes");
        Step("meter in 1 26010119 0.000 QF-00871 2028-09-21");
        Step("yes");
        Step("meter");
        Step("faults clear");
        Step("yes");
    }

    /// <summary>A run from its start to its report: what is asked is left out until the unit measures, then the run is stopped. Its report does not depend on when each answer came.</summary>
    private void Inspect(string language)
    {
        Step("inspect");
        Enter("inspect start " + (language == "zh" ? "巡检" : "patrol"));
        foreach (int item in (int[])[7, 8, 15, 16, 17, 18])
        {
            WaitFor($"[{item}/30]");
            Enter("inspect skip");
        }

        WaitFor("[20/30]");
        Enter("inspect stop");
        WaitFor(language == "zh" ? "巡检结束" : "The inspection is over");
        Wait.Quiet(5); // its report is on its way to the centre
        Step("inspect");
        More();
        _unit.Tell("door open");
        Wait.Quiet(2);
        Step("visit");
    }

    private void Look(string language)
    {
        Screen.Press("Enter");
        Note("> ");
        Step("lang " + language);
        Step("help");
        Step("help why");
        Step("status");
        Step("faults");
        Step("why 305");
        More();
        Step("wy 305");
        Step("why");
        Step("screen 20");
        Step("ack 305");
        Step("clock");
        Step("counters");
        Step("parts");
        Step("network");
        Step("storage");
        Step("config supply_act_mv");
    }

    private void ComeAndGo()
    {
        Step("persons");
        Step("login 12");
        Step("1234");
        _unit.Tell("press 600");
        Wait.Quiet(1);
        Step("persons add 12");
        Step("123456");
        Step("persons add 12");
        Step(Pin);
        Step(Pin);
        Step("login 12");
        Step("000000");
        Step("login 12");
        Step(Pin);
        Step("shelve 404 24 1");
        Step("shelve");
        Step("maintenance on 2");
        Step("restart");
        Step("");
        Step("status");
        Step("maintenance off");
        Step("config low_pressure_kpa 9999");
        Step("config low_pressure_kpa 160");
        Step("config pulse_ml 5000");
        Step("config pulse_ml");
        Step("factory reset");
        Step("");
        _unit.Tell("inject supply-low");
        Wait.Quiet(12);
        Step("faults");
        Step("why 103");
        More();
        Step("ack 103");
        Step("status");
        _unit.Tell("clear supply-low");
        Step("logout");
    }

    private void Narrow()
    {
        Step("screen 40");
        Step("status");
        Step("why 404");
        Press("q");
    }

    /// <summary>A visit, as far as its screens do not depend on when the check ends.</summary>
    private void Serve()
    {
        Screen.Type("screen 80");
        Screen.Press("Enter");
        Wait.Quiet(25); // 103 of before has cleared
        Step("visit");
        Step("login 12");
        Step(Pin);
        Step("visit note x");
        _unit.Tell("door open");
        Wait.Quiet(2);
        Step("visit");
        Step("visit note 接线松动，已紧固");
        Step("visit part 103 2");
        Step("visit part PSU-12V 2");
        Step("visit part 999");
        Step("visit unrepaired 103");
        Step("visit reference supply_mv 12600");
        Step("visit grade 1 2 3");
        Step("visit grade 1 2 3 4");
        Step("visit confirm 482914");
        Step("visit");
        Step("help visit");
    }
}
