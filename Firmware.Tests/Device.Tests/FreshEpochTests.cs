using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>The number that names a store's life.</summary>
[TestClass]
public class FreshEpochTests
{
    /// <summary>Each of the 32 bits is 1 in one draw and 0 in another: the chance that a bit that is drawn fails in 200 draws is 1 in 10^60.</summary>
    [TestMethod]
    public void EveryBitIsDrawn()
    {
        int ones = 0;
        int zeros = 0;
        for (int draw = 0; draw < 200; draw++)
        {
            int epoch = FreshEpoch.Draw();
            ones |= epoch;
            zeros |= ~epoch;
        }

        Assert.AreEqual(-1, ones);
        Assert.AreEqual(-1, zeros);
    }
}
