using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Inspection.Tests;

/// <summary>What the service contracts ask for stands in the table (service contracts §4), and each row is complete.</summary>
[TestClass]
public class ChecklistTests
{
    /// <summary>Number, name, kind, who, plans (P patrol, M maintenance, O opening, S shutdown, C commissioning, R after repair).</summary>
    [TestMethod]
    [DataRow(1, "supply.rest", 1, 0, "PMOCR")]
    [DataRow(2, "supply.load", 1, 0, "PMOCR")]
    [DataRow(3, "supply.mains", 1, 0, "PMOCR")]
    [DataRow(4, "supply.battery", 1, 0, "PMOCR")]
    [DataRow(5, "pump.voltage", 1, 0, "PMOCR")]
    [DataRow(6, "pump.current", 1, 0, "PMOCR")]
    [DataRow(8, "contactor.close", 1, 0, "MOCR")]
    [DataRow(9, "contactor.open", 1, 0, "MOCR")]
    [DataRow(10, "contactor.mirror", 1, 0, "MOCR")]
    [DataRow(11, "valve.open", 1, 0, "MOCR")]
    [DataRow(12, "valve.shut", 1, 0, "MOCR")]
    [DataRow(14, "meter.pulses", 1, 0, "MCR")]
    [DataRow(15, "bus.errors", 1, 0, "PMOCR")]
    [DataRow(16, "door.switch", 1, 2, "PMC")]
    [DataRow(17, "card.read", 1, 2, "PMC")]
    [DataRow(18, "protection.stop", 1, 0, "OCR")]
    [DataRow(19, "protection.dry-run", 1, 2, "OC")]
    [DataRow(20, "protection.supply-low", 1, 0, "OC")]
    [DataRow(21, "protection.overload", 1, 0, "OC")]
    [DataRow(22, "protection.phase-lost", 1, 0, "OC")]
    [DataRow(23, "flow.rest", 1, 0, "PMOCR")]
    [DataRow(24, "flow.running", 1, 0, "PMOCR")]
    [DataRow(25, "valve.check", 1, 2, "O")]
    [DataRow(26, "pressure.rest", 1, 0, "PMOCR")]
    [DataRow(27, "pressure.running", 1, 0, "PMOCR")]
    [DataRow(28, "pressure.gauge", 1, 2, "OC")]
    [DataRow(29, "temperature.sensor", 1, 0, "PMOCR")]
    [DataRow(30, "well.level", 1, 0, "PO")]
    [DataRow(31, "clock.error", 1, 0, "PMC")]
    [DataRow(32, "link.signal", 1, 0, "PMC")]
    [DataRow(33, "link.centre", 1, 0, "PCR")]
    [DataRow(34, "storage.errors", 1, 0, "PMC")]
    [DataRow(35, "unit.self-test", 1, 0, "PMOCR")]
    [DataRow(36, "set-points.approved", 2, 2, "O")]
    [DataRow(37, "faults.raised", 1, 0, "PSR")]
    [DataRow(38, "meter.verification", 1, 2, "MCR")]
    [DataRow(39, "faults.hidden", 1, 2, "P")]
    [DataRow(40, "pump.trial", 2, 2, "OCR")]
    [DataRow(41, "leds.look", 1, 2, "PMOCR")]
    [DataRow(50, "supply.line", 1, 1, "PMO")]
    [DataRow(51, "terminals.tight", 4, 1, "M")]
    [DataRow(52, "earth.resistance", 1, 1, "OC")]
    [DataRow(53, "motor.insulation", 1, 1, "OC")]
    [DataRow(54, "components.state", 1, 1, "S")]
    [DataRow(55, "pipes.state", 1, 1, "S")]
    [DataRow(56, "pipes.bleed", 2, 1, "O")]
    [DataRow(57, "water.clean", 1, 1, "PO")]
    [DataRow(58, "strainer.clean", 0, 1, "PO")]
    [DataRow(59, "drain.free", 0, 1, "PO")]
    [DataRow(60, "leak.look", 1, 1, "PO")]
    [DataRow(61, "valve.stop", 1, 1, "O")]
    [DataRow(62, "pipes.insulation", 1, 1, "OS")]
    [DataRow(63, "pump.noise", 1, 1, "PM")]
    [DataRow(64, "enclosure.clean", 0, 1, "M")]
    [DataRow(65, "labels.complete", 1, 1, "M")]
    [DataRow(66, "moving.lubricated", 3, 1, "M")]
    [DataRow(67, "wiring.position", 1, 1, "C")]
    [DataRow(68, "training.done", 1, 1, "C")]
    [DataRow(69, "acceptance.signed", 1, 1, "C")]
    public void Item_StandsInItsPlans(int number, string name, int kind, int who, string plans)
    {
        var checklist = new Checklist(new Settings());
        int row = checklist.RowOf(number);
        Assert.AreEqual(name, ItemName.Of(number));
        Assert.AreEqual(kind, (int)checklist.Kind(row));
        Assert.AreEqual(who, (int)checklist.Who(row));
        Assert.AreEqual(PlansOf(plans), checklist.Plans(row));
    }

    [TestMethod]
    public void Checklist_HasTheItemsAboveAndNoOthers()
    {
        var checklist = new Checklist(new Settings());
        Assert.AreEqual(59, checklist.Count);
        for (int row = 0; row < checklist.Count; row++)
        {
            Assert.AreEqual(row, checklist.RowOf(checklist.Number(row)));
            Assert.AreNotEqual("unknown", ItemName.Of(checklist.Number(row)));
            Assert.IsTrue(checklist.Low(row) <= checklist.High(row));
        }
    }

    /// <summary>What only a person can do asks a person; what is the unit's does not.</summary>
    [TestMethod]
    public void TechniciansItems_AreAttestedOrEntered()
    {
        var checklist = new Checklist(new Settings());
        for (int row = 0; row < checklist.Count; row++)
        {
            bool asks = checklist.ProcedureOf(row) is Procedure.Attest or Procedure.EnterValue;
            Assert.AreEqual(checklist.Who(row) == ItemWho.Technician, asks);
        }
    }

    private static int PlansOf(string letters)
    {
        int plans = 0;
        for (int i = 0; i < letters.Length; i++)
        {
            plans |= letters[i] switch
            {
                'P' => Plan.Bit(Plan.Patrol),
                'M' => Plan.Bit(Plan.Maintenance),
                'O' => Plan.Bit(Plan.Opening),
                'S' => Plan.Bit(Plan.Shutdown),
                'C' => Plan.Bit(Plan.Commissioning),
                _ => Plan.Bit(Plan.AfterRepair),
            };
        }

        return plans;
    }
}
