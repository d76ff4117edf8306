using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;

namespace Firmware.Console.Pages;

/// <summary>What a run that is about to begin will be: its plans, how many items and how long, what will move, and how questions are answered.</summary>
internal static class InspectionHead
{
    private const int MinuteSeconds = 60;

    /// <summary>Writes it.</summary>
    public static void Write(Screen screen, Checklist checklist, int plans)
    {
        int items = 0;
        int seconds = 0;
        for (int row = 0; row < checklist.Count; row++)
        {
            bool takes = (checklist.Plans(row) & plans) != 0;
            items += takes ? 1 : 0;
            seconds += takes ? Procedure.SecondsOf(checklist.ProcedureOf(row)) : 0;
        }

        screen.Say(InspectionPhrase.Head);
        Plans(screen, plans);
        screen.Out.Write("  ");
        screen.Out.Write(items);
        screen.Say(InspectionPhrase.ItemsAbout);
        screen.Out.Write((seconds + MinuteSeconds - 1) / MinuteSeconds);
        screen.Line(InspectionPhrase.Minutes);
        Moving(screen, checklist, plans);
        screen.Line(InspectionPhrase.HowToAnswer);
    }

    /// <summary>The reports that are lost when this run ends and the centre has not stored them by then. Where another run is under way its report comes first, and takes a place of its own.</summary>
    public static void GivesWay(Screen screen, Inspector inspector)
    {
        bool follows = inspector.Run.Runs;
        var lost = new Listing(screen, follows ? InspectionPhrase.ReportsGiveWay : InspectionPhrase.ReportGivesWay);
        for (int coming = 1; coming <= (follows ? 2 : 1); coming++)
        {
            int number = inspector.Reports.ToGo(coming);
            if (number != 0)
            {
                lost.Add(number.ToString());
            }
        }

        lost.End();
    }

    /// <summary>Names of plans.</summary>
    public static void Plans(Screen screen, int plans)
    {
        bool first = true;
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (Plan.IsIn(plan, plans))
            {
                screen.Out.Write(first ? "" : " + ");
                screen.Say(InspectionPhrase.PlanPatrol + plan);
                first = false;
            }
        }
    }

    /// <summary>The items that move the pump or water, by their titles.</summary>
    private static void Moving(Screen screen, Checklist checklist, int plans)
    {
        var moving = new Listing(screen, InspectionPhrase.Moving);
        for (int row = 0; row < checklist.Count; row++)
        {
            if ((checklist.Plans(row) & plans) != 0 && Procedure.Moves(checklist.ProcedureOf(row)))
            {
                moving.Add(screen.Texts.ItemTitle(checklist.Number(row)));
            }
        }

        moving.End();
    }
}
