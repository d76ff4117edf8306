using Firmware.Core.Contracts;

namespace Firmware.Inspection.Items;

/// <summary>What an inspection asks the unit about itself; filled by the caller before each step.</summary>
public sealed class UnitFacts
{
    /// <summary>A contactor was not timed.</summary>
    public const int NotTimed = -1;

    /// <summary>A number of days that nobody knows.</summary>
    public const int NotKnown = int.MinValue;

    /// <summary>Days to the end of the meters' legal verification, below 0 after it.</summary>
    public int MeterValidDays = NotKnown;

    /// <summary>Result of the last self-test.</summary>
    public CheckOutcome SelfTest = CheckOutcome.NotTested;

    /// <summary>The last self-test has ended since the inspection asked for one.</summary>
    public bool SelfTestEnded;

    /// <summary>The inspection asks for a self-test.</summary>
    public bool WantsSelfTest;

    /// <summary>The platform's clock less the unit's, s.</summary>
    public int ClockErrorSeconds;

    /// <summary>Answers of the centre since the start of the unit.</summary>
    public int CentreAnswers;

    /// <summary>The inspection asks for an answer of the centre.</summary>
    public bool WantsAnswer;

    /// <summary>Volume by the pulse meter, mL.</summary>
    public long PulseMillilitres;

    /// <summary>When its last pulse came, ms of uptime.</summary>
    public long PulseMs;

    /// <summary>When the RS485 meter's total was last seen to change, ms of uptime.</summary>
    public long BusTotalMs;

    /// <summary>Fingerprint of the settings in force.</summary>
    public int SettingsFingerprint;

    /// <summary>Fingerprint of the settings that were approved at the last acceptance; 0 where none were.</summary>
    public int ApprovedFingerprint;

    /// <summary>Meter of the last verification (<see cref="Meters.MeterBook"/>).</summary>
    public int VerifiedMeter;

    /// <summary>Reference volume of the last meter verification, L.</summary>
    public int VerifiedLitres;

    /// <summary>Flow that the meter saw in it, mL/s.</summary>
    public int VerifiedFlow;
}
