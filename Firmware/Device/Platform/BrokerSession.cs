using System;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;
using Firmware.Core.Ports;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace Firmware.Device.Platform;

/// <summary>One client of the library, from its only connect to its end, with all that belongs to that connection.</summary>
internal sealed class BrokerSession
{
    private const int KeepAliveSeconds = 60;
    private const int SubscribeMs = 10000;
    private const int StepMs = 20;
    private const int ClientQueue = 20;

    private readonly object _gate = new object();
    private readonly MqttClient _client;
    private readonly Topics _topics;
    private readonly InboundRing _inbound;
    private bool _subscribed;
    private bool _granted;
    private int _inFlight;

    /// <summary>A session of a client that was never connected; what comes in goes to <paramref name="inbound"/>.</summary>
    public BrokerSession(MqttClient client, Topics topics, InboundRing inbound)
    {
        _client = client;
        _topics = topics;
        _inbound = inbound;
        client.Settings.InflightQueueSize = ClientQueue;
        client.MqttMsgPublishReceived += OnMessage;
        client.MqttMsgPublished += OnPublished;
        client.MqttMsgSubscribed += OnSubscribed;
    }

    /// <summary>No loss has been noticed.</summary>
    public bool IsConnected => _client.IsConnected;

    /// <summary>Publishes at least once that are neither acknowledged nor given up.</summary>
    public int InFlight => _inFlight;

    /// <summary>Publishes at least once that the library gave up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>The broker accepted CONNECT, or may have: it was sent and no answer came. Then the broker may hold the will.</summary>
    public bool MayBeAccepted { get; private set; }

    /// <summary>Connects, at most 30 s.</summary>
    public LinkTrouble Connect(Settings settings, string will)
    {
        try
        {
            MqttReasonCode reason = _client.Connect(
                _topics.ClientId,
                settings.BrokerUser.Length == 0 ? null : settings.BrokerUser,
                settings.BrokerPassword.Length == 0 ? null : settings.BrokerPassword,
                true,
                MqttQoSLevel.AtLeastOnce,
                true,
                _topics.State,
                will,
                true,
                KeepAliveSeconds);
            MayBeAccepted = reason == MqttReasonCode.Success;
            return MayBeAccepted ? LinkTrouble.None : LinkTrouble.Refused;
        }
        catch (MqttConnectionException)
        {
            // There was no TCP connection that CONNECT could have gone through.
            return LinkTrouble.Unreachable;
        }
        catch (Exception)
        {
            MayBeAccepted = true;
            return LinkTrouble.Unreachable;
        }
    }

    /// <summary>Subscribes to both down topics and waits for the broker's word, at most 10 s.</summary>
    public LinkTrouble Subscribe(ISystemClock clock)
    {
        _client.Subscribe(
            new[] { _topics.Stored, _topics.Command },
            new[] { MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce });
        long untilMs = clock.UptimeMs + SubscribeMs;
        while (!_subscribed && _client.IsConnected && clock.UptimeMs < untilMs)
        {
            Thread.Sleep(StepMs);
        }

        if (!_subscribed)
        {
            return LinkTrouble.Lost;
        }

        return _granted ? LinkTrouble.None : LinkTrouble.Refused;
    }

    /// <summary>
    /// Hands one publish to the library. It counts as in flight before that, because the library's own thread may have the acknowledgement before
    /// this call returns.
    /// </summary>
    public void Publish(Outgoing message)
    {
        int inFlight = message.AtLeastOnce ? 1 : 0;
        Count(inFlight);
        try
        {
            MqttQoSLevel level = message.AtLeastOnce ? MqttQoSLevel.AtLeastOnce : MqttQoSLevel.AtMostOnce;
            _client.Publish(message.Topic, message.Payload, null, null, level, message.Retain);
        }
        catch (Exception)
        {
            Count(-inFlight);
            throw;
        }
    }

    /// <summary>Ends the connection without a word, so that the broker publishes the will. False where even that failed: it is left to the collector.</summary>
    public bool Close()
    {
        _client.MqttMsgPublishReceived -= OnMessage;
        _client.MqttMsgPublished -= OnPublished;
        _client.MqttMsgSubscribed -= OnSubscribed;
        try
        {
            _client.Close();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void Count(int more)
    {
        lock (_gate)
        {
            _inFlight = Bound.Clamp(_inFlight + more, 0, int.MaxValue);
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
            if (!e.IsPublished)
            {
                GivenUp++;
            }
        }

        Count(-1);
    }

    /// <summary>Only puts the message away. Retained messages and those that are too long are refused.</summary>
    private void OnMessage(object sender, MqttMsgPublishEventArgs e)
    {
        bool refused = e.Retain || e.Message.Length > InboundRing.LongestBytes;
        Inbound kind = e.Topic == _topics.Stored ? Inbound.Stored : Inbound.Command;
        _inbound.Put(refused ? Inbound.Refused : kind, e.Message);
    }
}
