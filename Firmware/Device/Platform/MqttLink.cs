using System;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Device.Platform;

/// <summary>
/// The link as the loop sees it: mailboxes, what is known of the connection, and the supervisor of the worker that owns it. When the worker hangs,
/// <see cref="Supervise"/> leaves it behind and starts another one: a connect through a broken stack can hang for ever. Everything that a worker has to
/// say comes with the worker that says it, and is heard from the present one only.
/// </summary>
public sealed class MqttLink : ILink
{
    /// <summary>Longest attempt that is not a hang: joining 60 s, name lookup about 20 s, connecting 30 s, subscribing 10 s, and as much again.</summary>
    private const int StalledMs = 240000;

    private readonly object _gate = new object();
    private readonly Liveness _live = new Liveness(StalledMs);
    private readonly Settings _settings;
    private readonly ISystemClock _clock;
    private readonly WifiNetwork _network;

    private Topics _topics;
    private int _boot;
    private LinkWorker _worker;
    private BrokerSession _session;
    private long _heardMs;
    private int _numbers;
    private int _nextEpoch;
    private int _givenUp;
    private bool _outFull;
    private string _outTopic;
    private byte[] _outPayload;
    private int _outCount;
    private bool _outAtLeastOnce;
    private bool _outRetain;

    /// <summary>A link to the settings' broker; <see cref="Start"/> it once the boot number is known.</summary>
    public MqttLink(Settings settings, ISystemClock clock, WifiNetwork network, Troubles troubles)
    {
        Troubles = troubles;
        _settings = settings;
        _clock = clock;
        _network = network;
    }

    /// <inheritdoc/>
    public LinkReach Reach { get; private set; }

    /// <inheritdoc/>
    public LinkTrouble Trouble { get; private set; }

    /// <inheritdoc/>
    public int Sessions { get; private set; }

    /// <inheritdoc/>
    public int SessionNumber { get; private set; }

    /// <inheritdoc/>
    public int SessionEpoch { get; private set; }

    /// <inheritdoc/>
    public int NextEpoch
    {
        set
        {
            lock (_gate)
            {
                _nextEpoch = value;
            }
        }
    }

    /// <inheritdoc/>
    public int Attempts { get; private set; }

    /// <inheritdoc/>
    public int Restarts => _live.Restarts;

    /// <summary>How often the worker was slow since the start.</summary>
    public int Warnings => _live.Warnings;

    /// <summary>The worker hangs and is not replaced any more for now.</summary>
    public bool IsDown => _live.IsDown;

    /// <inheritdoc/>
    public bool MayConnect { get; set; }

    /// <summary>Where its workers note what they catch.</summary>
    internal Troubles Troubles { get; }

    /// <inheritdoc/>
    public int InFlight
    {
        get
        {
            lock (_gate)
            {
                return (_session == null ? 0 : _session.InFlight) + (_outFull ? 1 : 0);
            }
        }
    }

    /// <inheritdoc/>
    public int GivenUp
    {
        get
        {
            lock (_gate)
            {
                return _givenUp + (_session == null ? 0 : _session.GivenUp);
            }
        }
    }

    /// <summary>Starts the worker.</summary>
    public void Start(Topics topics, int boot)
    {
        _topics = topics;
        _boot = boot;
        StartWorker();
    }

    /// <summary>Called by the loop now and then: replaces a worker that has not been heard of for four minutes, three times a day at most.</summary>
    public void Supervise(long nowMs)
    {
        if (_live.MustRestart(nowMs, _heardMs))
        {
            StartWorker();
        }
    }

    /// <inheritdoc/>
    public bool IsFree
    {
        get
        {
            lock (_gate)
            {
                return !_outFull;
            }
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

            _outPayload = payload;
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
        LinkWorker worker = _worker;
        count = 0;
        return worker == null ? Inbound.None : worker.Inbound.TryTake(into, out count);
    }

    /// <summary>A worker is alive. False where another one has taken its place.</summary>
    internal bool Hear(LinkWorker from)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return false;
            }

            _heardMs = _clock.UptimeMs;
            return true;
        }
    }

    /// <summary>A worker begins an attempt.</summary>
    internal void CountAttempt(LinkWorker from)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                Attempts++;
            }
        }
    }

    /// <summary>
    /// The number of the session that a connect is going to make; 0 where the worker was left behind and must not connect. It is taken before CONNECT is
    /// sent, because the will carries it: a worker that hangs from here on has used it up.
    /// </summary>
    /// <param name="from">The worker that connects.</param>
    /// <param name="epoch">Epoch in which it is numbered.</param>
    internal int TakeNumber(LinkWorker from, out int epoch)
    {
        lock (_gate)
        {
            epoch = _nextEpoch;
            return Hear(from) ? ++_numbers : 0;
        }
    }

    /// <summary>The broker has surely not accepted the connect that took the last number: the next one takes it again.</summary>
    internal void GiveNumberBack(LinkWorker from)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _numbers--;
            }
        }
    }

    /// <summary>A session is ready. False where the worker was left behind: then its session is none.</summary>
    internal bool Establish(LinkWorker from, BrokerSession session, int epoch, int number)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return false;
            }

            _session = session;
            _outFull = false;
            SessionEpoch = epoch;
            SessionNumber = number;
            Sessions++;
            Trouble = LinkTrouble.None;
            Reach = LinkReach.Broker;
            return true;
        }
    }

    /// <summary>The network is there, or not.</summary>
    internal void NoteNetwork(LinkWorker from, bool up)
    {
        lock (_gate)
        {
            if (from == _worker && Reach != LinkReach.Broker)
            {
                Reach = up ? LinkReach.Network : LinkReach.None;
            }
        }
    }

    /// <summary>An attempt failed, or the session is over.</summary>
    internal void NoteFailure(LinkWorker from, LinkTrouble trouble, bool networkUp)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                Forget(trouble, networkUp ? LinkReach.Network : LinkReach.None);
            }
        }
    }

    /// <summary>What the loop has handed over, null where there is nothing. It stays in the mailbox until <see cref="Published"/>.</summary>
    internal Outgoing NextOutgoing(LinkWorker from)
    {
        lock (_gate)
        {
            if (from != _worker || !_outFull || Reach != LinkReach.Broker)
            {
                return null;
            }

            // The library takes a whole array; this and the note around it are the allocations of a message.
            var payload = new byte[_outCount];
            Array.Copy(_outPayload, 0, payload, 0, _outCount);
            return new Outgoing { Topic = _outTopic, Payload = payload, AtLeastOnce = _outAtLeastOnce, Retain = _outRetain };
        }
    }

    /// <summary>The library has it: the mailbox is free.</summary>
    internal void Published(LinkWorker from)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _outFull = false;
            }
        }
    }

    private void StartWorker()
    {
        var worker = new LinkWorker(this, _settings, _clock, _network, _topics, _boot);
        lock (_gate)
        {
            _worker = worker;
            _heardMs = _clock.UptimeMs;
            Forget(Trouble, LinkReach.None);
        }

        worker.Start();
    }

    /// <summary>What was handed over and is not acknowledged counts as given up: who takes the broker's word for storage must not take an empty link for it.</summary>
    private void Forget(LinkTrouble trouble, LinkReach reach)
    {
        _givenUp = GivenUp + InFlight;
        _session = null;
        _outFull = false;
        Trouble = trouble;
        Reach = reach;
    }
}
