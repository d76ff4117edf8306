using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Metering;

namespace Firmware.Core.Service;

/// <summary>
/// The decision of a unit, without any input or output of its own: readings and time go in, the pump command and fault transitions
/// come out. The order of a tick is the order of the lines in <see cref="Decide"/>. Nothing in here allocates.
/// </summary>
public sealed class SiteController
{
    private readonly ContactWatch _contacts = new ContactWatch();
    private readonly int _supplyRow;
    private readonly int _dryRow;
    private readonly int _disagreeRow;
    private readonly int _cloggingRow;
    private readonly int _overloadRow;
    private readonly int _highRow;
    private readonly int _leakRow;
    private readonly int _phaseRow;
    private readonly int _safeModeRow;
    private readonly int _mainsRow;

    /// <summary>A controller for a site.</summary>
    public SiteController(Settings settings, FaultCatalogue catalogue)
    {
        Catalogue = catalogue;
        View = new SiteView(settings);
        Transitions = new TransitionQueue();
        Monitors = new FaultMonitors(catalogue, Transitions);
        Lifecycle = new Lifecycle(catalogue, Monitors, View);
        Meter = new PulseMeter(settings.PulseMillilitres, settings.NoFlowMillilitresPerSecond);
        Pump = new PumpControl();
        Valve = new ValveControl(settings);
        Interlock = new PumpInterlock();
        _overloadRow = catalogue.RowOf(FaultCode.PumpOverload);
        _highRow = catalogue.RowOf(FaultCode.FlowHigh);
        _leakRow = catalogue.RowOf(FaultCode.FlowAtRest);
        _phaseRow = catalogue.RowOf(FaultCode.PhaseLost);
        _safeModeRow = catalogue.RowOf(FaultCode.SafeMode);
        _supplyRow = catalogue.RowOf(FaultCode.SupplyLow);
        _mainsRow = catalogue.RowOf(FaultCode.MainsLost);
        _dryRow = catalogue.RowOf(FaultCode.DryRun);
        _disagreeRow = catalogue.RowOf(FaultCode.MetersDisagree);
        _cloggingRow = catalogue.RowOf(FaultCode.StrainerClogging);
    }

    /// <summary>The faults.</summary>
    public FaultCatalogue Catalogue { get; }

    /// <summary>What the checks look at; its readings are filled before each step.</summary>
    public SiteView View { get; }

    /// <summary>The state of every fault.</summary>
    public FaultMonitors Monitors { get; }

    /// <summary>What persons and time do with a fault.</summary>
    public Lifecycle Lifecycle { get; }

    /// <summary>Transitions that are not recorded yet.</summary>
    public TransitionQueue Transitions { get; }

    /// <summary>The pulse meter.</summary>
    public PulseMeter Meter { get; }

    /// <summary>The pump.</summary>
    public PumpControl Pump { get; }

    /// <summary>A loop of bad starts was stopped (902): the pump stays off.</summary>
    public bool IsSafeMode => Boots.IsSafeMode;

    /// <summary>How runs of the unit begin and end.</summary>
    public BootWatch Boots { get; } = new BootWatch();

    /// <summary>The motor valve.</summary>
    public ValveControl Valve { get; }

    /// <summary>What keeps the pump off besides want of water.</summary>
    public PumpInterlock Interlock { get; }

    /// <summary>The look that is taken before a burst is named.</summary>
    public IsolationTest Isolation { get; } = new IsolationTest();

    /// <summary>Whether a known technician is here.</summary>
    public Attendance Attendance { get; } = new Attendance();

    /// <summary>The supply is failing: what is worth keeping is to be saved now.</summary>
    public bool SupplyFails => Monitors.FailsNow(_supplyRow);

    /// <summary>An inspection lets the pump run: like the water user's request, and under the same protections.</summary>
    public bool InspectionWantsPump { get; set; }

    /// <summary>
    /// A person who has looked resets a fault that waits for one: a latched one, the lock that an overload or a lost phase has put on the pump, or safe mode.
    /// </summary>
    public ActionResult Reset(int row, int who)
    {
        if (row == _safeModeRow)
        {
            return Lifecycle.EndSafeMode(Boots, row, who);
        }

        return row == _overloadRow || row == _phaseRow ? Lifecycle.Release(Interlock, row, who) : Lifecycle.Reset(row, who);
    }

    /// <summary>Takes up the volume from before the restart; after the faults that were raised then.</summary>
    public void BeginAt(long pulseMillilitres)
    {
        if (Monitors.IsRaised(Catalogue.RowOf(FaultCode.ContactorWelded)))
        {
            View.BeginWelded();
        }

        Meter.TotalMillilitres = pulseMillilitres;
        View.BeginAt(pulseMillilitres);
    }

    /// <summary>Every scan, once the terminals have been read: finds the contacts that chatter, and takes the pulses, so that the time of each is known to a scan.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="pulseCount">Pulses since the start; below 0 where no pulse meter is fitted.</param>
    public void Scan(long nowMs, long pulseCount)
    {
        Readings readings = View.Readings;
        _contacts.Step(nowMs, readings);
        if (pulseCount < 0)
        {
            readings.Miss(Signal.PulseFlow, NoDataReason.NotFitted);
            readings.Miss(Signal.PulseTotal, NoDataReason.NotFitted);
            return;
        }

        Meter.Step(nowMs, pulseCount);
        readings.Set(Signal.PulseFlow, Meter.Flow);
        readings.Set(Signal.PulseTotal, Bound.Scale(Meter.TotalMillilitres, 1, 1000));
    }

    /// <summary>Every second: judges, and decides what the pump does.</summary>
    public void Decide(long nowMs)
    {
        Attendance.Step(nowMs, View.Readings, View.Technicians);
        View.Update(nowMs, Meter.LastPulseMs, Meter.TotalMillilitres);
        Monitors.Step(View);
        Lifecycle.Step();
        Learn(nowMs);
        if (Monitors.InhibitedBy(_disagreeRow) != 0)
        {
            // What explains a difference spoils the volume that is being compared, too.
            View.ForgetDifference();
        }

        if (Monitors.IsExplained(_dryRow) && !StopsAllTheSame)
        {
            // The pump counts as its fault does: else it would be stopped before the fault is confirmed, and nobody would be told.
            Pump.ForgetDry();
        }

        DecidePump(nowMs);
        View.PumpStaysOff = Pump.StaysOff;
        View.Readings.SetContact(Signal.PumpCommand, Pump.Run);
        View.Readings.Set(Signal.DryStops, Pump.DryStops);
    }

    /// <summary>The site teaches with each run that stayed clean to its end; one that ends while a fault is being confirmed did not.</summary>
    private void Learn(long nowMs)
    {
        for (int row = 0; row < Catalogue.Count; row++)
        {
            bool fails = Monitors.IsRaised(row) || (View.Run.Ended && Monitors.IsPending(row));
            if (fails && Catalogue.SpoilsRun(row))
            {
                View.Run.Spoil();
            }
        }

        if (View.Run.Ended && View.Run.IsClean)
        {
            View.Bands.Learn(nowMs, View.Run, !Monitors.IsRaised(_cloggingRow));
        }
    }

    /// <summary>
    /// The motor is said to stand, by its power or an open contact (301) or by the mains relay (101), and no water comes: it is stopped like a dry one, since that witness may be wrong, and a
    /// motor that stands loses nothing.
    /// </summary>
    private bool StopsAllTheSame => Monitors.InhibitedBy(_dryRow) == FaultCode.PumpDidNotStart || (Monitors.InhibitedBy(_dryRow) == FaultCode.MainsLost && Monitors.IsExplained(_dryRow));

    private void DecidePump(long nowMs)
    {
        Readings readings = View.Readings;
        Interlock.RequestTakenBack = Pump.IsTakenBack;
        Interlock.Step(
            nowMs, Monitors.OutcomeOf(_overloadRow), Catalogue.RaiseMs(_overloadRow), Monitors.IsRaised(_overloadRow), Monitors.IsRaised(_phaseRow), PowerChecks.LacksVoltage(View), readings);
        View.PhaseLocks = Interlock.PhaseLocks;
        bool requested = readings.IsOn(Signal.RunRequest) || InspectionWantsPump;
        bool unread = !requested && !readings.Has(Signal.RunRequest); // asks for no water, and nobody has taken the request back
        StepIsolation(nowMs, readings);
        if (unread || Interlock.Holds || Isolation.HoldsPump || Monitors.Gate.Shutdown.IsOn)
        {
            Pump.Halt(nowMs);
        }

        bool rests = (Monitors.Gate.LayUp.IsOn && !InspectionWantsPump) || Monitors.Gate.Shutdown.IsOn || IsSafeMode;
        bool mayStart = !unread && !Monitors.IsRaised(_supplyRow) && !rests && !View.IsOnHand && !Interlock.Holds && !Isolation.HoldsPump && Valve.LetsThrough(readings);
        Pump.IsInOutage = (readings.Has(Signal.MainsPresent) || ContactWatch.Chatters(readings, Signal.MainsPresent)) && Monitors.IsRaised(_mainsRow);
        Pump.ShowsMains = readings.IsOn(Signal.MainsPresent) || (!readings.Has(Signal.MainsPresent) && !Pump.IsInOutage);
        CheckOutcome dry = StopsAllTheSame && Monitors.FailsNow(_dryRow) ? CheckOutcome.Fail : Monitors.OutcomeOf(_dryRow);
        Pump.Step(nowMs, requested || unread, mayStart, dry, Catalogue.RaiseMs(_dryRow));
        bool asked = requested && !Pump.StaysOff && !Interlock.Holds && !Isolation.HoldsPump && (Pump.Run || !rests);

        // On hand the panel has the say over the pump: against a shut valve it would heat the water that stands in it (decision 0076).
        bool onHand = readings.IsOn(Signal.SelectorHand) || (ContactWatch.Chatters(readings, Signal.SelectorHand) && Valve.WantedOpen);
        Valve.Step(nowMs, asked || onHand, readings);
    }

    /// <summary>A run that is stopped for the look ends in the middle, and teaches nothing.</summary>
    private void StepIsolation(long nowMs, Readings readings)
    {
        bool suspected = Monitors.IsPending(_highRow) && Monitors.OutcomeOf(_highRow) == CheckOutcome.Fail;
        Isolation.Step(nowMs, suspected, IsSafeToIsolate(readings), readings.IsOn(Signal.RunRequest), View.PumpRuns, View.Flow, Monitors.IsRaised(_leakRow));
        if (Isolation.BeganNow)
        {
            View.Run.Spoil();
        }

        if (Isolation.EndedNow)
        {
            Lifecycle.NoteIsolation(_highRow, Isolation.Result);
        }
    }

    /// <summary>
    /// Our run on auto, for nobody's card and no inspection, with nobody at the enclosure, a good supply, nothing of level 1 raised, and two starts to spare in this hour.
    /// </summary>
    private bool IsSafeToIsolate(Readings readings)
    {
        bool ours = !readings.IsOn(Signal.SelectorHand) && !InspectionWantsPump && !View.Card.IsOpen;
        bool nobody = !Attendance.IsHere && !readings.IsOn(Signal.DoorOpen) && !Monitors.Gate.Maintenance.IsOn;
        bool sound = !SupplyFails && Monitors.WorstLevel != 1 && !IsSafeMode && !Interlock.Holds;
        return ours && nobody && sound && readings.ValueOf(Signal.StartsPerHour) + 2 <= View.Settings.MaxStartsPerHour;
    }
}
