using System.Collections.Generic;
using System.Linq;
using Core.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using static Checklist.Tests.Side;
using static Firmware.Inspection.Items.ItemReason;
using static Firmware.Inspection.Items.ItemResult;

namespace Checklist.Tests;

/// <summary>The changes, three or more an item. The limits are those of the reference site (tools/SiteSimulator, README) as its commissioner sets them.</summary>
internal static class SiteRows
{
    /// <summary>Items that a person looks at.</summary>
    private static readonly int[] _attested = [50, 51, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Row> All { get; } = [.. Power(), .. Pump(), .. Valves(), .. Water(), .. Meters(), .. UnitItself(), .. Technician()];

    private static IEnumerable<Row> Power()
    {
        yield return new(1, Inside, "terminal of 12.5 Ω in the lead", Pass) { Happens = at => at.Site.Inject("supply-sag", 12.5) };
        yield return new(1, Outside, "terminal of 16.5 Ω in the lead", Fail) { Happens = at => at.Site.Inject("supply-sag", 16.5) };
        yield return new(1, Inside, "charger at 14.8 V", Pass) { Happens = at => at.Site.Inject("supply-high", 14.85) };
        yield return new(1, Outside, "charger at 15.3 V", Fail) { Happens = at => at.Site.Inject("supply-high", 15.3) };
        yield return new(1, Silent, "sense wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("supply-sense-cut") };

        yield return new(2, Inside, "terminal of 2.5 Ω in the lead", Pass) { Happens = at => at.Site.Inject("supply-sag", 2.5) };
        yield return new(2, Outside, "terminal of 3.3 Ω in the lead", Fail) { Happens = at => at.Site.Inject("supply-sag", 3.3) };
        yield return new(2, Silent, "sense wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("supply-sense-cut") };

        yield return new(3, Inside, "grid there", Pass);
        yield return new(3, Outside, "grid gone", Fail) { Happens = at => at.Site.Inject("mains-lost") };
        yield return new(3, Silent, "relay's wire cut", Fail) { Happens = at => at.Site.Inject("mains-relay-cut") };

        yield return new(4, Inside, "half a charge, no grid", Pass) { Built = site => site.Set("batteryStartChargeFraction", 0.5), Happens = at => at.Site.Inject("mains-lost") };
        yield return new(4, Outside, "a third of the charge, no grid", Fail) { Built = site => site.Set("batteryStartChargeFraction", 0.3), Happens = at => at.Site.Inject("mains-lost") };
        yield return new(4, Silent, "full battery, charger on", NotTested, NothingToCompare);
        yield return new(4, Silent, "sense wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("battery-sense-cut") };

        yield return new(5, Inside, "grid 7 % low", Pass) { Happens = at => at.Site.Inject("mains-sagging", 0.07) };
        yield return new(5, Outside, "grid 13 % low", Fail) { Happens = at => at.Site.Inject("mains-sagging", 0.13) };
        yield return new(5, Silent, "power meter dead", NotTested, NoReading) { Happens = at => at.Site.Inject("power-meter-dead") };

        yield return new(6, Inside, "impeller rubs, 5 % more load", Pass) { Happens = at => at.Site.Inject("impeller-rubbing", 0.05) };
        yield return new(6, Outside, "impeller rubs, a quarter more load", Fail) { Happens = at => at.Site.Inject("impeller-rubbing", 0.25) };
        yield return new(6, Silent, "power meter dead", NotTested, NoReading) { Happens = at => at.Site.Inject("power-meter-dead") };
    }

    private static IEnumerable<Row> Pump()
    {
        yield return new(8, Inside, "closes in 70 ms", Pass) { Built = site => site.Set("contactorPullInMilliseconds", 70) };
        yield return new(8, Outside, "closes in 120 ms", Fail) { Built = site => site.Set("contactorPullInMilliseconds", 120) };
        yield return new(8, Silent, "coil's wire cut", Fail) { Happens = at => at.Site.Inject("coil-wire-cut") };
        yield return new(8, Silent, "no auxiliary contact", NotFitted) { NoContact = true };

        yield return new(9, Inside, "opens in 70 ms", Pass) { Built = site => site.Set("contactorDropOutMilliseconds", 70) };
        yield return new(9, Outside, "opens in 120 ms", Fail) { Built = site => site.Set("contactorDropOutMilliseconds", 120) };
        yield return new(9, Outside, "contacts weld", Fail) { Happens = at => at.Site.Inject("welded-contactor") };
        yield return new(9, Silent, "coil's wire cut", NotTested, StoppedByFault) { Happens = at => at.Site.Inject("coil-wire-cut") };

        yield return new(10, Inside, "both contacts sound", Pass);
        yield return new(10, Outside, "mirror contact's wire cut", Fail) { Happens = at => at.Site.Inject("mirror-contact-cut") };
        yield return new(10, Silent, "auxiliary contact's wire cut", Fail) { Happens = at => at.Site.Inject("aux-contact-cut") };

        yield return new(18, Inside, "lets go in 0.9 s", Pass) { Built = site => site.Set("contactorDropOutMilliseconds", 900) };
        yield return new(18, Outside, "contacts weld", Fail) { Happens = at => at.Site.Inject("welded-contactor") };
        yield return new(18, Silent, "auxiliary contact's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("aux-contact-cut") };

        yield return new(19, Inside, "hand valve shut", Pass) { Technician = Person.ClosesValve };
        yield return new(19, Outside, "hand valve open all the same", Fail);
        yield return new(19, Silent, "coil's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("coil-wire-cut"), Technician = Person.ClosesValve };

        yield return new(19, Silent, "nobody shuts the hand valve", NotTested, TimedOut) { Technician = Person.GoesAway };

        foreach (int protection in new[] { 20, 21, 22 })
        {
            yield return new(protection, Inside, "sound site", NotTested, NotSafe);
            yield return new(protection, Outside, "loose terminal in the lead", NotTested, NotSafe) { Happens = at => at.Site.Inject("supply-sag", 3.3) };
            yield return new(protection, Silent, "power meter dead", NotTested, NotSafe) { Happens = at => at.Site.Inject("power-meter-dead") };
        }

        yield return new(40, Inside, "runs, and looks good", Pass);
        yield return new(40, Outside, "runs, and looks bad", Fail) { Technician = Person.Strict };
        yield return new(40, Silent, "runs, and nobody looks", NotTested, TimedOut) { Technician = Person.GoesAway };
        yield return new(40, Silent, "coil's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("coil-wire-cut") };
    }

    private static IEnumerable<Row> Valves()
    {
        foreach ((int item, string way) in new[] { (11, "open"), (12, "shut") })
        {
            yield return new(item, Inside, $"55 s to {way}", Pass) { Told = AMinute, Built = site => Fit(site, 55) };
            yield return new(item, Silent, "end switches' wires cut", NotTested, NoReading) { Built = site => Fit(site, 15), Happens = at => at.Site.Inject("valve-switches-cut") };
            yield return new(item, Silent, "no motor valve", NotFitted);
        }

        yield return new(11, Outside, "64 s to open", Fail) { Told = AMinute, Built = site => Fit(site, 64) };
        yield return new(12, Outside, "a stone falls in behind the open valve", Fail) { Built = site => Fit(site, 15), Technician = Person.DropsAStone };

        yield return new(25, Inside, "a gap of a hundredth", Pass) { Happens = at => at.Site.Inject("check-valve-stuck", 0.01) };
        yield return new(25, Outside, "a gap of a third", Fail) { Happens = at => at.Site.Inject("check-valve-stuck", 0.3) };
        yield return new(25, Outside, "the technician hears water run back", Fail) { Technician = Person.Strict };
        yield return new(25, Silent, "nobody listens at the valve", NotTested, TimedOut) { Technician = Person.GoesAway };
        yield return new(25, Silent, "RS485 pair cut", NotTested, NoReading) { Happens = at => at.Site.Inject("rs485-cut") };
    }

    private static IEnumerable<Row> Water()
    {
        yield return new(23, Inside, "leak of 0.3 m³/h", Pass) { Happens = at => at.Site.Inject("leak-at-rest", 0.3) };
        yield return new(23, Outside, "leak of 0.9 m³/h", Fail) { Happens = at => at.Site.Inject("leak-at-rest", 0.9) };
        yield return new(23, Silent, "no pulse meter, RS485 pair cut", NotTested, NoReading) { Told = settings => settings.HasPulseMeter = false, Happens = at => at.Site.Inject("rs485-cut") };

        yield return new(24, Inside, "pump worn to a half", Pass) { Happens = at => at.Site.Inject("pump-worn", 0.48) };
        yield return new(24, Outside, "pump worn by 60 %", Fail) { Happens = at => at.Site.Inject("pump-worn", 0.6) };
        yield return new(24, Silent, "no pulse meter, RS485 pair cut", NotTested, NoReading) { Told = settings => settings.HasPulseMeter = false, Happens = at => at.Site.Inject("rs485-cut") };

        yield return new(26, Inside, "line stands at 3 bar", Pass) { Built = site => site.Set("outletHoldingBar", 3) };
        yield return new(26, Outside, "line stands at 6 bar", Fail) { Built = site => site.Set("outletHoldingBar", 6) };
        yield return new(26, Silent, "transducer's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("pressure-wire-cut") };

        yield return new(27, Inside, "outlet throttled to 0.6", Pass) { Happens = at => at.Site.Inject("outlet-throttled", 0.6) };
        yield return new(27, Outside, "pipe burst", Fail) { Happens = at => at.Site.Inject("pipe-burst", 0.9) };
        yield return new(27, Silent, "transducer's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("pressure-wire-cut") };

        yield return new(28, Inside, "gauge shows 0.15 bar more", Pass) { Technician = Gauge(15) };
        yield return new(28, Outside, "gauge shows 0.45 bar more", Fail) { Technician = Gauge(45) };
        yield return new(28, Silent, "nobody reads the gauge", NotTested, TimedOut) { Technician = Person.Absent };
        yield return new(28, Silent, "transducer's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("pressure-wire-cut") };

        yield return new(29, Inside, "68 °C in the enclosure", Pass) { Built = site => Heat(site, 70.4) };
        yield return new(29, Outside, "72 °C in the enclosure", Fail) { Built = site => Heat(site, 75) };
        yield return new(29, Silent, "sensor dead", NotTested, NoReading) { Happens = at => at.Site.Inject("temperature-sensor-dead") };

        yield return new(30, Inside, "water table 3.8 m lower", Pass) { Built = site => site.Set("wellStaticDepthMetres", 15.8) };
        yield return new(30, Outside, "water table 4.3 m lower", Fail) { Built = site => site.Set("wellStaticDepthMetres", 16.3) };
        yield return new(30, Silent, "transducer's wire cut", NotTested, NoReading) { Happens = at => at.Site.Inject("level-wire-cut") };
    }

    private static IEnumerable<Row> Meters()
    {
        yield return new(14, Inside, "turbine counts 2 % too little", Pass) { Happens = at => at.Site.Inject("pulse-meter-worn", 0.98) };
        yield return new(14, Outside, "pulse weight off by 5 %", Fail) { Happens = at => at.Site.Inject("pulse-head-exchanged", 0.95) };
        yield return new(14, Silent, "RS485 pair cut", NotTested, NoReading) { Happens = at => at.Site.Inject("rs485-cut") };

        yield return new(38, Inside, "turbine counts 2.5 % too little", Pass) { Happens = at => at.Site.Inject("pulse-meter-worn", 0.975), Technician = Person.Fills(150) };
        yield return new(38, Outside, "turbine counts 6 % too little", Fail) { Happens = at => at.Site.Inject("pulse-meter-worn", 0.94), Technician = Person.Fills(150) };
        yield return new(38, Silent, "nobody enters the volume", NotTested, TimedOut) { Technician = Person.GoesAway };
        yield return new(38, Silent, "a vessel of 0.9 m³ for pulses of 10 L", NotTested, VolumeTooSmall) { Technician = Person.Fills(60) };
        yield return new(38, Inside, "no pulse meter, RS485 meter sound", Pass) { Told = settings => settings.HasPulseMeter = false, Technician = Person.Fills(150) };
        yield return new(38, Silent, "no pulse meter, RS485 pair cut", NotTested, NoReading) { Told = settings => settings.HasPulseMeter = false, Happens = at => at.Site.Inject("rs485-cut") };

        yield return new(42, Inside, "seal valid to the end of today", Pass) { Happens = at => Fitted(at, 20260921) };
        yield return new(42, Outside, "seal ended yesterday", Fail) { Happens = at => Fitted(at, 20260920) };
        yield return new(42, Silent, "no seal noted", NotTested, NothingToCompare);
        yield return new(42, Silent, "the seal of one of two meters noted", NotTested, NothingToCompare) { Happens = at => Fitted(at, MeterBook.Bus, 20280921) };
        yield return new(42, Silent, "no time source ever", NotTested, NothingToCompare) { ClockUnset = true, Happens = at => Fitted(at, 20260921) };

        yield return new(15, Inside, "a sound pair", Pass);
        yield return new(15, Inside, "one read of a hundred fails, then none", Pass) { Technician = Person.KnocksTheLead((0, 30)) };
        yield return new(15, Inside, "one read of a hundred fails, then another one", Pass) { Technician = Person.KnocksTheLead((0, 30), (1, 50)) };
        yield return new(15, Outside, "one read of a hundred fails, then two", Fail) { Technician = Person.KnocksTheLead((0, 30), (1, 20), (1, 60)) };
        yield return new(15, Outside, "two reads of a hundred fail", Fail) { Technician = Person.KnocksTheLead((0, 30), (0, 60)) };
        yield return new(15, Outside, "3 % damaged frames", Fail) { Happens = at => at.Site.Inject("rs485-noise", 0.0012) };
        yield return new(15, Silent, "RS485 pair cut", Fail) { Happens = at => at.Site.Inject("rs485-cut") };
    }

    private static IEnumerable<Row> UnitItself()
    {
        yield return new(16, Inside, "door moved", Pass);
        yield return new(16, Outside, "door switch stuck", Fail) { Happens = at => at.Site.Inject("door-opened") };
        yield return new(16, Silent, "nobody moves the door", NotTested, TimedOut) { Technician = Person.Absent };

        yield return new(16, Silent, "switch stuck, and the technician does not say that he moved the door", NotTested, TimedOut) { Happens = at => at.Site.Inject("door-opened"), Technician = Person.Silent };

        yield return new(17, Inside, "card held to the reader", Pass);
        yield return new(17, Outside, "reader's coil broken", Fail) { Happens = at => at.Site.Inject("card-reader-blind") };
        yield return new(17, Silent, "reader dead", NotTested, NoReading) { Happens = at => at.Site.Inject("card-reader-dead") };
        yield return new(17, Silent, "nobody holds a card", NotTested, TimedOut) { Technician = Person.Absent };

        yield return new(31, Inside, "network's time 3 s ahead", Pass) { Happens = at => at.ShiftPlatformClock(3) };
        yield return new(31, Outside, "network's time 90 s ahead", Fail) { Happens = at => at.ShiftPlatformClock(90) };
        yield return new(31, Silent, "no time source ever", NotTested, NothingToCompare) { ClockUnset = true };

        yield return new(32, Inside, "9 dB lost", Pass) { Happens = at => at.Site.Inject("weak-signal", 9) };
        yield return new(32, Outside, "19 dB lost", Fail) { Happens = at => at.Site.Inject("weak-signal", 19) };
        yield return new(32, Silent, "no network", NotTested, NoReading) { Happens = at => at.Link.Reach = LinkReach.None };

        yield return new(33, Inside, "centre answers", Pass);
        yield return new(33, Outside, "broker there, centre silent", Fail) { Happens = Silence };
        yield return new(33, Silent, "no network", Fail) { Happens = at => at.Link.Reach = LinkReach.None };

        yield return new(34, Inside, "flash sound", Pass);
        yield return new(34, Outside, "flash refuses an alarm", Fail) { Happens = RefuseWrites };
        yield return new(34, Silent, "a page of the flash is torn", Fail) { Stored = () => TornStore() };

        yield return new(35, Inside, "all parts sound", Pass);
        yield return new(35, Outside, "flash refuses", Fail) { Happens = RefuseWrites };
        yield return new(35, Silent, "flash gives nothing back", Fail) { Happens = at => at.Storage.FailReads = true };

        yield return new(36, Inside, "settings as accepted", Pass);
        yield return new(36, Outside, "another pulse weight than accepted", Fail) { Stored = AcceptedStore, Told = settings => settings.PulseMillilitres = 1000 };
        yield return new(36, Silent, "never accepted", NotTested, NothingToCompare) { NeverAccepted = true };

        yield return new(37, Inside, "nothing raised", Pass);
        yield return new(37, Inside, "nothing raised but that the inspection is overdue (801)", Pass) { Happens = Overdue };
        yield return new(37, Outside, "transducer's wire cut", Fail) { Happens = at => Wait(at, "pressure-wire-cut", 120) };

        yield return new(37, Silent, "RS485 pair cut", Fail) { Happens = at => Wait(at, "rs485-cut", 120) };

        yield return new(39, Inside, "nothing on its way, and the technician finds nothing", Pass);
        yield return new(39, Outside, "transducer's wire cut a moment ago", Fail) { Happens = at => Wait(at, "pressure-wire-cut", 3) };
        yield return new(39, Outside, "the technician finds something", Fail) { Technician = Person.Strict };
        yield return new(39, Silent, "nobody looks", NotTested, TimedOut) { Technician = Person.Absent };

        yield return new(41, Inside, "both LEDs blink", Pass);
        yield return new(41, Outside, "one stays dark", Fail) { Technician = Person.Strict };
        yield return new(41, Silent, "nobody looks", NotTested, TimedOut) { Technician = Person.Absent };
    }

    private static IEnumerable<Row> Technician()
    {
        yield return new(52, Inside, "4.000 Ω", Pass) { Technician = Person.Enters(4000) };
        yield return new(52, Outside, "4.001 Ω", Fail) { Technician = Person.Enters(4001) };
        yield return new(52, Silent, "nobody measures", NotTested, TimedOut) { Technician = Person.Absent };
        yield return new(53, Inside, "500 kΩ", Pass) { Technician = Person.Enters(500) };
        yield return new(53, Outside, "499 kΩ", Fail) { Technician = Person.Enters(499) };
        yield return new(53, Silent, "nobody measures", NotTested, TimedOut) { Technician = Person.Absent };
        foreach (int item in _attested)
        {
            yield return new(item, Inside, "found good", Pass);
            yield return new(item, Outside, "found bad", Fail) { Technician = Person.Strict };
            yield return new(item, Silent, "nobody looks", NotTested, TimedOut) { Technician = Person.Absent };
        }
    }

    /// <summary>The technician notes the seals of both meters, that of the pulse meter for longer.</summary>
    private static void Fitted(SiteUnit at, int validUntil)
    {
        Fitted(at, MeterBook.Bus, validUntil);
        Fitted(at, MeterBook.Pulse, 20330101);
    }

    private static void Fitted(SiteUnit at, int meter, int validUntil)
    {
        at.Run.Meters.Fit(meter, [.. "26010117"u8], 0, 8, 0, SiteUnit.Technician, SiteUnit.Unix);
        at.Run.Meters.Seal(meter, [.. "QF-1"u8], 0, 4, validUntil);
    }

    private static void Fit(Tools.SiteSimulator.ParameterSet site, double seconds)
    {
        site.Set("valveFitted", 1);
        site.Set("valveTravelSeconds", seconds);
    }

    /// <summary>The valve's plate says that it travels for a minute at most.</summary>
    private static void AMinute(Firmware.Core.Contracts.Settings settings) => settings.ValveTravelSeconds = 60;

    private static void Heat(Tools.SiteSimulator.ParameterSet site, double celsius)
    {
        site.Set("ambientCelsius", 50);
        site.Set("ownHeatKelvin", celsius - 50);
        site.Set("sunHeatKelvin", 0);
    }

    private static System.Action<SiteUnit> Gauge(int more) => at => Person.Enters((int)(at.Site.Pipeline.PressureBar * 100) + more)(at);

    private static void Silence(SiteUnit at)
    {
        at.CentreAnswers = false;
        at.Link.Connect();
    }

    /// <summary>An alarm is to be kept, and the flash does not take it.</summary>
    private static void RefuseWrites(SiteUnit at)
    {
        at.Storage.RefuseWrites = int.MaxValue;
        Wait(at, "pressure-wire-cut", 60);
    }

    /// <summary>What a unit left on the flash that was accepted with the reference site's settings.</summary>
    private static MemoryStorage AcceptedStore()
    {
        SiteUnit unit = new SiteUnit().Settle();
        unit.Seconds(10);
        return unit.Storage;
    }

    private static MemoryStorage TornStore()
    {
        MemoryStorage storage = AcceptedStore();
        storage.Tear(Firmware.Records.Slots.Inspection, 20);
        return storage;
    }

    /// <summary>The patrol's day has passed by two days: fault 801 is raised when the technician begins.</summary>
    private static void Overdue(SiteUnit at)
    {
        at.Unit.Inspector.Schedule.Want(Firmware.Inspection.Planning.Plan.Patrol, -2);
        at.Seconds(120);
        Assert.IsTrue(at.Unit.Site.Monitors.IsRaised(at.Unit.Site.Catalogue.RowOf(801)), "801 is raised");
    }

    private static void Wait(SiteUnit at, string fault, double seconds)
    {
        at.Site.Inject(fault);
        at.Seconds(seconds);
    }
}
