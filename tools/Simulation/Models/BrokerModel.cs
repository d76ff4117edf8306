using System;
using System.Collections.Generic;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>
/// An MQTT broker as the contract uses it: QoS 1 to whoever is there, retained messages, the will, clean session for the unit, a stored session for the
/// centre. It keeps nothing over a stop with an empty store.
/// </summary>
public sealed class BrokerModel
{
    private const int KeepAliveMs = 90000;

    private readonly Dictionary<string, byte[]> _retained = [];
    private readonly Queue<(string Kind, byte[] Payload)> _forCentre = new();
    private readonly Wire _wire;
    private readonly Dice _dice;
    private Session _session;
    private int _life;
    private int _stops;

    /// <summary>A broker with an empty store.</summary>
    public BrokerModel(Wire wire, Dice dice)
    {
        _wire = wire;
        _dice = dice;
    }

    /// <summary>The centre's subscriber.</summary>
    public CentreModel Centre { get; set; }

    /// <summary>The unit's subscriber: takes what goes down, with its topic.</summary>
    public Action<Session, Inbound, byte[]> ToUnit { get; set; }

    /// <summary>Told of everything that a unit has published and the broker has taken; may be null.</summary>
    public Action<string, byte[]> Took { get; set; }

    /// <summary>It runs.</summary>
    public bool Up => _stops == 0;

    /// <summary>The retained message of a kind, null where there is none.</summary>
    public byte[] Retained(string kind) => _retained.GetValueOrDefault(kind);

    /// <summary>It stops (+1) or comes back (−1).</summary>
    public void CountStops(int more, bool wiped)
    {
        bool was = Up;
        _stops += more;
        if (was && !Up)
        {
            _life++;
            End(_session);
            if (wiped)
            {
                _retained.Clear();
                _forCentre.Clear();
            }
        }
        else if (!was && Up)
        {
            ServeCentre();
        }
    }

    /// <summary>A client with the unit's id connects: whoever was there under it is thrown out, and its will is published.</summary>
    public void Attach(Session session)
    {
        Lose(_session);
        _session = session;
    }

    /// <summary>The broker learns that a connection is over.</summary>
    public void Lose(Session session)
    {
        if (session is { BrokerHas: true } && Up)
        {
            session.BrokerHas = false;
            Publish("state", session.Will, true);
        }
    }

    /// <summary>Nothing is heard of a connection from now on: the will comes after one and a half keep-alives.</summary>
    public void Miss(Session session)
    {
        int life = _life;
        _wire.At(_wire.NowMs + KeepAliveMs, () =>
        {
            if (life == _life && (session.SilentSinceMs >= 0 || !session.UnitHas))
            {
                Lose(session);
            }
        });
    }

    /// <summary>A publish has arrived.</summary>
    public void Publish(string kind, byte[] payload, bool retain)
    {
        if (retain)
        {
            _retained[kind] = payload;
        }

        Took?.Invoke(kind, payload);
        _forCentre.Enqueue((kind, payload));
        ServeCentre();
    }

    /// <summary>The centre says something to the unit; nobody hears it where the unit is not there.</summary>
    public void PublishDown(Inbound topic, byte[] payload)
    {
        Session session = _session;
        if (Up && session is { BrokerHas: true })
        {
            ToUnit(session, topic, payload);
            if (_dice.Chance(20))
            {
                ToUnit(session, topic, payload);
            }
        }
    }

    /// <summary>The centre has come: it gets what is retained, then what was kept for it.</summary>
    public void CentreCame()
    {
        if (Up)
        {
            foreach ((string kind, byte[] payload) in _retained)
            {
                ToCentre(kind, payload);
            }

            ServeCentre();
        }
    }

    private void ServeCentre()
    {
        while (Up && Centre.Up && _forCentre.TryDequeue(out (string Kind, byte[] Payload) message))
        {
            ToCentre(message.Kind, message.Payload);
            if (_dice.Chance(20))
            {
                ToCentre(message.Kind, message.Payload);
            }
        }
    }

    /// <summary>What is on its way when the centre stops is delivered again: QoS 1. What is on its way when the broker loses its store is lost.</summary>
    private void ToCentre(string kind, byte[] payload)
    {
        int life = _life;
        _wire.Send(() =>
        {
            if (Centre.Up)
            {
                Centre.Receive(kind, payload);
            }
            else if (life == _life)
            {
                _forCentre.Enqueue((kind, payload));
            }
        });
    }

    private static void End(Session session)
    {
        if (session != null)
        {
            session.BrokerHas = false;
        }
    }
}
