using System;
using System.Collections.Concurrent;
using System.Threading;
using Board.Native;
using Tools.Host;
using Tools.SiteSimulator;

namespace Tools.VirtualUnit;

/// <summary>
/// The running unit. What it shows goes to standard output, one event a line, first word its kind: <c>console</c> (path of the
/// pseudo-terminal), <c>leds</c> (unit time in ms, then each by name, 0 or 1), <c>site</c> (something happened there), <c>refused</c> (a live command),
/// <c>restart</c>, <c>dead</c> (a thread of the firmware ended with an exception).
/// </summary>
internal sealed class Unit
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentQueue<string> _commands = new();
    private readonly PseudoTerminal _terminal;
    private readonly Button _button;
    private readonly ScenarioPlayer _player;
    private readonly Bench _bench;
    private readonly UartLine _console;
    private readonly ThreadStart _firmware;
    private readonly byte[] _bytes = new byte[256];
    private volatile bool _restart;
    private string _leds = "";
    private int _deadThreads;

    public Unit(ScenarioPlayer player, Wiring wiring, PseudoTerminal terminal, ThreadStart firmware)
    {
        (_player, _terminal, _firmware) = (player, terminal, firmware);
        _bench = new Bench(player, wiring);
        _button = new Button(wiring.Button);
        _console = Hardware.Uart(wiring.Console);
        _player.Happened += step => Show("site", step.Text);
        Hardware.RebootRequested += () => _restart = true;
    }

    /// <summary>Takes a live command; it is done between two steps.</summary>
    public void Command(string line) => _commands.Enqueue(line);

    /// <summary>Runs until told to stop.</summary>
    public void Run(StopSignal stop)
    {
        Show("console", _terminal.Path);
        Hardware.Start(_firmware);
        while (!stop.Wait(s_pause))
        {
            _bench.CatchUp();
            CarryConsole();
            ShowLeds();
            DoCommands();
            _button.CatchUp();
            ShowDeadThreads();
            RestartWhenAsked();
        }
    }

    private void CarryConsole()
    {
        int count = 0;
        while (count < _bytes.Length && _console.TryTake(out _bytes[count]))
        {
            count++;
        }

        _terminal.Write(_bytes.AsSpan(0, count));
        count = _terminal.Read(_bytes);
        _console.Send(_bytes.AsSpan(0, count));
    }

    private void ShowLeds()
    {
        string leds = _bench.Leds();
        if (leds != _leds)
        {
            _leds = leds;
            Show("leds", $"{UnitTime.Microseconds / 1000} {leds}");
        }
    }

    private void DoCommands()
    {
        while (_commands.TryDequeue(out string line))
        {
            try
            {
                foreach (string shown in Commands.Do(_player.Site, _button, line))
                {
                    Show("site", shown);
                }
            }
            catch (ScenarioException error)
            {
                Show("refused", Language.Say(error.Message, error.Chinese));
            }
        }
    }

    private void ShowDeadThreads()
    {
        for (; _deadThreads < Hardware.DeadThreads.Count; _deadThreads++)
        {
            DeadThread dead = Hardware.DeadThreads[_deadThreads];
            string where = (dead.Exception.StackTrace ?? "").Split('\n')[0].Trim();
            Show("dead", $"{dead.What}: {dead.Exception.GetType().Name}: {dead.Exception.Message.ReplaceLineEndings(" ")} {where}");
        }
    }

    private void RestartWhenAsked()
    {
        if (_restart)
        {
            _restart = false;
            Show("restart", Language.Say("the firmware asked for it", "程序请求重启"));
            Hardware.Restart();
            Hardware.Start(_firmware);
        }
    }

    private static void Show(string kind, string text) => ToolMain.Output.WriteLine($"{kind} {text}");
}
