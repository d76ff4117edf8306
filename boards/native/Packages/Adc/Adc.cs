using System.Threading;
using Board.Native;

namespace System.Device.Adc;

/// <summary>How a channel measures.</summary>
public enum AdcChannelMode
{
    SingleEnded = 0,
    Differential = 1,
}

/// <summary>See <see cref="AdcController"/>.</summary>
public abstract class AdcControllerBase
{
    public abstract int ChannelCount { get; }

    public abstract AdcChannelMode ChannelMode { get; set; }

    public abstract int MaxValue { get; }

    public abstract int MinValue { get; }

    public abstract int ResolutionInBits { get; }

    public abstract bool IsChannelModeSupported(AdcChannelMode channelMode);

    public abstract AdcChannel OpenChannel(int channelNumber);
}

/// <summary>The chip's converter: 12 bits, 12 dB attenuation, no calibration, dead below 150 mV and full above 3.1 V, noisy.</summary>
public class AdcController : AdcControllerBase
{
    public override int ChannelCount => Hardware.Profile.AdcChannelPins.Count;

    public override AdcChannelMode ChannelMode { get; set; }

    public override int MaxValue => 4095;

    public override int MinValue => 0;

    public override int ResolutionInBits => 12;

    public override bool IsChannelModeSupported(AdcChannelMode channelMode) => channelMode == AdcChannelMode.SingleEnded;

    /// <exception cref="ArgumentException">The chip has no such channel, or it has no pin.</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        StallGate.Pass();
        if (channelNumber < 0 || channelNumber >= ChannelCount || Hardware.Profile.AdcChannelPins[channelNumber] < 0)
        {
            throw new ArgumentException($"no ADC channel {channelNumber}");
        }

        return new AdcChannel(this, channelNumber);
    }
}

/// <summary>See <see cref="AdcChannel"/>.</summary>
public abstract class AdcChannelBase
{
    public AdcController Controller { get; private protected set; }

    public abstract int ReadValue();

    /// <summary>The reading as a fraction of full scale.</summary>
    public double ReadRatio() => ReadValue() / 4095.0;
}

/// <summary>One input of the converter.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    private const int FullScale = 4095;
    private static uint s_noise;

    private readonly Pin _pin;
    private readonly bool _onAdc2;

    internal AdcChannel(AdcController controller, int channel)
    {
        Controller = controller;
        _pin = Pin.At(Hardware.Profile.AdcChannelPins[channel]);
        _onAdc2 = channel >= Hardware.Profile.FirstAdc2Channel;
    }

    /// <summary>One conversion, 0–4095.</summary>
    /// <exception cref="Exception">A channel of ADC2 while Wi-Fi runs; the device throws the bare type.</exception>
    public override int ReadValue()
    {
        StallGate.Pass();
        if (_onAdc2 && WifiStation.IsStarted)
        {
            throw new Exception("ADC2 belongs to Wi-Fi");
        }

        return Convert(_pin.Millivolts, NextNoise(Hardware.Profile.AdcNoiseCounts));
    }

    public void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Starts the noise again from the profile's seed.</summary>
    internal static void ResetNoise() => s_noise = 0;

    private static int Convert(int millivolts, int noise)
    {
        int zero = Hardware.Profile.AdcZeroMillivolts;
        int full = Hardware.Profile.AdcFullMillivolts;
        if (millivolts < zero || millivolts >= full)
        {
            return millivolts < zero ? 0 : FullScale;
        }

        int ideal = (millivolts - zero) * FullScale / (full - zero);
        return Math.Clamp(ideal + noise, 0, FullScale);
    }

    /// <summary>xorshift32, mapped to −amplitude … +amplitude.</summary>
    private static int NextNoise(int amplitude)
    {
        uint x = s_noise == 0 ? Hardware.Profile.AdcNoiseSeed : s_noise;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        Volatile.Write(ref s_noise, x);
        return (int)(x % (uint)((2 * amplitude) + 1)) - amplitude;
    }
}
