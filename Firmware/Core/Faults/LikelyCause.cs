using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// Which of a fault's causes the evidence of its onset speaks for, so that <c>why</c> begins there (Diagnosis.md, "Which cause first"). The order in the texts is the order
/// without evidence, and that of a fault that has no line here.
/// </summary>
public static class LikelyCause
{
    /// <summary>
    /// Power below which a pump moves no water, % of the motor's rated one: in air it takes an eighth to under a third, against a closed valve, where the impellers churn water, more than a third.
    /// </summary>
    public const int DryPowerPercent = 30;

    /// <summary>Bus voltage that a full battery of six cells does not come to without a current into it, mV.</summary>
    public const int OpenCircuitMillivolts = 12800;

    /// <summary>Bus voltage below that of six empty cells, mV: one of them is shorted.</summary>
    public const int SixCellsMillivolts = 11700;

    /// <summary>Flow at which a wheel that turns hard stands and a sound one turns, % of the rated one.</summary>
    public const int WeakFlowPercent = 20;

    /// <summary>Least phase voltage of a sound grid, % of the rated one (GB/T 12325: 7 % less).</summary>
    public const int GridPercent = 93;

    /// <summary>Least current of a phase against the largest, %: a grid within its limits makes a motor's currents differ by less.</summary>
    public const int BalancePercent = 75;

    /// <summary>Flow below which a low pressure is the well's or the pump's, % of the rated one.</summary>
    public const int FallenPercent = 75;

    private const int Missing = int.MinValue;

    /// <summary>Place of that cause in the row's text, from 0; 0 where the evidence says nothing.</summary>
    /// <param name="catalogue">The faults.</param>
    /// <param name="row">Row of the fault.</param>
    /// <param name="frames">The frozen frames.</param>
    /// <param name="frame">Frame of the row; −1 for none.</param>
    /// <param name="settings">The site.</param>
    public static int First(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, Settings settings)
    {
        int pressure = ValueOf(catalogue, row, frames, frame, Signal.Pressure);
        int power = ValueOf(catalogue, row, frames, frame, Signal.Power);
        int supply = ValueOf(catalogue, row, frames, frame, Signal.Supply);
        int flow = FlowOf(ValueOf(catalogue, row, frames, frame, Signal.BusFlow), ValueOf(catalogue, row, frames, frame, Signal.PulseFlow));
        return catalogue.Code(row) switch
        {
            // 103: with the mains there it is the charger that has let the battery go empty, and no long power cut.
            103 => ValueOf(catalogue, row, frames, frame, Signal.MainsPresent) > 0 ? 1 : 0,

            // 106: a bus at its charging voltage does not reach the battery: fuse or lead; one a little below comes from a charger that gives too little; one below that of six cells from a cell that is shorted.
            106 => Below(supply, SixCellsMillivolts) ? 2 : supply >= OpenCircuitMillivolts && Below(supply, settings.ChargeMillivolts) ? 1 : 0,

            // 201: at a weak flow a wheel with dirt in it stands first; at a good one it is the wire.
            201 => Below(flow, Percent(settings.RatedFlowMillilitresPerSecond, WeakFlowPercent)) ? 2 : 0,

            // 301: the contactor has closed, and the motor takes no power: what lies behind it. One that stays open leads to the selector.
            301 => ValueOf(catalogue, row, frames, frame, Signal.PumpContact) > 0 ? 1 : 0,

            // 305: against a shut valve the pump makes pressure; out of water it makes none. Where nobody tells the pressure, the power does.
            305 => Below(pressure, settings.DryPressureKilopascal) || (pressure == Missing && Below(power, Percent(settings.RatedPowerWatts, DryPowerPercent))) ? 1 : 0,
            306 => Overload(catalogue, row, frames, frame, pressure, flow, settings),

            // 402: behind a blocked strainer the line's pressure, taken before it, stands; a well that has fallen lowers both.
            402 => Below(pressure, settings.LowPressureKilopascal) ? 2 : 0,
            404 => PressureLow(pressure, flow, settings.DryPressureKilopascal, settings.RatedFlowMillilitresPerSecond),
            _ => 0,
        };
    }

    /// <summary>306: a grid that is low first, since it explains the rest; then currents that differ, as a winding's do; then much water at a low pressure; else what brakes the shaft.</summary>
    private static int Overload(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, int pressure, int flow, Settings settings)
    {
        if (Below(ValueOf(catalogue, row, frames, frame, Signal.Voltage1), Percent(settings.RatedPhaseVolts * 1000, GridPercent)))
        {
            return 1;
        }

        int least = Missing;
        int most = Missing;
        for (int signal = Signal.Current1; signal <= Signal.Current3; signal++)
        {
            int current = ValueOf(catalogue, row, frames, frame, signal);
            least = least == Missing || current < least ? current : least;
            most = current > most ? current : most;
        }

        if (Below(least, Percent(most, BalancePercent)))
        {
            return 3;
        }

        return Below(pressure, settings.LowPressureKilopascal) && flow >= settings.RatedFlowMillilitresPerSecond ? 2 : 0;
    }

    /// <summary>404: little water is the well's; the rated flow makes some pressure at any outlet, so that a transducer that shows none reads low; more water than that runs out of many outlets, or a break.</summary>
    private static int PressureLow(int pressure, int flow, int dryKilopascal, int ratedFlow)
    {
        if (Below(flow, Percent(ratedFlow, FallenPercent)))
        {
            return 1;
        }

        return Below(flow, ratedFlow) && Below(pressure, dryKilopascal) ? 3 : 0;
    }

    private static bool Below(int value, int limit) => value != Missing && value < limit;

    private static int Percent(int value, int percent) => Bound.Scale(value, percent, 100);

    /// <summary>The larger of two meters' flows, mL/s: one that is broken shows too little. Missing where none flows.</summary>
    private static int FlowOf(int bus, int pulse)
    {
        int more = bus > pulse ? bus : pulse;
        return more > 0 ? more : Missing;
    }

    /// <summary>Value of a signal in a frame; <see cref="Missing"/> where the row has no such evidence, or it was missing.</summary>
    private static int ValueOf(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, int signal)
    {
        for (int field = 0; frame >= 0 && field < FaultCatalogue.EvidenceFields; field++)
        {
            if (catalogue.EvidenceSignal(row, field) == signal && frames.Reason(frame, field) == NoDataReason.None)
            {
                return frames.Value(frame, field);
            }
        }

        return Missing;
    }
}
