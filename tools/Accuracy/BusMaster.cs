using System;
using System.Collections.Generic;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// The master of the site's RS485 pair: what <c>BusPoller</c> does on its thread, as a machine that is stepped. Requests and replies
/// are bytes that take their time on the line; what they mean is judged by Core.
/// </summary>
internal sealed class BusMaster
{
    private const int PollMs = 1000;
    private const int ReplyMs = 300;
    private const int PortBytes = 256;
    private const int BitsPerByte = 10;

    private readonly SerialTerminal _line;
    private readonly int _waterAddress;
    private readonly int _powerAddress;
    private readonly PowerWatch _powerWatch = new();
    private readonly long _byteUs;
    private readonly BusWatch _watch = new();
    private readonly Readings _mailbox = new();
    private readonly byte[] _request = new byte[ModbusFrame.RequestBytes];
    private readonly byte[] _reply = new byte[128];
    private readonly Queue<byte> _port = new();
    private readonly Queue<(long AtUs, byte Value)> _coming = new();
    private long _startMs;
    private long _pollMs;
    private readonly bool _hasPowerMeter;
    private bool _asksPower;
    private long _freeUs;
    private int _sent = ModbusFrame.RequestBytes;
    private int _count;
    private Phase _phase;

    /// <summary>A master on the site's pair.</summary>
    public BusMaster(Site site, Settings settings)
    {
        _line = site.Terminal<SerialTerminal>("rs485");
        _waterAddress = settings.BusAddress;
        _powerAddress = settings.PowerAddress;
        _hasPowerMeter = settings.HasPowerMeter;
        for (int signal = Signal.Power; signal <= Signal.Energy && !_hasPowerMeter; signal++)
        {
            _mailbox.Miss(signal, NoDataReason.NotFitted);
        }

        _byteUs = 1_000_000L * BitsPerByte / _line.BitsPerSecond;
    }

    private enum Phase
    {
        Idle,
        Waiting,
        Gap,
    }

    /// <summary>Copies what is known of the meter into the readings.</summary>
    public void Read(Readings into)
    {
        Copy(Signal.BusFlow, into);
        Copy(Signal.BusTotal, into);
        Copy(Signal.BusStatus, into);
        Copy(Signal.BusSerial, into);
        Copy(Signal.BusErrors, into);
        for (int signal = Signal.Power; signal <= Signal.Energy; signal++)
        {
            Copy(signal, into);
        }
    }

    /// <summary>Asks nothing for a while: a question under way is forgotten, and not taken for one without an answer.</summary>
    public void Pause()
    {
        _phase = Phase.Idle;
        _sent = ModbusFrame.RequestBytes;
    }

    /// <summary>Carries bytes, and asks, waits or judges.</summary>
    public void Step(long nowMs)
    {
        Carry(nowMs * 1000);
        switch (_phase)
        {
            case Phase.Idle when nowMs - _pollMs >= PollMs:
                _pollMs = nowMs;
                _asksPower = false;
                Ask(nowMs);
                break;
            case Phase.Waiting:
                Collect();
                _phase = _count >= ModbusFrame.ReplyBytes(Registers) || nowMs - _startMs >= ReplyMs ? Phase.Gap : Phase.Waiting;
                break;
            case Phase.Gap:
                Collect();
                Judge(nowMs);
                break;
        }
    }

    private int Registers => _asksPower ? PowerMeter.Registers : BusMeter.Registers;

    /// <summary>The water meter first, then the power meter.</summary>
    private void Judge(long nowMs)
    {
        int address = _asksPower ? _powerAddress : _waterAddress;
        ModbusVerdict verdict = ModbusFrame.Judge(_reply, _count, address, Registers);
        _phase = Phase.Idle;
        if (_asksPower)
        {
            _powerWatch.Take(verdict, _reply, _mailbox);
            return;
        }

        _watch.Take(verdict, _reply, _mailbox);
        if (_hasPowerMeter)
        {
            _asksPower = true;
            Ask(nowMs);
        }
    }

    private void Ask(long nowMs)
    {
        _port.Clear();
        ModbusFrame.WriteRead(_request, _asksPower ? _powerAddress : _waterAddress, _asksPower ? PowerMeter.FirstRegister : BusMeter.FirstRegister, Registers);
        (_startMs, _sent, _count, _phase) = (nowMs, 0, 0, Phase.Waiting);
    }

    private void Carry(long nowUs)
    {
        for (; _sent < _request.Length && (_startMs * 1000) + ((_sent + 1) * _byteUs) <= nowUs; _sent++)
        {
            _line.FromUnit(_request[_sent]);
        }

        while (_freeUs <= nowUs && _line.TryTake(out byte value))
        {
            _freeUs = Math.Max(_freeUs, nowUs - (1000L * Bench.StepMs)) + _byteUs;
            _coming.Enqueue((_freeUs, value));
        }

        while (_coming.Count > 0 && _coming.Peek().AtUs <= nowUs)
        {
            Arrive(_coming.Dequeue().Value);
        }
    }

    /// <summary>What does not fit into the port's buffer is lost, as on the chip.</summary>
    private void Arrive(byte value)
    {
        if (_port.Count < PortBytes)
        {
            _port.Enqueue(value);
        }
    }

    private void Collect()
    {
        while (_count < _reply.Length && _port.Count > 0)
        {
            _reply[_count++] = _port.Dequeue();
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
