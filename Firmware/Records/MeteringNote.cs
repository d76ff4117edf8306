using Firmware.Core.Faults;

namespace Firmware.Records;

/// <summary>What a record of a fault that spoils the metering says of it.</summary>
public enum MeteringKind : byte
{
    /// <summary>The fault leaves the metering alone.</summary>
    None = 0,

    /// <summary>It goes on; no card transaction ran at its onset.</summary>
    Open = 1,

    /// <summary>It goes on, and a card transaction ran: its card, run time, volumes and energy until then.</summary>
    Card = 2,

    /// <summary>It is over: totals, run time, energy, volume and what the volume is from.</summary>
    Closed = 3,
}

/// <summary>
/// The metering part of a record, taken from <see cref="UnmeteredWater"/> when the transition is recorded. Bytes: 0 kind + 128 where the pump is stopped; of
/// <see cref="MeteringKind.Card"/> 5 numbers (32 bits); of <see cref="MeteringKind.Closed"/> the flags (<see cref="UnmeteredWater.FlagsAt"/>) and 8 numbers, as in <see cref="Unmetered"/>.
/// </summary>
public sealed class MeteringNote
{
    /// <summary>Bytes of the longest.</summary>
    public const int MaxBytes = 2 + (4 * ClosedNumbers);

    /// <summary>Bytes of the longest of a fault that goes on.</summary>
    public const int OpenBytes = 1 + (4 * CardNumbers);

    private const int CardNumbers = 5;
    private const int ClosedNumbers = 8;
    private const byte Stops = 128;

    private readonly int[] _values = new int[UnmeteredWater.Fields];
    private byte _flags;

    /// <summary>What it says.</summary>
    public MeteringKind Kind { get; private set; }

    /// <summary>The unit stops the pump for this fault.</summary>
    public bool StopsPump { get; private set; }

    /// <summary>What the volume is from.</summary>
    public EstimateBasis Basis { get; private set; }

    /// <summary>A number, where <see cref="Kind"/> has it.</summary>
    public int Value(Unmetered field) => _values[(int)field];

    /// <summary>A total was read.</summary>
    public bool IsKnown(Unmetered field) => (_flags & 31 & (1 << (int)field)) != 0;

    /// <summary>Says nothing.</summary>
    public void Clear()
    {
        Kind = MeteringKind.None;
    }

    /// <summary>Takes what is known of a row whose transition is recorded now.</summary>
    public void Take(FaultCatalogue catalogue, int row, FaultEvent what, UnmeteredWater water)
    {
        Kind = MeteringKind.None;
        int place = (catalogue.PolicyOf(row) & Policy.SpoilsMetering) == 0 ? -1 : water.Find(row);
        if (place < 0)
        {
            return;
        }

        bool card = water.ValueAt(place, Unmetered.Card) != 0;
        Kind = what == FaultEvent.Cleared ? MeteringKind.Closed : card ? MeteringKind.Card : MeteringKind.Open;
        StopsPump = (catalogue.PolicyOf(row) & Policy.StopsPump) != 0;
        Basis = water.BasisOf(place);
        _flags = water.FlagsAt(place);
        for (int field = 0; field < UnmeteredWater.Fields; field++)
        {
            _values[field] = water.ValueAt(place, (Unmetered)field);
        }
    }

    /// <summary>Writes it; returns the place after it.</summary>
    public int Write(byte[] into, int at)
    {
        if (Kind == MeteringKind.None)
        {
            return at;
        }

        into[at++] = (byte)((byte)Kind | (StopsPump ? Stops : 0));
        if (Kind == MeteringKind.Closed)
        {
            into[at++] = _flags;
        }

        for (int i = 0; i < NumbersOf(Kind); i++)
        {
            at = Bytes.Put32(into, at, _values[FirstOf(Kind) + i]);
        }

        return at;
    }

    /// <summary>Reads what stands from a place to the end; bytes that are none say nothing.</summary>
    public void Read(byte[] from, int at, int end)
    {
        Kind = MeteringKind.None;
        if (end <= at || (from[at] & 127) > (byte)MeteringKind.Closed)
        {
            return;
        }

        var kind = (MeteringKind)(from[at] & 127);
        int numbersAt = at + (kind == MeteringKind.Closed ? 2 : 1);
        if (numbersAt + (4 * NumbersOf(kind)) > end)
        {
            return;
        }

        Kind = kind;
        StopsPump = (from[at] & Stops) != 0;
        Basis = kind == MeteringKind.Closed ? UnmeteredWater.BasisIn(from[at + 1]) : EstimateBasis.None;
        _flags = kind == MeteringKind.Closed ? from[at + 1] : (byte)0;
        for (int i = 0; i < NumbersOf(kind); i++)
        {
            _values[FirstOf(kind) + i] = Bytes.Get32(from, numbersAt + (4 * i));
        }
    }

    private static int NumbersOf(MeteringKind kind)
    {
        return kind == MeteringKind.Card ? CardNumbers : kind == MeteringKind.Closed ? ClosedNumbers : 0;
    }

    private static int FirstOf(MeteringKind kind)
    {
        return kind == MeteringKind.Card ? (int)Unmetered.Card : (int)Unmetered.PulseFrom;
    }
}
