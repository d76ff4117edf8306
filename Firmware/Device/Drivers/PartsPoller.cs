using System;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Device.Platform;

namespace Firmware.Device.Drivers;

/// <summary>
/// The parts on the I²C bus as the loop sees them: a one-slot mailbox with an age, filled by a thread of its own, because each transfer allocates. A part that does
/// not answer gives a reason, never a value; a bus whose wires are held low is left alone for ten seconds, since each try stops the whole chip for one.
/// </summary>
public sealed class PartsPoller
{
    /// <summary>Age of the mailbox at which its readings are given up, ms.</summary>
    public const int StaleMs = 30000;

    private const int TurnMs = 200;
    private const int StuckMs = 10000;
    private const int SlowMs = 10000;
    private const int AntennaMs = 60000;
    private const int AllHigh = 0xFFFF;

    private readonly object _gate = new object();
    private readonly Readings _mailbox = new Readings();
    private readonly PartWatch _expanderWatch = new PartWatch();
    private readonly PartWatch _thermometerWatch = new PartWatch();
    private readonly PartWatch _readerWatch = new PartWatch();
    private readonly BoardPins _pins;
    private readonly Settings _settings;
    private readonly PlatformClock _clock;
    private Expander _expander;
    private ClockChip _chip;
    private CardReader _reader;
    private NoDataReason _antenna;
    private CheckOutcome _outputs;
    private bool _runs;
    private bool _open;
    private bool _shut;
    private long _filledMs;
    private long _slowMs;
    private long _antennaMs;
    private long _setUnix;

    /// <summary>A poller of the parts that board and site have; <see cref="Open"/> them, then <see cref="Start"/> it.</summary>
    public PartsPoller(BoardPins pins, Settings settings, PlatformClock clock)
    {
        _pins = pins;
        _settings = settings;
        _clock = clock;
        Fit(Signal.PumpMirror, settings.HasMirrorContact && pins.MirrorBit != BoardPins.NotFitted);
        Fit(Signal.SelectorHand, settings.HasSelector && pins.SelectorBit != BoardPins.NotFitted);
        Fit(Signal.ChamberFlooded, settings.HasChamberFloat && pins.FloatBit != BoardPins.NotFitted);
        Fit(Signal.ValveIsOpen, settings.HasValve && pins.ValveOpenBit != BoardPins.NotFitted);
        Fit(Signal.ValveIsShut, settings.HasValve && pins.ValveShutBit != BoardPins.NotFitted);
        Fit(Signal.Temperature, pins.ClockAddress != BoardPins.NotFitted);
        Fit(Signal.CardPresent, settings.HasCardReader && pins.ReaderAddress != BoardPins.NotFitted);
        Fit(Signal.CardNumber, settings.HasCardReader && pins.ReaderAddress != BoardPins.NotFitted);
    }

    /// <summary>Turns that ended in an exception, since the start.</summary>
    public int Failures { get; private set; }

    /// <summary>Opens the parts; their pins are mapped before. Where the bus cannot be opened they read as a bus error. Takes the time over from the clock chip.</summary>
    public void Open()
    {
        try
        {
            _expander = _pins.ExpanderAddress == BoardPins.NotFitted ? null : new Expander(_pins.ExpanderAddress);
            _chip = _pins.ClockAddress == BoardPins.NotFitted ? null : new ClockChip(_pins.ClockAddress);
            _reader = _pins.ReaderAddress == BoardPins.NotFitted || !_settings.HasCardReader ? null : new CardReader(_pins.ReaderAddress);
            AdoptTime();
        }
        catch (Exception)
        {
            _expander = null;
            _chip = null;
            _reader = null;
            MissExpander(NoDataReason.BusError);
            MissFitted(Signal.Temperature, NoDataReason.BusError);
            MissCard(NoDataReason.BusError);
        }
    }

    /// <summary>Starts the worker.</summary>
    public void Start()
    {
        _filledMs = _clock.UptimeMs;
        _runs = true;
        new Thread(Run).Start();
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
                MissExpander(NoDataReason.Timeout);
                MissFitted(Signal.Temperature, NoDataReason.Timeout);
                MissCard(NoDataReason.Timeout);
            }

            Copy(Signal.PumpMirror, into);
            Copy(Signal.SelectorHand, into);
            Copy(Signal.ChamberFlooded, into);
            Copy(Signal.ValveIsOpen, into);
            Copy(Signal.ValveIsShut, into);
            Copy(Signal.Temperature, into);
            Copy(Signal.CardPresent, into);
            Copy(Signal.CardNumber, into);
        }
    }

    /// <summary>One turn: every part is asked for what is due.</summary>
    public void Turn()
    {
        if (_expander != null)
        {
            int levels = Levels();
            NoDataReason reason = _expander.Exchange(levels);
            TakeExpander(reason);
            CompareOutputs(levels, reason);
        }

        if (_reader != null && !IsStuck)
        {
            LookForCard();
        }

        if (_chip != null && !IsStuck && _clock.UptimeMs >= _slowMs)
        {
            _slowMs = _clock.UptimeMs + SlowMs;
            AskClock();
        }

        lock (_gate)
        {
            _filledMs = _clock.UptimeMs;
        }
    }

    /// <summary>The first part that is asked found the wires held low: the others would, too.</summary>
    private bool IsStuck => _expander != null && _expanderWatch.Reason == NoDataReason.BusError;

    private void Run()
    {
        while (true)
        {
            try
            {
                Thread.Sleep(IsStuck ? StuckMs : TurnMs);
                Turn();
            }
            catch (Exception)
            {
                Failures++;
            }
        }
    }

    /// <summary>Pins to write: inputs high, a drive low where it is on.</summary>
    private int Levels()
    {
        lock (_gate)
        {
            return AllHigh & ~Bit(_pins.ValveOpenDriveBit, _open) & ~Bit(_pins.ValveShutDriveBit, _shut);
        }
    }

    /// <summary>A drive that is held low, or that cannot be pulled low, reads otherwise than it was written.</summary>
    private void CompareOutputs(int written, NoDataReason reason)
    {
        int drives = Bit(_pins.ValveOpenDriveBit, true) | Bit(_pins.ValveShutDriveBit, true);
        lock (_gate)
        {
            if (drives != 0)
            {
                bool same = (_expander.Levels & drives) == (written & drives);
                _outputs = reason != NoDataReason.None ? CheckOutcome.NotTested : same ? CheckOutcome.Pass : CheckOutcome.Fail;
            }
        }
    }

    private static int Bit(int bit, bool on)
    {
        return on && bit != BoardPins.NotFitted ? 1 << bit : 0;
    }

    private void TakeExpander(NoDataReason reason)
    {
        lock (_gate)
        {
            _expanderWatch.Take(reason);
            if (_expanderWatch.IsGood)
            {
                int levels = _expander.Levels;
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

    private void LookForCard()
    {
        NoDataReason reason = _reader.Look(out int number);
        if (reason == NoDataReason.None && number == 0 && _clock.UptimeMs >= _antennaMs)
        {
            _antennaMs = _clock.UptimeMs + AntennaMs;
            _antenna = _reader.TestAntenna();
        }

        reason = reason == NoDataReason.None && _antenna == NoDataReason.OutOfRange ? _antenna : reason;
        lock (_gate)
        {
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

    private void AskClock()
    {
        NoDataReason reason = _chip.ReadTemperature(out int millidegrees);
        lock (_gate)
        {
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

        SetChip();
    }

    private void SetChip()
    {
        long trusted;
        lock (_gate)
        {
            trusted = _setUnix;
            _setUnix = 0;
        }

        if (trusted == 0)
        {
            return;
        }

        trusted += _clock.UptimeMs / 1000;
        NoDataReason reason = _chip.ReadTime(out long kept);
        bool agrees = reason == NoDataReason.None && kept - trusted <= 2 && trusted - kept <= 2;
        if (!agrees)
        {
            _chip.SetTime(trusted);
        }
    }

    private void AdoptTime()
    {
        if (_chip != null && _chip.ReadTime(out long unixSeconds) == NoDataReason.None)
        {
            _clock.Adopt(unixSeconds);
        }
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
