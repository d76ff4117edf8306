using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Threading;
using Tools.Host;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>What was asked for.</summary>
/// <param name="Storage">Folder that is kept; null: a temporary one.</param>
/// <param name="Broker">A broker of the caller's; null: one of our own.</param>
/// <param name="Seconds">How long; 0 or less: until told to stop.</param>
internal sealed record Request(
    string Language, string ScenarioName, Scenario Scenario, int Units, double Speed, double Seconds, string Storage, Endpoint? Broker, int Port,
    string User, string PasswordFile);

/// <summary>Broker, service centre and virtual units, started in this order and stopped in the other.</summary>
internal sealed class Demonstration : IDisposable
{
    private const string Site = "east-village";
    private static readonly TimeSpan s_centrePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);

    private readonly Request _request;
    private readonly StopSignal _stop;
    private readonly Words _words;
    private readonly Screen _screen;
    private readonly WorldClock _clock;
    private readonly List<UnitProcess> _units = [];
    private readonly ManualResetEventSlim _listening = new();
    private readonly string _folder;
    private readonly Child _folderKeeper; // removes the temporary folder, also when this process is killed
    private Broker _broker;
    private Child _centre;
    private Endpoint _endpoint;
    private string _centreError;
    private bool _failed;

    public Demonstration(Request request, StopSignal stop)
    {
        (_request, _stop) = (request, stop);
        _words = Words.Of(request.Language);
        _screen = new Screen(stop);
        _clock = new WorldClock(DateTimeOffset.UtcNow, request.Speed);
        _folder = MakeFolder(request.Storage);
        _folderKeeper = request.Storage == null ? Child.RemoveAtEnd(_folder) : null;
    }

    /// <summary>Starts everything, shows it, and returns when it is time to stop.</summary>
    /// <returns>Exit code.</returns>
    /// <exception cref="ToolException">Something could not be started.</exception>
    public int Run()
    {
        try
        {
            _endpoint = _request.Broker ?? StartBroker();
            StartCentre(_endpoint);
            for (int number = 1; number <= _request.Units && !_stop.Token.IsCancellationRequested; number++)
            {
                StartUnit(number, _endpoint);
            }

            _stop.ReadInput(Command, endIsStop: false);
            _stop.StopAfter(_request.Seconds);
            return Watch();
        }
        catch (ToolException)
        {
            _failed = true; // why is the last thing said
            throw;
        }
    }

    public void Dispose()
    {
        _units.ForEach(unit => unit.Dispose());
        _centre?.Dispose();
        _broker?.Dispose();
        if (_request.Storage == null)
        {
            _folderKeeper.Dispose();
        }

        if (_units.Count > 0 && !_failed)
        {
            _screen.Say("run", _words.Stopped);
        }
    }

    private static string MakeFolder(string storage)
    {
        try
        {
            return storage == null ? Directory.CreateTempSubdirectory("virtual-site-").FullName : Directory.CreateDirectory(storage).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException(Language.Say($"storage folder {storage} cannot be made: {Language.Reason(error)}", $"无法新建存储文件夹 {storage}：{Language.Reason(error)}"));
        }
    }

    private Endpoint StartBroker()
    {
        _broker = Broker.Start(new BrokerOptions(_request.Port));
        return _broker.Endpoint;
    }

    private void StartCentre(Endpoint broker)
    {
        List<string> arguments =
        [
            "run", "--broker", broker.ToString(), "--show-list", "--with-parent", .. Credentials(), .. CentreOptions(),
        ];
        _centre = Child.StartTool("centre", "Tools.Centre", arguments, OnCentreLine, OnCentreError);
        WaitForCentre();
    }

    private string[] CentreOptions() =>
        ["--lang", _request.Language, "--store", Path.Combine(_folder, "centre.db"), "--clock", _clock.ToString()];

    /// <summary>A question to the centre's store, as <c>tools/centre</c> would ask it.</summary>
    private void AskCentre(string call)
    {
        using Child centre = Child.StartTool(
            "centre", "Tools.Centre", [.. CommandLineParser.SplitCommandLine(call), .. CentreOptions()], line => _screen.Say(_words.Centre, line), line => _screen.Say(_words.Centre, line));
        centre.WaitForExit(s_centrePatience);
    }

    private void WaitForCentre()
    {
        for (DateTime end = DateTime.UtcNow + s_centrePatience; !_listening.Wait(s_poll);)
        {
            if (_centre.HasExited || DateTime.UtcNow > end)
            {
                _centre.WaitForExit(s_poll);
                throw new ToolException(
                    _centreError ?? Language.Say("centre: no answer", "服务中心程序无应答"), _centre.HasExited ? _centre.ExitCode : ExitCode.Failed);
            }

            if (_stop.Token.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void StartUnit(int number, Endpoint broker)
    {
        string name = UnitName(number);
        _units.Add(new UnitProcess(name, UnitOptions(number, broker), _request.Speed, _screen, _words));
    }

    private List<string> UnitOptions(int number, Endpoint broker) =>
        [
            "--storage", Path.Combine(_folder, UnitName(number)), "--site", Site, "--unit", UnitName(number), "--broker", broker.ToString(),
            "--scenario", _request.ScenarioName, "--speed", _request.Speed.ToString(CultureInfo.InvariantCulture),
            "--seed", number.ToString(CultureInfo.InvariantCulture), "--lang", _request.Language, "--clock", _clock.ToString(),
            "--name", string.Format(CultureInfo.InvariantCulture, _words.NameFormat, number), "--place", _words.Place,
            "--contact", _words.Contact, "--with-parent",
            .. Credentials(),
        ];

    private static string UnitName(int number) => $"well-{number}";

    private IEnumerable<string> Credentials()
    {
        if (_request.User != null)
        {
            yield return "--user";
            yield return _request.User;
        }

        if (_request.PasswordFile != null)
        {
            yield return "--password-file";
            yield return _request.PasswordFile;
        }
    }

    private void OnCentreLine(string line)
    {
        if (!_listening.IsSet)
        {
            SayHeader(); // only now it is certain that there is something to see
        }

        _screen.Say(_words.Centre, line);
        _listening.Set();
    }

    private void SayHeader()
    {
        _screen.Say("run", string.Format(
            CultureInfo.InvariantCulture, _words.HeaderFormat, _endpoint, _request.Units, _request.ScenarioName, _words.Describe(_request.Scenario)));
        _screen.Say("run", _words.Hint);
    }

    private void OnCentreError(string line)
    {
        _centreError = line;
        if (_listening.IsSet)
        {
            _screen.Say(_words.Centre, line);
        }
    }

    /// <summary>A line of standard input: for one unit when it begins with its name, else for all.</summary>
    private void Command(string line)
    {
        UnitProcess one = _units.Find(unit => line.StartsWith(unit.Name + " ", StringComparison.Ordinal));
        string command = (one == null ? line : line[(one.Name.Length + 1)..]).Trim();
        List<UnitProcess> units = one == null ? _units : [one];
        switch (command)
        {
            case "quit" or "exit":
                _stop.Stop();
                break;
            case "list" or "help":
                Catalogue.Lines(_words).ForEach(row => _screen.Say("run", row));
                units.ForEach(unit => unit.Tell("now"));
                break;
            case var call when one == null && call.StartsWith("centre ", StringComparison.Ordinal):
                AskCentre(call["centre ".Length..]);
                break;
            default:
                units.ForEach(unit => unit.Tell(command));
                break;
        }
    }

    private void FailWhenEnded(string name, int? code)
    {
        if (code != null && !_stop.Token.IsCancellationRequested)
        {
            throw new ToolException(string.Format(CultureInfo.InvariantCulture, _words.EndedFormat, name, code));
        }
    }

    private int Watch()
    {
        while (!_stop.Wait(s_poll))
        {
            _units.ForEach(unit => unit.Poll());
            FailWhenEnded("mosquitto", _broker?.HasExited == true ? _broker.ExitCode : null);
            FailWhenEnded("centre", _centre.HasExited ? _centre.ExitCode : null);

            if (_units.TrueForAll(unit => unit.HasExited))
            {
                _units.ForEach(unit => unit.Poll());
                return _units[0].ExitCode;
            }
        }

        return _units.Exists(unit => unit.HasExited) ? ExitCode.Failed : ExitCode.Done;
    }
}
