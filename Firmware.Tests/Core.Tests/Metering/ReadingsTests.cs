using Firmware.Core.Contracts;

namespace Core.Tests.Metering;

/// <summary>The columns of readings, and what a missing one means for a check.</summary>
[TestClass]
public class ReadingsTests
{
    [TestMethod]
    public void AtTheStart_NothingIsMeasuredYet()
    {
        var readings = new Readings();
        for (int signal = 0; signal < 12; signal++)
        {
            Assert.IsFalse(readings.Has(signal));
            Assert.AreEqual(1, (int)readings.ReasonOf(signal));
            Assert.AreEqual(0, readings.ValueOf(signal));
        }
    }

    [TestMethod]
    public void ValueComesAndGoes()
    {
        var readings = new Readings();
        readings.Set(Signal.Supply, 12600);
        Assert.IsTrue(readings.Has(Signal.Supply));
        Assert.AreEqual(12600, readings.ValueOf(Signal.Supply));
        Assert.AreEqual(0, (int)readings.ReasonOf(Signal.Supply));
        readings.Miss(Signal.Supply, NoDataReason.OutOfRange);
        Assert.IsFalse(readings.Has(Signal.Supply));
        Assert.AreEqual(0, readings.ValueOf(Signal.Supply));
        Assert.AreEqual(5, (int)readings.ReasonOf(Signal.Supply));
    }

    [TestMethod]
    public void ContactIsOn_OnlyWithAValueThatIsNotZero()
    {
        var readings = new Readings();
        Assert.IsFalse(readings.IsOn(Signal.DoorOpen));
        readings.SetContact(Signal.DoorOpen, true);
        Assert.IsTrue(readings.IsOn(Signal.DoorOpen));
        readings.SetContact(Signal.DoorOpen, false);
        Assert.IsFalse(readings.IsOn(Signal.DoorOpen));
        readings.Miss(Signal.DoorOpen, NoDataReason.Off);
        Assert.IsFalse(readings.IsOn(Signal.DoorOpen));
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(2, 0)]
    [DataRow(3, 5)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    public void MissingReading_NeverPassesACheck(int reason, int outcome)
    {
        Assert.AreEqual(outcome, (int)Outcomes.ForMissing((NoDataReason)reason));
    }

    [TestMethod]
    [DataRow(0, "supply_mv")]
    [DataRow(1, "pressure_kpa")]
    [DataRow(2, "pulse_flow_ml_s")]
    [DataRow(3, "bus_flow_ml_s")]
    [DataRow(4, "pump_contact")]
    [DataRow(5, "pump_command")]
    [DataRow(6, "run_request")]
    [DataRow(7, "mains_present")]
    [DataRow(8, "door_open")]
    [DataRow(9, "pulse_total_l")]
    [DataRow(10, "bus_total_l")]
    [DataRow(11, "dry_stops")]
    [DataRow(12, "bus_status")]
    [DataRow(13, "bus_serial")]
    [DataRow(14, "bus_errors_permille")]
    [DataRow(15, "supply_rest_mv")]
    [DataRow(16, "starts_h")]
    [DataRow(17, "meter_difference_permille")]
    [DataRow(18, "pump_mirror")]
    [DataRow(19, "selector_hand")]
    [DataRow(20, "chamber_flooded")]
    [DataRow(21, "valve_command")]
    [DataRow(22, "valve_is_open")]
    [DataRow(23, "valve_is_shut")]
    [DataRow(24, "well_level_cm")]
    [DataRow(25, "battery_mv")]
    [DataRow(26, "temperature_mdegc")]
    [DataRow(27, "power_w")]
    [DataRow(28, "voltage_1_mv")]
    [DataRow(29, "voltage_2_mv")]
    [DataRow(30, "voltage_3_mv")]
    [DataRow(31, "current_1_ma")]
    [DataRow(32, "current_2_ma")]
    [DataRow(33, "current_3_ma")]
    [DataRow(34, "energy_wh")]
    [DataRow(35, "card_present")]
    [DataRow(36, "technician")]
    [DataRow(37, "link_reach")]
    [DataRow(38, "link_refused")]
    [DataRow(39, "unstored_s")]
    [DataRow(40, "outbox_fill_percent")]
    [DataRow(41, "storage_failures")]
    [DataRow(42, "records_damaged")]
    [DataRow(43, "settings_rejected")]
    [DataRow(44, "clock_quality")]
    [DataRow(45, "clock_jumps")]
    [DataRow(46, "uptime_s")]
    [DataRow(47, "worker_restarts")]
    [DataRow(48, "card_number")]
    [DataRow(49, "link_signal_dbm")]
    [DataRow(50, "credential_days")]
    [DataRow(51, "storage_wear_percent")]
    [DataRow(52, "heap_free_b")]
    [DataRow(53, "late_scans")]
    [DataRow(54, "worker_restarts_d")]
    [DataRow(55, "inspection_overdue_d")]
    [DataRow(56, "visit_left_open")]
    [DataRow(57, "replace_due")]
    [DataRow(58, "crashes_d")]
    [DataRow(59, "safe_mode")]
    [DataRow(60, "self_test_failures")]
    [DataRow(61, "reset_cause")]
    [DataRow(62, "workers_down")]
    [DataRow(63, "unanswered")]
    [DataRow(64, "drill")]
    [DataRow(65, "drill_end")]
    [DataRow(66, "unknown")]
    [DataRow(255, "unknown")]
    public void SignalKeepsItsNameOnTheWire(int signal, string name)
    {
        Assert.AreEqual(name, Signal.NameOf(signal));
    }

    [TestMethod]
    [DataRow(5, 0, 9, 5)]
    [DataRow(-1, 0, 9, 0)]
    [DataRow(10, 0, 9, 9)]
    public void Clamp_HoldsBothEnds(int value, int low, int high, int expected)
    {
        Assert.AreEqual(expected, Bound.Clamp(value, low, high));
        Assert.AreEqual((long)expected, Bound.Clamp((long)value, low, high));
    }

    [TestMethod]
    public void Clamp_IsExactBeyond24Bits()
    {
        Assert.AreEqual(5000000001L, Bound.Clamp(5000000001L, 1L, 6000000000L));
        Assert.AreEqual(5000000001L, Bound.Clamp(7000000000L, 1L, 5000000001L));
    }

    [TestMethod]
    public void Scale_IsHeldWithinAnIntAndNeverDividesByZero()
    {
        Assert.AreEqual(int.MaxValue, Bound.Scale(3000000000L, 1, 1));
        Assert.AreEqual(int.MinValue, Bound.Scale(-3000000000L, 1, 1));
        Assert.AreEqual(-2, Bound.Scale(-7, 1, 3));
        Assert.AreEqual(7000, Bound.Scale(7, 1000, 0));
    }
}
