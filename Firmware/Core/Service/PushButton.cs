namespace Firmware.Core.Service;

/// <summary>What the button asks for.</summary>
public enum ButtonAction : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The number of the next fault.</summary>
    NextFault = 1,

    /// <summary>The self-test.</summary>
    SelfTest = 2,

    /// <summary>The inspection.</summary>
    Inspection = 3,
}

/// <summary>What the button is doing: the LEDs show it before anything happens.</summary>
public enum ButtonStage : byte
{
    /// <summary>It is not pressed.</summary>
    Up = 0,

    /// <summary>It is pressed for less than <see cref="PushButton.TestMs"/>: released now, the next fault is shown.</summary>
    Down = 1,

    /// <summary>Released now, the self-test is prepared.</summary>
    OffersTest = 2,

    /// <summary>Released now, the inspection is prepared.</summary>
    OffersInspection = 3,

    /// <summary>Held too long, from the start on, or taken for something else: it does nothing until it is released.</summary>
    Ignored = 4,

    /// <summary>The self-test begins in <see cref="PushButton.PrepareMs"/>, unless the button is pressed.</summary>
    PreparesTest = 5,

    /// <summary>The inspection begins in <see cref="PushButton.PrepareMs"/>, unless the button is pressed.</summary>
    PreparesInspection = 6,
}

/// <summary>
/// The one button, as a pure step: short = next fault, long = self-test, very long = inspection. What begins something is confirmed by the LEDs while it is held, and
/// again for five seconds after the release, in which a press takes it back. A button that sticks, or is held at power-on, does nothing.
/// </summary>
public sealed class PushButton
{
    /// <summary>Held so long, it offers the self-test, ms.</summary>
    public const int TestMs = 3000;

    /// <summary>Held so long, it offers the inspection, ms.</summary>
    public const int InspectionMs = 8000;

    /// <summary>Held so long, it offers nothing any more, ms: somebody leans on it, or it sticks.</summary>
    public const int StuckMs = 15000;

    /// <summary>From the release to the beginning, ms.</summary>
    public const int PrepareMs = 5000;

    /// <summary>A contact that bounces for less is not seen, ms: two scans.</summary>
    private const int DebounceMs = 50;

    private long _sinceMs;
    private long _changedMs = -1;
    private bool _raw;
    private bool _pressed;

    /// <summary>What it is doing.</summary>
    public ButtonStage Stage { get; private set; } = ButtonStage.Ignored;

    /// <summary>It is held down now: enrolling the first person asks for it.</summary>
    public bool IsHeld => _pressed;

    /// <summary>When the stage began, ms of uptime.</summary>
    public long StageMs { get; private set; }

    /// <summary>The press was for something else (enrolling): it begins nothing.</summary>
    public void Ignore()
    {
        if (_pressed)
        {
            Stage = ButtonStage.Ignored;
        }
    }

    /// <summary>One scan. Returns what begins now.</summary>
    public ButtonAction Step(long nowMs, bool pressed)
    {
        bool changed = Debounce(nowMs, pressed);
        if (changed)
        {
            _sinceMs = nowMs;
        }

        ButtonAction action = ButtonAction.None;
        ButtonStage next = _pressed ? Held(nowMs, changed) : Released(nowMs, changed, ref action);
        if (next != Stage)
        {
            Stage = next;
            StageMs = nowMs;
        }

        return action;
    }

    private bool Debounce(long nowMs, bool pressed)
    {
        if (pressed != _raw || _changedMs < 0)
        {
            _raw = pressed;
            _changedMs = nowMs;
        }

        bool changed = _raw != _pressed && nowMs - _changedMs >= DebounceMs;
        _pressed = changed ? _raw : _pressed;
        return changed;
    }

    private ButtonStage Held(long nowMs, bool changed)
    {
        if (changed && Stage != ButtonStage.Ignored)
        {
            // A press while something is prepared takes it back, and does nothing else.
            return Stage >= ButtonStage.PreparesTest ? ButtonStage.Ignored : ButtonStage.Down;
        }

        long heldMs = nowMs - _sinceMs;
        if (Stage == ButtonStage.Ignored || heldMs >= StuckMs)
        {
            return ButtonStage.Ignored;
        }

        return heldMs >= InspectionMs ? ButtonStage.OffersInspection : heldMs >= TestMs ? ButtonStage.OffersTest : ButtonStage.Down;
    }

    private ButtonStage Released(long nowMs, bool changed, ref ButtonAction action)
    {
        switch (Stage)
        {
            case ButtonStage.Down:
                action = ButtonAction.NextFault;
                return ButtonStage.Up;
            case ButtonStage.OffersTest:
                return ButtonStage.PreparesTest;
            case ButtonStage.OffersInspection:
                return ButtonStage.PreparesInspection;
            case ButtonStage.PreparesTest:
            case ButtonStage.PreparesInspection:
                return Prepare(nowMs, ref action);
            case ButtonStage.Ignored:
                return changed || !_raw ? ButtonStage.Up : ButtonStage.Ignored;
            default:
                return ButtonStage.Up;
        }
    }

    private ButtonStage Prepare(long nowMs, ref ButtonAction action)
    {
        if (nowMs - StageMs < PrepareMs)
        {
            return Stage;
        }

        action = Stage == ButtonStage.PreparesTest ? ButtonAction.SelfTest : ButtonAction.Inspection;
        return ButtonStage.Up;
    }
}
