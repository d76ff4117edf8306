namespace Firmware.Core.Faults;

/// <summary>
/// What stands between a fault and its message: shelves, work on the unit, lay-up, chatter and floods. It never changes what is true; a message that it holds is
/// owed, and the monitors tell afterwards what is true then, with the count.
/// </summary>
public sealed class AlarmGate
{
    private readonly FaultCatalogue _catalogue;
    private readonly bool[] _hidByWork;

    /// <summary>An open gate.</summary>
    public AlarmGate(FaultCatalogue catalogue)
    {
        _catalogue = catalogue;
        Squelch = new Squelch(catalogue.Capacity);
        _hidByWork = new bool[catalogue.Capacity];
    }

    /// <summary>Faults put aside.</summary>
    public Shelves Shelves { get; } = new Shelves();

    /// <summary>Work on the unit.</summary>
    public Maintenance Maintenance { get; } = new Maintenance();

    /// <summary>Out of season.</summary>
    public LayUp LayUp { get; } = new LayUp();

    /// <summary>About to be switched off.</summary>
    public PlannedShutdown Shutdown { get; } = new PlannedShutdown();

    /// <summary>Out of service on purpose: missing supply and silence are expected.</summary>
    public bool Rests => LayUp.IsOn || Shutdown.IsOn;

    /// <summary>Chatter and floods.</summary>
    public Squelch Squelch { get; }

    /// <summary>Something ends by itself after a time.</summary>
    public bool HasTimed => Maintenance.IsOn || Shelves.Any;

    /// <summary>A person has seen to it that this fault says nothing at this level: it shows on no lamp either.</summary>
    public bool Hides(int row, byte level)
    {
        if (Rests && Has(row, Policy.RestExplains))
        {
            return true;
        }

        return level > 1 && ((Maintenance.IsOn && Has(row, Policy.WorkExplains)) || Shelves.Find(row) >= 0);
    }

    /// <summary>Whether a message must wait.</summary>
    public bool Holds(int row, FaultEvent what, byte level, long nowMs)
    {
        return Hides(row, level) || Squelch.Holds(row, what, level, nowMs);
    }

    /// <summary>Lets time pass.</summary>
    public void Step(int elapsedMs)
    {
        Squelch.Step(elapsedMs);
        Shelves.Step(elapsedMs);
        Maintenance.Step(elapsedMs);
        Shutdown.Step(elapsedMs);
    }

    /// <summary>Notes that a fault was raised, told or not: what the work hid is reported at its end.</summary>
    public void Raised(int row, byte level)
    {
        if (Maintenance.IsOn && level > 1 && Has(row, Policy.WorkExplains) && !_hidByWork[row])
        {
            _hidByWork[row] = true;
            Maintenance.Hide();
        }
    }

    /// <summary>Begins maintenance, or changes its end.</summary>
    public void BeginMaintenance(int who, int minutes)
    {
        for (int row = 0; row < _hidByWork.Length && !Maintenance.IsOn; row++)
        {
            _hidByWork[row] = false;
        }

        Maintenance.Begin(who, minutes);
    }

    /// <summary>The work that is going on has hidden this fault.</summary>
    public bool IsHiddenByWork(int row) => Maintenance.IsOn && _hidByWork[row];

    /// <summary>Takes up that the work which goes on after a restart had hidden this fault; how many it hid is restored beside it.</summary>
    public void RestoreHidden(int row)
    {
        _hidByWork[row] = true;
    }

    private bool Has(int row, byte policy) => (_catalogue.PolicyOf(row) & policy) != 0;
}
