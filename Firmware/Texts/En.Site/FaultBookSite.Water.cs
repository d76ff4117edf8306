namespace Firmware.Texts.En;

/// <content>4xx: water.</content>
public static partial class FaultBookSite
{
    private static string FlowAtRest(int part) => part switch
    {
        MeaningPart => "Pump off and valve shut, yet a meter saw flow for 5 min: a leak, theft, or a valve that leaks. The water is counted but belongs to no user.",
        CausesPart =>
            "pipe broken behind the meters\n" +
            "water taken unlawfully\n" +
            "motor valve not tight\n" +
            "meter's zero has drifted",
        _ =>
            "SA1 to 0, Q10 off, prove dead, tag: the pump must not start.\n" +
            "With a motor valve: X2.8 to ground must be < 0.3 V (shut). 3.3 V: F1 out (the valve cannot move), drain, clear it, F1 in; if it still does not shut, replace VLV-MOT.\n" +
            "Shut the hand valve before the meters, watch \"Pulse meter\" and \"RS485 meter\" in status for 5 min: 0 mL/s means real flow: repair the leak (PIP-SEAL); pipe sound and water only at the outlet: VLV-MOT. The meter that is not at 0 is wrong: MTR-BUS or MTR-PULSE.\n" +
            "Proof: Hand valve open, Q10 on, SA1 auto, no use for 5 min: 0 mL/s and fault cleared.",
    };

    private static string FlowLow(int part) => part switch
    {
        MeaningPart => "The running pump gives 25 % less than this site's learned flow. Irrigation is slower; metering is right.",
        CausesPart =>
            "strainer blocked\n" +
            "a valve not fully open\n" +
            "water table fallen\n" +
            "impeller worn",
        _ =>
            "SA1 to 0, Q10 off, prove dead, tag; drain at the strainer until X4.3 to ground is 0.5 V (0 bar).\n" +
            "Clean the screen: clear against the light; not, or a hole > 1 mm: STR-SCREEN. Close it and the drain; hand valve fully open.\n" +
            "Q10 on, SA1 auto, user draws water, wait 2 min. Motor valve: X2.7 < 0.3 V (open), else VLV-MOT. X4.3 must be 1.5–1.9 V (2.5–3.5 bar): higher, clear the pipe or outlet; lower, next step; right, step 5.\n" +
            "Clamp meter over the insulated leads of KM1: 15–16 A a phase. Below 12 A: sounding line, 2 m of water over the intake needed; enough: PMP-SET. Amperes right, pressure low: a leak (PIP-SEAL).\n" +
            "Proof: Run 10 min: \"Flow\" in bands now within its range (±25 %; 8300–13900 mL/s at 40 m³/h).",
    };

    private static string FlowHigh(int part) => part switch
    {
        MeaningPart => "Flow is 25 % above this site's learned value, mostly a burst. Water is lost and still charged to the user.",
        CausesPart =>
            "pipe burst or joint off\n" +
            "user opened more outlets\n" +
            "pump or pipe changed, not learned anew",
        _ =>
            "SA1 to 0 at once, Q10 off, prove dead, tag; keep people out of the jet.\n" +
            "Outlets shut, hand valve open (motor valve by its handle): X4.3 to ground must hold about 0.9 V (1 bar) for 5 min. Falls to 0.5 V: pipe leaks, next step. Holds: step 4.\n" +
            "Find the break, shut the hand valve, fit PIP-SEAL, repeat the last step: falls < 0.1 V in 5 min, else another break.\n" +
            "Proof: handle back, Q10 on, SA1 auto, user opens only his own outlet, 10 min: X4.3 1.5–1.9 V and \"Flow\" in bands within its range (25 %). Still high without leak: pump or pipe new: log in, bands reset; else compare the meters by 205 (MTR-PULSE, MTR-BUS).",
    };

    private static string PressureLow(int part) => part switch
    {
        MeaningPart => "Below 1.5 bar with the pump running: high and far fields may get no water. Metering is right.",
        CausesPart =>
            "too many outlets open, or a leak\n" +
            "water table fallen, pump draws air\n" +
            "pump turns backwards or is worn\n" +
            "transducer reads low",
        _ =>
            "SA1 to 0, Q10 off, prove dead, tag; drain slowly at the strainer until empty.\n" +
            "X4.4 to ground 4.75–5.25 V, else CTL-TERM. X4.3 without pressure 0.45–0.55 V, else TRD-PRES.\n" +
            "Drain shut, Q10 on, SA1 auto, one outlet open, 2 min: X4.3 must be 1.5–1.9 V (2.5–3.5 bar); if so step 6.\n" +
            "Still low: pump running, look 1 min at each joint: no drop, dry around it. Leaking: stop and drain as in step 1, PIP-SEAL, step 3.\n" +
            "No drop: clamp meter over KM1's insulated leads, 15–16 A a phase. If so a buried leak, go along it. Below 12 A: sounding line, 2 m of water over the intake; enough: Q10 off, prove dead, swap two phases after KM1, try: pressure right, it ran backwards; no change: swap back, PMP-SET.\n" +
            "Proof: Normal use for 10 min, X4.3 stays above 1.1 V (1.5 bar).",
    };

    private static string PressureHigh(int part) => part switch
    {
        MeaningPart => "Above 6 bar: pipes may burst and hurt people. Mostly the pump runs against a shut valve and the user has no water.",
        CausesPart =>
            "hand valve or outlet shut\n" +
            "motor valve not opened\n" +
            "strainer or pipe blocked\n" +
            "transducer reads high",
        _ =>
            "Keep away from the pipe, SA1 to 0, Q10 off, prove dead, tag; open the drain of the strainer slowly.\n" +
            "When it is empty X4.3 to ground must be 0.45–0.55 V (0 bar), else TRD-PRES.\n" +
            "Clean the screen: clear against the light; not, or a hole > 1 mm: STR-SCREEN; shut the drain, open outlet and hand valve fully.\n" +
            "Q10 on, SA1 auto, user draws water, stand back. Motor valve: X2.7 < 0.3 V (open) within 60 s, else stop, VLV-MOT.\n" +
            "Proof: Run 10 min: X4.3 1.5–1.9 V (2.5–3.5 bar). Above 2.9 V (6 bar): stop at once, back to step 3, look for the blockage section by section.",
    };

    private static string ChamberFlooded(int part) => part switch
    {
        MeaningPart => "The chamber's float was up for 30 s. Joints and meters may be under water: danger of shock; metering may fail next.",
        CausesPart =>
            "pipe or joint leaks in the chamber\n" +
            "rain or field water runs in\n" +
            "float stuck or wire cut",
        _ =>
            "Do not climb in: SA1 to 0, Q10 off (charger too), prove dead, tag; air it 10 min, two people, then pump it out. The unit goes on from its battery.\n" +
            "Float hanging: X2.9 to ground < 0.3 V; lifted: 3.3 V. Else bridge X2.9 to ground: < 0.3 V means its wire or FLT-FLOOD, still high means CTL-TERM.\n" +
            "Watch 10 min: no more water. A joint: PIP-SEAL; from outside, close the way in.\n" +
            "Leads off after KM1: 500 V insulation tester, each phase to earth ≥ 0.5 MΩ. Less: dry it; still less: PMP-SET, do not switch on.\n" +
            "Proof: Leads back, power on, SA1 auto, 30 min of use: X2.9 stays < 0.3 V, chamber dry.",
    };

    private static string StrainerClogging(int part) => part switch
    {
        MeaningPart => "Same pump power, flow down by 10 % over days: the strainer is filling. Irrigation and metering still work, but flow will become too low.",
        CausesPart =>
            "mud or weed in the strainer\n" +
            "more sand from the well\n" +
            "scale in motor valve or pipe",
        _ =>
            "Note \"RS485 meter\" in status during use (mL/s); then SA1 to 0, Q10 off, prove dead, tag.\n" +
            "Open the strainer's drain; only open the cover when X4.3 to ground is 0.5 V (0 bar); above 0.55 V go on draining.\n" +
            "Rinse the screen, hold it to the light: all clear; not, or a hole > 1 mm: STR-SCREEN.\n" +
            "Proof: Close cover and drain, Q10 on, SA1 auto, 10 min of use: flow 10 % above the note. Else off again, F1 out, drain, open the motor valve: scale, clean it, or VLV-MOT. Blocked again within days: the well gives sand, have it cleaned.",
    };

    private static string SensorOut(int part) => part switch
    {
        MeaningPart => "Pressure or well level transducer below 0.2 V or above 4.8 V: cut, shorted or broken. Water and metering go on, without protection by pressure or level.",
        CausesPart =>
            "wire loose or bitten through\n" +
            "water in the connector\n" +
            "transducer broken",
        _ =>
            "X4 has only 12 V but the pipe may be under pressure: SA1 to 0, tag; the pump must not start.\n" +
            "X4.4 to ground 4.75–5.25 V. Else take its wires off: right now, wire or transducer is shorted; still wrong, CTL-TERM.\n" +
            "X4.3 (pressure), X4.5 (level): 0.5–4.5 V; find the one outside; none: pull the cables gently, the one that jumps.\n" +
            "Pull F1, free both ends of its cable; each core < 5 Ω end to end, > 1 MΩ between cores; else new cable. Cable good: TRD-PRES (drain first) or TRD-LEVEL (pull it up, never climb in).\n" +
            "Proof: F1 in, SA1 auto, 10 min of use: X4.3 1.5–1.9 V, X4.5 0.2 V for each 1 m (0.5 V: none), neither leaves its range.",
    };

    private static string WellLevelLow(int part) => part switch
    {
        MeaningPart => "Less than 2 m of water over the intake; lower still, and the pump draws air. Water and metering go on.",
        CausesPart =>
            "drought, or neighbours pump too\n" +
            "drawn faster than the well refills\n" +
            "transducer moved or wrong",
        _ =>
            "Never climb or lean in. SA1 to 0, Q10 off, prove dead, tag; let the level rise for 30 min.\n" +
            "X4.5 to ground just after the stop and at the end: metres = (V − 0.5) × 5; 0.9 V is 2 m. It rises: the transducer follows. No change: look closer in the next step.\n" +
            "Sounding line from water to intake: within 0.5 m of the reading. Else hang it at intake height again; still off: TRD-LEVEL.\n" +
            "Proof: Transducer right: it is the water, no part needed. Q10 on, SA1 auto, hand valve partly shut, other hours than the neighbours. 30 min with X4.5 above 1.0 V (2.5 m); still falling: stop, report to the water office.",
    };
}
