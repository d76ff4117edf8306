using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Visits;

namespace Firmware.Console.Pages;

/// <summary>The visit at the console: its record so far, the entries, the full check before leaving, and the user's confirmation.</summary>
public sealed class VisitPage : Page
{
    private const int LinesInPart = 12;
    private const int ModuleColumn = 24;
    private const int TextsPart = 1;
    private const int EndPart = 2;

    private readonly Inspector _inspector;
    private readonly SiteController _site;
    private readonly VisitDesk _visits;
    private bool _shows;
    private int _row;

    /// <summary>The visits of a unit.</summary>
    public VisitPage(Shell shell, Inspector inspector, SiteController site)
        : base(shell)
    {
        _inspector = inspector;
        _site = site;
        _visits = inspector.Visits;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _shows = command == CommandTable.Visit;
        switch (command)
        {
            case CommandTable.Visit:
                _row = 0;
                Head();
                break;
            case CommandTable.VisitRepaired:
                Repaired(command, line.Number(0));
                break;
            case CommandTable.VisitConfirm:
                AwaitCard(command);
                break;
            case CommandTable.VisitLeave:
                Leave();
                break;
            case CommandTable.VisitPart:
            case CommandTable.VisitPartCount:
            case CommandTable.VisitPartText:
                Part(command, line);
                break;
            default:
                VisitResult result = Enter(command, line);
                Say(command, result, VisitPhrase.Done + (int)(line.IsCut ? VisitResult.Cut : VisitResult.Done), CommandTable.FaultOf(command, line));
                break;
        }

        if (_visits.TellTakenBack())
        {
            Screen.Line(VisitPhrase.ConfirmAnew);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (!_shows || !IsHere)
        {
            return false;
        }

        switch (part)
        {
            case TextsPart:
                Texts();
                return true;
            case EndPart:
                Check();
                Confirmation();
                return true;
            default:
                return OpenItems();
        }
    }

    /// <summary>Offers the names of the readings that the site has.</summary>
    internal static void OfferReadings(Completion to)
    {
        for (int signal = 0; signal < Signal.FirstOfUnit; signal++)
        {
            to.Add(Signal.NameOf(signal));
        }
    }

    private bool IsHere => _visits.Now.State != VisitState.None;

    private VisitResult Enter(int command, CommandLine line)
    {
        return command switch
        {
            CommandTable.VisitNote => _visits.Note(line.Bytes, line.StartOf(0), line.EndOf(0)),
            CommandTable.VisitUnrepaired => _visits.DeclareUnrepaired(line.Number(0)),
            CommandTable.VisitReference => _visits.Refer(Find(line), line.Number(1)),
            CommandTable.VisitGrade => _visits.Grade(line.Number(0), line.Number(1), line.Number(2), line.Number(3)),
            _ => _visits.ConfirmByCode(line.Number(0), Screen.NowMs),
        };
    }

    /// <summary>A part by its name, or by the fault that has it; where a fault has several nothing is noted, and each is shown as it is to be typed.</summary>
    private void Part(int command, CommandLine line)
    {
        int pieces = command == CommandTable.VisitPartCount ? line.Number(1) : 1;
        int code = command == CommandTable.VisitPartText ? 0 : line.Number(0);
        string name = line.TextOf(0).ToUpper();
        if (code == 0 && (name == FaultParts.None || Screen.Texts.Module(name) == null))
        {
            NotePart(command, line.Bytes, line.StartOf(0), line.EndOf(0), pieces, line.IsCut);
            return;
        }

        string parts = code == 0 ? name : _site.Catalogue.RowOf(code) < 0 ? "" : FaultParts.AllOf(code);
        if (!_visits.IsOpen || parts.Length == 0 || parts == FaultParts.None)
        {
            Answer(!_visits.IsOpen ? VisitResult.NoVisit : parts.Length == 0 ? VisitResult.NoFault : VisitResult.NoPart, VisitPhrase.Done);
        }
        else if (parts.IndexOf(' ') > 0)
        {
            WhichOf(parts.Split(' '), pieces);
        }
        else
        {
            byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(parts);
            NotePart(command, utf8, 0, utf8.Length, pieces, false, code);
        }
    }

    /// <summary>Notes a part, and says which it was: what goes to the centre is read once more here.</summary>
    private void NotePart(int command, byte[] name, int at, int end, int pieces, bool isCut, int code = 0)
    {
        VisitResult result = _visits.AddPart(name, at, end, pieces);
        if (result != VisitResult.Done || isCut)
        {
            Say(command, result, VisitPhrase.Cut, code);
            return;
        }

        Did(command, code);
        Screen.Say(VisitPhrase.PartNoted);
        Screen.Out.Write(pieces + " × ");
        Screen.Out.Write(name, at, end);
        string module = Screen.Texts.Module(System.Text.Encoding.UTF8.GetString(name, at, end - at));
        Screen.Out.Write(module == null ? "" : "  " + module);
        Screen.Out.NewLine();
    }

    /// <summary>The parts of a fault, each as it is to be typed.</summary>
    private void WhichOf(string[] parts, int pieces)
    {
        string count = pieces > 1 ? " " + pieces : "";
        Screen.Line(VisitPhrase.WhichPart);
        for (int part = 0; part < parts.Length; part++)
        {
            Screen.Out.Write(" visit part " + parts[part] + count);
            Screen.Out.Tab(ModuleColumn + count.Length);
            Screen.Out.Hang = ModuleColumn + count.Length;
            Screen.Out.Write(Screen.Texts.Module(parts[part]));
            Screen.Out.NewLine();
        }
    }

    private static int Find(CommandLine line)
    {
        int found = -1;
        for (int signal = 0; signal < Signal.FirstOfUnit && found < 0; signal++)
        {
            found = line.ArgumentIs(0, Signal.NameOf(signal)) ? signal : -1;
        }

        return found;
    }

    /// <summary>Notes what was changed, and answers.</summary>
    private void Say(int command, VisitResult result, int phrase, int about = 0)
    {
        if (result is VisitResult.Done or VisitResult.Cut)
        {
            Did(command, about);
        }

        Answer(result, phrase);
    }

    /// <summary>The phrase where it is done, else why it is not, or that it was cut.</summary>
    private void Answer(VisitResult result, int phrase) => Screen.Line(result == VisitResult.Done ? phrase : VisitPhrase.Done + (int)result);

    /// <summary>The user's card is asked for; where the cards of the settings were changed in this visit, none confirms it.</summary>
    private void AwaitCard(int command)
    {
        Say(command, _visits.AwaitCard(Screen.NowMs), _visits.Now.HasNewCards ? VisitPhrase.CardsAreNew : VisitPhrase.LayCard);
    }

    /// <summary>The full check before leaving with what it will be, that it is under way, or that the one stands which the technician has made. It ends each visit and is no change that the next one would ask for.</summary>
    private void Leave()
    {
        if (_visits.IsOpen && _inspector.RunsLeavingCheck)
        {
            Screen.Line(VisitPhrase.CheckGoesOn);
            return;
        }

        bool stands = _visits.Now.IsCheckedByPerson;
        VisitResult result = _visits.AskForCheck();
        Answer(result, stands ? VisitPhrase.CheckStands : _inspector.Run.Runs ? VisitPhrase.CheckFollows : VisitPhrase.CheckBegins);
        if (result == VisitResult.Done && !stands)
        {
            InspectionHead.Write(Screen, _inspector.Run.Checklist, Firmware.Inspection.Planning.Plan.Bit(Firmware.Inspection.Planning.Plan.AfterRepair));
            InspectionHead.GivesWay(Screen, _inspector);
        }
    }

    private void Repaired(int command, int code)
    {
        if (_visits.IsOpen)
        {
            Told(command, ActionPhrase.Done, (int)_visits.DeclareRepaired(_site.Catalogue.RowOf(code), Shell.Session.Person), code);
        }
        else
        {
            Screen.Line(VisitPhrase.NoVisit);
        }
    }

    private void Head()
    {
        if (!IsHere)
        {
            Screen.Line(VisitPhrase.None);
            Last();
            return;
        }

        VisitRecord visit = _visits.Now;
        Screen.Head(VisitPhrase.Visit);
        Number(visit);
        Screen.Out.NewLine();
        Faults(visit);
    }

    private void Number(VisitRecord visit)
    {
        Screen.Out.Write(visit.Number);
        Screen.Say(VisitPhrase.Since);
        Screen.Date(visit.UnixOf(false));
        Screen.Out.Write("  ");
        Screen.Say(Phrase.PersonNo);
        Screen.Out.Write(visit.Person);
        if (visit.State == VisitState.Leaving)
        {
            Screen.Out.Write("  ");
            Screen.Say(VisitPhrase.Leaving);
        }
    }

    private void Last()
    {
        VisitRecord last = _visits.Records.Last;
        if (last == null)
        {
            return;
        }

        Screen.Head(VisitPhrase.Last);
        Number(last);
        Screen.Out.NewLine();
        User(last, VisitPhrase.Unconfirmed);
        Screen.Row(VisitPhrase.Record, _visits.Records.IsLastStored ? VisitPhrase.Stored : VisitPhrase.Waiting);
        if (_visits.Records.Displaced > 0)
        {
            Screen.Head(StorePhrase.VisitsLost);
            Screen.Out.Write(_visits.Records.Displaced);
            Screen.Out.NewLine();
        }
    }

    /// <summary>Each fault with what was said of it, and what its proof still owes: repair is proven, not declared.</summary>
    private void Faults(VisitRecord visit)
    {
        Screen.Head(VisitPhrase.Faults);
        if (visit.Faults == 0)
        {
            Screen.Line(VisitPhrase.NoFaults);
        }

        for (int i = 0; i < visit.Faults; i++)
        {
            Indent(i);
            int code = visit.CodeOf(i);
            int row = _site.Catalogue.RowOf(code);
            Screen.Out.Write(code);
            Screen.Out.Put((byte)' ');
            Screen.Out.Write(Screen.Texts.Title(code) ?? "");
            Screen.Out.Write("  ");
            Screen.Say(VisitPhrase.DeclaredNone + (int)visit.DeclaredOf(i));
            Screen.Out.NewLine();
            int owed = row < 0 ? 0 : _site.Lifecycle.CyclesOwed(row);
            if (owed > 0)
            {
                Indent(1);
                Screen.Out.Write(owed);
                Screen.Line(Phrase.ProofOwed);
            }
        }
    }

    /// <summary>A further line of a row.</summary>
    private void Indent(int line)
    {
        if (line > 0)
        {
            Screen.Out.Tab(Screen.ValueColumn);
            Screen.Out.Hang = Screen.ValueColumn;
        }
    }

    private void Texts()
    {
        VisitRecord visit = _visits.Now;
        ListTexts(visit, VisitPhrase.Notes, false);
        ListTexts(visit, VisitPhrase.Parts, true);
        for (int i = 0; i < visit.References; i++)
        {
            Screen.Head(VisitPhrase.References);
            Screen.Out.Write(Screen.Texts.Reading(visit.SignalOf(i)));
            Screen.Out.Write("  ");
            Screen.Reading(visit.SignalOf(i), NoDataReason.None, visit.ReferenceOf(i));
            Screen.Say(VisitPhrase.Indicated);
            Screen.Reading(visit.SignalOf(i), (NoDataReason)visit.ReasonOf(i), visit.IndicatedOf(i));
            Screen.Out.NewLine();
        }
    }

    private void ListTexts(VisitRecord visit, int head, bool parts)
    {
        int line = 0;
        for (int text = visit.FirstText; visit.IsText(text); text = visit.NextText(text))
        {
            if (visit.PiecesOf(text) != 0 != parts)
            {
                continue;
            }

            if (line == 0)
            {
                Screen.Head(head);
            }

            Indent(line++);
            Screen.Out.Write(parts ? visit.PiecesOf(text) + " × " : "");
            Screen.Out.Write(visit.Buffer, visit.StartOf(text), visit.NextText(text));
            Screen.Out.NewLine();
        }
    }

    private void Check()
    {
        VisitRecord visit = _visits.Now;
        Screen.Head(VisitPhrase.Check);
        if (!visit.IsChecked)
        {
            Screen.Line(_visits.WantsCheck || _inspector.RunsLeavingCheck ? VisitPhrase.CheckRuns : VisitPhrase.CheckOwed);
            return;
        }

        for (int which = 0; which < 4; which++)
        {
            Screen.Out.Write(visit.CheckCount(which));
            Screen.Say(VisitPhrase.Passed + which);
        }

        Screen.Out.NewLine();
    }

    private void Confirmation()
    {
        VisitRecord visit = _visits.Now;
        User(visit, VisitPhrase.ByNobody);
        if (visit.GradeOf(0) == 0)
        {
            return;
        }

        Screen.Head(VisitPhrase.Grades);
        for (int which = 0; which < VisitRecord.Grades; which++)
        {
            Screen.Say(VisitPhrase.Attitude + which);
            Screen.Say(VisitPhrase.Excellent + visit.GradeOf(which) - 1);
            Screen.Out.Write("  ");
        }

        Screen.Out.NewLine();
    }

    private void User(VisitRecord visit, int unconfirmed)
    {
        Screen.Head(VisitPhrase.User);
        Screen.Say(visit.Confirmation == VisitConfirmation.Nobody ? unconfirmed : VisitPhrase.ByNobody + (int)visit.Confirmation);
        Screen.Out.Write(visit.Confirmation == VisitConfirmation.Card ? ((uint)visit.ConfirmedWith).ToString() : "");
        Screen.Out.NewLine();
    }

    /// <summary>What the check has found wrong, and what it has not tested and why, as long as its run is the last one.</summary>
    private bool OpenItems()
    {
        InspectionRun run = _inspector.Run;
        int lines = 0;
        bool has = _visits.Now.IsChecked && !run.Runs;
        for (; has && lines < LinesInPart && _row < run.Checklist.Count; _row++)
        {
            if (run.Takes(_row) && run.ResultOf(_row) is ItemResult.Fail or ItemResult.NotTested)
            {
                Screen.Head(InspectionPhrase.ResultOpen + (int)run.ResultOf(_row));
                Screen.Out.Write(Screen.Texts.ItemTitle(run.Checklist.Number(_row)));
                Screen.Out.Write("  ");
                Screen.Say(InspectionPhrase.ReasonNone + (int)run.ReasonOf(_row));
                Screen.Out.NewLine();
                lines++;
            }
        }

        return lines > 0;
    }
}
