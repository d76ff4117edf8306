using System.Collections.Generic;

namespace Tools.Accuracy;

/// <summary>What a trial is played on: a unit's decisions at a simulated site (<see cref="Bench"/>), or a whole unit among network, store and clocks (<see cref="UnitStage"/>).</summary>
public interface IStage
{
    /// <summary>Time since the beginning, ms.</summary>
    long NowMs { get; }

    /// <summary>Raised and worsened alarms, in order.</summary>
    IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Lets the shortest time pass in which something can change.</summary>
    void Step();

    /// <summary>A fault comes, in a size; null for its own.</summary>
    void Inject(string fault, double? size);

    /// <summary>A person does something.</summary>
    void Do(string action, string word);
}
