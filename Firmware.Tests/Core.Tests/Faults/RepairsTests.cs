using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>"Twice is enough": by 202 and 204 (both module MTR-BUS, equipment), 703 (no module) and 405 (not the equipment's).</summary>
[TestClass]
public class RepairsTests
{
    [TestMethod]
    public void SameCodeBackAfterTwoRepairs_NeedsReplacement()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int row = catalogue.RowOf(202);
        repairs.Raised(row);
        repairs.Repaired(row);
        repairs.Raised(row);
        Assert.IsFalse(repairs.NeedsReplacement(row));
        repairs.Repaired(row);
        Assert.AreEqual(2, repairs.CountOf(row));
        Assert.IsFalse(repairs.NeedsReplacement(row));
        Assert.AreEqual(-1, repairs.FirstToReplace());
        repairs.Raised(row);
        Assert.IsTrue(repairs.NeedsReplacement(row));
        Assert.AreEqual(row, repairs.FirstToReplace());
        repairs.Repaired(row);
        Assert.IsTrue(repairs.NeedsReplacement(row));
        repairs.Replaced(row);
        Assert.IsFalse(repairs.NeedsReplacement(row));
        Assert.AreEqual(0, repairs.CountOf(row));
    }

    [TestMethod]
    public void SameModuleUnderAnotherCode_Counts()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int silent = catalogue.RowOf(202);
        int own = catalogue.RowOf(204);
        repairs.Raised(silent);
        repairs.Repaired(silent);
        repairs.Raised(own);
        repairs.Repaired(own);
        Assert.AreEqual(2, repairs.CountOf(silent));
        repairs.Raised(silent);
        Assert.IsTrue(repairs.NeedsReplacement(own));
        Assert.IsFalse(repairs.NeedsReplacement(catalogue.RowOf(203)));
    }

    [TestMethod]
    public void TwoFaultsOfAModuleDeclaredInOneVisit_AreOneRepair()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int silent = catalogue.RowOf(202);
        int own = catalogue.RowOf(204);
        repairs.Raised(silent);
        repairs.Raised(own);
        repairs.Repaired(silent);
        repairs.Repaired(own);
        Assert.AreEqual(1, repairs.CountOf(own));
    }

    [TestMethod]
    public void BackWithoutARepairInBetween_CountsNothing()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int row = catalogue.RowOf(202);
        for (int i = 0; i < 5; i++)
        {
            repairs.Raised(row);
        }

        repairs.Repaired(row);
        repairs.Repaired(row);
        Assert.AreEqual(1, repairs.CountOf(row));
        repairs.Raised(row);
        Assert.IsFalse(repairs.NeedsReplacement(row));
    }

    [TestMethod]
    [DataRow(405)]
    [DataRow(101)]
    [DataRow(305)]
    public void NotTheEquipments_NeverNeedsReplacement(int code)
    {
        var repairs = New(out FaultCatalogue catalogue);
        int row = catalogue.RowOf(code);
        for (int i = 0; i < 4; i++)
        {
            repairs.Raised(row);
            repairs.Repaired(row);
        }

        Assert.AreEqual(0, repairs.CountOf(row));
        Assert.IsFalse(repairs.NeedsReplacement(row));
    }

    [TestMethod]
    public void RowsWithoutAModule_AreNotTheSame()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int row = catalogue.RowOf(703);
        repairs.Raised(row);
        repairs.Repaired(row);
        Assert.AreEqual(1, repairs.CountOf(row));
        Assert.AreEqual(0, repairs.CountOf(catalogue.RowOf(702)));
    }

    [TestMethod]
    public void AgedOut_RepairsAreNoLongerConsecutive_ADueReplacementStays()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int row = catalogue.RowOf(202);
        repairs.Raised(row);
        repairs.Repaired(row);
        repairs.Raised(row);
        repairs.Repaired(row);
        repairs.Aged(row);
        repairs.Raised(row);
        Assert.IsFalse(repairs.NeedsReplacement(row));
        int other = catalogue.RowOf(302);
        for (int i = 0; i < 3; i++)
        {
            repairs.Raised(other);
            repairs.Repaired(other);
        }

        Assert.IsTrue(repairs.NeedsReplacement(other));
        repairs.Aged(other);
        Assert.IsTrue(repairs.NeedsReplacement(other));
    }

    [TestMethod]
    public void ThroughTheLifecycle_ClearedMemoryKeepsRepairs()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        Assert.AreEqual(1, (int)bench.Lifecycle.DeclareRepaired(row, 7));
        for (int i = 0; i < 2; i++)
        {
            Blink(bench);
            Assert.AreEqual(0, (int)bench.Lifecycle.DeclareRepaired(row, 7));
            Assert.AreEqual(3, (int)bench.Lifecycle.DeclareRepaired(row, 7));
            bench.Lifecycle.ClearMemory(7);
        }

        Assert.IsFalse(bench.Lifecycle.Repairs.NeedsReplacement(row));
        Blink(bench);
        Assert.IsTrue(bench.Lifecycle.Repairs.NeedsReplacement(row));
        bench.Lifecycle.ClearMemory(7);
        Assert.IsTrue(bench.Lifecycle.Repairs.NeedsReplacement(row));
        Assert.AreEqual(0, (int)bench.Lifecycle.DeclareReplaced(row, 7));
        Assert.IsFalse(bench.Lifecycle.Repairs.NeedsReplacement(row));
    }

    [TestMethod]
    public void AgedOutThroughTheLifecycle_RepairsAreForgotten()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        Blink(bench);
        bench.Lifecycle.DeclareRepaired(row, 7);
        for (int hour = 0; hour < 42 * 24; hour++)
        {
            bench.Step(3600000);
        }

        Assert.AreEqual(0, (int)bench.Lifecycle.StageOf(row));
        Assert.AreEqual(0, bench.Lifecycle.Repairs.CountOf(row));
    }

    private static Repairs New(out FaultCatalogue catalogue)
    {
        catalogue = new FaultCatalogue();
        return new Repairs(catalogue);
    }

    private static void Blink(SiteBench bench)
    {
        bench.Set(Signal.Supply, 15500);
        bench.Run(11);
        bench.Set(Signal.Supply, 13600);
        bench.Run(61);
    }
}
