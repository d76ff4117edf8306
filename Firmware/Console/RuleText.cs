using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console;

/// <summary>A fault's rules in words, as the console and the fault book give them.</summary>
public static class RuleText
{
    /// <summary>When it is raised: seconds of failing, or N times in T.</summary>
    public static string Begin(Texts texts, FaultCatalogue catalogue, int row)
    {
        string text = texts.Say(WhyPhrase.BeginsAfter) + (catalogue.RaiseMs(row) / 1000).ToString() + " s";
        if (catalogue.OftenCount(row) > 0)
        {
            text += texts.Say(WhyPhrase.BeginsOften) + catalogue.OftenCount(row).ToString()
                + texts.Say(WhyPhrase.BeginsWithin) + (catalogue.OftenSeconds(row) / 60).ToString() + " min";
        }

        return text;
    }

    /// <summary>How it ends: by itself, or by a person, where it is latched, has locked the pump out, keeps the unit in safe mode or asks for another unit.</summary>
    public static string End(Texts texts, FaultCatalogue catalogue, int row)
    {
        int code = catalogue.Code(row);
        if (code == FaultCode.ReplaceUnit)
        {
            return texts.Say(WhyPhrase.EndsByReplacement);
        }

        if ((catalogue.PolicyOf(row) & Policy.Latched) != 0 || code == FaultCode.SafeMode)
        {
            return texts.Say(WhyPhrase.EndsByReset) + code.ToString();
        }

        string text = texts.Say(WhyPhrase.EndsByItself) + (catalogue.ClearMs(row) / 1000).ToString() + " s";
        return PumpInterlock.Locks(code) ? text + texts.Say(WhyPhrase.PumpLocked) + code.ToString() : text;
    }

    /// <summary>Which faults explain it, so that it is not judged beside them.</summary>
    public static string Causes(Texts texts, FaultCatalogue catalogue, int row)
    {
        string text = "";
        for (int i = 0; i < FaultCatalogue.MaxCauses; i++)
        {
            int cause = catalogue.Cause(row, i);
            if (cause != 0)
            {
                text += (text.Length == 0 ? "" : texts.Say(WhyPhrase.Comma)) + cause.ToString() + " " + texts.Title(cause);
            }
        }

        return text.Length == 0 ? texts.Say(WhyPhrase.ExplainsNone) : text;
    }

    /// <summary>Its limit at a site: reading, sense, number and unit, as the evidence is shown.</summary>
    public static string Limit(Texts texts, int code, SiteView site)
    {
        int signal = FaultLimit.SignalOf(code);
        int limit = FaultLimit.Of(code, site);
        if (limit == FaultLimit.None)
        {
            return texts.Say(WhyPhrase.LimitNone);
        }

        LimitSense sense = FaultLimit.SenseOf(code);
        string unit = sense == LimitSense.Later ? " s" : Screen.UnitOf(signal);
        return texts.Reading(signal) + texts.Say(WhyPhrase.LimitSenseFirst + (int)sense) + Screen.Number(signal, limit) + unit;
    }

    /// <summary>How anyone learns of a fault of the alarm path; empty for the others.</summary>
    public static string Notices(Texts texts, int code)
    {
        string text = "";
        int ways = FaultNotice.Of(code);
        for (int way = 0; way < Notice.Count; way++)
        {
            if ((ways & (1 << way)) != 0)
            {
                text += (text.Length == 0 ? "" : texts.Say(WhyPhrase.Semicolon)) + texts.Say(WhyPhrase.NoticeFirst + way);
            }
        }

        return text;
    }

    /// <summary>The parts to bring, the one that is swapped most first: each with its name, or, where a screen is short, the first one alone.</summary>
    public static string Parts(Texts texts, int code, bool isShort)
    {
        string text = "";
        string[] parts = FaultParts.AllOf(code).Split(' ');
        for (int part = 0; part < parts.Length; part++)
        {
            string name = isShort && part > 0 ? "" : texts.Module(parts[part]) ?? "";
            string named = parts[part] == FaultParts.None ? name : name.Length == 0 ? parts[part] : parts[part] + " " + name;
            text += (part == 0 ? "" : texts.Say(WhyPhrase.Comma)) + named;
        }

        return text;
    }

    /// <summary>The tools that its remedy needs.</summary>
    public static string Tools(Texts texts, int code)
    {
        string text = "";
        int tools = FaultTools.Of(code);
        for (int tool = 0; tool < Tool.Count; tool++)
        {
            if ((tools & (1 << tool)) != 0)
            {
                text += (text.Length == 0 ? "" : texts.Say(WhyPhrase.Comma)) + texts.Say(WhyPhrase.ToolFirst + tool);
            }
        }

        return text.Length == 0 ? texts.Say(WhyPhrase.ToolNone) : text;
    }
}
