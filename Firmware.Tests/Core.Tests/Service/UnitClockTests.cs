using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>The unit's time and its sources. 1,790,000,000 is 21 September 2026.</summary>
[TestClass]
public class UnitClockTests
{
    private const long Unix = 1790000000;
    private const int Unset = 0;
    private const int Synced = 1;
    private const int Coasting = 2;

    [TestMethod]
    public void NoSource_IsUnset()
    {
        var clock = new UnitClock();
        Assert.AreEqual(Unset, (int)clock.QualityAt(1000000));
        Assert.AreEqual(0L, clock.UnixAt(1000000));
    }

    [TestMethod]
    public void FirstSource_SetsIt()
    {
        var clock = SetAt(10000);
        Assert.AreEqual(Synced, (int)clock.QualityAt(10000));
        Assert.AreEqual(Unix, clock.UnixAt(10000));
        Assert.AreEqual(Unix + 5, clock.UnixAt(15999));
        Assert.AreEqual(Unix - 10, clock.UnixAt(0));
        Assert.AreEqual(0, clock.Jumps);
    }

    [TestMethod]
    [DataRow(0L, false)]
    [DataRow(1767225599L, false)]
    [DataRow(1767225600L, true)]
    [DataRow(2147483648L, true)]
    [DataRow(4102444799L, true)]
    [DataRow(4102444800L, false)]
    [DataRow(-1L, false)]
    public void OnlyTimesBetween2026And2100_AreBelieved(long unix, bool believed)
    {
        var system = new UnitClock();
        system.OfferSystem(0, unix);
        Assert.AreEqual(believed ? Synced : Unset, (int)system.QualityAt(0));
        var centre = new UnitClock();
        centre.OfferCentre(0, unix);
        Assert.AreEqual(believed ? unix : 0L, centre.UnixAt(0));
    }

    /// <summary>A clock that only ran on, on the board's clock chip: the time is known, and nobody has confirmed it.</summary>
    [TestMethod]
    public void KeptTime_SetsAndCoastsUntilASourceConfirms()
    {
        var clock = new UnitClock();
        clock.OfferKept(0, 1767225599);
        Assert.AreEqual(Unset, (int)clock.QualityAt(0));
        clock.OfferKept(1000, Unix);
        Assert.AreEqual(Coasting, (int)clock.QualityAt(1000));
        Assert.AreEqual(Unix + 9, clock.UnixAt(10000));
        clock.OfferKept(10000, Unix + 500);
        Assert.AreEqual(Unix + 9, clock.UnixAt(10000));
        clock.OfferCentre(20000, Unix + 40);
        Assert.AreEqual(Synced, (int)clock.QualityAt(20000));
        Assert.AreEqual(Unix + 40, clock.UnixAt(20000));
        Assert.AreEqual(0, clock.Jumps);
        clock.OfferKept(21000, Unix);
        Assert.AreEqual(Unix + 41, clock.UnixAt(21000));
    }

    /// <summary>What nobody confirmed gives way at once, whatever it says; where it was a minute off that is a jump.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void KeptTime_GivesWayToAnySourceAtOnce(int source)
    {
        var clock = new UnitClock();
        clock.OfferKept(0, Unix);
        switch (source)
        {
            case 0:
                clock.OfferSystem(5000, Unix + 3600, true);
                break;
            case 1:
                clock.OfferCentre(5000, Unix + 3600);
                break;
            default:
                clock.SetByHand(5000, Unix + 3600);
                break;
        }

        Assert.AreEqual(Unix + 3600, clock.UnixAt(5000));
        Assert.AreEqual(Synced, (int)clock.QualityAt(5000));
        Assert.AreEqual(1, clock.Jumps);
    }

    /// <summary>The platform's clock leads; the centre's, seconds off, only confirms: two sources never pull in turn.</summary>
    [TestMethod]
    public void OneSourceLeads()
    {
        var clock = SetAt(0);
        clock.OfferSystem(1000, Unix + 31, true);
        Assert.AreEqual(Unix + 31, clock.UnixAt(1000));
        clock.OfferCentre(2000, Unix + 2);
        Assert.AreEqual(Unix + 32, clock.UnixAt(2000));
    }

    [TestMethod]
    public void After2038_TimeGoesOn()
    {
        var clock = new UnitClock();
        clock.OfferSystem(0, 2147483640);
        Assert.AreEqual(2147483700L, clock.UnixAt(60000));
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(-1, 0)]
    [DataRow(2, 2)]
    [DataRow(-2, -2)]
    [DataRow(60, 60)]
    [DataRow(-60, -60)]
    [DataRow(61, 0)]
    [DataRow(-61, 0)]
    public void SystemClockMoves_SmallCorrectionsAreTakenAtOnce(int moved, int taken)
    {
        var clock = SetAt(0);
        clock.OfferSystem(1000, Unix + 1 + moved);
        Assert.AreEqual(Unix + 1 + taken, clock.UnixAt(1000));
        Assert.AreEqual(0, clock.Jumps);
    }

    [TestMethod]
    public void SystemClockJumpsAndPersists_IsTakenAfterAMinute()
    {
        var clock = SetAt(0);
        for (int second = 1; second <= 60; second++)
        {
            clock.OfferSystem(1000 * second, Unix + second + 3600);
            Assert.AreEqual(Unix + second, clock.UnixAt(1000 * second));
        }

        clock.OfferSystem(61000, Unix + 61 + 3600);
        Assert.AreEqual(Unix + 61 + 3600, clock.UnixAt(61000));
        Assert.AreEqual(1, clock.Jumps);
    }

    [TestMethod]
    public void SystemClockJumpsAndComesBack_IsForgotten()
    {
        var clock = SetAt(0);
        Offer(clock, 1, 50, 3600);
        Offer(clock, 51, 51, 0);
        Offer(clock, 52, 100, 3600);
        Assert.AreEqual(Unix + 100, clock.UnixAt(100000));
        Assert.AreEqual(0, clock.Jumps);
    }

    [TestMethod]
    public void SystemClockWanders_NoClaimPersists()
    {
        var clock = SetAt(0);
        for (int second = 1; second <= 300; second++)
        {
            clock.OfferSystem(1000 * second, Unix + second + (second % 2 == 0 ? 3600 : 7200));
        }

        Assert.AreEqual(Unix + 300, clock.UnixAt(300000));
    }

    [TestMethod]
    public void SystemClockOnlyRunsOn_CoastsAfterADay()
    {
        var clock = SetAt(0);
        clock.OfferSystem(43200000, Unix + 43200);
        Assert.AreEqual(Synced, (int)clock.QualityAt(86400000));
        Assert.AreEqual(Coasting, (int)clock.QualityAt(86400001));
        Assert.AreEqual(Unix + 86401, clock.UnixAt(86401000));
    }

    [TestMethod]
    public void CentreAgrees_ConfirmsWithoutMovingTheClock()
    {
        var clock = SetAt(0);
        clock.OfferCentre(80000000, Unix + 80000 + 60);
        Assert.AreEqual(Unix + 80000, clock.UnixAt(80000000));
        Assert.AreEqual(Synced, (int)clock.QualityAt(80000000 + 86400000));
        Assert.AreEqual(Coasting, (int)clock.QualityAt(80000000 + 86400001));
    }

    [TestMethod]
    public void CentreDisagreesOnce_ChangesNothing()
    {
        var clock = SetAt(0);
        clock.OfferCentre(1000, Unix + 7200);
        Assert.AreEqual(Unix + 1, clock.UnixAt(1000));
    }

    [TestMethod]
    public void CentreAlone_SetsTheClock()
    {
        var clock = new UnitClock();
        clock.OfferCentre(5000, Unix);
        Assert.AreEqual(Unix, clock.UnixAt(5000));
    }

    private static UnitClock SetAt(long nowMs)
    {
        var clock = new UnitClock();
        clock.OfferSystem(nowMs, Unix);
        return clock;
    }

    private static void Offer(UnitClock clock, int fromSecond, int toSecond, int off)
    {
        for (int second = fromSecond; second <= toSecond; second++)
        {
            clock.OfferSystem(1000L * second, Unix + second + off);
        }
    }
}
