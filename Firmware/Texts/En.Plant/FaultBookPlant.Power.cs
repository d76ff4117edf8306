namespace Firmware.Texts.En;

/// <content>1xx: power.</content>
public static partial class FaultBookPlant
{
    private static string MainsLost(int part) => part switch
    {
        MeaningPart => "Mains is gone, the unit lives on its battery. The pump cannot run, nobody gets water; metering and reporting go on for about 4 h.",
        CausesPart =>
            "Grid off or flickering\n" +
            "Q10 off or tripped, or an incoming fuse blown\n" +
            "Mains-sensing relay or its wire to X2.4 open",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at its outgoing side. Look at neighbours and street lamps: all dark is a power cut, wait; no part needed.\n" +
            "Incoming side of Q10 (live, probes only), between phases, watch 5 min: 353–407 V, no gaps. If not: grid side, call the utility.\n" +
            "If right, Q10 on, outgoing side: 353–407 V. If a phase is missing: Q10 off, have the utility cut the incomer, prove dead, replace fuse or Q10.\n" +
            "X2.4 to ground: under 0.3 V. If 3.3 V: tighten its wire; no change: replace PSU-12V (the relay is inside).\n" +
            "Proof: SA1 to auto, pump runs 2 min, 101 clears.",
    };

    private static string SupplySagging(int part) => part switch
    {
        MeaningPart => "With the contactor in, the supply falls below 11.4 V, 1.0 V or more under its value at rest. Contactor and unit may drop out: water stops. Metering still works.",
        CausesPart =>
            "X4.1, F1 holder or battery pole loose or corroded\n" +
            "Battery aged\n" +
            "Charger too weak\n" +
            "K1 coil shorted",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at KM1. The battery still feeds 12 V: pull F1 before you move a wire.\n" +
            "Tighten X4.1, X4.2, F1 holder, poles. F1: under 1 Ω, else fit 2 A. X1.1 wire off, K1 coil: 16–24 Ω; lower: replace CON-PUMP (with K1).\n" +
            "X1.1 and F1 back, Q10 on, SA1 auto, run. Battery + pole to X4.1: drop under 0.2 V. More: Q10 off, F1 out, remake the joints.\n" +
            "If right, stop, Q10 off, battery minus lead off and wrapped, Q10 on. PSU-12V output: 13.4–13.8 V. If not replace PSU-12V, else BAT-12V.\n" +
            "Proof: all reconnected, 3 starts, X4.1 never below 11.4 V, 102 clears.",
    };

    private static string SupplyLow(int part) => part switch
    {
        MeaningPart => "Supply below 10.8 V; the unit has saved its data. Coil and link may fail any moment: no water, then no metering and no reports.",
        CausesPart =>
            "Long power cut, battery empty\n" +
            "Charger dead\n" +
            "Battery with dead cells\n" +
            "F1 bad, or a 12 V field wire shorted",
        _ =>
            "SA1 to 0 so that the pump cannot chatter; Q10 off, lock, tag, prove dead at the PSU-12V input.\n" +
            "X4.1 and battery + pole, to ground: within 0.2 V. If not: new F1 (2 A). Blows again: take off X1.1, X1.2, X1.3, X4.4; refit one by one: the one that blows it is shorted. Blows with all off: power off, CTL-TERM.\n" +
            "Battery minus lead off, Q10 on. PSU-12V (input live, probes only): input 198–235 V, output 13.4–13.8 V. Bad input: see 101. Only output bad: Q10 off, replace PSU-12V.\n" +
            "Q10 off, battery back, Q10 on, charge 1 h. X4.2 to ground: above 13.0 V. If not replace BAT-12V.\n" +
            "Proof: SA1 auto, pump on 10 min, X4.1 stays above 13.0 V, 103 clears.",
    };

    private static string SupplyHigh(int part) => part switch
    {
        MeaningPart => "Supply above 15.0 V, outside 11.4–15.0 V. Water and metering go on, but the battery overheats and the board may burn out.",
        CausesPart =>
            "Charger regulation failed\n" +
            "Wrong charger fitted (24 V)\n" +
            "Board measures wrong, voltage is right",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at the PSU-12V input. Air the enclosure, no flames; let a swollen or hot battery cool.\n" +
            "F1 out, battery minus lead off and wrapped, Q10 on. PSU-12V output: 13.4–13.8 V. If not Q10 off, replace PSU-12V.\n" +
            "Battery rested 30 min, across its poles: 12.5–13.2 V, case flat. If not replace BAT-12V.\n" +
            "Q10 off, battery and F1 back, Q10 on. X4.1 to ground against the supply in status: within 0.3 V. If not power off, replace CTL-TERM.\n" +
            "Proof: after 10 min X4.1 to ground reads 13.4–13.8 V; SA1 to auto, 104 clears.",
    };

    private static string BatteryLow(int part) => part switch
    {
        MeaningPart => "On battery, and it falls too fast or is below 12.0 V: it will not bridge the declared time (config bridging_min, 4 h unless set). Metering works now; a longer cut stops metering and reports.",
        CausesPart =>
            "Long cut, battery not yet recharged\n" +
            "Battery over 3 years old\n" +
            "Battery poles corroded\n" +
            "Charging voltage too low",
        _ =>
            "SA1 to 0 so that the pump cannot start; touch the 12 V side only, keep clear of 380 V. Take the battery's minus off first.\n" +
            "With mains back, charge 8 h (you may leave). X4.2 to ground: 13.2–14.0 V. If lower: see 106, PSU-12V.\n" +
            "Q10 off, tag, unit on battery for 30 min. X4.2 to ground: at least 12.4 V. If lower: clean and tighten the poles, measure again; still lower: replace BAT-12V (12 V 7 Ah), charge 8 h.\n" +
            "Proof: Q10 off for 1 h, X4.2 at least 12.2 V; Q10 on, SA1 to auto, 105 clears.",
    };

    private static string BatteryNotCharging(int part) => part switch
    {
        MeaningPart => "Mains is there, yet the supply was under 13.0 V for 10 min: the battery drains. Water and metering go on until it is empty, then the unit stops.",
        CausesPart =>
            "Charger or battery fuse blown, wire off\n" +
            "Charger worn or dead, too little current\n" +
            "Shorted cell in the battery",
        _ =>
            "SA1 to 0, Q10 off, lock, tag, prove dead at the PSU-12V input.\n" +
            "Fuses of PSU-12V and battery out: under 1 Ω, else fit the same type; tighten both.\n" +
            "Battery minus lead off and wrapped, Q10 on. PSU-12V (input live, probes only): input 198–235 V, else Q10 off, prove dead, trace the wire from its outgoing side; output 13.4–13.8 V, else Q10 off, replace PSU-12V.\n" +
            "Q10 off, battery back, Q10 on, wait 30 min. X4.2 to ground: above 13.0 V. If not: PSU-12V output + to X4.2: over 0.2 V: remake the wire; less: multimeter (current) in the battery minus: under 0.5 A: Q10 off, PSU-12V; more: BAT-12V.\n" +
            "Proof: SA1 to auto, after 10 min status shows at least 13.0 V, 106 clears.",
    };
}
