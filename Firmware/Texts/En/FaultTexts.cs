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
            102 => "Supply sags under load",
            103 => "Supply too low to act",
            104 => "Supply too high",
            105 => "Battery low",
            106 => "Battery not charging",
            201 => "Water flows, pulse meter silent",
            202 => "RS485 meter does not reply",
            203 => "RS485 errors too frequent",
            204 => "Meter reports its own fault",
            205 => "Pulse and RS485 meters disagree",
            206 => "Water flows backwards",
            207 => "Meter reading implausible",
            208 => "Noise on the pulse input",
            209 => "Energy per cubic metre off",
            210 => "Meter exchanged",
            301 => "Pump did not start",
            302 => "Contactor welded",
            303 => "Valve did not open",
            304 => "Valve did not close",
            305 => "Pump runs dry",
            306 => "Pump overloaded",
            307 => "Pump starts too often",
            308 => "Pump supply lacks a phase",
            309 => "Pump runs by hand",
            310 => "Power meter does not reply",
            _ => null,
        };
    }
}
