using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Records;

namespace Console.Tests.Host;

/// <summary>
/// Random and mutated lines, typed as fast as the console takes them: no exception, never more than 100 bytes out, 32 in and <see cref="MostBytes"/> allocated in a scan, and without login nothing of the unit changes. A twin
/// at the same site, at whose console nobody types, has decided and would keep the same. 20,000 lines; with FIRMWARE_TESTS_LONG a million, and as many logged in.
/// </summary>
[TestClass]
public sealed class FuzzTests
{
    private const int Seed = 20261121;
    private const int FastLines = 20_000;
    private const int LongLines = 1_000_000;
    private static readonly byte[] s_slot = new byte[4096];
    private static readonly TableChecksum s_checksum = new();
    private static readonly byte[] s_ends = { 13, 10, 13 };
    private static readonly string[] s_keys = { "\x1B[A", "\x1B[B", "\x1B[C", "\x1B[D", "\x1B[H", "\x1B[F", "\x1B[3~", "\t", "\x7F", "\b", "\x03", "\x0C", "\x15", "\x17", "\x01", "\x05", "\x1B", "\x1B[", "\x1B[13~", "\x1B[[A", "q", " " };

    /// <summary>A line is taken within 25 s at most: <c>shutdown</c> waits 20 s for the broker before it answers.</summary>
    private const int MostScans = 500;

    /// <summary>
    /// What a typed line may allocate in one scan, B: what the seed's lines do (134,880, the page of <c>help</c>), rounded up. It stands for the latency of the tick, which is printed beside it and
    /// never asserted, because time on a busy machine is nobody's fault: a page that does more in a scan than any does now fails here.
    /// </summary>
    private const long MostBytes = 150_000;

    private readonly Random _random = new(Seed);
    private long _typedTicks;
    private long _idleTicks;
    private long _mostBytes;
    private string _mostTyped = "";
    private int _scans;
    private byte[] _typed = new byte[0];

    private static int Lines => Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") is null ? FastLines : LongLines;

    [TestMethod]
    public void WithoutLogin_NothingChangesAndNothingThrows()
    {
        System.Console.WriteLine($"seed {Seed}, {Lines} lines");
        UnitBench unit = Enrolled();
        UnitBench twin = Enrolled();
        for (int line = 0; line < Lines; line++)
        {
            byte[] typed = NextLine();
            Feed(unit, twin, typed);
            if (line % 250 == 0)
            {
                Assert.AreEqual(StateOf(twin), StateOf(unit), $"after line {line}: {Encoding.UTF8.GetString(typed)}");
            }
        }

        System.Console.WriteLine($"{_scans} scans: {(double)_typedTicks / _idleTicks:0.00} times the work of as many at whose console nobody types; at most {_mostBytes} B allocated in one, by '{_mostTyped.Trim()}'");
        Assert.IsLessThanOrEqualTo(MostBytes, _mostBytes, $"allocated in one scan by '{_mostTyped.Trim()}'");
        Assert.AreEqual(StateOf(twin), StateOf(unit), "the twin at whose console nobody typed");
        Assert.AreEqual(twin.Io.PumpDriven, unit.Io.PumpDriven);
        Assert.AreEqual(twin.Io.PulseCount, unit.Io.PulseCount);
        Assert.AreEqual(twin.Unit.Site.Meter.TotalMillilitres, unit.Unit.Site.Meter.TotalMillilitres);
    }

    [TestMethod]
    public void LoggedIn_NothingThrowsAndTheUnitGoesOn()
    {
        System.Console.WriteLine($"seed {Seed}, {Lines} lines");
        UnitBench unit = Enrolled();
        int loggedIn = 0;
        for (int line = 0; line < Lines; line++)
        {
            LogIn(unit);
            loggedIn += unit.Unit.Inspector.LoggedIn == 12 ? 1 : 0;
            Feed(unit, null, NextLine());
        }

        System.Console.WriteLine($"{loggedIn} of {Lines} lines typed logged in");
        Assert.AreEqual(Lines, loggedIn, "lines typed logged in");

        unit.Run(700000);
        unit.Ask("lang en");
        unit.Ask("screen 80 24");
        StringAssert.Contains(unit.Ask("version"), "Program");
    }

    /// <summary>
    /// Everything that a command could change: what each kept part would write now (faults, counters, bands, schedule, inspection, visit, meter book, persons, contract clocks …), every setting
    /// in force, and what is only in memory: the drill, work, lay-up, restart, clock.
    /// </summary>
    private static string StateOf(UnitBench bench)
    {
        var state = new StringBuilder();
        var site = bench.Unit.Site;
        for (int slot = 0; slot < 256; slot++)
        {
            // Settings are compared one by one; a self-test may be asked for by anybody, as at the button.
            bool isSettings = slot >= Slots.Settings && slot < Slots.Settings + Slots.SettingsCount;
            int count = isSettings || slot == Slots.SelfTest ? 0 : bench.Unit.Delivery.Kept.Compose(slot, s_slot, Stamp(bench), 0, bench.Clock.UptimeMs, s_checksum);
            if (slot == Slots.Persons)
            {
                // A login that fails is counted without access: it makes the next one wait.
                s_slot[Record.BodyAt + 1] = 0;
                count -= Record.OverheadBytes - Record.BodyAt;
            }

            state.Append(count == 0 ? "" : $"{slot}:{Convert.ToHexString(s_slot, 0, count)} ");
        }

        SettingsStore configuration = bench.Unit.Configuration;
        var table = new SettingsTable();
        for (int key = 1; key <= SettingKey.Last; key++)
        {
            table.Look(configuration.InForce, key);
            state.Append(Convert.ToHexString(table.Value)).Append(' ');
        }

        state.Append(SettingsFingerprint.Of(configuration.InForce, new byte[256], s_checksum)).Append(' ').Append(configuration.Number).Append(configuration.Changes).Append(configuration.IsWriting).Append(configuration.RestartOwed);
        state.Append(bench.Unit.Delivery.Drill.Runs).Append(bench.Unit.Inspector.Run.Runs).Append(bench.Unit.Inspector.Visit.IsOpen);
        state.Append(site.Monitors.Gate.Maintenance.IsOn).Append(site.Monitors.Gate.LayUp.IsOn).Append(bench.Unit.WantsRestart);
        state.Append(bench.Unit.Clock.UnixAt(0)).Append(bench.Unit.Clock.Jumps);
        return state.ToString();
    }

    /// <summary>Whatever the line before did (<c>logout</c>, another PIN, a person taken off the list, a factory reset), the next one is typed logged in.</summary>
    private static void LogIn(UnitBench unit)
    {
        if (unit.Unit.Inspector.LoggedIn == 12)
        {
            return;
        }

        PersonList persons = unit.Unit.Persons;
        persons.Clear();
        persons.Put(12, Text.Utf8("482913"), 6, 0);
        for (int tries = 0; tries < 3 && unit.Unit.Inspector.LoggedIn != 12; tries++)
        {
            unit.Ask("\x03");
            unit.Ask("login 12");
            unit.Ask("482913");
        }
    }

    private static RecordStamp Stamp(UnitBench bench) => new(UnitBench.MacOf(1), bench.Unit.Clock, s_checksum);

    private static UnitBench Enrolled()
    {
        var bench = new UnitBench(new MemoryStorage(), new Settings { Chinese = true }, 1);
        bench.Run(1000);
        Technician.Enrol(bench);
        bench.Io.Request = true;
        bench.Run(30000);
        return bench;
    }

    private void Feed(UnitBench bench, UnitBench twin, byte[] typed)
    {
        bench.Console.Type(typed);
        _typed = typed;
        int scans = 0;
        do
        {
            int untaken = bench.Console.Untaken;
            bench.Console.Clear();
            Scan(bench, twin);
            Assert.IsLessThanOrEqualTo(100, bench.Console.Count, "bytes out in a scan");
            Assert.IsLessThanOrEqualTo(32, untaken - bench.Console.Untaken, "bytes in in a scan");
            Assert.IsLessThan(MostScans, ++scans, $"the console does not take {Encoding.UTF8.GetString(typed)}");
        }
        while (bench.Console.Untaken > 0);
    }

    /// <summary>A scan of the unit at whose console is typed, and one of its twin: what each costs in time and in memory.</summary>
    private void Scan(UnitBench bench, UnitBench twin)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long began = Stopwatch.GetTimestamp();
        bench.Scan();
        _typedTicks += Stopwatch.GetTimestamp() - began;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        _mostTyped = bytes > _mostBytes ? Encoding.UTF8.GetString(_typed) : _mostTyped;
        _mostBytes = Math.Max(_mostBytes, bytes);
        _scans++;
        began = Stopwatch.GetTimestamp();
        twin?.Scan();
        _idleTicks += Stopwatch.GetTimestamp() - began;
    }

    private byte[] NextLine()
    {
        var line = new List<byte>();
        if (_random.Next(8) == 0)
        {
            for (int count = _random.Next(150); count > 0; count--)
            {
                line.Add((byte)_random.Next(256));
            }
        }
        else
        {
            line.AddRange(Encoding.UTF8.GetBytes(Words()));
        }

        for (int changes = _random.Next(3) == 0 ? _random.Next(1, 5) : 0; changes > 0; changes--)
        {
            Mutate(line);
        }

        line.Add(s_ends[_random.Next(s_ends.Length)]);
        return line.ToArray();
    }

    /// <summary>A form with arguments of which some fit, or the answer to a question.</summary>
    private string Words()
    {
        if (_random.Next(10) == 0)
        {
            return Pick("yes", "y", "是", "no", "", "482914", "000000", "12345678901234567890");
        }

        string form = null;
        while (form == null)
        {
            form = CommandTable.FormOf(_random.Next(CommandTable.Max));
        }

        string[] words = form.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            int kind = Argument.Find(words[i]);
            words[i] = kind < 0 ? words[i] : _random.Next(4) == 0 ? Pick("", "-1", "0", "99999999999", "水泵", "2026-02-30", "25:00", "%s%n", "💧", "\u009B31m", "\u202E12", "\u2028") : Fitting(kind);
        }

        return string.Join(_random.Next(20) == 0 ? "  " : " ", words);
    }

    private string Fitting(int kind) => Argument.TypeOf(kind) == ArgumentType.Number
        ? _random.Next(Argument.LowOf(kind), Argument.HighOf(kind) + 1).ToString()
        : Argument.ExampleOf(kind) ?? "更换备用电池";

    private void Mutate(List<byte> line)
    {
        int at = _random.Next(line.Count + 1);
        switch (_random.Next(4))
        {
            case 0:
                line.InsertRange(at, Encoding.UTF8.GetBytes(Pick(s_keys)));
                break;
            case 1:
                line.Insert(at, (byte)_random.Next(256));
                break;
            case 2:
                line.RemoveRange(at, Math.Min(_random.Next(4), line.Count - at));
                break;
            default:
                line.InsertRange(at, line.GetRange(0, Math.Min(at, line.Count)));
                break;
        }
    }

    private string Pick(params string[] of) => of[_random.Next(of.Length)];
}
