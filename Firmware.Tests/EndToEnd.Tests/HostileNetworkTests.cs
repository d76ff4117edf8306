using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>What comes over the network, or does not come, never ends a unit.</summary>
[TestClass]
public class HostileNetworkTests
{
    private const double Speed = 4;

    [TestMethod]
    public void AUnitWithAWrongHostNameKeepsWorkingAndSaysSo()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed, "no-such-host.invalid:1883");
        unit.Ask("status", "host name is unknown");
        unit.Ask("status", "Pump         runs"); // the farmer asked for water, and gets it
        unit.Ask("faults", "no fault");
        unit.AssertAlive();
    }

    [TestMethod]
    public void RefusedCredentialsAreSaidAndTriedAgainWithPauses()
    {
        using var bench = new Bench(new BrokerOptions(AllowAnonymous: false));
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        int first = Attempts(unit.Ask("status", "refuses user or password"));
        Wait.Quiet(40 / Speed);
        int second = Attempts(unit.Ask("status", "refuses user or password"));
        Assert.IsGreaterThan(first, second);
        Assert.IsLessThanOrEqualTo(first + 7, second); // 40 s after failures with pauses of 0.5 … 1, 1 … 2, 2 … 4, 4 … 8, 8 … 16 s
        unit.AssertAlive();
    }

    [TestMethod]
    [DataRow("stored")]
    [DataRow("command")]
    public void GarbageOnADownTopicIsSurvived(string kind)
    {
        using var bench = new Bench(new BrokerOptions(LongestMessage: 0));
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        subscriber.Publish(kind, "{\"epoch\":1,\"upTo\":4294967295,\"at\":1,\"plus\":[]}"u8.ToArray(), retain: true);
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForState("online", state => (bool)state["online"]);
        foreach (byte[] garbage in Garbage())
        {
            subscriber.Publish(kind, garbage, retain: false);
        }

        long session = (long)subscriber.WaitForState("online", state => (bool)state["online"])["session"];
        subscriber.Publish(kind, Enumerable.Repeat((byte)'{', 1 << 20).ToArray(), retain: false);
        subscriber.WaitForState("back after a megabyte", state => (bool)state["online"] && (long)state["session"] > session);
        unit.Tell("run-request on");
        unit.Tell("inject supply-low");
        subscriber.WaitForAlarm(103);
        bench.Centre.WaitFor("103 ");
        unit.Ask("status", "Outbox       0 records");
        unit.AssertAlive();
    }

    [TestMethod]
    public void GarbageFromAUnitGivesTheCentreOneLineAndNoAnswer()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-9");
        subscriber.Publish("alarm", "not JSON\u001b[2J"u8.ToArray(), retain: false);
        bench.Centre.WaitFor("refused");
        Wait.Quiet(1);
        Assert.HasCount(1, bench.Centre.With("refused"));
        Assert.IsEmpty(subscriber.All("stored"));
    }

    [TestMethod]
    public void AnUnknownLiveFaultIsRefusedInOneLineAndTheUnitGoesOn()
    {
        using var bench = new Bench();
        VirtualUnit unit = bench.StartUnit("well-1", "normal", Speed);
        unit.Events.WaitFor("console ");
        unit.Tell("inject dry-wel");
        unit.Events.WaitFor("refused ");
        CollectionAssert.AreEqual(new[] { "refused there is no fault \"dry-wel\"; the nearest is \"dry-well\"" }, unit.Events.With("refused "));
        unit.Ask("status", "no fault");
        unit.AssertAlive();
    }

    private static byte[][] Garbage() =>
    [
        [],
        [0],
        "{"u8.ToArray(),
        "null"u8.ToArray(),
        "{\"epoch\":\"x\"}"u8.ToArray(),
        "{\"epoch\":1,\"upTo\":99999999999999999999,\"at\":0,\"plus\":[[1]]}"u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('[', 512)),
        Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(),
        new byte[4096],
    ];

    private static int Attempts(string status)
    {
        Match found = Regex.Match(status, "attempt ([0-9]+)");
        Assert.IsTrue(found.Success, status);
        return int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
