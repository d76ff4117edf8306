using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The phrases of visits and of a swap of units in English.</summary>
public static class VisitTexts
{
    /// <summary>A phrase of <see cref="VisitPhrase"/> or <see cref="SwapPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            VisitPhrase.Done => "Noted.",
            VisitPhrase.Cut => "Noted, cut where the room ended.",
            VisitPhrase.Full => "There is no room for more: tell the centre the rest.",
            VisitPhrase.NoVisit => "No visit goes on: show your card, or log in with the door open.",
            VisitPhrase.NoFault => "No fault has this code here.",
            VisitPhrase.NoPart => "This fault names no part: type the part's name instead.",
            VisitPhrase.NoReading => "No reading has this name. Tab offers the names.",
            VisitPhrase.Already => "You have declared it repaired already.",
            VisitPhrase.NoText => "That is no text.",
            VisitPhrase.None => "Nobody serves the site. A visit begins with a card, or with a login and the door open.",
            VisitPhrase.Visit => "Visit",
            VisitPhrase.Since => " since ",
            VisitPhrase.Leaving => "left; the full check goes on",
            VisitPhrase.Faults => "Faults",
            VisitPhrase.NoFaults => "none",
            VisitPhrase.DeclaredNone => "nothing said yet",
            VisitPhrase.DeclaredRepaired => "repaired",
            VisitPhrase.DeclaredUnrepaired => "not repaired",
            VisitPhrase.DeclaredReplaced => "part replaced",
            VisitPhrase.Notes => "Notes",
            VisitPhrase.Parts => "Parts",
            VisitPhrase.References => "Reference",
            VisitPhrase.Indicated => "  the unit shows ",
            VisitPhrase.Check => "Full check",
            VisitPhrase.CheckOwed => "owed before you go: visit leave",
            VisitPhrase.CheckRuns => "goes on",
            VisitPhrase.Passed => " passed  ",
            VisitPhrase.Failed => " failed  ",
            VisitPhrase.NotTested => " not tested  ",
            VisitPhrase.NotFitted => " not fitted",
            VisitPhrase.User => "User",
            VisitPhrase.ByNobody => "not confirmed: visit confirm and the user's code, or without it the card",
            VisitPhrase.ByCard => "confirmed by card ",
            VisitPhrase.ByCode => "confirmed by code; the centre judges the code",
            VisitPhrase.Grades => "Grades",
            VisitPhrase.Attitude => "attitude ",
            VisitPhrase.Technique => "technique ",
            VisitPhrase.Arrival => "arrival ",
            VisitPhrase.Handling => "handling ",
            VisitPhrase.Excellent => "excellent",
            VisitPhrase.Good => "good",
            VisitPhrase.Fair => "fair",
            VisitPhrase.Poor => "poor",
            VisitPhrase.LayCard => "Now the user's card on the reader, within a minute.",
            VisitPhrase.CheckBegins => "The full check begins. Its result comes here; then the user confirms, and you log out and shut the door.",
            VisitPhrase.CheckStands => "The after-repair inspection that you made stands. Now the user confirms, and you log out and shut the door.",
            VisitPhrase.MovesNothing => "It moves neither pump nor valve: inspect start after-repair tests them, too.",
            VisitPhrase.Last => "Last visit",
            VisitPhrase.Stored => "stored at the centre",
            VisitPhrase.Waiting => "waits for the centre",
            VisitPhrase.LogBegan => "visit begins: person ",
            VisitPhrase.LogOver => "visit over: person ",
            SwapPhrase.Paste => "Now the lines of the old unit's export, one after the other, from export=2 to end=0.",
            SwapPhrase.Next => "next:",
            SwapPhrase.Whole => "The export is whole. It is being written.",
            SwapPhrase.Restarts => "The unit takes over the site and restarts. Then: persons, passwords, inspect.",
            SwapPhrase.NoLine => "not a line of an export: a name, an equals sign, a value",
            SwapPhrase.NoExport => "the first line must be export=2",
            SwapPhrase.Foreign => "this unit does not know what the line names",
            SwapPhrase.Damaged => "the check fails: a line is missing, doubled or changed on the way; send it more slowly",
            SwapPhrase.Missing => "the export is not complete",
            SwapPhrase.CutOff => "no further line came",
            SwapPhrase.Log => "site taken over from another unit: person ",
            _ => null,
        };
    }
}
