using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The phrases of the store, in English.</summary>
public static class StoreTexts
{
    /// <summary>A phrase of <see cref="StorePhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            StorePhrase.State => "Store",
            StorePhrase.Writable => "can be read and written",
            StorePhrase.Unreadable => "read-only: a file could not be read at the start; alarms leave from memory, and the unit restarts once all can be read",
            StorePhrase.Refuses => "read-only or failing: the last write was refused; alarms leave from memory, and it is tried again",
            StorePhrase.Reports => "Reports",
            StorePhrase.ReportsLost => "Reports lost",
            StorePhrase.Visits => "Visits",
            StorePhrase.VisitsLost => "Visits lost",
            StorePhrase.RecordsWait => " records  ",
            StorePhrase.ReportsWait => " reports",
            StorePhrase.VisitsWait => " visits  ",
            StorePhrase.ClassOutbox => "Records",
            StorePhrase.ClassLedger => "Ledger",
            StorePhrase.ClassLog => "Event log",
            StorePhrase.ClassState => "States",
            StorePhrase.ClassLarge => "Large files",
            StorePhrase.WritesHead => "Writes in the last 24 h",
            StorePhrase.OfBudget => " of ",
            StorePhrase.LifeUsed => "Flash used",
            StorePhrase.Lasts => "Flash lasts",
            StorePhrase.Years => " years more, if every day is like the last one",
            StorePhrase.AfterADay => "known once the unit has run for a day",
            StorePhrase.Writes => "Writes",
            StorePhrase.PumpStarts => "Pump starts",
            StorePhrase.RunHours => "Pump ran, h",
            StorePhrase.Volume => "Volume",
            StorePhrase.Energy => "Energy",
            StorePhrase.BrownOuts => "Brown-outs",
            StorePhrase.Crashes => "Crashes",
            StorePhrase.LateAnswers => "Late answers",
            StorePhrase.LateRepairs => "Late repairs",
            StorePhrase.Untracked => "No clock",
            StorePhrase.SlowWorkers => "Slow workers",
            StorePhrase.CaughtHead => "Program errors caught since the start (the unit goes on)",
            StorePhrase.CaughtAt => "main loop",
            StorePhrase.CaughtAt + 1 => "console page",
            StorePhrase.CaughtAt + 2 => "RS485 bus",
            StorePhrase.CaughtAt + 3 => "I2C parts",
            StorePhrase.CaughtAt + 4 => "MQTT link",
            StorePhrase.CaughtAt + 5 => "console port",
            StorePhrase.CaughtAt + 6 => "storage",
            StorePhrase.CaughtAt + 7 => "radio",
            StorePhrase.CaughtAt + 8 => "analogue converter",
            StorePhrase.LogCaught => "Program error caught: ",
            _ => null,
        };
    }
}
