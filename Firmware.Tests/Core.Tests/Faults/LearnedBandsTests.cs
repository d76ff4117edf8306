using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;

namespace Core.Tests.Faults;

/// <summary>What clean runs teach: 11,111 mL/s, 310 kPa, 5,000 W, unless a test says otherwise.</summary>
[TestClass]
public class LearnedBandsTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;
    private const int NotFitted = 5;

    private readonly SiteBench _bench = new SiteBench();

    private LearnedBands Bands => _bench.View.Bands;

    [TestMethod]
    [DataRow(402)]
    [DataRow(403)]
    [DataRow(407)]
    [DataRow(209)]
    public void BeforeTenCleanRuns_NothingIsTestedAndNothingPasses(int code)
    {
        _bench.Teach(9, 11111, 310, 5000);
        Run(11111, 310, 5000);
        Assert.AreEqual(9, Bands.RunsOf(RunMeans.Flow));
        Assert.AreEqual(NotTested, _bench.Judge(code));
        _bench.Teach(1, 11111, 310, 5000);
        Assert.AreEqual(10, Bands.RunsOf(RunMeans.Flow));
        Assert.AreEqual(Pass, _bench.Judge(code));
    }

    [TestMethod]
    [DataRow(8334, Pass, Pass)]
    [DataRow(8333, Pass, Pass)]
    [DataRow(8322, Fail, Pass)]
    [DataRow(13888, Pass, Pass)]
    [DataRow(13900, Pass, Fail)]
    public void Flow_IsJudgedAgainstAQuarterOfTheReference(int flow, int low, int high)
    {
        _bench.Teach(10, 11111, 310, 5000);
        Run(flow, 310, 5000);
        Assert.AreEqual(low, _bench.Judge(402));
        Assert.AreEqual(high, _bench.Judge(403));
    }

    /// <summary>The same image at two sites: 40 m³/h are a burst where 12 are usual, and a weak flow where 80 are.</summary>
    [TestMethod]
    [DataRow(3333, Pass, Fail)]
    [DataRow(22222, Fail, Pass)]
    public void FortyCubicMetres_AreMuchAtOneSiteAndLittleAtAnother(int usual, int low, int high)
    {
        _bench.View.Settings.RatedFlowMillilitresPerSecond = usual;
        _bench.Teach(10, usual, 310, 5000);
        Run(11111, 310, 5000);
        Assert.AreEqual(low, _bench.Judge(402));
        Assert.AreEqual(high, _bench.Judge(403));
    }

    [TestMethod]
    [DataRow(5749, Pass)]
    [DataRow(5760, Fail)]
    [DataRow(4251, Pass)]
    [DataRow(4240, Fail)]
    public void EnergyPerVolume_IsJudgedEitherWay(int watts, int expected)
    {
        _bench.Teach(10, 11111, 310, 5000);
        Run(11111, 310, watts);
        Assert.AreEqual(expected, _bench.Judge(209));
    }

    [TestMethod]
    public void NoPowerMeter_EnergyIsNotFittedAndFlowIsJudged()
    {
        _bench.Teach(10, 11111, 310, 5000);
        Run(11111, 310, 5000);
        _bench.Miss(Signal.Power, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, _bench.Judge(209));
        Assert.AreEqual(Pass, _bench.Judge(402));
        _bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, _bench.Judge(407));
    }

    [TestMethod]
    public void PumpOff_FlowIsNotTestedAndTheTrendIs()
    {
        _bench.Teach(10, 11111, 310, 5000);
        Assert.AreEqual(NotTested, _bench.Judge(402));
        Assert.AreEqual(Pass, _bench.Judge(407));
    }

    /// <summary>Fields differ: runs between 8,000 and 12,000 mL/s, a mean deviation of a fifth or so, widen the band beyond a quarter.</summary>
    [TestMethod]
    public void RunsThatDiffer_WidenTheBand()
    {
        for (int i = 0; i < 5; i++)
        {
            _bench.Teach(1, 8000, 310, 5000);
            _bench.Teach(1, 12000, 310, 5000);
        }

        Assert.IsTrue(Bands.WidthOf(RunMeans.Flow, 250) > 500);
        Run(6500, 310, 5000);
        Assert.AreEqual(Pass, _bench.Judge(402));
    }

    /// <summary>0.5 % of the flow at the same pressure is lost a day, two runs a day: the reference follows by a 64th a day, and is left behind.</summary>
    [TestMethod]
    public void StrainerThatClogs_IsToldBeforeTheBandFollows()
    {
        int day = DayOfAlarm(0);
        Assert.IsTrue(day >= 18 && day <= 40, "day " + day.ToString());
    }

    /// <summary>The water table falls and a fifth of the flow is gone after 100 days: the pressure goes with it, and nothing is told.</summary>
    [TestMethod]
    public void SeasonThatLowersTheWell_IsFollowed()
    {
        Assert.AreEqual(-1, DayOfAlarm(1));
    }

    [TestMethod]
    public void CleanedStrainer_IsSeenInTheRunAndStays()
    {
        _bench.Teach(10, 11111, 310, 5000);
        _bench.Teach(20, 9000, 310, 5000);
        Assert.AreEqual(Fail, _bench.Judge(407));
        Run(11000, 310, 5000);
        Assert.AreEqual(Pass, _bench.Judge(407));
        _bench.Teach(1, 11000, 310, 5000);
        _bench.Set(Signal.PumpContact, 0);
        _bench.Set(Signal.PumpCommand, 0);
        _bench.Update(_bench.NowMs + 1000);
        Assert.AreEqual(Pass, _bench.Judge(407));
    }

    [TestMethod]
    public void Frozen_DoesNotFollow()
    {
        _bench.Teach(10, 11111, 310, 5000);
        Bands.Freeze(true);
        for (int day = 1; day <= 20; day++)
        {
            _bench.NowMs = 86400000L * day;
            _bench.Teach(1, 9000, 310, 5000);
        }

        Assert.IsTrue(Bands.Frozen);
        Assert.AreEqual(11111, Bands.ReferenceOf(RunMeans.Flow));
        Bands.Freeze(false);
        _bench.NowMs = 86400000L * 22;
        _bench.Teach(1, 9000, 310, 5000);
        Assert.AreEqual(11079, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void Reset_LearnsAnew()
    {
        _bench.Teach(10, 11111, 310, 5000);
        Bands.Reset();
        Assert.AreEqual(0, Bands.RunsOf(RunMeans.Flow));
        _bench.Teach(10, 5000, 310, 5000);
        Assert.AreEqual(5000, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void FollowsOnceADayAtMost()
    {
        _bench.Teach(10, 11111, 310, 5000);
        _bench.NowMs = 86399999;
        _bench.Teach(3, 9000, 310, 5000);
        Assert.AreEqual(11111, Bands.ReferenceOf(RunMeans.Flow));
        _bench.NowMs = 86400000;
        _bench.Teach(3, 9000, 310, 5000);
        Assert.AreEqual(11079, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void State_SurvivesARestart()
    {
        _bench.Teach(7, 11111, 310, 5000);
        _bench.Teach(1, 9000, 310, 5000);
        Bands.Freeze(true);
        var bytes = new byte[64];
        Assert.AreEqual(40, Bands.Write(bytes, 1));
        var other = new LearnedBands();
        Assert.IsTrue(other.TryRead(bytes, 1, 39));
        Assert.IsTrue(other.Frozen);
        for (int quantity = 0; quantity < 3; quantity++)
        {
            Assert.AreEqual(8, other.RunsOf(quantity));
            Assert.AreEqual(Bands.ReferenceOf(quantity), other.ReferenceOf(quantity));
            Assert.AreEqual(Bands.RecentOf(quantity), other.RecentOf(quantity));
            Assert.AreEqual(Bands.WidthOf(quantity, 0), other.WidthOf(quantity, 0));
        }
    }

    [TestMethod]
    [DataRow(0, 2, 39)]
    [DataRow(1, 4, 39)]
    [DataRow(0, 0, 38)]
    [DataRow(0, 0, 40)]
    public void BytesThatAreNoState_ChangeNothing(int place, int value, int count)
    {
        var bytes = new byte[64];
        Bands.Write(bytes, 0);
        bytes[place] = value == 0 ? bytes[place] : (byte)value;
        _bench.Teach(3, 11111, 310, 5000);
        Assert.IsFalse(Bands.TryRead(bytes, 0, count));
        Assert.AreEqual(3, Bands.RunsOf(RunMeans.Flow));
    }

    /// <summary>Two runs a day for 100 days; the day on which 407 fails, −1 where it never does. Season: the pressure falls with the square of the flow.</summary>
    private int DayOfAlarm(int season)
    {
        _bench.Teach(10, 11111, 310, 5000);
        for (int day = 1; day <= 100; day++)
        {
            int flow = season == 1 ? 11111 - (22 * day) : 11111 * (1000 - (5 * day)) / 1000;
            int pressure = season == 1 ? (int)(310L * flow / 11111 * flow / 11111) : 310;
            _bench.NowMs = 86400000L * day;
            _bench.Teach(2, flow, pressure, 5000);
            if (_bench.Judge(407) == Fail)
            {
                return day;
            }
        }

        return -1;
    }

    /// <summary>A run long enough for a window.</summary>
    private void Run(int flow, int pressure, int power)
    {
        _bench.Set(Signal.PumpContact, 1);
        _bench.Set(Signal.PumpCommand, 1);
        _bench.Set(Signal.BusFlow, flow);
        _bench.Set(Signal.PulseFlow, flow);
        _bench.Set(Signal.Pressure, pressure);
        _bench.Set(Signal.Power, power);
        long begin = _bench.NowMs;
        for (int second = 1; second <= 200; second++)
        {
            _bench.Update(begin + (1000L * second));
        }
    }
}
