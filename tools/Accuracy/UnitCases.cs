using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Records;
using Tools.Simulation;

namespace Tools.Accuracy;

/// <summary>
/// Every row of the catalogue that is about the unit itself, its way to the centre, its clocks, its flash and its service, brought about at a whole unit; the codes, levels and
/// times stand here as literals.
/// </summary>
public static class UnitCases
{
    private const double Margin = 5;
    private const double Hour = 3600;
    private const double Day = 86_400;
    private const double NearSeconds = 600;

    /// <summary>A connection over which nothing comes is given up after one and a half keep-alives of 60 s.</summary>
    private const double KeepAlive = 90;

    /// <summary>A message may take 2 s and what the network draws besides, twice to and fro.</summary>
    private const double Wire = 15;

    private const double WireCut = 10;
    private const long NightHour = 3;
    private const long OffsetSeconds = 8 * 3600;

    private static readonly string[] s_lively = ["pressure-wire-cut", "bus-meter-exchanged", "check-valve-stuck", "rs485-noise"];

    /// <summary>One fault each.</summary>
    public static IReadOnlyList<FaultCase> Single { get; } =
    [
        One("network-away", 601, 3, KeepAlive + 1800 + Margin),
        One("path-half-open", 601, 3, KeepAlive + 1800 + Margin),
        One("broker-away", 601, 3, 1800 + Margin),
        Refusing("broker-name-unknown", 601, 3, 1800 + Margin),
        Refusing("broker-unreachable", 601, 3, 1800 + Margin),
        One("centre-away", 602, 3, WireCut + 1740 + 60 + Wire) with { Acts = [(1, "comes", "pressure-wire-cut")], MayFollow = [(408, 3)] },
        Refusing("credentials-refused", 603, 2, 300 + Wire),
        One("time-servers-silent", 606, 3, Hour + 60 + Margin) with
        {
            Name = "time servers silent from the start, the centre, too", BeforeStart = ["time-servers-silent", "centre-away"], Changes = [],
        },
        One("platform-clock-steps", 607, 3, 60 + 2 + Margin, Size.Between(120, 172_800)),
        One("platform-clock-steps", 607, 3, 60 + 2 + Margin, Size.Between(-172_800, -120)) with { Name = "platform-clock-steps, back" },
        Failing("flash-read-only"),
        Failing("flash-dead"),
        Failing("flash-full"),
        Filling("centre-away, and much to tell"),
        Misconfigured("provisioning file that cannot be read") with { Configuration = UnitStage.WithBadFile },
        Misconfigured("both copies of the settings damaged") with { Configuration = UnitStage.WithDamagedCopies },
        One("record-flips", 704, 4, 4 + 2 + Margin) with
        {
            Name = "bit of a record flips, and the power fails", Changes = [new("network-away"), new("pressure-wire-cut")],
            Acts = [(30, "record-flips", ""), (40, "power-cut", "")], MayFollow = [(408, 3)],
        },
        One("limit-changed", 705, 4, (404 * 6) + 60 + Margin /* the first turn changes nothing, 400 closes are allowed, and a start or stop of the pump lets two turns share one */) with
        {
            ShowsFromStart = true,
            Name = "a setting changed 410 times in a day", Changes = [], Acts = [.. Enumerable.Range(0, 410).Select(turn => (6.0 * turn, "limit-changed", turn % 2 == 0 ? "149" : "150"))],
        },
        One("nobody-comes", 801, 4, 60 + 60 + Wire) with
        {
            Name = "nobody accepts the unit", Changes = [], NotAccepted = true, Patient = true, WaitSeconds = 7 * Day, ShowsAround = stage => stage.NowMs >= 6 * Day * 1000,
        },
        One("pressure-wire-cut", 802, 3, WireCut + 1800 + 1 + Wire) with { Name = "nobody answers an alarm", MayFollow = [(408, 3)] },
        One("bus-meter-dead", 803, 2, 20 + 1 + Margin) with
        {
            Name = "repaired twice, and back", MayFollow = [(202, 2)],
            Acts =
            [
                (120, "ends", "bus-meter-dead"), (200, "repaired", "202"), (300, "comes", "bus-meter-dead"),
                (420, "ends", "bus-meter-dead"), (500, "repaired", "202"), (600, "comes", "bus-meter-dead"),
            ],
        },
        Visit("visit left open", 4 * Hour + Wire) with { Expected = [(804, 4)] },
        Drilled("centre-away") with { Name = "centre away at the weekly drill", MayFollow = [(602, 3)] },
        Drilled("network-away") with { Name = "network away at the weekly drill", MayFollow = [(601, 3)] },
        One("crash", 901, 2, 2 + 2 + Margin) with { Name = "three crashes", Changes = [], Acts = [(0, "crash", ""), (300, "crash", ""), (600, "crash", "")] },
        One("crash", 902, 1, 2 + 1 + Margin) with
        {
            Name = "four starts in a row that crash", Changes = [], MayFollow = [(901, 2)], Acts = [.. Enumerable.Range(0, 5).Select(turn => (20.0 * turn, "crash", ""))],
        },
        One("memory-taken", 903, 3, 60 + Margin, Size.Between(1500, 8000)),
        One("link-worker-hangs", 904, 4, 240 + 1 + Margin) with { ShowsFromStart = true, Acts = [(245, "ends", "link-worker-hangs")] },
        One("link-worker-hangs", 904, 2, Margin) with
        {
            Name = "link-worker-hangs three times",
            Acts =
            [
                (245, "ends", "link-worker-hangs"), (700, "comes", "link-worker-hangs"), (945, "ends", "link-worker-hangs"), (1400, "comes", "link-worker-hangs"), (1645, "ends", "link-worker-hangs"),
            ],
        },
        One("loop-stands-still", 905, 4, (11 * 3) + 60 + Margin) with
        {
            Name = "loop-stands-still 1.5 s, every 3 s", ShowsFromStart = true, Changes = [], EveryScan = true, Acts = [.. Enumerable.Range(0, 35).Select(turn => (3.0 * turn, "loop-stands-still", "1500"))],
        },
        One("output-stuck", 906, 2, 3 + 1 + Margin) with { WaitSeconds = 8 * Hour, ShowsAround = IsNight },
        One("bus-meter-dead", 202, 2, 20 + Margin) with { Name = "bus-meter-dead, and a night", WatchSeconds = 8 * Hour, MayFollow = [(802, 3)] },
    ];

    /// <summary>Too little, or nothing wrong at all.</summary>
    public static IReadOnlyList<FaultCase> Near { get; } =
    [
        Nothing("network-away") with { Name = "network-away for 25 min", Acts = [(1500, "ends", "network-away")] },
        Nothing("centre-away") with { Name = "centre-away for 25 min, and something to tell", Acts = [(1, "comes", "pressure-wire-cut"), (1500, "ends", "centre-away")], MayFollow = [(408, 3)] },
        Nothing("time-servers-silent") with { Name = "time-servers-silent for 12 h", Within = _ => 12 * Hour, Patient = true },
        Nothing("platform-clock-steps", Size.Between(-50, 50)),
        Nothing("flash-read-only") with { Name = "flash-read-only for 2 s", Acts = [(2, "ends", "flash-read-only")] },
        Nothing("crash") with { Name = "two crashes", Changes = [], Acts = [(0, "crash", ""), (300, "crash", "")] },
        Nothing("power-cut") with { Name = "a hundred power cuts", Changes = [], Acts = [.. Enumerable.Range(0, 100).Select(turn => (turn * 33.0 + (turn * 7 % 27), "power-cut", ""))] },
        Nothing("link-worker-hangs") with { Name = "link-worker-hangs for 200 s", Acts = [(200, "ends", "link-worker-hangs")] },
        Nothing("loop-stands-still") with { Name = "loop-stands-still for 30 s, once", Changes = [], Acts = [(0, "loop-stands-still", "30000")], EveryScan = true },
        Nothing("memory-taken", Size.Between(9000, 20_000)),
        Nothing("pressure-wire-cut") with { Name = "an alarm that is answered", Acts = [(1200, "answered", "408")], MayFollow = [(408, 3)], Within = _ => 1800 },
        Visit("visit of three hours", Hour) with { Acts = [(20, "technician-card", "held"), (23, "technician-card", "away"), (3 * Hour, "door", "shut")] },
        Nothing("peace") with { Name = "eight days of peace", Changes = [], Within = _ => 8 * Day, Patient = true },
    ];

    /// <summary>Two at once: both must be told, and nothing else.</summary>
    public static IReadOnlyList<FaultCase> Pairs { get; } =
    [
        Both("network-away", 601, 3, "pressure-wire-cut", 408, 3, KeepAlive + 1800 + Margin),
        Both("centre-away", 602, 3, "bus-meter-dead", 202, 2, 20 + 1740 + 60 + Wire),
        Both("flash-dead", 701, 1, "network-away", 601, 3, KeepAlive + 1800 + Margin) with { Acts = [(2, "comes", "pressure-wire-cut")], MayFollow = [(408, 3)] },
        Both("platform-clock-steps", 607, 3, "mains-lost", 101, 1, 60 + 2 + 10 + Wire) with { Changes = [new("platform-clock-steps", Size.Between(120, 172_800)), new("mains-lost")] },
        Both("memory-taken", 903, 3, "network-away", 601, 3, KeepAlive + 1800 + Margin) with { Changes = [new("memory-taken", Size.Between(1500, 8000)), new("network-away")] },
    ];

    private static FaultCase One(string name, int code, int level, double within, Size size = null) => new()
    {
        Name = name,
        OfUnit = true,
        Expected = [(code, level)],
        Changes = [new(name, size)],
        Within = _ => within,
    };

    private static FaultCase Nothing(string name, Size size = null) => new()
    {
        Name = size == null ? name : $"{name}, {size.Range}",
        OfUnit = true,
        Expected = [],
        Changes = [new(name, size)],
        Within = _ => NearSeconds,
    };

    private static FaultCase Both(string first, int code, int level, string second, int otherCode, int otherLevel, double within) => new()
    {
        Name = $"{first} + {second}",
        OfUnit = true,
        IsPair = true,
        Expected = [(code, level), (otherCode, otherLevel)],
        Changes = [new(first), new(second)],
        Within = _ => within,
    };

    /// <summary>Only an attempt to connect meets it.</summary>
    private static FaultCase Refusing(string name, int code, int level, double within) => One(name, code, level, within) with { Acts = [(1, "connection-reset", "")] };

    /// <summary>A flash that fails is met by the first write; three that fail one after the other, a second and two apart, are no accident.</summary>
    private static FaultCase Failing(string name) => One(name, 701, 1, 3 + 2 + Margin) with
    {
        Acts = [(2, "comes", "pressure-wire-cut")],
        MayFollow = [(408, 3)],
        ShowsAround = stage => stage.World.Storage.Refusals > 0,
    };

    /// <summary>Forty-eight records are four fifths of the outbox. What comes and goes is of level 3 and 4, each a quarter of an hour apart.</summary>
    private static FaultCase Filling(string name) => One(name, 702, 4, 900 + 10 + Wire) with
    {
        Changes = [new("centre-away")],
        Acts = [.. Enumerable.Range(0, 8).SelectMany(turn => s_lively.SelectMany((fault, place) => new[]
        {
            ((900.0 * turn) + (100 * place), "comes", fault), ((900.0 * turn) + (100 * place) + 150, "ends", fault),
        }))],
        MayFollow = [(203, 3), (206, 3), (210, 3), (408, 3), (602, 3)],
    };

    private static FaultCase Misconfigured(string name) => One(name, 703, 2, 2 + Margin) with { Changes = [] };

    /// <summary>A technician opens the door and shows his card.</summary>
    private static FaultCase Visit(string name, double within) => new()
    {
        Name = name,
        OfUnit = true,
        Expected = [],
        Changes = [new("door", Word: "open")],
        Acts = [(20, "technician-card", "held"), (23, "technician-card", "away")],
        MayFollow = [(501, 4)],
        Patient = true,
        WaitSeconds = 5 * Hour,
        Within = _ => within,
    };

    private static FaultCase Drilled(string fault) => One(fault, 805, 3, 1800 + 1 + Wire) with
    {
        Patient = true,
        Conditions = Conditions.Rest | Conditions.Noisy,
        Elsewhere = "a drill waits until the pump is at rest",
        WaitSeconds = 8 * Day,
        ShowsAround = Drills,
    };

    /// <summary>A drill goes on, or has ended without the centre.</summary>
    private static bool Drills(UnitStage stage) => stage.World.Unit.Delivery.Drill is var drill && (drill.Runs || drill.End is DrillEnd.NotSent or DrillEnd.NotStored);

    /// <summary>At three in the morning the unit tests itself.</summary>
    private static bool IsNight(UnitStage stage) => (ClockModel.BeginUnix + (stage.NowMs / 1000) + OffsetSeconds) % (long)Day / (long)Hour == NightHour;
}
