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
            _ => null,
        };
    }
}
