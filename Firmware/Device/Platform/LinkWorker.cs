using System;
using System.Text;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using nanoFramework.M2Mqtt;

namespace Firmware.Device.Platform;

/// <summary>
/// One generation of the link's worker: a thread and all that it holds. A fresh client for each attempt, every wait limited. It tells
/// <see cref="MqttLink"/> what it does, which listens only as long as it has not put another worker in its place; then this one closes what it has, as
/// soon as the call that it hung in returns, and ends.
/// </summary>
internal sealed class LinkWorker
{
    private const int StepMs = 20;
    private const int NetworkCheckMs = 1000;
    private const int WillBytes = 256;

    private readonly MqttLink _link;
    private readonly Settings _settings;
    private readonly ISystemClock _clock;
    private readonly WifiNetwork _network;
    private readonly Topics _topics;
    private readonly int _boot;
    private readonly LinkMachine _machine = new LinkMachine();
    private readonly Random _random = new Random();

    private BrokerSession _session;
    private long _networkCheckedMs = -NetworkCheckMs;
    private bool _networkUp;
    private bool _leftBehind;

    /// <summary>A worker of this link; <see cref="Start"/> it once the link knows it.</summary>
    public LinkWorker(MqttLink link, Settings settings, ISystemClock clock, WifiNetwork network, Topics topics, int boot)
    {
        _link = link;
        _settings = settings;
        _clock = clock;
        _network = network;
        _topics = topics;
        _boot = boot;
    }

    /// <summary>What came in over its connections.</summary>
    public InboundRing Inbound { get; } = new InboundRing();

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        new Thread(Run).Start();
    }

    private void Run()
    {
        while (!_leftBehind)
        {
            try
            {
                Turn();
            }
            catch (Exception e)
            {
                // Whatever the library threw: the connection is in doubt, so it is closed and made anew.
                _link.Troubles.Note(TroublePlace.Link, e);
                Drop(LinkTrouble.Lost);
            }
        }
    }

    private void Turn()
    {
        Thread.Sleep(StepMs);
        if (_link.Hear(this))
        {
            Step();
        }
        else
        {
            _leftBehind = true;
            Close();
        }
    }

    private void Step()
    {
        CheckNetwork();
        LinkAction action = _machine.Step(_clock.UptimeMs, _networkUp, _session != null && _session.IsConnected);
        if (!_link.MayConnect && (action == LinkAction.JoinNetwork || action == LinkAction.Connect))
        {
            return;
        }

        switch (action)
        {
            case LinkAction.JoinNetwork:
                Join();
                break;
            case LinkAction.Connect:
                Connect();
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
            _link.NoteNetwork(this, _networkUp);
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

    private void Connect()
    {
        _link.CountAttempt(this);
        MqttClient client = Resolve();
        if (client == null)
        {
            Fail(LinkTrouble.NoSuchHost);
            return;
        }

        _session = new BrokerSession(client, _topics, Inbound);
        int number = _link.TakeNumber(this, out int epoch);
        if (number == 0)
        {
            return;
        }

        LinkTrouble trouble = Open(_session, epoch, number);
        if (trouble == LinkTrouble.None && _link.Establish(this, _session, epoch, number))
        {
            _machine.Connected(_clock.UptimeMs);
        }
        else
        {
            Drop(trouble);
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

    private LinkTrouble Open(BrokerSession session, int epoch, int number)
    {
        LinkTrouble trouble = session.Connect(_settings, Will(epoch, number));
        if (!session.MayBeAccepted)
        {
            _link.GiveNumberBack(this);
        }

        if (trouble != LinkTrouble.None)
        {
            return trouble;
        }

        return _link.Hear(this) ? session.Subscribe(_clock) : LinkTrouble.Lost;
    }

    private string Will(int epoch, int number)
    {
        var json = new JsonWriter(new byte[WillBytes]);
        StateMessage.Write(json, false, epoch, _boot, number);
        return Encoding.UTF8.GetString(json.Buffer, 0, json.Count);
    }

    private void PublishOne()
    {
        Outgoing message = _link.NextOutgoing(this);
        if (message != null)
        {
            _session.Publish(message);
            _link.Published(this);
        }
    }

    /// <summary>Closes a client that is of no more use, and waits before the next attempt.</summary>
    private void Drop(LinkTrouble trouble)
    {
        Close();
        Fail(trouble);
    }

    private void Close()
    {
        BrokerSession session = _session;
        _session = null;
        if (session != null)
        {
            session.Close();
        }
    }

    private void Fail(LinkTrouble trouble)
    {
        _link.NoteFailure(this, trouble, _networkUp);
        _machine.Failed(_clock.UptimeMs, _random.Next(int.MaxValue));
    }
}
