using Firmware.Core.Faults;
using Firmware.Core.Ports;

namespace Firmware.Records;

/// <summary>
/// What flowed while a fault spoiled the metering, over a restart: written at each onset and end, and every ten minutes while one goes on. Body: 0 flow of the last good
/// run (32), 4 its power (32), 8 number of places, then for each: code (16), flags (<see cref="UnmeteredWater.FlagsAt"/>), then 13 numbers (32) in the order of
/// <see cref="Core.Faults.Unmetered"/>.
/// </summary>
public sealed class UnmeteredSlot : IKept
{
    /// <summary>While a fault goes on: what a power cut may cost of run time, ms.</summary>
    public const int RunningMs = 600000;

    /// <summary>Bytes of the longest.</summary>
    public const int MaxBytes = Record.OverheadBytes + HeadBytes + (UnmeteredWater.Places * PlaceBytes);

    private const int HeadBytes = 9;
    private const int PlaceBytes = 3 + (4 * UnmeteredWater.Fields);

    private readonly FaultCatalogue _catalogue;
    private readonly UnmeteredWater _water;
    private int _saved;
    private long _savedMs;

    /// <summary>Keeps this.</summary>
    public UnmeteredSlot(FaultCatalogue catalogue, UnmeteredWater water)
    {
        _catalogue = catalogue;
        _water = water;
    }

    /// <inheritdoc/>
    public int Slot => Slots.Unmetered;

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _water.Changes != _saved || (_water.IsOpen && nowMs - _savedMs >= RunningMs);

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _saved = _water.Changes;
        _savedMs = nowMs;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put32(buffer, Record.BodyAt, _water.GoodFlow);
        at = Bytes.Put32(buffer, at, _water.GoodPower);
        int placesAt = at++;
        buffer[placesAt] = 0;
        for (int place = 0; place < UnmeteredWater.Places; place++)
        {
            if (_water.RowAt(place) != FaultCatalogue.NoRow)
            {
                buffer[placesAt]++;
                at = WritePlace(buffer, at, place);
            }
        }

        return Record.Seal(buffer, Record.Unmetered, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Unmetered, HeadBytes, checksum)
            || buffer[Record.BodyAt + 8] > UnmeteredWater.Places
            || Record.BodyBytes(buffer) != HeadBytes + (buffer[Record.BodyAt + 8] * PlaceBytes))
        {
            return false;
        }

        _water.RestoreGood(Bytes.Get32(buffer, Record.BodyAt), Bytes.Get32(buffer, Record.BodyAt + 4));
        for (int place = 0; place < buffer[Record.BodyAt + 8]; place++)
        {
            ReadPlace(buffer, Record.BodyAt + HeadBytes + (place * PlaceBytes), place);
        }

        return true;
    }

    private int WritePlace(byte[] buffer, int at, int place)
    {
        at = Bytes.Put16(buffer, at, _catalogue.Code(_water.RowAt(place)));
        buffer[at++] = _water.FlagsAt(place);
        for (int field = 0; field < UnmeteredWater.Fields; field++)
        {
            at = Bytes.Put32(buffer, at, _water.ValueAt(place, (Unmetered)field));
        }

        return at;
    }

    private void ReadPlace(byte[] buffer, int at, int place)
    {
        int row = _catalogue.RowOf(Bytes.Get16(buffer, at));
        if (row < 0)
        {
            return;
        }

        _water.Restore(place, row, buffer[at + 2]);
        for (int field = 0; field < UnmeteredWater.Fields; field++)
        {
            _water.RestoreValue(place, (Unmetered)field, Bytes.Get32(buffer, at + 3 + (4 * field)));
        }
    }
}
