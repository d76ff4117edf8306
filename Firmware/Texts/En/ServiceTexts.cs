using Firmware.Console;
using Firmware.Core.Faults;

namespace Firmware.Texts.En;

/// <summary>The phrases of learned bands and of a fault's life, in English.</summary>
public static class ServiceTexts
{
    /// <summary>A phrase of <see cref="ServicePhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            ServicePhrase.BandFlow => "Flow",
            ServicePhrase.BandPassing => "Line passes",
            ServicePhrase.BandEnergy => "Energy",
            ServicePhrase.Learning => "learning ",
            ServicePhrase.BandTo => "..",
            ServicePhrase.BandUsual => "  usual ",
            ServicePhrase.BandNow => "  now ",
            ServicePhrase.BandsFrozen => "frozen: the bands stand still",
            ServicePhrase.BandsFollow => "the bands follow the site",
            ServicePhrase.Arrives => "  arrives ",
            ServicePhrase.Unverified => "  (unverified)",
            ServicePhrase.NoHolidays => "this year's holidays are missing",
            ServicePhrase.OfficeHours => "  office",
            ServicePhrase.DutyMobile => "  duty mobile",
            ServicePhrase.InHand => "in hand: ",
            ServicePhrase.ByButton => "button",
            ServicePhrase.ByConsole => "console",
            ServicePhrase.PumpMayGoOn => "may go on while this fault is raised",
            ServicePhrase.PumpIsStopped => "is stopped for this fault",
            ServicePhrase.PumpWouldStop => "stops when this fault is raised",
            ServicePhrase.UnmeteredHead => "Unmetered",
            ServicePhrase.BasisFirst => "(no estimate yet)",
            ServicePhrase.BasisFirst + 1 => "(by the other meter)",
            ServicePhrase.BasisFirst + 2 => "(ESTIMATE by energy)",
            ServicePhrase.BasisFirst + 3 => "(ESTIMATE by run time)",
            ServicePhrase.PumpRan => "  pump ran ",
            ServicePhrase.PulseTotals => "Pulse total",
            ServicePhrase.BusTotals => "RS485 total",
            ServicePhrase.CardHead => "Card cut off",
            ServicePhrase.IsolationHead => "Looked again",
            ServicePhrase.IsolationRuns => "the pump is stopped now to look for a leak",
            ServicePhrase.IsolationFirst => "with the pump off no water flowed: no leak at rest",
            ServicePhrase.IsolationFirst + 1 => "with the pump off water still flowed: a leak",
            ServicePhrase.IsolationFirst + 2 => "broken off: nothing is known",
            _ => phrase >= ServicePhrase.LifecycleFirst && phrase < ServicePhrase.LifecycleFirst + LifecycleNotes.Kinds ? Life((LifecycleEvent)(phrase - ServicePhrase.LifecycleFirst + 1)) : null,
        };
    }

    private static string Life(LifecycleEvent what)
    {
        return what switch
        {
            LifecycleEvent.Acknowledged => "taken in hand",
            LifecycleEvent.Reset => "reset",
            LifecycleEvent.Shelved => "shelved",
            LifecycleEvent.Unshelved => "taken off the shelf",
            LifecycleEvent.Returned => "came back from the shelf by itself",
            LifecycleEvent.Repaired => "declared repaired",
            LifecycleEvent.Replaced => "module replaced",
            LifecycleEvent.Verified => "repair proven",
            LifecycleEvent.AgedOut => "aged out",
            LifecycleEvent.MaintenanceBegun => "work began, minutes: ",
            LifecycleEvent.MaintenanceEnded => "work ended, faults hidden: ",
            LifecycleEvent.LaidUp => "laid up",
            LifecycleEvent.Opened => "opened",
            LifecycleEvent.MemoryCleared => "fault memory cleared, faults: ",
            LifecycleEvent.Displaced => "displaced from the fault memory",
            LifecycleEvent.DelayProposed => "chatters, longer delay proposed, s: ",
            LifecycleEvent.BandsFrozen => "bands frozen",
            LifecycleEvent.BandsFollow => "bands follow again",
            LifecycleEvent.BandsReset => "bands reset, the site learns anew",
            LifecycleEvent.PumpReleased => "pump released after overload",
            LifecycleEvent.Isolated => "pump stopped to look for a leak: ",
            LifecycleEvent.ShutdownAnnounced => "announced: to be switched off, holds minutes: ",
            LifecycleEvent.ShutdownOver => "still has power: in service again",
            _ => null,
        };
    }
}
