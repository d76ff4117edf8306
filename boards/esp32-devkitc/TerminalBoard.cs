using Firmware.Device;
using nanoFramework.Hardware.Esp32;

namespace Boards;

/// <summary>
/// What the terminal board of esp32-devkitc/wiring.md fixes, whichever module sits on it. Analogue inputs are on ADC1 (ADC2 fails while Wi-Fi runs); no output that moves
/// anything is on a strapping pin (0, 2, 5, 12, 15); the button on 15, held at start, only silences the chip's own start messages; 34–39 are inputs without pulls, so their terminals
/// have pull-ups of 10 kΩ on the terminal board.
/// </summary>
internal static class TerminalBoard
{
    private const int BusDriverEnable = 4;
    private const int ConsoleTx = 25;
    private const int ConsoleRx = 26;
    private const int TwoWireData = 21;
    private const int TwoWireClock = 22;

    /// <summary>COM1 is the wire protocol on this chip; RS485 is COM2, on the module's own pins, the console COM3.</summary>
    internal static void MapPorts(int busTx, int busRx)
    {
        Configuration.SetPinFunction(busTx, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(busRx, DeviceFunction.COM2_RX);
        Configuration.SetPinFunction(BusDriverEnable, DeviceFunction.COM2_RTS);
        Configuration.SetPinFunction(ConsoleTx, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(ConsoleRx, DeviceFunction.COM3_RX);
        Configuration.SetPinFunction(TwoWireData, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(TwoWireClock, DeviceFunction.I2C1_CLOCK);
    }

    /// <summary>Every role but the LEDs, which sit where the module leaves room.</summary>
    internal static BoardPins Pins()
    {
        return new BoardPins
        {
            FirstWithoutPull = 34,
            PumpContactor = 27,
            PumpContact = 23,
            RunRequest = 14,
            MainsPresent = 13,
            Door = 35,
            Pulse = 34,
            Button = 15,

            // GPIO36 behind 100 kΩ over 20 kΩ: 1/6. At 12 dB attenuation the converter gives 0 at about 150 mV and 4095 at about 3,100 mV.
            // Nothing of the unit runs below 3 V (486 counts): fewer counts are a cut wire, which R13 pulls to 0.
            SupplyChannel = 0,
            SupplyZeroMillivolts = 900,
            SupplyFullMillivolts = 18600,
            SupplyMinCounts = 480,

            // GPIO39 behind 10 kΩ over 20 kΩ: 2/3 of 0.5–4.5 V for 0–1,000 kPa. 333 mV → 254 counts, 3,000 mV → 3,956 counts.
            // Below 40 counts (0.27 V at the transducer, about half of what it gives at no pressure) its wire is cut, which R15 pulls to 0. A short
            // circuit to its supply lies beyond the converter and reads as full counts; the most that a sound one gives, 4.5 V, stays at 3,956.
            PressureChannel = 3,
            PressureZeroCounts = 254,
            PressureFullCounts = 3956,
            PressureFullKilopascal = 1000,
            PressureMinCounts = 40,
            PressureMaxCounts = 4090,

            // GPIO32 with the supply's divider, GPIO33 with the pressure transducer's.
            BatteryChannel = 4,
            WellLevelChannel = 5,

            ExpanderAddress = 0x20,
            ClockAddress = 0x68,
            ReaderAddress = 0x24,
            MirrorBit = 0,
            SelectorBit = 1,
            FloatBit = 2,
            ValveOpenBit = 3,
            ValveShutBit = 4,
            ValveOpenDriveBit = 8,
            ValveShutDriveBit = 9,

            BusPort = "COM2",
            BusBaud = 9600,
            ConsolePort = "COM3",
        };
    }
}
