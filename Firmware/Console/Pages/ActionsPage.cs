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
    private const int MinuteMs = 60000;
    private const int DetailColumn = 4;

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
            ActionResult result = Do(command, line);
            if (result == ActionResult.Held)
            {
                SayHeld(_site.Catalogue.RowOf(line.Number(0)));
            }
            else
            {
                Told(command, ActionPhrase.Done, (int)result, CommandTable.FaultOf(command, line));
            }
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
                Shelved(shelves, place);
                shown++;
            }
        }

        if (shown == 0)
        {
            Screen.Line(ActionPhrase.NothingShelved);
        }
    }
    /// <summary>A shelved fault, why, who put it there, until when, and how much of that is left.</summary>
    private void Shelved(Shelves shelves, int place)
    {
        long leftMs = shelves.MinutesLeftAt(place) * (long)MinuteMs;
        FaultText.Title(Screen, _site, shelves.RowAt(place));
        Screen.Out.NewLine();
        Screen.Out.Tab(DetailColumn);
        Screen.Out.Hang = DetailColumn;
        Screen.Say(WhyPhrase.ShelfReasonFirst + (int)shelves.ReasonAt(place) - 1);
        Screen.Out.Write("  ");
        FaultText.By(Screen, shelves.WhoAt(place));
        if (_clock.QualityAt(Screen.NowMs) != TimeQuality.Unset)
        {
            Screen.Out.Write("  ");
            Screen.Say(WhyPhrase.ShelfUntil);
            Screen.Date(_clock.UnixAt(Screen.NowMs + leftMs));
        }

        Screen.Out.Write("  ");
        Screen.Say(ActionPhrase.Left);
        Calendar.WriteShort(Screen.Out, leftMs);
        Screen.Out.NewLine();
    }

    /// <summary>What holds the alarm back that somebody wants to acknowledge, and what to do about it.</summary>
    private void SayHeld(int row)
    {
        AlarmGate gate = _site.Monitors.Gate;
        if (gate.Shelves.Find(row) >= 0)
        {
            Screen.Say(WhyPhrase.HeldByShelf);
            Screen.Out.Write(_site.Catalogue.Code(row));
            Screen.Out.NewLine();
        }
        else if (!gate.Hides(row, _site.Monitors.LevelOf(row)))
        {
            Screen.Line(WhyPhrase.HeldByChatter);
        }
        else
        {
            Screen.Line(gate.LayUp.IsOn ? WhyPhrase.HeldByLayUp : WhyPhrase.HeldByWork);
        }
    }
}
