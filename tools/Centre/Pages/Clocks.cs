using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Pages;

/// <summary>One clock of the contract on one incident.</summary>
/// <param name="DueAt">When it ends, Unix seconds; null while the event that starts it is not known here.</param>
/// <param name="MetAt">When it was met; null while it was not.</param>
public sealed record RunningClock(ClockKind Kind, bool IsFirm, long? DueAt, long? MetAt);

/// <summary>
/// The contract's clocks as the centre sees them (service contracts §2): *reported* is when the incident was stored. Whoever first takes it on, at the desk or at the enclosure, answers; what ends a
/// repair is the end of the fault. Clocks that start with a failed telephone or remote attempt, or with an arrival, start when the desk notes that (<see cref="Steps"/>): units
/// are not told, because there is no command but an acknowledgement.
/// </summary>
public static class Clocks
{
    private static readonly FaultCatalogue s_catalogue = new();

    /// <summary>The contract of this name, A where it is unknown.</summary>
    public static ServiceProfile Contract(string name) =>
        new((byte)Math.Max(0, Names.ToList().IndexOf(name)));

    /// <summary>The names of the contracts.</summary>
    public static IEnumerable<string> Names => Enumerable.Range(0, ContractId.Count).Select(ContractId.NameOf);

    /// <summary>The clocks of an incident, in the contract's order; none where the contract does not cover it.</summary>
    public static List<RunningClock> Of(Incident incident, Steps steps, ServiceProfile contract) => !Covers(incident, contract) ? []
        : [.. Enumerable.Range(0, contract.Count).Where(clock => contract.Covers(clock, incident.Level)).Select(clock => Of(incident, steps, contract, clock))];

    /// <summary>
    /// Whether the contract's clocks run for a fault at a level, as at the unit; by its level alone for a code that the catalogue does not know. Such a fault calls somebody at any hour; what does not stands on the work
    /// list.
    /// </summary>
    public static bool Covers(int code, int level, ServiceProfile contract) =>
        s_catalogue.RowOf(code) is >= 0 and int row ? contract.Covers(s_catalogue, row, level) : contract.CoversLevel(level);

    /// <summary>Whether the contract's clocks run for an incident: none for one that is owed to the grid.</summary>
    public static bool Covers(Incident incident, ServiceProfile contract) => !incident.IsExcused && Covers(incident.Code, incident.Level, contract);

    /// <summary>The same by one record.</summary>
    public static bool Covers(Alarm alarm, ServiceProfile contract) => !alarm.IsExcused && Covers(alarm.Code, alarm.Level, contract);

    /// <summary>The clock that ends next among those that run and are not met, a passed target behind all others; null where there is none.</summary>
    public static RunningClock Next(IEnumerable<RunningClock> clocks, long now) => clocks.Where(clock => clock is { DueAt: not null, MetAt: null })
        .OrderBy(clock => !clock.IsFirm && clock.DueAt < now).ThenBy(clock => clock.DueAt).FirstOrDefault();

    /// <summary>A clock in words: what is due when, and how long that is.</summary>
    public static string Say(RunningClock clock, Words words, SiteTime time, long now)
    {
        string what = Name(clock.Kind, words) + (clock.IsFirm ? "" : words.Say(" (target)", "（力争）"));
        if (clock.DueAt is not { } due)
        {
            return $"{what}  {words.Say("starts with an event on site or by telephone", "待电话、远程未解决或到场后起算")}";
        }

        string when = $"{what} {time.Clock(due, now)}";
        return clock.MetAt is { } met
            ? $"{when}  {(met <= due ? words.Say("met", "按时") : words.Say("met late", "超时"))}"
            : due >= now ? $"{when}  {words.Say($"{words.Duration(due - now)} left", $"剩 {words.Duration(due - now)}")}"
            : !clock.IsFirm ? $"{when}  {words.Say($"passed {words.Duration(now - due)} ago", $"已过 {words.Duration(now - due)}")}"
            : $"{when}  {words.Say($"OVERDUE {words.Duration(now - due)}", $"已超时 {words.Duration(now - due)}")}";
    }

    private static RunningClock Of(Incident incident, Steps steps, ServiceProfile contract, int clock)
    {
        int After(long? at) => at is { } then ? (int)Math.Clamp(then - incident.StoredAt, 0, int.MaxValue / 2) : ClockMath.Never;
        int after = ClockMath.DueAfter(contract, clock, Math.Max(0, After(steps.CompleteAt)), After(steps.PhoneFailedAt), After(steps.RemoteFailedAt), After(steps.ArrivedAt));
        long? met = contract.Kind(clock) switch
        {
            ClockKind.Respond or ClockKind.Dispatch => incident.AnsweredAt,
            ClockKind.OnSite => steps.ArrivedAt,
            ClockKind.Parts => null,
            _ => incident.EndedAt,
        };
        return new RunningClock(contract.Kind(clock), contract.IsFirm(clock), after == ClockMath.Never ? null : incident.StoredAt + after, met);
    }

    private static string Name(ClockKind kind, Words words) => kind switch
    {
        ClockKind.Respond => words.Say("respond", "响应"),
        ClockKind.Dispatch => words.Say("dispatch", "派工"),
        ClockKind.OnSite => words.Say("on site", "到场"),
        ClockKind.RemoteSolved => words.Say("solved remotely", "远程解决"),
        ClockKind.Repaired => words.Say("repaired", "修复"),
        ClockKind.RepairWork => words.Say("repair work", "现场维修"),
        ClockKind.StandIn => words.Say("stand-in", "备用机"),
        _ => words.Say("parts", "备件到位"),
    };
}
