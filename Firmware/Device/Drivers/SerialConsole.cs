using System;
using System.IO.Ports;
using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Device.Drivers;

/// <summary>
/// The console on a UART, 115200 8N1. Input beyond the buffer is dropped by the driver, so the buffer is large enough for a pasted screen.
/// A port that cannot be opened or breaks leaves the unit without a console, never without its work.
/// </summary>
public sealed class SerialConsole : IConsolePort
{
    private const int Baud = 115200;
    private const int BufferBytes = 1024;
    private const int WriteMs = 50;

    private readonly Troubles _troubles;
    private SerialPort _port;

    /// <summary>A console without a port; <see cref="Open"/> it.</summary>
    /// <param name="troubles">Where reads and writes that the port did not do are noted: nobody takes the bytes, or the port is broken.</param>
    public SerialConsole(Troubles troubles)
    {
        _troubles = troubles;
    }

    /// <summary>Opens the port; its pins are mapped before.</summary>
    public void Open(string name)
    {
        try
        {
            var port = new SerialPort(name, Baud);
            port.ReadBufferSize = BufferBytes;
            port.WriteBufferSize = BufferBytes;
            port.WriteTimeout = WriteMs;
            port.Open();
            _port = port;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.ConsolePort, e);
            _port = null;
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] into, int count)
    {
        try
        {
            int waiting = _port == null ? 0 : _port.BytesToRead;
            int take = waiting < count ? waiting : count;
            return take > 0 ? _port.Read(into, 0, take) : 0;
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.ConsolePort, e);
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] from, int offset, int count)
    {
        if (_port == null)
        {
            return;
        }

        try
        {
            _port.Write(from, offset, count);
        }
        catch (Exception e)
        {
            // The text is worth nothing to anybody then, and the scan goes on.
            _troubles.Note(TroublePlace.ConsolePort, e);
        }
    }
}
