using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Inspection.Planning;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>What the unit does about inspections, in one place: when they are due, the run that is going on, and its report.</summary>
public sealed class Inspector
{
    private readonly UnitClock _clock;

    /// <summary>The inspections of a site.</summary>
    public Inspector(Settings settings, UnitClock clock)
    {
        _clock = clock;
        Schedule = new Schedule(settings);
    }

    /// <summary>When the next inspection is due.</summary>
    public Schedule Schedule { get; }

    /// <summary>What the pump has done; kept up to date by the caller.</summary>
    public Usage Usage { get; } = new Usage();

    /// <summary>Adds what must survive a restart; before the unit begins.</summary>
    public void Keep(KeptParts parts)
    {
        parts.Add(new KeptSchedule(Schedule));
    }

    /// <summary>One decision's work, before the faults are judged.</summary>
    public void Decide(long nowMs, Readings readings)
    {
        Schedule.Step(nowMs, _clock.UnixAt(nowMs), Usage);
        readings.Set(Signal.InspectionOverdue, Schedule.OverdueDays);
        readings.SetContact(Signal.VisitLeftOpen, false);
    }
}
