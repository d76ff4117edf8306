namespace Firmware.Console;

/// <summary>The phrases of switching the unit off on purpose.</summary>
public static class ShutdownPhrase
{
    /// <summary>The pump stops, and the centre is told.</summary>
    public const int Begins = 790;

    /// <summary>The centre's broker has it: the power may be cut.</summary>
    public const int Told = 791;

    /// <summary>There is no link: the centre does not know.</summary>
    public const int NotTold = 792;

    /// <summary>About to be switched off, for so long.</summary>
    public const int Announced = 793;
}
