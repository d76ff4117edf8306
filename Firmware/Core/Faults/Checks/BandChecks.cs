using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>
/// The checks against what the site has taught (<see cref="LearnedBands"/>): each is one mean against one reference, so they share a file. While the site still teaches
/// (fewer than ten clean runs) none of them is tested; none passes. In a run whose meter, pressure or power does not answer none is judged by what was measured before: it is stale, or
/// in error, like the reading that is missing.
/// </summary>
public static class BandChecks
{
    /// <summary>402, 403: flow off its reference, ‰, at least: what one more or one outlet less makes.</summary>
    public const int FlowPermille = 250;

    /// <summary>209: energy per volume off its reference, ‰, at least.</summary>
    public const int EnergyPermille = 150;

    /// <summary>407: fall of the square of what the line lets through, ‰, at least: 10 % of the flow at the same pressure.</summary>
    public const int PassingPermille = 190;

    /// <summary>402: the flow of the run lies below the site's band.</summary>
    public static CheckOutcome FlowLow(SiteView site) => Judge(site, RunMeans.Flow, -1);

    /// <summary>403: the flow of the run lies above it.</summary>
    public static CheckOutcome FlowHigh(SiteView site) => Judge(site, RunMeans.Flow, 1);

    /// <summary>209: a cubic metre takes more energy than usual, or less.</summary>
    public static CheckOutcome EnergyPerVolume(SiteView site)
    {
        CheckOutcome more = Judge(site, RunMeans.Energy, 1);
        return more == CheckOutcome.Pass ? Judge(site, RunMeans.Energy, -1) : more;
    }

    /// <summary>
    /// 407: the last clean runs together let less through than the reference, and so does the present one. It is judged at rest, too: a trend of days does
    /// not pass with a run.
    /// </summary>
    public static CheckOutcome StrainerClogging(SiteView site)
    {
        LearnedBands bands = site.Bands;
        if (!IsFitted(site, RunMeans.Passing))
        {
            return CheckOutcome.NotFitted;
        }

        if (!bands.IsLearned(RunMeans.Passing))
        {
            return CheckOutcome.NotTested;
        }

        CheckOutcome missing = Missing(site, RunMeans.Passing);
        if (missing != CheckOutcome.Pass)
        {
            return missing;
        }

        int recent = bands.RecentOf(RunMeans.Passing);
        bool better = site.Run.HasNow(RunMeans.Passing) && site.Run.Now(RunMeans.Passing) > recent;
        int off = bands.OffPermille(RunMeans.Passing, better ? site.Run.Now(RunMeans.Passing) : recent);
        return off < -WidthOf(bands, RunMeans.Passing) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>The quantity that a check judges against its learned band; −1 for a check that needs none.</summary>
    public static int QuantityOf(byte check)
    {
        return check switch
        {
            Check.FlowLow => RunMeans.Flow,
            Check.FlowHigh => RunMeans.Flow,
            Check.StrainerClogging => RunMeans.Passing,
            Check.EnergyPerVolume => RunMeans.Energy,
            _ => -1,
        };
    }

    /// <summary>A quantity needs instruments that this site has.</summary>
    public static bool IsFitted(SiteView site, int quantity)
    {
        bool meter = IsFitted(site.Readings, Signal.PulseFlow) || IsFitted(site.Readings, Signal.BusFlow);
        return meter && IsFitted(site.Readings, BesideFlow(quantity));
    }

    /// <summary>Half width of a quantity's band, ‰ of its reference.</summary>
    public static int WidthOf(LearnedBands bands, int quantity)
    {
        int least = quantity switch
        {
            RunMeans.Flow => FlowPermille,
            RunMeans.Passing => PassingPermille,
            _ => EnergyPermille,
        };
        return bands.WidthOf(quantity, least);
    }

    /// <summary>402 (side −1), 403 (1): the flow at the edge of the site's band, mL/s; <see cref="FaultLimit.None"/> while it still teaches.</summary>
    public static int FlowLimit(LearnedBands bands, int side)
    {
        int edge = 1000 + (side * WidthOf(bands, RunMeans.Flow));
        return bands.IsLearned(RunMeans.Flow) ? Bound.Scale(bands.ReferenceOf(RunMeans.Flow), edge, 1000) : FaultLimit.None;
    }

    private static CheckOutcome Judge(SiteView site, int quantity, int side)
    {
        if (!IsFitted(site, quantity))
        {
            return CheckOutcome.NotFitted;
        }

        if (!site.Bands.IsLearned(quantity))
        {
            return CheckOutcome.NotTested;
        }

        CheckOutcome missing = Missing(site, quantity);
        if (missing != CheckOutcome.Pass)
        {
            return missing;
        }

        if (!site.Run.HasNow(quantity))
        {
            return CheckOutcome.NotTested;
        }

        int off = site.Bands.OffPermille(quantity, site.Run.Now(quantity)) * side;
        return off > WidthOf(site.Bands, quantity) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>
    /// In a run the outcome of the reading that a quantity lacks; Pass where it lacks none, and at rest, where nothing is measured. A pulse meter alone that is silent while the others say that
    /// water flows is stale (201); an RS485 meter that answers and does not count is in error.
    /// </summary>
    private static CheckOutcome Missing(SiteView site, int quantity)
    {
        Readings readings = site.Readings;
        int other = BesideFlow(quantity);
        if (!site.PumpRuns)
        {
            return CheckOutcome.Pass;
        }

        if (!readings.Has(other))
        {
            return Outcomes.ForMissing(readings.ReasonOf(other));
        }

        if (RunMeans.HasWitness(readings, site.Settings))
        {
            return CheckOutcome.Pass;
        }

        if (IsFitted(readings, Signal.BusFlow))
        {
            return readings.Has(Signal.BusFlow) ? CheckOutcome.Error : Outcomes.ForMissing(readings.ReasonOf(Signal.BusFlow));
        }

        return site.Flow == FlowEvidence.Flows ? CheckOutcome.Stale : CheckOutcome.NotTested;
    }

    /// <summary>What a quantity needs beside the flow.</summary>
    private static int BesideFlow(int quantity)
    {
        return quantity == RunMeans.Passing ? Signal.Pressure : quantity == RunMeans.Energy ? Signal.Power : Signal.PumpCommand;
    }

    private static bool IsFitted(Readings readings, int signal) => readings.ReasonOf(signal) != NoDataReason.NotFitted;
}
