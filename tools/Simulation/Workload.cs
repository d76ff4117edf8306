using System.Collections.Generic;
using Firmware.Records;
using Firmware.Supervision;

namespace Tools.Simulation;

/// <summary>Histories in which storage has much to do, and every write of them as a moment from which other futures begin.</summary>
public static class Workload
{
    private const int MinuteMs = 60_000;
    private const int HourMs = 3_600_000;
    private const int InspectionMs = 9000;
    private const long MostMinutes = 100 * 60;

    private static readonly SiteCondition[] s_busy =
    [
        SiteCondition.MainsLost, SiteCondition.SupplyLow, SiteCondition.SupplyHigh, SiteCondition.BusDead, SiteCondition.MeterFault, SiteCondition.SensorOut,
        SiteCondition.ContactorStuck, SiteCondition.DryWell, SiteCondition.MeterExchanged, SiteCondition.BusNoise,
    ];

    /// <summary>The writes of a history of a seed until there are so many.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="writes">Writes wanted.</param>
    /// <param name="variant">What is other than in the product.</param>
    public static List<Moment> Record(ulong seed, int writes, Variant variant)
    {
        var world = new World(seed, Script(seed), variant);
        world.PowerOn();
        return Record(world, writes);
    }

    /// <summary>The writes of a world from now on, until there are so many.</summary>
    public static List<Moment> Record(World world, int writes)
    {
        var moments = new List<Moment>();
        world.Storage.BeforeChange = (slot, file) =>
        {
            if (moments.Count < writes)
            {
                world.Observe();
                moments.Add(world.Moment(slot, file));
            }
        };
        for (int minute = 0; moments.Count < writes && minute < MostMinutes; minute++)
        {
            world.Run(world.NowMs + MinuteMs);
        }

        return moments;
    }

    /// <summary>A store in which every place of the outbox is taken: the link never came, and the next record has to find its place.</summary>
    public static Moment Full(ulong seed, Variant variant)
    {
        List<SimEvent> script = [new SimEvent(0, What.Network, 1000L * HourMs, (int)NetworkTrouble.NoNetwork), .. Script(seed)];
        var world = new World(seed, script, variant);
        world.PowerOn();
        while (world.Storage.FilesFrom(Slots.Outbox) < Outbox.LossPlace && world.NowMs < MostMinutes * MinuteMs)
        {
            world.Run(world.NowMs + Unit.ScanMs);
        }

        return world.Moment(0, null);
    }

    /// <summary>Conditions that come and go, some minutes each, settings that are changed, technicians who come, inspections by the button, and a centre that is there for half of the time.</summary>
    public static List<SimEvent> Script(ulong seed)
    {
        var dice = new Dice(seed, "workload");
        var events = new List<SimEvent> { new(2000, What.Request, 90L * HourMs, 0) };
        for (long atMs = MinuteMs; atMs < MostMinutes * MinuteMs; atMs += dice.Between(20_000, 3 * MinuteMs))
        {
            events.Add(new SimEvent(atMs, What.Site, dice.Between(MinuteMs, 4 * MinuteMs), (int)s_busy[dice.Below(s_busy.Length)]));
        }

        for (long atMs = 3 * MinuteMs; atMs < MostMinutes * MinuteMs; atMs += dice.Between(5 * MinuteMs, 15 * MinuteMs))
        {
            events.Add(new SimEvent(atMs, What.Config, SettingsJudge.WaitMs, dice.Below(SettingsJudge.Texts)));
        }

        for (long atMs = 4 * MinuteMs; atMs < MostMinutes * MinuteMs; atMs += 40 * MinuteMs)
        {
            events.Add(new SimEvent(atMs, What.Visit, 3 * MinuteMs, 0));
            events.Add(new SimEvent(atMs + (20 * MinuteMs), What.Button, InspectionMs, 0));
        }

        for (long atMs = 5 * MinuteMs; atMs < MostMinutes * MinuteMs; atMs += dice.Between(5 * MinuteMs, 20 * MinuteMs))
        {
            events.Add(new SimEvent(atMs, What.CentreStop, dice.Between(MinuteMs, 8 * MinuteMs), 0));
        }

        return events;
    }
}
