using System;
using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Console.Tests.Host;

/// <summary>
/// Level and number of every code, read from on/off samples alone: 25 a second, each up to 40 ms early or late, as in a telephone's video. The recording begins at every one of the moments of a minute, 40 ms
/// apart, and takes 100 s; in that time every number is shown whole at least once.
/// </summary>
[TestClass]
public sealed class LedSweepTests
{
    private const int ScanMs = 50;
    private const int SampleMs = 40;
    private const int PeriodMs = LedPanel.NumberEveryMs;
    private const int RecordMs = 100000;
    private const int Jitters = 2;
    private const int Seed = 20261122;

    [TestMethod]
    public void EveryCodeAndLevel_AreReadFromEveryMoment()
    {
        var catalogue = new FaultCatalogue();
        var decoder = new LedDecoder();
        var noise = new Random(Seed);
        int read = 0;
        for (int row = 0; row < catalogue.Count; row++)
        {
            for (byte level = 1; level <= 4 && LampCard.Shows(catalogue, row); level++)
            {
                for (int jitter = 0; jitter < Jitters; jitter++)
                {
                    read += Sweep(decoder, Recorded(level, catalogue.Code(row), noise), level, catalogue.Code(row));
                }
            }
        }

        System.Console.WriteLine($"seed {Seed}: {read} recordings");
        Assert.AreEqual(64 * 4 * 2 * 1500, read);
    }

    /// <summary>Reads the recordings that begin at each moment of a minute; returns how many.</summary>
    private static int Sweep(LedDecoder decoder, bool[] samples, int level, int code)
    {
        decoder.Take(samples, samples.Length);
        for (int from = 0; from < PeriodMs / SampleMs; from++)
        {
            decoder.Read(from, RecordMs / SampleMs);
            if (decoder.Code != code || decoder.Level != level)
            {
                Assert.Fail($"seed {Seed}, code {code}, level {level}, from {from * SampleMs} ms: read as {decoder.Code}, level {decoder.Level}");
            }
        }

        return PeriodMs / SampleMs;
    }

    /// <summary>What the level lamp shows from the moment that the fault is raised on, as the unit's scans drive it, sampled.</summary>
    private static bool[] Recorded(byte level, int code, Random noise)
    {
        var panel = new LedPanel();
        var lit = new bool[((PeriodMs + RecordMs) / ScanMs) + 2];
        for (int scan = 0; scan < lit.Length; scan++)
        {
            if (panel.Step(ScanMs * scan, level) != NumberDue.None)
            {
                panel.Show(ScanMs * scan, code);
            }

            lit[scan] = panel.LevelIsOn(ScanMs * scan);
        }

        var samples = new bool[(PeriodMs + RecordMs) / SampleMs];
        for (int i = 0; i < samples.Length; i++)
        {
            int at = (SampleMs * i) + noise.Next(2 * SampleMs + 1) - SampleMs;
            samples[i] = lit[Math.Max(at, 0) / ScanMs];
        }

        return samples;
    }
}
