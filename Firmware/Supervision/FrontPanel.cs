using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Records;

namespace Firmware.Supervision;

/// <summary>What a person without a console has: one button and three LEDs. The button's stage decides first, so that the LEDs answer it in the same scan. 60 B besides button and panel.</summary>
internal sealed class FrontPanel
{
    private readonly PushButton _button = new PushButton();
    private readonly ISiteIo _io;
    private readonly ILink _link;
    private readonly SiteController _site;
    private readonly SelfTest _selfTest;
    private readonly Inspector _inspector;
    private readonly Delivery _delivery;
    private int _shownRow = RaisedOrder.None;

    /// <summary>The panel of a unit.</summary>
    public FrontPanel(ISiteIo io, ILink link, SiteController site, SelfTest selfTest, Inspector inspector, Delivery delivery)
    {
        _io = io;
        _link = link;
        _site = site;
        _selfTest = selfTest;
        _inspector = inspector;
        _delivery = delivery;
    }

    /// <summary>The LEDs' rhythms, numbers and tests.</summary>
    public LedPanel Leds { get; } = new LedPanel();

    /// <summary>The level LED shows the worst level now, and not the number of a fault, a lamp test, or what the button is about to do.</summary>
    public bool ShowsLevel { get; private set; }

    /// <summary>One scan: what the button asks for, then the LEDs.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="session">Who sits at the console: some commands there ask for the button to be held.</param>
    public void Step(long nowMs, Session session)
    {
        ButtonAction action = _button.Step(nowMs, _io.ButtonPressed);
        AnswerHold(session);
        Do(action, nowMs);
        if (_inspector.Run.WantsLamps && !IsOverridden(nowMs))
        {
            Leds.TestLamps(nowMs);
        }

        NumberDue due = Leds.Step(nowMs, _site.Monitors.WorstLevel);
        if (due != NumberDue.None)
        {
            ShowNumber(nowMs, due);
        }

        bool isDown = _button.Stage == ButtonStage.Down;
        ShowsLevel = !Leds.IsShowingNumber && !_selfTest.LampsOn && !isDown && !IsOverridden(nowMs);
        Readings readings = _site.View.Readings;
        bool mainsLost = readings.Has(Signal.MainsPresent) && !readings.IsOn(Signal.MainsPresent);
        Drive(StatusLeds.Level, !isDown && Leds.LevelIsOn(nowMs), nowMs);
        Drive(StatusLeds.Link, StatusLeds.LinkIsOn(_link.Reach, _delivery.CentreAnswered, nowMs), nowMs);
        Drive(StatusLeds.Power, StatusLeds.PowerIsOn(mainsLost, nowMs), nowMs);
    }

    /// <summary>A hold that somebody else waits for is taken by them, and starts nothing.</summary>
    private void AnswerHold(Session session)
    {
        session.ButtonHeld = _button.IsHeld;
        if (session.ButtonTaken)
        {
            _button.Ignore();
            session.ButtonIsTold();
        }

        if (_button.IsHeld && _inspector.Run.StopsOnKey)
        {
            // Whoever stands at the pump has this one key.
            _inspector.Run.Key();
            _button.Ignore();
        }
    }

    private void Do(ButtonAction action, long nowMs)
    {
        switch (action)
        {
            case ButtonAction.NextFault:
                Leds.ShowNext();
                break;
            case ButtonAction.SelfTest:
                _selfTest.Start(nowMs);
                break;
            case ButtonAction.Inspection:
                _inspector.Start(_inspector.PlansNow, Starter.Button, InspectionRun.Nobody, nowMs);
                break;
            default:
                break;
        }
    }

    private void ShowNumber(long nowMs, NumberDue due)
    {
        _shownRow = due == NumberDue.Next
            ? RaisedOrder.Next(_site.Monitors, _site.Catalogue.Count, _shownRow)
            : RaisedOrder.Worst(_site.Monitors, _site.Catalogue.Count);
        Leds.Show(nowMs, _shownRow == RaisedOrder.None ? 0 : _site.Catalogue.Code(_shownRow));
    }

    private bool IsOverridden(long nowMs) => Leds.IsOverridden(nowMs, _button.Stage);

    /// <summary>Lamp test before what the button is about to do, before what the unit has to say.</summary>
    private void Drive(int led, bool on, long nowMs)
    {
        bool shown = IsOverridden(nowMs) ? Leds.IsOn(led, nowMs, _button.Stage, _button.StageMs) : on;
        _io.DriveLed(led, _selfTest.LampsOn || shown);
    }
}
