using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>A meter of 10 L a pulse, stepped every 50 ms as the scan does.</summary>
[TestClass]
public class PulseMeterTests
{
    private const int StepMs = 50;

    private static PulseMeter _meter;
    private static long _nowMs;
    private static long _count;

    [TestMethod]
    public void SteadyPulsesGiveTheirFlow()
    {
        Begin();
        Pulses(20, 1000);
        Assert.AreEqual(10000, _meter.Flow);
    }

    [TestMethod]
    public void SilenceAfterFourExpectedIntervalsIsNoFlow()
    {
        Begin();
        Pulses(20, 1000);
        Wait(6100); // 4 × 1 s, and the 2 s of the window
        Assert.AreEqual(0, _meter.Flow);
    }

    [TestMethod]
    public void ASlowFlowAfterAFastOneIsMeasured()
    {
        Begin();
        Pulses(20, 1000);
        Wait(60000);
        Pulses(4, 20000);
        Assert.AreEqual(500, _meter.Flow);
    }

    private static void Begin()
    {
        _meter = new PulseMeter(10000, 140);
        _nowMs = 0;
        _count = 0;
        _meter.Step(_nowMs, _count);
    }

    private static void Pulses(int pulses, int intervalMs)
    {
        for (int i = 0; i < pulses; i++)
        {
            Wait(intervalMs - StepMs);
            _count++;
            Wait(StepMs);
        }
    }

    private static void Wait(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += StepMs)
        {
            _nowMs += StepMs;
            _meter.Step(_nowMs, _count);
        }
    }
}
