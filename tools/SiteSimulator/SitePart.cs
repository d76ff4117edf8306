using System.Collections.Generic;

namespace Tools.SiteSimulator;

/// <summary>
/// One physical thing at the site. It reads the parts it touches (given to its constructor), moves its own state by one
/// step, and shows the outcome at its terminals. SI units inside.
/// </summary>
public abstract class SitePart
{
    /// <summary>What can be wired to the unit; empty for a part that has no wires.</summary>
    public virtual IReadOnlyList<Terminal> Terminals => [];

    /// <summary>Moves the part by one inner step, or by a second while the whole site is quiet. Allocates nothing.</summary>
    public abstract void Step(double seconds);

    /// <summary>Whether nothing moves in this part, so that one step of a second does what a hundred of 10 ms would.</summary>
    public virtual bool Quiet => true;

    /// <summary>
    /// Puts wires, contacts and everything else that a fault changes back to sound. State that needs time to come back
    /// (water level, charge) stays. Called before the active faults are applied again.
    /// </summary>
    public virtual void Heal()
    {
    }
}
