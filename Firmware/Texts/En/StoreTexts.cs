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
            StorePhrase.BrownOuts => "Supply failed",
            StorePhrase.Crashes => "Crashes",
            StorePhrase.LateAnswers => "Late answers",
            StorePhrase.LateRepairs => "Late repairs",
            StorePhrase.Untracked => "No clock",
            _ => null,
        };
    }
}
