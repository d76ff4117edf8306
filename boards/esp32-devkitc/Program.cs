using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Boards.Esp32DevKitC;

/// <summary>The image for the ESP32-DevKitC.</summary>
public static class Program
{
    /// <summary>Maps the ports, composes the unit, runs it.</summary>
    public static void Main()
    {
        Wiring.MapPorts();
        UnitProgram.Compose(Wiring.Pins(), new ChineseTexts(), new EnglishTexts()).Run();
    }
}
