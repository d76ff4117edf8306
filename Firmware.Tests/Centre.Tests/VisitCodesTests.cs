using System.Globalization;
using System.Linq;
using Centre.Tests.Support;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>A code confirms one visit of the unit that it was given for, and no other.</summary>
[TestClass]
public class VisitCodesTests
{
    private Bench _bench;

    [TestInitialize]
    public void Open()
    {
        _bench = new Bench();
        _bench.Feed(("about", Bench.Golden("about")), ("../well-2/about", Wire.About("Well 2", "East")));
    }

    [TestCleanup]
    public void Close() => _bench.Dispose();

    [TestMethod]
    public void TheCodeOfTheUnit_ConfirmsOneVisit()
    {
        int code = Give("well-1");
        Visit("well-1", 1, code);
        Visit("well-1", 2, code);
        Assert.AreEqual("1 right, 2 WRONG", Judged());
    }

    [TestMethod]
    public void TheCodeOfAnotherUnit_AndOneThatNobodyGave_AreWrong()
    {
        int code = Give("well-2");
        Visit("well-1", 1, code);
        Visit("well-1", 2, code == 999999 ? code - 1 : code + 1);
        Assert.AreEqual("1 WRONG, 2 WRONG", Judged());
    }

    [TestMethod]
    public void ACodeGivenBehindTheVisit_IsWrong()
    {
        Visit("well-1", 1, 123456);
        _bench.Time.Pass(5);
        _bench.Store.Do("INSERT INTO visit_code VALUES ((SELECT id FROM unit WHERE unit = 'well-1'), 123456, $1)", _bench.Now);
        Assert.AreEqual("1 WRONG", Judged());
        Visit("well-1", 2, 123456);
        Assert.AreEqual("1 WRONG, 2 WRONG", Judged(), "the code was said before it was given");
    }

    [TestMethod]
    public void Codes_HaveSixDigitsAndDiffer()
    {
        int[] codes = [.. Enumerable.Range(0, 200).Select(_ => Give("well-1"))];
        Assert.AreEqual(200, codes.Distinct().Count());
        Assert.IsTrue(codes.All(code => code is >= 100000 and <= 999999));
    }

    private int Give(string unit) => new VisitCodes(_bench.Store).Give(new Units(_bench.Store).Find(new UnitAddress("east", unit)).Id, _bench.Now);

    private void Visit(string unit, int seq, int code) => _bench.Feed((
        "../" + unit + "/visit",
        Bench.Golden("visit").Replace("2864434397-50", "7-" + seq.ToString(CultureInfo.InvariantCulture)).Replace("483920", code.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The visits in the order of their ids, as the page judges them.</summary>
    private string Judged() => string.Join(", ", VisitPage.List(_bench.Store, Words.English).Where(line => line.StartsWith("east/")).Reverse()
        .Select(line => (line.Contains(" 7-1 ") ? "1" : "2") + (line.EndsWith("code, right") ? " right" : line.EndsWith("NOT CONFIRMED: wrong code") ? " WRONG" : " ?")));
}
