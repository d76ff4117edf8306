using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>Phrases of the weekly drill, in English.</summary>
public static class DrillTexts
{
    /// <summary>A phrase; null where the number is not of the drill.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            DrillPhrase.Drill => "Alarm drill",
            DrillPhrase.Never => "none has ended yet",
            DrillPhrase.GoesOn => "going on",
            DrillPhrase.Stored => "stored",
            DrillPhrase.NotKept => "failed: not written to storage",
            DrillPhrase.NotSent => "failed: no session with the broker",
            DrillPhrase.NotStored => "failed: the centre did not store it",
            DrillPhrase.Lost => "failed: its record was lost",
            DrillPhrase.Begun => "The drill has begun. Nothing moves; type drill to see how it ends.",
            DrillPhrase.Runs => "A drill is going on.",
            DrillPhrase.NotNow => "Not during irrigation or an inspection, nor while the supply fails.",
            DrillPhrase.TooSoon => "The last drill began less than 10 min ago.",
            DrillPhrase.Waits => "The last drill still waits for the centre.",
            DrillPhrase.After => "  after ",
            _ => null,
        };
    }
}
