using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>What travels with each fault: a technician who misses one of these readings drives out without it.</summary>
[TestClass]
public class EvidenceTests
{
    [TestMethod]
    [DataRow(101, "mains_present supply_mv pump_contact")]
    [DataRow(102, "supply_mv supply_rest_mv pump_contact mains_present")]
    [DataRow(103, "supply_mv mains_present pump_contact pump_command")]
    [DataRow(104, "supply_mv mains_present")]
    [DataRow(105, "supply_mv mains_present")]
    [DataRow(106, "supply_mv mains_present supply_rest_mv")]
    [DataRow(201, "pulse_flow_ml_s bus_flow_ml_s pressure_kpa pump_contact pulse_total_l bus_total_l")]
    [DataRow(202, "bus_flow_ml_s bus_errors_permille pulse_flow_ml_s supply_mv")]
    [DataRow(203, "bus_errors_permille bus_flow_ml_s supply_mv")]
    [DataRow(204, "bus_status bus_flow_ml_s pulse_flow_ml_s bus_serial")]
    [DataRow(205, "meter_difference_permille pulse_total_l bus_total_l pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(206, "bus_flow_ml_s bus_status pump_contact pressure_kpa")]
    [DataRow(207, "pulse_flow_ml_s bus_flow_ml_s bus_total_l pulse_total_l")]
    [DataRow(208, "pulse_flow_ml_s bus_flow_ml_s pump_contact pressure_kpa")]
    [DataRow(209, "power_w bus_flow_ml_s pulse_flow_ml_s pressure_kpa energy_wh well_level_cm")]
    [DataRow(210, "bus_serial bus_total_l pulse_total_l")]
    [DataRow(301, "pump_command pump_contact supply_mv mains_present power_w")]
    [DataRow(302, "pump_command pump_contact pump_mirror power_w pulse_flow_ml_s bus_flow_ml_s pressure_kpa")]
    [DataRow(303, "valve_command valve_is_open valve_is_shut supply_mv pump_contact")]
    [DataRow(304, "valve_command valve_is_shut valve_is_open supply_mv pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(305, "pulse_flow_ml_s bus_flow_ml_s pressure_kpa pump_contact supply_mv dry_stops power_w")]
    [DataRow(306, "power_w current_1_ma current_2_ma current_3_ma voltage_1_mv pressure_kpa pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(307, "starts_h run_request pump_contact dry_stops")]
    [DataRow(308, "voltage_1_mv voltage_2_mv voltage_3_mv current_1_ma current_2_ma current_3_ma power_w pump_contact")]
    [DataRow(309, "pump_contact pump_command selector_hand run_request pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(310, "power_w bus_errors_permille supply_mv mains_present")]
    [DataRow(311, "pump_contact pump_mirror pump_command power_w pulse_flow_ml_s bus_flow_ml_s selector_hand")]
    [DataRow(401, "pulse_flow_ml_s bus_flow_ml_s pressure_kpa pump_contact pulse_total_l bus_total_l")]
    [DataRow(402, "bus_flow_ml_s pulse_flow_ml_s pressure_kpa power_w well_level_cm")]
    [DataRow(403, "bus_flow_ml_s pulse_flow_ml_s pressure_kpa power_w")]
    [DataRow(404, "pressure_kpa pulse_flow_ml_s bus_flow_ml_s pump_contact")]
    [DataRow(405, "pressure_kpa pulse_flow_ml_s bus_flow_ml_s pump_contact")]
    [DataRow(406, "chamber_flooded pulse_flow_ml_s bus_flow_ml_s pump_contact pressure_kpa")]
    [DataRow(407, "bus_flow_ml_s pulse_flow_ml_s pressure_kpa pump_contact")]
    [DataRow(408, "pressure_kpa well_level_cm supply_mv")]
    [DataRow(409, "well_level_cm pressure_kpa pump_contact pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(501, "door_open supply_mv")]
    [DataRow(502, "door_open technician card_present card_number pump_contact pulse_total_l")]
    [DataRow(503, "card_present supply_mv temperature_mdegc")]
    [DataRow(504, "pump_contact pump_command selector_hand card_present power_w pulse_flow_ml_s bus_flow_ml_s")]
    [DataRow(601, "link_reach outbox_fill_percent supply_mv")]
    [DataRow(602, "unstored_s link_reach outbox_fill_percent")]
    [DataRow(603, "link_refused link_reach clock_quality")]
    [DataRow(604, "link_signal_dbm link_reach outbox_fill_percent")]
    [DataRow(605, "credential_days clock_quality")]
    [DataRow(606, "clock_quality uptime_s link_reach")]
    [DataRow(607, "clock_jumps clock_quality uptime_s")]
    [DataRow(610, "link_reach supply_mv")]
    [DataRow(701, "storage_failures outbox_fill_percent supply_mv")]
    [DataRow(702, "outbox_fill_percent link_reach unstored_s")]
    [DataRow(703, "settings_rejected")]
    [DataRow(704, "records_damaged storage_failures supply_mv")]
    [DataRow(705, "storage_wear_percent outbox_fill_percent uptime_s")]
    [DataRow(801, "inspection_overdue_d clock_quality uptime_s")]
    [DataRow(802, "unanswered link_reach clock_quality")]
    [DataRow(804, "visit_left_open door_open uptime_s")]
    [DataRow(805, "drill_end link_reach unstored_s outbox_fill_percent storage_failures")]
    [DataRow(803, "replace_due uptime_s")]
    [DataRow(901, "crashes_d reset_cause supply_mv uptime_s")]
    [DataRow(902, "safe_mode crashes_d reset_cause supply_mv")]
    [DataRow(903, "heap_free_b outbox_fill_percent uptime_s")]
    [DataRow(904, "worker_restarts worker_restarts_d link_reach uptime_s")]
    [DataRow(905, "late_scans link_reach uptime_s")]
    [DataRow(906, "self_test_failures storage_failures supply_mv clock_quality")]
    [DataRow(907, "temperature_mdegc supply_mv pump_contact")]
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
