using Firmware.Core.Faults;

namespace Firmware.Inspection.Items;

/// <summary>The procedures of the items by number. A new one is a file in this folder, a constant, and a line in the switch.</summary>
public static class Procedure
{
    /// <summary>The technician says good or bad.</summary>
    public const byte Attest = 0;

    /// <summary>The technician enters a value.</summary>
    public const byte EnterValue = 1;

    /// <summary>Not tried, because it is not safe to.</summary>
    public const byte NotSafe = 2;

    /// <summary>Supply with the pump off.</summary>
    public const byte SupplyAtRest = 3;

    /// <summary>Supply with the contactor closed.</summary>
    public const byte SupplyUnderLoad = 4;

    /// <summary>External supply there.</summary>
    public const byte MainsPresent = 5;

    /// <summary>Battery's own voltage.</summary>
    public const byte BatteryVoltage = 6;

    /// <summary>Voltage of the worst phase at the running motor.</summary>
    public const byte PumpVoltage = 7;

    /// <summary>Current of the most loaded phase.</summary>
    public const byte PumpCurrent = 8;

    /// <summary>Closing time of the contactor.</summary>
    public const byte ContactorClose = 9;

    /// <summary>Opening time of the contactor.</summary>
    public const byte ContactorOpen = 10;

    /// <summary>Mirror contact against auxiliary contact.</summary>
    public const byte ContactorMirror = 11;

    /// <summary>Travel of the motor valve to open.</summary>
    public const byte ValveOpen = 12;

    /// <summary>Travel of the motor valve to shut.</summary>
    public const byte ValveShut = 13;

    /// <summary>Pulse meter against RS485 meter over a run.</summary>
    public const byte PulsesPerLitre = 14;

    /// <summary>Errors over 100 reads of the RS485 bus.</summary>
    public const byte BusErrors = 15;

    /// <summary>Door switch toggled.</summary>
    public const byte DoorSwitch = 16;

    /// <summary>Card read.</summary>
    public const byte CardRead = 17;

    /// <summary>LEDs confirmed by eye.</summary>
    public const byte LedsLook = 18;

    /// <summary>Pump stops when told to.</summary>
    public const byte StopPump = 19;

    /// <summary>Pump stops by itself against a closed valve.</summary>
    public const byte DryRunStop = 20;

    /// <summary>Flow at rest over five minutes.</summary>
    public const byte FlowAtRest = 21;

    /// <summary>Flow of the running pump.</summary>
    public const byte FlowRunning = 22;

    /// <summary>No water comes back after a stop.</summary>
    public const byte CheckValve = 23;

    /// <summary>Pressure at rest.</summary>
    public const byte PressureAtRest = 24;

    /// <summary>Pressure of the running pump.</summary>
    public const byte PressureRunning = 25;

    /// <summary>Pressure gauge against the transducer.</summary>
    public const byte PressureGauge = 26;

    /// <summary>Temperature sensor.</summary>
    public const byte Temperature = 27;

    /// <summary>Water over the intake.</summary>
    public const byte WellLevel = 28;

    /// <summary>The unit's clock.</summary>
    public const byte ClockError = 29;

    /// <summary>Signal.</summary>
    public const byte SignalStrength = 30;

    /// <summary>The centre answers.</summary>
    public const byte CentreAnswers = 31;

    /// <summary>Storage takes and gives back.</summary>
    public const byte Storage = 32;

    /// <summary>Self-test.</summary>
    public const byte SelfTest = 33;

    /// <summary>Settings against those approved.</summary>
    public const byte SetPoints = 34;

    /// <summary>Faults that are raised.</summary>
    public const byte FaultsRaised = 35;

    /// <summary>Faults that are on their way.</summary>
    public const byte HiddenFaults = 36;

    /// <summary>Meter against a reference volume.</summary>
    public const byte MeterVerification = 37;

    /// <summary>Trial run, watched by both.</summary>
    public const byte TrialRun = 38;

    /// <summary>Legal verification of the meters still valid.</summary>
    public const byte MeterValid = 39;

    /// <summary>How many there are.</summary>
    public const byte Count = 40;

    /// <summary>One step of a procedure. It ends by judging, or goes on with the next step.</summary>
    public static void Step(byte procedure, ItemRun run)
    {
        switch (procedure)
        {
            case NotSafe: run.NotTested(ItemReason.NotSafe); break;
            case EnterValue: EnterValueItem.Step(run); break;
            case SupplyAtRest: SupplyAtRestItem.Step(run); break;
            case SupplyUnderLoad: SupplyUnderLoadItem.Step(run); break;
            case MainsPresent: run.JudgeReading(Core.Contracts.Signal.MainsPresent, 0); break;
            case BatteryVoltage: BatteryItem.Step(run); break;
            case PumpVoltage: PumpVoltageItem.Step(run); break;
            case PumpCurrent: PumpCurrentItem.Step(run); break;
            case ContactorClose: ContactorItem.StepClose(run); break;
            case ContactorOpen: ContactorItem.StepOpen(run); break;
            case ContactorMirror: ContactorMirrorItem.Step(run); break;
            case ValveOpen: ValveTravelItem.Step(run, true); break;
            case ValveShut: ValveTravelItem.Step(run, false); break;
            default: StepOther(procedure, run); break;
        }
    }

    /// <summary>Moves the pump or water: asks before it begins, and stops at a key, a door or a fault.</summary>
    public static bool Moves(byte procedure)
    {
        return procedure switch
        {
            SupplyUnderLoad => true,
            PumpVoltage => true,
            PumpCurrent => true,
            ContactorClose => true,
            ContactorOpen => true,
            ContactorMirror => true,
            ValveOpen => true,
            ValveShut => true,
            PulsesPerLitre => true,
            StopPump => true,
            DryRunStop => true,
            FlowRunning => true,
            CheckValve => true,
            PressureRunning => true,
            MeterVerification => true,
            TrialRun => true,
            _ => false,
        };
    }

    /// <summary>About how long it takes, s: what a person reckons with before a run. What only asks takes a minute.</summary>
    public static int SecondsOf(byte procedure)
    {
        return procedure switch
        {
            FlowAtRest => 360,
            MeterVerification => 600,
            PulsesPerLitre => 180,
            BusErrors => 100, // twice that after a single error, which is rare
            TrialRun => 120,
            FlowRunning => 75,
            CheckValve => 60,
            ValveOpen => 60,
            ValveShut => 60,
            DryRunStop => 60,
            Attest => 60,
            EnterValue => 60,
            PressureGauge => 60,
            DoorSwitch => 30,
            CardRead => 30,
            LedsLook => 30,
            SetPoints => 30,
            HiddenFaults => 60,
            PressureRunning => 20,
            PumpVoltage => 20,
            PumpCurrent => 20,
            StopPump => 15,
            ContactorClose => 10,
            ContactorOpen => 10,
            ContactorMirror => 10,
            SupplyUnderLoad => 10,
            SelfTest => 10,
            _ => 1,
        };
    }

    /// <summary>Unit of the value that a person enters, where it is not the result's.</summary>
    public static byte EnteredUnit(byte procedure, byte resultUnit) => procedure == MeterVerification ? ItemUnit.Litre : resultUnit;

    /// <summary>The fault says what the procedure itself is about to find: it does not stop it.</summary>
    public static bool Expects(byte procedure, int code)
    {
        return procedure switch
        {
            DryRunStop => code == FaultCode.DryRun,
            ValveOpen => code is FaultCode.ValveDidNotOpen or FaultCode.ValveDidNotClose,
            ValveShut => code is FaultCode.ValveDidNotOpen or FaultCode.ValveDidNotClose,
            ContactorOpen => code == FaultCode.ContactorWelded,
            StopPump => code == FaultCode.ContactorWelded,
            FlowRunning => code == FaultCode.FlowLow,
            PressureRunning => code == FaultCode.PressureLow,
            _ => false,
        };
    }

    private static void StepOther(byte procedure, ItemRun run)
    {
        switch (procedure)
        {
            case PulsesPerLitre: PulsesPerLitreItem.Step(run); break;
            case BusErrors: BusErrorsItem.Step(run); break;
            case DoorSwitch: WorkedContactItem.Step(run, Core.Contracts.Signal.DoorOpen); break;
            case CardRead: WorkedContactItem.Step(run, Core.Contracts.Signal.CardPresent); break;
            case LedsLook: LedsLookItem.Step(run); break;
            case StopPump: StopPumpItem.Step(run); break;
            case DryRunStop: DryRunStopItem.Step(run); break;
            case FlowAtRest: FlowAtRestItem.Step(run); break;
            case FlowRunning: FlowRunningItem.Step(run); break;
            case CheckValve: CheckValveItem.Step(run); break;
            case PressureAtRest: PressureItem.StepAtRest(run); break;
            case PressureRunning: PressureItem.StepRunning(run); break;
            case PressureGauge: PressureGaugeItem.Step(run); break;
            case MeterVerification: MeterVerificationItem.Step(run); break;
            case TrialRun: TrialRunItem.Step(run); break;
            default: StepUnit(procedure, run); break;
        }
    }

    private static void StepUnit(byte procedure, ItemRun run)
    {
        switch (procedure)
        {
            case Temperature: run.JudgeReading(Core.Contracts.Signal.Temperature, 250); break;
            case WellLevel: run.JudgeReading(Core.Contracts.Signal.WellLevel, 10); break;
            case ClockError: ClockErrorItem.Step(run); break;
            case SignalStrength: run.JudgeReading(Core.Contracts.Signal.SignalStrength, 2); break;
            case CentreAnswers: CentreAnswersItem.Step(run); break;
            case Storage: StorageItem.Step(run); break;
            case SelfTest: SelfTestItem.Step(run); break;
            case SetPoints: SetPointsItem.Step(run); break;
            case MeterValid: MeterValidItem.Step(run); break;
            case FaultsRaised: FaultsItem.StepRaised(run); break;
            case HiddenFaults: FaultsItem.StepHidden(run); break;
            default: AttestItem.Step(run); break;
        }
    }
}
