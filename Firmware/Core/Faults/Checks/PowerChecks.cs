using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults.Checks;

/// <summary>306, 308 and 310: what the power meter in the pump's panel shows.</summary>
public static class PowerChecks
{
    /// <summary>Power above which the motor is overloaded, % of the rated one: the service factor of submersible motors (IEC 60034-1 leaves 15 % as the usual margin).</summary>
    public const int OverloadPercent = 115;

    /// <summary>Time that a starting motor may draw more, ms.</summary>
    public const int StartMs = 10000;

    /// <summary>Voltage below which a phase is lost, % of the rated one: 180 V of 230 V. A motor that runs on two feeds some 60 % back into the third.</summary>
    public const int LostPercent = 78;

    /// <summary>Current below which a phase carries nothing, % of the largest.</summary>
    public const int IdlePercent = 20;

    private const int LeastMilliamperes = 1000;

    /// <summary>306: the running pump draws too much.</summary>
    public static CheckOutcome Overload(SiteView site)
    {
        if (!site.Readings.Has(Signal.Power))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(Signal.Power));
        }

        if (!site.PumpRuns || site.PumpSteadyMs < StartMs)
        {
            return CheckOutcome.NotTested;
        }

        return site.Readings.ValueOf(Signal.Power) > OverloadWatts(site.Settings) ? CheckOutcome.Fail : CheckOutcome.Pass;
    }

    /// <summary>
    /// 308: a phase has no voltage, or carries no current while the others do. Where all three are low it is the grid that sags or is gone, and no phase that is lost.
    /// While it has locked the pump out only a run with current on all three says that it is back.
    /// </summary>
    public static CheckOutcome PhaseLost(SiteView site)
    {
        Readings readings = site.Readings;
        if (!readings.Has(Signal.Voltage1))
        {
            return Outcomes.ForMissing(readings.ReasonOf(Signal.Voltage1));
        }

        if (!ShowsGrid(site))
        {
            return CheckOutcome.NotTested;
        }

        if (LacksVoltage(site) || CarriesOnTwo(site))
        {
            return CheckOutcome.Fail;
        }

        return site.PhaseLocks && !Carries(site) ? CheckOutcome.NotTested : CheckOutcome.Pass;
    }

    /// <summary>310: the power meter does not answer, or only damaged.</summary>
    public static CheckOutcome NoReply(SiteView site)
    {
        if (site.Readings.Has(Signal.Power))
        {
            return CheckOutcome.Pass;
        }

        NoDataReason reason = site.Readings.ReasonOf(Signal.Power);
        if (reason == NoDataReason.Timeout || reason == NoDataReason.BusError)
        {
            return CheckOutcome.Fail;
        }

        return Outcomes.ForMissing(reason);
    }

    /// <summary>306: power above which the motor is overloaded, W.</summary>
    public static int OverloadWatts(Settings settings) => Bound.Scale(settings.RatedPowerWatts, OverloadPercent, 100);

    /// <summary>308: voltage of a phase below which it is lost, mV.</summary>
    public static int LostMillivolts(Settings settings) => Bound.Scale(settings.RatedPhaseVolts * 1000L, LostPercent, 100);

    /// <summary>The power meter shows a grid: one phase at least has its voltage.</summary>
    public static bool ShowsGrid(SiteView site)
    {
        return site.Readings.Has(Signal.Voltage1) && Most(site.Readings, Signal.Voltage1) >= LostMillivolts(site.Settings);
    }

    /// <summary>One of the voltages is not there, or not read.</summary>
    public static bool LacksVoltage(SiteView site)
    {
        return !site.Readings.Has(Signal.Voltage1) || Least(site.Readings, Signal.Voltage1) < LostMillivolts(site.Settings);
    }

    private static bool CarriesOnTwo(SiteView site)
    {
        return Carries(site) && Least(site.Readings, Signal.Current1) < Bound.Scale(Most(site.Readings, Signal.Current1), IdlePercent, 100);
    }

    private static bool Carries(SiteView site)
    {
        return site.PumpRuns && site.PumpSteadyMs >= StartMs && Most(site.Readings, Signal.Current1) >= LeastMilliamperes;
    }

    private static int Most(Readings readings, int first)
    {
        int most = readings.ValueOf(first);
        for (int phase = 1; phase < PowerMeter.Phases; phase++)
        {
            most = readings.ValueOf(first + phase) > most ? readings.ValueOf(first + phase) : most;
        }

        return most;
    }

    private static int Least(Readings readings, int first)
    {
        int least = readings.ValueOf(first);
        for (int phase = 1; phase < PowerMeter.Phases; phase++)
        {
            least = readings.ValueOf(first + phase) < least ? readings.ValueOf(first + phase) : least;
        }

        return least;
    }
}
