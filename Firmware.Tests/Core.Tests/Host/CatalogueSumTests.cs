using System;
using System.Linq;
using System.Reflection;
using Firmware.Core.Faults;

namespace Core.Tests.Host;

/// <summary>The sum that the self-test asks for: every bit of every column of the fault catalogue counts.</summary>
[TestClass]
public sealed class CatalogueSumTests
{
    [TestMethod]
    public void OneBitThatTipsOver_ChangesTheSum()
    {
        var catalogue = new FaultCatalogue();
        int sum = catalogue.Sum();
        Assert.AreEqual(sum, new FaultCatalogue().Sum());
        var columns = typeof(FaultCatalogue).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(f => f.GetValue(catalogue)).OfType<Array>().ToList();
        Assert.AreEqual(10, columns.Count);
        int bits = 0;
        foreach (Array column in columns)
        {
            for (int bit = 0; bit < Buffer.ByteLength(column) * 8; bit++)
            {
                Tip(column, bit);
                Assert.AreNotEqual(sum, catalogue.Sum(), $"{column.GetType().Name}, bit {bit}");
                Tip(column, bit);
                bits++;
            }
        }

        Assert.AreEqual(sum, catalogue.Sum());
        Assert.IsTrue(bits > 12000, bits.ToString());
    }

    private static void Tip(Array column, int bit) => Buffer.SetByte(column, bit / 8, (byte)(Buffer.GetByte(column, bit / 8) ^ (1 << (bit % 8))));
}
