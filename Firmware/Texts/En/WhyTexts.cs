using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The phrases of a fault's page, in English.</summary>
public static class WhyTexts
{
    /// <summary>A phrase of <see cref="WhyPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            WhyPhrase.Closeness => "How close",
            WhyPhrase.ClosenessScale => "  (-128 well, +127 raised)",
            WhyPhrase.Clearing => "  clearing",
            WhyPhrase.SinceForgotten => "  in the fault memory: ",
            WhyPhrase.First => "first",
            WhyPhrase.Latest => "latest",
            WhyPhrase.Worst => "worst",
            WhyPhrase.Tools => "Tools",
            WhyPhrase.ToolFirst => "multimeter",
            WhyPhrase.ToolFirst + 1 => "clamp meter",
            WhyPhrase.ToolFirst + 2 => "insulation tester 500 V",
            WhyPhrase.ToolFirst + 3 => "pressure gauge",
            WhyPhrase.ToolFirst + 4 => "sounding line",
            WhyPhrase.ToolFirst + 5 => "ladder",
            WhyPhrase.ToolNone => "none to measure with",
            WhyPhrase.Comma => ", ",
            WhyPhrase.Responsible => "Responsible",
            WhyPhrase.ResponsibleFirst => "the supplied equipment",
            WhyPhrase.ResponsibleFirst + 1 => "the electricity grid",
            WhyPhrase.ResponsibleFirst + 2 => "the water user's well and pipes",
            WhyPhrase.ResponsibleFirst + 3 => "the water user",
            WhyPhrase.ResponsibleFirst + 4 => "the carrier of the network",
            WhyPhrase.ResponsibleFirst + 5 => "to be found out on site",
            WhyPhrase.Clock => "Clock",
            WhyPhrase.ClockNone => "no contract clock runs for this fault",
            WhyPhrase.ClockRuns => "the contract's, from the moment that it is raised",
            WhyPhrase.Ends => "Clears",
            WhyPhrase.EndsByItself => "by itself, when its check has passed for ",
            WhyPhrase.EndsByReset => "only when a person has looked and typed: reset ",
            WhyPhrase.Explains => "Explained by",
            WhyPhrase.ExplainsNone => "no other fault",
            WhyPhrase.Begins => "Raised",
            WhyPhrase.BeginsAfter => "when its check has failed for ",
            WhyPhrase.BeginsOften => ", or ",
            WhyPhrase.BeginsWithin => " times within ",
            WhyPhrase.NotNow => ": what it looks at does not go on now",
            WhyPhrase.LaidUp => ": the unit is laid up",
            WhyPhrase.SupplyLow => ": the supply is too low for its instrument",
            WhyPhrase.Settling => ": the pump has just started or stopped",
            WhyPhrase.CellFirst => "no reading",
            WhyPhrase.CellFirst + 1 => "off",
            WhyPhrase.CellFirst + 2 => "not fitted",
            WhyPhrase.CellFirst + 3 => "no answer",
            WhyPhrase.CellFirst + 4 => "out of range",
            WhyPhrase.CellFirst + 5 => "damaged",
            WhyPhrase.Moment => "Time",
            WhyPhrase.Forgotten => "Forgotten faults: ",
            WhyPhrase.ForgottenStays => ". Raised ones, repairs and lifetime counts stay.",
            WhyPhrase.IsShelved => "shelved",
            WhyPhrase.PumpLocked => "; the pump stays locked until a person releases it: reset ",
            WhyPhrase.HeldByShelf => "Its alarm is held back: the fault is shelved. First type: unshelve ",
            WhyPhrase.HeldByWork => "Its alarm is held back while work is going on: maintenance off tells it, then acknowledge it.",
            WhyPhrase.HeldByLayUp => "Its alarm is held back: the unit is laid up. layup off tells what is true then.",
            WhyPhrase.HeldByChatter => "Its alarm is held back because it comes and goes: it is told once it holds still, then acknowledge it.",
            WhyPhrase.ShelfReasonFirst => "part ordered",
            WhyPhrase.ShelfReasonFirst + 1 => "work planned",
            WhyPhrase.ShelfReasonFirst + 2 => "instrument doubted",
            WhyPhrase.ShelfReasonFirst + 3 => "known, harmless for now",
            WhyPhrase.ShelfUntil => "until ",
            WhyPhrase.LevelChanged => "level changed",
            WhyPhrase.ToldAgain => "told again: unanswered",
            WhyPhrase.OtherEvent => "other event",
            _ => null,
        };
    }
}
