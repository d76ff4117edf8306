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

    /// <summary>Scans that may fail one after the other before the unit restarts: a second of them is no accident.</summary>
    private const int MaxFailedScans = 20;

    private readonly Unit _unit;
    private readonly PlatformClock _clock;
    private readonly MqttLink _link;
    private readonly BusPoller _bus;
    private readonly PartsPoller _parts;
    private readonly IdleWatch _idle;
    private int _failedScans;
    private long _supervisedMs;
    private long _keepTimeAtMs;

    private UnitProgram(Unit unit, PlatformClock clock, MqttLink link, BusPoller bus, PartsPoller parts, IdleWatch idle)
    {
        _unit = unit;
        _clock = clock;
        _link = link;
        _bus = bus;
        _parts = parts;
        _idle = idle;
    }

    /// <summary>Scans that threw, since the start.</summary>
    public int FailedScans { get; private set; }

    /// <summary>Builds the unit: settings, pins, workers, store. The ports' pins are mapped before.</summary>
    public static UnitProgram Compose(BoardPins pins, Texts chinese, Texts english)
    {
        var identity = ChipIdentity.Read(pins.Board);
        var storage = new FlashStorage(Folder);
        var checksum = new NativeChecksum();
        var file = new byte[SettingsFile.RoomBytes];
        SettingsStore configuration = SettingsStore.Load(storage, checksum, identity.Mac, file, SettingsFile.Read(file));
        Settings settings = configuration.InForce;
        var clock = new PlatformClock();
        var bus = new BusPoller(settings, clock);
        var parts = new PartsPoller(pins, settings, clock);
        var io = new SiteIo(pins, settings, bus, parts);
        bus.Open(pins);
        parts.Open();
        var console = new SerialConsole();
        console.Open(pins.ConsolePort);
        var link = new MqttLink(settings, clock, new WifiNetwork(settings));
        var unit = new Unit(configuration, identity, io, storage, checksum, new NativeKeyedHash(), link, console, clock, chinese, english);
        unit.Delivery.Begin(FreshEpoch.Draw());
        bus.Start();
        parts.Start();
        link.Start(unit.Delivery.Topics, unit.Delivery.Counters.Boot);
        return new UnitProgram(unit, clock, link, bus, parts, new IdleWatch(settings));
    }

    /// <summary>Scans every 50 ms and never returns: a Main that ends leaves the chip idle for ever.</summary>
    public void Run()
    {
        while (true)
        {
            long startMs = _clock.UptimeMs;
            ScanSafely(startMs);
            Thread.Sleep((int)Bound.Clamp(Unit.ScanMs - (_clock.UptimeMs - startMs), 1, Unit.ScanMs));
        }
    }

    private void ScanSafely(long nowMs)
    {
        try
        {
            _unit.Scan();
            Supervise(nowMs);
            _failedScans = 0;
            if (_unit.WantsRestart)
            {
                Power.RebootDevice();
            }
        }
        catch (Exception)
        {
            FailedScans++;
            _failedScans++;
            if (_failedScans >= MaxFailedScans)
            {
                Power.RebootDevice();
            }
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
            _unit.BoardWorkerRestarts = _bus.Restarts + _parts.Restarts;
            _unit.WorkersDown = (_link.IsDown ? 1 : 0) + (_bus.IsDown ? 1 : 0) + (_parts.IsDown ? 1 : 0);
            KeepTime(nowMs);
            _idle.Supervise(nowMs, !_unit.Site.View.PumpRuns && !_unit.Site.Pump.Run, _link.Reach == LinkReach.Broker, _unit.Site.View.Readings);
        }
    }

    /// <summary>A time that is trusted goes to the board's own clock, so that the next power cut does not lose it.</summary>
    private void KeepTime(long nowMs)
    {
        if (nowMs >= _keepTimeAtMs && _unit.Clock.QualityAt(nowMs) == TimeQuality.Synced)
        {
            _keepTimeAtMs = nowMs + KeepTimeMs;
            _parts.KeepTime(_unit.Clock.UnixAt(nowMs));
        }
    }
}
