namespace Firmware.Inspection;

/// <summary>The names of the items on the wire, by number. Never changed once released.</summary>
public static class ItemName
{
    /// <summary>The dotted name of an item.</summary>
    public static string Of(int number)
    {
        return number switch
        {
            1 => "supply.rest",
            2 => "supply.load",
            3 => "supply.mains",
            4 => "supply.battery",
            5 => "pump.voltage",
            6 => "pump.current",
            8 => "contactor.close",
            9 => "contactor.open",
            10 => "contactor.mirror",
            11 => "valve.open",
            12 => "valve.shut",
            14 => "meter.pulses",
            15 => "bus.errors",
            16 => "door.switch",
            17 => "card.read",
            18 => "protection.stop",
            19 => "protection.dry-run",
            20 => "protection.supply-low",
            21 => "protection.overload",
            22 => "protection.phase-lost",
            23 => "flow.rest",
            24 => "flow.running",
            25 => "valve.check",
            26 => "pressure.rest",
            27 => "pressure.running",
            28 => "pressure.gauge",
            29 => "temperature.sensor",
            30 => "well.level",
            31 => "clock.error",
            32 => "link.signal",
            33 => "link.centre",
            34 => "storage.errors",
            35 => "unit.self-test",
            36 => "set-points.approved",
            37 => "faults.raised",
            38 => "meter.verification",
            _ => OfLater(number),
        };
    }

    private static string OfLater(int number)
    {
        return number switch
        {
            39 => "faults.hidden",
            40 => "pump.trial",
            41 => "leds.look",
            42 => "meter.valid",
            50 => "supply.line",
            51 => "terminals.tight",
            52 => "earth.resistance",
            53 => "motor.insulation",
            54 => "components.state",
            55 => "pipes.state",
            56 => "pipes.bleed",
            57 => "water.clean",
            58 => "strainer.clean",
            59 => "drain.free",
            60 => "leak.look",
            61 => "valve.stop",
            62 => "pipes.insulation",
            63 => "pump.noise",
            64 => "enclosure.clean",
            65 => "labels.complete",
            70 => "enclosure.state",
            66 => "moving.lubricated",
            67 => "wiring.position",
            68 => "training.done",
            69 => "acceptance.signed",
            _ => "unknown",
        };
    }
}
