using Firmware.Core.Contracts;

namespace Firmware.Inspection.Planning;

/// <summary>When each plan falls due, one row a plan (service contracts §4). 0 means: not by this.</summary>
public sealed class PlanTable
{
    private const short TwoMonths = 59;
    private const short HalfTerm = 70;
    private const short Quarter = 90;

    private readonly short[] _warrantyDays = new short[Plan.Count];
    private readonly short[] _afterDays = new short[Plan.Count];
    private readonly short[] _monthDay = new short[Plan.Count];
    private readonly int[] _runHours = new int[Plan.Count];
    private readonly int[] _starts = new int[Plan.Count];
    private readonly int[] _cubicMetres = new int[Plan.Count];

    /// <summary>The plans of a site.</summary>
    public PlanTable(Settings settings)
    {
        Patrols(settings.Contract);

        // 保养 twice a year (B2; of the others ours); run hours, starts and volume are the maker's intervals of pump, contactor and meter.
        Days(Plan.Maintenance, 182, 182);
        _runHours[Plan.Maintenance] = settings.MaintenanceRunHours;
        _starts[Plan.Maintenance] = settings.MaintenanceStarts;
        _cubicMetres[Plan.Maintenance] = settings.MaintenanceCubicMetres;

        _monthDay[Plan.Opening] = (short)settings.SeasonOpens;
        _monthDay[Plan.Shutdown] = (short)settings.SeasonCloses;
    }

    /// <summary>
    /// 巡检 by contract (service contracts §4). Two months are at least 59 days and a quarter at least 90 (January on): the shortest, so that no pair of months is ever exceeded.
    /// </summary>
    private void Patrols(byte contract)
    {
        switch (contract)
        {
            case ContractId.B1:
            case ContractId.B3:
                Days(Plan.Patrol, Quarter, Quarter);
                break;
            case ContractId.B2:
                // Every second month in season; what falls due while the site is laid up waits for the opening (Schedule.LaidUp).
                Days(Plan.Patrol, TwoMonths, TwoMonths);
                break;
            case ContractId.E:
                // Twice a term, of twenty weeks.
                Days(Plan.Patrol, HalfTerm, HalfTerm);
                break;
            default:
                // D: every second month in warranty, quarterly after it. A and C go by a plan that they do not name: as D (ours).
                Days(Plan.Patrol, TwoMonths, Quarter);
                break;
        }
    }

    /// <summary>Days after the last time, in warranty or after it.</summary>
    public int IntervalDays(int plan, bool inWarranty) => inWarranty ? _warrantyDays[plan] : _afterDays[plan];

    /// <summary>Day of the year, month × 100 + day.</summary>
    public int MonthDay(int plan) => _monthDay[plan];

    /// <summary>What the pump has done between two moments is enough for a plan to fall due.</summary>
    public bool IsWorn(int plan, int runMinutes, int starts, int cubicMetres)
    {
        return Reached(runMinutes / 60, _runHours[plan]) || Reached(starts, _starts[plan]) || Reached(cubicMetres, _cubicMetres[plan]);
    }

    private static bool Reached(int done, int limit) => limit > 0 && done >= limit;

    private void Days(int plan, short warranty, short after)
    {
        _warrantyDays[plan] = warranty;
        _afterDays[plan] = after;
    }
}
