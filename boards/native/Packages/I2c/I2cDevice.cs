using Board.Native;
using nanoFramework.Hardware.Esp32;
using PinTable = nanoFramework.Hardware.Esp32.Configuration;

namespace System.Device.I2c;

/// <summary>
/// A part on a two-wire bus, with the manners of the ESP32 target: whoever does not acknowledge gives <see cref="I2cTransferStatus.SlaveAddressNotAcknowledged"/>
/// at once and no bytes; a bus that is held low gives <see cref="I2cTransferStatus.ClockStretchTimeout"/> after a second in which every
/// thread of the unit stands still. Which pins the bus has is read from the pin table when the part is opened; without an entry it has the chip's defaults.
/// </summary>
public class I2cDevice : IDisposable
{
    private const int Buses = 2;
    private const long StuckStall = 1_000_000;
    private const int DefaultData = 18;

    private readonly I2cWires _wires;
    private readonly Func<bool> _driverHangs;

    /// <exception cref="ArgumentException">The chip has no such bus.</exception>
    /// <exception cref="Exception">A pin of the bus is in use as a GPIO; the device throws the bare type.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        StallGate.Pass();
        if (settings.BusId < 1 || settings.BusId > Buses)
        {
            throw new ArgumentException($"no I2C bus {settings.BusId}");
        }

        ConnectionSettings = settings;
        int data = PinOf(settings.BusId, clock: false);
        int clock = PinOf(settings.BusId, clock: true);
        if (Pin.At(data).IsOpen || Pin.At(clock).IsOpen)
        {
            throw new Exception("a pin of the bus is in use");
        }

        _wires = I2cWires.Of(data, clock);
        _driverHangs = () => _wires.Hangs;
    }

    public I2cConnectionSettings ConnectionSettings { get; }

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    /// <summary>One byte; 0 also where nobody answers, which cannot be told apart.</summary>
    public byte ReadByte()
    {
        byte[] one = new byte[1];
        Transfer(default, one);
        return one[0];
    }

    public I2cTransferResult Read(SpanByte buffer) => Transfer(default, buffer);

    public I2cTransferResult WriteByte(byte value) => Transfer(new[] { value }, default);

    public I2cTransferResult Write(SpanByte buffer) => Transfer(buffer, default);

    /// <summary>Writes, then reads after a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer, readBuffer);

    public void Dispose() => GC.SuppressFinalize(this);

    private static int PinOf(int bus, bool clock)
    {
        DeviceFunction function = bus == 1
            ? clock ? DeviceFunction.I2C1_CLOCK : DeviceFunction.I2C1_DATA
            : clock ? DeviceFunction.I2C2_CLOCK : DeviceFunction.I2C2_DATA;
        int pin = PinTable.GetFunctionPin(function);
        int standard = (bus == 1 ? DefaultData : 25) + (clock ? 1 : 0);
        return pin < 0 ? standard : pin;
    }

    private I2cTransferResult Transfer(SpanByte write, SpanByte read)
    {
        StallGate.PassUnless(_driverHangs);
        if (_wires.IsStuck)
        {
            StallGate.Stall(StuckStall);
            return new I2cTransferResult(I2cTransferStatus.ClockStretchTimeout, 0);
        }

        bool done = _wires.Transfer(ConnectionSettings.DeviceAddress, write.AsSpan(), read.AsSpan());
        return done
            ? new I2cTransferResult(I2cTransferStatus.FullTransfer, write.Length + read.Length)
            : new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }
}
