using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.Run;

/// <summary>
/// Turns the single changes of a unit's LEDs into what a person sees: off, on, blinking. A new picture is shown once it has held for
/// a while, so a blinking LED gives one line and not one a blink. Pure: time comes in as seconds.
/// </summary>
public sealed class LedStrip(double speed, Func<string, string> nameOf)
{
    private const double BlinkWindow = 5; // seconds of the unit: a slower change is no blinking
    private const double HoldSeconds = 0.8; // real: so long must a picture hold before it is shown

    private readonly Dictionary<string, Led> _leds = new();
    private string _candidate = "";
    private string _shown = "";
    private double _since;

    /// <summary>Takes an event line of the virtual unit: <c>link=1 fault=0</c>.</summary>
    public void Take(string levels, double now)
    {
        foreach (string pair in levels.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            Find(pair[..equals]).Set(pair[(equals + 1)..] == "1", now);
        }
    }

    /// <summary>The line to show now, or null when there is nothing new.</summary>
    public string Poll(double now)
    {
        string picture = string.Join("  ", _leds.Select(led => $"{nameOf(led.Key)} {led.Value.Symbol(now, BlinkWindow / speed)}"));
        if (picture != _candidate)
        {
            (_candidate, _since) = (picture, now);
        }

        if (_candidate == _shown || now - _since < HoldSeconds)
        {
            return null;
        }

        return _shown = _candidate;
    }

    private Led Find(string name)
    {
        if (!_leds.TryGetValue(name, out Led led))
        {
            _leds.Add(name, led = new Led());
        }

        return led;
    }

    private sealed class Led
    {
        private bool _on;
        private double _lastChange = double.NegativeInfinity;
        private double _changeBefore = double.NegativeInfinity;

        public void Set(bool on, double now)
        {
            if (on != _on)
            {
                _on = on;
                (_changeBefore, _lastChange) = (_lastChange, now);
            }
        }

        public char Symbol(double now, double window) =>
            now - _changeBefore < window ? '◐' : _on ? '●' : '○';
    }
}
