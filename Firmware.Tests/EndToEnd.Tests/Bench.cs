using System;
using System.Collections.Generic;
using System.IO;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>A broker, and whatever a test puts around it. All of it ends with the test.</summary>
internal sealed class Bench : IDisposable
{
    public const string Site = "east-village";

    private readonly Stack<IDisposable> _parts = new();
    private readonly BrokerOptions _options;

    public Bench(BrokerOptions options = null)
    {
        _options = options ?? new BrokerOptions();
        Folder = Directory.CreateTempSubdirectory("end-to-end-").FullName;
        Broker = Add(Broker.Start(_options));
    }

    public string Folder { get; }

    public Broker Broker { get; private set; }

    public Lines Centre { get; } = new();

    /// <summary>Starts the listener and waits until it has subscribed.</summary>
    public Child StartListener()
    {
        int before = Centre.With("listening to").Count;
        Child listener = Add(Child.StartTool(
            "listener",
            "Tools.Listener",
            ["--broker", Broker.Endpoint.ToString(), "--lang", "en", "--journal", Path.Combine(Folder, "centre.jsonl"), "--with-parent"],
            Centre.Add,
            Centre.Add));
        Centre.WaitFor("listening to", before + 1);
        return listener;
    }

    public Subscriber Subscribe(string unit) => Add(new Subscriber(Broker.Endpoint, unit));

    /// <summary>Starts a unit; started again with the same name it finds its storage.</summary>
    public VirtualUnit StartUnit(string name, string scenario, double speed, string broker = null) =>
        Add(new VirtualUnit(name, Path.Combine(Folder, name), broker ?? Broker.Endpoint.ToString(), scenario, speed));

    /// <summary>The broker crashes, with all it knows.</summary>
    public void KillBroker() => Broker.Kill();

    /// <summary>The broker starts again where it was, empty.</summary>
    public void RestartBroker() => Broker = Add(Broker.Start(_options with { Port = Broker.Endpoint.Port }));

    public void Dispose()
    {
        while (_parts.TryPop(out IDisposable part))
        {
            part.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private T Add<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }
}
