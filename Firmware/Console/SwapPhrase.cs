namespace Firmware.Console;

/// <summary>The phrases of a unit that takes over the site of another one.</summary>
public static class SwapPhrase
{
    /// <summary>The export of the old unit is asked for.</summary>
    public const int Paste = 760;

    /// <summary>The next line is asked for.</summary>
    public const int Next = 761;

    /// <summary>The export is whole.</summary>
    public const int Whole = 762;

    /// <summary>It is written, and the unit restarts.</summary>
    public const int Restarts = 763;

    /// <summary>No name and value.</summary>
    public const int NoLine = 764;

    /// <summary>Not the begin of an export.</summary>
    public const int NoExport = 765;

    /// <summary>A name that this unit does not know.</summary>
    public const int Foreign = 766;

    /// <summary>The check fails.</summary>
    public const int Damaged = 767;

    /// <summary>Something is missing.</summary>
    public const int Missing = 768;

    /// <summary>Nothing more came.</summary>
    public const int CutOff = 769;

    /// <summary>Log: the site was taken over; the person's number follows.</summary>
    public const int Log = 770;

    /// <summary>Log: storage did not take the site over; the person's number follows.</summary>
    public const int LogGivenUp = 771;

    /// <summary>Head of the states that nobody knew.</summary>
    public const int Anew = 772;

    /// <summary>The settings stay this unit's own.</summary>
    public const int OwnSettings = 773;

    /// <summary>The total stays this unit's own.</summary>
    public const int OwnTotal = 774;

    /// <summary>First of the states, in the order of <see cref="Records.Takeover.SlotAt"/>: fault memory.</summary>
    public const int StateFirst = 775;

    /// <summary>Contract's clocks.</summary>
    public const int StateClocks = 776;

    /// <summary>Learned bands.</summary>
    public const int StateBands = 777;

    /// <summary>Inspection plan.</summary>
    public const int StatePlan = 778;

    /// <summary>Acknowledgements.</summary>
    public const int StateAcknowledgements = 779;

    /// <summary>Unmetered water.</summary>
    public const int StateUnmetered = 780;

    /// <summary>The last inspection with the meters.</summary>
    public const int StateInspection = 781;

    /// <summary>Head of the settings that this firmware does not have.</summary>
    public const int LeftOut = 782;
}
