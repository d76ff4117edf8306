using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Contract.Tests;

/// <summary>Faults of the unit itself, brought about in a whole unit by what happens to it, and never by setting a reading.</summary>
[TestClass]
public class WholeUnitFaultTests
{
    /// <summary>905: with the broker there, the loop comes late again and again without a stall that was announced.</summary>
    [TestMethod]
    public void LoopThatComesLate_Is905()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(10000);
        for (int late = 0; late < 100 && !unit.IsRaised(905); late++)
        {
            unit.Run(500);
            unit.Clock.UptimeMs += 1200;
        }

        Assert.IsTrue(unit.IsRaised(905));
        Assert.AreEqual(4, unit.LevelOf(905));
        unit.Run(400000);
        Assert.IsFalse(unit.IsRaised(905));
    }

    /// <summary>The same while the platform connects: it stands still then, and nobody is to blame.</summary>
    [TestMethod]
    public void LoopThatComesLateWhileItConnects_IsNoFault()
    {
        var unit = new UnitBench();
        unit.Run(10000);
        for (int late = 0; late < 100; late++)
        {
            unit.Run(500);
            unit.Clock.UptimeMs += 1200;
        }

        Assert.IsFalse(unit.IsRaised(905));
    }

    /// <summary>605: the account at the broker ends in 20 days by the site's clock; a new one ends it.</summary>
    [TestMethod]
    public void AccountThatEndsSoon_Is605()
    {
        var unit = new UnitBench(new MemoryStorage(), new Settings { CredentialEnds = 20261011 }, 1);
        Assert.IsTrue(unit.UntilRaised(605, 7200000) > 0);
        Assert.AreEqual(4, unit.LevelOf(605));
        var later = new UnitBench(new MemoryStorage(), new Settings { CredentialEnds = 20270921 }, 1);
        Assert.AreEqual(-1, later.UntilRaised(605, 600000));
    }

    /// <summary>
    /// 210: in an hour the meter counted 40 m³, which are kept; after the restart its total begins at 0, and its serial number is the same. One that goes on, with the 5 m³ that were drawn by
    /// hand while the unit was off, is sound.
    /// </summary>
    [TestMethod]
    [DataRow(0, true)]
    [DataRow(45000, false)]
    public void TotalThatDoesNotGoOnBehindARestart_Is210(int litres, bool raised)
    {
        var storage = new MemoryStorage();
        var settings = new Settings { BusSerial = 4711 };
        var unit = new UnitBench(storage, settings, 1);
        unit.Io.Request = true;
        unit.Run(3700000);
        Assert.IsFalse(unit.IsRaised(210));
        var later = new UnitBench(storage, settings, 1);
        later.Clock.UnixAtStart = UnitBench.Unix + 3700 + 600;
        later.Io.BusLitresBefore = litres;
        Assert.AreEqual(raised, later.UntilRaised(210, 30000) > 0);
        Assert.IsFalse(later.IsRaised(207));
    }

    /// <summary>705: a supply that flickers for a day writes more records than a day may: the flash is worn.</summary>
    [TestMethod]
    public void SupplyThatFlickersForADay_Is705()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        int flickers = 0;
        for (; flickers < 700 && !unit.IsRaised(705); flickers++)
        {
            unit.Io.Supply = 10000;
            unit.Run(8000);
            unit.Io.Supply = 13600;
            unit.Run(100000);
        }

        Assert.IsTrue(unit.IsRaised(705), flickers.ToString());
        Assert.IsTrue(flickers > 100, flickers.ToString());
        Assert.IsTrue(unit.Unit.Site.View.Readings.ValueOf(Signal.StorageWear) > 100);
    }

    /// <summary>802: the alarm is stored at the centre, and nobody answers within the contract's half hour; whoever answers ends it.</summary>
    [TestMethod]
    public void AlarmThatNobodyAnswers_Is802UntilSomebodyDoes()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(20000);
        unit.Link.Send(Firmware.Core.Ports.Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000022}");
        unit.Run(2000);
        Assert.IsTrue(unit.UntilRaised(802, 2000000) > 1700000);
        unit.Link.Send(Firmware.Core.Ports.Inbound.Command, "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1111,\"code\":103,\"occurrence\":1,\"who\":\"desk-2\"}");
        unit.Run(700000);
        Assert.IsFalse(unit.IsRaised(802));
    }

    /// <summary>The step of escalation travels with the repeat: the desk's lead when the answer was due, the manager half an hour later.</summary>
    [TestMethod]
    public void Repeats_SayHowFarTheyAreEscalated()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Run(1000);
        unit.Io.Supply = 10000;
        unit.Run(20000);
        unit.Link.Send(Firmware.Core.Ports.Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000022}");
        unit.Run(3700000);
        Assert.IsTrue(Sent(unit, "\"event\":\"repeated\"", "\"escalation\":1,") > 0);
        Assert.IsTrue(Sent(unit, "\"event\":\"repeated\"", "\"escalation\":2,") > 0);
        Assert.AreEqual(0, Sent(unit, "\"event\":\"repeated\"", "\"escalation\":3,"));
    }

    private static int Sent(UnitBench unit, string one, string other)
    {
        int found = 0;
        for (int i = 0; i < unit.Link.CountOf("alarm"); i++)
        {
            string payload = unit.Link.PayloadOf("alarm", i);
            found += Text.Has("\"code\":103,", payload) && Text.Has(one, payload) && Text.Has(other, payload) ? 1 : 0;
        }

        return found;
    }
}
