using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>N in T, at row 408: four times in ten minutes; and at row 102: three times in an hour.</summary>
[TestClass]
public class IntermittentCountTests
{
    private static SiteBench s_bench;

    [TestMethod]
    [DataRow(3, false)]
    [DataRow(4, true)]
    public void LooseWire_IsRaisedWithItsFourthFailure(int failures, bool expected)
    {
        Fresh();
        Shake(failures, 60);
        Assert.AreEqual(expected, s_bench.IsRaised(408));
    }

    /// <summary>The first of four lies 603 s back at 201 s between two: one second each of failure.</summary>
    [TestMethod]
    [DataRow(199, true)]
    [DataRow(200, false)]
    public void FailuresFurtherApartThanTenMinutes_AreForgotten(int soundSeconds, bool expected)
    {
        Fresh();
        Shake(4, soundSeconds);
        Assert.AreEqual(expected, s_bench.IsRaised(408));
    }

    [TestMethod]
    public void FailuresGoOn_ItStaysRaisedAndClearsAfterThem()
    {
        Fresh();
        Shake(4, 60);
        s_bench.Set(Signal.Pressure, 10);
        s_bench.Run(300);
        Assert.IsTrue(s_bench.IsRaised(408));
        s_bench.Run(300);
        Assert.IsFalse(s_bench.IsRaised(408));
        Assert.AreEqual(1, s_bench.Monitors.OccurrenceOf(s_bench.Row(408)));
    }

    [TestMethod]
    public void LastingFailure_IsOneAndTakesItsOwnTime()
    {
        Fresh();
        s_bench.Run(10);
        s_bench.Miss(Signal.Pressure, NoDataReason.OutOfRange);
        Assert.AreEqual(11, s_bench.SecondsUntil(408, true, 100));
    }

    [TestMethod]
    public void RowWithoutN_IsNotRaisedByMoments()
    {
        Fresh();
        for (int i = 0; i < 20; i++)
        {
            s_bench.Set(Signal.Supply, 10500);
            s_bench.Run(2);
            s_bench.Set(Signal.Supply, 13600);
            s_bench.Run(10);
        }

        Assert.IsFalse(s_bench.IsRaised(103));
    }

    [TestMethod]
    public void WhatCannotBeJudged_NeitherBeginsNorEndsAFailure()
    {
        Fresh();
        var count = IntermittentCount.Of(s_bench.Catalogue);
        int row = s_bench.Row(102);
        for (int i = 0; i < 5; i++)
        {
            count.Step(row, CheckOutcome.Fail, 1000 * i);
            count.Step(row, CheckOutcome.NotTested, 1000 * i);
        }

        Assert.IsFalse(count.IsMet(row, 6000));
        Begin(count, row, 10000);
        Assert.IsFalse(count.IsMet(row, 10000));
        Begin(count, row, 20000);
        Assert.IsTrue(count.IsMet(row, 20000));
        Assert.IsTrue(count.IsMet(row, 3600000));
        Assert.IsFalse(count.IsMet(row, 3601000));
    }

    [TestMethod]
    public void RowsWithN_HaveTheirsAndTheirT()
    {
        Fresh();
        Assert.AreEqual(4, s_bench.Catalogue.OftenCount(s_bench.Row(408)));
        Assert.AreEqual(600, s_bench.Catalogue.OftenSeconds(s_bench.Row(408)));
        Assert.AreEqual(3, s_bench.Catalogue.OftenCount(s_bench.Row(102)));
        Assert.AreEqual(3600, s_bench.Catalogue.OftenSeconds(s_bench.Row(102)));
    }

    private static void Begin(IntermittentCount count, int row, long nowMs)
    {
        count.Step(row, CheckOutcome.Pass, nowMs);
        count.Step(row, CheckOutcome.Fail, nowMs);
    }

    /// <summary>The wire fails for a second, so many times, and is sound in between.</summary>
    private static void Shake(int failures, int soundSeconds)
    {
        for (; failures > 0; failures--)
        {
            s_bench.Set(Signal.Pressure, 10);
            s_bench.Run(soundSeconds);
            s_bench.Miss(Signal.Pressure, NoDataReason.OutOfRange);
            s_bench.Run(1);
        }
    }

    /// <summary>Each test begins anew; the launcher on the device makes no object of a test class.</summary>
    private static void Fresh()
    {
        s_bench = new SiteBench();
    }
}
