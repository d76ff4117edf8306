using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.Run;

/// <summary>What a person sees of one LED.</summary>
public enum Light
{
    Dark,
    Steady,

    /// <summary>It changes, and it is not yet clear how.</summary>
    Unclear,

    /// <summary>One flash about every 0.5 s.</summary>
    Fast,

    /// <summary>Two flashes, then a pause; every 2 s.</summary>
    Double,

    /// <summary>One flash about every 2 s.</summary>
    Single,

    /// <summary>One flash every 6 s.</summary>
    Slow,
}

/// <summary>
/// Turns the single changes of a unit's LEDs into what a person sees: dark, steady, or a rhythm. A new picture is shown once it has
/// held for a while, so a rhythm gives one line and not one a flash. Pure: time comes in, in seconds of the unit.
/// </summary>
public sealed class LedStrip(Func<string, string> nameOf, Func<Light, string> wordOf)
{
    private const double HoldSeconds = 1;

    private readonly Dictionary<string, Led> _leds = new();
    private string _candidate = "";
    private string _shown = "";
    private double _since;

    /// <summary>Takes the levels at a moment: <c>link=1 level=0</c>.</summary>
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
        string picture = string.Join("   ", _leds.Select(led => $"{nameOf(led.Key)} {wordOf(led.Value.See(now))}"));
        if (picture != _candidate)
        {
            (_candidate, _since) = (picture, now);
        }

        bool isClear = _leds.Values.All(led => led.See(now) != Light.Unclear);
        return isClear && _candidate != _shown && now - _since >= HoldSeconds ? _shown = _candidate : null;
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
        // Flashes begin 0.5 s apart in a fast or double rhythm, 1.5 s across the pause of a double one, 2 s apart when single, 6 s when slow.
        private const double ShortGap = 0.9;

        // The flashes of a digit begin 0.6 s apart: the number of a fault, which is no rhythm.
        private const double DigitGap = 0.55;
        private const double PauseGap = 1.75;
        private const double SingleGap = 4;
        private const double SlowGap = 8;

        private bool _on;
        private double _changed = double.NegativeInfinity;
        private double _flash = double.NegativeInfinity;
        private double _gap = double.PositiveInfinity;
        private double _gapBefore = double.PositiveInfinity;

        public void Set(bool on, double now)
        {
            if (on == _on)
            {
                return;
            }

            (_on, _changed) = (on, now);
            if (on)
            {
                (_gapBefore, _gap, _flash) = (_gap, now - _flash, now);
            }
        }

        /// <summary>By the last two gaps between flashes; when nothing changes for longer than they allow, the rhythm is over.</summary>
        public Light See(double now)
        {
            double longest = Math.Max(_gap, _gapBefore) > SingleGap ? SlowGap : SingleGap;
            if (now - _changed > longest)
            {
                return _on ? Light.Steady : Light.Dark;
            }

            return (Math.Min(_gap, _gapBefore), Math.Max(_gap, _gapBefore)) switch
            {
                (_, > SlowGap) => Light.Unclear,
                ( > DigitGap and < ShortGap, _) => Light.Unclear,
                (_, < ShortGap) => now - _changed < ShortGap ? Light.Fast : Light.Unclear,
                ( < ShortGap, < PauseGap) => now - _changed < PauseGap ? Light.Double : Light.Unclear,
                ( > PauseGap, < SingleGap) => Light.Single,
                ( > SingleGap, _) => Light.Slow,
                _ => Light.Unclear,
            };
        }
    }
}
