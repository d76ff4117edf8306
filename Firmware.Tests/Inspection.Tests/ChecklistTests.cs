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
    [DataRow(42, "meter.valid", 1, 0, "PCR")]
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
    [DataRow(70, "enclosure.state", 1, 1, "M")]
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

    /// <summary>
    /// Each row of the contracts' table (service contracts §4), by its words: the items that carry it out, and the plans that it asks for. An item may stand in more plans.
    /// </summary>
    [TestMethod]
    [DataRow("external supply in range", "PMO", "1 2 3 4")]
    [DataRow("running voltage and current in rated range", "PMO", "5 6")]
    [DataRow("supply line", "PMO", "50")]
    [DataRow("connections tightened", "M", "51")]
    [DataRow("set-points checked and adjusted", "O", "36")]
    [DataRow("earth resistance, insulation", "O", "52 53")]
    [DataRow("protection functions tried", "O", "18 19 20 21 22")]
    [DataRow("start, watch, record operating parameters", "OR", "40")]
    [DataRow("state of each main component; of pipes and fittings", "S", "54 55")]
    [DataRow("fault records evaluated, parts to replace listed", "SP", "37")]
    [DataRow("pressure, bleed and top up", "O", "26 27 56")]
    [DataRow("thermometer and pressure gauge themselves work", "O", "28 29")]
    [DataRow("water clean, strainer clean, drain free", "OP", "57 58 59")]
    [DataRow("leak in the water system", "OP", "23 60")]
    [DataRow("check valve and stop valve work", "O", "25 61")]
    [DataRow("pipe insulation", "SO", "62")]
    [DataRow("pump running state, flow-switch state", "OP", "24")]
    [DataRow("abnormal noise", "PM", "63")]
    [DataRow("cleaning, appearance, labels, enclosure", "M", "16 64 65 70")]
    [DataRow("meter against a reference volume", "MRC", "38")]
    [DataRow("communication, signal, clock, storage", "P", "15 31 32 33 34")]
    [DataRow("hidden fault sources looked for and removed", "P", "39")]
    [DataRow("installation: plan, position, wiring; functional, performance and safety test; training on the spot; acceptance", "C", "1 8 18 23 40 52 67 68 69")]
    public void ContractsItem_StandsInItsPlans(string asked, string plans, string items)
    {
        var checklist = new Checklist(new Settings());
        int wanted = PlansOf(plans);
        string[] numbers = items.Split(' ');
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.AreEqual(wanted, checklist.Plans(checklist.RowOf(int.Parse(numbers[i]))) & wanted, asked);
        }
    }

    [TestMethod]
    public void Checklist_HasTheItemsAboveAndNoOthers()
    {
        var checklist = new Checklist(new Settings());
        Assert.AreEqual(61, checklist.Count);
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
