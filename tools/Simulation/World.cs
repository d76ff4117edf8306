using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Records;
using Firmware.Records.Messaging;
using Firmware.Supervision;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Tools.Simulation;

/// <summary>
/// One unit and all that is around it, in virtual time: the production code over its ports, driven by events, judged after every step. The same seed and the same
/// events give the same history to the bit.
/// </summary>
public sealed class World : IStorageWatcher
{
    private const long HealMs = 90 * 60_000;
    private const long StoreJudgeMs = 600_000;
    private const int CalmMs = 10_000;

    /// <summary>Scans in which the queue empties: ten seconds in which only what is urgent is written while the supply fails, and as much again.</summary>
    private const int MostQueuedScans = 400;

    /// <summary>Scans for which storage is left alone after it has refused: a minute, and as much again.</summary>
    private const int RefusedScans = 2400;

    private static readonly Texts s_chinese = new ChineseTexts();
    private static readonly Texts s_english = new EnglishTexts();
    private const byte Technician = 7;
    private const int TechnicianCard = 4711;

    private static readonly byte[] s_pin = "482913"u8.ToArray();
    private static readonly byte[] s_mac = [2, 0, 0, 0, 0, 1];

    private readonly Variant _variant;
    private readonly Wire _plan;
    private readonly Dice _unitDice;
    private readonly ulong _seed;
    private readonly Fingerprint _fingerprint = new();
    private readonly StepJudge _steps;
    private readonly CauseJudge _causes;
    private readonly DrillJudge _drills;
    private readonly SettingsJudge _settings;
    private readonly byte[] _provisioning;
    private Unit _unit;
    private readonly List<int> _floods = [];
    private readonly Dice _floodDice;
    private bool _restarting;
    private int _stalls;
    private int _extraMs;
    private long _cutOffMs;
    private long _observeAtMs;
    private long _refusalsSeen;
    private int _queuedScans;
    private int _settingsTaken;
    private long _storeJudgeMs;

    /// <summary>A unit that was never switched on, or one at a moment of another history. Events that lie before that are left out.</summary>
    public World(ulong seed, IReadOnlyList<SimEvent> events, Variant variant, Moment from = null)
    {
        (_seed, _variant) = (seed, variant);
        NowMs = from?.AtMs ?? 0;
        Wire = new Wire(new Dice(seed, "wire"));
        _plan = new Wire(new Dice(seed, "plan"));
        _unitDice = new Dice(seed, "unit" + (from?.Starts ?? 0));
        _floodDice = new Dice(seed, "flood");
        Clock.NowMs = NowMs;
        Truth = from?.Truth.Copy() ?? new Truth();
        Delivery = from?.Delivery.Copy(Truth) ?? new DeliveryJudge(Truth, variant.Checksum);
        Storage = new StorageModel(new Dice(seed, "storage"), from?.Files ?? new byte[StorageModel.Slots][])
        {
            Watcher = this,
            Now = () => NowMs,
            OnlyFlushes = variant.OnlyFlushes,
            BelievesLength = variant.BelievesLength,
            FrozenSlot = variant.FrozenSlot,
        };
        Site.Now = () => NowMs;
        Site.HasReader = events.Any(one => one.What == What.Visit);
        Site.BusMillilitres = from?.BusMillilitres ?? 0;
        Broker = new BrokerModel(Wire, new Dice(seed, "broker")) { Took = Took };
        Centre = new CentreModel(Broker, Clock, Wire, new Dice(seed, "centre")) { Watcher = Arrived };
        Centre.Remember(from?.Stored ?? [], from?.Told ?? []);
        Delivery.Centre = Centre;
        _provisioning = variant.Provisioning(seed);
        _settings = from?.Settings.Copy() ?? new SettingsJudge();
        Link = new LinkModel(Clock, Broker, Wire, new Dice(seed, "link")) { Watcher = Said, HidesGivenUp = variant.HidesGivenUp, OnAcknowledged = variant.PubackIsReceipt || variant.PubackEndsDrill ? Fake : null };
        _steps = new StepJudge(Storage, Link, Site);
        _causes = new CauseJudge();
        _drills = new DrillJudge(Centre, Delivery);
        foreach (SimEvent one in events.Where(one => one.AtMs >= NowMs))
        {
            _plan.At(one.AtMs, () => Begin(one));
        }
    }

    /// <summary>Simulated time, ms.</summary>
    public long NowMs { get; private set; }

    /// <summary>Time that was really stepped through with the power on, ms.</summary>
    public long PoweredMs { get; private set; }

    /// <summary>Scans of the unit.</summary>
    public long Scans { get; private set; }

    /// <summary>Scans that neither read, wrote nor published.</summary>
    public long SteadyScans { get; private set; }

    /// <summary>Bytes allocated in them.</summary>
    public long SteadyBytes { get; private set; }

    /// <summary>Power cuts, in a write or between two scans.</summary>
    public int Cuts { get; private set; }

    /// <summary>The unit's clocks.</summary>
    public ClockModel Clock { get; } = new();

    /// <summary>The site.</summary>
    public SiteModel Site { get; } = new();

    /// <summary>The flash.</summary>
    public StorageModel Storage { get; }

    /// <summary>Messages under way.</summary>
    public Wire Wire { get; }

    /// <summary>The broker.</summary>
    public BrokerModel Broker { get; }

    /// <summary>The centre.</summary>
    public CentreModel Centre { get; }

    /// <summary>Changes of settings that became durable.</summary>
    public int SettingsStored => _settings.Stored;

    /// <summary>The link.</summary>
    public LinkModel Link { get; }

    /// <summary>What happened.</summary>
    public Truth Truth { get; }

    /// <summary>What was kept, and what has arrived.</summary>
    public DeliveryJudge Delivery { get; }

    /// <summary>Number that two runs of the same history share: over every publish and every write.</summary>
    public ulong Digest => _fingerprint.Value;

    /// <summary>Most reads in one scan.</summary>
    public long ReadsSeen => _steps.ReadsSeen;

    /// <summary>Told of what happens, with its time; may be null.</summary>
    public Action<long, string> Tell { get; set; }

    /// <summary>The power is on.</summary>
    public bool Powered => _unit != null;

    /// <summary>The unit as it runs now; null without power. Whoever stands before it acts on it between two steps.</summary>
    public Unit Unit => _unit;

    /// <summary>Called after each decision of the unit; may be null.</summary>
    public Action Decided { get; set; }

    /// <summary>Lets time pass.</summary>
    public void Run(long untilMs)
    {
        while (NowMs < untilMs)
        {
            Clock.NowMs = NowMs;
            _plan.Run(NowMs);
            Wire.Run(NowMs);
            bool busy = _unit != null && _stalls == 0 && Turn();
            long next = _unit == null ? untilMs : After(busy);
            NowMs = Math.Min(untilMs, Math.Max(Math.Min(next, Math.Min(_plan.NextMs, Wire.NextMs)), NowMs + Unit.ScanMs));
        }
    }

    /// <summary>
    /// All events are over: power and link are there. Within ninety minutes everything that was kept must be at the centre; then it is judged as a whole.
    /// </summary>
    public void Heal()
    {
        Settle();
        Run(NowMs + 20_000);
        Settle(); // what the start itself brought about has its time, too
        Delivery.JudgeEnd();
        _drills.JudgeEnd(_unit, NowMs);
        JudgeAnswers();
        JudgeMemory();
        JudgeBelief();
        JudgeSnapshot();
        _steps.JudgeStore();
    }

    /// <summary>The power comes.</summary>
    public void PowerOn(bool powerWasOff = true)
    {
        Clock.NowMs = NowMs;
        Clock.UnitStarts(powerWasOff);
        Tell?.Invoke(NowMs, "the unit starts");
        Site.UnitStarts();
        _causes.Note(powerWasOff ? What.PowerCut : What.Restart, 0, 0, NowMs);
        SettingsStore configuration = _variant.Configuration?.Invoke() ?? SettingsStore.Load(Storage, _variant.Checksum, s_mac, _provisioning, _provisioning.Length);
        _settings.Begin(configuration, !configuration.IsUnread && !Delivery.StorageLies && !Delivery.WasDamaged && _variant.Configuration == null);
        Centre.IsMute = configuration.InForce.ConfirmByBroker;
        _unit = new Unit(
            configuration,
            new UnitIdentity { Board = "simulated", Target = "SIMULATED", Mac = s_mac },
            new UnitPorts
            {
                Io = _variant.Wiring?.Invoke(Site) ?? Site,
                Storage = Storage,
                Checksum = _variant.Checksum,
                KeyedHash = new HostKeyedHash(),
                Link = Link,
                Console = new SilentConsole(),
                Clock = Clock,
            },
            s_chinese,
            s_english);
        _steps.Begin();
        try
        {
            _unit.Delivery.Begin((int)_unitDice.Next());
        }
        catch (PowerCutException)
        {
            PowerOff(_cutOffMs);
            return;
        }

        _steps.JudgeStart();
        _steps.BeginLife();
        Truth.Begin((uint)_unit.Delivery.Counters.Epoch, _unit.Delivery.Counters.Boot, _unit.Site.Catalogue, _unit.Site.Monitors);
        if (_unit.Delivery.Journal.Epoch == _unit.Delivery.Journal.SessionEpoch)
        {
            // Its own epoch and no ledger's: nothing could be read, or the ledger was written while storage refused.
            Truth.EpochBegins((uint)_unit.Delivery.Counters.Epoch);
        }

        Link.UnitStarts(_unit.Delivery.Counters.Boot);
        _causes.Begin(_unit.Site.Catalogue, _unit.Site.Monitors);
        _drills.Begin(_unit);
        Enrol();
        _observeAtMs = 0;
        _settingsTaken = 0;
    }

    /// <summary>The power fails, and comes back after so long; below 0 never by itself.</summary>
    public void PowerOff(long forMs)
    {
        if (_unit == null)
        {
            return;
        }

        Cuts++;
        Tell?.Invoke(NowMs, "the power fails");
        Stop();
        Storage.PowerLost(NowMs);
        if (forMs >= 0)
        {
            _plan.At(NowMs + Math.Max(forMs, Unit.ScanMs), () => PowerOn());
        }
    }

    /// <summary>What the truth is at this very moment, also inside a scan.</summary>
    public void Observe()
    {
        NoteEpoch();
        Truth.Observe(Clock.UptimeMs, _unit.Site.Catalogue, _unit.Site.Monitors);
    }

    /// <inheritdoc/>
    public void Changed(int slot, byte[] old, byte[] content, bool told)
    {
        if (content != null)
        {
            _fingerprint.Add(content);
        }

        if (content is { Length: 1 } && Storage.IsUnreadable(slot))
        {
            Delivery.GiveUp(old);
            Delivery.StorageLies = true;
        }

        Tell?.Invoke(NowMs, $"slot {slot}: {Delivery.Read(content)?.ToString() ?? (content == null ? "empty" : $"{content.Length} bytes")}{(told ? "" : ", untold")}; was {Delivery.Read(old)}");
        Delivery.Changed(slot, old, content, told);
    }

    /// <summary>This very moment, at which a slot is about to become something else.</summary>
    public Moment Moment(int slot, byte[] file)
    {
        Truth truth = Truth.Copy();
        return new Moment(NowMs, Storage.Copy(), slot, file, truth, Delivery.Copy(truth), _settings.Copy(), [.. Centre.Records.Values], [.. Centre.Told], Site.BusMillilitres, Truth.Starts);
    }

    /// <summary>The content of a slot is damaged: the record in it may be lost, and it alone.</summary>
    public void Damage(byte[] before, byte[] after)
    {
        Delivery.Damage(before, after);
        _causes.Note(What.Decay, 0, 0, NowMs);
    }

    private void Stop()
    {
        _unit = null;
        Link.UnitStops();
        Site.UnitStops();
    }

    /// <summary>One turn of worker and loop; true where another is to follow at once.</summary>
    private bool Turn()
    {
        Clock.Run(Link.NetworkUp);
        Link.Run();
        Flood();
        _steps.Begin();
        Scans++;
        int changes = _unit.Configuration.Changes;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            _unit.Scan();
        }
        catch (PowerCutException)
        {
            Observe();
            PowerOff(_cutOffMs);
            return false;
        }

        NoteMemory(GC.GetAllocatedBytesForCurrentThread() - before);
        _settingsTaken = _unit.DecidedMs == Clock.UptimeMs ? changes : _settingsTaken;
        Judge();
        bool busy = _steps.DidSomething || Link.Busy || _unit.Site.Transitions.Count > 0;
        if (_unit.WantsRestart)
        {
            Restart();
        }

        return busy;
    }

    private void Judge()
    {
        if (Clock.UptimeMs >= _observeAtMs)
        {
            _observeAtMs = Clock.UptimeMs - (Clock.UptimeMs % Unit.DecideMs) + Unit.DecideMs;
            Observe();
            if (!_variant.IsForeignSite)
            {
                _causes.Judge(_unit.Site.Catalogue, _unit.Site.Monitors, NowMs);
            }

            Decided?.Invoke();
        }

        JudgeQueue();
        _settings.Judge(_unit.Configuration);
        _drills.Judge(_unit, Clock.UptimeMs);
        if (Truth.WorstLevel != _unit.Site.Monitors.WorstLevel)
        {
            throw new Violation("worst level", $"{Truth.WorstLevel} is the worst that is raised, and the unit says {_unit.Site.Monitors.WorstLevel}");
        }

        NoteEpoch();
        Truth.Now.WasRefused |= _steps.WasRefused;
        _steps.JudgeScan(Clock.UptimeMs, Truth.WorstLevel, _unit.ShowsLevel, _unit.ShowsNumber);
        if (NowMs >= _storeJudgeMs)
        {
            _storeJudgeMs = NowMs + StoreJudgeMs;
            _steps.JudgeStore();
        }
    }

    /// <summary>A scan that neither reads, writes nor publishes, and in which no changed setting is taken up, runs no code but the unit's own of every scan: what it allocates stays.</summary>
    private void NoteMemory(long bytes)
    {
        if (!_steps.DidSomething && !_steps.DidRead && _unit.Configuration.Changes == _settingsTaken)
        {
            SteadyScans++;
            SteadyBytes += bytes;
        }
    }

    /// <summary>Somebody sends again and again what is no receipt: one message a scan.</summary>
    private void Flood()
    {
        if (_variant.HasStranger && Scans % 1000 == 0)
        {
            FaultMonitors monitors = _unit.Site.Monitors;
            for (int row = 0; row < _unit.Site.Catalogue.Count; row++)
            {
                if (monitors.IsRaised(row))
                {
                    Link.Put(Inbound.Command, CentreModel.Command(Truth.Now.Epoch, _unit.Site.Catalogue.Code(row), monitors.OccurrenceOf(row)));
                }
            }
        }

        if (_floods.Count > 0)
        {
            BadInbound.Send(Link, _floods[^1], Truth.Now.Epoch, _floodDice);
        }
    }

    private void NoteEpoch()
    {
        uint epoch = (uint)_unit.Delivery.Counters.Epoch;
        if (Truth.Now.Epoch != epoch)
        {
            Truth.EpochBegins(epoch);
        }
    }

    /// <summary>When the next scan is: the loop may always be late, and is where nothing would come of being punctual.</summary>
    private long After(bool busy)
    {
        if (busy || _variant.EveryScan)
        {
            return NowMs + Unit.ScanMs;
        }

        return NowMs + (_stalls > 0 || _unit.Delivery.Drill.Runs ? _variant.LeastStepMs : Math.Clamp(UntilChange() - Unit.DecideMs, _variant.LeastStepMs, CalmMs));
    }

    /// <summary>Time until the first of the rows that are on their way to a change gets there, ms, as closely as they tell it.</summary>
    private int UntilChange()
    {
        FaultMonitors monitors = _unit.Site.Monitors;
        FaultCatalogue catalogue = _unit.Site.Catalogue;
        int least = int.MaxValue;
        for (int row = 0; row < catalogue.Count; row++)
        {
            int closeness = monitors.ClosenessOf(row);
            if (closeness is not (-128 or 127))
            {
                int full = monitors.IsRaised(row) ? catalogue.ClearMs(row) : catalogue.RaiseMs(row);
                least = Math.Min(least, (int)((long)full * (monitors.IsRaised(row) ? closeness + 128 : 127 - closeness) / 256));
            }
        }

        return least;
    }

    private void Settle()
    {
        long untilMs = NowMs + HealMs;
        while (NowMs < untilMs && !IsSettled())
        {
            Run(NowMs + 1000);
        }
    }

    private bool IsSettled() =>
        _unit != null && _unit.Site.Transitions.Count == 0 && (_unit.Delivery.CentreAnswered || IsThereUnanswered()) && !Delivery.Missing().Any() && RetainedLevel() == Truth.WorstLevel
        && _unit.Inspector.Reports.Waiting == 0 && Unconfirmed() == null;

    /// <summary>At a site without a desk nobody answers; who reads what the broker has knows that the unit is there.</summary>
    private bool IsThereUnanswered() => Centre.IsMute && Link.Reach == LinkReach.Broker && Centre.Online == true;

    /// <summary>An incident that the centre has told to be taken on, that is still open, and of which the unit has not said that it knows; null where there is none.</summary>
    private (int Code, long Occurrence)? Unconfirmed()
    {
        FaultMonitors monitors = _unit.Site.Monitors;
        foreach ((int code, long occurrence) in Centre.Unconfirmed(Truth.Now.Epoch))
        {
            int row = _unit.Site.Catalogue.RowOf(code);
            if (monitors.IsRaised(row) && monitors.OccurrenceOf(row) == occurrence)
            {
                return (code, occurrence);
            }
        }

        return null;
    }

    /// <summary>What the desk has said and what was to be told besides alarms has its answer.</summary>
    private void JudgeAnswers()
    {
        if (Unconfirmed() is { } open)
        {
            throw new Violation("acknowledgement", $"the centre has taken {open.Code} occurrence {open.Occurrence} on, and the unit does not say that it knows");
        }

        if (_unit.Inspector.Reports.Waiting > 0)
        {
            throw new Violation("report", $"{_unit.Inspector.Reports.Waiting} reports never reached the centre");
        }
    }

    /// <summary>The level that the retained snapshot tells, −1 where there is none.</summary>
    private int RetainedLevel()
    {
        if (Broker.Retained("snapshot") is not { } kept)
        {
            return -1;
        }

        using var snapshot = JsonDocument.Parse(Payload.Json(kept));
        return snapshot.RootElement.GetProperty("level").GetInt32();
    }

    /// <summary>What is done every scan leaves nothing on the heap.</summary>
    private void JudgeMemory()
    {
        if (SteadyBytes > TypeLoadBytes)
        {
            throw new Violation("memory", $"{SteadyBytes} B were allocated in {SteadyScans} scans that neither read, wrote nor published");
        }
    }

    private void JudgeBelief()
    {
        FaultMonitors monitors = _unit.Site.Monitors;
        if (Storage.Refusals == 0 && Delivery.CentreHasAll && !Delivery.StorageLies && !Delivery.WasDamaged && monitors.OwedCount == 0 && _unit.Site.Transitions.Count == 0)
        {
            Delivery.JudgeBelief(Truth.Now.Epoch, code => monitors.IsRaised(_unit.Site.Catalogue.RowOf(code)));
        }
    }

    /// <summary>A transition that is confirmed is kept where storage takes it, whatever else there is to do.</summary>
    private void JudgeQueue()
    {
        bool refuses = Storage.Trouble != StorageTrouble.None || _unit.Delivery.Journal.Store.IsReadOnly;
        if (_unit.Site.Transitions.Count == 0 || Storage.Refusals != _refusalsSeen || refuses)
        {
            _refusalsSeen = Storage.Refusals;
            _queuedScans = refuses ? -RefusedScans : Math.Min(_queuedScans, 0);
        }
        else if (++_queuedScans > MostQueuedScans)
        {
            throw new Violation("queue", $"{_unit.Site.Transitions.Count} transitions wait although storage takes what it is given");
        }
    }

    /// <summary>What the host allocates the first time that rarely run code is entered, B: once in a history, wherever that happens to be.</summary>
    private const int TypeLoadBytes = 16384;

    /// <summary>A reader that joins late learns what is true now.</summary>
    private void JudgeSnapshot()
    {
        using var state = JsonDocument.Parse(Payload.Json(Broker.Retained("state")));
        int level = RetainedLevel();
        bool online = state.RootElement.GetProperty("online").GetBoolean();
        if (!online || Centre.Online != true)
        {
            throw new Violation("state", $"the unit is there, and is told to be offline (retained: {online}, centre: {Centre.Online})");
        }

        if (level != Truth.WorstLevel)
        {
            throw new Violation("snapshot", $"the retained snapshot says level {level}, and {Truth.WorstLevel} is true");
        }
    }

    private void Arrived(AlarmSeen alarm, AlarmSeen before)
    {
        Tell?.Invoke(NowMs, $"the centre {(before == null ? "stores" : "has")} {alarm}");
        Delivery.Arrive(alarm, before);
    }

    private void Said(string kind, byte[] payload)
    {
        Tell?.Invoke(NowMs, $"publish {kind} {(kind == "telemetry" ? "" : Encoding.UTF8.GetString(Payload.Json(payload)))}");
        _fingerprint.Add(payload);
        if (kind is "state" or "alarm" or "drill")
        {
            NoteEpoch();
            Truth.Speak();
        }
    }

    /// <summary>The broker has a message: with <c>confirm=broker</c> that is all that is promised.</summary>
    private void Took(string kind, byte[] payload)
    {
        if (_unit == null || !_unit.Configuration.InForce.ConfirmByBroker)
        {
            return;
        }

        foreach (AlarmSeen record in kind == "alarm" ? AlarmSeen.ReadAll(payload) : kind == "drill" ? [AlarmSeen.ReadDrill(payload)] : [])
        {
            Delivery.Take(record);
        }
    }

    /// <summary>Control: what a unit would believe that takes the broker's acknowledgement for storage.</summary>
    private void Fake(LinkModel link, string kind, byte[] payload)
    {
        bool drill = kind == "drill" && _variant.PubackEndsDrill;
        if (!drill && (kind != "alarm" || !_variant.PubackIsReceipt))
        {
            return;
        }

        foreach (AlarmSeen alarm in drill ? [AlarmSeen.ReadDrill(payload)] : AlarmSeen.ReadAll(payload))
        {
            string receipt = $"{{\"epoch\":{alarm.Epoch},\"upTo\":0,\"at\":{Clock.TrueUnix},\"plus\":[[{alarm.Seq},{Clock.TrueUnix}]]}}";
            link.Put(Inbound.Stored, Encoding.ASCII.GetBytes(receipt));
        }
    }

    /// <summary>An event, now: one that is not in the plan.</summary>
    public void Begin(SimEvent one)
    {
        Tell?.Invoke(NowMs, $"** {one}");
        _causes.Note(one.What, one.Size, 0, NowMs);
        switch (one.What)
        {
            case What.PowerCut:
                PowerOff(one.ForMs);
                break;
            case What.Restart:
                Restart();
                break;
            case What.CutInWrite:
                (Storage.CutAtWrite, Storage.CutKeepsNew, _cutOffMs) = (Storage.Writes + (one.Size / 2), one.Size % 2 == 1, one.ForMs);
                break;
            case What.Reset:
                Link.ResetConnection();
                break;
            case What.ClockStep:
                Clock.Step(one.Size);
                break;
            case What.Decay:
                Decay(new Dice(_seed, "decay" + one.AtMs));
                break;
            case What.Config:
                Change(one);
                break;
            default:
                Turn(one, +1);
                _plan.At(one.AtMs + one.ForMs, () => Turn(one, -1));
                break;
        }
    }

    /// <summary>A person is at the console, and waits for the answer.</summary>
    private void Change(SimEvent one)
    {
        if (_unit is { } unit && unit.Delivery.Takeover == null)
        {
            _settings.Change(unit.Configuration, one.Size);
            _plan.At(NowMs + one.ForMs, () =>
            {
                if (_unit == unit)
                {
                    _settings.GiveUp(unit.Configuration);
                }
            });
        }
    }

    private void Restart()
    {
        if (_unit == null || _restarting)
        {
            return;
        }

        _restarting = true;
        Stop();
        _plan.At(NowMs + 2000, () =>
        {
            _restarting = false;
            PowerOn(false);
        });
    }

    /// <summary>A state of the world begins (+1) or ends (−1), now.</summary>
    public void Turn(SimEvent one, int more)
    {
        _causes.Note(one.What, one.Size, more, NowMs);
        switch (one.What)
        {
            case What.Request:
                Site.Requested = more > 0;
                break;
            case What.Site:
                Site.Count((SiteCondition)one.Size, more);
                break;
            case What.Network:
                Link.Count((NetworkTrouble)one.Size, more);
                break;
            case What.Delay:
                _extraMs += more * one.Size;
                Wire.ExtraMs = _extraMs;
                break;
            case What.BrokerStop:
                Broker.CountStops(more, one.Size == 1);
                break;
            case What.CentreStop:
                Centre.CountStops(more);
                break;
            case What.Storage:
                TurnStorage((StorageTrouble)one.Size, more);
                break;
            case What.Unreadable:
                Storage.Unreadable = more > 0 ? one.Size : 0;
                if (more > 0)
                {
                    Restart();
                }

                break;
            case What.NoTime:
                Clock.Silent += more;
                break;
            case What.Stall:
                _stalls += more;
                break;
            case What.WorkerHang:
                Link.Hangs += more;
                break;
            case What.Button:
                Site.Presses += more;
                break;
            case What.Visit:
                Visit(more);
                break;
            case What.MailboxFull:
                Link.Fulls += more;
                break;
            case What.BadInbound when more > 0:
                _floods.Add(one.Size);
                break;
            case What.BadInbound:
                _floods.Remove(one.Size);
                break;
        }
    }

    /// <summary>One bit of one file flips: the record in it may be lost, and it alone.</summary>
    private void Decay(Dice dice)
    {
        int slot = dice.Below(StorageModel.Slots);
        (byte[] old, byte[] damaged) = Storage.Flip(slot, dice.Next());
        if (old != null)
        {
            Damage(old, damaged);
            Delivery.StorageLies = true;
        }
    }

    /// <summary>A technician who is on the unit's list comes, opens the door and shows the card, or goes.</summary>
    private void Visit(int more)
    {
        Site.Card += more * TechnicianCard;
        Site.Count(SiteCondition.DoorOpen, more);
        Enrol();
    }

    /// <summary>Who is there is on the list, also where the unit started during the visit and could not read it.</summary>
    private void Enrol()
    {
        if (Site.Card != 0 && _unit != null && _unit.Persons.Find(Technician) < 0)
        {
            _unit.Persons.Put(Technician, s_pin, s_pin.Length, 0);
            _unit.Persons.SetCard(_unit.Persons.Find(Technician), TechnicianCard);
        }
    }

    private void TurnStorage(StorageTrouble trouble, int more)
    {
        Storage.Trouble = more > 0 ? trouble : StorageTrouble.None;
        Delivery.StorageLies |= trouble == StorageTrouble.FalseAlarm;
    }
}
