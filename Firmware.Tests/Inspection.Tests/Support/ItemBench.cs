using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Inspection.Tests.Support;

/// <summary>
/// One item at a time, against a site whose terminals are in the test's hand: the pump follows the wish, water follows the pump, the valve its command, and a technician answers.
/// Time goes in steps of 0.1 s.
/// </summary>
public sealed class ItemBench
{
    private const int StepMs = 100;
    private const int LongestMs = 4000000;

    /// <summary>The run.</summary>
    public readonly InspectionRun Run;

    /// <summary>What the unit knows.</summary>
    public readonly UnitFacts Facts = new UnitFacts();

    /// <summary>The site.</summary>
    public readonly SiteView View;

    private readonly int[] _rest = new int[Signal.Count];
    private readonly int[] _running = new int[Signal.Count];
    private readonly NoDataReason[] _missing = new NoDataReason[Signal.Count];
    private readonly bool[] _set = new bool[Signal.Count];
    private long _nowMs = 100000;
    private long _busMicrolitres;
    private long _pulseMicrolitres;
    private long _valveMs;
    private bool _pump;

    /// <summary>The motor does not start.</summary>
    public bool PumpDead;

    /// <summary>The contact stays closed.</summary>
    public bool PumpHolds;

    /// <summary>Time that the contactor takes, µs.</summary>
    public int ContactorMicroseconds = 40000;

    /// <summary>Flow of the running pump through both meters, mL/s.</summary>
    public int Flow = 11000;

    /// <summary>What the pulse meter counts of it, ‰.</summary>
    public int PulsePermille = 1000;

    /// <summary>Flow at rest, mL/s.</summary>
    public int Leak;

    /// <summary>Time that the valve takes, ms.</summary>
    public int ValveMs = 20000;

    /// <summary>The technician answers questions: 1 good, 0 bad, −1 not at all.</summary>
    public int Answers = 1;

    /// <summary>The technician allows what moves.</summary>
    public bool Allows = true;

    /// <summary>What the technician enters where a value is asked for.</summary>
    public int Enters;

    /// <summary>The technician does what is asked for by hand (door, card).</summary>
    public bool Acts = true;

    /// <summary>The unit stops the pump so long after its start, ms; 0 never.</summary>
    public int DryStopMs;

    /// <summary>The centre answers when it is asked.</summary>
    public bool CentreAnswers = true;

    /// <summary>Result of the self-test.</summary>
    public CheckOutcome SelfTest = CheckOutcome.Pass;

    /// <summary>A healthy site with everything fitted.</summary>
    public ItemBench()
    {
        var settings = new Settings { HasValve = true, ValveTravelSeconds = 30, WellLowCentimetres = 150, WellLevelFullCentimetres = 2000 };
        View = new SiteView(settings);
        Run = new InspectionRun(new Checklist(settings), View, new FaultMonitors(new FaultCatalogue(), new TransitionQueue()), Facts);
        Facts.SettingsFingerprint = 7;
        Facts.ApprovedFingerprint = 7;
        Both(Signal.Supply, 13600, 13400);
        Both(Signal.MainsPresent, 1, 1);
        Both(Signal.Battery, 13500, 13300);
        Both(Signal.Voltage1, 230000, 229000);
        Both(Signal.Voltage2, 230000, 228000);
        Both(Signal.Voltage3, 230000, 231000);
        Both(Signal.Current1, 0, 16000);
        Both(Signal.Current2, 0, 15800);
        Both(Signal.Current3, 0, 15500);
        Both(Signal.Power, 0, 9800);
        Both(Signal.PumpMirror, 1, 0);
        Both(Signal.Pressure, 80, 310);
        Both(Signal.BusErrors, 0, 0);
        Both(Signal.BusStatus, 0, 0);
        Both(Signal.DoorOpen, 0, 0);
        Both(Signal.CardPresent, 0, 0);
        Both(Signal.Temperature, 24000, 24000);
        Both(Signal.WellLevel, 900, 800);
        Both(Signal.ClockQuality, 1, 1);
        Both(Signal.SignalStrength, -60, -60);
        Both(Signal.Reach, 2, 2);
        Both(Signal.StorageFailures, 0, 0);
        Both(Signal.RecordsDamaged, 0, 0);
        Both(Signal.RunRequest, 0, 0);
        Both(Signal.DryStops, 0, 0);
    }

    /// <summary>Value of a signal with the pump off, and with it on.</summary>
    public void Both(int signal, int rest, int running)
    {
        _set[signal] = true;
        _rest[signal] = rest;
        _running[signal] = running;
    }

    /// <summary>A signal gives no value.</summary>
    public void Miss(int signal, NoDataReason reason)
    {
        _set[signal] = true;
        _missing[signal] = reason;
    }

    /// <summary>Carries out one item alone, all others left out, and returns its row.</summary>
    public int Inspect(int number)
    {
        int row = Begin(number);
        for (int ms = 0; ms < LongestMs && Run.ResultOf(row) == ItemResult.Open; ms += StepMs)
        {
            Step();
            Respond();
        }

        return row;
    }

    /// <summary>Goes on until an item is under way and, where it moves something, allowed; returns its row.</summary>
    public int Begin(int number)
    {
        int row = Run.Checklist.RowOf(number);
        Run.Start(Plan.All, Starter.Console, 12, 0);
        for (int steps = 0; steps < 10000 && Run.Row != row; steps++)
        {
            Step();
            if (Run.Row != row)
            {
                Run.Skip();
            }
        }

        return row;
    }

    /// <summary>0.1 s of the site and the run, without a clock.</summary>
    public void Step() => Step(0);

    /// <summary>0.1 s of the site and the run.</summary>
    public void Step(long unixSeconds)
    {
        _nowMs += StepMs;
        SwitchPump();
        MoveWater();
        MoveValve();
        Show();
        View.Update(_nowMs, _nowMs, Facts.PulseMillilitres);
        Run.Step(_nowMs, unixSeconds);
        Facts.CentreAnswers += Facts.WantsAnswer && CentreAnswers ? 1 : 0;
        Facts.WantsAnswer = false;
        if (Facts.WantsSelfTest)
        {
            Facts.WantsSelfTest = false;
            Facts.SelfTest = SelfTest;
            Facts.SelfTestEnded = true;
        }
    }

    /// <summary>The technician does what is asked.</summary>
    public void Respond()
    {
        switch (Run.Prompt)
        {
            case Prompt.MayMove:
                Run.Answer(Allows);
                break;
            case Prompt.Full when Answers >= 0:
                Run.Key();
                break;
            case Prompt.Attest when Answers >= 0:
                Run.Answer(Answers == 1);
                break;
            case Prompt.Value when Answers >= 0:
                Run.Enter(Enters);
                break;
            case Prompt.Act when Acts:
                Both(Signal.DoorOpen, 1, 1);
                Both(Signal.CardPresent, 1, 1);
                break;
            default:
                break;
        }
    }

    private void SwitchPump()
    {
        bool wants = Run.WantsPump && !PumpDead;
        if (DryStopMs > 0 && _pump && View.PumpSteadyMs >= DryStopMs)
        {
            Both(Signal.DryStops, 1, 1);
        }

        wants &= _rest[Signal.DryStops] == 0;
        wants |= PumpHolds && _pump;
        if (wants != _pump && Run.TimesContactor)
        {
            Run.Item.CloseMicroseconds = wants ? ContactorMicroseconds : Run.Item.CloseMicroseconds;
            Run.Item.OpenMicroseconds = wants ? Run.Item.OpenMicroseconds : ContactorMicroseconds;
        }

        _pump = wants;
    }

    private void MoveWater()
    {
        int flow = _pump ? Flow : Leak;
        _busMicrolitres += (long)flow * StepMs;
        _pulseMicrolitres += (long)flow * StepMs * PulsePermille / 1000;
        long pulses = _pulseMicrolitres / 10000000 * 10000;
        Facts.PulseMs = pulses == Facts.PulseMillilitres ? Facts.PulseMs : _nowMs;
        Facts.PulseMillilitres = pulses;
        Facts.BusTotalMs = _nowMs;
    }

    private void MoveValve()
    {
        bool opens = Run.WantsPump;
        _valveMs += opens ? StepMs : -StepMs;
        _valveMs = _valveMs < 0 ? 0 : _valveMs > ValveMs ? ValveMs : _valveMs;
        Value(Signal.ValveCommand, opens ? 1 : 0);
        Value(Signal.ValveIsOpen, _valveMs == ValveMs ? 1 : 0);
        Value(Signal.ValveIsShut, _valveMs == 0 ? 1 : 0);
    }

    private void Show()
    {
        int flow = _pump ? Flow : Leak;
        Value(Signal.PumpContact, _pump ? 1 : 0);
        Value(Signal.PumpCommand, _pump ? 1 : 0);
        Value(Signal.BusFlow, flow);
        Value(Signal.PulseFlow, flow);
        Value(Signal.BusTotal, (int)(_busMicrolitres / 1000000));
        Value(Signal.PulseTotal, (int)(Facts.PulseMillilitres / 1000));
        for (int signal = 0; signal < Signal.Count; signal++)
        {
            if (_set[signal])
            {
                Value(signal, _pump ? _running[signal] : _rest[signal]);
            }
        }
    }

    private void Value(int signal, int value)
    {
        if (_missing[signal] == NoDataReason.None)
        {
            View.Readings.Set(signal, value);
        }
        else
        {
            View.Readings.Miss(signal, _missing[signal]);
        }
    }
}
