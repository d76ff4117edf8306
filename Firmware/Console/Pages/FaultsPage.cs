using Firmware.Contract;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The faults raised now, worst first, each with its clock; and the fault memory, which a person may clear.</summary>
public sealed class FaultsPage : Page
{
    /// <summary>Two lines a fault, at most 200 bytes in either language.</summary>
    private const int FaultsInPart = 6;

    private const int LastLevel = 4;
    private const int DetailColumn = 4;

    private readonly SiteController _site;
    private readonly ContractDesk _desk;
    private int _level;
    private int _row;

    /// <summary>The page on a screen.</summary>
    public FaultsPage(Shell shell, SiteController site, ContractDesk desk)
        : base(shell)
    {
        _site = site;
        _desk = desk;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _level = 1;
        _row = 0;
        if (command == CommandTable.FaultsClear)
        {
            _level = LastLevel + 1;
            Clear();
        }
        else if (_site.Monitors.RaisedCount == 0)
        {
            Screen.Line(Phrase.Healthy);
        }
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        for (int written = 0; written < FaultsInPart && _level <= LastLevel;)
        {
            if (_site.Monitors.IsRaised(_row) && _site.Monitors.LevelOf(_row) == _level)
            {
                Fault(_row);
                written++;
            }

            _row++;
            _level += _row == _site.Catalogue.Count ? 1 : 0;
            _row = _row == _site.Catalogue.Count ? 0 : _row;
        }

        return _level <= LastLevel;
    }

    private void Fault(int row)
    {
        FaultText.Title(Screen, _site, row);
        Screen.Out.NewLine();
        Screen.Out.Tab(DetailColumn);
        Screen.Out.Hang = DetailColumn;
        Screen.Say(Phrase.Since);
        Screen.Moment(_site.Monitors.OnsetMsOf(row));
        Screen.Out.Write("  ");
        ClockText.Write(Screen, _site, _desk.Clocks, row);
        if (_site.Lifecycle.IsAcknowledged(row))
        {
            Screen.Out.Write("  ");
            Screen.Say(ServicePhrase.InHand);
            FaultText.By(Screen, _site.Lifecycle.AcknowledgedBy(row));
        }

        if (_site.Lifecycle.Gate.Shelves.Find(row) >= 0)
        {
            Screen.Out.Write("  ");
            Screen.Say(WhyPhrase.IsShelved);
        }

        Screen.Out.NewLine();
    }

    /// <summary>Forgets what is not raised; what must be replaced (803) and the lifetime counts stay.</summary>
    private void Clear()
    {
        Lifecycle life = _site.Lifecycle;
        int forgotten = 0;
        for (int row = 0; row < _site.Catalogue.Count; row++)
        {
            forgotten += life.SavedStageOf(row) != 0 && !_site.Monitors.IsRaised(row) ? 1 : 0;
        }

        life.ClearMemory(Shell.Session.Person);
        Did(CommandTable.FaultsClear);
        Screen.Say(WhyPhrase.Forgotten);
        Screen.Out.Write(forgotten);
        Screen.Line(WhyPhrase.ForgottenStays);
    }
}
