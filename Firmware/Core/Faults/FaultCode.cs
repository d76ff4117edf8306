namespace Firmware.Core.Faults;

/// <summary>The codes that the unit itself asks for, by name; the rest stands in <see cref="FaultCatalogue"/> alone.</summary>
public static class FaultCode
{
    /// <summary>The mains are gone.</summary>
    public const int MainsLost = 101;

    /// <summary>The supply is too low.</summary>
    public const int SupplyLow = 103;

    /// <summary>The two water meters disagree.</summary>
    public const int MetersDisagree = 205;

    /// <summary>The pump was told to run and does not.</summary>
    public const int PumpDidNotStart = 301;

    /// <summary>The contactor does not open.</summary>
    public const int ContactorWelded = 302;

    /// <summary>The valve does not open.</summary>
    public const int ValveDidNotOpen = 303;

    /// <summary>The valve does not close.</summary>
    public const int ValveDidNotClose = 304;

    /// <summary>The pump runs dry.</summary>
    public const int DryRun = 305;

    /// <summary>The motor is overloaded.</summary>
    public const int PumpOverload = 306;

    /// <summary>A phase is lost.</summary>
    public const int PhaseLost = 308;

    /// <summary>The power meter does not answer.</summary>
    public const int PowerNoReply = 310;

    /// <summary>Water flows at rest.</summary>
    public const int FlowAtRest = 401;

    /// <summary>Less water flows than the site has taught.</summary>
    public const int FlowLow = 402;

    /// <summary>More does: a burst.</summary>
    public const int FlowHigh = 403;

    /// <summary>The pressure is too low.</summary>
    public const int PressureLow = 404;

    /// <summary>The strainer clogs.</summary>
    public const int StrainerClogging = 407;

    /// <summary>The door is open.</summary>
    public const int DoorOpen = 501;

    /// <summary>The outbox is nearly full.</summary>
    public const int StorageNearlyFull = 702;

    /// <summary>A record could not be read back.</summary>
    public const int RecordDamaged = 704;

    /// <summary>An inspection is overdue.</summary>
    public const int InspectionOverdue = 801;

    /// <summary>A visit was left open.</summary>
    public const int VisitLeftOpen = 804;

    /// <summary>Safe mode.</summary>
    public const int SafeMode = 902;

    /// <summary>The same fault back after two repairs: another unit or module is due.</summary>
    public const int ReplaceUnit = 803;
}
