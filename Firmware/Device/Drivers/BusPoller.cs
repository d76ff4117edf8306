using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Device.Drivers;

/// <summary>
/// The meters on the RS485 bus as the loop sees them: a one-slot mailbox with an age, and the supervisor of the worker that fills it. A single bad answer is not
/// shown; <see cref="AnswerWatch"/> says when a meter's readings are missing, and why.
/// </summary>
public sealed class BusPoller
{
    /// <summary>Age of the mailbox at which its readings are given up, ms: the worker fills it once a second, whatever the meter says.</summary>
    public const int StaleMs = 5000;

    /// <summary>Silence of the worker after which another one takes its place, ms.</summary>
    public const int StalledMs = 60000;

    private readonly object _gate = new object();
    private readonly Liveness _live = new Liveness(StalledMs);
    private readonly Readings _mailbox;
    private readonly BusWatch _watch = new BusWatch();
    private readonly ISystemClock _clock;
    private readonly PowerWatch _powerWatch = new PowerWatch();
    private readonly Settings _settings;
    private BoardPins _pins;
    private BusWorker _worker;
    private bool _runs;
    private long _filledMs;

    /// <summary>A poller of the meters that the settings name; <see cref="Open"/> the port, then <see cref="Start"/> it.</summary>
    /// <param name="settings">The unit's settings.</param>
    /// <param name="clock">Uptime.</param>
    /// <param name="mailbox">Where the answers wait for the loop; each poller has signals of its own in it.</param>
    /// <param name="troubles">Where its workers note what they catch.</param>
    public BusPoller(Settings settings, ISystemClock clock, Readings mailbox, Troubles troubles)
    {
        Troubles = troubles;
        _mailbox = mailbox;
        _clock = clock;
        _settings = settings;
        if (!settings.HasBusMeter)
        {
            BusMeter.Miss(_mailbox, NoDataReason.NotFitted);
            _mailbox.Miss(Signal.BusErrors, NoDataReason.NotFitted);
        }

        if (!settings.HasPowerMeter)
        {
            PowerMeter.Miss(_mailbox, NoDataReason.NotFitted);
        }
    }

    /// <summary>Workers that hung and were replaced since the start.</summary>
    public int Restarts => _live.Restarts;

    /// <summary>How often the worker was slow since the start.</summary>
    public int Warnings => _live.Warnings;

    /// <summary>The worker hangs and is not replaced any more for now.</summary>
    public bool IsDown => _live.IsDown;

    /// <summary>Where its workers note what they catch.</summary>
    internal Troubles Troubles { get; }

    /// <summary>Opens the port in RS485 mode; its pins are mapped before. Where that fails the meters read as a bus error, and the worker tries again.</summary>
    public void Open(BoardPins pins)
    {
        _pins = pins;
        if (!_settings.HasBusMeter && !_settings.HasPowerMeter)
        {
            return;
        }

        _worker = new BusWorker(this, null, pins, _settings, _clock);
        if (!_worker.Open())
        {
            MissWithoutPort();
        }
    }

    /// <summary>Starts the worker, where there is a meter for it.</summary>
    public void Start()
    {
        if (_worker != null)
        {
            _filledMs = _clock.UptimeMs;
            _runs = true;
            _worker.Start();
        }
    }

    /// <summary>Called by the loop now and then: replaces a worker that has not filled the mailbox for a minute, three times a day at most.</summary>
    public void Supervise(long nowMs)
    {
        if (!_runs || !_live.MustRestart(nowMs, _filledMs))
        {
            return;
        }

        BusWorker next;
        lock (_gate)
        {
            next = new BusWorker(this, _worker, _pins, _settings, _clock);
            _worker = next;
            _filledMs = nowMs;
            Miss(NoDataReason.Timeout);
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
                Miss(NoDataReason.Timeout);
            }

            into.Take(_mailbox, Signal.BusFlow);
            into.Take(_mailbox, Signal.BusTotal);
            into.Take(_mailbox, Signal.BusStatus);
            into.Take(_mailbox, Signal.BusSerial);
            into.Take(_mailbox, Signal.BusErrors);
            for (int signal = Signal.Power; signal <= Signal.Energy; signal++)
            {
                into.Take(_mailbox, signal);
            }
        }
    }

    /// <summary>One question to each meter, and the answers into the mailbox; waits a third of a second for each at most. Allocates nothing.</summary>
    public void Poll()
    {
        _worker.Poll();
    }

    /// <summary>True for the worker whose answers are taken.</summary>
    internal bool IsCurrent(BusWorker worker)
    {
        return worker == _worker;
    }

    /// <summary>Takes a worker's answer of the water meter, unless another worker has taken its place.</summary>
    internal void PublishWater(BusWorker from, ModbusVerdict verdict, byte[] reply)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _filledMs = _clock.UptimeMs;
                _watch.Take(verdict, reply, _mailbox);
            }
        }
    }

    /// <summary>Takes a worker's answer of the power meter, unless another worker has taken its place.</summary>
    internal void PublishPower(BusWorker from, ModbusVerdict verdict, byte[] reply)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _filledMs = _clock.UptimeMs;
                _powerWatch.Take(verdict, reply, _mailbox);
            }
        }
    }

    /// <summary>A worker has no port, and could not open one, unless another worker has taken its place.</summary>
    internal void PublishWithoutPort(BusWorker from)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _filledMs = _clock.UptimeMs;
                MissWithoutPort();
            }
        }
    }

    /// <summary>No question can be asked: nothing that the bus carries can be read.</summary>
    private void MissWithoutPort()
    {
        Miss(NoDataReason.BusError);
        if (_settings.HasBusMeter)
        {
            BusWatch.Dead(_mailbox);
        }
    }

    private void Miss(NoDataReason reason)
    {
        if (_settings.HasBusMeter)
        {
            BusMeter.Miss(_mailbox, reason);
        }

        if (_settings.HasPowerMeter)
        {
            PowerMeter.Miss(_mailbox, reason);
        }
    }
}
