using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>What a configuration must keep as a whole, beyond the range of each value.</summary>
public static class SettingsRules
{
    private const string Unset = "unset";
    private const int FirstDay = 20260101;
    private const int YearDigits = 4;

    /// <summary>The first setting (<see cref="SettingKey"/>) that breaks a rule, 0 where none does.</summary>
    /// <param name="s">The settings.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static int FirstBroken(Settings s, out SettingsFault fault)
    {
        fault = SettingsFault.Missing;
        if (!IsNamed(s))
        {
            return s.Site == Unset ? SettingKey.Site : SettingKey.Unit;
        }

        fault = SettingsFault.OutOfRange;
        if (!IsDay(s.SeasonOpens) || !IsDay(s.SeasonCloses))
        {
            return IsDay(s.SeasonOpens) ? SettingKey.SeasonCloses : SettingKey.SeasonOpens;
        }

        if (s.CredentialEnds != 0 && (s.CredentialEnds < FirstDay || !IsDay(s.CredentialEnds % 10000)))
        {
            return SettingKey.CredentialEnds;
        }

        int conflict = FirstConflict(s);
        fault = conflict == SettingKey.None ? SettingsFault.None : SettingsFault.Conflict;
        return conflict;
    }

    /// <summary>Texts for people, and the calendars, which the desk has as well: nothing is measured or switched by them.</summary>
    public static bool IsOnlyTold(int key) => (key >= SettingKey.Name && key <= SettingKey.Hotline) || key == SettingKey.Holidays || key == SettingKey.HolidaysNext;

    /// <summary>Site and unit have names of their own.</summary>
    public static bool IsNamed(Settings s) => s.Site != Unset && s.Unit != Unset;

    /// <summary>The limits that the checks of the faults compare one signal with stand in order, and no two slaves share an address.</summary>
    private static int FirstConflict(Settings s)
    {
        if (s.SupplyActMillivolts >= s.SupplyHighMillivolts)
        {
            return SettingKey.SupplyAct;
        }

        if (s.SupplySagMillivolts >= s.SupplyHighMillivolts)
        {
            return SettingKey.SupplySag;
        }

        if (s.ChargeMillivolts >= s.SupplyHighMillivolts)
        {
            return SettingKey.Charge;
        }

        if (s.DryPressureKilopascal >= s.LowPressureKilopascal)
        {
            return SettingKey.DryPressure;
        }

        if (s.LowPressureKilopascal >= s.HighPressureKilopascal)
        {
            return SettingKey.LowPressure;
        }

        if (s.NoFlowMillilitresPerSecond >= s.RatedFlowMillilitresPerSecond)
        {
            return SettingKey.NoFlow;
        }

        if (IsOneYear(s.Holidays, s.HolidaysNext))
        {
            return SettingKey.HolidaysNext;
        }

        return s.HasBusMeter && s.HasPowerMeter && s.BusAddress == s.PowerAddress ? SettingKey.PowerAddress : SettingKey.None;
    }

    /// <summary>Two calendars are of the same year: one of them would not count.</summary>
    private static bool IsOneYear(byte[] one, byte[] other)
    {
        return one.Length >= YearDigits && other.Length >= YearDigits && Bytes.Same(one, 0, other, 0, YearDigits);
    }

    /// <summary>Month × 100 + day, or 0 for none. February has 29 days here: which year it is nobody says.</summary>
    internal static bool IsDay(int monthAndDay)
    {
        int month = monthAndDay / 100;
        int day = monthAndDay % 100;
        int days = month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return monthAndDay == 0 || (month >= 1 && month <= 12 && day >= 1 && day <= days);
    }
}
