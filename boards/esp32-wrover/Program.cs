using System;
using System.Threading;
using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;
using nanoFramework.Runtime.Native;

namespace Boards.Esp32Wrover;

/// <summary>The image for an ESP32-WROVER.</summary>
public static class Program
{
    private const int RestartMs = 10000;

    /// <summary>Maps the ports, composes the unit, runs it. A unit that cannot be composed restarts: a Main that ends leaves the chip idle for ever.</summary>
    public static void Main()
    {
        try
        {
            Wiring.MapPorts();
            UnitProgram.Compose(Wiring.Pins(), new ChineseTexts(), new EnglishTexts()).Run();
        }
        catch (Exception)
        {
            Thread.Sleep(RestartMs);
            Power.RebootDevice();
        }
    }
}
