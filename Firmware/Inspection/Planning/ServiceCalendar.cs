namespace Firmware.Inspection.Planning;

/// <summary>
/// The calendar by which inspections fall due. It holds without a network: until a clock is trusted it counts the minutes that the unit had power, and
/// once it was trusted it is Unix time, which runs on with the power where the clock is unset again. Time without power is unknown until the next trusted clock,
/// which puts it right; until then the calendar is late, never early. A clock that leaps although the power was on all the time is not believed for a day (Decisions/0045).
/// </summary>
public sealed class ServiceCalendar
{
    /// <summary>A leap that no power cut explains must be claimed this long before it is believed, ms.</summary>
    public const int DoubtMs = 24 * 3600 * 1000;

    private const int SecondMs = 1000;
    private const int MinuteSeconds = 60;

    /// <summary>Drift of an unset clock, and the correction of one that coasts, stay within this, s.</summary>
    private const int DriftSeconds = 3600;

    private const long None = -1;
    private const int VeryFirst = -1;

    private long _seconds;
    private long _lastMs;
    private long _doubtSinceMs = None;
    private bool _confirmed;

    /// <summary>The count is Unix time; else it is time with power since the unit's first start.</summary>
    public bool Dated { get; private set; }

    /// <summary>The present time of the calendar, minutes: Unix minutes where <see cref="Dated"/>.</summary>
    public int Minutes => (int)(_seconds / MinuteSeconds);

    /// <summary>The last step relied on a trusted clock: nothing has to be kept to find the time again.</summary>
    public bool Trusted { get; private set; }

    /// <summary>
    /// After this the calendar's moments are known by the time with power alone: the start of the unit, or its very first start. What was noted before it stands.
    /// </summary>
    public int Uncertain { get; private set; } = VeryFirst;

    /// <summary>Takes up the calendar from before the restart: at least so late is it now.</summary>
    public void Restore(int minutes, bool dated)
    {
        Uncertain = dated ? minutes : VeryFirst;
        _seconds = (long)minutes * MinuteSeconds;
        Dated = dated;
    }

    /// <summary>
    /// One step. Returns the minutes by which every moment since <see cref="Uncertain"/> has to be moved, because the first trusted clock of this start has told how late
    /// the calendar was; 0 in all other steps.
    /// </summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="unixSeconds">The unit's wall clock, Unix s; 0 while it is not trusted.</param>
    public int Step(long nowMs, long unixSeconds)
    {
        int elapsed = (int)((nowMs - _lastMs) / SecondMs);
        _lastMs += elapsed * (long)SecondMs;
        _seconds += elapsed;
        Trusted = unixSeconds > 0 && IsBelieved(nowMs, unixSeconds - _seconds);
        if (!Trusted)
        {
            return 0;
        }

        int before = Minutes;
        bool first = !_confirmed;
        Dated = true;
        _confirmed = true;
        _seconds = unixSeconds;
        return first ? Minutes - before : 0;
    }

    /// <summary>Time without power explains a leap forward at the first trusted clock of a start, and nothing else does.</summary>
    private bool IsBelieved(long nowMs, long leap)
    {
        bool explained = !Dated || (leap >= -DriftSeconds && (leap <= DriftSeconds || !_confirmed));
        if (explained)
        {
            _doubtSinceMs = None;
        }
        else if (_doubtSinceMs == None)
        {
            _doubtSinceMs = nowMs;
        }

        return explained || nowMs - _doubtSinceMs >= DoubtMs;
    }
}
