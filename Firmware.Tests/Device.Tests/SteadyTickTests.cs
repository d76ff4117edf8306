using System;
using System.Buffers.Binary;
using System.Linq;
using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;
using Firmware.Records;
using Firmware.Supervision;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Device.Tests;

/// <summary>
/// 10,000 ticks of the real drivers on the native board: pump running, pulses and Modbus replies arriving, one fault raised, LEDs blinking, a
/// console open. Not one byte is allocated on the loop's thread, nor by the bus poller.
/// </summary>
[TestClass]
public class SteadyTickTests
{
    private const int Ticks = 10000;

    /// <summary>
    /// Ticks until the start counts as good, the self-test is over and the volume was saved for the first time: each writes to storage, and the volume's next turn
    /// comes ten minutes later.
    /// </summary>
    private const int SelfTestTicks = 13000;
    private const int PulsePin = 34;
    private const int PumpContactPin = 23;
    private const int RunRequestPin = 14;
    private static Rig s_rig;
    private static object s_control;

    [ClassInitialize]
    public static void Build(TestContext context)
    {
        s_rig = new Rig(System.IO.Directory.CreateTempSubdirectory("unit-").FullName);
    }

    [ClassCleanup]
    public static void Remove()
    {
        s_rig.Dispose();
    }

    [TestMethod]
    public void TenThousandTicksAllocateNothing()
    {
        s_rig.RaiseSupplyLow();
        s_rig.Run(SelfTestTicks);
        long allocated = Measure(Ticks, false);
        Assert.IsTrue(s_rig.Unit.Site.Monitors.WorstLevel == 1, "a fault is raised all the time");
        Assert.IsTrue(s_rig.Unit.Site.View.PumpRuns, "the pump runs all the time");
        Assert.IsTrue(s_rig.Unit.Site.View.Readings.ValueOf(Signal.BusFlow) > 0, "Modbus replies arrive");
        Assert.IsTrue(s_rig.Unit.Site.View.Readings.ValueOf(Signal.PulseFlow) > 0, "pulses arrive");
        Assert.IsTrue(s_rig.LedChanges > 100, "the LEDs blink");
        Assert.AreEqual(0L, allocated, "bytes allocated in " + Ticks + " ticks");
        Console.WriteLine(Ticks + " ticks, " + s_rig.Polls + " Modbus polls, " + s_rig.LedChanges + " LED changes: " + allocated + " bytes allocated");
    }

    /// <summary>
    /// The whole engine at three sizes: not one byte. That each row is judged once a step, at each size, the next test asserts; how its time grows with the rows the one after it prints, for speed is never asserted.
    /// </summary>
    [TestMethod]
    [DataRow(16)]
    [DataRow(64)]
    [DataRow(176)]
    public void MonitorsOfAnyNumberAllocateNothing(int rows)
    {
        FaultCatalogue catalogue = FaultCatalogue.OfSize(rows);
        var monitors = new FaultMonitors(catalogue, new TransitionQueue());
        var view = new SiteView(new Settings());
        var lifecycle = new Lifecycle(catalogue, monitors, view);
        Steps(monitors, lifecycle, view, 0, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Steps(monitors, lifecycle, view, 100, 2000);
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Each row of 101, wherever it stands in the table, counts a step once: it is raised 10 s after its first failing step, not sooner and not later, at each size. No row costs a step of another one.</summary>
    [TestMethod]
    [DataRow(16, 1)]
    [DataRow(64, 1)]
    [DataRow(176, 3)]
    public void EachRowIsJudgedOnceAStep(int rows, int copies)
    {
        FaultCatalogue catalogue = FaultCatalogue.OfSize(rows);
        var monitors = new FaultMonitors(catalogue, new TransitionQueue());
        var view = new SiteView(new Settings());
        int[] mains = Enumerable.Range(0, rows).Where(row => catalogue.Code(row) == 101).ToArray();
        Assert.HasCount(copies, mains);
        view.Readings.SetContact(Signal.MainsPresent, false);
        for (int step = 1; step <= 11; step++)
        {
            view.Update(step * 1000L, 0, 0);
            monitors.Step(view);
            Assert.AreEqual(step > 10 ? copies : 0, mains.Count(monitors.IsRaised), "after " + step + " steps");
        }
    }

    /// <summary>Time for twice as many steps of the largest and the smallest table, as a ratio of the rows: printed, for a person to read; nothing is asserted of time.</summary>
    [TestMethod]
    public void CostGrowsWithTheRows_Printed()
    {
        double first = 0;
        foreach (int rows in new[] { 16, 64, 176 })
        {
            FaultCatalogue catalogue = FaultCatalogue.OfSize(rows);
            var monitors = new FaultMonitors(catalogue, new TransitionQueue());
            var view = new SiteView(new Settings());
            var lifecycle = new Lifecycle(catalogue, monitors, view);
            Steps(monitors, lifecycle, view, 0, 2000);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Steps(monitors, lifecycle, view, 2000, 20000);
            double perRow = watch.Elapsed.TotalNanoseconds / 20000 / rows;
            first = first == 0 ? perRow : first;
            Console.WriteLine($"{rows} monitors: {perRow:F0} ns a row and step, {perRow / first:F2} of the smallest table's");
        }
    }

    private static void Steps(
        FaultMonitors monitors,
        Lifecycle lifecycle,
        SiteView view,
        int from,
        int count)
    {
        for (int step = from; step < from + count; step++)
        {
            view.Update(step * 1000L, 0, 0);
            monitors.Step(view);
            lifecycle.Step();
        }
    }

    [TestMethod]
    public void OneBoxedIntegerIsSeen()
    {
        Assert.IsGreaterThan(0L, Measure(1, true));
    }

    private static long Measure(int ticks, bool box)
    {
        s_rig.Run(200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        s_rig.Run(ticks);
        if (box)
        {
            s_control = ticks;
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A unit on the emulated board, stepped by the test: time is moved by hand, the site is played by a few lines.</summary>
    private sealed class Rig : IDisposable
    {
        private const int SupplyPin = 36;
        private const int PressurePin = 39;
        private readonly string _folder;
        private readonly BusPoller _bus;
        private readonly byte[] _reply = [1, 3, 14, 0x00, 0x00, 0x9C, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
        private readonly UartLine _line = Hardware.Uart("COM2");
        private int _asked;
        private int _tick;

        public Rig(string folder)
        {
            _folder = folder;
            UnitTime.UseRealTime(1000);
            Hardware.StorageRoot = folder;
            Hardware.Profile = BoardProfile.Esp32Rev3 with { FileCloseStall = 0 };
            Hardware.SetInput(PumpContactPin, false);
            Hardware.SetInput(RunRequestPin, false);
            Hardware.SetInput(13, false);
            Hardware.SetInput(35, false);
            Hardware.SetInput(PulsePin, true);
            Hardware.SetVolts(SupplyPin, 12.5 / 6);
            Hardware.SetVolts(PressurePin, (0.5 + (4 * 0.3)) * 2 / 3);
            Hardware.OutputChanged += (gpio, _) => LedChanges += gpio is 18 or 19 ? 1 : 0;

            Wiring.MapPorts();
            var pins = Wiring.Pins();
            var settings = new Settings { HasPowerMeter = false }; // one meter on the bus, which answers whatever is asked
            Clock = new TickClock();
            var troubles = new Troubles();
            _bus = new BusPoller(settings, new PlatformClock(), new Readings(), troubles);
            var parts = new PartsPoller(pins, settings, new PlatformClock(), new Readings(), troubles);
            var io = new SiteIo(pins, settings, _bus, parts, troubles);
            _bus.Open(pins);
            var console = new SerialConsole(troubles);
            console.Open(pins.ConsolePort);
            Unit = new Unit(
                Firmware.Records.SettingsStore.Of(settings, new NativeChecksum()),
                ChipIdentity.Read(pins.Board),
                new UnitPorts
                {
                    Io = io,
                    Storage = new FlashStorage("I:\\u", troubles),
                    Checksum = new NativeChecksum(),
                    KeyedHash = new NativeKeyedHash(),
                    Link = new UpLink(),
                    Console = console,
                    Clock = Clock,
                    Troubles = troubles,
                },
                new ChineseTexts(),
                new EnglishTexts());
            Unit.Delivery.Begin(1);
            _line.Transmitted += AnswerModbus;
        }

        public Unit Unit { get; }

        public TickClock Clock { get; }

        public int LedChanges { get; private set; }

        public int Polls { get; private set; }

        public void RaiseSupplyLow()
        {
            Run(400);
            Hardware.SetVolts(SupplyPin, 10.0 / 6);
            Run(400);
        }

        public void Run(int ticks)
        {
            for (int i = 0; i < ticks; i++, _tick++)
            {
                Clock.Now += Unit.ScanMs;
                if (_tick % 18 == 0)
                {
                    Hardware.Pulse(PulsePin);
                }

                if (_tick % 20 == 0)
                {
                    _bus.Poll();
                    Polls++;
                }

                Unit.Scan();
            }
        }

        public void Dispose()
        {
            _line.Transmitted -= AnswerModbus;
            System.IO.Directory.Delete(_folder, true);
        }

        /// <summary>
        /// "Read 7 registers from 0" at address 1: 40 m³/h, and a total that goes on with it (100 L in nine seconds). On the poller's own thread: an
        /// answer that a busy machine holds up would be a missing one.
        /// </summary>
        private void AnswerModbus()
        {
            while (_line.TryTake(out _))
            {
                // What was asked is always the same.
            }

            _asked++;
            BinaryPrimitives.WriteInt32BigEndian(_reply.AsSpan(7), 123456 + (_asked * 100 / 9));
            int crc = ModbusFrame.Crc(_reply, _reply.Length - 2);
            _reply[^2] = (byte)crc;
            _reply[^1] = (byte)(crc >> 8);
            _line.Send(_reply);
        }
    }

    private sealed class TickClock : ISystemClock
    {
        public long Now { get; set; }

        public long UptimeMs => Now;

        public long UnixSeconds => 0;

        public bool RanOn => false;

        public bool WasSet => true;
    }

    /// <summary>A broker that is always there, and a centre that stores each alarm at once.</summary>
    private sealed class UpLink : ILink
    {
        private byte[] _receipt = [];

        public LinkReach Reach => LinkReach.Broker;

        public LinkTrouble Trouble => LinkTrouble.None;

        public int Sessions => 1;

        public int SessionNumber => 1;

        public int SessionEpoch => NextEpoch;

        public int NextEpoch { get; set; }

        public int Attempts => 1;

        public int Restarts => 0;

        public int InFlight => 0;

        public bool MayConnect { get; set; }

        public int GivenUp => 0;

        public bool IsFree => true;

        public bool TryPublish(string topic, byte[] payload, int count, bool atLeastOnce, bool retain)
        {
            if (topic.EndsWith("/alarm", StringComparison.Ordinal))
            {
                string id = System.Text.Encoding.UTF8.GetString(payload, 0, count).Split("\"id\":\"1-")[1].Split('"')[0];
                _receipt = System.Text.Encoding.UTF8.GetBytes("{\"epoch\":1,\"upTo\":0,\"plus\":[[" + id + ",1790000000]]}");
            }

            return true;
        }

        public Inbound TryTake(byte[] into, out int count)
        {
            count = _receipt.Length;
            Array.Copy(_receipt, into, count);
            _receipt = [];
            return count > 0 ? Inbound.Stored : Inbound.None;
        }
    }
}
