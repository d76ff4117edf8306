using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Tools.Host;
using Tools.Mosquitto;

namespace EndToEnd.Tests;

/// <summary>A message as a subscriber got it.</summary>
/// <param name="Kind">Last part of the topic.</param>
internal sealed record Received(string Kind, byte[] Payload, bool Retained)
{
    public JsonNode Json => JsonNode.Parse(Payload);
}

/// <summary>Any reader of the contract beside the centre: subscribes to everything of one unit and keeps what comes.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly object _sync = new();
    private readonly List<Received> _messages = [];
    private readonly MosquittoClient _client = new();
    private readonly string _prefix;
    private volatile int _subscriptions;

    public Subscriber(Endpoint broker, string unit)
    {
        _prefix = $"irrigation/v1/{Bench.Site}/{unit}/";
        _client.Connected += code =>
        {
            Assert.AreEqual(0, code);
            _client.Subscribe(_prefix + "#", 1);
        };
        _client.Subscribed += (_, _) => _subscriptions++;
        _client.MessageReceived += Keep;
        _client.Connect(broker.Host, broker.Port);
        _client.StartLoop(TimeSpan.FromMilliseconds(200));
        WaitUntilSubscribed(1);
    }

    /// <summary>Subscriptions that were confirmed: one for each connection.</summary>
    public int Subscriptions => _subscriptions;

    public void WaitUntilSubscribed(int times) => Wait.Until("subscribed", () => _subscriptions >= times, () => "");

    public void Publish(string kind, byte[] payload, bool retain) => _client.Publish(_prefix + kind, payload, qos: 1, retain);

    public List<Received> All(string kind)
    {
        lock (_sync)
        {
            return _messages.FindAll(message => message.Kind == kind);
        }
    }

    /// <summary>Alarm objects of this code and event.</summary>
    public List<JsonNode> Alarms(int code, string @event) => Alarms().FindAll(alarm => (int)alarm["code"] == code && (string)alarm["event"] == @event);

    /// <summary>All alarm objects; while a backlog drains several come in one message.</summary>
    public List<JsonNode> Alarms() => All("alarm").SelectMany(message => message.Json is JsonArray many ? many : Enumerable.Repeat(message.Json, 1)).ToList();

    public void WaitForAlarm(int code, int times = 1, TimeSpan? patience = null) =>
        Wait.Until($"alarm {code} raised", () => Alarms(code, "raised").Select(alarm => (string)alarm["id"]).Distinct().Count() >= times, ToString, patience);

    /// <summary>Waits for any message of a kind.</summary>
    public void WaitForMessage(string kind) => Wait.Until(kind, () => All(kind).Count > 0, ToString);

    /// <summary>Waits for a state that is so.</summary>
    public JsonNode WaitForState(string what, Func<JsonNode, bool> isSo)
    {
        Wait.Until(what, () => All("state").Exists(state => isSo(state.Json)), ToString);
        return All("state").Last(state => isSo(state.Json)).Json;
    }

    /// <summary>What came, for a message.</summary>
    public override string ToString()
    {
        lock (_sync)
        {
            return string.Join('\n', _messages.TakeLast(20).Select(message => $"{message.Kind} {Encoding.UTF8.GetString(message.Payload.AsSpan(0, Math.Min(message.Payload.Length, 300)))}"));
        }
    }

    public void Dispose() => _client.Dispose();

    private void Keep(MosquittoMessage message)
    {
        lock (_sync)
        {
            _messages.Add(new Received(message.Topic[_prefix.Length..], message.Payload, message.Retain));
        }
    }
}
