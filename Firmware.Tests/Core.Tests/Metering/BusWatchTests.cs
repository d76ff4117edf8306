using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Answers one after the other: "." good, "n" none, "c" damaged.</summary>
[TestClass]
public class BusWatchTests
{
    private const int Value = 0;
    private const int NotYet = 1;
    private const int Timeout = 4;
    private const int BusError = 6;

    [TestMethod]
    [DataRow("", NotYet)]
    [DataRow("nn", NotYet)]
    [DataRow(".", Value)]
    [DataRow(".nn", Value)]
    [DataRow(".cc", Value)]
    [DataRow(".nnn", Timeout)]
    [DataRow("nnn", Timeout)]
    [DataRow(".ccc", BusError)]
    [DataRow(".nnc", BusError)]
    [DataRow(".cnn", BusError)]
    [DataRow(".nnnnc", BusError)]
    [DataRow(".cnnnnnnnnnnnnnn", BusError)]
    [DataRow(".cnnnnnnnnnnnnnnn", Timeout)]
    [DataRow(".cnnnnnnn.nnn", Timeout)]
    [DataRow(".nnnnnnnnnnnnnnnnnnnnnnn.", Value)]
    public void Reading_IsGivenUpForTheReasonOfTheWholeRun(string answers, int reason)
    {
        Readings readings = After(answers);
        Assert.AreEqual(reason, (int)readings.ReasonOf(Signal.BusFlow));
        Assert.AreEqual(reason, (int)readings.ReasonOf(Signal.BusSerial));
        Assert.AreEqual(reason == Value ? 11111 : 0, readings.ValueOf(Signal.BusFlow));
    }

    [TestMethod]
    [DataRow("n", 10)]
    [DataRow("....", 0)]
    [DataRow("c.n.c.", 30)]
    [DataRow("nnnnnnnnn.", 90)]
    [DataRow("nnnnnnnnnn.", 0)]
    [DataRow("cnnnnnnnnnnnnn.c", 10)]
    public void Errors_AreCountedUnlessTheMeterWasGone(string answers, int permille)
    {
        Assert.AreEqual(permille, After(answers).ValueOf(Signal.BusErrors));
    }

    [TestMethod]
    public void OldestOfAHundred_FallsOut()
    {
        var watch = new BusWatch();
        var readings = new Readings();
        Take(watch, readings, "ccccc");
        for (int i = 0; i < 95; i++)
        {
            Take(watch, readings, ".");
        }

        Assert.AreEqual(50, readings.ValueOf(Signal.BusErrors));
        Take(watch, readings, ".");
        Assert.AreEqual(40, readings.ValueOf(Signal.BusErrors));
    }

    [TestMethod]
    public void AllBadForADay_IsAThousandAndNeverMore()
    {
        var watch = new BusWatch();
        var readings = new Readings();
        for (int i = 0; i < 1000; i++)
        {
            Take(watch, readings, "c");
        }

        Assert.AreEqual(1000, readings.ValueOf(Signal.BusErrors));
    }

    /// <summary>One byte in ten damaged: 57 % of the questions get lost, 37 % of the answers are damaged. No 20 s of silence in two hours, for five seeds.</summary>
    [TestMethod]
    [DataRow(1u)]
    [DataRow(2u)]
    [DataRow(3u)]
    [DataRow(4u)]
    [DataRow(5u)]
    public void HeavyNoise_IsNotTakenForASilentMeter(uint seed)
    {
        var watch = new BusWatch();
        var readings = new Readings();
        int silence = 0;
        for (int second = 0; second < 7200; second++)
        {
            seed = Text.Noise(seed);
            uint chance = (seed >> 8) % 100;
            Take(watch, readings, chance < 57 ? "n" : chance < 94 ? "c" : ".");
            silence = readings.ReasonOf(Signal.BusFlow) == NoDataReason.Timeout ? silence + 1 : readings.Has(Signal.BusFlow) ? 0 : silence;
            Assert.IsTrue(silence < 20);
        }

        Assert.IsTrue(readings.ValueOf(Signal.BusErrors) > 500);
    }

    [TestMethod]
    public void PortThatDoesNotOpen_IsABusError()
    {
        var readings = new Readings();
        BusWatch.Dead(readings);
        Assert.AreEqual(BusError, (int)readings.ReasonOf(Signal.BusFlow));
        Assert.AreEqual(1000, readings.ValueOf(Signal.BusErrors));
    }

    private static Readings After(string answers)
    {
        var readings = new Readings();
        Take(new BusWatch(), readings, answers);
        return readings;
    }

    private static void Take(BusWatch watch, Readings readings, string answers)
    {
        byte[] reply = Text.Hex("01 03 0E 00 00 9C 40 00 01 86 A0 00 00 12 34 56 78 00 00");
        for (int i = 0; i < answers.Length; i++)
        {
            watch.Take(Verdict(answers[i]), reply, readings);
        }
    }

    private static ModbusVerdict Verdict(char answer)
    {
        return answer == '.' ? ModbusVerdict.Ok : answer == 'n' ? ModbusVerdict.NoReply : ModbusVerdict.Crc;
    }
}
