using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>N in T, at row 408: four times in ten minutes; and at row 102: three times in an hour.</summary>
[TestClass]
public class IntermittentCountTests
{
    private readonly SiteBench _bench = new SiteBench();

    [TestMethod]
    [DataRow(3, false)]
    [DataRow(4, true)]
    public void LooseWire_IsRaisedWithItsFourthFailure(int failures, bool expected)
    {
        Shake(failures, 60);
        Assert.AreEqual(expected, _bench.IsRaised(408));
    }

    /// <summary>The first of four lies 603 s back at 201 s between two: one second each of failure.</summary>
    [TestMethod]
    [DataRow(199, true)]
    [DataRow(200, false)]
    public void FailuresFurtherApartThanTenMinutes_AreForgotten(int soundSeconds, bool expected)
    {
        Shake(4, soundSeconds);
        Assert.AreEqual(expected, _bench.IsRaised(408));
    }

    [TestMethod]
    public void FailuresGoOn_ItStaysRaisedAndClearsAfterThem()
    {
        Shake(4, 60);
        _bench.Set(Signal.Pressure, 10);
        _bench.Run(300);
        Assert.IsTrue(_bench.IsRaised(408));
        _bench.Run(300);
        Assert.IsFalse(_bench.IsRaised(408));
        Assert.AreEqual(1, _bench.Monitors.OccurrenceOf(_bench.Row(408)));
    }

    [TestMethod]
    public void LastingFailure_IsOneAndTakesItsOwnTime()
    {
        _bench.Run(10);
        _bench.Miss(Signal.Pressure, NoDataReason.OutOfRange);
        Assert.AreEqual(11, _bench.SecondsUntil(408, true, 100));
    }

    [TestMethod]
    public void RowWithoutN_IsNotRaisedByMoments()
    {
        for (int i = 0; i < 20; i++)
        {
            _bench.Set(Signal.Supply, 10500);
            _bench.Run(2);
            _bench.Set(Signal.Supply, 13600);
            _bench.Run(10);
        }

        Assert.IsFalse(_bench.IsRaised(103));
    }

    [TestMethod]
    public void WhatCannotBeJudged_NeitherBeginsNorEndsAFailure()
    {
        var count = new IntermittentCount(_bench.Catalogue);
        int row = _bench.Row(102);
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
    public void RowsWithN_FitIntoThePlaces()
    {
        int rows = 0;
        for (int row = 0; row < _bench.Catalogue.Count; row++)
        {
            rows += _bench.Catalogue.OftenCount(row) > 0 ? 1 : 0;
            Assert.IsTrue(_bench.Catalogue.OftenCount(row) <= 4);
        }

        Assert.IsTrue(rows <= 4);
        Assert.AreEqual(4, _bench.Catalogue.OftenCount(_bench.Row(408)));
        Assert.AreEqual(600, _bench.Catalogue.OftenSeconds(_bench.Row(408)));
        Assert.AreEqual(3, _bench.Catalogue.OftenCount(_bench.Row(102)));
        Assert.AreEqual(3600, _bench.Catalogue.OftenSeconds(_bench.Row(102)));
    }

    private static void Begin(IntermittentCount count, int row, long nowMs)
    {
        count.Step(row, CheckOutcome.Pass, nowMs);
        count.Step(row, CheckOutcome.Fail, nowMs);
    }

    /// <summary>The wire fails for a second, so many times, and is sound in between.</summary>
    private void Shake(int failures, int soundSeconds)
    {
        for (; failures > 0; failures--)
        {
            _bench.Set(Signal.Pressure, 10);
            _bench.Run(soundSeconds);
            _bench.Miss(Signal.Pressure, NoDataReason.OutOfRange);
            _bench.Run(1);
        }
    }
}
