using System;
using Board.Native;
using Boards.Esp32DevKitC;
using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Firmware.Records.Messaging;
using Firmware.Supervision;
using Firmware.Texts.En;
using Firmware.Texts.Zh;
using Tools.Accuracy;
using Tools.SiteSimulator;

namespace Checklist.Tests;

/// <summary>
/// A whole unit at the physical site, in virtual time, with a technician who does what the checklist asks. The unit reads terminals, never numbers of a test: voltages through the board's
/// divider and converter, contacts, pulses, Modbus frames. What the site does not model (broker, flash, platform clock) is in memory.
/// </summary>
internal sealed class SiteUnit : ISiteIo
{
    /// <summary>Number of the technician who is logged in.</summary>
    public const int Technician = 12;

    /// <summary>21 September 2026, 14:13:20 UTC.</summary>
    public const long Unix = 1790000000;

    /// <summary>Time before the inspection in which the unit gets to know a quiet site and tests itself, s.</summary>
    private const int SettleSeconds = 130;

    private const int PollMicroseconds = 1000 * Bench.StepMs;
    private const int LongestSeconds = 4000;

    private static readonly BoardProfile _chip = new();

    private readonly BoardInputs _inputs;
    private readonly BusMaster _bus;
    private readonly FakeClock _clock = new();
    private readonly DriveTerminal _coil;
    private readonly DriveTerminal _opens;
    private readonly DriveTerminal _shuts;
    private readonly ContactTerminal _contact;
    private readonly ContactTerminal _valveIsOpen;
    private readonly ContactTerminal _valveIsShut;
    private readonly ValueTerminal _radio;
    private readonly CardTerminal _reader;

    /// <summary>A commissioned unit at a site; <paramref name="storage"/> is that of an earlier one after a power cut.</summary>
    public SiteUnit(Action<ParameterSet> site = null, Action<Settings> settings = null, MemoryStorage storage = null, ulong seed = 1)
    {
        var parameters = new ParameterSet();
        site?.Invoke(parameters);
        Site = new Site(parameters, seed);
        Settings = Commissioning.For(parameters);
        Settings.HasValve = parameters["valveFitted"] >= 0.5;
        Settings.Site = "east";
        Settings.Unit = "well-3";
        settings?.Invoke(Settings);
        Storage = storage ?? new MemoryStorage();
        _inputs = new BoardInputs(Site, Wiring.Pins(), _chip, Settings);
        _bus = new BusMaster(Site, Settings);
        _coil = Site.Terminal<DriveTerminal>("contactor-coil");
        _opens = Site.Terminal<DriveTerminal>("valve-open");
        _shuts = Site.Terminal<DriveTerminal>("valve-close");
        _contact = Site.Terminal<ContactTerminal>("aux-contact");
        _valveIsOpen = Site.Terminal<ContactTerminal>("valve-is-open");
        _valveIsShut = Site.Terminal<ContactTerminal>("valve-is-closed");
        _radio = Site.Terminal<ValueTerminal>("radio-signal");
        _reader = Site.Terminal<CardTerminal>("card-reader");
        var identity = new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3", Mac = [2, 0, 0, 0, 0, 1] };
        var ports = new UnitPorts
        {
            Io = this,
            Storage = Storage,
            Checksum = new TableChecksum(),
            KeyedHash = new FakeKeyedHash(),
            Link = Link,
            Console = new FakeConsole(),
            Clock = _clock,
        };
        Unit = new Unit(SettingsStore.Of(Settings, new TableChecksum()), identity, ports, new ChineseTexts(), new EnglishTexts());
        Unit.Delivery.Begin(1111);
        Link.Connect();
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>What the unit was told of it.</summary>
    public Settings Settings { get; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Its flash.</summary>
    public MemoryStorage Storage { get; }

    /// <summary>Its link; the broker is there.</summary>
    public FakeLink Link { get; } = new();

    /// <summary>The run.</summary>
    public InspectionRun Run => Unit.Inspector.Run;

    /// <summary>Uptime, ms.</summary>
    public long NowMs => _clock.UptimeMs;

    /// <summary>The terminal board has no auxiliary contact.</summary>
    public bool NoContactFitted { get; init; }

    /// <summary>The service centre answers what reaches it.</summary>
    public bool CentreAnswers { get; set; } = true;

    /// <summary>No source has ever set the platform's clock: it says 1970.</summary>
    public bool ClockUnset
    {
        init => _clock.UnixAtStart = value ? 0 : Unix;
    }

    /// <summary>The platform's clock goes wrong by so much from now on, s.</summary>
    public void ShiftPlatformClock(int seconds) => _clock.UnixAtStart += seconds;

    /// <inheritdoc/>
    public long PulseCount => Settings.HasPulseMeter ? _inputs.PulseCount : -1;

    /// <inheritdoc/>
    public bool ButtonPressed => false;

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        _inputs.Scan(into);
        _bus.Read(into);
        Take(into, Signal.SignalStrength, Link.Reach != LinkReach.None, (int)Math.Round(_radio.Value), NoDataReason.Off);
        Take(into, Signal.CardPresent, _reader.Answers, _reader.Card != 0 ? 1 : 0, NoDataReason.Timeout);
        Take(into, Signal.CardNumber, _reader.Answers, unchecked((int)_reader.Card), NoDataReason.Timeout);
        Take(into, Signal.ValveIsOpen, Settings.HasValve, _valveIsOpen.Closed ? 1 : 0, NoDataReason.NotFitted);
        Take(into, Signal.ValveIsShut, Settings.HasValve, _valveIsShut.Closed ? 1 : 0, NoDataReason.NotFitted);
        if (NoContactFitted)
        {
            into.Miss(Signal.PumpContact, NoDataReason.NotFitted);
        }
    }

    /// <inheritdoc/>
    public void DrivePump(bool run) => _coil.High = run;

    /// <summary>The board's poll of the auxiliary contact: the site goes on, the unit waits.</summary>
    public int SwitchPumpTimed(bool run)
    {
        DrivePump(run);
        for (int microseconds = 0; microseconds < PumpTiming.LimitMicroseconds && !NoContactFitted;)
        {
            StepSite();
            microseconds += PollMicroseconds;
            if (_contact.Closed == run)
            {
                return microseconds;
            }
        }

        return NoContactFitted ? PumpTiming.NotFitted : PumpTiming.TooLong;
    }

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut) => (_opens.High, _shuts.High) = (open, shut);

    /// <inheritdoc/>
    public void DriveLed(int led, bool on)
    {
        // Whoever looks at the LEDs is the technician of the test.
    }

    /// <summary>The technician arrives: the unit was accepted once, knows its site by now, and nothing else is due.</summary>
    public SiteUnit Settle(bool accepted = true)
    {
        Seconds(1);
        Schedule schedule = Unit.Inspector.Schedule;
        schedule.Done(Plan.All, Unit.Inspector.Usage);
        if (accepted && schedule.ApprovedFingerprint == 0)
        {
            schedule.ApprovedFingerprint = Unit.Inspector.Facts.SettingsFingerprint;
        }

        Seconds(SettleSeconds - 1);
        return this;
    }

    /// <summary>Lets time pass.</summary>
    public void Seconds(double seconds, Action each = null)
    {
        for (long until = NowMs + (long)(seconds * 1000); NowMs < until;)
        {
            Scan();
            each?.Invoke();
        }
    }

    /// <summary>One scan of the unit, and 50 ms of the site.</summary>
    public void Scan()
    {
        Unit.Scan();
        Receive();
        for (int ms = 0; ms < Unit.ScanMs; ms += Bench.StepMs)
        {
            StepSite();
        }
    }

    /// <summary>Starts a run in which one item alone is left to do; returns its row.</summary>
    public int Begin(int number)
    {
        int row = Run.Checklist.RowOf(number);
        Assert.IsTrue(Unit.Inspector.Start(Run.Checklist.Plans(row), Starter.Console, Technician, NowMs), $"item {number} starts");
        for (int other = 0; other < Run.Checklist.Count; other++)
        {
            if (other != row)
            {
                Run.Set(other, ItemResult.NotTested, ItemReason.Skipped, false, 0, 0);
            }
        }

        return row;
    }

    /// <summary>Carries one item out; the technician does at each scan what <paramref name="technician"/> says.</summary>
    public int Inspect(int number, Action<SiteUnit> technician)
    {
        int row = Begin(number);
        for (long until = NowMs + (LongestSeconds * 1000L); Run.ResultOf(row) == ItemResult.Open && NowMs < until;)
        {
            technician(this);
            Scan();
        }

        return row;
    }

    private static void Take(Readings into, int signal, bool there, int value, NoDataReason otherwise)
    {
        if (there)
        {
            into.Set(signal, value);
        }
        else
        {
            into.Miss(signal, otherwise);
        }
    }

    private void StepSite()
    {
        Site.Step(Bench.StepMs / 1000.0);
        _clock.UptimeMs += Bench.StepMs;
        _bus.Step(_clock.UptimeMs);
    }

    /// <summary>The centre stores what it gets and says so.</summary>
    private void Receive()
    {
        if (!CentreAnswers || Link.Reach != LinkReach.Broker || Link.Count == 0)
        {
            return;
        }

        Link.Forget();
        int upTo = Unit.Delivery.Journal.NextSeq - 1;
        Link.Send(Inbound.Stored, $"{{\"epoch\":{Unit.Delivery.Epoch},\"upTo\":{upTo},\"at\":{Unit.Clock.UnixAt(NowMs)},\"plus\":[]}}");
    }
}
