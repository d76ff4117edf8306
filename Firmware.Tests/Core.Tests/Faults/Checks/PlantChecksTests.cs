using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>The edges of the checks that the plant's instruments feed. Outcomes: 0 not tested, 1 pass, 2 fail, 3 stale, 4 error, 5 not fitted.</summary>
[TestClass]
public class PlantChecksTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;
    private const int Stale = 3;
    private const int Error = 4;
    private const int NotFitted = 5;

    /// <summary>Every one-signal check against the reason why its reading is missing: 1 not yet, 3 not fitted, 4 no answer, 5 out of range, 6 damaged.</summary>
    [TestMethod]
    [DataRow(304, Signal.ValveIsShut)]
    [DataRow(306, Signal.Power)]
    [DataRow(308, Signal.Voltage1)]
    [DataRow(406, Signal.ChamberFlooded)]
    [DataRow(409, Signal.WellLevel)]
    [DataRow(502, Signal.Technician)]
    [DataRow(502, Signal.DoorOpen)]
    [DataRow(504, Signal.SelectorHand)]
    [DataRow(604, Signal.SignalStrength)]
    [DataRow(605, Signal.CredentialDays)]
    [DataRow(705, Signal.StorageWear)]
    [DataRow(903, Signal.HeapFree)]
    [DataRow(905, Signal.LateScans)]
    [DataRow(907, Signal.Temperature)]
    public void MissingReading_IsNeverPassed(int code, int signal)
    {
        Assert.AreEqual(NotTested, Missing(code, signal, NoDataReason.NotYet));
        Assert.AreEqual(NotFitted, Missing(code, signal, NoDataReason.NotFitted));
        Assert.AreEqual(Stale, Missing(code, signal, NoDataReason.Timeout));
        Assert.AreEqual(Error, Missing(code, signal, NoDataReason.OutOfRange));
        Assert.AreEqual(Error, Missing(code, signal, NoDataReason.BusError));
    }

    [TestMethod]
    [DataRow(310, Signal.Power, 2, 4)]
    [DataRow(503, Signal.CardPresent, 2, 2)]
    public void InstrumentThatIsJudgedItself_FailsWithoutAnAnswer(int code, int signal, int silent, int outOfRange)
    {
        Assert.AreEqual(silent, Missing(code, signal, NoDataReason.Timeout));
        Assert.AreEqual(silent, Missing(code, signal, NoDataReason.BusError));
        Assert.AreEqual(outOfRange, Missing(code, signal, NoDataReason.OutOfRange));
        Assert.AreEqual(NotFitted, Missing(code, signal, NoDataReason.NotFitted));
        Assert.AreEqual(NotTested, Missing(code, signal, NoDataReason.NotYet));
        Assert.AreEqual(Pass, new SiteBench().Judge(code));
    }

    [TestMethod]
    [DataRow(406, Signal.ChamberFlooded, 0, false, Pass)]
    [DataRow(406, Signal.ChamberFlooded, 1, false, Fail)]
    [DataRow(409, Signal.WellLevel, 200, false, Pass)]
    [DataRow(409, Signal.WellLevel, 199, false, Fail)]
    [DataRow(409, Signal.WellLevel, 249, true, Fail)]
    [DataRow(409, Signal.WellLevel, 250, true, Pass)]
    [DataRow(604, Signal.SignalStrength, -85, false, Pass)]
    [DataRow(604, Signal.SignalStrength, -86, false, Fail)]
    [DataRow(604, Signal.SignalStrength, -81, true, Fail)]
    [DataRow(604, Signal.SignalStrength, -80, true, Pass)]
    [DataRow(605, Signal.CredentialDays, 30, false, Pass)]
    [DataRow(605, Signal.CredentialDays, 29, false, Fail)]
    [DataRow(605, Signal.CredentialDays, -400, false, Fail)]
    [DataRow(705, Signal.StorageWear, 100, false, Pass)]
    [DataRow(705, Signal.StorageWear, 101, false, Fail)]
    [DataRow(903, Signal.HeapFree, 8192, false, Pass)]
    [DataRow(903, Signal.HeapFree, 8191, false, Fail)]
    [DataRow(903, Signal.HeapFree, 12287, true, Fail)]
    [DataRow(903, Signal.HeapFree, 12288, true, Pass)]
    [DataRow(905, Signal.LateScans, 10, false, Pass)]
    [DataRow(905, Signal.LateScans, 11, false, Fail)]
    [DataRow(907, Signal.Temperature, 70000, false, Pass)]
    [DataRow(907, Signal.Temperature, 70250, false, Fail)]
    [DataRow(907, Signal.Temperature, 65250, true, Fail)]
    [DataRow(907, Signal.Temperature, 65000, true, Pass)]
    public void Value_IsJudgedAtItsLimit(int code, int signal, int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(signal, value);
        Assert.AreEqual(expected, bench.Judge(code, raised));
    }

    [TestMethod]
    [DataRow(59000, 0, 0, NotTested)]
    [DataRow(60000, 0, 0, Fail)]
    [DataRow(60000, 1, 0, Pass)]
    [DataRow(60000, 1, 1, Fail)]
    public void ValveOpens_WithinItsTravelTime(int ms, int isOpen, int isShut, int expected)
    {
        SiteBench bench = ValveAsked(1, isOpen, isShut, ms);
        Assert.AreEqual(expected, bench.Judge(303));
        Assert.AreEqual(NotTested, bench.Judge(304));
    }

    [TestMethod]
    [DataRow(59000, 1, 0, NotTested)]
    [DataRow(60000, 1, 0, Fail)]
    [DataRow(60000, 0, 0, Fail)]
    [DataRow(60000, 0, 1, Pass)]
    public void ValveShuts_WithinItsTravelTime(int ms, int isOpen, int isShut, int expected)
    {
        SiteBench bench = ValveAsked(0, isOpen, isShut, ms);
        Assert.AreEqual(expected, bench.Judge(304));
        Assert.AreEqual(NotTested, bench.Judge(303));
    }

    /// <summary>The travel time is the site's own.</summary>
    [TestMethod]
    public void SlowValve_IsGivenItsTime()
    {
        SiteBench bench = ValveAsked(1, 0, 0, 90000);
        bench.View.Settings.ValveTravelSeconds = 120;
        Assert.AreEqual(NotTested, bench.Judge(303));
    }

    /// <summary>The pump waits for the switch, so that a switch nobody can read keeps the water user without water.</summary>
    [TestMethod]
    [DataRow(4, Fail)]
    [DataRow(6, Fail)]
    [DataRow(3, NotFitted)]
    public void OpenSwitchThatCannotBeRead_Fails(int reason, int expected)
    {
        SiteBench bench = ValveAsked(1, 0, 0, 60000);
        bench.Miss(Signal.ValveIsOpen, (NoDataReason)reason);
        Assert.AreEqual(expected, bench.Judge(303));
    }

    /// <summary>Above 115 % of 11,000 W, once the pump has run for 10 s.</summary>
    [TestMethod]
    [DataRow(9000, 20000, NotTested)]
    [DataRow(10000, 12650, Pass)]
    [DataRow(10000, 12651, Fail)]
    [DataRow(10000, -5000, Pass)]
    public void Power_IsJudgedWhileThePumpRuns(int ms, int watts, int expected)
    {
        SiteBench bench = Running(ms);
        bench.Set(Signal.Power, watts);
        Assert.AreEqual(expected, bench.Judge(306));
        bench.Set(Signal.PumpContact, 0);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(bench.NowMs + 60000);
        Assert.AreEqual(NotTested, bench.Judge(306));
    }

    /// <summary>78 % of 230 V are 179.4 V. All three below are the grid's sag, not a lost phase.</summary>
    [TestMethod]
    [DataRow(179400, 230000, 230000, Pass)]
    [DataRow(179300, 230000, 230000, Fail)]
    [DataRow(230000, 0, 230000, Fail)]
    [DataRow(230000, 230000, 124000, Fail)]
    [DataRow(0, 0, 230000, Fail)]
    [DataRow(0, 0, 0, NotTested)]
    [DataRow(170000, 175000, 160000, NotTested)]
    public void Voltages_TellALostPhase(int first, int second, int third, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Voltage1, first);
        bench.Set(Signal.Voltage2, second);
        bench.Set(Signal.Voltage3, third);
        Assert.AreEqual(expected, bench.Judge(308));
    }

    /// <summary>Behind the meter a pole of the contactor is burnt: all voltages are there, and one current is missing.</summary>
    [TestMethod]
    [DataRow(9000, 16000, 16000, 0, Pass)]
    [DataRow(10000, 16000, 16000, 3200, Pass)]
    [DataRow(10000, 16000, 16000, 3199, Fail)]
    [DataRow(10000, 0, 16000, 16000, Fail)]
    [DataRow(10000, 999, 0, 999, Pass)]
    [DataRow(10000, 1000, 0, 1000, Fail)]
    public void Currents_TellALostPhase(int ms, int first, int second, int third, int expected)
    {
        SiteBench bench = Running(ms);
        bench.Set(Signal.Current1, first);
        bench.Set(Signal.Current2, second);
        bench.Set(Signal.Current3, third);
        Assert.AreEqual(expected, bench.Judge(308));
    }

    [TestMethod]
    public void CurrentsAtRest_TellNothing()
    {
        var bench = new SiteBench();
        bench.Set(Signal.Current1, 16000);
        bench.Update(60000);
        Assert.AreEqual(Pass, bench.Judge(308));
    }

    [TestMethod]
    [DataRow(0, 0, Pass)]
    [DataRow(1, 0, Fail)]
    [DataRow(1, 1, Pass)]
    [DataRow(0, 1, Pass)]
    public void OpenDoor_IsTamperWithoutATechnician(int open, int technician, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.DoorOpen, open);
        bench.Set(Signal.Technician, technician);
        Assert.AreEqual(expected, bench.Judge(502));
    }

    /// <summary>Whoever opens for 20 s and shuts again is told like one who leaves it open; a switch that is loose for 4 s is not.</summary>
    [TestMethod]
    [DataRow(20, 61)]
    [DataRow(5, 61)]
    [DataRow(4, -1)]
    public void DoorShutsAgain_IsToldWhoeverItWas(int seconds, int raised)
    {
        var bench = new SiteBench();
        bench.Run(10);
        bench.Set(Signal.DoorOpen, 1);
        bench.Run(seconds);
        bench.Set(Signal.DoorOpen, 0);
        int rest = bench.SecondsUntil(502, true, 300);
        Assert.AreEqual(raised, rest < 0 ? -1 : rest + seconds);
    }

    /// <summary>The technician who comes afterwards answers for it: what was raised waits for his reset, what was not is forgotten.</summary>
    [TestMethod]
    public void TechnicianComesWithinTheMinute_NothingIsTold()
    {
        var bench = new SiteBench();
        bench.Set(Signal.DoorOpen, 1);
        bench.Run(20);
        bench.Set(Signal.DoorOpen, 0);
        bench.Run(20);
        bench.Set(Signal.Technician, 1);
        bench.Run(5);
        bench.Set(Signal.Technician, 0);
        Assert.AreEqual(-1, bench.SecondsUntil(502, true, 300));
    }

    /// <summary>Contact, selector on hand, card, technician: 504 and 309 never hold for the same run.</summary>
    [TestMethod]
    [DataRow(1, 0, 0, 0, Fail, Pass)]
    [DataRow(1, 1, 0, 0, Pass, Fail)]
    [DataRow(1, 0, 1, 0, Pass, Pass)]
    [DataRow(1, 0, 0, 1, NotTested, Pass)]
    [DataRow(0, 0, 0, 0, Pass, Pass)]
    [DataRow(0, 1, 0, 0, Pass, Pass)]
    public void RunWithoutCommand_IsByHandOrUnauthorised(int contact, int hand, int card, int technician, int unauthorised, int byHand)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, contact);
        bench.Set(Signal.Power, 2200 * contact);
        bench.Set(Signal.SelectorHand, hand);
        bench.Set(Signal.CardPresent, card);
        bench.Set(Signal.Technician, technician);
        bench.Update(5000);
        Assert.AreEqual(unauthorised, bench.Judge(504));
        Assert.AreEqual(byHand, bench.Judge(309));
        bench.Set(Signal.PumpCommand, 1);
        bench.Update(6000);
        Assert.AreEqual(NotTested, bench.Judge(504));
    }

    /// <summary>A contactor that never let go is 302's.</summary>
    [TestMethod]
    public void ContactorThatIsHeld_IsNotUnauthorised()
    {
        var bench = new SiteBench();
        bench.Set(Signal.SelectorHand, 0);
        bench.RunWet();
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(2000);
        Assert.AreEqual(Pass, bench.Judge(504));
    }

    /// <summary>The centre alone knows of a unit that is silent.</summary>
    [TestMethod]
    public void SilentUnit_IsNeverJudgedHere()
    {
        Assert.AreEqual(NotTested, new SiteBench().Judge(610));
    }

    /// <summary>Level 4, and 2 from the third worker of a day on; a day later the count begins anew.</summary>
    [TestMethod]
    public void ThirdStallOfADay_IsOfLevelTwo()
    {
        var bench = new SiteBench();
        Stall(bench, 1);
        Assert.AreEqual(4, (int)bench.Monitors.LevelOf(bench.Row(904)));
        Stall(bench, 2);
        Assert.AreEqual(4, (int)bench.Monitors.LevelOf(bench.Row(904)));
        Stall(bench, 3);
        Assert.AreEqual(2, (int)bench.Monitors.LevelOf(bench.Row(904)));
        Assert.AreEqual(3, bench.View.Readings.ValueOf(Signal.RestartsPerDay));
        bench.Update(bench.NowMs + 86400000);
        Assert.AreEqual(0, bench.View.Readings.ValueOf(Signal.RestartsPerDay));
    }

    private static void Stall(SiteBench bench, int restarts)
    {
        bench.Set(Signal.WorkerRestarts, restarts);
        bench.Run(10);
        Assert.IsTrue(bench.IsRaised(904));
    }

    private static int Missing(int code, int signal, NoDataReason reason)
    {
        var bench = new SiteBench();
        bench.Set(Signal.SelectorHand, 0);
        bench.Set(Signal.ValveCommand, 0);
        bench.Update(120000);
        bench.Miss(signal, reason);
        return bench.Judge(code);
    }

    /// <summary>179.4 V of 230 V are a phase that is there; each of the three is looked at, and no current is taken for a voltage.</summary>
    [TestMethod]
    [DataRow(179400, 0, 0, true)]
    [DataRow(0, 179400, 0, true)]
    [DataRow(0, 0, 179400, true)]
    [DataRow(179399, 179399, 179399, false)]
    public void Grid_IsOnePhaseAtLeast(int first, int second, int third, bool grid)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Voltage1, first);
        bench.Set(Signal.Voltage1 + 1, second);
        bench.Set(Signal.Voltage1 + 2, third);
        bench.Set(Signal.Current1, 200000);
        Assert.AreEqual(grid, Firmware.Core.Faults.Checks.PowerChecks.ShowsGrid(bench.View));
        Assert.IsTrue(Firmware.Core.Faults.Checks.PowerChecks.LacksVoltage(bench.View));
    }

    [TestMethod]
    [DataRow(0, 179399, true)]
    [DataRow(1, 179399, true)]
    [DataRow(2, 179399, true)]
    [DataRow(0, 179400, false)]
    public void PhaseThatLacks_IsSeenWhicheverItIs(int phase, int millivolts, bool lacks)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Voltage1 + phase, millivolts);
        Assert.AreEqual(lacks, Firmware.Core.Faults.Checks.PowerChecks.LacksVoltage(bench.View));
        Assert.IsTrue(Firmware.Core.Faults.Checks.PowerChecks.ShowsGrid(bench.View));
    }

    private static SiteBench ValveAsked(int open, int isOpen, int isShut, int ms)
    {
        var bench = new SiteBench();
        bench.Set(Signal.ValveCommand, 1 - open);
        bench.Update(1000);
        bench.Set(Signal.ValveCommand, open);
        bench.Set(Signal.ValveIsOpen, isOpen);
        bench.Set(Signal.ValveIsShut, isShut);
        bench.Update(2000);
        bench.Update(2000 + ms);
        return bench;
    }

    private static SiteBench Running(int ms)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Update(1000);
        bench.Update(1000 + ms);
        return bench;
    }
}
