using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The phrases of access in English.</summary>
public static class AccessTexts
{
    /// <summary>A phrase of <see cref="AccessPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            AccessPhrase.YourPin => "Your PIN (it is not shown):",
            AccessPhrase.LoggedIn => "Logged in: ",
            AccessPhrase.LoggedOut => "Logged out.",
            AccessPhrase.NobodyIn => "Nobody is logged in.",
            AccessPhrase.Wrong => "Number or PIN is wrong.",
            AccessPhrase.WaitBefore => "Too many wrong tries. Try again in ",
            AccessPhrase.FirstPerson => "Nobody is on the list. Hold the button on the unit and type persons add and a number.",
            AccessPhrase.NewPin => "New PIN, 6 to 12 digits (it is not shown):",
            AccessPhrase.PinAgain => "Once more:",
            AccessPhrase.PinWeak => "6 to 12 digits, not all the same, not counting up or down.",
            AccessPhrase.PinsDiffer => "The two are not the same. Nothing was changed.",
            AccessPhrase.ListFull => "The list is full (12).",
            AccessPhrase.PersonIn => "On the list now: ",
            AccessPhrase.PersonOut => "Taken off the list.",
            AccessPhrase.NoSuchPerson => "Nobody on the list has this number.",
            AccessPhrase.LastPerson => "The last person stays: add another one first.",
            AccessPhrase.NoCard => "Hold the card on the reader and type it again.",
            AccessPhrase.CardTaken => "This is another person's card.",
            AccessPhrase.CardIsUsers => "This is a water user's card: it cannot be a technician's.",
            AccessPhrase.CardIsTechnicians => "This is a technician's card: it cannot be a water user's.",
            AccessPhrase.CardGiven => "The card is noted.",
            AccessPhrase.PinOnly => "PIN",
            AccessPhrase.PinAndCard => "PIN and card",
            AccessPhrase.Who => "Logged in",
            AccessPhrase.Button => ", or with the button held while the list is empty",
            AccessPhrase.TestTooSoon => "The last self-test ended less than 10 min ago: log in to repeat it.",
            AccessPhrase.LogoutSoon => "Nothing was typed for nine minutes: you will be logged out in a minute. Press Enter to stay.",
            _ => null,
        };
    }
}
