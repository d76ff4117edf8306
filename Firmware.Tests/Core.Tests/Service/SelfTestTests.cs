using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>What the self-test says of each item, and when it runs.</summary>
[TestClass]
public class SelfTestTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;
    private const int NotFitted = 5;

    [TestMethod]
    public void WholeUnit_TestsItselfAMinuteAfterTheStart()
    {
        var unit = new UnitBench();
        unit.Clock.UnixAtStart = 0;
        SelfTest test = unit.Unit.SelfTest;
        Assert.AreEqual(1, (int)test.ReasonOf(SelfTestItem.Storage));
        unit.Run(59000);
        Assert.IsFalse(test.Runs);
        unit.Run(12000);
        Assert.AreEqual(1, test.Count);
        Is(test, SelfTestItem.Memory, NotTested, 5);
        Is(test, SelfTestItem.Storage, Pass, 0);
        Is(test, SelfTestItem.Outputs, NotTested, 2);
        Is(test, SelfTestItem.Leds, NotTested, 3);
        Is(test, SelfTestItem.Clock, NotTested, 4);
        Is(test, SelfTestItem.Rs485, Pass, 0);
        Is(test, SelfTestItem.TwoWire, NotFitted, 0);
        Assert.AreEqual(0, test.Failures);
        Assert.IsFalse(unit.IsRaised(906));
        Assert.IsTrue(unit.Storage.Has(10));
    }

    /// <summary>The silent meter is 202's to tell, of the same level: nobody is sent out twice.</summary>
    [TestMethod]
    public void DeadBus_FailsItsItem_AndIsToldByTheMetersRowAlone()
    {
        var unit = new UnitBench();
        unit.Io.BusCut = true;
        unit.Run(75000);
        Is(unit.Unit.SelfTest, SelfTestItem.Rs485, Fail, 0);
        Assert.AreEqual(1, unit.Unit.SelfTest.Failures);
        Assert.AreEqual(0, unit.Unit.SelfTest.OwnFailures);
        Assert.IsTrue(unit.IsRaised(202));
        Assert.IsFalse(unit.IsRaised(906));
        unit.Io.BusCut = false;
        Assert.IsTrue(unit.Unit.SelfTest.Start(unit.Clock.UptimeMs));
        Assert.IsFalse(unit.Unit.SelfTest.Start(unit.Clock.UptimeMs));
        unit.Run(20000);
        Is(unit.Unit.SelfTest, SelfTestItem.Rs485, Pass, 0);
    }

    /// <summary>A store that writes and reads back something else is told by nobody else; the next good test clears it.</summary>
    [TestMethod]
    public void ReadBackThatDiffers_Raises906_AndTheNextGoodOneClearsIt()
    {
        var unit = new UnitBench();
        unit.Storage.Misreads = 10;
        unit.Run(75000);
        Assert.IsTrue(unit.IsRaised(906));
        Assert.AreEqual(2, unit.LevelOf(906));
        unit.Storage.Misreads = -1;
        unit.Unit.SelfTest.Start(unit.Clock.UptimeMs);
        unit.Run(20000);
        Assert.IsFalse(unit.IsRaised(906));
    }

    /// <summary>The floor is 903's, which tells it; a table that is no longer what it was at the start is told by nobody else.</summary>
    [TestMethod]
    [DataRow(8191, false, Fail, 0)]
    [DataRow(8192, false, Pass, 0)]
    [DataRow(-1, false, NotTested, 0)]
    [DataRow(60000, true, Fail, 1)]
    [DataRow(-1, true, Fail, 1)]
    public void Memory_IsWhatIsFreeAndWhatNothingMayChange(int free, bool tipped, int expected, int own)
    {
        var table = new Table();
        var test = new SelfTest(table);
        var readings = new Readings();
        if (free >= 0)
        {
            readings.Set(Signal.HeapFree, free);
        }

        table.Value += tipped ? 1 : 0;
        Drive(test, 100000, 0, null, false, readings);
        Assert.AreEqual(expected, (int)test.OutcomeOf(SelfTestItem.Memory));
        Assert.AreEqual(own, test.OwnFailures);
    }

    /// <summary>The platform's clock against the tick counter, ‰ of its rate: it stands, runs at a third of its rate, at its own, and at twice. What a time server steps once is no fault.</summary>
    [TestMethod]
    [DataRow(0, 0, Fail)]
    [DataRow(300, 0, Fail)]
    [DataRow(1000, 0, Pass)]
    [DataRow(1000, 86400, Pass)]
    [DataRow(2000, 0, Fail)]
    public void Clock_AdvancesWithTheTickCounter(int permille, int step, int expected)
    {
        var test = new SelfTest(new Table());
        test.Start(100000);
        for (int second = 1; second <= 40; second++)
        {
            long system = 1790000000 + (second * permille / 1000) + (second >= 4 ? step : 0);
            test.Step(100000 + (second * 1000), 1790000000, system, new Readings(), null);
            if (test.WantsWrite)
            {
                test.Wrote(test.Token);
            }
        }

        Assert.AreEqual(1, test.Count);
        Assert.AreEqual(expected, (int)test.OutcomeOf(SelfTestItem.Clock));
        Assert.AreEqual(expected == Fail ? 1 : 0, test.OwnFailures);
    }

    /// <summary>A clock that stands is told by 906 alone.</summary>
    [TestMethod]
    public void ClockThatStands_Raises906()
    {
        var unit = new UnitBench();
        unit.Run(50000);
        unit.Clock.Stands = true;
        unit.Run(40000);
        Is(unit.Unit.SelfTest, SelfTestItem.Clock, Fail, 0);
        Assert.IsTrue(unit.IsRaised(906));
        unit.Clock.Stands = false;
        unit.Unit.SelfTest.Start(unit.Clock.UptimeMs);
        unit.Run(40000);
        Assert.IsFalse(unit.IsRaised(906));
    }

    /// <summary>Each part on the two-wire bus: an expander or a clock chip that is silent is told by nobody else, a card reader by 503. A contact that chatters is out of range, and its expander answers.</summary>
    [TestMethod]
    [DataRow(Signal.PumpMirror, 1, Pass)]
    [DataRow(Signal.SelectorHand, 1, Pass)]
    [DataRow(Signal.ChamberFlooded, 1, Pass)]
    [DataRow(Signal.ValveIsOpen, 1, Pass)]
    [DataRow(Signal.ValveIsShut, 1, Pass)]
    [DataRow(Signal.Temperature, 1, Fail)]
    [DataRow(Signal.CardPresent, 0, Fail)]
    public void PartOnTheTwoWireBusThatIsSilent_FailsBesideTheOthersThatAnswer(int signal, int own, int outOfRange)
    {
        var test = new SelfTest(new Table());
        var readings = new Readings();
        readings.Set(Signal.Temperature, 30000);
        readings.Set(Signal.CardPresent, 0);
        readings.Set(Signal.PumpMirror, 1);
        Drive(test, 100000, 0, null, false, readings);
        Is(test, SelfTestItem.TwoWire, Pass, 0);
        readings.Miss(signal, NoDataReason.Timeout);
        test.Start(200000);
        Drive(test, 200000, 0, null, false, readings);
        Is(test, SelfTestItem.TwoWire, Fail, 0);
        Assert.AreEqual(own, test.OwnFailures);
        readings.Miss(signal, NoDataReason.OutOfRange);
        test.Start(250000);
        Drive(test, 250000, 0, null, false, readings);
        Is(test, SelfTestItem.TwoWire, outOfRange, 0);
        readings.Miss(signal, NoDataReason.NotFitted);
        test.Start(300000);
        Drive(test, 300000, 0, null, false, readings);
        Is(test, SelfTestItem.TwoWire, Pass, 0);
        Assert.AreEqual(0, test.OwnFailures);
    }

    /// <summary>Outputs that do not follow are the test's own, at its second run as at its first; what refuses to write is 701's.</summary>
    [TestMethod]
    [DataRow(1, false, 0)]
    [DataRow(2, false, 1)]
    [DataRow(1, true, 1)]
    [DataRow(2, true, 2)]
    public void OwnFailures_AreThoseThatNoOtherRowTells(int outputs, bool damaged, int expected)
    {
        var test = new SelfTest(new Table());
        var readings = new Readings();
        readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        readings.Miss(Signal.CardPresent, NoDataReason.Timeout);
        Drive(test, 100000, 0, new Outputs(outputs), damaged, readings);
        Assert.AreEqual(expected, test.OwnFailures);
        Assert.AreEqual(expected + 2, test.Failures);
    }

    [TestMethod]
    public void StorageThatDoesNotWrite_FailsAfterThirtySeconds()
    {
        var unit = new UnitBench();
        unit.Run(30000);
        unit.Storage.RefuseWrites = 100000;
        unit.Run(60000);
        Is(unit.Unit.SelfTest, SelfTestItem.Storage, NotTested, 1);
        unit.Run(5000);
        Is(unit.Unit.SelfTest, SelfTestItem.Storage, Fail, 0);
        Assert.AreEqual(1, unit.Unit.SelfTest.Failures);
        Assert.AreEqual(0, unit.Unit.SelfTest.OwnFailures);
        Assert.IsFalse(unit.IsRaised(906));
        Assert.IsTrue(unit.IsRaised(701));
        unit.Storage.RefuseWrites = 0;
        unit.Run(120000);
        unit.Storage.Misreads = 10;
        unit.Unit.SelfTest.Start(unit.Clock.UptimeMs);
        unit.Run(20000);
        Assert.AreEqual(1, unit.Unit.SelfTest.OwnFailures);
    }

    [TestMethod]
    [DataRow(1, Pass)]
    [DataRow(2, Fail)]
    [DataRow(0, NotTested)]
    public void Outputs_AreWhatTheBoardReadsBack(int board, int expected)
    {
        var test = new SelfTest(new Table());
        RunThrough(test, 100000, 0, new Outputs(board), false);
        Assert.AreEqual(expected, (int)test.OutcomeOf(SelfTestItem.Outputs));
    }

    [TestMethod]
    public void ReadBackDiffers_StorageFails()
    {
        var test = new SelfTest(new Table());
        RunThrough(test, 100000, 0, null, true);
        Is(test, SelfTestItem.Storage, Fail, 0);
        Assert.AreEqual(1, test.Failures);
    }

    [TestMethod]
    [DataRow(4, Fail)]
    [DataRow(6, Fail)]
    [DataRow(5, Fail)]
    [DataRow(3, NotFitted)]
    [DataRow(1, NotFitted)]
    public void BusOfWhichNothingAnswers_ByTheReason(int reason, int expected)
    {
        var test = new SelfTest(new Table());
        var readings = new Readings();
        readings.Miss(Signal.BusFlow, (NoDataReason)reason);
        readings.Miss(Signal.Power, NoDataReason.NotFitted);
        Drive(test, 100000, 0, null, false, readings);
        Assert.AreEqual(expected, (int)test.OutcomeOf(SelfTestItem.Rs485));
        readings.Set(Signal.Power, 5);
        test.Start(200000);
        Drive(test, 200000, 0, null, false, readings);
        Assert.AreEqual(Pass, (int)test.OutcomeOf(SelfTestItem.Rs485));
    }

    [TestMethod]
    public void Night_OnceAtThree_WithoutAClockOnceADay()
    {
        var test = new SelfTest(new Table());
        RunThrough(test, 60000, 0, null, false);
        Assert.AreEqual(1, test.Count);

        // 1,790,000,000 is 13:33:20 UTC: half past one in the afternoon.
        long local = 1790000000;
        int runs = 0;
        for (long second = 0; second < 2 * 86400; second += 10)
        {
            bool ran = test.Runs;
            Step(test, 80000 + (second * 1000), local + second, null, false, new Readings());
            if (!ran && test.Runs)
            {
                runs++;
                Assert.AreEqual(3L, (local + second) % 86400 / 3600);
            }
        }

        Assert.AreEqual(2, runs);
        runs = 0;
        for (long second = 2 * 86400; second < 5 * 86400; second += 10)
        {
            bool ran = test.Runs;
            Step(test, 80000 + (second * 1000), 0, null, false, new Readings());
            runs += !ran && test.Runs ? 1 : 0;
        }

        Assert.AreEqual(3, runs);
    }

    [TestMethod]
    public void Lamps_AreLitForTwoSeconds()
    {
        var unit = new UnitBench();
        unit.Run(58000);
        int lit = 0;
        for (int scan = 0; scan < 400; scan++)
        {
            unit.Scan();
            lit += unit.Unit.SelfTest.LampsOn ? 1 : 0;
            Assert.IsTrue(!unit.Unit.SelfTest.LampsOn || (unit.Io.LevelLed && unit.Io.LinkLed));
        }

        Assert.IsTrue(lit >= 40 && lit <= 60);
    }

    private static void Is(SelfTest test, SelfTestItem item, int outcome, int reason)
    {
        Assert.AreEqual(outcome, (int)test.OutcomeOf(item));
        Assert.AreEqual(reason, (int)test.ReasonOf(item));
    }

    private static void RunThrough(SelfTest test, long nowMs, long localUnix, IOutputTest outputs, bool damaged)
    {
        Drive(test, nowMs, localUnix, outputs, damaged, new Readings());
    }

    private static void Drive(SelfTest test, long nowMs, long localUnix, IOutputTest outputs, bool damaged, Readings readings)
    {
        for (int second = 0; second < 20; second++)
        {
            Step(test, nowMs + (second * 1000), localUnix, outputs, damaged, readings);
        }

        Assert.IsFalse(test.Runs);
    }

    private static void Step(SelfTest test, long nowMs, long localUnix, IOutputTest outputs, bool damaged, Readings readings)
    {
        test.Step(nowMs, localUnix, nowMs / 1000, readings, outputs);
        if (test.WantsWrite)
        {
            test.Wrote(damaged ? -1 : test.Token);
        }
    }

    private sealed class Table : IConstantTable
    {
        public int Value = 4711;

        public int Sum() => Value;
    }

    private sealed class Outputs : IOutputTest
    {
        private readonly int _outcome;

        public Outputs(int outcome)
        {
            _outcome = outcome;
        }

        public CheckOutcome OutputsReadBack() => (CheckOutcome)_outcome;
    }
}
