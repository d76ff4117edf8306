using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Tools.Host;

/// <summary>How our broker differs from the ordinary one.</summary>
/// <param name="Port">Loopback port; 0: a free one.</param>
/// <param name="LongestMessage">Bytes of payload it lets through (PROTOCOL.md: 4096); 0: no limit.</param>
/// <param name="AllowAnonymous">Whether it accepts clients without credentials; it knows no others.</param>
public sealed record BrokerOptions(int Port = 0, int LongestMessage = 4096, bool AllowAnonymous = true);

/// <summary>
/// A mosquitto of our own on the loopback address, with its own configuration and no memory. The system's mosquitto service, where
/// there is one, is neither used nor disturbed.
/// </summary>
public sealed class Broker : IDisposable
{
    private const int Tries = 5; // a free port may be taken by somebody else before mosquitto has it
    private const int ConnectAnswer = 0x20; // CONNACK, MQTT 3.1.1 §3.2

    /// <summary>CONNECT, MQTT 3.1.1 §3.1: no user, clean session, keep-alive 60 s, the broker chooses the client id.</summary>
    private static readonly byte[] s_connect = [0x10, 12, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 4, 2, 0, 60, 0, 0];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _folder;
    private readonly Child _process;
    private readonly List<string> _log = [];

    private Broker(BrokerOptions options, int port)
    {
        string program = Find();
        Endpoint = new Endpoint("127.0.0.1", port);
        _folder = Directory.CreateTempSubdirectory("mosquitto-").FullName;
        string file = Path.Combine(_folder, "mosquitto.conf");
        File.WriteAllText(file, Configuration(options, port));
        _process = Child.StartProgram("mosquitto", program, ["-c", file], Remember, Remember);
    }

    /// <summary>Where it listens.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>Starts it and returns when it accepts connections.</summary>
    /// <exception cref="ToolException">It is not installed, or the port is taken.</exception>
    public static Broker Start(BrokerOptions options)
    {
        for (int attempt = 1; ; attempt++)
        {
            var broker = new Broker(options, options.Port == 0 ? FreePort() : options.Port);
            string failure = broker.WaitUntilOpen();
            if (failure == null)
            {
                broker.RemoveFolder(); // it has read its configuration: nothing is left should we be killed
                return broker;
            }

            broker.Dispose();
            if (options.Port != 0 || attempt == Tries)
            {
                throw new ToolException(Language.Say(
                    $"mosquitto does not start on {broker.Endpoint}: {failure}", $"mosquitto 无法在 {broker.Endpoint} 启动：{failure}"));
            }
        }
    }

    /// <summary>A loopback port that nobody uses now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill() => _process.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        RemoveFolder();
    }

    private void RemoveFolder()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Already removed.
        }
        catch (IOException)
        {
            // A file left in the temporary folder harms nobody.
        }
    }

    private static string Configuration(BrokerOptions options, int port) => string.Join('\n',
        $"listener {port} 127.0.0.1",
        $"allow_anonymous {(options.AllowAnonymous ? "true" : "false")}",
        $"message_size_limit {options.LongestMessage}",
        "persistence false",
        "log_dest stderr",
        "log_type error",
        "log_type warning",
        "");

    /// <summary>Debian puts it where an ordinary user's PATH does not look.</summary>
    private static string Find()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/usr/local/sbin").Split(':'))
        {
            string file = Path.Combine(folder, "mosquitto");
            if (folder.Length > 0 && File.Exists(file))
            {
                return file;
            }
        }

        throw new ToolException(Language.Say(
            "mosquitto was not found: install the Debian package mosquitto (apt-get install mosquitto)",
            "找不到 mosquitto：请安装 Debian 软件包 mosquitto（apt-get install mosquitto）"));
    }

    /// <summary>Null once it accepts connections, else why it does not.</summary>
    private string WaitUntilOpen()
    {
        for (DateTime end = DateTime.UtcNow + s_patience; DateTime.UtcNow < end; Thread.Sleep(20))
        {
            if (_process.HasExited)
            {
                _process.WaitForExit(s_patience);
                return LastWord();
            }

            if (Answers() && !_process.HasExited)
            {
                return null;
            }
        }

        return Language.Say($"it opened no port within {s_patience.TotalSeconds} s", $"{s_patience.TotalSeconds} 秒内未打开端口");
    }

    /// <summary>Whether a broker answers there: another program may hold the port while mosquitto is about to notice.</summary>
    private bool Answers()
    {
        try
        {
            using var probe = new TcpClient(Endpoint.Host, Endpoint.Port) { ReceiveTimeout = 500 };
            probe.GetStream().Write(s_connect);
            return probe.GetStream().ReadByte() == ConnectAnswer;
        }
        catch (Exception closed) when (closed is SocketException or IOException)
        {
            return false;
        }
    }

    private void Remember(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }

    private string LastWord()
    {
        lock (_log)
        {
            string last = _log.Count == 0 ? Language.Say($"it ended with code {_process.ExitCode}", $"已退出，代码 {_process.ExitCode}") : _log[^1];
            int stamp = last.IndexOf(": ", StringComparison.Ordinal);
            return stamp >= 0 && long.TryParse(last[..stamp], out _) ? last[(stamp + 2)..] : last;
        }
    }
}
