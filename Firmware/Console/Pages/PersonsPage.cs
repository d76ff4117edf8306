using Firmware.Core.Contracts;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The list of persons: who is on it, a new one, a card, a new PIN, and who is taken off it.</summary>
public sealed class PersonsPage : Page
{
    private readonly PersonList _persons;
    private readonly Gate _gate;
    private readonly Readings _readings;
    private readonly Settings _settings;
    private readonly byte[] _pin = new byte[PinDigest.MaxDigits];
    private int _pinCount;
    private int _person;
    private int _command;

    /// <summary>The list behind a gate; cards come from the readings, and those of water users from the settings.</summary>
    public PersonsPage(Shell shell, PersonList persons, Gate gate, Readings readings, Settings settings)
        : base(shell)
    {
        _persons = persons;
        _gate = gate;
        _readings = readings;
        _settings = settings;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _pinCount = 0;
        _command = command;
        switch (command)
        {
            case CommandTable.Persons:
                List();
                break;
            case CommandTable.PersonsAdd:
                Add(line.Number(0));
                break;
            case CommandTable.PersonsCard:
                GiveCard(line.Number(0));
                break;
            case CommandTable.PersonsRemove:
                Remove(line.Number(0));
                break;
            default:
                AskPin(Shell.Session.Person);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        if (_pinCount == 0 && !PinDigest.IsAllowed(line, count))
        {
            Screen.Line(AccessPhrase.PinWeak);
        }
        else if (_pinCount == 0)
        {
            System.Array.Copy(line, 0, _pin, 0, count);
            _pinCount = count;
            Shell.Dialogue.Ask(this, AccessPhrase.PinAgain, true);
        }
        else
        {
            Put(line, count);
        }
    }

    /// <inheritdoc/>
    public override void NoAnswer()
    {
        Forget();
        Screen.Line(Phrase.NotDone);
    }

    /// <summary>A new person, or a new PIN for one.</summary>
    private void Add(int person)
    {
        if (MayChange(person))
        {
            AskPin(person);
        }
    }

    /// <summary>
    /// Somebody else's PIN or card is given anew, and somebody else is taken off the list, at the unit only, with the button held, so that nobody takes over another's number from afar; else it
    /// is said.
    /// </summary>
    private bool MayChange(int person)
    {
        bool may = _persons.Find(person) < 0 || Shell.Session.Person == person || Shell.Session.ButtonHeld;
        if (may)
        {
            Shell.Session.TakeButton();
        }
        else
        {
            Screen.Line(SettingPhrase.HoldButton);
        }

        return may;
    }

    private void AskPin(int person)
    {
        _person = person;
        Shell.Dialogue.Ask(this, AccessPhrase.NewPin, true);
    }

    private void Put(byte[] again, int count)
    {
        bool same = count == _pinCount && Bytes.Same(again, 0, _pin, 0, count);
        bool done = same && _persons.Put(_person, _pin, _pinCount, Screen.NowMs);
        Forget();
        if (done)
        {
            _gate.Changed(_person, true, Screen.NowMs);
            Did(_command);
            Screen.Say(AccessPhrase.PersonIn);
            Screen.Out.Write(_person);
            Screen.Out.NewLine();
        }
        else
        {
            Screen.Line(same ? AccessPhrase.ListFull : AccessPhrase.PinsDiffer);
        }
    }

    /// <summary>No PIN stays in memory longer than it takes.</summary>
    private void Forget()
    {
        System.Array.Clear(_pin, 0, _pin.Length);
        _pinCount = 0;
    }

    private void List()
    {
        for (int place = 0; place < _persons.Count; place++)
        {
            Screen.Out.Put((byte)' ');
            Screen.Out.Write(_persons.NumberAt(place));
            Screen.Out.Tab(6);
            Screen.Line(_persons.CardOf(place) != 0 ? AccessPhrase.PinAndCard : AccessPhrase.PinOnly);
        }

        if (_persons.Count == 0)
        {
            Screen.Line(AccessPhrase.FirstPerson);
        }
    }

    private void GiveCard(int person)
    {
        int place = _persons.Find(person);
        int card = _readings.IsOn(Signal.CardPresent) && _readings.Has(Signal.CardNumber) ? _readings.ValueOf(Signal.CardNumber) : 0;
        int owner = _persons.FindCard(card);
        if (place < 0)
        {
            Screen.Line(AccessPhrase.NoSuchPerson);
        }
        else if (card == 0)
        {
            Screen.Line(AccessPhrase.NoCard);
        }
        else if (owner >= 0 && owner != place)
        {
            Screen.Line(AccessPhrase.CardTaken);
        }
        else if (_settings.IsUserCard(card))
        {
            Screen.Line(AccessPhrase.CardIsUsers);
        }
        else if (MayChange(person))
        {
            _persons.SetCard(place, card);
            _gate.Changed(person, true, Screen.NowMs);
            Did(_command);
            Screen.Line(AccessPhrase.CardGiven);
        }
    }

    /// <summary>The last person stays: a list that nobody is on could be opened by whoever holds the button.</summary>
    private void Remove(int person)
    {
        int place = _persons.Find(person);
        if (place < 0)
        {
            Screen.Line(AccessPhrase.NoSuchPerson);
        }
        else if (_persons.Count == 1)
        {
            Screen.Line(AccessPhrase.LastPerson);
        }
        else if (MayChange(person))
        {
            _persons.Remove(place);
            _gate.Changed(person, false, Screen.NowMs);
            Did(_command);
            Screen.Line(AccessPhrase.PersonOut);
            if (person == Shell.Session.Person)
            {
                _gate.Leave(Screen.NowMs);
                Screen.Line(AccessPhrase.LoggedOut);
            }
        }
    }
}
