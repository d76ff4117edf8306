namespace Firmware.Core.Faults;

/// <summary>
/// The dotted names of the faults, as on the wire: never reused or renamed. A literal of a switch stands in the image and costs 12 B while it is used; a column of
/// references would cost 1.5 KB for ever.
/// </summary>
public static class FaultNames
{
    /// <summary>Name of a code; empty for one that is none.</summary>
    public static string Of(int code)
    {
        return code switch
        {
            101 => "power.mains-lost",
            102 => "power.supply-sagging",
            103 => "power.supply-low",
            104 => "power.supply-high",
            105 => "power.battery-low",
            106 => "power.battery-not-charging",
            201 => "meter.pulse-silent",
            202 => "meter.bus-no-reply",
            203 => "meter.bus-errors",
            204 => "meter.self-fault",
            205 => "meter.disagree",
            206 => "meter.reverse-flow",
            207 => "meter.implausible",
            208 => "meter.pulse-noise",
            209 => "meter.energy-per-volume",
            210 => "meter.exchanged",
            301 => "pump.did-not-start",
            302 => "pump.contactor-welded",
            303 => "valve.did-not-open",
            304 => "valve.did-not-close",
            305 => "pump.dry-run",
            306 => "pump.overload",
            307 => "pump.starts-too-often",
            308 => "pump.phase-lost",
            309 => "pump.hand-run",
            310 => "power.meter-no-reply",
            311 => "pump.contact-contradicted",
            401 => "water.flow-at-rest",
            402 => "water.flow-low",
            403 => "water.flow-high",
            404 => "water.pressure-low",
            405 => "water.pressure-high",
            406 => "water.chamber-flooded",
            407 => "water.strainer-clogging",
            408 => "water.sensor-out",
            409 => "water.well-level-low",
            501 => "access.door-open",
            502 => "access.tamper",
            503 => "access.card-reader-out",
            504 => "access.run-unauthorised",
            601 => "link.lost",
            602 => "link.centre-silent",
            603 => "link.refused",
            604 => "link.weak",
            605 => "link.credential-expiring",
            606 => "time.not-set",
            607 => "time.jumped",
            610 => "unit.silent",
            801 => "service.inspection-overdue",
            802 => "service.unanswered",
            803 => "service.replace-unit",
            804 => "service.visit-left-open",
            805 => "service.drill-failed",
            701 => "storage.failing",
            702 => "storage.nearly-full",
            703 => "config.invalid",
            704 => "storage.record-damaged",
            705 => "storage.wear",
            901 => "unit.restarts",
            902 => "unit.safe-mode",
            903 => "unit.memory-low",
            904 => "unit.worker-stalled",
            905 => "unit.tick-overrun",
            906 => "unit.self-test-failed",
            907 => "unit.too-hot",
            _ => "",
        };
    }
}
