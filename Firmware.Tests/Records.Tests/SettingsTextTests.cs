using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Records;

namespace Records.Tests;

/// <summary>The settings file: every key, every edge, and whatever an editor or a damaged file may give.</summary>
[TestClass]
public class SettingsTextTests
{
    private static Settings s_settings;

    [TestMethod]
    public void EveryKey_IsTaken()
    {
        const string File = "site=north-1\nunit=well-3\nbroker_host=10.0.0.2\nbroker_port=8883\nbroker_user=u\nbroker_password=p=1\n"
            + "wifi_ssid=village net\nwifi_password=secret\ntime_server_1=a.example\ntime_server_2=b.example\nlanguage=zh\n"
            + "name=三号井\nplace=东村\ncontact=值班室\nhotline=12345\nutc_offset_min=-60\npulse_ml=1000\nbus_address=17\n"
            + "supply_act_mv=23000\nno_flow_ml_s=50\ndry_pressure_kpa=80\npulse_meter=0\nbus_meter=0\npressure=0\n"
            + "supply_sag_mv=22500\nsupply_high_mv=29000\nbattery_low_mv=24000\nbridging_min=480\ncharge_mv=26000\nrated_flow_ml_s=22222\n"
            + "max_pulses_s=40\nlow_pressure_kpa=120\nhigh_pressure_kpa=900\nmax_starts_h=6\nbus_serial=4711\n"
            + "valve=1\nvalve_travel_s=45\npower_meter=0\npower_address=9\nrated_power_w=7500\nrated_phase_v=220\ncard_reader=0\nmirror_contact=0\n"
            + "selector=0\nchamber_float=0\nwell_level=0\nwell_level_full_cm=5000\nwell_low_cm=300\nbattery_sense=0\ncredential_ends=20270131\n";
        IsRead(0, File);
        Assert.AreEqual("north-1", s_settings.Site);
        Assert.AreEqual("well-3", s_settings.Unit);
        Assert.AreEqual("10.0.0.2", s_settings.BrokerHost);
        Assert.AreEqual(8883, s_settings.BrokerPort);
        Assert.AreEqual("u", s_settings.BrokerUser);
        Assert.AreEqual("p=1", s_settings.BrokerPassword);
        Assert.AreEqual("village net", s_settings.WifiSsid);
        Assert.AreEqual("secret", s_settings.WifiPassword);
        Assert.AreEqual("a.example", s_settings.TimeServer1);
        Assert.AreEqual("b.example", s_settings.TimeServer2);
        Assert.IsTrue(s_settings.Chinese);
        Assert.AreEqual("三号井", Text.Of(s_settings.Name, s_settings.Name.Length));
        Assert.AreEqual("东村", Text.Of(s_settings.Place, s_settings.Place.Length));
        Assert.AreEqual("值班室", Text.Of(s_settings.Contact, s_settings.Contact.Length));
        Assert.AreEqual("12345", Text.Of(s_settings.Hotline, s_settings.Hotline.Length));
        Assert.AreEqual(-60, s_settings.UtcOffsetMinutes);
        Assert.AreEqual(1000, s_settings.PulseMillilitres);
        Assert.AreEqual(17, s_settings.BusAddress);
        Assert.AreEqual(23000, s_settings.SupplyActMillivolts);
        Assert.AreEqual(50, s_settings.NoFlowMillilitresPerSecond);
        Assert.AreEqual(80, s_settings.DryPressureKilopascal);
        Assert.AreEqual(22500, s_settings.SupplySagMillivolts);
        Assert.AreEqual(29000, s_settings.SupplyHighMillivolts);
        Assert.AreEqual(24000, s_settings.BatteryLowMillivolts);
        Assert.AreEqual(480, s_settings.BridgingMinutes);
        Assert.AreEqual(26000, s_settings.ChargeMillivolts);
        Assert.AreEqual(22222, s_settings.RatedFlowMillilitresPerSecond);
        Assert.AreEqual(40, s_settings.MaxPulsesPerSecond);
        Assert.AreEqual(120, s_settings.LowPressureKilopascal);
        Assert.AreEqual(900, s_settings.HighPressureKilopascal);
        Assert.AreEqual(6, s_settings.MaxStartsPerHour);
        Assert.AreEqual(4711, s_settings.BusSerial);
        Assert.IsFalse(s_settings.HasPulseMeter);
        Assert.IsFalse(s_settings.HasBusMeter);
        Assert.IsFalse(s_settings.HasPressure);
        ThePlantIsTaken();
    }

    private static void ThePlantIsTaken()
    {
        Assert.IsTrue(s_settings.HasValve);
        Assert.AreEqual(45, s_settings.ValveTravelSeconds);
        Assert.IsFalse(s_settings.HasPowerMeter);
        Assert.AreEqual(9, s_settings.PowerAddress);
        Assert.AreEqual(7500, s_settings.RatedPowerWatts);
        Assert.AreEqual(220, s_settings.RatedPhaseVolts);
        Assert.IsFalse(s_settings.HasCardReader || s_settings.HasMirrorContact || s_settings.HasSelector || s_settings.HasChamberFloat);
        Assert.IsFalse(s_settings.HasWellLevel || s_settings.HasBatterySense);
        Assert.AreEqual(5000, s_settings.WellLevelFullCentimetres);
        Assert.AreEqual(300, s_settings.WellLowCentimetres);
        Assert.AreEqual(20270131, s_settings.CredentialEnds);
    }

    [TestMethod]
    public void EmptyFile_LeavesTheDefaults()
    {
        IsRead(0, "");
        Assert.AreEqual("unset", s_settings.Site);
        Assert.AreEqual(1883, s_settings.BrokerPort);
        Assert.AreEqual(10000, s_settings.PulseMillilitres);
        Assert.AreEqual(10800, s_settings.SupplyActMillivolts);
        Assert.AreEqual(480, s_settings.UtcOffsetMinutes);
        Assert.IsTrue(s_settings.HasBusMeter);
        Assert.AreEqual(11400, s_settings.SupplySagMillivolts);
        Assert.AreEqual(15000, s_settings.SupplyHighMillivolts);
        Assert.AreEqual(12000, s_settings.BatteryLowMillivolts);
        Assert.AreEqual(13000, s_settings.ChargeMillivolts);
        Assert.AreEqual(11111, s_settings.RatedFlowMillilitresPerSecond);
        Assert.AreEqual(5, s_settings.MaxPulsesPerSecond);
        Assert.AreEqual(150, s_settings.LowPressureKilopascal);
        Assert.AreEqual(600, s_settings.HighPressureKilopascal);
        Assert.AreEqual(12, s_settings.MaxStartsPerHour);
        Assert.AreEqual(0, s_settings.BusSerial);
        Assert.AreEqual("", s_settings.BrokerUser);
    }

    [TestMethod]
    [DataRow("broker_port", 1, 65535)]
    [DataRow("utc_offset_min", -720, 840)]
    [DataRow("pulse_ml", 1, 10000000)]
    [DataRow("bus_address", 1, 247)]
    [DataRow("supply_act_mv", 5000, 60000)]
    [DataRow("no_flow_ml_s", 1, 1000000)]
    [DataRow("dry_pressure_kpa", 1, 2000)]
    [DataRow("pulse_meter", 0, 1)]
    [DataRow("bus_meter", 0, 1)]
    [DataRow("pressure", 0, 1)]
    [DataRow("supply_sag_mv", 5000, 60000)]
    [DataRow("supply_high_mv", 5000, 60000)]
    [DataRow("battery_low_mv", 5000, 60000)]
    [DataRow("bridging_min", 10, 10080)]
    [DataRow("charge_mv", 5000, 60000)]
    [DataRow("rated_flow_ml_s", 100, 1000000)]
    [DataRow("max_pulses_s", 1, 100)]
    [DataRow("low_pressure_kpa", 1, 2000)]
    [DataRow("high_pressure_kpa", 1, 4000)]
    [DataRow("max_starts_h", 1, 60)]
    [DataRow("bus_serial", 0, 999999999)]
    [DataRow("valve", 0, 1)]
    [DataRow("valve_travel_s", 2, 600)]
    [DataRow("power_meter", 0, 1)]
    [DataRow("power_address", 1, 247)]
    [DataRow("rated_power_w", 100, 1000000)]
    [DataRow("rated_phase_v", 100, 400)]
    [DataRow("card_reader", 0, 1)]
    [DataRow("mirror_contact", 0, 1)]
    [DataRow("selector", 0, 1)]
    [DataRow("chamber_float", 0, 1)]
    [DataRow("well_level", 0, 1)]
    [DataRow("well_level_full_cm", 100, 50000)]
    [DataRow("well_low_cm", 1, 20000)]
    [DataRow("battery_sense", 0, 1)]
    public void Number_IsTakenWithinItsRangeOnly(string key, int low, int high)
    {
        IsRead(0, key + "=" + low.ToString());
        IsRead(0, key + "=" + high.ToString());
        IsRead(1, key + "=" + (low - 1).ToString());
        IsRead(1, key + "=" + (high + 1).ToString());
    }

    [TestMethod]
    [DataRow("broker_port=")]
    [DataRow("broker_port=-")]
    [DataRow("broker_port=+1")]
    [DataRow("broker_port= 1")]
    [DataRow("broker_port=1 ")]
    [DataRow("broker_port=1x")]
    [DataRow("broker_port=0x10")]
    [DataRow("broker_port=1.5")]
    [DataRow("broker_port=4294967297")]
    [DataRow("broker_port=18446744073709551617")]
    [DataRow("broker_port")]
    [DataRow("broker_port 1883")]
    [DataRow("=1883")]
    [DataRow("Broker_port=1")]
    [DataRow("broker_ports=1")]
    [DataRow(" broker_port=1")]
    [DataRow("colour=red")]
    [DataRow("language=fr")]
    [DataRow("language=")]
    [DataRow("=")]
    public void LineNotOfTheForm_IsCountedAndTheDefaultHolds(string line)
    {
        IsRead(1, line);
        Assert.AreEqual(1883, s_settings.BrokerPort);
        Assert.IsFalse(s_settings.Chinese);
    }

    [TestMethod]
    [DataRow("a", true)]
    [DataRow("north-1", true)]
    [DataRow("abcdefghijklmnopqrstuvwxyz012345", true)]
    [DataRow("abcdefghijklmnopqrstuvwxyz0123456", false)]
    [DataRow("", false)]
    [DataRow("North", false)]
    [DataRow("a/b", false)]
    [DataRow("a+b", false)]
    [DataRow("#x", false)]
    [DataRow("a b", false)]
    [DataRow("a_b", false)]
    [DataRow("井", false)]
    public void TopicPart_IsOfTheContractsForm(string part, bool good)
    {
        IsRead(good ? 0 : 1, "site=" + part);
        Assert.AreEqual(good ? part : "unset", s_settings.Site);
        IsRead(good ? 0 : 1, "unit=" + part);
        Assert.AreEqual(good ? part : "unset", s_settings.Unit);
    }

    [TestMethod]
    public void TextOfNinetySixBytes_IsTakenAndOneMoreIsNot()
    {
        string text = "";
        for (int i = 0; i < 32; i++)
        {
            text += "井";
        }

        IsRead(0, "name=" + text);
        Assert.AreEqual(96, s_settings.Name.Length);
        IsRead(1, "name=" + text + "x");
        Assert.AreEqual(0, s_settings.Name.Length);
    }

    [TestMethod]
    public void TextInAnotherEncoding_IsCounted()
    {
        // 三号井 as GBK saves it, and a character cut in its middle.
        IsRead(1, "name=@", "C8 FD BA C5 BE AE");
        IsRead(1, "hotline=@", "E4 B8");
        IsRead(1, "broker_host=@", "FF FE");
        Assert.AreEqual("", s_settings.BrokerHost);
        Assert.AreEqual(0, s_settings.Name.Length);
    }

    [TestMethod]
    public void TextWithControlCharacters_IsCounted()
    {
        IsRead(1, "name=a\tb");
        IsRead(1, "contact=@", "41 1B 5B");
        IsRead(1, "hotline=@", "41 7F");
        IsRead(1, "broker_password=@", "41 00");
    }

    [TestMethod]
    [DataRow("41", true)]
    [DataRow("C3 A4", true)]
    [DataRow("E4 BA 95", true)]
    [DataRow("F0 9F 9A B0", true)]
    [DataRow("F4 8F BF BF", true)]
    [DataRow("80", false)]
    [DataRow("C1 81", false)]
    [DataRow("C3", false)]
    [DataRow("C3 41", false)]
    [DataRow("E0 9F BF", false)]
    [DataRow("E0 A0 80", true)]
    [DataRow("ED 9F BF", true)]
    [DataRow("ED A0 80", false)]
    [DataRow("E4 BA 15", false)]
    [DataRow("F0 8F BF BF", false)]
    [DataRow("F0 90 80 80", true)]
    [DataRow("F4 90 80 80", false)]
    [DataRow("F5 80 80 80", false)]
    [DataRow("1F", false)]
    [DataRow("20", true)]
    [DataRow("7E", true)]
    [DataRow("7F", false)]
    [DataRow("C2 80", false)]
    [DataRow("C2 9B", false)]
    [DataRow("C2 9F", false)]
    [DataRow("C2 A0", true)]
    [DataRow("E2 80 A7", true)]
    [DataRow("E2 80 A8", false)]
    [DataRow("E2 80 AE", false)]
    [DataRow("E2 80 AF", true)]
    [DataRow("E2 81 A5", true)]
    [DataRow("E2 81 A6", false)]
    [DataRow("E2 81 A9", false)]
    [DataRow("E2 81 AA", true)]
    [DataRow("E2 82 A8", true)]
    public void Utf8_IsPrintableAsRfc3629Says(string hex, bool printable)
    {
        byte[] bytes = Text.Hex(hex);
        Assert.AreEqual(printable, Utf8.IsPrintable(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void ByteOrderMarkCarriageReturnsCommentsAndEmptyLines_DoNotMatter()
    {
        IsRead(0, "\uFEFFsite=a\r\n\r\n# a comment\r\n#site=b\r\n\nunit=c");
        Assert.AreEqual("a", s_settings.Site);
        Assert.AreEqual("c", s_settings.Unit);
    }

    [TestMethod]
    public void KeyThatIsThereTwice_IsCounted()
    {
        IsRead(2, "broker_port=1\nbroker_port=2\nlanguage=zh\nlanguage=en");
        Assert.AreEqual(1, s_settings.BrokerPort);
        Assert.IsTrue(s_settings.Chinese);
    }

    [TestMethod]
    public void BadLinesBetweenGoodOnes_AreCountedOneByOne()
    {
        IsRead(3, "site=a\nx=1\nunit=B\nbroker_port=0\nunit=b");
        Assert.AreEqual("a", s_settings.Site);
        Assert.AreEqual("b", s_settings.Unit);
    }

    [TestMethod]
    public void Garbage_NeverThrowsAndChangesNothing()
    {
        var bytes = new byte[2048];
        uint noise = 3;
        for (int run = 0; run < 20; run++)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                noise = Text.Noise(noise);
                bytes[i] = (byte)(noise >> 24);
            }

            var settings = new Settings();
            Assert.IsTrue(SettingsText.Read(bytes, bytes.Length, settings).Rejected > 0);
            Assert.AreEqual("unset", settings.Site);
            Assert.AreEqual(1883, settings.BrokerPort);
        }
    }

    [TestMethod]
    public void GoodFileCutAnywhere_NeverThrows()
    {
        byte[] bytes = Text.Utf8("\uFEFFsite=north-1\r\nbroker_port=8883\nname=三号井\n");
        for (int count = 0; count <= bytes.Length; count++)
        {
            var settings = new Settings();
            Assert.IsTrue(SettingsText.Read(bytes, count, settings).Rejected <= 1);
        }
    }

    /// <summary>Lines that were rejected; the rules of the whole have tests of their own.</summary>
    private static int Lines(SettingsText read) => read.FirstLine == 0 ? 0 : read.Rejected;

    private static void IsRead(int rejected, string text)
    {
        byte[] bytes = Text.Utf8(text);
        s_settings = new Settings();
        Assert.AreEqual(rejected, Lines(SettingsText.Read(bytes, bytes.Length, s_settings)), text);
    }

    /// <summary>As the other one, with raw bytes in place of the "@" at the end.</summary>
    private static void IsRead(int rejected, string text, string hex)
    {
        byte[] head = Text.Utf8(text);
        byte[] tail = Text.Hex(hex);
        var bytes = new byte[head.Length - 1 + tail.Length];
        System.Array.Copy(head, bytes, head.Length - 1);
        System.Array.Copy(tail, 0, bytes, head.Length - 1, tail.Length);
        s_settings = new Settings();
        Assert.AreEqual(rejected, Lines(SettingsText.Read(bytes, bytes.Length, s_settings)), text);
    }

    [TestMethod]
    public void UnitKey_Is64HexadecimalDigits()
    {
        const string Half = "000102030405060708090a0b0c0d0E0F";
        IsRead(0, "unit_key=" + Half + Half + "\n");
        Assert.AreEqual(32, s_settings.UnitKey.Length);
        Assert.AreEqual(15, (int)s_settings.UnitKey[15]);
        Assert.AreEqual(1, (int)s_settings.UnitKey[17]);
        IsRead(1, "unit_key=" + Half + "\n");
        Assert.IsNull(s_settings.UnitKey);
        IsRead(1, "unit_key=" + Half + "000102030405060708090g0b0c0d0E0F" + "\n");
        Assert.IsNull(s_settings.UnitKey);
    }
}
