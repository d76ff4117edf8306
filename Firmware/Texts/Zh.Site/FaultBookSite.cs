namespace Firmware.Texts.Zh;

/// <summary>
/// The fault book in Chinese for the site around the plant: codes 4xx water, 5xx access, 6xx link and time, 7xx storage and settings, 8xx service,
/// 9xx the unit itself. A page a fault; the titles stand in FaultTexts. It is an assembly of its own because the metadata processor takes at most
/// 64 KB of strings an assembly.
/// </summary>
public static partial class FaultBookSite
{
    private const int MeaningPart = 0;
    private const int CausesPart = 1;

    /// <summary>What was seen and what it means for water user and metering; null where the code is not of this area.</summary>
    public static string Meaning(int code) => Page(code, MeaningPart);

    /// <summary>Causes, most likely first, a line each; null where the code is not of this area.</summary>
    public static string Causes(int code) => Page(code, CausesPart);

    /// <summary>Steps in their order, a line each, without numbers: the first makes it safe, the last proves the cure; null where the code is not of this area.</summary>
    public static string Remedy(int code) => Page(code, CausesPart + 1);

    private static string Page(int code, int part)
    {
        return code switch
        {
            401 => FlowAtRest(part),
            402 => FlowLow(part),
            403 => FlowHigh(part),
            404 => PressureLow(part),
            405 => PressureHigh(part),
            406 => ChamberFlooded(part),
            407 => StrainerClogging(part),
            408 => SensorOut(part),
            409 => WellLevelLow(part),
            501 => DoorOpen(part),
            502 => Tamper(part),
            503 => CardReaderOut(part),
            504 => RunUnauthorised(part),
            601 => LinkLost(part),
            602 => CentreSilent(part),
            603 => LinkRefused(part),
            604 => LinkWeak(part),
            605 => CredentialExpiring(part),
            606 => TimeNotSet(part),
            607 => TimeJumped(part),
            610 => UnitSilent(part),
            701 => StorageFailing(part),
            702 => StorageNearlyFull(part),
            703 => ConfigInvalid(part),
            704 => RecordDamaged(part),
            705 => StorageWear(part),
            801 => InspectionOverdue(part),
            802 => Unanswered(part),
            803 => ReplaceUnit(part),
            804 => VisitLeftOpen(part),
            805 => DrillFailed(part),
            901 => UnitRestarts(part),
            902 => SafeMode(part),
            903 => MemoryLow(part),
            904 => WorkerStalled(part),
            905 => TickOverrun(part),
            906 => SelfTestFailed(part),
            907 => TooHot(part),
            _ => null,
        };
    }
}
