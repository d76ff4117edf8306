using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Inspection.Planning;

/// <summary>
/// The schedule as it is kept. Body, 24 bytes and 9 a plan: 0 calendar minutes, 4 dated (8 bits), 5 plans (8), 6 reserved (16), 8 run minutes, 12 starts and 16 m³
/// at the last maintenance, 20 fingerprint of the approved settings, then for each plan: last done, wanted (32 bits each, minutes), notices (8).
/// </summary>
public sealed class KeptSchedule : IKept
{
    /// <summary>
    /// Time between two saves that only keep the calendar, ms, while no clock is trusted: so much time with power is lost by a power cut. A pump supply that is switched
    /// on for some hours a day still counts nearly all of them.
    /// </summary>
    public const int UndatedSaveMs = 3600 * 1000;

    /// <summary>The same while a clock is trusted, which finds the time again by itself.</summary>
    public const int DatedSaveMs = 24 * 3600 * 1000;

    private const int PlansAt = 24;
    private const int PlanBytes = 9;

    private readonly Schedule _schedule;
    private long _savedMs;

    /// <summary>Keeps a schedule.</summary>
    public KeptSchedule(Schedule schedule)
    {
        _schedule = schedule;
    }

    /// <inheritdoc/>
    public int Slot => Slots.Inspection;

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        return _schedule.Changed || nowMs - _savedMs >= (_schedule.Calendar.Trusted ? DatedSaveMs : UndatedSaveMs);
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _schedule.Changed = false;
        _savedMs = nowMs;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Bytes.Put32(buffer, Record.BodyAt, _schedule.Calendar.Minutes);
        buffer[at++] = (byte)(_schedule.Calendar.Dated ? 1 : 0);
        buffer[at++] = Plan.Count;
        at = Bytes.Put16(buffer, at, 0);
        at = Bytes.Put32(buffer, at, _schedule.AtMaintenance.RunMinutes);
        at = Bytes.Put32(buffer, at, _schedule.AtMaintenance.Starts);
        at = Bytes.Put32(buffer, at, _schedule.AtMaintenance.CubicMetres);
        at = Bytes.Put32(buffer, at, _schedule.ApprovedFingerprint);
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            at = Bytes.Put32(buffer, at, _schedule.DoneAt(plan));
            at = Bytes.Put32(buffer, at, _schedule.WantedAt(plan));
            buffer[at++] = (byte)_schedule.Noticed(plan);
        }

        return Record.Seal(buffer, Record.Schedule, at, checksum);
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.Schedule, PlansAt, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        _schedule.Calendar.Restore(Bytes.Get32(buffer, at), buffer[at + 4] != 0);
        _schedule.AtMaintenance.RunMinutes = Bytes.Get32(buffer, at + 8);
        _schedule.AtMaintenance.Starts = Bytes.Get32(buffer, at + 12);
        _schedule.AtMaintenance.CubicMetres = Bytes.Get32(buffer, at + 16);
        _schedule.ApprovedFingerprint = Bytes.Get32(buffer, at + 20);
        int fits = Bound.Clamp((count - at - PlansAt) / PlanBytes, 0, Plan.Count);
        int plans = Bound.Clamp(buffer[at + 5], 0, fits);
        for (int plan = 0; plan < plans; plan++)
        {
            int place = at + PlansAt + (plan * PlanBytes);
            _schedule.Restore(plan, Bytes.Get32(buffer, place), Bytes.Get32(buffer, place + 4), buffer[place + 8]);
        }

        return true;
    }
}
