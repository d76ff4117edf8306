using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Firmware.Console.Pages;

/// <summary>
/// An inspection at the console. It goes on by itself: each item that has ended is shown, then what is asked next, which a line of its own answers (yes, no, a number, skip, stop). Between two runs the last report
/// can be read, with the trend against the one before.
/// </summary>
public sealed class InspectPage : Page
{
    private const int ResultColumn = 32;
    private const int NarrowColumn = 4;

    /// <summary>Items that are named of those that hold up a plan.</summary>
    private const int MostHolding = 5;

    /// <summary>Results in a part: each is below 200 bytes.</summary>
    private const int ResultsInPart = 5;

    private readonly Inspector _inspector;
    private readonly FaultCatalogue _catalogue;
    private readonly bool[] _shown = new bool[Checklist.MaxRows];
    private int _start = -1;
    private bool _lists;
    private bool _asks;
    private int _command;
    private int _plans;

    /// <summary>The inspections of a unit.</summary>
    public InspectPage(Shell shell, Inspector inspector, FaultCatalogue catalogue)
        : base(shell)
    {
        _inspector = inspector;
        _catalogue = catalogue;
    }

    private InspectionRun Now => _inspector.Run;

    /// <inheritdoc/>
    public override int CommandOf(CommandLine line)
    {
        if (!Now.Runs || line.Words != 1)
        {
            return -1;
        }

        if (line.WordIs(0, "skip"))
        {
            return CommandTable.InspectSkip;
        }

        if (line.WordIs(0, "stop"))
        {
            return CommandTable.InspectStop;
        }

        if (Now.Prompt == Prompt.Value)
        {
            return IsNumber(line) ? CommandTable.InspectValue : -1;
        }

        bool yes = Dialogue.IsYes(line.Bytes, line.WordStart(0), line.WordEnd(0));
        bool no = Dialogue.IsNo(line.Bytes, line.WordStart(0), line.WordEnd(0));
        return yes ? CommandTable.InspectYes : no ? CommandTable.InspectNo : -1;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _lists = command == CommandTable.Inspect || command == CommandTable.InspectGoesOn;
        _asks = command == CommandTable.InspectGoesOn || (_lists && Now.Runs);
        if (command == CommandTable.Inspect || _start != Now.Starts)
        {
            _start = Now.Starts;
            System.Array.Clear(_shown, 0, _shown.Length);
        }

        switch (command)
        {
            case CommandTable.Inspect:
                Head();
                break;
            case CommandTable.InspectGoesOn:
                break;
            case CommandTable.InspectStart:
                Start(command, _inspector.PlansNow);
                break;
            case CommandTable.InspectPlan:
                StartPlan(command, line);
                break;
            case CommandTable.InspectStop:
                Stop(command);
                break;
            default:
                Take(command, line);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        int lines = 0;
        for (int row = 0; _lists && lines < ResultsInPart && row < Now.Checklist.Count; row++)
        {
            if (!_shown[row] && Now.Takes(row) && Now.ResultOf(row) != ItemResult.Open)
            {
                _shown[row] = true;
                Result(row);
                lines++;
            }
        }

        if (lines > 0)
        {
            return true;
        }

        bool asks = _asks;
        _asks = false;
        if (asks)
        {
            Question();
        }

        return asks;
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        if (Dialogue.IsYes(line, 0, count) && Shell.Session.May(CommandTable.AccessOf(_command)))
        {
            Begin(_command, _plans);
        }
        else
        {
            Screen.Line(Phrase.NotDone);
        }
    }

    /// <inheritdoc/>
    public override void NoAnswer() => Screen.Line(Phrase.NotDone);

    private static bool IsNumber(CommandLine line)
    {
        int at = line.WordStart(0) + (line.Bytes[line.WordStart(0)] == '-' ? 1 : 0);
        return at < line.WordEnd(0) && line.Bytes[at] >= '0' && line.Bytes[at] <= '9';
    }

    /// <summary>An answer. What follows from it is shown by itself.</summary>
    private void Take(int command, CommandLine line)
    {
        if (Now.Runs && Now.Person != Shell.Session.Person)
        {
            // The report names one person, and what it says is that person's word.
            Screen.Say(InspectionPhrase.OfAnother);
            Screen.Out.Write(Now.Person);
            Screen.Out.NewLine();
            return;
        }

        bool taken = command switch
        {
            CommandTable.InspectYes => Now.Answer(true),
            CommandTable.InspectNo => Now.Answer(false),
            CommandTable.InspectValue => Now.Prompt == Prompt.Value,
            _ => Now.Skip(),
        };
        if (!taken)
        {
            Screen.Line(InspectionPhrase.NotAsked);
        }
        else if (command == CommandTable.InspectValue)
        {
            Enter(line);
        }
    }

    private void Enter(CommandLine line)
    {
        int word = line.Words - 1;
        if (Quantity.TryRead(line.Bytes, line.WordStart(word), line.WordEnd(word), Quantity.DecimalsOf(EnteredUnit(Now.Row)), out int value))
        {
            Now.Enter(value);
        }
        else
        {
            Screen.Say(InspectionPhrase.PromptValue);
            Screen.Out.Write(Quantity.UnitOf(EnteredUnit(Now.Row)));
            Screen.Out.NewLine();
        }
    }

    private byte EnteredUnit(int row) => Procedure.EnteredUnit(Now.Checklist.ProcedureOf(row), Now.Checklist.Unit(row));

    /// <summary>Offers the plans by their names in the language of the screen, where those are one word.</summary>
    internal static void OfferPlans(Completion to, Texts texts)
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            string name = texts.Say(InspectionPhrase.PlanPatrol + plan);
            to.Add(name.IndexOf(' ') < 0 ? name : Plan.NameOf(plan));
        }
    }

    /// <summary>Begins a run; where its report would take the place of one that the centre has not stored, that is said and asked for first.</summary>
    private void Start(int command, int plans)
    {
        if (Now.Runs || _inspector.Reports.HasRoom)
        {
            Begin(command, plans);
            return;
        }

        _command = command;
        _plans = plans;
        InspectionHead.GivesWay(Screen, _inspector);
        Shell.Dialogue.Ask(this, Phrase.Sure);
    }

    private void Begin(int command, int plans)
    {
        if (_inspector.Start(plans, Starter.Console, Shell.Session.Person, Screen.NowMs))
        {
            Did(command);
            InspectionHead.Write(Screen, Now.Checklist, plans);
        }
        else
        {
            Screen.Line(Now.Runs ? InspectionPhrase.Already : InspectionPhrase.ReportSaving);
        }
    }

    private void Stop(int command)
    {
        bool stopped = Now.Abort();
        if (stopped)
        {
            Did(command);
        }

        Screen.Line(stopped ? InspectionPhrase.Stopped : InspectionPhrase.NoneRuns);
    }

    private void StartPlan(int command, CommandLine line)
    {
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (line.ArgumentIs(0, Plan.NameOf(plan)) || line.TextOf(0) == Screen.Texts.Say(InspectionPhrase.PlanPatrol + plan))
            {
                Start(command, Plan.Bit(plan));
                return;
            }
        }

        Screen.Line(InspectionPhrase.NoSuchPlan);
    }

    /// <summary>What the run is or was: plans, who, from when to when, what came of it, and where its report is.</summary>
    private void Head()
    {
        if (Now.Plans == 0)
        {
            Screen.Line(InspectionPhrase.NotRunning);
            return;
        }

        Screen.Say(Now.Runs ? InspectionPhrase.Running : InspectionPhrase.Last);
        InspectionHead.Plans(Screen, Now.Plans);
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.BySchedule + (int)Now.StartedBy);
        if (Now.Person != InspectionRun.Nobody)
        {
            Screen.Out.Write("  ");
            Screen.Say(InspectionPhrase.ByPerson);
            Screen.Out.Write(Now.Person);
        }

        Screen.Out.NewLine();
        Screen.Head(Phrase.Time);
        Screen.Date(Now.BeganUnix);
        if (!Now.Runs)
        {
            Screen.Out.Write(" — ");
            Screen.Date(Now.EndedUnix);
            Screen.Out.NewLine();
            Outcome();
        }

        Screen.Out.NewLine();
    }

    private void Outcome()
    {
        Screen.Head(InspectionPhrase.Results);
        Counts();
        Screen.Out.NewLine();
        Screen.Head(InspectionPhrase.FaultsThen);
        for (int i = 0; i < Now.Faults.Length && Now.Faults[i] != 0; i++)
        {
            int row = _catalogue.RowOf(Now.Faults[i]);
            string part = row < 0 ? FaultParts.None : _catalogue.Part(row);
            Screen.Out.Write(i == 0 ? "" : "  ");
            Screen.Out.Write(Now.Faults[i]);
            Screen.Out.Write(part == FaultParts.None ? "" : " → " + part);
        }

        if (Now.Faults[0] == 0)
        {
            Screen.Say(VisitPhrase.NoFaults);
        }

        Screen.Out.NewLine();
        Report();
        if (_inspector.Reports.Lost > 0)
        {
            Screen.Out.NewLine();
            Screen.Head(StorePhrase.ReportsLost);
            Screen.Out.Write(_inspector.Reports.Lost);
        }
    }

    /// <summary>Where the report of the last run is; one that another unit made, or that storage lost, is in nobody's hands here.</summary>
    private void Report()
    {
        Screen.Head(InspectionPhrase.ReportNo);
        if (!_inspector.Reports.HasRunsReport)
        {
            Screen.Say(InspectionPhrase.ReportNotKept);
            return;
        }

        Screen.Out.Write(_inspector.Reports.LastNumber);
        Screen.Out.Write("  ");
        Screen.Say(_inspector.Reports.IsLastStored ? VisitPhrase.Stored : VisitPhrase.Waiting);
    }

    /// <summary>Plans of a person's run that are not carried out by it, each with the items that hold it up.</summary>
    private void StillOwed()
    {
        int owed = Now.Person == InspectionRun.Nobody ? 0 : Now.Plans & ~Now.PlansDone();
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (Plan.IsIn(plan, owed))
            {
                Screen.Say(InspectionPhrase.NotCarriedOut);
                Screen.Say(InspectionPhrase.PlanPatrol + plan);
                Holding(plan);
            }
        }
    }

    private void Holding(int plan)
    {
        var items = new Listing(Screen, InspectionPhrase.Because);
        for (int row = 0; row < Now.Checklist.Count && items.Count < MostHolding; row++)
        {
            if (Now.HoldsUp(row, plan))
            {
                items.Add(TitleOf(Now.Checklist.Number(row)));
            }
        }

        if (items.Count == 0)
        {
            items.Add(Screen.Texts.Say(InspectionPhrase.MostLeftOut));
        }

        items.End();
    }

    private void Counts()
    {
        for (int result = (int)ItemResult.Pass; result <= (int)ItemResult.NotFitted; result++)
        {
            int count = 0;
            for (int row = 0; row < Now.Checklist.Count; row++)
            {
                count += Now.Takes(row) && (int)Now.ResultOf(row) == result ? 1 : 0;
            }

            Screen.Out.Write(count);
            Screen.Say(VisitPhrase.Passed + result - 1);
        }
    }

    /// <summary>The item under way: which of how many, what is asked, and what passes.</summary>
    private void Question()
    {
        if (!Now.Runs)
        {
            Screen.Say(InspectionPhrase.Over);
            Counts();
            Screen.Out.NewLine();
            StillOwed();
            return;
        }

        if (Now.Row < 0)
        {
            return;
        }

        int number = Now.Checklist.Number(Now.Row);
        Place();
        Title(number);
        if (Now.Checklist.ProcedureOf(Now.Row) == Procedure.MeterVerification)
        {
            Screen.Out.Write("  ");
            Screen.Say(InspectionPhrase.MeterPulse + MeterVerificationItem.MeterOf(Now.Item));
        }

        if (Now.Prompt == Prompt.None)
        {
            Screen.Say(InspectionPhrase.About);
            Screen.Out.Write(Procedure.SecondsOf(Now.Checklist.ProcedureOf(Now.Row)));
            Screen.Out.Write(" s  ");
            Screen.Line(Procedure.Moves(Now.Checklist.ProcedureOf(Now.Row)) ? InspectionPhrase.KeyStops : InspectionPhrase.PromptNone);
            return;
        }

        Screen.Out.Write("  " + Quantity.Limits(Now.Checklist.Low(Now.Row), Now.Checklist.High(Now.Row), Now.Checklist.Unit(Now.Row)));
        Screen.Out.NewLine();
        Screen.Out.Write(Screen.Texts.ItemHow(number) ?? "");
        Screen.Out.NewLine();
        Ask();
    }

    private void Ask()
    {
        bool all = Now.Prompt == Prompt.MayMove && Now.IsAskedForAll(Now.Row);
        Screen.Say(all ? InspectionPhrase.MoveAll : Now.Prompt == Prompt.Full ? InspectionPhrase.PromptFull : InspectionPhrase.PromptNone + (int)Now.Prompt);
        Screen.Out.Write(Now.Prompt == Prompt.Value ? Quantity.UnitOf(EnteredUnit(Now.Row)) : "");
        Screen.Out.NewLine();
        if (Now.Prompt == Prompt.Full)
        {
            Screen.Say(InspectionPhrase.AtLeast);
            Screen.Out.Write(MeterVerificationItem.EnoughLitres(Now.Item));
            Screen.Out.Write(" L");
            Screen.Out.NewLine();
        }
    }

    /// <summary>How many items have ended with this one, of how many.</summary>
    private void Place()
    {
        int items = 0;
        int ended = 0;
        for (int row = 0; row < Now.Checklist.Count; row++)
        {
            items += Now.Takes(row) ? 1 : 0;
            ended += Now.Takes(row) && Now.ResultOf(row) != ItemResult.Open ? 1 : 0;
        }

        Screen.Out.Put((byte)'[');
        Screen.Out.Write(ended + 1);
        Screen.Out.Put((byte)'/');
        Screen.Out.Write(items);
        Screen.Out.Write("] ");
    }

    /// <summary>One result: the value with its uncertainty and tolerance, why it was not tested, and the trend.</summary>
    private void Result(int row)
    {
        Screen.Out.Put((byte)' ');
        Title(Now.Checklist.Number(row));
        if (Screen.IsNarrow)
        {
            Screen.Out.NewLine();
        }

        Screen.Out.Tab(Screen.IsNarrow ? NarrowColumn : ResultColumn);
        Screen.Out.Hang = Screen.IsNarrow ? NarrowColumn : ResultColumn;
        Screen.Say(InspectionPhrase.ResultOpen + (int)Now.ResultOf(row));

        // A tick that passed says no more by its 1.
        if (Now.HasValue(row) && (Now.Checklist.Unit(row) != ItemUnit.One || Now.ResultOf(row) != ItemResult.Pass))
        {
            Value(row);
        }

        if (Now.ReasonOf(row) != ItemReason.None)
        {
            Screen.Out.Write("  ");
            Screen.Out.WriteTogether(Screen.Texts.Say(InspectionPhrase.ReasonNone + (int)Now.ReasonOf(row)));
        }

        Screen.Out.NewLine();
    }

    private void Value(int row)
    {
        byte unit = Now.Checklist.Unit(row);
        string name = Quantity.UnitOf(unit);
        string limits = Quantity.Limits(Now.Checklist.Low(row), Now.Checklist.High(row), unit);
        Screen.Out.Write("  " + Quantity.Text(Now.ValueOf(row), unit));
        Screen.Out.Write(Now.UncertaintyOf(row) == 0 ? "" : " ± " + Quantity.Text(Now.UncertaintyOf(row), unit));
        Screen.Out.Write(name.Length == 0 ? "" : " " + name);
        Screen.Out.Write(limits.Length == 0 ? "" : " (" + limits + ")");
        if (Now.HadValue(row) && unit != ItemUnit.One)
        {
            Screen.Say(InspectionPhrase.Before);
            Screen.Out.Write(Quantity.Text(Now.BeforeOf(row), unit));
            Screen.Say(InspectionPhrase.TrendSame + (int)Trends.Of(Now.ValueOf(row), Now.BeforeOf(row), Now.UncertaintyOf(row), Now.Checklist.Low(row), Now.Checklist.High(row)));
        }
    }

    private void Title(int number) => Screen.Out.Write(TitleOf(number));

    private string TitleOf(int number) => Screen.Texts.ItemTitle(number);
}
