using System;

namespace Board.Native.Parts;

/// <summary>
/// PCF8575 (datasheet SCPS121): 16 quasi-bidirectional pins, P00–P07 first byte, P10–P17 second one. Each is pulled high weakly, or low by its
/// latch or from outside; a read gives the level. All latches are high when the supply comes.
/// </summary>
public sealed class Pcf8575 : I2cPart
{
    /// <summary>Pins.</summary>
    public const int Pins = 16;

    private const int AllHigh = 0xFFFF;

    private int _latches = AllHigh;
    private int _outside = AllHigh;
    private bool _second;

    /// <summary>A pin is pulled low from outside, or let go.</summary>
    public void SetInput(int pin, bool high) => _outside = high ? _outside | (1 << pin) : _outside & ~(1 << pin);

    /// <summary>Level at a pin, whoever makes it.</summary>
    public bool Level(int pin) => (_latches & _outside & (1 << pin)) != 0;

    /// <inheritdoc/>
    protected internal override void Write(ReadOnlySpan<byte> bytes)
    {
        _second = false;
        foreach (byte value in bytes)
        {
            _latches = _second ? (_latches & 0x00FF) | (value << 8) : (_latches & 0xFF00) | value;
            _second = !_second;
        }
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((_latches & _outside) >> (8 * (i % 2)));
        }
    }

    /// <inheritdoc/>
    protected internal override void PowerUp() => _latches = AllHigh;
}
