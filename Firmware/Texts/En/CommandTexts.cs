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
            Console.Argument.Person => "your number",
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
            _ => "?",
        };
    }
}
