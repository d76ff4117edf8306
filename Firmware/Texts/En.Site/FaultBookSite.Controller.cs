namespace Firmware.Texts.En;

/// <content>9xx: the unit itself.</content>
public static partial class FaultBookSite
{
    private static string UnitRestarts(int part) => part switch
    {
        MeaningPart => "3 or more unexpected restarts in a day. Each stops the pump; totals are kept but for the seconds of the restart.",
        CausesPart =>
            "12 V wire or F1 loose\n" +
            "battery weak, sags at the start\n" +
            "controller broken or damp",
        _ =>
            "User stops, SA1 to 0, tag, before touching 12 V.\n" +
            "X4.1 to ground 11.4–15.0 V, moves < 0.2 V when F1, X4.1, X4.2 are shaken; else tighten; holder black: new.\n" +
            "SA1 auto, user starts, watch X4.1: ≥ 11.4 V. Lower: stop, battery − off and wrapped: X4.1 13.4–13.8 V means BAT-12V, else PSU-12V.\n" +
            "Supply good: SA1 to 0, pull F1 (D3 dark, else X4.2 off too), dry and seat the controller, back on for 1 h; still restarting: CTL-ESP32, then CTL-TERM.\n" +
            "Proof: SA1 auto; \"Crashes\" of counters stands for 24 h.",
    };

    private static string SafeMode(int part) => part switch
    {
        MeaningPart => "Four bad starts, or 3 restarts of itself in a day. Link and console work, pump and valve are not driven: no automatic water; some volume may be missed.",
        CausesPart =>
            "something outside shorts the unit\n" +
            "supply too low\n" +
            "controller broken\n" +
            "settings or program damaged",
        _ =>
            "SA1 to 0, Q10 off, prove dead, tag; note both dials.\n" +
            "X4.1 to ground 11.4–15.0 V. Low: Q10 on, battery − off and wrapped: X4.1 13.4–13.8 V means BAT-12V, else PSU-12V; Q10 off again. X4.4 4.75–5.25 V; low: transducer or wire shorted, next step.\n" +
            "Pull F1 (D3 dark, else X4.2 off too), unplug X8, X5, X4.3 to X4.5, F1 in, X6: log in, reset 902, yes, 60 s. No restart: reconnect one at a time, power off; the one that brings it back: RDR-CARD, MTR-BUS, TRD-PRES, TRD-LEVEL.\n" +
            "A restart within 60 s: export, save what it prints, CTL-ESP32, enrol, swap, paste it; then CTL-TERM.\n" +
            "Proof: All back, log in, reset 902 (nothing else ends safe mode), power on 2 times, 60 s each; selftest start, then selftest passes; Q10 on, SA1 auto, one normal run.",
    };

    private static string MemoryLow(int part) => part switch
    {
        MeaningPart => "Under 8 KB free: the unit may restart and stop the water. Water and metering are right now.",
        CausesPart =>
            "program defect, memory used up with time\n" +
            "too many faults and records waiting\n" +
            "controller broken",
        _ =>
            "A restart stops the pump: user stops, SA1 to 0, tag.\n" +
            "X6: note \"Program\" of version, \"Running for\" of counters, \"Memory free\" of readings, \"Outbox\" of status. Over 20 waiting: restore the link first (D2 not steady).\n" +
            "Pull F1 (D3 dark, else X4.2 off too) for 10 s; 1 h later \"Memory free\" of readings (counted hourly, pump off) ≥ 8192 B (8 KB). Less: CTL-ESP32.\n" +
            "Enough, but below 8 KB again days later: a defect, no part helps; send the notes to the centre, ask for an upgrade.\n" +
            "Proof: SA1 auto; 24 h later ≥ 8 KB, not raised again.",
    };

    private static string WorkerStalled(int part) => part switch
    {
        MeaningPart => "One worker of the program stood still and was restarted alone. Water and metering go on; RS485 or link may pause. Three a day make it level 2.",
        CausesPart =>
            "RS485 line or a meter on it\n" +
            "poor network\n" +
            "program defect or controller",
        _ =>
            "X6: \"Workers restarted\" of readings against \"Restarts\" of network: equal is the link worker, more is the bus worker. Before touching X5: user stops, SA1 to 0, tag.\n" +
            "Bus: powered and idle X5.A to X5.B ≥ 0.2 V; F1 out 55–65 Ω; else CBL-485. Both right: take meters off one by one; the one that ends it is bad (MTR-BUS, PWR-METER).\n" +
            "Link: D2 steady; \"Signal strength\" of readings ≥ −75 dBm, else ANT-WIFI or move the router.\n" +
            "All well: give the centre \"Program\" of version; 3 a day: CTL-ESP32.\n" +
            "Proof: F1 in, SA1 auto; \"Workers restarted\" of readings stands for 24 h.",
    };

    private static string TickOverrun(int part) => part switch
    {
        MeaningPart => "One round of the program took too long: stopping and shutting may lag. Pulses are counted in hardware; none is lost.",
        CausesPart =>
            "noise on pulse or contact inputs\n" +
            "storage chip slow with age\n" +
            "program defect",
        _ =>
            "Stopping may lag: user stops, SA1 to 0, tag, before touching wires.\n" +
            "X6, readings: note \"Late scans in a minute\"; console unplugged 10 min, look again: 0 means the console's output, nothing to repair.\n" +
            "No use: X3.1 to ground steady at 3.3 V or < 0.3 V. Jumps: wire off X3.1, steady: CBL-PULSE; still: CTL-TERM.\n" +
            "selftest start, 10 s later \"Storage\" of selftest must pass, else CTL-ESP32. All well and still late: \"Program\" of version to the centre, upgrade.\n" +
            "Proof: SA1 auto, 1 h of use, \"Late scans in a minute\" of readings is 0.",
    };

    private static string SelfTestFailed(int part) => part switch
    {
        MeaningPart => "One item of the self-test failed. All may seem well, but that part is no longer reliable: water may stop or go uncounted.",
        CausesPart =>
            "storage, memory or clock\n" +
            "output driver or relay\n" +
            "supply low",
        _ =>
            "The test moves outputs: SA1 to 0, Q10 off, prove dead, tag.\n" +
            "X4.1 to ground 11.4–15.0 V, else PSU-12V, BAT-12V. X6, selftest start, 10 s later selftest: note what fails.\n" +
            "\"Storage\", \"Memory\" of selftest: CTL-ESP32. \"Clock\", \"Two-wire bus\": RTC-CLOCK; the bus still fails: CTL-TERM.\n" +
            "\"Outputs\" of selftest, no command: X1.1 = X4.1 (about 12 V), X1.2, X1.3 0 V. Else F1 out, X1 wires off: X1.1 < 1 kΩ to ground, or F1 in and X1.2/X1.3 live: CTL-TERM; else wire or coil.\n" +
            "\"RS485\" of selftest: F1 out (D3 dark, else X4.2 off too), X5.A to X5.B 55–65 Ω, else CBL-485; right: the silent meter (MTR-BUS, PWR-METER).\n" +
            "Proof: Put back, selftest start passes 2 times; Q10 on, SA1 auto, one normal run.",
    };

    private static string TooHot(int part) => part switch
    {
        MeaningPart => "Above 70 °C inside: battery and electronics age, the unit may restart. Metering is right for now.",
        CausesPart =>
            "sun, vents blocked\n" +
            "loose terminal heats\n" +
            "charger fault\n" +
            "sensor wrong",
        _ =>
            "Do not touch hot parts: SA1 to 0, Q10 off (charger too), prove dead, tag; door open 30 min.\n" +
            "Still off: tighten KM1, FR1, X4 (keep clear of Q10, its incoming side is live), each joint < 1 Ω, else or black: remake; clear vents, shade the box.\n" +
            "On, SA1 auto, 30 min, infrared thermometer from afar: terminals and charger ≤ 60 °C. Terminal hot: step 2. Q10 hot: have the utility cut the incomer, prove dead, tighten it. Charger hot: X4.1 to ground > 13.8 V means PSU-12V; not, and battery hot: BAT-12V.\n" +
            "All cool: thermometer at U6 for 10 min, within 3 °C of \"Enclosure temperature\" of readings, else RTC-CLOCK.\n" +
            "Proof: Door shut, 1 h of use around noon, \"Enclosure temperature\" of readings below 65 °C, fault gone.",
    };
}
