using System.Collections.Generic;
using System.Text;
using System.Threading;
using Board.Native;
using nanoFramework.Hardware.Esp32;

namespace System.IO.Ports;

/// <summary>
/// A UART. <see cref="Read(byte[], int, int)"/> waits for all the bytes it was asked for; what arrives beyond
/// <see cref="ReadBufferSize"/> is lost; one object a port; COM2 and COM3 need pins before <see cref="Open"/>.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private static readonly HashSet<string> s_taken = new();

    private readonly UartLine _line;
    private readonly Func<bool> _driverHangs;
    private SerialDataReceivedEventHandler _dataReceived;
    private int _baudRate;
    private int _readBufferSize = 256;
    private bool _disposed;

    /// <exception cref="ArgumentException">No such port on the chip, or it was constructed before and not disposed.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        StallGate.Pass();
        if (Array.IndexOf(GetPortNames(), portName) < 0 || !Take(portName))
        {
            throw new ArgumentException(portName + " does not exist or is in use");
        }

        PortName = portName;
        BaudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
        _line = UartLine.Of(portName);
        _driverHangs = () => _line.Driver == UartDriver.Hangs;
        _line.Sent += OnSent;
    }

    /// <summary>Bytes arrived. Announced when the last byte of a burst is in.</summary>
    public event SerialDataReceivedEventHandler DataReceived
    {
        add => _dataReceived += value;
        remove => _dataReceived -= value;
    }

    public int BaudRate
    {
        get => _baudRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _baudRate = value;
        }
    }

    public Handshake Handshake { get; set; }

    public int DataBits { get; set; }

    public Parity Parity { get; set; }

    /// <summary>RS485 drives the port's RTS pin while sending; set it before <see cref="Open"/>.</summary>
    public SerialMode Mode { get; set; }

    public StopBits StopBits { get; set; }

    public string PortName { get; }

    /// <summary>A byte of this value ends a read and is announced as <see cref="SerialData.WatchChar"/>.</summary>
    public char WatchChar { get; set; }

    public bool IsOpen { get; private set; }

    public string NewLine { get; set; } = "\n";

    /// <summary>Milliseconds, −1 for ever (the default).</summary>
    public int ReadTimeout { get; set; } = Timeout.Infinite;

    /// <summary>Milliseconds, −1 for ever (the default).</summary>
    public int WriteTimeout { get; set; } = Timeout.Infinite;

    public int ReceivedBytesThreshold { get; set; } = 1;

    public Stream BaseStream => IsOpen ? new SerialStream(this) : throw NotOpen();

    public int BytesToRead
    {
        get
        {
            Check();
            return _line.BytesToRead;
        }
    }

    public bool InvertSignalLevels { get; set; }

    /// <summary>Bytes kept for the reader; set it before <see cref="Open"/>.</summary>
    /// <exception cref="InvalidOperationException">The port is open.</exception>
    public int ReadBufferSize
    {
        get => _readBufferSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _readBufferSize = IsOpen ? throw new InvalidOperationException("the port is open") : value;
        }
    }

    public int WriteBufferSize { get; set; } = 256;

    /// <summary>Bits of one byte on the wire: start, data, parity, stop (1.5 counts as 2).</summary>
    private int BitsPerByte => 1 + DataBits + (Parity == Parity.None ? 0 : 1) + (StopBits == StopBits.One ? 1 : 2);

    public static string[] GetPortNames()
    {
        var names = new string[Board.Native.Hardware.Profile.UartCount];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = "COM" + (i + 1);
        }

        return names;
    }

    /// <exception cref="ArgumentException">The wire protocol uses the port.</exception>
    /// <exception cref="InvalidOperationException">Open already.</exception>
    /// <exception cref="Exception">TX, RX or (RS485) RTS has no pin; the device throws the bare type.</exception>
    public void Open()
    {
        CheckAlive();
        if (IsOpen)
        {
            throw new InvalidOperationException(PortName + " is open");
        }

        if (PortName == Board.Native.Hardware.Profile.WireProtocolPort)
        {
            throw new ArgumentException(PortName + " belongs to the wire protocol");
        }

        RequirePins();
        _line.Open(BaudRate, BitsPerByte, ReadBufferSize);
        IsOpen = true;
    }

    public void Close()
    {
        StallGate.Pass();
        if (IsOpen)
        {
            IsOpen = false;
            _line.Close();
        }
    }

    /// <summary>Waits until <paramref name="count"/> bytes are there and takes them.</summary>
    /// <exception cref="TimeoutException">Fewer came; they stay in the buffer.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        Check();
        CheckRange(buffer, offset, count);
        long due = Deadline.After(ReadTimeout);
        while (!_line.TryRead(buffer, offset, count))
        {
            WaitForByte(due);
        }

        StallGate.Pass();
        return count;
    }

    /// <summary>Waits for one byte; never −1.</summary>
    public int ReadByte()
    {
        var one = new byte[1];
        Read(one, 0, 1);
        return one[0];
    }

    /// <summary>What is there, as text.</summary>
    public string ReadExisting()
    {
        var all = new byte[BytesToRead];
        Read(all, 0, all.Length);
        return Encoding.UTF8.GetString(all);
    }

    /// <summary>Waits for <see cref="NewLine"/>; the line comes without it.</summary>
    /// <exception cref="TimeoutException">It did not come; what came stays in the buffer.</exception>
    public string ReadLine()
    {
        Check();
        long due = Deadline.After(ReadTimeout);
        int length;
        while ((length = _line.IndexOf((byte)NewLine[^1])) < 0)
        {
            WaitForByte(due);
        }

        var line = new byte[length + 1];
        Read(line, 0, line.Length);
        return Encoding.UTF8.GetString(line, 0, Math.Max(0, line.Length - NewLine.Length));
    }

    /// <summary>Sends; returns when all but what fits the UART's 128-byte FIFO has left.</summary>
    /// <exception cref="TimeoutException">It did not in time; the bytes go out all the same.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        Check();
        CheckRange(buffer, offset, count);
        long done = _line.Transmit(buffer, offset, count);
        long due = Deadline.After(WriteTimeout);
        UnitTime.WaitUntil(Math.Min(done, due));
        StallGate.Pass();
        if (done > due)
        {
            throw new TimeoutException();
        }
    }

    public void WriteByte(byte value) => Write([value], 0, 1);

    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes, 0, bytes.Length);
    }

    public void WriteLine(string text) => Write(text + NewLine);

    /// <summary>Closes the port and lets it be constructed again.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        Close();
        _disposed = true;
        _line.Sent -= OnSent;
        lock (s_taken)
        {
            s_taken.Remove(PortName);
        }
    }

    internal static void ResetAll()
    {
        lock (s_taken)
        {
            s_taken.Clear();
        }
    }

    private static bool Take(string portName)
    {
        lock (s_taken)
        {
            return s_taken.Add(portName);
        }
    }

    private static InvalidOperationException NotOpen() => new("the port is not open");

    private static void CheckRange(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (offset + count > buffer.Length)
        {
            throw new ArgumentException("beyond the end of the buffer");
        }
    }

    private void WaitForByte(long due)
    {
        int seen = UnitTime.Changes;
        if (UnitTime.Microseconds >= due)
        {
            StallGate.Pass();
            throw new TimeoutException();
        }

        if (_line.NextArrival > UnitTime.Microseconds)
        {
            UnitTime.WaitForChange(seen, Math.Min(due, _line.NextArrival));
        }
    }

    private void RequirePins()
    {
        int index = PortName[^1] - '1';
        DeviceFunction tx = DeviceFunction.COM1_TX + (index * (DeviceFunction.COM2_TX - DeviceFunction.COM1_TX));
        bool mapped = HasPin(tx) && HasPin(tx + 1) && (Mode != SerialMode.RS485 || HasPin(tx + 2));
        if (!mapped)
        {
            throw new Exception(PortName + " has no pins: call Configuration.SetPinFunction before Open");
        }
    }

    private static bool HasPin(DeviceFunction function) => nanoFramework.Hardware.Esp32.Configuration.GetFunctionPin(function) >= 0;

    private void OnSent()
    {
        if (_dataReceived != null && IsOpen)
        {
            UnitTime.Schedule(_line.LastArrival, Announce);
        }
    }

    private void Announce()
    {
        if (IsOpen && _line.BytesToRead >= ReceivedBytesThreshold)
        {
            bool watched = WatchChar != '\0' && _line.IndexOf((byte)WatchChar) >= 0;
            var e = new SerialDataReceivedEventArgs(watched ? SerialData.WatchChar : SerialData.Chars);
            EventThread.Post(() => _dataReceived?.Invoke(this, e));
        }
    }

    private void Check()
    {
        StallGate.PassUnless(_driverHangs);
        CheckAlive();
        if (!IsOpen)
        {
            throw NotOpen();
        }

        if (_line.Driver == UartDriver.Fails)
        {
            throw new Exception(PortName + " is broken");
        }
    }

    private void CheckAlive()
    {
        StallGate.Pass();
        ObjectDisposedException.ThrowIf(_disposed, this);
    }
}

/// <summary>A port as a stream.</summary>
internal sealed class SerialStream(SerialPort port) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => port.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => port.Write(buffer, offset, count);
}
