using System;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// The settings that a commissioner writes for a site, from the plates of pump and meters and the acceptance run. Whatever no plate
/// tells keeps its default.
/// </summary>
public static class Commissioning
{
    /// <summary>Line pressure that no longer serves, of the one at acceptance.</summary>
    public const double LowShare = 0.6;

    /// <summary>Line pressure in danger: this share of the way from the pressure at acceptance to that of the pump against a shut valve.</summary>
    public const double HighShare = 0.6;

    /// <summary>Time that a motor valve may take, of the one on its plate.</summary>
    public const double TravelShare = 1.25;

    private const double MetresPerBar = 10.197;
    private const double WeightOfWater = 9806.65; // N/m³

    /// <summary>Electrical power of the pump at its rated point, W, from its plate.</summary>
    public static double RatedPower(ParameterSet site)
    {
        double flow = site["ratedFlowCubicMetresPerHour"] / 3600;
        return site["pumpNoLoadWatts"] + (WeightOfWater * flow * site["pumpRatedHeadMetres"] / site["pumpEfficiencyFraction"]);
    }

    /// <summary>The settings of a site.</summary>
    public static Settings For(ParameterSet site)
    {
        double rated = site["ratedPressureBar"];
        double shut = (site["pumpShutOffHeadMetres"] - site["wellStaticDepthMetres"]) / MetresPerBar;
        return new Settings
        {
            PulseMillilitres = (int)(site["pulseLitres"] * 1000),
            RatedFlowMillilitresPerSecond = (int)(site["ratedFlowCubicMetresPerHour"] / 3.6 * 1000),
            LowPressureKilopascal = (int)(rated * LowShare * 100),
            HighPressureKilopascal = (int)((rated + (Math.Max(0, shut - rated) * HighShare)) * 100),
            PowerAddress = (int)site["powerMeterAddress"],
            RatedPowerWatts = (int)RatedPower(site),
            WellLevelFullCentimetres = (int)(site["levelRangeMetres"] * 100),
            BusAddress = (int)site["busMeterAddress"],
            BusSerial = (int)site["busMeterSerialNumber"],
            HasValve = site["valveFitted"] >= 0.5,
            ValveTravelSeconds = (int)Math.Ceiling(site["valveTravelSeconds"] * TravelShare),
            HasCardReader = site["cardReaderFitted"] >= 0.5,
        };
    }

    /// <summary>The list of persons of a site: its technician's card is on it.</summary>
    public static ICardList Technicians(ParameterSet site) => new OneTechnician((int)site["technicianCardNumber"]);

    private sealed record OneTechnician(int Card) : ICardList
    {
        public bool IsTechnicians(int card) => card == Card;
    }
}
