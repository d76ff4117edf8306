using Core.Tests.Support;
using Firmware.Core.Faults;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Core.Tests.Faults;

/// <summary>What every row must have, and what the released rows are.</summary>
[TestClass]
public class FaultCatalogueTests
{
    [TestMethod]
    [DataRow(101, "power.mains-lost", 1, 0, 10000, 60000, "NONE")]
    [DataRow(102, "power.supply-sagging", 2, 0, 5000, 60000, "PSU-12V")]
    [DataRow(103, "power.supply-low", 1, 0, 5000, 30000, "PSU-12V")]
    [DataRow(104, "power.supply-high", 2, 0, 10000, 60000, "PSU-12V")]
    [DataRow(105, "power.battery-low", 3, 0, 60000, 300000, "BAT-12V")]
    [DataRow(106, "power.battery-not-charging", 4, 0, 600000, 300000, "PSU-12V")]
    [DataRow(201, "meter.pulse-silent", 2, 1, 15000, 20000, "MTR-PULSE")]
    [DataRow(202, "meter.bus-no-reply", 2, 1, 20000, 20000, "MTR-BUS")]
    [DataRow(203, "meter.bus-errors", 3, 0, 15000, 120000, "CBL-485")]
    [DataRow(204, "meter.self-fault", 2, 0, 10000, 30000, "MTR-BUS")]
    [DataRow(205, "meter.disagree", 3, 0, 60000, 60000, "MTR-PULSE")]
    [DataRow(206, "meter.reverse-flow", 3, 0, 10000, 30000, "VLV-CHK")]
    [DataRow(207, "meter.implausible", 3, 0, 10000, 60000, "MTR-BUS")]
    [DataRow(208, "meter.pulse-noise", 4, 0, 5000, 300000, "CBL-PULSE")]
    [DataRow(209, "meter.energy-per-volume", 3, 0, 300000, 300000, "PWR-METER")]
    [DataRow(210, "meter.exchanged", 3, 0, 10000, 60000, "MTR-BUS")]
    [DataRow(301, "pump.did-not-start", 1, 0, 2000, 5000, "CON-PUMP")]
    [DataRow(302, "pump.contactor-welded", 1, 0, 3000, 10000, "CON-PUMP")]
    [DataRow(303, "valve.did-not-open", 3, 1, 2000, 2000, "VLV-MOT")]
    [DataRow(304, "valve.did-not-close", 3, 1, 2000, 2000, "VLV-MOT")]
    [DataRow(305, "pump.dry-run", 2, 1, 10000, 30000, "PMP-SET")]
    [DataRow(306, "pump.overload", 1, 0, 10000, 60000, "PMP-SET")]
    [DataRow(307, "pump.starts-too-often", 4, 0, 1000, 1800000, "SWI-SEL")]
    [DataRow(308, "pump.phase-lost", 1, 0, 5000, 60000, "CON-PUMP")]
    [DataRow(309, "pump.hand-run", 4, 0, 10000, 10000, "NONE")]
    [DataRow(310, "power.meter-no-reply", 3, 0, 10000, 20000, "PWR-METER")]
    [DataRow(311, "pump.contact-contradicted", 3, 0, 15000, 10000, "CON-PUMP")]
    [DataRow(401, "water.flow-at-rest", 2, 0, 240000, 120000, "PIP-SEAL")]
    [DataRow(402, "water.flow-low", 3, 0, 180000, 120000, "STR-SCREEN")]
    [DataRow(403, "water.flow-high", 2, 0, 60000, 120000, "PIP-SEAL")]
    [DataRow(404, "water.pressure-low", 3, 0, 60000, 60000, "PIP-SEAL")]
    [DataRow(405, "water.pressure-high", 2, 0, 20000, 60000, "VLV-MOT")]
    [DataRow(406, "water.chamber-flooded", 2, 0, 30000, 60000, "PIP-SEAL")]
    [DataRow(407, "water.strainer-clogging", 4, 0, 60000, 600000, "STR-SCREEN")]
    [DataRow(408, "water.sensor-out", 3, 0, 10000, 30000, "TRD-PRES")]
    [DataRow(409, "water.well-level-low", 4, 0, 300000, 300000, "TRD-LEVEL")]
    [DataRow(501, "access.door-open", 4, 0, 1800000, 10000, "SWI-DOOR")]
    [DataRow(502, "access.tamper", 2, 0, 60000, 60000, "KEY-SEAL")]
    [DataRow(503, "access.card-reader-out", 3, 0, 10000, 30000, "RDR-CARD")]
    [DataRow(504, "access.run-unauthorised", 3, 0, 10000, 10000, "CON-PUMP")]
    [DataRow(601, "link.lost", 3, 0, 1800000, 60000, "RTR-LINK")]
    [DataRow(602, "link.centre-silent", 3, 0, 60000, 10000, "NONE")]
    [DataRow(603, "link.refused", 2, 0, 300000, 30000, "NONE")]
    [DataRow(604, "link.weak", 4, 0, 60000, 60000, "ANT-WIFI")]
    [DataRow(605, "link.credential-expiring", 4, 0, 60000, 60000, "NONE")]
    [DataRow(606, "time.not-set", 3, 0, 60000, 10000, "RTC-CLOCK")]
    [DataRow(607, "time.jumped", 3, 0, 1000, 3600000, "RTC-CLOCK")]
    [DataRow(610, "unit.silent", 1, 0, 600000, 1000, "NONE")]
    [DataRow(701, "storage.failing", 1, 0, 2000, 60000, "CTL-ESP32")]
    [DataRow(702, "storage.nearly-full", 4, 0, 10000, 60000, "NONE")]
    [DataRow(703, "config.invalid", 2, 0, 2000, 2000, "NONE")]
    [DataRow(704, "storage.record-damaged", 4, 0, 2000, 3600000, "CTL-ESP32")]
    [DataRow(705, "storage.wear", 4, 0, 60000, 3600000, "CTL-ESP32")]
    [DataRow(801, "service.inspection-overdue", 4, 0, 60000, 10000, "NONE")]
    [DataRow(802, "service.unanswered", 3, 0, 1000, 1000, "NONE")]
    [DataRow(804, "service.visit-left-open", 4, 0, 1000, 10000, "NONE")]
    [DataRow(805, "service.drill-failed", 3, 0, 1000, 1000, "NONE")]
    [DataRow(803, "service.replace-unit", 2, 0, 1000, 1000, "CTL-ESP32")]
    [DataRow(901, "unit.restarts", 2, 0, 2000, 60000, "BAT-12V")]
    [DataRow(902, "unit.safe-mode", 1, 0, 1000, 1000, "CTL-ESP32")]
    [DataRow(903, "unit.memory-low", 3, 0, 60000, 60000, "CTL-ESP32")]
    [DataRow(904, "unit.worker-stalled", 4, 2, 1000, 3600000, "CTL-ESP32")]
    [DataRow(905, "unit.tick-overrun", 4, 0, 60000, 300000, "CTL-ESP32")]
    [DataRow(906, "unit.self-test-failed", 3, 2, 1000, 1000, "CTL-ESP32")]
    [DataRow(907, "unit.too-hot", 3, 0, 60000, 300000, "PSU-12V")]
    public void ReleasedRow_IsAsReleased(int code, string name, int level, int worse, int raiseMs, int clearMs, string part)
    {
        var catalogue = new FaultCatalogue();
        int row = catalogue.RowOf(code);
        Assert.AreEqual(code, catalogue.Code(row));
        Assert.AreEqual(name, catalogue.Name(row));
        Assert.AreEqual(level, (int)catalogue.Level(row));
        Assert.AreEqual(worse, (int)catalogue.WorseLevel(row));
        Assert.AreEqual(raiseMs, catalogue.RaiseMs(row));
        Assert.AreEqual(clearMs, catalogue.ClearMs(row));
        Assert.AreEqual(part, catalogue.Part(row));
    }

    [TestMethod]
    public void CodesAndNames_StandOnlyOnce()
    {
        var catalogue = new FaultCatalogue();
        Assert.AreEqual(65, catalogue.Count);
        for (int row = 0; row < catalogue.Count; row++)
        {
            for (int other = row + 1; other < catalogue.Count; other++)
            {
                Assert.IsTrue(catalogue.Code(row) != catalogue.Code(other));
                Assert.IsTrue(catalogue.Name(row) != catalogue.Name(other));
            }
        }
    }

    [TestMethod]
    public void EveryRow_HasDottedNameLevelTimesAndPart()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            int dot = catalogue.Name(row).IndexOf('.');
            Assert.IsTrue(dot > 0 && dot < catalogue.Name(row).Length - 1 && catalogue.Name(row).Length <= 32);
            Assert.IsTrue(catalogue.Level(row) >= 1 && catalogue.Level(row) <= 4);
            Assert.IsTrue(catalogue.WorseLevel(row) < catalogue.Level(row));
            Assert.IsTrue(catalogue.RaiseMs(row) > 0 && catalogue.ClearMs(row) > 0);
            Assert.IsTrue(catalogue.Part(row).Length > 0);
        }
    }

    [TestMethod]
    public void EvidenceOfEveryRow_IsSignalsThenNothing()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool ended = false;
            Assert.IsTrue(catalogue.EvidenceSignal(row, 0) < 66);
            for (int field = 0; field < 8; field++)
            {
                int signal = catalogue.EvidenceSignal(row, field);
                ended = ended || signal == 255;
                Assert.IsTrue(ended ? signal == 255 : signal >= 0 && signal < 66);
            }
        }
    }

    /// <summary>Equipment 0, grid 1, water 2, user 3, carrier 4, unknown 5. The contract's clocks run for levels 1 to 3 of equipment and unknown.</summary>
    [TestMethod]
    [DataRow(101, 1, false)]
    [DataRow(102, 0, true)]
    [DataRow(103, 0, true)]
    [DataRow(104, 0, true)]
    [DataRow(105, 0, true)]
    [DataRow(106, 0, false)]
    [DataRow(201, 0, true)]
    [DataRow(202, 0, true)]
    [DataRow(203, 0, true)]
    [DataRow(204, 0, true)]
    [DataRow(205, 0, true)]
    [DataRow(206, 2, false)]
    [DataRow(207, 0, true)]
    [DataRow(208, 0, false)]
    [DataRow(209, 5, true)]
    [DataRow(210, 5, true)]
    [DataRow(301, 0, true)]
    [DataRow(302, 0, true)]
    [DataRow(303, 0, true)]
    [DataRow(304, 0, true)]
    [DataRow(305, 5, true)]
    [DataRow(306, 5, true)]
    [DataRow(307, 5, false)]
    [DataRow(308, 5, true)]
    [DataRow(309, 3, false)]
    [DataRow(310, 0, true)]
    [DataRow(311, 0, true)]
    [DataRow(401, 2, false)]
    [DataRow(402, 2, false)]
    [DataRow(403, 2, false)]
    [DataRow(404, 2, false)]
    [DataRow(405, 2, false)]
    [DataRow(406, 2, false)]
    [DataRow(407, 2, false)]
    [DataRow(408, 0, true)]
    [DataRow(409, 2, false)]
    [DataRow(501, 3, false)]
    [DataRow(502, 3, false)]
    [DataRow(503, 0, true)]
    [DataRow(504, 3, false)]
    [DataRow(601, 4, false)]
    [DataRow(602, 5, true)]
    [DataRow(603, 5, true)]
    [DataRow(604, 4, false)]
    [DataRow(605, 0, false)]
    [DataRow(606, 5, true)]
    [DataRow(607, 5, true)]
    [DataRow(610, 5, true)]
    [DataRow(701, 0, true)]
    [DataRow(702, 0, false)]
    [DataRow(703, 0, true)]
    [DataRow(704, 0, false)]
    [DataRow(705, 0, false)]
    [DataRow(801, 0, false)]
    [DataRow(802, 5, false)]
    [DataRow(804, 0, false)]
    [DataRow(805, 5, false)]
    [DataRow(903, 0, true)]
    [DataRow(904, 0, false)]
    [DataRow(803, 0, false)]
    [DataRow(901, 0, true)]
    [DataRow(902, 0, true)]
    [DataRow(905, 0, false)]
    [DataRow(906, 0, true)]
    [DataRow(907, 5, true)]
    public void Row_SaysWhoHasToActAndWhetherTheClockRuns(int code, int who, bool clock)
    {
        var catalogue = new FaultCatalogue();
        Assert.AreEqual(who, (int)catalogue.ResponsibleOf(catalogue.RowOf(code)));
        Assert.AreEqual(clock, catalogue.Level(catalogue.RowOf(code)) != 4 && catalogue.IsSuppliers(catalogue.RowOf(code)));
    }

    [TestMethod]
    public void EveryRow_HasACheckOfItsOwn()
    {
        var catalogue = new FaultCatalogue();
        var rowOf = new int[256];
        for (int row = 0; row < catalogue.Count; row++)
        {
            rowOf[catalogue.CheckOf(row)]++;
        }

        Assert.AreEqual(0, rowOf[0]);
        for (int check = 1; check < 256; check++)
        {
            Assert.AreEqual(check <= 63 || check == 65 || check == 66 ? 1 : 0, rowOf[check]);
        }
    }

    /// <summary>A cause that does not exist inhibits nothing; two rows that wait for each other are never raised.</summary>
    [TestMethod]
    public void Causes_AreRowsAndNoRowIsItsOwnCause()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            Assert.AreEqual(0, Chain(catalogue, row, catalogue.Code(row), 0));
        }
    }

    [TestMethod]
    public void EveryRow_HasATitleInBothLanguages()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            Assert.IsTrue(new EnglishTexts().Title(catalogue.Code(row)) != null);
            Assert.IsTrue(new ChineseTexts().Title(catalogue.Code(row)) != null);
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(107)]
    [DataRow(211)]
    [DataRow(611)]
    [DataRow(-1)]
    public void UnknownCode_HasNoRow(int code)
    {
        Assert.AreEqual(-1, new FaultCatalogue().RowOf(code));
    }

    [TestMethod]
    public void UnknownCheck_JudgesNothing()
    {
        var bench = new SiteBench();
        Assert.AreEqual(0, (int)Check.Judge(0, bench.View, false));
        Assert.IsFalse(Check.IsWorse(0, bench.View));
    }

    /// <summary>Follows the causes of a row; 0 where all of them exist and none leads back to <paramref name="code"/>.</summary>
    private static int Chain(FaultCatalogue catalogue, int row, int code, int depth)
    {
        int wrong = depth > 8 ? 1 : 0;
        for (int i = 0; i < 6 && wrong == 0; i++)
        {
            int cause = catalogue.Cause(row, i);
            if (cause != 0)
            {
                int next = catalogue.RowOf(cause);
                wrong = next < 0 || cause == code ? cause : Chain(catalogue, next, code, depth + 1);
            }
        }

        return wrong;
    }
}
