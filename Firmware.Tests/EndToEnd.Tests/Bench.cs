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

    /// <summary>What the centre said.</summary>
    public Lines Centre { get; } = new();

    /// <summary>What the clocks of centre and units show; null: the computer's own time, at which units run ahead of a centre that is not as fast.</summary>
    public WorldClock Clock { get; init; }

    /// <summary>The centre's file.</summary>
    public string Store => Path.Combine(Folder, "centre.db");

    /// <summary>Starts the centre on its store and waits until it has subscribed.</summary>
    public Child StartCentre()
    {
        int before = Centre.With("listening to").Count;
        Child centre = Add(Child.StartTool(
            "centre",
            "Tools.Centre",
            ["run", "--broker", Broker.Endpoint.ToString(), "--lang", "en", "--store", Store, "--with-parent", .. ClockOption],
            Centre.Add,
            Centre.Add));
        Centre.WaitFor("listening to", before + 1);
        return centre;
    }

    /// <summary>Asks the centre's store, in a process of its own, and returns what it said.</summary>
    public string AskCentre(params string[] call)
    {
        var said = new Lines();
        using Child centre = Child.StartTool("centre", "Tools.Centre", [.. call, "--lang", "en", "--store", Store, .. ClockOption], said.Add, said.Add);
        Assert.IsTrue(centre.WaitForExit(Wait.Patience));
        return string.Join('\n', said.All());
    }

    public Subscriber Subscribe(string unit) => Add(new Subscriber(Broker.Endpoint, unit));

    /// <summary>Starts a unit; started again with the same name it finds its storage.</summary>
    /// <param name="settings">Settings of the unit, each as KEY=VALUE.</param>
    public VirtualUnit StartUnit(string name, string scenario, double speed, string broker = null, params string[] settings) =>
        Add(new VirtualUnit(name, Path.Combine(Folder, name), broker ?? Broker.Endpoint.ToString(), scenario, speed, Clock, settings));

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

    private string[] ClockOption => Clock == null ? [] : ["--clock", Clock.ToString()];

    private T Add<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }
}
