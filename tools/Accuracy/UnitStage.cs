using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Tools.Simulation;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// A whole unit among network, broker, centre, flash and clocks, in virtual time: the world of tools/sim, with a board's memory, outputs and card reader before it. It has been accepted
/// by a person and sits at a sound site with a pulse meter and an RS485 meter.
/// </summary>
public sealed class UnitStage : IStage
{
    /// <summary>Number of the person who serves the site.</summary>
    public const int Technician = 7;

    private const int Card = 20_077;
    private const int CutMs = 4000;
    private const int CalmMs = 10_000;
    private const int StepMs = 950;

    private static readonly byte[] s_pin = [4, 7, 1, 1];
    private static readonly byte[] s_mac = [2, 0, 0, 0, 0, 1];

    /// <summary>States of the world: a fault of this name begins one, its clearing ends it.</summary>
    private static readonly Dictionary<string, (What What, int Size)> s_states = new()
    {
        ["network-away"] = (What.Network, (int)NetworkTrouble.NoNetwork),
        ["path-half-open"] = (What.Network, (int)NetworkTrouble.HalfOpen),
        ["broker-name-unknown"] = (What.Network, (int)NetworkTrouble.NoSuchHost),
        ["broker-unreachable"] = (What.Network, (int)NetworkTrouble.Unreachable),
        ["credentials-refused"] = (What.Network, (int)NetworkTrouble.Refused),
        ["broker-away"] = (What.BrokerStop, 0),
        ["centre-away"] = (What.CentreStop, 0),
        ["time-servers-silent"] = (What.NoTime, 0),
        ["flash-read-only"] = (What.Storage, (int)StorageTrouble.ReadOnly),
        ["flash-dead"] = (What.Storage, (int)StorageTrouble.Dead),
        ["flash-full"] = (What.Storage, (int)StorageTrouble.NoSpace),
        ["link-worker-hangs"] = (What.WorkerHang, 0),
        ["bus-meter-dead"] = (What.Site, (int)SiteCondition.BusDead),
        ["rs485-noise"] = (What.Site, (int)SiteCondition.BusNoise),
        ["pressure-wire-cut"] = (What.Site, (int)SiteCondition.SensorOut),
        ["bus-meter-exchanged"] = (What.Site, (int)SiteCondition.MeterExchanged),
        ["check-valve-stuck"] = (What.Site, (int)SiteCondition.Backflow),
        ["dry-well"] = (What.Site, (int)SiteCondition.DryWell),
        ["mains-lost"] = (What.Site, (int)SiteCondition.MainsLost),
    };

    private readonly Dictionary<int, (int Occurrence, int Level)> _known = [];
    private readonly List<Alarm> _alarms = [];
    private readonly Dice _bits;
    private readonly int _stepMs;
    private readonly Action<double, string> _tell;
    private UnitSite _board;

    /// <summary>A unit that has just been switched on.</summary>
    /// <param name="fault">What will be tried: what it needs before the start is done.</param>
    /// <param name="noisy">Messages take up to 2 s, and one in fifty comes twice.</param>
    /// <param name="tell">Hears what happens; may be null.</param>
    public UnitStage(FaultCase fault, bool noisy, ulong seed, Action<double, string> tell)
    {
        _tell = tell;
        _bits = new Dice(seed, "bits");
        _stepMs = fault.EveryScan ? Firmware.Supervision.Unit.ScanMs : fault.Patient ? CalmMs : StepMs;
        var variant = new Variant
        {
            EveryScan = fault.EveryScan,
            LeastStepMs = StepMs,
            Configuration = fault.Configuration,
            IsForeignSite = true,
            Provisioning = Provisioning.Usual,
            Wiring = site => _board = new UnitSite(site),
        };
        World = new World(seed, [], variant) { Decided = Look };
        if (noisy)
        {
            World.Turn(new SimEvent(0, What.Delay, 0, 2000), +1);
        }

        foreach (string state in fault.BeforeStart)
        {
            Inject(state, null);
        }

        World.PowerOn();
        if (!fault.NotAccepted)
        {
            World.Unit.Inspector.Schedule.Done(Plan.Bit(Plan.Commissioning), World.Unit.Inspector.Usage);
        }

        World.Unit.Persons.Put(Technician, s_pin, s_pin.Length, 0);
        World.Unit.Persons.SetCard(World.Unit.Persons.Find(Technician), Card);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <inheritdoc/>
    public long NowMs => World.NowMs;

    /// <inheritdoc/>
    public IReadOnlyList<Alarm> Alarms => _alarms;

    /// <summary>Settings of a unit whose provisioning file has a rated flow that no pipe has.</summary>
    public static SettingsStore WithBadFile()
    {
        byte[] file = Encoding.ASCII.GetBytes("site=sim\nunit=unit-1\nrated_flow=many\n");
        return SettingsStore.Load(new StorageModel(new Dice(1, "settings")), new TableChecksum(), s_mac, file, file.Length);
    }

    /// <summary>Settings of a unit both copies of which are damaged.</summary>
    public static SettingsStore WithDamagedCopies()
    {
        var flash = new StorageModel(new Dice(1, "settings"));
        var checksum = new TableChecksum();
        byte[] file = Encoding.ASCII.GetBytes("site=sim\nunit=unit-1\n");
        SettingsStore good = SettingsStore.Load(flash, checksum, s_mac, file, file.Length);
        var buffer = new byte[Slots.LargeBytes];
        for (int copy = 0; copy < Slots.SettingsCount; copy++)
        {
            int count = good.Write(buffer, 0, checksum);
            flash.Replace(Slots.Settings + copy, buffer, count);
            flash.Flip(Slots.Settings + copy, 8UL * 20);
        }

        return SettingsStore.Load(flash, checksum, s_mac, [], -1);
    }

    /// <inheritdoc/>
    public void Step() => World.Run(NowMs + _stepMs);

    /// <inheritdoc/>
    public void Inject(string fault, double? size)
    {
        if (s_states.TryGetValue(fault, out (What What, int Size) state))
        {
            World.Turn(new SimEvent(NowMs, state.What, 0, state.Size), +1);
            return;
        }

        switch (fault)
        {
            case "platform-clock-steps": World.Begin(new SimEvent(NowMs, What.ClockStep, 0, (int)size.Value)); break;
            case "memory-taken": _board.HeapBytes = (int)size.Value; break;
            case "output-stuck": _board.OutputStuck = true; break;
            default: throw new ArgumentException($"no fault \"{fault}\" of a unit");
        }
    }

    /// <inheritdoc/>
    public void Do(string action, string word)
    {
        switch (action)
        {
            case "run-request": World.Site.Requested = word == "on"; break;
            case "ends": End(word); break;
            case "comes": Inject(word, null); break;
            case "power-cut": World.Begin(new SimEvent(NowMs, What.PowerCut, CutMs, 0)); break;
            case "crash": World.Begin(new SimEvent(NowMs, What.Restart, 0, 0)); break;
            case "record-flips": FlipARecord(_bits.Next()); break;
            case "connection-reset": World.Begin(new SimEvent(NowMs, What.Reset, 0, 0)); break;
            case "loop-stands-still": World.Begin(new SimEvent(NowMs, What.Stall, int.Parse(word, CultureInfo.InvariantCulture), 0)); break;
            case "door": World.Turn(new SimEvent(NowMs, What.Site, 0, (int)SiteCondition.DoorOpen), word == "open" ? +1 : -1); break;
            case "technician-card": _board.Card = word == "held" ? Card : 0; break;
            case "repaired": World.Unit.Site.Lifecycle.DeclareRepaired(RowOf(word), Technician); break;
            case "answered": Answer(RowOf(word)); break;
            case "limit-changed": World.Unit.Configuration.TrySet(SettingKey.LowPressure, Encoding.ASCII.GetBytes(word), 0, word.Length, Technician); break;
            default: throw new ArgumentException($"nobody can do \"{action}\" at a unit");
        }
    }

    private int RowOf(string code) => World.Unit.Site.Catalogue.RowOf(int.Parse(code, CultureInfo.InvariantCulture));

    private void Answer(int row) => World.Unit.Site.Lifecycle.Acknowledge(row, Technician, World.Unit.Site.Monitors.OccurrenceOf(row));

    private void End(string fault)
    {
        (What what, int size) = s_states[fault];
        World.Turn(new SimEvent(NowMs, what, 0, size), -1);
    }

    /// <summary>A bit of the first record that waits in the outbox.</summary>
    private void FlipARecord(ulong bit)
    {
        int slot = Slots.Outbox;
        while (slot < Slots.Count && World.Storage.Flip(slot, bit).Before == null)
        {
            slot++;
        }

        World.Delivery.StorageLies = true;
    }

    /// <summary>What is raised that was not, or worse than it was; what a start takes up from before is known.</summary>
    private void Look()
    {
        FaultMonitors monitors = World.Unit.Site.Monitors;
        FaultCatalogue catalogue = World.Unit.Site.Catalogue;
        for (int row = 0; row < catalogue.Count; row++)
        {
            if (!monitors.IsRaised(row))
            {
                continue;
            }

            int code = catalogue.Code(row);
            (int Occurrence, int Level) now = (monitors.OccurrenceOf(row), monitors.LevelOf(row));
            _known.TryGetValue(code, out (int Occurrence, int Level) known);
            if (now.Occurrence > known.Occurrence || now.Level < known.Level)
            {
                var alarm = new Alarm(code, now.Level, NowMs, now.Occurrence > known.Occurrence ? FaultEvent.Raised : FaultEvent.Level);
                _alarms.Add(alarm);
                _tell?.Invoke(NowMs / 1000.0, $"{alarm.Event.ToString().ToLowerInvariant()} {code}, level {now.Level}");
            }

            _known[code] = now;
        }
    }
}
