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

    /// <summary>104 with a supply that stays too high: a repair is void once a day has passed with it failing.</summary>
    [TestMethod]
    public void NeverClears_TakesASecondRepairAndThenNeedsReplacement()
    {
        var bench = new SiteBench();
        int row = bench.Row(104);
        bench.Set(Signal.Supply, 15500);
        bench.Run(11);
        Assert.AreEqual(0, (int)bench.Lifecycle.DeclareRepaired(row, 7));
        bench.Run(10);
        Assert.AreEqual(3, (int)bench.Lifecycle.DeclareRepaired(row, 7));
        ADay(bench);
        Assert.AreEqual(0, (int)bench.Lifecycle.DeclareRepaired(row, 7));
        Assert.AreEqual(2, bench.Lifecycle.Repairs.CountOf(row));
        Assert.IsFalse(bench.Lifecycle.Repairs.NeedsReplacement(row));
        ADay(bench);
        Assert.IsTrue(bench.Lifecycle.Repairs.NeedsReplacement(row));
    }

    [TestMethod]
    public void RowThatSavedNothing_WipesNoReplacementThatIsDue()
    {
        var repairs = New(out FaultCatalogue catalogue);
        int silent = catalogue.RowOf(202);
        repairs.Restore(silent, 10);
        repairs.Restore(catalogue.RowOf(204), 0);
        Assert.IsTrue(repairs.NeedsReplacement(silent));
        Assert.AreEqual(2, repairs.CountOf(silent));
    }

    /// <summary>803 asks for a replacement: no repair of it, and none in its name, counts for the module that it may name.</summary>
    [TestMethod]
    [DataRow(801)]
    [DataRow(803)]
    [DataRow(804)]
    public void FaultsOfTheService_CountNothing(int code)
    {
        var repairs = New(out FaultCatalogue catalogue);
        int controller = catalogue.RowOf(904);
        repairs.Raised(controller);
        int row = catalogue.RowOf(code);
        for (int i = 0; i < 3; i++)
        {
            repairs.Raised(row);
            repairs.Repaired(row);
        }

        Assert.AreEqual(0, repairs.CountOf(controller));
        Assert.IsFalse(repairs.NeedsReplacement(row));
        Assert.AreEqual(-1, repairs.FirstToReplace());
    }

    /// <summary>204 ages out while 202, of the same module, is raised again and again: its repairs stay consecutive.</summary>
    [TestMethod]
    public void OneOfTwoFaultsOfAModuleAges_TheOthersRepairsStay()
    {
        var bench = new SiteBench();
        int silent = bench.Row(202);
        int own = bench.Row(204);
        bench.Lifecycle.Restore(own, 1, 2, 1, 39, 1, 0, 0);
        bench.Lifecycle.Restore(silent, 1, 2, 1, 0, 1, 0, 0);
        bench.Lifecycle.Repairs.Restore(silent, 4);
        bench.Set(Signal.BusStatus, 0);
        ADay(bench);
        ADay(bench);
        Assert.AreEqual(0, (int)bench.Lifecycle.StageOf(own));
        Assert.AreEqual(4, (int)bench.Lifecycle.StageOf(silent));
        Assert.AreEqual(1, bench.Lifecycle.Repairs.CountOf(silent));
    }

    private static void ADay(SiteBench bench)
    {
        for (int hour = 0; hour < 25; hour++)
        {
            bench.Step(3600000);
        }
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
