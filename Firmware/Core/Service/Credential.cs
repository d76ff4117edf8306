using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>How long the account or certificate at the broker still holds.</summary>
public static class Credential
{
    private const int SecondsPerDay = 86400;

    /// <summary>Tells <see cref="Signal.CredentialDays"/>: whole days up to the end of its last day, UTC. Unknown while the clock is unset; not fitted where it has no end.</summary>
    public static void Tell(int ends, long unixSeconds, Readings into)
    {
        if (ends == 0)
        {
            into.Miss(Signal.CredentialDays, NoDataReason.NotFitted);
        }
        else if (unixSeconds <= 0)
        {
            into.Miss(Signal.CredentialDays, NoDataReason.NotYet);
        }
        else
        {
            into.Set(Signal.CredentialDays, DayOf(ends / 10000, ends / 100 % 100, ends % 100) - (int)(unixSeconds / SecondsPerDay));
        }
    }

    /// <summary>Days from 1970-01-01 to a date of the Gregorian calendar; the year begins in March, so that the leap day is its last.</summary>
    public static int DayOf(int year, int month, int day)
    {
        int y = month <= 2 ? year - 1 : year;
        int m = (month + 9) % 12;
        return (365 * y) + (y / 4) - (y / 100) + (y / 400) + (((153 * m) + 2) / 5) + day - 719469;
    }
}
