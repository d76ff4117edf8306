using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Firmware.Core.Faults;

/// <summary>All that a check may look at, brought up to date once a decision.</summary>
public sealed class SiteView
{
    /// <summary>Time in which the line drains after a pump that has stopped, ms: what flows then is no leak, and what counts no noise.</summary>
    public const int DrainMs = 60000;

    /// <summary>Time that a starting pump may take to fill the line and lift water through it, ms: the reference site's ramp three times over.</summary>
    public const int FillMs = 15000;

    /// <summary>The contactor's load must be off this long before the supply counts as at rest, ms.</summary>
    private const int RestMs = 1000;

    /// <summary>A contact must be open this long before the contactor counts as let go, ms: longer than a bad terminal flickers.</summary>
    private const int LetGoMs = 2000;

    /// <summary>Outage of the mains after which the motor starts anew, ms: as long as 101 takes to be raised.</summary>
    private const int OutageMs = 10000;

    /// <summary>The line is filled anew once within this time, ms, as long as 101 takes to clear: a relay that flickers gives a dry pump no fill time after another.</summary>
    private const int RefillMs = 60000;

    /// <summary>The contact was seen rightly open, and rightly closed.</summary>
    private const byte BothSeen = 3;

    private const int SecondMs = 1000;
    private const int HourSeconds = 3600;

    /// <summary>One more than the largest limit of starts that can be set.</summary>
    private const int StartPlaces = 61;

    private const int RestartPlaces = 16;

    /// <summary>The readings.</summary>
    public readonly Readings Readings = new Readings();

    /// <summary>The site's settings.</summary>
    public readonly Settings Settings;

    /// <summary>What the RS485 meter's total and serial number did.</summary>
    public readonly TotalWatch BusTotal = new TotalWatch();

    /// <summary>Pulse volume against RS485 volume.</summary>
    public readonly MeterComparison Comparison;

    /// <summary>The same over a tenth of it, for pulses that come double.</summary>
    public readonly MeterComparison Coarse;

    /// <summary>The same at rest, once the pump has been off, and not asked for, for <see cref="DrainMs"/>.</summary>
    public readonly RestVolume AtRest = new RestVolume();

    /// <summary>What the present run delivers.</summary>
    public readonly RunMeans Run;

    /// <summary>What the site's runs usually deliver.</summary>
    public readonly LearnedBands Bands = new LearnedBands();

    /// <summary>What a water user draws on his card.</summary>
    public readonly CardTransaction Card = new CardTransaction();

    /// <summary>Whether the battery may be charging.</summary>
    public readonly ChargeWatch Charge = new ChargeWatch();

    /// <summary>How long the battery carries the unit.</summary>
    public readonly BatteryWatch Battery = new BatteryWatch();

    /// <summary>Whose cards are technicians'; null while nobody's are.</summary>
    public ICardList Technicians;

    private readonly RecentCount _starts = new RecentCount(StartPlaces, HourSeconds);
    private readonly RecentCount _restarts = new RecentCount(RestartPlaces, 24 * HourSeconds);
    private readonly int[] _unitValue = new int[Signal.Count - Signal.FirstOfUnit];
    private readonly long[] _unitRoseMs = new long[Signal.Count - Signal.FirstOfUnit];
    private long _pumpSinceMs;
    private long _flowSinceMs;
    private long _commandSinceMs;
    private long _autoSinceMs;
    private long _lastPulseVolume;
    private long _restMs;
    private long _valveSinceMs;
    private bool _valveOpen;
    private bool _weldedBefore;
    private bool _runIsOurs;
    private long _contactMs = -PumpEvidence.StaleMs;
    private long _agreedMs;
    private byte _seenRight;
    private long _poweredSinceMs = -RefillMs;
    private int _seenRestarts;
    private long _beyondSinceMs;
    private long _readSinceMs;
    private long _shutSinceMs;

    /// <summary>A view of a site with these settings.</summary>
    public SiteView(Settings settings)
    {
        Settings = settings;
        Comparison = new MeterComparison(settings, MeterComparison.FineLitres, MeterComparison.FinePulses);
        Coarse = new MeterComparison(settings, MeterComparison.CoarseLitres, MeterComparison.CoarsePulses);
        Run = new RunMeans(settings);
        for (int i = 0; i < _unitRoseMs.Length; i++)
        {
            _unitRoseMs[i] = -1;
        }
    }

    /// <summary>Uptime, ms.</summary>
    public long NowMs { get; private set; }

    /// <summary>The pump runs, as contact, power, mirror contact and command together say (<see cref="PumpEvidence"/>).</summary>
    public bool PumpRuns { get; private set; }

    /// <summary>How long the motor has run without a change, ms: as <see cref="PumpSteadyMs"/>, but after an outage of the mains from its end. Also where only an open contact says that the pump stands; 0 at rest.</summary>
    public long MotorSteadyMs { get; private set; }

    /// <summary>The panel's selector says that the pump is run by hand.</summary>
    public bool IsOnHand => Readings.IsOn(Signal.SelectorHand);

    /// <summary>An instrument shows whether the pump runs: one of its contacts, or the motor's power.</summary>
    public bool ShowsPump => Readings.Has(Signal.PumpContact) || Readings.Has(Signal.Power) || Readings.Has(Signal.PumpMirror);

    /// <summary>The auxiliary contact chatters, and no other witness says whether the pump runs: a hand may run it, a contactor may hold.</summary>
    public bool IsPumpUnclear => !ShowsPump && ContactWatch.Chatters(Readings, Signal.PumpContact);

    /// <summary>How long the pump has run (or has been off) without a change, ms.</summary>
    public long PumpSteadyMs { get; private set; }

    /// <summary>We ask the contactor to be closed.</summary>
    public bool Commanded { get; private set; }

    /// <summary>How long we have asked the same, ms.</summary>
    public long CommandSteadyMs { get; private set; }

    /// <summary>The same, since the panel left us the say: after a selector on hand the motor starts anew. 0 on hand.</summary>
    public long AskedMs { get; private set; }

    /// <summary>The contactor was closed by our command when we last commanded "off", before a restart of the unit, too, and has not let go since. What a hand has closed, or holds, is none of it.</summary>
    public bool HeldSinceOff { get; private set; }

    /// <summary>What the instruments together say of the water.</summary>
    public FlowEvidence Flow { get; private set; }

    /// <summary>How long that has been said without a change, ms.</summary>
    public long FlowSteadyMs { get; private set; }

    /// <summary>The auxiliary contact has been contradicted (<see cref="PumpEvidence.Feedback"/>) for <see cref="PumpEvidence.StaleMs"/>.</summary>
    public bool ContactContradicted => NowMs - _agreedMs >= PumpEvidence.StaleMs;

    /// <summary>Since it was contradicted, or since the start, it was seen right both at rest and in a run.</summary>
    public bool ContactSeenRight => _seenRight == BothSeen;

    /// <summary>Nothing but the auxiliary contact, against another witness, says that a pump runs which nobody asked for, and no water flows: nothing runs.</summary>
    public bool ContactAlone => PumpEvidence.IsAlone(Readings, Settings, Commanded) && Flow != FlowEvidence.Flows;

    /// <summary>Time since the last pulse of the pulse meter, ms.</summary>
    public long SincePulseMs { get; private set; }

    /// <summary>Rate of the pulses since the last decision, 1/s. A decision that comes late does not make them faster.</summary>
    public int PulsesPerSecond { get; private set; }

    /// <summary>How long the RS485 meter has shown a flow that the pipe cannot carry and the pulses do not confirm, ms.</summary>
    public long BusBeyondMs { get; private set; }

    /// <summary>How long the RS485 meter has given nothing that can be read, though something answers, ms.</summary>
    public long BusGarbledMs { get; private set; }

    /// <summary>The door was opened, and no technician known to the unit has come since: shut again or not.</summary>
    public bool OpenedByNobodyKnown { get; private set; }

    /// <summary>Age of <see cref="Signal.SupplyAtRest"/>, ms; 0 where there is none.</summary>
    public long SupplyAtRestMs => Readings.Has(Signal.SupplyAtRest) ? NowMs - _restMs : 0;

    /// <summary>How long the motor valve has been asked for the same, ms.</summary>
    public long ValveSteadyMs { get; private set; }

    /// <summary>The valve's end switches have shown that it arrived where it was last asked to go, whatever they say now.</summary>
    public bool ValveArrived { get; private set; } = true;

    /// <summary>The unit has stopped the pump for want of water and will not start it again by itself.</summary>
    public bool PumpStaysOff { get; set; }

    /// <summary>A phase without current has locked the pump out: only a run can tell that it is back.</summary>
    public bool PhaseLocks { get; set; }

    /// <summary>Brings the view up to date from the readings, the time of the last pulse and the volume that the pulses made.</summary>
    public void Update(long nowMs, long lastPulseMs, long pulseMillilitres)
    {
        UpdatePulses(nowMs - NowMs, pulseMillilitres);
        NowMs = nowMs;
        SincePulseMs = nowMs - lastPulseMs;
        UpdateTotal(nowMs);
        UpdateCommand(nowMs);
        UpdatePump(nowMs);
        UpdateHeld();
        UpdateFlow(nowMs);
        UpdateFeedback(nowMs);
        UpdateContradictions(nowMs, pulseMillilitres);
        UpdateDoor(nowMs);
        UpdateSupplyAtRest(nowMs);
        Charge.Step(nowMs, Readings, Settings);
        long carriedMs = Battery.CarriedMs;
        Battery.Step(nowMs, PumpRuns, Readings, Settings);
        UpdateMotor(nowMs, carriedMs);
        Card.Step(nowMs, PumpRuns, Readings, Technicians);
        bool delivers = PumpRuns && PumpSteadyMs >= RunMeans.SettleMs && Flow == FlowEvidence.Flows;
        Run.Step(nowMs, PumpRuns, delivers, pulseMillilitres, Readings);
        UpdateMeters(pulseMillilitres);
        UpdateValve(nowMs);
        UpdateUnit(nowMs);
        UpdateRestarts(nowMs);
    }

    /// <summary>Forgets what was compared: something that explains a difference has just ended.</summary>
    public void ForgetDifference()
    {
        Comparison.Restart();
        Readings.Miss(Signal.MeterDifference, NoDataReason.NotYet);
    }

    /// <summary>Where the counter starts, so that volume from before the start is no new pulse.</summary>
    public void BeginAt(long pulseMillilitres)
    {
        _lastPulseVolume = pulseMillilitres;
    }

    /// <summary>302 was raised before the restart: a contactor that is found closed is the one that never let go.</summary>
    public void BeginWelded()
    {
        _weldedBefore = true;
    }

    /// <summary>A count of the unit itself has risen within the last <paramref name="ms"/>.</summary>
    public bool RoseWithin(int signal, int ms)
    {
        long rose = _unitRoseMs[signal - Signal.FirstOfUnit];
        return rose >= 0 && NowMs - rose < ms;
    }

    private void UpdatePulses(long elapsedMs, long pulseMillilitres)
    {
        int pulses = Bound.Scale(pulseMillilitres - _lastPulseVolume, 1, Settings.PulseMillilitres);
        PulsesPerSecond = Bound.Scale(pulses, SecondMs, Bound.Clamp(elapsedMs, SecondMs, int.MaxValue));
        _lastPulseVolume = pulseMillilitres;
    }

    /// <summary>First of all: the flow of a meter that hangs is none that any rule may believe.</summary>
    private void UpdateTotal(long nowMs)
    {
        BusTotal.Step(nowMs, Readings, Settings);
        if (BusTotal.Hangs)
        {
            Readings.Miss(Signal.BusFlow, NoDataReason.OutOfRange);
        }
    }

    /// <summary>A leap of the total is no volume that could be compared.</summary>
    private void UpdateMeters(long pulseMillilitres)
    {
        if (BusTotal.LeaptNow)
        {
            Comparison.Reopen();
            Coarse.Reopen();
        }

        Comparison.Step(pulseMillilitres, Readings);
        CompareCoarsely(pulseMillilitres);
        if (Comparison.IsKnown)
        {
            Readings.Set(Signal.MeterDifference, Comparison.Permille);
        }
    }

    /// <summary>Over what both meters see flow: at rest a pulse or two are half of what is there, and a RS485 meter that fails, or whose total stands, is no measure.</summary>
    private void CompareCoarsely(long pulseMillilitres)
    {
        bool flows = Metering.Flow.BusCounts(Readings, Settings) && Metering.Flow.IsFlow(Readings.ValueOf(Signal.BusFlow), Settings);
        if (flows && BusTotal.StoodMillilitres <= Coarse.LeastMillilitres())
        {
            Coarse.Step(pulseMillilitres, Readings);
        }
        else
        {
            Coarse.Restart();
        }
    }

    private void UpdateCommand(long nowMs)
    {
        bool commanded = Readings.IsOn(Signal.PumpCommand);
        if (commanded != Commanded)
        {
            Commanded = commanded;
            _commandSinceMs = nowMs;
            HeldSinceOff = !commanded && _runIsOurs;
        }

        if (IsOnHand)
        {
            _autoSinceMs = nowMs;
        }

        CommandSteadyMs = nowMs - _commandSinceMs;
        AskedMs = CommandSteadyMs < nowMs - _autoSinceMs ? CommandSteadyMs : nowMs - _autoSinceMs;
    }

    private void UpdateValve(long nowMs)
    {
        bool open = Readings.IsOn(Signal.ValveCommand);
        if (open != _valveOpen)
        {
            _valveOpen = open;
            _valveSinceMs = nowMs;
            ValveArrived = false;
        }

        ValveArrived |= open ? ValveControl.IsOpen(Readings) : ValveControl.IsShut(Readings);

        ValveSteadyMs = nowMs - _valveSinceMs;
    }

    /// <summary>Each worker that was replaced since the last decision; a reading that leaps costs no more work than the window has places.</summary>
    private void UpdateRestarts(long nowMs)
    {
        int restarts = Readings.ValueOf(Signal.WorkerRestarts);
        for (int i = 0; i < _restarts.Places && _seenRestarts < restarts; i++)
        {
            _restarts.Add(nowMs);
            _seenRestarts++;
        }

        _seenRestarts = restarts > _seenRestarts ? restarts : _seenRestarts;

        Readings.Set(Signal.RestartsPerDay, _restarts.At(nowMs));
    }

    private void UpdateHeld()
    {
        if (_weldedBefore && ShowsPump)
        {
            _weldedBefore = false;
            HeldSinceOff = PumpRuns && !Commanded;
        }

        HeldSinceOff &= (IsPumpUnclear && (Flow != FlowEvidence.Still || PumpSteadyMs < DrainMs)) || (ShowsPump && (PumpRuns || PumpSteadyMs < LetGoMs));
    }

    private void UpdatePump(long nowMs)
    {
        if (Readings.IsOn(Signal.PumpContact))
        {
            _contactMs = nowMs;
        }

        bool runs = PumpEvidence.Runs(Readings, Settings, Commanded, nowMs - _contactMs);
        if (runs != PumpRuns)
        {
            PumpRuns = runs;
            _pumpSinceMs = nowMs;
            if (runs)
            {
                _starts.Add(nowMs);
                _runIsOurs = Commanded;
            }
        }

        _runIsOurs &= !IsOnHand;

        PumpSteadyMs = nowMs - _pumpSinceMs;
        Readings.Set(Signal.StartsPerHour, _starts.At(nowMs));
    }

    /// <summary>After an outage with the contactor held by the battery, the motor starts anew, and the line has to fill again.</summary>
    private void UpdateMotor(long nowMs, long carriedMs)
    {
        if (carriedMs >= OutageMs && Battery.CarriedMs == 0 && nowMs - _poweredSinceMs >= RefillMs)
        {
            _poweredSinceMs = nowMs;
        }

        long steadyMs = PumpRuns ? PumpSteadyMs : PumpEvidence.MayRun(Readings, Commanded) ? AskedMs : 0;
        MotorSteadyMs = steadyMs < nowMs - _poweredSinceMs ? steadyMs : nowMs - _poweredSinceMs;
    }

    /// <summary>A pump that may run is judged as one that does: between two slow pulses its meter is not silent yet.</summary>
    private void UpdateFlow(long nowMs)
    {
        bool mayRun = !PumpRuns && PumpEvidence.MayRun(Readings, Commanded);
        long steadyMs = mayRun ? AskedMs : PumpSteadyMs;
        long silentMs = SincePulseMs < steadyMs ? SincePulseMs : steadyMs;
        bool running = PumpRuns || mayRun;
        FlowEvidence flow = Metering.Flow.Judge(Readings, Settings, running, silentMs);
        if (flow == FlowEvidence.Still && running && Metering.Flow.MayHangAtZero(Readings, Settings, steadyMs))
        {
            flow = FlowEvidence.Unknown;
        }

        if (flow != Flow)
        {
            Flow = flow;
            _flowSinceMs = nowMs;
        }

        FlowSteadyMs = nowMs - _flowSinceMs;
    }

    private void UpdateFeedback(long nowMs)
    {
        bool asked = Commanded && !IsOnHand;
        bool flows = Flow == FlowEvidence.Flows && (!asked || AskedMs >= DrainMs);
        ContactFeedback feedback = PumpEvidence.Feedback(Readings, Settings, asked, flows);
        if (feedback != ContactFeedback.Contradicted)
        {
            _agreedMs = nowMs;
            _seenRight |= (byte)feedback;
        }
        else if (ContactContradicted)
        {
            _seenRight = 0;
        }
    }

    /// <summary>What one meter says against the other, and for how long.</summary>
    private void UpdateContradictions(long nowMs, long pulseMillilitres)
    {
        AtRest.Step(!PumpRuns && !Commanded && PumpSteadyMs >= DrainMs, pulseMillilitres, Readings);
        if (!Metering.Flow.IsBusBeyond(Readings, Settings))
        {
            _beyondSinceMs = nowMs;
        }

        BusBeyondMs = nowMs - _beyondSinceMs;
        if (Readings.ReasonOf(Signal.BusFlow) != NoDataReason.BusError)
        {
            _readSinceMs = nowMs;
        }

        BusGarbledMs = nowMs - _readSinceMs;
    }

    /// <summary>An opening of a moment is a switch that is loose.</summary>
    private void UpdateDoor(long nowMs)
    {
        bool open = Readings.IsOn(Signal.DoorOpen);
        if (!open)
        {
            _shutSinceMs = nowMs;
        }

        bool unknown = OpenedByNobodyKnown || (open && nowMs - _shutSinceMs >= Checks.AccessChecks.OpeningMs);
        OpenedByNobodyKnown = unknown && !Readings.IsOn(Signal.Technician);
    }

    private void UpdateSupplyAtRest(long nowMs)
    {
        if (!PumpRuns && PumpSteadyMs >= RestMs && Readings.Has(Signal.Supply))
        {
            _restMs = nowMs;
            Readings.Set(Signal.SupplyAtRest, Readings.ValueOf(Signal.Supply));
        }
    }

    private void UpdateUnit(long nowMs)
    {
        for (int i = 0; i < _unitValue.Length; i++)
        {
            int value = Readings.ValueOf(Signal.FirstOfUnit + i);
            if (value > _unitValue[i])
            {
                _unitRoseMs[i] = nowMs;
            }

            _unitValue[i] = value;
        }
    }
}
