using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>
/// A contact that chatters from scan to scan, at rest and in a run, in each phase against the decisions and by chance: its checks are in error, nothing of the two worst levels is raised, and once
/// it is calm it is judged as before.
/// </summary>
[TestClass]
public class ContactChatterTests
{
    private const int Pass = 1;
    private const int Error = 4;
    private const int OutOfRange = 5;
    private const int ScanMs = 50;
    private const int NoCode = 0;
    private const int EachScan = 0;
    private const int EachOtherScan = 1;
    private const int ByChance = 2;
    private const int FiveTimesASecond = 3;
    private const int TwiceASecond = 4;
    private const int TwiceASecondLater = 5;
    private const int Rhythms = 6;

    /// <summary>Seconds until the slowest rhythm is known: seven changes, half a second apart.</summary>
    private const int KnownAfterSeconds = 4;

    private static SiteController s_site;
    private static FakeSiteIo s_io;
    private static long s_nowMs;
    private static uint s_seed;
    private static int s_signal;
    private static int s_rhythm;
    private static bool s_selector;

    /// <summary>
    /// Contact, the code that is in error meanwhile, the pump runs. An hour in each rhythm.
    /// </summary>
    [TestMethod]
    [DataRow(Signal.MainsPresent, 101, false)]
    [DataRow(Signal.MainsPresent, 101, true)]
    [DataRow(Signal.PumpContact, 311, false)]
    [DataRow(Signal.PumpContact, 311, true)]
    [DataRow(Signal.PumpMirror, NoCode, false)]
    [DataRow(Signal.PumpMirror, NoCode, true)]
    [DataRow(Signal.DoorOpen, 501, false)]
    [DataRow(Signal.SelectorHand, 504, false)]
    [DataRow(Signal.SelectorHand, 504, true)]
    [DataRow(Signal.ChamberFlooded, 406, false)]
    [DataRow(Signal.ValveIsOpen, NoCode, false)]
    [DataRow(Signal.ValveIsOpen, NoCode, true)]
    [DataRow(Signal.ValveIsShut, 304, false)]
    [DataRow(Signal.ValveIsShut, NoCode, true)]
    public void ContactThatChatters_IsInErrorAndRaisesNothingOfTheWorstLevels(int signal, int code, bool runs)
    {
        for (int rhythm = 0; rhythm < Rhythms; rhythm++)
        {
            string what = signal.ToString() + " in rhythm " + rhythm.ToString();
            Begin(signal, runs);
            s_rhythm = rhythm;
            for (int second = 0; second < 3600; second++)
            {
                Second(true);
                Assert.IsTrue(s_site.Monitors.WorstLevel == 0 || s_site.Monitors.WorstLevel > 2, what);
                if (second > KnownAfterSeconds)
                {
                    Assert.AreEqual(OutOfRange, (int)s_site.View.Readings.ReasonOf(signal), what);
                    Assert.IsTrue(code == NoCode || Outcome(code) == Error, what);
                }
            }

            for (int second = 0; second < 5; second++)
            {
                Second(false);
            }

            Assert.IsTrue(s_site.View.Readings.Has(signal), what);
            Assert.IsTrue(code == NoCode || Outcome(code) != Error, what);
            Assert.AreEqual(runs, s_site.Pump.Run, what);
        }
    }

    /// <summary>The mains relay by chance for a whole day, in a run.</summary>
    [TestMethod]
    public void MainsThatChattersForADay_IsNeverLost()
    {
        Begin(Signal.MainsPresent, true);
        s_rhythm = ByChance;
        for (int second = 0; second < 86400; second++)
        {
            Second(true);
            Assert.IsTrue(s_site.Monitors.WorstLevel == 0 || s_site.Monitors.WorstLevel > 2);
        }

        Assert.AreEqual(Error, Outcome(101));
        Assert.AreEqual(OutOfRange, (int)s_site.View.Readings.ReasonOf(Signal.MainsPresent));
    }

    /// <summary>The water user's switch: what cannot be read asks for no water, and the pump is not switched on and off.</summary>
    [TestMethod]
    public void RequestThatChatters_StartsThePumpOnceAtMost()
    {
        for (int rhythm = 0; rhythm < Rhythms; rhythm++)
        {
            Begin(Signal.RunRequest, false);
            s_rhythm = rhythm;
            int starts = 0;
            bool ran = false;
            for (int second = 0; second < 3600; second++)
            {
                Second(true);
                starts += s_site.Pump.Run && !ran ? 1 : 0;
                ran = s_site.Pump.Run;
            }

            Assert.IsTrue(starts <= 1, rhythm.ToString());
            Assert.IsFalse(s_site.Pump.Run);
            Assert.AreEqual(0, (int)s_site.Monitors.WorstLevel);
        }
    }

    /// <summary>Scans between two changes, and whether that is chatter: a hand, or a lamp that is tried once a second, is none.</summary>
    [TestMethod]
    [DataRow(1, true)]
    [DataRow(4, true)]
    [DataRow(15, true)]
    [DataRow(16, false)]
    [DataRow(20, false)]
    [DataRow(40, false)]
    public void RhythmOfTheChanges_Decides(int scans, bool chatters)
    {
        Begin(Signal.DoorOpen, false);
        bool missed = false;
        for (int scan = 0; scan < 2000; scan++)
        {
            s_io.DoorOpen = scan / scans % 2 == 0;
            Scan(false);
            missed |= !s_site.View.Readings.Has(Signal.DoorOpen);
        }

        Assert.AreEqual(chatters, missed);
    }

    /// <summary>Three changes in a row are a bounce, a fourth is chatter, which ends after its weight of 61 scans.</summary>
    [TestMethod]
    public void FourChangesInARow_AreChatterUntilItIsCalm()
    {
        Begin(Signal.DoorOpen, false);
        for (int change = 1; change <= 4; change++)
        {
            TurnDoor();
            Assert.AreEqual(change < 4, s_site.View.Readings.Has(Signal.DoorOpen));
        }

        for (int calm = 1; calm <= 61; calm++)
        {
            Scan(false);
            Assert.AreEqual(calm == 61, s_site.View.Readings.Has(Signal.DoorOpen), calm.ToString());
        }
    }

    /// <summary>The whole unit: its mains relay at every scan, seen by the decisions closed in one phase and open in the other.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void MainsRelayAtEveryScan_IsNoOutageInEitherPhase(int phase)
    {
        var unit = new UnitBench();
        unit.Run(60000);
        for (int scan = 0; scan < 600 * 20; scan++)
        {
            unit.Io.RelayCut = scan % 2 == phase;
            unit.Scan();
            Assert.IsFalse(unit.IsRaised(101));
        }

        Assert.AreEqual(OutOfRange, (int)unit.Unit.Site.View.Readings.ReasonOf(Signal.MainsPresent));
        unit.Io.RelayCut = true;
        Assert.IsTrue(unit.UntilRaised(101, 20000) > 0);
    }

    /// <summary>A grid that flutters is no end of the outage, and what stops meanwhile is owed to it.</summary>
    [TestMethod]
    public void AnOutageGoesOnWhileTheMainsRelayChatters()
    {
        Begin(Signal.MainsPresent, false);
        s_rhythm = EachScan;
        s_io.MainsLost = true;
        Seconds(60);
        Assert.IsTrue(s_site.Monitors.IsRaised(s_site.Catalogue.RowOf(101)));
        for (int second = 0; second < 60; second++)
        {
            Second(true);
            Assert.IsTrue(s_site.Pump.IsInOutage, second.ToString());
            Assert.IsTrue(second == 0 || !s_site.Pump.ShowsMains, second.ToString());
        }

        Assert.AreEqual(OutOfRange, (int)s_site.View.Readings.ReasonOf(Signal.MainsPresent));
        s_io.MainsLost = false;
        Seconds(300);
        Assert.IsFalse(s_site.Pump.IsInOutage);
        Assert.IsTrue(s_site.Pump.ShowsMains);
    }

    /// <summary>A selector that chatters while the panel may run the pump leaves the valve as it stands (decision 0076).</summary>
    [TestMethod]
    public void ASelectorThatChatters_ShutsNoValve()
    {
        Begin(Signal.SelectorHand, true);
        s_site.View.Settings.HasValve = true;
        Seconds(60);
        Assert.IsTrue(s_site.Valve.WantedOpen);
        s_rhythm = EachScan;
        for (int second = 0; second < 60; second++)
        {
            s_io.Request = second < 10;
            Second(true);
            Assert.IsTrue(s_site.Valve.WantedOpen, second.ToString());
        }

        Seconds(30);
        Assert.IsFalse(s_site.Valve.WantedOpen);
    }

    /// <summary>Changes of half a second: the sixth leaves a weight of 46, the seventh, after 3 s, one of 52.</summary>
    [TestMethod]
    public void HalfASecond_IsChatterAtTheSeventhChange()
    {
        Begin(Signal.DoorOpen, false);
        for (int change = 1; change <= 7; change++)
        {
            TurnDoor();
            Assert.AreEqual(change < 7, s_site.View.Readings.Has(Signal.DoorOpen), change.ToString());
            for (int scan = 1; scan < 10; scan++)
            {
                Scan(false);
            }
        }
    }

    /// <summary>Three changes with nothing between them, a fourth once their weight has fallen to 32: 48 is enough.</summary>
    [TestMethod]
    [DataRow(14, true)]
    [DataRow(15, false)]
    public void AWeightOf48_IsEnough(int calm, bool chatters)
    {
        Begin(Signal.DoorOpen, false);
        for (int change = 1; change <= 3; change++)
        {
            TurnDoor();
        }

        for (int scan = 1; scan < calm; scan++)
        {
            Scan(false);
        }

        TurnDoor();
        Assert.AreEqual(chatters, !s_site.View.Readings.Has(Signal.DoorOpen));
    }

    /// <summary>What changes so often is chatter in time, not in scans: where a scan takes a second, it is none, and with a scan each 10 ms what is left of a step counts on.</summary>
    [TestMethod]
    [DataRow(100, 100, true)]
    [DataRow(700, 700, true)]
    [DataRow(800, 800, false)]
    [DataRow(1000, 1000, false)]
    [DataRow(10, 700, true)]
    [DataRow(10, 800, false)]
    [DataRow(10, 1000, false)]
    public void ChatterIsATimeBetweenChanges_NotACountOfScans(int scanMs, int changeMs, bool chatters)
    {
        var watch = new ContactWatch();
        var readings = new Readings();
        bool missed = false;
        for (int nowMs = scanMs; nowMs <= 200000; nowMs += scanMs)
        {
            readings.SetContact(Signal.DoorOpen, nowMs / changeMs % 2 == 0);
            watch.Step(nowMs, readings);
            missed |= !readings.Has(Signal.DoorOpen);
        }

        Assert.AreEqual(chatters, missed);
    }

    /// <summary>A request that chatters, in whatever rhythm, is not taken back: neither an overload is released by it where no selector is fitted, nor a pump that stays off.</summary>
    [TestMethod]
    [DataRow(EachScan)]
    [DataRow(EachOtherScan)]
    [DataRow(ByChance)]
    [DataRow(FiveTimesASecond)]
    [DataRow(TwiceASecond)]
    [DataRow(TwiceASecondLater)]
    public void RequestThatChatters_IsNoActOfAPerson(int rhythm)
    {
        Begin(Signal.RunRequest, true);
        s_selector = false;
        s_rhythm = rhythm;
        s_site.Pump.Restore(PumpControl.MaxDryStops);
        s_site.Pump.Halt(s_nowMs);
        s_site.Monitors.RestoreRaised(s_site.Catalogue.RowOf(306), 1);
        Seconds(5);
        for (int second = 0; second < 60; second++)
        {
            Second(true);
            Assert.IsTrue(s_site.Pump.StaysOff && !s_site.Pump.Run && s_site.Interlock.LockedOut, second.ToString());
        }

        Seconds(400);
        Assert.IsTrue(s_site.Pump.StaysOff && !s_site.Pump.Run && s_site.Interlock.LockedOut);
        s_io.Request = false;
        Seconds(8);
        Assert.IsFalse(s_site.Pump.StaysOff || s_site.Interlock.LockedOut, "taken back");
    }

    /// <summary>What was kept off over a restart is not freed by the first decisions that see no request.</summary>
    [TestMethod]
    public void RequestThatIsOffAtTheStart_IsTakenBackAfterItsTime()
    {
        var pump = new PumpControl();
        pump.Restore(PumpControl.MaxDryStops);
        for (long nowMs = 30000; nowMs < 35000; nowMs += 1000)
        {
            pump.Step(nowMs, false, true, CheckOutcome.NotTested, 10000);
            Assert.IsTrue(pump.StaysOff);
        }

        pump.Step(35000, false, true, CheckOutcome.NotTested, 10000);
        Assert.IsFalse(pump.StaysOff);
    }

    /// <summary>Five hours on battery, of which the mains relay flutters for a minute: the battery has bridged what was declared all the same.</summary>
    [TestMethod]
    public void ARelayThatFlutters_IsNoEndOfTheBridging()
    {
        var watch = new BatteryWatch();
        var readings = new Readings();
        var settings = new Settings();
        readings.Set(Signal.Supply, 12500);
        readings.SetContact(Signal.MainsPresent, false);
        watch.Step(0, false, readings, settings);
        watch.Step(18000000, false, readings, settings);
        Assert.AreEqual(18000000L, watch.CarriedMs);
        readings.Miss(Signal.MainsPresent, NoDataReason.OutOfRange);
        watch.Step(18060000, false, readings, settings);
        Assert.AreEqual(18000000L, watch.CarriedMs);
        readings.SetContact(Signal.MainsPresent, false);
        watch.Step(18061000, false, readings, settings);
        Assert.AreEqual(18061000L, watch.CarriedMs);
        readings.SetContact(Signal.MainsPresent, true);
        watch.Step(18062000, false, readings, settings);
        Assert.AreEqual(0L, watch.CarriedMs);
    }

    /// <summary>A technician at a door whose switch rattles for ten minutes is there still, also once he has logged out.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ADoorThatChatters_SendsNobodyAway(bool loggedOut)
    {
        var attendance = new Attendance();
        var readings = new Readings();
        readings.SetContact(Signal.DoorOpen, true);
        attendance.Arrive(0, true);
        attendance.Step(1000, readings, null);
        if (loggedOut)
        {
            attendance.Leave();
        }

        readings.Miss(Signal.DoorOpen, NoDataReason.OutOfRange);
        for (long nowMs = 2000; nowMs <= 600000; nowMs += 1000)
        {
            attendance.Step(nowMs, readings, null);
            Assert.IsTrue(attendance.IsHere);
        }

        readings.SetContact(Signal.DoorOpen, false);
        attendance.Step(601000, readings, null);
        Assert.AreEqual(!loggedOut, attendance.IsHere);
    }

    /// <summary>A contactor that holds after our "off", its contact fluttering for a minute, and no other witness: it is the one that never let go.</summary>
    [TestMethod]
    public void AContactThatChattersAfterTheStop_IsStillTheOneThatHeld()
    {
        SiteView site = RunningByItsContactAlone();
        site.Update(1000, 0, 0);
        site.Readings.SetContact(Signal.PumpCommand, false);
        site.Update(2000, 0, 0);
        Assert.IsTrue(site.HeldSinceOff);
        site.Readings.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
        for (long nowMs = 3000; nowMs < 60000; nowMs += 1000)
        {
            site.Update(nowMs, 0, 0);
            Assert.IsTrue(site.HeldSinceOff && site.IsPumpUnclear);
        }

        site.Readings.SetContact(Signal.PumpContact, true);
        site.Update(61000, 0, 0);
        Assert.IsTrue(site.HeldSinceOff);
        site.Readings.SetContact(Signal.PumpContact, false);
        for (long nowMs = 62000; nowMs < 66000; nowMs += 1000)
        {
            site.Update(nowMs, 0, 0);
        }

        Assert.IsFalse(site.HeldSinceOff, "let go");
    }

    /// <summary>Water that stands for a minute shows that it let go: what a hand starts afterwards is no weld.</summary>
    [TestMethod]
    public void AContactThatChattersWhileTheWaterStands_HoldsNothing()
    {
        SiteView site = RunningByItsContactAlone();
        site.Readings.Set(Signal.BusFlow, 11111);
        site.Update(1000, 0, 0);
        site.Readings.SetContact(Signal.PumpCommand, false);
        site.Readings.Miss(Signal.PumpContact, NoDataReason.OutOfRange);
        site.Readings.Set(Signal.BusFlow, 0);
        for (long nowMs = 2000; nowMs <= 61000; nowMs += 1000)
        {
            site.Update(nowMs, 0, 0);
            Assert.IsTrue(site.HeldSinceOff, nowMs.ToString());
        }

        site.Update(62000, 0, 0);
        Assert.IsFalse(site.HeldSinceOff);
        site.Readings.SetContact(Signal.PumpContact, true);
        site.Update(63000, 0, 0);
        Assert.IsFalse(site.HeldSinceOff);
    }

    private static SiteView RunningByItsContactAlone()
    {
        var site = new SiteView(new Settings());
        site.Readings.SetContact(Signal.PumpContact, true);
        site.Readings.SetContact(Signal.PumpCommand, true);
        site.Readings.Miss(Signal.Power, NoDataReason.NotFitted);
        site.Readings.Miss(Signal.PumpMirror, NoDataReason.NotFitted);
        return site;
    }

    /// <summary>The door's contact changes, and is scanned.</summary>
    private static void TurnDoor()
    {
        s_io.DoorOpen = !s_io.DoorOpen;
        Scan(false);
    }

    private static int Outcome(int code) => (int)s_site.Monitors.OutcomeOf(s_site.Catalogue.RowOf(code));

    /// <summary>A site at rest or in a run for ten minutes, both of which its contacts have shown.</summary>
    private static void Begin(int signal, bool runs)
    {
        var settings = new Settings { HasValve = signal == Signal.ValveIsOpen || signal == Signal.ValveIsShut };
        s_site = new SiteController(settings, new FaultCatalogue());
        s_io = new FakeSiteIo { HasMirror = signal == Signal.PumpMirror };
        s_nowMs = 0;
        s_seed = 20261122;
        s_signal = signal;
        s_selector = true;
        s_io.Request = true;
        Seconds(300);
        s_io.Request = runs;
        Seconds(300);
        Assert.AreEqual(0, (int)s_site.Monitors.WorstLevel);
        Assert.AreEqual(runs, s_site.Pump.Run);
    }

    private static void Seconds(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            Second(false);
        }
    }

    /// <summary>Twenty scans and a decision.</summary>
    private static void Second(bool chatters)
    {
        for (int scan = 0; scan < 20; scan++)
        {
            Scan(chatters);
        }
    }

    private static void Scan(bool chatters)
    {
        Readings readings = s_site.View.Readings;
        s_io.Scan(s_nowMs, readings);
        Fit(readings);
        if (chatters && IsTurned())
        {
            readings.SetContact(s_signal, !readings.IsOn(s_signal));
        }

        s_site.Scan(s_nowMs, s_io.PulseCount);
        if (s_nowMs % 1000 == 0)
        {
            s_site.Decide(s_nowMs);
            s_io.DrivePump(s_site.Pump.Run);
            while (s_site.Transitions.Count > 0)
            {
                s_site.Transitions.DropFirst();
            }
        }

        s_nowMs += ScanMs;
    }

    private static void Fit(Readings readings)
    {
        if (s_selector)
        {
            readings.SetContact(Signal.SelectorHand, false);
        }
        else
        {
            readings.Miss(Signal.SelectorHand, NoDataReason.NotFitted);
        }

        readings.SetContact(Signal.ChamberFlooded, false);
        if (s_site.View.Settings.HasValve)
        {
            readings.SetContact(Signal.ValveIsOpen, s_site.Valve.WantedOpen);
            readings.SetContact(Signal.ValveIsShut, !s_site.Valve.WantedOpen);
        }
    }

    private static bool IsTurned()
    {
        int scan = (int)(s_nowMs / ScanMs);
        if (s_rhythm == ByChance)
        {
            s_seed = Text.Noise(s_seed);
            return (s_seed >> 16) % 2 == 0;
        }

        return s_rhythm switch
        {
            EachScan => scan % 2 == 0,
            EachOtherScan => scan % 2 == 1,
            FiveTimesASecond => scan % 8 < 4,
            TwiceASecond => scan % 20 < 10,
            TwiceASecondLater => scan % 20 >= 10,
            _ => false,
        };
    }
}
