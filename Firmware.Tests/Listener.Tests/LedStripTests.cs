using Tools.Run;

namespace Listener.Tests;

/// <summary>What tools/run makes of a unit's LEDs.</summary>
[TestClass]
public class LedStripTests
{
    private readonly LedStrip _strip = new(speed: 1, name => name);

    [TestMethod]
    public void ANewPictureIsShownOnceItHasHeld()
    {
        _strip.Take("run=1 fault=0", 0);
        Assert.IsNull(_strip.Poll(0));
        Assert.AreEqual("run ●  fault ○", Poll(1));
        Assert.IsNull(Poll(2));
    }

    [TestMethod]
    public void ABlinkingLedGivesOneLineNotOneABlink()
    {
        int lines = 0;
        for (int tenth = 0; tenth < 200; tenth++)
        {
            _strip.Take(tenth / 5 % 2 == 0 ? "fault=1" : "fault=0", tenth / 10.0);
            lines += _strip.Poll(tenth / 10.0) == null ? 0 : 1;
        }

        Assert.AreEqual(1, lines);
    }

    [TestMethod]
    public void ABlinkingLedThatGoesOutIsShownDark()
    {
        for (int second = 0; second < 5; second++)
        {
            _strip.Take(second % 2 == 0 ? "fault=1" : "fault=0", second);
        }

        _strip.Take("fault=0", 5);
        Poll(6);
        Assert.AreEqual("fault ○", Poll(20));
    }

    private string Poll(double at)
    {
        string shown = _strip.Poll(at - 0.9);
        return _strip.Poll(at) ?? shown;
    }
}
