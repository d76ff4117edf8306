using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests.Support;

/// <summary>A centre without a broker on a store of its own: messages in, lines and answers out.</summary>
internal sealed class Bench : IDisposable
{
    public const string Well = "irrigation/v1/east/well-1/";

    private readonly string _folder = Directory.CreateTempSubdirectory("centre-test-").FullName;
    private ServiceDesk _desk;

    public Bench() => Start();

    public FakeTime Time { get; } = new();

    public Store Store { get; private set; }

    public string File => Path.Combine(_folder, "centre.db");

    /// <summary>What people saw, English.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>What people saw, as it was told.</summary>
    public List<Notice> Notices { get; } = [];

    /// <summary>Receipts and commands: "site/unit kind payload".</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Whether the broker takes what is sent.</summary>
    public bool Connected { get; set; } = true;

    public long Now => Time.Now.ToUnixTimeSeconds();

    public List<string> Receipts => [.. Sent.Where(line => line.Split(' ')[1] == "stored").Select(line => line.Split(' ', 3)[2])];

    public static string Golden(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json"));

    /// <summary>The process ends without a word and starts again on its store.</summary>
    public void Restart()
    {
        Store.Dispose();
        Start();
    }

    /// <summary>The store is lost, and the centre starts with an empty one.</summary>
    public void RestartEmpty()
    {
        Store.Dispose();
        foreach (string file in Directory.GetFiles(_folder))
        {
            System.IO.File.Delete(file);
        }

        Start();
    }

    /// <summary>Messages of one unit, in order: kind, payload.</summary>
    public void Feed(params (string Kind, string Payload)[] messages)
    {
        foreach ((string kind, string payload) in messages)
        {
            Receive(kind.StartsWith("../", StringComparison.Ordinal) ? "irrigation/v1/east/" + kind[3..] : Well + kind, Encoding.UTF8.GetBytes(payload));
        }
    }

    public void Receive(string topic, byte[] payload, bool retained = false) => _desk.Receive(topic, payload, retained);

    /// <summary>Breaks the connection of the store, or sets it right again.</summary>
    public void Turn(string sql) => Store.One(sql, row => 0);

    public void Turned(bool connected) => _desk.Turned(connected);

    /// <summary>Time passes as the running centre lets it pass: judged every second.</summary>
    public void Pass(int seconds)
    {
        for (int second = 0; second < seconds; second++)
        {
            Time.Pass(1);
            _desk.Tick();
        }
    }

    public List<Incident> Open() => new Incidents(Store).Open();

    public string List(Words words) => string.Join('\n', Pages(words));

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private List<string> Pages(Words words) => Lists.Alarms(Store, words, Clocks.Contract("A"), Now);

    private void Start()
    {
        Store = Store.Open(File);
        Turn("PRAGMA synchronous = OFF"); // no power is cut here, and the disk is slow
        _desk = new ServiceDesk(Store, Time, Send, Tell, Clocks.Contract("A"));
        _desk.Turned(true);
    }

    private bool Send(UnitAddress unit, string kind, string payload)
    {
        if (Connected)
        {
            Sent.Add($"{unit} {kind} {payload}");
        }

        return Connected;
    }

    private void Tell(Notice notice)
    {
        Notices.Add(notice);
        Lines.Add(LiveLine.Format(notice, Words.English, Clocks.Contract("A"), Now));
    }
}
