namespace Firmware.Console;

/// <summary>What an argument may be.</summary>
public enum ArgumentType : byte
{
    /// <summary>A whole number within its range.</summary>
    Number = 0,

    /// <summary>One word; its range is that of its bytes.</summary>
    Word = 1,

    /// <summary>The rest of the line; its range is that of its bytes. What is longer is cut after a whole character.</summary>
    Text = 2,
}

/// <summary>
/// The arguments of commands, as columns: the name that a form (<see cref="CommandTable.FormOf"/>) calls it by, type, range and an example. What a person
/// calls it is in <see cref="Texts.Argument"/>.
/// </summary>
public static class Argument
{
    /// <summary>A fault's code.</summary>
    public const int Code = 0;

    /// <summary>The first word of a command.</summary>
    public const int Command = 1;

    /// <summary>Columns of a terminal.</summary>
    public const int Columns = 2;

    /// <summary>Lines of a terminal; 0 = no paging.</summary>
    public const int Lines = 3;

    /// <summary>A person's number.</summary>
    public const int Person = 4;

    /// <summary>How many.</summary>
    public const int Count = 5;

    /// <summary>Hours.</summary>
    public const int Hours = 6;

    /// <summary>A note.</summary>
    public const int Note = 7;

    /// <summary>Key of a setting.</summary>
    public const int Key = 8;

    /// <summary>Value of a setting.</summary>
    public const int Value = 9;

    /// <summary>A date, <c>yyyy-mm-dd</c>.</summary>
    public const int Date = 10;

    /// <summary>A time of day, <c>hh:mm</c> or <c>hh:mm:ss</c>.</summary>
    public const int Time = 11;

    /// <summary>A plan of inspections.</summary>
    public const int Plan = 12;

    /// <summary>Number of an item in a list.</summary>
    public const int Item = 13;

    /// <summary>A measured value, whole number in the unit that the command names.</summary>
    public const int Measured = 14;

    /// <summary>A part.</summary>
    public const int Part = 15;

    /// <summary>A grade, 1 = best.</summary>
    public const int Grade = 16;

    /// <summary>Why a fault is shelved, as in <see cref="Core.Faults.ShelveReason"/>.</summary>
    public const int Reason = 17;

    /// <summary>Hours on the shelf.</summary>
    public const int ShelfHours = 18;

    /// <summary>Hours of work.</summary>
    public const int WorkHours = 19;

    /// <summary>Number of a case at the service desk.</summary>
    public const int Case = 20;

    /// <summary>A reading, by its name on the wire.</summary>
    public const int Reading = 21;

    /// <summary>The code that the centre gave to the user.</summary>
    public const int UserCode = 22;

    /// <summary>Which meter: 1 the pulse meter, 2 the RS485 meter.</summary>
    public const int Meter = 23;

    /// <summary>A serial number.</summary>
    public const int Serial = 24;

    /// <summary>A meter's dial reading, m³.</summary>
    public const int Dial = 25;

    /// <summary>A seal number.</summary>
    public const int Seal = 26;

    /// <summary>A measured value with decimals, in the unit that the question names.</summary>
    public const int Amount = 27;

    /// <summary>A module of the board's list, or any part that is one word.</summary>
    public const int Module = 28;

    /// <summary>How many there are.</summary>
    public const int Kinds = 29;

    /// <summary>What forms call it.</summary>
    public static string NameOf(int kind)
    {
        return kind switch
        {
            Code => "CODE",
            Command => "COMMAND",
            Columns => "COLUMNS",
            Lines => "LINES",
            Person => "PERSON",
            Count => "COUNT",
            Hours => "HOURS",
            Note => "NOTE",
            Key => "KEY",
            Value => "VALUE",
            Date => "DATE",
            Time => "TIME",
            Plan => "PLAN",
            Item => "ITEM",
            Measured => "MEASURED",
            Part => "PART",
            Grade => "GRADE",
            Reason => "REASON",
            ShelfHours => "SHELFHOURS",
            WorkHours => "WORKHOURS",
            Case => "CASE",
            Reading => "READING",
            UserCode => "USERCODE",
            Meter => "METER",
            Serial => "SERIAL",
            Dial => "DIAL",
            Seal => "SEAL",
            Amount => "AMOUNT",
            Module => "MODULE",
            _ => "",
        };
    }

    /// <summary>Its type.</summary>
    public static ArgumentType TypeOf(int kind)
    {
        return kind switch
        {
            Command => ArgumentType.Word,
            Key => ArgumentType.Word,
            Date => ArgumentType.Word,
            Time => ArgumentType.Word,
            Plan => ArgumentType.Word,
            Case => ArgumentType.Word,
            Reading => ArgumentType.Word,
            Serial => ArgumentType.Word,
            Dial => ArgumentType.Word,
            Seal => ArgumentType.Word,
            Amount => ArgumentType.Word,
            Module => ArgumentType.Word,
            Note => ArgumentType.Text,
            Value => ArgumentType.Text,
            Part => ArgumentType.Text,
            _ => ArgumentType.Number,
        };
    }

    /// <summary>Least number, or fewest bytes.</summary>
    public static int LowOf(int kind)
    {
        return kind switch
        {
            Code => 101,
            Columns => 40,
            Lines => 0,
            Value => 0,
            Date => 10,
            Time => 5,
            Measured => -999999999,
            UserCode => 100000,
            _ => 1,
        };
    }

    /// <summary>Greatest number, or most bytes.</summary>
    public static int HighOf(int kind)
    {
        return kind switch
        {
            Code => 999,
            Command => 12,
            Columns => 132,
            Lines => 60,
            Person => 250,
            Count => 99,
            Hours => 168,
            Note => 60,
            Key => 20,
            Value => 64,
            Date => 10,
            Time => 8,
            Plan => 13,
            Item => 99,
            Measured => 999999999,
            Part => 40,
            Module => 40,
            Grade => 4,
            Reason => 4,
            ShelfHours => 72,
            WorkHours => 8,
            Case => 20,
            Reading => 26,
            UserCode => 999999,
            Meter => 2,
            Serial => 12,
            Dial => 12,
            Seal => 12,
            Amount => 12,
            _ => 0,
        };
    }

    /// <summary>An example that fits; null where the language has one of its own (<see cref="Texts.Argument"/> says what it is).</summary>
    public static string ExampleOf(int kind)
    {
        return kind switch
        {
            Code => "305",
            Command => "why",
            Columns => "40",
            Lines => "24",
            Person => "12",
            Count => "20",
            Hours => "8",
            Key => "hotline",
            Value => "12345",
            Date => "2026-09-21",
            Time => "08:30",
            Item => "3",
            Measured => "13600",
            Part => "PMP-SET",
            Module => "MTR-PULSE",
            Grade => "1",
            Reason => "1",
            ShelfHours => "24",
            WorkHours => "2",
            Case => "GD-1121-07",
            Reading => "supply_mv",
            UserCode => "482913",
            Meter => "2",
            Serial => "26010118",
            Dial => "1234.567",
            Seal => "QF-00871",
            Amount => "2.35",
            _ => null,
        };
    }

    /// <summary>The kind that a word of a form names; −1 where the word stands for itself.</summary>
    public static int Find(string token)
    {
        if (token[0] < 'A' || token[0] > 'Z')
        {
            return -1;
        }

        for (int kind = 0; kind < Kinds; kind++)
        {
            if (NameOf(kind) == token)
            {
                return kind;
            }
        }

        return -1;
    }
}
