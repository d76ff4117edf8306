using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The lamp test.</summary>
public sealed class LampPage : Page
{
    private readonly LedPanel _leds;

    /// <summary>The test of a unit's LEDs.</summary>
    public LampPage(Shell shell, LedPanel leds)
        : base(shell)
    {
        _leds = leds;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _leds.TestLamps(Screen.NowMs);
        Screen.Line(Phrase.LampTest);
    }
}
