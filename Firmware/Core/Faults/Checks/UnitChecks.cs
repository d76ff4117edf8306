using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// The checks of the unit itself: link, time, store, workers. Each is one comparison of a count that the unit keeps anyway, so they share a file.
/// </summary>
public static class UnitChecks
{
    /// <summary>How long one event counts as a failing check, ms: long enough for its row to be raised once.</summary>
    public const int EventMs = 30000;

    /// <summary>Time after the start before a clock is missed, s.</summary>
    public const int ClockSeconds = 3600;

    /// <summary>Time without a receipt, with a broker and something waiting, s: with the minute until it is raised the half hour in which contract A, the home case, wants an answer; the same for every contract (ours).</summary>
    public const int UnstoredSeconds = 1740;

    /// <summary>Failed writes in a row that are no accident.</summary>
    public const int FailedWrites = 3;

    /// <summary>Outbox that counts as nearly full, and as well again, %.</summary>
    public const int FullPercent = 80;

    /// <summary>Workers replaced in a day from which on 904 is of level 2.</summary>
    public const int StallsPerDay = 3;

    private const int RoomPercent = 60;

    /// <summary>601: no broker.</summary>
    public static CheckOutcome LinkLost(SiteView site) => FailIf(site, Signal.Reach, !IsOnline(site));

    /// <summary>602: broker there, nothing stored. Only with a broker, and only a receipt, or nothing that waits, says that it is good again.</summary>
    public static CheckOutcome CentreSilent(SiteView site)
    {
        if (!site.Readings.Has(Signal.Unstored) || !IsOnline(site))
        {
            return CheckOutcome.NotTested;
        }

        int waits = site.Readings.ValueOf(Signal.Unstored);
        return waits > UnstoredSeconds ? CheckOutcome.Fail : waits == 0 ? CheckOutcome.Pass : CheckOutcome.NotTested;
    }

    /// <summary>603: the broker refuses us; anything but a connection leaves it as it is.</summary>
    public static CheckOutcome LinkRefused(SiteView site)
    {
        if (site.Readings.IsOn(Signal.Refused))
        {
            return CheckOutcome.Fail;
        }

        return IsOnline(site) ? CheckOutcome.Pass : CheckOutcome.NotTested;
    }

    /// <summary>606: an hour after the start there is no trusted clock.</summary>
    public static CheckOutcome TimeNotSet(SiteView site)
    {
        bool unset = site.Readings.ValueOf(Signal.ClockQuality) == (int)TimeQuality.Unset;
        bool early = unset && site.Readings.ValueOf(Signal.Uptime) <= ClockSeconds;
        return early ? CheckOutcome.NotTested : FailIf(site, Signal.ClockQuality, unset);
    }

    /// <summary>607: the clock was taken over from a source that was far off.</summary>
    public static CheckOutcome TimeJumped(SiteView site) => FailIf(site, Signal.ClockJumps, site.RoseWithin(Signal.ClockJumps, EventMs));

    /// <summary>701: writes fail one after the other.</summary>
    public static CheckOutcome StorageFailing(SiteView site)
    {
        int failures = site.Readings.ValueOf(Signal.StorageFailures);
        return failures > 0 && failures < FailedWrites ? CheckOutcome.NotTested : FailIf(site, Signal.StorageFailures, failures >= FailedWrites);
    }

    /// <summary>702: the outbox fills.</summary>
    public static CheckOutcome StorageNearlyFull(SiteView site, bool raised)
    {
        return FailIf(site, Signal.OutboxFill, site.Readings.ValueOf(Signal.OutboxFill) > (raised ? RoomPercent : FullPercent));
    }

    /// <summary>703: the settings file or both copies could not be used; the last good settings or the defaults hold.</summary>
    public static CheckOutcome SettingsInvalid(SiteView site) => FailIf(site, Signal.SettingsRejected, site.Readings.IsOn(Signal.SettingsRejected));

    /// <summary>704: a record could not be read back.</summary>
    public static CheckOutcome RecordDamaged(SiteView site) => FailIf(site, Signal.RecordsDamaged, site.RoseWithin(Signal.RecordsDamaged, EventMs));

    /// <summary>904: a worker hung and was replaced, or hangs and is not replaced any more.</summary>
    public static CheckOutcome WorkerStalled(SiteView site)
    {
        return site.Readings.IsOn(Signal.WorkersDown) ? CheckOutcome.Fail : FailIf(site, Signal.WorkerRestarts, site.RoseWithin(Signal.WorkerRestarts, EventMs));
    }

    /// <summary>901: crashes above a rate; a power cut is none.</summary>
    public static CheckOutcome UnitRestarts(SiteView site)
    {
        return FailIf(site, Signal.CrashesPerDay, site.Readings.ValueOf(Signal.CrashesPerDay) >= Service.BootWatch.CrashTimes);
    }

    /// <summary>902: a loop of bad starts was stopped.</summary>
    public static CheckOutcome SafeMode(SiteView site) => FailIf(site, Signal.SafeMode, site.Readings.IsOn(Signal.SafeMode));

    /// <summary>906: an item of the last self-test failed; before the first one since the start nobody knows.</summary>
    public static CheckOutcome SelfTestFailed(SiteView site) => FailIf(site, Signal.SelfTestFailures, site.Readings.IsOn(Signal.SelfTestFailures));

    /// <summary>906, level 2 unless the clock chip alone is silent.</summary>
    public static bool IsMoreThanTheClockChip(SiteView site) => !SelfTest.IsClockChipAlone(site.Readings);

    private static bool IsOnline(SiteView site) => site.Readings.ValueOf(Signal.Reach) == (int)Ports.LinkReach.Broker;

    /// <summary>A reading that is missing passes nothing.</summary>
    private static CheckOutcome FailIf(SiteView site, int signal, bool bad)
    {
        return !site.Readings.Has(signal) ? Outcomes.ForMissing(site.Readings.ReasonOf(signal)) : bad ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
