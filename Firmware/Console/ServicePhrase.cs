namespace Firmware.Console;

/// <summary>The phrases of learned bands, and of what the event log tells of a fault's life.</summary>
public static class ServicePhrase
{
    /// <summary>First of the quantities that a site teaches, in the order of <see cref="Core.Metering.RunMeans"/>: flow.</summary>
    public const int BandFlow = 540;

    /// <summary>What the line lets through.</summary>
    public const int BandPassing = 541;

    /// <summary>Energy per volume.</summary>
    public const int BandEnergy = 542;

    /// <summary>Before the clean runs of a quantity that is not learned yet.</summary>
    public const int Learning = 543;

    /// <summary>Between the ends of a band.</summary>
    public const int BandTo = 544;

    /// <summary>Before what is usual.</summary>
    public const int BandUsual = 545;

    /// <summary>Before the value of the present run.</summary>
    public const int BandNow = 546;

    /// <summary>The bands stand still.</summary>
    public const int BandsFrozen = 547;

    /// <summary>The bands follow the site.</summary>
    public const int BandsFollow = 548;

    /// <summary>Before a promised arrival.</summary>
    public const int Arrives = 552;

    /// <summary>The centre's word, which is not signed.</summary>
    public const int Unverified = 553;

    /// <summary>This year's holidays are not configured.</summary>
    public const int NoHolidays = 554;

    /// <summary>After the hotline: the office answers now.</summary>
    public const int OfficeHours = 555;

    /// <summary>After the hotline: the duty mobile telephone answers now.</summary>
    public const int DutyMobile = 556;

    /// <summary>Before who took on an incident, in one line of the status.</summary>
    public const int InHand = 557;

    /// <summary>Somebody at the button.</summary>
    public const int ByButton = 558;

    /// <summary>Somebody at the console who did not log in.</summary>
    public const int ByConsole = 559;

    /// <summary>The pump may go on while this fault is raised.</summary>
    public const int PumpMayGoOn = 520;

    /// <summary>The unit stops the pump for this fault, which is raised.</summary>
    public const int PumpIsStopped = 521;

    /// <summary>The unit would stop the pump for this fault, which is not raised.</summary>
    public const int PumpWouldStop = 560;

    /// <summary>Row head: water that no meter counted.</summary>
    public const int UnmeteredHead = 522;

    /// <summary>First of what a volume is from, in the order of <see cref="Core.Faults.EstimateBasis"/>: nothing.</summary>
    public const int BasisFirst = 523;

    /// <summary>Before the run time.</summary>
    public const int PumpRan = 527;

    /// <summary>Row head: totals of the pulse meter.</summary>
    public const int PulseTotals = 528;

    /// <summary>Row head: totals of the RS485 meter.</summary>
    public const int BusTotals = 529;

    /// <summary>Row head: the card transaction that was cut off.</summary>
    public const int CardHead = 530;

    /// <summary>Row head: the look with the pump off.</summary>
    public const int IsolationHead = 531;

    /// <summary>It is under way.</summary>
    public const int IsolationRuns = 532;

    /// <summary>First of its results from <see cref="Core.Service.IsolationResult.Still"/> on.</summary>
    public const int IsolationFirst = 533;

    /// <summary>First of the lifecycle events, in the order of <see cref="Core.Faults.LifecycleEvent"/> from 1.</summary>
    public const int LifecycleFirst = 561;
}
