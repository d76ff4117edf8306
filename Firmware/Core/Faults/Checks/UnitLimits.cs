using Firmware.Core.Contracts;

namespace Firmware.Core.Faults.Checks;

/// <summary>604, 605, 705, 903 and 905: a reading of the unit itself against a limit.</summary>
public static class UnitLimits
{
    /// <summary>Signal below which a connection breaks now and then, dBm; it clears 5 dB higher.</summary>
    public const int WeakDecibelMilliwatts = -85;

    /// <summary>Days before its end at which an account or certificate has to be renewed.</summary>
    public const int RenewDays = 30;

    /// <summary>Writes of a day that the flash bears for its planned life, %.</summary>
    public const int WearPercent = 100;

    /// <summary>Free memory below which the next large message may not fit, B: the outgoing and incoming buffers of a connection and their copies.</summary>
    public const int LeastHeapBytes = 8192;

    /// <summary>Late scans in a minute that are no accident.</summary>
    public const int LateScans = 10;

    private const int SignalDeadband = 5;
    private const int HeapDeadband = 4096;

    /// <summary>604: the access point is received weakly.</summary>
    public static CheckOutcome LinkWeak(SiteView site, bool raised)
    {
        return Judge(site, Signal.SignalStrength, WeakDecibelMilliwatts + (raised ? SignalDeadband : 0), int.MaxValue);
    }

    /// <summary>605: the account or certificate at the broker ends soon, or has ended.</summary>
    public static CheckOutcome CredentialExpiring(SiteView site)
    {
        return Judge(site, Signal.CredentialDays, RenewDays, int.MaxValue);
    }

    /// <summary>705: more was written in a day than the flash bears.</summary>
    public static CheckOutcome StorageWear(SiteView site)
    {
        return Judge(site, Signal.StorageWear, int.MinValue, WearPercent);
    }

    /// <summary>903: little memory is free.</summary>
    public static CheckOutcome MemoryLow(SiteView site, bool raised)
    {
        return Judge(site, Signal.HeapFree, LeastHeapBytes + (raised ? HeapDeadband : 0), int.MaxValue);
    }

    /// <summary>905: scans come late again and again.</summary>
    public static CheckOutcome TickOverrun(SiteView site)
    {
        return Judge(site, Signal.LateScans, int.MinValue, LateScans);
    }

    private static CheckOutcome Judge(SiteView site, int signal, int least, int most)
    {
        if (!site.Readings.Has(signal))
        {
            return Outcomes.ForMissing(site.Readings.ReasonOf(signal));
        }

        int value = site.Readings.ValueOf(signal);
        return value < least || value > most ? CheckOutcome.Fail : CheckOutcome.Pass;
    }
}
