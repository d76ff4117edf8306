using Firmware.Contract;
using Firmware.Core.Contracts;

namespace Contract.Tests;

/// <summary>
/// The worked cases of service-contract §2, by hand, as literals: what a contract asks for after a report, with the events of the case.
/// Times are minutes after the report.
/// </summary>
[TestClass]
public class WorkedCasesTests
{
    private const int No = ClockMath.Never;

    [TestMethod]
    public void A_201_Level1_StoredAt2210()
    {
        // Respond 22:40, on site 00:10, repaired and stand-in 22:10 the next day.
        var profile = new ServiceProfile(ContractId.A);
        Is(profile, 1, ClockKind.Respond, 30, No, No, No);
        Is(profile, 1, ClockKind.OnSite, 120, No, No, No);
        Is(profile, 1, ClockKind.Repaired, 1440, No, No, No);
        Is(profile, 1, ClockKind.StandIn, 1440, No, No, No);
        Assert.AreEqual(4, Running(profile, 1, No, No, No));
    }

    [TestMethod]
    public void A_207_Level3_ReportedAt1000()
    {
        // Respond 10:30, target 14:00, firm the next day 10:00, no on-site clock.
        var profile = new ServiceProfile(ContractId.A);
        Is(profile, 3, ClockKind.Respond, 30, No, No, No);
        Assert.AreEqual(240 * 60, Due(profile, 3, ClockKind.Repaired, false, No, No, No));
        Assert.AreEqual(1440 * 60, Due(profile, 3, ClockKind.Repaired, true, No, No, No));
        Assert.AreEqual(No, Due(profile, 3, ClockKind.OnSite, true, No, No, No));
    }

    [TestMethod]
    public void A_Level4_NoClock()
    {
        Assert.AreEqual(0, Running(new ServiceProfile(ContractId.A), 4, No, No, No));
        Assert.IsFalse(new ServiceProfile(ContractId.A).CoversLevel(4));
    }

    [TestMethod]
    public void B1_305_ReportedFriday1650_PhoneFails1720()
    {
        // On site Sunday 17:20 at the latest.
        var profile = new ServiceProfile(ContractId.B1);
        Is(profile, 2, ClockKind.Respond, 5, No, No, No); // "at once"
        Is(profile, 2, ClockKind.OnSite, 30 + 2880, 30 * 60, No, No);
        Assert.AreEqual(1, Running(profile, 2, No, No, No));
    }

    [TestMethod]
    public void B2_CallAt0900_CompleteAt0920()
    {
        // Dispatch 09:30, on site 11:20.
        var profile = new ServiceProfile(ContractId.B2);
        Assert.AreEqual(30 * 60, ClockMath.DueAfter(profile, 0, 20 * 60, No, No, No));
        Assert.AreEqual(140 * 60, ClockMath.DueAfter(profile, 1, 20 * 60, No, No, No));
        Assert.AreEqual(No, ClockMath.DueAfter(profile, 0, No, No, No, No));
    }

    [TestMethod]
    public void B3_Level1()
    {
        var profile = new ServiceProfile(ContractId.B3);
        Is(profile, 1, ClockKind.Respond, 60, No, No, No);
        Is(profile, 1, ClockKind.OnSite, 2880, No, No, No);
        Is(profile, 1, ClockKind.Repaired, 2880, No, No, No);
        Is(profile, 1, ClockKind.StandIn, 2880, No, No, No);
        Assert.AreEqual(No, Due(profile, 3, ClockKind.StandIn, true, No, No, No));
    }

    [TestMethod]
    public void C_301_Reported1OctoberAt0800_Arrives0940()
    {
        // Respond 09:00, on site 10:00, eight hours of repair end 17:40, repaired 2 October 08:00, stand-in 3 October 08:00.
        var profile = new ServiceProfile(ContractId.C);
        Is(profile, 1, ClockKind.Respond, 60, No, No, 100 * 60);
        Is(profile, 1, ClockKind.OnSite, 120, No, No, 100 * 60);
        Is(profile, 1, ClockKind.RepairWork, 580, No, No, 100 * 60);
        Is(profile, 1, ClockKind.Repaired, 1440, No, No, 100 * 60);
        Is(profile, 1, ClockKind.StandIn, 2880, No, No, 100 * 60);
        Assert.AreEqual(No, Due(profile, 1, ClockKind.RepairWork, true, No, No, No));
    }

    [TestMethod]
    public void D_203_ReportedAt0800_RemoteGivesUp1030()
    {
        // Respond 08:30, remote 12:00, on site and repaired 22:30, parts 22:30.
        var profile = new ServiceProfile(ContractId.D);
        Is(profile, 3, ClockKind.Respond, 30, No, 150 * 60, No);
        Is(profile, 3, ClockKind.RemoteSolved, 240, No, 150 * 60, No);
        Is(profile, 3, ClockKind.OnSite, 870, No, 150 * 60, No);
        Is(profile, 3, ClockKind.Repaired, 870, No, 150 * 60, No);
        Is(profile, 3, ClockKind.Parts, 870, No, 150 * 60, No);
    }

    [TestMethod]
    public void E_102_Level2_Reported2350_PhoneFails0010()
    {
        // Respond 00:20, on site 02:10, solved 03:50.
        var profile = new ServiceProfile(ContractId.E);
        Is(profile, 2, ClockKind.Respond, 30, 20 * 60, No, No);
        Is(profile, 2, ClockKind.OnSite, 140, 20 * 60, No, No);
        Is(profile, 2, ClockKind.Repaired, 240, 20 * 60, No, No);
        Is(profile, 2, ClockKind.StandIn, 4320, 20 * 60, No, No);
    }

    [TestMethod]
    public void E_NamesLevels3And4()
    {
        var profile = new ServiceProfile(ContractId.E);
        Is(profile, 3, ClockKind.Respond, 60, No, No, No);
        Is(profile, 4, ClockKind.Respond, 60, No, No, No);
        Assert.AreEqual(1, Running(profile, 4, No, No, No));
    }

    [TestMethod]
    public void NamesOfContracts()
    {
        Assert.AreEqual("A", ContractId.NameOf(0));
        Assert.AreEqual("B1", ContractId.NameOf(1));
        Assert.AreEqual("B2", ContractId.NameOf(2));
        Assert.AreEqual("B3", ContractId.NameOf(3));
        Assert.AreEqual("C", ContractId.NameOf(4));
        Assert.AreEqual("D", ContractId.NameOf(5));
        Assert.AreEqual("E", ContractId.NameOf(6));
    }

    private static void Is(ServiceProfile profile, int level, ClockKind kind, int minutes, int phoneFailed, int remoteFailed, int arrived)
    {
        Assert.AreEqual(minutes * 60, Due(profile, level, kind, true, phoneFailed, remoteFailed, arrived));
    }

    private static int Due(ServiceProfile profile, int level, ClockKind kind, bool firm, int phoneFailed, int remoteFailed, int arrived)
    {
        for (int clock = 0; clock < profile.Count; clock++)
        {
            if (profile.Kind(clock) == kind && profile.IsFirm(clock) == firm && profile.Covers(clock, level))
            {
                return ClockMath.DueAfter(profile, clock, 0, phoneFailed, remoteFailed, arrived);
            }
        }

        return No;
    }

    private static int Running(ServiceProfile profile, int level, int phoneFailed, int remoteFailed, int arrived)
    {
        int running = 0;
        for (int clock = 0; clock < profile.Count; clock++)
        {
            running += profile.Covers(clock, level) && ClockMath.DueAfter(profile, clock, 0, phoneFailed, remoteFailed, arrived) != No ? 1 : 0;
        }

        return running;
    }
}
