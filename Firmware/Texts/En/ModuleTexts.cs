namespace Firmware.Texts.En;

/// <summary>What the modules of the reference board's list are called, in English. The board's own page of terminals (wiring) uses the same names; a test says so.</summary>
public static class ModuleTexts
{
    /// <summary>Name of a module by its code, null for one that is not on the list.</summary>
    public static string Name(string code)
    {
        return code switch
        {
            "ANT-WIFI" => "antenna with its lead",
            "BAT-12V" => "battery 12 V 7 Ah",
            "CBL-485" => "RS485 lead with terminators",
            "CBL-PULSE" => "shielded lead of the pulse meter",
            "CON-PUMP" => "contactor KM1 with its contacts and relay K1",
            "CTL-ESP32" => "controller module",
            "CTL-TERM" => "terminal board",
            "FLT-FLOOD" => "float switch",
            "KEY-SEAL" => "lock and seals",
            "MTR-BUS" => "RS485 water meter",
            "MTR-PULSE" => "head of the pulse meter",
            "PIP-SEAL" => "seals and couplings of the pipe",
            "PMP-SET" => "pump with motor",
            "PSU-12V" => "power supply and charger 13.6 V with the mains relay",
            "PWR-METER" => "three-phase power meter with current transformers",
            "RDR-CARD" => "card reader",
            "RLY-OVL" => "overload relay FR1",
            "RTC-CLOCK" => "clock module U6 with its cell",
            "RTR-LINK" => "access point or modem",
            "STR-SCREEN" => "screen of the strainer",
            "SWI-DOOR" => "door switch",
            "SWI-SEL" => "selector SA1 and start switch",
            "TRD-LEVEL" => "level transducer",
            "TRD-PRES" => "pressure transducer",
            "VLV-CHK" => "check valve",
            "VLV-MOT" => "motor valve with end switches",
            "NONE" => "nothing to bring",
            _ => null,
        };
    }
}
