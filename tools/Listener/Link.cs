using System;
using System.Text;
using Tools.Host;
using Tools.Mosquitto;

namespace Tools.Listener;

/// <summary>The listener's connection: subscribes after every connect, and comes back when the broker does.</summary>
internal sealed class Link : IDisposable
{
    private const int KeepAliveSeconds = 15;
    private static readonly TimeSpan s_firstAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    private readonly Endpoint _broker;
    private readonly Words _words;
    private readonly WorldClock _clock;
    private readonly MosquittoClient _client;
    private Centre _centre;
    private bool _everConnected;
    private bool _lost;
    private int _unconfirmed;

    public Link(Endpoint broker, Words words, WorldClock clock, string user, string password)
    {
        (_broker, _words, _clock) = (broker, words, clock);
        _client = new MosquittoClient();
        _client.SetCredentials(user, password);
        _client.Connected += OnConnected;
        _client.Subscribed += (_, _) => OnSubscribed();
        _client.MessageReceived += message => _centre.Receive(message.Topic, message.Payload, _clock.Now);
    }

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ToolException">Nobody listens there, or the broker never accepted us.</exception>
    public void Run(Journal journal, StopSignal stop)
    {
        _centre = new Centre(journal, _words, ToolMain.Output.WriteLine, Answer);
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
        }

        _client.Disconnect();
    }

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
        foreach (string topic in Centre.Topics)
        {
            _unconfirmed++;
            _client.Subscribe(topic, 1);
        }
    }

    private void OnSubscribed()
    {
        if (--_unconfirmed == 0)
        {
            ToolMain.Output.WriteLine(_lost ? _words.LinkBack : $"{_words.Listening} {_broker}");
            _lost = false;
        }
    }

    private void Reconnect(StopSignal stop)
    {
        if (!_everConnected)
        {
            throw new ToolException(Language.Say(
                $"{_broker} closed the connection before it answered as an MQTT broker", $"{_broker} 未作 MQTT 应答就断开了连接"));
        }

        if (!_lost)
        {
            _lost = true;
            ToolMain.Output.WriteLine(_words.LinkLost);
        }

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

    private void Answer(UnitAddress unit, string receipt)
    {
        try
        {
            _client.Publish(Centre.StoredTopic(unit), Encoding.UTF8.GetBytes(receipt), qos: 1);
        }
        catch (MosquittoException)
        {
            // The connection has just gone: the unit sends the record again, and gets its answer then.
        }
    }
}
