using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Short, long, very long, too long; taking back; bounce; held at power-on.</summary>
[TestClass]
public class PushButtonTests
{
    private static PushButton s_button;
    private static long s_ms;

    [TestMethod]
    [DataRow(50, 0)]
    [DataRow(100, 1)]
    [DataRow(2900, 1)]
    public void Short_IsTheNextFault(int heldMs, int action)
    {
        Begin();
        Assert.AreEqual(0, Hold(heldMs));
        Assert.AreEqual(action, Wait(200));
        Assert.AreEqual(0, Wait(20000));
    }

    [TestMethod]
    [DataRow(3200, 2)]
    [DataRow(7900, 2)]
    [DataRow(8200, 3)]
    [DataRow(14900, 3)]
    [DataRow(15200, 0)]
    [DataRow(600000, 0)]
    public void Long_BeginsFiveSecondsBehindTheRelease(int heldMs, int action)
    {
        Begin();
        Assert.AreEqual(0, Hold(heldMs));
        Assert.AreEqual(0, Wait(4900));
        Assert.AreEqual(action, Wait(400));
        Assert.AreEqual(0, Wait(20000));
    }

    [TestMethod]
    public void Stages_TellWhatWouldHappen()
    {
        Begin();
        Hold(1000);
        Assert.AreEqual((int)ButtonStage.Down, (int)s_button.Stage);
        Hold(3000);
        Assert.AreEqual((int)ButtonStage.OffersTest, (int)s_button.Stage);
        Hold(5000);
        Assert.AreEqual((int)ButtonStage.OffersInspection, (int)s_button.Stage);
        Wait(200);
        Assert.AreEqual((int)ButtonStage.PreparesInspection, (int)s_button.Stage);
        Assert.IsFalse(s_button.IsHeld);
    }

    [TestMethod]
    public void APressWhileItPrepares_TakesItBack()
    {
        Begin();
        Hold(9000);
        Wait(2000);
        Assert.AreEqual(0, Hold(300));
        Assert.AreEqual(0, Wait(20000));
        Hold(300);
        Assert.AreEqual(1, Wait(200));
    }

    [TestMethod]
    public void HeldAtPowerOn_DoesNothing()
    {
        s_button = new PushButton();
        s_ms = 0;
        Assert.AreEqual(0, Hold(4000));
        Assert.AreEqual(0, Wait(20000));
        Hold(300);
        Assert.AreEqual(1, Wait(200));
    }

    [TestMethod]
    public void TakenForSomethingElse_ItDoesNothing()
    {
        Begin();
        Hold(4000);
        Assert.IsTrue(s_button.IsHeld);
        s_button.Ignore();
        Assert.AreEqual(0, Hold(1000));
        Assert.AreEqual(0, Wait(20000));
    }

    [TestMethod]
    public void Bounce_IsOnePress()
    {
        Begin();
        for (int i = 0; i < 10; i++)
        {
            Assert.AreEqual(0, (int)s_button.Step(s_ms += 50, i % 2 == 0));
        }

        Hold(300);
        Assert.AreEqual(1, Wait(200));
    }

    private static void Begin()
    {
        s_button = new PushButton();
        s_ms = 0;
        Wait(1000);
    }

    private static int Hold(int ms) => Run(ms, true);

    private static int Wait(int ms) => Run(ms, false);

    /// <summary>Scans for a time; returns what began, 0 for nothing.</summary>
    private static int Run(int ms, bool pressed)
    {
        int action = 0;
        for (int passed = 0; passed < ms; passed += 50)
        {
            s_ms += 50;
            var now = s_button.Step(s_ms, pressed);
            action = now == ButtonAction.None ? action : (int)now;
        }

        return action;
    }
}
