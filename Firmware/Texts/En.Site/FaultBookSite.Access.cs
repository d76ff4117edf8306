namespace Firmware.Texts.En;

/// <content>5xx: access.</content>
public static partial class FaultBookSite
{
    private static string DoorOpen(int part) => part switch
    {
        MeaningPart => "The enclosure has been open for 30 min. Rain, animals and strangers can get in; water and metering go on.",
        CausesPart =>
            "not shut after the last visit\n" +
            "door bent or lock broken\n" +
            "door switch or wire broken",
        _ =>
            "Look first: water, animals or bare wires inside: Q10 off, prove dead, tag, then clear; never with wet hands.\n" +
            "Press the door switch: X2.5 to ground < 0.3 V; release: 3.3 V. Both right: the door is not shut, step 4.\n" +
            "Wire off X2.5: 3.3 V; X2.5 bridged to ground: < 0.3 V. Both right: SWI-DOOR and its wire; else CTL-TERM.\n" +
            "Shut and lock, gap < 2 mm; more: set the hinges; lock broken: KEY-SEAL.\n" +
            "Proof: 1 min after shutting press the button: the level lamp no longer gives 501.",
    };

    private static string Tamper(int part) => part switch
    {
        MeaningPart => "The door was opened, shut again or not, and no technician gave card or login within 60 s. Water may be stolen or wires changed: check the metering.",
        CausesPart =>
            "forced, or a copied key\n" +
            "technician forgot the card\n" +
            "card reader broken\n" +
            "door switch loose",
        _ =>
            "Card first, photographs, look for bare live wires; SA1 to 0, Q10 off, prove dead, tag.\n" +
            "Only the drawing's wires on X1.1, X2, X3.1, X5; remove others. F1 out (D3 dark): X5.A to X5.B 55–65 Ω; 0 Ω is bridged, 120 Ω lacks a terminator: restore (CBL-485).\n" +
            "Both meters (MTR-PULSE, MTR-BUS): seals whole; dial of MTR-BUS within 1 m³ of \"Total, RS485 meter\" in readings, else report as a case of its own.\n" +
            "Switch pressed: X2.5 to ground < 0.3 V, released 3.3 V, steady when tapped; else SWI-DOOR.\n" +
            "Proof: F1 in, Q10 on, SA1 auto, 10 min of use, both meters count. New lock and seals (KEY-SEAL), shut; open again with card within 60 s: no alarm.",
    };

    private static string CardReaderOut(int part) => part switch
    {
        MeaningPart => "The reader does not answer. Cards may not work: no water by card, no arrival by card. Metering goes on.",
        CausesPart =>
            "plug X8 loose or damp\n" +
            "reader broken\n" +
            "terminal board gives no 3.3 V",
        _ =>
            "SA1 to 0, tag; pull F1 (D3 must go dark, else X4.2 off too), only then touch X8.\n" +
            "Dry and seat both ends of X8. F1 and X4.2 in: X8's supply pin to ground 3.2–3.4 V. Else power off as in step 1, reader off, again: right now RDR-CARD, still wrong CTL-TERM.\n" +
            "X8's two signal pins > 3.0 V without a card. Lower: power off, reader off, again: right now RDR-CARD, still low CTL-TERM. All right but no card is read: RDR-CARD.\n" +
            "Proof: SA1 auto; a known card 3 times, each gives \"Card number\" in readings within 2 s; selftest start, 10 s later \"Two-wire bus\" of selftest passes.",
    };

    private static string RunUnauthorised(int part) => part switch
    {
        MeaningPart => "Selector on auto, no command and no card, yet the pump runs. Someone may bypass the unit; this water belongs to no user.",
        CausesPart =>
            "coil bridged or contact held in\n" +
            "interface relay K1 stuck\n" +
            "Q1 of the terminal board shorted\n" +
            "SA1 or auxiliary contact miswired",
        _ =>
            "Photograph; Q10 off, prove three phases dead (0 V), tag.\n" +
            "Remove foreign wires, free KM1; those on Q10's incoming side are live: hands off, tell the utility. X2.1 to ground 3.3 V, X2.2 < 0.3 V; else miswired or KM1 stuck: CON-PUMP.\n" +
            "X1.1 to ground without command = X4.1 (about 12 V). Below 1 V: F1 out, wire off, red probe on X1.1: < 1 kΩ to ground is Q1, CTL-TERM; else the wire.\n" +
            "Pull K1: its contact must be open (> 1 MΩ), else CON-PUMP (K1 is part of it). SA1 on auto: X2.6 3.3 V, else SWI-SEL.\n" +
            "Proof: Put back, Q10 on, SA1 auto, no card 10 min: pump stays off; then one normal run starts and stops.",
    };
}
