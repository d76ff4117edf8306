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

/// <summary>How fast the cycles go.</summary>
/// <param name="Cycles">Blows that each pair suffers.</param>
/// <param name="Speed">Unit seconds in a real one.</param>
/// <param name="Stop">Length of a stop, real time: each lasts from half of it to one and a half.</param>
/// <param name="Quiet">Shortest time between two blows; each is of one to two of it.</param>
/// <param name="Patience">Time by which everything has arrived once nothing is broken any more.</param>
internal sealed record Pace(int Cycles, double Speed, TimeSpan Stop, TimeSpan Quiet, TimeSpan Patience);

/// <summary>A unit that reports, its broker and its centre, each a process, and a wire between unit and broker that can be torn.</summary>
internal sealed class Pair : IDisposable
{
    /// <summary>The scenario's own watering is over by then, unit s.</summary>
    private const double WateredSeconds = 90;

    /// <summary>Time between two changes of a site, of which the second is to follow the first, unit s.</summary>
    private const double StepSeconds = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("chaos-").FullName;
    private readonly Random _random;
    private readonly Pace _pace;
    private readonly WorldClock _clock;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Proxy _proxy;
    private readonly VirtualUnit _unit;
    private readonly List<Lines> _screens = [];
    private Broker _broker;
    private Child _centre;
    private readonly Turn _supply = new(Trouble.Supply);
    private readonly List<Turn> _troubles;
    private int _stores = 1;

    public Pair(int number, int seed, Pace pace)
    {
        (_random, _pace, _clock) = (new Random(seed), pace, new WorldClock(DateTimeOffset.UtcNow, pace.Speed));
        _troubles = [.. Trouble.OfPair(number).Select(trouble => new Turn(trouble))];
        Name = $"well-{number}";
        _broker = Broker.Start(new BrokerOptions());
        _proxy = new Proxy(_broker.Endpoint);
        StartCentre();
        _unit = new VirtualUnit(Name, Path.Combine(_folder, Name), _proxy.Endpoint.ToString(), "normal", pace.Speed, _clock);
    }

    /// <summary>Name of the unit.</summary>
    public string Name { get; }

    /// <summary>How often each fault was brought about or ended, by code.</summary>
    public IReadOnlyDictionary<int, int> Turns => _troubles.Prepend(_supply).ToDictionary(turn => turn.Trouble.Code, turn => turn.Count);

    /// <summary>Stores that the centre had, oldest first.</summary>
    public IEnumerable<string> Stores => Enumerable.Range(1, _stores).Select(StoreFile);

    /// <summary>What people at the centre saw, a screen for each store.</summary>
    public IReadOnlyList<Lines> Screens => _screens;

    private Lines Screen => _screens[^1];

    /// <summary>Unit time since the unit was known, s.</summary>
    private double Seconds => _watch.Elapsed.TotalSeconds * _pace.Speed;

    /// <summary>Waits until the unit is known to the centre.</summary>
    public void WaitUntilKnown()
    {
        Screen.WaitFor(" online ");
        _watch.Restart();
    }

    /// <summary>
    /// One blow. The supply changes just before it, so that the alarm is somewhere on its way, or in the middle of it: a level-1 alarm begins or
    /// ends while the path is broken. With it changes what else is wrong at the site, as soon as its last change was told.
    /// </summary>
    public void Suffer(Blow blow)
    {
        bool isOnItsWay = _random.Next(2) == 0;
        if (isOnItsWay)
        {
            ChangeSite();
            Thread.Sleep(TimeSpan.FromSeconds(_random.NextDouble()));
        }

        Begin(blow);
        Thread.Sleep(_pace.Stop * _random.NextDouble());
        if (!isOnItsWay)
        {
            ChangeSite();
        }

        Thread.Sleep(_pace.Stop / 2);
        End(blow);
        Thread.Sleep(_pace.Quiet * (1 + _random.NextDouble()));
    }

    /// <summary>Sets the site right once all that is wrong was told, and judges once everything has arrived, at the latest after some time.</summary>
    public Judge Settle()
    {
        Await(judge => _troubles.TrueForAll(trouble => judge.Told(trouble.Trouble.Code) == trouble.Count));
        foreach (Turn wrong in _troubles.Prepend(_supply).Where(trouble => trouble.IsOn))
        {
            Change(wrong);
        }

        Await(judge => judge.Findings.Count == 0);
        Wait.Quiet(3); // in which nothing may come twice
        _unit.AssertAlive();
        return Judged();
    }

    private Judge Judged() => Judge.Of([.. Stores], Screens, Turns);

    private void Await(Predicate<Judge> isSo)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < _pace.Patience && !isSo(Judged());)
        {
            Thread.Sleep(1000);
        }
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

    private void ChangeSite()
    {
        Change(_supply);
        Judge judge = Judged();
        foreach (Turn trouble in _troubles.Where(trouble => Seconds >= trouble.NotBefore && judge.Told(trouble.Trouble.Code) == trouble.Count))
        {
            Change(trouble);
        }
    }

    /// <summary>Brings a fault about, or ends it.</summary>
    private void Change(Turn turn)
    {
        turn.IsOn = !turn.IsOn;
        turn.Count++;
        turn.NotBefore = Seconds + turn.Trouble.LeastSeconds;
        foreach (string line in turn.IsOn ? turn.Trouble.Begin : turn.Trouble.End)
        {
            _unit.Tell(line);
            Thread.Sleep(TimeSpan.FromSeconds(StepSeconds / _pace.Speed));
        }
    }

    /// <summary>One trouble of this site.</summary>
    private sealed class Turn(Trouble trouble)
    {
        public Trouble Trouble => trouble;

        /// <summary>It was brought about, and not ended.</summary>
        public bool IsOn { get; set; }

        /// <summary>How often it was brought about or ended.</summary>
        public int Count { get; set; }

        /// <summary>It is not changed before, unit s.</summary>
        public double NotBefore { get; set; } = WateredSeconds;
    }
}
