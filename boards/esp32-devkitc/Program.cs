using System.Threading;

namespace Boards.Esp32DevKitC;

public static class Program
{
    public static void Main()
    {
        Thread.Sleep(Firmware.Device.Placeholder.Version);
    }
}
