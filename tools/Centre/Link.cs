using System;
using System.Text;
using Tools.Centre.Wire;
using Tools.Host;
using Tools.Mosquitto;

namespace Tools.Centre;

/// <summary>The centre's connection: subscribes after every connect, and comes back when the broker does.</summary>
internal sealed class Link : IDisposable
{
    private const int KeepAliveSeconds = 15;
    private static readonly TimeSpan s_firstAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    private readonly Endpoint _broker;
    private readonly MosquittoClient _client;
    private bool _everConnected;
    private bool _up;
    private int _unconfirmed;

    /// <summary>A connection that is still to be made.</summary>
    public Link(Endpoint broker, string user, string password)
    {
        _broker = broker;
        _client = new MosquittoClient();
        _client.SetCredentials(user, password);
        _client.Connected += OnConnected;
        _client.Subscribed += (_, _) => OnSubscribed();
        _client.MessageReceived += message => Received(message);
    }

    /// <summary>A message came.</summary>
    public event Action<MosquittoMessage> Received;

    /// <summary>Everything is subscribed (true), or the connection is lost (false).</summary>
    public event Action<bool> Turned;

    /// <summary>Called some times a second, on the thread of all events.</summary>
    public event Action Idle;

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ToolException">Nobody listens there, or the broker never accepted us.</exception>
    public void Run(StopSignal stop)
    {
        ConnectFirst();
        DateTime patience = DateTime.UtcNow + s_firstAnswer;
        while (!stop.Token.IsCancellationRequested)
        {
            if (_client.Loop(100) != MosquittoError.Success)
            {
                Reconnect(stop);
            }
            else if (!_everConnected && DateTime.UtcNow > patience)
            {
                throw new ToolException(Language.Say($"{_broker} does not answer as an MQTT broker", $"{_broker} 没有 MQTT 服务器应答"));
            }

            Idle();
        }

        _client.Disconnect();
    }

    /// <summary>Hands a message for a unit to the broker, QoS 1, never retained. False when there is no connection: whoever needs it asks again.</summary>
    public bool Send(UnitAddress unit, string kind, string payload)
    {
        try
        {
            _client.Publish(Topic.Of(unit, kind), Encoding.UTF8.GetBytes(payload), qos: 1);
            return true;
        }
        catch (MosquittoException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private void OnConnected(int code)
    {
        if (code != 0)
        {
            throw new ToolException(Language.Say(
                $"{_broker} refuses the connection: {(code is 4 or 5 ? "user name or password" : $"code {code}")}",
                $"{_broker} 拒绝连接：{(code is 4 or 5 ? "账号或密码不对" : $"代码 {code}")}"));
        }

        _everConnected = true;
        foreach (string filter in Topic.Filters)
        {
            _unconfirmed++;
            _client.Subscribe(filter, 1);
        }
    }

    private void OnSubscribed()
    {
        if (--_unconfirmed == 0)
        {
            Turn(true);
        }
    }

    private void Turn(bool up)
    {
        if (_up != up)
        {
            _up = up;
            Turned(up);
        }
    }

    private void Reconnect(StopSignal stop)
    {
        if (!_everConnected)
        {
            throw new ToolException(Language.Say(
                $"{_broker} closed the connection before it answered as an MQTT broker", $"{_broker} 未作 MQTT 应答就断开了连接"));
        }

        Turn(false);
        _unconfirmed = 0;
        if (!stop.Wait(s_retry))
        {
            TryConnect();
        }
    }

    private void ConnectFirst()
    {
        try
        {
            _client.Connect(_broker.Host, _broker.Port, KeepAliveSeconds);
        }
        catch (MosquittoException error) when (error is not MosquittoMissingException)
        {
            throw new ToolException(Language.Say(error.Message, $"连接不上 MQTT 服务器：{error.Message}"));
        }
    }

    private void TryConnect()
    {
        try
        {
            _client.Connect(_broker.Host, _broker.Port, KeepAliveSeconds);
        }
        catch (MosquittoException)
        {
            // Still away: said once, and the next attempt is on its way.
        }
    }
}
