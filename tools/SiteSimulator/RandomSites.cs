using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator;

/// <summary>A number of a drawn site and the range from which it is drawn, evenly.</summary>
/// <param name="Name">The site parameter of that name, or what others are derived from.</param>
/// <param name="Low">Smallest value drawn.</param>
/// <param name="High">Largest value drawn.</param>
/// <param name="Meaning">What it is where it is no site parameter, else empty.</param>
public sealed record DrawnRange(string Name, double Low, double High, string Meaning = "");

/// <summary>Sites as they may stand in the field: drawn by seed from written-down ranges, sound and consistent with themselves.</summary>
public static class RandomSites
{
    private static readonly double[] _pulseVolumes = [1, 10, 100];

    private static readonly DrawnRange _submergence = new("submergenceMetres", 4, 10, "water over the intake while pumping: `wellIntakeDepthMetres`");
    private static readonly DrawnRange _steepness = new("shutOffOverRatedHead", 1.25, 1.45, "`pumpShutOffHeadMetres` over `pumpRatedHeadMetres`; the rated head is what well, riser and rated pressure need");
    private static readonly DrawnRange _idling = new("noLoadOverHydraulicPower", 0.25, 0.5, "`pumpNoLoadWatts` over the power in the water at the rated point");
    private static readonly DrawnRange _velocity = new("waterMetresPerSecond", 1, 1.6, "in the pipe at the rated flow: `pipeDiameterMillimetres`");
    private static readonly DrawnRange _pulse = new("pulseVolumeChoice", 0, 3, "rounded down: `pulseLitres` 1, 10 or 100");

    /// <summary>Every range, in the order in which they are drawn.</summary>
    public static IReadOnlyList<DrawnRange> Ranges { get; } =
    [
        new("ratedFlowCubicMetresPerHour", 12, 80), new("wellStaticDepthMetres", 5, 30), new("wellDrawdownMetres", 1, 5), _submergence,
        new("wellDiameterMetres", 0.2, 0.5), new("ratedPressureBar", 2, 4), new("riserLossMetres", 1, 4), _steepness,
        new("pumpEfficiencyFraction", 0.6, 0.8), _idling, new("pumpStartSeconds", 0.5, 5), new("pumpStopSeconds", 0.5, 4),
        _velocity, new("pipeLengthMetres", 20, 150), new("outletHeightMetres", 0, 5), new("outletHoldingBar", 0.5, 1.5),
        new("lineGiveLitresPerBar", 1, 20), _pulse, new("busMeterGainFraction", 0.99, 1.01), new("busMeterNoiseFraction", 0.001, 0.006),
        new("busMeterStartTotalLitres", 0, 4_294_967_295), new("powerMeterNoiseFraction", 0.001, 0.005), new("pressureTurbulenceBar", 0.005, 0.05),
        new("mainsVolts", 215, 240), new("mainsNoiseFraction", 0.001, 0.006), new("supplyRippleVolts", 0.005, 0.05), new("supplyLeadOhms", 0.02, 0.15),
        new("batteryCapacityAmpereHours", 7, 24), new("contactorPullInMilliseconds", 20, 60), new("contactorDropOutMilliseconds", 10, 40),
        new("contactorCoilOhms", 15, 40), new("signalWireMetres", 5, 300), new("valveTravelSeconds", 8, 40), new("slaveTurnaroundMilliseconds", 5, 80),
        new("ambientCelsius", 0, 32), new("sunHeatKelvin", 0, 15), new("radioSignalDecibelMilliwatts", -80, -50),
    ];

    /// <summary>The parameters of the site with this seed; a caller may override some before it builds the site.</summary>
    public static ParameterSet Draw(ulong seed)
    {
        NoiseSource noise = new(seed, "random-site");
        Dictionary<string, double> drawn = [];
        foreach (DrawnRange range in Ranges)
        {
            drawn[range.Name] = range.Low + ((range.High - range.Low) * noise.NextUnit());
        }

        ParameterSet site = new();
        foreach (DrawnRange range in Ranges)
        {
            if (range.Meaning.Length == 0)
            {
                site.Set(range.Name, drawn[range.Name]);
            }
        }

        Derive(site, drawn);
        return site;
    }

    /// <summary>What follows from the draw, so that the site delivers its rated flow at its rated pressure.</summary>
    private static void Derive(ParameterSet site, Dictionary<string, double> drawn)
    {
        double flow = Units.CubicMetresPerSecond(drawn["ratedFlowCubicMetresPerHour"]);
        double pumpingDepth = drawn["wellStaticDepthMetres"] + drawn["wellDrawdownMetres"];
        double head = pumpingDepth + drawn["riserLossMetres"] + (drawn["ratedPressureBar"] * Units.MetresPerBar);
        double inWater = flow * head * Units.WeightOfWater;
        site.Set("wellIntakeDepthMetres", pumpingDepth + drawn[_submergence.Name]);
        site.Set("pumpRatedHeadMetres", head);
        site.Set("pumpShutOffHeadMetres", head * drawn[_steepness.Name]);
        site.Set("pumpNoLoadWatts", inWater * drawn[_idling.Name]);
        site.Set("pipeDiameterMillimetres", 2000 * Math.Sqrt(flow / (Math.PI * drawn[_velocity.Name])));
        site.Set("pulseLitres", _pulseVolumes[(int)drawn[_pulse.Name]]);
    }
}
