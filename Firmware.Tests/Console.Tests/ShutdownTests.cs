using Core.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Console.Tests;

/// <summary>Switching the unit off on purpose: the centre is told first, nothing is raised for it, and a unit that keeps its power is in service again. And other names, after which nothing may come twice.</summary>
[TestClass]
public class ShutdownTests
{
    private const string Names = "site=east\nunit=well-3\nbroker_host=10.0.0.2\n";
    private const int Minute = 60000;
    private static UnitBench s_unit;

    [TestMethod]
    public void AskedFor_StopsThePumpTellsTheCentreAndSaysWhenThePowerMayBeCut()
    {
        Begin();
        s_unit.Link.Connect();
        s_unit.Io.Request = true;
        s_unit.Run(4000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        Shows(s_unit.Ask("shutdown"), "stops the pump and tells the centre");
        Assert.IsTrue(s_unit.Io.PumpDriven);
        Shows(s_unit.Ask("y"), "The pump stops, and the centre is told.\r\n");
        s_unit.Run(3000);
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Shows(s_unit.Console.Shown, "The centre knows. The power may be cut within 30 minutes.\r\n");
        Assert.IsTrue(Text.Has(",\"service\":\"shutdown\"}", LastState()));
        Shows(s_unit.Ask("status"), "announced: to be switched off");
        s_unit.Ask("shutdown");
        Shows(s_unit.Ask("y"), "so already");
        Shows(s_unit.Ask("log"), "announced: to be switched off, holds minutes: 30");
    }

    [TestMethod]
    public void Announced_TheCutOfTheSupplyRaisesNothing()
    {
        Begin();
        s_unit.Link.Connect();
        Announce();
        s_unit.Io.MainsLost = true;
        s_unit.Run(5 * Minute);
        Assert.IsFalse(s_unit.IsRaised(101));
    }

    [TestMethod]
    public void StillUnderPowerAfterHalfAnHour_IsInServiceAgain()
    {
        Begin();
        s_unit.Link.Connect();
        Announce();
        s_unit.Run(29 * Minute);
        Assert.IsTrue(Text.Has("\"service\":\"shutdown\"", LastState()));
        s_unit.Run(2 * Minute);
        Assert.IsFalse(Text.Has("service", LastState()));
        Shows(s_unit.Ask("log"), "still has power: in service again");
        s_unit.Io.MainsLost = true;
        s_unit.Run(Minute);
        Assert.IsTrue(s_unit.IsRaised(101));
    }

    [TestMethod]
    public void WithoutALink_SaysThatTheCentreDoesNotKnow_AndTellsItOnceThereIsOne()
    {
        Begin();
        Announce();
        s_unit.Run(25000);
        Shows(s_unit.Console.Shown, "No link: the centre does not know");
        s_unit.Link.Connect();
        s_unit.Run(3000);
        Assert.IsTrue(Text.Has("\"service\":\"shutdown\"", LastState()));
    }

    [TestMethod]
    public void TheBrokerHasNotTakenIt_IsNotSaidToBeTold()
    {
        Begin();
        s_unit.Link.Connect();
        s_unit.Run(3000);
        s_unit.Link.Acknowledges = false;
        Announce();
        s_unit.Run(10000);
        Assert.IsFalse(Text.Has("The centre knows", s_unit.Console.Shown), s_unit.Console.Shown);
    }

    [TestMethod]
    public void NobodyLoggedIn_IsRefused()
    {
        Begin();
        s_unit.Ask("logout");
        s_unit.Link.Connect();
        s_unit.Ask("shutdown");
        s_unit.Ask("y");
        s_unit.Run(3000);
        Assert.IsFalse(Text.Has("service", LastState()));
    }

    [TestMethod]
    public void AStart_IsBackInService()
    {
        Begin();
        s_unit.Link.Connect();
        Announce();
        s_unit.Run(5000);
        s_unit = new UnitBench(s_unit.Storage, Names);
        s_unit.Link.Connect();
        s_unit.Run(5000);
        Assert.IsFalse(Text.Has("service", LastState()));
    }

    [TestMethod]
    public void OtherNames_WaitUntilTheCentreHasAllRecords()
    {
        Begin();
        s_unit.Link.Connect();
        s_unit.Io.MainsLost = true;
        s_unit.Run(Minute);
        Shows(s_unit.Ask("config unit well-9"), "Records still wait for the centre");
        Shows(s_unit.Ask("config hotline 12345"), "Stored, and in force now.");
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (s_unit.Unit.Delivery.Journal.NextSeq - 1).ToString() + ",\"at\":1790000100,\"plus\":[]}");
        s_unit.Run(2000);
        Shows(s_unit.Ask("config unit well-9"), "Stored. It takes effect at the next start");
        Assert.IsFalse(Text.Has("service", LastState()));
        s_unit.Ask("restart");
        s_unit.Ask("y");
        s_unit.Run(2500);
        Assert.IsTrue(Text.Has("\"service\":\"shutdown\"", LastState()));
    }

    /// <summary>What the work has hidden is kept with the restart, though the fault memory was written seconds before.</summary>
    [TestMethod]
    public void RestartInMaintenance_KeepsWhatItHid()
    {
        Begin();
        s_unit.Unit.Site.Lifecycle.BeginMaintenance(12, 60);
        s_unit.Io.Supply = 15500;
        s_unit.Run(6000);
        s_unit.Unit.Site.Lifecycle.BeginMaintenance(12, 61);
        Assert.IsTrue(s_unit.UntilRaised(104, 20000) > 0);
        s_unit.Ask("restart");
        s_unit.Ask("y");
        s_unit.Run(2500);
        Assert.IsTrue(s_unit.Unit.WantsRestart);
        s_unit = new UnitBench(s_unit.Storage, Names);
        s_unit.Run(1000);
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.Gate.Maintenance.HiddenFaults);
        s_unit.Io.Supply = 15500;
        s_unit.Run(20000);
        Assert.IsTrue(s_unit.IsRaised(104));
        Assert.AreEqual(1, s_unit.Unit.Site.Monitors.Gate.Maintenance.HiddenFaults);
    }

    /// <summary>Eight minutes of water, which the ledger would not know yet, the entries of the log that wait, and the clocks: to the last pulse.</summary>
    [TestMethod]
    public void Restart_KeepsTheVolumeToTheLastPulse()
    {
        Begin();
        s_unit.Io.Request = true;
        s_unit.Run(8 * Minute);
        s_unit.Unit.Delivery.Journal.Log.Add(EventKind.PageFailed, 4711, 0, s_unit.Clock.UptimeMs);
        s_unit.Ask("restart");
        s_unit.Ask("y");
        s_unit.Run(2500);
        Assert.IsTrue(s_unit.Unit.WantsRestart);
        long volume = s_unit.Unit.Site.Meter.TotalMillilitres;
        int seconds = s_unit.Unit.Life.RunSeconds;
        Assert.IsTrue(volume > 4000000, volume.ToString());
        s_unit = new UnitBench(s_unit.Storage, Names);
        Assert.AreEqual(volume, s_unit.Unit.Site.Meter.TotalMillilitres);
        Assert.AreEqual(seconds, s_unit.Unit.Life.RunSeconds);
        Assert.IsTrue(LogHas(EventKind.PageFailed, 4711));
    }

    private static bool LogHas(EventKind kind, int code)
    {
        var reader = new EventReader(s_unit.Unit.Delivery.Journal.Log);
        var entry = new EventRecord();
        bool has = false;
        while (reader.TryOlder(entry))
        {
            has |= entry.Kind == kind && entry.Code == code;
        }

        return has;
    }

    private static string LastState() => s_unit.Link.PayloadOf("state", s_unit.Link.CountOf("state") - 1);

    private static void Announce()
    {
        s_unit.Ask("shutdown");
        Shows(s_unit.Ask("y"), "The pump stops");
    }

    private static void Shows(string shown, string text)
    {
        Assert.IsTrue(Text.Has(text, shown), shown);
    }

    private static void Begin()
    {
        s_unit = new UnitBench(new MemoryStorage(), Names);
        s_unit.Run(1000);
        s_unit.Ask("");
        Shows(Technician.EnrolAndLogIn(s_unit), "Logged in: 12");
    }
}
