using Firmware.Records.Messaging;

namespace Records.Tests.Messaging;

/// <summary>When the link is tried, in which order, and how long it waits.</summary>
[TestClass]
public class LinkMachineTests
{
    private const int Wait = 0;
    private const int JoinNetwork = 1;
    private const int Connect = 2;
    private const int Close = 3;

    [TestMethod]
    [DataRow(1, 500, 1000)]
    [DataRow(2, 1000, 2000)]
    [DataRow(3, 2000, 4000)]
    [DataRow(4, 4000, 8000)]
    [DataRow(5, 8000, 16000)]
    [DataRow(6, 16000, 32000)]
    [DataRow(7, 32000, 64000)]
    [DataRow(8, 64000, 128000)]
    [DataRow(9, 128000, 256000)]
    [DataRow(10, 150000, 300000)]
    [DataRow(11, 150000, 300000)]
    [DataRow(1000000, 150000, 300000)]
    [DataRow(0, 500, 1000)]
    public void Wait_DoublesUpToFiveMinutesBetweenHalfAndWhole(int failures, int shortest, int longest)
    {
        Assert.AreEqual(shortest, LinkMachine.WaitAfter(failures, 0));
        Assert.AreEqual(longest, LinkMachine.WaitAfter(failures, longest - shortest));
        Assert.AreEqual(shortest, LinkMachine.WaitAfter(failures, longest - shortest + 1));
        int most = LinkMachine.WaitAfter(failures, int.MaxValue);
        Assert.IsTrue(most >= shortest && most <= longest);
    }

    [TestMethod]
    public void AtTheStart_JoinsThenConnectsThenWaits()
    {
        var machine = new LinkMachine();
        Assert.AreEqual(JoinNetwork, (int)machine.Step(0, false, false));
        machine.Joined(3000);
        Assert.AreEqual(Connect, (int)machine.Step(3000, true, false));
        machine.Connected(4000);
        Assert.AreEqual(Wait, (int)machine.Step(4000, true, true));
        Assert.AreEqual(0, machine.Failures);
    }

    [TestMethod]
    public void AttemptFails_WaitsBeforeTheNext()
    {
        var machine = new LinkMachine();
        machine.Failed(10000, 500);
        Assert.AreEqual(Wait, (int)machine.Step(10999, true, false));
        Assert.AreEqual(Connect, (int)machine.Step(11000, true, false));
        machine.Failed(11000, 0);
        Assert.AreEqual(Wait, (int)machine.Step(11999, false, false));
        Assert.AreEqual(JoinNetwork, (int)machine.Step(12000, false, false));
        Assert.AreEqual(2, machine.Failures);
    }

    [TestMethod]
    public void NetworkJoinedAfterFailures_ConnectsAtOnce()
    {
        var machine = new LinkMachine();
        machine.Failed(0, 0);
        machine.Failed(0, 0);
        machine.Joined(100);
        Assert.AreEqual(Connect, (int)machine.Step(100, true, false));
    }

    [TestMethod]
    public void ConnectionGone_IsClosedFirst()
    {
        var machine = new LinkMachine();
        machine.Connected(0);
        Assert.AreEqual(Close, (int)machine.Step(1000, true, false));
        Assert.AreEqual(Close, (int)machine.Step(1000, false, false));
        machine.Failed(1000, 0);
        Assert.AreEqual(Wait, (int)machine.Step(1499, true, false));
        Assert.AreEqual(Connect, (int)machine.Step(1500, true, false));
    }

    [TestMethod]
    [DataRow(59999, 6)]
    [DataRow(60000, 1)]
    public void ConnectionThatLastedAMinute_WasGood(int lastedMs, int failures)
    {
        var machine = new LinkMachine();
        for (int i = 0; i < 5; i++)
        {
            machine.Failed(0, 0);
        }

        machine.Connected(100000);
        Assert.AreEqual(5, machine.Failures);
        machine.Failed(100000 + lastedMs, 0);
        Assert.AreEqual(failures, machine.Failures);
    }

    [TestMethod]
    public void Flapping_BacksOffToFiveMinutes()
    {
        var machine = new LinkMachine();
        long nowMs = 0;
        for (int i = 0; i < 12; i++)
        {
            machine.Connected(nowMs);
            nowMs += 1000;
            machine.Failed(nowMs, 0);
        }

        Assert.AreEqual(12, machine.Failures);
        Assert.AreEqual(Wait, (int)machine.Step(nowMs + 149999, true, false));
        Assert.AreEqual(Connect, (int)machine.Step(nowMs + 150000, true, false));
    }
}
