using System;
using System.Collections.Generic;
using Board.Native;
using Boards.Esp32DevKitC;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Supervision;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>An alarm that the unit raised, or made worse.</summary>
/// <param name="Code">Number of the fault.</param>
/// <param name="Level">Its level then.</param>
/// <param name="AtMs">When it was confirmed, ms since the beginning.</param>
/// <param name="Event">What happened to it.</param>
public readonly record struct Alarm(int Code, int Level, long AtMs, FaultEvent Event);

/// <summary>
/// The decisions of a unit at a simulated site, in virtual time: Core itself, with the terminals read as the ESP32-DevKitC reads them. It scans, polls
/// and decides at the rates of <see cref="Unit"/>. The link is up and the store is sound.
/// </summary>
public sealed class Bench : IStage
{
    /// <summary>The site's inner step, ms.</summary>
    public const int StepMs = 10;

    /// <summary>2026-04-01, 0 h UTC.</summary>
    public const long FirstDay = 1_775_001_600;

    /// <summary>Signal strength is measured so often, ms, as the device does.</summary>
    public const int RadioMs = 3_600_000;

    /// <summary>A quiet site is watched in full once in so many seconds.</summary>
    public const int DozeSeconds = 600;

    /// <summary>For so many seconds: three questions to each meter.</summary>
    public const int AwakeSeconds = 4;

    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(StepMs);
    private static readonly BoardProfile _chip = new();

    private readonly BoardInputs _inputs;
    private readonly BusMaster _bus;
    private readonly DriveTerminal _coil;
    private readonly List<Alarm> _alarms = [];
    private readonly SiteController _unit;
    private readonly DriveTerminal _valveOpen;
    private readonly DriveTerminal _valveClose;
    private readonly ValueTerminal _radio;

    /// <summary>A unit, commissioned at a site; the catalogue may be another one than the firmware's.</summary>
    public Bench(ParameterSet parameters, ulong seed, Settings settings = null, FaultCatalogue catalogue = null)
    {
        Parameters = parameters;
        Site = new Site(parameters, seed);
        Settings = settings ?? Commissioning.For(parameters);
        _unit = new SiteController(Settings, catalogue ?? new FaultCatalogue());
        _unit.View.Technicians = Commissioning.Technicians(parameters);
        _inputs = new BoardInputs(Site, Wiring.Pins(), _chip, Settings);
        _bus = new BusMaster(Site, Settings);
        _coil = Site.Terminal<DriveTerminal>("contactor-coil");
        _valveOpen = Site.Terminal<DriveTerminal>("valve-open");
        _valveClose = Site.Terminal<DriveTerminal>("valve-close");
        _radio = Site.Terminal<ValueTerminal>("radio-signal");
        TellUnit();
    }

    /// <summary>What the site is made of.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>What the unit was told of it.</summary>
    public Settings Settings { get; }

    /// <summary>Time since the beginning.</summary>
    public long NowMs { get; private set; }

    /// <summary>What the unit reads.</summary>
    public Readings Readings => _unit.View.Readings;

    /// <summary>Raised and worsened alarms, in order.</summary>
    public IReadOnlyList<Alarm> Alarms => _alarms;

    /// <summary>Called with each transition, also with the cleared ones.</summary>
    public Action<Alarm> Told { get; set; }

    /// <summary>Time between two pulses at the rated flow, s.</summary>
    public double PulseSeconds => (double)Settings.PulseMillilitres / Settings.RatedFlowMillilitresPerSecond;

    /// <summary>Lets one inner step of the site pass.</summary>
    public void Step()
    {
        Site.Step(_step);
        NowMs += StepMs;
        _bus.Step(NowMs);
        if (NowMs % Unit.ScanMs == 0)
        {
            Scan();
        }
    }

    /// <inheritdoc/>
    public void Inject(string fault, double? size) => Site.Inject(fault, size);

    /// <inheritdoc/>
    public void Do(string action, string word) => Site.Do(action, word);

    /// <summary>What the unit has learned of the site.</summary>
    public LearnedBands Bands => _unit.View.Bands;

    /// <summary>The decisions themselves.</summary>
    public SiteController Controller => _unit;

    /// <summary>Wall clock at the beginning, s since 1970: <see cref="FirstDay"/> unless a trial asks for another.</summary>
    public long StartUnix { get; set; } = FirstDay;

    /// <summary>How far the link reaches; sound unless a trial breaks it.</summary>
    public LinkReach Reach { get; set; } = LinkReach.Broker;

    /// <summary>
    /// Lets whole seconds pass at a site at which nothing moves, for nights and months. The unit looks and decides once in so many seconds; for <see cref="AwakeSeconds"/> of every
    /// <see cref="DozeSeconds"/> everything is as usual, so that it asks its meters, too.
    /// </summary>
    /// <param name="seconds">How long.</param>
    /// <param name="lookSeconds">How often the unit decides meanwhile, s; its rules count time.</param>
    public void Doze(int seconds, int lookSeconds = 1)
    {
        for (; seconds > 0 && NowMs % 1000 == 0; seconds--)
        {
            if (NowMs / 1000 % DozeSeconds < AwakeSeconds)
            {
                RunUntil((NowMs / 1000) + 1);
                continue;
            }

            _bus.Pause();
            Site.Doze(1);
            NowMs += 1000;
            if (NowMs / 1000 % lookSeconds == 0)
            {
                Scan();
            }
        }
    }

    /// <summary>Lets time pass until <paramref name="seconds"/> after the beginning.</summary>
    public void RunUntil(double seconds)
    {
        while (NowMs < seconds * 1000)
        {
            Step();
        }
    }

    private void Scan()
    {
        _inputs.Scan(Readings);
        _bus.Read(Readings);
        _unit.Scan(NowMs, _inputs.PulseCount);
        if (NowMs % Unit.DecideMs == 0)
        {
            TellTime();
            _unit.Decide(NowMs);
            _coil.High = _unit.Pump.Run;
            _valveOpen.High = _unit.Valve.Opens;
            _valveClose.High = _unit.Valve.Shuts;
        }

        Record();
    }

    /// <summary>What of the unit's own state goes with the time.</summary>
    private void TellTime()
    {
        Readings.Set(Signal.Uptime, (int)(NowMs / 1000));
        Readings.Set(Signal.Reach, (int)Reach);
        Credential.Tell(Settings.CredentialEnds, StartUnix + (NowMs / 1000), Readings);
        if (NowMs % RadioMs == 0)
        {
            Readings.Set(Signal.SignalStrength, (int)Math.Round(_radio.Value));
        }
    }

    /// <summary>One transition a scan, as the outbox takes them.</summary>
    private void Record()
    {
        TransitionQueue queue = _unit.Transitions;
        if (queue.Count == 0)
        {
            return;
        }

        var alarm = new Alarm(_unit.Catalogue.Code(queue.Row), queue.Level, queue.ConfirmedMs, queue.Event);
        queue.DropFirst();
        Told?.Invoke(alarm);
        if (alarm.Event != FaultEvent.Cleared)
        {
            _alarms.Add(alarm);
        }
    }

    /// <summary>The unit's own state: a sound link, clock and store.</summary>
    private void TellUnit()
    {
        Readings.Set(Signal.ClockQuality, (int)TimeQuality.Synced);
        foreach (int signal in new[]
        {
            Signal.Refused, Signal.Unstored, Signal.OutboxFill, Signal.StorageFailures, Signal.RecordsDamaged, Signal.SettingsRejected,
            Signal.ClockJumps, Signal.WorkerRestarts, Signal.InspectionOverdue, Signal.VisitLeftOpen,
            Signal.ReplaceDue, Signal.CrashesPerDay, Signal.SafeMode, Signal.SelfTestFailures, Signal.WorkersDown, Signal.Unanswered, Signal.DrillEnd,
        })
        {
            Readings.Set(signal, 0);
        }
    }
}
