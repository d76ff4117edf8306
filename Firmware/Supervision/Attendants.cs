using Firmware.Console;
using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Items;

namespace Firmware.Supervision;

/// <summary>
/// Who is at the unit, between the parts that want to know: login and card make a technician's attendance, a visit stops the contract's clocks, and what an inspection or a visit has to say is
/// announced at the console. 52 B.
/// </summary>
internal sealed class Attendants
{
    private readonly UnitConsole _console;
    private readonly SiteController _site;
    private readonly Inspector _inspector;
    private readonly PersonList _persons;
    private readonly ContractDesk _contract;
    private bool _visitIsOpen;
    private int _visitShown;
    private int _inspectionShown;

    /// <summary>Nobody is here yet.</summary>
    public Attendants(UnitConsole console, SiteController site, Inspector inspector, PersonList persons, ContractDesk contract)
    {
        _console = console;
        _site = site;
        _inspector = inspector;
        _persons = persons;
        _contract = contract;
    }

    /// <summary>Before the inspector decides: who logs in at the console, or shows the card of a person of the list, is a technician who is known: the open door is work, not tampering (502).</summary>
    public void NoteLogin(long nowMs)
    {
        Session session = _console.Shell.Session;
        Readings readings = _site.View.Readings;
        int card = readings.IsOn(Signal.CardPresent) ? _persons.FindCard(readings.ValueOf(Signal.CardNumber)) : -1;
        if (card >= 0 || (session.Person != 0 && _inspector.LoggedIn == 0))
        {
            _site.Attendance.Arrive(nowMs, card >= 0);
        }
        else if (session.Person == 0 && _inspector.LoggedIn != 0 && session.LoggedOut)
        {
            _site.Attendance.Leave();
        }

        if (card >= 0)
        {
            _inspector.CardPerson = _persons.NumberAt(card);
        }
        else if (!_site.Attendance.IsHere)
        {
            _inspector.CardPerson = 0;
        }

        _inspector.LoggedIn = session.Person;
    }

    /// <summary>After the inspector has decided: what has begun, and what is to be shown by itself.</summary>
    public void Follow(long nowMs)
    {
        NoteArrival(nowMs);
        ShowInspection(nowMs);
        ShowVisit();
    }

    /// <summary>A visit begins by its evidence: that stops the contract's on-site clocks.</summary>
    private void NoteArrival(long nowMs)
    {
        if (_inspector.Visit.IsOpen && !_visitIsOpen)
        {
            _contract.Arrive(nowMs);
        }

        _visitIsOpen = _inspector.Visit.IsOpen;
    }

    /// <summary>An inspection that somebody carries out goes on at the console by itself: what was found, and what is asked next. Who waits for it is not logged out.</summary>
    private void ShowInspection(long nowMs)
    {
        InspectionRun run = _inspector.Run;
        if (run.Told != _inspectionShown && run.IsAttended)
        {
            _console.Announce(CommandTable.InspectGoesOn);
        }

        if (run.Runs && run.IsAttended && (run.Prompt is Prompt.None or Prompt.Full))
        {
            _console.Shell.Session.Waits(nowMs);
        }

        _inspectionShown = run.Told;
    }

    /// <summary>The full check has ended, or the user's card was taken: the console says so by itself.</summary>
    private void ShowVisit()
    {
        int shown = _inspector.Visits.Checks + _inspector.Visits.CardsTaken;
        if (shown != _visitShown)
        {
            _console.Announce(CommandTable.Visit);
        }

        _visitShown = shown;
    }
}
