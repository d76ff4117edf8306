using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;

namespace Firmware.Core.Faults;

/// <summary>The checks by number. A new one is a file under Checks/, a constant, and a line in the switch.</summary>
public static class Check
{
    /// <summary>External supply gone.</summary>
    public const byte MainsLost = 1;

    /// <summary>Supply falls under load.</summary>
    public const byte SupplySagging = 2;

    /// <summary>Supply below what the unit needs to act.</summary>
    public const byte SupplyLow = 3;

    /// <summary>Supply above the rated band.</summary>
    public const byte SupplyHigh = 4;

    /// <summary>Battery cannot bridge the declared time.</summary>
    public const byte BatteryLow = 5;

    /// <summary>Mains present, no charge.</summary>
    public const byte BatteryNotCharging = 6;

    /// <summary>Water flows and the pulse meter says nothing.</summary>
    public const byte PulseSilent = 7;

    /// <summary>RS485 meter does not answer.</summary>
    public const byte BusNoReply = 8;

    /// <summary>RS485 answers damaged above a rate.</summary>
    public const byte BusErrors = 9;

    /// <summary>The meter's own status word says fault.</summary>
    public const byte MeterSelfFault = 10;

    /// <summary>The meters differ over a volume.</summary>
    public const byte MetersDisagree = 11;

    /// <summary>Water runs back.</summary>
    public const byte ReverseFlow = 12;

    /// <summary>Flow or total that cannot be.</summary>
    public const byte MeterImplausible = 13;

    /// <summary>Pulses that the meter cannot make.</summary>
    public const byte PulseNoise = 14;

    /// <summary>Another meter answers.</summary>
    public const byte MeterExchanged = 15;

    /// <summary>Commanded on, contact does not close.</summary>
    public const byte PumpDidNotStart = 16;

    /// <summary>Commanded off, never let go.</summary>
    public const byte ContactorWelded = 17;

    /// <summary>Pump runs and no water flows.</summary>
    public const byte DryRun = 18;

    /// <summary>Too many starts in an hour.</summary>
    public const byte StartsTooOften = 19;

    /// <summary>Runs without our command.</summary>
    public const byte HandRun = 20;

    /// <summary>Flow with the pump off.</summary>
    public const byte FlowAtRest = 21;

    /// <summary>Pressure too low for the running pump.</summary>
    public const byte PressureLow = 22;

    /// <summary>Pressure too high for the line.</summary>
    public const byte PressureHigh = 23;

    /// <summary>Transducer out of its range.</summary>
    public const byte PressureSensorOut = 24;

    /// <summary>Door open.</summary>
    public const byte DoorOpen = 25;

    /// <summary>No broker.</summary>
    public const byte LinkLost = 26;

    /// <summary>Broker there, nothing stored.</summary>
    public const byte CentreSilent = 27;

    /// <summary>Broker refuses us.</summary>
    public const byte LinkRefused = 28;

    /// <summary>No trusted clock.</summary>
    public const byte TimeNotSet = 29;

    /// <summary>Clock taken over from far off.</summary>
    public const byte TimeJumped = 30;

    /// <summary>Writes fail.</summary>
    public const byte StorageFailing = 31;

    /// <summary>Outbox fills.</summary>
    public const byte StorageNearlyFull = 32;

    /// <summary>Settings not usable.</summary>
    public const byte SettingsInvalid = 33;

    /// <summary>A record could not be read back.</summary>
    public const byte RecordDamaged = 34;

    /// <summary>A worker hung.</summary>
    public const byte WorkerStalled = 35;

    /// <summary>An inspection that was due has not been carried out.</summary>
    public const byte InspectionOverdue = 36;

    /// <summary>A visit was not ended by whoever made it.</summary>
    public const byte VisitLeftOpen = 37;

    /// <summary>A module came back after two repairs.</summary>
    public const byte ReplaceUnit = 38;

    /// <summary>Crashes above a rate.</summary>
    public const byte UnitRestarts = 39;

    /// <summary>A loop of bad starts was stopped.</summary>
    public const byte SafeMode = 40;

    /// <summary>An item of the self-test failed.</summary>
    public const byte SelfTestFailed = 41;

    /// <summary>Flow below the site's learned band.</summary>
    public const byte FlowLow = 42;

    /// <summary>Flow above the site's learned band.</summary>
    public const byte FlowHigh = 43;

    /// <summary>The line lets less and less through.</summary>
    public const byte StrainerClogging = 44;

    /// <summary>Energy of a cubic metre off what was learned.</summary>
    public const byte EnergyPerVolume = 45;

    /// <summary>Valve does not reach its open end switch.</summary>
    public const byte ValveDidNotOpen = 46;

    /// <summary>Valve does not reach its shut end switch.</summary>
    public const byte ValveDidNotClose = 47;

    /// <summary>Motor draws more than its rated power.</summary>
    public const byte PumpOverload = 48;

    /// <summary>A phase without voltage or current.</summary>
    public const byte PhaseLost = 49;

    /// <summary>Power meter does not answer.</summary>
    public const byte PowerNoReply = 50;

    /// <summary>Float in the chamber is up.</summary>
    public const byte ChamberFlooded = 51;

    /// <summary>Little water over the intake.</summary>
    public const byte WellLevelLow = 52;

    /// <summary>Door open without a known technician.</summary>
    public const byte Tamper = 53;

    /// <summary>Card reader does not answer.</summary>
    public const byte CardReaderOut = 54;

    /// <summary>Runs on auto without command and card.</summary>
    public const byte RunUnauthorised = 55;

    /// <summary>Weak signal.</summary>
    public const byte LinkWeak = 56;

    /// <summary>Account or certificate ends soon.</summary>
    public const byte CredentialExpiring = 57;

    /// <summary>Write budget exceeded.</summary>
    public const byte StorageWear = 58;

    /// <summary>Little free memory.</summary>
    public const byte MemoryLow = 59;

    /// <summary>Scans come late.</summary>
    public const byte TickOverrun = 60;

    /// <summary>Enclosure too hot.</summary>
    public const byte TooHot = 61;

    /// <summary>Judged by the service centre alone (610): here it is never tested.</summary>
    public const byte CentreOnly = 62;

    /// <summary>An alarm that nobody answered in its time.</summary>
    public const byte ServiceUnanswered = 63;

    /// <summary>The false reading of the weekly drill.</summary>
    public const byte Drill = 64;

    /// <summary>The last drill of the alarm path was not stored in its time.</summary>
    public const byte DrillFailed = 65;

    /// <summary>An auxiliary or mirror contact contradicts the other, or the motor and the water.</summary>
    public const byte PumpFeedback = 66;

    /// <summary>Runs a check. <paramref name="raised"/> is whether its fault is raised now: a check with a deadband needs it.</summary>
    public static CheckOutcome Judge(byte check, SiteView site, bool raised)
    {
        return check switch
        {
            MainsLost => MainsLostCheck.Judge(site),
            SupplySagging => SupplySaggingCheck.Judge(site),
            SupplyLow => SupplyLowCheck.Judge(site, raised),
            SupplyHigh => SupplyHighCheck.Judge(site, raised),
            BatteryLow => BatteryLowCheck.Judge(site),
            BatteryNotCharging => BatteryNotChargingCheck.Judge(site),
            PulseSilent => PulseSilentCheck.Judge(site),
            BusNoReply => BusNoReplyCheck.Judge(site),
            BusErrors => BusErrorsCheck.Judge(site, raised),
            MeterSelfFault => MeterSelfFaultCheck.Judge(site),
            MetersDisagree => MetersDisagreeCheck.Judge(site),
            ReverseFlow => ReverseFlowCheck.Judge(site),
            MeterImplausible => MeterImplausibleCheck.Judge(site),
            PulseNoise => PulseNoiseCheck.Judge(site),
            MeterExchanged => MeterExchangedCheck.Judge(site),
            PumpDidNotStart => PumpDidNotStartCheck.Judge(site),
            ContactorWelded => ContactorWeldedCheck.Judge(site),
            DryRun => DryRunCheck.Judge(site),
            StartsTooOften => StartsTooOftenCheck.Judge(site),
            HandRun => HandRunCheck.Judge(site),
            PumpFeedback => PumpFeedbackCheck.Judge(site),
            FlowAtRest => FlowAtRestCheck.Judge(site),
            PressureLow => PressureLowCheck.Judge(site),
            PressureHigh => PressureHighCheck.Judge(site, raised),
            PressureSensorOut => PressureSensorOutCheck.Judge(site),
            DoorOpen => DoorOpenCheck.Judge(site),
            LinkLost => UnitChecks.LinkLost(site),
            CentreSilent => UnitChecks.CentreSilent(site),
            LinkRefused => UnitChecks.LinkRefused(site),
            TimeNotSet => UnitChecks.TimeNotSet(site),
            TimeJumped => UnitChecks.TimeJumped(site),
            StorageFailing => UnitChecks.StorageFailing(site),
            StorageNearlyFull => UnitChecks.StorageNearlyFull(site, raised),
            SettingsInvalid => UnitChecks.SettingsInvalid(site),
            RecordDamaged => UnitChecks.RecordDamaged(site),
            WorkerStalled => UnitChecks.WorkerStalled(site),
            InspectionOverdue => ServiceChecks.InspectionOverdue(site),
            VisitLeftOpen => ServiceChecks.VisitLeftOpen(site),
            ReplaceUnit => ServiceChecks.ReplaceUnit(site),
            UnitRestarts => UnitChecks.UnitRestarts(site),
            SafeMode => UnitChecks.SafeMode(site),
            SelfTestFailed => UnitChecks.SelfTestFailed(site),
            FlowLow => BandChecks.FlowLow(site),
            FlowHigh => BandChecks.FlowHigh(site),
            StrainerClogging => BandChecks.StrainerClogging(site),
            EnergyPerVolume => BandChecks.EnergyPerVolume(site),
            ValveDidNotOpen => ValveChecks.DidNotOpen(site),
            ValveDidNotClose => ValveChecks.DidNotClose(site),
            PumpOverload => PowerChecks.Overload(site),
            PhaseLost => PowerChecks.PhaseLost(site),
            PowerNoReply => PowerChecks.NoReply(site),
            ChamberFlooded => SiteChecks.ChamberFlooded(site),
            WellLevelLow => SiteChecks.WellLevelLow(site, raised),
            Tamper => AccessChecks.Tamper(site),
            CardReaderOut => AccessChecks.CardReaderOut(site),
            RunUnauthorised => AccessChecks.RunUnauthorised(site),
            LinkWeak => UnitLimits.LinkWeak(site, raised),
            CredentialExpiring => UnitLimits.CredentialExpiring(site),
            StorageWear => UnitLimits.StorageWear(site),
            MemoryLow => UnitLimits.MemoryLow(site, raised),
            TickOverrun => UnitLimits.TickOverrun(site),
            TooHot => SiteChecks.TooHot(site, raised),
            CentreOnly => CheckOutcome.NotTested,
            ServiceUnanswered => ServiceChecks.Unanswered(site),
            Drill => ServiceChecks.Drill(site),
            DrillFailed => ServiceChecks.DrillFailed(site),
            _ => CheckOutcome.NotTested,
        };
    }

    /// <summary>True where a failing check is of its row's worse level.</summary>
    public static bool IsWorse(byte check, SiteView site)
    {
        return check switch
        {
            PulseSilent => PulseSilentCheck.IsWorse(site),
            BusNoReply => BusNoReplyCheck.IsWorse(site),
            DryRun => DryRunCheck.IsWorse(site),
            ValveDidNotOpen => ValveChecks.IsKeptFromOpening(site),
            ValveDidNotClose => ValveChecks.IsKeptFromShutting(site),
            WorkerStalled => site.Readings.ValueOf(Signal.RestartsPerDay) >= UnitChecks.StallsPerDay,
            SelfTestFailed => UnitChecks.IsMoreThanTheClockChip(site),
            _ => false,
        };
    }
}
