using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The phrases of what persons do with faults, in English.</summary>
public static class ActionTexts
{
    /// <summary>A phrase of <see cref="ActionPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            ActionPhrase.Done => "Done, and noted with your number.",
            ActionPhrase.NotRaised => "This fault is not raised.",
            ActionPhrase.OtherOccurrence => "It came anew in between. Look at it again.",
            ActionPhrase.Already => "It was so already.",
            ActionPhrase.StillFails => "The cause is still there: why shows the evidence.",
            ActionPhrase.NotLatched => "This one needs no reset: it clears by itself.",
            ActionPhrase.LevelOne => "A fault of level 1 is never put aside.",
            ActionPhrase.BadTime => "Not for so long.",
            ActionPhrase.NoPlace => "All six places are taken: take another one back first.",
            ActionPhrase.Busy => "Busy with records. Try again in a second.",
            ActionPhrase.PumpRuns => "Not while the pump runs or water is asked for.",
            ActionPhrase.Unknown => "No fault has this code here.",
            ActionPhrase.NothingShelved => "Nothing is put aside.",
            ActionPhrase.Left => "left: ",
            _ => null,
        };
    }
}
