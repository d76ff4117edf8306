using Firmware.Core.Faults;

namespace Firmware.Core.Service;

/// <summary>Which fault's number is to be shown now.</summary>
public enum NumberDue : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The worst: a minute is over.</summary>
    Worst = 1,

    /// <summary>The one after the last: the button was pressed.</summary>
    Next = 2,
}

/// <summary>
/// What the LEDs show, one step a scan: the level's rhythm, each minute and after a press the number of a fault, what the button is about to do, the lamp test. A
/// pattern that was disturbed because all threads stood still begins again.
/// </summary>
public sealed class LedPanel
{
    /// <summary>From one number to the next that comes by itself, ms.</summary>
    public const int NumberEveryMs = 60000;

    /// <summary>From the first fault to its number, ms: time to see the rhythm.</summary>
    public const int FirstMs = 5000;

    /// <summary>How long a lamp test takes, ms: all for 3 s, none for 1 s, then one after the other for 2 s.</summary>
    public const int LampMs = 10000;

    /// <summary>A scan that comes so long after the last one was held up by a stall, ms: three of 50.</summary>
    private const int LateMs = 150;

    /// <summary>A number that was disturbed so often is given up until the next minute.</summary>
    private const int MaxRestarts = 5;

    private const int HalfSecondMs = 500;

    private int _code;
    private long _numberMs = -NumberEveryMs;
    private long _rhythmMs;
    private long _lastMs = -1;
    private long _lampMs = -LampMs;
    private int _restarts;
    private byte _level;
    private bool _pressed;

    /// <summary>Nothing that stops all threads may begin now.</summary>
    public bool IsShowingNumber => _code != 0;

    /// <summary>Shows the number of the next fault: the worst first, then one after the other.</summary>
    public void ShowNext()
    {
        _pressed = true;
    }

    /// <summary>Begins the lamp test.</summary>
    public void TestLamps(long nowMs)
    {
        _lampMs = nowMs;
    }

    /// <summary>
    /// One scan: what is to be shown from now on. Where a number is due, the caller gives its code to <see cref="Show"/> in the same scan.
    /// </summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="level">Worst level that is raised, <see cref="FaultCatalogue.NoLevel"/> when healthy.</param>
    public NumberDue Step(long nowMs, byte level)
    {
        bool late = _lastMs >= 0 && nowMs - _lastMs > LateMs;
        _lastMs = nowMs;
        GoOn(nowMs, late);
        if (level != _level || (late && _code == 0))
        {
            // The first fault: its rhythm first, then its number.
            _numberMs = _level == FaultCatalogue.NoLevel ? nowMs + FirstMs - NumberEveryMs : _numberMs;
            _level = level;
            _rhythmMs = nowMs;
        }

        _pressed &= level != FaultCatalogue.NoLevel;
        bool due = nowMs - _numberMs >= NumberEveryMs;
        if (level == FaultCatalogue.NoLevel || (!due && !_pressed) || !IsFree(nowMs))
        {
            return NumberDue.None;
        }

        return due ? NumberDue.Worst : NumberDue.Next;
    }

    /// <summary>Begins to show a code.</summary>
    public void Show(long nowMs, int code)
    {
        _code = code;
        _numberMs = nowMs;
        _restarts = 0;
        _pressed = false;
    }

    /// <summary>The level LED, while the button shows nothing.</summary>
    public bool LevelIsOn(long nowMs)
    {
        return _code != 0 ? FaultNumber.IsOn(_code, nowMs - _numberMs) : StatusLeds.LevelIsOn(_level, nowMs - _rhythmMs);
    }

    /// <summary>True while a LED shows something else than its own: the lamp test, or what the button is about to do.</summary>
    public bool IsOverridden(long nowMs, ButtonStage stage)
    {
        return nowMs - _lampMs < LampMs || stage == ButtonStage.OffersTest || stage == ButtonStage.OffersInspection || stage >= ButtonStage.PreparesTest;
    }

    /// <summary>
    /// A LED in the lamp test, or while the button is about to do something. Offered: all lit = self-test, all dark = inspection. Prepared: all together once a
    /// second = self-test, the level LED against the others = inspection.
    /// </summary>
    public bool IsOn(int led, long nowMs, ButtonStage stage, long stageMs)
    {
        long lamp = nowMs - _lampMs;
        bool first = (nowMs - stageMs) % (2 * HalfSecondMs) < HalfSecondMs;
        return stage switch
        {
            ButtonStage.OffersTest => true,
            ButtonStage.OffersInspection => false,
            ButtonStage.PreparesTest => first,
            ButtonStage.PreparesInspection => first == (led == StatusLeds.Level),
            _ => lamp < 3000 || (lamp >= 4000 + (2000 * led) && lamp < 6000 + (2000 * led)),
        };
    }

    /// <summary>A number begins in a dark part of the rhythm, so that no flash is cut; a press ends the one that is being shown.</summary>
    private bool IsFree(long nowMs)
    {
        return _code != 0 ? _pressed : !StatusLeds.LevelIsOn(_level, nowMs - _rhythmMs);
    }

    private void GoOn(long nowMs, bool late)
    {
        if (_code != 0 && late && _restarts < MaxRestarts)
        {
            _numberMs = nowMs;
            _restarts++;
        }

        if (_code != 0 && nowMs - _numberMs >= FaultNumber.LengthMs(_code))
        {
            _code = 0;
            _rhythmMs = nowMs;
        }
    }
}
