using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Service;

/// <summary>
/// Whether a technician who is known to the unit is here: his card was at the reader, or he has logged in. He counts as gone when he has logged out and the door is shut, five minutes after the
/// door was shut, or eight hours after his last sign.
/// </summary>
public sealed class Attendance
{
    /// <summary>Time behind the shut door in which he may come back for a forgotten tool, ms.</summary>
    public const int ShutMs = 300000;

    /// <summary>Longest time without a sign of him, ms: a working day.</summary>
    public const int LongestMs = 28800000;

    private const int MinuteMs = 60000;

    private long _signMs;
    private long _shutMs;
    private bool _leaves;

    /// <summary>A known technician is here.</summary>
    public bool IsHere { get; private set; }

    /// <summary>He has shown his card; else he is known by his login alone.</summary>
    public bool IsByCard { get; private set; }

    /// <summary>He has logged out, and packs his tools.</summary>
    public bool IsLeaving => IsHere && _leaves;

    /// <summary>Minutes since his last sign, 0–480.</summary>
    public int MinutesSinceSign(long nowMs) => (int)Bound.Clamp((nowMs - _signMs) / MinuteMs, 0, LongestMs / MinuteMs);

    /// <summary>He was here when the unit was restarted: at a door that is open it is his work still, behind one that is shut he has his five minutes.</summary>
    /// <param name="byCard">He had shown his card.</param>
    /// <param name="leaving">He had logged out.</param>
    /// <param name="minutes">Minutes since his last sign then.</param>
    public void Restore(bool byCard, bool leaving, int minutes)
    {
        IsHere = true;
        IsByCard = byCard;
        _leaves = leaving;
        _signMs = -(long)minutes * MinuteMs;
    }

    /// <summary>A technician has shown who he is.</summary>
    public void Arrive(long nowMs, bool byCard)
    {
        IsByCard = byCard || (IsHere && IsByCard);
        IsHere = true;
        _leaves = false;
        _signMs = nowMs;
        _shutMs = nowMs;
    }

    /// <summary>He has logged out: he is gone as soon as the door is shut, and may pack his tools until then.</summary>
    public void Leave()
    {
        _leaves = true;
    }

    /// <summary>One decision; tells <see cref="Signal.Technician"/>, or why it cannot be known.</summary>
    public void Step(long nowMs, Readings readings, ICardList technicians)
    {
        if (readings.IsOn(Signal.CardPresent) && IsKnown(technicians, readings.ValueOf(Signal.CardNumber)))
        {
            Arrive(nowMs, true);
        }

        bool isShut = !readings.IsOn(Signal.DoorOpen) && !ContactWatch.Chatters(readings, Signal.DoorOpen); // a switch that rattles shows no shut door
        if (!isShut)
        {
            _shutMs = nowMs;
        }

        IsHere = IsHere && !(_leaves && isShut) && nowMs - _shutMs < ShutMs && nowMs - _signMs < LongestMs;
        if (IsHere || readings.Has(Signal.CardPresent))
        {
            readings.SetContact(Signal.Technician, IsHere);
        }
        else
        {
            readings.Miss(Signal.Technician, readings.ReasonOf(Signal.CardPresent));
        }
    }

    /// <summary>The card is one of a technician; nobody's where there is no list.</summary>
    public static bool IsKnown(ICardList technicians, int card)
    {
        return card != 0 && technicians != null && technicians.IsTechnicians(card);
    }
}
