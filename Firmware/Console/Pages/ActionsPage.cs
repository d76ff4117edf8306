using Firmware.Contract;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Inspection.Visits;

namespace Firmware.Console.Pages;

/// <summary>What a technician does with a fault, with work and with the season: each is noted with the person's number, or says why not.</summary>
public sealed class ActionsPage : Page
{
    private const int MinutesPerHour = 60;
    private const int SecondsPerHour = 3600;

    private readonly SiteController _site;
    private readonly ContractDesk _desk;
    private readonly UnitClock _clock;
    private readonly VisitDesk _visits;

    /// <summary>The actions on a site; repairs are noted in the visit that goes on.</summary>
    public ActionsPage(Shell shell, SiteController site, ContractDesk desk, UnitClock clock, VisitDesk visits)
        : base(shell)
    {
        _site = site;
        _desk = desk;
        _clock = clock;
        _visits = visits;
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

        if (_visits.TellTakenBack())
        {
            Screen.Line(VisitPhrase.ConfirmAnew);
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
            CommandTable.Ack => Acknowledge(row, who, 0, 0, line),
            CommandTable.AckCase => Acknowledge(row, who, 1, 0, line),
            CommandTable.AckArrive => Acknowledge(row, who, 1, line.Number(2), line),
            CommandTable.Reset => _site.Reset(row, who),
            CommandTable.Shelve => _site.Lifecycle.Shelve(row, who, (ShelveReason)line.Number(2), line.Number(1) * MinutesPerHour),
            CommandTable.Unshelve => _site.Lifecycle.Unshelve(row, who),
            CommandTable.Repaired => _visits.DeclareRepaired(row, who),
            _ => _visits.DeclareReplaced(row, who),
        };
    }

    /// <summary>The person takes it in hand, under a case number where <paramref name="texts"/> is 1, and with an arrival promised in <paramref name="hours"/>.</summary>
    private ActionResult Acknowledge(int row, int who, int texts, int hours, CommandLine line)
    {
        var words = new byte[Acknowledgements.WhoBytes + Acknowledgements.CaseBytes];
        byte[] number = System.Text.Encoding.UTF8.GetBytes(who.ToString());
        System.Array.Copy(number, 0, words, 0, number.Length);
        if (texts > 0)
        {
            byte[] name = line.BytesOf(1);
            System.Array.Copy(name, 0, words, Acknowledgements.WhoBytes, name.Length);
        }

        long unix = _clock.UnixAt(Screen.NowMs);
        long arrive = hours == 0 || unix == 0 ? 0 : unix + (hours * (long)SecondsPerHour);
        return _desk.Acknowledge(row, who, words, arrive, Screen.NowMs);
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
