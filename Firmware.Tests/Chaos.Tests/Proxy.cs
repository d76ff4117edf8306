using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Tools.Host;

namespace Chaos.Tests;

/// <summary>
/// A wire between a unit and its broker that can be torn, or go dead without a word: what is sent then is swallowed, and nobody is told.
/// </summary>
internal sealed class Proxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Endpoint _broker;
    private readonly object _sync = new();
    private readonly List<Wire> _wires = [];

    public Proxy(Endpoint broker)
    {
        _broker = broker;
        _listener.Start();
        Endpoint = new Endpoint("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
        _ = Serve();
    }

    /// <summary>Where a unit connects.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>Every connection is reset (RST), on both sides.</summary>
    public void Reset() => ForAll(wire => wire.Reset());

    /// <summary>Every connection that is open now goes dead; new ones work.</summary>
    public void GoHalfOpen() => ForAll(wire => wire.IsDead = true);

    public void Dispose()
    {
        _listener.Stop();
        ForAll(wire => wire.Reset());
    }

    private void ForAll(Action<Wire> act)
    {
        lock (_sync)
        {
            _wires.ForEach(act);
        }
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Join(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task Join(Socket unit)
    {
        var broker = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var wire = new Wire(unit, broker);
        try
        {
            await broker.ConnectAsync(_broker.Host, _broker.Port);
            lock (_sync)
            {
                _wires.Add(wire);
            }

            await Task.WhenAny(wire.Carry(unit, broker), wire.Carry(broker, unit));
        }
        catch (SocketException)
        {
            // Nobody listens there: the unit's connection ends, as with a broker that is away.
        }

        wire.Reset();
        lock (_sync)
        {
            _wires.Remove(wire);
        }
    }

    private sealed class Wire(Socket unit, Socket broker)
    {
        private volatile bool _isDead;

        public bool IsDead
        {
            get => _isDead;
            set => _isDead = value;
        }

        public async Task Carry(Socket from, Socket to)
        {
            byte[] buffer = new byte[8192];
            try
            {
                for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
                {
                    if (!IsDead)
                    {
                        await to.SendAsync(buffer.AsMemory(0, count));
                    }
                }

                if (IsDead)
                {
                    await Task.Delay(Timeout.Infinite); // one side gave up; the other is not told
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                if (IsDead)
                {
                    await Task.Delay(Timeout.Infinite);
                }
            }
        }

        public void Reset()
        {
            foreach (Socket socket in new[] { unit, broker })
            {
                try
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
                {
                    // It has ended by itself.
                }

                socket.Dispose();
            }
        }
    }
}
