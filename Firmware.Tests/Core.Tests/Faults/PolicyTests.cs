using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>What the lifecycle does with each row: latched 1, explained by work 2, expected while laid up 4, needs the supply 8, needs a steady pump 16, spoils the pulse meter's count 32, the RS485 meter's 64, stops the pump 128.</summary>
[TestClass]
public class PolicyTests
{
    [TestMethod]
    [DataRow(101, 4, 0)]
    [DataRow(102, 22, 2)]
    [DataRow(103, 4, 0)]
    [DataRow(104, 2, 0)]
    [DataRow(105, 6, 0)]
    [DataRow(106, 6, 0)]
    [DataRow(201, 34, 0)]
    [DataRow(202, 78, 0)]
    [DataRow(203, 22, 5)]
    [DataRow(204, 74, 0)]
    [DataRow(205, 98, 0)]
    [DataRow(206, 114, 10)]
    [DataRow(207, 106, 0)]
    [DataRow(208, 34, 0)]
    [DataRow(209, 6, 0)]
    [DataRow(210, 64, 0)]
    [DataRow(301, 0, 0)]
    [DataRow(302, 1, 0)]
    [DataRow(305, 128, 0)]
    [DataRow(307, 2, 0)]
    [DataRow(309, 2, 0)]
    [DataRow(401, 2, 0)]
    [DataRow(402, 6, 0)]
    [DataRow(403, 2, 0)]
    [DataRow(404, 10, 0)]
    [DataRow(405, 2, 0)]
    [DataRow(407, 6, 0)]
    [DataRow(408, 14, 0)]
    [DataRow(501, 2, 0)]
    [DataRow(601, 4, 0)]
    [DataRow(602, 4, 0)]
    [DataRow(603, 4, 0)]
    [DataRow(606, 4, 0)]
    [DataRow(607, 0, 0)]
    [DataRow(701, 0, 0)]
    [DataRow(702, 0, 0)]
    [DataRow(703, 0, 0)]
    [DataRow(704, 0, 0)]
    [DataRow(801, 4, 0)]
    [DataRow(803, 0, 0)]
    [DataRow(804, 0, 0)]
    [DataRow(805, 4, 0)]
    [DataRow(901, 0, 0)]
    [DataRow(902, 128, 0)]
    [DataRow(904, 0, 0)]
    [DataRow(906, 0, 0)]
    [DataRow(303, 2, 0)]
    [DataRow(304, 2, 0)]
    [DataRow(306, 130, 0)]
    [DataRow(308, 130, 0)]
    [DataRow(310, 14, 0)]
    [DataRow(311, 2, 0)]
    [DataRow(406, 0, 0)]
    [DataRow(409, 12, 0)]
    [DataRow(502, 1, 0)]
    [DataRow(503, 14, 0)]
    [DataRow(504, 2, 0)]
    [DataRow(604, 4, 0)]
    [DataRow(605, 0, 0)]
    [DataRow(610, 0, 0)]
    [DataRow(705, 0, 0)]
    [DataRow(903, 0, 0)]
    [DataRow(905, 0, 0)]
    [DataRow(907, 0, 0)]
    public void Row_HasThisPolicyAndSettlesSoLong(int code, int policy, int settleSeconds)
    {
        var catalogue = new FaultCatalogue();
        int row = catalogue.RowOf(code);
        Assert.AreEqual(policy, (int)catalogue.PolicyOf(row));
        Assert.AreEqual(settleSeconds * 1000, catalogue.SettleMs(row));
    }

    /// <summary>A row has a time to settle exactly where its policy needs one.</summary>
    [TestMethod]
    public void EveryRow_SettlesWhereItsPolicySaysSo()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            bool settles = catalogue.SettleMs(row) > 0;
            Assert.AreEqual(settles, (catalogue.PolicyOf(row) & 16) != 0);
        }
    }

    /// <summary>Not judged while the supply is low, and judged anew afterwards.</summary>
    [TestMethod]
    public void NeedsSupply_IsNotJudgedWhileItIsLow()
    {
        SiteBench bench = SiteFaults.Healthy(408);
        SiteFaults.Begin(bench, 408);
        bench.Run(9);
        bench.Set(Signal.Supply, 10000);
        bench.Run(40);
        Assert.IsFalse(bench.IsRaised(408));
        Assert.AreEqual(2, (int)bench.Monitors.SuspendedBy(bench.Row(408)));
        bench.Set(Signal.Supply, 13600);
        bench.Run(31);
        Assert.IsFalse(bench.IsRaised(103));
        Assert.AreEqual(0, (int)bench.Monitors.SuspendedBy(bench.Row(408)));
        Assert.AreEqual(10, bench.SecondsUntil(408, true, 60));
    }

    /// <summary>203 settles for 5 s after pump or command: what was counted stands still, it does not begin again.</summary>
    [TestMethod]
    public void NeedsSteadyPump_TimeStandsStillWhileItSettles()
    {
        SiteBench bench = SiteFaults.Healthy(203);
        bench.Run(20);
        SiteFaults.Begin(bench, 203);
        bench.Run(10);
        bench.Set(Signal.PumpCommand, 1);
        bench.Set(Signal.PumpContact, 1);
        bench.Run(5);
        Assert.AreEqual(3, (int)bench.Monitors.SuspendedBy(bench.Row(203)));
        Assert.AreEqual(0, (int)bench.Monitors.OutcomeOf(bench.Row(203)));
        Assert.AreEqual(6, bench.SecondsUntil(203, true, 60));
    }
}
