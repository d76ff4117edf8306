using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Metering;

/// <summary>A flat battery that is charged: 100 mV within two hours, from a loss of mains or the start of the unit, and 106 waits.</summary>
[TestClass]
public class ChargeWatchTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;
    private const int TwoHoursMs = 7200000;

    private static SiteBench s_bench;

    [TestMethod]
    public void MainsComesBack_FlatBatteryIsGivenTwoHoursForEachTenthOfAVolt()
    {
        Fresh();
        Flat();
        At(10000 + TwoHoursMs, 12299, NotTested);
        At(10001 + TwoHoursMs, 12299, Fail);
        Flat();
        At(3600000, 12300, NotTested);
        At(3600000 + TwoHoursMs, 12399, NotTested);
        At(3600001 + TwoHoursMs, 12399, Fail);
        At(3700000 + TwoHoursMs, 13000, Pass);
    }

    [TestMethod]
    public void ChargedOnce_FallsAndIsNotCharging()
    {
        Fresh();
        Flat();
        At(20000, 13000, Pass);
        At(21000, 12999, Fail);
        At(22000, 12500, Fail);
        At(23000, 12900, Fail);
    }

    [TestMethod]
    public void UnitStartsOnAFlatBattery_IsGivenTheSameTime()
    {
        Fresh();
        s_bench = Flat(0, 12200);
        At(TwoHoursMs, 12299, NotTested);
        At(TwoHoursMs + 1, 12299, Fail);
    }

    [TestMethod]
    public void SupplyReadingMissing_NothingChanges()
    {
        Fresh();
        Flat();
        s_bench.Miss(Signal.Supply, NoDataReason.OutOfRange);
        s_bench.Update(20000);
        At(30000, 12200, NotTested);
    }

    /// <summary>Mains was gone at 10 s, at 12.2 V, and is there again.</summary>
    private static void Flat()
    {
        s_bench = new SiteBench();
        s_bench.Set(Signal.MainsPresent, 0);
        s_bench.Set(Signal.Supply, 12200);
        s_bench.Update(10000);
        s_bench.Set(Signal.MainsPresent, 1);
    }

    /// <summary>A unit that starts on mains with this supply.</summary>
    private static SiteBench Flat(int nowMs, int supply)
    {
        var bench = new SiteBench(supply);
        bench.Update(nowMs);
        return bench;
    }

    private static void At(long nowMs, int supply, int expected)
    {
        s_bench.Set(Signal.Supply, supply);
        s_bench.Update(nowMs);
        Assert.AreEqual(expected, s_bench.Judge(106));
    }

    /// <summary>Each test begins anew; the launcher on the device makes no object of a test class.</summary>
    private static void Fresh()
    {
        s_bench = new SiteBench();
    }
}
