using Core.Tests.Support;

namespace Console.Tests;

/// <summary>A person of a unit, number 12 where it does not matter: enrolled, the first one with the button held, and logged in.</summary>
internal static class Technician
{
    private const int Number = 12;
    private const string Pin = "482913";

    /// <summary>Holds the button down, as long as it takes to be seen.</summary>
    public static void HoldButton(UnitBench unit)
    {
        unit.Io.ButtonPressed = true;
        unit.Run(500);
    }

    /// <summary>Enrols a person with the button held; returns what the unit showed last.</summary>
    public static string Enrol(UnitBench unit, int number = Number, string pin = Pin)
    {
        HoldButton(unit);
        unit.Ask("persons add " + number);
        unit.Io.ButtonPressed = false;
        unit.Ask(pin);
        return unit.Ask(pin);
    }

    /// <summary>Logs a person in; returns what the unit showed last.</summary>
    public static string LogIn(UnitBench unit, int number = Number, string pin = Pin)
    {
        unit.Ask("login " + number);
        return unit.Ask(pin);
    }

    /// <summary>Enrols the person and logs in; returns what the unit showed last.</summary>
    public static string EnrolAndLogIn(UnitBench unit)
    {
        Enrol(unit);
        return LogIn(unit);
    }
}
