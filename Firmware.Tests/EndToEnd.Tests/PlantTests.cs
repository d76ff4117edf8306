using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>
/// Every sensor of the plant from a physical change of the site to the service centre: through pins, I²C, RS485 and radio of the emulated board. Each change is the only one at
/// its site while it lasts.
/// </summary>
[TestClass]
public class PlantTests
{
    private const double Speed = 10;

    /// <summary>A change of the site, its fault, its level, the seconds of the site that it may take, and the reading that shows it in the evidence.</summary>
    [TestMethod]
    public void FloatLevelAndThermometerTellTheirFaults()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "outlet-throttled");
        unit.Tell("clear outlet-throttled");
        unit.Tell("run-request off");
        unit.Tell("inject heat-wave 60");
        Assert.AreEqual(1, (int)Raise(unit, subscriber, "inject chamber-flooded", "clear chamber-flooded", 406, 2, 60)["chamber_flooded"]);
        Assert.IsInRange(100, 199, (int)Raise(unit, subscriber, "inject dry-well 4.5", "clear dry-well", 409, 4, 400)["well_level_cm"]);
        Assert.IsGreaterThan(70000, (int)Evidence(subscriber, 907, 3, 1200)["temperature_mdegc"]);
        unit.AssertAlive();
    }

    [TestMethod]
    public void PowerMeterTellsItsFaults()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "outlet-throttled");
        unit.Tell("clear outlet-throttled");
        Assert.IsLessThan(180000, (int)Raise(unit, subscriber, "inject phase-lost 2", "clear phase-lost", 308, 1, 60)["voltage_2_mv"]);
        Assert.AreEqual("timeout", (string)Raise(unit, subscriber, "inject power-meter-dead", "clear power-meter-dead", 310, 3, 60)["power_w"]);
        Assert.IsEmpty(subscriber.Alarms(202, "raised"), subscriber.ToString());
        unit.AssertAlive();
    }

    [TestMethod]
    public void OverloadStopsThePumpUntilTheSelectorWasTurned()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "impeller-rubbing");
        Assert.IsGreaterThan(12650, (int)Evidence(subscriber, 306, 1, 90)["power_w"]);
        unit.Ask("status", "Pump         off");
        unit.Tell("clear impeller-rubbing");
        Wait.Quiet(20 / Speed);
        unit.Ask("status", "Pump         off");
        unit.Tell("selector hand");
        Wait.Quiet(10 / Speed);
        unit.Tell("selector auto");
        unit.Ask("status", "Pump         runs");
        unit.AssertAlive();
    }

    [TestMethod]
    public void CardReaderDoorAndPanelTellTheirFaults()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "outlet-throttled");
        unit.Tell("clear outlet-throttled");
        unit.Tell("run-request off");
        Assert.AreEqual("timeout", (string)Raise(unit, subscriber, "inject card-reader-dead", "clear card-reader-dead", 503, 3, 60)["card_present"]);
        unit.Tell("stranger-card held");
        Assert.AreEqual(77777777, (int)Raise(unit, subscriber, "door open", "door shut", 502, 2, 120)["card_number"]);
        unit.Tell("stranger-card away");
        Assert.AreEqual(0, (int)Raise(unit, subscriber, "inject panel-bridged", "clear panel-bridged", 504, 3, 60)["selector_hand"]);
        Assert.IsEmpty(subscriber.Alarms(309, "raised"), subscriber.ToString());
        unit.AssertAlive();
    }

    [TestMethod]
    public void ATechniciansCardMakesAnOpenDoorWork()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "visit", "enrol=12:482913");
        unit.Events.WaitFor("site door shut");
        unit.Tell("door open"); // he comes back for what he forgot: within five minutes it is still his visit
        Wait.Quiet(100 / Speed);
        Assert.IsEmpty(subscriber.Alarms(502, "raised"), subscriber.ToString());
        unit.AssertAlive();
    }

    [TestMethod]
    public void AJammedValveKeepsThePumpOff()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "valve-jammed");
        JsonNode evidence = Evidence(subscriber, 303, 1, 120);
        Assert.AreEqual(1, (int)evidence["valve_command"]);
        Assert.AreEqual(0, (int)evidence["valve_is_open"]);
        unit.Ask("status", "Pump         off");
        unit.Tell("clear valve-jammed");
        unit.Tell("run-request off");
        Wait.Quiet(30 / Speed);
        unit.Tell("run-request on");
        unit.Ask("status", "Pump         runs");
        unit.AssertAlive();
    }

    /// <summary>A stone holds the valve half open when the pump has stopped: the water cannot be shut off (304).</summary>
    [TestMethod]
    public void AValveThatDoesNotShutIsTold()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "motor-valve");
        unit.Ask("status", "Pump         runs");
        unit.Tell("inject valve-jammed 0.5");
        unit.Tell("run-request off");
        JsonNode evidence = Evidence(subscriber, 304, 1, 120);
        Assert.AreEqual(0, (int)evidence["valve_command"]);
        Assert.AreEqual(0, (int)evidence["valve_is_shut"]);
        unit.AssertAlive();
    }

    [TestMethod]
    public void AWeakSignalIsSeenByTheScan()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = Start(bench, subscriber, "weak-signal");
        Assert.IsInRange(-100, -86, (int)Evidence(subscriber, 604, 4, 300)["link_signal_dbm"]);
        unit.AssertAlive();
    }

    private static VirtualUnit Start(Bench bench, Subscriber subscriber, string scenario, params string[] settings)
    {
        VirtualUnit unit = bench.StartUnit("well-1", scenario, Speed, settings: settings);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        return unit;
    }

    /// <summary>Makes the change, waits for its alarm, and takes it back; the evidence of the alarm.</summary>
    private static JsonNode Raise(VirtualUnit unit, Subscriber subscriber, string change, string end, int code, int level, int seconds)
    {
        unit.Tell(change);
        JsonNode evidence = Evidence(subscriber, code, level, seconds);
        unit.Tell(end);
        return evidence;
    }

    private static JsonNode Evidence(Subscriber subscriber, int code, int level, int seconds)
    {
        subscriber.WaitForAlarm(code, patience: TimeSpan.FromSeconds((seconds / Speed) + Wait.Patience.TotalSeconds));
        JsonNode alarm = subscriber.Alarms(code, "raised")[0];
        Assert.AreEqual(level, (int)alarm["level"], alarm.ToJsonString());
        long took = (long)alarm["confirmed"]["ms"] - (long)alarm["onset"]["ms"];
        Assert.IsLessThanOrEqualTo(seconds * 1000L, took, string.Create(CultureInfo.InvariantCulture, $"{code} took {took} ms"));
        return alarm["evidence"];
    }
}
