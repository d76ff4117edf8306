using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>How a fault is called on the console's pages.</summary>
internal static class FaultText
{
    /// <summary>Level, code and title of a row: its present level where it is raised, else that of the catalogue.</summary>
    public static void Title(Screen screen, SiteController site, int row)
    {
        int code = site.Catalogue.Code(row);
        screen.Say(Phrase.Level1 + (site.Monitors.IsRaised(row) ? site.Monitors.LevelOf(row) : site.Catalogue.Level(row)) - 1);
        screen.Out.Put((byte)' ');
        screen.Out.Write(code);
        screen.Out.Put((byte)' ');
        screen.Out.Write(screen.Texts.Title(code) ?? site.Catalogue.Name(row));
    }

    /// <summary>Who did something, as in <see cref="Actor"/>; nothing for the unit itself.</summary>
    public static void By(Screen screen, int who)
    {
        switch (who)
        {
            case Actor.Unit:
                break;
            case Actor.Centre:
                screen.Say(Phrase.AckCentre);
                break;
            case Actor.Button:
                screen.Say(ServicePhrase.ByButton);
                break;
            case Actor.Console:
                screen.Say(ServicePhrase.ByConsole);
                break;
            default:
                screen.Say(Phrase.PersonNo);
                screen.Out.Write(who);
                break;
        }
    }
}
