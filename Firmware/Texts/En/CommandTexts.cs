using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>What the commands do, how to see that they worked, and what their arguments are called, in English.</summary>
public static class CommandTexts
{
    /// <summary>What a form of a command does.</summary>
    public static string Help(int command)
    {
        return command switch
        {
            CommandTable.Help => "the names of the commands",
            CommandTable.HelpAll => "every command with what it does",
            CommandTable.HelpCommand => "how to use one command",
            CommandTable.Status => "the unit at a glance",
            CommandTable.Faults => "the faults raised now, worst first",
            CommandTable.Why => "meaning, evidence, steps and part of a fault",
            CommandTable.Readings => "every reading now",
            CommandTable.ReadingsLive => "every reading, anew each second, until a key is pressed",
            CommandTable.LangZh => "Chinese",
            CommandTable.LangEn => "English",
            CommandTable.ScreenColumns => "width of your terminal, 40 for a phone",
            CommandTable.ScreenLines => "width and height of your terminal; height 0 never stops",
            CommandTable.Version => "program, board, chip and start",
            CommandTable.Login => "shows who you are; your PIN is asked",
            CommandTable.Logout => "leave; it happens by itself after ten minutes",
            CommandTable.Restart => "stops the pump and starts the program anew",
            CommandTable.Persons => "the persons who may change something",
            CommandTable.PersonsAdd => "puts a person on the list, or gives a new PIN; the PIN is asked twice",
            CommandTable.PersonsCard => "notes the card that lies on the reader for a person",
            CommandTable.PersonsRemove => "takes a person off the list",
            CommandTable.Pin => "a new PIN for yourself",
            CommandTable.Lamp => "lights the LEDs one after the other",
            CommandTable.Ack => "you take this fault in hand; it stays raised",
            CommandTable.Reset => "resets a fault that waits for a person, once its cause is gone",
            CommandTable.Shelves => "faults that are put aside, and for how long",
            CommandTable.Shelve => "puts a fault aside for a time; not one of level 1",
            CommandTable.Unshelve => "takes a fault back from the shelf",
            CommandTable.Repaired => "you have repaired it; the unit proves it by itself",
            CommandTable.Replaced => "you have put a new part in place",
            CommandTable.WorkOn => "work on the unit begins: alarms other than level 1 wait",
            CommandTable.WorkOff => "work ends: what it hid is told",
            CommandTable.LayUp => "lays the unit up for the winter: the pump stays off",
            CommandTable.Open => "opens the season again",
            CommandTable.Network => "the link step by step, and what is wrong with it",
            CommandTable.Storage => "records that wait, writes, damage",
            CommandTable.Counters => "what the unit has counted, and how often each fault came",
            CommandTable.Clock => "the time, and how far it may be trusted",
            CommandTable.ClockSet => "sets the clock, in the site's time",
            CommandTable.Parts => "parts for the faults raised now",
            CommandTable.Config => "every setting; passwords are not shown",
            CommandTable.Export => "everything as lines to keep: settings, counters, faults, readings",
            CommandTable.ConfigKey => "one setting",
            CommandTable.SelfTest => "results of the last self-test",
            CommandTable.SelfTestStart => "begins the self-test; nothing moves",
            CommandTable.Inspect => "what the inspection asks now, or the last results",
            CommandTable.InspectStart => "begins the inspection that is due",
            CommandTable.InspectPlan => "begins the inspection of one plan",
            CommandTable.InspectYes => "yes, or good",
            CommandTable.InspectNo => "no, or bad",
            CommandTable.InspectValue => "the value that you measured",
            CommandTable.InspectSkip => "leaves this item out: it counts as not tested",
            CommandTable.InspectStop => "breaks the inspection off",
            CommandTable.Log => "what happened, the newest first",
            CommandTable.Bands => "what is usual at this site, as its clean runs have taught",
            CommandTable.BandsFreeze => "lets the learned bands stand still",
            CommandTable.BandsFollow => "lets the learned bands follow the site again",
            CommandTable.BandsReset => "forgets the bands: pump, pipe or meter were changed",
            CommandTable.AckCase => "the same, with the case number of the service desk",
            CommandTable.AckArrive => "the same, with the hours until somebody arrives",
            CommandTable.Drill => "how the last drill of the alarm path ended",
            CommandTable.DrillStart => "begins a drill now: a test alarm to the centre; nothing moves",
            _ => "?",
        };
    }

    /// <summary>How to see that it worked: what only shows something is its own proof.</summary>
    public static string Proof(int command)
    {
        return command switch
        {
            CommandTable.LangZh => "The next answer is in Chinese.",
            CommandTable.LangEn => "The next answer is in English.",
            CommandTable.ScreenColumns => "The next page breaks its lines there.",
            CommandTable.ScreenLines => "The next long page stops after so many lines.",
            CommandTable.Login => "The answer names your number, and the prompt waits.",
            CommandTable.Logout => "status shows nobody logged in.",
            CommandTable.Restart => "The greeting comes after some seconds; version shows one start more.",
            CommandTable.PersonsAdd => "persons shows the number; login works with it.",
            CommandTable.PersonsCard => "persons shows PIN and card; holding the card on the reader logs in.",
            CommandTable.PersonsRemove => "persons does not show the number any more.",
            CommandTable.Pin => "The next login asks for the new one.",
            CommandTable.Lamp => "Look at them: what stays dark is broken.",
            CommandTable.Ack => "faults shows your number behind it; the centre hears of it.",
            CommandTable.Reset => "why shows the fault as not raised.",
            CommandTable.Shelve => "shelve shows it with the hours left.",
            CommandTable.Unshelve => "shelve does not show it any more.",
            CommandTable.Repaired => "why says how many proving cycles are still owed.",
            CommandTable.Replaced => "why counts the repairs from 0 again.",
            CommandTable.WorkOn => "status says that work is going on.",
            CommandTable.WorkOff => "status does not say it any more.",
            CommandTable.LayUp => "status says laid up.",
            CommandTable.Open => "status does not say laid up any more.",
            CommandTable.ClockSet => "clock shows it.",
            CommandTable.SelfTestStart => "selftest shows the results after some seconds.",
            CommandTable.DrillStart => "drill shows stored, mostly within a minute; the centre's list shows it.",
            CommandTable.InspectStart => "inspect shows the first item.",
            CommandTable.InspectPlan => "inspect shows the first item.",
            CommandTable.InspectYes => "inspect goes on to the next.",
            CommandTable.InspectNo => "inspect goes on to the next.",
            CommandTable.InspectValue => "The results show it.",
            CommandTable.InspectSkip => "The results say so.",
            CommandTable.InspectStop => "inspect says that none goes on.",
            CommandTable.BandsFreeze => "bands says frozen.",
            CommandTable.BandsFollow => "bands says that they follow.",
            CommandTable.BandsReset => "bands says learning 0/10.",
            CommandTable.AckCase => "why shows the case number; the centre hears of it.",
            CommandTable.AckArrive => "why shows case number and arrival; the centre hears of it.",
            _ => "The page itself.",
        };
    }

    /// <summary>What an argument is called.</summary>
    public static string Argument(int kind)
    {
        return kind switch
        {
            Console.Argument.Code => "fault code",
            Console.Argument.Command => "command",
            Console.Argument.Columns => "columns",
            Console.Argument.Lines => "lines",
            Console.Argument.Person => "person number",
            Console.Argument.Count => "how many",
            Console.Argument.Hours => "hours",
            Console.Argument.Note => "note",
            Console.Argument.Key => "setting",
            Console.Argument.Value => "value",
            Console.Argument.Date => "yyyy-mm-dd",
            Console.Argument.Time => "hh:mm",
            Console.Argument.Plan => "plan",
            Console.Argument.Item => "item",
            Console.Argument.Measured => "value",
            Console.Argument.Part => "part",
            Console.Argument.Grade => "grade",
            Console.Argument.Reason => "reason: 1 part ordered, 2 work planned, 3 instrument doubted, 4 known",
            Console.Argument.ShelfHours => "hours",
            Console.Argument.WorkHours => "hours",
            Console.Argument.Case => "case number",
            _ => "?",
        };
    }
}
