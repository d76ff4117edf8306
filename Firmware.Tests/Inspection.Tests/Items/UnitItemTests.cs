using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Inspection.Items;
using Inspection.Tests.Support;

namespace Inspection.Tests.Items;

/// <summary>Every item that the unit measures, by changes of the site at its terminals: just inside, just outside, no answer. Limits are those of the reference site.</summary>
[TestClass]
public class UnitItemTests
{
    private const int Pass = 1;
    private const int Fail = 2;
    private const int NotTested = 3;
    private const int NotFitted = 4;

    /// <summary>Item, signal, its value with the pump off and on, the verdict.</summary>
    [TestMethod]
    [DataRow(1, Signal.Supply, 11500, 13000, Pass)]
    [DataRow(1, Signal.Supply, 11299, 13000, Fail)]
    [DataRow(1, Signal.Supply, 11450, 13000, NotTested)]
    [DataRow(1, Signal.Supply, 14900, 13000, Pass)]
    [DataRow(1, Signal.Supply, 15101, 13000, Fail)]
    [DataRow(2, Signal.Supply, 13600, 11500, Pass)]
    [DataRow(2, Signal.Supply, 13600, 11299, Fail)]
    [DataRow(3, Signal.MainsPresent, 1, 1, Pass)]
    [DataRow(3, Signal.MainsPresent, 0, 0, Fail)]
    [DataRow(5, Signal.Voltage2, 230000, 208200, Pass)]
    [DataRow(5, Signal.Voltage2, 230000, 205799, Fail)]
    [DataRow(5, Signal.Voltage3, 230000, 244900, Pass)]
    [DataRow(5, Signal.Voltage3, 230000, 247301, Fail)]
    [DataRow(10, Signal.PumpMirror, 1, 0, Pass)]
    [DataRow(10, Signal.PumpMirror, 1, 1, Fail)]
    [DataRow(10, Signal.PumpMirror, 0, 0, Fail)]
    [DataRow(15, Signal.BusErrors, 0, 0, Pass)]
    [DataRow(15, Signal.BusErrors, 10, 10, Pass)]
    [DataRow(15, Signal.BusErrors, 20, 20, Fail)]
    [DataRow(15, Signal.BusErrors, 30, 30, Fail)]
    [DataRow(26, Signal.Pressure, 590, 310, Pass)]
    [DataRow(26, Signal.Pressure, 611, 310, Fail)]
    [DataRow(27, Signal.Pressure, 80, 160, Pass)]
    [DataRow(27, Signal.Pressure, 80, 139, Fail)]
    [DataRow(27, Signal.Pressure, 80, 611, Fail)]
    [DataRow(29, Signal.Temperature, 69750, 0, Pass)]
    [DataRow(29, Signal.Temperature, 70251, 0, Fail)]
    [DataRow(30, Signal.WellLevel, 160, 0, Pass)]
    [DataRow(30, Signal.WellLevel, 139, 0, Fail)]
    [DataRow(32, Signal.SignalStrength, -73, 0, Pass)]
    [DataRow(32, Signal.SignalStrength, -78, 0, Fail)]
    [DataRow(34, Signal.StorageFailures, 1, 1, Fail)]
    [DataRow(34, Signal.RecordsDamaged, 1, 1, Fail)]
    [DataRow(34, Signal.RecordsDamaged, 0, 0, Pass)]
    public void Reading_TurnsTheVerdict(int item, int signal, int rest, int running, int expected)
    {
        var bench = new ItemBench();
        bench.Both(signal, rest, running);
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(item)));
    }

    /// <summary>A battery is judged while it carries the unit; with the charger on only what is too low even so.</summary>
    [TestMethod]
    [DataRow(0, 12050, Pass)]
    [DataRow(0, 11949, Fail)]
    [DataRow(1, 13500, NotTested)]
    [DataRow(1, 11949, Fail)]
    public void Battery_PassesWhileItCarriesTheUnit(int mains, int millivolts, int expected)
    {
        var bench = new ItemBench();
        bench.Both(Signal.MainsPresent, mains, mains);
        bench.Both(Signal.Battery, millivolts, millivolts);
        int row = bench.Inspect(4);
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(row));
        Assert.AreEqual(expected == NotTested ? (int)ItemReason.NothingToCompare : 0, (int)bench.Run.ReasonOf(row));
        Assert.AreEqual(millivolts, bench.Run.ValueOf(row));
    }

    /// <summary>The reference pump of 11 kW takes 18.8 A at 220 V: less than 5.6 A is no load at all, more than 20.7 A too much, and a phase more than a tenth off the mean is one that fails.</summary>
    [TestMethod]
    [DataRow(16000, 16000, 16000, Pass)]
    [DataRow(20500, 20500, 20500, Pass)]
    [DataRow(20800, 20800, 20800, Fail)]
    [DataRow(5800, 5800, 5800, Pass)]
    [DataRow(5500, 5500, 5500, Fail)]
    [DataRow(16000, 16000, 13900, Pass)]
    [DataRow(16000, 16000, 13500, Fail)]
    [DataRow(19000, 16000, 16000, Fail)]
    public void Currents_LieInTheirRangeAndTogether(int first, int second, int third, int expected)
    {
        var bench = new ItemBench();
        bench.Both(Signal.Current1, 0, first);
        bench.Both(Signal.Current2, 0, second);
        bench.Both(Signal.Current3, 0, third);
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(6)));
    }

    /// <summary>What shows the end before the beginning shows nothing: a contact that is closed with its coil off, a valve that is open and shut.</summary>
    [TestMethod]
    [DataRow(8, Signal.PumpContact)]
    [DataRow(11, Signal.ValveIsOpen)]
    [DataRow(12, Signal.ValveIsShut)]
    public void ContactThatIsStuck_Fails(int item, int signal)
    {
        var bench = new ItemBench();
        bench.Both(signal, 1, 1);
        Assert.AreEqual(Fail, (int)bench.Run.ResultOf(bench.Inspect(item)));
    }

    [TestMethod]
    [DataRow(1500, Fail)]
    [DataRow(3500, Pass)]
    public void ContactorThatIsTooFast_IsNone(int microseconds, int expected)
    {
        var bench = new ItemBench { ContactorMicroseconds = microseconds };
        Assert.AreEqual(expected == Fail ? NotTested : Pass, (int)bench.Run.ResultOf(bench.Inspect(8)));
        bench.ContactorMicroseconds = 0;
        Assert.AreEqual(Fail, (int)bench.Run.ResultOf(bench.Inspect(9)));
    }

    /// <summary>Where the instrument that helps is not fitted, the technician looks alone: the contract asks for the item all the same.</summary>
    [TestMethod]
    [DataRow(25, Signal.BusFlow, 1, Pass)]
    [DataRow(25, Signal.BusFlow, 0, Fail)]
    [DataRow(28, Signal.Pressure, 1, Pass)]
    [DataRow(28, Signal.Pressure, 0, Fail)]
    public void WithoutTheInstrument_TheTechnicianLooks(int item, int signal, int answer, int expected)
    {
        var bench = new ItemBench { Answers = answer };
        bench.Miss(signal, NoDataReason.NotFitted);
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(item)));
        var silent = new ItemBench();
        silent.Miss(signal, NoDataReason.Timeout);
        int row = silent.Inspect(item);
        Assert.AreEqual((int)ItemReason.NoReading, (int)silent.Run.ReasonOf(row));
    }

    /// <summary>A site that counts by its RS485 meter alone has that one verified: its last digit is a litre.</summary>
    [TestMethod]
    public void WithoutAPulseMeter_TheOtherIsVerified()
    {
        var bench = new ItemBench { Enters = 1 };
        bench.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        int row = bench.Inspect(38);
        Assert.AreEqual((int)ItemReason.VolumeTooSmall, (int)bench.Run.ReasonOf(row));
        Assert.AreEqual(125L, MeterVerificationItem.EnoughLitres(bench.Run.Item));
    }

    /// <summary>What gives no answer, or is not there, is never passed.</summary>
    [TestMethod]
    [DataRow(1, Signal.Supply)]
    [DataRow(2, Signal.Supply)]
    [DataRow(3, Signal.MainsPresent)]
    [DataRow(4, Signal.Battery)]
    [DataRow(5, Signal.Voltage1)]
    [DataRow(5, Signal.Voltage2)]
    [DataRow(5, Signal.Voltage3)]
    [DataRow(6, Signal.Current1)]
    [DataRow(6, Signal.Current2)]
    [DataRow(6, Signal.Current3)]
    [DataRow(10, Signal.PumpMirror)]
    [DataRow(11, Signal.ValveIsOpen)]
    [DataRow(11, Signal.ValveIsShut)]
    [DataRow(12, Signal.ValveIsOpen)]
    [DataRow(12, Signal.ValveIsShut)]
    [DataRow(14, Signal.BusTotal)]
    [DataRow(14, Signal.PulseTotal)]
    [DataRow(15, Signal.BusErrors)]
    [DataRow(16, Signal.DoorOpen)]
    [DataRow(17, Signal.CardPresent)]
    [DataRow(18, Signal.PumpContact)]
    [DataRow(26, Signal.Pressure)]
    [DataRow(27, Signal.Pressure)]
    [DataRow(29, Signal.Temperature)]
    [DataRow(30, Signal.WellLevel)]
    [DataRow(32, Signal.SignalStrength)]
    [DataRow(33, Signal.Reach)]
    [DataRow(34, Signal.StorageFailures)]
    [DataRow(34, Signal.RecordsDamaged)]
    public void NoAnswer_IsNotTested_NotThereIsNotFitted(int item, int signal)
    {
        var silent = new ItemBench();
        silent.Miss(signal, NoDataReason.Timeout);
        int row = silent.Inspect(item);
        Assert.AreEqual(NotTested, (int)silent.Run.ResultOf(row));
        Assert.AreEqual((int)ItemReason.NoReading, (int)silent.Run.ReasonOf(row));
        var without = new ItemBench();
        without.Miss(signal, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, (int)without.Run.ResultOf(without.Inspect(item)));
    }

    [TestMethod]
    [DataRow(8, 40000, Pass)]
    [DataRow(8, 79000, Pass)]
    [DataRow(8, 80500, NotTested)]
    [DataRow(8, 81001, Fail)]
    [DataRow(8, 120000, Fail)]
    [DataRow(8, PumpTiming.TooLong, Fail)]
    [DataRow(8, PumpTiming.NotFitted, NotFitted)]
    [DataRow(9, 79000, Pass)]
    [DataRow(9, 120000, Fail)]
    [DataRow(9, PumpTiming.TooLong, Fail)]
    [DataRow(9, PumpTiming.NotFitted, NotFitted)]
    public void Contactor_IsJudgedByItsTime(int item, int microseconds, int expected)
    {
        var bench = new ItemBench { ContactorMicroseconds = microseconds };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(item)));
    }

    [TestMethod]
    [DataRow(8)]
    [DataRow(9)]
    [DataRow(2)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(10)]
    [DataRow(14)]
    [DataRow(18)]
    [DataRow(19)]
    [DataRow(24)]
    [DataRow(25)]
    [DataRow(27)]
    [DataRow(38)]
    [DataRow(40)]
    public void PumpThatDoesNotStart_IsNotTested(int item)
    {
        var bench = new ItemBench { PumpDead = true };
        int row = bench.Inspect(item);
        Assert.AreEqual(NotTested, (int)bench.Run.ResultOf(row));
        Assert.AreEqual((int)ItemReason.NoReading, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(11, 29800, Pass)]
    [DataRow(11, 30300, Fail)]
    [DataRow(11, 3600000, Fail)]
    [DataRow(12, 29800, Pass)]
    [DataRow(12, 30300, Fail)]
    public void Valve_IsJudgedByItsTravel(int item, int travelMs, int expected)
    {
        var bench = new ItemBench { ValveMs = travelMs };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(item)));
    }

    [TestMethod]
    [DataRow(1000, Pass)]
    [DataRow(1030, Pass)]
    [DataRow(1080, Fail)]
    [DataRow(980, Pass)]
    [DataRow(920, Fail)]
    [DataRow(0, Fail)]
    public void PulsesPerLitre_AreComparedWithTheOtherMeter(int permille, int expected)
    {
        var bench = new ItemBench { PulsePermille = permille };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(14)));
    }

    [TestMethod]
    public void TooLittleWater_IsNoComparison()
    {
        var bench = new ItemBench { Flow = 1 };
        int row = bench.Inspect(14);
        Assert.AreEqual((int)ItemReason.VolumeTooSmall, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(0, Pass)]
    [DataRow(130, Pass)]
    [DataRow(150, Fail)]
    public void FlowAtRest_IsCountedForFiveMinutes(int leak, int expected)
    {
        var bench = new ItemBench { Leak = leak };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(23)));
    }

    [TestMethod]
    [DataRow(5700, Pass)]
    [DataRow(5400, Fail)]
    [DataRow(16300, Pass)]
    [DataRow(17100, Fail)]
    [DataRow(0, Fail)]
    public void FlowRunning_IsWithinItsBand(int flow, int expected)
    {
        var bench = new ItemBench { Flow = flow };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(24)));
    }

    [TestMethod]
    public void FlowRunning_WithoutAnyMeterIsNotJudged()
    {
        var bench = new ItemBench();
        bench.Miss(Signal.BusFlow, NoDataReason.Timeout);
        bench.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        Assert.AreEqual((int)ItemReason.NoReading, (int)bench.Run.ReasonOf(bench.Inspect(24)));
        var without = new ItemBench();
        without.Miss(Signal.BusFlow, NoDataReason.NotFitted);
        without.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
        Assert.AreEqual(NotFitted, (int)without.Run.ResultOf(without.Inspect(24)));
    }

    [TestMethod]
    [DataRow(0, 1, Pass)]
    [DataRow(-100, 1, Pass)]
    [DataRow(-100, 0, Fail)]
    [DataRow(-171, 1, Fail)]
    public void CheckValve_HoldsWhereNothingComesBackAndTheTechnicianSaysSo(int back, int answer, int expected)
    {
        var bench = new ItemBench { Leak = back, Answers = answer };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(25)));
    }

    [TestMethod]
    public void Stop_IsJudgedByItsTime()
    {
        var lets = new ItemBench();
        Assert.AreEqual(Pass, (int)lets.Run.ResultOf(lets.Inspect(18)));
        var holds = new ItemBench { PumpHolds = true };
        Assert.AreEqual(Fail, (int)holds.Run.ResultOf(holds.Inspect(18)));
    }

    [TestMethod]
    [DataRow(25000, Pass)]
    [DataRow(38000, Pass)]
    [DataRow(0, Fail)]
    public void DryRunProtection_HasToStopThePump(int stopMs, int expected)
    {
        var bench = new ItemBench { DryStopMs = stopMs };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(19)));
        Assert.IsFalse(bench.Run.WantsPump);
    }

    [TestMethod]
    public void DryRunProtection_IsNotTriedWhereTheValveWasNotClosed()
    {
        var bench = new ItemBench { Answers = 0 };
        int row = bench.Inspect(19);
        Assert.AreEqual((int)ItemReason.Declined, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(20)]
    [DataRow(21)]
    [DataRow(22)]
    public void ProtectionThatIsNotSafeToTry_SaysSo(int item)
    {
        var bench = new ItemBench();
        int row = bench.Inspect(item);
        Assert.AreEqual(NotTested, (int)bench.Run.ResultOf(row));
        Assert.AreEqual((int)ItemReason.NotSafe, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(16)]
    [DataRow(17)]
    public void DoorAndCard_MustBeSeenBothWays(int item)
    {
        var moved = new ItemBench();
        Assert.AreEqual(Pass, (int)moved.Run.ResultOf(moved.Inspect(item)));
        var idle = new ItemBench { Acts = false };
        Assert.AreEqual((int)ItemReason.TimedOut, (int)idle.Run.ReasonOf(idle.Inspect(item)));
        var stuck = new ItemBench { Acts = false };
        int row = stuck.Begin(item);
        stuck.Step();
        stuck.Step();
        Assert.IsFalse(stuck.Run.Answer(true));
        Assert.IsTrue(stuck.Run.Answer(false));
        stuck.Step();
        Assert.AreEqual(Fail, (int)stuck.Run.ResultOf(row));
    }

    [TestMethod]
    [DataRow(100, Pass)]
    [DataRow(60, Pass)]
    [DataRow(121, Fail)]
    [DataRow(105, NotTested)]
    public void Gauge_IsComparedWithTheTransducer(int gauge, int expected)
    {
        var bench = new ItemBench { Enters = gauge };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(28)));
    }

    [TestMethod]
    [DataRow(0, Pass)]
    [DataRow(4, Pass)]
    [DataRow(-7, Fail)]
    [DataRow(7, Fail)]
    public void Clock_IsComparedWithItsSource(int error, int expected)
    {
        var bench = new ItemBench();
        bench.Facts.ClockErrorSeconds = error;
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(31)));
    }

    [TestMethod]
    [DataRow((int)TimeQuality.Unset)]
    [DataRow((int)TimeQuality.Coasting)]
    public void Clock_WithoutASourceIsNotJudged(int quality)
    {
        var bench = new ItemBench();
        bench.Both(Signal.ClockQuality, quality, quality);
        int row = bench.Inspect(31);
        Assert.AreEqual((int)ItemReason.NothingToCompare, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(2, true, Pass)]
    [DataRow(2, false, Fail)]
    [DataRow(1, false, Fail)]
    public void Centre_HasToAnswer(int reach, bool answered, int expected)
    {
        var bench = new ItemBench();
        bench.Both(Signal.Reach, reach, reach);
        bench.CentreAnswers = answered;
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(33)));
    }

    [TestMethod]
    [DataRow((int)CheckOutcome.Pass, Pass)]
    [DataRow((int)CheckOutcome.Fail, Fail)]
    [DataRow((int)CheckOutcome.NotTested, NotTested)]
    [DataRow((int)CheckOutcome.Error, NotTested)]
    public void SelfTest_IsRunAnew(int outcome, int expected)
    {
        var bench = new ItemBench { SelfTest = (CheckOutcome)outcome };
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(35)));
    }

    [TestMethod]
    [DataRow(7, Pass)]
    [DataRow(8, Fail)]
    [DataRow(0, NotTested)]
    public void SetPoints_AreThoseApproved(int approved, int expected)
    {
        var bench = new ItemBench();
        bench.Facts.ApprovedFingerprint = approved;
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(bench.Inspect(36)));
    }

    [TestMethod]
    public void Faults_AreCounted()
    {
        var bench = new ItemBench();
        Assert.AreEqual(Pass, (int)bench.Run.ResultOf(bench.Inspect(37)));
        bench.Run.Abort();
        bench.Step();
        bench.Run.Item.Monitors.RestoreRaised(0, 1);
        int row = bench.Inspect(37);
        Assert.AreEqual(Fail, (int)bench.Run.ResultOf(row));
        Assert.AreEqual(1, bench.Run.ValueOf(row));
    }

    /// <summary>An open door, an inspection that is overdue and a visit left open are of the inspection itself; one fault beside them counts as one.</summary>
    [TestMethod]
    public void Faults_OfTheInspectionItselfDoNotCount()
    {
        var bench = new ItemBench();
        var catalogue = new FaultCatalogue();
        bench.Run.Item.Monitors.RestoreRaised(catalogue.RowOf(501), 4);
        bench.Run.Item.Monitors.RestoreRaised(catalogue.RowOf(801), 4);
        bench.Run.Item.Monitors.RestoreRaised(catalogue.RowOf(804), 4);
        Assert.AreEqual(Pass, (int)bench.Run.ResultOf(bench.Inspect(37)));
        bench.Run.Abort();
        bench.Step();
        bench.Run.Item.Monitors.RestoreRaised(catalogue.RowOf(802), 4);
        int row = bench.Inspect(37);
        Assert.AreEqual(Fail, (int)bench.Run.ResultOf(row));
        Assert.AreEqual(1, bench.Run.ValueOf(row));
    }

    /// <summary>10 L a pulse and 40 ‰ need 1,250 L: one pulse is then 8 ‰, a fifth.</summary>
    [TestMethod]
    [DataRow(1249, NotTested)]
    [DataRow(0, NotTested)]
    public void Verification_RefusesAVolumeTooSmallForThePulse(int litres, int expected)
    {
        var bench = new ItemBench { Enters = litres };
        int row = Fill(bench, 1500);
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(row));
        Assert.AreEqual((int)ItemReason.VolumeTooSmall, (int)bench.Run.ReasonOf(row));
    }

    [TestMethod]
    [DataRow(2000, 2000, Pass, 0)]
    [DataRow(2060, 2000, Pass, 30)]
    [DataRow(2100, 2000, Fail, 50)]
    [DataRow(1900, 2000, Fail, -50)]
    public void Verification_IsIndicatedLessReferenceOverReference(int indicated, int reference, int expected, int permille)
    {
        var bench = new ItemBench { Enters = reference };
        int row = Fill(bench, indicated);
        Assert.AreEqual(0, (int)bench.Run.ReasonOf(row));
        Assert.AreEqual(expected, (int)bench.Run.ResultOf(row));
        Assert.AreEqual(permille, bench.Run.ValueOf(row));
        Assert.AreEqual(reference, bench.Facts.VerifiedLitres);
        Assert.AreEqual(0, bench.Facts.VerifiedMeter, "the pulse meter");
        Assert.IsTrue(bench.Facts.VerifiedFlow > 9000 && bench.Facts.VerifiedFlow < 13000);
    }

    /// <summary>Fills a reference until the pulse meter has indicated so much.</summary>
    private static int Fill(ItemBench bench, int litres)
    {
        int row = bench.Begin(38);
        long start = bench.Facts.PulseMillilitres;
        while (bench.Run.ResultOf(row) == ItemResult.Open)
        {
            bench.Step();
            bool full = bench.Facts.PulseMillilitres - start >= litres * 1000L;
            if (bench.Run.Prompt != Prompt.Full || full)
            {
                bench.Respond();
            }
        }

        return row;
    }
}
