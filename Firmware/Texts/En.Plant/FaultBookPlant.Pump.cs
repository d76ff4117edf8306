namespace Firmware.Texts.En;

/// <content>3xx: pump and valve.</content>
public static partial class FaultBookPlant
{
    private static string PumpDidNotStart(int part) => part switch
    {
        MeaningPart => "2 s after the command no auxiliary contact, or 5 s after it no power. No water, nothing to meter.",
        CausesPart =>
            "SA1 not on auto\n" +
            "FR1 tripped, motor fuse, motor cable\n" +
            "K1, KM1 dead, or wire X1.1 to K1 cut\n" +
            "X2.1 wire open (pump runs)",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at KM1. FR1 tripped: see 306 first, do not just reset.\n" +
            "Q10 on, SA1 hand, press SB1. Pump turns: next step. KM1 in, no turn: 308. KM1 out: across its coil (live, probes only) nameplate ±10 %: if so power off, CON-PUMP; if not power off, FR1's NC contact: over 1 Ω RLY-OVL, else SWI-SEL.\n" +
            "Stop, SA1 auto. Probes on first (the command is short), ask for water. X1.1 to ground: under 0.5 V and K1 pulls. Higher: power off, CTL-TERM; right but K1, KM1 stay out: power off, wire X1.1 to K1, then CON-PUMP (with K1).\n" +
            "KM1 in, X2.1 to ground: under 0.3 V. If 3.3 V: power off, tighten X2.1; no change: CON-PUMP.\n" +
            "Proof: run 2 min, clamp meter 15–16 A a phase, 301 clears.",
    };

    private static string ContactorWelded(int part) => part switch
    {
        MeaningPart => "3 s after the off command contact, power or flow go on: the unit cannot stop the pump. Water runs and is metered and billed.",
        CausesPart =>
            "KM1 main contacts welded\n" +
            "K1 contact stuck\n" +
            "Q1 shorted, coil always fed\n" +
            "KM1 armature sticks",
        _ =>
            "Q10 off at once, lock, tag, SA1 to 0, prove dead below KM1. Never reach in with Q10 on.\n" +
            "Across each pole of KM1: over 100 kΩ. Under 1 Ω: welded, replace CON-PUMP; look for 307, 102 (they burn contacts).\n" +
            "All open: X1.1 to ground (12 V from battery) as X4.1, 11.4–15.0 V. Near 0 V: F1 and X1.1 wire off; board side under 1 kΩ: Q1 shorted, replace CTL-TERM. X1.1 right, K1 contact under 1 Ω: CON-PUMP (with K1).\n" +
            "KM1 out, to ground: X2.2 under 0.3 V, X2.1 3.3 V. If not: wires, then CON-PUMP.\n" +
            "Proof: Q10 on, SA1 auto, 3 starts and stops; within 3 s of each stop X2.2 under 0.3 V, clamp meter 0 A; 302 clears.",
    };

    private static string ValveDidNotOpen(int part) => part switch
    {
        MeaningPart => "60 s after the command the open end switch has not closed. No water; the pump stays off so as not to run against it.",
        CausesPart =>
            "Sand or debris in the valve\n" +
            "Valve motor or wire dead\n" +
            "End switch out of place (valve open)\n" +
            "K2 does not pull",
        _ =>
            "SA1 to 0: no pump start; F1 out: no 12 V, the valve cannot move on your hand.\n" +
            "Crank VLV-MOT shut to open: full travel. Jams: upstream valve shut, drain, pressure gauge 0 bar, open and clear it; else replace VLV-MOT.\n" +
            "Crank shut, F1 in, ask for water (SA1 on 0: 301 is normal). In 60 s X1.2 to ground: 11.4–15.0 V. If 0 V: K2; power off, CTL-TERM.\n" +
            "At the motor: within 0.5 V of X1.2. If not mend the wire; voltage but no turn: F1 out, VLV-MOT.\n" +
            "Valve open, X2.7 to ground: under 0.3 V. If 3.3 V: set the switch or tighten; no better: VLV-MOT.\n" +
            "Proof: SA1 auto, open and shut 2 times, each within 60 s, 303 clears.",
    };

    private static string ValveDidNotClose(int part) => part switch
    {
        MeaningPart => "60 s after the command the closed end switch has not closed: water may not stop. It is metered, billed or wasted.",
        CausesPart =>
            "Stone or weed in the seat\n" +
            "Valve motor or wire dead\n" +
            "End switch out of place (valve shut)\n" +
            "K3 does not pull",
        _ =>
            "SA1 to 0, hand valve shut first: water stops, tell the user; F1 out before you touch the valve.\n" +
            "Pressure gauge 0 bar, crank VLV-MOT shut: full travel. If not open and clear it; seat damaged: VLV-MOT, gasket: PIP-SEAL.\n" +
            "Crank open, F1 in, request on and off. In 60 s X1.3 to ground: 11.4–15.0 V. If 0 V: K3; power off, CTL-TERM.\n" +
            "At the motor: within 0.5 V of X1.3. If not mend the wire; voltage but no turn: F1 out, VLV-MOT.\n" +
            "Valve shut, X2.8 to ground: under 0.3 V. If 3.3 V: set the switch or tighten; no better: VLV-MOT.\n" +
            "Proof: hand valve open, SA1 auto, run 2 min, stop; shut within 60 s, then 0 m³/h for 5 min, 304 clears.",
    };

    private static string DryRun(int part) => part switch
    {
        MeaningPart => "15 s after the start no water flowed for 10 s. Stopped; tries again after 30 s–5 min; after three dry runs it stays off: no water.",
        CausesPart =>
            "Hand valve shut (pressure was high)\n" +
            "Well too low (power, pressure low)\n" +
            "Strainer or check valve blocked\n" +
            "Pump turns backwards or is worn",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1: on auto it restarts by itself.\n" +
            "Hand valve shut, drain, clean or replace STR-SCREEN, hand valve open. X4.5: above 0.9 V (2 m of water). Lower: wait for water, no part.\n" +
            "Q10 on, SA1 hand, SB1, 20 s only. X4.3: 1.5–1.9 V (2.5–3.5 bar). Over 1.9 V: a valve downstream is shut; under 0.74 V (0.6 bar): next step. Right but no flow: see 201, 202.\n" +
            "Q10 off, prove dead, swap two phases below KM1, run 20 s. X4.3 reaches 1.5 V: keep; else swap back, check VLV-CHK; sound: replace PMP-SET.\n" +
            "Proof: SA1 auto, request off for 5 s, then on, flow for 5 min, 305 clears.",
    };

    private static string PumpOverload(int part) => part switch
    {
        MeaningPart => "Power over 115 % of rated for 10 s: stopped and locked until reset by a person. No water; volume so far is metered.",
        CausesPart =>
            "Sand in the pump, bearing dead\n" +
            "Voltage low or unbalanced\n" +
            "Burst or open outlet: too much flow\n" +
            "Winding damp or shorted",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1, 10 min to cool.\n" +
            "Motor wires off FR1: to earth (500 V insulation tester) over 0.5 MΩ; windings alike within 5 %. If not replace PMP-SET.\n" +
            "Wires back, FR1 set to 16 A, reset it. Q10 on, its outgoing side: 353–407 V. If not: utility, no part.\n" +
            "SA1 hand, SB1, clamp meter: 15–16 A a phase. Over 18 A: stop; water but X4.3 below 1.5 V (2.5 bar): find the burst, throttle; no water or pressure right: power off, PMP-SET. Current right but FR1 trips: RLY-OVL.\n" +
            "Proof: SA1 from hand back to auto resets it; run 10 min, clamp meter at most 16 A, 306 stays away.",
    };

    private static string StartsTooOften(int part) => part switch
    {
        MeaningPart => "Over 12 starts in 1 h. Water and metering go on, but the motor overheats and KM1 may weld (302).",
        CausesPart =>
            "Start switch or card contact flickers\n" +
            "X2.3 loose\n" +
            "Users switch often or in turns\n" +
            "Dry-run retries (305 too)",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1. With 305 or 102: those first.\n" +
            "X2.3 to ground: request off 3.3 V, on under 0.3 V, steady while you tap and pull. If not tighten X2.3, new start switch (SWI-SEL); card contact: RDR-CARD.\n" +
            "X2.3 wire off: steady 3.3 V; bridged to ground under 0.3 V. If not power off, replace CTL-TERM.\n" +
            "All right: ask the users, 5 min between starts; no part. KM1 pushed in: poles under 1 Ω, no beads, else CON-PUMP.\n" +
            "Proof: Q10 on, SA1 auto, one request: \"Pump starts\" in counters grows by 1; at most 12 in 1 h, 307 clears.",
    };

    private static string PhaseLost(int part) => part switch
    {
        MeaningPart => "A phase under 180 V, or its current under 20 % of the others: the motor would burn. Stopped: no water; volume so far is metered.",
        CausesPart =>
            "Grid phase or incoming fuse out\n" +
            "KM1 pole burnt\n" +
            "Loose joint at Q10, FR1, motor\n" +
            "Power meter wire loose (pump is well)",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove all phases dead at KM1.\n" +
            "Q10 incoming (live, probes only) to neutral: 198–235 V. If not: utility. Q10 on, outgoing not: Q10 off, have the utility cut the incomer, prove dead, tighten or replace Q10.\n" +
            "Q10 off, prove dead, KM1 pushed in: poles under 1 Ω, else CON-PUMP. FR1 poles under 1 Ω, else RLY-OVL.\n" +
            "Motor wires off FR1: windings alike within 5 %. Open: joints, then PMP-SET. Refit and tighten them.\n" +
            "Q10 on, SA1 hand, SB1, clamp meter: 15–16 A a phase. Alike but PWR-METER differs: Q10 off, prove dead, tighten its wires, else PWR-METER.\n" +
            "Proof: SA1 auto (releases the lock), run 10 min, phases within 10 %, 308 clears.",
    };

    private static string HandRun(int part) => part switch
    {
        MeaningPart => "The pump runs, but not by this unit: most likely by hand at the panel. Metered, but without card and dry-run guard.",
        CausesPart =>
            "SA1 on hand, SB1 pressed\n" +
            "SA1 left on hand after work\n" +
            "SA1 contact or X2.6 wire broken\n" +
            "KM1 coil bridged",
        _ =>
            "Ask who takes water; do not cut it by force. When agreed: stop, SA1 to 0, Q10 off, tag.\n" +
            "X2.6 to ground: SA1 on hand under 0.3 V, on 0 and auto 3.3 V. If not: prove dead at SA1, tighten, else SWI-SEL; X2.6 wire off and not 3.3 V: power off, CTL-TERM.\n" +
            "Q10 on, SA1 on 0: KM1 stays out, X2.1 to ground 3.3 V. Pulls in: Q10 off, prove dead, remove the bridge on KM1's coil; none: see 302.\n" +
            "Rightful hand run (unit out of order): log it with the volume on MTR-PULSE (m³), no part.\n" +
            "Proof: SA1 auto, no request for 5 min, pump still, X2.1 3.3 V, 309 clears.",
    };

    private static string PowerMeterNoReply(int part) => part switch
    {
        MeaningPart => "Power meter (address 2) silent for 10 s. Water and metering go on, but 306 and 308 are blind: FR1 alone guards the motor.",
        CausesPart =>
            "Its voltage fuse blown\n" +
            "Its RS485 branch open or swapped\n" +
            "Address or baud rate changed\n" +
            "Meter dead",
        _ =>
            "With 202: the bus, see 202. Else SA1 to 0, Q10 off, lock, tag, prove dead at PWR-METER.\n" +
            "Fuses of PWR-METER: under 1 Ω, else fit the same. Tighten voltage and pair. Never open a transformer's secondary.\n" +
            "Q10 on: display lit. If dark, its terminals to neutral: 198–235 V; if so Q10 off, prove dead, replace PWR-METER.\n" +
            "Its A over B (380 V near, probes only): above 0.2 V and within 0.1 V of X5.A over X5.B. Power off before you swap (negative) or replace CBL-485 (apart). Menu: address 2, 9600, 8N1. All right: power off, PWR-METER.\n" +
            "Proof: within 10 s \"Pump power\" in readings has a value; SA1 auto, run 2 min, within 5 % of the clamp meter (15–16 A), 310 clears.",
    };

    private static string PumpContactContradicted(int part) => part switch
    {
        MeaningPart => "For 20 s X2.1 (auxiliary contact) and X2.2 (mirror) read alike, or X2.1 contradicts power or flow. Water and metering go on; the pump's guards have a witness less.",
        CausesPart =>
            "X2.1 or X2.2 wire open, loose\n" +
            "KM1's auxiliary contacts dirty, worn\n" +
            "X2.1 or X2.2 wire shorted to ground\n" +
            "PWR-METER's transformers off (contacts well)",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at KM1: no contact's word is enough.\n" +
            "Unit stays on. KM1 out, to ground: X2.1 3.3 V, X2.2 under 0.3 V. KM1 pushed in: X2.1 under 0.3 V, X2.2 3.3 V. All right: step 5.\n" +
            "If not: that wire off, its contact at KM1: closed under 1 Ω, open over 100 kΩ. Right: mend the wire to X2.1 or X2.2. Wrong: replace CON-PUMP.\n" +
            "Wire off, X2.1 (X2.2) to ground: 3.3 V. If not: power off, CTL-TERM.\n" +
            "Q10 on, SA1 hand, SB1, clamp meter: 15–16 A a phase, PWR-METER within 5 %. If not: Q10 off, prove dead, PWR-METER.\n" +
            "Proof: SA1 auto, run 2 min, stop. Running X2.1 under 0.3 V and X2.2 3.3 V, stopped the reverse; 311 clears.",
    };
}
