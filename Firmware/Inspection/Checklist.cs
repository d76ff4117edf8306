using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Firmware.Inspection;

/// <summary>
/// The checklist: one row an item, from the service contracts (§4; the letters name the contract). Held as columns like the faults, 14 B a row. An item's number and name are never reused; what
/// it is called for people and how it is carried out stands in the texts.
/// </summary>
public sealed class Checklist
{
    /// <summary>Rows that fit: the columns are made once, and a run with all of them fits its slot (<see cref="RunRecord.MaxBytes"/>).</summary>
    public const int MaxRows = 70;

    /// <summary>A value is never too small.</summary>
    public const int NoLow = int.MinValue;

    /// <summary>A value is never too great.</summary>
    public const int NoHigh = int.MaxValue;

    private const int LeastContactorMicroseconds = 2000;
    private const int LeastTravelMilliseconds = 1000;

    private const int Patrol = 1 << Plan.Patrol;
    private const int Maintenance = 1 << Plan.Maintenance;
    private const int Opening = 1 << Plan.Opening;
    private const int Shutdown = 1 << Plan.Shutdown;
    private const int Commissioning = 1 << Plan.Commissioning;
    private const int AfterRepair = 1 << Plan.AfterRepair;
    private const int Regular = Patrol | Maintenance | Opening;

    /// <summary>Functional test at the installation (A), and full check before leaving.</summary>
    private const int Full = Regular | Commissioning | AfterRepair;

    private readonly byte[] _number = new byte[MaxRows];
    private readonly byte[] _kind = new byte[MaxRows];
    private readonly byte[] _who = new byte[MaxRows];
    private readonly byte[] _plans = new byte[MaxRows];
    private readonly byte[] _procedure = new byte[MaxRows];
    private readonly byte[] _unit = new byte[MaxRows];
    private readonly int[] _low = new int[MaxRows];
    private readonly int[] _high = new int[MaxRows];

    /// <summary>The checklist of a site.</summary>
    public Checklist(Settings settings)
    {
        AddPower(settings);
        AddPump(settings);
        AddWater(settings);
        AddMeters(settings);
        AddUnit();
        AddTechnician();
    }

    /// <summary>Rows in use.</summary>
    public int Count { get; private set; }

    /// <summary>Number of an item, 1–255.</summary>
    public int Number(int row) => _number[row];

    /// <summary>What is done.</summary>
    public ItemKind Kind(int row) => (ItemKind)_kind[row];

    /// <summary>Who answers for it.</summary>
    public ItemWho Who(int row) => (ItemWho)_who[row];

    /// <summary>Plans that it stands in, a bit each.</summary>
    public int Plans(int row) => _plans[row];

    /// <summary>How it is carried out.</summary>
    public byte ProcedureOf(int row) => _procedure[row];

    /// <summary>Unit of its value.</summary>
    public byte Unit(int row) => _unit[row];

    /// <summary>Least value that passes.</summary>
    public int Low(int row) => _low[row];

    /// <summary>Greatest value that passes.</summary>
    public int High(int row) => _high[row];

    /// <summary>What protects the pump (18, 19), and wiring, training and acceptance of an installation (67–69): without them it is not taken into use.</summary>
    public bool MustPass(int row) => _procedure[row] is Procedure.StopPump or Procedure.DryRunStop || (_number[row] >= 67 && _number[row] <= 69);

    /// <summary>The row of a number, −1 where there is none.</summary>
    public int RowOf(int number)
    {
        for (int row = 0; row < Count; row++)
        {
            if (_number[row] == number)
            {
                return row;
            }
        }

        return -1;
    }

    private void AddPower(Settings s)
    {
        // "External supply in range; running voltage and current in rated range; supply line."
        Add(1, ItemKind.Checking, ItemWho.Unit, Full, Procedure.SupplyAtRest, ItemUnit.Millivolt, s.SupplySagMillivolts, s.SupplyHighMillivolts);
        Add(2, ItemKind.Checking, ItemWho.Unit, Full, Procedure.SupplyUnderLoad, ItemUnit.Millivolt, s.SupplySagMillivolts, s.SupplyHighMillivolts);
        Add(3, ItemKind.Checking, ItemWho.Unit, Full, Procedure.MainsPresent, ItemUnit.One, 1, 1);
        Add(4, ItemKind.Checking, ItemWho.Unit, Full, Procedure.BatteryVoltage, ItemUnit.Millivolt, s.BatteryLowMillivolts, s.SupplyHighMillivolts);

        // GB/T 12325: single-phase supply voltage +7 % and −10 %.
        Add(5, ItemKind.Checking, ItemWho.Unit, Full, Procedure.PumpVoltage, ItemUnit.Millivolt, s.RatedPhaseVolts * 900, s.RatedPhaseVolts * 1070);

        // Rated current at a power factor of 0.85, and a tenth more: where the overload relay begins to count. A motor that turns takes 30 % of it even without load.
        Add(6, ItemKind.Checking, ItemWho.Unit, Full, Procedure.PumpCurrent, ItemUnit.Milliampere, Bound.Scale(s.RatedPowerWatts, 30000, 3L * 85 * s.RatedPhaseVolts), Bound.Scale(s.RatedPowerWatts, 110000, 3L * 85 * s.RatedPhaseVolts));
        Add(50, ItemKind.Checking, ItemWho.Technician, Regular, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(51, ItemKind.Tightening, ItemWho.Technician, Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);

        // Earth resistance at most 4 Ω (GB/T 50065) and no less than 0.05 Ω, below which the tester's leads are shorted or its range is wrong; insulation of a motor at least 0.5 MΩ (GB 50150).
        Add(52, ItemKind.Checking, ItemWho.Technician, Opening | Commissioning, Procedure.EnterValue, ItemUnit.Milliohm, 50, 4000);
        Add(53, ItemKind.Checking, ItemWho.Technician, Opening | Commissioning, Procedure.EnterValue, ItemUnit.Kiloohm, 500, NoHigh);
    }

    private void AddPump(Settings s)
    {
        // A contactor closes within 35 ms and its interface relay within 15 ms; 80 ms is worn. None is as fast as 2 ms: a contact that stuck is no fast one. Nor travels a valve within a second.
        Add(8, ItemKind.Checking, ItemWho.Unit, Maintenance | Opening | Commissioning | AfterRepair, Procedure.ContactorClose, ItemUnit.Microsecond, LeastContactorMicroseconds, 80000);
        Add(9, ItemKind.Checking, ItemWho.Unit, Maintenance | Opening | Commissioning | AfterRepair, Procedure.ContactorOpen, ItemUnit.Microsecond, LeastContactorMicroseconds, 80000);
        Add(10, ItemKind.Checking, ItemWho.Unit, Maintenance | Opening | Commissioning | AfterRepair, Procedure.ContactorMirror, ItemUnit.One, 0, 0);
        Add(11, ItemKind.Checking, ItemWho.Unit, Maintenance | Opening | Commissioning | AfterRepair, Procedure.ValveOpen, ItemUnit.Millisecond, LeastTravelMilliseconds, s.ValveTravelSeconds * 1000);
        Add(12, ItemKind.Checking, ItemWho.Unit, Maintenance | Opening | Commissioning | AfterRepair, Procedure.ValveShut, ItemUnit.Millisecond, LeastTravelMilliseconds, s.ValveTravelSeconds * 1000);

        // "Protection functions tried, those that are safe to try." The others are named and said to be left out.
        Add(18, ItemKind.Checking, ItemWho.Unit, Opening | Commissioning | AfterRepair, Procedure.StopPump, ItemUnit.Millisecond, NoLow, 2000);

        // 15 s settle and 10 s of the fault's rule, and a margin.
        Add(19, ItemKind.Checking, ItemWho.Both, Opening | Commissioning, Procedure.DryRunStop, ItemUnit.Second, NoLow, 40);
        Add(20, ItemKind.Checking, ItemWho.Unit, Opening | Commissioning, Procedure.NotSafe, ItemUnit.One, 0, 0);
        Add(21, ItemKind.Checking, ItemWho.Unit, Opening | Commissioning, Procedure.NotSafe, ItemUnit.One, 0, 0);
        Add(22, ItemKind.Checking, ItemWho.Unit, Opening | Commissioning, Procedure.NotSafe, ItemUnit.One, 0, 0);

        // "Start, watch, record operating parameters."
        Add(40, ItemKind.Adjusting, ItemWho.Both, Opening | Commissioning | AfterRepair, Procedure.TrialRun, ItemUnit.Watt, NoLow, NoHigh);
        Add(63, ItemKind.Checking, ItemWho.Technician, Patrol | Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(66, ItemKind.Lubricating, ItemWho.Technician, Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);
    }

    private void AddWater(Settings s)
    {
        // "Leak in the water system": no-flow over five minutes.
        Add(23, ItemKind.Checking, ItemWho.Unit, Full, Procedure.FlowAtRest, ItemUnit.Litre, NoLow, Bound.Scale(s.NoFlowMillilitresPerSecond, 300, 1000));
        Add(24, ItemKind.Checking, ItemWho.Unit, Full, Procedure.FlowRunning, ItemUnit.MillilitrePerSecond, s.RatedFlowMillilitresPerSecond / 2, Flow.Most(s));
        Add(25, ItemKind.Checking, ItemWho.Both, Opening, Procedure.CheckValve, ItemUnit.MillilitrePerSecond, NoLow, s.NoFlowMillilitresPerSecond);
        Add(26, ItemKind.Checking, ItemWho.Unit, Full, Procedure.PressureAtRest, ItemUnit.Kilopascal, -20, s.HighPressureKilopascal);
        Add(27, ItemKind.Checking, ItemWho.Unit, Full, Procedure.PressureRunning, ItemUnit.Kilopascal, s.LowPressureKilopascal, s.HighPressureKilopascal);

        // A gauge of class 1.6 up to 1,000 kPa beside a transducer of class 1.
        Add(28, ItemKind.Checking, ItemWho.Both, Opening | Commissioning, Procedure.PressureGauge, ItemUnit.Kilopascal, -30, 30);
        Add(29, ItemKind.Checking, ItemWho.Unit, Full, Procedure.Temperature, ItemUnit.MilliCelsius, -30000, 70000);
        Add(30, ItemKind.Checking, ItemWho.Unit, Patrol | Opening, Procedure.WellLevel, ItemUnit.Centimetre, s.WellLowCentimetres, s.WellLevelFullCentimetres);
        Add(54, ItemKind.Checking, ItemWho.Technician, Shutdown, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(55, ItemKind.Checking, ItemWho.Technician, Shutdown, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(56, ItemKind.Adjusting, ItemWho.Technician, Opening, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(57, ItemKind.Checking, ItemWho.Technician, Opening | Patrol, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(58, ItemKind.Cleaning, ItemWho.Technician, Opening | Patrol, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(59, ItemKind.Cleaning, ItemWho.Technician, Opening | Patrol, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(60, ItemKind.Checking, ItemWho.Technician, Opening | Patrol, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(61, ItemKind.Checking, ItemWho.Technician, Opening, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(62, ItemKind.Checking, ItemWho.Technician, Shutdown | Opening, Procedure.Attest, ItemUnit.One, 1, 1);
    }

    private void AddMeters(Settings s)
    {
        // Two sound meters of class 2 differ by 4 % at most; a pulse weight that is 5 % off is found (fault 205 waits for 5 %).
        Add(14, ItemKind.Checking, ItemWho.Unit, Maintenance | Commissioning | AfterRepair, Procedure.PulsesPerLitre, ItemUnit.Permille, -40, 40);

        // A meter in service may err twice its class (JJG 162), 4 % at class 2.
        Add(38, ItemKind.Checking, ItemWho.Both, Maintenance | Commissioning | AfterRepair, Procedure.MeterVerification, ItemUnit.Permille, -40, 40);
        Add(42, ItemKind.Checking, ItemWho.Unit, Patrol | Commissioning | AfterRepair, Procedure.MeterValid, ItemUnit.Day, 0, NoHigh);

        // One damaged read of a hundred may be chance, two are too many (fault 203 waits for more than 50 ‰).
        Add(15, ItemKind.Checking, ItemWho.Unit, Full, Procedure.BusErrors, ItemUnit.Permille, NoLow, 15);
    }

    private void AddUnit()
    {
        Add(16, ItemKind.Checking, ItemWho.Both, Patrol | Maintenance | Commissioning, Procedure.DoorSwitch, ItemUnit.One, 2, 2);
        Add(17, ItemKind.Checking, ItemWho.Both, Patrol | Maintenance | Commissioning, Procedure.CardRead, ItemUnit.One, 2, 2);
        Add(31, ItemKind.Checking, ItemWho.Unit, Patrol | Maintenance | Commissioning, Procedure.ClockError, ItemUnit.Second, -5, 5);
        Add(32, ItemKind.Checking, ItemWho.Unit, Patrol | Maintenance | Commissioning, Procedure.SignalStrength, ItemUnit.DecibelMilliwatt, -75, 0);
        Add(33, ItemKind.Checking, ItemWho.Unit, Patrol | Commissioning | AfterRepair, Procedure.CentreAnswers, ItemUnit.One, 3, 3);
        Add(34, ItemKind.Checking, ItemWho.Unit, Patrol | Maintenance | Commissioning, Procedure.Storage, ItemUnit.One, 0, 0);
        Add(35, ItemKind.Checking, ItemWho.Unit, Full, Procedure.SelfTest, ItemUnit.One, 1, 1);
        Add(36, ItemKind.Adjusting, ItemWho.Both, Opening, Procedure.SetPoints, ItemUnit.One, 0, 0);
        Add(37, ItemKind.Checking, ItemWho.Unit, Patrol | Shutdown | AfterRepair, Procedure.FaultsRaised, ItemUnit.One, 0, 0);
        Add(39, ItemKind.Checking, ItemWho.Both, Patrol, Procedure.HiddenFaults, ItemUnit.One, 0, 0);
        Add(41, ItemKind.Checking, ItemWho.Both, Full, Procedure.LedsLook, ItemUnit.One, 1, 1);
    }

    private void AddTechnician()
    {
        Add(64, ItemKind.Cleaning, ItemWho.Technician, Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(65, ItemKind.Checking, ItemWho.Technician, Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);

        Add(70, ItemKind.Checking, ItemWho.Technician, Maintenance, Procedure.Attest, ItemUnit.One, 1, 1);

        // Installation (A): plan, position and wiring; training on the spot; acceptance by both sides starts the warranty.
        Add(67, ItemKind.Checking, ItemWho.Technician, Commissioning, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(68, ItemKind.Checking, ItemWho.Technician, Commissioning, Procedure.Attest, ItemUnit.One, 1, 1);
        Add(69, ItemKind.Checking, ItemWho.Technician, Commissioning, Procedure.Attest, ItemUnit.One, 1, 1);
    }

    private void Add(byte number, ItemKind kind, ItemWho who, int plans, byte procedure, byte unit, int low, int high)
    {
        _number[Count] = number;
        _kind[Count] = (byte)kind;
        _who[Count] = (byte)who;
        _plans[Count] = (byte)plans;
        _procedure[Count] = procedure;
        _unit[Count] = unit;
        _low[Count] = low;
        _high[Count] = high;
        Count++;
    }
}
