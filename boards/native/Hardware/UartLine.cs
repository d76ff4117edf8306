using System;
using System.Collections.Generic;

namespace Board.Native;

/// <summary>
/// The wires between one UART of the unit and whatever hangs on them. A byte takes start bit, data, parity and stop bits at the
/// port's baud rate, in unit time, in both directions. What arrives while the port is closed, or beyond its receive buffer, is lost.
/// </summary>
public sealed class UartLine
{
    /// <summary>The UART's own transmit FIFO, bytes: a write returns when the rest fits into it.</summary>
    internal const int TransmitFifo = 128;

    private static readonly Dictionary<string, UartLine> s_lines = new();

    private readonly object _sync = new();
    private readonly TimedBytes _toUnit = new();
    private readonly TimedBytes _fromUnit = new();
    private byte[] _received = [];
    private int _head;
    private int _count;
    private bool _open;
    private long _byteMicroseconds = 1041;
    private long _dropped;
    private volatile UartDriver _driver;

    /// <summary>Bytes towards the unit that were lost, because the port was closed or its buffer full.</summary>
    public long Dropped
    {
        get
        {
            lock (_sync)
            {
                Settle();
                return _dropped;
            }
        }
    }

    /// <summary>True while the firmware has the port open.</summary>
    public bool IsOpen => _open;

    /// <summary>What the port's driver makes of the firmware's calls.</summary>
    public UartDriver Driver
    {
        get => _driver;
        set
        {
            _driver = value;
            UnitTime.NotifyChange();
        }
    }

    /// <summary>The unit began to send something; raised on the thread that writes, so that an answer needs no thread of its own.</summary>
    public event Action Transmitted;

    /// <summary>Something was sent towards the unit.</summary>
    internal event Action Sent;

    /// <summary>Takes the next byte that the unit sent, once its stop bit has passed.</summary>
    public bool TryTake(out byte value)
    {
        lock (_sync)
        {
            return _fromUnit.TryTake(UnitTime.Microseconds, out value);
        }
    }

    /// <summary>Sends bytes to the unit, back to back after those already on the way.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_sync)
        {
            Settle();
            foreach (byte value in bytes)
            {
                _toUnit.Add(value, UnitTime.Microseconds, _byteMicroseconds);
            }
        }

        UnitTime.NotifyChange();
        Sent?.Invoke();
    }

    internal static UartLine Of(string port)
    {
        lock (s_lines)
        {
            if (!s_lines.TryGetValue(port, out UartLine line))
            {
                line = new UartLine();
                s_lines.Add(port, line);
            }

            return line;
        }
    }

    internal static void ResetAll()
    {
        lock (s_lines)
        {
            foreach (UartLine line in s_lines.Values)
            {
                line.Close();
                line.StopTransmitting();
            }
        }

        System.IO.Ports.SerialPort.ResetAll();
    }

    internal void Open(int baudRate, int bitsPerByte, int receiveBuffer)
    {
        lock (_sync)
        {
            Settle();
            _byteMicroseconds = Math.Max(1, bitsPerByte * 1_000_000L / baudRate);
            _received = new byte[receiveBuffer];
            _head = 0;
            _count = 0;
            _open = true;
        }
    }

    internal void Close()
    {
        lock (_sync)
        {
            Settle();
            _open = false;
            _count = 0;
        }
    }

    /// <summary>The unit lost power: what has not left yet never will.</summary>
    private void StopTransmitting()
    {
        lock (_sync)
        {
            _fromUnit.DropAfter(UnitTime.Microseconds);
        }
    }

    internal int BytesToRead
    {
        get
        {
            lock (_sync)
            {
                Settle();
                return _count;
            }
        }
    }

    /// <summary>When the next byte will have arrived; long.MaxValue when none is on the way.</summary>
    internal long NextArrival
    {
        get
        {
            lock (_sync)
            {
                return _toUnit.NextDue;
            }
        }
    }

    /// <summary>When the last byte now on its way will have arrived.</summary>
    internal long LastArrival
    {
        get
        {
            lock (_sync)
            {
                return _toUnit.LastDue;
            }
        }
    }

    /// <summary>Takes received bytes, all of <paramref name="count"/> or none.</summary>
    internal bool TryRead(byte[] buffer, int offset, int count)
    {
        lock (_sync)
        {
            Settle();
            if (_count < count)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                buffer[offset + i] = _received[(_head + i) % _received.Length];
            }

            _head = _received.Length == 0 ? 0 : (_head + count) % _received.Length;
            _count -= count;
            return true;
        }
    }

    /// <summary>Puts bytes on the wire; they leave at the baud rate.</summary>
    /// <returns>When all but a FIFO's worth will have left.</returns>
    internal long Transmit(byte[] buffer, int offset, int count)
    {
        long done;
        lock (_sync)
        {
            long now = UnitTime.Microseconds;
            for (int i = 0; i < count; i++)
            {
                _fromUnit.Add(buffer[offset + i], now, _byteMicroseconds);
            }

            done = Math.Max(now, _fromUnit.LastDue - (TransmitFifo * _byteMicroseconds));
        }

        Transmitted?.Invoke();
        return done;
    }

    /// <summary>Index of a byte in what is buffered, −1 when it is not there.</summary>
    internal int IndexOf(byte value)
    {
        lock (_sync)
        {
            Settle();
            for (int i = 0; i < _count; i++)
            {
                if (_received[(_head + i) % _received.Length] == value)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>Moves what has arrived into the receive buffer, or loses it.</summary>
    private void Settle()
    {
        long now = UnitTime.Microseconds;
        while (_toUnit.TryTake(now, out byte value))
        {
            if (!_open || _count == _received.Length)
            {
                _dropped++;
                continue;
            }

            _received[(_head + _count) % _received.Length] = value;
            _count++;
        }
    }
}

/// <summary>State of a port's driver.</summary>
public enum UartDriver
{
    /// <summary>It does its work.</summary>
    Works,

    /// <summary>It is broken: each call on the open port throws.</summary>
    Fails,

    /// <summary>It hangs: no call on the open port returns while it does.</summary>
    Hangs,
}

/// <summary>Bytes on a wire, each with the moment at which it will have passed. Keeps its arrays.</summary>
internal sealed class TimedBytes
{
    private byte[] _values = new byte[1024];
    private long[] _dues = new long[1024];
    private int _head;
    private int _count;

    internal long NextDue => _count == 0 ? long.MaxValue : _dues[_head];

    internal long LastDue { get; private set; }

    internal void Add(byte value, long now, long duration)
    {
        if (_count == _values.Length)
        {
            Grow();
        }

        int at = (_head + _count) % _values.Length;
        LastDue = Math.Max(now, LastDue) + duration;
        _values[at] = value;
        _dues[at] = LastDue;
        _count++;
    }

    internal bool TryTake(long now, out byte value)
    {
        if (_count == 0 || _dues[_head] > now)
        {
            value = 0;
            return false;
        }

        value = _values[_head];
        _head = (_head + 1) % _values.Length;
        _count--;
        return true;
    }

    /// <summary>Forgets what has not passed by then.</summary>
    internal void DropAfter(long now)
    {
        while (_count > 0 && _dues[(_head + _count - 1) % _dues.Length] > now)
        {
            _count--;
        }

        LastDue = Math.Min(LastDue, now);
    }

    private void Grow()
    {
        var values = new byte[_values.Length * 2];
        var dues = new long[_dues.Length * 2];
        for (int i = 0; i < _count; i++)
        {
            values[i] = _values[(_head + i) % _values.Length];
            dues[i] = _dues[(_head + i) % _dues.Length];
        }

        (_values, _dues, _head) = (values, dues, 0);
    }
}
