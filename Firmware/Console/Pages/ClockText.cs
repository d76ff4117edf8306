using Firmware.Contract;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The clock of a raised fault: which of the contract's clocks ends next and when, or how long the fault lasts and has not been reported.</summary>
internal static class ClockText
{
    private const int UsualColumns = 24;
    private const int ProvisionalColumns = 32;
    private const int ShownSeconds = 60;

    /// <summary>Columns that it needs at the most.</summary>
    public static int Columns(ServiceClocks clocks, int place) => place >= 0 && clocks.IsAtLeast(place) ? ProvisionalColumns : UsualColumns;

    /// <summary>When it was reported, and, where that took a minute or longer, for how long it had not been: nothing where it is not.</summary>
    public static void WriteReport(Screen screen, ServiceClocks clocks, int place)
    {
        if (clocks.IsReported(place) && clocks.ReportedUnix(place) != 0)
        {
            screen.Out.Write("  ");
            screen.Say(WhyPhrase.ClockReported);
            screen.Date(clocks.ReportedUnix(place));
        }

        if (clocks.IsReported(place) && clocks.UndeliveredSeconds(place) >= ShownSeconds)
        {
            screen.Out.NewLine();
            screen.Out.Tab(Screen.ValueColumn);
            screen.Say(WhyPhrase.ClockUndelivered);
            Calendar.WriteShort(screen.Out, clocks.UndeliveredSeconds(place) * 1000L);
        }
    }

    /// <summary>Writes it, at most <see cref="Columns"/>.</summary>
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
            if (left < 0)
            {
                screen.Say(clocks.IsAtLeast(place) ? WhyPhrase.ClockLateAtLeast : Phrase.Late);
            }
            else
            {
                Promise(screen, clocks, place, clock);
            }

            Calendar.WriteShort(screen.Out, (left < 0 ? -left : left) * 1000);
        }
    }

    private static void Promise(Screen screen, ServiceClocks clocks, int place, int clock)
    {
        if (clocks.IsAtLeast(place))
        {
            screen.Say(WhyPhrase.ClockProvisional);
        }

        if (!clocks.Profile.IsFirm(clock))
        {
            screen.Say(WhyPhrase.ClockTarget);
        }

        screen.Say(PhraseOf(clocks.Profile.Kind(clock)));
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
