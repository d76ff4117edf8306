using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Records;

namespace Records.Tests;

/// <summary>Whose word counts as storage: the centre's receipt, or, by setting, the broker's acknowledgement.</summary>
[TestClass]
public class ConfirmTests
{
    [TestMethod]
    public void WithADesk_TheBrokersAcknowledgementStoresNothing()
    {
        UnitBench unit = Alarmed(false);
        unit.Run(20000);
        Assert.AreEqual(1, unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void WithoutADesk_TheBrokersAcknowledgementEndsTheRecord()
    {
        UnitBench unit = Alarmed(true);
        unit.Run(20000);
        Assert.AreEqual(0, unit.Unit.Delivery.Counters.Waiting);
    }

    [TestMethod]
    public void WithoutADesk_APublishThatTheLinkGaveUp_StaysARecord()
    {
        UnitBench unit = Alarmed(true);
        unit.Link.Acknowledges = false;
        unit.Run(10000);
        unit.Link.GivenUp++;
        unit.Link.InFlight = 0;
        unit.Run(2000);
        Assert.AreEqual(1, unit.Unit.Delivery.Counters.Waiting);
    }

    /// <summary>In the midst of a scan the link's worker has lost the session with the alarm in flight, and made another one.</summary>
    [TestMethod]
    public void WithoutADesk_AnotherSessionIsNotTheBrokersWord()
    {
        UnitBench unit = Alarmed(true);
        unit.Link.Acknowledges = false;
        unit.Run(10050);
        Assert.IsTrue(unit.Link.InFlight > 0);
        Assert.AreEqual(1, unit.Unit.Delivery.Counters.Waiting);
        unit.Link.ReconnectsWhenAsked = true;
        unit.Run(50);
        Assert.IsFalse(unit.Link.ReconnectsWhenAsked);
        Assert.AreEqual(1, unit.Unit.Delivery.Counters.Waiting);
    }

    /// <summary>A report is sent once, part by part, and nothing waits any more; with a desk it is sent until that has stored it.</summary>
    [TestMethod]
    [DataRow(true, 0)]
    [DataRow(false, 1)]
    public void WithoutADesk_TheBrokersAcknowledgementEndsAReport(bool byBroker, int waiting)
    {
        var unit = new UnitBench();
        unit.Settings.ConfirmByBroker = byBroker;
        unit.Run(2000);
        unit.Unit.Inspector.Start(unit.Unit.Inspector.PlansNow, Starter.Schedule, 0, unit.Clock.UptimeMs);
        for (int seconds = 0; (unit.Unit.Inspector.Run.Runs || unit.Unit.Inspector.Reports.LastNumber == 0) && seconds < 3600; seconds++)
        {
            unit.Run(1000);
        }

        Assert.AreEqual(1, unit.Unit.Inspector.Reports.LastNumber);
        unit.Link.Acknowledges = true;
        unit.Link.Connect();
        unit.Run(30000);
        Assert.AreEqual(waiting, unit.Unit.Inspector.Reports.Waiting);
        int sent = unit.Link.CountOf("inspection");
        Assert.IsTrue(sent > 1, sent.ToString());
        unit.Run(200000);
        Assert.AreEqual(byBroker, unit.Link.CountOf("inspection") == sent);
    }

    [TestMethod]
    [DataRow("confirm=broker", true, 0)]
    [DataRow("confirm=centre", false, 0)]
    [DataRow("confirm=broker\nconfirm=centre", true, 1)]
    [DataRow("confirm=desk", false, 1)]
    [DataRow("confirm=", false, 1)]
    public void TheSetting(string text, bool byBroker, int rejected)
    {
        var settings = new Settings();
        byte[] bytes = Text.Utf8(text);
        SettingsText read = SettingsText.Read(bytes, bytes.Length, settings);
        Assert.AreEqual(rejected, read.FirstLine == 0 ? 0 : read.Rejected);
        Assert.AreEqual(byBroker, settings.ConfirmByBroker);
    }

    private static UnitBench Alarmed(bool byBroker)
    {
        var unit = new UnitBench();
        unit.Settings.ConfirmByBroker = byBroker;
        unit.Link.Connect();
        unit.Run(1000);
        unit.Link.Acknowledges = true;
        unit.Io.Supply = 10000;
        Assert.IsTrue(unit.UntilRaised(103, 10000) >= 0);
        return unit;
    }
}
