using System;
using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>A link that notes what is handed over, and gives back what the test queues.</summary>
public sealed class FakeLink : ILink
{
    private const int MaxPublishes = 128;
    private const int MaxInbound = 8;

    private readonly string[] _topic = new string[MaxPublishes];
    private readonly string[] _payload = new string[MaxPublishes];
    private readonly bool[] _atLeastOnce = new bool[MaxPublishes];
    private readonly bool[] _retain = new bool[MaxPublishes];
    private readonly Inbound[] _kind = new Inbound[MaxInbound];
    private readonly byte[][] _inbound = new byte[MaxInbound][];
    private LinkReach _reach;
    private int _queued;

    /// <summary>Broker acknowledges at once; else every publish at least once stays in flight.</summary>
    public bool Acknowledges = true;

    /// <summary>The mailbox refuses.</summary>
    public bool MailboxTaken;

    /// <inheritdoc/>
    public bool MayConnect { get; set; } = true;

    /// <summary>The connection is lost and made anew just before it is asked for next: the worker runs beside the loop.</summary>
    public bool ReconnectsWhenAsked;

    /// <inheritdoc/>
    public LinkReach Reach
    {
        get
        {
            if (ReconnectsWhenAsked)
            {
                ReconnectsWhenAsked = false;
                Connect();
            }

            return _reach;
        }

        set
        {
            _reach = value;
        }
    }

    /// <inheritdoc/>
    public LinkTrouble Trouble { get; set; }

    /// <inheritdoc/>
    public int Restarts { get; set; }

    /// <inheritdoc/>
    public int Sessions { get; set; }

    /// <inheritdoc/>
    public int Attempts { get; set; }

    /// <inheritdoc/>
    public int SessionNumber { get; set; }

    /// <inheritdoc/>
    public int SessionEpoch { get; private set; }

    /// <inheritdoc/>
    public int NextEpoch { get; set; }

    /// <inheritdoc/>
    public int InFlight { get; set; }

    /// <inheritdoc/>
    public int GivenUp { get; set; }

    /// <summary>Publishes handed over.</summary>
    public int Count { get; private set; }

    /// <summary>Last word of a publish's topic.</summary>
    public string Kind(int index) => _topic[index].Substring(_topic[index].LastIndexOf('/') + 1);

    /// <summary>Topic of a publish.</summary>
    public string Topic(int index) => _topic[index];

    /// <summary>Payload of a publish.</summary>
    public string Payload(int index) => _payload[index];

    /// <summary>A publish asked for QoS 1.</summary>
    public bool AtLeastOnce(int index) => _atLeastOnce[index];

    /// <summary>A publish is to be retained.</summary>
    public bool Retain(int index) => _retain[index];

    /// <summary>Broker connected anew.</summary>
    public void Connect()
    {
        Reach = LinkReach.Broker;
        Sessions++;
        SessionNumber++;
        SessionEpoch = NextEpoch;
        Attempts++;
        InFlight = 0;
    }

    /// <summary>Publishes on a topic's last word.</summary>
    public int CountOf(string kind)
    {
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            count += Kind(i) == kind ? 1 : 0;
        }

        return count;
    }

    /// <summary>Index of a kind's publish, counted from 0; −1 where there are not so many.</summary>
    public int IndexOf(string kind, int nth)
    {
        for (int i = 0; i < Count; i++)
        {
            if (Kind(i) == kind && nth-- == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Payload of a kind's publish, counted from 0; empty where there are not so many.</summary>
    public string PayloadOf(string kind, int nth)
    {
        int index = IndexOf(kind, nth);
        return index < 0 ? "" : _payload[index];
    }

    /// <summary>Forgets what was published.</summary>
    public void Forget() => Count = 0;

    /// <summary>Queues an inbound message.</summary>
    public void Send(Inbound kind, string payload)
    {
        _kind[_queued] = kind;
        _inbound[_queued] = Text.Utf8(payload);
        _queued++;
    }

    /// <inheritdoc/>
    public bool IsFree => !MailboxTaken;

    /// <inheritdoc/>
    public bool TryPublish(string topic, byte[] payload, int count, bool atLeastOnce, bool retain)
    {
        if (MailboxTaken || Reach != LinkReach.Broker || Count == MaxPublishes)
        {
            return false;
        }

        _topic[Count] = topic;
        _payload[Count] = Text.Of(payload, count);
        _atLeastOnce[Count] = atLeastOnce;
        _retain[Count] = retain;
        Count++;
        InFlight += atLeastOnce && !Acknowledges ? 1 : 0;
        return true;
    }

    /// <inheritdoc/>
    public Inbound TryTake(byte[] into, out int count)
    {
        count = 0;
        if (_queued == 0)
        {
            return Inbound.None;
        }

        Inbound kind = _kind[0];
        count = _inbound[0].Length;
        Array.Copy(_inbound[0], into, count);
        _queued--;
        for (int i = 0; i < _queued; i++)
        {
            _kind[i] = _kind[i + 1];
            _inbound[i] = _inbound[i + 1];
        }

        return kind;
    }
}
