using Core.Tests.Support;
using Firmware.Core.Faults;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Core.Tests.Faults;

/// <summary>What every row must have, and what the released rows are.</summary>
[TestClass]
public class FaultCatalogueTests
{
    [TestMethod]
    [DataRow(103, "power.supply-low", 1, 0, 5000, 30000, "PSU-12V")]
    [DataRow(201, "meter.pulse-silent", 2, 1, 15000, 20000, "MTR-PULSE")]
    [DataRow(305, "pump.dry-run", 2, 1, 10000, 30000, "PMP-SET")]
    public void ReleasedRow_IsAsReleased(int code, string name, int level, int worse, int raiseMs, int clearMs, string part)
    {
        var catalogue = new FaultCatalogue();
        int row = catalogue.RowOf(code);
        Assert.AreEqual(code, catalogue.Code(row));
        Assert.AreEqual(name, catalogue.Name(row));
        Assert.AreEqual(level, (int)catalogue.Level(row));
        Assert.AreEqual(worse, (int)catalogue.WorseLevel(row));
        Assert.AreEqual(raiseMs, catalogue.RaiseMs(row));
        Assert.AreEqual(clearMs, catalogue.ClearMs(row));
        Assert.AreEqual(part, catalogue.Part(row));
    }

    [TestMethod]
    public void CodesAndNames_StandOnlyOnce()
    {
        var catalogue = new FaultCatalogue();
        Assert.AreEqual(3, catalogue.Count);
        for (int row = 0; row < catalogue.Count; row++)
        {
            for (int other = row + 1; other < catalogue.Count; other++)
            {
                Assert.IsTrue(catalogue.Code(row) != catalogue.Code(other));
                Assert.IsTrue(catalogue.Name(row) != catalogue.Name(other));
            }
        }
    }

    [TestMethod]
    public void EveryRow_HasDottedNameLevelTimesAndPart()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            int dot = catalogue.Name(row).IndexOf('.');
            Assert.IsTrue(dot > 0 && dot < catalogue.Name(row).Length - 1 && catalogue.Name(row).Length <= 32);
            Assert.IsTrue(catalogue.Level(row) >= 1 && catalogue.Level(row) <= 4);
            Assert.IsTrue(catalogue.WorseLevel(row) < catalogue.Level(row));
            Assert.IsTrue(catalogue.RaiseMs(row) > 0 && catalogue.ClearMs(row) > 0);
            Assert.IsTrue(catalogue.Part(row).Length > 0);
        }
    }

    [TestMethod]
    public void EvidenceOfEveryRow_IsSignalsThenNothing()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool ended = false;
            Assert.IsTrue(catalogue.EvidenceSignal(row, 0) < 12);
            for (int field = 0; field < 8; field++)
            {
                int signal = catalogue.EvidenceSignal(row, field);
                ended = ended || signal == 255;
                Assert.IsTrue(ended ? signal == 255 : signal >= 0 && signal < 12);
            }
        }
    }

    [TestMethod]
    public void EveryRow_HasACheckThatJudges()
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Set(2, 11111);
        bench.Update(1000);
        bench.Update(20000);
        for (int row = 0; row < bench.Catalogue.Count; row++)
        {
            Assert.AreNotEqual(0, (int)Check.Judge(bench.Catalogue.CheckOf(row), bench.View, false));
        }
    }

    [TestMethod]
    public void EveryRow_HasATitleInBothLanguages()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            Assert.IsTrue(new EnglishTexts().Title(catalogue.Code(row)) != null);
            Assert.IsTrue(new ChineseTexts().Title(catalogue.Code(row)) != null);
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(104)]
    [DataRow(-1)]
    public void UnknownCode_HasNoRow(int code)
    {
        Assert.AreEqual(-1, new FaultCatalogue().RowOf(code));
    }

    [TestMethod]
    public void UnknownCheck_JudgesNothing()
    {
        var bench = new SiteBench();
        Assert.AreEqual(0, (int)Check.Judge(0, bench.View, false));
        Assert.IsFalse(Check.IsWorse(0, bench.View));
    }
}
