using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>
/// A well of 40 m³/h as its terminals show it: the contact follows the command, water comes 5 s after it unless the well is dry, pulses of
/// 10 L come from the volume.
/// </summary>
public sealed class FakeSiteIo : ISiteIo
{
    private const int FullFlow = 11111;
    private const int RampMs = 5000;
    private const int PulseMillilitres = 10000;

    private long _microlitres;
    private int _shownFlow;
    private int _shownLitres;
    private long _lastMs;
    private long _startMs;
    private bool _run;

    /// <summary>The well gives no water.</summary>
    public bool Dry;

    /// <summary>The pulse meter's reed is stuck.</summary>
    public bool PulseDead;

    /// <summary>The RS485 wire is cut.</summary>
    public bool BusCut;

    /// <summary>The RS485 meter's processor hangs: it goes on answering with the numbers of that moment.</summary>
    public bool BusHung;

    /// <summary>What the RS485 meter had counted before, L.</summary>
    public int BusLitresBefore;

    /// <summary>No RS485 meter is fitted.</summary>
    public bool NoBusMeter;

    /// <summary>No pulse meter is fitted.</summary>
    public bool NoPulseMeter;

    /// <summary>The grid has failed: the battery holds the contactor, the motor stands.</summary>
    public bool MainsLost;

    /// <summary>The motor's cable is cut, and a power meter says so: the contactor closes, nothing turns, and the power is 0.</summary>
    public bool MotorCut;

    /// <summary>The wire of the contactor's auxiliary contact is cut.</summary>
    public bool ContactCut;

    /// <summary>The contactor's coil is cut: neither of its contacts moves, and nothing turns.</summary>
    public bool CoilCut;

    /// <summary>The wire of the mains relay is cut.</summary>
    public bool RelayCut;

    /// <summary>A mirror contact is fitted.</summary>
    public bool HasMirror;

    /// <summary>A power meter is fitted: 9,000 W with water, 2,200 W without.</summary>
    public bool HasPower;

    /// <summary>The enclosure's door is open.</summary>
    public bool DoorOpen;

    /// <summary>Number of the card on the reader; 0 none, −1 no reader is fitted.</summary>
    public int Card = -1;

    /// <summary>Water goes on flowing with the pump off.</summary>
    public bool Leaks;

    /// <summary>A contact that is on besides, <see cref="Signal.None"/> for none; a card's number is 305419896.</summary>
    public int Also = Signal.None;

    /// <summary>The water user asks.</summary>
    public bool Request;

    /// <summary>Somebody presses the button.</summary>
    public bool ButtonPressed { get; set; }

    /// <summary>Power LED.</summary>
    public bool PowerLed { get; private set; }

    /// <summary>Supply, mV.</summary>
    public int Supply = 13600;

    /// <summary>What the unit asks of the contactor.</summary>
    public bool PumpDriven => _run;

    /// <summary>The valve is driven open.</summary>
    public bool ValveOpens { get; private set; }

    /// <summary>The valve is driven shut.</summary>
    public bool ValveShuts { get; private set; }

    /// <summary>Level LED.</summary>
    public bool LevelLed { get; private set; }

    /// <summary>Link LED.</summary>
    public bool LinkLed { get; private set; }

    /// <inheritdoc/>
    public long PulseCount { get; private set; }

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        bool water = Leaks || (_run && !Dry && !MotorCut && !MainsLost && nowMs - _startMs >= RampMs);
        CountPulses(nowMs, water);
        into.Set(Signal.Supply, Supply);
        into.Set(Signal.Pressure, water ? 310 : 10);
        into.SetContact(Signal.PumpContact, _run && !ContactCut && !CoilCut);
        into.SetContact(Signal.RunRequest, Request);
        into.SetContact(Signal.MainsPresent, !MainsLost && !RelayCut);
        into.SetContact(Signal.DoorOpen, DoorOpen);
        if (HasMirror)
        {
            into.SetContact(Signal.PumpMirror, !_run || CoilCut);
        }

        if (MotorCut || HasPower)
        {
            into.Set(Signal.Power, MotorCut || MainsLost || !_run ? 0 : water ? 9000 : 2200);
        }

        ShowCard(into);
        ShowBus(into, water);
        if (Also != Signal.None)
        {
            into.SetContact(Also, true);
            into.Set(Signal.CardNumber, Also == Signal.CardPresent ? 305419896 : 0);
        }
    }

    /// <inheritdoc/>
    public void DrivePump(bool run)
    {
        _startMs = run && !_run ? _lastMs : _startMs;
        _run = run;
    }

    /// <summary>What the contactor takes to follow, µs; below 0 as <see cref="PumpTiming"/> says.</summary>
    public int ContactorMicroseconds = 40000;

    /// <inheritdoc/>
    public int SwitchPumpTimed(bool run)
    {
        DrivePump(run);
        return ContactorMicroseconds;
    }

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut)
    {
        ValveOpens = open;
        ValveShuts = shut;
    }

    /// <inheritdoc/>
    public void DriveLed(int led, bool on)
    {
        LevelLed = led == 0 ? on : LevelLed;
        LinkLed = led == 1 ? on : LinkLed;
        PowerLed = led == 2 ? on : PowerLed;
    }

    private void ShowCard(Readings into)
    {
        if (Card < 0)
        {
            into.Miss(Signal.CardPresent, NoDataReason.NotFitted);
        }
        else
        {
            into.SetContact(Signal.CardPresent, Card != 0);
            into.Set(Signal.CardNumber, Card);
        }
    }

    private void CountPulses(long nowMs, bool water)
    {
        long before = _microlitres / (1000L * PulseMillilitres);
        _microlitres += water ? FullFlow * (nowMs - _lastMs) : 0;
        _lastMs = nowMs;
        PulseCount = NoPulseMeter ? -1 : PulseCount + (PulseDead ? 0 : (_microlitres / (1000L * PulseMillilitres)) - before);
    }

    private void ShowBus(Readings into, bool water)
    {
        if (NoBusMeter || BusCut)
        {
            BusMeter.Miss(into, NoBusMeter ? NoDataReason.NotFitted : NoDataReason.Timeout);
        }
        else
        {
            _shownFlow = BusHung ? _shownFlow : water ? FullFlow : 0;
            _shownLitres = BusHung ? _shownLitres : BusLitresBefore + (int)(_microlitres / 1000000);
            into.Set(Signal.BusFlow, _shownFlow);
            into.Set(Signal.BusTotal, _shownLitres);
            into.Set(Signal.BusStatus, 0);
            into.Set(Signal.BusSerial, 4711);
            into.Set(Signal.BusErrors, 0);
        }
    }
}
