namespace Firmware.Console;

/// <summary>The phrases of access: logging in and the list of persons.</summary>
public static class AccessPhrase
{
    /// <summary>Asks for the PIN.</summary>
    public const int YourPin = 200;

    /// <summary>Logged in; the number follows.</summary>
    public const int LoggedIn = 201;

    /// <summary>The person has left.</summary>
    public const int LoggedOut = 202;

    /// <summary>Nobody is logged in.</summary>
    public const int NobodyIn = 203;

    /// <summary>Number or PIN is wrong.</summary>
    public const int Wrong = 204;

    /// <summary>Too many wrong tries; the time follows.</summary>
    public const int WaitBefore = 205;

    /// <summary>The list is empty: how the first one gets on it.</summary>
    public const int FirstPerson = 206;

    /// <summary>Asks for a new PIN.</summary>
    public const int NewPin = 207;

    /// <summary>Asks for it once more.</summary>
    public const int PinAgain = 208;

    /// <summary>The PIN is too simple.</summary>
    public const int PinWeak = 209;

    /// <summary>The two are not the same.</summary>
    public const int PinsDiffer = 210;

    /// <summary>No place for another person.</summary>
    public const int ListFull = 211;

    /// <summary>The person is on the list; the number follows.</summary>
    public const int PersonIn = 212;

    /// <summary>The person is off the list.</summary>
    public const int PersonOut = 213;

    /// <summary>Nobody has this number.</summary>
    public const int NoSuchPerson = 214;

    /// <summary>The last one cannot be taken off.</summary>
    public const int LastPerson = 215;

    /// <summary>No card lies on the reader.</summary>
    public const int NoCard = 216;

    /// <summary>It is another person's card.</summary>
    public const int CardTaken = 217;

    /// <summary>The card opens now.</summary>
    public const int CardGiven = 218;

    /// <summary>How a person logs in.</summary>
    public const int PinOnly = 219;

    /// <summary>How a person logs in.</summary>
    public const int PinAndCard = 220;

    /// <summary>Row head: who is logged in.</summary>
    public const int Who = 221;

    /// <summary>Only with the button held, while nobody is on the list.</summary>
    public const int Button = 222;

    /// <summary>Nothing was typed for nine minutes: the session ends in a minute.</summary>
    public const int LogoutSoon = 223;

    /// <summary>The last self-test has just ended: another one is for technicians.</summary>
    public const int TestTooSoon = 224;

    /// <summary>It is a water user's card, by which visits are confirmed.</summary>
    public const int CardIsUsers = 225;

    /// <summary>It is a technician's card: it confirms no visit.</summary>
    public const int CardIsTechnicians = 226;
}
