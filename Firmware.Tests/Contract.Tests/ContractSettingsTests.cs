using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Records;

namespace Contract.Tests;

/// <summary>The contract and its holidays in the settings file.</summary>
[TestClass]
public class ContractSettingsTests
{
    [TestMethod]
    [DataRow("contract=A", 0, 0)]
    [DataRow("contract=B1", 1, 0)]
    [DataRow("contract=B2", 2, 0)]
    [DataRow("contract=B3", 3, 0)]
    [DataRow("contract=C", 4, 0)]
    [DataRow("contract=D", 5, 0)]
    [DataRow("contract=E", 6, 0)]
    [DataRow("contract=F", 0, 1)]
    [DataRow("contract=", 0, 1)]
    [DataRow("contract=b1", 0, 1)]
    public void TheContract(string text, int contract, int rejected)
    {
        var settings = new Settings();
        byte[] bytes = Text.Utf8(text);
        SettingsText read = SettingsText.Read(bytes, bytes.Length, settings);
        Assert.AreEqual(rejected, read.FirstLine == 0 ? 0 : read.Rejected);
        Assert.AreEqual(contract, (int)settings.Contract);
    }

    [TestMethod]
    public void TheHolidays()
    {
        var settings = new Settings();
        byte[] bytes = Text.Utf8("holidays=2026:0101\nholidays_next=2027:0101-0103");
        Assert.AreEqual(0, SettingsText.Read(bytes, bytes.Length, settings).FirstLine);
        Assert.AreEqual("2026:0101", Text.Of(settings.Holidays, settings.Holidays.Length));
        Assert.AreEqual("2027:0101-0103", Text.Of(settings.HolidaysNext, settings.HolidaysNext.Length));
    }
}
