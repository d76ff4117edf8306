using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>
/// The settings: every one with its range, all about one, changing one, and the factory reset. A change is written whole before it holds, and the answer waits for that. A
/// password is never shown.
/// </summary>
public sealed class ConfigPage : Page
{
    private const int KeyColumns = 22;
    private const int RangeColumn = 46;
    private const int LinesInPart = 12;

    /// <summary>Longest time that the answer waits for storage, ms: longer than everything that may go before (a pump's start, a failing supply).</summary>
    private const int WaitMs = 30000;

    private const string CardRange = "0 - 4294967295";

    private readonly SettingsStore _store;
    private readonly UnitCounters _counters;
    private readonly PersonList _persons;
    private readonly Inspector _inspector;
    private readonly SettingsTable _table = new SettingsTable();
    private int _command;
    private int _key;
    private long _askedMs;
    private bool _waits;

    /// <summary>The settings of a unit.</summary>
    public ConfigPage(Shell shell, SettingsStore store, UnitCounters counters, PersonList persons, Inspector inspector)
        : base(shell)
    {
        _store = store;
        _counters = counters;
        _persons = persons;
        _inspector = inspector;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _command = command;
        _waits = false;
        switch (command)
        {
            case CommandTable.Config:
                Refused();
                List(0);
                break;
            case CommandTable.FactoryReset:
                Wait(_store.TryReset(Shell.Session.Person));
                break;
            default:
                One(line);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        return _waits ? Answer() : _command == CommandTable.Config && List(part);
    }

    private bool Answer()
    {
        if (_store.IsWriting && Screen.NowMs - _askedMs < WaitMs)
        {
            return true;
        }

        _waits = false;
        if (_store.IsWriting)
        {
            _store.GiveUp();
            Screen.Line(SettingPhrase.NotStored);
        }
        else if (_command == CommandTable.FactoryReset)
        {
            Did(_command);
            Screen.Lines(Screen.Texts.Say(SettingPhrase.ResetDone), false);
        }
        else
        {
            Did(_command, _key);
            _table.Look(_store.InForce, _key);
            Screen.Line(_table.IsAtOnce ? SettingPhrase.StoredNow : SettingPhrase.StoredForRestart);
        }

        return true;
    }

    /// <summary>What was found wrong at the start, where something was.</summary>
    private void Refused()
    {
        if (_store.Fault == SettingsFault.None)
        {
            return;
        }

        Screen.Say(SettingPhrase.RefusedAtStart);
        if (_store.FaultLine > 0)
        {
            Screen.Say(SettingPhrase.LineNo);
            Screen.Out.Write(_store.FaultLine);
            Screen.Out.Write("  ");
        }

        Screen.Out.Write(_store.FaultKey, 0, _store.FaultKey.Length);
        Screen.Out.Write("  ");
        Screen.Line(SettingPhrase.Fault + (int)_store.Fault);
    }

    private bool List(int part)
    {
        int first = 1 + (part * LinesInPart);
        for (int key = first; key < first + LinesInPart && key <= SettingKey.Last; key++)
        {
            _table.Look(_store.InForce, key);
            Line();
        }

        if (first <= SettingKey.Last && first + LinesInPart > SettingKey.Last && _store.RestartOwed)
        {
            Screen.Line(SettingPhrase.RestartOwed);
        }

        return first <= SettingKey.Last;
    }

    private void One(CommandLine line)
    {
        string name = line.TextOf(0).ToLower();
        byte[] key = System.Text.Encoding.UTF8.GetBytes(name);
        if (!_table.LookFor(_store.InForce, key, 0, key.Length))
        {
            Screen.Line(Phrase.NoSuchSetting);
        }
        else if (_command == CommandTable.ConfigSet)
        {
            Set(line);
        }
        else
        {
            Show();
        }
    }

    private void Show()
    {
        Line();
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Setting(_table.Key));
        Screen.Out.NewLine();
        Screen.Out.Put((byte)' ');
        MayBe();
        Screen.Out.Put((byte)' ');
        Screen.Line(_table.IsAtOnce ? SettingPhrase.AtOnce : SettingPhrase.AtRestart);
        byte[] now = _table.Value;
        _table.Look(_store.Stored(), _table.Key);
        if (!SettingsText.Same(now, _table.Value))
        {
            Screen.Out.Put((byte)' ');
            Screen.Say(SettingPhrase.FromNextStart);
            Value(Screen.LastColumn);
            Screen.Out.NewLine();
        }
    }

    /// <summary>A lone - stands for the empty text.</summary>
    private void Set(CommandLine line)
    {
        bool isText = _table.Type == SettingType.Text || _table.Type == SettingType.Secret;
        bool empties = isText && line.EndOf(1) - line.StartOf(1) == 1 && line.Bytes[line.StartOf(1)] == '-';
        _key = _table.Key;
        if (_table.Type == SettingType.Card && IsTechnicians(line))
        {
            Screen.Line(AccessPhrase.CardIsTechnicians);
            return;
        }

        SettingsFault fault = line.IsCut ? SettingsFault.TooLong
            : Renames() ? SettingsFault.RecordsWait
            : _store.TrySet(_key, line.Bytes, line.StartOf(1), empties ? line.StartOf(1) : line.EndOf(1), Shell.Session.Person);
        if (fault == SettingsFault.None && !_store.IsWriting)
        {
            Screen.Line(SettingPhrase.Same);
            return;
        }

        Wait(fault);
        if (fault != SettingsFault.None && fault != SettingsFault.Busy && fault != SettingsFault.RecordsWait)
        {
            MayBe();
        }
    }

    /// <summary>The card that is typed is on the list of persons: it logs in, and cannot be the word of a water user as well.</summary>
    private bool IsTechnicians(CommandLine line)
    {
        var typed = new Settings();
        return _table.Set(typed, line.Bytes, line.StartOf(1), line.EndOf(1)) == SettingsFault.None && _persons.IsTechnicians(typed.UserCards[_key - SettingKey.UserCard]);
    }

    /// <summary>What waits, be it alarm, report or visit, would come under the new name as well as under the old one: the centre would have it twice.</summary>
    private bool Renames()
    {
        return _key <= SettingKey.Unit && _counters.Waiting + _inspector.DocumentsWaiting > 0 && SettingsRules.IsNamed(_store.InForce);
    }

    private void Wait(SettingsFault fault)
    {
        _waits = fault == SettingsFault.None;
        _askedMs = Screen.NowMs;
        if (!_waits)
        {
            Screen.Line(SettingPhrase.Fault + (int)fault);
        }
    }

    /// <summary>A line of the list: key, value, and the range of a number.</summary>
    private void Line()
    {
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(_table.Name);
        Screen.Out.Tab(KeyColumns);
        Value(Screen.LastColumn);
        if (!Screen.IsNarrow && _table.Type == SettingType.Number)
        {
            Screen.Out.Tab(RangeColumn);
            Range();
        }

        Screen.Out.NewLine();
    }

    private void Value(int lastColumn)
    {
        if (_table.Type == SettingType.Secret)
        {
            Screen.Say(_table.Value.Length == 0 ? SettingPhrase.NotSet : SettingPhrase.IsSet);
            return;
        }

        Screen.Out.WriteUpTo(_table.Value, lastColumn);
        Screen.Out.Write(_table.Unit.Length == 0 ? "" : " " + _table.Unit);
    }

    private void Range()
    {
        Screen.Out.Write(_table.Low);
        Screen.Say(Phrase.To);
        Screen.Out.Write(_table.High);
    }

    private void MayBe()
    {
        Screen.Out.Write(_table.Name);
        Screen.Say(SettingPhrase.MayBe);
        switch (_table.Type)
        {
            case SettingType.Number:
                Range();
                Screen.Out.Write(_table.Unit.Length == 0 ? "" : " " + _table.Unit);
                break;
            case SettingType.Choice:
                Screen.Out.Write(_table.Words);
                break;
            case SettingType.Card:
                Screen.Out.Write(CardRange);
                break;
            case SettingType.TopicPart:
                Screen.Say(SettingPhrase.TopicPart);
                break;
            default:
                Screen.Say(Phrase.AtMost);
                Screen.Out.Write(_table.High < Argument.HighOf(Argument.Value) ? _table.High : Argument.HighOf(Argument.Value));
                Screen.Say(Phrase.Bytes);
                break;
        }

        Screen.Out.NewLine();
    }
}
