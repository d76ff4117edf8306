using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>What travels with each fault: a technician who misses one of these readings drives out without it.</summary>
[TestClass]
public class EvidenceTests
{
    [TestMethod]
    [DataRow(103, "supply_mv mains_present pump_contact pump_command")]
    [DataRow(201, "pulse_flow_ml_s bus_flow_ml_s pressure_kpa pump_contact pulse_total_l bus_total_l")]
    [DataRow(305, "pulse_flow_ml_s bus_flow_ml_s pressure_kpa pump_contact supply_mv dry_stops")]
    public void Row_BringsTheseReadings(int code, string expected)
    {
        var catalogue = new FaultCatalogue();
        Assert.AreEqual(expected, Evidence(catalogue, catalogue.RowOf(code)));
    }

    private static string Evidence(FaultCatalogue catalogue, int row)
    {
        string names = "";
        for (int field = 0; field < 8 && catalogue.EvidenceSignal(row, field) != 255; field++)
        {
            names += (field == 0 ? "" : " ") + Signal.NameOf(catalogue.EvidenceSignal(row, field));
        }

        return names;
    }
}
