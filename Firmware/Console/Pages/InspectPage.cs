using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Firmware.Console.Pages;

/// <summary>An inspection at the console: what it asks, the answers, and the results, an item a line.</summary>
public sealed class InspectPage : Page
{
    private const int ResultColumn = 32;
    private const int NarrowColumn = 4;
    private const int LinesInPart = 12;

    private readonly Inspector _inspector;
    private bool _lists;
    private int _row;

    /// <summary>The inspections of a unit.</summary>
    public InspectPage(Shell shell, Inspector inspector)
        : base(shell)
    {
        _inspector = inspector;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _lists = command == CommandTable.Inspect;
        _row = 0;
        InspectionRun run = _inspector.Run;
        switch (command)
        {
            case CommandTable.Inspect:
                Now(run);
                break;
            case CommandTable.InspectStart:
                Start(_inspector.PlansNow);
                break;
            case CommandTable.InspectPlan:
                StartPlan(line);
                break;
            case CommandTable.InspectStop:
                Screen.Line(run.Abort() ? InspectionPhrase.Stopped : InspectionPhrase.NotRunning);
                break;
            default:
                Screen.Line(Take(command, line, run) ? InspectionPhrase.Taken : InspectionPhrase.NotAsked);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        Checklist checklist = _inspector.Run.Checklist;
        if (!_lists || _row >= checklist.Count)
        {
            return false;
        }

        for (int lines = 0; lines < LinesInPart && _row < checklist.Count; _row++)
        {
            bool shown = _inspector.Run.Takes(_row) && _inspector.Run.ResultOf(_row) != ItemResult.Open;
            if (shown)
            {
                Result(checklist, _row);
                lines++;
            }
        }

        return true;
    }

    private static bool Take(int command, CommandLine line, InspectionRun run)
    {
        return command switch
        {
            CommandTable.InspectYes => run.Answer(true),
            CommandTable.InspectNo => run.Answer(false),
            CommandTable.InspectValue => run.Enter(line.Number(0)),
            _ => run.Skip(),
        };
    }

    /// <summary>A unit as a person writes it; on the wire some have another name.</summary>
    public static string UnitOf(byte unit)
    {
        return unit switch
        {
            ItemUnit.Microsecond => "µs",
            ItemUnit.Permille => "‰",
            ItemUnit.MilliCelsius => "m°C",
            ItemUnit.Milliohm => "mΩ",
            ItemUnit.Kiloohm => "kΩ",
            _ => ItemUnit.NameOf(unit),
        };
    }

    private void Start(int plans)
    {
        bool begun = _inspector.Start(plans, Starter.Console, Shell.Session.Person, Screen.NowMs);
        Screen.Line(begun ? InspectionPhrase.Begun : InspectionPhrase.Already);
    }

    private void StartPlan(CommandLine line)
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (line.ArgumentIs(0, Plan.NameOf(plan)))
            {
                Start(Plan.Bit(plan));
                return;
            }
        }

        Screen.Line(InspectionPhrase.NoSuchPlan);
    }

    private void Now(InspectionRun run)
    {
        if (!run.Runs || run.Row < 0)
        {
            Screen.Line(InspectionPhrase.NotRunning);
            return;
        }

        Screen.Say(InspectionPhrase.Running);
        Title(run.Checklist.Number(run.Row));
        Screen.Out.NewLine();
        Screen.Out.Write(Screen.Texts.ItemHow(run.Checklist.Number(run.Row)) ?? "");
        Screen.Out.NewLine();
        Screen.Say(run.Prompt == Prompt.Full ? InspectionPhrase.PromptFull : InspectionPhrase.PromptNone + (int)run.Prompt);
        Screen.Out.Write(run.Prompt == Prompt.Value ? UnitOf(run.Checklist.Unit(run.Row)) : "");
        Screen.Out.NewLine();
        if (run.Prompt == Prompt.Full)
        {
            Screen.Say(InspectionPhrase.AtLeast);
            Screen.Out.Write(MeterVerificationItem.EnoughLitres(run.Item.Site.Settings.PulseMillilitres, run.Item.High));
            Screen.Out.Write(" L");
            Screen.Out.NewLine();
        }
    }

    private void Result(Checklist checklist, int row)
    {
        InspectionRun run = _inspector.Run;
        Screen.Out.Put((byte)' ');
        Title(checklist.Number(row));
        if (Screen.IsNarrow)
        {
            Screen.Out.NewLine();
        }

        Screen.Out.Tab(Screen.IsNarrow ? NarrowColumn : ResultColumn);
        Screen.Out.Hang = Screen.IsNarrow ? NarrowColumn : ResultColumn;
        Screen.Say(InspectionPhrase.ResultOpen + (int)run.ResultOf(row));
        if (run.HasValue(row))
        {
            string unit = UnitOf(checklist.Unit(row));
            Screen.Out.Write("  ");
            Screen.Out.Write(run.ValueOf(row));
            Screen.Out.Write(" ± ");
            Screen.Out.Write(run.UncertaintyOf(row));
            Screen.Out.Write(unit.Length == 0 ? "" : " " + unit);
        }

        if (run.ReasonOf(row) != ItemReason.None)
        {
            Screen.Out.Write("  ");
            Screen.Say(InspectionPhrase.ReasonNone + (int)run.ReasonOf(row));
        }

        Screen.Out.NewLine();
    }

    private void Title(int number)
    {
        Screen.Out.Write(Screen.Texts.Item(number) ?? ItemName.Of(number));
    }
}
