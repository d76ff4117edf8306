using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>From a physical fault at the site to the service centre, through a real broker.</summary>
[TestClass]
public class AlarmPathTests
{
    private const double Speed = 4;

    /// <summary>Real seconds after a raise in which nothing else may come: 20 s of the site.</summary>
    private const double AfterRaise = 20 / Speed;

    [TestMethod]
    public void ADryWellReachesTheCentreAndEverySubscriberExactlyOnce()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber[] subscribers = [bench.Subscribe("well-1"), bench.Subscribe("well-1")];
        VirtualUnit unit = bench.StartUnit("well-1", "dry-well", Speed);
        foreach (Subscriber subscriber in subscribers)
        {
            subscriber.WaitForAlarm(305);
        }

        Wait.Quiet(AfterRaise);
        foreach (Subscriber subscriber in subscribers)
        {
            Assert.HasCount(1, subscriber.Alarms(305, "raised"), subscriber.ToString());
            AssertInTime(subscriber.Alarms(305, "raised")[0]);
            AssertOnly(305, subscriber);
            Validator.AssertValid(subscriber, "state", "about", "snapshot", "alarm", "stored");
        }

        Assert.HasCount(1, bench.Centre.With("305 Pump runs dry").FindAll(line => line.Contains("raised")), bench.Centre.ToString());
        unit.Ask("status", "Outbox       0 records");
        unit.AssertAlive();
    }

    [TestMethod]
    public void AnAlarmRaisedWhileTheBrokerIsDeadArrivesOnceItIsBack()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "dry-well", Speed);
        long before = (long)subscriber.WaitForState("online", IsOnline)["session"];
        unit.Events.WaitFor("site inject dry-well");
        bench.KillBroker();
        unit.Ask("faults", "305");
        bench.RestartBroker();
        subscriber.WaitForAlarm(305);
        bench.Centre.WaitFor("305 Pump runs dry");
        subscriber.WaitForState("a new session", state => IsOnline(state) && (long)state["session"] > before);
        Wait.Quiet(AfterRaise);

        List<JsonNode> raised = subscriber.Alarms(305, "raised");
        Assert.HasCount(1, raised.Select(alarm => (string)alarm["id"]).Distinct());
        Assert.IsTrue((bool)raised[0]["historical"], subscriber.ToString());
        Assert.HasCount(1, bench.Centre.With("305 Pump runs dry").FindAll(line => line.Contains("raised")), bench.Centre.ToString());
        unit.Ask("status", "Outbox       0 records");
        unit.AssertAlive();
    }

    /// <summary>The alarm is at the broker and its receipt never comes: the centre stands still, and the broker dies with what it holds.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void AnAlarmWhoseReceiptIsLostComesAgainAndCountsOnce(bool centreSurvives)
    {
        using var bench = new Bench();
        Child centre = bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "dry-well", Speed);
        subscriber.WaitForState("online", IsOnline);
        unit.Events.WaitFor("site inject dry-well");
        Signals.Send("STOP", centre.Id);
        subscriber.WaitForAlarm(305);
        unit.Ask("status", "Outbox       1 records");
        bench.KillBroker();
        Signals.Send(centreSurvives ? "CONT" : "KILL", centre.Id);
        bench.RestartBroker();
        if (!centreSurvives)
        {
            bench.StartCentre();
        }

        unit.Ask("status", "Outbox       0 records");
        Wait.Quiet(AfterRaise);
        List<JsonNode> raised = subscriber.Alarms(305, "raised");
        Assert.IsGreaterThanOrEqualTo(2, raised.Count, subscriber.ToString());
        Assert.HasCount(1, raised.Select(alarm => (string)alarm["id"]).Distinct());
        Assert.HasCount(1, bench.Centre.With("305 Pump runs dry").FindAll(line => line.Contains("raised")), bench.Centre.ToString());
        unit.AssertAlive();
    }

    [TestMethod]
    public void TheLinkLedIsSteadySoonAfterACleanStart()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForMessage("stored");
        Wait.Quiet(AfterRaise);
        string[] last = unit.Events.With("leds ").FindLast(line => line.Contains("link=0")).Split(' ');
        Assert.IsLessThan(10_000L, long.Parse(last[1], CultureInfo.InvariantCulture), unit.Events.ToString());
        Assert.Contains("link=1", unit.Events.With("leds ")[^1]);
        unit.Ask("status", "Outbox       0 records");
    }

    [TestMethod]
    public void AttemptsWithoutABrokerCountAsNoSession()
    {
        using var bench = new Bench();
        bench.KillBroker();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        unit.Ask("status", "nobody answers at the broker's address");
        Wait.Quiet(8 / Speed); // the pauses before the second, third and fourth attempt are 7 s at most
        bench.RestartBroker();
        Subscriber subscriber = bench.Subscribe("well-1");
        const long First = 65536 + 1;
        Assert.AreEqual(First, (long)subscriber.WaitForState("online", IsOnline)["session"]);
        Wait.Until("a snapshot", () => subscriber.All("snapshot").Count > 0, subscriber.ToString);
        JsonNode counters = subscriber.All("snapshot")[0].Json["counters"];
        Assert.AreEqual(1, (int)counters["link_sessions"]);
        Assert.IsGreaterThanOrEqualTo(4, (int)counters["link_attempts"]);
        unit.Kill();
        Assert.AreEqual(First, (long)subscriber.WaitForState("the will", state => !IsOnline(state))["session"]);
    }

    [TestMethod]
    public void TelemetryComesEveryFiveMinutes()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        bench.StartUnit("well-1", "normal", speed: 20);
        Wait.Until("telemetry of two periods", () => subscriber.All("telemetry").Count >= 4, subscriber.ToString);
        long[] sent = subscriber.All("telemetry").Select(message => (long)message.Json["now"]["ms"]).ToArray();
        Assert.IsInRange(299_000L, 305_000L, sent[2] - sent[0]);
        Assert.IsNotNull(subscriber.All("telemetry")[0].Json["readings"]["supply_mv"]);
        Assert.IsNotNull(subscriber.All("telemetry")[1].Json["readings"]["power_w"]);
        Validator.AssertValid(subscriber, "telemetry", "snapshot", "state", "about");
    }

    [TestMethod]
    public void AKilledUnitLeavesItsWillWithItsSession()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        JsonNode online = subscriber.WaitForState("online", IsOnline);
        unit.Kill();
        JsonNode will = subscriber.WaitForState("the will", state => !IsOnline(state));
        Assert.AreEqual((long)online["session"], (long)will["session"]);
        Assert.AreEqual((long)online["boot"], (long)will["boot"]);
    }

    [TestMethod]
    public void AfterAPowerCutTheIdsGoOnAndNoneIsUsedAgain()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit first = bench.StartUnit("well-1", "dry-well", Speed);
        subscriber.WaitForAlarm(305);
        first.Ask("status", "Outbox       0 records");
        first.Kill();
        List<string> before = subscriber.Alarms().ConvertAll(alarm => (string)alarm["id"]);

        bench.StartUnit("well-1", "supply-low", Speed);
        subscriber.WaitForAlarm(103);
        List<JsonNode> after = subscriber.Alarms().FindAll(alarm => (long)alarm["sent"]["boot"] == 2);
        Assert.IsNotEmpty(after, subscriber.ToString());
        foreach (JsonNode alarm in after.Where(alarm => !(bool)alarm["historical"]))
        {
            Assert.AreEqual(Epoch(before[0]), Epoch((string)alarm["id"]));
            Assert.IsGreaterThan(before.Max(Seq), Seq((string)alarm["id"]));
        }

        bench.Centre.WaitFor("103 ");
    }

    /// <summary>The scenario began with the unit's start: at ordinary speed nobody waits longer than a minute.</summary>
    private static void AssertInTime(JsonNode alarm) => Assert.IsLessThan(60_000L, (long)alarm["confirmed"]["ms"]);

    private static bool IsOnline(JsonNode state) => (bool)state["online"];

    private static string Epoch(string id) => id.Split('-')[0];

    private static long Seq(string id) => long.Parse(id.Split('-')[1]);

    private static void AssertOnly(int code, Subscriber subscriber) =>
        Assert.IsEmpty(subscriber.Alarms().Where(alarm => (int)alarm["code"] != code && (int)alarm["level"] <= 2), subscriber.ToString());
}
