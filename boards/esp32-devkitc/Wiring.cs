using Firmware.Device;

namespace Boards.Esp32DevKitC;

/// <summary>
/// Roles to pins of the ESP32-DevKitC on the terminal board of wiring.md: what the module adds to <see cref="TerminalBoard"/>. The LED on the strapping pin 5 only glows at start.
/// </summary>
public static class Wiring
{
    private const int BusTx = 17;
    private const int BusRx = 16;

    /// <summary>Maps the serial ports and the I²C bus.</summary>
    public static void MapPorts() => TerminalBoard.MapPorts(BusTx, BusRx);

    /// <summary>The pin table.</summary>
    public static BoardPins Pins()
    {
        BoardPins pins = TerminalBoard.Pins();
        pins.Board = "esp32-devkitc";
        pins.LevelLed = 18;
        pins.LinkLed = 19;
        pins.PowerLed = 5;
        return pins;
    }
}
