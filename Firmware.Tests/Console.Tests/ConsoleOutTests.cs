using Core.Tests.Support;
using Firmware.Console;

namespace Console.Tests;

/// <summary>Where lines are broken on a terminal of 40 columns, of which the last stays empty.</summary>
[TestClass]
public class ConsoleOutTests
{
    [TestMethod]
    [DataRow("123456789 123456789 123456789 123456789 next", "123456789 123456789 123456789 123456789\r\nnext")]
    [DataRow("123456789 123456789 123456789 12345678 next", "123456789 123456789 123456789 12345678 \r\nnext")]
    [DataRow("123456789 123456789 123456789 1234567890 next", "123456789 123456789 123456789 \r\n1234567890 next")]
    [DataRow(" begins with a blank", " begins with a blank")]
    public void LineIsBrokenBeforeAWordAndBeginsWithOne(string text, string expected)
    {
        var port = new FakeConsole();
        var to = new ConsoleOut { Width = 40, Height = 0 };
        to.Write(text);
        to.Flush(port);
        Assert.AreEqual(expected, port.Shown);
    }

    [TestMethod]
    [DataRow("not tested  13.5 V  ", "left out", "not tested  13.5 V  left out")]
    [DataRow("not tested  13.5 V  ", "nothing to judge it by", "not tested  13.5 V  \r\nnothing to judge it by")]
    public void WhatBelongsTogetherStandsOnOneLine(string before, string together, string expected)
    {
        var port = new FakeConsole();
        var to = new ConsoleOut { Width = 40, Height = 0 };
        to.Write(before);
        to.WriteTogether(together);
        to.Flush(port);
        Assert.AreEqual(expected, port.Shown);
    }
}
