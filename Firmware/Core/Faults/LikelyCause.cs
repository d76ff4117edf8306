using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// Which of a fault's causes the evidence of its onset speaks for, so that <c>why</c> begins there (Diagnosis.md, "Which cause first"). The order in the texts is the order
/// without evidence.
/// </summary>
public static class LikelyCause
{
    /// <summary>Place of that cause in the row's text, from 0; 0 where the evidence says nothing.</summary>
    /// <param name="code">The fault.</param>
    /// <param name="hasPressure">The frozen evidence has the line's pressure.</param>
    /// <param name="kilopascal">That pressure.</param>
    /// <param name="settings">The site.</param>
    public static int First(int code, bool hasPressure, int kilopascal, Settings settings)
    {
        if (!hasPressure)
        {
            return 0;
        }

        return code switch
        {
            // 305: against a shut valve the pump makes pressure; out of water it makes none.
            305 => kilopascal < settings.DryPressureKilopascal ? 1 : 0,

            // 402: behind a blocked strainer the line's pressure, taken before it, stands; a well that has fallen lowers both.
            402 => kilopascal < settings.LowPressureKilopascal ? 2 : 0,
            _ => 0,
        };
    }

    /// <summary>The same from a frozen frame of a row; −1 for none.</summary>
    public static int First(FaultCatalogue catalogue, int row, FreezeFrames frames, int frame, Settings settings)
    {
        for (int field = 0; frame >= 0 && field < FaultCatalogue.EvidenceFields; field++)
        {
            if (catalogue.EvidenceSignal(row, field) == Signal.Pressure)
            {
                bool has = frames.Reason(frame, field) == NoDataReason.None;
                return First(catalogue.Code(row), has, frames.Value(frame, field), settings);
            }
        }

        return 0;
    }
}
