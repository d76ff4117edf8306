using System;
using Board.Native;
using Board.Native.Parts;
using Boards.Esp32DevKitC;
using Firmware.Core.Service;
using Firmware.Device;
using Firmware.Records;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Device.Tests;

/// <summary>The composed unit on its board.</summary>
[TestClass]
public class UnitProgramTests : BoardTest
{
    private const int SupplyPin = 36;
    private int _reboots;
    private bool _hangs;

    [TestInitialize]
    public void Watch()
    {
        Hardware.SetVolts(SupplyPin, 13.6 / 6);
        Hardware.RebootRequested += NoteReboot;
        Hardware.OutputChanged += Hang;
    }

    [TestCleanup]
    public void TakeOff()
    {
        Hardware.RebootRequested -= NoteReboot;
        Hardware.OutputChanged -= Hang;
        Hardware.I2c(21, 22).Attach(0x24, null);
        Hardware.I2c(21, 22).Attach(0x68, null);
    }

    /// <summary>
    /// Each decision throws, and nineteen scans of twenty are sound: after ten seconds the unit restarts itself, and the next start knows why. The third one comes up in safe mode, and restarts no more.
    /// </summary>
    [TestMethod]
    public void AUnitWhoseDecisionsFailRestartsItselfThreeTimes()
    {
        Hardware.I2c(21, 22).Attach(0x24, new Pn532 { Card = 4711 });
        for (int start = 1; start <= 3; start++)
        {
            UnitProgram program = Compose(Wiring.Pins());
            Assert.AreEqual(start > 1, ToldOfTheLoop(program.Unit.Delivery.Journal.Log), "what was caught outlives the restart");
            program.Unit.Site.View.Technicians = new NoList();
            new Thread(program.Run).Start();
            int wanted = start;
            Until(() => _reboots == wanted, "a restart", stepMilliseconds: 50);
            Assert.IsInRange(5, 13, program.Unit.Troubles.CountAt(TroublePlace.Loop));
            Assert.AreEqual(start > 1, program.Unit.Life.Boots.Cause == ResetCause.Stalled);
            Assert.IsFalse(program.Unit.Site.IsSafeMode);
            Hardware.Restart();
        }

        UnitProgram last = Compose(Wiring.Pins());
        last.Unit.Site.View.Technicians = new NoList();
        new Thread(last.Run).Start();
        Until(() => last.Unit.Troubles.CountAt(TroublePlace.Loop) >= 15, "fifteen failed scans", stepMilliseconds: 50);
        Assert.AreEqual(3, _reboots);
        Assert.AreEqual(ResetCause.Stalled, last.Unit.Life.Boots.Cause);
        Assert.IsTrue(last.Unit.Site.IsSafeMode);
    }

    /// <summary>Decisions are made, and what comes after them in the scan throws each time: nothing would be recorded or sent.</summary>
    [TestMethod]
    public void AUnitWhoseScansNeverEndRestartsItself()
    {
        UnitProgram program = Compose(Wiring.Pins());
        program.Unit.Delivery.Kept.Add(new BrokenPart());
        new Thread(program.Run).Start();
        Until(() => _reboots > 0, "a restart", 300_000, 250);
        Assert.IsGreaterThan(50_000L, program.Unit.DecidedMs - program.Unit.ScannedMs);
        Hardware.Restart();
        UnitProgram next = Compose(Wiring.Pins());
        next.Unit.Scan();
        Assert.AreEqual(ResetCause.Stalled, next.Unit.Life.Boots.Cause);
    }

    /// <summary>A call of the platform that does not return: nobody but another thread can end that.</summary>
    [TestMethod]
    public void ALoopThatHangsIsRestartedByItsWatch()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(40_000, 250);
        Assert.AreEqual(0, _reboots);
        System.Threading.Volatile.Write(ref _hangs, true);
        Until(() => _reboots > 0, "a restart", 60_000, 250);
    }

    /// <summary>A part that does not let itself be opened: the watch is there before it.</summary>
    [TestMethod]
    public void APartThatHangsWhileTheUnitIsComposedIsSeenByTheWatch()
    {
        System.Threading.Volatile.Write(ref _hangs, true);
        new Thread(() => Compose(Wiring.Pins())).Start();
        Until(() => _reboots > 0, "a restart", 60_000, 250);
    }

    /// <summary>DNS stops all threads for longer than the watch waits: it stood still as well, and the loop goes on.</summary>
    [TestMethod]
    public void AStallOfThePlatformIsNoLoopThatHangs()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(3000, 50);
        for (int i = 0; i < 3; i++)
        {
            UnitTime.Advance(40_000_000);
            System.Threading.Thread.Sleep(20);
        }

        Pass(3000, 50);
        Assert.AreEqual(0, _reboots);
        Assert.AreEqual(0, program.Unit.Troubles.CountAt(TroublePlace.Loop));
    }

    /// <summary>
    /// 100 cuts, 5 to 55 s after the start, on a board whose clock chip gives the time at once: never safe mode, never a crash (platform decision 12).
    /// </summary>
    [TestMethod]
    public void AHundredPowerCutsOfABoardWithAClockChipAreNoCrash()
    {
        var chip = new Ds3231();
        chip.Set(new System.DateTime(2026, 9, 21, 14, 13, 20, System.DateTimeKind.Utc));
        Hardware.Network.LinkUp = false;
        Hardware.I2c(21, 22).Attach(0x68, chip);
        for (int cut = 0; cut < 100; cut++)
        {
            UnitProgram program = Run(5000 + (cut * 7919 % 50000));
            Assert.AreEqual(TimeQuality.Coasting, program.Unit.Clock.QualityAt(1000), "the time of the clock chip");
            Assert.IsFalse(program.Unit.Site.IsSafeMode, "cut " + cut);
            Assert.AreEqual(0, program.Unit.Life.Crashes, "cut " + cut);
            Hardware.CutPower();
        }

        UnitProgram last = Run(5000);
        Assert.AreEqual(ResetCause.PowerLoss, last.Unit.Life.Boots.Cause);
        Assert.AreEqual(101, last.Unit.Life.Starts);
        Assert.AreEqual(0, last.Unit.Site.Monitors.OccurrenceOf(last.Unit.Site.Catalogue.RowOf(901)));
    }

    /// <summary>Software restarts in the first minute on a board without a clock chip and without a network: its clock never leaves 1970, and the loop is stopped.</summary>
    [TestMethod]
    public void ALoopBeforeTheFirstTimeAnswerEndsInSafeMode()
    {
        Hardware.Network.LinkUp = false;
        for (int crash = 0; crash < 4; crash++)
        {
            UnitProgram program = Run(10_000);
            Assert.AreEqual(TimeQuality.Unset, program.Unit.Clock.QualityAt(1000));
            Assert.IsFalse(program.Unit.Site.IsSafeMode, "crash " + crash);
            Hardware.Restart();
        }

        UnitProgram last = Run(5000);
        Assert.AreEqual(ResetCause.Crash, last.Unit.Life.Boots.Cause);
        Assert.IsTrue(last.Unit.Site.IsSafeMode);
    }

    [TestMethod]
    public void AUnitWithASoundBoardScansOn()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(20_000, 50);
        Assert.AreEqual(0, _reboots);
        Assert.AreEqual(0, program.Unit.Troubles.CountAt(TroublePlace.Loop));
    }

    /// <summary>A worker that has done nothing for half of its limit is warned of, and the count goes out with the telemetry.</summary>
    [TestMethod]
    public void ABusWorkerThatHangs_IsCounted()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(5000, 50);
        Assert.AreEqual(0, program.Unit.Delivery.Counters.WorkerWarnings);
        Hardware.Uart("COM2").Driver = UartDriver.Hangs;
        Pass(45_000, 50);
        Assert.AreEqual(1, program.Unit.Delivery.Counters.WorkerWarnings);
    }

    [TestMethod]
    public void AConsoleThatBreaksCostsNoScan()
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Pass(2000, 50);
        Hardware.Uart("COM3").Driver = UartDriver.Fails;
        Pass(5000, 50);
        Assert.AreEqual(0, program.Unit.Troubles.CountAt(TroublePlace.Loop));
    }

    /// <summary>An entry tells how often the loop failed; it is written just before the restart.</summary>
    private static bool ToldOfTheLoop(EventLog log)
    {
        var reader = new EventReader(log);
        var entry = new EventRecord();
        while (reader.TryOlder(entry))
        {
            if (entry.Kind == EventKind.ExceptionCaught && entry.Value > 1)
            {
                return true;
            }
        }

        return false;
    }

    private void NoteReboot() => _reboots++;

    /// <summary>Whoever drives an output while it hangs does not come back.</summary>
    private void Hang(int gpio, bool high)
    {
        if (System.Threading.Volatile.Read(ref _hangs))
        {
            System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
        }
    }

    /// <summary>Runs a unit for so long, in ten steps after its first scan.</summary>
    private static UnitProgram Run(int milliseconds)
    {
        UnitProgram program = Compose(Wiring.Pins());
        new Thread(program.Run).Start();
        Until(() => program.Unit.DecidedMs > 0, "a scan");
        Pass(milliseconds, milliseconds / 10);
        return program;
    }

    private static UnitProgram Compose(BoardPins pins)
    {
        Wiring.MapPorts();
        return UnitProgram.Compose(pins, new ChineseTexts(), new EnglishTexts());
    }

    private sealed class BrokenPart : Firmware.Records.IKept
    {
        public int Slot => Firmware.Records.Slots.SelfTest;

        public bool IsDue(long nowMs) => throw new InvalidOperationException("a defect");

        public int Write(byte[] buffer, long nowMs, Firmware.Core.Ports.IChecksum checksum) => 0;

        public void Saved(long nowMs)
        {
        }

        public bool TryRead(byte[] buffer, int count, Firmware.Core.Ports.IChecksum checksum) => false;
    }

    private sealed class NoList : ICardList
    {
        public bool IsTechnicians(int card) => throw new InvalidOperationException("no list");
    }
}
