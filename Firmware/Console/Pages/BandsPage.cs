using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>
/// What the site has taught: for each quantity how many clean runs are still missing, or its band, what is usual and what the present run shows. A technician freezes
/// it, lets it follow, or has the site learn anew.
/// </summary>
public sealed class BandsPage : Page
{
    private const int Permille = 1000;

    private readonly SiteController _site;

    /// <summary>The page of a site.</summary>
    public BandsPage(Shell shell, SiteController site)
        : base(shell)
    {
        _site = site;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Bands)
        {
            List();
        }
        else
        {
            int who = Shell.Session.Person;
            ActionResult result = command == CommandTable.BandsReset
                ? _site.Lifecycle.ResetBands(who)
                : _site.Lifecycle.FreezeBands(command == CommandTable.BandsFreeze, who);
            Told(command, ActionPhrase.Done, (int)result);
        }
    }

    /// <summary>How many clean runs of those that a quantity needs the site has seen.</summary>
    internal static void WriteLearning(Screen screen, LearnedBands bands, int quantity)
    {
        screen.Say(ServicePhrase.Learning);
        screen.Out.Write(bands.RunsOf(quantity));
        screen.Out.Write("/");
        screen.Out.Write(LearnedBands.LearningRuns);
    }

    private static string UnitOf(int quantity)
    {
        return quantity switch
        {
            RunMeans.Flow => " mL/s",
            RunMeans.Passing => " (mL/s)²/kPa",
            _ => " mWh/m³",
        };
    }

    private void List()
    {
        for (int quantity = 0; quantity < RunMeans.Quantities; quantity++)
        {
            Screen.Head(ServicePhrase.BandFlow + quantity);
            Band(quantity);
            Screen.Out.NewLine();
        }

        Screen.Row(Phrase.Mode, _site.View.Bands.Frozen ? ServicePhrase.BandsFrozen : ServicePhrase.BandsFollow);
    }

    private void Band(int quantity)
    {
        LearnedBands bands = _site.View.Bands;
        if (!BandChecks.IsFitted(_site.View, quantity))
        {
            Screen.Say(Phrase.NoDataNotFitted);
        }
        else if (!bands.IsLearned(quantity))
        {
            WriteLearning(Screen, bands, quantity);
        }
        else
        {
            Limits(quantity, bands.ReferenceOf(quantity), BandChecks.WidthOf(bands, quantity));
        }
    }

    private void Limits(int quantity, int reference, int width)
    {
        Screen.Out.Write(Bound.Scale(reference, Permille - width, Permille));
        Screen.Say(ServicePhrase.BandTo);
        Screen.Out.Write(Bound.Scale(reference, Permille + width, Permille));
        Screen.Out.Write(UnitOf(quantity));
        Screen.Say(ServicePhrase.BandUsual);
        Screen.Out.Write(reference);
        if (_site.View.Run.HasNow(quantity))
        {
            Screen.Say(ServicePhrase.BandNow);
            Screen.Out.Write(_site.View.Run.Now(quantity));
        }
    }
}
