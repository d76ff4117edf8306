namespace Firmware.Console;

/// <summary>The phrases of visits: first the results, in the order of <see cref="Inspection.Visits.VisitResult"/>.</summary>
public static class VisitPhrase
{
    /// <summary>Noted.</summary>
    public const int Done = 700;

    /// <summary>Noted as far as there was room.</summary>
    public const int Cut = 701;

    /// <summary>No room.</summary>
    public const int Full = 702;

    /// <summary>No visit.</summary>
    public const int NoVisit = 703;

    /// <summary>No such fault.</summary>
    public const int NoFault = 704;

    /// <summary>The fault has no part.</summary>
    public const int NoPart = 705;

    /// <summary>No such reading.</summary>
    public const int NoReading = 706;

    /// <summary>Declared repaired already.</summary>
    public const int Already = 707;

    /// <summary>No text.</summary>
    public const int NoText = 708;

    /// <summary>Nobody is here.</summary>
    public const int None = 709;

    /// <summary>Head of the visit.</summary>
    public const int Visit = 710;

    /// <summary>Before the arrival.</summary>
    public const int Since = 711;

    /// <summary>The person has left.</summary>
    public const int Leaving = 712;

    /// <summary>Head of the faults.</summary>
    public const int Faults = 713;

    /// <summary>No fault.</summary>
    public const int NoFaults = 714;

    /// <summary>First of the declarations, in the order of Declaration: nothing said.</summary>
    public const int DeclaredNone = 715;

    /// <summary>Repaired.</summary>
    public const int DeclaredRepaired = 716;

    /// <summary>Not repaired.</summary>
    public const int DeclaredUnrepaired = 717;

    /// <summary>Replaced.</summary>
    public const int DeclaredReplaced = 718;

    /// <summary>Head of the notes.</summary>
    public const int Notes = 719;

    /// <summary>Head of the parts.</summary>
    public const int Parts = 720;

    /// <summary>Head of the reference values.</summary>
    public const int References = 721;

    /// <summary>Before what the unit shows.</summary>
    public const int Indicated = 722;

    /// <summary>Head of the full check.</summary>
    public const int Check = 723;

    /// <summary>It is owed.</summary>
    public const int CheckOwed = 724;

    /// <summary>It goes on.</summary>
    public const int CheckRuns = 725;

    /// <summary>After the number of items passed.</summary>
    public const int Passed = 726;

    /// <summary>After the number of items failed.</summary>
    public const int Failed = 727;

    /// <summary>After the number of items not tested.</summary>
    public const int NotTested = 728;

    /// <summary>After the number of items not fitted.</summary>
    public const int NotFitted = 729;

    /// <summary>Head of the user's confirmation.</summary>
    public const int User = 730;

    /// <summary>Not confirmed.</summary>
    public const int ByNobody = 731;

    /// <summary>Confirmed by card.</summary>
    public const int ByCard = 732;

    /// <summary>Confirmed by a code.</summary>
    public const int ByCode = 733;

    /// <summary>Head of the grades.</summary>
    public const int Grades = 734;

    /// <summary>First of what is graded: attitude.</summary>
    public const int Attitude = 735;

    /// <summary>Technique.</summary>
    public const int Technique = 736;

    /// <summary>Arrival.</summary>
    public const int Arrival = 737;

    /// <summary>Handling.</summary>
    public const int Handling = 738;

    /// <summary>First of the grades.</summary>
    public const int Excellent = 739;

    /// <summary>Second.</summary>
    public const int Good = 740;

    /// <summary>Third.</summary>
    public const int Fair = 741;

    /// <summary>Fourth.</summary>
    public const int Poor = 742;

    /// <summary>The card is asked for.</summary>
    public const int LayCard = 743;

    /// <summary>The check begins.</summary>
    public const int CheckBegins = 744;

    /// <summary>Head of the last visit.</summary>
    public const int Last = 745;

    /// <summary>The centre has it.</summary>
    public const int Stored = 746;

    /// <summary>It waits.</summary>
    public const int Waiting = 747;

    /// <summary>Log: a visit began; the person's number follows.</summary>
    public const int LogBegan = 748;

    /// <summary>Log: a visit is over.</summary>
    public const int LogOver = 749;

    /// <summary>The check that a person made stands.</summary>
    public const int CheckStands = 750;

    /// <summary>Leaving without the full check?</summary>
    public const int LeaveUnchecked = 751;

    /// <summary>The entry took back the user's confirmation.</summary>
    public const int ConfirmAnew = 752;

    /// <summary>Row head: the record of a visit that is over.</summary>
    public const int Record = 753;

    /// <summary>A visit that is over was not confirmed.</summary>
    public const int Unconfirmed = 754;

    /// <summary>The users' cards were changed in this visit: it is confirmed by code.</summary>
    public const int CardsAreNew = 755;

    /// <summary>Before the part that was noted.</summary>
    public const int PartNoted = 756;

    /// <summary>The fault has several parts, and nothing was noted: before the lines to type.</summary>
    public const int WhichPart = 757;

    /// <summary>The check is under way already.</summary>
    public const int CheckGoesOn = 758;

    /// <summary>The check begins after the inspection that is under way.</summary>
    public const int CheckFollows = 759;

    /// <summary>Leaving while the check is under way?</summary>
    public const int LeaveDuringCheck = 699;
}
