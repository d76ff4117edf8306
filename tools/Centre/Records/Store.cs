using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Tools.Centre.Records;

/// <summary>The store did not do what was asked. The reason is one line for people, in both languages.</summary>
public sealed class StoreException(string english, string chinese) : Exception(english)
{
    /// <summary>The line in Chinese; <see cref="Exception.Message"/> is English.</summary>
    public string Chinese { get; } = chinese;
}

/// <summary>
/// The SQLite file: write-ahead log, every commit brought to the disk before it returns (<c>synchronous=FULL</c>), so that what is answered for
/// survives a power cut. One thread a store; several processes may have the file open.
/// </summary>
public sealed class Store : IDisposable
{
    /// <summary>"IRCE": tells our file from anybody else's.</summary>
    private const int ApplicationId = 0x49524345;

    /// <summary>Changes with <c>Schema.sql</c>, and with each change comes <c>Steps/N.sql</c>, which brings version N − 1 to it.</summary>
    private const int SchemaVersion = 7;

    /// <summary>Oldest version that there are steps from.</summary>
    private const int OldestVersion = 4;

    /// <summary>How long another process may hold the file before a commit counts as refused, s.</summary>
    private const int BusySeconds = 2;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly string _file;
    private SqliteTransaction _transaction;

    static Store() => SQLitePCL.Batteries_V2.Init();

    private Store(string file, SqliteOpenMode mode)
    {
        _file = file;
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds };
        _connection = new SqliteConnection(settings.ToString());
    }

    /// <summary>Opens the file for a centre; makes it when missing, and brings that of an earlier version up to this one.</summary>
    /// <exception cref="StoreException">It cannot be opened or written, or is not a centre's.</exception>
    public static Store Open(string file) => Open(new Store(file, SqliteOpenMode.ReadWriteCreate), store => store.Prepare());

    /// <summary>Opens the file of a centre for one question.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be read.</exception>
    public static Store OpenExisting(string file) => File.Exists(file)
        ? Open(new Store(file, SqliteOpenMode.ReadWrite), store => store.CheckForQuestion())
        : throw new StoreException($"there is no store {file}", $"没有数据库文件 {file}");

    /// <summary>Runs the work and brings it to the disk. Where it throws, nothing of it stays.</summary>
    /// <exception cref="StoreException">The store did not take it.</exception>
    public void Commit(Action work) => Guard(() =>
    {
        // A file that was removed or replaced under us would take everything, and nobody would ever find it again.
        if (!File.Exists(_file))
        {
            throw new StoreException($"{_file} is gone", $"{_file} 不见了");
        }

        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            work();
            transaction.Commit();
        }
        finally
        {
            _transaction = null;
        }
    });

    /// <summary>Runs a statement; its parameters are <c>$1</c>, <c>$2</c>, … Returns the rows that it changed.</summary>
    public int Do(string sql, params object[] values) => Guard(() => Command(sql, values).ExecuteNonQuery());

    /// <summary>The rows of a query.</summary>
    public List<T> All<T>(string sql, Func<Row, T> read, params object[] values) => Guard(() =>
    {
        using SqliteDataReader reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(new Row(reader)));
        }

        return rows;
    });

    /// <summary>The first row of a query, or the default where there is none.</summary>
    public T One<T>(string sql, Func<Row, T> read, params object[] values) => Guard(() =>
    {
        using SqliteDataReader reader = Command(sql, values).ExecuteReader();
        return reader.Read() ? read(new Row(reader)) : default;
    });

    /// <summary>For tests that ask what the statements cost.</summary>
    internal SqliteConnection Connection => _connection;

    /// <summary>Every statement that was run, once.</summary>
    internal IReadOnlyCollection<string> Statements => _commands.Keys;

    /// <summary>Key of the row that was inserted last.</summary>
    public long LastKey => One("SELECT last_insert_rowid()", row => row.Whole(0));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static Store Open(Store store, Action<Store> prepare)
    {
        try
        {
            store.Guard(store._connection.Open);
            prepare(store);
            return store;
        }
        catch (StoreException error)
        {
            store.Dispose();
            throw new StoreException($"cannot use the store {store._file}: {error.Message}", $"无法使用数据库 {store._file}：{error.Chinese}");
        }
    }

    private void Prepare()
    {
        if (One("SELECT count(*) FROM sqlite_schema", row => row.Whole(0)) > 0)
        {
            CheckIsOurs();
        }

        Do("PRAGMA journal_mode = WAL");
        Do("PRAGMA synchronous = FULL");
        Do("PRAGMA foreign_keys = ON");
        Commit(BringUpToDate);
    }

    /// <summary>The whole schema into a new file, or the steps that an older one lacks. It writes in any case: a store that takes nothing is said now, not at the first alarm.</summary>
    private void BringUpToDate()
    {
        long version = Version;
        if (version == 0)
        {
            Do($"{Resource("Schema.sql")} PRAGMA application_id = {ApplicationId};");
        }
        else if (version is < OldestVersion or > SchemaVersion)
        {
            throw OtherVersion(version, "", "");
        }
        else
        {
            for (long step = version + 1; step <= SchemaVersion; step++)
            {
                Do(Resource($"Steps/{step}.sql"));
            }
        }

        Do($"PRAGMA user_version = {SchemaVersion}");
    }

    /// <summary>A question changes no schema: the centre that is running may be the older one.</summary>
    private void CheckForQuestion()
    {
        CheckIsOurs();
        long version = Version;
        if (version is >= OldestVersion and < SchemaVersion)
        {
            throw OtherVersion(version, "; centre run brings it up to that", "；启动一次 centre run 即可升级");
        }

        if (version != SchemaVersion)
        {
            throw OtherVersion(version, "", "");
        }
    }

    private void CheckIsOurs()
    {
        if (One("PRAGMA application_id", row => row.Whole(0)) != ApplicationId)
        {
            throw new StoreException("it is no centre's store", "不是服务中心的数据库");
        }
    }

    private long Version => One("PRAGMA user_version", row => row.Whole(0));

    private static StoreException OtherVersion(long version, string english, string chinese) =>
        new($"its version is {version}, this program's {SchemaVersion}{english}", $"其版本为 {version}，本程序为 {SchemaVersion}{chinese}");

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name));
        return reader.ReadToEnd();
    }

    private SqliteCommand Command(string sql, object[] values)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = _transaction;
        command.Parameters.Clear();
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"${index + 1}", values[index] ?? DBNull.Value);
        }

        return command;
    }

    private void Guard(Action act) => Guard(() =>
    {
        act();
        return true;
    });

    private static T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException error)
        {
            throw new StoreException(OneLine(error.Message), Chinese(error));
        }
    }

    /// <summary>SQLite's result codes (sqlite.org/rescode.html) that a person can do something about.</summary>
    private static string Chinese(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => "数据库被其他程序占用",
        8 => "数据库只读",
        10 => "磁盘读写出错",
        11 => "数据库已损坏",
        13 => "磁盘已满",
        14 => "无法打开文件",
        26 => "不是数据库文件",
        _ => OneLine(error.Message),
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

/// <summary>One row of an answer, by column.</summary>
public readonly struct Row(SqliteDataReader reader)
{
    /// <summary>A whole number; 0 where there is none.</summary>
    public long Whole(int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);

    /// <summary>A whole number or none.</summary>
    public long? WholeOrNone(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>Bytes; null where there are none.</summary>
    public byte[] Bytes(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    /// <summary>A text; null where there is none.</summary>
    public string Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
