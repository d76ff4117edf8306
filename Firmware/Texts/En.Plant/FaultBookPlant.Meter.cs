namespace Firmware.Texts.En;

/// <content>2xx: meters.</content>
public static partial class FaultBookPlant
{
    private static string PulseSilent(int part) => part switch
    {
        MeaningPart => "RS485 meter, pressure or power say that water flows, but no pulse comes. The RS485 meter counts, if sound; else nothing does.",
        CausesPart =>
            "Pulse cable cut or X3.1 loose\n" +
            "Reed in the meter head dead\n" +
            "Meter wheel jammed\n" +
            "Pulse input dead",
        _ =>
            "SA1 to 0, tag: the pump cannot start. Touch 12 V only, keep clear of 380 V.\n" +
            "X3.1 wire off. X3.1 to ground: 3.3 V; X3.1 bridged to ground: under 0.3 V, \"Total, pulse meter\" in readings grows by 10 L (no real water: write down how often). If not power off, replace CTL-TERM.\n" +
            "Cores off at the head, twisted together; across them at X3.1: under 10 Ω; apart: over 1 MΩ. If not replace CBL-PULSE.\n" +
            "SA1 auto, run. Across MTR-PULSE (cable still off): closes (under 10 Ω) and opens each 10 L, about every 1 s. If not: stop, SA1 to 0, shut valves, drain, free the wheel; if it turns, replace MTR-PULSE.\n" +
            "Proof: reconnect, run 2 min, pulse and RS485 volume within 5 %, 201 clears.",
    };

    private static string BusNoReply(int part) => part switch
    {
        MeaningPart => "The RS485 meter (address 1) gave no reply for 20 s, or none that can be read for 80 s. The pulse meter counts; if it is silent too, nothing does.",
        CausesPart =>
            "Meter without power\n" +
            "RS485 pair open, shorted or swapped\n" +
            "Address, baud rate or meter type changed\n" +
            "Meter or board transceiver dead",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at the meter's supply; F1 out.\n" +
            "X5.A to X5.B: 55–65 Ω. About 120 Ω: cut, or a terminator missing; near 0 Ω: short. Find the section, replace CBL-485.\n" +
            "F1 in, Q10 on. X5.A over X5.B: above 0.2 V. Negative: swap them. Below 0.2 V: wires off; still so: power off, CTL-TERM, else go on.\n" +
            "Meter supply: nameplate ±10 %, else its feed. Meter menu: address 1, 9600, 8N1. All right and no reply: Q10 off, replace MTR-BUS.\n" +
            "Proof: within 10 s \"RS485 meter\" in status has a reading; SA1 auto, run 2 min, 202 clears.",
    };

    private static string BusErrors(int part) => part switch
    {
        MeaningPart => "Over 5 % of the last 100 frames were damaged or late. The meter keeps its total; flow readings come and go.",
        CausesPart =>
            "Pair beside the motor cable\n" +
            "Shield earthed nowhere or twice\n" +
            "Terminators missing or too many\n" +
            "Joint wet, or one meter answers wrongly",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1 (motor cable); F1 out.\n" +
            "Tighten X5.A, X5.B and meter end. X5.A to X5.B: 55–65 Ω. More: add, less: remove terminators: 120 Ω at the two ends only.\n" +
            "Shield to ground: under 1 Ω; lifted at the board: over 1 MΩ, else lift it at the meter. Pair 20 cm off the motor cable; if it cannot be, or is wet, replace CBL-485.\n" +
            "F1 in, Q10 on, SA1 auto, run 10 min, \"RS485 errors\" in readings: under 50 ‰ (5 %). If not: power off, prove dead, take one meter's pair off, run again; then the other's. Power off, replace the one that cures it (MTR-BUS, PWR-METER); neither: CTL-TERM.\n" +
            "Proof: all back, run 10 min, errors under 10 ‰, 203 clears.",
    };

    private static string MeterSelfFault(int part) => part switch
    {
        MeaningPart => "The RS485 meter's status word reports a fault of its own: not to be trusted. The pulse meter counts; water goes on.",
        CausesPart =>
            "Pipe not full\n" +
            "Electrodes fouled\n" +
            "Electrode or coil open or wet\n" +
            "Meter electronics dead",
        _ =>
            "SA1 to 0, Q10 off, lock, tag; open the meter's terminal box and prove dead.\n" +
            "X4.3 to ground, pump off: 0.7–1.1 V (0.5–1.5 bar). Lower: pipe not full; Q10 on, SA1 auto, run, fill and bleed; if 204 clears, no part.\n" +
            "Pipe full: stop, Q10 off, prove dead, MTR-BUS signal wires off: each electrode to earth ring 5–50 kΩ, alike; coil 30–200 Ω. Coil wrong: replace MTR-BUS; electrode high: clean.\n" +
            "First shut both valves, drain until X4.3 reads 0.5 V (0 bar). Wipe the electrodes with a soft cloth; no better: replace MTR-BUS, arrow to the outlet.\n" +
            "Proof: Q10 on, SA1 auto, fill, run 5 min, RS485 and pulse volume within 5 %, 204 clears.",
    };

    private static string MetersDisagree(int part) => part switch
    {
        MeaningPart => "Over 2 m³ the pulse and RS485 meters differ by more than 5 %: one is wrong, the bill may be too. Water goes on.",
        CausesPart =>
            "Pulses lost (loose wire, old reed)\n" +
            "Extra pulses by noise\n" +
            "Electrodes dirty or air in the pipe\n" +
            "Litres per pulse set wrong",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead in the meter's box; tighten X3.1, X5.A, X5.B.\n" +
            "MTR-PULSE nameplate (10 L a pulse at the reference site): config pulse_ml shows litres times 1000. If not log in, config pulse_ml 10000 (by the plate); no part.\n" +
            "Q10 on, SA1 auto, run 2 m³ into a reference vessel or through a portable meter. Pulse meter: 1.9–2.1 m³ (190–210 pulses). Less: replace MTR-PULSE; more: see 208.\n" +
            "RS485 meter, same run: 1.9–2.1 m³. If not: stop, bleed, run again; still off: clean the electrodes as in 204; no better: power off, replace MTR-BUS.\n" +
            "Proof: run 2 m³ again, both within 5 %, 205 clears.",
    };

    private static string ReverseFlow(int part) => part switch
    {
        MeaningPart => "Water runs back at over 1 m³/h, into the well. The total may fall; the pump may spin backwards: a start now can break it.",
        CausesPart =>
            "Check valve jammed or worn\n" +
            "Meter refitted the wrong way\n" +
            "Line above the pump drains back",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1; do not start while the shaft turns back.\n" +
            "Arrow on MTR-BUS: towards the outlet. If not: shut both valves, drain until X4.3 reads 0.5 V (0 bar), turn it round.\n" +
            "If right, hand valve open, X4.3 to ground, pump off: 0.7–1.1 V, falling at most 0.1 V in 10 min. Faster and \"RS485 meter\" in status negative: check valve leaks.\n" +
            "Hand valve shut, drain until X4.3 reads 0.5 V, open the check valve, clean; flap or seat damaged: replace VLV-CHK, with a new gasket (PIP-SEAL).\n" +
            "Proof: hand valve open, Q10 on, SA1 auto, run 2 min, stop; for 10 min no negative flow, 206 clears.",
    };

    private static string MeterImplausible(int part) => part switch
    {
        MeaningPart => "Cannot be true: flow over 60 m³/h (1.5 times rated), or a total jumped, fell, or stood still in a flow. Check before billing. Water goes on.",
        CausesPart =>
            "Noise on the pulse line\n" +
            "Two meters with one address\n" +
            "RS485 meter broken or hung\n" +
            "Burst: the flow is real",
        _ =>
            "SA1 to 0, tag: the pump cannot start. Touch 12 V only, keep clear of 380 V; leave the unit on.\n" +
            "Type why 207: which meter? MTR-PULSE: step 3. MTR-BUS: its dial against \"Total, RS485 meter\" in readings, within 1 m³ (1000 L); if not step 4, if so look for a burst.\n" +
            "X3.1 wire off, 10 min: \"Total, pulse meter\" in readings must not grow (0 L). If it does power off, replace CTL-TERM; if not see 208 (CBL-PULSE, MTR-PULSE).\n" +
            "Only one meter may have address 1. F1 out, X5.A to X5.B: 55–65 Ω; if not CBL-485, if so MTR-BUS (first Q10 off, prove dead).\n" +
            "Proof: all wires and F1 back, Q10 on, SA1 auto, run 10 min: at most 60 m³/h, totals only rise, 207 clears.",
    };

    private static string PulseNoise(int part) => part switch
    {
        MeaningPart => "Pulses without flow or faster than 5 a second: noise, the meter cannot do that. Too much may be billed. Water goes on.",
        CausesPart =>
            "Shield not earthed\n" +
            "Laid with the motor cable\n" +
            "Cable or head wet\n" +
            "Reed bounces",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead below KM1 (motor cable). The unit runs on battery; X3.1 carries 3.3 V only.\n" +
            "X3.1 wire off. X3.1 to ground: 3.3 V; for 5 min \"Total, pulse meter\" in readings stands. If not power off, replace CTL-TERM.\n" +
            "Off at the head too: core to core and to shield over 1 MΩ; shield earthed at the board only: under 1 Ω; 20 cm off the motor cable. If not mend or replace CBL-PULSE.\n" +
            "Cable back, no flow, X3.1 to ground: steady above 3.0 V or below 0.3 V. Jumps when you tap the head: replace MTR-PULSE.\n" +
            "Proof: pump off 10 min, the pulse total stands; Q10 on, SA1 auto, run 2 min, at most 48 m³/h, 208 clears.",
    };

    private static string EnergyPerVolume(int part) => part switch
    {
        MeaningPart => "Energy per m³ is over 15 % off its learned value: the pump changed, or a meter is wrong. Estimates are poorer; water goes on.",
        CausesPart =>
            "Valve throttled, strainer clogged, pump worn\n" +
            "Water meter wrong, or water taken by a bypass\n" +
            "Current transformer loose or reversed\n" +
            "Well level far down",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at KM1. Tighten PWR-METER and its transformers, arrows to the pump.\n" +
            "Q10 on, SA1 auto, run. Clamp meter: 15–16 A a phase, PWR-METER within 5 %. If not: stop, Q10 off, replace PWR-METER.\n" +
            "X4.3 to ground: 1.5–1.9 V (2.5–3.5 bar). Higher: open valves; stop, shut hand valve, drain, clean or replace STR-SCREEN; lower: find leak or bypass.\n" +
            "Run 2 m³ into a reference vessel: 190–210 pulses, else see 205. X4.5: above 0.9 V (2 m of water); lower: the level fell, no part. All right: the pump is worn, ask the centre for PMP-SET.\n" +
            "Proof: run 10 min, \"Energy\" in bands now within its range (±15 %), 209 clears. New pump or meter: log in, bands reset.",
    };

    private static string MeterExchanged(int part) => part switch
    {
        MeaningPart => "Another serial number answers, or the total does not continue. Pulses still count; do not bill RS485 volume until registered.",
        CausesPart =>
            "Exchange not registered\n" +
            "Exchanged without leave\n" +
            "Second meter at address 1\n" +
            "Meter lost its memory",
        _ =>
            "SA1 to 0, tag: no start. Do not touch wires or reset. Photograph MTR-BUS: plate, dial, seals.\n" +
            "Plate and dial of MTR-BUS against why 210: same number, total within 1 m³. Other number: next step; only the total off: step 4.\n" +
            "Job on file: log in, meter out 2 <old serial> <dial>, then meter in 2 <new serial> <dial> <seal> <valid until> (dials in m³). None: only one meter may have address 1; if swapped, tell the centre, refit the old one, new KEY-SEAL.\n" +
            "Q10 off, prove dead at the meter, supply off 1 min, back, Q10 on: total within 0.1 m³ of before. If not replace MTR-BUS and register as in step 3; if so register as in step 3 too: same serial, both readings.\n" +
            "Proof: meter shows the new one; SA1 auto, run 2 m³, both within 5 %, 210 clears; seal with KEY-SEAL.",
    };
}
