using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Contract;
using Tools.Centre.Pages;
using Tools.Centre.Records;

namespace Tools.Centre.Desk;

/// <summary>
/// What no unit can repeat, the desk repeats: an incident of silence (610), every other open one of a unit that is silent, and one of which somebody else told the unit that the desk had taken it on. Nobody having taken it on by the contract's answer time, it is told again at each
/// step of the contract's escalation, once; the steps that were told outlive a restart. A unit that is heard repeats its own alarms.
/// </summary>
public sealed class Reminders(Store store, TimeProvider time, ServiceProfile contract, Action<Notice> tell)
{
    /// <summary>Steps are minutes apart.</summary>
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);

    private readonly Incidents _incidents = new(store);
    private readonly Silences _silences = new(store);
    private readonly Units _units = new(store);
    private long? _judged;

    /// <summary>Tells what is due; call it about once a second.</summary>
    /// <exception cref="StoreException">The store did not take it: it is told at the next call.</exception>
    public void Tell()
    {
        if (_judged is { } last && time.GetElapsedTime(last) < s_between)
        {
            return;
        }

        long now = time.GetUtcNow().ToUnixTimeSeconds();
        foreach (Incident incident in _incidents.Unanswered().Where(incident => Clocks.Of(incident, Steps.None, contract).Count > 0))
        {
            Tell(incident, now);
        }

        _judged = time.GetTimestamp();
    }

    private void Tell(Incident incident, long now)
    {
        int clock = contract.AnswerClock(incident.Level);
        if (clock == ServiceProfile.None)
        {
            return;
        }

        int overdue = (int)Math.Clamp(now - incident.StoredAt - (contract.Minutes(clock) * 60L), -1, int.MaxValue);
        int steps = contract.RepeatsAt(incident.Level, overdue);
        if (steps > _incidents.StepsTold(incident.Id))
        {
            store.Commit(() => _incidents.NoteTold(incident.Id, steps));
            tell(new ReminderNotice(incident, UnitsOf(incident), contract.StepAt(incident.Level, overdue), overdue));
        }
    }

    private List<UnitRow> UnitsOf(Incident incident) => incident.Unit is { } unit ? [_units.Of(unit)]
        : [.. _silences.Of(incident.Id).Where(silent => silent.HeardAt == null).Select(silent => _units.Of(silent.Unit))];
}
