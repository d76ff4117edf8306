using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The evidence of the moment at which a fault was raised, kept until it is raised again: a pool for the rows that need one. When the pool is full the
/// frame of the least important fault that is no longer raised gives way, else that of the least important one.
/// </summary>
public sealed class FreezeFrames
{
    /// <summary>Frames: 16 × (8 values of 5 bytes and 3) are under a kilobyte; more faults at once are a flood.</summary>
    public const int Places = 16;

    private const byte Free = 255;

    private readonly byte[] _row = new byte[Places];
    private readonly int[] _values = new int[Places * FaultCatalogue.EvidenceFields];
    private readonly byte[] _reasons = new byte[Places * FaultCatalogue.EvidenceFields];

    /// <summary>An empty pool.</summary>
    public FreezeFrames()
    {
        for (int place = 0; place < Places; place++)
        {
            _row[place] = Free;
        }
    }

    /// <summary>The frame of a row, −1 where there is none.</summary>
    public int Find(int row)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_row[place] == row)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Value of a field of a frame.</summary>
    public int Value(int frame, int field) => _values[(frame * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Why a field of a frame has no value.</summary>
    public NoDataReason Reason(int frame, int field) => (NoDataReason)_reasons[(frame * FaultCatalogue.EvidenceFields) + field];

    /// <summary>Keeps the row's evidence as it reads now.</summary>
    public void Take(FaultMonitors monitors, FaultCatalogue catalogue, int row, Readings readings)
    {
        int frame = Find(row);
        frame = frame < 0 ? PlaceFor(monitors, catalogue) : frame;
        _row[frame] = (byte)row;
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = catalogue.EvidenceSignal(row, field);
            int at = (frame * FaultCatalogue.EvidenceFields) + field;
            _values[at] = signal == Signal.None ? 0 : readings.ValueOf(signal);
            _reasons[at] = signal == Signal.None ? (byte)NoDataReason.NotFitted : (byte)readings.ReasonOf(signal);
        }
    }

    private int PlaceFor(FaultMonitors monitors, FaultCatalogue catalogue)
    {
        int best = Find(Free);
        for (int place = 0; best < 0 || (place < Places && _row[best] != Free); place++)
        {
            if (best < 0 || Worth(monitors, catalogue, place) < Worth(monitors, catalogue, best))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>Raised before cleared, then level 1 before 4.</summary>
    private int Worth(FaultMonitors monitors, FaultCatalogue catalogue, int place)
    {
        return (monitors.IsRaised(_row[place]) ? 8 : 0) + 4 - catalogue.Level(_row[place]);
    }
}
