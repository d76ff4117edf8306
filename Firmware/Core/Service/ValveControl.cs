using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// The motor valve between well and meters, where one is fitted: open while the pump is to run or the panel stands on hand, shut otherwise. It is driven until its end switches say that it is
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

    /// <summary>Its switches say that it is open. Open and shut at once is a stuck switch, and says nothing of the valve.</summary>
    public static bool IsOpen(Readings readings)
    {
        return readings.IsOn(Signal.ValveIsOpen) && !readings.IsOn(Signal.ValveIsShut);
    }

    /// <summary>Its switches say that it is shut, as <see cref="IsOpen"/>.</summary>
    public static bool IsShut(Readings readings)
    {
        return readings.IsOn(Signal.ValveIsShut) && !readings.IsOn(Signal.ValveIsOpen);
    }

    /// <summary>A pump may start: none is fitted, or it is open. Against a shut valve the pump heats the water that stands in it.</summary>
    public bool LetsThrough(Readings readings)
    {
        return !_settings.HasValve || IsOpen(readings);
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
        Opens = inTime && open && !IsOpen(readings);
        Shuts = inTime && !open && !IsShut(readings);
        readings.SetContact(Signal.ValveCommand, open);
    }
}
