using Firmware.Records;

namespace Records.Tests;

/// <summary>The head of a slot's file: a damaged one is seen for what it is, and takes nothing of what stands after it.</summary>
[TestClass]
public class SlotHeadTests
{
    private const int Longest = 1056;
    private static readonly byte[] s_head = new byte[2];

    [TestMethod]
    [DataRow(1, 0xF001)]
    [DataRow(4, 0xD804)]
    [DataRow(46, 0x802E)]
    [DataRow(360, 0xE168)]
    [DataRow(1056, 0xFC20)]
    [DataRow(2047, 0xF7FF)]
    public void LengthAndCheck_LieAsFormatSays(int count, int head)
    {
        SlotHead.Put(s_head, count);
        Assert.AreEqual(head, Bytes.Get16(s_head, 0));
        Assert.AreEqual(count, SlotHead.ContentBytes(s_head, count));
        Assert.AreEqual(count, SlotHead.ContentBytes(s_head, 2047), "what follows is of a longer old content");
    }

    /// <summary>Whatever length a slot can have, with more after it or not.</summary>
    [TestMethod]
    public void EachFlippedBit_LeavesAllThatIsThere()
    {
        for (int count = 1; count <= Longest; count++)
        {
            for (int bit = 0; bit < 16; bit++)
            {
                SlotHead.Put(s_head, count);
                s_head[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.AreEqual(count, SlotHead.ContentBytes(s_head, count));
                Assert.AreEqual(Longest, SlotHead.ContentBytes(s_head, Longest));
            }
        }
    }

    /// <summary>Nothing written, erased flash, and a length of which not so much is there.</summary>
    [TestMethod]
    [DataRow(0x0000, 7)]
    [DataRow(0xF800, 7)]
    [DataRow(0xFFFF, 7)]
    [DataRow(0x0004, 7)]
    [DataRow(0xE168, 359)]
    public void HeadThatDoesNotHold_SaysNothing(int head, int there)
    {
        Bytes.Put16(s_head, 0, head);
        Assert.AreEqual(there, SlotHead.ContentBytes(s_head, there));
    }
}
