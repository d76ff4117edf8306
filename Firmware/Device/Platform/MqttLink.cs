using System;
using System.Text;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Core.Messaging;
using Firmware.Core.Ports;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace Firmware.Device.Platform;

/// <summary>
/// The worker that owns the broker connection. One thread, a fresh client for each attempt, every wait limited. It publishes what the loop hands over
/// and puts what comes in into a small ring; it decides nothing and repeats nothing. When it hangs, <see cref="Supervise"/> leaves it
/// behind and starts another one: a connect through a broken stack can hang for ever.
/// </summary>
public sealed class MqttLink : ILink
{
    /// <summary>Longest inbound payload that is taken (PROTOCOL.md).</summary>
    public const int InboundBytes = 512;

    private const int InboundSlots = 4;
    private const int KeepAliveSeconds = 60;
    private const int SubscribeMs = 10000;
    private const int StepMs = 20;
    private const int NetworkCheckMs = 1000;
    private const int ClientQueue = 20;

    /// <summary>Longest attempt that is not a hang: joining 60 s, name lookup about 20 s, connecting 30 s, subscribing 10 s, and as much again.</summary>
    private const int StalledMs = 240000;

    private readonly object _gate = new object();
    private readonly Settings _settings;
    private readonly ISystemClock _clock;
    private readonly WifiNetwork _network;
    private readonly LinkMachine _machine = new LinkMachine();
    private readonly Random _random = new Random();
    private readonly JsonWriter _willJson = new JsonWriter(new byte[256]);
    private readonly byte[] _outPayload = new byte[SnapshotMessage.MaxBytes];
    private readonly byte[][] _in = new byte[InboundSlots][];
    private readonly int[] _inCount = new int[InboundSlots];
    private readonly byte[] _inKind = new byte[InboundSlots];

    private Topics _topics;
    private MqttClient _client;
    private int _boot;
    private int _generation;
    private long _aliveMs;
    private long _networkCheckedMs = -NetworkCheckMs;
    private bool _networkUp;
    private bool _subscribed;
    private bool _granted;
    private int _inFlight;
    private int _inFirst;
    private int _inWaiting;
    private bool _outFull;
    private string _outTopic;
    private int _outCount;
    private bool _outAtLeastOnce;
    private bool _outRetain;

    /// <summary>A link to the settings' broker; <see cref="Start"/> it once the boot number is known.</summary>
    public MqttLink(Settings settings, ISystemClock clock, WifiNetwork network)
    {
        _settings = settings;
        _clock = clock;
        _network = network;
        for (int i = 0; i < InboundSlots; i++)
        {
            _in[i] = new byte[InboundBytes];
        }
    }

    /// <inheritdoc/>
    public LinkReach Reach { get; private set; }

    /// <inheritdoc/>
    public LinkTrouble Trouble { get; private set; }

    /// <inheritdoc/>
    public int Sessions { get; private set; }

    /// <inheritdoc/>
    public int Attempts { get; private set; }

    /// <inheritdoc/>
    public int Restarts { get; private set; }

    /// <inheritdoc/>
    public int InFlight => _inFlight + (_outFull ? 1 : 0);

    /// <summary>Starts the worker.</summary>
    public void Start(Topics topics, int boot)
    {
        _topics = topics;
        _boot = boot;
        StartWorker();
    }

    /// <summary>Called by the loop now and then: replaces a worker that has not moved for four minutes.</summary>
    public void Supervise(long nowMs)
    {
        if (nowMs - _aliveMs > StalledMs)
        {
            Restarts++;
            Reach = LinkReach.None;
            StartWorker();
        }
    }

    /// <inheritdoc/>
    public bool TryPublish(string topic, byte[] payload, int count, bool atLeastOnce, bool retain)
    {
        lock (_gate)
        {
            if (_outFull || Reach != LinkReach.Broker)
            {
                return false;
            }

            Array.Copy(payload, 0, _outPayload, 0, count);
            _outTopic = topic;
            _outCount = count;
            _outAtLeastOnce = atLeastOnce;
            _outRetain = retain;
            _outFull = true;
            return true;
        }
    }

    /// <inheritdoc/>
    public Inbound TryTake(byte[] into, out int count)
    {
        lock (_gate)
        {
            count = 0;
            if (_inWaiting == 0)
            {
                return Inbound.None;
            }

            var kind = (Inbound)_inKind[_inFirst];
            count = _inCount[_inFirst];
            Array.Copy(_in[_inFirst], 0, into, 0, count);
            _inFirst = (_inFirst + 1) % InboundSlots;
            _inWaiting--;
            return kind;
        }
    }

    private void StartWorker()
    {
        _generation++;
        _aliveMs = _clock.UptimeMs;
        new Thread(Run).Start();
    }

    private void Run()
    {
        int mine = _generation;
        while (mine == _generation)
        {
            _aliveMs = _clock.UptimeMs;
            try
            {
                Step(mine);
            }
            catch (Exception)
            {
                // Whatever the library threw: the connection is in doubt, so it is closed and made anew.
                Drop(LinkTrouble.Lost);
            }

            Thread.Sleep(StepMs);
        }
    }

    private void Step(int mine)
    {
        CheckNetwork();
        switch (_machine.Step(_clock.UptimeMs, _networkUp, _client != null && _client.IsConnected))
        {
            case LinkAction.JoinNetwork:
                Join();
                break;
            case LinkAction.Connect:
                Connect(mine);
                break;
            case LinkAction.Close:
                Drop(LinkTrouble.Lost);
                break;
            default:
                PublishOne();
                break;
        }
    }

    private void CheckNetwork()
    {
        long nowMs = _clock.UptimeMs;
        if (nowMs - _networkCheckedMs >= NetworkCheckMs)
        {
            _networkCheckedMs = nowMs;
            _networkUp = _network.IsUp();
            if (Reach != LinkReach.Broker)
            {
                Reach = _networkUp ? LinkReach.Network : LinkReach.None;
            }
        }
    }

    private void Join()
    {
        _networkCheckedMs = -NetworkCheckMs;
        if (_network.Join())
        {
            _machine.Joined(_clock.UptimeMs);
        }
        else
        {
            Fail(LinkTrouble.NoNetwork);
        }
    }

    private void Connect(int mine)
    {
        Attempts++;
        int attempt = Attempts;
        MqttClient client = Resolve();
        if (client == null)
        {
            Fail(LinkTrouble.NoSuchHost);
            return;
        }

        _client = client;
        LinkTrouble trouble = Open(client, attempt);
        if (mine != _generation)
        {
            Dispose(client);
        }
        else if (trouble != LinkTrouble.None)
        {
            Drop(trouble);
        }
        else
        {
            Establish(attempt);
        }
    }

    /// <summary>The constructor resolves the host's name: no network, or no such name, throws.</summary>
    private MqttClient Resolve()
    {
        try
        {
            return new MqttClient(_settings.BrokerHost, _settings.BrokerPort, false, null, null, MqttSslProtocols.None);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private LinkTrouble Open(MqttClient client, int attempt)
    {
        client.Settings.InflightQueueSize = ClientQueue;
        client.MqttMsgPublishReceived += OnMessage;
        client.MqttMsgPublished += OnPublished;
        client.MqttMsgSubscribed += OnSubscribed;
        _subscribed = false;
        MqttReasonCode reason;
        try
        {
            reason = client.Connect(
                _topics.ClientId,
                _settings.BrokerUser,
                _settings.BrokerPassword,
                true,
                MqttQoSLevel.AtLeastOnce,
                true,
                _topics.State,
                Will(attempt),
                true,
                KeepAliveSeconds);
        }
        catch (Exception)
        {
            return LinkTrouble.Unreachable;
        }

        return reason == MqttReasonCode.Success ? Subscribe(client) : LinkTrouble.Refused;
    }

    private LinkTrouble Subscribe(MqttClient client)
    {
        client.Subscribe(
            new[] { _topics.Stored, _topics.Command },
            new[] { MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce });
        long untilMs = _clock.UptimeMs + SubscribeMs;
        while (!_subscribed && client.IsConnected && _clock.UptimeMs < untilMs)
        {
            Thread.Sleep(StepMs);
        }

        return !_subscribed ? LinkTrouble.Lost : _granted ? LinkTrouble.None : LinkTrouble.Refused;
    }

    private void Establish(int attempt)
    {
        lock (_gate)
        {
            _inFlight = 0;
            _outFull = false;
            Sessions = attempt;
            Trouble = LinkTrouble.None;
            Reach = LinkReach.Broker;
        }

        _machine.Connected(_clock.UptimeMs);
    }

    private string Will(int attempt)
    {
        StateMessage.Write(_willJson, false, _boot, attempt);
        return Encoding.UTF8.GetString(_willJson.Buffer, 0, _willJson.Count);
    }

    private void PublishOne()
    {
        if (!_outFull || Reach != LinkReach.Broker)
        {
            return;
        }

        // The library takes a whole array; this is the one allocation of a message.
        var payload = new byte[_outCount];
        Array.Copy(_outPayload, 0, payload, 0, _outCount);
        _client.Publish(_outTopic, payload, null, null, _outAtLeastOnce ? MqttQoSLevel.AtLeastOnce : MqttQoSLevel.AtMostOnce, _outRetain);
        lock (_gate)
        {
            _inFlight += _outAtLeastOnce ? 1 : 0;
            _outFull = false;
        }
    }

    /// <summary>Closes a client that is of no more use, and waits before the next attempt.</summary>
    private void Drop(LinkTrouble trouble)
    {
        MqttClient client = _client;
        _client = null;
        lock (_gate)
        {
            _outFull = false;
            _inFlight = 0;
        }

        if (client != null)
        {
            Dispose(client);
        }

        Fail(trouble);
    }

    private void Fail(LinkTrouble trouble)
    {
        Trouble = trouble;
        Reach = _networkUp ? LinkReach.Network : LinkReach.None;
        _machine.Failed(_clock.UptimeMs, _random.Next(int.MaxValue));
    }

    private void Dispose(MqttClient client)
    {
        client.MqttMsgPublishReceived -= OnMessage;
        client.MqttMsgPublished -= OnPublished;
        client.MqttMsgSubscribed -= OnSubscribed;
        try
        {
            client.Close();
        }
        catch (Exception)
        {
            // A client that cannot even be closed is left to the collector.
            return;
        }
    }

    private void OnSubscribed(object sender, MqttMsgSubscribedEventArgs e)
    {
        bool granted = true;
        for (int i = 0; i < e.GrantedQoSLevels.Length; i++)
        {
            granted &= e.GrantedQoSLevels[i] != MqttQoSLevel.GrantedFailure;
        }

        _granted = granted;
        _subscribed = true;
    }

    private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
    {
        lock (_gate)
        {
            _inFlight -= _inFlight > 0 ? 1 : 0;
        }
    }

    /// <summary>Only puts the message away. Retained messages and those that are too long are refused, without their content.</summary>
    private void OnMessage(object sender, MqttMsgPublishEventArgs e)
    {
        lock (_gate)
        {
            if (_inWaiting == InboundSlots)
            {
                return;
            }

            int at = (_inFirst + _inWaiting) % InboundSlots;
            bool refused = e.Retain || e.Message.Length > InboundBytes;
            Inbound kind = e.Topic == _topics.Stored ? Inbound.Stored : Inbound.Command;
            _inKind[at] = (byte)(refused ? Inbound.Refused : kind);
            _inCount[at] = refused ? 0 : e.Message.Length;
            Array.Copy(e.Message, 0, _in[at], 0, _inCount[at]);
            _inWaiting++;
        }
    }
}
