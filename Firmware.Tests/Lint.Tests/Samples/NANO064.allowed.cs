// layer: Core
// assembly: Firmware.Core
// settings: hot Firmware.Core.Loop::Scan
// settings: hot Firmware.Device.Loop::Poll
namespace Firmware.Core;

public class Loop
{
    public void Scan()
    {
    }
}
