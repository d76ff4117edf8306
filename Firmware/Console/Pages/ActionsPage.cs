using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>What a technician does with a fault, with work and with the season: each is noted with the person's number, or says why not.</summary>
public sealed class ActionsPage : Page
{
    private const int MinutesPerHour = 60;

    private readonly SiteController _site;

    /// <summary>The actions on a site.</summary>
    public ActionsPage(Shell shell, SiteController site)
        : base(shell)
    {
        _site = site;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Shelves)
        {
            ListShelves();
        }
        else
        {
            Screen.Line(ActionPhrase.Done + (int)Do(command, line));
        }
    }

    private ActionResult Do(int command, CommandLine line)
    {
        int who = Shell.Session.Person;
        return command switch
        {
            CommandTable.WorkOn => _site.Lifecycle.BeginMaintenance(who, line.Number(0) * MinutesPerHour),
            CommandTable.WorkOff => _site.Lifecycle.EndMaintenance(who),
            CommandTable.LayUp => _site.Lifecycle.LayUp(who),
            CommandTable.Open => _site.Lifecycle.Open(who),
            _ => DoWithFault(command, line, _site.Catalogue.RowOf(line.Number(0)), who),
        };
    }

    private ActionResult DoWithFault(int command, CommandLine line, int row, int who)
    {
        if (row < 0)
        {
            return ActionResult.Unknown;
        }

        return command switch
        {
            CommandTable.Ack => _site.Lifecycle.Acknowledge(row, who, _site.Monitors.OccurrenceOf(row)),
            CommandTable.Reset => _site.Lifecycle.Reset(row, who),
            CommandTable.Shelve => _site.Lifecycle.Shelve(row, who, (ShelveReason)line.Number(2), line.Number(1) * MinutesPerHour),
            CommandTable.Unshelve => _site.Lifecycle.Unshelve(row, who),
            CommandTable.Repaired => _site.Lifecycle.DeclareRepaired(row, who),
            _ => _site.Lifecycle.DeclareReplaced(row, who),
        };
    }

    private void ListShelves()
    {
        Shelves shelves = _site.Monitors.Gate.Shelves;
        int shown = 0;
        for (int place = 0; place < Shelves.Places; place++)
        {
            if (shelves.RowAt(place) >= 0)
            {
                int code = _site.Catalogue.Code(shelves.RowAt(place));
                Screen.Out.Put((byte)' ');
                Screen.Out.Write(code);
                Screen.Out.Put((byte)' ');
                Screen.Out.Write(Screen.Texts.Title(code));
                Screen.Out.Write("  ");
                Screen.Say(ActionPhrase.Left);
                Calendar.WriteShort(Screen.Out, shelves.MinutesLeftAt(place) * 60000L);
                Screen.Out.NewLine();
                shown++;
            }
        }

        if (shown == 0)
        {
            Screen.Line(ActionPhrase.NothingShelved);
        }
    }
}
