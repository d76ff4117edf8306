using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Records.Messaging;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>What is wrong between unit and broker.</summary>
public enum NetworkTrouble : byte
{
    /// <summary>No access point.</summary>
    NoNetwork,

    /// <summary>The path swallows everything; a connection looks alive for a while.</summary>
    HalfOpen,

    /// <summary>The broker's name is unknown.</summary>
    NoSuchHost,

    /// <summary>Nobody answers at the address.</summary>
    Unreachable,

    /// <summary>The broker refuses.</summary>
    Refused,
}

/// <summary>
/// The unit's link worker, the client library and the path to the broker, seen through <see cref="ILink"/>. It is paced by the product's own
/// <see cref="LinkMachine"/>; the library gives a publish up after three seconds, as M2Mqtt does.
/// </summary>
public sealed class LinkModel : ILink
{
    /// <summary>A worker that was not heard of for so long is replaced, ms: as in the device's link.</summary>
    public const int StalledMs = 240000;

    private const int GiveUpMs = 3000;
    private const int NoticeMs = 90000;
    private const int InboundHead = 3;
    private const int InboundBytes = InboundHead + LongestInbound + 256;
    private const int LongestInbound = 512;

    private readonly int[] _troubles = new int[Enum.GetValues<NetworkTrouble>().Length];
    private readonly Queue<(Inbound Kind, byte[] Payload)> _inbound = new();
    private readonly JsonWriter _will = new(new byte[256]);
    private readonly ClockModel _clock;
    private readonly BrokerModel _broker;
    private readonly Wire _wire;
    private readonly Dice _dice;

    private LinkMachine _machine = new();
    private Session _session;
    private int _boot;
    private int _numbers;
    private int _starts;
    private long _heardMs;
    private string _outTopic;
    private byte[] _outPayload;
    private bool _outAtLeastOnce;
    private bool _outRetain;

    /// <summary>A link to a broker.</summary>
    public LinkModel(ClockModel clock, BrokerModel broker, Wire wire, Dice dice)
    {
        _clock = clock;
        _broker = broker;
        _wire = wire;
        _dice = dice;
        broker.ToUnit = Deliver;
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
    public int NextEpoch { get; set; }

    /// <inheritdoc/>
    public int Attempts { get; private set; }

    /// <inheritdoc/>
    public int Restarts { get; private set; }

    /// <inheritdoc/>
    public int InFlight => (_session?.InFlight ?? 0) + (_outPayload == null ? 0 : 1);

    /// <inheritdoc/>
    public int GivenUp { get; private set; }

    /// <inheritdoc/>
    public bool MayConnect { get; set; }

    /// <summary>Calls in which the worker hangs.</summary>
    public int Hangs { get; set; }

    /// <summary>Reasons for which the mailbox stays taken.</summary>
    public int Fulls { get; set; }

    /// <summary>Publishes taken over, since the beginning.</summary>
    public long Published { get; private set; }

    /// <summary>Inbound messages taken by the unit, since the beginning.</summary>
    public long Taken { get; private set; }

    /// <summary>Something is under way that the worker or the unit has to see to soon.</summary>
    public bool Busy => _outPayload != null || _inbound.Count > 0;

    /// <summary>Told of every publish; may be null.</summary>
    public Action<string, byte[]> Watcher { get; set; }

    /// <summary>Control: the broker's acknowledgement counts as the centre's receipt.</summary>
    public Action<LinkModel, string, byte[]> OnAcknowledged { get; set; }

    /// <summary>Control: what is given up is not told.</summary>
    public bool HidesGivenUp { get; set; }

    /// <summary>There is a network.</summary>
    public bool NetworkUp => _troubles[(int)NetworkTrouble.NoNetwork] == 0;

    private bool PathHolds => NetworkUp && _troubles[(int)NetworkTrouble.HalfOpen] == 0;

    /// <summary>A trouble begins (+1) or ends (−1).</summary>
    public void Count(NetworkTrouble trouble, int more)
    {
        bool held = PathHolds;
        _troubles[(int)trouble] += more;
        if (held && !PathHolds && _session != null)
        {
            _session.SilentSinceMs = _clock.NowMs;
            _broker.Miss(_session);
        }
        else if (!held && PathHolds && _session != null)
        {
            _session.SilentSinceMs = -1;
            while (_session.Stuck.TryDequeue(out Action send))
            {
                _wire.Send(send);
            }
        }
    }

    /// <summary>The unit starts, in this boot.</summary>
    public void UnitStarts(int boot)
    {
        _boot = boot;
        _starts++;
        (_numbers, Sessions, SessionNumber, Attempts, Restarts, GivenUp) = (0, 0, 0, 0, 0, 0);
        _machine = new LinkMachine();
        _heardMs = 0;
        Trouble = LinkTrouble.None;
        Reach = LinkReach.None;
        MayConnect = false;
    }

    /// <summary>The unit has stopped without a word.</summary>
    public void UnitStops()
    {
        Leave(false);
        _inbound.Clear();
        _outPayload = null;
        Reach = LinkReach.None;
    }

    /// <summary>The connection is reset: both ends know.</summary>
    public void ResetConnection()
    {
        if (_session != null)
        {
            _session.UnitHas = false;
            _broker.Lose(_session);
        }
    }

    /// <summary>One turn of the worker.</summary>
    public void Run()
    {
        long nowMs = _clock.UptimeMs;
        if (Hangs > 0)
        {
            Supervise(nowMs);
            return;
        }

        _heardMs = nowMs;
        if (Reach != LinkReach.Broker)
        {
            Reach = NetworkUp ? LinkReach.Network : LinkReach.None;
        }

        switch (_machine.Step(nowMs, NetworkUp, IsConnected()))
        {
            case LinkAction.JoinNetwork:
                Fail(LinkTrouble.NoNetwork);
                break;
            case LinkAction.Connect:
                if (MayConnect)
                {
                    Connect();
                }

                break;
            case LinkAction.Close:
                Leave(PathHolds);
                Fail(LinkTrouble.Lost);
                break;
            default:
                PublishOne();
                break;
        }
    }

    /// <inheritdoc/>
    public bool IsFree => _outPayload == null && Fulls == 0;

    /// <inheritdoc/>
    public bool TryPublish(string topic, byte[] payload, int count, bool atLeastOnce, bool retain)
    {
        if (!IsFree || Reach != LinkReach.Broker)
        {
            return false;
        }

        Published++;
        (_outTopic, _outPayload, _outAtLeastOnce, _outRetain) = (topic, payload.AsSpan(0, count).ToArray(), atLeastOnce, retain);
        Watcher?.Invoke(KindOf(topic), _outPayload);
        return true;
    }

    /// <inheritdoc/>
    public Inbound TryTake(byte[] into, out int count)
    {
        count = 0;
        if (!_inbound.TryDequeue(out (Inbound Kind, byte[] Payload) message))
        {
            return Inbound.None;
        }

        Taken++;
        if (message.Kind != Inbound.Refused)
        {
            count = message.Payload.Length;
            Array.Copy(message.Payload, into, count);
        }

        return message.Kind;
    }

    /// <summary>A message for the unit, as it has come in; the ring drops what does not fit.</summary>
    public void Put(Inbound kind, byte[] payload)
    {
        (Inbound Kind, byte[] Payload) message = kind == Inbound.Refused || payload.Length > LongestInbound ? (Inbound.Refused, []) : (kind, payload);
        if (_inbound.Sum(waiting => InboundHead + waiting.Payload.Length) + InboundHead + message.Payload.Length <= InboundBytes)
        {
            _inbound.Enqueue(message);
        }
    }

    private static string KindOf(string topic) => topic[(topic.LastIndexOf('/') + 1)..];

    private bool Has(NetworkTrouble trouble) => _troubles[(int)trouble] > 0;

    private bool IsConnected()
    {
        if (_session == null || !_session.UnitHas)
        {
            return false;
        }

        bool silent = _session.SilentSinceMs >= 0 && _clock.NowMs - _session.SilentSinceMs >= NoticeMs;
        return !silent && (_session.BrokerHas || _session.SilentSinceMs >= 0);
    }

    private void Supervise(long nowMs)
    {
        if (nowMs - _heardMs > StalledMs)
        {
            Restarts++;
            _heardMs = nowMs;
            _machine = new LinkMachine();
            Leave(false);
            Reach = LinkReach.None;
        }
    }

    private void Connect()
    {
        Attempts++;
        if (Has(NetworkTrouble.NoSuchHost))
        {
            Fail(LinkTrouble.NoSuchHost);
        }
        else if (Has(NetworkTrouble.Unreachable) || !_broker.Up)
        {
            Fail(LinkTrouble.Unreachable);
        }
        else if (Has(NetworkTrouble.Refused))
        {
            Fail(LinkTrouble.Refused);
        }
        else
        {
            Open();
        }
    }

    /// <summary>CONNECT is sent. Where no answer comes the broker may hold the session and its will all the same.</summary>
    private void Open()
    {
        if (!PathHolds && _dice.Chance(700))
        {
            Fail(LinkTrouble.Unreachable);
            return;
        }

        StateMessage.Write(_will, false, NextEpoch, _boot, ++_numbers);
        var session = new Session(_numbers, _will.Buffer.AsSpan(0, _will.Count).ToArray());
        if (!PathHolds)
        {
            _broker.Attach(session);
            session.UnitHas = false;
            _broker.Miss(session);
            Fail(LinkTrouble.Lost);
            return;
        }

        _broker.Attach(session);
        _session = session;
        _outPayload = null;
        SessionEpoch = NextEpoch;
        SessionNumber = _numbers;
        Sessions++;
        Trouble = LinkTrouble.None;
        Reach = LinkReach.Broker;
        _machine.Connected(_clock.UptimeMs);
    }

    private void PublishOne()
    {
        if (_outPayload == null || _session == null)
        {
            return;
        }

        (Session session, string kind, byte[] payload, bool acknowledged, bool retain) = (_session, KindOf(_outTopic), _outPayload, _outAtLeastOnce, _outRetain);
        _outPayload = null;
        if (acknowledged)
        {
            session.InFlight++;
            bool open = true;
            void Close()
            {
                session.InFlight -= open ? 1 : 0;
                open = false;
            }

            int start = _starts;
            _wire.At(_clock.NowMs + GiveUpMs, () =>
            {
                GivenUp += open && start == _starts && session == _session && !HidesGivenUp ? 1 : 0;
                Close();
            });
            Transmit(session, kind, payload, retain, Close);
        }
        else
        {
            Transmit(session, kind, payload, retain, null);
        }
    }

    private void Transmit(Session session, string kind, byte[] payload, bool retain, Action acknowledge)
    {
        void Arrive()
        {
            if (session.BrokerHas && _broker.Up)
            {
                _broker.Publish(kind, payload, retain);
                Acknowledge(session, kind, payload, acknowledge);
            }
        }

        if (session.SilentSinceMs >= 0)
        {
            session.Stuck.Enqueue(Arrive);
        }
        else
        {
            _wire.Send(Arrive);
        }
    }

    private void Acknowledge(Session session, string kind, byte[] payload, Action acknowledge)
    {
        if (acknowledge == null)
        {
            return;
        }

        int start = _starts;
        _wire.Send(() =>
        {
            if (session.UnitHas && session.SilentSinceMs < 0 && start == _starts)
            {
                acknowledge();
                OnAcknowledged?.Invoke(this, kind, payload);
            }
        });
    }

    private void Deliver(Session session, Inbound topic, byte[] payload)
    {
        _wire.Send(() =>
        {
            if (session == _session && session.UnitHas && session.SilentSinceMs < 0)
            {
                Put(topic, payload);
            }
        });
    }

    /// <summary>Gives up the connection without DISCONNECT: the broker hears the end of it, or misses the keep-alive.</summary>
    private void Leave(bool heard)
    {
        Session session = _session;
        _session = null;
        if (session == null)
        {
            return;
        }

        GivenUp += HidesGivenUp ? 0 : session.InFlight; // as on the device: what was in flight when its session ended is given up

        session.UnitHas = false;
        session.Stuck.Clear();
        if (heard)
        {
            _wire.Send(() => _broker.Lose(session));
        }
        else
        {
            _broker.Miss(session);
        }
    }

    private void Fail(LinkTrouble trouble)
    {
        Trouble = trouble;
        Reach = NetworkUp ? LinkReach.Network : LinkReach.None;
        _outPayload = null;
        _machine.Failed(_clock.UptimeMs, _dice.Below(int.MaxValue));
    }
}
