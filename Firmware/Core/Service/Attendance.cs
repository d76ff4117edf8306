using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// Whether a technician who is known to the unit is here: his card was at the reader, or he has logged in. He counts as gone when he logs out, five minutes after the
/// door was shut, or eight hours after his last sign.
/// </summary>
public sealed class Attendance
{
    /// <summary>Time behind the shut door in which he may come back for a forgotten tool, ms.</summary>
    public const int ShutMs = 300000;

    /// <summary>Longest time without a sign of him, ms: a working day.</summary>
    public const int LongestMs = 28800000;

    private readonly Settings _settings;
    private long _signMs;
    private long _shutMs;

    /// <summary>Nobody is here.</summary>
    public Attendance(Settings settings)
    {
        _settings = settings;
    }

    /// <summary>A known technician is here.</summary>
    public bool IsHere { get; private set; }

    /// <summary>A technician has shown who he is.</summary>
    public void Arrive(long nowMs)
    {
        IsHere = true;
        _signMs = nowMs;
        _shutMs = nowMs;
    }

    /// <summary>He has left.</summary>
    public void Leave()
    {
        IsHere = false;
    }

    /// <summary>One decision; tells <see cref="Signal.Technician"/>, or why it cannot be known.</summary>
    public void Step(long nowMs, Readings readings)
    {
        if (readings.IsOn(Signal.CardPresent) && IsKnown(_settings, readings.ValueOf(Signal.CardNumber)))
        {
            Arrive(nowMs);
        }

        if (readings.IsOn(Signal.DoorOpen))
        {
            _shutMs = nowMs;
        }

        IsHere = IsHere && nowMs - _shutMs < ShutMs && nowMs - _signMs < LongestMs;
        if (IsHere || readings.Has(Signal.CardPresent))
        {
            readings.SetContact(Signal.Technician, IsHere);
        }
        else
        {
            readings.Miss(Signal.Technician, readings.ReasonOf(Signal.CardPresent));
        }
    }

    /// <summary>The card is one of a technician.</summary>
    public static bool IsKnown(Settings settings, int card)
    {
        bool known = false;
        for (int place = 0; place < settings.TechnicianCards.Length && card != 0 && !known; place++)
        {
            known = settings.TechnicianCards[place] == card;
        }

        return known;
    }
}
