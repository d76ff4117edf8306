using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace Device.Tests;

/// <summary>
/// A listener that speaks just enough MQTT 3.1.1 to answer each packet at once, or not as the test says. Unlike a real broker it leaves an older
/// connection of the same client alone, so that a connect too many is seen.
/// </summary>
internal sealed class FakeBroker : IDisposable
{
    private const int Connect = 1;
    private const int Publish = 3;
    private const int Subscribe = 8;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _open;

    public FakeBroker()
    {
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>CONNACK's return code; below 0 there is no answer.</summary>
    public int Answer { get; set; }

    /// <summary>SUBACK's return codes are failures.</summary>
    public bool RefusesSubscriptions { get; set; }

    /// <summary>Epochs and sessions of the wills, in the order of the connects.</summary>
    public ConcurrentQueue<(uint Epoch, long Session)> Wills { get; } = new();

    /// <summary>Topics of what was published and acknowledged.</summary>
    public ConcurrentQueue<string> Published { get; } = new();

    /// <summary>Connections that neither side has closed.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The last connection's stream, to send on.</summary>
    public NetworkStream Last { get; private set; }

    public void Dispose() => _listener.Stop();

    /// <summary>Sends a message of QoS 0 to the unit.</summary>
    public void Send(string topic, byte[] payload, bool retain)
    {
        byte[] name = Encoding.UTF8.GetBytes(topic);
        int length = 2 + name.Length + payload.Length;
        byte[] head = [(byte)(0x30 | (retain ? 1 : 0)), (byte)(0x80 | (length % 128)), (byte)(length / 128), 0, (byte)name.Length];
        Last.Write([.. head, .. name, .. payload]);
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = _listener.AcceptTcpClient();
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // The test is over.
        }
    }

    private void Serve(TcpClient client)
    {
        Interlocked.Increment(ref _open);
        try
        {
            using NetworkStream stream = client.GetStream();
            while (TakePacket(stream))
            {
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The unit has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private bool TakePacket(NetworkStream stream)
    {
        int first = stream.ReadByte();
        if (first < 0)
        {
            return false;
        }

        var body = new byte[ReadLength(stream)];
        stream.ReadExactly(body);
        byte[] answer = AnswerTo(first, body, stream);
        stream.Write(answer);
        return true;
    }

    private byte[] AnswerTo(int first, byte[] body, NetworkStream stream)
    {
        switch (first >> 4)
        {
            case Connect:
                Match will = Regex.Match(Encoding.UTF8.GetString(body), "\"epoch\":([0-9]+),\"session\":([0-9]+)");
                Wills.Enqueue((uint.Parse(will.Groups[1].Value), long.Parse(will.Groups[2].Value)));
                Last = stream;
                return Answer < 0 ? [] : [0x20, 2, 0, (byte)Answer];
            case Subscribe:
                return [0x90, 3, body[0], body[1], (byte)(RefusesSubscriptions ? 0x80 : 1)];
            case Publish:
                int name = (body[0] << 8) | body[1];
                Published.Enqueue(Encoding.UTF8.GetString(body, 2, name));
                return (first & 6) == 0 ? [] : [0x40, 2, body[2 + name], body[3 + name]];
            default:
                return (first >> 4) == 12 ? [0xD0, 0] : [];
        }
    }

    private static int ReadLength(NetworkStream stream)
    {
        int length = 0;
        int more = 0x80;
        for (int shift = 0; (more & 0x80) != 0; shift += 7)
        {
            more = stream.ReadByte();
            length |= (more & 0x7F) << shift;
        }

        return length;
    }
}
