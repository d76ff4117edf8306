using System;
using System.Linq;

namespace Texts.Tests;

/// <summary>The places that <c>LikelyCause</c> gives are those of these causes, in both languages: a line that moves in a text moves there, too.</summary>
[TestClass]
public sealed class LikelyCauseTests
{
    [TestMethod]
    [DataRow(103, 0, "power cut", "停电")]
    [DataRow(103, 1, "Charger", "充电器")]
    [DataRow(106, 0, "fuse", "熔断")]
    [DataRow(106, 1, "too little", "不足")]
    [DataRow(106, 2, "cell", "坏格")]
    [DataRow(201, 0, "cable", "电缆")]
    [DataRow(201, 2, "wheel", "叶轮")]
    [DataRow(301, 0, "SA1", "SA1")]
    [DataRow(301, 1, "FR1", "FR1")]
    [DataRow(305, 0, "valve", "阀")]
    [DataRow(305, 1, "Well", "井水位")]
    [DataRow(306, 0, "Sand", "泥沙")]
    [DataRow(306, 1, "Voltage", "电压")]
    [DataRow(306, 2, "Burst", "爆管")]
    [DataRow(306, 3, "Winding", "绕组")]
    [DataRow(402, 0, "strainer", "过滤网")]
    [DataRow(402, 2, "water table", "井水位")]
    [DataRow(404, 0, "outlets", "出水口")]
    [DataRow(404, 1, "water table", "井水位")]
    [DataRow(404, 3, "transducer", "变送器")]
    public void Place_IsThatCause(int code, int place, string english, string chinese)
    {
        string[] causes = Books.AllPages.Where(page => page.Code == code).Select(page => page.Causes.Split('\n')[place]).ToArray();
        Assert.HasCount(2, causes);
        Assert.IsTrue(causes.Any(cause => cause.Contains(english, StringComparison.OrdinalIgnoreCase)), string.Join(" / ", causes));
        Assert.IsTrue(causes.Any(cause => cause.Contains(chinese, StringComparison.Ordinal)), string.Join(" / ", causes));
    }
}
