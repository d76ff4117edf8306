using System;
using Firmware.Device;
using Firmware.Device.Platform;
using Firmware.Texts.En;
using Firmware.Texts.Zh;
using nanoFramework.Runtime.Native;

namespace Boards.Esp32Wrover;

/// <summary>The image for an ESP32-WROVER.</summary>
public static class Program
{
    /// <summary>Maps the ports, composes the unit, runs it. A unit that cannot be composed shows that and restarts: a Main that ends leaves the chip idle for ever.</summary>
    public static void Main()
    {
        try
        {
            Wiring.MapPorts();
            UnitProgram.Compose(Wiring.Pins(), new ChineseTexts(), new EnglishTexts()).Run();
        }
        catch (Exception)
        {
            Distress.Show(Wiring.Pins().LevelLed);
            Power.RebootDevice();
        }
    }
}
