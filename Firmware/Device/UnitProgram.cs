using System;
using System.Threading;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Device.Drivers;
using Firmware.Device.Platform;
using Firmware.Records;
using Firmware.Records.Messaging;
using Firmware.Supervision;
using nanoFramework.Runtime.Native;

namespace Firmware.Device;

/// <summary>Composes a unit on a board and runs it for ever. Only the loop sleeps here; the bus and the link have threads of their own.</summary>
public sealed class UnitProgram
{
    private const string Folder = "I:\\u";
    private const int SuperviseMs = 1000;
    private const int KeepTimeMs = 3600000;

    /// <summary>
    /// Time without a decision that came to its end after which the unit restarts itself, ms: the contactor keeps its state that long. In safe mode it has done so three times in a day, and stays.
    /// </summary>
    private const int UndecidedMs = 10000;

    /// <summary>So long no scan came to its end, though decisions are made: nothing is recorded, sent or shown.</summary>
    private const int UnscannedMs = 60000;

    private readonly PlatformClock _clock;
    private readonly MqttLink _link;
    private readonly BusPoller _bus;
    private readonly PartsPoller _parts;
    private readonly IdleWatch _idle;
    private readonly LoopWatch _watch;
    private long _supervisedMs;
    private long _keepTimeAtMs;

    private UnitProgram(Unit unit, PlatformClock clock, MqttLink link, BusPoller bus, PartsPoller parts, IdleWatch idle, LoopWatch watch)
    {
        Unit = unit;
        _clock = clock;
        _link = link;
        _bus = bus;
        _parts = parts;
        _idle = idle;
        _watch = watch;
    }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>
    /// Builds the unit: settings, pins, workers, store. The ports' pins are mapped before. What opens a part may hang in its hardware, so that each has its turn of the watch.
    /// </summary>
    public static UnitProgram Compose(BoardPins pins, Texts chinese, Texts english)
    {
        var watch = new LoopWatch();
        watch.Start();
        var clock = new PlatformClock();
        var identity = ChipIdentity.Read(pins.Board);
        var troubles = new Troubles();
        var storage = new FlashStorage(Folder, troubles);
        var checksum = new NativeChecksum();
        var file = new byte[SettingsFile.RoomBytes];
        SettingsStore configuration = SettingsStore.Load(storage, checksum, identity.Mac, file, SettingsFile.Read(file));
        Settings settings = configuration.InForce;
        watch.NoteTurn();
        var mailbox = new Readings();
        var bus = new BusPoller(settings, clock, mailbox, troubles);
        var parts = new PartsPoller(pins, settings, clock, mailbox, troubles);
        var io = new SiteIo(pins, settings, bus, parts, troubles);
        bus.Open(pins);
        parts.Open();
        watch.NoteTurn();
        var console = new SerialConsole(troubles);
        console.Open(pins.ConsolePort);
        var link = new MqttLink(settings, clock, new WifiNetwork(settings), troubles);
        var ports = new UnitPorts
        {
            Io = io,
            Storage = storage,
            Checksum = checksum,
            KeyedHash = new NativeKeyedHash(),
            Link = link,
            Console = console,
            Clock = clock,
            Troubles = troubles,
        };
        var unit = new Unit(configuration, identity, ports, chinese, english);
        watch.NoteTurn();
        unit.Delivery.Begin(FreshEpoch.Draw());
        watch.NoteTurn();
        bus.Start();
        parts.Start();
        link.Start(unit.Delivery.Topics, unit.Delivery.Counters.Boot);
        return new UnitProgram(unit, clock, link, bus, parts, new IdleWatch(settings, troubles), watch);
    }

    /// <summary>Scans every 50 ms and never returns: a Main that ends leaves the chip idle for ever.</summary>
    public void Run()
    {
        while (true)
        {
            long startMs = _clock.UptimeMs;
            ScanSafely(startMs);
            _watch.NoteTurn();
            Thread.Sleep((int)Bound.Clamp(Unit.ScanMs - (_clock.UptimeMs - startMs), 1, Unit.ScanMs));
        }
    }

    private void ScanSafely(long nowMs)
    {
        try
        {
            Unit.Scan();
            Supervise(nowMs);
        }
        catch (Exception e)
        {
            Unit.Troubles.Note(TroublePlace.Loop, e);
        }

        if (Unit.WantsRestart)
        {
            Power.RebootDevice();
        }

        bool stalled = nowMs - Unit.DecidedMs >= UndecidedMs || nowMs - Unit.ScannedMs >= UnscannedMs;
        if (stalled && !Unit.Site.IsSafeMode)
        {
            RestartStalled(nowMs);
        }
    }

    /// <summary>Where its mark cannot be kept the next start takes it for a crash; the restart comes in any case.</summary>
    private void RestartStalled(long nowMs)
    {
        try
        {
            Unit.LeaveStalled(nowMs);
        }
        finally
        {
            Power.RebootDevice();
        }
    }

    private void Supervise(long nowMs)
    {
        if (nowMs - _supervisedMs >= SuperviseMs)
        {
            _supervisedMs = nowMs;
            _link.Supervise(nowMs);
            _bus.Supervise(nowMs);
            _parts.Supervise(nowMs);
            Unit.BoardWorkerRestarts = _bus.Restarts + _parts.Restarts;
            Unit.Delivery.Counters.WorkerWarnings = _link.Warnings + _bus.Warnings + _parts.Warnings;
            Unit.WorkersDown = (_link.IsDown ? 1 : 0) + (_bus.IsDown ? 1 : 0) + (_parts.IsDown ? 1 : 0);
            KeepTime(nowMs);
            _idle.Supervise(nowMs, !Unit.Site.View.PumpRuns && !Unit.Site.Pump.Run, _link.Reach == LinkReach.Broker, Unit.Site.View.Readings);
        }
    }

    /// <summary>A time that is trusted goes to the board's own clock, so that the next power cut does not lose it.</summary>
    private void KeepTime(long nowMs)
    {
        if (nowMs >= _keepTimeAtMs && Unit.Clock.QualityAt(nowMs) == TimeQuality.Synced)
        {
            _keepTimeAtMs = nowMs + KeepTimeMs;
            _parts.KeepTime(Unit.Clock.UnixAt(nowMs));
        }
    }
}
