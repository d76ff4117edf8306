namespace Firmware.Texts.En;

/// <summary>Titles of the faults in English.</summary>
public static class FaultTexts
{
    /// <summary>Title of a fault, null where the code is unknown.</summary>
    public static string Title(int code)
    {
        return code switch
        {
            101 => "Mains supply lost",
            103 => "Supply too low to act",
            201 => "Water flows, pulse meter silent",
            305 => "Pump runs dry",
            _ => null,
        };
    }
}
