using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Faults;

namespace Tools.Simulation;

/// <summary>
/// Nothing is reported that did not happen: a fault is raised only while the script has something that can be its cause, or has had it within the time that the fault may take to be confirmed. Every fault of level 1 or 2 stands
/// here; one of what this site does not have, and nobody does to it, is never raised.
/// </summary>
public sealed class CauseJudge
{
    private const long SoonMs = 600_000;

    /// <summary>What is counted over a day, and a night's self-test.</summary>
    private const long DayMs = 26 * 3_600_000L;

    /// <summary>Damage on flash is found when it is read.</summary>
    private const long EverMs = long.MaxValue / 4;

    private static readonly Dictionary<int, Cause[]> s_causes = new()
    {
        [101] = At(SiteCondition.MainsLost, SiteCondition.MainsFlickers),
        [102] = At(SiteCondition.SupplySags, SiteCondition.SupplySwings, SiteCondition.SupplyLow, SiteCondition.BatteryWorn),
        [103] = At(SiteCondition.SupplyLow, SiteCondition.SupplySwings, SiteCondition.SupplySags),
        [104] = At(SiteCondition.SupplyHigh, SiteCondition.SupplySwings),
        [201] = At(SiteCondition.PulseDead),
        [202] = At(SiteCondition.BusDead),
        [203] = At(SiteCondition.BusDead, SiteCondition.BusNoise),
        [204] = At(SiteCondition.MeterFault),
        [206] = At(SiteCondition.Backflow),
        [208] = [new Cause(What.Site, (int)SiteCondition.PulseNoise, DayMs)],
        [209] = [],
        [210] = At(SiteCondition.MeterExchanged),
        [301] = At(SiteCondition.ContactorStuck),
        [302] = At(SiteCondition.ContactorWelded, SiteCondition.HandRun),
        [303] = [],
        [304] = [],
        [305] = At(SiteCondition.DryWell, SiteCondition.Blocked, SiteCondition.PulseDead, SiteCondition.BusDead, SiteCondition.MainsLost, SiteCondition.MainsFlickers),
        [306] = [],
        [308] = [],
        [309] = At(SiteCondition.HandRun, SiteCondition.ContactorWelded),
        [310] = [],
        [311] = At(SiteCondition.Leak, SiteCondition.PulseNoise, SiteCondition.Backflow), // what flows although the contactor is open
        [401] = At(SiteCondition.Leak, SiteCondition.PulseNoise),
        [403] = At(SiteCondition.Burst, SiteCondition.PulseNoise, SiteCondition.Leak),
        [405] = At(SiteCondition.Blocked),
        [406] = [],
        [407] = [],
        [408] = At(SiteCondition.SensorOut),
        [409] = [],
        [501] = [.. At(SiteCondition.DoorOpen), .. Of(SoonMs, What.Visit)], // a technician holds open the door that somebody else has opened
        [502] = At(SiteCondition.DoorOpen),
        [503] = [],
        [504] = [],
        [603] = [new Cause(What.Network, (int)NetworkTrouble.Refused, SoonMs)],
        [604] = [],
        [605] = [],
        [607] = Of(DayMs, What.ClockStep),
        [610] = [],
        [701] = Of(SoonMs, What.Storage, What.Unreadable),
        [703] = Of(EverMs, What.Decay, What.Storage, What.Unreadable),
        [704] = Of(EverMs, What.Decay, What.Storage, What.Unreadable),
        [803] = [],
        [901] = [.. Of(DayMs, What.Restart, What.Unreadable), .. Of(SoonMs, What.ClockStep)], // crashes are dated by the clock: a wrong one makes earlier ones of today
        [902] = Of(DayMs, What.Restart, What.Unreadable),
        [903] = [],
        [904] = Of(DayMs, What.WorkerHang),
        [906] = Of(DayMs, What.Storage, What.Unreadable, What.ClockStep, What.NoTime),
        [907] = [],
    };

    private readonly Dictionary<(What What, int Size), (int Active, long EndedMs)> _happened = [];
    private readonly HashSet<int> _raised = [];

    /// <summary>Codes that are judged.</summary>
    public static IReadOnlyCollection<int> Codes => s_causes.Keys;

    /// <summary>The unit starts: what it takes up from before was judged before.</summary>
    public void Begin(FaultCatalogue catalogue, FaultMonitors monitors)
    {
        _raised.Clear();
        foreach (int code in s_causes.Keys)
        {
            if (catalogue.RowOf(code) is var row and >= 0 && monitors.IsRaised(row))
            {
                _raised.Add(code);
            }
        }
    }

    /// <summary>Something begins (+1), ends (−1), or is over as soon as it has happened (0).</summary>
    public void Note(What what, int size, int more, long nowMs)
    {
        (int active, _) = _happened.GetValueOrDefault((what, size));
        _happened[(what, size)] = (active + more, nowMs);
    }

    /// <summary>A decision was made.</summary>
    public void Judge(FaultCatalogue catalogue, FaultMonitors monitors, long nowMs)
    {
        foreach ((int code, Cause[] causes) in s_causes)
        {
            int row = catalogue.RowOf(code);
            bool raised = row >= 0 && monitors.IsRaised(row);
            if (raised && _raised.Add(code))
            {
                JudgeRaise(code, causes, nowMs);
            }
            else if (!raised)
            {
                _raised.Remove(code);
            }
        }
    }

    private static Cause[] At(params SiteCondition[] conditions) => [.. conditions.Select(condition => new Cause(What.Site, (int)condition, SoonMs))];

    private static Cause[] Of(long withinMs, params What[] kinds) => [.. kinds.Select(what => new Cause(what, Cause.Any, withinMs))];

    private void JudgeRaise(int code, Cause[] causes, long nowMs)
    {
        if (!causes.Any(cause => _happened.Any(one => cause.Is(one.Key) && (one.Value.Active > 0 || nowMs - one.Value.EndedMs < cause.WithinMs))))
        {
            throw new Violation("no cause", causes.Length == 0 ? $"{code} is raised, and nothing at this site can be its cause" : $"{code} is raised, and nothing is its cause ({string.Join(", ", causes)})");
        }
    }

    /// <summary>What can be the cause of a fault that is raised so long after it at the latest.</summary>
    private sealed record Cause(What What, int Size, long WithinMs)
    {
        public const int Any = -1;

        public bool Is((What What, int Size) one) => one.What == What && (Size == Any || one.Size == Size);

        public override string ToString() => What == What.Site ? $"{(SiteCondition)Size}" : Size == Any ? $"{What}" : $"{What} {Size}";
    }
}
