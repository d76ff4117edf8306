using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Records;
using Firmware.Supervision;

namespace Tools.Simulation;

/// <summary>
/// The weekly drill: what the unit calls stored is at the centre, one goes on no longer than its deadline, none begins while the plant irrigates, and after one that failed 805 stands until another
/// is stored. That a drill moves no LED, count or fault is judged by the others: they know nothing of it.
/// </summary>
public sealed class DrillJudge
{
    /// <summary>Deadline, and what decisions that come late may add, ms.</summary>
    private const long MostMs = WeeklyDrill.DeadlineMs + 120_000;

    private const int ConfirmMs = 60_000;

    private readonly CentreModel _centre;
    private readonly DeliveryJudge _delivery;
    private bool _ran;
    private long _sinceMs;
    private long _endedMs;
    private DrillEnd _end;

    /// <summary>A judge who asks this centre.</summary>
    public DrillJudge(CentreModel centre, DeliveryJudge delivery)
    {
        (_centre, _delivery) = (centre, delivery);
    }

    /// <summary>Drills that ended stored, in the starts that were watched.</summary>
    public int Stored { get; private set; }

    /// <summary>Drills that ended otherwise.</summary>
    public int Failed { get; private set; }

    /// <summary>The unit starts.</summary>
    public void Begin(Unit unit)
    {
        WeeklyDrill drill = unit.Delivery.Drill;
        (_ran, _sinceMs, _endedMs, _end) = (drill.Runs, 0, 0, drill.End);
    }

    /// <summary>A scan has ended.</summary>
    public void Judge(Unit unit, long uptimeMs)
    {
        WeeklyDrill drill = unit.Delivery.Drill;
        if (drill.Runs == _ran)
        {
            JudgeState(unit, drill, uptimeMs);
            return;
        }

        _ran = drill.Runs;
        if (drill.Runs)
        {
            JudgeBegin(unit);
            _sinceMs = uptimeMs;
            return;
        }

        (_endedMs, _end) = (uptimeMs, drill.End);
        JudgeEnding(drill);
    }

    /// <summary>Power and link were there for long enough: nothing of a drill is left over.</summary>
    public void JudgeEnd(Unit unit, long nowMs)
    {
        WeeklyDrill drill = unit.Delivery.Drill;
        if (drill.Runs && drill.Seq != 0 && _centre.Has(Key(drill)) && !drill.IsWaiting)
        {
            throw new Violation("drill", $"at {nowMs} ms the drill {(uint)drill.Epoch}-{drill.Seq} is stored and goes on");
        }
    }

    private static ulong Key(WeeklyDrill drill) => AlarmSeen.KeyOf((uint)drill.Epoch, (uint)drill.Seq);

    private static void JudgeBegin(Unit unit)
    {
        if (unit.Site.View.PumpRuns || unit.Site.View.Readings.IsOn(Signal.RunRequest))
        {
            throw new Violation("drill", "a drill begins during irrigation");
        }
    }

    private void JudgeEnding(WeeklyDrill drill)
    {
        Stored += drill.End == DrillEnd.Stored ? 1 : 0;
        Failed += drill.End == DrillEnd.Stored ? 0 : 1;
        if (drill.End == DrillEnd.Stored && drill.Seq != 0 && !_delivery.IsReached(Key(drill)) && !_delivery.WasDamaged)
        {
            throw new Violation("drill", $"the drill {(uint)drill.Epoch}-{drill.Seq} counts as stored, and the centre has not stored it");
        }
    }

    private void JudgeState(Unit unit, WeeklyDrill drill, long uptimeMs)
    {
        if (drill.Runs && uptimeMs - _sinceMs > MostMs)
        {
            throw new Violation("drill", $"a drill goes on for {uptimeMs - _sinceMs} ms");
        }

        if (unit.Delivery.Journal.Store.IsReadOnly || (_end == DrillEnd.None && _delivery.WasDamaged))
        {
            return; // how the last drill ended cannot be read
        }

        bool failed = _end is not (DrillEnd.Stored or DrillEnd.None);
        if (uptimeMs - _endedMs > ConfirmMs && uptimeMs > ConfirmMs && !drill.Runs && _end == drill.End && unit.Site.Monitors.IsRaised(unit.Site.Catalogue.RowOf(805)) != failed)
        {
            throw new Violation("drill", $"the last drill ended {_end}, and 805 is {(failed ? "not " : "")}raised");
        }
    }
}
