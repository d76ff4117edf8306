using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator.Tests;

/// <summary>A site with the least unit there can be: its pump and valve outputs follow the farmer's start switch.</summary>
internal sealed class Bench
{
    private readonly DriveTerminal _coil;
    private readonly DriveTerminal _open;
    private readonly DriveTerminal _close;
    private readonly PulseTerminal _pulse;
    private readonly SerialTerminal _rs485;

    public Bench(ulong seed = 1, ParameterSet parameters = null)
    {
        Site = new Site(parameters ?? new ParameterSet(), seed);
        _coil = Site.Terminal<DriveTerminal>("contactor-coil");
        _open = Site.Terminal<DriveTerminal>("valve-open");
        _close = Site.Terminal<DriveTerminal>("valve-close");
        _pulse = Site.Terminal<PulseTerminal>("pulse");
        _rs485 = Site.Terminal<SerialTerminal>("rs485");
    }

    public Site Site { get; }

    /// <summary>Whether the unit follows the farmer; a test may drive coil and valve itself.</summary>
    public bool Follows { get; set; } = true;

    public double PressureVolts => Site.Terminal<VoltageTerminal>("pressure").Volts;

    public double SupplyVolts => Site.Terminal<VoltageTerminal>("supply").Volts * 6;

    public double BatteryVolts => Site.Terminal<VoltageTerminal>("battery").Volts * 6;

    public bool Closed(string contact) => Site.Terminal<ContactTerminal>(contact).Closed;

    public int TakePulses() => _pulse.TakeFinished();

    /// <summary>Lets time pass, the unit looking every 10 ms.</summary>
    public Bench Run(double seconds, Action each = null)
    {
        for (int i = 0; i < seconds * 100; i++)
        {
            Follow(Closed("run-request"));
            Site.Step(Site.InnerStep);
            each?.Invoke();
        }

        return this;
    }

    /// <summary>A site in full flow.</summary>
    public static Bench Pumping(ulong seed = 1)
    {
        Bench bench = new(seed);
        bench.Site.Do("run-request", "on");
        return bench.Run(15);
    }

    /// <summary>Sends bytes (as hex) at once and returns what came back within the time, as hex.</summary>
    public string Exchange(string request, double seconds = 0.5)
    {
        foreach (byte value in Convert.FromHexString(request.Replace(" ", "")))
        {
            _rs485.FromUnit(value);
        }

        List<byte> reply = [];
        Run(seconds, () =>
        {
            while (_rs485.TryTake(out byte value))
            {
                reply.Add(value);
            }
        });
        return BitConverter.ToString(reply.ToArray()).Replace('-', ' ');
    }

    /// <summary>The flow that the bus meter answers with, L/h; null for no or another answer.</summary>
    public int? BusFlow()
    {
        string[] reply = Exchange("01 03 00 00 00 02 C4 0B").Split(' ');
        return reply.Length == 9 ? Convert.ToInt32(string.Concat(reply[3..7]), 16) : null;
    }

    private void Follow(bool asked)
    {
        if (Follows)
        {
            (_coil.High, _open.High, _close.High) = (asked, asked, !asked);
        }
    }
}
