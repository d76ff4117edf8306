namespace Firmware.Texts.En;

/// <summary>How each item of the checklist is carried out, by its number, in English. Limits stand in the checklist.</summary>
public static class ItemTexts
{
    /// <summary>What unit and technician do; null where there is no such item.</summary>
    public static string How(int number)
    {
        return number switch
        {
            1 => "The unit measures the supply at its terminal with the pump off.",
            2 => "The unit runs the pump for 5 s and takes the lowest supply.",
            3 => "The unit reads the mains relay's contact.",
            4 => "The unit measures the battery's own poles. It passes only while it carries the unit; with the grid on, only a voltage below the limit is judged.",
            5 => "The unit runs the pump for 15 s and takes the phase voltage furthest from the rated one.",
            6 => "The unit runs the pump for 15 s and takes the greatest phase current; a phase more than a tenth off the mean fails.",
            8 => "The unit starts the pump and times the coil to the closed auxiliary contact.",
            9 => "The unit starts and stops the pump and times the coil to the open auxiliary contact.",
            10 => "The unit compares auxiliary and mirror contact at rest and running; they must differ.",
            11 => "The unit opens the valve and times it to its end switch.",
            12 => "The unit stops the pump and times the valve to its shut switch.",
            14 => "The unit draws water, counts from one pulse to another and compares with the RS485 meter.",
            15 => "The unit asks the RS485 meter 100 times and counts damaged and missing answers; after a single one it asks 100 times more, over 3 min in all.",
            16 => "Open and shut the door once; the unit must see both.",
            17 => "Lay a card on the reader and take it away; the unit must see both.",
            18 => "The unit runs the pump for 5 s, stops it and times the auxiliary contact.",
            19 => "Shut the manifold's hand valve, then answer good; the unit starts the pump and must stop it by itself. Open the valve again.",
            20 or 21 or 22 => "Not tried: it may endanger people or plant.",
            23 => "A minute after the stop the unit watches for 5 min how much water passes.",
            24 => "The unit runs the pump for a minute and looks at the flow.",
            25 => "The unit stops the pump and watches for flow back for 30 s; listen to the check valve, then answer.",
            26 => "The unit measures the line with the pump off.",
            27 => "The unit runs the pump for 15 s and measures the line.",
            28 => "Read the pressure gauge and enter kPa (0.1 MPa is 100); the unit compares with its transducer.",
            29 => "The unit reads the temperature in the enclosure.",
            30 => "The unit reads the water over the intake.",
            31 => "The unit compares with the network's time; not judged where none came within a day.",
            32 => "The unit reads the access point's signal.",
            33 => "The unit tells its state and waits a minute for the centre to answer: 3 answered, 2 broker only.",
            34 => "The unit counts writes refused and records that could not be read back.",
            35 => "The unit tests itself.",
            36 => "The unit compares the set-points with those approved at the acceptance; put right what differs and inspect again.",
            37 => "The unit counts what is raised; the parts to replace stand in the report.",
            38 => "The unit pumps into the reference vessel; when it is full press any key, then enter its volume.",
            39 => "The unit counts faults on their way; look, listen, smell and, with the power off, feel (never Q10).",
            40 => "The unit runs the pump for a minute and notes its power; look and listen, then answer.",
            41 => "Both LEDs blink; see that both do.",
            42 => "The unit counts the days to the end of the meter's legal verification, noted when it was fitted.",
            _ => HowOfTechnician(number),
        };
    }

    private static string HowOfTechnician(int number)
    {
        return number switch
        {
            50 => "Hands off, the feed is live: look at supply lead, Q10 and terminals: no bare wire, no heat, no bites.",
            51 => "Power off and checked: tighten every terminal; keep clear of Q10, its incoming side is live.",
            52 => "Power off: measure the PE bolt and enter ohms.",
            53 => "Power off: measure the motor's winding to earth with 500 V and enter megohms.",
            54 => "Look at contactor, valves, meters, transducers: no crack, no rust, no leak.",
            55 => "Look at pipes, fittings, flanges: no crack, no leak, supports firm.",
            56 => "Open the air valve, bleed, top up.",
            57 => "Draw water for a minute: clear, no sand.",
            58 => "Power off, pump off, no pressure: take out and wash the strainer.",
            59 => "Clear the drains of chamber and enclosure; water runs off.",
            60 => "Walk the line: no wet ground, no dripping joint.",
            61 => "Work every stop valve: turns easily, shuts tight.",
            62 => "Look at the insulation: whole and dry.",
            63 => "Listen to the running pump: no rubbing, no knocking, no screech.",
            64 => "Power off: clear dust and nests from the enclosure; no water.",
            70 => "Look at enclosure, lock, seal of the door and cable glands: no damage, no rust, no water, firm on its wall.",
            65 => "Look at unit number, hotline, terminal numbers, warnings: all there, all legible.",
            66 => "Grease spindles, hinges and drive shaft as their papers say; skip what is not there.",
            67 => "Check every wire against the wiring table; positions as drawn.",
            68 => "Train the water user on the spot; ten answers out of ten.",
            69 => "Both sides sign the acceptance; the warranty runs from this day.",
            _ => null,
        };
    }
}
