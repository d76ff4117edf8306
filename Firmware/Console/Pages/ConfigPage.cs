using Firmware.Core.Contracts;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>Every setting with its range, as it holds now; passwords are never shown.</summary>
public sealed class ConfigPage : Page, ISettingsReader
{
    private const int KeyColumns = 22;
    private const int RangeColumn = 46;
    private const int LinesInPart = 12;

    private readonly Settings _settings;
    private int _part;
    private int _line;
    private CommandLine _asked;
    private bool _found;

    /// <summary>The settings of a unit.</summary>
    public ConfigPage(Shell shell, Settings settings)
        : base(shell)
    {
        _settings = settings;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _asked = command == CommandTable.ConfigKey ? line : null;
        _found = false;
        WritePart(0);
        if (_asked != null && !_found)
        {
            Screen.Line(Phrase.NoSuchSetting);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (_asked != null && part > 0)
        {
            return false;
        }

        _part = part;
        _line = 0;
        SettingsText.List(_settings, this);
        return _line > part * LinesInPart;
    }

    /// <inheritdoc/>
    public void Text(string key, byte[] value)
    {
        if (IsShown(key))
        {
            Key(key);
            Screen.Out.WriteUpTo(value, Screen.LastColumn);
            Screen.Out.NewLine();
        }
    }

    /// <inheritdoc/>
    public void Number(string key, int value, int low, int high)
    {
        if (!IsShown(key))
        {
            return;
        }

        Key(key);
        Screen.Out.Write(value);
        if (!Screen.IsNarrow)
        {
            Screen.Out.Tab(RangeColumn);
            Screen.Out.Write(low);
            Screen.Out.Write(Screen.Texts.Say(Phrase.To));
            Screen.Out.Write(high);
        }

        Screen.Out.NewLine();
    }

    private bool IsShown(string key)
    {
        if (_asked != null)
        {
            bool asked = _asked.ArgumentIs(0, key);
            _found |= asked;
            return asked;
        }

        bool shown = _line / LinesInPart == _part;
        _line++;
        return shown;
    }

    private void Key(string key)
    {
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(key);
        Screen.Out.Tab(KeyColumns);
    }
}
