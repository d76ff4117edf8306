using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults.Checks;

/// <summary>Edges of the checks at which one millisecond, one millivolt or the other of two instruments decides.</summary>
[TestClass]
public class CheckEdgeTests
{
    private const int NotTested = 0;
    private const int Pass = 1;
    private const int Fail = 2;

    /// <summary>
    /// No pulse since the start of the unit, the pump running since 10 s after it: three pulses of a tenth of 40 m³/h take 27 s, and 2 s. A slow meter is
    /// given its own time, and pulses that are silent because no water flows are none that miss.
    /// </summary>
    [TestMethod]
    [DataRow(10000, 310, 39000, false)]
    [DataRow(10000, 310, 39001, true)]
    [DataRow(10000, 60, 39001, true)]
    [DataRow(10000, 59, 39001, false)]
    [DataRow(100000, 310, 282000, false)]
    [DataRow(100000, 310, 282001, true)]
    public void BusNoReply_IsWorseOnceThePulsesShouldHaveCome(int pulseMillilitres, int pressure, int nowMs, bool expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.PulseMillilitres = pulseMillilitres;
        bench.RunDry();
        bench.Set(Signal.Pressure, pressure);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Update(10000);
        bench.Update(nowMs);
        Assert.AreEqual(expected, Check.IsWorse(bench.Catalogue.CheckOf(bench.Row(202)), bench.View));
    }

    /// <summary>Answers that cannot be read are noise for a minute, and no answer from then on.</summary>
    [TestMethod]
    [DataRow(59999, NotTested)]
    [DataRow(60000, Fail)]
    public void BusNoReply_AMinuteOfAnswersThatCannotBeRead(int garbledMs, int expected)
    {
        var bench = new SiteBench();
        bench.Update(1000);
        bench.Miss(Signal.BusFlow, NoDataReason.BusError);
        bench.Update(1000 + garbledMs);
        Assert.AreEqual(expected, bench.Judge(202));
    }

    /// <summary>Beyond 16,666 mL/s (half more than 40 m³/h) the pulses have to come at half of it at least.</summary>
    [TestMethod]
    [DataRow(20000, 10000, false)]
    [DataRow(20001, 10000, true)]
    [DataRow(-20001, 10000, true)]
    [DataRow(16666, 0, false)]
    [DataRow(16667, 0, true)]
    public void BusBeyond_IsConfirmedByHalfOfItInPulses(int bus, int pulses, bool expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.BusFlow, bus);
        bench.Set(Signal.PulseFlow, pulses);
        Assert.AreEqual(expected, Firmware.Core.Metering.Flow.IsBusBeyond(bench.View.Readings, bench.View.Settings));
    }

    /// <summary>Flow 0, pressure for it (passing) 1, energy 2; every other check needs no band.</summary>
    [TestMethod]
    [DataRow(42, 0)]
    [DataRow(43, 0)]
    [DataRow(44, 1)]
    [DataRow(45, 2)]
    [DataRow(18, -1)]
    public void Band_IsOfItsQuantity(int check, int expected)
    {
        int quantity = Firmware.Core.Faults.Checks.BandChecks.QuantityOf((byte)check);
        Assert.AreEqual(expected, quantity);
    }

    [TestMethod]
    [DataRow(Signal.BusFlow)]
    [DataRow(Signal.PulseFlow)]
    public void ContactorWelded_NeedsOnlyOneMeter(int notFitted)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 11111);
        bench.Miss(notFitted, NoDataReason.NotFitted);
        bench.Update(1000);
        bench.Set(Signal.PumpCommand, 0);
        bench.Update(60000);
        bench.Update(63000);
        Assert.AreEqual(Fail, bench.Judge(302));
    }

    /// <summary>A hand run is no rest, and neither is a command that the contact does not follow.</summary>
    [TestMethod]
    [DataRow(1, 0, NotTested)]
    [DataRow(0, 1, NotTested)]
    [DataRow(0, 0, Fail)]
    public void FlowAtRest_NeedsContactAndCommandOff(int contact, int command, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, contact);
        bench.Set(Signal.PumpCommand, command);
        bench.Set(Signal.BusFlow, 600);
        bench.Update(1000);
        bench.Update(100000);
        Assert.AreEqual(expected, bench.Judge(401));
    }

    /// <summary>A site that counts 1 mL/s as flow.</summary>
    [TestMethod]
    [DataRow(1, Fail)]
    [DataRow(-1, Pass)]
    public void FlowAtRest_TheSlowestFlowBackIsNoLeak(int flow, int expected)
    {
        var bench = new SiteBench();
        bench.View.Settings.NoFlowMillilitresPerSecond = 1;
        bench.Set(Signal.BusFlow, flow);
        bench.Update(1000);
        bench.Update(100000);
        Assert.AreEqual(expected, bench.Judge(401));
    }

    [TestMethod]
    [DataRow(1, 0, Pass)]
    [DataRow(0, 1, Pass)]
    [DataRow(0, 0, Fail)]
    public void PulseNoise_AtRestNeedsContactAndCommandOff(int contact, int command, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.PumpContact, contact);
        bench.Set(Signal.PumpCommand, command);
        bench.Set(Signal.PulseFlow, 600);
        bench.Update(1000);
        bench.Update(100000);
        bench.PulseMillilitres += 50000;
        bench.Update(102000);
        Assert.AreEqual(expected, bench.Judge(208));
    }

    /// <summary>The RS485 meter tells no rate where it says 0 or reports its own fault: then three pulses of the least flow count.</summary>
    [TestMethod]
    [DataRow(0, 0, 600, 217284, Pass)]
    [DataRow(0, 0, 600, 217285, Fail)]
    [DataRow(11111, 1, 0, 217284, Pass)]
    [DataRow(11111, 1, 0, 217285, Fail)]
    public void PulseSilent_WithoutARateWaitsForThreePulsesOfTheLeastFlow(int bus, int status, int pulse, int nowMs, int expected)
    {
        var bench = new SiteBench();
        bench.RunWet();
        bench.Set(Signal.BusFlow, bus);
        bench.Set(Signal.BusStatus, status);
        bench.Set(Signal.PulseFlow, pulse);
        bench.Update(1000);
        bench.Update(nowMs);
        Assert.AreEqual(expected, bench.Judge(201));
    }

    [TestMethod]
    [DataRow(12399, Fail)]
    [DataRow(12398, Pass)]
    public void SupplySagging_IsAFallOfOneVolt(int restMillivolts, int expected)
    {
        var bench = new SiteBench();
        bench.Set(Signal.Supply, restMillivolts);
        bench.Update(10000);
        bench.RunWet();
        bench.Set(Signal.Supply, 11399);
        bench.Update(11000);
        bench.Update(20000);
        Assert.AreEqual(expected, bench.Judge(102));
    }
}
