using System;
using System.IO.Ports;
using System.Threading;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Device.Drivers;

/// <summary>
/// One generation of the worker of the RS485 bus: a thread, a port and their buffers. It asks every slave that is fitted once a second. One that was replaced ends as soon
/// as the call that it hung in returns.
/// </summary>
internal sealed class BusWorker
{
    private const int PollMs = 1000;
    private const int ReplyMs = 300;

    /// <summary>A sleep ends with a tick of the platform, 10 ms (100 Hz): shorter ones are none.</summary>
    private const int StepMs = 10;

    /// <summary>Two ticks, so that at least one passes whole: 3.5 characters, which end a frame (Modbus over serial line V1.02, 2.5.1.1), are 4 ms at 9,600 baud.</summary>
    private const int FrameGapMs = 20;

    private readonly BusPoller _poller;
    private readonly BusWorker _before;
    private readonly BoardPins _pins;
    private readonly Settings _settings;
    private readonly ISystemClock _clock;
    private readonly byte[] _request = new byte[ModbusFrame.RequestBytes];
    private readonly byte[] _reply = new byte[128];
    private SerialPort _port;
    private long _nextMs;
    private bool _leftBehind;

    /// <summary>A worker for this poller; <paramref name="before"/> is the one that it replaces, null for the first.</summary>
    public BusWorker(BusPoller poller, BusWorker before, BoardPins pins, Settings settings, ISystemClock clock)
    {
        _poller = poller;
        _before = before;
        _pins = pins;
        _settings = settings;
        _clock = clock;
    }

    /// <summary>Opens the port in RS485 mode. False where that fails.</summary>
    public bool Open()
    {
        SerialPort port = null;
        try
        {
            port = new SerialPort(_pins.BusPort, _pins.BusBaud);
            port.Mode = SerialMode.RS485;
            port.ReadTimeout = ReplyMs;
            port.WriteTimeout = ReplyMs;
            port.Open();
            _port = port;
            return true;
        }
        catch (Exception e)
        {
            _poller.Troubles.Note(TroublePlace.Bus, e);
            Close(port);
            return false;
        }
    }

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        new Thread(Run).Start();
    }

    /// <summary>One question to each slave, and its answer to the poller; waits at most <see cref="ReplyMs"/> for each. Allocates nothing.</summary>
    public void Poll()
    {
        if (_port == null && !Reopen())
        {
            _poller.PublishWithoutPort(this);
            return;
        }

        if (_settings.HasBusMeter)
        {
            _poller.PublishWater(this, AskSafely(_settings.BusAddress, BusMeter.FirstRegister, BusMeter.Registers), _reply);
        }

        if (_settings.HasPowerMeter)
        {
            _poller.PublishPower(this, AskSafely(_settings.PowerAddress, PowerMeter.FirstRegister, PowerMeter.Registers), _reply);
        }
    }

    private void Run()
    {
        while (!_leftBehind)
        {
            try
            {
                Turn();
            }
            catch (Exception e)
            {
                _poller.Troubles.Note(TroublePlace.Bus, e);
            }
        }
    }

    private void Turn()
    {
        Thread.Sleep((int)Bound.Clamp(_nextMs - _clock.UptimeMs, StepMs, PollMs));
        _nextMs = _clock.UptimeMs + PollMs;
        _leftBehind = !_poller.IsCurrent(this);
        if (!_leftBehind)
        {
            Poll();
        }
    }

    private ModbusVerdict AskSafely(int address, int first, int registers)
    {
        try
        {
            return Ask(address, first, registers);
        }
        catch (Exception e)
        {
            // The port threw (time-out in the middle of a read, port gone): the slave did not answer, and the worker lives on.
            _poller.Troubles.Note(TroublePlace.Bus, e);
            return ModbusVerdict.Short;
        }
    }

    /// <summary>A port can be opened once: the one before is closed first, by this thread, which may hang in that as the one before did.</summary>
    private bool Reopen()
    {
        if (_before != null)
        {
            Close(_before._port);
        }

        return Open();
    }

    private bool Close(SerialPort port)
    {
        try
        {
            port?.Dispose();
            return true;
        }
        catch (Exception e)
        {
            _poller.Troubles.Note(TroublePlace.Bus, e);
            return false;
        }
    }

    private ModbusVerdict Ask(int address, int first, int registers)
    {
        Drain();
        ModbusFrame.WriteRead(_request, address, first, registers);
        _port.Write(_request, 0, ModbusFrame.RequestBytes);
        int count = Receive(ModbusFrame.ReplyBytes(registers));
        return ModbusFrame.Judge(_reply, count, address, registers);
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
    /// gap after them have come, or when the time is up.
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
