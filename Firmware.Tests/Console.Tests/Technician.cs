using Core.Tests.Support;

namespace Console.Tests;

/// <summary>The first person of a unit, number 12: enrolled with the button held, and logged in.</summary>
internal static class Technician
{
    private const string Pin = "482913";

    /// <summary>Enrols the person.</summary>
    public static void Enrol(UnitBench unit)
    {
        unit.Io.ButtonPressed = true;
        unit.Run(500);
        unit.Ask("persons add 12");
        unit.Io.ButtonPressed = false;
        unit.Ask(Pin);
        unit.Ask(Pin);
    }

    /// <summary>Enrols the person and logs in; returns what the unit showed last.</summary>
    public static string EnrolAndLogIn(UnitBench unit)
    {
        Enrol(unit);
        unit.Ask("login 12");
        return unit.Ask(Pin);
    }
}
