using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Contract.Tests;

/// <summary>311: a contact that contradicts the other one, the motor or the water. 11 kW are rated: 550 W turn it.</summary>
[TestClass]
public class PumpFeedbackTests
{
    private const int Fail = 2;
    private const int Pass = 1;
    private const int NotTested = 0;

    /// <summary>Contact, mirror contact (−1 not fitted), power (−1 none), asked, flows. Expected: 0 nothing, 1 rightly open, 2 rightly closed, 3 contradicted.</summary>
    [TestMethod]
    [DataRow(-1, 1, 9000, true, true, 0)]
    [DataRow(0, 1, 9000, true, true, 1)]
    [DataRow(1, 0, 0, false, false, 2)]
    [DataRow(0, 0, 0, false, false, 3)]
    [DataRow(1, 1, 9000, true, true, 3)]
    [DataRow(0, -1, 550, true, false, 3)]
    [DataRow(0, -1, 549, true, false, 0)]
    [DataRow(0, -1, -1, true, true, 3)]
    [DataRow(0, -1, -1, false, true, 1)]
    [DataRow(0, -1, 550, false, false, 0)]
    [DataRow(0, -1, 549, false, false, 1)]
    [DataRow(1, -1, 549, false, false, 3)]
    [DataRow(1, -1, 549, false, true, 2)]
    [DataRow(1, -1, 550, false, false, 2)]
    [DataRow(1, -1, 0, true, false, 2)]
    [DataRow(1, -1, -1, false, false, 0)]
    [DataRow(1, -1, -1, false, true, 2)]
    [DataRow(1, -1, -1, true, false, 2)]
    public void Feedback_ByAllWitnesses(int contact, int mirror, int watts, bool asked, bool flows, int expected)
    {
        var readings = new Readings();
        Put(readings, Signal.PumpContact, contact);
        Put(readings, Signal.PumpMirror, mirror);
        Put(readings, Signal.Power, watts);
        Assert.AreEqual(expected, (int)PumpEvidence.Feedback(readings, new Settings(), asked, flows));
    }

    /// <summary>A contradiction counts once it has lasted for 5 s, so that a switch-over, and a power meter's answer from before, are none.</summary>
    [TestMethod]
    public void Contradiction_CountsFromFiveSecondsOn()
    {
        SiteBench bench = WithMirror();
        bench.Set(Signal.PumpMirror, 0);
        bench.Update(bench.NowMs + 4999);
        Assert.AreEqual(NotTested, bench.Judge(311));
        bench.Update(bench.NowMs + 1);
        Assert.AreEqual(Fail, bench.Judge(311));
    }

    /// <summary>The mirror contact's wire is cut at rest: a run, in which it reads open rightly, does not end the fault; mended, it ends when both states were seen.</summary>
    [TestMethod]
    public void MirrorCut_EndsOnlyBehindRestAndRun()
    {
        SiteBench bench = WithMirror();
        bench.Set(Signal.PumpMirror, 0);
        Assert.AreEqual(20, bench.SecondsUntil(311, true, 60));
        Run(bench, 0);
        Assert.AreEqual(NotTested, bench.Judge(311));
        Assert.IsTrue(bench.IsRaised(311));
        Rest(bench, 0);
        Assert.AreEqual(Fail, bench.Judge(311));
        bench.Set(Signal.PumpMirror, 1);
        bench.Run(60);
        Assert.IsTrue(bench.IsRaised(311));
        Run(bench, 0);
        Assert.AreEqual(Pass, bench.Judge(311));
        Assert.IsFalse(bench.IsRaised(311));
    }

    /// <summary>Without a mirror contact and without a power meter the water tells, once what is left in the line has drained: a minute after the start.</summary>
    [TestMethod]
    public void WaterTells_OnceTheLineHasDrained()
    {
        var bench = new SiteBench();
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Run(60);
        bench.RunWet();
        bench.Miss(Signal.Power, NoDataReason.NotFitted);
        bench.Set(Signal.PumpContact, 0);
        bench.PulsesPerStep = 1;
        bench.Run(64);
        Assert.AreEqual(NotTested, bench.Judge(311));
        bench.Run(1);
        Assert.AreEqual(Fail, bench.Judge(311));
    }

    /// <summary>
    /// The auxiliary contact's wire is shorted while the pump is off: nothing runs, and nobody is accused of it. Another witness tells; the meters alone do not.
    /// </summary>
    [TestMethod]
    [DataRow(1, -1, 0, 311)]
    [DataRow(1, -1, -1, 311)]
    [DataRow(0, 0, 0, 311)]
    [DataRow(0, 0, -1, 311)]
    [DataRow(1, 0, 0, 311)]
    public void ContactShortedAtRest_IsNoRun(int mirror, int power, int selector, int code)
    {
        var bench = new SiteBench();
        Put(bench.View.Readings, Signal.PumpMirror, mirror == 1 ? 1 : -1);
        Put(bench.View.Readings, Signal.Power, power);
        Put(bench.View.Readings, Signal.SelectorHand, selector);
        bench.Run(60);
        bench.Set(Signal.PumpContact, 1);
        bench.Run(1800);
        Assert.IsTrue(bench.IsRaised(code));
        Assert.AreEqual(1, bench.Monitors.RaisedCount);
    }

    /// <summary>A rightful hand run raises what it did: 309, and not 311, also where the power meter's answer comes late.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void HandRun_IsNoContradiction(bool hasMirror)
    {
        SiteBench bench = hasMirror ? WithMirror() : new SiteBench();
        for (int run = 0; run < 20; run++)
        {
            bench.Set(Signal.PumpContact, 1);
            Put(bench.View.Readings, Signal.PumpMirror, hasMirror ? 0 : -1);
            bench.Run(4);
            bench.Set(Signal.Power, 9000);
            bench.Set(Signal.BusFlow, 11111);
            bench.Set(Signal.Pressure, 310);
            bench.PulsesPerStep = 1;
            bench.Run(60);
            Assert.IsTrue(bench.IsRaised(309));
            Rest(bench, hasMirror ? 1 : -1);
            bench.Run(60);
        }

        Assert.AreEqual(0, bench.Monitors.OccurrenceOf(bench.Row(311)));
    }

    private static SiteBench WithMirror()
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpMirror, 1);
        bench.Run(10);
        return bench;
    }

    private static void Run(SiteBench bench, int mirror)
    {
        bench.RunWet();
        bench.Set(Signal.PumpMirror, mirror);
        bench.PulsesPerStep = 1;
        bench.Run(60);
    }

    private static void Rest(SiteBench bench, int mirror)
    {
        bench.Set(Signal.PumpCommand, 0);
        bench.Set(Signal.PumpContact, 0);
        Put(bench.View.Readings, Signal.PumpMirror, mirror);
        bench.Set(Signal.Power, 0);
        bench.Set(Signal.BusFlow, 0);
        bench.PulsesPerStep = 0;
        bench.Run(10);
    }

    private static void Put(Readings readings, int signal, int value)
    {
        if (value < 0)
        {
            readings.Miss(signal, NoDataReason.NotFitted);
        }
        else
        {
            readings.Set(signal, value);
        }
    }
}
