using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Console.Tests;

/// <summary>Settings at the console: looking, changing with a login, wrong values answered with the range, and the factory reset, which nothing but a deliberate act begins.</summary>
[TestClass]
public class ConfigTests
{
    private const string File = "site=east\nunit=well-3\nbroker_host=10.0.0.2\nlow_pressure_kpa=160\nname=Well 3\nbroker_password=river-3\n";
    private static UnitBench s_unit;

    [TestMethod]
    public void OneSetting_ShowsValueRangeUnitMeaningAndWhenItTakesEffect()
    {
        Begin();
        string shown = s_unit.Ask("config low_pressure_kpa");
        Shows(shown, " low_pressure_kpa     160 kPa                 1 to 2000\r\n");
        Shows(shown, " Line pressure below which the running pump does not serve (fault 404).\r\n");
        Shows(shown, " low_pressure_kpa may be: 1 to 2000 kPa\r\n A change takes effect at once.\r\n> ");
        Shows(s_unit.Ask("config PULSE_ML"), " A change takes effect at the next start of the unit.\r\n> ");
        Shows(s_unit.Ask("config contract"), " contract may be: A B1 B2 B3 C D E\r\n");
        Shows(s_unit.Ask("config pulse"), "No setting has this name");
    }

    [TestMethod]
    public void Password_IsNeverShown()
    {
        Begin();
        string all = s_unit.Ask("config broker_password") + s_unit.Ask("config wifi_password") + s_unit.Ask("export");
        s_unit.Run(10000);
        all += s_unit.Console.Shown;
        Shows(all, "broker_password      (set, not shown)");
        Shows(all, "wifi_password        (not set)");
        Assert.IsFalse(Text.Has("river-3", all), all);
    }

    [TestMethod]
    public void Change_NeedsALogin()
    {
        Begin();
        Shows(s_unit.Ask("config low_pressure_kpa 200"), "This is for technicians.");
        Assert.AreEqual(160, s_unit.Settings.LowPressureKilopascal);
    }

    [TestMethod]
    public void Change_IsStoredThenInForceAndNoted()
    {
        Begin();
        LogIn();
        Shows(s_unit.Ask("config low_pressure_kpa 200"), "Stored, and in force now.\r\n> ");
        Assert.AreEqual(200, s_unit.Settings.LowPressureKilopascal);
        string log = s_unit.Ask("log");
        Shows(log, "low_pressure_kpa = 200  by 12\r\n");
        Shows(log, "Setting before: low_pressure_kpa = 160\r\n");
        Shows(s_unit.Ask("config low_pressure_kpa 200"), "It was so already; nothing was written.\r\n> ");
        Restart();
        Assert.AreEqual(200, s_unit.Settings.LowPressureKilopascal);
    }

    [TestMethod]
    public void ChangeForTheNextStart_SaysSo()
    {
        Begin();
        LogIn();
        Shows(s_unit.Ask("config pulse_ml 5000"), "Stored. It takes effect at the next start: type restart.\r\n> ");
        Assert.AreEqual(10000, s_unit.Settings.PulseMillilitres);
        Shows(s_unit.Ask("config pulse_ml"), " From the next start: 5000 mL\r\n> ");
        Restart();
        Assert.AreEqual(5000, s_unit.Settings.PulseMillilitres);
    }

    [TestMethod]
    [DataRow("low_pressure_kpa 2001", "Out of range.", "low_pressure_kpa may be: 1 to 2000 kPa")]
    [DataRow("low_pressure_kpa abc", "Not of this form.", "low_pressure_kpa may be: 1 to 2000 kPa")]
    [DataRow("low_pressure_kpa 600", "Contradicts another setting: low limits stay below high ones", "low_pressure_kpa may be: 1 to 2000 kPa")]
    [DataRow("language de", "Not of this form.", "language may be: en zh")]
    [DataRow("unit Well", "Not of this form.", "unit may be: 1 to 32 of a-z, 0-9 and -")]
    [DataRow("wifi_ssid 123456789012345678901234567890123", "Too long.", "wifi_ssid may be: at most 32 bytes")]
    [DataRow("name 12345678901234567890123456789012345678901234567890123456789012345", "Too long.", "name may be: at most 64 bytes")]
    public void WrongValue_IsAnsweredWithTheRange(string line, string fault, string range)
    {
        Begin();
        LogIn();
        int writes = s_unit.Storage.WritesTo(42) + s_unit.Storage.WritesTo(43);
        string shown = s_unit.Ask("config " + line);
        Shows(shown, fault);
        Shows(shown, range);
        Assert.AreEqual(writes, s_unit.Storage.WritesTo(42) + s_unit.Storage.WritesTo(43));
    }

    [TestMethod]
    public void Dash_EmptiesAText()
    {
        Begin();
        LogIn();
        s_unit.Ask("config name -");
        Assert.AreEqual(0, s_unit.Settings.Name.Length);
        s_unit.Ask("config name Well three, by the road");
        Assert.AreEqual("Well three, by the road", Text.Of(s_unit.Settings.Name, s_unit.Settings.Name.Length));
    }

    [TestMethod]
    public void StorageThatRefuses_IsSaidAndNothingHasChanged()
    {
        Begin();
        LogIn();
        s_unit.Storage.RefuseWrites = 1000;
        s_unit.Ask("config low_pressure_kpa 200");
        s_unit.Run(40000);
        Shows(s_unit.Console.Shown, "The storage does not take it. Nothing was changed.\r\n> ");
        Assert.AreEqual(160, s_unit.Settings.LowPressureKilopascal);
        s_unit.Storage.RefuseWrites = 0;
        s_unit.Run(120000);
        Restart();
        Assert.AreEqual(160, s_unit.Settings.LowPressureKilopascal);
    }

    [TestMethod]
    public void Tab_CompletesKeys()
    {
        Begin();
        s_unit.Console.Clear();
        s_unit.Console.Type("config low_p\t");
        s_unit.Run(1000);
        Shows(s_unit.Console.Shown, "config low_pressure_kpa ");
        s_unit.Console.Type("\u0003config supply_\t\t");
        s_unit.Run(1000);
        Shows(s_unit.Console.Shown, " supply_act_mv supply_sag_mv supply_high_mv\r\n");
    }

    [TestMethod]
    public void ARefusedFile_IsNamedWithItsLine()
    {
        s_unit = new UnitBench(new MemoryStorage(), File + "pulse_ml=0\n");
        s_unit.Run(1000);
        s_unit.Ask("");
        Shows(s_unit.Ask("config"), "Not used at the start: line 7  pulse_ml  Out of range.\r\n");
        Shows(s_unit.Ask("log"), "pulse_ml  Out of range.");
        s_unit.Run(5000);
        Assert.IsTrue(s_unit.IsRaised(703));
    }

    [TestMethod]
    public void FactoryReset_NeedsLoginAndButtonAndYes()
    {
        Begin();
        Shows(s_unit.Ask("factory reset"), "This is for technicians.");
        Hold(true);
        Shows(s_unit.Ask("factory reset"), "This is for technicians.");
        Hold(false);
        LogIn();
        Shows(s_unit.Ask("factory reset"), "Hold the unit's button down while you type this command and its answer.\r\n> ");
        Hold(true);
        Shows(s_unit.Ask("factory reset"), "Really? Type yes, or press Enter to leave it.");
        Shows(s_unit.Ask("no"), "Nothing was changed.");
        s_unit.Ask("factory reset");
        Hold(false);
        Shows(s_unit.Ask("yes"), "Nothing was changed.");
        IsAsItWas();
    }

    [TestMethod]
    public void FactoryReset_TakesBackWhatWasSetAndKeepsWhatHappened()
    {
        Begin();
        LogIn();
        s_unit.Io.Supply = 10000;
        s_unit.Run(20000);
        Assert.IsTrue(s_unit.IsRaised(103));
        s_unit.Io.Supply = 13600;
        s_unit.Run(20000);
        int waiting = s_unit.Unit.Delivery.Journal.Outbox.Count;
        int epoch = s_unit.Unit.Delivery.Epoch;
        int next = s_unit.Unit.Delivery.Journal.NextSeq;
        Assert.IsTrue(waiting > 0);
        Hold(true);
        s_unit.Ask("factory reset");
        string shown = s_unit.Ask("yes");
        Shows(shown, "Gone: limits, what is fitted, texts, persons and cards, what was \r\n");
        Shows(shown, "Kept: names of site and unit, broker, network, time zone; records not yet");
        s_unit.Run(8000);
        Assert.IsTrue(s_unit.Unit.WantsRestart);
        Restart();
        Assert.AreEqual(150, s_unit.Settings.LowPressureKilopascal);
        Assert.AreEqual(0, s_unit.Settings.Name.Length);
        Assert.AreEqual(0, s_unit.Unit.Persons.Count);
        Assert.AreEqual("well-3", s_unit.Settings.Unit);
        Assert.AreEqual("10.0.0.2", s_unit.Settings.BrokerHost);
        Assert.AreEqual("river-3", s_unit.Settings.BrokerPassword);
        Assert.IsTrue(s_unit.Unit.Delivery.Journal.Outbox.Count >= waiting);
        Assert.AreEqual(epoch, s_unit.Unit.Delivery.Epoch);
        Assert.IsTrue(s_unit.Unit.Delivery.Journal.NextSeq >= next);
        Shows(s_unit.Ask("log"), "by 12");
    }

    /// <summary>The power fails before, between and after the writes of the reset: it is whole at the end, or it was not begun.</summary>
    [TestMethod]
    public void FactoryResetCutAnywhere_IsWholeOrNotBegun()
    {
        int resets = 0;
        for (int scans = 0; scans < 60; scans += 2)
        {
            Begin();
            LogIn();
            Hold(true);
            s_unit.Ask("factory reset");
            s_unit.Console.Type("yes\r");
            for (int scan = 0; scan < scans; scan++)
            {
                s_unit.Scan();
            }

            Restart();
            bool reset = s_unit.Settings.LowPressureKilopascal == 150;
            Assert.AreEqual(reset ? 0 : 1, s_unit.Unit.Persons.Count, "cut after scan " + scans.ToString());
            Restart();
            Assert.AreEqual(reset ? 150 : 160, s_unit.Settings.LowPressureKilopascal);
            Assert.AreEqual(reset ? 0 : 1, s_unit.Unit.Persons.Count);
            resets += reset ? 1 : 0;
        }

        Assert.IsTrue(resets > 0 && resets < 30, resets.ToString());
    }

    /// <summary>300 power cuts, from one scan to a minute after the start, the button held or not.</summary>
    [TestMethod]
    public void PowerCycling_NeverResets()
    {
        Begin();
        for (int cut = 0; cut < 300; cut++)
        {
            s_unit = new UnitBench(s_unit.Storage, File);
            s_unit.Io.ButtonPressed = cut % 3 == 1;
            int scans = cut % 10 == 9 ? 1200 : 1 + (cut % 40);
            for (int scan = 0; scan < scans; scan++)
            {
                s_unit.Scan();
            }
        }

        Restart();
        IsAsItWas();
    }

    private static void IsAsItWas()
    {
        Assert.AreEqual(160, s_unit.Settings.LowPressureKilopascal);
        Assert.AreEqual("Well 3", Text.Of(s_unit.Settings.Name, s_unit.Settings.Name.Length));
        Assert.AreEqual(1, s_unit.Unit.Persons.Count);
    }

    /// <summary>A provisioned unit with one person on the list.</summary>
    private static void Begin()
    {
        s_unit = new UnitBench(new MemoryStorage(), File);
        s_unit.Run(1000);
        s_unit.Ask("");
        Shows(Technician.Enrol(s_unit), "On the list now: 12\r\n> ");
    }

    private static void LogIn()
    {
        Shows(Technician.LogIn(s_unit), "Logged in: 12\r\n> ");
    }

    private static void Hold(bool held)
    {
        s_unit.Io.ButtonPressed = held;
        s_unit.Run(500);
    }

    private static void Restart()
    {
        s_unit = new UnitBench(s_unit.Storage, File);
        s_unit.Run(5000);
        s_unit.Ask("");
    }

    private static void Shows(string shown, string part)
    {
        Assert.IsTrue(Text.Has(part, shown), shown);
    }
}
