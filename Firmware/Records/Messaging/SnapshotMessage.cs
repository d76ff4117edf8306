using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Records.Messaging;

/// <summary>Writes <c>snapshot</c> and <c>telemetry</c>: what is true now.</summary>
public static class SnapshotMessage
{
    /// <summary>Longest snapshot, bytes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>Room kept after the list of faults: 549 for 18 readings, 194 for the counters at their longest, 97 for the mode, 41 for what stands around them.</summary>
    private const int TailBytes = 900;

    /// <summary>Writes the snapshot. Faults that do not fit are counted in <c>more</c>.</summary>
    public static void WriteSnapshot(MessageWriter json, SiteController site, UnitClock clock, UnitCounters counters, long nowMs)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.Member("epoch", (uint)counters.Epoch);
        json.Member("oldest", counters.OldestSeq);
        json.Member("next", counters.NextSeq);
        WriteNow(json, clock, counters.Boot, nowMs);
        json.Member("level", site.Monitors.WorstLevel);
        WriteFaults(json, site, clock, counters.Boot);
        WriteMode(json, site, nowMs);
        ReadingWriter.WriteFrom(json, site.View.Readings, 0, Signal.FirstOfPlant);
        WriteCounters(json, site, counters);
        json.EndObject();
    }

    /// <summary>Writes one of the two messages of telemetry: together they would be longer than a message may be.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="site">Whose readings.</param>
    /// <param name="clock">By which clock.</param>
    /// <param name="budget">What has been written to storage: in the first message.</param>
    /// <param name="boot">Number of this start.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="plant">False for the readings that the snapshot has too, true for those of the plant after them.</param>
    public static void WriteTelemetry(MessageWriter json, SiteController site, UnitClock clock, WriteBudget budget, int boot, long nowMs, bool plant)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        WriteNow(json, clock, boot, nowMs);
        ReadingWriter.WriteFrom(json, site.View.Readings, plant ? Signal.FirstOfPlant : 0, plant ? Signal.FirstOfUnit : Signal.FirstOfPlant);
        if (!plant)
        {
            WriteStore(json, budget);
        }

        json.EndObject();
    }

    /// <summary>What may keep messages back, and for how many faults it does.</summary>
    private static void WriteMode(MessageWriter json, SiteController site, long nowMs)
    {
        AlarmGate gate = site.Monitors.Gate;
        json.Name("mode");
        json.BeginObject();
        json.Member("laid_up", gate.LayUp.IsOn);
        json.Member("maintenance_min", gate.Maintenance.MinutesLeft);
        json.Member("flood", gate.Squelch.IsFlood(nowMs));
        json.Member("shelved", gate.Shelves.Count);
        json.Member("held", site.Monitors.OwedCount);
        json.EndObject();
    }

    /// <summary>Writes of each class within the last 24 h, what each may do in a day, and how long the flash lasts.</summary>
    private static void WriteStore(MessageWriter json, WriteBudget budget)
    {
        json.Name("store");
        json.BeginObject();
        json.Name("writes_d");
        json.BeginArray();
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            json.Number(budget.LastDay(of));
        }

        json.EndArray();
        json.Name("budget_d");
        json.BeginArray();
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            json.Number(WriteBudget.DayWrites(of));
        }

        json.EndArray();
        json.Member("writes", budget.Writes);
        json.Member("used_permille", budget.LifeUsedPermille);
        if (budget.YearsLeft == WriteBudget.NotYet)
        {
            json.Member("years_left", ReadingWriter.NameOf(NoDataReason.NotYet));
        }
        else
        {
            json.Member("years_left", budget.YearsLeft);
        }

        json.EndObject();
    }

    private static void WriteNow(MessageWriter json, UnitClock clock, int boot, long nowMs)
    {
        Stamp.Write(json, "now", clock.UnixAt(nowMs), boot, nowMs);
        json.Member("time", Stamp.NameOf(clock.QualityAt(nowMs)));
    }

    private static void WriteFaults(MessageWriter json, SiteController site, UnitClock clock, int boot)
    {
        int more = 0;
        json.Name("faults");
        json.BeginArray();
        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < site.Catalogue.Count; row++)
            {
                if (site.Monitors.IsRaised(row) && site.Monitors.LevelOf(row) == level && !TryFault(json, site, clock, boot, row))
                {
                    more++;
                }
            }
        }

        json.EndArray();
        json.Member("more", more);
    }

    private static bool TryFault(MessageWriter json, SiteController site, UnitClock clock, int boot, int row)
    {
        if (json.Count + FaultBytes > MaxBytes - TailBytes)
        {
            return false;
        }

        long onsetMs = site.Monitors.OnsetMsOf(row);
        json.BeginObject();
        json.Member("code", site.Catalogue.Code(row));
        json.Member("name", site.Catalogue.Name(row));
        json.Member("level", site.Monitors.LevelOf(row));
        json.Member("occurrence", site.Monitors.OccurrenceOf(row));
        Stamp.Write(json, "onset", clock.UnixAt(onsetMs), boot, onsetMs);
        if (site.Monitors.InhibitedBy(row) != 0)
        {
            json.Member("cause", site.Monitors.InhibitedBy(row));
        }

        json.EndObject();
        return true;
    }

    /// <summary>Longest fault in the list: fixed text 74, numbers 5 × 20, the longest dotted name 32, a cause 12.</summary>
    private const int FaultBytes = 218;

    private static void WriteCounters(MessageWriter json, SiteController site, UnitCounters counters)
    {
        json.Name("counters");
        json.BeginObject();
        json.Member("boots", counters.Boot);
        json.Member("pump_starts", site.Pump.Starts);
        json.Member("link_attempts", counters.LinkAttempts);
        json.Member("link_sessions", counters.LinkSessions);
        json.Member("waiting", counters.Waiting);
        json.Member("lost", counters.Lost);
        json.Member("refused", counters.Refused);
        json.Member("storage_errors", counters.StorageErrors);
        json.EndObject();
    }
}
