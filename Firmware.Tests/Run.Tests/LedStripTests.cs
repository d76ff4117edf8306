using System;
using System.Collections.Generic;
using Tools.Run;

namespace Run.Tests;

/// <summary>What tools/run makes of a unit's LEDs; the rhythms are those of the firmware's status LEDs.</summary>
[TestClass]
public class LedStripTests
{
    private readonly LedStrip _strip = new(name => name, light => light.ToString());
    private readonly List<string> _lines = [];
    private int _ticks;

    [TestMethod]
    [DataRow("Dark", "Dark")]
    [DataRow("Steady", "Steady")]
    [DataRow("Fast", "Fast")]
    [DataRow("Double", "Double")]
    [DataRow("Single", "Single")]
    [DataRow("Slow", "Slow")]
    public void ARhythmGivesOneLine(string rhythm, string expected)
    {
        Play(rhythm, seconds: 40);
        CollectionAssert.AreEqual(new[] { "level " + expected }, _lines);
    }

    [TestMethod]
    public void AChangeOfRhythmGivesTheNewOneAndNothingBetween()
    {
        Play("Steady", 10);
        Play("Double", 10);
        Play("Fast", 10);
        Play("Dark", 10);
        CollectionAssert.AreEqual(new[] { "level Steady", "level Double", "level Fast", "level Dark" }, _lines);
    }

    [TestMethod]
    [DataRow(10.0)]
    [DataRow(10.3)]
    [DataRow(10.6)]
    [DataRow(11.0)]
    [DataRow(11.7)]
    public void ARhythmThatEndsAnywhereEndsInOneLine(double seconds)
    {
        Play("Double", seconds);
        Play("Steady", 10);
        CollectionAssert.AreEqual(new[] { "level Double", "level Steady" }, _lines);
    }

    [TestMethod]
    public void ASingleFlickerIsNotShown()
    {
        Play("Steady", 10);
        Play("Dark", 0.05);
        Play("Steady", 20);
        CollectionAssert.AreEqual(new[] { "level Steady" }, _lines);
    }

    /// <summary>The number that is told each minute: 2 s dark, then the flashes of a digit. What was shown before stays.</summary>
    [TestMethod]
    public void TheNumberOfAFaultIsNoRhythm()
    {
        Play("Double", 10);
        Play("Dark", 2);
        Play("Digit", 5.4);
        Play("Dark", 1.5);
        Play("Digit", 3);
        Play("Dark", 1.5);
        Play("Double", 20);
        CollectionAssert.AreEqual(new[] { "level Double" }, _lines);
    }

    private void Play(string rhythm, double seconds)
    {
        for (int until = _ticks + (int)Math.Round(seconds * 20); _ticks < until; _ticks++)
        {
            double now = _ticks / 20.0;
            _strip.Take(IsOn(rhythm, now) ? "level=1" : "level=0", now);
            if (_strip.Poll(now) is { } line)
            {
                _lines.Add(line);
            }
        }
    }

    private static bool IsOn(string rhythm, double now) => rhythm switch
    {
        "Steady" => true,
        "Fast" => now % 0.5 < 0.25,
        "Double" => now % 2 < 0.25 || now % 2 is >= 0.5 and < 0.75,
        "Single" => now % 2 < 0.25,
        "Digit" => Math.Round(now * 20) % 12 < 6,
        "Slow" => now % 6 < 0.25,
        _ => false,
    };
}
