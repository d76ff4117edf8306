namespace Firmware.Console;

/// <summary>The phrases of a fault's page.</summary>
public static class WhyPhrase
{
    /// <summary>Row head: how close the fault is to its change.</summary>
    public const int Closeness = 800;

    /// <summary>After the number: its scale.</summary>
    public const int ClosenessScale = 801;

    /// <summary>After the state: its time to clear is being counted.</summary>
    public const int Clearing = 802;

    /// <summary>Before the count since the fault was last forgotten.</summary>
    public const int SinceForgotten = 803;

    /// <summary>Evidence of the first raise.</summary>
    public const int First = 804;

    /// <summary>Of the last one.</summary>
    public const int Latest = 805;

    /// <summary>Of the highest level.</summary>
    public const int Worst = 806;

    /// <summary>Row head: tools.</summary>
    public const int Tools = 807;

    /// <summary>First of the tools, in the order of the bits of <see cref="Core.Faults.Tool"/>.</summary>
    public const int ToolFirst = 910;

    /// <summary>Nothing to measure with.</summary>
    public const int ToolNone = 814;

    /// <summary>Between things of a list.</summary>
    public const int Comma = 815;

    /// <summary>Row head: who has to act.</summary>
    public const int Responsible = 816;

    /// <summary>First of <see cref="Core.Faults.Responsible"/>.</summary>
    public const int ResponsibleFirst = 817;

    /// <summary>Row head: the contract's clock.</summary>
    public const int Clock = 823;

    /// <summary>No contract's clock runs for this fault.</summary>
    public const int ClockNone = 824;

    /// <summary>The contract's clocks run for it once it is raised and reported.</summary>
    public const int ClockRuns = 825;

    /// <summary>Row head: how it ends.</summary>
    public const int Ends = 826;

    /// <summary>By itself; seconds of passing follow.</summary>
    public const int EndsByItself = 827;

    /// <summary>Only by a person who has looked: the command follows.</summary>
    public const int EndsByReset = 829;

    /// <summary>Only by a person who has put in another unit: the command with its argument.</summary>
    public const int EndsByReplacement = 828;

    /// <summary>Row head: when the proof fails.</summary>
    public const int Unproven = 834;

    /// <summary>What is done then, the same for every fault.</summary>
    public const int UnprovenRule = 837;

    /// <summary>Row head: which faults explain it.</summary>
    public const int Explains = 830;

    /// <summary>None does.</summary>
    public const int ExplainsNone = 831;

    /// <summary>Row head: when it is raised.</summary>
    public const int Begins = 832;

    /// <summary>Before the seconds of failing.</summary>
    public const int BeginsAfter = 833;

    /// <summary>Before N of "N times in T".</summary>
    public const int BeginsOften = 835;

    /// <summary>Between N and T; minutes follow.</summary>
    public const int BeginsWithin = 836;

    /// <summary>Why it is not tested, in the order of <see cref="Core.Faults.Suspension"/>: what the check needs is not there now.</summary>
    public const int NotNow = 838;

    /// <summary>The unit is laid up.</summary>
    public const int LaidUp = 839;

    /// <summary>The supply is too low for the instrument.</summary>
    public const int SupplyLow = 840;

    /// <summary>The pump has just started or stopped.</summary>
    public const int Settling = 841;

    /// <summary>First of the reasons why there is no value, short enough for a column, in the order of <see cref="Core.Contracts.NoDataReason"/> from 1.</summary>
    public const int CellFirst = 842;

    /// <summary>Row head: the moment of the evidence.</summary>
    public const int Moment = 848;

    /// <summary>Before the number of faults that the fault memory has forgotten.</summary>
    public const int Forgotten = 851;

    /// <summary>After it: what stays.</summary>
    public const int ForgottenStays = 852;

    /// <summary>In the list of faults: a person has put it aside.</summary>
    public const int IsShelved = 853;

    /// <summary>After how it ends, of a fault that has locked the pump out: who releases it; its code follows.</summary>
    public const int PumpLocked = 854;

    /// <summary>Its alarm is held back because the fault is shelved: the command that takes it back follows.</summary>
    public const int HeldByShelf = 855;

    /// <summary>Because work is going on.</summary>
    public const int HeldByWork = 856;

    /// <summary>Because the unit is laid up.</summary>
    public const int HeldByLayUp = 857;

    /// <summary>Because it comes and goes.</summary>
    public const int HeldByChatter = 858;

    /// <summary>First of the reasons for shelving, in the order of <see cref="Core.Faults.ShelveReason"/> from 1.</summary>
    public const int ShelfReasonFirst = 859;

    /// <summary>Before the moment at which a shelved fault comes back by itself.</summary>
    public const int ShelfUntil = 863;

    /// <summary>In the log: the fault's level has changed.</summary>
    public const int LevelChanged = 864;

    /// <summary>In the log: its alarm was told again, because nobody answered.</summary>
    public const int ToldAgain = 865;

    /// <summary>In the log: another event of the fault.</summary>
    public const int OtherEvent = 866;

    /// <summary>Before a clock that ends by then at the latest: the time that has passed is only known to be so long at the least.</summary>
    public const int ClockProvisional = 867;

    /// <summary>A clock has passed, by so much at the least.</summary>
    public const int ClockLateAtLeast = 868;

    /// <summary>Before what a target (力争) promises, which is no breach when it passes.</summary>
    public const int ClockTarget = 869;

    /// <summary>Before the moment at which the centre stored it.</summary>
    public const int ClockReported = 870;

    /// <summary>Before the time between onset and report, which is charged to nobody.</summary>
    public const int ClockUndelivered = 871;

    /// <summary>Row head: the reading's limit at this site.</summary>
    public const int Limit = 872;

    /// <summary>Between the reading and the number, first of <see cref="Core.Faults.LimitSense"/>.</summary>
    public const int LimitSenseFirst = 873;

    /// <summary>There is none: several readings together decide, or a count that has risen.</summary>
    public const int LimitNone = 877;

    /// <summary>Row head: how anyone learns of a fault of the alarm path.</summary>
    public const int Notice = 878;

    /// <summary>First of the ways, in the order of the bits of <see cref="Core.Faults.Notice"/>.</summary>
    public const int NoticeFirst = 879;

    /// <summary>Between ways.</summary>
    public const int Semicolon = 886;

    /// <summary>A raised fault has no evidence of its onset in memory: that was before the restart, and went to the centre with the alarm.</summary>
    public const int BeforeRestart = 885;
}
