using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The time, and setting it by hand where neither network nor centre can.</summary>
public sealed class ClockPage : Page
{
    private readonly UnitClock _clock;
    private readonly int _utcOffsetMinutes;

    /// <summary>The page of a clock in a site's zone.</summary>
    public ClockPage(Shell shell, UnitClock clock, int utcOffsetMinutes)
        : base(shell)
    {
        _clock = clock;
        _utcOffsetMinutes = utcOffsetMinutes;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.ClockSet)
        {
            Set(line);
            return;
        }

        Screen.Head(Phrase.Time);
        Screen.Now();
        Screen.Out.NewLine();
        TimeQuality quality = _clock.QualityAt(Screen.NowMs);
        Screen.Row(Phrase.State, quality == TimeQuality.Unset ? Phrase.ClockUnset : quality == TimeQuality.Synced ? Phrase.Synced : Phrase.ClockCoasting);
        Screen.Head(Phrase.ClockSource);
        Screen.Out.Write(_clock.Jumps);
        Screen.Out.NewLine();
        Screen.Head(Phrase.Running);
        Calendar.WriteDuration(Screen.Out, Screen.NowMs);
        Screen.Out.NewLine();
    }

    private void Set(CommandLine line)
    {
        long local = Calendar.Read(line.Bytes, line.StartOf(0), line.EndOf(0), line.StartOf(1), line.EndOf(1));
        if (local < 0 || !_clock.SetByHand(Screen.NowMs, local - (_utcOffsetMinutes * 60L)))
        {
            Screen.Line(Phrase.ClockBad);
            return;
        }

        Did(CommandTable.ClockSet);
        Screen.Say(Phrase.ClockIsSet);
        Screen.Now();
        Screen.Out.NewLine();
    }
}
