using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using EndToEnd.Tests;
using Tools.Host;

namespace Chaos.Tests;

/// <summary>What happens to a pair in one cycle.</summary>
internal enum Blow
{
    BrokerKilled,
    CentreKilled,
    BrokerStopped,
    CentreStopped,
    ConnectionReset,
    HalfOpen,
    EmptyStore,
}

/// <summary>A unit that reports, its broker and its centre, each a process, and a wire between unit and broker that can be torn.</summary>
internal sealed class Pair : IDisposable
{
    /// <summary>Unit seconds in a real one: a retry of 30 s comes after 2.5 s, the keep-alive of 60 s is one of 5 s.</summary>
    public const double Speed = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("chaos-").FullName;
    private readonly Random _random;
    private readonly TimeSpan _stop;
    private readonly WorldClock _clock = new(DateTimeOffset.UtcNow, Speed);
    private readonly Proxy _proxy;
    private readonly VirtualUnit _unit;
    private readonly List<Lines> _screens = [];
    private Broker _broker;
    private Child _centre;
    private bool _isLow;
    private int _stores = 1;

    public Pair(int number, int seed, TimeSpan stop)
    {
        (_random, _stop) = (new Random(seed), stop);
        Name = $"well-{number}";
        _broker = Broker.Start(new BrokerOptions());
        _proxy = new Proxy(_broker.Endpoint);
        StartCentre();
        _unit = new VirtualUnit(Name, Path.Combine(_folder, Name), _proxy.Endpoint.ToString(), "normal", Speed, _clock);
    }

    /// <summary>Name of the unit.</summary>
    public string Name { get; }

    /// <summary>How often the supply was pulled down or put right.</summary>
    public int Turns { get; private set; }

    /// <summary>Stores that the centre had, oldest first.</summary>
    public IEnumerable<string> Stores => Enumerable.Range(1, _stores).Select(StoreFile);

    /// <summary>What people at the centre saw, a screen for each store.</summary>
    public IReadOnlyList<Lines> Screens => _screens;

    private Lines Screen => _screens[^1];

    /// <summary>Waits until the unit is known to the centre.</summary>
    public void WaitUntilKnown() => Screen.WaitFor(" online ");

    /// <summary>
    /// One blow. The supply changes just before it, so that the alarm is somewhere on its way, or in the middle of it: a level-1 alarm begins or
    /// ends while the path is broken.
    /// </summary>
    public void Suffer(Blow blow)
    {
        bool isOnItsWay = _random.Next(2) == 0;
        if (isOnItsWay)
        {
            Turn();
            Thread.Sleep(TimeSpan.FromSeconds(_random.NextDouble()));
        }

        Begin(blow);
        Thread.Sleep(_stop * _random.NextDouble());
        if (!isOnItsWay)
        {
            Turn();
        }

        Thread.Sleep(_stop / 2);
        End(blow);
        Thread.Sleep(TimeSpan.FromSeconds(2 + (2 * _random.NextDouble())));
    }

    /// <summary>Sets the supply right, and judges once everything has arrived, at the latest after some time.</summary>
    public Judge Settle()
    {
        if (_isLow)
        {
            Turn();
        }

        Judge judge;
        var watch = Stopwatch.StartNew();
        do
        {
            Thread.Sleep(1000);
            judge = Judge.Of([.. Stores], Screens, Turns);
        }
        while (judge.Findings.Count > 0 && watch.Elapsed < Wait.Patience);

        Wait.Quiet(3); // in which nothing may come twice
        _unit.AssertAlive();
        return Judge.Of([.. Stores], Screens, Turns);
    }

    public void Dispose()
    {
        _unit.Dispose();
        _proxy.Dispose();
        _centre.Dispose();
        _broker.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string StoreFile(int number) => Path.Combine(_folder, $"centre-{number}.db");

    private void Begin(Blow blow)
    {
        switch (blow)
        {
            case Blow.BrokerKilled: _broker.Kill(); break;
            case Blow.CentreKilled or Blow.EmptyStore: _centre.Kill(); break;
            case Blow.BrokerStopped: Signals.Send("STOP", _broker.Id); break;
            case Blow.CentreStopped: Signals.Send("STOP", _centre.Id); break;
            case Blow.ConnectionReset: _proxy.Reset(); break;
            case Blow.HalfOpen: _proxy.GoHalfOpen(); break;
        }
    }

    private void End(Blow blow)
    {
        switch (blow)
        {
            case Blow.BrokerKilled:
                _broker.Dispose();
                _broker = Broker.Start(new BrokerOptions(_broker.Endpoint.Port));
                break;
            case Blow.CentreKilled: StartCentre(); break;
            case Blow.EmptyStore:
                _stores++;
                StartCentre();
                break;
            case Blow.BrokerStopped: Signals.Send("CONT", _broker.Id); break;
            case Blow.CentreStopped: Signals.Send("CONT", _centre.Id); break;
            case Blow.ConnectionReset: _proxy.Reset(); break;
        }
    }

    private void StartCentre()
    {
        _centre?.Dispose();
        if (_screens.Count < _stores)
        {
            _screens.Add(new Lines());
        }

        int before = Screen.With("listening to").Count;
        _centre = Child.StartTool(
            "centre", "Tools.Centre",
            ["run", "--broker", _broker.Endpoint.ToString(), "--lang", "en", "--store", StoreFile(_stores), "--clock", _clock.ToString(), "--with-parent"],
            Screen.Add, Screen.Add);
        Screen.WaitFor("listening to", before + 1);
    }

    private void Turn()
    {
        _isLow = !_isLow;
        Turns++;
        _unit.Tell(_isLow ? "inject supply-low" : "clear supply-low");
    }
}
