using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.Simulation;

/// <summary>
/// A history from a seed. Each seed leaves some kinds of event out and has others in plenty: a history in which everything happens all the time hides what
/// one thing alone would show.
/// </summary>
public static class PlanMaker
{
    private const long DayMs = 86_400_000;
    private const int SecondMs = 1000;
    private const int MinuteMs = 60_000;
    private const int HourMs = 3_600_000;

    private static readonly Kind[] s_kinds =
    [
        new(What.Request, 12, 5 * MinuteMs, 3 * HourMs, _ => 0, 0),
        new(What.Site, 60, 5 * SecondMs, 40 * MinuteMs, dice => dice.Below(Enum.GetValues<SiteCondition>().Length), 0),
        new(What.PowerCut, 20, 50, 2 * HourMs, _ => 0),
        new(What.CutInWrite, 30, 50, 10 * MinuteMs, dice => dice.Below(24)),
        new(What.Restart, 6, 0, 0, _ => 0),
        new(What.Network, 20, SecondMs, 8 * HourMs, dice => dice.Below(Enum.GetValues<NetworkTrouble>().Length)),
        new(What.Reset, 40, 0, 0, _ => 0),
        new(What.Delay, 6, MinuteMs, 2 * HourMs, dice => (int)dice.TimeBetween(100, 20_000)),
        new(What.BrokerStop, 8, SecondMs, 2 * HourMs, dice => dice.Below(2)),
        new(What.CentreStop, 8, SecondMs, 6 * HourMs, _ => 0),
        new(What.Storage, 6, SecondMs, HourMs, dice => 1 + dice.Below(Enum.GetValues<StorageTrouble>().Length - 1)),
        new(What.Unreadable, 4, SecondMs, HourMs, dice => 1 + dice.Below(1 << 20)),
        new(What.ClockStep, 4, 0, 0, dice => (int)dice.Between(-400_000_000, 400_000_000)),
        new(What.NoTime, 4, MinuteMs, 12 * HourMs, _ => 0),
        new(What.Stall, 30, 200, 30 * SecondMs, _ => 0),
        new(What.WorkerHang, 3, 10 * SecondMs, 10 * MinuteMs, _ => 0),
        new(What.MailboxFull, 10, SecondMs, 2 * MinuteMs, _ => 0),
        new(What.BadInbound, 30, 50, MinuteMs, dice => dice.Below(BadInbound.Kinds)),
        new(What.Decay, 3, 0, 0, _ => 0, 800),
        new(What.Config, 6, SettingsJudge.WaitMs, SettingsJudge.WaitMs + 1, dice => dice.Below(SettingsJudge.Changes)),
        new(What.Button, 3, 8500, 10 * SecondMs, _ => 0),
        new(What.Visit, 2, MinuteMs, 30 * MinuteMs, _ => 0),
    ];

    /// <summary>The events of a seed, in order; the first one switches the unit on. All of them are over after <paramref name="days"/>.</summary>
    public static List<SimEvent> Make(ulong seed, int days)
    {
        long endMs = days * DayMs;
        var events = new List<SimEvent>();
        foreach (Kind kind in s_kinds)
        {
            var dice = new Dice(seed, "plan" + kind.What);
            if (dice.Chance(kind.LeftOut))
            {
                continue;
            }

            int count = 1 + dice.Below(kind.PerDay * days);
            for (int i = 0; i < count; i++)
            {
                Add(events, kind, dice, endMs);
            }
        }

        Bursts(events, new Dice(seed, "bursts"), days);
        return events.OrderBy(one => one.AtMs).ToList();
    }

    private static void Add(List<SimEvent> events, Kind kind, Dice dice, long endMs)
    {
        long forMs = kind.MostMs == 0 ? 0 : dice.TimeBetween(kind.LeastMs, kind.MostMs);
        long atMs = dice.Between(SecondMs, endMs - forMs - SecondMs);
        events.Add(new SimEvent(atMs, kind.What, forMs, kind.Size(dice)));
    }

    /// <summary>The grid fails and comes back, again and again within minutes: the unit is cut while it still recovers from the last cut.</summary>
    private static void Bursts(List<SimEvent> events, Dice dice, int days)
    {
        for (int burst = dice.Below(2 * days); burst > 0; burst--)
        {
            long atMs = dice.Between(HourMs, (days * DayMs) - HourMs);
            for (int cut = 2 + dice.Below(12); cut > 0; cut--)
            {
                atMs += dice.TimeBetween(300, MinuteMs);
                events.Add(new SimEvent(atMs, What.PowerCut, dice.TimeBetween(50, 5 * SecondMs), 0));
            }
        }
    }

    private sealed record Kind(What What, int PerDay, long LeastMs, long MostMs, Func<Dice, int> Size, int LeftOut = 350);
}
