using System;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>What can be wrong, or other than usual, at the site.</summary>
public enum SiteCondition : byte
{
    /// <summary>The grid is gone: the unit runs on its battery, the motor stands.</summary>
    MainsLost,

    /// <summary>The supply is below what the relay needs.</summary>
    SupplyLow,

    /// <summary>A loose terminal: the supply falls under load.</summary>
    SupplySags,

    /// <summary>The charger gives too much.</summary>
    SupplyHigh,

    /// <summary>The battery is worn.</summary>
    BatteryWorn,

    /// <summary>The well is dry.</summary>
    DryWell,

    /// <summary>The pulse meter makes no pulses.</summary>
    PulseDead,

    /// <summary>The pulse line picks up noise.</summary>
    PulseNoise,

    /// <summary>The RS485 meter does not answer.</summary>
    BusDead,

    /// <summary>One answer in five is damaged.</summary>
    BusNoise,

    /// <summary>The RS485 meter reports a fault of its own.</summary>
    MeterFault,

    /// <summary>Another RS485 meter answers.</summary>
    MeterExchanged,

    /// <summary>The contactor does not close.</summary>
    ContactorStuck,

    /// <summary>The contactor does not open.</summary>
    ContactorWelded,

    /// <summary>The pipe leaks at rest.</summary>
    Leak,

    /// <summary>The pipe is broken: flow without pressure.</summary>
    Burst,

    /// <summary>A valve is closed: pressure without flow.</summary>
    Blocked,

    /// <summary>The pressure transducer's wire is cut.</summary>
    SensorOut,

    /// <summary>Water runs back.</summary>
    Backflow,

    /// <summary>The door stands open.</summary>
    DoorOpen,

    /// <summary>The panel's hand switch holds the contactor.</summary>
    HandRun,

    /// <summary>A loose wire: the grid's relay opens for twelve seconds and closes for twelve, again and again.</summary>
    MainsFlickers,

    /// <summary>The supply swings through the limits of 103 and 104, a minute each.</summary>
    SupplySwings,
}

/// <summary>
/// The site as the unit's terminals show it, driven by a script of physical conditions: two reservoirs of numbers instead of the full physics of tools/SiteSimulator, which
/// runs at some thousand times real time. A step costs the same however much time it spans.
/// </summary>
public sealed class SiteModel : ISiteIo
{
    private const int RatedFlow = 11111;
    private const int PulseMillilitres = 10000;
    private const int LiftMs = 4000;

    private readonly int[] _active = new int[Enum.GetValues<SiteCondition>().Length];
    private readonly bool[] _leds = new bool[8];
    private bool _contact;
    private bool _driven;
    private long _contactMs;
    private long _nowMs;
    private long _pulseVolume;
    private long _pulsesAtStart;
    private long _noisePulses;

    /// <summary>Water is asked for.</summary>
    public bool Requested { get; set; }

    /// <summary>What the RS485 meter has counted, mL.</summary>
    public long BusMillilitres { get; set; }

    /// <summary>Time of the last scan, ms of simulated time; the unit's own time is not the site's.</summary>
    public Func<long> Now { get; set; }

    /// <inheritdoc/>
    public long PulseCount => (_pulseVolume / PulseMillilitres) + _noisePulses - _pulsesAtStart;

    /// <inheritdoc/>
    public bool ButtonPressed => Presses > 0;

    /// <summary>Hands at the button.</summary>
    public int Presses { get; set; }

    /// <summary>Number of the card at the reader, 0 for none.</summary>
    public int Card { get; set; }

    /// <summary>A card reader is fitted.</summary>
    public bool HasReader { get; set; }

    /// <summary>An LED as it is driven.</summary>
    public bool Led(int led) => _leds[led];

    /// <summary>A condition begins (+1) or ends (−1).</summary>
    public void Count(SiteCondition condition, int more)
    {
        _active[(int)condition] += more;
    }

    /// <summary>The unit starts: its outputs are off, its counter is at 0.</summary>
    public void UnitStarts()
    {
        Advance(Now());
        _driven = false;
        Array.Clear(_leds);
        _pulsesAtStart = (_pulseVolume / PulseMillilitres) + _noisePulses;
    }

    /// <summary>The unit has no power: the contactor falls.</summary>
    public void UnitStops()
    {
        Advance(Now());
        DrivePump(false);
    }

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        Advance(Now());
        int flow = Flow();
        into.Set(Signal.Supply, Supply());
        into.SetContact(Signal.MainsPresent, Mains());
        into.SetContact(Signal.PumpContact, _contact);
        into.SetContact(Signal.RunRequest, Requested);
        into.SetContact(Signal.DoorOpen, Is(SiteCondition.DoorOpen));
        if (Is(SiteCondition.SensorOut))
        {
            into.Miss(Signal.Pressure, NoDataReason.OutOfRange);
        }
        else
        {
            into.Set(Signal.Pressure, Pressure(flow));
        }

        if (HasReader)
        {
            into.SetContact(Signal.CardPresent, Card != 0);
            into.Set(Signal.CardNumber, Card);
        }

        ScanBus(into, flow);
    }

    /// <inheritdoc/>
    public void DrivePump(bool run)
    {
        _driven = run;
        SetContact();
    }

    /// <inheritdoc/>
    public int SwitchPumpTimed(bool run)
    {
        DrivePump(run);
        return 40000;
    }

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut)
    {
        // No motor valve is fitted.
    }

    /// <inheritdoc/>
    public void DriveLed(int led, bool on)
    {
        _leds[led] = on;
    }

    private void ScanBus(Readings into, int flow)
    {
        into.Set(Signal.BusErrors, Is(SiteCondition.BusDead) ? 1000 : Is(SiteCondition.BusNoise) ? 200 : 0);
        if (Is(SiteCondition.BusDead))
        {
            into.Miss(Signal.BusFlow, NoDataReason.Timeout);
            into.Miss(Signal.BusTotal, NoDataReason.Timeout);
            into.Miss(Signal.BusStatus, NoDataReason.Timeout);
            into.Miss(Signal.BusSerial, NoDataReason.Timeout);
            return;
        }

        into.Set(Signal.BusFlow, Is(SiteCondition.Backflow) && !_contact ? -500 : flow);
        into.Set(Signal.BusTotal, (int)(BusMillilitres / 1000));
        into.Set(Signal.BusStatus, Is(SiteCondition.MeterFault) ? 1 : 0);
        into.Set(Signal.BusSerial, Is(SiteCondition.MeterExchanged) ? 4711 : 1001);
    }

    private void Advance(long nowMs)
    {
        long elapsed = nowMs - _nowMs;
        _nowMs = nowMs;
        SetContact();
        long volume = Flow() * elapsed / 1000;
        BusMillilitres += volume;
        _pulseVolume += Is(SiteCondition.PulseDead) ? 0 : volume;
        _noisePulses += Is(SiteCondition.PulseNoise) ? elapsed / 50 : 0;
    }

    private void SetContact()
    {
        bool pulled = (_driven || Is(SiteCondition.HandRun)) && !Is(SiteCondition.ContactorStuck);
        bool held = _contact && Is(SiteCondition.ContactorWelded);
        if ((pulled || held) != _contact)
        {
            _contact = pulled || held;
            _contactMs = _nowMs;
        }
    }

    private int Flow()
    {
        bool turns = _contact && Mains() && !Is(SiteCondition.DryWell) && !Is(SiteCondition.Blocked) && _nowMs - _contactMs >= LiftMs;
        return turns ? RatedFlow : Is(SiteCondition.Leak) ? 600 : 0;
    }

    private int Pressure(int flow)
    {
        if (_contact && Mains() && Is(SiteCondition.Blocked) && !Is(SiteCondition.DryWell))
        {
            return 750;
        }

        return flow < RatedFlow ? 20 : Is(SiteCondition.Burst) ? 90 : 320;
    }

    private bool Mains()
    {
        bool flickers = Is(SiteCondition.MainsFlickers) && _nowMs / 12000 % 2 == 0;
        return !Is(SiteCondition.MainsLost) && !flickers;
    }

    private int Supply()
    {
        long phase = _nowMs / 60000 % 3;
        if (Is(SiteCondition.SupplySwings) && phase > 0)
        {
            return phase == 1 ? 10500 : 15600;
        }

        if (Is(SiteCondition.SupplyLow))
        {
            return 10400;
        }

        if (Is(SiteCondition.SupplyHigh))
        {
            return 15500;
        }

        int rest = Mains() ? 13600 : Is(SiteCondition.BatteryWorn) ? 11700 : 12500;
        return rest - (_contact ? (Is(SiteCondition.SupplySags) ? 2400 : 150) : 0);
    }

    private bool Is(SiteCondition condition) => _active[(int)condition] > 0;
}
