using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Inspection.Items;

namespace Firmware.Console;

/// <summary>What every page of the console is written with: the output, the language, the site's time, and the shapes of its lines.</summary>
public sealed class Screen
{
    /// <summary>Column at which a row's value starts.</summary>
    public const int ValueColumn = 14;

    private readonly UnitClock _clock;
    private readonly int _utcOffsetMinutes;

    /// <summary>A screen in a language.</summary>
    public Screen(Texts texts, UnitClock clock, int utcOffsetMinutes)
    {
        Texts = texts;
        _clock = clock;
        _utcOffsetMinutes = utcOffsetMinutes;
    }

    /// <summary>Where it is written to.</summary>
    public ConsoleOut Out { get; } = new ConsoleOut();

    /// <summary>The language.</summary>
    public Texts Texts { get; set; }

    /// <summary>True for a terminal too narrow for three columns.</summary>
    public bool IsNarrow => Out.Width < 72;

    /// <summary>Last column that is written.</summary>
    public int LastColumn => Out.Width - 1;

    /// <summary>Uptime of the present scan, ms.</summary>
    public long NowMs { get; set; }

    /// <summary>The present time, Unix seconds; 0 where the clock is not set.</summary>
    public long UnixNow => _clock.UnixAt(NowMs);

    /// <summary>A phrase.</summary>
    public void Say(int phrase)
    {
        Out.Write(Texts.Say(phrase));
    }

    /// <summary>A phrase and the end of the line.</summary>
    public void Line(int phrase)
    {
        Say(phrase);
        Out.NewLine();
    }

    /// <summary>The head of a row; its value follows, and goes on in its column where it is longer than the line.</summary>
    public void Head(int phrase)
    {
        Out.Put((byte)' ');
        Say(phrase);
        Out.Tab(ValueColumn);
        Out.Hang = ValueColumn;
    }

    /// <summary>A row with a phrase.</summary>
    public void Row(int head, int phrase)
    {
        Head(head);
        Line(phrase);
    }

    /// <summary>The head of a section.</summary>
    public void Section(int phrase)
    {
        Out.Put((byte)' ');
        Line(phrase);
    }

    /// <summary>A form of a command as a person reads it: its words, and its arguments by their names in angle brackets.</summary>
    public void Form(int command)
    {
        string[] form = CommandTable.FormOf(command).Split(' ');
        for (int i = 0; i < form.Length; i++)
        {
            int kind = Argument.Find(form[i]);
            Out.Write(i == 0 ? "" : " ");
            Out.Write(kind < 0 ? form[i] : "<" + Texts.Argument(kind) + ">");
        }
    }

    /// <summary>An argument's name, and what it may be.</summary>
    public void ArgumentRange(int kind)
    {
        Out.Write("<" + Texts.Argument(kind) + ">  ");
        if (Argument.TypeOf(kind) == ArgumentType.Number)
        {
            Out.Write(Argument.LowOf(kind));
            Out.Write(Texts.Say(Phrase.To));
            Out.Write(Argument.HighOf(kind));
        }
        else
        {
            Out.Write(Texts.Say(Phrase.AtMost));
            Out.Write(Argument.HighOf(kind));
            Out.Write(Texts.Say(Phrase.Bytes));
        }
    }

    /// <summary>A row with a count.</summary>
    public void CountRow(int head, int count, int phrase)
    {
        Head(head);
        Out.Write(count);
        Line(phrase);
    }

    /// <summary>The present time, or that there is none.</summary>
    public void Now()
    {
        if (_clock.QualityAt(NowMs) == TimeQuality.Unset)
        {
            Say(Phrase.ClockUnset);
            return;
        }

        Calendar.WriteTime(Out, _clock.UnixAt(NowMs), _utcOffsetMinutes);
        if (_clock.QualityAt(NowMs) == TimeQuality.Coasting)
        {
            Out.Write("  ");
            Say(Phrase.ClockCoasting);
        }
    }

    /// <summary>A moment of some start, in the site's time; where the clock was not set then, that it was not.</summary>
    public void Date(long unixSeconds)
    {
        if (unixSeconds == 0)
        {
            Say(Phrase.ClockUnset);
        }
        else
        {
            Calendar.WriteTime(Out, unixSeconds, _utcOffsetMinutes);
        }
    }

    /// <summary>A moment of this start: in the site's time, or, with the clock unset, how long ago.</summary>
    public void Moment(long uptimeMs)
    {
        if (_clock.QualityAt(NowMs) == TimeQuality.Unset)
        {
            Calendar.WriteDuration(Out, NowMs - uptimeMs);
            Say(Phrase.Ago);
        }
        else
        {
            Calendar.WriteTime(Out, _clock.UnixAt(uptimeMs), _utcOffsetMinutes);
        }
    }

    /// <summary>A moment of this start in a narrow column: month, day, hour and minute, or, with the clock unset, how long ago.</summary>
    public void DayTime(long uptimeMs)
    {
        if (_clock.QualityAt(NowMs) == TimeQuality.Unset)
        {
            Calendar.WriteShort(Out, NowMs - uptimeMs);
            Say(Phrase.Ago);
        }
        else
        {
            Calendar.WriteDayTime(Out, _clock.UnixAt(uptimeMs), _utcOffsetMinutes);
        }
    }

    /// <summary>A moment of an earlier start, Unix s, in a narrow column; 0 where its clock was unset.</summary>
    public void FormerDayTime(long unixSeconds)
    {
        if (unixSeconds == 0)
        {
            Say(Phrase.ClockUnset);
        }
        else
        {
            Calendar.WriteDayTime(Out, unixSeconds, _utcOffsetMinutes);
        }
    }

    /// <summary>A reading with its unit, or why there is none.</summary>
    public void Reading(int signal, NoDataReason reason, int value)
    {
        if (reason == NoDataReason.None)
        {
            Out.Write(Number(signal, value));
            Out.Write(UnitOf(signal));
        }
        else
        {
            Say(Phrase.NoDataNotYet + (int)reason - 1);
        }
    }

    /// <summary>A reading in a column of 13: why there is none is said in fewer words.</summary>
    public void Cell(int signal, NoDataReason reason, int value)
    {
        if (reason == NoDataReason.None)
        {
            Reading(signal, reason, value);
        }
        else
        {
            Say(WhyPhrase.CellFirst + (int)reason - 1);
        }
    }

    /// <summary>The lines of a text, each wrapped and indented; numbered from 1 where <paramref name="numbered"/>.</summary>
    public void Lines(string text, bool numbered)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        int number = 0;
        for (int at = 0; at < utf8.Length;)
        {
            int end = at;
            while (end < utf8.Length && utf8[end] != '\n')
            {
                end++;
            }

            number++;
            Out.Write("  ");
            if (numbered)
            {
                Out.Write(number);
                Out.Write(". ");
            }

            Out.Hang = numbered ? 5 : 2;
            Out.Write(utf8, at, end);
            Out.NewLine();
            at = end + 1;
        }
    }

    /// <summary>The number of a value, without its unit.</summary>
    public static string Number(int signal, int value)
    {
        return signal == Signal.Temperature ? Quantity.Text(value, ItemUnit.MilliCelsius) : value.ToString();
    }

    /// <summary>The unit after a value, with a blank before it.</summary>
    public static string UnitOf(int signal)
    {
        return signal switch
        {
            Signal.Supply or Signal.SupplyAtRest or Signal.Battery => " mV",
            Signal.Voltage1 or Signal.Voltage2 or Signal.Voltage3 => " mV",
            Signal.Current1 or Signal.Current2 or Signal.Current3 => " mA",
            Signal.Pressure => " kPa",
            Signal.PulseFlow or Signal.BusFlow => " mL/s",
            Signal.PulseTotal or Signal.BusTotal => " L",
            Signal.BusErrors or Signal.MeterDifference => " ‰",
            Signal.WellLevel => " cm",
            Signal.Temperature => " °C",
            Signal.Power => " W",
            Signal.Energy => " Wh",
            Signal.SignalStrength => " dBm",
            Signal.OutboxFill or Signal.StorageWear => " %",
            Signal.HeapFree => " B",
            Signal.Unstored or Signal.Uptime => " s",
            _ => "",
        };
    }
}
