namespace Firmware.Texts.Zh;

/// <summary>
/// The fault book in Chinese for the plant: codes 1xx power, 2xx meter, 3xx pump and valve. A page a fault; the titles stand in FaultTexts.
/// It is an assembly of its own because the metadata processor takes at most 64 KB of strings an assembly.
/// </summary>
public static partial class FaultBookPlant
{
    private const int MeaningPart = 0;
    private const int CausesPart = 1;

    /// <summary>What the unit saw and what it means for water user and metering; null where the code is not of this area.</summary>
    public static string Meaning(int code) => Page(code, MeaningPart);

    /// <summary>Causes, most likely first, a line each; null where the code is not of this area.</summary>
    public static string Causes(int code) => Page(code, CausesPart);

    /// <summary>Steps in their order, a line each, without numbers: the first makes it safe, the last proves the cure; null where the code is not of this area.</summary>
    public static string Remedy(int code) => Page(code, CausesPart + 1);

    private static string Page(int code, int part)
    {
        return code switch
        {
            101 => MainsLost(part),
            102 => SupplySagging(part),
            103 => SupplyLow(part),
            104 => SupplyHigh(part),
            105 => BatteryLow(part),
            106 => BatteryNotCharging(part),
            201 => PulseSilent(part),
            202 => BusNoReply(part),
            203 => BusErrors(part),
            204 => MeterSelfFault(part),
            205 => MetersDisagree(part),
            206 => ReverseFlow(part),
            207 => MeterImplausible(part),
            208 => PulseNoise(part),
            209 => EnergyPerVolume(part),
            210 => MeterExchanged(part),
            301 => PumpDidNotStart(part),
            302 => ContactorWelded(part),
            303 => ValveDidNotOpen(part),
            304 => ValveDidNotClose(part),
            305 => DryRun(part),
            306 => PumpOverload(part),
            307 => StartsTooOften(part),
            308 => PhaseLost(part),
            309 => HandRun(part),
            310 => PowerMeterNoReply(part),
            311 => PumpContactContradicted(part),
            _ => null,
        };
    }
}
