using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Texts.Tests;

/// <summary>How places, parts and values are written in the fault book: the same in both languages.</summary>
public static class Notation
{
    /// <summary>Parts that a technician can be told to bring; NONE means that none is needed and stands in no text.</summary>
    public static readonly string[] Modules =
    {
        "CTL-ESP32", "CTL-TERM", "PSU-12V", "BAT-12V", "MTR-PULSE", "MTR-BUS", "CBL-485", "CBL-PULSE", "CON-PUMP", "RLY-OVL", "PMP-SET", "VLV-MOT",
        "VLV-CHK", "PWR-METER", "TRD-PRES", "TRD-LEVEL", "FLT-FLOOD", "STR-SCREEN", "PIP-SEAL", "SWI-DOOR", "SWI-SEL", "RDR-CARD", "ANT-WIFI",
        "RTR-LINK", "RTC-CLOCK", "KEY-SEAL",
    };

    /// <summary>Terminals of the terminal board; X4.1 stands for a numbered screw, X6 for a plug, X4 for all the screws of a strip.</summary>
    public static readonly string[] Terminals =
    {
        "X1.1", "X1.2", "X1.3", "X2.1", "X2.2", "X2.3", "X2.4", "X2.5", "X2.6", "X2.7", "X2.8", "X2.9", "X3.1", "X4.1", "X4.2", "X4.3", "X4.4", "X4.5",
        "X5.A", "X5.B", "X6", "X8", "X1", "X2", "X4", "X5",
    };

    /// <summary>Other things with a label at the site: on the board and in the panel.</summary>
    public static readonly string[] Labels = { "D1", "D2", "D3", "F1", "U5", "U6", "K1", "K2", "K3", "Q1", "Q10", "KM1", "FR1", "SA1", "SB1" };

    private const string Unit = @"(?:mV|mA|mΩ|kΩ|MΩ|Ω|kW|Wh|V|A|s|min|h|d|mm|cm|m|m³|m³/h|mL/s|L|bar|%|dBm|°C|KB|Nm|Hz|次|条|个|天|runs|starts|pulses|bytes|days|records|blinks)";

    private static readonly Regex ModuleShape = new(@"\b[A-Z]{3}-[A-Z0-9]{2,}\b");
    private static readonly Regex TerminalShape = new(@"\bX\d+(?:\.[0-9A-Z]+)?\b");
    private static readonly Regex NumberShape = new(@"(?<![A-Za-z0-9.\-])\d+(?:\.\d+)?");
    private static readonly Regex ValueShape = new(@"\d\s?" + Unit + @"(?![A-Za-z])");

    /// <summary>Codes of parts in a text.</summary>
    public static IEnumerable<string> ModulesIn(string text) => ModuleShape.Matches(text).Select(match => match.Value);

    /// <summary>Terminals in a text.</summary>
    public static IEnumerable<string> TerminalsIn(string text) => TerminalShape.Matches(text).Select(match => match.Value);

    /// <summary>Labels of the board and the panel in a text.</summary>
    public static IEnumerable<string> LabelsIn(string text) => Labels.Where(label => Regex.IsMatch(text, @"\b" + label + @"\b"));

    /// <summary>Numbers in a text, without those inside a label or a code of a part.</summary>
    public static IEnumerable<string> NumbersIn(string text) => NumberShape.Matches(text).Select(match => match.Value);

    /// <summary>Is there a number with its unit?</summary>
    public static bool HasValue(string text) => ValueShape.IsMatch(text);

    /// <summary>Everything in a text that must be the same in the other language, in one line.</summary>
    public static string Facts(string text)
    {
        IEnumerable<string> facts = ModulesIn(text).Concat(TerminalsIn(text)).Concat(LabelsIn(text)).Concat(NumbersIn(text));
        return string.Join(' ', facts.Distinct().OrderBy(fact => fact, System.StringComparer.Ordinal));
    }
}
