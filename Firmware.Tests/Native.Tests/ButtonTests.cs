using System;
using System.Collections.Generic;
using Board.Native;
using Iot.Device.Button;

namespace Native.Tests;

/// <summary>The button out of two edges.</summary>
[TestClass]
public class ButtonTests : UnitTest
{
    private const int Pin = 26;

    private readonly List<string> _seen = new();

    [TestMethod]
    public void APressIsDownAndUp()
    {
        using GpioButton button = Watched(TimeSpan.Zero);
        Click(100);
        UnitTime.Advance(2_000_000);
        Click(100);
        CollectionAssert.AreEqual(new[] { "press", "press" }, _seen);
    }

    [TestMethod]
    public void TwoPressesInTimeAreADoublePress()
    {
        using GpioButton button = Watched(TimeSpan.Zero);
        Click(100);
        Click(100);
        CollectionAssert.AreEqual(new[] { "press", "press", "double" }, _seen);
    }

    [TestMethod]
    public void AHoldStartsAfterTwoSecondsAndEndsWithTheRelease()
    {
        using GpioButton button = Watched(TimeSpan.Zero);
        Set(pressed: true, 1999);
        Assert.IsEmpty(_seen);
        Set(pressed: true, 1);
        CollectionAssert.AreEqual(new[] { "Started" }, _seen);
        Set(pressed: false, 0);
        CollectionAssert.AreEqual(new[] { "Started", "press", "Completed" }, _seen);
    }

    [TestMethod]
    public void ABounceAfterTheReleaseIsIgnored()
    {
        using GpioButton button = Watched(TimeSpan.FromMilliseconds(50));
        Set(pressed: true, 100);
        Set(pressed: false, 10);
        Click(10);
        CollectionAssert.AreEqual(new[] { "press" }, _seen);
    }

    private GpioButton Watched(TimeSpan debounce)
    {
        var button = new GpioButton(Pin, debounceTime: debounce) { IsHoldingEnabled = true, IsDoublePressEnabled = true };
        button.Press += (_, _) => _seen.Add("press");
        button.DoublePress += (_, _) => _seen.Add("double");
        button.Holding += (_, e) => _seen.Add(e.HoldingState.ToString());
        return button;
    }

    private static void Click(int milliseconds)
    {
        Set(pressed: true, milliseconds);
        Set(pressed: false, milliseconds);
    }

    private static void Set(bool pressed, int thenMilliseconds)
    {
        Hardware.SetInput(Pin, !pressed);
        Assert.IsTrue(Hardware.WaitForEvents());
        UnitTime.Advance(thenMilliseconds * 1000L);
        Assert.IsTrue(Hardware.WaitForEvents());
    }
}
