using System;
using System.Device.Gpio;
using Board.Native;

namespace Native.Tests;

/// <summary>The manners of the pulse counter.</summary>
[TestClass]
public class PulseCounterTests : UnitTest
{
    private const int Meter = 27;

    [TestMethod]
    public void CountsFallingEdgesByDefault()
    {
        Hardware.SetInput(Meter, true);
        var counter = new GpioPulseCounter(Meter);
        counter.Start();
        for (int i = 0; i < 7; i++)
        {
            Hardware.Pulse(Meter);
        }

        Assert.AreEqual(7, counter.Read().Count);
        Assert.AreEqual(7, counter.Reset().Count);
        Assert.AreEqual(0, counter.Read().Count);
    }

    [TestMethod]
    [DataRow(GpioPulsePolarity.Both, 4)]
    [DataRow(GpioPulsePolarity.Rising, 2)]
    public void CountsTheEdgesItIsToldTo(GpioPulsePolarity polarity, long expected)
    {
        Hardware.SetInput(Meter, true);
        var counter = new GpioPulseCounter(Meter) { Polarity = polarity };
        counter.Start();
        Hardware.Pulse(Meter);
        Hardware.Pulse(Meter);
        Assert.AreEqual(expected, counter.Read().Count);
        Assert.ThrowsExactly<InvalidOperationException>(() => counter.Polarity = GpioPulsePolarity.Falling);
    }

    [TestMethod]
    public void StartZeroesAlsoAfterStop()
    {
        var counter = new GpioPulseCounter(Meter);
        counter.Start();
        Hardware.Pulse(Meter);
        counter.Stop();
        Hardware.Pulse(Meter);
        Assert.AreEqual(1, counter.Read().Count);
        counter.Start();
        Assert.AreEqual(0, counter.Read().Count);
    }

    [TestMethod]
    public void TheFilterRemovesNothing()
    {
        var counter = new GpioPulseCounter(Meter) { FilterPulses = 1023 };
        counter.Start();
        Hardware.Pulse(Meter);
        Hardware.Pulse(Meter);
        Assert.AreEqual(2, counter.Read().Count);
    }

    [TestMethod]
    public void TheC3HasNone()
    {
        Hardware.Profile = BoardProfile.Esp32C3;
        Assert.ThrowsExactly<NotImplementedException>(() => new GpioPulseCounter(4));
    }

    [TestMethod]
    public void UnitsRunOutAndDisposeGivesNoneBack()
    {
        for (int i = 0; i < 8; i++)
        {
            new GpioPulseCounter(Meter).Dispose();
        }

        Assert.ThrowsExactly<NotSupportedException>(() => new GpioPulseCounter(Meter));
    }

    [TestMethod]
    public void TimeIsSinceBoot()
    {
        var counter = new GpioPulseCounter(Meter);
        UnitTime.Advance(1_500_000);
        Assert.AreEqual(TimeSpan.FromMilliseconds(1500), counter.Read().RelativeTime);
    }

    [TestMethod]
    public void ARunThatEndedCountsNoMore()
    {
        var counter = new GpioPulseCounter(Meter);
        counter.Start();
        Hardware.Restart();
        Hardware.Pulse(Meter);
        Assert.AreEqual(0, counter.Read().Count);
    }

    [TestMethod]
    public void TwoPinsCountQuadrature()
    {
        const int Second = 14;
        var counter = new GpioPulseCounter(Meter, Second) { Polarity = GpioPulsePolarity.Rising };
        counter.Start();
        Hardware.SetInput(Second, false);
        Hardware.SetInput(Meter, true);
        Hardware.Pulse(Meter);
        Assert.AreEqual(2, counter.Read().Count);
        Hardware.SetInput(Second, true);
        Hardware.Pulse(Meter);
        Assert.AreEqual(1, counter.Read().Count);
    }
}
