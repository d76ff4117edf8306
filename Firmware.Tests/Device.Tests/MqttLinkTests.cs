using System.Linq;
using System.Text;
using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>The link's worker against a broker that answers at once, refuses, is silent or is absent, and against a network stack that hangs.</summary>
[TestClass]
public class MqttLinkTests : BoardTest
{
    private const int Boot = 3;
    private const int Epoch = 7;
    private const int FirstSession = (Boot * 65536) + 1;
    private static readonly byte[] s_payload = "{}"u8.ToArray();

    private readonly byte[] _into = new byte[512];
    private readonly Troubles _troubles = new();
    private FakeBroker _broker;
    private PlatformClock _clock;
    private Topics _topics;
    private MqttLink _link;

    [TestInitialize]
    public void StartLink()
    {
        _broker = new FakeBroker();
        Settings settings = SettingsFor(_broker.Port);
        _clock = new PlatformClock();
        _topics = new Topics("east", "well-1");
        _link = new MqttLink(settings, _clock, new WifiNetwork(settings), _troubles) { NextEpoch = Epoch, MayConnect = true };
    }

    [TestCleanup]
    public void StopBroker() => _broker.Dispose();

    [TestMethod]
    public void ItConnectsPublishesAndTakesWhatComes()
    {
        Assert.IsFalse(Publish(_topics.Alarm), "no broker, no publish");
        Connect();
        Assert.AreEqual(LinkTrouble.None, _link.Trouble);
        Assert.IsTrue(Publish(_topics.Alarm));
        Assert.IsFalse(Publish(_topics.Alarm), "the mailbox holds one");
        Until(() => _broker.Published.Contains(_topics.Alarm) && _link.InFlight == 0, "the publish and its acknowledgement");
        _broker.Send(_topics.Stored, Encoding.UTF8.GetBytes("{\"a\":1}"), retain: false);
        AssertComes(Inbound.Stored, 7);
        _broker.Send(_topics.Stored, s_payload, retain: true);
        AssertComes(Inbound.Refused, 0);
        _broker.Send(_topics.Command, new byte[513], retain: false);
        AssertComes(Inbound.Refused, 0);
        _broker.Send(_topics.Command, new byte[512], retain: false);
        AssertComes(Inbound.Command, 512);
        Assert.AreEqual(0, _troubles.Count);
    }

    [TestMethod]
    public void AnAcknowledgementBeforePublishReturnsLeaksNothing()
    {
        Connect();
        for (int i = 0; i < 10; i++)
        {
            Hardware.Network.PublishHangs = true;
            int before = _broker.Published.Count;
            Assert.IsTrue(Publish(_topics.Alarm), "publish " + i);
            Until(() => _broker.Published.Count > before && _link.InFlight == 1, "the acknowledgement; only the mailbox is left");
            Hardware.Network.PublishHangs = false;
            Until(() => _link.InFlight == 0, "the return of Publish");
        }
    }

    [TestMethod]
    public void RefusedConnectsAndThoseWithoutATcpConnectionHaveNoNumber()
    {
        _broker.Answer = 5;
        _link.Start(_topics, Boot);
        Until(() => _link.Attempts >= 3 && _link.Trouble == LinkTrouble.Refused, "two refusals");
        Assert.AreEqual(0, _link.Sessions);
        _broker.Answer = 0;
        Until(() => _link.Reach == LinkReach.Broker, "a connection");
        Assert.AreEqual(1, _link.Sessions);
        Assert.AreEqual(1, _link.SessionNumber);
        Assert.IsGreaterThanOrEqualTo(3, _link.Attempts);
        Assert.IsTrue(_broker.Wills.All(will => will == (Epoch, FirstSession)), string.Join(' ', _broker.Wills));
    }

    [TestMethod]
    public void AConnectWithoutAnAnswerUsesItsNumberUp()
    {
        _broker.Answer = -1;
        _link.Start(_topics, Boot);
        Until(() => _link.Trouble == LinkTrouble.Unreachable, "the end of an attempt without an answer", 60_000);
        _broker.Answer = 0;
        Until(() => _link.Reach == LinkReach.Broker, "a connection");
        Assert.AreEqual(1, _link.Sessions);
        Assert.AreEqual(2, _link.SessionNumber);
        CollectionAssert.AreEqual(new (uint, long)[] { (Epoch, FirstSession), (Epoch, FirstSession + 1) }, _broker.Wills.ToArray());
    }

    /// <summary>A session keeps the epoch that its will was given; the next one has the next.</summary>
    [TestMethod]
    public void EachSessionIsNumberedInTheEpochOfItsWill()
    {
        Connect();
        _link.NextEpoch = 9;
        Assert.AreEqual(Epoch, _link.SessionEpoch);
        _broker.Last.Close();
        Until(() => _link.Sessions == 2, "a second session");
        Assert.AreEqual(9, _link.SessionEpoch);
        CollectionAssert.AreEqual(new (uint, long)[] { (Epoch, FirstSession), (9, FirstSession + 1) }, _broker.Wills.ToArray());
    }

    /// <summary>No connect before the loop has said in which epoch.</summary>
    [TestMethod]
    public void NoAttemptBeginsBeforeItMay()
    {
        _link.MayConnect = false;
        _link.Start(_topics, Boot);
        Pass(5000);
        Assert.AreEqual(0, _link.Attempts);
        _link.MayConnect = true;
        Until(() => _link.Reach == LinkReach.Broker, "a connection");
    }

    [TestMethod]
    public void RefusedSubscriptionsAreARefusal()
    {
        _broker.RefusesSubscriptions = true;
        _link.Start(_topics, Boot);
        Until(() => _link.Trouble == LinkTrouble.Refused, "a refusal");
        Assert.AreEqual(0, _link.Sessions);
    }

    [TestMethod]
    public void AConnectThatHangsIsLeftBehindAndComesBackToNothing()
    {
        Hardware.Network.ConnectHangs = true;
        _link.Start(_topics, Boot);
        Until(() => _link.Attempts == 1, "an attempt");
        SuperviseUntilRestarted();
        Until(() => _link.Attempts == 2, "the new worker's attempt");
        Hardware.Network.ConnectHangs = false;
        Until(() => _broker.Wills.Count == 2 && _link.Reach == LinkReach.Broker && _broker.Open == 1, "both connects, and the end of the old one");
        Pass(5000);
        Assert.AreEqual(1, _link.Sessions, "the old worker's connect is none");
        Assert.AreEqual(2, _link.SessionNumber, "the old worker has used up the first number");
        Assert.AreEqual(LinkTrouble.None, _link.Trouble);
        CollectionAssert.AreEquivalent(new (uint, long)[] { (Epoch, FirstSession), (Epoch, FirstSession + 1) }, _broker.Wills.ToArray());
        Assert.AreEqual(1, _broker.Open);
        AssertPublishes();
    }

    [TestMethod]
    public void APublishThatHangsIsLeftBehindAndComesBackToNothing()
    {
        Connect();
        Hardware.Network.PublishHangs = true;
        Assert.IsTrue(Publish(_topics.Alarm));
        Until(() => _broker.Published.Count == 1, "the publish that hangs");
        SuperviseUntilRestarted();
        Assert.AreEqual(0, _link.InFlight, "the new worker begins with nothing");
        Assert.IsGreaterThan(0, _link.GivenUp, "and what the old one had handed over is given up, not acknowledged");
        Assert.AreNotEqual(LinkReach.Broker, _link.Reach);
        Until(() => _link.Sessions == 2, "the new worker's session");
        Assert.IsTrue(Publish(_topics.Snapshot), "the new worker's mailbox is free");
        Until(() => _broker.Published.Contains(_topics.Snapshot), "its publish");
        Hardware.Network.PublishHangs = false;
        Until(() => _broker.Open == 1, "the end of the old connection");
        Pass(5000);
        Assert.AreEqual(2, _link.Sessions);
        Assert.AreEqual(LinkReach.Broker, _link.Reach);
        Assert.AreEqual(0, _link.InFlight);
        AssertPublishes();
    }

    [TestMethod]
    public void AWorkerThatMovesIsNotReplaced()
    {
        Hardware.Network.LinkUp = false;
        _link.Start(_topics, Boot);
        for (int second = 0; second < 600; second++)
        {
            Pass(1000, 250);
            _link.Supervise(_clock.UptimeMs);
        }

        Assert.AreEqual(0, _link.Restarts);
        Assert.AreEqual(LinkTrouble.NoNetwork, _link.Trouble);
    }

    private void Connect()
    {
        _link.Start(_topics, Boot);
        Until(() => _link.Reach == LinkReach.Broker, "a connection");
    }

    private bool Publish(string topic) => _link.TryPublish(topic, s_payload, s_payload.Length, true, false);

    private void SuperviseUntilRestarted()
    {
        _link.Supervise(_clock.UptimeMs + 200_000);
        Assert.AreEqual(0, _link.Restarts, "not before four minutes");
        UnitTime.Advance(241_000_000);
        _link.Supervise(_clock.UptimeMs);
        Assert.AreEqual(1, _link.Restarts);
    }

    private void AssertPublishes()
    {
        int before = _broker.Published.Count;
        Assert.IsTrue(Publish(_topics.Telemetry));
        Until(() => _broker.Published.Count == before + 1 && _link.InFlight == 0, "a publish afterwards");
    }

    private void AssertComes(Inbound kind, int length)
    {
        Inbound what = Inbound.None;
        int count = 0;
        Until(() => (what = _link.TryTake(_into, out count)) != Inbound.None, "a message");
        Assert.AreEqual(kind, what);
        Assert.AreEqual(length, count);
    }
}
