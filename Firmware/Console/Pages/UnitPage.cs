using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>What runs here, and starting it anew.</summary>
public sealed class UnitPage : Page
{
    private readonly UnitIdentity _identity;
    private readonly UnitCounters _counters;
    private readonly SettingsStore _store;
    private readonly Lifecycle _lifecycle;

    /// <summary>The page of a unit.</summary>
    public UnitPage(Shell shell, UnitIdentity identity, UnitCounters counters, SettingsStore store, Lifecycle lifecycle)
        : base(shell)
    {
        _identity = identity;
        _counters = counters;
        _store = store;
        _lifecycle = lifecycle;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Restart)
        {
            Shell.RestartAsked = true;
            Did(command);
            if (_store.IsRenamed())
            {
                // Under the old names nothing will ever come again.
                _lifecycle.AnnounceShutdown(Shell.Session.Person);
            }

            Screen.Line(Phrase.Restarting);
            return;
        }

        Screen.Head(Phrase.Program);
        Screen.Out.Write(UnitIdentity.Firmware);
        Screen.Out.NewLine();
        Screen.Head(Phrase.Board);
        Screen.Out.Write(_identity.Board + "  " + _identity.Target);
        Screen.Out.NewLine();
        Screen.Head(Phrase.Chip);
        Address();
        Screen.Out.NewLine();
        Screen.Head(Phrase.Starts);
        Screen.Out.Write(_counters.Boot);
        Screen.Out.NewLine();
        Screen.Head(Phrase.Running);
        Calendar.WriteDuration(Screen.Out, Screen.NowMs);
        Screen.Out.NewLine();
    }

    private void Address()
    {
        for (int i = 0; i < _identity.Mac.Length; i++)
        {
            Screen.Out.Write(i == 0 ? "" : ":");
            Hex(_identity.Mac[i] >> 4);
            Hex(_identity.Mac[i] & 15);
        }
    }

    private void Hex(int digit)
    {
        Screen.Out.Put((byte)(digit < 10 ? '0' + digit : 'a' + digit - 10));
    }
}
