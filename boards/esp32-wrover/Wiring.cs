using Firmware.Device;

namespace Boards.Esp32Wrover;

/// <summary>
/// Roles to pins of an ESP32-WROVER-E on the same terminal board: the module's PSRAM takes GPIO 16 and 17, so the RS485 line has the pins of two LEDs, and these sit on strapping pins. 5
/// only glows at start; 2 and 12 must be low at start, where the chip pulls them down and an LED to ground cannot lift them.
/// </summary>
public static class Wiring
{
    private const int BusTx = 18;
    private const int BusRx = 19;

    /// <summary>Maps the serial ports and the I²C bus.</summary>
    public static void MapPorts() => TerminalBoard.MapPorts(BusTx, BusRx);

    /// <summary>The pin table.</summary>
    public static BoardPins Pins()
    {
        BoardPins pins = TerminalBoard.Pins();
        pins.Board = "esp32-wrover";
        pins.LevelLed = 5;
        pins.LinkLed = 2;
        pins.PowerLed = 12;
        return pins;
    }
}
