using System.Collections.Generic;
using Firmware.Core.Faults;

namespace Tools.Simulation;

/// <summary>State of one fault from a moment on.</summary>
/// <param name="FromMs">Uptime, ms.</param>
/// <param name="Raised">It is raised.</param>
/// <param name="Level">Its level while raised, and the one it had when it cleared.</param>
/// <param name="Occurrence">Raises in the epoch.</param>
public readonly record struct FaultState(long FromMs, bool Raised, int Level, int Occurrence);

/// <summary>One start of the unit, and what was true of its faults in it.</summary>
public sealed class Life
{
    private readonly Dictionary<int, List<FaultState>> _states;

    /// <summary>A start of which nothing is known yet.</summary>
    public Life(int number)
    {
        Number = number;
        _states = [];
    }

    private Life(Life other)
    {
        (Number, FirstEpoch, Epoch, Boot, Spoke) = (other.Number, other.FirstEpoch, other.Epoch, other.Boot, other.Spoke);
        WasRefused = other.WasRefused;
        BeganVolatile.UnionWith(other.BeganVolatile);
        _states = other._states;
    }

    /// <summary>Starts before it.</summary>
    public int Number { get; }

    /// <summary>The epoch that it started in.</summary>
    public uint FirstEpoch { get; init; }

    /// <summary>Its present epoch.</summary>
    public uint Epoch { get; set; }

    /// <summary>Its number in the epoch, as the unit gives it.</summary>
    public int Boot { get; set; }

    /// <summary>Somebody outside, or the store, knows of it under that number.</summary>
    public bool Spoke { get; set; }

    /// <summary>Storage refused a write in it: its number may not have become durable.</summary>
    public bool WasRefused { get; set; }

    /// <summary>Epochs that it began because storage refused.</summary>
    public HashSet<uint> BeganVolatile { get; } = [];

    /// <summary>True where it was in that epoch at some time.</summary>
    public bool HadEpoch(uint epoch) => FirstEpoch == epoch || BeganVolatile.Contains(epoch);

    /// <summary>A copy for another future; what was true stays shared.</summary>
    public Life Copy() => new(this);

    /// <summary>Notes a state; returns false where nothing changed.</summary>
    public bool Note(int code, FaultState state)
    {
        if (!_states.TryGetValue(code, out List<FaultState> states))
        {
            _states.Add(code, states = []);
        }

        if (states.Count > 0 && states[^1] is var last && last.Raised == state.Raised && last.Level == state.Level && last.Occurrence == state.Occurrence)
        {
            return false;
        }

        states.Add(state);
        return states.Count > 1;
    }

    /// <summary>What was true of a fault at a moment; null where it is not known.</summary>
    public FaultState? At(int code, long ms)
    {
        FaultState? found = null;
        if (_states.TryGetValue(code, out List<FaultState> states))
        {
            foreach (FaultState state in states)
            {
                found = state.FromMs <= ms ? state : found;
            }
        }

        return found;
    }
}

/// <summary>What really happened, watched from outside: the state of every fault after every decision, in every start of the unit.</summary>
public sealed class Truth
{
    private readonly List<Life> _lives = [];
    private readonly byte[] _level = new byte[FaultCatalogue.MaxRows];
    private readonly bool[] _raised = new bool[FaultCatalogue.MaxRows];
    private readonly int[] _occurrence = new int[FaultCatalogue.MaxRows];

    /// <summary>The present start of the unit; null before the first.</summary>
    public Life Now => _lives.Count == 0 ? null : _lives[^1];

    /// <summary>Starts of the unit.</summary>
    public int Starts => _lives.Count;

    /// <summary>Transitions seen, since the beginning.</summary>
    public int Transitions { get; private set; }

    /// <summary>Worst level raised now that nobody has put aside, 0 for none: found here, not asked of the unit.</summary>
    public int WorstLevel { get; private set; }

    /// <summary>A copy for another future.</summary>
    public Truth Copy()
    {
        var copy = new Truth();
        foreach (Life life in _lives)
        {
            copy._lives.Add(life.Copy());
        }

        return copy;
    }

    /// <summary>The unit starts.</summary>
    public void Begin(uint epoch, int boot, FaultCatalogue catalogue, FaultMonitors monitors)
    {
        _lives.Add(new Life(_lives.Count) { FirstEpoch = epoch, Epoch = epoch, Boot = boot });
        for (int row = 0; row < catalogue.Count; row++)
        {
            _occurrence[row] = -1;
        }

        Observe(0, catalogue, monitors);
    }

    /// <summary>A decision was made.</summary>
    public void Observe(long uptimeMs, FaultCatalogue catalogue, FaultMonitors monitors)
    {
        int worst = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool raised = monitors.IsRaised(row);
            byte level = monitors.LevelOf(row);
            if (raised != _raised[row] || level != _level[row] || monitors.OccurrenceOf(row) != _occurrence[row])
            {
                (_raised[row], _level[row], _occurrence[row]) = (raised, level, monitors.OccurrenceOf(row));
                Transitions += Now.Note(catalogue.Code(row), new FaultState(uptimeMs, raised, level, _occurrence[row])) ? 1 : 0;
            }

            bool shows = raised && !monitors.Gate.Hides(row, level);
            worst = shows && (worst == 0 || level < worst) ? level : worst;
        }

        WorstLevel = worst;
    }

    /// <summary>The unit goes on under another epoch, because its ids could not be made durable.</summary>
    public void EpochBegins(uint epoch)
    {
        Now.Epoch = epoch;
        Now.BeganVolatile.Add(epoch);
    }

    /// <summary>The store or the outside learns of the present start's number: no other may have had it.</summary>
    public void Speak()
    {
        if (Now.Spoke)
        {
            return;
        }

        Now.Spoke = true;
        foreach (Life life in _lives)
        {
            if (life != Now && life.Spoke && !life.WasRefused && life.Epoch == Now.Epoch && life.Boot == Now.Boot)
            {
                throw new Violation("boot number", $"starts {life.Number} and {Now.Number} both are boot {Now.Boot} of epoch {Now.Epoch}");
            }
        }
    }

    /// <summary>The last start of the unit in which a fault was in this state at a moment (storage may have refused the number of an earlier one); −1 where there is none of that number and epoch in which it was.</summary>
    public int LifeIn(uint epoch, long boot, int code, long ms, FaultState wanted)
    {
        for (int number = _lives.Count - 1; number >= 0; number--)
        {
            Life life = _lives[number];
            if (life.Boot == boot && life.HadEpoch(epoch) && life.At(code, ms) is { } then && then with { FromMs = wanted.FromMs } == wanted)
            {
                return life.Number;
            }
        }

        return -1;
    }

    /// <summary>True where an epoch was begun because storage refused.</summary>
    public bool WasVolatile(uint epoch) => _lives.Exists(life => life.BeganVolatile.Contains(epoch));

    /// <summary>What is known of a fault at a moment, for people.</summary>
    public string Describe(long boot, int code, long ms)
    {
        string text = "";
        foreach (Life life in _lives)
        {
            text += life.Boot == boot ? $" start {life.Number} (epoch {life.Epoch}): {life.At(code, ms)?.ToString() ?? "nothing known"};" : "";
        }

        return text.Length == 0 ? $" no start has the number {boot}" : text;
    }
}
