using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Core.Service;
using Firmware.Device.Platform;

namespace Firmware.Device.Drivers;

/// <summary>
/// The parts on the I²C bus as the loop sees them: a one-slot mailbox with an age, and the supervisor of the worker that fills it, which has a thread of its own because each
/// transfer allocates. A part that does not answer gives a reason, never a value.
/// </summary>
public sealed class PartsPoller
{
    /// <summary>Age of the mailbox at which its readings are given up, ms.</summary>
    public const int StaleMs = 30000;

    /// <summary>Silence of the worker after which another one takes its place, ms: a bus that is held low is tried every ten seconds.</summary>
    public const int StalledMs = 60000;

    private const int AllHigh = 0xFFFF;

    private readonly object _gate = new object();
    private readonly Liveness _live = new Liveness(StalledMs);
    private readonly Readings _mailbox;
    private readonly PartWatch _expanderWatch = new PartWatch();
    private readonly PartWatch _thermometerWatch = new PartWatch();
    private readonly PartWatch _readerWatch = new PartWatch();
    private readonly BoardPins _pins;
    private readonly Settings _settings;
    private readonly PlatformClock _clock;
    private PartsWorker _worker;
    private CheckOutcome _outputs;
    private bool _runs;
    private bool _open;
    private bool _shut;
    private long _filledMs;
    private long _setUnix;

    /// <summary>A poller of the parts that board and site have; <see cref="Open"/> them, then <see cref="Start"/> it.</summary>
    public PartsPoller(BoardPins pins, Settings settings, PlatformClock clock, Readings mailbox, Troubles troubles)
    {
        Troubles = troubles;
        _mailbox = mailbox;
        _pins = pins;
        _settings = settings;
        _clock = clock;
        _worker = new PartsWorker(this, pins, settings, clock);
        Fit(Signal.PumpMirror, settings.HasMirrorContact && pins.MirrorBit != BoardPins.NotFitted);
        Fit(Signal.SelectorHand, settings.HasSelector && pins.SelectorBit != BoardPins.NotFitted);
        Fit(Signal.ChamberFlooded, settings.HasChamberFloat && pins.FloatBit != BoardPins.NotFitted);
        Fit(Signal.ValveIsOpen, settings.HasValve && pins.ValveOpenBit != BoardPins.NotFitted);
        Fit(Signal.ValveIsShut, settings.HasValve && pins.ValveShutBit != BoardPins.NotFitted);
        Fit(Signal.Temperature, pins.ClockAddress != BoardPins.NotFitted);
        Fit(Signal.CardPresent, settings.HasCardReader && pins.ReaderAddress != BoardPins.NotFitted);
        Fit(Signal.CardNumber, settings.HasCardReader && pins.ReaderAddress != BoardPins.NotFitted);
    }

    /// <summary>Where its workers note what they catch.</summary>
    internal Troubles Troubles { get; }

    /// <summary>Workers that hung and were replaced since the start.</summary>
    public int Restarts => _live.Restarts;

    /// <summary>How often the worker was slow since the start.</summary>
    public int Warnings => _live.Warnings;

    /// <summary>The worker hangs and is not replaced any more for now.</summary>
    public bool IsDown => _live.IsDown;

    /// <summary>
    /// Opens the parts; their pins are mapped before. Where the bus cannot be opened they read as a bus error, and the worker tries again. Takes the time over from the clock
    /// chip.
    /// </summary>
    public void Open()
    {
        if (_worker.Open())
        {
            _worker.AdoptTime();
        }
        else
        {
            MissAll(NoDataReason.BusError);
        }
    }

    /// <summary>Starts the worker.</summary>
    public void Start()
    {
        _filledMs = _clock.UptimeMs;
        _runs = true;
        _worker.Start();
    }

    /// <summary>Called by the loop now and then: replaces a worker that has not ended a turn for a minute, three times a day at most.</summary>
    public void Supervise(long nowMs)
    {
        if (!_runs || !_live.MustRestart(nowMs, _filledMs))
        {
            return;
        }

        PartsWorker next;
        lock (_gate)
        {
            next = new PartsWorker(this, _pins, _settings, _clock);
            _worker = next;
            _filledMs = nowMs;
            MissAll(NoDataReason.Timeout);
        }

        next.Start();
    }

    /// <summary>Asks for the valve's drives; both off lets it stand.</summary>
    public void DriveValve(bool open, bool shut)
    {
        lock (_gate)
        {
            _open = open;
            _shut = shut;
        }
    }

    /// <summary>Hands a trusted time over to the clock chip, Unix seconds; it is set where it differs by more than two seconds.</summary>
    public void KeepTime(long unixSeconds)
    {
        lock (_gate)
        {
            _setUnix = unixSeconds - (_clock.UptimeMs / 1000);
        }
    }

    /// <summary>Whether the drives on the expander read as they were written in the last exchange; not tested where there are none, or the expander
    /// does not answer.</summary>
    public CheckOutcome OutputsReadBack()
    {
        lock (_gate)
        {
            return _outputs;
        }
    }

    /// <summary>Copies the mailbox into the readings; what is older than <see cref="StaleMs"/> counts as not answered.</summary>
    public void Read(Readings into)
    {
        lock (_gate)
        {
            if (_runs && _clock.UptimeMs - _filledMs > StaleMs)
            {
                MissAll(NoDataReason.Timeout);
            }

            into.Take(_mailbox, Signal.PumpMirror);
            into.Take(_mailbox, Signal.SelectorHand);
            into.Take(_mailbox, Signal.ChamberFlooded);
            into.Take(_mailbox, Signal.ValveIsOpen);
            into.Take(_mailbox, Signal.ValveIsShut);
            into.Take(_mailbox, Signal.Temperature);
            into.Take(_mailbox, Signal.CardPresent);
            into.Take(_mailbox, Signal.CardNumber);
        }
    }

    /// <summary>One turn of the present worker.</summary>
    public void Turn()
    {
        _worker.Turn();
    }

    /// <summary>True for the worker whose answers are taken.</summary>
    internal bool IsCurrent(PartsWorker worker)
    {
        return worker == _worker;
    }

    /// <summary>A worker has ended a turn.</summary>
    internal void PublishTurn(PartsWorker from)
    {
        lock (_gate)
        {
            if (from == _worker)
            {
                _filledMs = _clock.UptimeMs;
            }
        }
    }

    /// <summary>Pins to write: inputs high, a drive low where it is on.</summary>
    internal int LevelsToWrite()
    {
        lock (_gate)
        {
            return AllHigh & ~Bit(_pins.ValveOpenDriveBit, _open) & ~Bit(_pins.ValveShutDriveBit, _shut);
        }
    }

    /// <summary>The trusted time that waits for the chip, Unix seconds at uptime 0; 0 where none does. It is taken once.</summary>
    internal long TakeTrustedTime()
    {
        lock (_gate)
        {
            long trusted = _setUnix;
            _setUnix = 0;
            return trusted;
        }
    }

    /// <summary>Takes a worker's exchange with the expander, unless another worker has taken its place.</summary>
    internal void PublishExpander(PartsWorker from, NoDataReason reason, int levels, int written)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return;
            }

            CompareOutputs(reason, levels, written);
            _expanderWatch.Take(reason);
            if (_expanderWatch.IsGood)
            {
                SetClosed(Signal.PumpMirror, levels, _pins.MirrorBit, true);
                SetClosed(Signal.SelectorHand, levels, _pins.SelectorBit, true);
                SetClosed(Signal.ChamberFlooded, levels, _pins.FloatBit, false);
                SetClosed(Signal.ValveIsOpen, levels, _pins.ValveOpenBit, true);
                SetClosed(Signal.ValveIsShut, levels, _pins.ValveShutBit, true);
            }
            else if (_expanderWatch.IsGivenUp)
            {
                MissExpander(reason);
            }
        }
    }

    /// <summary>Takes a worker's look for a card, unless another worker has taken its place.</summary>
    internal void PublishCard(PartsWorker from, NoDataReason reason, int number)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return;
            }

            _readerWatch.Take(reason);
            if (_readerWatch.IsGood)
            {
                _mailbox.SetContact(Signal.CardPresent, number != 0);
                _mailbox.Set(Signal.CardNumber, number != 0 ? number : _mailbox.ValueOf(Signal.CardNumber));
            }
            else if (_readerWatch.IsGivenUp)
            {
                MissCard(reason);
            }
        }
    }

    /// <summary>Takes a worker's temperature, unless another worker has taken its place.</summary>
    internal void PublishTemperature(PartsWorker from, NoDataReason reason, int millidegrees)
    {
        lock (_gate)
        {
            if (from != _worker)
            {
                return;
            }

            _thermometerWatch.Take(reason);
            if (_thermometerWatch.IsGood)
            {
                _mailbox.Set(Signal.Temperature, millidegrees);
            }
            else if (_thermometerWatch.IsGivenUp)
            {
                MissFitted(Signal.Temperature, reason);
            }
        }
    }

    /// <summary>A drive that is held low, or that cannot be pulled low, reads otherwise than it was written.</summary>
    private void CompareOutputs(NoDataReason reason, int levels, int written)
    {
        int drives = Bit(_pins.ValveOpenDriveBit, true) | Bit(_pins.ValveShutDriveBit, true);
        if (drives != 0)
        {
            bool same = (levels & drives) == (written & drives);
            _outputs = reason != NoDataReason.None ? CheckOutcome.NotTested : same ? CheckOutcome.Pass : CheckOutcome.Fail;
        }
    }

    private static int Bit(int bit, bool on)
    {
        return on && bit != BoardPins.NotFitted ? 1 << bit : 0;
    }

    private void Fit(int signal, bool fitted)
    {
        if (!fitted)
        {
            _mailbox.Miss(signal, NoDataReason.NotFitted);
        }
    }

    private void SetClosed(int signal, int levels, int bit, bool onWhenClosed)
    {
        if (_mailbox.ReasonOf(signal) != NoDataReason.NotFitted)
        {
            bool closed = (levels & (1 << bit)) == 0;
            _mailbox.SetContact(signal, closed == onWhenClosed);
        }
    }

    private void MissAll(NoDataReason reason)
    {
        MissExpander(reason);
        MissFitted(Signal.Temperature, reason);
        MissCard(reason);
    }

    private void MissExpander(NoDataReason reason)
    {
        MissFitted(Signal.PumpMirror, reason);
        MissFitted(Signal.SelectorHand, reason);
        MissFitted(Signal.ChamberFlooded, reason);
        MissFitted(Signal.ValveIsOpen, reason);
        MissFitted(Signal.ValveIsShut, reason);
    }

    private void MissCard(NoDataReason reason)
    {
        MissFitted(Signal.CardPresent, reason);
        MissFitted(Signal.CardNumber, reason);
    }

    private void MissFitted(int signal, NoDataReason reason)
    {
        if (_mailbox.ReasonOf(signal) != NoDataReason.NotFitted)
        {
            _mailbox.Miss(signal, reason);
        }
    }
}
