using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The faults that a unit can raise: one row a fault, held as columns because 57 rows as objects would cost a third of the heap.
/// Codes: 1xx power, 2xx meter, 3xx pump and valve, 4xx water, 5xx access, 6xx link and time, 7xx storage and configuration, 8xx service,
/// 9xx controller. A code and its dotted name are never reused or renumbered.
/// </summary>
public sealed class FaultCatalogue
{
    /// <summary>Rows that fit; the columns are made once.</summary>
    public const int MaxRows = 64;

    /// <summary>Evidence signals of a row.</summary>
    public const int EvidenceFields = 8;

    /// <summary>A level that is not there: healthy, or no worse level.</summary>
    public const byte NoLevel = 0;

    private readonly short[] _code = new short[MaxRows];
    private readonly byte[] _level = new byte[MaxRows];
    private readonly byte[] _worse = new byte[MaxRows];
    private readonly byte[] _check = new byte[MaxRows];
    private readonly byte[] _raiseSeconds = new byte[MaxRows];
    private readonly byte[] _clearSeconds = new byte[MaxRows];
    private readonly string[] _name = new string[MaxRows];
    private readonly string[] _part = new string[MaxRows];
    private readonly byte[] _evidence = new byte[MaxRows * EvidenceFields];

    /// <summary>Builds the table.</summary>
    public FaultCatalogue()
    {
        // Levels after the service contracts' definition: 1 service interrupted, 2 danger of it, 3 service degraded, 4 indirect.
        // 103: below this the relay coil and the modem are no longer certain; the unit may fall silent at any moment. 5 s outlast a motor start.
        Row(103, "power.supply-low", 1, NoLevel, Check.SupplyLow, 5, 30, "PSU-12V");
        Evidence(Signal.Supply, Signal.MainsPresent, Signal.PumpContact, Signal.PumpCommand);

        // 201: the water is still metered by the bus meter (2), or by nothing (1). The check waits for three missed pulses; 15 s more outlast a scan storm.
        Row(201, "meter.pulse-silent", 2, 1, Check.PulseSilent, 15, 20, "MTR-PULSE");
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.Pressure, Signal.PumpContact, Signal.PulseTotal, Signal.BusTotal);

        // 305: a submersible pump stands about a minute without water (makers' manuals); 10 s after the settle time leave a margin. 1 once it stays off.
        Row(305, "pump.dry-run", 2, 1, Check.DryRun, 10, 30, "PMP-SET");
        Evidence(Signal.PulseFlow, Signal.BusFlow, Signal.Pressure, Signal.PumpContact, Signal.Supply, Signal.DryStops);
    }

    /// <summary>Rows in use.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the fault.</summary>
    public int Code(int row) => _code[row];

    /// <summary>Dotted name, as on the wire.</summary>
    public string Name(int row) => _name[row];

    /// <summary>Level 1 (worst) to 4.</summary>
    public byte Level(int row) => _level[row];

    /// <summary>Level while the check says that it is worse, or <see cref="NoLevel"/>.</summary>
    public byte WorseLevel(int row) => _worse[row];

    /// <summary>Which check judges it.</summary>
    public byte CheckOf(int row) => _check[row];

    /// <summary>How long it must fail before it is raised, ms.</summary>
    public int RaiseMs(int row) => _raiseSeconds[row] * 1000;

    /// <summary>How long it must pass before it is cleared, ms.</summary>
    public int ClearMs(int row) => _clearSeconds[row] * 1000;

    /// <summary>Module code of the part to bring.</summary>
    public string Part(int row) => _part[row];

    /// <summary>Signal of an evidence field, or <see cref="Signal.None"/>.</summary>
    public int EvidenceSignal(int row, int field) => _evidence[(row * EvidenceFields) + field];

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

    private void Row(short code, string name, byte level, byte worse, byte check, byte raiseSeconds, byte clearSeconds, string part)
    {
        int row = Count;
        _code[row] = code;
        _name[row] = name;
        _level[row] = level;
        _worse[row] = worse;
        _check[row] = check;
        _raiseSeconds[row] = raiseSeconds;
        _clearSeconds[row] = clearSeconds;
        _part[row] = part;
        Count = row + 1;
    }

    private void Evidence(
        int first,
        int second,
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
}
