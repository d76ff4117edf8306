using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Valve, interlock, attendance, credential, late scans: what the unit does with the plant.</summary>
[TestClass]
public class PlantServiceTests
{
    [TestMethod]
    public void Valve_IsDrivenToItsSwitchAndNoFurther()
    {
        var readings = new Readings();
        var valve = new ValveControl(new Settings { HasValve = true });
        Switches(readings, 0, 1);
        valve.Step(1000, true, readings);
        Assert.IsTrue(valve.Opens && !valve.Shuts && !valve.LetsThrough(readings));
        Assert.AreEqual(1, readings.ValueOf(Signal.ValveCommand));
        Switches(readings, 1, 0);
        valve.Step(16000, true, readings);
        Assert.IsTrue(!valve.Opens && !valve.Shuts && valve.LetsThrough(readings));
        valve.Step(20000, false, readings);
        Assert.IsTrue(!valve.Opens && valve.Shuts);
        Assert.AreEqual(0, readings.ValueOf(Signal.ValveCommand));
        Switches(readings, 0, 1);
        valve.Step(36000, false, readings);
        Assert.IsTrue(!valve.Opens && !valve.Shuts);
    }

    /// <summary>A jammed one is let go after its travel time, and tried again with the next request.</summary>
    [TestMethod]
    public void JammedValve_IsNotDrivenForEver()
    {
        var readings = new Readings();
        var valve = new ValveControl(new Settings { HasValve = true });
        Switches(readings, 0, 0);
        valve.Step(0, true, readings);
        valve.Step(59000, true, readings);
        Assert.IsTrue(valve.Opens);
        valve.Step(60000, true, readings);
        Assert.IsFalse(valve.Opens);
        valve.Step(70000, false, readings);
        Assert.IsTrue(valve.Shuts);
        valve.Step(71000, true, readings);
        Assert.IsTrue(valve.Opens && !valve.Shuts);
    }

    [TestMethod]
    public void NoValve_LetsThroughAndIsNotFitted()
    {
        var readings = new Readings();
        var valve = new ValveControl(new Settings());
        valve.Step(0, true, readings);
        Assert.IsTrue(!valve.Opens && !valve.Shuts && valve.LetsThrough(readings));
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.ValveCommand));
    }

    /// <summary>On hand the panel starts the pump, and nobody asks the unit: the valve opens with the selector, and shuts after it.</summary>
    [TestMethod]
    public void SelectorOnHand_OpensTheValve()
    {
        var site = new SiteController(new Settings { HasValve = true }, new FaultCatalogue());
        Readings readings = site.View.Readings;
        Switches(readings, 0, 1);
        readings.SetContact(Signal.SelectorHand, false);
        site.Decide(1000);
        Assert.IsFalse(site.Valve.Opens);
        readings.SetContact(Signal.SelectorHand, true);
        site.Decide(2000);
        Assert.IsTrue(site.Valve.Opens && !site.Pump.Run);
        Switches(readings, 1, 0);
        readings.SetContact(Signal.SelectorHand, false);
        site.Decide(60000);
        Assert.IsTrue(site.Valve.Shuts);
    }

    /// <summary>The pump waits for the valve; the valve shuts as soon as the pump is not to run.</summary>
    [TestMethod]
    public void Pump_StartsOnceTheValveIsOpen()
    {
        var site = new SiteController(new Settings { HasValve = true }, new FaultCatalogue());
        Readings readings = site.View.Readings;
        Switches(readings, 0, 1);
        readings.Set(Signal.RunRequest, 1);
        site.Decide(1000);
        Assert.IsTrue(site.Valve.Opens && !site.Pump.Run);
        Switches(readings, 0, 0);
        site.Decide(9000);
        Assert.IsTrue(site.Valve.Opens && !site.Pump.Run);
        Switches(readings, 1, 0);
        site.Decide(16000);
        Assert.IsTrue(site.Pump.Run && !site.Valve.Opens);
        readings.Set(Signal.RunRequest, 0);
        site.Decide(17000);
        Assert.IsTrue(!site.Pump.Run && site.Valve.Shuts);
    }

    /// <summary>10 s of overload stop the pump in the second that raises 306; only hand and back to auto let it start again.</summary>
    [TestMethod]
    public void Overload_LocksThePumpOutUntilTheSelectorWasTurned()
    {
        SiteController site = Overloaded(new Settings());
        Readings readings = site.View.Readings;
        Assert.IsTrue(site.Monitors.IsRaised(site.Catalogue.RowOf(306)));
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        Assert.AreEqual(0, site.Pump.DryStops);
        readings.Set(Signal.PumpContact, 0);
        readings.Set(Signal.RunRequest, 0);
        Decide(site, 100, 110);
        readings.Set(Signal.RunRequest, 1);
        Decide(site, 110, 120);
        Assert.IsFalse(site.Pump.Run);
        readings.Set(Signal.SelectorHand, 1);
        Decide(site, 120, 130);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        readings.Set(Signal.SelectorHand, 0);
        Decide(site, 130, 132);
        Assert.IsTrue(!site.Interlock.LockedOut && site.Pump.Run);
    }

    /// <summary>306 is still raised from the first time: the second overload must stop the pump all the same.</summary>
    [TestMethod]
    public void OverloadAfterTheReset_LocksOutAgain()
    {
        SiteController site = Overloaded(new Settings());
        site.View.Readings.Set(Signal.PumpContact, 0);
        site.Interlock.Reset();
        Decide(site, 100, 102);
        Assert.IsTrue(site.Pump.Run);
        site.View.Readings.Set(Signal.PumpContact, 1);
        site.View.Readings.Set(Signal.Power, 14000);
        Decide(site, 102, 130);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
    }

    [TestMethod]
    public void WithoutSelector_TheRequestTakenBackIsTheReset()
    {
        SiteController site = Overloaded(new Settings { HasSelector = false });
        Assert.IsTrue(site.Interlock.LockedOut);
        site.View.Readings.Miss(Signal.SelectorHand, NoDataReason.NotFitted);
        site.View.Readings.Set(Signal.PumpContact, 0);
        Decide(site, 100, 200);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        site.View.Readings.Set(Signal.RunRequest, 0);
        Decide(site, 200, 207);
        Assert.IsFalse(site.Interlock.LockedOut);
    }

    /// <summary>Laid up, the pump starts for nobody but whoever carries out an inspection.</summary>
    [TestMethod]
    public void LaidUp_ThePumpRunsForAnInspectionAlone()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        Rest(site.View.Readings);
        site.View.Readings.Set(Signal.RunRequest, 0);
        Decide(site, 0, 2);
        site.Lifecycle.LayUp(12);
        site.View.Readings.Set(Signal.RunRequest, 1);
        Decide(site, 2, 5);
        Assert.IsFalse(site.Pump.Run);
        site.InspectionWantsPump = true;
        Decide(site, 5, 7);
        Assert.IsTrue(site.Pump.Run);
    }

    /// <summary>
    /// A run in which a fault was raised for a moment, or with whose end one was being confirmed, teaches nothing where the fault is one of flow, meter, motor or supply; 407 is what the lessons show.
    /// </summary>
    [TestMethod]
    public void RunWithAFault_TeachesNothing()
    {
        var catalogue = new FaultCatalogue();
        string taught = "";
        for (int row = 0; row < catalogue.Count; row++)
        {
            taught += RunsTaught(row, 0) == 0 ? "" : catalogue.Code(row).ToString() + " ";
        }

        Assert.AreEqual(
            "303 304 307 309 311 407 501 502 503 504 601 602 603 604 605 606 607 610 801 802 803 804 805 701 702 703 704 705 901 902 903 904 905 906 907 ", taught);
        Assert.AreEqual(1, RunsTaught(-1, 0));
        Assert.AreEqual(0, RunsTaught(-1, 15500));
    }

    /// <summary>Runs that the site has taught after one of ten minutes, in which a row was raised, or with whose end the supply rises to so much: 104 is pending then.</summary>
    private static int RunsTaught(int row, int supply)
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        Readings readings = site.View.Readings;
        Rest(readings);
        for (int second = 0; second < 660; second++)
        {
            readings.Set(Signal.RunRequest, second < 600 ? 1 : 0);
            bool runs = site.Pump.Run;
            readings.Set(Signal.PumpContact, runs ? 1 : 0);
            readings.Set(Signal.Power, runs ? 9000 : 0);
            readings.Set(Signal.BusFlow, runs ? 11111 : 0);
            readings.Set(Signal.BusTotal, 500 + (11 * (second < 600 ? second : 600)));
            readings.Set(Signal.Pressure, runs ? 310 : 10);
            readings.Set(Signal.Supply, supply > 0 && second >= 596 ? supply : 13600);
            if (second == 300 && row >= 0)
            {
                site.Monitors.RestoreRaised(row, site.Catalogue.Level(row));
            }

            site.Decide(second * 1000L);
        }

        return site.View.Bands.RunsOf(0);
    }

    /// <summary>A selector that cannot be read is no reset.</summary>
    [TestMethod]
    public void SelectorThatIsSilent_ResetsNothing()
    {
        SiteController site = Overloaded(new Settings());
        site.View.Readings.Miss(Signal.SelectorHand, NoDataReason.Timeout);
        site.View.Readings.Set(Signal.RunRequest, 0);
        Decide(site, 100, 110);
        Assert.IsTrue(site.Interlock.LockedOut);
    }

    [TestMethod]
    public void OverloadFromBeforeTheRestart_HoldsThroughIt()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        site.Monitors.RestoreRaised(site.Catalogue.RowOf(306), 1);
        Rest(site.View.Readings);
        site.View.Readings.Set(Signal.RunRequest, 1);
        Decide(site, 0, 10);
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
    }

    [TestMethod]
    public void ShortOverload_StopsNothing()
    {
        var site = Started(new Settings());
        site.View.Readings.Set(Signal.Power, 14000);
        Decide(site, 20, 29);
        site.View.Readings.Set(Signal.Power, 11000);
        Decide(site, 29, 31);
        site.View.Readings.Set(Signal.Power, 14000);
        Decide(site, 31, 40);
        Assert.IsTrue(site.Pump.Run && !site.Interlock.LockedOut);
    }

    /// <summary>A lost phase stops the pump while it lasts; it starts by itself when the phase has been back for a minute.</summary>
    [TestMethod]
    public void LostPhase_HoldsThePumpWhileItLasts()
    {
        SiteController site = Started(new Settings());
        site.View.Readings.Set(Signal.Voltage3, 120000);
        Decide(site, 20, 30);
        Assert.IsTrue(site.Interlock.Holds && !site.Interlock.LockedOut && !site.Pump.Run);
        site.View.Readings.Set(Signal.PumpContact, 0);
        site.View.Readings.Set(Signal.Voltage3, 230000);
        Decide(site, 30, 85);
        Assert.IsFalse(site.Pump.Run);
        Decide(site, 85, 95);
        Assert.IsTrue(site.Pump.Run && !site.Interlock.Holds);
    }

    /// <summary>All voltages are there and one phase carries nothing: at rest nothing tells whether it is back, so a person must let the pump try again.</summary>
    [TestMethod]
    public void PhaseWithoutCurrent_LocksThePumpOutUntilTheSelectorWasTurned()
    {
        SiteController site = OnTwoPhases();
        Readings readings = site.View.Readings;
        Assert.IsTrue(site.Interlock.LockedOut && !site.Pump.Run);
        Assert.AreEqual(1, site.Pump.Starts);
        AtRest(readings);
        Decide(site, 30, 1830);
        Assert.AreEqual(1, site.Pump.Starts);
        Assert.IsTrue(site.Monitors.IsRaised(site.Catalogue.RowOf(308)));
        readings.Set(Signal.SelectorHand, 1);
        Decide(site, 1830, 1840);
        readings.Set(Signal.SelectorHand, 0);
        Decide(site, 1840, 1842);
        Assert.IsTrue(!site.Interlock.LockedOut && !site.Pump.Run);
        Decide(site, 1842, 1910);
        Assert.IsTrue(site.Pump.Run);
        Assert.AreEqual(2, site.Pump.Starts);
    }

    [TestMethod]
    public void PhaseWithoutCurrent_IsReleasedByAReset()
    {
        SiteController site = OnTwoPhases();
        AtRest(site.View.Readings);
        Decide(site, 30, 40);
        Assert.AreEqual(0, (int)site.Reset(site.Catalogue.RowOf(308), 12));
        Decide(site, 40, 110);
        Assert.IsTrue(site.Pump.Run);
    }

    [TestMethod]
    public void LostPhaseFromBeforeTheRestart_WithSoundVoltagesLocksOut()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        site.Monitors.RestoreRaised(site.Catalogue.RowOf(308), 1);
        Rest(site.View.Readings);
        site.View.Readings.Set(Signal.RunRequest, 1);
        Decide(site, 0, 600);
        Assert.IsTrue(site.Interlock.LockedOut);
        Assert.AreEqual(0, site.Pump.Starts);
    }

    /// <summary>Three seconds without mains in every six are never 101; an empty well stops the pump all the same, in the decision that raises 305.</summary>
    [TestMethod]
    public void DryWellWhileTheMainsFlicker_StopsThePumpAndRaises305()
    {
        SiteController site = Started(new Settings());
        Readings readings = site.View.Readings;
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.Pressure, 10);
        readings.Set(Signal.Supply, 12500);
        int second = 20;
        while (site.Pump.Run && second < 100)
        {
            readings.Set(Signal.MainsPresent, second % 6 < 3 ? 0 : 1);
            site.Decide(second++ * 1000L);
        }

        Assert.IsFalse(site.Monitors.IsRaised(site.Catalogue.RowOf(101)));
        Assert.IsTrue(site.Monitors.IsRaised(site.Catalogue.RowOf(305)));
        Assert.AreEqual(1, site.Pump.DryStops);
        Assert.AreEqual(41, second);
    }

    [TestMethod]
    public void KnownCard_IsATechnicianUntilTheDoorHasBeenShutForFiveMinutes()
    {
        var attendance = new Attendance();
        var readings = new Readings();
        Card(attendance, readings, 40001234, 1000, true);
        Assert.AreEqual(0, readings.ValueOf(Signal.Technician));
        Card(attendance, readings, 90000017, 2000, true);
        Assert.AreEqual(1, readings.ValueOf(Signal.Technician));
        readings.Set(Signal.CardPresent, 0);
        Card(attendance, readings, 0, 7200000, true);
        Assert.IsTrue(attendance.IsHere);
        Card(attendance, readings, 0, 7499000, false);
        Assert.IsTrue(attendance.IsHere);
        Card(attendance, readings, 0, 7500000, false);
        Assert.IsFalse(attendance.IsHere);
        Assert.AreEqual(0, readings.ValueOf(Signal.Technician));
    }

    [TestMethod]
    public void TechnicianWithoutASignForEightHours_IsGone()
    {
        var attendance = new Attendance();
        var readings = new Readings();
        attendance.Arrive(0, true);
        Card(attendance, readings, 0, 28799000, true);
        Assert.IsTrue(attendance.IsHere);
        Card(attendance, readings, 0, 28800000, true);
        Assert.IsFalse(attendance.IsHere);
        attendance.Arrive(28801000, true);
        attendance.Leave();
        Card(attendance, readings, 0, 28802000, true);
        Assert.IsTrue(attendance.IsHere);
        Card(attendance, readings, 0, 28803000, false);
        Assert.IsFalse(attendance.IsHere);
    }

    /// <summary>A card says more than a login, and stays known after it.</summary>
    [TestMethod]
    public void Technician_IsKnownByCardOrByLoginAlone()
    {
        var attendance = new Attendance();
        attendance.Arrive(0, false);
        Assert.IsFalse(attendance.IsByCard);
        attendance.Arrive(1000, true);
        attendance.Arrive(2000, false);
        Assert.IsTrue(attendance.IsByCard);
    }

    /// <summary>A reader that is out cannot say that nobody is here; one who has logged in is here all the same.</summary>
    [TestMethod]
    [DataRow(4)]
    [DataRow(3)]
    public void ReaderWithoutAnswer_LeavesItOpenUnlessSomebodyLoggedIn(int reason)
    {
        var attendance = new Attendance();
        var readings = new Readings();
        readings.Miss(Signal.CardPresent, (NoDataReason)reason);
        attendance.Step(1000, readings, new OneCard());
        Assert.AreEqual(reason, (int)readings.ReasonOf(Signal.Technician));
        attendance.Arrive(2000, true);
        attendance.Step(3000, readings, new OneCard());
        Assert.AreEqual(1, readings.ValueOf(Signal.Technician));
    }

    [TestMethod]
    public void CardZero_IsNobodys()
    {
        Assert.IsFalse(Attendance.IsKnown(new OneCard(), 0));
        Assert.IsFalse(Attendance.IsKnown(null, 90000017));
        Assert.IsFalse(new Settings().IsUserCard(0));
    }

    /// <summary>Days from 1970-01-01, by hand and by a calendar.</summary>
    [TestMethod]
    [DataRow(1970, 1, 1, 0)]
    [DataRow(1999, 12, 31, 10956)]
    [DataRow(2000, 2, 29, 11016)]
    [DataRow(2026, 11, 21, 20778)]
    [DataRow(2027, 1, 31, 20849)]
    [DataRow(2099, 12, 31, 47481)]
    public void Date_IsADay(int year, int month, int day, int expected)
    {
        Assert.AreEqual(expected, Credential.DayOf(year, month, day));
    }

    [TestMethod]
    public void Credential_IsToldInDays()
    {
        var readings = new Readings();
        Credential.Tell(20270131, 20778L * 86400, readings);
        Assert.AreEqual(71, readings.ValueOf(Signal.CredentialDays));
        Credential.Tell(20261120, (20778L * 86400) + 86399, readings);
        Assert.AreEqual(-1, readings.ValueOf(Signal.CredentialDays));
        Credential.Tell(20270131, 0, readings);
        Assert.AreEqual(1, (int)readings.ReasonOf(Signal.CredentialDays));
        Credential.Tell(0, 20778L * 86400, readings);
        Assert.AreEqual(3, (int)readings.ReasonOf(Signal.CredentialDays));
    }

    /// <summary>Time between scans, of it in storage, connected: a late one counts, an announced stall does not.</summary>
    [TestMethod]
    [DataRow(50, 0, true, 0)]
    [DataRow(999, 0, true, 0)]
    [DataRow(1000, 0, true, 1)]
    [DataRow(1200, 300, true, 0)]
    [DataRow(1300, 300, true, 1)]
    [DataRow(5000, 0, false, 0)]
    public void LateScan_CountsUnlessItWasAnnounced(int ms, int stallMs, bool connected, int expected)
    {
        var late = new LateScans();
        var readings = new Readings();
        late.Begin(10000);
        late.End(stallMs, !connected);
        late.Begin(10000 + ms);
        late.Tell(10000 + ms, readings);
        Assert.AreEqual(expected, readings.ValueOf(Signal.LateScans));
        late.Tell(10000 + ms + 59000, readings);
        Assert.AreEqual(expected, readings.ValueOf(Signal.LateScans));
        late.Tell(10000 + ms + 61000, readings);
        Assert.AreEqual(0, readings.ValueOf(Signal.LateScans));
    }

    /// <summary>Three times the limit are remembered, and no more.</summary>
    [TestMethod]
    public void LateScansWithoutEnd_AreCountedToThirtyTwo()
    {
        var late = new LateScans();
        var readings = new Readings();
        for (int second = 0; second <= 45; second++)
        {
            late.Begin(10000 + (second * 1000L));
            late.End(0, false);
        }

        late.Tell(55000, readings);
        Assert.AreEqual(32, readings.ValueOf(Signal.LateScans));
    }

    private static void Card(Attendance attendance, Readings readings, int number, long nowMs, bool doorOpen)
    {
        readings.SetContact(Signal.CardPresent, number != 0);
        readings.Set(Signal.CardNumber, number);
        readings.SetContact(Signal.DoorOpen, doorOpen);
        attendance.Step(nowMs, readings, new OneCard());
    }

    private static void Switches(Readings readings, int open, int shut)
    {
        readings.Set(Signal.ValveIsOpen, open);
        readings.Set(Signal.ValveIsShut, shut);
    }

    private static void Rest(Readings readings)
    {
        readings.Set(Signal.SelectorHand, 0);
        readings.Set(Signal.PumpContact, 0);
        readings.Set(Signal.MainsPresent, 1);
        readings.Set(Signal.Supply, 13600);
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.BusStatus, 0);
        readings.Set(Signal.Pressure, 10);
        readings.Set(Signal.Power, 0);
        for (int phase = 0; phase < 3; phase++)
        {
            readings.Set(Signal.Voltage1 + phase, 230000);
            readings.Set(Signal.Current1 + phase, 0);
        }
    }

    /// <summary>A pump that has run for 20 s with water.</summary>
    private static SiteController Started(Settings settings)
    {
        var site = new SiteController(settings, new FaultCatalogue());
        Readings readings = site.View.Readings;
        Rest(readings);
        readings.Set(Signal.RunRequest, 1);
        Decide(site, 0, 2);
        Assert.IsTrue(site.Pump.Run);
        readings.Set(Signal.PumpContact, 1);
        readings.Set(Signal.BusFlow, 11111);
        readings.Set(Signal.Pressure, 310);
        readings.Set(Signal.Power, 11000);
        Decide(site, 2, 20);
        return site;
    }

    /// <summary>The third phase carries nothing from second 20; 308 is raised after 5 s.</summary>
    private static SiteController OnTwoPhases()
    {
        SiteController site = Started(new Settings());
        site.View.Readings.Set(Signal.Current1, 15000);
        site.View.Readings.Set(Signal.Current1 + 1, 15000);
        Decide(site, 20, 30);
        return site;
    }

    private static void AtRest(Readings readings)
    {
        readings.Set(Signal.PumpContact, 0);
        readings.Set(Signal.BusFlow, 0);
        readings.Set(Signal.Pressure, 10);
        readings.Set(Signal.Power, 0);
        readings.Set(Signal.Current1, 0);
        readings.Set(Signal.Current1 + 1, 0);
    }

    private static SiteController Overloaded(Settings settings)
    {
        SiteController site = Started(settings);
        site.View.Readings.Set(Signal.Power, 14000);
        Decide(site, 20, 31);
        return site;
    }

    private static void Decide(SiteController site, int fromSeconds, int toSeconds)
    {
        for (int second = fromSeconds; second < toSeconds; second++)
        {
            site.Decide(second * 1000L);
        }
    }

    private sealed class OneCard : ICardList
    {
        public bool IsTechnicians(int card) => card == 90000017;
    }
}
