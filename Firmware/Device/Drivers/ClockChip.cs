using System;
using Firmware.Core.Contracts;

namespace Firmware.Device.Drivers;

/// <summary>
/// DS3231 real-time clock with a cell of its own and a thermometer (datasheet 19-5170): registers 0x00–0x06 time in BCD, 0x0F status with bit 7 = the
/// oscillator has stood still since the time was set, 0x11–0x12 temperature in quarters of a kelvin. ± 2 ppm, a minute a year.
/// </summary>
internal sealed class ClockChip
{
    private const byte TimeRegister = 0x00;
    private const byte StatusRegister = 0x0F;
    private const byte TemperatureRegister = 0x11;
    private const int TimeBytes = 7;
    private const int OscillatorStopped = 0x80;
    private const int Century = 2000;
    private const int MillidegreesPerStep = 250;

    private readonly TwoWirePart _part;
    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _registers = new byte[TimeBytes];
    private readonly byte[] _setting = new byte[TimeBytes + 1];

    /// <summary>The clock at an address.</summary>
    public ClockChip(int address)
    {
        _part = new TwoWirePart(address);
    }

    /// <summary>Reads the time. "Not yet" where it was never set or its cell was empty, "out of range" for what is no date.</summary>
    /// <param name="unixSeconds">Unix seconds, UTC.</param>
    public NoDataReason ReadTime(out long unixSeconds)
    {
        unixSeconds = 0;
        NoDataReason reason = _part.ReadFrom(_pointer, StatusRegister, _registers, 1);
        if (reason != NoDataReason.None)
        {
            return reason;
        }

        if ((_registers[0] & OscillatorStopped) != 0)
        {
            return NoDataReason.NotYet;
        }

        reason = _part.ReadFrom(_pointer, TimeRegister, _registers, TimeBytes);
        return reason == NoDataReason.None ? Convert(out unixSeconds) : reason;
    }

    /// <summary>Sets the time and notes that the oscillator runs.</summary>
    public NoDataReason SetTime(long unixSeconds)
    {
        DateTime time = DateTime.FromUnixTimeSeconds(unixSeconds);
        _setting[0] = TimeRegister;
        _setting[1] = Bcd(time.Second);
        _setting[2] = Bcd(time.Minute);
        _setting[3] = Bcd(time.Hour);
        _setting[4] = (byte)((int)time.DayOfWeek + 1);
        _setting[5] = Bcd(time.Day);
        _setting[6] = Bcd(time.Month);
        _setting[7] = Bcd(time.Year - Century);
        NoDataReason reason = _part.Write(_setting, TimeBytes + 1);
        if (reason != NoDataReason.None)
        {
            return reason;
        }

        _setting[0] = StatusRegister;
        _setting[1] = 0;
        return _part.Write(_setting, 2);
    }

    /// <summary>Reads the temperature, m°C, in steps of 250.</summary>
    public NoDataReason ReadTemperature(out int millidegrees)
    {
        NoDataReason reason = _part.ReadFrom(_pointer, TemperatureRegister, _registers, 2);
        millidegrees = ((((sbyte)_registers[0]) << 2) | (_registers[1] >> 6)) * MillidegreesPerStep;
        return reason;
    }

    private static byte Bcd(int value)
    {
        return (byte)(((value / 10) << 4) | (value % 10));
    }

    private static int Number(int bcd)
    {
        return ((bcd >> 4) * 10) + (bcd & 0x0F);
    }

    private NoDataReason Convert(out long unixSeconds)
    {
        int month = Number(_registers[5] & 0x1F);
        int day = Number(_registers[4] & 0x3F);
        int year = Century + Number(_registers[6]);
        bool isDate = month >= 1 && month <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        int hour = Number(_registers[2] & 0x3F);
        int minute = Number(_registers[1] & 0x7F);
        int second = Number(_registers[0] & 0x7F);
        isDate = isDate && hour < 24 && minute < 60 && second < 60;
        unixSeconds = isDate ? new DateTime(year, month, day, hour, minute, second).ToUnixTimeSeconds() : 0;
        return isDate ? NoDataReason.None : NoDataReason.OutOfRange;
    }
}
