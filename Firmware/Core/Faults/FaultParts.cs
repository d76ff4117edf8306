namespace Firmware.Core.Faults;

/// <summary>
/// The parts to bring for a fault, as codes of the board's module list; looked up, not held, as <see cref="FaultNames"/>. The first one is what the fault is a fault of: it goes out with the
/// alarm, and two faults with the same one are faults of one module. The others are what its remedy may swap besides. A test holds both against the remedies.
/// </summary>
public static class FaultParts
{
    /// <summary>Stands for a fault that is no module's own.</summary>
    public const string None = "NONE";

    /// <summary>The first part of a code; empty for one that is none.</summary>
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

    /// <summary>All the parts of a code, the first one first, a blank between two; <see cref="None"/> where its remedy swaps none.</summary>
    public static string AllOf(int code)
    {
        string first = Of(code);
        string others = OthersOf(code);
        return others.Length == 0 ? first : first == None ? others : first + " " + others;
    }

    /// <summary>The other parts that its remedy may swap, in the order of the steps, a blank between two; empty where there is none.</summary>
    public static string OthersOf(int code)
    {
        return code switch
        {
            101 or 105 => "PSU-12V",
            102 => "CON-PUMP BAT-12V",
            103 => "CTL-TERM BAT-12V",
            104 => "BAT-12V CTL-TERM",
            106 => "BAT-12V",
            201 => "CTL-TERM CBL-PULSE",
            202 => "CBL-485 CTL-TERM",
            203 => "MTR-BUS PWR-METER CTL-TERM",
            205 => "MTR-BUS",
            206 => "PIP-SEAL",
            207 => "CTL-TERM CBL-PULSE MTR-PULSE CBL-485",
            208 => "CTL-TERM MTR-PULSE",
            209 => "STR-SCREEN PMP-SET",
            210 => "KEY-SEAL",
            301 => "RLY-OVL SWI-SEL CTL-TERM",
            302 or 303 or 503 or 607 => "CTL-TERM",
            304 => "PIP-SEAL CTL-TERM",
            305 => "STR-SCREEN VLV-CHK",
            306 => "RLY-OVL",
            307 => "RDR-CARD CTL-TERM CON-PUMP",
            308 => "RLY-OVL PMP-SET PWR-METER",
            309 => "SWI-SEL CTL-TERM",
            310 => "CBL-485",
            311 => "CTL-TERM PWR-METER",
            401 => "VLV-MOT MTR-BUS MTR-PULSE",
            402 => "VLV-MOT PMP-SET PIP-SEAL",
            404 => "CTL-TERM TRD-PRES PMP-SET",
            405 => "TRD-PRES STR-SCREEN",
            406 => "FLT-FLOOD CTL-TERM PMP-SET",
            407 => "VLV-MOT",
            408 => "CTL-TERM TRD-LEVEL",
            501 => "CTL-TERM KEY-SEAL",
            502 => "CBL-485 SWI-DOOR",
            504 => "CTL-TERM SWI-SEL",
            601 => "ANT-WIFI CTL-ESP32",
            602 or 603 or 605 or 702 or 703 => "CTL-ESP32",
            604 => "RTR-LINK CTL-ESP32",
            606 => "CTL-TERM CTL-ESP32",
            610 => "PSU-12V BAT-12V CTL-TERM CTL-ESP32 RTR-LINK ANT-WIFI",
            701 or 704 => "BAT-12V PSU-12V",
            705 => "SWI-DOOR SWI-SEL VLV-MOT FLT-FLOOD CON-PUMP PSU-12V",
            801 => "STR-SCREEN KEY-SEAL PMP-SET",
            803 => "CTL-TERM",
            804 => "SWI-SEL SWI-DOOR",
            805 => "ANT-WIFI CTL-ESP32",
            901 => "PSU-12V CTL-ESP32 CTL-TERM",
            902 => "BAT-12V PSU-12V RDR-CARD MTR-BUS TRD-PRES TRD-LEVEL CTL-TERM",
            904 => "CBL-485 MTR-BUS PWR-METER ANT-WIFI",
            905 => "CBL-PULSE CTL-TERM",
            906 => "PSU-12V BAT-12V RTC-CLOCK CTL-TERM CBL-485 MTR-BUS PWR-METER",
            907 => "BAT-12V RTC-CLOCK",
            _ => "",
        };
    }
}
