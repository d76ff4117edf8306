namespace System.Device.I2c;

/// <summary>Clock of the bus.</summary>
public enum I2cBusSpeed
{
    StandardMode = 0,
    FastMode = 1,
    FastModePlus = 2,
}

/// <summary>How a transfer ended.</summary>
public enum I2cTransferStatus
{
    UnknownError = 0,
    FullTransfer = 1,
    ClockStretchTimeout = 2,
    PartialTransfer = 3,
    SlaveAddressNotAcknowledged = 4,
}

/// <summary>Which part on which bus.</summary>
public sealed class I2cConnectionSettings
{
    public I2cConnectionSettings(int busId, int deviceAddress)
        : this(busId, deviceAddress, I2cBusSpeed.StandardMode)
    {
    }

    public I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed) =>
        (BusId, DeviceAddress, BusSpeed) = (busId, deviceAddress, busSpeed);

    public int BusId { get; }

    public int DeviceAddress { get; }

    public I2cBusSpeed BusSpeed { get; }
}

/// <summary>How a transfer ended, and after how many bytes.</summary>
public struct I2cTransferResult
{
    private readonly uint _bytesTransferred;
    private readonly I2cTransferStatus _status;

    internal I2cTransferResult(I2cTransferStatus status, int bytes) => (_status, _bytesTransferred) = (status, (uint)bytes);

    public uint BytesTransferred => _bytesTransferred;

    public I2cTransferStatus Status => _status;
}
