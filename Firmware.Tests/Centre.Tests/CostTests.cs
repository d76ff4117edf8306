using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Centre.Tests.Support;
using SQLitePCL;
using Tools.Centre.Pages;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>The desk has one thread, and a second in which to judge everything: what a message and a second cost must not grow with the years that lie in the store.</summary>
[TestClass]
public class CostTests
{
    /// <summary>Tables that may be read whole: as many rows as there are units, a counter, the tables' own list.</summary>
    private static readonly string[] s_small = ["unit", "refusals", "sqlite_master", "CONSTANT"];

    [TestMethod]
    public void NoStatementOfAMessageOrOfASecondReadsAWholeTable()
    {
        using var bench = new Bench();
        Play(bench, 1);
        string[] statements = [.. bench.Store.Statements.Where(sql => sql.TrimStart().Split(' ')[0] is "SELECT" or "INSERT" or "UPDATE" or "DELETE")];
        Assert.IsGreaterThan(40, statements.Length);
        IEnumerable<string> scans = statements.SelectMany(sql => Plan(bench.Store, sql).Where(IsScan).Select(step => $"{step}: {sql}"));
        Assert.AreEqual("", string.Join('\n', scans));
    }

    /// <summary>The test above would see it: a question that no index answers.</summary>
    [TestMethod]
    [DataRow("SELECT id FROM incident WHERE part = 'PMP-SET'")]
    [DataRow("SELECT seq FROM record WHERE stored_at = 1")]
    [DataRow("SELECT made.id FROM acknowledgement AS made WHERE made.who = 'x'")]
    public void AScanIsSeen(string sql)
    {
        using var bench = new Bench();
        Assert.IsTrue(Plan(bench.Store, sql).Exists(IsScan));
    }

    /// <summary>In steps of SQLite's machine, so that no other load of the computer counts; the time is only printed.</summary>
    [TestMethod]
    public void WhatTheyCostDoesNotGrowWithTheStore()
    {
        int many = Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") == "1" ? 1_000_000 : 20_000;
        (long stepsOfFew, double msOfFew) = Cost(2_000);
        (long stepsOfMany, double msOfMany) = Cost(many);
        double ratio = (double)stepsOfMany / stepsOfFew;
        Console.WriteLine($"{many} incidents against 2000: {stepsOfMany} against {stepsOfFew} steps (x {ratio:0.00}), {msOfMany:0} against {msOfFew:0} ms");
        Assert.IsLessThan(1.2, ratio);
    }

    /// <summary>Everything that a unit says and that time brings, for one unit more.</summary>
    private static void Play(Bench bench, int round)
    {
        uint epoch = (uint)(100000 + (round * 10));
        bench.Feed(
            ("state", Wire.State(true, 65536 * round)), ("about", Wire.About("a")), ("snapshot", Wire.Snapshot(1, 1, epoch: epoch)), ("telemetry", Wire.Telemetry),
            ("alarm", Wire.Alarm(1, epoch: epoch)), ("alarm", Wire.Alarm(1, epoch: epoch)), ("alarm", $"[{Wire.Alarm(2, code: 201, epoch: epoch, at: "null")},{Wire.Alarm(3, code: 103, epoch: epoch)}]"),
            ("alarm", Wire.Alarm(4, code: 103, @event: "acknowledged", by: "12", epoch: epoch)), ("alarm", "x"), ("drill", $$"""{"v":1,"id":"{{epoch}}-5"}"""), ("visit", $$"""{"v":1,"id":"{{epoch}}-6"}"""));
        new Incidents(bench.Store).Acknowledge(new Acknowledgement(0, bench.Open().First(incident => incident.Code == 305).Id, "x", "1", 0, bench.Now, null, null));
        bench.Pass(2);
        bench.Feed(
            ("alarm", Wire.Alarm(7, @event: "acknowledged", by: "\"centre\"", epoch: epoch)), ("alarm", Wire.Alarm(8, @event: "cleared", epoch: epoch)),
            ("snapshot", Wire.Snapshot(1, 1, code: 201, epoch: epoch + 1, ms: 200000)), ("alarm", Wire.Alarm(1, code: 201, @event: "level", epoch: epoch + 1)), ("state", Wire.State(false, 65536 * round)));
        bench.Time.Pass(331);
        bench.Pass(2);
        bench.Time.Pass(1900);
        bench.Pass(2);
        Lists.Alarms(bench.Store, Words.English, Clocks.Contract("A"), bench.Now);
        Lists.WorkList(bench.Store, Words.English, Clocks.Contract("A"), bench.Now);
        bench.Feed(("state", Wire.State(true, (65536 * round) + 1)), ("snapshot", Wire.Snapshot(2, 2, epoch: epoch + 1, ms: 300000)));
    }

    private static (long Steps, double Milliseconds) Cost(int rows)
    {
        using var bench = new Bench();
        Play(bench, 1);
        bench.Store.Commit(() => Fill(bench.Store, rows));
        Play(bench, 2);
        long steps = 0;
        raw.sqlite3_progress_handler(bench.Store.Connection.Handle, 1, _ =>
        {
            steps++;
            return 0;
        },
            null);
        long started = Stopwatch.GetTimestamp();
        Play(bench, 3);
        return (steps, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>A history: of 20 units, everything over, each incident with its record, its answer and its step; a tenth never dated; and as many silences as a tenth.</summary>
    private static void Fill(Store store, int rows)
    {
        store.Do("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO unit (id, site, unit, first_heard_at, heard_at) SELECT i, 'west', 'well-' || i, 1, 1 FROM n");
        const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 999 + $1)";
        store.Do(
            $"""
            {Numbers} INSERT INTO incident (id, unit, site, epoch, code, occurrence, name, level, raised_seq, last_seq, onset_at, onset_boot, onset_ms, confirmed_at, confirmed_boot, confirmed_ms, sent_at, sent_boot, sent_ms,
                stored_at, evidence, part, historical, ended_at, ended_by, answered_at)
                SELECT i, iif(i % 10, 1 + i / 10 % 20, NULL), iif(i % 10 AND i / 10 % 20, 'west', 'east'), iif(i % 10, 7, 0), iif(i % 10, 305, 610), i, 'a.fault', 2, i, i, iif(i % 10 = 1, NULL, i), i, 1, i, i, 1, i, i, 1, i, '{"{}"}', 'PMP-SET', 0, i, 'record', i FROM n
            """,
            rows);
        store.Do($"""{Numbers} INSERT INTO record (unit, epoch, seq, kind, stored_at, payload, incident) SELECT 1 + i / 10 % 20, 7, i, 'alarm', i, '{"{"}"v":1,"code":305,"event":"raised","occurrence":1{"}"}', i FROM n""", rows);
        store.Do($"{Numbers} INSERT INTO acknowledgement (incident, who, case_number, arrive_at, made_at, sent_at) SELECT i, 'x', '1', i, i, i FROM n", rows);
        store.Do($"{Numbers} INSERT INTO step SELECT i, 'arrived', 'x', i FROM n", rows);
        store.Do($"{Numbers} INSERT INTO silence SELECT i, 1 + i / 10 % 20, i, i FROM n WHERE i % 10 = 0", rows);
    }

    private static List<string> Plan(Store store, string sql) => store.All("EXPLAIN QUERY PLAN " + sql, row => row.Text(3), new object[24]);

    private static bool IsScan(string step) => step.Contains("AUTOMATIC") || (step.StartsWith("SCAN ") && !s_small.Contains(step.Split(' ')[1]));
}
