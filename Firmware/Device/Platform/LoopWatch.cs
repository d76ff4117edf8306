using System;
using System.Threading;
using nanoFramework.Runtime.Native;

namespace Firmware.Device.Platform;

/// <summary>
/// Watches the loop from a thread of its own: a native call that does not return would leave the contactor as it is for ever. It counts its own wakes, not time: while the platform stands still as a
/// whole (DNS, TLS, erasing flash) it does not wake either. The restart that it makes cannot be marked, since storage may be what hangs: the next start takes it for a crash. A platform that does
/// not come back from a stall is beyond any thread of it.
/// </summary>
public sealed class LoopWatch
{
    /// <summary>Wakes without a turn of the loop after which the unit is restarted: no turn lasts as many seconds.</summary>
    public const int MaxWakes = 30;

    private const int WakeMs = 1000;

    private int _wakes;

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        new Thread(Run).Start();
    }

    /// <summary>The loop has come round.</summary>
    public void NoteTurn()
    {
        _wakes = 0;
    }

    private void Run()
    {
        while (true)
        {
            try
            {
                Thread.Sleep(WakeMs);
                _wakes++;
                if (_wakes >= MaxWakes)
                {
                    Power.RebootDevice();
                }
            }
            catch (Exception)
            {
                // Nothing in here fails; should it, the watch goes on.
                _wakes++;
            }
        }
    }
}
