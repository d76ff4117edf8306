using Board.Native;
using Tools.SiteSimulator;

namespace Tools.VirtualUnit;

/// <summary>The unit's own button, pressed by a live command for a time of the unit.</summary>
/// <param name="gpio">Number of the pin; the contact pulls it to ground.</param>
internal sealed class Button(int gpio)
{
    private const double LongestSeconds = 600;

    private long _releaseMicroseconds;

    /// <summary>Presses it for some seconds.</summary>
    /// <exception cref="ScenarioException">Not a time that a finger holds.</exception>
    public void Press(double seconds)
    {
        if (!(seconds > 0 && seconds <= LongestSeconds))
        {
            throw new ScenarioException("a press takes more than 0 and at most 600 seconds", "按住时间应大于 0 秒，最多 600 秒");
        }

        Hardware.SetInput(gpio, false);
        _releaseMicroseconds = UnitTime.Microseconds + (long)(seconds * 1_000_000);
    }

    /// <summary>Releases it when its time is over. Called between two steps.</summary>
    public void CatchUp()
    {
        if (UnitTime.Microseconds >= _releaseMicroseconds)
        {
            Hardware.SetInput(gpio, true);
            _releaseMicroseconds = long.MaxValue;
        }
    }
}
