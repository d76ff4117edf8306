using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Centre.Tests.Support;
using Microsoft.Data.Sqlite;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>A file of an earlier version: the centre brings it up to its own, and nothing of it is lost.</summary>
[TestClass]
public class UpgradeTests
{
    private const string Raised = """{"v":1,"id":"7-1","code":305,"name":"pump.dry-run","level":2,"event":"raised","occurrence":1,"onset":{"at":1790000000,"boot":1,"ms":1},"confirmed":{"at":1790000000,"boot":1,"ms":1},"sent":{"at":1790000000,"boot":1,"ms":1},"time":"synced","evidence":{},"part":"PMP-SET","suppressed":0,"historical":false}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("centre-upgrade-").FullName;

    private string File => Path.Combine(_folder, "centre.db");

    [TestCleanup]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void OfAFileOfVersion4NothingIsLost()
    {
        MakeVersion4();
        Dictionary<string, string> columns = Columns();
        Dictionary<string, List<string>> before = Contents(columns);
        Assert.IsTrue(before.Values.All(rows => rows.Count > 0), string.Join(' ', before.Where(table => table.Value.Count == 0).Select(table => table.Key)));
        using (Store store = Store.Open(File))
        {
            Assert.AreEqual(7L, store.One("PRAGMA user_version", row => row.Whole(0)));
            Assert.AreEqual("ok", store.One("PRAGMA integrity_check", row => row.Text(0)));
            Assert.IsEmpty(store.All("PRAGMA foreign_key_check", row => row.Text(0)));
        }

        Dictionary<string, List<string>> after = Contents(columns);
        foreach ((string table, List<string> rows) in before)
        {
            CollectionAssert.AreEqual(rows, after[table], table);
        }
    }

    [TestMethod]
    public void WhatVersion4HadToLookForStandsInItsPlace()
    {
        MakeVersion4();
        using Store store = Store.Open(File);
        var incidents = new Incidents(store);
        Assert.AreEqual((1790000100L, "desk-2"), (incidents.Of(1).AnsweredAt.Value, incidents.Of(1).AnsweredBy)); // the desk was first
        Assert.AreEqual((1790000300L, "12"), (incidents.Of(2).AnsweredAt.Value, incidents.Of(2).AnsweredBy));
        Assert.IsNull(incidents.Of(3).AnsweredAt); // what came over `command` is no answer
        CollectionAssert.AreEqual(new[] { "7-1", "7-2" }, store.All("SELECT payload FROM record WHERE incident = 1 ORDER BY seq", row => row.Text(0)).ConvertAll(json => Messages.ReadAlarm(json).Id.ToString()));
        Assert.AreEqual(2L, store.One("SELECT count(*) FROM record WHERE incident IS NULL", row => row.Whole(0))); // the loss, the visit
        StringAssert.Contains(string.Join('\n', Lists.Alarms(store, Words.English, Clocks.Contract("A"), 1790001000)), "305 Pump runs dry");
    }

    /// <summary>Version 4 took any uptime, and dated by it.</summary>
    [TestMethod]
    public void AMomentThatNoPageCouldShowIsTheLastOne()
    {
        MakeVersion4();
        Run("UPDATE incident SET onset_at = 4611686018427387 WHERE id = 3");
        using Store store = Store.Open(File);
        Assert.AreEqual(4294967295L, new Incidents(store).Of(3).Onset.At);
        StringAssert.Contains(string.Join('\n', Lists.Alarms(store, Words.English, Clocks.Contract("A"), 1790001000)), "202 ");
    }

    /// <summary>Version 4 counted sessions in the epoch of the unit's ids.</summary>
    [TestMethod]
    public void TheSessionOfVersion4IsOfTheEpochOfItsIds()
    {
        MakeVersion4();
        using Store store = Store.Open(File);
        UnitRow unit = new Units(store).Of(1);
        Assert.AreEqual((true, 7u, 65537L), (unit.State.Online, unit.State.Epoch, unit.State.Session));
        Assert.AreEqual(new SessionSeen(65537, false), new Sessions(store).Of(1, 7));
        Assert.AreEqual((7u, 65537L), (Messages.ReadState(Encoding.UTF8.GetBytes(new Sessions(store).LastBorn(1))) is var born ? (born.Epoch, born.Session) : default));
        Assert.IsNull(new Units(store).Of(2).State); // of an epoch that nobody knows
    }

    /// <summary>However a file came to this version, it is the same.</summary>
    [TestMethod]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void AnUpgradedFileHasTheTablesOfANewOne(int version)
    {
        Make(version);
        List<string> upgraded = Schema(File);
        CollectionAssert.AreEqual(Schema(Path.Combine(_folder, "new.db")), upgraded);
    }

    [TestMethod]
    public void AStepThatFailsChangesNothing()
    {
        MakeVersion4();
        Run("CREATE TABLE former_name (in_the_way INTEGER)");
        Dictionary<string, string> columns = Columns();
        Dictionary<string, List<string>> before = Contents(columns);
        Assert.Throws<StoreException>(() => Store.Open(File));
        CollectionAssert.AreEqual(columns.Keys, Columns().Keys);
        Dictionary<string, List<string>> after = Contents(columns);
        Assert.IsTrue(before.All(table => table.Value.SequenceEqual(after[table.Key])));
        Assert.EndsWith("its version is 4, this program's 7; centre run brings it up to that", Assert.Throws<StoreException>(() => Store.OpenExisting(File)).Message);
    }

    /// <summary>Every table filled: a raise and its acknowledgement by the desk and by a person, one by a person alone, one only told by the centre, an area, a loss, a visit.</summary>
    private void MakeVersion4()
    {
        string second = Raised.Replace("7-1", "7-2").Replace("raised", "acknowledged").Replace("\"part\"", "\"by\":12,\"part\"");
        Make(4);
        const string State = """{"v":1,"online":true,"session":65537,"boot":1,"service":""}""";
        Run($"""
            INSERT INTO unit (id, site, unit, about, state, epoch, pulse_l, seal_key, first_heard_at, heard_at) VALUES (1, 'east', 'well-1', NULL, '{State}', 7, 123456, x'0102', 1789000000, 1790000300),
                (2, 'east', 'well-2', NULL, '{State}', NULL, NULL, NULL, 1789000000, 1790000300);
            INSERT INTO epoch VALUES (1, 7, 6, 1);
            INSERT INTO record VALUES (1, 7, 1, 'alarm', 1790000001, '{Raised}', NULL), (1, 7, 2, 'alarm', 1790000200, '{second}', x'BF'),
                (1, 7, 3, 'alarm', 1790000300, '{second.Replace("7-2", "7-3").Replace("305", "201")}', NULL), (1, 7, 4, 'alarm', 1790000300, '{second.Replace("7-2", "7-4").Replace("305", "202").Replace("12", "\"centre\"")}', NULL),
                (1, 7, 5, 'alarm', 1790000300, '{Raised.Replace("7-1", "7-5").Replace("raised", "lost")}', NULL), (1, 7, 6, 'visit', 1790000300, '{"{}"}', NULL);
            INSERT INTO incident VALUES (1, 1, 'east', 7, 305, 1, 'pump.dry-run', 2, 1, 2, 1790000000, 1, 1, 1790000000, 1, 1, 1790000000, 1, 1, 1790000001, '{"{}"}', 'PMP-SET', 0, NULL, NULL),
                (2, 1, 'east', 7, 201, 1, 'meter.silent', 1, NULL, 3, NULL, 1, 1, NULL, 1, 1, NULL, 1, 1, 1790000300, '{"{}"}', '', 0, 1790000400, 'record'),
                (3, 1, 'east', 7, 202, 1, 'meter.x', 2, NULL, 4, 1790000000, 1, 1, NULL, 1, 1, NULL, 1, 1, 1790000300, '{"{}"}', '', 0, NULL, NULL),
                (4, NULL, 'east', 0, 610, 1, 'unit.silent', 1, NULL, 0, 1790000500, 0, 0, 1790000500, 0, 0, 1790000500, 0, 0, 1790000500, '{"{}"}', '', 0, NULL, NULL);
            INSERT INTO silence VALUES (4, 1, 1790000500, NULL);
            INSERT INTO acknowledgement VALUES (1, 1, 'desk-2', 'GD-1', 1790007200, 1790000100, 1790000101, NULL), (2, 1, 'desk-3', 'GD-1', 1790009200, 1790000150, NULL, NULL);
            INSERT INTO step VALUES (1, 'remote-failed', 'li', 1790000160);
            INSERT INTO told VALUES (4, 1);
            INSERT INTO drill VALUES (1, 7, 9, NULL, 1790000300);
            INSERT INTO visit_code VALUES (1, 123456, 1790000300);
            INSERT INTO refused VALUES (1, 1790000300, 't', 'e', 'c', 1, x'00');
            UPDATE refusals SET count = 1;
            """);
    }

    private void Make(int version) =>
        Run($"{System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"Schemas/{version}.sql"))} PRAGMA application_id = {0x49524345}; PRAGMA user_version = {version};");

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The columns of each table, without those of the states, which a step makes anew (<see cref="TheSessionOfVersion4IsOfTheEpochOfItsIds"/>).</summary>
    private Dictionary<string, string> Columns()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'former_name'").ToDictionary(
            table => table, table => string.Join(", ", Rows(connection, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') WHERE name NOT IN ('state', 'held')")));
    }

    /// <summary>Every row of every table, its values with strokes between.</summary>
    private Dictionary<string, List<string>> Contents(Dictionary<string, string> columns)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return columns.ToDictionary(table => table.Key, table => Rows(connection, $"SELECT {table.Value} FROM {table.Key} ORDER BY 1"));
    }

    /// <summary>Columns of each table, in whatever order they were added, and the indices.</summary>
    private static List<string> Schema(string file)
    {
        using Store store = Store.Open(file);
        List<string> tables = store.All("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", row => row.Text(0));
        return
        [
            .. tables.SelectMany(table => store.All(
                $"SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '') || ' ' || pk FROM pragma_table_info('{table}')", row => $"{table}: {row.Text(0)}").Order(StringComparer.Ordinal)),
            .. tables.SelectMany(table => store.All($"SELECT \"from\" || ' ' || \"table\" FROM pragma_foreign_key_list('{table}')", row => $"{table}: {row.Text(0)}").Order(StringComparer.Ordinal)),
            .. store.All("SELECT coalesce(sql, name) FROM sqlite_schema WHERE type = 'index' ORDER BY name", row => row.Text(0)),
        ];
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)))));
        }

        return rows;
    }
}
