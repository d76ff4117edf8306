using Firmware.Console;
using Firmware.Console.Pages;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Supervision;

/// <summary>
/// A whole unit over its ports: one loop, one tick, one direction. The caller calls <see cref="Scan"/> every <see cref="ScanMs"/>; nothing in it
/// waits.
/// </summary>
public sealed class Unit
{
    /// <summary>Time between two scans, ms: a contact that bounces for less is never seen twice.</summary>
    public const int ScanMs = 50;

    /// <summary>Time between two decisions, ms.</summary>
    public const int DecideMs = 1000;

    /// <summary>From a person's order to the restart, ms: the pump stops, the answer leaves, what is due is kept.</summary>
    private const int RestartMs = 3000;

    private readonly ISiteIo _io;
    private readonly ILink _link;
    private readonly ISystemClock _systemClock;
    private readonly UnitClock _clock = new UnitClock();
    private readonly UnitConsole _console;
    private readonly PushButton _button = new PushButton();
    private readonly LedPanel _leds = new LedPanel();
    private readonly UnitPage _page;
    private int _shownRow = RaisedOrder.None;
    private long _restartMs = -1;
    private long _decideAtMs;
    private int _shownState;

    /// <summary>Joins a unit from its parts.</summary>
    public Unit(
        Settings settings,
        UnitIdentity identity,
        ISiteIo io,
        IStorage storage,
        IChecksum checksum,
        IKeyedHash keyedHash,
        ILink link,
        IConsolePort console,
        ISystemClock systemClock,
        Texts chinese,
        Texts english)
    {
        _io = io;
        _link = link;
        _systemClock = systemClock;
        Site = new SiteController(settings, new FaultCatalogue());
        Delivery = new Delivery(Site, _clock, identity, settings, storage, checksum, link);
        Inspector = new Inspector(settings, _clock);
        Inspector.Keep(Delivery.Kept);
        Persons = new PersonList(keyedHash, identity.Mac);
        Delivery.Kept.Add(Persons);
        _console = new UnitConsole(console, Site, _clock, settings, Persons, settings.Chinese ? chinese : english);
        _page = new UnitPage(_console.Shell, identity, Delivery.Counters);
        ConsolePages.Bind(_console, _page, _leds, Persons, Site, Delivery, link, settings, chinese, english);
    }

    /// <summary>A person has asked for a restart at the console; the pump has stopped, and what was to be told is told: whoever runs the unit restarts it now.</summary>
    public bool WantsRestart { get; private set; }

    /// <summary>The decisions.</summary>
    public SiteController Site { get; }

    /// <summary>The way to the centre.</summary>
    public Delivery Delivery { get; }

    /// <summary>Inspections.</summary>
    public Inspector Inspector { get; }

    /// <summary>Who may change something here.</summary>
    public PersonList Persons { get; }

    /// <summary>The unit's time.</summary>
    public UnitClock Clock => _clock;

    /// <summary>One tick: read, decide when the second is up, act, keep and publish, talk.</summary>
    public void Scan()
    {
        long nowMs = _systemClock.UptimeMs;
        _io.Scan(nowMs, Site.View.Readings);
        Site.Scan(nowMs, _io.PulseCount);
        if (nowMs >= _decideAtMs)
        {
            Decide(nowMs);
        }

        ShowLeds(nowMs);
        Delivery.Step(nowMs);
        _console.Step(nowMs);
    }

    private void Decide(long nowMs)
    {
        _decideAtMs = nowMs - (nowMs % DecideMs) + DecideMs;
        _clock.OfferSystem(nowMs, _systemClock.UnixSeconds, _link.Reach != LinkReach.None);
        Delivery.Tell(nowMs, Site.View.Readings);
        Inspector.Decide(nowMs, Site.View.Readings);
        Site.Decide(nowMs);
        _io.DrivePump(Site.Pump.Run && !_page.RestartAsked);
        if (_page.RestartAsked && _restartMs < 0)
        {
            _restartMs = nowMs + RestartMs;
        }

        WantsRestart = _restartMs >= 0 && nowMs >= _restartMs;
        if (Site.View.Readings.IsOn(Signal.CardPresent))
        {
            _console.TakeCard(Site.View.Readings.ValueOf(Signal.CardNumber), nowMs);
        }

        int state = StateNow();
        if (state != _shownState)
        {
            _shownState = state;
            Delivery.SnapshotChanged();
        }
    }

    /// <summary>What the snapshot shows besides measured values: contacts, the worst level, how many faults.</summary>
    private int StateNow()
    {
        int state = (Site.Monitors.WorstLevel * FaultCatalogue.MaxRows) + Site.Monitors.RaisedCount;
        for (int signal = Signal.PumpContact; signal <= Signal.DoorOpen; signal++)
        {
            state = (state << 1) | (Site.View.Readings.IsOn(signal) ? 1 : 0);
        }

        return state;
    }

    /// <summary>The button first, so that the LEDs answer it in the same scan.</summary>
    private void ShowLeds(long nowMs)
    {
        ButtonAction action = _button.Step(nowMs, _io.ButtonPressed);
        if (action == ButtonAction.NextFault)
        {
            _leds.ShowNext();
        }

        Session session = _console.Shell.Session;
        session.ButtonHeld = _button.IsHeld;
        if (session.ButtonTaken)
        {
            _button.Ignore();
            session.ButtonIsTold();
        }

        NumberDue due = _leds.Step(nowMs, Site.Monitors.WorstLevel);
        if (due != NumberDue.None)
        {
            ShowNumber(nowMs, due);
        }

        _link.MayConnect = !_leds.IsShowingNumber;
        ShowLed(StatusLeds.Level, _button.Stage != ButtonStage.Down && _leds.LevelIsOn(nowMs), nowMs);
        ShowLed(StatusLeds.Link, StatusLeds.LinkIsOn(_link.Reach, Delivery.CentreAnswered, nowMs), nowMs);
        Readings readings = Site.View.Readings;
        bool lost = readings.Has(Signal.MainsPresent) && !readings.IsOn(Signal.MainsPresent);
        ShowLed(StatusLeds.Power, StatusLeds.PowerIsOn(lost, nowMs), nowMs);
    }

    private void ShowNumber(long nowMs, NumberDue due)
    {
        _shownRow = due == NumberDue.Next
            ? RaisedOrder.Next(Site.Monitors, Site.Catalogue.Count, _shownRow)
            : RaisedOrder.Worst(Site.Monitors, Site.Catalogue.Count);
        _leds.Show(nowMs, _shownRow == RaisedOrder.None ? 0 : Site.Catalogue.Code(_shownRow));
    }

    private void ShowLed(int led, bool on, long nowMs)
    {
        bool overridden = _leds.IsOverridden(nowMs, _button.Stage);
        _io.DriveLed(led, overridden ? _leds.IsOn(led, nowMs, _button.Stage, _button.StageMs) : on);
    }
}
