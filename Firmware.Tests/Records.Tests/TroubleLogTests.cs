using System;
using Core.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>What was caught stands in the event log, and does not fill it.</summary>
[TestClass]
public class TroubleLogTests
{
    private const int HourMs = 3600000;
    private const int DayMs = 86400000;

    private static Troubles s_troubles;
    private static EventLog s_log;
    private static TroubleLog s_told;

    [TestMethod]
    public void TheFirstIsToldAtOnce_WithPlaceAndType()
    {
        Begin();
        s_told.Step(1000);
        Assert.AreEqual(0, Entries());
        s_troubles.Note(TroublePlace.Parts, new InvalidOperationException());
        s_told.Step(1050);
        EventRecord entry = Youngest();
        Assert.AreEqual((int)EventKind.ExceptionCaught, (int)entry.Kind);
        Assert.AreEqual(3, entry.Code);
        Assert.AreEqual(1, entry.Value);
        Assert.AreEqual("InvalidOperationException".Substring(0, 24), System.Text.Encoding.UTF8.GetString(entry.Text, 0, entry.TextCount));
        Assert.IsTrue(s_log.IsUrgent);
    }

    [TestMethod]
    public void OneAnHourIsTold_AndHowManyThereWere()
    {
        Begin();
        Catch(TroublePlace.Parts, 1000);
        Catch(TroublePlace.Bus, 2000);
        Catch(TroublePlace.Bus, 1000 + HourMs - 1);
        Assert.AreEqual(1, Entries());
        s_told.Step(1000 + HourMs);
        Assert.AreEqual(2, Entries());
        Assert.AreEqual(2, Youngest().Code);
        Assert.AreEqual(2, Youngest().Value);
    }

    [TestMethod]
    public void TheSameAtTheSamePlaceIsToldOnceADay()
    {
        Begin();
        Catch(TroublePlace.Link, 1000);
        Catch(TroublePlace.Link, 1000 + HourMs);
        Catch(TroublePlace.Link, 1000 + DayMs - 1);
        Assert.AreEqual(1, Entries());
        s_told.Step(1000 + DayMs);
        Assert.AreEqual(2, Entries());
        Assert.AreEqual(2, Youngest().Value);
        s_troubles.Note(TroublePlace.Link, new ArgumentException());
        s_told.Step(1000 + DayMs + HourMs);
        Assert.AreEqual(3, Entries());
    }

    [TestMethod]
    public void BeforeARestartAllIsTold_OnceOnly()
    {
        Begin();
        Catch(TroublePlace.Loop, 1000);
        Catch(TroublePlace.Loop, 2000);
        s_told.Tell(3000);
        s_told.Tell(3000);
        Assert.AreEqual(2, Entries());
        Assert.AreEqual(1, Youngest().Value);
    }

    private static void Begin()
    {
        s_troubles = new Troubles();
        s_log = new EventLog(new RecordStamp(new byte[6], new UnitClock(), new TableChecksum()), new TableChecksum());
        s_log.Begin(new RecordStore(new MemoryStorage()), new byte[EventLog.PageBytes]);
        s_told = new TroubleLog(s_troubles, s_log);
    }

    private static void Catch(TroublePlace place, long nowMs)
    {
        s_troubles.Note(place, new InvalidOperationException());
        s_told.Step(nowMs);
    }

    private static int Entries()
    {
        var reader = new EventReader(s_log);
        var entry = new EventRecord();
        int count = 0;
        while (reader.TryOlder(entry))
        {
            count++;
        }

        return count;
    }

    private static EventRecord Youngest()
    {
        var entry = new EventRecord();
        new EventReader(s_log).TryOlder(entry);
        return entry;
    }
}
