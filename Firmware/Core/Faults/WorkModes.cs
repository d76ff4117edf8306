using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// Somebody works on the unit: for a limited time, what the work explains (<see cref="Policy.WorkExplains"/>) is judged, counted and kept, and said only
/// afterwards. Level 1 is always said.
/// </summary>
public sealed class Maintenance
{
    /// <summary>Longest time, minutes: a working day.</summary>
    public const int MaxMinutes = 480;

    private const int MinuteMs = 60000;

    private int _leftMs;

    /// <summary>True while it lasts.</summary>
    public bool IsOn => _leftMs > 0;

    /// <summary>Who began it, as in <see cref="Actor"/>.</summary>
    public int Who { get; private set; }

    /// <summary>Minutes until it ends by itself, rounded up.</summary>
    public int MinutesLeft => (_leftMs + MinuteMs - 1) / MinuteMs;

    /// <summary>Faults that were held back since it began; stands after its end until the next one.</summary>
    public int HiddenFaults { get; private set; }

    /// <summary>Begins it, or changes its end.</summary>
    public void Begin(int who, int minutes)
    {
        HiddenFaults = IsOn ? HiddenFaults : 0;
        Who = who;
        _leftMs = Bound.Clamp(minutes, 1, MaxMinutes) * MinuteMs;
    }

    /// <summary>Ends it.</summary>
    public void End()
    {
        _leftMs = 0;
    }

    /// <summary>Notes one more fault held back.</summary>
    public void Hide()
    {
        HiddenFaults++;
    }

    /// <summary>Takes up how many were held back before a restart in the middle of the work.</summary>
    public void RestoreHidden(int count)
    {
        HiddenFaults = count;
    }

    /// <summary>Lets time pass.</summary>
    public void Step(int elapsedMs)
    {
        _leftMs = (int)Bound.Clamp((long)_leftMs - elapsedMs, 0, int.MaxValue);
    }
}

/// <summary>
/// The unit is laid up (停用封存), over winter: silence and missing supply (<see cref="Policy.RestExplains"/>) are expected, the pump is not started, and no
/// contract clock runs. The opening inspection ends it.
/// </summary>
public sealed class LayUp
{
    /// <summary>True while it is laid up.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Who laid it up, as in <see cref="Actor"/>; 0 the calendar.</summary>
    public int Who { get; private set; }

    /// <summary>It has been laid up in this closed season: once opened, the calendar does not lay it up again before the next one.</summary>
    public bool IsSpent { get; set; }

    /// <summary>Lays it up.</summary>
    public void Begin(int who)
    {
        IsOn = true;
        Who = who;
    }

    /// <summary>Opens it.</summary>
    public void End()
    {
        IsOn = false;
    }
}

/// <summary>
/// The unit is about to be switched off on purpose, and has announced it (PROTOCOL.md, <c>state</c>): for a limited time missing supply and silence
/// (<see cref="Policy.RestExplains"/>) are expected, and the pump is not started. A start ends it, and so does time: a unit that still has power then is in service.
/// </summary>
public sealed class PlannedShutdown
{
    /// <summary>How long the announcement holds while the unit still has power, minutes.</summary>
    public const int Minutes = 30;

    private const int MinuteMs = 60000;

    private int _leftMs;

    /// <summary>True while it is announced.</summary>
    public bool IsOn => _leftMs > 0;

    /// <summary>Announces it.</summary>
    public void Begin()
    {
        _leftMs = Minutes * MinuteMs;
    }

    /// <summary>Lets time pass.</summary>
    public void Step(int elapsedMs)
    {
        _leftMs = (int)Bound.Clamp((long)_leftMs - elapsedMs, 0, int.MaxValue);
    }
}
