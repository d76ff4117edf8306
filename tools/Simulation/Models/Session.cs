using System;
using System.Collections.Generic;

namespace Tools.Simulation;

/// <summary>One connection between unit and broker.</summary>
public sealed class Session
{
    /// <summary>A connection with this number and will.</summary>
    public Session(int number, byte[] will)
    {
        Number = number;
        Will = will;
    }

    /// <summary>Number within the start of the unit.</summary>
    public int Number { get; }

    /// <summary>What the broker publishes when it ends without a word.</summary>
    public byte[] Will { get; }

    /// <summary>The unit holds it for good.</summary>
    public bool UnitHas { get; set; } = true;

    /// <summary>The broker holds it for good.</summary>
    public bool BrokerHas { get; set; } = true;

    /// <summary>Publishes without their acknowledgement.</summary>
    public int InFlight { get; set; }

    /// <summary>What waits in the sender's buffer for the path to come back.</summary>
    public Queue<Action> Stuck { get; } = new();

    /// <summary>When the path broke, ms; below 0 while it holds.</summary>
    public long SilentSinceMs { get; set; } = -1;
}
