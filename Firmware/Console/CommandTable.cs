namespace Firmware.Console;

/// <summary>The commands: a new one is a constant, a line in each switch, and its handler in <see cref="UnitConsole"/>.</summary>
public static class CommandTable
{
    /// <summary>Lists the commands.</summary>
    public const int Help = 0;

    /// <summary>The unit at a glance.</summary>
    public const int Status = 1;

    /// <summary>The faults raised now.</summary>
    public const int Faults = 2;

    /// <summary>The page of one fault.</summary>
    public const int Why = 3;

    /// <summary>Switches the language.</summary>
    public const int Lang = 4;

    /// <summary>How many there are.</summary>
    public const int Count = 5;

    /// <summary>What is typed.</summary>
    public static string NameOf(int command)
    {
        return command switch
        {
            Help => "help",
            Status => "status",
            Faults => "faults",
            Why => "why",
            Lang => "lang",
            _ => "",
        };
    }

    /// <summary>What follows it, with a blank before it.</summary>
    public static string ArgumentsOf(int command)
    {
        return command switch
        {
            Why => " CODE",
            Lang => " zh|en",
            _ => "",
        };
    }

    /// <summary>Phrase that says what it does.</summary>
    public static int HelpOf(int command)
    {
        return command switch
        {
            Help => Phrase.HelpHelp,
            Status => Phrase.HelpStatus,
            Faults => Phrase.HelpFaults,
            Why => Phrase.HelpWhy,
            _ => Phrase.HelpLang,
        };
    }

    /// <summary>The command whose name stands in a line's first word, −1 where there is none. Capitals count as small letters.</summary>
    public static int Find(byte[] line, int length)
    {
        if (length == 1 && line[0] == '?')
        {
            return Help;
        }

        for (int command = 0; command < Count; command++)
        {
            string name = NameOf(command);
            if (name.Length == length && Shared(name, line, length) == length)
            {
                return command;
            }
        }

        return -1;
    }

    /// <summary>The command that has most letters at their place; −1 where none has half of them.</summary>
    public static int Nearest(byte[] line, int length)
    {
        int nearest = -1;
        int best = 0;
        for (int command = 0; command < Count; command++)
        {
            string name = NameOf(command);
            int shared = Shared(name, line, length);
            if (shared > best && 2 * shared >= name.Length)
            {
                best = shared;
                nearest = command;
            }
        }

        return nearest;
    }

    private static int Shared(string name, byte[] line, int length)
    {
        int shared = 0;
        for (int i = 0; i < name.Length && i < length; i++)
        {
            shared += Small(line[i]) == name[i] ? 1 : 0;
        }

        return shared;
    }

    private static int Small(byte value)
    {
        return value >= 'A' && value <= 'Z' ? value + 32 : value;
    }
}
