using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Contract.Tests;

/// <summary>A motor valve one of whose end switches is stuck closed: open and shut at once says nothing of the valve, to its drive no more than to its faults.</summary>
[TestClass]
public class ValveSwitchTests
{
    /// <summary>The open switch is stuck, the valve shut: it is driven for its travel time and no longer, and the pump is not started against it. 303 is of level 1.</summary>
    [TestMethod]
    public void OpenSwitchStuck_TheValveIsDrivenAndThePumpWaits()
    {
        SiteController site = Valve(1, 1);
        site.View.Readings.Set(Signal.RunRequest, 1);
        site.Decide(100000);
        Assert.IsTrue(site.Valve.Opens && !site.Pump.Run);
        Decide(site, 101, 170);
        Assert.IsFalse(site.Valve.Opens || site.Pump.Run);
        Assert.AreEqual(1, (int)site.Monitors.LevelOf(site.Catalogue.RowOf(303)));
        Assert.AreEqual(0, site.Pump.DryStops);

        site.View.Readings.Set(Signal.ValveIsShut, 0);
        Decide(site, 171, 172);
        Assert.IsTrue(site.Pump.Run);
    }

    /// <summary>The shut switch is stuck, the valve open: it is driven shut all the same, and 304 says that it never arrived. Once the open switch lets go it has arrived.</summary>
    [TestMethod]
    public void ShutSwitchStuck_TheValveIsShut()
    {
        SiteController site = Valve(1, 0);
        site.View.Readings.Set(Signal.RunRequest, 1);
        Decide(site, 100, 101);
        Assert.IsTrue(site.Pump.Run);

        site.View.Readings.Set(Signal.ValveIsShut, 1);
        site.View.Readings.Set(Signal.RunRequest, 0);
        Decide(site, 102, 103);
        Assert.IsTrue(site.Valve.Shuts && !site.View.ValveArrived);
        Decide(site, 104, 170);
        Assert.IsFalse(site.Valve.Shuts || site.View.ValveArrived);
        Assert.AreEqual(1, (int)site.Monitors.LevelOf(site.Catalogue.RowOf(304)));

        site.View.Readings.Set(Signal.ValveIsOpen, 0);
        Decide(site, 171, 173);
        Assert.IsTrue(site.View.ValveArrived);
        Assert.AreEqual((int)CheckOutcome.Pass, (int)site.Monitors.OutcomeOf(site.Catalogue.RowOf(304)));
    }

    private static SiteController Valve(int open, int shut)
    {
        var site = new SiteController(new Settings { HasValve = true }, new FaultCatalogue());
        site.View.Readings.Set(Signal.ValveIsOpen, open);
        site.View.Readings.Set(Signal.ValveIsShut, shut);
        site.View.Readings.Set(Signal.PumpContact, 0);
        return site;
    }

    private static void Decide(SiteController site, int from, int to)
    {
        for (int second = from; second <= to; second++)
        {
            site.Decide(1000L * second);
        }
    }
}
