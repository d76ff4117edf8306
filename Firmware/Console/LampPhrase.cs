namespace Firmware.Console;

/// <summary>The phrases of the page of the lamps (<see cref="LampCard"/>). Those of a section are its rows, a line each, its two cells with a tab between; the first row is the head.</summary>
public static class LampPhrase
{
    /// <summary>Section: rhythms of the level lamp.</summary>
    public const int Level = 900;

    /// <summary>Section: the link lamp.</summary>
    public const int Link = 901;

    /// <summary>Section: the power lamp.</summary>
    public const int Power = 902;

    /// <summary>Section: how a fault's number is shown.</summary>
    public const int Number = 903;

    /// <summary>Section: the button.</summary>
    public const int Button = 904;

    /// <summary>Head of the table of numbers: four cells.</summary>
    public const int Codes = 905;

    /// <summary>The flash that stands for 0.</summary>
    public const int Long = 906;
}
