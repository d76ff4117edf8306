using System;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using Board.Native;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Tools.Mosquitto;

namespace Native.Tests;

/// <summary>The manners of M2Mqtt's client, against a real broker. Unit time runs fast only where a time-out is waited for.</summary>
[TestClass]
public class MqttClientTests : UnitTest
{
    private const int Fast = 20;

    private readonly BlockingCollection<string> _events = new();

    [TestInitialize]
    public void Connect()
    {
        UnitTime.UseRealTime(100);
        Assert.IsTrue(nanoFramework.Networking.WifiNetworkHelper.Reconnect());
        UnitTime.UseRealTime();
        MqttSettings.Instance.InflightQueueSize = MqttSettings.DefaultInflightQueueSize;
    }

    [TestMethod]
    public void TheConstructorResolvesTheHostAndThrowsWithoutANetwork()
    {
        using (new MqttClient("localhost"))
        {
        }

        Hardware.Network.DnsWorks = false;
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("localhost"));
        Hardware.Network.DnsWorks = true;
        nanoFramework.Networking.WifiNetworkHelper.Disconnect();
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("localhost"));
    }

    [TestMethod]
    public void OldVersionsOfTlsAreRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => new MqttClient("127.0.0.1", 8883, true, null, null, MqttSslProtocols.TLSv1_0));

    [TestMethod]
    public void PublishesSubscribesAndReceives()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("site.unit"));
        Assert.IsTrue(client.IsConnected);
        ushort subscription = client.Subscribe(["a", "b"], [MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtMostOnce]);
        Assert.AreEqual($"subscribed {subscription} AtLeastOnce,AtMostOnce", Next());
        ushort message = client.Publish("a", Encoding.UTF8.GetBytes("流量"), null, null, MqttQoSLevel.AtLeastOnce, false);
        string[] both = [Next(), Next()];
        CollectionAssert.Contains(both, $"published {message} True");
        CollectionAssert.Contains(both, "received a 流量 AtLeastOnce False");
        Assert.AreEqual(client.Unsubscribe(["a"]), ushort.Parse(Next().Split(' ')[1], null));
    }

    [TestMethod]
    public void ARefusalIsReturnedNotThrown()
    {
        using var broker = new Broker("allow_anonymous false");
        using MqttClient client = Watched(broker.Port);
        Assert.AreEqual(MqttReasonCode.ConnectionRefusedNotAuthorized, client.Connect("site.unit", "unit", "wrong"));
        Assert.IsFalse(client.IsConnected);
        Assert.IsEmpty(_events);
    }

    [TestMethod]
    public void NobodyListeningThrows()
    {
        using MqttClient client = Watched(Broker.FreePort());
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("site.unit"));
    }

    [TestMethod]
    public void WithoutANetworkConnectThrows()
    {
        using MqttClient client = Watched(Broker.FreePort());
        Hardware.Network.LinkUp = false;
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("site.unit"));
    }

    [TestMethod]
    public void NoAnswerThrowsAfterThirtySeconds()
    {
        using var broker = new SilentBroker(acceptsConnect: false);
        using MqttClient client = Watched(broker.Port);
        UnitTime.UseRealTime(Fast);
        long start = UnitTime.Microseconds;
        Assert.ThrowsExactly<MqttCommunicationException>(() => client.Connect("site.unit"));
        Assert.IsInRange(30.0, 90.0, (UnitTime.Microseconds - start) / 1e6);
    }

    [TestMethod]
    public void PublishingWithoutAConnectionQueuesUntilTheNextConnect()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        ushort message = client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        UnitTime.UseRealTime(Fast);
        Assert.IsFalse(_events.TryTake(out _, 300)); // 6 s of unit time: nothing is given up before it is tried
        UnitTime.UseRealTime();
        client.Connect("site.unit");
        Assert.AreEqual($"published {message} True", Next());
    }

    [TestMethod]
    public void CloseForgetsTheQueueAndRaisesNothing()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        client.Close();
        client.Connect("site.unit");
        client.Close();
        Assert.IsFalse(client.IsConnected);
        Assert.IsFalse(_events.TryTake(out string next, 200), next);
    }

    [TestMethod]
    public void AFullQueueThrows()
    {
        using MqttClient client = Watched(Broker.FreePort());
        MqttSettings.Instance.InflightQueueSize = 2;
        client.Publish("a", [1]);
        client.Publish("a", [1]);
        MqttClientException e = Assert.ThrowsExactly<MqttClientException>(() => client.Publish("a", [1]));
        Assert.AreEqual(MqttClientErrorCode.InflightQueueFull, e.ErrorCode);
    }

    [TestMethod]
    public void AnUnacknowledgedMessageIsGivenUpAfterThreeSeconds()
    {
        using var broker = new SilentBroker(acceptsConnect: true);
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit");
        UnitTime.UseRealTime(Fast);
        long start = UnitTime.Microseconds;
        ushort message = client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        Assert.AreEqual($"published {message} False", Next());
        Assert.IsInRange(2.9, 15.0, (UnitTime.Microseconds - start) / 1e6);
        Assert.IsTrue(client.IsConnected);
        Assert.IsFalse(_events.TryTake(out string next, 300), next);
    }

    [TestMethod]
    public void AfterALossNothingReconnectsOrSubscribesAgain()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit");
        client.Subscribe(["a"], [MqttQoSLevel.AtLeastOnce]);
        Assert.StartsWith("subscribed", Next());
        broker.Kill();
        Assert.AreEqual("closed", Next());
        Assert.IsFalse(client.IsConnected);
        broker.Start();
        Assert.IsFalse(_events.TryTake(out string next, 500), next);
        Assert.IsFalse(client.IsConnected);
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("site.unit"));
        client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        Assert.StartsWith("published", Next());
        Assert.IsFalse(_events.TryTake(out next, 200), next);
    }

    [TestMethod]
    public void DisconnectRaisesClosedAndPublishesNoWill()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        using var watcher = new Watcher(broker, "will");
        ConnectWithWill(client);
        client.Disconnect();
        Assert.AreEqual("closed", Next());
        Assert.ThrowsExactly<MqttCommunicationException>(client.Disconnect);
        Assert.IsFalse(watcher.Messages.TryTake(out _, 300));
    }

    [TestMethod]
    public void APowerCutLeavesTheWill()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        using var watcher = new Watcher(broker, "will");
        ConnectWithWill(client);
        Hardware.CutPower();
        Assert.IsTrue(watcher.Messages.TryTake(out string will, 5000));
        Assert.AreEqual("gone", will);
    }

    [TestMethod]
    public void AnExceptionInAHandlerClosesTheConnection()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.MqttMsgSubscribed += (_, _) => throw new InvalidOperationException("in a handler");
        client.Connect("site.unit");
        int before = Hardware.DeadThreads.Count;
        client.Subscribe(["a"], [MqttQoSLevel.AtMostOnce]);
        Assert.StartsWith("subscribed", Next());
        Assert.AreEqual("closed", Next());
        Assert.IsFalse(client.IsConnected);
        Assert.AreEqual(before + 1, Hardware.DeadThreads.Count);
    }

    [TestMethod]
    public void HandlersRunOnOneThreadThatMayConnectAgain()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        using var again = new ManualResetEventSlim();
        client.ConnectionClosed += (_, _) =>
        {
            if (client.Connect("site.unit") == MqttReasonCode.Success)
            {
                again.Set();
            }
        };
        client.Connect("site.unit");
        client.Disconnect();
        Assert.IsTrue(again.Wait(5000));
        Assert.IsTrue(client.IsConnected);
    }

    [TestMethod]
    public void AnOversizedMessageMakesTheClientDeafUntilKeepAliveEndsIt()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit", null, null, true, 10);
        client.Subscribe(["a"], [MqttQoSLevel.AtLeastOnce]);
        Assert.StartsWith("subscribed", Next());
        using var sender = new Watcher(broker, "b");
        UnitTime.UseRealTime(Fast);
        long start = UnitTime.Microseconds;
        sender.Publish("a", new byte[Hardware.Profile.MqttInboundLimit + 1]);
        sender.Publish("a", [1]);
        Assert.AreEqual("closed", Next());
        double seconds = (UnitTime.Microseconds - start) / 1e6;
        Assert.IsInRange(19.0, 60.0, seconds);
    }

    [TestMethod]
    public void AMessageOfTheLargestSizeIsUnderstood()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit");
        client.Subscribe(["a"], [MqttQoSLevel.AtLeastOnce]);
        Assert.StartsWith("subscribed", Next());
        using var sender = new Watcher(broker, "b");
        sender.Publish("a", new byte[Hardware.Profile.MqttInboundLimit]);
        Assert.StartsWith("received", Next());
    }

    [TestMethod]
    public void WithoutALinkTheLossIsNoticedAfterTwoKeepAlives()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit", null, null, true, 10);
        UnitTime.UseRealTime(Fast);
        Hardware.Network.LinkUp = false;
        long start = UnitTime.Microseconds;
        Assert.AreEqual("closed", Next());
        Assert.IsInRange(19.0, 60.0, (UnitTime.Microseconds - start) / 1e6);
    }

    [TestMethod]
    public void WithoutALinkNothingIsSent()
    {
        using var broker = new SilentBroker(acceptsConnect: true);
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit", null, null, true, 60);
        int before = broker.Received;
        Hardware.Network.LinkUp = false;
        System.Threading.Thread.Sleep(50); // a turn of the loop that was under way
        client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        System.Threading.Thread.Sleep(200);
        Assert.AreEqual(before, broker.Received);
    }

    [TestMethod]
    public void AShortLossOfTheLinkIsSurvived()
    {
        using var broker = new Broker();
        using MqttClient client = Watched(broker.Port);
        client.Connect("site.unit", null, null, true, 60);
        UnitTime.UseRealTime(Fast);
        Hardware.Network.LinkUp = false;
        Assert.IsFalse(_events.TryTake(out string next, 200), next);
        Hardware.Network.LinkUp = true;
        Until(NetworkInterface.GetIsNetworkAvailable, "the return of the network");
        UnitTime.UseRealTime();
        ushort message = client.Publish("a", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
        Assert.AreEqual($"published {message} True", Next());
    }

    [TestMethod]
    public void ATlsHandshakeStallsTheUnit()
    {
        Hardware.Profile = Hardware.Profile with { TlsStall = 2_000_000 };
        using var client = new MqttClient("127.0.0.1", Broker.FreePort(), true, null, null, MqttSslProtocols.TLSv1_2);
        client.Settings.ValidateServerCertificate = false;
        long start = UnitTime.Microseconds;
        Assert.Throws<Exception>(() => client.Connect("site.unit"));
        client.Settings.ValidateServerCertificate = true;
        Assert.IsGreaterThanOrEqualTo(2_000_000, UnitTime.Microseconds - start);
    }

    private static void ConnectWithWill(MqttClient client) => Assert.AreEqual(
        MqttReasonCode.Success,
        client.Connect("site.unit", null, null, false, MqttQoSLevel.AtLeastOnce, true, "will", "gone", true, 60));

    private MqttClient Watched(int port)
    {
        var client = new MqttClient("127.0.0.1", port, false, null, null, MqttSslProtocols.None);
        client.MqttMsgPublished += (_, e) => _events.Add($"published {e.MessageId} {e.IsPublished}");
        client.MqttMsgSubscribed += (_, e) => _events.Add($"subscribed {e.MessageId} {string.Join(',', e.GrantedQoSLevels)}");
        client.MqttMsgUnsubscribed += (_, e) => _events.Add($"unsubscribed {e.MessageId}");
        client.MqttMsgPublishReceived += (_, e) => _events.Add($"received {e.Topic} {Encoding.UTF8.GetString(e.Message)} {e.QosLevel} {e.Retain}");
        client.ConnectionClosed += (_, _) => _events.Add("closed");
        return client;
    }

    private string Next()
    {
        Assert.IsTrue(_events.TryTake(out string next, 8000), "no event came");
        return next;
    }

    /// <summary>Another client of the broker.</summary>
    private sealed class Watcher : IDisposable
    {
        private readonly MosquittoClient _client = new();

        internal Watcher(Broker broker, string topic)
        {
            using var ready = new ManualResetEventSlim();
            _client.MessageReceived += m => Messages.Add(Encoding.UTF8.GetString(m.Payload));
            _client.Subscribed += (_, _) => ready.Set();
            _client.Connected += _ => _client.Subscribe(topic, 1);
            _client.Connect("127.0.0.1", broker.Port);
            _client.StartLoop();
            Assert.IsTrue(ready.Wait(5000));
        }

        internal BlockingCollection<string> Messages { get; } = new();

        public void Dispose() => _client.Dispose();

        internal void Publish(string topic, byte[] payload) => _client.Publish(topic, payload, 1);
    }
}
