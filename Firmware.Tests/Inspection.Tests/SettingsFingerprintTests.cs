using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Records;

namespace Inspection.Tests;

/// <summary>Which settings are set-points: a change of one gives another fingerprint, a change of any other setting gives the same.</summary>
[TestClass]
public class SettingsFingerprintTests
{
    /// <summary>Names, link, secrets, holidays and cards; every other key is a set-point.</summary>
    private static readonly byte[] s_others =
    {
        SettingKey.Site, SettingKey.Unit, SettingKey.Name, SettingKey.Place, SettingKey.Contact, SettingKey.Hotline, SettingKey.Language,
        SettingKey.BrokerHost, SettingKey.BrokerPort, SettingKey.BrokerUser, SettingKey.BrokerPassword, SettingKey.UnitKey, SettingKey.WifiSsid,
        SettingKey.WifiPassword, SettingKey.TimeServer1, SettingKey.TimeServer2, SettingKey.Confirm, SettingKey.Encoding, SettingKey.Holidays,
        SettingKey.HolidaysNext, SettingKey.CredentialEnds, SettingKey.UserCard, SettingKey.UserCard2, SettingKey.UserCard3, SettingKey.UserCard4,
    };

    [TestMethod]
    public void EveryKey_ChangesItExactlyWhereItIsASetPoint()
    {
        int others = 0;
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            bool isOther = System.Array.IndexOf(s_others, (byte)key) >= 0;
            others += isOther ? 1 : 0;
            var settings = new Settings();
            int before = Of(settings);
            Change(settings, key);
            Assert.AreEqual(isOther, Of(settings) == before, "key " + key);
        }

        Assert.AreEqual(25, others);
    }

    [TestMethod]
    public void ChangedBack_IsTheSame()
    {
        var settings = new Settings();
        int before = Of(settings);
        settings.HasSelector = !settings.HasSelector;
        Assert.AreNotEqual(before, Of(settings));
        settings.HasSelector = !settings.HasSelector;
        Assert.AreEqual(before, Of(settings));
        Assert.AreNotEqual(0, before);
    }

    private static int Of(Settings settings) => SettingsFingerprint.Of(settings, new byte[SettingsFingerprint.RoomBytes], new TableChecksum());

    /// <summary>Gives a setting the first of some values that is allowed and is not what it is.</summary>
    private static void Change(Settings settings, int key)
    {
        var table = new SettingsTable();
        string[] values = { "0", "1", "2", "6000", "500", "200", "30", "B2", "zh", "en", "broker", "cbor", "x1", "2026:0501-0505", new string('a', 64) };
        for (int i = 0; i < values.Length; i++)
        {
            Assert.IsTrue(table.Look(settings, key));
            byte[] value = Text.Utf8(values[i]);
            bool same = values[i] == System.Text.Encoding.UTF8.GetString(table.Value, 0, table.Value.Length);
            if (!same && table.Set(settings, value, 0, value.Length) == SettingsFault.None)
            {
                return;
            }
        }

        Assert.AreEqual("a value", "none for key " + key);
    }
}
