namespace Firmware.Core.Faults;

/// <summary>The part to bring for a fault, as a code of the board's module list; looked up, not held, as <see cref="FaultNames"/>.</summary>
public static class FaultParts
{
    /// <summary>Stands for a fault for which no part has to be brought.</summary>
    public const string None = "NONE";

    /// <summary>Part of a code; empty for one that is none.</summary>
    public static string Of(int code)
    {
        return code switch
        {
            102 or 103 or 104 or 106 or 907 => "PSU-12V",
            105 or 901 => "BAT-12V",
            201 or 205 => "MTR-PULSE",
            202 or 204 or 207 or 210 => "MTR-BUS",
            203 => "CBL-485",
            206 => "VLV-CHK",
            208 => "CBL-PULSE",
            209 or 310 => "PWR-METER",
            301 or 302 or 308 or 311 or 504 => "CON-PUMP",
            303 or 304 or 405 => "VLV-MOT",
            305 or 306 => "PMP-SET",
            307 => "SWI-SEL",
            401 or 403 or 404 or 406 => "PIP-SEAL",
            402 or 407 => "STR-SCREEN",
            408 => "TRD-PRES",
            409 => "TRD-LEVEL",
            501 => "SWI-DOOR",
            502 => "KEY-SEAL",
            503 => "RDR-CARD",
            601 => "RTR-LINK",
            604 => "ANT-WIFI",
            606 or 607 => "RTC-CLOCK",
            803 or 701 or 704 or 705 or 902 or 903 or 904 or 905 or 906 => "CTL-ESP32",
            101 or 309 or 602 or 603 or 605 or 610 or 801 or 802 or 804 or 805 or 702 or 703 => None,
            _ => "",
        };
    }
}
