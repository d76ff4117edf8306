using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Native.Tests;

/// <summary>A real mosquitto on a free loopback port, stopped at the latest by Dispose.</summary>
internal sealed class Broker : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("native-tests-broker-").FullName;
    private readonly string _settings;
    private Process _process;

    internal Broker(string settings = "allow_anonymous true")
    {
        _settings = settings;
        Port = FreePort();
        Start();
    }

    internal int Port { get; }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, true);
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    internal void Start()
    {
        string config = Path.Combine(_folder, "broker.conf");
        File.WriteAllText(config, $"listener {Port} 127.0.0.1\n{_settings}\n");
        _process = Process.Start(new ProcessStartInfo(Executable(), ["-c", config]) { RedirectStandardError = true, RedirectStandardOutput = true });
        Assert.IsTrue(SpinWait.SpinUntil(Answers, 10_000), "the broker does not start");
    }

    internal void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    private static string Executable() => File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";

    private bool Answers()
    {
        try
        {
            using var probe = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            Thread.Sleep(20);
            return false;
        }
    }
}

/// <summary>A listener that takes connections, answers each CONNECT if told to, and nothing else.</summary>
internal sealed class SilentBroker : IDisposable
{
    private static readonly byte[] s_accepted = [0x20, 0x02, 0x00, 0x00];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _received;

    internal SilentBroker(bool acceptsConnect)
    {
        _listener.Start();
        new Thread(() => Serve(acceptsConnect)) { IsBackground = true }.Start();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Bytes that came so far.</summary>
    internal int Received => Volatile.Read(ref _received);

    public void Dispose() => _listener.Stop();

    private void Serve(bool acceptsConnect)
    {
        try
        {
            using TcpClient client = _listener.AcceptTcpClient();
            NetworkStream stream = client.GetStream();
            var buffer = new byte[4096];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                bool first = Interlocked.Add(ref _received, count) == count;
                if (first && acceptsConnect)
                {
                    stream.Write(s_accepted);
                }
            }
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // The test is over.
        }
    }
}
