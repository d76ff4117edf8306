using System;
using System.Collections.Generic;
using System.Text;
using Board.Native;
using Board.Native.Parts;
using Tools.SiteSimulator;

namespace Tools.VirtualUnit;

/// <summary>
/// The unit on its bench: carries levels, volts, pulses and bytes between the chip's pins and the site's terminals, and lets the
/// site's time pass as the unit's does. One thread.
/// </summary>
internal sealed class Bench
{
    // After a pause of the computer the site does not race through what it missed: it is behind, as if it had been paused too.
    private const long LongestStepMicroseconds = 1_000_000;

    private readonly Site _site;
    private readonly ScenarioPlayer _player;
    private readonly Wiring _wiring;
    private readonly List<Action> _toSite = [];
    private readonly List<Action> _toUnit = [];
    private readonly byte[] _one = new byte[1];
    private long _lastMicroseconds;

    /// <exception cref="ScenarioException">The wiring names a terminal that the site does not have.</exception>
    public Bench(ScenarioPlayer player, Wiring wiring)
    {
        (_player, _site, _wiring) = (player, player.Site, wiring);
        foreach (Wire wire in wiring.Wires)
        {
            Connect(wire, _site.Terminal<Terminal>(wire.Terminal));
        }

        foreach (SerialWire wire in wiring.Serial)
        {
            ConnectSerial(Hardware.Uart(wire.Port), _site.Terminal<SerialTerminal>(wire.Terminal));
        }

        ConnectParts(wiring.TwoWire);
        ValueTerminal radio = _site.Terminal<ValueTerminal>(wiring.Radio);
        _toUnit.Add(() => Hardware.Network.SignalDbm = (int)Math.Round(radio.Value));
        Carry(_toUnit);
        _lastMicroseconds = UnitTime.Microseconds;
    }

    /// <summary>Brings the site up to the unit's time.</summary>
    public void CatchUp()
    {
        long now = UnitTime.Microseconds;
        long passed = Math.Min(now - _lastMicroseconds, LongestStepMicroseconds);
        _lastMicroseconds = now;
        for (; passed > 0; passed -= StepMicroseconds)
        {
            Carry(_toSite);
            _player.Step(TimeSpan.FromMicroseconds(Math.Min(passed, StepMicroseconds)));
            Carry(_toUnit);
        }
    }

    /// <summary>Which LEDs shine now: <c>run=1 fault=0</c>.</summary>
    public string Leds()
    {
        var line = new StringBuilder();
        foreach (LedWire led in _wiring.Leds)
        {
            bool shines = Hardware.IsDriven(led.Gpio) && Hardware.ReadLevel(led.Gpio) != led.Inverted;
            line.Append(line.Length == 0 ? "" : " ").Append(led.Name).Append(shines ? "=1" : "=0");
        }

        return line.ToString();
    }

    private static long StepMicroseconds => Site.InnerStep.Ticks / TimeSpan.TicksPerMicrosecond;

    private static void Carry(List<Action> wires)
    {
        foreach (Action wire in wires)
        {
            wire();
        }
    }

    private void Connect(Wire wire, Terminal terminal)
    {
        switch (terminal)
        {
            case PulseTerminal pulse:
                Hardware.SetInput(wire.Gpio, !wire.Inverted);
                _toUnit.Add(() => CarryPulses(wire, pulse));
                break;
            case ContactTerminal contact:
                _toUnit.Add(() => Hardware.SetInput(wire.Gpio, contact.High != wire.Inverted));
                break;
            case VoltageTerminal voltage:
                _toUnit.Add(() => Hardware.SetVolts(wire.Gpio, voltage.Volts));
                break;
            case DriveTerminal drive:
                _toSite.Add(() => drive.High = Hardware.IsDriven(wire.Gpio) && Hardware.ReadLevel(wire.Gpio) != wire.Inverted);
                break;
            default:
                throw new ScenarioException($"terminal \"{terminal.Name}\" takes no single wire");
        }
    }

    private void ConnectParts(TwoWireWiring wiring)
    {
        I2cWires wires = Hardware.I2c(wiring.Data, wiring.Clock);
        var expander = new Pcf8575();
        wires.Attach(wiring.Expander.Address, expander);
        foreach (ExpanderWire wire in wiring.Expander.Wires)
        {
            Connect(expander, wire.Pin, _site.Terminal<Terminal>(wire.Terminal));
        }

        var clock = new Ds3231();
        clock.Set(SystemClock.WorldUtcNow);
        wires.Attach(wiring.RealTimeClock.Address, clock);
        ValueTerminal temperature = _site.Terminal<ValueTerminal>(wiring.RealTimeClock.Terminal);
        _toUnit.Add(() => (clock.Celsius, clock.Answers) = (temperature.Value, temperature.Answers));
        var reader = new Pn532();
        wires.Attach(wiring.CardReader.Address, reader);
        CardTerminal card = _site.Terminal<CardTerminal>(wiring.CardReader.Terminal);
        _toUnit.Add(() => (reader.Card, reader.AntennaBroken, reader.Answers) = (card.Card, !card.SeesCards, card.Answers));
    }

    private void Connect(Pcf8575 expander, int pin, Terminal terminal)
    {
        switch (terminal)
        {
            case ContactTerminal contact:
                _toUnit.Add(() => expander.SetInput(pin, contact.High));
                break;
            case DriveTerminal drive:
                _toSite.Add(() => drive.High = !expander.Level(pin));
                break;
            default:
                throw new ScenarioException($"terminal \"{terminal.Name}\" takes no pin of the expander");
        }
    }

    private static void CarryPulses(Wire wire, PulseTerminal pulse)
    {
        for (int left = pulse.TakeFinished(); left > 0; left--)
        {
            Hardware.Pulse(wire.Gpio);
        }
    }

    private void ConnectSerial(UartLine line, SerialTerminal pair)
    {
        _toSite.Add(() =>
        {
            while (line.TryTake(out byte value))
            {
                pair.FromUnit(value);
            }
        });
        _toUnit.Add(() =>
        {
            while (pair.TryTake(out _one[0]))
            {
                line.Send(_one);
            }
        });
    }
}
