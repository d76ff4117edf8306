using System;
using System.IO.Ports;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;

namespace Firmware.Device.Drivers;

/// <summary>
/// The worker of the RS485 bus: asks the meter once a second and leaves what <see cref="BusWatch"/> makes of the answers in a one-slot mailbox.
/// </summary>
public sealed class BusPoller
{
    private const int PollMs = 1000;
    private const int ReplyMs = 300;
    private const int StepMs = 5;
    private const int FrameGapMs = 5;

    private readonly object _gate = new object();
    private readonly Readings _mailbox = new Readings();
    private readonly byte[] _request = new byte[ModbusFrame.RequestBytes];
    private readonly byte[] _reply = new byte[128];
    private readonly ISystemClock _clock;
    private readonly int _address;
    private readonly bool _fitted;
    private readonly BusWatch _watch = new BusWatch();
    private SerialPort _port;

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

    /// <summary>Opens the port in RS485 mode; its pins are mapped before. Where that fails the meter reads as a bus error.</summary>
    public void Open(BoardPins pins)
    {
        if (!_fitted)
        {
            return;
        }

        try
        {
            _port = new SerialPort(pins.BusPort, pins.BusBaud);
            _port.Mode = SerialMode.RS485;
            _port.ReadTimeout = ReplyMs;
            _port.WriteTimeout = ReplyMs;
            _port.Open();
        }
        catch (Exception)
        {
            _port = null;
            BusWatch.Dead(_mailbox);
        }
    }

    /// <summary>Starts the worker.</summary>
    public void Start()
    {
        if (_port != null)
        {
            new Thread(Run).Start();
        }
    }

    /// <summary>Copies the mailbox into the readings.</summary>
    public void Read(Readings into)
    {
        lock (_gate)
        {
            Copy(Signal.BusFlow, into);
            Copy(Signal.BusTotal, into);
            Copy(Signal.BusStatus, into);
            Copy(Signal.BusSerial, into);
            Copy(Signal.BusErrors, into);
        }
    }

    /// <summary>One question, and its answer into the mailbox; waits at most <see cref="ReplyMs"/> for it. Allocates nothing.</summary>
    public void Poll()
    {
        Publish(AskSafely());
    }

    private ModbusVerdict Ask()
    {
        Drain();
        ModbusFrame.WriteRead(_request, _address, BusMeter.FirstRegister, BusMeter.Registers);
        _port.Write(_request, 0, ModbusFrame.RequestBytes);
        int count = Receive(ModbusFrame.ReplyBytes(BusMeter.Registers));
        return ModbusFrame.Judge(_reply, count, _address, BusMeter.Registers);
    }

    private void Run()
    {
        while (true)
        {
            long startMs = _clock.UptimeMs;
            Poll();
            Thread.Sleep((int)Bound.Clamp(PollMs - (_clock.UptimeMs - startMs), StepMs, PollMs));
        }
    }

    private ModbusVerdict AskSafely()
    {
        try
        {
            return Ask();
        }
        catch (Exception)
        {
            // The port threw (time-out in the middle of a read, port gone): the meter did not answer, and the worker lives on.
            return ModbusVerdict.Short;
        }
    }

    private void Publish(ModbusVerdict verdict)
    {
        lock (_gate)
        {
            _watch.Take(verdict, _reply, _mailbox);
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

    /// <summary>What still lies in the buffer belongs to an older question.</summary>
    private void Drain()
    {
        for (int waiting = _port.BytesToRead; waiting > 0; waiting = _port.BytesToRead)
        {
            _port.Read(_reply, 0, waiting < _reply.Length ? waiting : _reply.Length);
        }
    }

    /// <summary>
    /// Collects an answer: exactly what has come is read, because a read of more would wait and then throw. Ends when the expected bytes and a
    /// gap behind them have come, or when the time is up.
    /// </summary>
    private int Receive(int expected)
    {
        long untilMs = _clock.UptimeMs + ReplyMs;
        int count = 0;
        while (count < expected && _clock.UptimeMs < untilMs)
        {
            Thread.Sleep(StepMs);
            count = Collect(count);
        }

        Thread.Sleep(FrameGapMs);
        return Collect(count);
    }

    private int Collect(int count)
    {
        int waiting = _port.BytesToRead;
        int room = _reply.Length - count;
        int take = waiting < room ? waiting : room;
        if (take > 0)
        {
            _port.Read(_reply, count, take);
        }

        return count + take;
    }
}
