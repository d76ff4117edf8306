namespace Firmware.Console;

/// <summary>The phrases of the settings.</summary>
public static class SettingPhrase
{
    /// <summary>A change takes effect at once.</summary>
    public const int AtOnce = 620;

    /// <summary>A change takes effect at the next start.</summary>
    public const int AtRestart = 621;

    /// <summary>Before the value that holds from the next start on.</summary>
    public const int FromNextStart = 622;

    /// <summary>It is stored and holds.</summary>
    public const int StoredNow = 623;

    /// <summary>It is stored and holds from the next start on.</summary>
    public const int StoredForRestart = 624;

    /// <summary>It was so already.</summary>
    public const int Same = 625;

    /// <summary>Storage does not write it, and nothing has changed.</summary>
    public const int NotStored = 626;

    /// <summary>Between a setting and what it may be.</summary>
    public const int MayBe = 627;

    /// <summary>What a part of a topic may be.</summary>
    public const int TopicPart = 628;

    /// <summary>Something of what was changed holds from the next start on.</summary>
    public const int RestartOwed = 629;

    /// <summary>First of the faults, in the order of <see cref="Records.SettingsFault"/>; its own is "all is well".</summary>
    public const int Fault = 630;

    /// <summary>No such key.</summary>
    public const int FaultUnknownKey = 631;

    /// <summary>Not of its form.</summary>
    public const int FaultBadForm = 632;

    /// <summary>Out of range.</summary>
    public const int FaultOutOfRange = 633;

    /// <summary>Too long.</summary>
    public const int FaultTooLong = 634;

    /// <summary>There twice.</summary>
    public const int FaultRepeated = 635;

    /// <summary>Not named.</summary>
    public const int FaultMissing = 636;

    /// <summary>The whole does not fit.</summary>
    public const int FaultTooBig = 637;

    /// <summary>Of a later firmware.</summary>
    public const int FaultFuture = 638;

    /// <summary>Damaged.</summary>
    public const int FaultDamaged = 639;

    /// <summary>Of another unit.</summary>
    public const int FaultForeign = 640;

    /// <summary>Contradicts another setting.</summary>
    public const int FaultConflict = 641;

    /// <summary>Another change is being written.</summary>
    public const int FaultBusy = 642;

    /// <summary>There is none.</summary>
    public const int FaultNothing = 643;

    /// <summary>Records wait for the centre under the present name.</summary>
    public const int FaultRecordsWait = 644;

    /// <summary>A password is set.</summary>
    public const int IsSet = 652;

    /// <summary>A password is not set.</summary>
    public const int NotSet = 645;

    /// <summary>The factory reset is done: what it took back, and what stays; lines.</summary>
    public const int ResetDone = 646;

    /// <summary>Log: what a setting was before.</summary>
    public const int LogWas = 647;

    /// <summary>The button must be held down for it.</summary>
    public const int HoldButton = 648;

    /// <summary>Before what could not be used at the start.</summary>
    public const int RefusedAtStart = 649;

    /// <summary>Before the number of a line.</summary>
    public const int LineNo = 650;

    /// <summary>Log: before the number of a person.</summary>
    public const int ByPerson = 651;
}
