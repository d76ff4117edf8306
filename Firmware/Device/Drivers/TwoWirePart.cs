using System;
using System.Device.I2c;
using Firmware.Core.Contracts;

namespace Firmware.Device.Drivers;

/// <summary>
/// A part on the I²C bus, and how its transfers end: a reason instead of a value where it does not answer. Never throws once it is made. A transfer that
/// nobody acknowledges ends at once; a wire that is held low costs a second, in which every thread of the chip stands still.
/// </summary>
internal sealed class TwoWirePart
{
    private const int Bus = 1;

    private readonly I2cDevice _device;

    /// <summary>The part at an address, at 100 kHz: the leads to the door are half a metre long.</summary>
    public TwoWirePart(int address)
    {
        _device = I2cDevice.Create(new I2cConnectionSettings(Bus, address, I2cBusSpeed.StandardMode));
    }

    /// <summary>Sends the first <paramref name="count"/> bytes.</summary>
    public NoDataReason Write(byte[] from, int count)
    {
        try
        {
            return ReasonOf(_device.Write(new SpanByte(from, 0, count)).Status);
        }
        catch (Exception)
        {
            return NoDataReason.BusError;
        }
    }

    /// <summary>Reads the first <paramref name="count"/> bytes.</summary>
    public NoDataReason Read(byte[] into, int count)
    {
        try
        {
            return ReasonOf(_device.Read(new SpanByte(into, 0, count)).Status);
        }
        catch (Exception)
        {
            return NoDataReason.BusError;
        }
    }

    /// <summary>Reads registers from <paramref name="first"/> on.</summary>
    /// <param name="pointer">One byte of room for the register's number.</param>
    /// <param name="first">First register.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="count">How many.</param>
    public NoDataReason ReadFrom(byte[] pointer, byte first, byte[] into, int count)
    {
        try
        {
            pointer[0] = first;
            return ReasonOf(_device.WriteRead(new SpanByte(pointer, 0, 1), new SpanByte(into, 0, count)).Status);
        }
        catch (Exception)
        {
            return NoDataReason.BusError;
        }
    }

    private static NoDataReason ReasonOf(I2cTransferStatus status)
    {
        return status switch
        {
            I2cTransferStatus.FullTransfer => NoDataReason.None,
            I2cTransferStatus.SlaveAddressNotAcknowledged => NoDataReason.Timeout,
            _ => NoDataReason.BusError,
        };
    }
}
