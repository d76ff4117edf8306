namespace Firmware.Inspection.Planning;

/// <summary>What the pump has done since the unit was commissioned: maintenance falls due by it, too. Filled by the caller before each step.</summary>
public sealed class Usage
{
    /// <summary>Time that the pump ran, minutes.</summary>
    public int RunMinutes;

    /// <summary>Starts of the pump.</summary>
    public int Starts;

    /// <summary>Water metered, m³.</summary>
    public int CubicMetres;

    /// <summary>Takes over another's counts.</summary>
    public void CopyFrom(Usage other)
    {
        RunMinutes = other.RunMinutes;
        Starts = other.Starts;
        CubicMetres = other.CubicMetres;
    }
}
