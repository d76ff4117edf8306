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

    private static SiteBench s_bench;

    private static LearnedBands Bands => s_bench.View.Bands;

    [TestMethod]
    [DataRow(402)]
    [DataRow(403)]
    [DataRow(407)]
    [DataRow(209)]
    public void BeforeTenCleanRuns_NothingIsTestedAndNothingPasses(int code)
    {
        Fresh();
        s_bench.Teach(9, 11111, 310, 5000);
        Run(11111, 310, 5000);
        Assert.AreEqual(9, Bands.RunsOf(RunMeans.Flow));
        Assert.AreEqual(NotTested, s_bench.Judge(code));
        s_bench.Teach(1, 11111, 310, 5000);
        Assert.AreEqual(10, Bands.RunsOf(RunMeans.Flow));
        Assert.AreEqual(Pass, s_bench.Judge(code));
    }

    [TestMethod]
    [DataRow(8334, Pass, Pass)]
    [DataRow(8333, Pass, Pass)]
    [DataRow(8322, Fail, Pass)]
    [DataRow(13888, Pass, Pass)]
    [DataRow(13900, Pass, Fail)]
    public void Flow_IsJudgedAgainstAQuarterOfTheReference(int flow, int low, int high)
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Run(flow, 310, 5000);
        Assert.AreEqual(low, s_bench.Judge(402));
        Assert.AreEqual(high, s_bench.Judge(403));
    }

    /// <summary>The same image at two sites: 40 m³/h are a burst where 12 are usual, and a weak flow where 80 are.</summary>
    [TestMethod]
    [DataRow(3333, Pass, Fail)]
    [DataRow(22222, Fail, Pass)]
    public void FortyCubicMetres_AreMuchAtOneSiteAndLittleAtAnother(int usual, int low, int high)
    {
        Fresh();
        s_bench.View.Settings.RatedFlowMillilitresPerSecond = usual;
        s_bench.Teach(10, usual, 310, 5000);
        Run(11111, 310, 5000);
        Assert.AreEqual(low, s_bench.Judge(402));
        Assert.AreEqual(high, s_bench.Judge(403));
    }

    [TestMethod]
    [DataRow(5749, Pass)]
    [DataRow(5760, Fail)]
    [DataRow(4251, Pass)]
    [DataRow(4240, Fail)]
    public void EnergyPerVolume_IsJudgedEitherWay(int watts, int expected)
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Run(11111, 310, watts);
        Assert.AreEqual(expected, s_bench.Judge(209));
    }

    /// <summary>11,111² over 310 kPa are 398,238; 10,000² are 18.9 % less, 9,997² 19.0 %, 9,990² 19.1 %: 10 % of the flow.</summary>
    [TestMethod]
    [DataRow(10000, Pass)]
    [DataRow(9997, Pass)]
    [DataRow(9990, Fail)]
    public void Passing_IsJudgedAtNineteenPerCent(int flow, int expected)
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        s_bench.Teach(60, flow, 310, 5000);
        Assert.AreEqual(expected, s_bench.Judge(407));
    }

    [TestMethod]
    [DataRow(Signal.PulseFlow)]
    [DataRow(Signal.BusFlow)]
    public void OneMeterOfTwo_IsEnough(int missing)
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        s_bench.Miss(missing, NoDataReason.NotFitted);
        Assert.AreEqual(Pass, s_bench.Judge(407));
    }

    [TestMethod]
    public void NoPowerMeter_EnergyIsNotFittedAndFlowIsJudged()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Run(11111, 310, 5000);
        s_bench.Miss(Signal.Power, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, s_bench.Judge(209));
        Assert.AreEqual(Pass, s_bench.Judge(402));
        s_bench.Miss(Signal.Pressure, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, s_bench.Judge(407));
    }

    [TestMethod]
    public void PumpOff_FlowIsNotTestedAndTheTrendIs()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Assert.AreEqual(NotTested, s_bench.Judge(402));
        Assert.AreEqual(Pass, s_bench.Judge(407));
    }

    /// <summary>Fields differ: runs between 8,000 and 12,000 mL/s, a mean deviation of a fifth or so, widen the band beyond a quarter.</summary>
    [TestMethod]
    public void RunsThatDiffer_WidenTheBand()
    {
        Fresh();
        for (int i = 0; i < 5; i++)
        {
            s_bench.Teach(1, 8000, 310, 5000);
            s_bench.Teach(1, 12000, 310, 5000);
        }

        Assert.AreEqual(600, Bands.WidthOf(RunMeans.Flow, 250));
        Run(6500, 310, 5000);
        Assert.AreEqual(Pass, s_bench.Judge(402));
    }

    /// <summary>After ten runs of 10,000 mL/s: a quarter of what is less, at once what is a tenth more.</summary>
    [TestMethod]
    [DataRow(9000, 9750)]
    [DataRow(11000, 10250)]
    [DataRow(11001, 11001)]
    public void Recent_CreepsWithWhatIsLessAndTakesWhatIsMuchMore(int flow, int recent)
    {
        Fresh();
        s_bench.Teach(10, 10000, 310, 5000);
        s_bench.Teach(1, flow, 310, 5000);
        Assert.AreEqual(recent, Bands.RecentOf(RunMeans.Flow));
    }

    /// <summary>A run 400 ‰ off, a day later: a 64th of it into the reference, a 32nd into the mean deviation, of which four are the width.</summary>
    [TestMethod]
    public void ReferenceAndDeviation_FollowBySmallShares()
    {
        Fresh();
        s_bench.Teach(10, 10000, 310, 5000);
        Assert.AreEqual(0, Bands.WidthOf(RunMeans.Flow, 0));
        s_bench.NowMs = 86400000;
        s_bench.Teach(1, 14000, 310, 5000);
        Assert.AreEqual(10062, Bands.ReferenceOf(RunMeans.Flow));
        Assert.AreEqual(48, Bands.WidthOf(RunMeans.Flow, 0));
    }

    /// <summary>0.5 % of the flow at the same pressure is lost a day, two runs a day: the reference follows by a 64th a day, and is left behind.</summary>
    [TestMethod]
    public void StrainerThatClogs_IsToldBeforeTheBandFollows()
    {
        Fresh();
        int day = DayOfAlarm(0);
        Assert.IsTrue(day >= 18 && day <= 40, "day " + day.ToString());
    }

    /// <summary>The water table falls and a fifth of the flow is gone after 100 days: the pressure goes with it, and nothing is told.</summary>
    [TestMethod]
    public void SeasonThatLowersTheWell_IsFollowed()
    {
        Fresh();
        Assert.AreEqual(-1, DayOfAlarm(1));
    }

    [TestMethod]
    public void CleanedStrainer_IsSeenInTheRunAndStays()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        s_bench.Teach(20, 9000, 310, 5000);
        Assert.AreEqual(Fail, s_bench.Judge(407));
        Run(11000, 310, 5000);
        Assert.AreEqual(Pass, s_bench.Judge(407));
        s_bench.Teach(1, 11000, 310, 5000);
        s_bench.Set(Signal.PumpContact, 0);
        s_bench.Set(Signal.PumpCommand, 0);
        s_bench.Update(s_bench.NowMs + 1000);
        Assert.AreEqual(Pass, s_bench.Judge(407));
    }

    [TestMethod]
    public void Frozen_DoesNotFollow()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Bands.Freeze(true);
        for (int day = 1; day <= 20; day++)
        {
            s_bench.NowMs = 86400000L * day;
            s_bench.Teach(1, 9000, 310, 5000);
        }

        Assert.IsTrue(Bands.Frozen);
        Assert.AreEqual(11111, Bands.ReferenceOf(RunMeans.Flow));
        Bands.Freeze(false);
        s_bench.NowMs = 86400000L * 22;
        s_bench.Teach(1, 9000, 310, 5000);
        Assert.AreEqual(11079, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void Reset_LearnsAnew()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        Bands.Reset();
        Assert.AreEqual(0, Bands.RunsOf(RunMeans.Flow));
        s_bench.Teach(10, 5000, 310, 5000);
        Assert.AreEqual(5000, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void FollowsOnceADayAtMost()
    {
        Fresh();
        s_bench.Teach(10, 11111, 310, 5000);
        s_bench.NowMs = 86399999;
        s_bench.Teach(3, 9000, 310, 5000);
        Assert.AreEqual(11111, Bands.ReferenceOf(RunMeans.Flow));
        s_bench.NowMs = 86400000;
        s_bench.Teach(3, 9000, 310, 5000);
        Assert.AreEqual(11079, Bands.ReferenceOf(RunMeans.Flow));
    }

    [TestMethod]
    public void State_SurvivesARestart()
    {
        Fresh();
        s_bench.Teach(7, 11111, 310, 5000);
        s_bench.Teach(1, 9000, 310, 5000);
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
        Fresh();
        var bytes = new byte[64];
        Bands.Write(bytes, 0);
        bytes[place] = value == 0 ? bytes[place] : (byte)value;
        s_bench.Teach(3, 11111, 310, 5000);
        Assert.IsFalse(Bands.TryRead(bytes, 0, count));
        Assert.AreEqual(3, Bands.RunsOf(RunMeans.Flow));
    }

    /// <summary>Two runs a day for 100 days; the day on which 407 fails, −1 where it never does. Season: the pressure falls with the square of the flow.</summary>
    private static int DayOfAlarm(int season)
    {
        s_bench.Teach(10, 11111, 310, 5000);
        for (int day = 1; day <= 100; day++)
        {
            int flow = season == 1 ? 11111 - (22 * day) : 11111 * (1000 - (5 * day)) / 1000;
            int pressure = season == 1 ? (int)(310L * flow / 11111 * flow / 11111) : 310;
            s_bench.NowMs = 86400000L * day;
            s_bench.Teach(2, flow, pressure, 5000);
            if (s_bench.Judge(407) == Fail)
            {
                return day;
            }
        }

        return -1;
    }

    /// <summary>A run long enough for a window.</summary>
    private static void Run(int flow, int pressure, int power)
    {
        s_bench.Set(Signal.PumpContact, 1);
        s_bench.Set(Signal.PumpCommand, 1);
        s_bench.Set(Signal.BusFlow, flow);
        s_bench.Set(Signal.PulseFlow, flow);
        s_bench.Set(Signal.Pressure, pressure);
        s_bench.Set(Signal.Power, power);
        long begin = s_bench.NowMs;
        for (int second = 1; second <= 200; second++)
        {
            s_bench.CountBusTotal(1000);
            s_bench.Update(begin + (1000L * second));
        }
    }

    /// <summary>Each test begins anew; the launcher on the device makes no object of a test class.</summary>
    private static void Fresh()
    {
        s_bench = new SiteBench();
    }
}
