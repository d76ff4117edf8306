using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Records.Tests.Messaging;

/// <summary>Whole messages, byte for byte, as PROTOCOL.md shows them.</summary>
[TestClass]
public class MessageTests
{
    /// <summary>The keys of <c>settings</c> stay text in CBOR (PROTOCOL.md): none of those that are told there has a number in the registry.</summary>
    [TestMethod]
    public void KeysOfSettings_HaveNoNumber()
    {
        var table = new SettingsTable();
        var settings = new Settings();
        int told = 0;
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            bool stands = table.Look(settings, key) && table.Type != SettingType.Secret;
            if (stands && !Text.Has(" " + table.Name + " ", " site unit name place contact hotline utc_offset_min "))
            {
                Assert.AreEqual(-1, CborKeys.Of(table.Name), table.Name);
                told++;
            }
        }

        Assert.IsTrue(told > 50, told.ToString());
    }

    private static readonly JsonWriter s_json = new JsonWriter(new byte[2048]);

    [TestMethod]
    public void Birth()
    {
        StateMessage.Write(s_json, true, -1430532899, 7, 1);
        Is("{\"v\":1,\"online\":true,\"epoch\":2864434397,\"session\":458753,\"boot\":7}");
    }

    [TestMethod]
    public void WillOfAHighBoot_DoesNotWrap()
    {
        StateMessage.Write(s_json, false, 1, 100000, 65535);
        Is("{\"v\":1,\"online\":false,\"epoch\":1,\"session\":6553665535,\"boot\":100000}");
    }

    [TestMethod]
    public void ConnectsBeyondABootsRange_StayInIt()
    {
        StateMessage.Write(s_json, true, 1, 7, 65536);
        Is("{\"v\":1,\"online\":true,\"epoch\":1,\"session\":524287,\"boot\":7}");
        StateMessage.Write(s_json, true, 1, 7, int.MaxValue);
        Is("{\"v\":1,\"online\":true,\"epoch\":1,\"session\":524287,\"boot\":7}");
    }

    [TestMethod]
    public void About()
    {
        var settings = new Settings { Name = Text.Utf8("三号井"), Place = Text.Utf8("东村机井"), Contact = Text.Utf8("值班室"), Hotline = Text.Utf8("12345") };
        AboutMessage.Write(s_json, new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3" }, settings);
        Is("{\"v\":1,\"firmware\":\"0.1.0\",\"board\":\"esp32-devkitc\",\"target\":\"ESP32_REV3\",\"fitted\":[\"pulse-meter\",\"bus-meter\",\"pressure\",\"power\",\"card\",\"mirror\",\"hand\",\"float\",\"level\",\"battery\"],"
            + "\"name\":\"三号井\",\"place\":\"东村机井\",\"contact\":\"值班室\",\"hotline\":\"12345\",\"utc_offset_min\":480,\"settings\":{}}");
    }

    [TestMethod]
    public void AboutWithNothingFitted()
    {
        var settings = new Settings { HasPulseMeter = false, HasBusMeter = false, HasPressure = false, UtcOffsetMinutes = -720 };
        Unfit(settings);
        AboutMessage.Write(s_json, new UnitIdentity(), settings);
        Assert.IsTrue(Text.Has("\"fitted\":[],", Written()));
        Assert.IsTrue(Text.Has("\"utc_offset_min\":-720,\"settings\":{\"pulse_meter\":\"0\",\"bus_meter\":\"0\",\"pressure\":\"0\",", Written()));
    }

    [TestMethod]
    public void About_TellsEverySettingThatIsNotTheUsual_ButNoSecret()
    {
        var settings = new Settings { PulseMillilitres = 5000, BrokerHost = "mqtt.example", BrokerPassword = "secret", WifiPassword = "secret", UnitKey = new byte[32], Hotline = Text.Utf8("12345") };
        AboutMessage.Write(s_json, new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3" }, settings);
        Assert.IsTrue(Text.Has(",\"settings\":{\"broker_host\":\"mqtt.example\",\"pulse_ml\":\"5000\"}}", Written()), Written());
        Assert.IsFalse(Text.Has("secret", Written()));
    }

    /// <summary>Texts of quotes, and beside them as many settings as the configuration can hold.</summary>
    [TestMethod]
    public void AboutWithTheLongestTexts_StaysWithin2048Bytes()
    {
        var quotes = new byte[96];
        for (int i = 0; i < quotes.Length; i++)
        {
            quotes[i] = (byte)'"';
        }

        var settings = new Settings { Name = quotes, Place = quotes, Contact = quotes, Hotline = quotes, HasValve = true };
        var table = new SettingsTable();
        int lines = 4 * (96 + 10);
        for (int key = SettingKey.Hotline + 1; key <= SettingKey.Last && lines < SettingsStore.MaxTextBytes; key++)
        {
            if (table.Look(settings, key) && table.Type == SettingType.Number)
            {
                byte[] most = Text.Utf8(table.High.ToString());
                lines += table.Name.Length + most.Length + 2;
                table.Set(settings, most, 0, most.Length);
            }
        }

        AboutMessage.Write(s_json, new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3" }, settings);
        Assert.IsFalse(s_json.Overflowed);
        Assert.IsTrue(s_json.Count > 1400 && s_json.Count <= 2048, s_json.Count.ToString());
    }

    [TestMethod]
    public void Alarm()
    {
        var record = new AlarmRecord
        {
            Epoch = unchecked((int)2864434397),
            Seq = 17,
            Boot = 7,
            Code = 305,
            Level = 2,
            Event = FaultEvent.Raised,
            Occurrence = 3,
            OnsetMs = 61250,
            OnsetUnix = 1790000000,
            ConfirmedMs = 71250,
            ConfirmedUnix = 1790000010,
        };
        NoEvidence(record);
        record.SetEvidence(0, Signal.PulseFlow, NoDataReason.None, 0);
        record.SetEvidence(1, Signal.BusFlow, NoDataReason.Timeout, 0);
        record.SetEvidence(2, Signal.Supply, NoDataReason.None, 12010);
        var clock = new UnitClock();
        clock.OfferSystem(71300, 1790000010);
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), clock, 7, 71300, false);
        Is("{\"v\":1,\"id\":\"2864434397-17\",\"code\":305,\"name\":\"pump.dry-run\",\"level\":2,\"event\":\"raised\",\"occurrence\":3,"
            + "\"onset\":{\"at\":1790000000,\"boot\":7,\"ms\":61250},\"confirmed\":{\"at\":1790000010,\"boot\":7,\"ms\":71250},"
            + "\"sent\":{\"at\":1790000010,\"boot\":7,\"ms\":71300},\"time\":\"synced\","
            + "\"evidence\":{\"pulse_flow_ml_s\":0,\"bus_flow_ml_s\":\"timeout\",\"supply_mv\":12010},\"part\":\"PMP-SET\",\"suppressed\":0,\"historical\":false}");
    }

    [TestMethod]
    public void AlarmWithoutAClock_HasNullTimes()
    {
        var record = new AlarmRecord { Code = 103, Boot = 2, OnsetMs = 1000, ConfirmedMs = 6000 };
        NoEvidence(record);
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), new UnitClock(), 2, 6050, false);
        Assert.IsTrue(Text.Has("\"onset\":{\"at\":null,\"boot\":2,\"ms\":1000}", Written()));
        Assert.IsTrue(Text.Has("\"sent\":{\"at\":null,\"boot\":2,\"ms\":6050},\"time\":\"unset\"", Written()));
    }

    [TestMethod]
    public void ClockSetAfterTheFault_DatesItWhenItIsOfThisStart()
    {
        var record = new AlarmRecord { Code = 103, Boot = 2, OnsetMs = 1000, ConfirmedMs = 6000 };
        NoEvidence(record);
        var clock = new UnitClock();
        clock.OfferSystem(10000, 1790000000);
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), clock, 2, 10000, false);
        Assert.IsTrue(Text.Has("\"onset\":{\"at\":1789999991,\"boot\":2,\"ms\":1000}", Written()));
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), clock, 3, 10000, true);
        Assert.IsTrue(Text.Has("\"onset\":{\"at\":null,\"boot\":2,\"ms\":1000}", Written()));
        Assert.IsTrue(Text.Has("\"historical\":true}", Written()));
    }

    [TestMethod]
    public void CodeThatThisFirmwareDoesNotKnow_IsStillSent()
    {
        var record = new AlarmRecord { Code = 999, Level = 3, Event = FaultEvent.Cleared };
        NoEvidence(record);
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), new UnitClock(), 1, 0, true);
        Assert.IsTrue(Text.Has("\"code\":999,\"name\":\"unknown\",\"level\":3,\"event\":\"cleared\"", Written()));
        Assert.IsTrue(Text.Has("\"evidence\":{},\"part\":\"\"", Written()));
    }

    [TestMethod]
    public void LongestAlarm_StaysWithin1024Bytes()
    {
        var record = new AlarmRecord
        {
            Epoch = -1,
            Seq = int.MaxValue,
            Boot = int.MaxValue,
            Code = 201,
            Occurrence = 65535,
            Suppressed = 65535,
            OnsetMs = 999999999999,
            ConfirmedMs = 999999999999,
            OnsetUnix = 4102444799,
            ConfirmedUnix = 4102444799,
        };
        for (int field = 0; field < 8; field++)
        {
            record.SetEvidence(field, Signal.MeterDifference, NoDataReason.None, int.MinValue);
        }

        var clock = new UnitClock();
        clock.OfferSystem(0, 1790000000);
        s_json.Reset();
        AlarmMessage.Write(s_json, record, new FaultCatalogue(), clock, int.MaxValue, 999999999999, false);
        Assert.IsTrue(s_json.Count <= 1024, s_json.Count.ToString());
    }

    [TestMethod]
    [DataRow(1, "not-yet")]
    [DataRow(2, "off")]
    [DataRow(3, "not-fitted")]
    [DataRow(4, "timeout")]
    [DataRow(5, "out-of-range")]
    [DataRow(6, "bus-error")]
    public void ReasonKeepsItsNameOnTheWire(int reason, string name)
    {
        Assert.AreEqual(name, ReadingWriter.NameOf((NoDataReason)reason));
    }

    [TestMethod]
    [DataRow(1, "raised")]
    [DataRow(2, "level")]
    [DataRow(3, "cleared")]
    public void EventKeepsItsNameOnTheWire(int what, string name)
    {
        Assert.AreEqual(name, AlarmMessage.NameOf((FaultEvent)what));
    }

    [TestMethod]
    [DataRow(0, "unset")]
    [DataRow(1, "synced")]
    [DataRow(2, "coasting")]
    public void QualityKeepsItsNameOnTheWire(int quality, string name)
    {
        Assert.AreEqual(name, Stamp.NameOf((TimeQuality)quality));
    }

    [TestMethod]
    public void Topics_AreThoseOfTheContract()
    {
        var topics = new Topics("east", "well-3");
        Assert.AreEqual("irrigation/v1/east/well-3/state", topics.State);
        Assert.AreEqual("irrigation/v1/east/well-3/about", topics.About);
        Assert.AreEqual("irrigation/v1/east/well-3/snapshot", topics.Snapshot);
        Assert.AreEqual("irrigation/v1/east/well-3/alarm", topics.Alarm);
        Assert.AreEqual("irrigation/v1/east/well-3/telemetry", topics.Telemetry);
        Assert.AreEqual("irrigation/v1/east/well-3/stored", topics.Stored);
        Assert.AreEqual("irrigation/v1/east/well-3/command", topics.Command);
        Assert.AreEqual("east.well-3", topics.ClientId);
    }

    [TestMethod]
    public void SnapshotOfTwoFaults_HasTheWorstFirst()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        for (int ms = 0; ms <= 60000; ms += 1000)
        {
            site.View.Readings.Set(Signal.Supply, ms < 31000 ? 12600 : 10000);
            site.View.Readings.SetContact(Signal.PumpContact, true);
            site.View.Readings.Set(Signal.BusFlow, 0);
            site.View.Readings.Set(Signal.PulseFlow, 0);
            site.Decide(ms);
        }

        var counters = new UnitCounters { Epoch = -1, Boot = 7, OldestSeq = 17, NextSeq = 19 };
        SnapshotMessage.WriteSnapshot(s_json, site, new UnitClock(), counters, 61000);
        string text = Written();
        Assert.IsTrue(text.StartsWith("{\"v\":1,\"epoch\":4294967295,\"oldest\":17,\"next\":19,\"now\":{\"at\":null,\"boot\":7,\"ms\":61000},\"time\":\"unset\",\"level\":1,"
            + "\"faults\":[{\"code\":103,\"name\":\"power.supply-low\",\"level\":1,\"occurrence\":1,\"onset\":{\"at\":null,\"boot\":7,\"ms\":31000}},{\"code\":305,"), text);
        Assert.IsTrue(Text.Has("],\"more\":0,\"mode\":{\"laid_up\":false,\"maintenance_min\":0,\"flood\":false,\"shelved\":0,\"held\":0},\"readings\":{\"supply_mv\":10000,\"pressure_kpa\":\"not-yet\",", text));
        Assert.IsTrue(Text.Has("\"counters\":{\"boots\":7,", text));
        Assert.IsTrue(s_json.Count <= 2048);
    }

    /// <summary>A snapshot that does not fit would never leave, and hold up every alarm behind it.</summary>
    [TestMethod]
    public void LongestSnapshot_FitsAndCountsWhatItLeavesOut()
    {
        var site = new SiteController(new Settings(), new FaultCatalogue());
        for (int ms = 0; ms <= 4000000; ms += 1000)
        {
            Ruin(site.View.Readings);
            site.Decide(ms);
            while (site.Transitions.Count > 0)
            {
                site.Transitions.DropFirst();
            }
        }

        Assert.IsTrue(site.Monitors.RaisedCount >= 14);
        for (int signal = 0; signal < 18; signal++)
        {
            site.View.Readings.Miss(signal, NoDataReason.OutOfRange);
        }

        int many = int.MaxValue;
        var counters = new UnitCounters
        {
            Epoch = -1,
            Boot = many,
            OldestSeq = many,
            NextSeq = many,
            LinkAttempts = many,
            LinkSessions = many,
            Waiting = many,
            Lost = many,
            Refused = many,
            StorageErrors = many,
        };
        SnapshotMessage.WriteSnapshot(s_json, site, new UnitClock(), counters, long.MaxValue / 2);
        Assert.IsFalse(s_json.Overflowed);
        Assert.IsTrue(s_json.Count > 1700);
        Assert.IsFalse(Text.Has("\"more\":0", Written()));
    }

    private static void Unfit(Settings settings)
    {
        settings.HasPowerMeter = false;
        settings.HasCardReader = false;
        settings.HasMirrorContact = false;
        settings.HasSelector = false;
        settings.HasChamberFloat = false;
        settings.HasWellLevel = false;
        settings.HasBatterySense = false;
    }

    private static void Ruin(Readings readings)
    {
        readings.Set(Signal.Supply, 16500);
        readings.SetContact(Signal.MainsPresent, false);
        readings.Miss(Signal.BusFlow, NoDataReason.Timeout);
        readings.Miss(Signal.Pressure, NoDataReason.OutOfRange);
        readings.Set(Signal.BusStatus, 1);
        readings.Set(Signal.PulseFlow, 20000);
        readings.SetContact(Signal.PumpContact, true);
        readings.SetContact(Signal.DoorOpen, true);
        readings.Set(Signal.StartsPerHour, 60);
        readings.Set(Signal.Unstored, 9000);
        readings.SetContact(Signal.Refused, true);
        readings.Set(Signal.Reach, 1);
        readings.Set(Signal.Uptime, 9000);
        readings.Set(Signal.ClockJumps, readings.ValueOf(Signal.ClockJumps) + 1);
        readings.Set(Signal.RecordsDamaged, readings.ValueOf(Signal.RecordsDamaged) + 1);
        readings.Set(Signal.WorkerRestarts, readings.ValueOf(Signal.WorkerRestarts) + 1);
        readings.Set(Signal.StorageFailures, 9);
        readings.Set(Signal.OutboxFill, 100);
        readings.Set(Signal.SettingsRejected, 1);
    }

    private static void NoEvidence(AlarmRecord record)
    {
        for (int field = 0; field < 8; field++)
        {
            record.SetEvidence(field, Signal.None, NoDataReason.NotFitted, 0);
        }
    }

    private static string Written() => Text.Of(s_json.Buffer, s_json.Count);

    private static void Is(string expected)
    {
        Assert.IsFalse(s_json.Overflowed);
        Assert.AreEqual(expected, Written());
    }
}
