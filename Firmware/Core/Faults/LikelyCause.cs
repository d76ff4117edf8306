using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// Which of a fault's causes the evidence of its onset speaks for, so that <c>why</c> begins there (Diagnosis.md, "Which cause first"). The order in the texts is the order
/// without evidence.
/// </summary>
public static class LikelyCause
{
    /// <summary>
    /// Power below which a pump moves no water, % of the motor's rated one: in air it takes an eighth to under a third, against a closed valve, where the impellers churn water, more than a third.
    /// </summary>
    public const int DryPowerPercent = 30;

    /// <summary>Place of that cause in the row's text, from 0; 0 where the evidence says nothing.</summary>
    /// <param name="catalogue">The faults.</param>
    /// <param name="row">Row of the fault.</param>
    /// <param name="frames">The frozen frames.</param>
    /// <param name="frame">Frame of the row; −1 for none.</param>
    /// <param name="settings">The site.</param>
    public static int First(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, Settings settings)
    {
        int pressure = FieldOf(catalogue, row, frames, frame, Signal.Pressure);
        int power = FieldOf(catalogue, row, frames, frame, Signal.Power);
        return catalogue.Code(row) switch
        {
            // 305: against a shut valve the pump makes pressure; out of water it makes none. Where nobody tells the pressure, the power does.
            305 => pressure >= 0 ? (frames.Value(frame, pressure) < settings.DryPressureKilopascal ? 1 : 0)
                : power >= 0 && frames.Value(frame, power) < Bound.Scale(settings.RatedPowerWatts, DryPowerPercent, 100) ? 1 : 0,

            // 402: behind a blocked strainer the line's pressure, taken before it, stands; a well that has fallen lowers both.
            402 => pressure >= 0 && frames.Value(frame, pressure) < settings.LowPressureKilopascal ? 2 : 0,
            _ => 0,
        };
    }

    /// <summary>Field of a frame in which a signal has a value; −1 where the row has no such evidence, or it was missing.</summary>
    private static int FieldOf(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, int signal)
    {
        for (int field = 0; frame >= 0 && field < FaultCatalogue.EvidenceFields; field++)
        {
            if (catalogue.EvidenceSignal(row, field) == signal && frames.Reason(frame, field) == NoDataReason.None)
            {
                return field;
            }
        }

        return -1;
    }
}
