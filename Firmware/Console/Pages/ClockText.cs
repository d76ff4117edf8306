using Firmware.Contract;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The clock of a raised fault: which of the contract's clocks ends next and when, or how long the fault lasts and has not been reported.</summary>
internal static class ClockText
{
    /// <summary>Writes it, at most 24 columns.</summary>
    public static void Write(Screen screen, SiteController site, ServiceClocks clocks, int row)
    {
        int place = clocks.PlaceOf(site.Catalogue.Code(row));
        if (place < 0 || !clocks.IsReported(place))
        {
            screen.Say(place < 0 ? Phrase.LastsFor : Phrase.NotReported);
            Calendar.WriteShort(screen.Out, screen.NowMs - site.Monitors.OnsetMsOf(row));
            return;
        }

        int clock = clocks.NextClock(place, screen.NowMs);
        if (clock >= 0)
        {
            long left = clocks.RemainingSeconds(place, clock, screen.NowMs);
            screen.Say(left < 0 ? Phrase.Late : PhraseOf(clocks.Profile.Kind(clock)));
            Calendar.WriteShort(screen.Out, (left < 0 ? -left : left) * 1000);
        }
    }

    private static int PhraseOf(ClockKind kind)
    {
        return kind switch
        {
            ClockKind.Respond => Phrase.Respond,
            ClockKind.OnSite => Phrase.ClockOnSite,
            ClockKind.Repaired => Phrase.ClockRepair,
            _ => Phrase.ClockOther,
        };
    }
}
