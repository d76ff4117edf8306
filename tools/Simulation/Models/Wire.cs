using System;
using System.Collections.Generic;

namespace Tools.Simulation;

/// <summary>What is under way: acts that happen at their time, in the order of time, then of sending.</summary>
public sealed class Wire
{
    private readonly PriorityQueue<Action, (long AtMs, long Order)> _due = new();
    private readonly Dice _dice;
    private long _order;

    /// <summary>Nothing under way.</summary>
    public Wire(Dice dice)
    {
        _dice = dice;
    }

    /// <summary>Simulated time, ms.</summary>
    public long NowMs { get; private set; }

    /// <summary>What each message takes longer, ms.</summary>
    public int ExtraMs { get; set; }

    /// <summary>Time of the next act; the end of time where there is none.</summary>
    public long NextMs => _due.TryPeek(out _, out (long AtMs, long) key) ? key.AtMs : long.MaxValue;

    /// <summary>A message takes its time: some tens of milliseconds, now and then seconds.</summary>
    public void Send(Action arrive)
    {
        long takes = _dice.Chance(950) ? _dice.Between(10, 80) : _dice.TimeBetween(80, 5000);
        At(NowMs + takes + (ExtraMs == 0 ? 0 : _dice.Between(0, ExtraMs)), arrive);
    }

    /// <summary>An act at a time.</summary>
    public void At(long atMs, Action act)
    {
        _due.Enqueue(act, (atMs, _order++));
    }

    /// <summary>Time passes; what is due happens.</summary>
    public void Run(long nowMs)
    {
        while (_due.TryPeek(out Action act, out (long AtMs, long) key) && key.AtMs <= nowMs)
        {
            _due.Dequeue();
            NowMs = key.AtMs > NowMs ? key.AtMs : NowMs;
            act();
        }

        NowMs = nowMs;
    }
}
