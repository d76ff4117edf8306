using System.Collections.Generic;
using Firmware.Core.Faults;

namespace Tools.Simulation;

/// <summary>
/// Nothing is reported that did not happen: a fault whose cause can only be one thing at this site is raised only while the script has that thing, or has had it
/// within the time that a fault may take to be confirmed.
/// </summary>
public sealed class CauseJudge
{
    private const long ConfirmMs = 600_000;

    private static readonly Dictionary<int, SiteCondition[]> s_causes = new()
    {
        [101] = [SiteCondition.MainsLost, SiteCondition.MainsFlickers],
        [102] = [SiteCondition.SupplySags, SiteCondition.SupplySwings, SiteCondition.SupplyLow, SiteCondition.BatteryWorn],
        [103] = [SiteCondition.SupplyLow, SiteCondition.SupplySwings, SiteCondition.SupplySags],
        [104] = [SiteCondition.SupplyHigh, SiteCondition.SupplySwings],
        [202] = [SiteCondition.BusDead],
        [204] = [SiteCondition.MeterFault],
        [210] = [SiteCondition.MeterExchanged],
        [301] = [SiteCondition.ContactorStuck],
        [302] = [SiteCondition.ContactorWelded, SiteCondition.HandRun],
        [405] = [SiteCondition.Blocked],
        [408] = [SiteCondition.SensorOut],
        [501] = [SiteCondition.DoorOpen],
    };

    private readonly SiteModel _site;
    private readonly HashSet<int> _raised = [];

    /// <summary>A judge of this site.</summary>
    public CauseJudge(SiteModel site)
    {
        _site = site;
    }

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

    /// <summary>A decision was made.</summary>
    public void Judge(FaultCatalogue catalogue, FaultMonitors monitors, long nowMs)
    {
        foreach ((int code, SiteCondition[] causes) in s_causes)
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

    private void JudgeRaise(int code, SiteCondition[] causes, long nowMs)
    {
        foreach (SiteCondition cause in causes)
        {
            if (_site.WasWithin(cause, nowMs - ConfirmMs))
            {
                return;
            }
        }

        throw new Violation("no cause", $"{code} is raised, and nothing at the site is its cause ({string.Join(", ", causes)})");
    }
}
