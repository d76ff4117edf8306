using System;

namespace Tools.Centre.Desk;

/// <summary>When the work list is due: once a day at a time of the centre's own day. A start after that time waits for the next day.</summary>
public sealed class Digest
{
    private readonly TimeProvider _time;
    private readonly TimeOnly _at;
    private DateTimeOffset _due;

    /// <param name="at">Local time of day.</param>
    public Digest(TimeProvider time, TimeOnly at)
    {
        (_time, _at) = (time, at);
        _due = Next();
    }

    /// <summary>Whether it is due now; said once a day. A clock that was moved back says it again on the day that comes again.</summary>
    public bool Take()
    {
        DateTimeOffset next = Next();
        bool isDue = _time.GetUtcNow() >= _due;
        _due = isDue || next < _due ? next : _due;
        return isDue;
    }

    private DateTimeOffset Next()
    {
        DateTimeOffset now = _time.GetLocalNow();
        DateTimeOffset today = new(now.Date + _at.ToTimeSpan(), now.Offset);
        return today > now ? today : today.AddDays(1);
    }
}
