using System;
using Core.Tests.Support;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>What the LEDs tell, read back as a person with a telephone would, and how patterns follow each other.</summary>
[TestClass]
public class LedPanelTests
{
    private const int RecordMs = 100000;
    private const uint Seed = 20261121;

    // Every code of the catalogue as it was agreed, fitted or not.
    private static readonly int[] s_codes =
    {
        101, 102, 103, 104, 105, 106, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311,
        401, 402, 403, 404, 405, 406, 407, 408, 409, 501, 502, 503, 504, 601, 602, 603, 604, 605, 606, 607, 610, 701, 702, 703, 704, 705,
        801, 802, 803, 804, 805, 901, 902, 903, 904, 905, 906, 907,
    };

    private static uint s_noise;

    [TestMethod]
    [DataRow(305, "......######......######......######..............................##############################..............................######......######......######......######......######......")]
    [DataRow(610, "......######......######......######......######......######......######..............................######..............................##############################......")]
    public void Number_IsDigitByDigitInFlashes(int code, string pattern)
    {
        // One character is 50 ms within the code; the dark around it is cut to 300 ms of 3,000.
        string seen = "";
        for (int ms = 2700; ms < FaultNumber.LengthMs(code) - 2700; ms += 50)
        {
            seen += FaultNumber.IsOn(code, ms) ? "#" : ".";
        }

        Assert.AreEqual(pattern, seen);
    }

    [TestMethod]
    public void NoCode_IsLongerThanTwentySecondsOrFasterThanThreeHertz()
    {
        for (int i = 0; i < s_codes.Length; i++)
        {
            Assert.IsTrue(FaultNumber.LengthMs(s_codes[i]) <= 20000, s_codes[i].ToString());
            int risen = -100000;
            for (int ms = 1; ms < 20000; ms++)
            {
                if (FaultNumber.IsOn(s_codes[i], ms) && !FaultNumber.IsOn(s_codes[i], ms - 1))
                {
                    Assert.IsTrue(ms - risen >= 334, s_codes[i].ToString());
                    risen = ms;
                }
            }
        }

        Assert.AreEqual(65, s_codes.Length);
        Assert.AreEqual(19500, FaultNumber.LengthMs(907));
    }

    [TestMethod]
    public void EveryCodeAndLevel_AreReadFromAnyMoment()
    {
        Console.WriteLine("seed " + Seed);
        s_noise = Seed;
        var decoder = new LedDecoder();
        for (int i = 0; i < s_codes.Length; i++)
        {
            for (int record = 0; record < 20; record++)
            {
                byte level = (byte)((record % 4) + 1);
                Record(decoder, level, s_codes[i], Next(60000));
                Assert.AreEqual(s_codes[i], decoder.Code, "level " + level);
                Assert.AreEqual((int)level, decoder.Level, "code " + s_codes[i]);
            }
        }
    }

    [TestMethod]
    public void Healthy_IsSteady()
    {
        var decoder = new LedDecoder();
        Record(decoder, 0, 305, 1234);
        Assert.AreEqual(0, decoder.Code);
        Assert.AreEqual(0, decoder.Level);
    }

    [TestMethod]
    public void Number_ComesAfterFiveSecondsThenEachMinute()
    {
        var panel = new LedPanel();
        Assert.AreEqual((int)NumberDue.None, (int)panel.Step(0, 0));
        int shown = 0;
        long last = 0;
        for (long ms = 1000; ms < 200000; ms += 50)
        {
            NumberDue due = panel.Step(ms, 2);
            if (due != NumberDue.None)
            {
                Assert.AreEqual((int)NumberDue.Worst, (int)due);
                Assert.IsTrue(shown == 0 ? ms >= 6000 && ms <= 6300 : ms - last >= 60000 && ms - last <= 60300);
                panel.Show(ms, 305);
                shown++;
                last = ms;
            }
        }

        Assert.AreEqual(4, shown);
    }

    [TestMethod]
    public void APress_ShowsTheNextAtOnceAlsoWhileANumberIsShown()
    {
        var panel = Shown(305, 1000);
        panel.ShowNext();
        Assert.AreEqual((int)NumberDue.Next, (int)panel.Step(6000, 2));
        panel.Show(6000, 602);
        Assert.AreEqual((int)NumberDue.None, (int)panel.Step(6050, 2));
    }

    [TestMethod]
    public void AStall_StartsTheNumberAgain()
    {
        var panel = Shown(305, 1000);
        Run(panel, 1050, 5000);
        Assert.AreEqual((int)NumberDue.None, (int)panel.Step(5300, 2));
        for (long ms = 5350; ms < 8300; ms += 50)
        {
            panel.Step(ms, 2);
            Assert.IsFalse(panel.LevelIsOn(ms));
        }

        panel.Step(8300, 2);
        Assert.IsTrue(panel.LevelIsOn(8300));
    }

    [TestMethod]
    public void StallsWithoutEnd_DoNotHoldANumberForEver()
    {
        var panel = Shown(305, 1000);
        for (long ms = 1200; ms < 1200 + (250 * 100); ms += 250)
        {
            panel.Step(ms, 2);
        }

        Assert.IsFalse(panel.IsShowingNumber);
    }

    [TestMethod]
    public void Number_IsNeverBegunInAFlash()
    {
        var panel = new LedPanel();
        panel.Step(0, 2);
        Run(panel, 50, 4100);
        panel.ShowNext();
        Assert.IsTrue(panel.LevelIsOn(4150));
        Assert.AreEqual((int)NumberDue.None, (int)panel.Step(4150, 2));
        Assert.AreEqual((int)NumberDue.None, (int)panel.Step(4200, 2));
        Assert.AreEqual((int)NumberDue.Next, (int)panel.Step(4250, 2));
    }

    [TestMethod]
    public void LampTest_LightsAllThenNoneThenEachAlone()
    {
        var panel = new LedPanel();
        panel.TestLamps(1000);
        string seen = "";
        for (int ms = 1500; ms < 12000; ms += 1000)
        {
            bool tests = panel.IsOverridden(ms, ButtonStage.Up);
            int lit = 0;
            for (int led = 0; led < 3; led++)
            {
                lit += panel.IsOn(led, ms, ButtonStage.Up, 0) ? 1 << led : 0;
            }

            seen += tests ? lit.ToString() : "-";
        }

        Assert.AreEqual("7770112244-", seen);
    }

    /// <summary>What the panel shows from a moment on, sampled every 40 ms, each up to 40 ms early or late.</summary>
    private static void Record(LedDecoder decoder, byte level, int code, int fromMs)
    {
        var panel = new LedPanel();
        var on = new bool[(60000 + RecordMs) / 50 + 2];
        for (int i = 0; i < on.Length; i++)
        {
            if (panel.Step(50 * i, level) != NumberDue.None)
            {
                panel.Show(50 * i, code);
            }

            on[i] = panel.LevelIsOn(50 * i);
        }

        var samples = new bool[(RecordMs - 200) / 40];
        for (int i = 0; i < samples.Length; i++)
        {
            int at = fromMs + 50 + (40 * i) + Next(81) - 40;
            samples[i] = on[at / 50];
        }

        decoder.Read(samples, samples.Length);
    }

    private static LedPanel Shown(int code, long ms)
    {
        var panel = new LedPanel();
        panel.Step(ms - 50, 0);
        panel.Step(ms, 2);
        panel.Show(ms, code);
        return panel;
    }

    private static void Run(LedPanel panel, long fromMs, long toMs)
    {
        for (long ms = fromMs; ms <= toMs; ms += 50)
        {
            panel.Step(ms, 2);
        }
    }

    private static int Next(int below)
    {
        s_noise = Text.Noise(s_noise);
        return (int)((s_noise >> 8) % (uint)below);
    }
}
