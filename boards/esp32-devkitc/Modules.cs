namespace Boards.Esp32DevKitC;

/// <summary>
/// The board's module list: what a technician can carry and change, by the codes that stand on the parts (wiring.md, "Modules"). Every part that the fault catalogue
/// names is one of them. For people and tools: the unit itself never asks.
/// </summary>
public static class Modules
{
    /// <summary>True where the code stands on the list.</summary>
    public static bool Has(string code)
    {
        return code switch
        {
            "ANT-WIFI" => true, // antenna with its lead
            "BAT-12V" => true, // battery 12 V 7 Ah
            "CBL-485" => true, // RS485 lead with terminators
            "CBL-PULSE" => true, // shielded lead of the pulse meter
            "CON-PUMP" => true, // contactor KM1 with auxiliary and mirror contact, and its 12 V relay K1
            "CTL-ESP32" => true, // controller module
            "CTL-TERM" => true, // terminal board with U2 to U6, K2, K3
            "FLT-FLOOD" => true, // float switch
            "KEY-SEAL" => true, // lock and seals
            "MTR-BUS" => true, // RS485 water meter
            "MTR-PULSE" => true, // head of the pulse meter
            "PIP-SEAL" => true, // seals and couplings of the pipe
            "PMP-SET" => true, // pump with motor
            "PSU-12V" => true, // power supply and charger 13.6 V with the mains relay
            "PWR-METER" => true, // three-phase power meter with current transformers
            "RDR-CARD" => true, // card reader
            "RLY-OVL" => true, // overload relay FR1
            "RTC-CLOCK" => true, // clock module U6 with its cell
            "RTR-LINK" => true, // access point or modem
            "STR-SCREEN" => true, // screen of the strainer
            "SWI-DOOR" => true, // door switch
            "SWI-SEL" => true, // selector SA1 with its contacts, and start switch
            "TRD-LEVEL" => true, // level transducer
            "TRD-PRES" => true, // pressure transducer
            "VLV-CHK" => true, // check valve
            "VLV-MOT" => true, // motor valve with end switches
            "NONE" => true, // nothing to bring
            _ => false,
        };
    }
}
