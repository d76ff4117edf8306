using System;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Device.Platform;

namespace Firmware.Device.Drivers;

/// <summary>
/// One generation of the worker of the I²C bus: a thread, the parts as it opened them, and their buffers. It asks every part for what is due, five times a second; a bus whose
/// wires are held low is left alone for ten seconds, since each try stops the whole chip for one. One that was replaced ends as soon as the call that it hung in returns.
/// </summary>
internal sealed class PartsWorker
{
    private const int TurnMs = 200;
    private const int StuckMs = 10000;
    private const int SlowMs = 10000;
    private const int AntennaMs = 60000;

    private readonly PartsPoller _poller;
    private readonly BoardPins _pins;
    private readonly PlatformClock _clock;
    private readonly bool _hasReader;
    private Expander _expander;
    private ClockChip _chip;
    private CardReader _reader;
    private NoDataReason _antenna;
    private long _slowMs;
    private long _antennaMs;
    private bool _isOpen;
    private bool _isStuck;

    /// <summary>A worker for this poller.</summary>
    public PartsWorker(PartsPoller poller, BoardPins pins, Settings settings, PlatformClock clock)
    {
        _poller = poller;
        _pins = pins;
        _clock = clock;
        _hasReader = pins.ReaderAddress != BoardPins.NotFitted && settings.HasCardReader;
    }

    /// <summary>Opens the parts; their pins are mapped before. False where the bus cannot be opened.</summary>
    public bool Open()
    {
        try
        {
            _expander = _pins.ExpanderAddress == BoardPins.NotFitted ? null : new Expander(_pins.ExpanderAddress);
            _chip = _pins.ClockAddress == BoardPins.NotFitted ? null : new ClockChip(_pins.ClockAddress);
            _reader = _hasReader ? new CardReader(_pins.ReaderAddress) : null;
            _isOpen = true;
        }
        catch (Exception e)
        {
            _poller.Troubles.Note(TroublePlace.Parts, e);
            _expander = null;
            _chip = null;
            _reader = null;
        }

        return _isOpen;
    }

    /// <summary>Takes the time over from the clock chip.</summary>
    public void AdoptTime()
    {
        if (_chip != null && _chip.ReadTime(out long unixSeconds) == NoDataReason.None)
        {
            _clock.Adopt(unixSeconds);
        }
    }

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        new Thread(Run).Start();
    }

    /// <summary>One turn: every part is asked for what is due.</summary>
    public void Turn()
    {
        if (_expander != null)
        {
            int levels = _poller.LevelsToWrite();
            NoDataReason reason = _expander.Exchange(levels);
            _isStuck = reason == NoDataReason.BusError;
            _poller.PublishExpander(this, reason, _expander.Levels, levels);
        }

        if (_reader != null && !_isStuck)
        {
            LookForCard();
        }

        if (_chip != null && !_isStuck && _clock.UptimeMs >= _slowMs)
        {
            _slowMs = _clock.UptimeMs + SlowMs;
            AskClock();
        }

        _poller.PublishTurn(this);
    }

    private void Run()
    {
        bool leftBehind = false;
        while (!leftBehind)
        {
            try
            {
                Thread.Sleep(_isStuck ? StuckMs : TurnMs);
                leftBehind = !_poller.IsCurrent(this);
                if (!leftBehind)
                {
                    TurnOrOpen();
                }
            }
            catch (Exception e)
            {
                _poller.Troubles.Note(TroublePlace.Parts, e);
            }
        }
    }

    /// <summary>A bus that cannot be opened is tried every ten seconds: the worker lives, it is the bus that does not.</summary>
    private void TurnOrOpen()
    {
        if (!_isOpen)
        {
            _isStuck = !Open();
        }

        if (_isOpen)
        {
            Turn();
        }
        else
        {
            _poller.PublishTurn(this);
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
        _poller.PublishCard(this, reason, number);
    }

    private void AskClock()
    {
        NoDataReason reason = _chip.ReadTemperature(out int millidegrees);
        _poller.PublishTemperature(this, reason, millidegrees);
        SetChip();
    }

    /// <summary>A trusted time goes to the chip where it differs by more than two seconds.</summary>
    private void SetChip()
    {
        long trusted = _poller.TakeTrustedTime();
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
}
