namespace Firmware.Core.Contracts;

/// <summary>The contracts of service-contract §2, by number; <see cref="A"/>, the home case, holds where none is configured.</summary>
public static class ContractId
{
    /// <summary>Metering equipment of a water-pricing reform: respond 30 min, on site 2 h, repaired 24 h.</summary>
    public const byte A = 0;

    /// <summary>Software.</summary>
    public const byte B1 = 1;

    /// <summary>Air conditioning.</summary>
    public const byte B2 = 2;

    /// <summary>Lighting.</summary>
    public const byte B3 = 3;

    /// <summary>Field equipment of a city.</summary>
    public const byte C = 4;

    /// <summary>Examination benches.</summary>
    public const byte D = 5;

    /// <summary>A teaching centre.</summary>
    public const byte E = 6;

    /// <summary>How many there are.</summary>
    public const byte Count = 7;

    /// <summary>The name in settings and on screens.</summary>
    public static string NameOf(int contract)
    {
        return contract switch
        {
            B1 => "B1",
            B2 => "B2",
            B3 => "B3",
            C => "C",
            D => "D",
            E => "E",
            _ => "A",
        };
    }
}
