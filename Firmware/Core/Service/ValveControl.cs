using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// The motor valve between well and meters, where one is fitted: open while the pump is to run or the panel stands on hand, shut otherwise. It is driven until its end switch says that it is
/// there, and not longer than its declared travel time: against a stone its motor would burn. The next change of mind tries again.
/// </summary>
public sealed class ValveControl
{
    private readonly Settings _settings;
    private long _sinceMs;

    /// <summary>The valve of a site; at the start it is asked to be shut.</summary>
    public ValveControl(Settings settings)
    {
        _settings = settings;
    }

    /// <summary>It is asked to be open.</summary>
    public bool WantedOpen { get; private set; }

    /// <summary>The drive that opens it is on.</summary>
    public bool Opens { get; private set; }

    /// <summary>The drive that shuts it is on.</summary>
    public bool Shuts { get; private set; }

    /// <summary>A pump may start: none is fitted, or it is open. Against a shut valve the pump heats the water that stands in it.</summary>
    public bool LetsThrough(Readings readings)
    {
        return !_settings.HasValve || readings.IsOn(Signal.ValveIsOpen);
    }

    /// <summary>One decision.</summary>
    public void Step(long nowMs, bool open, Readings readings)
    {
        if (!_settings.HasValve)
        {
            readings.Miss(Signal.ValveCommand, NoDataReason.NotFitted);
            return;
        }

        if (open != WantedOpen)
        {
            WantedOpen = open;
            _sinceMs = nowMs;
        }

        bool inTime = nowMs - _sinceMs < _settings.ValveTravelSeconds * 1000L;
        Opens = inTime && open && !readings.IsOn(Signal.ValveIsOpen);
        Shuts = inTime && !open && !readings.IsOn(Signal.ValveIsShut);
        readings.SetContact(Signal.ValveCommand, open);
    }
}
