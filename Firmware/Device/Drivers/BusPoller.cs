using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;

namespace Firmware.Device.Drivers;

/// <summary>
/// The RS485 meter as the loop sees it: a one-slot mailbox with an age, and the supervisor of the worker that fills it. What the answers
/// mean, one after the other, is <see cref="BusWatch"/>'s.
/// </summary>
public sealed class BusPoller
{
    /// <summary>Age of the mailbox at which its readings are given up, ms: the worker fills it once a second, whatever the meter says.</summary>
    public const int StaleMs = 5000;

    /// <summary>Silence of the worker after which another one takes its place, ms.</summary>
    public const int StalledMs = 60000;

    /// <summary>Workers that are left behind at most: each keeps its thread, and a driver that has hung so often hangs for good.</summary>
    public const int MaxRestarts = 5;

    private readonly object _gate = new object();
    private readonly Readings _mailbox = new Readings();
    private readonly BusWatch _watch = new BusWatch();
    private readonly ISystemClock _clock;
    private readonly int _address;
    private readonly bool _fitted;
    private BoardPins _pins;
    private BusWorker _worker;
    private bool _runs;
    private long _filledMs;

    /// <summary>A poller of the meter at the settings' address; <see cref="Open"/> the port, then <see cref="Start"/> it.</summary>
    public BusPoller(Settings settings, ISystemClock clock)
    {
        _clock = clock;
        _address = settings.BusAddress;
        _fitted = settings.HasBusMeter;
        if (!_fitted)
        {
            BusMeter.Miss(_mailbox, NoDataReason.NotFitted);
            _mailbox.Miss(Signal.BusErrors, NoDataReason.NotFitted);
        }
    }

    /// <summary>Workers that hung and were replaced since the start.</summary>
    public int Restarts { get; private set; }

    /// <summary>Turns of the workers that ended in an exception, since the start.</summary>
    public int Failures { get; private set; }

    /// <summary>Opens the port in RS485 mode; its pins are mapped before. Where that fails the meter reads as a bus error.</summary>
    public void Open(BoardPins pins)
    {
        _pins = pins;
        if (!_fitted)
        {
            return;
        }

        var worker = new BusWorker(this, null, pins, _address, _clock);
        if (worker.Open())
        {
            _worker = worker;
        }
        else
        {
            BusWatch.Dead(_mailbox);
        }
    }

    /// <summary>Starts the worker, where there is a port for it.</summary>
    public void Start()
    {
        if (_worker != null)
        {
            _filledMs = _clock.UptimeMs;
            _runs = true;
            _worker.Start();
        }
    }

    /// <summary>Called by the loop now and then: replaces a worker that has not filled the mailbox for a minute.</summary>
    public void Supervise(long nowMs)
    {
        if (!_runs || nowMs - _filledMs <= StalledMs || Restarts == MaxRestarts)
        {
            return;
        }

        BusWorker next;
        lock (_gate)
        {
            next = new BusWorker(this, _worker, _pins, _address, _clock);
            _worker = next;
            _filledMs = nowMs;
            Restarts++;
            BusMeter.Miss(_mailbox, NoDataReason.Timeout);
        }

        next.Start();
    }

    /// <summary>Copies the mailbox into the readings; what is older than <see cref="StaleMs"/> counts as not answered.</summary>
    public void Read(Readings into)
    {
        lock (_gate)
        {
            if (_runs && _clock.UptimeMs - _filledMs > StaleMs)
            {
                BusMeter.Miss(_mailbox, NoDataReason.Timeout);
            }

            Copy(Signal.BusFlow, into);
            Copy(Signal.BusTotal, into);
            Copy(Signal.BusStatus, into);
            Copy(Signal.BusSerial, into);
            Copy(Signal.BusErrors, into);
        }
    }

    /// <summary>One question, and its answer into the mailbox; waits a third of a second at most. Allocates nothing.</summary>
    public void Poll()
    {
        _worker.Poll();
    }

    /// <summary>True for the worker whose answers are taken.</summary>
    internal bool IsCurrent(BusWorker worker)
    {
        return worker == _worker;
    }

    /// <summary>A turn of a worker, of whichever, ended in an exception.</summary>
    internal void CountFailure()
    {
        lock (_gate)
        {
            Failures++;
        }
    }

    /// <summary>Takes a worker's answer, unless another one has taken its place.</summary>
    internal void Publish(BusWorker from, ModbusVerdict verdict, byte[] reply)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return;
            }

            _filledMs = _clock.UptimeMs;
            _watch.Take(verdict, reply, _mailbox);
        }
    }

    private void Copy(int signal, Readings into)
    {
        if (_mailbox.Has(signal))
        {
            into.Set(signal, _mailbox.ValueOf(signal));
        }
        else
        {
            into.Miss(signal, _mailbox.ReasonOf(signal));
        }
    }
}
