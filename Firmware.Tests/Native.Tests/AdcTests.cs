using System;
using System.Device.Adc;
using System.Linq;
using Board.Native;

namespace Native.Tests;

/// <summary>The manners of the converter.</summary>
[TestClass]
public class AdcTests : UnitTest
{
    private const int Channel6 = 34;
    private const int Adc2Channel = 13;

    private readonly AdcController _adc = new();

    [TestMethod]
    public void TwelveBitsDeadBelowFullAbove()
    {
        Assert.AreEqual(12, _adc.ResolutionInBits);
        Assert.AreEqual(4095, _adc.MaxValue);
        Assert.IsTrue(Readings(0.149).All(value => value == 0));
        Assert.IsTrue(Readings(3.1).All(value => value == 4095));
        double middle = Readings(1.625).Average();
        Assert.AreEqual(2047, middle, 3);
    }

    [TestMethod]
    public void ReadingsAreNoisyAndRepeatable()
    {
        int[] first = Readings(1.0);
        int spread = first.Max() - first.Min();
        Assert.IsGreaterThan(2, spread);
        Assert.IsLessThanOrEqualTo(12, spread);
        CollectionAssert.AreEqual(first, Readings(1.0));
    }

    [TestMethod]
    public void Adc2FailsWhileWifiRuns()
    {
        AdcChannel channel = _adc.OpenChannel(Adc2Channel);
        channel.ReadValue();
        GoOnline();
        Assert.ThrowsExactly<Exception>(() => channel.ReadValue());
        _adc.OpenChannel(0).ReadValue();
    }

    [TestMethod]
    public void ChannelsWithoutPinCannotBeOpened()
    {
        Assert.ThrowsExactly<ArgumentException>(() => _adc.OpenChannel(9));
        Assert.ThrowsExactly<ArgumentException>(() => _adc.OpenChannel(20));
    }

    private int[] Readings(double volts)
    {
        AdcChannel.ResetNoise();
        Hardware.SetVolts(Channel6, volts);
        AdcChannel channel = _adc.OpenChannel(6);
        return Enumerable.Range(0, 200).Select(_ => channel.ReadValue()).ToArray();
    }
}
