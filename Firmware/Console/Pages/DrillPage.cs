using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The weekly drill of the alarm path: how the last one ended, and one by hand.</summary>
public sealed class DrillPage : Page
{
    private readonly WeeklyDrill _drill;

    /// <summary>The page of a unit's drill.</summary>
    public DrillPage(Shell shell, WeeklyDrill drill)
        : base(shell)
    {
        _drill = drill;
    }

    /// <summary>The row of the last drill.</summary>
    public static void WriteLast(Screen screen, WeeklyDrill drill)
    {
        screen.Head(DrillPhrase.Drill);
        if (drill.Runs || drill.End == DrillEnd.None)
        {
            screen.Line(drill.Runs ? DrillPhrase.GoesOn : DrillPhrase.Never);
            return;
        }

        screen.Say(DrillPhrase.Stored + (int)drill.End);
        if (drill.End == DrillEnd.Stored)
        {
            screen.Say(DrillPhrase.After);
            screen.Out.Write(drill.DelaySeconds + " s");
        }

        screen.Out.Write("  ");
        screen.Date(drill.EndedUnix);
        screen.Out.NewLine();
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.DrillStart)
        {
            Told(command, DrillPhrase.Begun, (int)_drill.Start());
        }
        else
        {
            WriteLast(Screen, _drill);
        }
    }
}
