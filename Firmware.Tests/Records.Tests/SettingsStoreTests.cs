using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Records;

namespace Records.Tests;

/// <summary>
/// Two copies of the configuration in slots 42 and 43: judged as a whole, the newest good one in force, changed whole or not at all, whatever becomes of power and flash.
/// </summary>
[TestClass]
public class SettingsStoreTests
{
    private const string File = "site=east\nunit=well-7\nbroker_host=10.0.0.2\nlow_pressure_kpa=160\n";
    private const int None = 0;
    private const int UnknownKey = 1;
    private const int BadForm = 2;
    private const int OutOfRange = 3;
    private const int TooLong = 4;
    private const int Repeated = 5;
    private const int Missing = 6;
    private const int TooBig = 7;
    private const int Future = 8;
    private const int Damaged = 9;
    private const int Foreign = 10;
    private const int Conflict = 11;
    private const int Busy = 12;
    private const int Nothing = 13;

    private static MemoryStorage s_storage;
    private static SettingsStore s_store;
    private static KeptParts s_parts;
    private static RecordStore s_records;
    private static RecordStamp s_stamp;
    private static EventLog s_log;

    [TestMethod]
    public void ProvisioningFile_BecomesTwoCopies()
    {
        Begin(File);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.IsTrue(s_store.IsWriting);
        Assert.AreEqual(2, Keep());
        Assert.IsTrue(s_storage.Has(42) && s_storage.Has(43));
        Load(null);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual("10.0.0.2", s_store.InForce.BrokerHost);
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(0, s_store.InForce.Rejected);
        Assert.AreEqual(0, Keep());
    }

    [TestMethod]
    public void Change_HoldsOnceItIsDurable()
    {
        Provision();
        Assert.AreEqual(None, Set("low_pressure_kpa", "200"));
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(Busy, Set("low_pressure_kpa", "210"));
        Assert.AreEqual(1, Keep());
        Assert.AreEqual(200, s_store.InForce.LowPressureKilopascal);
        Assert.IsFalse(s_store.RestartOwed);
        Load(File);
        Assert.AreEqual(200, s_store.InForce.LowPressureKilopascal);
    }

    [TestMethod]
    public void ChangeOfWhatIsBuiltIn_WaitsForTheNextStart()
    {
        Provision();
        Set("pulse_ml", "5000");
        Keep();
        Assert.AreEqual(10000, s_store.InForce.PulseMillilitres);
        Assert.IsTrue(s_store.RestartOwed);
        Assert.AreEqual(5000, s_store.Stored().PulseMillilitres);
        Load(File);
        Assert.AreEqual(5000, s_store.InForce.PulseMillilitres);
        Assert.IsFalse(s_store.RestartOwed);
    }

    /// <summary>Who changed what, from what, to what; newest first in the log.</summary>
    [TestMethod]
    public void Change_IsNotedWithOldAndNewValueAndPerson()
    {
        Provision();
        Set("low_pressure_kpa", "200");
        Keep();
        var entry = new EventRecord();
        var reader = new EventReader(s_log);
        Assert.IsTrue(reader.TryOlder(entry));
        IsNoted(entry, 5, 38, 12, "200");
        Assert.IsTrue(reader.TryOlder(entry));
        IsNoted(entry, 13, 38, 12, "160");
    }

    [TestMethod]
    public void ChangeOfAPassword_IsNotedWithoutIt()
    {
        Provision();
        Set("broker_password", "river-3");
        Keep();
        var entry = new EventRecord();
        var reader = new EventReader(s_log);
        reader.TryOlder(entry);
        IsNoted(entry, 5, 11, 12, "");
        Load(null);
        Assert.AreEqual("river-3", s_store.InForce.BrokerPassword);
    }

    [TestMethod]
    [DataRow("pressure_kpa", "1", UnknownKey)]
    [DataRow("", "1", UnknownKey)]
    [DataRow("pulse_ml", "", BadForm)]
    [DataRow("pulse_ml", "ten", BadForm)]
    [DataRow("pulse_ml", "1.5", BadForm)]
    [DataRow("pulse_ml", "0", OutOfRange)]
    [DataRow("pulse_ml", "10000001", OutOfRange)]
    [DataRow("pulse_ml", "99999999999", OutOfRange)]
    [DataRow("utc_offset_min", "-721", OutOfRange)]
    [DataRow("language", "de", BadForm)]
    [DataRow("valve", "2", BadForm)]
    [DataRow("contract", "F", BadForm)]
    [DataRow("site", "East", BadForm)]
    [DataRow("site", "", BadForm)]
    [DataRow("site", "a23456789012345678901234567890123", TooLong)]
    [DataRow("wifi_ssid", "a23456789012345678901234567890123", TooLong)]
    [DataRow("season_opens", "230", OutOfRange)]
    [DataRow("season_closes", "1301", OutOfRange)]
    [DataRow("credential_ends", "20251231", OutOfRange)]
    [DataRow("credential_ends", "20270230", OutOfRange)]
    [DataRow("user_card", "4294967296", OutOfRange)]
    [DataRow("user_card", "12a", BadForm)]
    [DataRow("user_card", "-5", BadForm)]
    [DataRow("user_card", "", BadForm)]
    [DataRow("low_pressure_kpa", "600", Conflict)]
    [DataRow("dry_pressure_kpa", "160", Conflict)]
    [DataRow("supply_high_mv", "10800", Conflict)]
    [DataRow("supply_sag_mv", "15000", Conflict)]
    [DataRow("charge_mv", "15000", Conflict)]
    [DataRow("no_flow_ml_s", "11111", Conflict)]
    [DataRow("power_address", "1", Conflict)]
    [DataRow("holidays", "2026:0101-0103,+0230", BadForm)]
    [DataRow("holidays", "2026", BadForm)]
    [DataRow("holidays_next", ",0101", BadForm)]
    public void WhatDoesNotFit_ChangesNothing(string key, string value, int fault)
    {
        Provision();
        Assert.AreEqual(fault, Set(key, value), key + "=" + value);
        Assert.IsFalse(s_store.IsWriting);
        Assert.AreEqual(0, Keep());
        Load(null);
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(0, s_store.InForce.Rejected);
    }

    [TestMethod]
    public void WhatIsSoAlready_IsNotWritten()
    {
        Provision();
        Assert.AreEqual(None, Set("low_pressure_kpa", "160"));
        Assert.IsFalse(s_store.IsWriting);
        Assert.AreEqual(0, Keep());
    }

    /// <summary>The power fails at every byte of the newer copy: the change is whole, or it has not been.</summary>
    [TestMethod]
    public void PowerCutAtEveryByte_LeavesOldOrNew()
    {
        int cuts = 0;
        for (int byteOf = 0; ; byteOf++)
        {
            Provision();
            Set("low_pressure_kpa", "200");
            s_parts.Write(0, s_records, s_stamp, 0, 1000, new TableChecksum());
            int slot = s_storage.LastSlot;
            int length = s_storage.Read(slot, new byte[2048]);
            s_storage.Tear(slot, byteOf);
            Load(File);
            int expected = byteOf == length ? 200 : 160;
            Assert.AreEqual(expected, s_store.InForce.LowPressureKilopascal, "cut at " + byteOf.ToString());
            Assert.AreEqual("well-7", s_store.InForce.Unit);
            Assert.AreEqual(0, s_store.InForce.Rejected);
            int fault = (int)s_store.Fault;
            Assert.AreEqual(byteOf == length || byteOf == 0 ? None : Damaged, fault);
            Assert.AreEqual(byteOf == length ? 0 : 1, Keep());
            cuts++;
            if (byteOf == length)
            {
                break;
            }
        }

        Assert.IsTrue(cuts > 100, cuts.ToString());
    }

    [TestMethod]
    public void EveryBitFlipped_NeverGivesAnotherConfiguration()
    {
        Provision();
        Set("low_pressure_kpa", "200");
        Keep();
        int slot = s_storage.LastSlot;
        var good = new byte[2048];
        int length = s_storage.Read(slot, good);
        for (int bit = 0; bit < 8 * length; bit++)
        {
            good[bit / 8] ^= (byte)(1 << (bit % 8));
            s_storage.Replace(slot, good, length);
            good[bit / 8] ^= (byte)(1 << (bit % 8));
            Load(null);
            Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal, "bit " + bit.ToString());
        }
    }

    [TestMethod]
    public void BothCopiesDamaged_TheFileHoldsAndThatIsTold()
    {
        Provision();
        s_storage.Tear(42, 40);
        s_storage.Tear(43, 40);
        Load(File);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(Damaged);
        Assert.AreEqual(2, Keep());
        Load(File);
        Assert.AreEqual(0, s_store.InForce.Rejected);
        IsFault(None);
    }

    [TestMethod]
    public void BothCopiesDamagedAndNoFile_TheDefaultsHoldAndThatIsTold()
    {
        Provision();
        s_storage.Tear(42, 40);
        s_storage.Tear(43, 40);
        Load(null);
        Assert.AreEqual("unset", s_store.InForce.Unit);
        Assert.AreEqual(150, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(Damaged);
    }

    [TestMethod]
    public void NothingAtAll_TheDefaultsHoldAndThatIsTold()
    {
        Begin(null);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(Nothing);
        Assert.AreEqual(0, Keep());
    }

    [TestMethod]
    public void CopiesOfAnotherChip_AreNotUsed()
    {
        Provision();
        s_store = SettingsStore.Load(s_storage, new TableChecksum(), new byte[] { 2, 0, 0, 0, 0, 9 }, new byte[0], -1);
        Assert.AreEqual("unset", s_store.InForce.Unit);
        IsFault(Foreign);
    }

    /// <summary>Another version of the body, and another format of the record: whole, and of a later firmware.</summary>
    [TestMethod]
    [DataRow(29, 2)]
    [DataRow(0, 3)]
    public void CopiesOfALaterFirmware_AreNotUsed(int at, int value)
    {
        Provision();
        for (int slot = 42; slot <= 43; slot++)
        {
            var copy = new byte[2048];
            int length = s_storage.Read(slot, copy);
            copy[at] = (byte)value;
            Bytes.Put32(copy, length - 4, (int)new TableChecksum().Crc32(copy, length - 4));
            s_storage.Replace(slot, copy, length);
        }

        Load(null);
        Assert.AreEqual("unset", s_store.InForce.Unit);
        IsFault(Future);
        Load(File);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual(1, s_store.InForce.Rejected);
    }

    [TestMethod]
    [DataRow("x=1\n", 1, UnknownKey, 5, "x")]
    [DataRow("pulse_ml=0\n", 1, OutOfRange, 5, "pulse_ml")]
    [DataRow("pulse_ml=ten\nvalve=7\n", 2, BadForm, 5, "pulse_ml")]
    [DataRow("unit=well-8\n", 1, Repeated, 5, "unit")]
    [DataRow("pulse_m", 1, BadForm, 5, "pulse_m")]
    [DataRow("version=2\nsomething new\n", 1, Future, 5, "version")]
    [DataRow("high_pressure_kpa=100\n", 1, Conflict, 0, "low_pressure_kpa")]
    public void FileThatDoesNotFit_IsRefusedAsAWhole(string more, int rejected, int fault, int line, string key)
    {
        Provision();
        Set("low_pressure_kpa", "200");
        Keep();
        Load(File + more);
        Assert.AreEqual(200, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual(rejected, s_store.InForce.Rejected);
        IsFault(fault);
        Assert.AreEqual(line, s_store.FaultLine);
        Assert.AreEqual(key, Text.Of(s_store.FaultKey, s_store.FaultKey.Length));
        Assert.AreEqual(0, Keep());
        Load(File);
        Assert.AreEqual(0, s_store.InForce.Rejected);
    }

    /// <summary>A person who corrects it at the console has decided: the file is not asked again, and 703 ends.</summary>
    [TestMethod]
    public void RefusedFile_IsSettledByAChangeAtTheConsole()
    {
        Provision();
        Load(File + "pulse_ml=0\n");
        Assert.AreEqual(1, s_store.InForce.Rejected);
        Set("low_pressure_kpa", "210");
        Keep();
        Assert.AreEqual(0, s_store.InForce.Rejected);
        Load(File + "pulse_ml=0\n");
        Assert.AreEqual(0, s_store.InForce.Rejected);
        IsFault(None);
        Assert.AreEqual(210, s_store.InForce.LowPressureKilopascal);
        Load(File + "pulse_ml=7000\n");
        Assert.AreEqual(7000, s_store.InForce.PulseMillilitres);
    }

    /// <summary>A file that names no unit does not take the place of a configuration that does.</summary>
    [TestMethod]
    public void EmptyFile_ReplacesNothing()
    {
        Provision();
        Load("");
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(Missing);
    }

    /// <summary>A blank unit is named at the console, one name after the other; until both are there 703 stands.</summary>
    [TestMethod]
    public void BlankUnit_IsNamedAtTheConsole()
    {
        Begin(null);
        Assert.AreEqual(None, Set("site", "east"));
        Keep();
        Load(null);
        Assert.AreEqual("east", s_store.InForce.Site);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(Missing);
        Assert.AreEqual(None, Set("unit", "well-9"));
        Keep();
        Load(null);
        Assert.AreEqual("well-9", s_store.InForce.Unit);
        Assert.AreEqual(0, s_store.InForce.Rejected);
    }

    [TestMethod]
    public void FileThatWasTaken_IsNotTakenAgain_AnotherOneIs()
    {
        Provision();
        Set("low_pressure_kpa", "200");
        Keep();
        Load(File);
        Assert.AreEqual(200, s_store.InForce.LowPressureKilopascal);
        Assert.IsFalse(s_store.IsWriting);
        Load(File + "valve=1\n");
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
        Assert.IsTrue(s_store.InForce.HasValve);
        Keep();
        Load(File + "valve=1\n");
        Assert.IsFalse(s_store.IsWriting);
    }

    /// <summary>The newest copy cannot be read now: the older one serves, and that is known, so that neither is written over.</summary>
    [TestMethod]
    public void CopyThatCannotBeReadNow_IsNotWrittenOver()
    {
        Provision();
        s_storage.FailReadsFrom = 43;
        var unit = new UnitBench(s_storage, File);
        Assert.IsTrue(unit.Unit.Configuration.IsUnread);
        Assert.AreEqual("well-7", unit.Settings.Unit);
        s_storage.Watch(42);
        s_storage.Watch(43);
        unit.Run(60000);
        Assert.AreEqual(0, s_storage.WritesTo(42) + s_storage.WritesTo(43));
        s_storage.FailReadsFrom = 124;
        unit.Run(10000);
        Assert.IsTrue(unit.Unit.WantsRestart);
        Assert.AreEqual(0, s_storage.WritesTo(42) + s_storage.WritesTo(43));
        Assert.IsFalse(new UnitBench(s_storage, File).Unit.Configuration.IsUnread);
    }

    /// <summary>All texts at their longest are more than a copy holds: nothing is cut, the last one is refused.</summary>
    [TestMethod]
    public void WhatDoesNotFitACopy_IsRefused()
    {
        Provision();
        string[] keys = { "name", "place", "contact", "hotline", "holidays", "holidays_next", "broker_user", "broker_password", "wifi_password", "time_server_1", "time_server_2" };
        string text = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456";
        int stored = 0;
        int fault = None;
        for (int i = 0; i < keys.Length && fault == None; i++)
        {
            fault = Set(keys[i], i == 4 || i == 5 ? FullYear(2022 + i) : text.Substring(0, i < 6 ? 96 : 64));
            stored += fault == None ? 1 : 0;
            Keep();
        }

        Assert.AreEqual(TooBig, fault);
        Assert.IsTrue(stored >= 8, stored.ToString());
        Load(null);
        Assert.AreEqual(124, s_store.InForce.HolidaysNext.Length);
        Assert.AreEqual(0, s_store.InForce.Rejected);
    }

    /// <summary>The year 2026 as the State Council published it, in two lines of the console; another text for the same year beside it would not count.</summary>
    [TestMethod]
    public void APublishedYear_IsTakenInParts()
    {
        Provision();
        Assert.AreEqual(None, Set("holidays", "2026:0101-0103,0215-0223,0404-0406,0501-0505,0619-0621"));
        Keep();
        Assert.AreEqual(None, Set("holidays", ",0925-0927,1001-1007,+0104,+0214,+0228,+0509,+0920,+1010"));
        Keep();
        Assert.AreEqual(BadForm, Set("holidays", ",1301"));
        Assert.AreEqual(TooLong, Set("holidays", ",0101-0102,0101-0103,0101-0104"));
        Assert.AreEqual(Conflict, Set("holidays_next", "2026:0101"));
        Assert.AreEqual(None, Set("holidays_next", "2027:0101"));
        Keep();
        Load(null);
        byte[] year = s_store.InForce.Holidays;
        Assert.AreEqual("2026:0101-0103,0215-0223,0404-0406,0501-0505,0619-0621,0925-0927,1001-1007,+0104,+0214,+0228,+0509,+0920,+1010", Text.Of(year, year.Length));
    }

    /// <summary>What an earlier firmware has taken and this one does not: calendar or text is left empty and told (703), and everything else holds; the next change settles it.</summary>
    [TestMethod]
    [DataRow("holidays=2026:0101\nholidays_next=2026:1001\n", Conflict, "holidays_next", 9, 0)]
    [DataRow("holidays=2026:0101, 0102\nholidays_next=2027:0101\n", BadForm, "holidays", 0, 9)]
    [DataRow("holidays=2026:0431\n", BadForm, "holidays", 0, 0)]
    [DataRow("place=a\u2028b\nholidays=2026:0101\n", BadForm, "place", 9, 0)]
    public void WhatAnEarlierFirmwareTook_CostsNoConfiguration(string lines, int fault, string key, int holidays, int next)
    {
        Provision();
        Set("low_pressure_kpa", "200");
        Keep();
        Older(lines);
        Load(File);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual("10.0.0.2", s_store.InForce.BrokerHost);
        Assert.AreEqual(200, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(holidays, s_store.InForce.Holidays.Length);
        Assert.AreEqual(next, s_store.InForce.HolidaysNext.Length);
        Assert.AreEqual(0, s_store.InForce.Place.Length);
        Assert.AreEqual(1, s_store.InForce.Rejected);
        IsFault(fault);
        Assert.AreEqual(key, Text.Of(s_store.FaultKey, s_store.FaultKey.Length));
        Assert.AreEqual(None, Set("low_pressure_kpa", "210"));
        Keep();
        Load(File);
        Assert.AreEqual(0, s_store.InForce.Rejected);
        Assert.AreEqual(210, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(holidays, s_store.InForce.Holidays.Length);
    }

    /// <summary>A number that does not hold makes a copy of an earlier firmware as little worth as before.</summary>
    [TestMethod]
    public void ACopyWithANumberBeyondItsRange_IsNotUsed()
    {
        Provision();
        Older("pulse_ml=0\nholidays=2026:0431\n");
        Load(null);
        Assert.AreEqual("unset", s_store.InForce.Unit);
        IsFault(OutOfRange);
    }

    /// <summary>Both copies as an earlier firmware wrote them: with these lines after those that stand there.</summary>
    private static void Older(string lines)
    {
        byte[] text = Text.Utf8(lines);
        var buffer = new byte[1056];
        for (int slot = 42; slot <= 43; slot++)
        {
            int end = s_storage.Read(slot, buffer) - Record.CrcBytes;
            System.Array.Copy(text, 0, buffer, end, text.Length);
            s_storage.Replace(slot, buffer, Record.Seal(buffer, Record.Settings, end + text.Length, new TableChecksum()));
        }
    }

    private static string FullYear(int year)
    {
        string text = year.ToString() + ":0101";
        for (int i = 0; i < 23; i++)
        {
            text += ",0202";
        }

        return text;
    }

    /// <summary>A card's number has 32 bits.</summary>
    [TestMethod]
    public void CardsOfWaterUsers_AreKept()
    {
        Provision();
        Set("user_card", "4294967295");
        Keep();
        Set("user_card_4", "90000018");
        Keep();
        Load(File);
        Assert.IsTrue(s_store.InForce.IsUserCard(-1));
        Assert.IsTrue(s_store.InForce.IsUserCard(90000018));
        Assert.IsFalse(s_store.InForce.IsUserCard(0));
    }

    [TestMethod]
    public void StorageThatRefuses_ChangesNothing()
    {
        Provision();
        s_storage.RefuseWrites = 1;
        Set("low_pressure_kpa", "200");
        Assert.IsFalse(s_parts.Write(0, s_records, s_stamp, 0, 1000, new TableChecksum()));
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
        Assert.IsTrue(s_store.IsWriting);
        s_store.GiveUp();
        Assert.AreEqual(0, Keep());
        Load(File);
        Assert.AreEqual(160, s_store.InForce.LowPressureKilopascal);
    }

    /// <summary>What is left is who the unit is and how it reports; both copies are those of the reset.</summary>
    [TestMethod]
    public void FactoryReset_KeepsTheWayToTheCentre()
    {
        Provision();
        Set("hotline", "777");
        Keep();
        Set("unit_key", "000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f");
        Keep();
        Assert.AreEqual(None, (int)s_store.TryReset(12));
        Assert.IsFalse(s_store.MustClear);
        Keep();
        Assert.IsTrue(s_store.MustClear);
        s_store.Cleared();
        Assert.AreEqual(1, Keep());
        Load(File);
        IsReset();
        Assert.IsFalse(s_store.MustClear);
        Assert.AreEqual(15, (int)s_store.InForce.UnitKey[31]);
        s_storage.Tear(s_storage.LastSlot, 10);
        Load(File);
        IsReset();
    }

    [TestMethod]
    public void FactoryResetCutInTwo_GoesOnAtTheNextStart()
    {
        Provision();
        s_store.TryReset(12);
        Keep();
        Load(File);
        Assert.IsTrue(s_store.MustClear);
        Assert.IsFalse(s_store.RestartOwed);
        Assert.AreEqual(Busy, Set("hotline", "777"));
        s_store.Cleared();
        Keep();
        Load(File);
        IsReset();
        Assert.IsFalse(s_store.MustClear);
    }

    /// <summary>Every setting can be told and set again, and none shares a number or a name with another.</summary>
    [TestMethod]
    public void EverySetting_IsTakenAsItIsTold()
    {
        var table = new SettingsTable();
        var settings = new Settings();
        for (int key = 1; key <= 66; key++)
        {
            Assert.IsTrue(table.Look(settings, key), key.ToString());
            Assert.AreEqual(key, table.Key);
            byte[] value = table.Value;
            int fault = key <= 2 ? None : (int)table.Set(settings, value, 0, value.Length);
            Assert.AreEqual(None, fault, table.Name);
            byte[] name = Text.Utf8(table.Name);
            Assert.IsTrue(table.LookFor(settings, name, 0, name.Length));
            Assert.AreEqual(key, table.Key);
        }

        Assert.IsFalse(table.Look(settings, 68));
        Assert.IsFalse(table.Look(settings, 0));
    }

    private static void IsReset()
    {
        Assert.AreEqual("east", s_store.InForce.Site);
        Assert.AreEqual("well-7", s_store.InForce.Unit);
        Assert.AreEqual("10.0.0.2", s_store.InForce.BrokerHost);
        Assert.AreEqual(150, s_store.InForce.LowPressureKilopascal);
        Assert.AreEqual(0, s_store.InForce.Hotline.Length);
        Assert.AreEqual(0, s_store.InForce.Rejected);
    }

    private static void IsFault(int fault)
    {
        int found = (int)s_store.Fault;
        Assert.AreEqual(fault, found);
    }

    private static void IsNoted(EventRecord entry, int kind, int key, int who, string text)
    {
        int noted = (int)entry.Kind;
        Assert.AreEqual(kind, noted);
        Assert.AreEqual(key, entry.Code);
        Assert.AreEqual(who, entry.Value);
        Assert.AreEqual(text, Text.Of(entry.Text, entry.TextCount));
    }

    private static int Set(string key, string value)
    {
        byte[] name = Text.Utf8(key);
        byte[] bytes = Text.Utf8(value);
        var table = new SettingsTable();
        int number = table.LookFor(s_store.InForce, name, 0, name.Length) ? table.Key : 0;
        return (int)s_store.TrySet(number, bytes, 0, bytes.Length, 12);
    }

    private static void Provision()
    {
        Begin(File);
        Keep();
    }

    private static void Begin(string file)
    {
        s_storage = new MemoryStorage();
        Load(file);
    }

    /// <summary>A start of the unit.</summary>
    private static void Load(string file)
    {
        byte[] mac = { 2, 0, 0, 0, 0, 1 };
        byte[] bytes = Text.Utf8(file ?? "");
        s_store = SettingsStore.Load(s_storage, new TableChecksum(), mac, bytes, file == null ? -1 : bytes.Length);
        s_records = new RecordStore(s_storage);
        s_stamp = new RecordStamp(mac, new UnitClock(), new TableChecksum());
        s_log = new EventLog(s_stamp, new TableChecksum());
        s_log.Begin(s_records, new byte[EventLog.PageBytes]);
        s_store.Log = s_log;
        s_parts = new KeptParts(new byte[KeptParts.MaxBytes]);
        s_parts.Add(s_store);
    }

    /// <summary>Writes what is due; how many writes that took.</summary>
    private static int Keep()
    {
        int writes = 0;
        while (s_parts.Due(1000) >= 0)
        {
            Assert.IsTrue(s_parts.Write(0, s_records, s_stamp, 0, 1000, new TableChecksum()));
            writes++;
            Assert.IsTrue(writes < 5);
        }

        return writes;
    }
}
