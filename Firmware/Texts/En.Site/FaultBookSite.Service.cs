namespace Firmware.Texts.En;

/// <content>8xx: service.</content>
public static partial class FaultBookSite
{
    private static string InspectionOverdue(int part) => part switch
    {
        MeaningPart => "A planned inspection was not done. All may be well, but nobody has looked for loose wires, leaks, bad insulation.",
        CausesPart =>
            "nobody sent\n" +
            "done, not recorded\n" +
            "clock wrong",
        _ =>
            "clock: \"Time\" right by your watch? Else set it. Before tightening: SA1 to 0, Q10 off (charger too), prove dead, tag.\n" +
            "Tighten KM1, FR1, X1 to X5; keep clear of Q10, its incoming side is live. Earth tester ≤ 4 Ω, else another rod. Leads off after KM1, 500 V insulation tester, each phase to earth ≥ 0.5 MΩ, else PMP-SET, do not switch on.\n" +
            "Clean the strainer (hole > 1 mm: STR-SCREEN); leaks, lock (KEY-SEAL): mend. Leads back, power on.\n" +
            "SA1 auto, 10 min: X4.1 to ground 11.4–15.0 V, X4.3 1.5–1.9 V, clamp meter over insulation 15–16 A a phase; else treat that fault.\n" +
            "Proof: log in, inspect start, do as inspect asks to its end; within 30 s of it the fault clears, link or not.",
    };

    private static string Unanswered(int part) => part switch
    {
        MeaningPart => "An alarm passed its response time (mostly 30 min), nobody at the centre took it. The user may be waiting for water.",
        CausesPart =>
            "desk did not see it\n" +
            "worked on, not entered\n" +
            "wrong number or person on duty",
        _ =>
            "X6, faults: which? Level one or two of supply, pump, valve or leak: SA1 to 0, tag, no start before it is repaired; others: water may run.\n" +
            "D2 must be steady. Dark or 1 blink: 601; 2: 602.\n" +
            "You are here: log in, for each alarm that nobody took ack <fault code>; within 60 s faults shows your number behind it, else type it again. With a case number: ack <fault code> <case number>.\n" +
            "Repair by that fault's steps with what parts lists; later have the centre correct number and person on duty.\n" +
            "Proof: gone 10 min after the acknowledgement. Not: an alarm in faults without a number, step 3; all have one and D2 steady: the centre checks its duty list.",
    };

    private static string ReplaceUnit(int part) => part switch
    {
        MeaningPart => "The same fault or module is back after two repairs. The contract says a new one of the same model; until then water and metering are unreliable.",
        CausesPart =>
            "bad quality\n" +
            "true cause not found\n" +
            "grid or lightning keeps breaking it",
        _ =>
            "X6: export, save what it prints; note \"Total, pulse meter\" of readings; then SA1 to 0, Q10 off, prove dead, tag.\n" +
            "Feed side of Q10 353–407 V between phases (live: insulating gloves); X4.1 to ground 11.4–15.0 V; earth tester ≤ 4 Ω. Else cure that first and report: not the unit's quality.\n" +
            "Bring what the centre names; for the unit CTL-ESP32 and CTL-TERM together.\n" +
            "Pull F1, X4.2 off, D3 dark in 10 s, else still live: hands off; photograph and number wires, exchange, rewire. Return the old one with its code.\n" +
            "Proof: power on; new controller: enrol, swap, paste what was saved. selftest start, 10 s later selftest passes; SA1 auto, 3 normal runs without it; log in, replaced <fault code>.",
    };

    private static string VisitLeftOpen(int part) => part switch
    {
        MeaningPart => "A technician arrived and never ended the visit. Alarms explained by work are still held back: a stranger's opening may not show.",
        CausesPart =>
            "not ended when leaving\n" +
            "door not shut\n" +
            "console unplugged",
        _ =>
            "Nobody at pump or chamber, tools and tags gone? Until sure SA1 stays on 0, no power.\n" +
            "Then SA1 auto: X2.6 to ground 3.3 V; < 0.3 V is hand or stuck: turn it; no change: SWI-SEL.\n" +
            "X6, log in: a new visit (the one left open is closed and sent), visit note <note> says why. visit leave: full check, 10 min, repair what fails; then visit grade <attitude> <technique> <arrival> <handling>, visit confirm, logout.\n" +
            "Before shutting, press the door switch: X2.5 < 0.3 V, else SWI-DOOR; lock.\n" +
            "Proof: door shut, 5 min later press the button: the level lamp no longer gives 804.",
    };

    private static string DrillFailed(int part) => part switch
    {
        MeaningPart => "The weekly drill was not stored: a true alarm may reach nobody. Water and metering go on.",
        CausesPart =>
            "centre's program down\n" +
            "link comes and goes\n" +
            "unit cannot write",
        _ =>
            "A drill starts no pump, water may run; only plug X6, keep clear of Q10 and 380 V.\n" +
            "D2 steady for 5 min. Dark or 1 blink: 601; 2: 602; on and off: \"Signal strength\" of readings below −75 dBm: set the antenna or ANT-WIFI.\n" +
            "selftest start, 10 s later \"Storage\" of selftest must pass, else treat 701 (CTL-ESP32).\n" +
            "Log in, drill start, 10 min later drill, \"Alarm drill\": stored means it works; not stored and D2 steady: give the centre the first line of status to compare.\n" +
            "Proof: drill shows stored in less than 10 min, fault gone.",
    };
}
