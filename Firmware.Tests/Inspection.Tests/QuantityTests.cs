using Core.Tests.Support;
using Firmware.Console;
using Firmware.Inspection;
using Firmware.Inspection.Items;

namespace Inspection.Tests;

/// <summary>Values as people write and type them.</summary>
[TestClass]
public class QuantityTests
{
    [TestMethod]
    [DataRow(41300, 3, "41.3", "ms")]
    [DataRow(1000, 3, "1", "ms")]
    [DataRow(4004, 14, "4.004", "Ω")]
    [DataRow(12050, 1, "12.05", "V")]
    [DataRow(-7, 1, "-0.007", "V")]
    [DataRow(500, 15, "0.5", "MΩ")]
    [DataRow(-40, 5, "-4", "%")]
    [DataRow(-12, 5, "-1.2", "%")]
    [DataRow(150, 10, "1.5", "m")]
    [DataRow(310, 8, "310", "kPa")]
    [DataRow(int.MinValue, 9, "-2147483.648", "°C")]
    [DataRow(0, 4, "0", "s")]
    [DataRow(2, 0, "2", "")]
    public void Text_IsExactAndShort(int value, int unit, string text, string name)
    {
        Assert.AreEqual(text, Quantity.Text(value, (byte)unit));
        Assert.AreEqual(name, Quantity.UnitOf((byte)unit));
    }

    [TestMethod]
    public void Limits_SaySideAndUnit()
    {
        Assert.AreEqual("≤ 80 ms", Quantity.Limits(Checklist.NoLow, 80000, ItemUnit.Microsecond));
        Assert.AreEqual("≥ 0.5 MΩ", Quantity.Limits(500, Checklist.NoHigh, ItemUnit.Kiloohm));
        Assert.AreEqual("11.4 … 15 V", Quantity.Limits(11400, 15000, ItemUnit.Millivolt));
        Assert.AreEqual("", Quantity.Limits(Checklist.NoLow, Checklist.NoHigh, ItemUnit.Watt));
        Assert.AreEqual("", Quantity.Limits(1, 1, ItemUnit.One));
    }

    [TestMethod]
    [DataRow("2.35", 3, 2350)]
    [DataRow("4", 3, 4000)]
    [DataRow("-0.5", 3, -500)]
    [DataRow("0.001", 3, 1)]
    [DataRow("2147483.647", 3, 2147483647)]
    [DataRow("310", 0, 310)]
    public void TryRead_TakesDecimals(string typed, int decimals, int value)
    {
        byte[] bytes = Core.Tests.Support.Text.Utf8("x" + typed);
        Assert.IsTrue(Quantity.TryRead(bytes, 1, bytes.Length, decimals, out int read));
        Assert.AreEqual(value, read);
    }

    [TestMethod]
    [DataRow("", 3)]
    [DataRow("-", 3)]
    [DataRow(".5", 3)]
    [DataRow("5.", 3)]
    [DataRow("1.2.3", 3)]
    [DataRow("1.2345", 3)]
    [DataRow("1.5", 0)]
    [DataRow("1e3", 3)]
    [DataRow("4 ", 3)]
    [DataRow("2147483.648", 3)]
    [DataRow("99999999999999999999", 3)]
    public void TryRead_RefusesWhatIsNoNumber(string typed, int decimals)
    {
        byte[] bytes = Core.Tests.Support.Text.Utf8(typed);
        Assert.IsFalse(Quantity.TryRead(bytes, 0, bytes.Length, decimals, out int read));
        Assert.AreEqual(0, read);
    }
}
