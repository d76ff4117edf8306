using Core.Tests.Support;
using Firmware.Core.Metering;
using Firmware.Records;

namespace Records.Tests;

/// <summary>What the site has taught goes through storage, slot 4, and a torn or foreign slot changes nothing.</summary>
[TestClass]
public class LearnedBandsSlotTests
{
    private static SiteBench s_bench = new SiteBench();
    private static readonly byte[] s_buffer = new byte[1024];

    [TestMethod]
    public void Lesson_IsWrittenOnceAndReadBack()
    {
        s_bench = new SiteBench();
        var slot = new LearnedBandsSlot(s_bench.View.Bands);
        Assert.AreEqual(4, slot.Slot);
        Assert.IsFalse(slot.IsDue(0));
        s_bench.Teach(3, 11111, 310, 5000);
        Assert.IsTrue(slot.IsDue(0));
        int count = slot.Write(s_buffer, 0, new TableChecksum());
        slot.Saved(0);
        Assert.AreEqual(72, count);
        Assert.IsFalse(slot.IsDue(0));
        var other = new SiteBench();
        Assert.IsTrue(new LearnedBandsSlot(other.View.Bands).TryRead(s_buffer, count, new TableChecksum()));
        Assert.AreEqual(3, other.View.Bands.RunsOf(RunMeans.Flow));
        Assert.AreEqual(11111, other.View.Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(1)]
    [DataRow(71)]
    public void DamagedSlot_ChangesNothing(int place)
    {
        s_bench = new SiteBench();
        var slot = new LearnedBandsSlot(s_bench.View.Bands);
        s_bench.Teach(3, 11111, 310, 5000);
        int count = slot.Write(s_buffer, 0, new TableChecksum());
        s_buffer[place] ^= 1;
        var other = new SiteBench();
        Assert.IsFalse(new LearnedBandsSlot(other.View.Bands).TryRead(s_buffer, count, new TableChecksum()));
        Assert.AreEqual(0, other.View.Bands.RunsOf(RunMeans.Flow));
    }
}
