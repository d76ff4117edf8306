namespace Firmware.Texts.En;

/// <content>7xx: storage and settings.</content>
public static partial class FaultBookSite
{
    private static string StorageFailing(int part) => part switch
    {
        MeaningPart => "Three writes failed. The unit still meters and protects, but a power cut may lose totals and records not stored.",
        CausesPart =>
            "storage chip worn\n" +
            "supply fails while writing\n" +
            "stored files damaged",
        _ =>
            "SA1 to 0, tag. Do not cut power yet: X6, export, save what it prints; readings: note \"Total, pulse meter\" and \"Total, RS485 meter\".\n" +
            "Wait for D2 steady and \"Outbox\" of status 0, 10 min at most, then go on without.\n" +
            "X4.1 to ground 11.4–15.0 V, steady when F1 and wires are moved. Else tighten; still low, battery − off and wrapped: X4.1 13.4–13.8 V means BAT-12V, else PSU-12V.\n" +
            "Pull F1 (D3 dark, else X4.2 off too) for 30 s; log in, selftest start, 10 s later \"Storage\" of selftest must pass. Else CTL-ESP32; enrol, swap, paste what was saved; nothing saved: give the centre the noted totals.\n" +
            "Proof: selftest start passes 3 times, \"Errors\" of storage stands; SA1 auto, 10 min of use, user stops, power off and on: totals kept.",
    };

    private static string StorageNearlyFull(int part) => part switch
    {
        MeaningPart => "Over 80 % used, mostly records long not stored. Nothing is lost yet; next, minor ones are merged and dropped. Water and metering go on.",
        CausesPart =>
            "link down for long\n" +
            "centre silent\n" +
            "one fault comes again and again",
        _ =>
            "Do not cut power or erase; only plug X6, keep clear of Q10 and 380 V; water may run.\n" +
            "D2 dark or 1 blink in 2 s: treat 601; 2: 602; steady: next step.\n" +
            "status twice, 10 min apart: \"Outbox\" must fall. Else the centre looks at its storing; if it falls, let it empty.\n" +
            "\"How often each fault came\" of counters: repair the most frequent; none should come more than 20 times a day.\n" +
            "Proof: \"Outbox\" of status 0 and fault gone 1 h later. Not gone: selftest start, 10 s later \"Storage\" of selftest fails: CTL-ESP32, passes: tell the centre.",
    };

    private static string ConfigInvalid(int part) => part switch
    {
        MeaningPart => "The settings file, or both copies in the unit, do not fit and are not used; the last good settings or the defaults hold. A wrong volume per pulse makes wrong bills.",
        CausesPart =>
            "mistyped\n" +
            "both copies damaged\n" +
            "file of another firmware",
        _ =>
            "User stops, SA1 to 0, tag: no water on wrong settings.\n" +
            "X6, config: the first line names line, setting and what is wrong, note it. Compare every line with the acceptance sheet.\n" +
            "Above all: litres a pulse at X3.1 (10 L at the reference site), address of the RS485 meter on X5 (1), supply limit 10800 mV, as on plates and sheet; else the next step.\n" +
            "Log in, config with setting and value for each wrong one, such as config pulse_ml 10000, then restart; 60 s later status has no \"Settings\" row. All right and still there: CTL-ESP32.\n" +
            "Proof: SA1 auto; 1 m³ on the dial of the pulse meter at X3.1 adds 1000 L (±10 L) to \"Total, pulse meter\" in readings, \"Pulse meter\" and \"RS485 meter\" of status within 5 %; else step 3.",
    };

    private static string RecordDamaged(int part) => part switch
    {
        MeaningPart => "A record read from storage failed its check; skipped and counted. Only it is missing; water, metering and totals are right.",
        CausesPart =>
            "power cut while writing\n" +
            "F1 or 12 V wire loose\n" +
            "storage chip ageing",
        _ =>
            "X6, readings: note \"Records damaged\", the centre finds which. SA1 to 0 and tag before touching 12 V wires.\n" +
            "Tighten X4.1, X4.2 and F1's holder: X4.1 to ground 11.4–15.0 V, moves < 0.2 V when shaken, else new ends or holder.\n" +
            "SA1 auto, user starts the pump: X4.1 ≥ 11.4 V. Lower: stop, battery − off and wrapped: X4.1 13.4–13.8 V means BAT-12V, else PSU-12V.\n" +
            "selftest start, 10 s later \"Storage\" of selftest must pass, else CTL-ESP32.\n" +
            "Proof: \"Records damaged\" of readings stands for 7 days; more: CTL-ESP32.",
    };

    private static string StorageWear(int part) => part switch
    {
        MeaningPart => "More writes than budgeted: the chip will wear out early. Records and metering are right now.",
        CausesPart =>
            "a fault comes and goes\n" +
            "an input with a bad contact\n" +
            "loose 12 V, many restarts",
        _ =>
            "Before tightening: user stops, SA1 to 0, tag.\n" +
            "X6, counters: repair the most frequent of \"How often each fault came\" first; \"Crashes\" up by more than 3 a day: step 4.\n" +
            "X2.1 to X2.9 to ground (those wired), tap switch and wire: steady < 0.3 V or 3.3 V. Jumps: tighten, then X2.5 SWI-DOOR, X2.6 SWI-SEL, X2.7/X2.8 VLV-MOT, X2.9 FLT-FLOOD, X2.1/X2.2 CON-PUMP.\n" +
            "X4.1 11.4–15.0 V, moves < 0.2 V when F1 is shaken; else tighten, then PSU-12V.\n" +
            "Proof: SA1 auto; 24 h later that count in counters stands and this fault is gone; count stands, fault stays: CTL-ESP32.",
    };
}
