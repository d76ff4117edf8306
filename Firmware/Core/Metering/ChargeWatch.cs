using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Whether a supply that is on mains and below charging voltage is a flat battery that is being charged: it came from a loss of mains (or the start of the
/// unit), and it rises. A charger of a tenth of the battery's capacity an hour lifts it by 100 mV an hour and more.
/// </summary>
public sealed class ChargeWatch
{
    /// <summary>Rise that shows a charge, mV: above ripple and converter noise.</summary>
    public const int RiseMillivolts = 100;

    /// <summary>Time that the rise may take, ms.</summary>
    public const int RiseMs = 7200000;

    private int _mark = int.MinValue;
    private long _markMs;

    /// <summary>The battery may be charging.</summary>
    public bool Rises { get; private set; } = true;

    /// <summary>Takes the present readings.</summary>
    public void Step(long nowMs, Readings readings, Settings settings)
    {
        if (!readings.Has(Signal.Supply) || !readings.Has(Signal.MainsPresent))
        {
            return;
        }

        int supply = readings.ValueOf(Signal.Supply);
        bool mains = readings.IsOn(Signal.MainsPresent);
        bool charged = mains && supply >= settings.ChargeMillivolts;
        if (!mains || supply >= _mark + RiseMillivolts)
        {
            _mark = supply;
            _markMs = nowMs;
        }

        Rises = !mains || (Rises && !charged && nowMs - _markMs <= RiseMs);
    }
}
