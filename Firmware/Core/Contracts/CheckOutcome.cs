namespace Firmware.Core.Contracts;

/// <summary>What a check found. Only <see cref="Pass"/> counts as passed.</summary>
public enum CheckOutcome : byte
{
    /// <summary>The conditions for a judgement are not there (pump off, still settling, learning).</summary>
    NotTested = 0,

    /// <summary>Judged and good.</summary>
    Pass = 1,

    /// <summary>Judged and bad.</summary>
    Fail = 2,

    /// <summary>The reading that it needs is older than its limit.</summary>
    Stale = 3,

    /// <summary>The instrument is at fault, so the process cannot be judged.</summary>
    Error = 4,

    /// <summary>The sensor that it needs is not fitted here.</summary>
    NotFitted = 5,
}

/// <summary>Turns a missing reading into the outcome of a check that needed it.</summary>
public static class Outcomes
{
    /// <summary>The outcome for a reading that is missing for <paramref name="reason"/>.</summary>
    public static CheckOutcome ForMissing(NoDataReason reason)
    {
        return reason switch
        {
            NoDataReason.NotFitted => CheckOutcome.NotFitted,
            NoDataReason.Timeout => CheckOutcome.Stale,
            NoDataReason.OutOfRange => CheckOutcome.Error,
            NoDataReason.BusError => CheckOutcome.Error,
            _ => CheckOutcome.NotTested,
        };
    }
}
