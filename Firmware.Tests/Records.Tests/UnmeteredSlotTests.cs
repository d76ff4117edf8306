using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Records.Tests;

/// <summary>What flowed unmetered goes through storage, slot 11, and through a restart while its fault goes on.</summary>
[TestClass]
public class UnmeteredSlotTests
{
    private static readonly byte[] s_buffer = new byte[1024];
    private static readonly int[] s_codes = new[] { 202, 201, 204, 205, 206, 210 };

    [TestMethod]
    public void OnsetIsWrittenAtOnceThenEveryTenMinutesThenTheEnd()
    {
        SiteBench bench = Silent();
        var slot = new UnmeteredSlot(bench.Catalogue, bench.Lifecycle.Unmetered);
        Assert.AreEqual(11, slot.Slot);
        Assert.IsTrue(slot.IsDue(1000));
        Assert.AreEqual(97, slot.Write(s_buffer, 1000, new TableChecksum()));
        slot.Saved(1000);
        Assert.IsFalse(slot.IsDue(600999));
        Assert.IsTrue(slot.IsDue(601000));
        slot.Saved(601000);
        bench.Set(Signal.BusFlow, 11111);
        bench.SecondsUntil(202, false, 100);
        Assert.IsTrue(slot.IsDue(602000));
        slot.Saved(602000);
        Assert.IsFalse(slot.IsDue(99999999));
    }

    [TestMethod]
    public void EverythingIsReadBack_AndSixFitTheSlot()
    {
        SiteBench bench = Silent();
        UnmeteredWater water = bench.Lifecycle.Unmetered;
        for (int place = 1; place < 6; place++)
        {
            water.Restore(place, bench.Row(s_codes[place]), 131);
            water.RestoreValue(place, Unmetered.CardEnergy, place);
        }

        int count = new UnmeteredSlot(bench.Catalogue, water).Write(s_buffer, 0, new TableChecksum());
        Assert.AreEqual(372, count);
        var read = new UnmeteredWater();
        Assert.IsTrue(new UnmeteredSlot(bench.Catalogue, read).TryRead(s_buffer, count, new TableChecksum()));
        Assert.AreEqual(11111, read.GoodFlow);
        for (int place = 0; place < 6; place++)
        {
            Assert.AreEqual(water.RowAt(place), read.RowAt(place));
            Assert.AreEqual(water.FlagsAt(place), read.FlagsAt(place));
            for (int field = 0; field < 13; field++)
            {
                Assert.AreEqual(water.ValueAt(place, (Unmetered)field), read.ValueAt(place, (Unmetered)field));
            }
        }
    }

    [TestMethod]
    public void DamagedSlot_ChangesNothing()
    {
        SiteBench bench = Silent();
        int count = new UnmeteredSlot(bench.Catalogue, bench.Lifecycle.Unmetered).Write(s_buffer, 0, new TableChecksum());
        for (int i = 0; i < count; i++)
        {
            s_buffer[i] ^= 4;
            var read = new UnmeteredWater();
            Assert.IsFalse(new UnmeteredSlot(bench.Catalogue, read).TryRead(s_buffer, count, new TableChecksum()));
            Assert.AreEqual(-1, read.Find(bench.Row(202)));
            s_buffer[i] ^= 4;
        }
    }

    /// <summary>The run time goes on from where it was, and the record of the end says what passed on both sides of the restart.</summary>
    [TestMethod]
    public void WholeUnit_CountsOnOverARestart_AndTheClearSaysSo()
    {
        var unit = new UnitBench();
        unit.Link.Connect();
        unit.Io.Request = true;
        unit.Run(120000);
        unit.Io.BusCut = true;
        Assert.IsTrue(unit.UntilRaised(202, 60000) > 0);
        unit.Run(5000);
        string raised = unit.Link.PayloadOf("alarm", unit.Link.CountOf("alarm") - 1);
        Assert.IsTrue(Text.Has("\"code\":202,", raised) && Text.Has("\"metering\":{\"pump\":\"may-go-on\"}", raised), raised);
        Assert.IsTrue(unit.Io.PumpDriven);
        unit.Run(610000);
        int place = unit.Unit.Site.Lifecycle.Unmetered.Find(unit.Row(202));
        int before = unit.Unit.Site.Lifecycle.Unmetered.ValueAt(place, Unmetered.RunSeconds);
        Assert.IsTrue(before > 600, before.ToString());

        var after = new UnitBench(unit.Storage, unit.Settings, 1);
        after.Io.BusCut = true;
        after.Io.Request = true;
        after.Link.Connect();
        after.Run(30000);
        place = after.Unit.Site.Lifecycle.Unmetered.Find(after.Row(202));
        int litresBefore = after.Unit.Site.Lifecycle.Unmetered.ValueAt(place, Unmetered.Litres);
        after.Run(30000);
        place = after.Unit.Site.Lifecycle.Unmetered.Find(after.Row(202));
        int now = after.Unit.Site.Lifecycle.Unmetered.ValueAt(place, Unmetered.RunSeconds);
        Assert.IsTrue(now > before && now < before + 120, now.ToString());
        UnmeteredWater water = after.Unit.Site.Lifecycle.Unmetered;
        int litres = water.ValueAt(place, Unmetered.Litres);
        Assert.IsTrue(litres > litresBefore, litres + " L, " + litresBefore + " half a minute before");
        Assert.AreEqual(water.ValueAt(place, Unmetered.PulseTo) - water.ValueAt(place, Unmetered.PulseFrom), litres);
        after.Io.BusCut = false;
        after.Run(60000);
        Assert.IsFalse(after.IsRaised(202));
        string cleared = after.Link.PayloadOf("alarm", after.Link.CountOf("alarm") - 1);
        Assert.IsTrue(Text.Has("\"event\":\"cleared\"", cleared) && Text.Has("\"basis\":\"other-meter\",\"estimated\":false", cleared), cleared);
        Assert.IsTrue(Text.Has("Unmetered    ", after.Ask("why 202")), after.Ask("why 202"));
    }

    private static SiteBench Silent()
    {
        var bench = new SiteBench { PulsesPerStep = 1 };
        bench.RunWet();
        bench.Set(Signal.PulseFlow, 10000);
        bench.Run(190);
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.SecondsUntil(202, true, 100);
        return bench;
    }
}
