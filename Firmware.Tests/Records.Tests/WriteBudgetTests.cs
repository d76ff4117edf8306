using Firmware.Records;

namespace Records.Tests;

/// <summary>
/// What may be written in a day and in a life. 320,000,000 hundredths of an erase are a life: 64 blocks of 100,000 erases, half of them ours. A small file costs 18
/// hundredths, a large one 100. Literals throughout.
/// </summary>
[TestClass]
public class WriteBudgetTests
{
    private const long HourMs = 3600000;
    private static WriteBudget s_budget;

    [TestMethod]
    [DataRow(0, 800)]
    [DataRow(1, 600)]
    [DataRow(2, 400)]
    [DataRow(3, 800)]
    [DataRow(4, 400)]
    public void EveryClassHasABudget(int of, int writes)
    {
        Assert.AreEqual(writes, WriteBudget.DayWrites(of));
    }

    /// <summary>800 and 600 and 400 and 800 small files at 0.18 erases, and 400 large ones at 1, are 868 erases: all classes may use their day up every day for ten years.</summary>
    [TestMethod]
    public void TheDaysOfAllClassesTogetherLastTenYears()
    {
        s_budget = new WriteBudget();
        for (int of = 0; of < 5; of++)
        {
            Write((WriteClass)of, WriteBudget.DayWrites(of), 0);
        }

        Assert.AreEqual(86800L, s_budget.CentiErases);
        Assert.AreEqual(100, s_budget.UsedPercent);
        Assert.IsTrue(320000000L / s_budget.CentiErases >= 3650);
    }

    [TestMethod]
    public void LifeIsTenYearsOfItsDay()
    {
        long life = WriteBudget.LifeCentiErases;
        int day = WriteBudget.DayCentiErases;
        Assert.AreEqual(320000000L, life);
        Assert.AreEqual(87600, day);
        Assert.IsTrue(life / day >= 3650, (life / day).ToString());
    }

    [TestMethod]
    [DataRow(0, 18)]
    [DataRow(1, 18)]
    [DataRow(2, 18)]
    [DataRow(3, 18)]
    [DataRow(4, 100)]
    public void AWriteCostsByItsClass(int of, int centiErases)
    {
        s_budget = new WriteBudget();
        s_budget.Note((WriteClass)of, 0);
        Assert.AreEqual((long)centiErases, s_budget.CentiErases);
        Assert.AreEqual(1, s_budget.Total(of));
        Assert.AreEqual(1, s_budget.Writes);
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(8, 2)]
    [DataRow(200, 50)]
    [DataRow(400, 100)]
    [DataRow(410, 102)]
    [DataRow(4000, 999)]
    public void UsedIsTheShareOfTheClassThatUsedMost(int largeWrites, int percent)
    {
        s_budget = new WriteBudget();
        s_budget.Note(WriteClass.Outbox, 0);
        Write(WriteClass.Large, largeWrites, 0);
        Assert.AreEqual(percent, s_budget.UsedPercent);
    }

    [TestMethod]
    public void AWriteCountsForADay()
    {
        s_budget = new WriteBudget();
        Write(WriteClass.Ledger, 7, 30 * 60000);
        s_budget.Turn((23 * HourMs) + 3599999);
        Assert.AreEqual(7, s_budget.LastDay(1));
        s_budget.Turn(24 * HourMs);
        Assert.AreEqual(0, s_budget.LastDay(1));
        Assert.AreEqual(7, s_budget.Total(1));
    }

    [TestMethod]
    public void OnlyTheOldestHourIsForgotten()
    {
        s_budget = new WriteBudget();
        Write(WriteClass.Outbox, 3, 0);
        Write(WriteClass.Outbox, 4, HourMs);
        s_budget.Turn(24 * HourMs);
        Assert.AreEqual(4, s_budget.LastDay(0));
        s_budget.Turn(25 * HourMs);
        Assert.AreEqual(0, s_budget.LastDay(0));
    }

    /// <summary>Days in which nobody looked: nothing old is left, and nothing is counted twice.</summary>
    [TestMethod]
    public void ALongPauseForgetsTheWholeDay()
    {
        s_budget = new WriteBudget();
        Write(WriteClass.EventLog, 9, 5 * HourMs);
        s_budget.Turn(1000 * HourMs);
        Assert.AreEqual(0, s_budget.LastDay(2));
        Write(WriteClass.EventLog, 2, 1000 * HourMs);
        Assert.AreEqual(2, s_budget.LastDay(2));
    }

    /// <summary>876 erases a day are ten years; nothing is known before the first day is over.</summary>
    [TestMethod]
    [DataRow(0, 99)]
    [DataRow(876, 10)]
    [DataRow(438, 20)]
    [DataRow(88, 99)]
    [DataRow(8760, 0)]
    public void YearsAreThoseOfDaysLikeTheLast(int large, int years)
    {
        s_budget = new WriteBudget();
        Write(WriteClass.Large, large, 23 * HourMs);
        Assert.AreEqual(-1, s_budget.YearsLeft);
        s_budget.Turn(24 * HourMs);
        Assert.AreEqual(years, s_budget.YearsLeft);
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(320000, 100)]
    [DataRow(1600000, 500)]
    [DataRow(3200000, 1000)]
    [DataRow(9000000, 1000)]
    public void LifeUsed_GoesOnOverARestart(int large, int permille)
    {
        s_budget = new WriteBudget();
        s_budget.Restore(4, large);
        Assert.AreEqual(permille, s_budget.LifeUsedPermille);
        Assert.AreEqual(large, s_budget.Writes);
        Assert.AreEqual(0, s_budget.LastDay(4));
    }

    private static void Write(WriteClass of, int count, long nowMs)
    {
        for (int i = 0; i < count; i++)
        {
            s_budget.Note(of, nowMs);
        }
    }
}
