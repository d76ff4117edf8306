using Core.Tests.Support;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Records;

namespace Contract.Tests;

/// <summary>
/// The ledger, which counts the occurrences, is lost; what else storage kept of an earlier incident must not speak for the next one of its fault: it is nobody's, and is told again.
/// </summary>
[TestClass]
public class LostLedgerTests
{
    private const int Ledger = 0;
    private const int FaultMemory = 1;
    private const string Command = "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":2222,\"code\":103,\"occurrence\":2,\"who\":\"desk-2\",\"case\":\"GD-8\",\"arrive\":1790007200}";
    private static readonly byte[] s_buffer = new byte[1056];
    private static readonly byte[] s_texts = new byte[Acknowledgements.WhoBytes + Acknowledgements.CaseBytes];
    private static readonly EventRecord s_entry = new EventRecord();

    /// <summary>It was answered at the enclosure, or by the centre.</summary>
    [TestMethod]
    [DataRow(12)]
    [DataRow(Actor.Centre)]
    public void NextIncident_IsNotAnsweredByTheAnswerToTheLast(int who)
    {
        UnitBench unit = Damaged(Answered(who, true), Ledger);
        Raise(unit);
        Assert.IsFalse(unit.Unit.Site.Lifecycle.IsAcknowledged(unit.Row(103)));
        Assert.AreEqual(2, unit.Unit.Site.Lifecycle.OccurrencesSinceClear(unit.Row(103)));
        Assert.AreEqual(0, Repeats(unit));
        unit.Run(1860000);
        Assert.AreEqual(1, Repeats(unit), "half an hour, as nobody has answered");
    }

    /// <summary>The power fails before the fault memory is written again: its answer is still that to the last incident.</summary>
    [TestMethod]
    public void AnotherStart_ChangesNothing()
    {
        UnitBench unit = Damaged(Answered(12, true), Ledger);
        int before = unit.Storage.Read(FaultMemory, s_buffer);
        var old = new byte[before];
        System.Array.Copy(s_buffer, old, before);
        Raise(unit);
        unit.Storage.Replace(FaultMemory, old, before);
        unit = new UnitBench(unit.Storage, unit.Settings, 1);
        unit.Io.Supply = 10000;
        unit.Run(5000);
        Assert.IsTrue(unit.IsRaised(103));
        Assert.IsFalse(unit.Unit.Site.Lifecycle.IsAcknowledged(unit.Row(103)));
    }

    /// <summary>The incident goes on over the start: to the unit it is a new one, and whoever has taken it on is asked again.</summary>
    [TestMethod]
    public void IncidentThatGoesOn_IsNobodysAnyMore()
    {
        UnitBench unit = Damaged(Answered(12, false), Ledger);
        Raise(unit);
        Assert.IsFalse(unit.Unit.Site.Lifecycle.IsAcknowledged(unit.Row(103)));
        Assert.IsFalse(unit.Unit.Contract.Clocks.IsAnswered(unit.Unit.Contract.Clocks.PlaceOf(103)));
    }

    /// <summary>Neither ledger nor fault memory: what was said of the last incident does not stand on the screen for the next, nor in the way of what the desk says.</summary>
    [TestMethod]
    public void WhoHadTheLastIncident_DoesNotHaveTheNext()
    {
        UnitBench unit = Answered(12, true);
        Break(unit, FaultMemory);
        unit = Damaged(unit, Ledger);
        Raise(unit);
        Assert.AreEqual(2, unit.Unit.Site.Monitors.OccurrenceOf(unit.Row(103)));
        Assert.AreEqual(-1, unit.Unit.Contract.Acknowledgements.Find(103, 2));
        unit.Link.Connect();
        unit.Run(2000);
        unit.Link.Send(Inbound.Command, Command);
        unit.Run(2000);
        int entry = unit.Unit.Contract.Acknowledgements.Find(103, 2);
        Assert.IsTrue(entry >= 0);
        Assert.AreEqual(1790007200L, unit.Unit.Contract.Acknowledgements.Arrive(entry));
    }

    /// <summary>Only the record that still waits tells of the last incident.</summary>
    [TestMethod]
    public void IncidentWhoseRecordWaits_IsNotNamedAgain()
    {
        var unit = new UnitBench();
        unit.Run(1000);
        Raise(unit);
        Clear(unit);
        Assert.IsTrue(unit.Storage.Has(64));
        Break(unit, FaultMemory);
        unit = Damaged(unit, Ledger);
        Raise(unit);
        Assert.AreEqual(2, unit.Unit.Site.Monitors.OccurrenceOf(unit.Row(103)));
    }

    /// <summary>Later by serial numbers: a row that has begun again from 1 is not led back.</summary>
    [TestMethod]
    [DataRow(0, 1, 1)]
    [DataRow(0, 40000, 40000)]
    [DataRow(7, 9, 9)]
    [DataRow(9, 7, 9)]
    [DataRow(40000, 0, 40000)]
    [DataRow(2, 65534, 2)]
    [DataRow(65534, 2, 2)]
    public void WhatStorageKnows_CountsWhereItIsLater(int before, int known, int after)
    {
        var unit = new UnitBench();
        FaultMonitors monitors = unit.Unit.Site.Monitors;
        int row = unit.Row(103);
        monitors.RestoreOccurrence(row, before);
        monitors.GoOnAfter(row, known);
        Assert.AreEqual(after, monitors.OccurrenceOf(row));
    }

    /// <summary>What is raised goes on as what the ledger or a record names it.</summary>
    [TestMethod]
    public void RaisedFault_KeepsItsName()
    {
        var unit = new UnitBench();
        FaultMonitors monitors = unit.Unit.Site.Monitors;
        int row = unit.Row(103);
        monitors.RestoreOccurrence(row, 3);
        monitors.RestoreRaised(row, 1);
        monitors.GoOnAfter(row, 4);
        Assert.AreEqual(3, monitors.OccurrenceOf(row));
    }

    /// <summary>103 was raised and answered, a person's answer with a case; then it has cleared, or not.</summary>
    private static UnitBench Answered(int who, bool clears)
    {
        var unit = new UnitBench();
        unit.Run(1000);
        Raise(unit);
        if (who == Actor.Centre)
        {
            unit.Unit.Site.Lifecycle.Acknowledge(unit.Row(103), who, 1);
        }
        else
        {
            Assert.AreEqual((int)ActionResult.Done, (int)unit.Unit.Contract.Acknowledge(unit.Row(103), who, s_texts, 0, unit.Clock.UptimeMs));
        }

        Assert.IsTrue(unit.Unit.Site.Lifecycle.IsAcknowledged(unit.Row(103)));
        unit.Run(40000);
        if (clears)
        {
            Clear(unit);
        }

        return unit;
    }

    private static void Raise(UnitBench unit)
    {
        unit.Io.Supply = 10000;
        Assert.IsTrue(unit.UntilRaised(103, 30000) >= 0);
        unit.Run(2000);
    }

    private static void Clear(UnitBench unit)
    {
        unit.Io.Supply = 12500;
        unit.Run(120000);
        Assert.IsFalse(unit.IsRaised(103));
    }

    /// <summary>Another start, which finds a slot damaged.</summary>
    private static UnitBench Damaged(UnitBench before, int slot)
    {
        Break(before, slot);
        var unit = new UnitBench(before.Storage, before.Settings, 1);
        Assert.AreEqual(UnitBench.LaterEpoch, unit.Unit.Delivery.Counters.Epoch);
        unit.Run(1000);
        return unit;
    }

    private static void Break(UnitBench unit, int slot)
    {
        int count = unit.Storage.Read(slot, s_buffer);
        s_buffer[40] ^= 16;
        unit.Storage.Replace(slot, s_buffer, count);
    }

    /// <summary>Entries of the log that say that 103 was told again.</summary>
    private static int Repeats(UnitBench unit)
    {
        int count = 0;
        var reader = new EventReader(unit.Unit.Delivery.Journal.Log);
        while (reader.TryOlder(s_entry))
        {
            count += s_entry.Kind == EventKind.Transition && s_entry.Code == 103 && (s_entry.Value & 15) == (int)FaultEvent.Repeated ? 1 : 0;
        }

        return count;
    }
}
