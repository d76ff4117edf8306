using System;
using System.Collections.Generic;
using System.Device.Gpio;
using Board.Native;

namespace Native.Tests;

/// <summary>The manners of the chip's pins.</summary>
[TestClass]
public class GpioTests : UnitTest
{
    private const int Led = 25;
    private const int Switch = 26;
    private const int InputOnly = 34;

    private readonly GpioController _gpio = new();

    [TestMethod]
    public void OpeningAnOutputDrivesItLowFirst()
    {
        var seen = new List<bool>();
        void Record(int gpio, bool high) => seen.Add(high);
        Hardware.SetInput(Led, true); // an external pull-up, as an active-low relay has
        Hardware.OutputChanged += Record;
        GpioPin pin = _gpio.OpenPin(Led, PinMode.Output);
        Assert.IsFalse(Hardware.ReadLevel(Led));
        pin.Write(PinValue.High);
        pin.SetPinMode(PinMode.Output);
        Hardware.OutputChanged -= Record;
        CollectionAssert.AreEqual(new[] { false, true, false }, seen);
    }

    [TestMethod]
    public void BeforeItIsOpenedAnOutputIsNotDriven()
    {
        Assert.IsFalse(Hardware.IsDriven(Led));
        GpioPin pin = _gpio.OpenPin(Led, PinMode.Output);
        Assert.IsTrue(Hardware.IsDriven(Led));
        pin.Dispose();
        Assert.IsFalse(Hardware.IsDriven(Led));
    }

    [TestMethod]
    public void ReadingAnOutputGivesLow()
    {
        GpioPin pin = _gpio.OpenPin(Led, PinMode.Output);
        pin.Write(PinValue.High);
        Assert.IsTrue(Hardware.ReadLevel(Led));
        Assert.AreEqual(PinValue.Low, pin.Read());
    }

    [TestMethod]
    public void ToggleKnowsWhatWasWritten()
    {
        GpioPin pin = _gpio.OpenPin(Led, PinMode.Output);
        pin.Toggle();
        Assert.IsTrue(Hardware.ReadLevel(Led));
        pin.Toggle();
        Assert.IsFalse(Hardware.ReadLevel(Led));
    }

    [TestMethod]
    public void WritingAnInputThrows()
    {
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        Assert.ThrowsExactly<ArgumentException>(() => pin.Write(PinValue.High));
    }

    [TestMethod]
    public void AnOpenPinCannotBeOpenedAgain()
    {
        _gpio.OpenPin(Led);
        Assert.ThrowsExactly<InvalidOperationException>(() => _gpio.OpenPin(Led));
        Assert.ThrowsExactly<InvalidOperationException>(() => new GpioController().OpenPin(Led));
    }

    [TestMethod]
    public void FlashPinsCannotBeOpened() => Assert.ThrowsExactly<InvalidOperationException>(() => _gpio.OpenPin(6));

    [TestMethod]
    public void PullsWork()
    {
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.InputPullUp);
        Assert.AreEqual(PinValue.High, pin.Read());
        Hardware.SetInput(Switch, false);
        Assert.AreEqual(PinValue.Low, pin.Read());
        Hardware.Release(Switch);
        pin.SetPinMode(PinMode.InputPullDown);
        Assert.AreEqual(PinValue.Low, pin.Read());
    }

    [TestMethod]
    public void InputOnlyPinsHaveNeitherDriverNorPulls()
    {
        GpioPin pin = _gpio.OpenPin(InputOnly, PinMode.InputPullUp);
        Assert.AreEqual(PinValue.Low, pin.Read());
        Assert.IsFalse(pin.IsPinModeSupported(PinMode.Output));
        Assert.ThrowsExactly<ArgumentException>(() => pin.SetPinMode(PinMode.Output));
    }

    [TestMethod]
    public void AnOpenDrainOutputLeavesHighToOthers()
    {
        GpioPin pin = _gpio.OpenPin(Led, PinMode.OutputOpenDrain);
        Hardware.SetInput(Led, true);
        Assert.IsFalse(Hardware.ReadLevel(Led));
        pin.Write(PinValue.High);
        Assert.IsTrue(Hardware.ReadLevel(Led));
        Hardware.SetInput(Led, false);
        Assert.IsFalse(Hardware.ReadLevel(Led));
    }

    [TestMethod]
    public void AnInterruptFiresOnBothEdges()
    {
        List<PinEventTypes> edges = Watch(_gpio.OpenPin(Switch, PinMode.Input));
        Hardware.SetInput(Switch, true);
        Hardware.SetInput(Switch, false);
        Assert.IsTrue(Hardware.WaitForEvents());
        CollectionAssert.AreEqual(new[] { PinEventTypes.Rising, PinEventTypes.Falling }, edges);
    }

    [TestMethod]
    public void OneCallbackAPinTheLastWinsAndIsCalledForEachRegistration()
    {
        int first = 0;
        int second = 0;
        _gpio.OpenPin(Switch, PinMode.Input);
        _gpio.RegisterCallbackForPinValueChangedEvent(Switch, PinEventTypes.Rising, (_, _) => first++);
        _gpio.RegisterCallbackForPinValueChangedEvent(Switch, PinEventTypes.Rising, (_, _) => second++);
        Hardware.SetInput(Switch, true);
        Hardware.SetInput(Switch, false);
        Assert.IsTrue(Hardware.WaitForEvents());
        Assert.AreEqual(0, first);
        Assert.AreEqual(2, second);
    }

    [TestMethod]
    [DataRow(25, 20)]
    [DataRow(1, 10)]
    public void DebounceHasTenMillisecondStepsAndAtLeastOne(int asked, int taken)
    {
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        pin.DebounceTimeout = TimeSpan.FromMilliseconds(asked);
        List<PinEventTypes> edges = Watch(pin);
        Hardware.SetInput(Switch, true);
        UnitTime.Advance((taken - 1) * 1_000);
        Hardware.WaitForEvents();
        Assert.IsEmpty(edges);
        UnitTime.Advance(1_000);
        Hardware.WaitForEvents();
        Assert.HasCount(1, edges);
    }

    [TestMethod]
    public void ABounceThatEndsWhereItBeganIsSwallowed()
    {
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        pin.DebounceTimeout = TimeSpan.FromMilliseconds(20);
        List<PinEventTypes> edges = Watch(pin);
        Hardware.SetInput(Switch, true);
        UnitTime.Advance(5_000);
        Hardware.SetInput(Switch, false);
        UnitTime.Advance(100_000);
        Hardware.WaitForEvents();
        Assert.IsEmpty(edges);
    }

    [TestMethod]
    public void ChangingOneDebounceTimeToAnotherHasNoEffect()
    {
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        pin.DebounceTimeout = TimeSpan.FromMilliseconds(20);
        List<PinEventTypes> edges = Watch(pin);
        pin.DebounceTimeout = TimeSpan.FromMilliseconds(500);
        Hardware.SetInput(Switch, true);
        UnitTime.Advance(20_000);
        Hardware.WaitForEvents();
        Assert.HasCount(1, edges);
    }

    [TestMethod]
    public void ABurstBeyondTheEventQueueIsLost()
    {
        using var gate = new System.Threading.ManualResetEventSlim();
        int seen = 0;
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        pin.ValueChanged += (_, _) =>
        {
            gate.Wait();
            seen++;
        };
        for (int i = 0; i < 500; i++)
        {
            Hardware.Pulse(Switch);
        }

        gate.Set();
        Assert.IsTrue(Hardware.WaitForEvents());
        Assert.IsLessThan(100, seen);
        Assert.IsGreaterThan(10, seen);
    }

    [TestMethod]
    public void AnExceptionInAHandlerIsToldToNobodyButRecorded()
    {
        int before = Hardware.DeadThreads.Count;
        GpioPin pin = _gpio.OpenPin(Switch, PinMode.Input);
        pin.ValueChanged += (_, _) => throw new InvalidOperationException("in a handler");
        Hardware.SetInput(Switch, true);
        Assert.IsTrue(Hardware.WaitForEvents());
        Assert.AreEqual(before + 1, Hardware.DeadThreads.Count);
    }

    private static List<PinEventTypes> Watch(GpioPin pin)
    {
        var edges = new List<PinEventTypes>();
        pin.ValueChanged += (_, e) => edges.Add(e.ChangeType);
        return edges;
    }
}
