using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Core.Faults;

/// <summary>Who has to act on a fault: what is not the equipment's has no contract clock (service contracts: 不属供方责任).</summary>
public enum Responsible : byte
{
    /// <summary>The supplied equipment.</summary>
    Equipment = 0,

    /// <summary>The electricity grid.</summary>
    Grid = 1,

    /// <summary>Well, water table, pipes of the water user.</summary>
    Water = 2,

    /// <summary>The water user's own acts.</summary>
    User = 3,

    /// <summary>The carrier of the network.</summary>
    Carrier = 4,

    /// <summary>To be found out on site.</summary>
    Unknown = 5,
}

/// <summary>
/// The faults that a unit can raise: one row a fault, held as columns because rows as objects would cost a third of the heap.
/// Codes: 1xx power, 2xx meter, 3xx pump and valve, 4xx water, 5xx access, 6xx link and time, 7xx storage and configuration, 8xx service,
/// 9xx controller. A code and its dotted name are never reused or renumbered.
/// </summary>
public sealed class FaultCatalogue : IConstantTable
{
    /// <summary>Rows that fit into a unit's table; the columns are made once.</summary>
    public const int MaxRows = 65;

    /// <summary>Stands for "no row" where a row is a byte.</summary>
    public const byte NoRow = 255;

    /// <summary>Evidence signals of a row.</summary>
    public const int EvidenceFields = 8;

    /// <summary>Root causes of a row.</summary>
    public const int MaxCauses = 6;

    /// <summary>A level that is not there: healthy, or no worse level.</summary>
    public const byte NoLevel = 0;

    /// <summary>A supply that is too low, where the end of an outage (<see cref="ExcusingCode"/>) that the battery has bridged excuses it (<see cref="FaultMonitors.IsExcused"/>).</summary>
    public const int ExcusedCode = FaultCode.SupplyLow;

    /// <summary>The loss of the mains.</summary>
    public const int ExcusingCode = FaultCode.MainsLost;

    /// <summary>Clean operation cycles that prove a repair.</summary>
    public const byte ProvingCycles = 3;

    /// <summary>Of one byte: level below, bit 3 whether it leaves lessons alone, worse level above; minutes below, count less one above.</summary>
    private const int LevelMask = 7;
    private const int SparesBit = 8;
    private const int WorseShift = 4;
    private const int MinutesMask = 63;
    private const int CountShift = 6;

    /// <summary>Who has to act below, settle time above, s, at most 31.</summary>
    private const int WhoMask = 7;
    private const int SettleShift = 3;

    /// <summary>Groups up to this one are of the plant: power, meter, pump and valve, water.</summary>
    private const int LastPlantGroup = 4;

    /// <summary>Codes of a group of a hundred, at most.</summary>
    private const int GroupCodes = 25;

    private readonly short[] _code;
    private readonly byte[] _levels;
    private readonly byte[] _check;
    private readonly byte[] _whoAndSettle;
    private readonly ushort[] _raiseSeconds;
    private readonly ushort[] _clearSeconds;
    private readonly byte[] _evidence;
    private readonly byte[] _causes;
    private readonly byte[] _policy;
    private readonly byte[] _often;

    /// <summary>Builds the unit's table.</summary>
    public FaultCatalogue()
        : this(MaxRows)
    {
        AddAll();
        ResolveCauses();
    }

    /// <summary>
    /// A table of exactly so many rows, at most 254, the unit's own ones over and over: what the engine costs at other sizes is measured with it. Times, levels and
    /// causes are those of the first row of a code.
    /// </summary>
    public static FaultCatalogue OfSize(int rows)
    {
        var catalogue = new FaultCatalogue(rows + MaxRows);
        while (catalogue.Count < rows)
        {
            catalogue.AddAll();
        }

        catalogue.Count = rows;
        catalogue.ResolveCauses();
        return catalogue;
    }

    /// <summary>The one row of the weekly drill's own monitor. It is no fault: it stands in no list, and its record is no alarm.</summary>
    public static FaultCatalogue OfDrill()
    {
        var catalogue = new FaultCatalogue(1);

        // 3 s each way: long enough that a reading of one moment raises nothing.
        catalogue.Row(800, 4, NoLevel, Check.Drill, 3, 3, Responsible.Equipment);
        catalogue.ResolveCauses();
        return catalogue;
    }

    private FaultCatalogue(int capacity)
    {
        _code = new short[capacity];
        _levels = new byte[capacity];
        _check = new byte[capacity];
        _whoAndSettle = new byte[capacity];
        _raiseSeconds = new ushort[capacity];
        _clearSeconds = new ushort[capacity];
        _evidence = new byte[capacity * EvidenceFields];
        _causes = new byte[capacity * MaxCauses];
        _policy = new byte[capacity];
        _often = new byte[capacity];
    }

    /// <summary>Rows that fit.</summary>
    public int Capacity => _code.Length;

    /// <summary>Rows in use.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the fault.</summary>
    public int Code(int row) => _code[row];

    /// <summary>Dotted name, as on the wire.</summary>
    public string Name(int row) => FaultNames.Of(_code[row]);

    /// <summary>Level 1 (worst) to 4.</summary>
    public byte Level(int row) => (byte)(_levels[row] & LevelMask);

    /// <summary>Level while the check says that it is worse, or <see cref="NoLevel"/>.</summary>
    public byte WorseLevel(int row) => (byte)(_levels[row] >> WorseShift);

    /// <summary>
    /// A run in which it fails teaches nothing (<see cref="LearnedBands"/>): so does every fault of power, meter, pump and water whose row does not say otherwise. What is not about the plant spoils no run.
    /// </summary>
    public bool SpoilsRun(int row) => _code[row] / 100 <= LastPlantGroup && (_levels[row] & SparesBit) == 0;

    /// <summary>Which check judges it.</summary>
    public byte CheckOf(int row) => _check[row];

    /// <summary>Who has to act.</summary>
    public Responsible ResponsibleOf(int row) => (Responsible)(_whoAndSettle[row] & WhoMask);

    /// <summary>Whether the supplier answers for it: the equipment's, or still to be found out, and not about the service itself (8xx).</summary>
    public bool IsSuppliers(int row)
    {
        return _code[row] / 100 != 8 && (ResponsibleOf(row) == Responsible.Equipment || ResponsibleOf(row) == Responsible.Unknown);
    }

    /// <summary>How long it must fail before it is raised, ms.</summary>
    public int RaiseMs(int row) => _raiseSeconds[row] * 1000;

    /// <summary>How long it must pass before it is cleared, ms.</summary>
    public int ClearMs(int row) => _clearSeconds[row] * 1000;

    /// <summary>What the lifecycle does with it, as bits of <see cref="Policy"/>.</summary>
    public byte PolicyOf(int row) => _policy[row];

    /// <summary>Time after a change of pump or command in which it is not judged, ms (<see cref="Policy.NeedsSteadyPump"/>).</summary>
    public int SettleMs(int row) => (_whoAndSettle[row] >> SettleShift) * 1000;

    /// <summary>How often its check begins to fail until it is raised although no failure lasts; 0 where only lasting ones count.</summary>
    public int OftenCount(int row) => _often[row] == 0 ? 0 : (_often[row] >> CountShift) + 1;

    /// <summary>Time within which that counts, s.</summary>
    public int OftenSeconds(int row) => (_often[row] & MinutesMask) * 60;

    /// <summary>Module code of the part to bring.</summary>
    public string Part(int row) => FaultParts.Of(_code[row]);

    /// <summary>Signal of an evidence field, or <see cref="Signal.None"/>.</summary>
    public int EvidenceSignal(int row, int field) => _evidence[(row * EvidenceFields) + field];

    /// <summary>Row of a root cause that makes the row a consequence; <see cref="NoRow"/> where there is none.</summary>
    public byte CauseRow(int row, int index) => _causes[(row * MaxCauses) + index];

    /// <summary>Code of that root cause; 0 where there is none.</summary>
    public int Cause(int row, int index)
    {
        byte cause = CauseRow(row, index);
        return cause == NoRow ? 0 : _code[cause];
    }

    /// <summary>The row of a code, −1 where there is none.</summary>
    public int RowOf(int code)
    {
        for (int row = 0; row < Count; row++)
        {
            if (_code[row] == code)
            {
                return row;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public int Sum()
    {
        int sum = Count;
        for (int row = 0; row < Capacity; row++)
        {
            sum = Mix(Mix(Mix(sum, _code[row]), _levels[row]), _check[row]);
            sum = Mix(Mix(Mix(sum, _whoAndSettle[row]), _raiseSeconds[row]), _clearSeconds[row]);
            sum = Mix(Mix(sum, _policy[row]), _often[row]);
        }

        return SumOf(_causes, SumOf(_evidence, sum));
    }

    private static int SumOf(byte[] column, int sum)
    {
        for (int place = 0; place < column.Length; place++)
        {
            sum = Mix(sum, column[place]);
        }

        return sum;
    }

    /// <summary>Odd, so that no difference of one bit is lost on the way.</summary>
    private static int Mix(int sum, int value) => unchecked((sum * 31) + value);

    private void AddAll()
    {
        // Levels after the service contracts' definition: 1 service interrupted, 2 danger of it, 3 service degraded, 4 indirect. The reason of each row: Firmware/Levels.md.
        AddPower();
        AddMeter();
        AddPump();
        AddWater();
        AddLink();
        AddService();
        AddUnit();
    }

    private void AddPower()
    {
        // 101: a charger's relay drops out within a second; 10 s outlast a recloser of the grid.
        Row(101, 1, NoLevel, Check.MainsLost, 10, 60, Responsible.Grid);
        Evidence(Signal.MainsPresent, Signal.Supply, Signal.PumpContact);
        Has(Policy.RestExplains);

        // 102: judged only with the contactor closed; a loose terminal shows under load. 5 s outlast the inrush of the coil.
        Row(102, 2, NoLevel, Check.SupplySagging, 5, 60, Responsible.Equipment);
        Evidence(Signal.Supply, Signal.SupplyAtRest, Signal.PumpContact, Signal.MainsPresent);
        Has(Policy.WorkExplains, Policy.RestExplains);
        Settles(2);
        Often(3, 60);
        CausedBy(101, 103);

        // 103: below this the relay coil and the modem are no longer certain; the unit may fall silent at any moment. 5 s outlast a motor start.
        Row(103, 1, NoLevel, Check.SupplyLow, 5, 30, Responsible.Equipment);
        Evidence(Signal.Supply, Signal.MainsPresent, Signal.PumpContact, Signal.PumpCommand);
        Has(Policy.RestExplains);

        Row(104, 2, NoLevel, Check.SupplyHigh, 10, 60, Responsible.Equipment);
        Evidence(Signal.Supply, Signal.MainsPresent);
        Has(Policy.WorkExplains);

        // 105: on battery alone; a minute lets the surface charge go. 106: a flat battery takes longer than 10 min to lift the bus only where it is not charged.
        Row(105, 3, NoLevel, Check.BatteryLow, 60, 300, Responsible.Equipment);
        Evidence(Signal.Supply, Signal.MainsPresent);
        Has(Policy.WorkExplains, Policy.RestExplains);
        CausedBy(103);
        Row(106, 4, NoLevel, Check.BatteryNotCharging, 600, 300, Responsible.Equipment);
        Evidence(Signal.Supply, Signal.MainsPresent, Signal.SupplyAtRest);
        Has(Policy.WorkExplains, Policy.RestExplains);
        CausedBy(102, 103);
    }

    private void AddMeter()
    {
        // 201: the water is still metered by the bus meter (2), or by nothing (1). The check waits for three missed pulses; 15 s more outlast a scan storm.
        Row(201, 2, 1, Check.PulseSilent, 15, 20, Responsible.Equipment);
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.Pressure, Signal.PumpContact, Signal.PulseTotal, Signal.BusTotal);
        Has(Policy.WorkExplains, Policy.SpoilsPulse);
        CausedBy(101);

        // 202: twenty polls of pure silence, or, after a minute of them, of answers that cannot be read; noise lets some answers through and is 203's, which waits until silence would have been known.
        Row(202, 2, 1, Check.BusNoReply, 20, 20, Responsible.Equipment);
        Evidence(Signal.BusFlow, Signal.BusErrors, Signal.PulseFlow, Signal.Supply);
        Has(Policy.WorkExplains, Policy.RestExplains, Policy.NeedsSupply, Policy.SpoilsBus);
        Row(203, 3, NoLevel, Check.BusErrors, 15, 120, Responsible.Equipment);
        Evidence(Signal.BusErrors, Signal.BusFlow, Signal.Supply);
        Has(Policy.WorkExplains, Policy.RestExplains);
        Settles(5);
        CausedBy(202, 103);
        Row(204, 2, NoLevel, Check.MeterSelfFault, 10, 30, Responsible.Equipment);
        Evidence(Signal.BusStatus, Signal.BusFlow, Signal.PulseFlow, Signal.BusSerial);
        Has(Policy.WorkExplains, Policy.NeedsSupply, Policy.SpoilsBus);

        // 205: one of the two counts wrong, and nobody knows which: neither gives a volume until it ends. Compared over 2 m³ and 40 pulses at least, so that ± 1 pulse is half the tolerance; each compared volume is one judgement, and one minute spans no two of them.
        Row(205, 3, NoLevel, Check.MetersDisagree, 60, 60, Responsible.Equipment);
        Evidence(Signal.MeterDifference, Signal.PulseTotal, Signal.BusTotal, Signal.PulseFlow, Signal.BusFlow);
        Has(Policy.WorkExplains, Policy.SpoilsMetering);
        CausedBy(201, 202, 204, 207, 208, 210);

        // 206: the pulse meter counts water that runs back as it counts the rest, and the RS485 meter takes it off its total.
        Row(206, 3, NoLevel, Check.ReverseFlow, 10, 30, Responsible.Water);
        Evidence(Signal.BusFlow, Signal.BusStatus, Signal.PumpContact, Signal.Pressure);
        Has(Policy.WorkExplains, Policy.SpoilsMetering);
        Settles(10);
        Row(207, 3, NoLevel, Check.MeterImplausible, 10, 60, Responsible.Equipment);
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.BusTotal, Signal.PulseTotal);
        Has(Policy.WorkExplains, Policy.NeedsSupply, Policy.SpoilsMetering);
        CausedBy(206, 208, 210);
        Row(208, 4, NoLevel, Check.PulseNoise, 5, 300, Responsible.Equipment);
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.PumpContact, Signal.Pressure);
        Has(Policy.WorkExplains, Policy.SpoilsPulse);

        // 209: learned over clean runs; each mean is over a minute, and five of them in a row outlast a dip of the grid.
        Row(209, 3, NoLevel, Check.EnergyPerVolume, 300, 300, Responsible.Unknown);
        Evidence(Signal.Power, Signal.BusFlow, Signal.PulseFlow, Signal.Pressure, Signal.Energy, Signal.WellLevel);
        Has(Policy.WorkExplains, Policy.RestExplains);
        CausedBy(207, 208, 205, 402, 403, 405);

        // 210: the total of the meter that was there and that of the one that is there now say nothing together.
        Row(210, 3, NoLevel, Check.MeterExchanged, 10, 60, Responsible.Unknown);
        Evidence(Signal.BusSerial, Signal.BusTotal, Signal.PulseTotal);
        Has(Policy.SpoilsBus);
    }

    private void AddPump()
    {
        // 301: the check waits 2 s for the contact, 5 s for the power; 2 s more outlast one bounce of the interface relay.
        Row(301, 1, NoLevel, Check.PumpDidNotStart, 2, 5, Responsible.Equipment);
        Evidence(Signal.PumpCommand, Signal.PumpContact, Signal.Supply, Signal.MainsPresent, Signal.Power);
        CausedBy(101, 103);
        Row(302, 1, NoLevel, Check.ContactorWelded, 3, 10, Responsible.Equipment);
        Evidence(Signal.PumpCommand, Signal.PumpContact, Signal.PumpMirror, Signal.Power, Signal.PulseFlow, Signal.BusFlow, Signal.Pressure);
        Has(Policy.Latched);

        // 303, 304: the check waits for the declared travel time; 2 s outlast a bounce of the switch. The pump is not started before the valve is open, and water
        // that cannot be stopped floods a field: both interrupt the service (1). A switch that is lost while the pump runs, or while nothing flows behind a valve that was shut, does not (3).
        Row(303, 3, 1, Check.ValveDidNotOpen, 2, 2, Responsible.Equipment);
        Evidence(Signal.ValveCommand, Signal.ValveIsOpen, Signal.ValveIsShut, Signal.Supply, Signal.PumpContact);
        CausedBy(103);
        Has(Policy.WorkExplains);
        SparesRuns();
        Row(304, 3, 1, Check.ValveDidNotClose, 2, 2, Responsible.Equipment);
        Evidence(Signal.ValveCommand, Signal.ValveIsShut, Signal.ValveIsOpen, Signal.Supply, Signal.PulseFlow, Signal.BusFlow);
        CausedBy(103);
        Has(Policy.WorkExplains);
        SparesRuns();

        // 305: a submersible pump stands about a minute without water (makers' manuals); 10 s after the settle time leave a margin. 1 once it stays off.
        Row(305, 2, 1, Check.DryRun, 10, 30, Responsible.Unknown);
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.Pressure, Signal.PumpContact, Signal.Supply, Signal.DryStops, Signal.Power);
        CausedBy(101, 308, 301);
        Has(Policy.StopsPump);

        // 306: a motor bears half more than its rated load for minutes, not for seconds only; 10 s after the start are no inrush. It locks the pump out: 1.
        Row(306, 1, NoLevel, Check.PumpOverload, 10, 60, Responsible.Unknown);
        Evidence(Signal.Power, Signal.Current1, Signal.Current2, Signal.Current3, Signal.Voltage1, Signal.Pressure, Signal.PulseFlow, Signal.BusFlow);
        CausedBy(308);
        Has(Policy.WorkExplains, Policy.StopsPump);
        Row(307, 4, NoLevel, Check.StartsTooOften, 1, 1800, Responsible.Unknown);
        Evidence(Signal.StartsPerHour, Signal.RunRequest, Signal.PumpContact, Signal.DryStops);
        Has(Policy.WorkExplains);
        SparesRuns();

        // 308: on two phases a motor burns within a minute; 5 s outlast a recloser's dip. It stops the pump while it lasts, and locks it out where only the current shows it.
        Row(308, 1, NoLevel, Check.PhaseLost, 5, 60, Responsible.Unknown);
        Evidence(Signal.Voltage1, Signal.Voltage2, Signal.Voltage3, Signal.Current1, Signal.Current2, Signal.Current3, Signal.Power, Signal.PumpContact);
        Has(Policy.WorkExplains, Policy.StopsPump);
        Row(309, 4, NoLevel, Check.HandRun, 10, 10, Responsible.User);
        Evidence(Signal.PumpContact, Signal.PumpCommand, Signal.SelectorHand, Signal.RunRequest, Signal.PulseFlow, Signal.BusFlow);
        Has(Policy.WorkExplains);
        SparesRuns();

        // 310: where both meters are silent it is the line, which is 202's; where its answers are damaged, too, 203's.
        Row(310, 3, NoLevel, Check.PowerNoReply, 10, 20, Responsible.Equipment);
        Evidence(Signal.Power, Signal.BusErrors, Signal.Supply, Signal.MainsPresent);
        CausedBy(202, 203, 103);
        Has(Policy.WorkExplains, Policy.RestExplains, Policy.NeedsSupply);

        // 311: the check waits 5 s, until the power meter's answer is of now; 15 s more outlast a line that fills. The protections go on by the other witnesses, with one less (3).
        Row(311, 3, NoLevel, Check.PumpFeedback, 15, 10, Responsible.Equipment);
        Evidence(Signal.PumpContact, Signal.PumpMirror, Signal.PumpCommand, Signal.Power, Signal.PulseFlow, Signal.BusFlow, Signal.SelectorHand);
        Has(Policy.WorkExplains);
        SparesRuns();
    }

    private void AddWater()
    {
        // 401: five minutes at rest, after a minute in which the line drains: nothing that a tap does in passing.
        Row(401, 2, NoLevel, Check.FlowAtRest, 240, 120, Responsible.Water);
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.Pressure, Signal.PumpContact, Signal.PulseTotal, Signal.BusTotal);
        Has(Policy.WorkExplains);

        // 402, 403: means over a minute against the learned band; a burst is told within three minutes of it, a weak flow may still recover.
        Row(402, 3, NoLevel, Check.FlowLow, 180, 120, Responsible.Water);
        Evidence(Signal.BusFlow, Signal.PulseFlow, Signal.Pressure, Signal.Power, Signal.WellLevel);
        Has(Policy.WorkExplains, Policy.RestExplains);
        CausedBy(101, 201, 207, 208, 305, 405);
        Row(403, 2, NoLevel, Check.FlowHigh, 60, 120, Responsible.Water);
        Evidence(Signal.BusFlow, Signal.PulseFlow, Signal.Pressure, Signal.Power);
        Has(Policy.WorkExplains);
        CausedBy(207, 208);
        Row(404, 3, NoLevel, Check.PressureLow, 60, 60, Responsible.Water);
        Evidence(Signal.Pressure, Signal.PulseFlow, Signal.BusFlow, Signal.PumpContact);
        Has(Policy.WorkExplains, Policy.NeedsSupply);
        CausedBy(101, 301, 305, 403, 408);

        // 405: against a closed valve the pressure rises first and the flow ends later; 20 s leave 305, which stops the pump, and 302, which says that it cannot be
        // stopped, the first word.
        Row(405, 2, NoLevel, Check.PressureHigh, 20, 60, Responsible.Water);
        Evidence(Signal.Pressure, Signal.PulseFlow, Signal.BusFlow, Signal.PumpContact);
        Has(Policy.WorkExplains);
        CausedBy(302, 305);

        // 406: half a minute outlasts a wave from a bucket; the float stands below the meters' heads.
        Row(406, 2, NoLevel, Check.ChamberFlooded, 30, 60, Responsible.Water);
        Evidence(Signal.ChamberFlooded, Signal.PulseFlow, Signal.BusFlow, Signal.PumpContact, Signal.Pressure);

        // 407: judged over runs; a repair must show for as long as the proof of its remedy takes.
        Row(407, 4, NoLevel, Check.StrainerClogging, 60, 600, Responsible.Water);
        Evidence(Signal.BusFlow, Signal.PulseFlow, Signal.Pressure, Signal.PumpContact);
        Has(Policy.WorkExplains, Policy.RestExplains);
        SparesRuns();
        CausedBy(408);
        Row(408, 3, NoLevel, Check.PressureSensorOut, 10, 30, Responsible.Equipment);
        Evidence(Signal.Pressure, Signal.WellLevel, Signal.Supply);
        Has(Policy.WorkExplains, Policy.RestExplains, Policy.NeedsSupply);
        Often(4, 10);

        // 409: a warning before 305; five minutes are longer than the dip after a start.
        Row(409, 4, NoLevel, Check.WellLevelLow, 300, 300, Responsible.Water);
        Evidence(Signal.WellLevel, Signal.Pressure, Signal.PumpContact, Signal.PulseFlow, Signal.BusFlow);
        Has(Policy.RestExplains, Policy.NeedsSupply);

        // 501: a patrol with its paperwork stays under half an hour at a single cabinet.
        Row(501, 4, NoLevel, Check.DoorOpen, 1800, 10, Responsible.User);
        Evidence(Signal.DoorOpen, Signal.Supply);
        Has(Policy.WorkExplains);

        // 502: a minute to open, find the card and hold it there.
        Row(502, 2, NoLevel, Check.Tamper, 60, 60, Responsible.User);
        Evidence(Signal.DoorOpen, Signal.Technician, Signal.CardPresent, Signal.CardNumber, Signal.PumpContact, Signal.PulseTotal);
        Has(Policy.Latched);
        Row(503, 3, NoLevel, Check.CardReaderOut, 10, 30, Responsible.Equipment);
        Evidence(Signal.CardPresent, Signal.Supply, Signal.Temperature);
        Has(Policy.WorkExplains, Policy.RestExplains, Policy.NeedsSupply);
        Row(504, 3, NoLevel, Check.RunUnauthorised, 10, 10, Responsible.User);
        Evidence(Signal.PumpContact, Signal.PumpCommand, Signal.SelectorHand, Signal.CardPresent, Signal.Power, Signal.PulseFlow, Signal.BusFlow);
        Has(Policy.WorkExplains);
    }

    private void AddLink()
    {
        // The alarm path itself: the centre learns of it afterwards, or from the will and its own watch (610); on site the link LED says it.
        Row(601, 3, NoLevel, Check.LinkLost, 1800, 60, Responsible.Carrier);
        Evidence(Signal.Reach, Signal.OutboxFill, Signal.Supply);
        Has(Policy.RestExplains);
        CausedBy(603);
        Row(602, 3, NoLevel, Check.CentreSilent, 60, 10, Responsible.Unknown);
        Evidence(Signal.Unstored, Signal.Reach, Signal.OutboxFill);
        Has(Policy.RestExplains);
        CausedBy(603, 601);
        Row(603, 2, NoLevel, Check.LinkRefused, 300, 30, Responsible.Unknown);
        Evidence(Signal.Refused, Signal.Reach, Signal.ClockQuality);
        Has(Policy.RestExplains);

        // 604: measured hourly at most, so that one weak scan has to do. 605: a month to renew.
        Row(604, 4, NoLevel, Check.LinkWeak, 60, 60, Responsible.Carrier);
        Evidence(Signal.SignalStrength, Signal.Reach, Signal.OutboxFill);
        Has(Policy.RestExplains);
        Row(605, 4, NoLevel, Check.CredentialExpiring, 60, 60, Responsible.Equipment);
        Evidence(Signal.CredentialDays, Signal.ClockQuality);
        Row(606, 3, NoLevel, Check.TimeNotSet, 60, 10, Responsible.Unknown);
        Evidence(Signal.ClockQuality, Signal.Uptime, Signal.Reach);
        Has(Policy.RestExplains);
        Row(607, 3, NoLevel, Check.TimeJumped, 1, 3600, Responsible.Unknown);
        Evidence(Signal.ClockJumps, Signal.ClockQuality, Signal.Uptime);

        // 610: nobody but the centre can know it (Check.CentreOnly); it stands here for its code, text and clock.
        Row(610, 1, NoLevel, Check.CentreOnly, 600, 1, Responsible.Unknown);
        Evidence(Signal.Reach, Signal.Supply);
    }

    private void AddService()
    {
        // 801: a minute outlasts a clock that is put right. 802: the contract's clock has judged already. 804: the time-out has judged already.
        Row(801, 4, NoLevel, Check.InspectionOverdue, 60, 10, Responsible.Equipment);
        Evidence(Signal.InspectionOverdue, Signal.ClockQuality, Signal.Uptime);
        Has(Policy.RestExplains);
        Row(802, 3, NoLevel, Check.ServiceUnanswered, 1, 1, Responsible.Unknown);
        Evidence(Signal.Unanswered, Signal.Reach, Signal.ClockQuality);

        // 803: no time to wait for, the return has been confirmed by its own fault.
        Row(803, 2, NoLevel, Check.ReplaceUnit, 1, 1, Responsible.Equipment);
        Evidence(Signal.ReplaceDue, Signal.Uptime);
        Row(804, 4, NoLevel, Check.VisitLeftOpen, 1, 10, Responsible.Equipment);
        Evidence(Signal.VisitLeftOpen, Signal.DoorOpen, Signal.Uptime);

        // 805: the drill's own deadline has judged already. It has no cause above it: a path that does not store is told whatever broke it.
        Row(805, 3, NoLevel, Check.DrillFailed, 1, 1, Responsible.Unknown);
        Evidence(Signal.DrillEnd, Signal.Reach, Signal.Unstored, Signal.OutboxFill, Signal.StorageFailures);
        Has(Policy.RestExplains);
    }

    private void AddUnit()
    {
        Row(701, 1, NoLevel, Check.StorageFailing, 2, 60, Responsible.Equipment);
        Evidence(Signal.StorageFailures, Signal.OutboxFill, Signal.Supply);
        Row(702, 4, NoLevel, Check.StorageNearlyFull, 10, 60, Responsible.Equipment);
        Evidence(Signal.OutboxFill, Signal.Reach, Signal.Unstored);
        Row(703, 2, NoLevel, Check.SettingsInvalid, 2, 2, Responsible.Equipment);
        Evidence(Signal.SettingsRejected);
        Row(704, 4, NoLevel, Check.RecordDamaged, 2, 3600, Responsible.Equipment);
        Evidence(Signal.RecordsDamaged, Signal.StorageFailures, Signal.Supply);
        Row(705, 4, NoLevel, Check.StorageWear, 60, 3600, Responsible.Equipment);
        Evidence(Signal.StorageWear, Signal.OutboxFill, Signal.Uptime);

        // 901: three crashes in a day. 902: the loop has been stopped by then, and a person ends it.
        Row(901, 2, NoLevel, Check.UnitRestarts, 2, 60, Responsible.Equipment);
        Evidence(Signal.CrashesPerDay, Signal.ResetCause, Signal.Supply, Signal.Uptime);
        CausedBy(902);
        Row(902, 1, NoLevel, Check.SafeMode, 1, 1, Responsible.Equipment);
        Evidence(Signal.SafeMode, Signal.CrashesPerDay, Signal.ResetCause, Signal.Supply);
        Has(Policy.StopsPump);

        // 903: counted hourly at most. 904: 2 when three workers hung in a day. 905: a minute of late scans, seen for another one. 906: 3 where nothing but the clock chip is silent, else 2.
        Row(903, 3, NoLevel, Check.MemoryLow, 60, 60, Responsible.Equipment);
        Evidence(Signal.HeapFree, Signal.OutboxFill, Signal.Uptime);
        Row(904, 4, 2, Check.WorkerStalled, 1, 3600, Responsible.Equipment);
        Evidence(Signal.WorkerRestarts, Signal.RestartsPerDay, Signal.Reach, Signal.Uptime);
        Row(905, 4, NoLevel, Check.TickOverrun, 60, 300, Responsible.Equipment);
        Evidence(Signal.LateScans, Signal.Reach, Signal.Uptime);
        Row(906, 3, 2, Check.SelfTestFailed, 1, 1, Responsible.Equipment);
        Evidence(Signal.SelfTestFailures, Signal.StorageFailures, Signal.Supply, Signal.ClockQuality);
        Row(907, 3, NoLevel, Check.TooHot, 60, 300, Responsible.Unknown);
        Evidence(Signal.Temperature, Signal.Supply, Signal.PumpContact);
    }

    private void Row(
        short code,
        byte level,
        byte worse,
        byte check,
        ushort raiseSeconds,
        ushort clearSeconds,
        Responsible responsible)
    {
        int row = Count;
        _code[row] = code;
        _levels[row] = (byte)((worse << WorseShift) | level);
        _check[row] = check;
        _raiseSeconds[row] = raiseSeconds;
        _clearSeconds[row] = clearSeconds;
        _whoAndSettle[row] = (byte)responsible;
        Count = row + 1;
    }

    /// <summary>The row just added is raised, too, when its check begins to fail so often within this time, 1–63 min, count 1–4: a loose wire.</summary>
    private void Often(byte count, byte minutes)
    {
        _often[Count - 1] = (byte)(((count - 1) << CountShift) | minutes);
    }

    /// <summary>Policy bits of the row just added.</summary>
    private void Has(byte first, byte second = 0, byte third = 0, byte fourth = 0)
    {
        _policy[Count - 1] |= (byte)(first | second | third | fourth);
    }

    /// <summary>The row just added spoils no run: what it says does not change what flows, or it is the trend that the lessons themselves have shown.</summary>
    private void SparesRuns() => _levels[Count - 1] |= SparesBit;

    /// <summary>The row just added is not judged for this time after pump or command have changed, s, 1–31.</summary>
    private void Settles(byte seconds)
    {
        Has(Policy.NeedsSteadyPump);
        _whoAndSettle[Count - 1] |= (byte)(seconds << SettleShift);
    }

    /// <summary>Evidence of the row just added.</summary>
    private void Evidence(
        int first,
        int second = Signal.None,
        int third = Signal.None,
        int fourth = Signal.None,
        int fifth = Signal.None,
        int sixth = Signal.None,
        int seventh = Signal.None,
        int eighth = Signal.None)
    {
        int at = (Count - 1) * EvidenceFields;
        _evidence[at] = (byte)first;
        _evidence[at + 1] = (byte)second;
        _evidence[at + 2] = (byte)third;
        _evidence[at + 3] = (byte)fourth;
        _evidence[at + 4] = (byte)fifth;
        _evidence[at + 5] = (byte)sixth;
        _evidence[at + 6] = (byte)seventh;
        _evidence[at + 7] = (byte)eighth;
    }

    /// <summary>Faults that explain the row just added, the root first: while one of them fails or is raised, this row is not judged.</summary>
    private void CausedBy(short first, short second = 0, short third = 0, short fourth = 0, short fifth = 0, short sixth = 0)
    {
        int at = (Count - 1) * MaxCauses;
        _causes[at] = Short(first);
        _causes[at + 1] = Short(second);
        _causes[at + 2] = Short(third);
        _causes[at + 3] = Short(fourth);
        _causes[at + 4] = Short(fifth);
        _causes[at + 5] = Short(sixth);
    }

    /// <summary>A code in one byte: no group of a hundred has more than 25 codes.</summary>
    private static byte Short(short code) => (byte)((code / 100 * GroupCodes) + (code % 100));

    /// <summary>Causes are written down as codes, some of rows that come later, and looked up once: a tick needs their rows.</summary>
    private void ResolveCauses()
    {
        for (int place = 0; place < _causes.Length; place++)
        {
            int code = (_causes[place] / GroupCodes * 100) + (_causes[place] % GroupCodes);
            int row = RowOf(code);
            _causes[place] = row < 0 ? NoRow : (byte)row;
        }
    }
}
