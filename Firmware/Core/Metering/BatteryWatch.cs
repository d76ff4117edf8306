using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// How long the battery will carry the unit, from its voltage alone: the board measures no current. The terminals of a lead-acid battery at a light load fall evenly with its charge, by
/// 0.12 V a tenth (12 V battery: 12.7 V full, 11.5 V at a tenth; makers' tables of open voltage), so that the fall seen so far, drawn on, meets the end. What is seen counts from
/// <see cref="SettleMs"/> after the loss of the grid, when the surface charge has gone, and anew whenever the contactor's coil becomes a load or ceases to be one. An estimate: cold, age and
/// a load that changes move it, mostly towards too long; the limit on the voltage (<see cref="Settings.BatteryLowMillivolts"/>) holds beside it. 60 B.
/// </summary>
public sealed class BatteryWatch
{
    /// <summary>Time in which the surface charge goes, ms.</summary>
    public const int SettleMs = 600000;

    /// <summary>Least time over which a fall is measured, ms.</summary>
    public const int LeastMs = 1800000;

    /// <summary>Least fall that is one, mV: above ripple and converter noise.</summary>
    public const int LeastMillivolts = 100;

    private long _lostMs = -1;
    private long _markMs = -1;
    private int _mark;
    private bool _loaded;

    /// <summary>How long the battery has carried the unit alone, ms; 0 while the grid is there. A restart on battery counts from the start.</summary>
    public long CarriedMs { get; private set; }

    /// <summary>How long it will carry it in all, ms, as estimated; <see cref="long.MaxValue"/> while nothing can be said.</summary>
    public long EstimatedMs { get; private set; } = long.MaxValue;

    /// <summary>It has carried the unit for the time that was declared (<c>bridging_min</c>): that it ends is no fault of it.</summary>
    public bool HasBridged(Settings settings) => CarriedMs >= settings.BridgingMinutes * 60000L;

    /// <summary>Takes the present readings.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="loaded">The contactor's coil is a load.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="settings">The site.</param>
    public void Step(long nowMs, bool loaded, Readings readings, Settings settings)
    {
        int signal = readings.Has(Signal.Battery) ? Signal.Battery : Signal.Supply;
        if (ContactWatch.Chatters(readings, Signal.MainsPresent))
        {
            return; // a relay that flutters ends no outage
        }

        if (!readings.Has(Signal.MainsPresent) || readings.IsOn(Signal.MainsPresent) || !readings.Has(signal))
        {
            _lostMs = -1;
            _markMs = -1;
            CarriedMs = 0;
            EstimatedMs = long.MaxValue;
            return;
        }

        _lostMs = _lostMs < 0 ? nowMs : _lostMs;
        CarriedMs = nowMs - _lostMs;
        if (CarriedMs < SettleMs)
        {
            return;
        }

        if (_markMs < 0 || loaded != _loaded)
        {
            _markMs = nowMs;
            _mark = readings.ValueOf(signal);
            _loaded = loaded;
        }

        Estimate(nowMs, readings.ValueOf(signal), settings);
    }

    private void Estimate(long nowMs, int millivolts, Settings settings)
    {
        int fall = _mark - millivolts;
        long seenMs = nowMs - _markMs;
        if (seenMs >= LeastMs && fall >= LeastMillivolts)
        {
            long left = Bound.Clamp(millivolts - EndMillivolts(settings), 0, int.MaxValue);
            EstimatedMs = CarriedMs + (left * seenMs / (fall < 1 ? 1 : fall));
        }
    }

    /// <summary>A tenth of the charge is left, below which the voltage falls steeply: 11.5 V where 13.0 V charge.</summary>
    private static int EndMillivolts(Settings settings) => Bound.Scale(settings.ChargeMillivolts, 23, 26);
}
