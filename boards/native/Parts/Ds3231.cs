using System;

namespace Board.Native.Parts;

/// <summary>
/// DS3231 (datasheet 19-5170): registers 0x00–0x12 with an address pointer that wraps; time in BCD, 24 h; bit 7 of 0x0F says that the
/// oscillator has stopped, which it does until the time is set first, and when its cell is empty. Runs on unit time; its cell carries it over power cuts.
/// </summary>
public sealed class Ds3231 : I2cPart
{
    private const int Registers = 0x13;
    private const int TimeRegisters = 7;
    private const int Status = 0x0F;
    private const int TemperatureHigh = 0x11;
    private const byte OscillatorStopped = 0x80;

    private readonly byte[] _registers = new byte[Registers];
    private System.DateTime _set = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private long _setAt;
    private int _pointer;

    /// <summary>A chip that was never set.</summary>
    public Ds3231() => _registers[Status] = OscillatorStopped;

    /// <summary>Temperature at the chip; it tells it in quarters of a kelvin.</summary>
    public double Celsius { get; set; } = 25;

    /// <summary>The cell is empty: a power cut stops the oscillator.</summary>
    public bool CellEmpty { get; set; }

    /// <summary>Time that it keeps, UTC; <c>null</c> while it knows none.</summary>
    public System.DateTime? Now => (_registers[Status] & OscillatorStopped) != 0 ? null : _set.AddSeconds((UnitTime.Microseconds - _setAt) / 1_000_000);

    /// <summary>Sets it as at commissioning.</summary>
    public void Set(System.DateTime utc)
    {
        (_set, _setAt) = (utc, UnitTime.Microseconds);
        _registers[Status] &= unchecked((byte)~OscillatorStopped);
    }

    /// <inheritdoc/>
    protected internal override void Write(ReadOnlySpan<byte> bytes)
    {
        Show();
        _pointer = bytes[0] % Registers;
        int first = _pointer;
        for (int i = 1; i < bytes.Length; i++)
        {
            _registers[_pointer] = bytes[i];
            _pointer = (_pointer + 1) % Registers;
        }

        if (first < TimeRegisters && bytes.Length > TimeRegisters)
        {
            TakeTime();
        }
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes)
    {
        Show();
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = _registers[_pointer];
            _pointer = (_pointer + 1) % Registers;
        }
    }

    /// <inheritdoc/>
    protected internal override void PowerUp()
    {
        if (CellEmpty)
        {
            _registers[Status] |= OscillatorStopped;
            (_set, _setAt) = (new System.DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), UnitTime.Microseconds);
        }
    }

    private static byte Bcd(int value) => (byte)(((value / 10) << 4) | (value % 10));

    private static int Number(byte bcd) => ((bcd >> 4) * 10) + (bcd & 0x0F);

    private void Show()
    {
        System.DateTime now = _set.AddSeconds((UnitTime.Microseconds - _setAt) / 1_000_000);
        byte[] time =
        [
            Bcd(now.Second), Bcd(now.Minute), Bcd(now.Hour), (byte)(1 + (int)now.DayOfWeek), Bcd(now.Day), Bcd(now.Month), Bcd(now.Year % 100),
        ];
        time.CopyTo(_registers, 0);
        int quarters = (int)Math.Round(Celsius * 4);
        _registers[TemperatureHigh] = (byte)(quarters >> 2);
        _registers[TemperatureHigh + 1] = (byte)((quarters & 3) << 6);
    }

    private void TakeTime()
    {
        _set = new System.DateTime(
            2000 + Number(_registers[6]),
            Math.Clamp(Number((byte)(_registers[5] & 0x1F)), 1, 12),
            Math.Clamp(Number(_registers[4]), 1, 28 + 3),
            Number(_registers[2]) % 24,
            Number(_registers[1]) % 60,
            Number(_registers[0]) % 60,
            DateTimeKind.Utc);
        _setAt = UnitTime.Microseconds;
    }
}
