namespace Firmware.Texts.En;

/// <content>1xx: power.</content>
public static partial class FaultBookPlant
{
    private static string MainsLost(int part) => part switch
    {
        MeaningPart => "The mains relay has dropped out; the unit lives on its battery. The pump cannot run, nobody gets water; metering goes on for 4 h.",
        CausesPart =>
            "Grid failure or announced power cut\n" +
            "Main switch Q10 off or tripped, or an incoming fuse blown\n" +
            "Mains relay or its wire to X2.4 open",
        _ =>
            "Ask users and utility about a power cut: if so, wait. Else selector SA1 to 0, Q10 off, lock, tag, prove dead below Q10.\n" +
            "Tester on the incoming side of Q10, live, touch nothing: 342–418 V between phases. If not: grid side, call the utility; no part.\n" +
            "Q10 on, measure its outgoing side: 342–418 V. If a phase is missing: Q10 off again, replace the fuse or Q10.\n" +
            "X2.4 to ground, DC: under 0.3 V. If 3.3 V while mains is there: tighten the relay's wire, else replace PSU-12V.\n" +
            "Proof: D3 lit, status shows mains; SA1 to auto, pump runs 2 min, 101 clears.",
    };
}
