using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Supervision;

/// <summary>
/// A whole unit over its ports: one loop, one tick, one direction. The caller calls <see cref="Scan"/> every <see cref="ScanMs"/>. It waits for nobody, but a scan may last longer: a file's close up to 0.2 s,
/// a contactor that is timed 0.3 s, a console that takes no bytes 50 ms.
/// </summary>
public sealed class Unit
{
    /// <summary>Time between two scans, ms: a contact that bounces for less is never seen twice.</summary>
    public const int ScanMs = 50;

    /// <summary>Time between two decisions, ms.</summary>
    public const int DecideMs = 1000;

    private readonly ISiteIo _io;
    private readonly ILink _link;
    private readonly ISystemClock _systemClock;
    private readonly UnitClock _clock = new UnitClock();
    private readonly UnitConsole _console;
    private readonly Settings _settings;
    private readonly Season _season;
    private readonly int _life;
    private readonly LateScans _late = new LateScans();
    private readonly TroubleLog _troubleLog;
    private readonly FrontPanel _panel;
    private readonly Attendants _attendants;
    private readonly PlannedRestart _restart;
    private bool _begun;
    private long _decideAtMs;
    private long _countedMs;
    private int _settingsChanges;
    private int _shownState;
    private bool _pumpDriven;
    private bool _selfTestAsked;
    private bool _takesOver;

    /// <summary>Joins a unit from its parts.</summary>
    public Unit(
        SettingsStore configuration,
        UnitIdentity identity,
        UnitPorts ports,
        Texts chinese,
        Texts english)
    {
        Settings settings = configuration.InForce;
        IStorage storage = ports.Storage;
        IChecksum checksum = ports.Checksum;
        IKeyedHash keyedHash = ports.KeyedHash;
        Configuration = configuration;
        _io = ports.Io;
        _settings = settings;
        _season = new Season(settings);
        _link = ports.Link;
        _systemClock = ports.Clock;
        Troubles = ports.Troubles;
        Site = new SiteController(settings, new FaultCatalogue());
        SelfTest = new SelfTest(Site.Catalogue);
        Delivery = new Delivery(Site, _clock, identity, settings, storage, checksum, _link);
        _troubleLog = new TroubleLog(Troubles, Delivery.Journal.Log);
        Life = new UnitLife(Site);
        _life = Delivery.Kept.Add(Life);
        Delivery.Kept.Add(new FaultMemory(Site.Catalogue, Site.Monitors, Site.Lifecycle));
        Delivery.Kept.Add(new UnmeteredSlot(Site.Catalogue, Site.Lifecycle.Unmetered));
        EvidenceCopy.AddTo(Delivery.Kept, Site.Catalogue, Site.Monitors.Ring);
        Delivery.Kept.Add(new SelfTestSlot(SelfTest, storage, checksum));
        Contract = new ContractDesk(Site, Delivery, _clock, settings);
        Inspector = new Inspector(settings, Site, _clock, storage, checksum, keyedHash);
        Inspector.Keep(Delivery.Kept);
        Inspector.Reports.Sequence = Delivery;
        Inspector.Visits.Records.Sequence = Delivery;
        Inspector.Visits.Log = Delivery.Journal.Log;
        Delivery.Documents = new DocumentList(Inspector.Reports, Inspector.Visits.Records);
        Persons = new PersonList(keyedHash, identity.Mac);
        Delivery.Kept.Add(Persons);
        Site.View.Technicians = Persons;
        _console = new UnitConsole(ports.Console, Site, _clock, settings, Persons, settings.Chinese ? chinese : english);
        _restart = new PlannedRestart(Life.Boots);
        _attendants = new Attendants(_console, Site, Inspector, Persons, Contract);
        _panel = new FrontPanel(_io, _link, Site, SelfTest, Inspector, Delivery);
        _console.Pages = new ConsolePages(this, _console, _panel.Leds, identity, _link, checksum, chinese, english);
        _console.Gate.Log = new AccessLog(Delivery.Journal.Log);
        configuration.Log = Delivery.Journal.Log;
        for (int copy = 0; configuration.IsUnread && copy < Slots.SettingsCount; copy++)
        {
            Delivery.Journal.Store.NoteUnread(Slots.Settings + copy);
        }

        Delivery.Kept.Add(configuration);
    }

    /// <summary>A person has asked for a restart at the console; the pump has stopped, and what was to be told is told: whoever runs the unit restarts it now.</summary>
    public bool WantsRestart { get; private set; }

    /// <summary>The settings, in force and in storage.</summary>
    public SettingsStore Configuration { get; }

    /// <summary>The decisions.</summary>
    public SiteController Site { get; }

    /// <summary>How runs end, and what is counted over the unit's life.</summary>
    public UnitLife Life { get; }

    /// <summary>The self-test.</summary>
    public SelfTest SelfTest { get; }

    /// <summary>The way to the centre.</summary>
    public Delivery Delivery { get; }

    /// <summary>The contract's clocks and who has answered.</summary>
    public ContractDesk Contract { get; }

    /// <summary>Inspections.</summary>
    public Inspector Inspector { get; }

    /// <summary>Who may change something here.</summary>
    public PersonList Persons { get; }

    /// <summary>Uptime of the last decision that came to its end, ms; 0 before the first one. Whoever runs the unit watches it.</summary>
    public long DecidedMs { get; private set; }

    /// <summary>When the last scan went through to its end, ms of uptime: recorded, sent and shown.</summary>
    public long ScannedMs { get; private set; }

    /// <summary>Workers of the board that hung and were replaced since the start, told by whoever supervises them; those of the link are its own.</summary>
    public int BoardWorkerRestarts { get; set; }

    /// <summary>Workers that hang and are not replaced any more, told by whoever supervises them.</summary>
    public int WorkersDown { get; set; }

    /// <summary>The level LED shows the worst level now, and not the number of a fault, a lamp test, or what the button is about to do.</summary>
    public bool ShowsLevel => _panel.ShowsLevel;

    /// <summary>The level LED shows the number of a fault now.</summary>
    public bool ShowsNumber => _panel.Leds.IsShowingNumber;

    /// <summary>Exceptions that were caught since the start.</summary>
    public Troubles Troubles { get; }

    /// <summary>The unit's time.</summary>
    public UnitClock Clock => _clock;

    /// <summary>One tick: read, decide when the second is up, act, keep and publish, talk.</summary>
    public void Scan()
    {
        long nowMs = _systemClock.UptimeMs;
        if (!_begun)
        {
            BeginLife(nowMs);
        }

        // First of all: what ends this scan with an exception each time must still be told.
        _troubleLog.Step(nowMs);
        _late.Begin(nowMs);
        _io.Scan(nowMs, Site.View.Readings);
        Site.Scan(nowMs, _io.PulseCount);
        if (nowMs >= _decideAtMs)
        {
            Decide(nowMs);
        }

        StepInspection(nowMs);
        _panel.Step(nowMs, _console.Shell.Session);

        // A connect may stop all threads for seconds, and a number that is blinked would be read wrongly; before the start is durable nothing may be numbered by it.
        _link.MayConnect = !ShowsNumber && Delivery.Journal.StartIsSettled;
        long keepMs = _systemClock.UptimeMs;
        Delivery.Step(nowMs);
        _late.End(_systemClock.UptimeMs - keepMs, _link.Reach != LinkReach.Broker);
        StepConsole(nowMs);
        ScannedMs = nowMs;
    }

    /// <summary>Nobody irrigates or inspects, and the supply is sound: a drill may begin.</summary>
    public bool IsCalm
    {
        get
        {
            SiteView view = Site.View;
            bool pump = view.PumpRuns || view.Commanded || view.Readings.IsOn(Signal.RunRequest);
            return !pump && !Inspector.Run.Runs && !Site.SupplyFails;
        }
    }

    /// <summary>What somebody types must not stop the unit: a page that fails is given up and noted.</summary>
    private void StepConsole(long nowMs)
    {
        try
        {
            _console.Step(nowMs);
        }
        catch (System.Exception e)
        {
            Troubles.Note(TroublePlace.Page, e);
            Delivery.Journal.Log.Add(EventKind.PageFailed, _console.GiveUp(), 0, nowMs);
        }

        if (_console.Shell.Session.TakeKey())
        {
            Inspector.Run.Key();
        }
    }

    /// <summary>
    /// What is due once a second. The order is part of the rules: whatever fills a reading comes before the decision that reads it, whatever acts comes after the decision that it obeys.
    /// </summary>
    private void Decide(long nowMs)
    {
        _decideAtMs = nowMs - (nowMs % DecideMs) + DecideMs;

        // Before all that dates or tells something in this second.
        OfferTime(nowMs);
        FollowConfiguration(nowMs);

        // The readings: of the way to the centre, of the inspection (801, 804: who is logged in comes first), of the unit itself, of the contract.
        Readings readings = Site.View.Readings;
        Delivery.Tell(nowMs, readings);
        _attendants.NoteLogin(nowMs);
        Inspector.Decide(nowMs, readings);
        _attendants.Follow(nowMs);
        TellLife(nowMs, readings);
        _late.Tell(nowMs, readings);
        Credential.Tell(_settings.CredentialEnds, _clock.UnixAt(nowMs), readings);
        readings.Set(Signal.Unanswered, Contract.Unanswered);
        Site.View.BusTotal.Continue(nowMs, _clock.UnixAt(nowMs), _settings);

        // The decision, then what follows its faults and its pump.
        Site.Decide(nowMs);
        _season.Step(nowMs, _clock.UnixAt(nowMs), Site);
        Contract.Step(nowMs);
        Delivery.Drill.Decide(nowMs, IsCalm);
        CountLife(nowMs, readings);

        // The pump stops before the valve shuts, and before anything below may write to storage: a close may stop all threads for 0.2 s.
        DrivePump(Site.Pump.Run && !_restart.IsAsked && !_console.Shell.RestartAsked);
        _io.DriveValve(Site.Valve.Opens, Site.Valve.Shuts);

        // The mark of the run's end comes before the takeover keeps the unit's life with it.
        AskForRestart(nowMs);
        _restart.Mark(Delivery.Takeover != null || Site.Monitors.Gate.Shutdown.IsOn);
        StepTakeover(nowMs);
        WantsRestart = _restart.IsDue(nowMs, Delivery.Takeover != null || Delivery.Journal.IsClosed);
        if (readings.IsOn(Signal.CardPresent))
        {
            _console.TakeCard(readings.ValueOf(Signal.CardNumber), nowMs);
        }

        // Last, so that it tells what this second has decided.
        int state = StateNow();
        if (state != _shownState)
        {
            _shownState = state;
            Delivery.SnapshotChanged();
        }

        DecidedMs = nowMs;
    }

    private void OfferTime(long nowMs)
    {
        if (_systemClock.WasSet)
        {
            _clock.OfferSystem(nowMs, _systemClock.UnixSeconds, _link.Reach != LinkReach.None);
        }
        else
        {
            _clock.OfferKept(nowMs, _systemClock.UnixSeconds);
        }
    }

    /// <summary>
    /// Judges how the last run ended, before the network can touch the system clock, and marks this one as started at once: a start that ends within its first
    /// scans must count, too.
    /// </summary>
    private void BeginLife(long nowMs)
    {
        _begun = true;
        Life.Begin(_systemClock, Delivery.Journal.PartedBoot, Delivery.Journal.PartedMs);
        if (Life.HasBusTotal)
        {
            Site.View.BusTotal.Restore(Life.BusTotal, Life.BusTotalUnix);
        }

        Delivery.Journal.KeepNow(_life, nowMs);
        Contract.Begin();
        Configuration.TellStart(nowMs);
    }

    /// <summary>A change of the settings that holds at once is told; after a factory reset, also one that a power cut interrupted, the rest is cleared.</summary>
    private void FollowConfiguration(long nowMs)
    {
        if (Configuration.Changes != _settingsChanges)
        {
            _settingsChanges = Configuration.Changes;
            Inspector.SettingsChanged();
            Delivery.AboutChanged();
        }

        if (Configuration.MustClear)
        {
            Persons.Clear();
            Site.View.Bands.Reset();
            Configuration.Cleared();
            if (Configuration.RestartOwed)
            {
                _restart.Ask(nowMs + PlannedRestart.DelayMs);
            }
        }
    }

    /// <summary>A person, a storage that can be read again, or the end of the platform's count of ticks wants a restart: what is not kept yet is kept before it, where storage takes anything.</summary>
    private void AskForRestart(long nowMs)
    {
        bool storeBack = Delivery.Journal.WantsRestart(nowMs) && !Site.View.PumpRuns && !Site.View.Commanded;
        bool isOld = BootWatch.IsOld(nowMs, IsCalm && Delivery.Journal.Waiting == 0);
        if ((_console.Shell.RestartAsked || storeBack || isOld) && !_restart.IsAsked)
        {
            _restart.Ask(nowMs + PlannedRestart.DelayMs);
        }

        if (_restart.IsAsked)
        {
            Delivery.Journal.CloseDown();
        }
    }

    /// <summary>
    /// The loop fails again and again, and whoever runs the unit restarts it: told to the next start, with log and volume. If this fails as well, the restart counts as a crash.
    /// </summary>
    public void LeaveStalled(long nowMs)
    {
        Life.Boots.Leave(true);
        Delivery.Journal.KeepNow(_life, nowMs);
        _troubleLog.Tell(nowMs);
        if (Delivery.Journal.Log.IsPending)
        {
            Delivery.Journal.Log.Write(nowMs);
        }

        Delivery.Journal.TryKeepLedger(nowMs);
    }

    /// <summary>While another unit's site is taken over nothing else is written; then comes the restart, which is no crash.</summary>
    private void StepTakeover(long nowMs)
    {
        if (Delivery.Takeover == null)
        {
            _takesOver = false;
            return;
        }

        if (!_takesOver)
        {
            // Once: asked every second, a storage that refuses would never be ready for the takeover itself. At worst the restart counts as a crash.
            _takesOver = true;
            Delivery.Journal.KeepNow(_life, nowMs);
        }

        if (Delivery.Takeover.IsDone)
        {
            _restart.Ask(nowMs);
        }
    }

    /// <summary>What the unit knows of its own life, for the checks.</summary>
    private void TellLife(long nowMs, Readings into)
    {
        TellCrashes(nowMs, into);
        into.Set(Signal.WorkerRestarts, _link.Restarts + BoardWorkerRestarts);
        into.Set(Signal.WorkersDown, WorkersDown);
        into.SetContact(Signal.SafeMode, Life.Boots.IsSafeMode);
        into.Set(Signal.ResetCause, (int)Life.Boots.Cause);
        if (SelfTest.Count > 0)
        {
            into.Set(Signal.SelfTestFailures, SelfTest.OwnFailures);
        }
        else
        {
            into.Miss(Signal.SelfTestFailures, NoDataReason.NotYet);
        }
    }

    private void TellCrashes(long nowMs, Readings into)
    {
        long unix = _clock.UnixAt(nowMs);
        Life.Boots.Date(nowMs, unix);
        if (Life.Boots.KnowsAges(nowMs, unix))
        {
            into.Set(Signal.CrashesPerDay, Life.Boots.CrashesWithinDay(nowMs, unix));
        }
        else
        {
            into.Miss(Signal.CrashesPerDay, NoDataReason.NotYet);
        }
    }

    private void CountLife(long nowMs, Readings readings)
    {
        int energy = readings.Has(Signal.Energy) ? readings.ValueOf(Signal.Energy) : -1;
        int elapsed = (int)Bound.Clamp(nowMs - _countedMs, 0, int.MaxValue);
        _countedMs = nowMs;
        Life.Step(nowMs, elapsed, Site.View.PumpRuns, Site.SupplyFails, Site.Meter.TotalMillilitres / 1000, energy);
        long unix = _clock.UnixAt(nowMs);
        if (readings.Has(Signal.BusTotal))
        {
            Life.NoteTotal(Site.View.BusTotal.Highest, unix);
        }

        SelfTest.Step(nowMs, unix == 0 ? 0 : unix + (_settings.UtcOffsetMinutes * 60), _systemClock.UnixSeconds, readings, _io as IOutputTest);
    }

    private void StepInspection(long nowMs)
    {
        UnitFacts facts = Inspector.Facts;
        facts.ClockErrorSeconds = (int)Bound.Clamp(_systemClock.UnixSeconds - _clock.UnixAt(nowMs), int.MinValue, int.MaxValue);
        facts.CentreAnswers = Delivery.CentreAnswers;
        if (facts.WantsAnswer)
        {
            facts.WantsAnswer = false;
            Delivery.AskCentre();
        }

        if (facts.WantsSelfTest && SelfTest.Start(nowMs))
        {
            facts.WantsSelfTest = false;
            _selfTestAsked = true;
        }
        else if (_selfTestAsked && !SelfTest.Runs)
        {
            _selfTestAsked = false;
            facts.SelfTest = SelfTest.Failures == 0 ? CheckOutcome.Pass : CheckOutcome.Fail;
            facts.SelfTestEnded = true;
        }

        Inspector.Usage.RunMinutes = Life.RunSeconds / 60;
        Inspector.Usage.Starts = Life.PumpStarts;
        Inspector.Usage.CubicMetres = (int)Bound.Clamp(Life.Litres / 1000, 0, int.MaxValue);
        Inspector.Schedule.LaidUp = Site.Monitors.Gate.LayUp.IsOn;
        Inspector.Step(nowMs);
    }

    /// <summary>An inspection has the contactor timed when it switches; this one call may wait 0.3 s.</summary>
    private void DrivePump(bool run)
    {
        bool switches = run != _pumpDriven;
        _pumpDriven = run;
        if (switches && Inspector.Run.TimesContactor)
        {
            Inspector.TakeTiming(run, _io.SwitchPumpTimed(run));
        }
        else
        {
            _io.DrivePump(run);
        }
    }

    /// <summary>What the snapshot shows besides measured values: contacts, the worst level, how many faults, and what keeps messages back.</summary>
    private int StateNow()
    {
        int state = (Site.Monitors.WorstLevel * FaultCatalogue.MaxRows) + Site.Monitors.RaisedCount;
        for (int signal = Signal.PumpContact; signal <= Signal.DoorOpen; signal++)
        {
            state = (state << 1) | (Site.View.Readings.IsOn(signal) ? 1 : 0);
        }

        AlarmGate gate = Site.Monitors.Gate;
        state = (state << 1) | (gate.Maintenance.IsOn ? 1 : 0);
        state = (state << 1) | (gate.Squelch.IsFlood(Site.View.NowMs) ? 1 : 0);
        state = (state << 1) | (Site.Monitors.OwedCount > 0 ? 1 : 0);
        state = (state << 3) | gate.Shelves.Count;

        return state;
    }
}
