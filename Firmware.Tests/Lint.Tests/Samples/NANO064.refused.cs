// layer: Core
// assembly: Firmware.Core
// settings: hot Firmware.Core.Loop::Scan
namespace Firmware.Core;

public class Loop
{
    public void Step()
    {
    }
}
