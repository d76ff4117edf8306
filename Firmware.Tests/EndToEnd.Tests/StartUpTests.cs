using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>Whatever is wrong at the start gives one clear line and an exit code.</summary>
[TestClass]
public class StartUpTests
{
    private string _folder;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("start-up-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("--broker nonsense", ExitCode.WrongCall, "\"nonsense\" is not HOST:PORT")]
    [DataRow("--broker 127.0.0.1:0", ExitCode.WrongCall, "is not HOST:PORT")]
    [DataRow("--broker 127.0.0.1:1", ExitCode.Failed, "connect to 127.0.0.1:1: Connection refused")]
    [DataRow("--broker no-such-host.invalid:1883", ExitCode.Failed, "connect to no-such-host.invalid:1883")]
    [DataRow("--scenario dry-wel", ExitCode.WrongCall, "there is no scenario \"dry-wel\"; the nearest is \"dry-well\"")]
    [DataRow("--scenario ./none.json", ExitCode.WrongCall, "there is no such file")]
    [DataRow("--scenario nope", ExitCode.WrongCall, "run: there is no scenario \"nope\"$")]
    [DataRow("--units x", ExitCode.WrongCall, "run: --units does not take \"x\": virtual units, 1 to 50 (see --help)$")]
    [DataRow("--password-file /none", ExitCode.Failed, "cannot read the password in /none")]
    [DataRow("--units 0", ExitCode.WrongCall, "--units takes 1 to 50")]
    [DataRow("--speed fast", ExitCode.WrongCall, "--speed")]
    [DataRow("--lang fr", ExitCode.WrongCall, "run: --lang 不能是“fr”：语言：zh 或 en（见 --help）$")]
    [DataRow("--lang zh --scenario dry-wel", ExitCode.WrongCall, "run: 没有名为“dry-wel”的场景，最接近的是“dry-well”$")]
    [DataRow("--lang=zh --broker nonsense", ExitCode.WrongCall, "run: “nonsense”不是“主机:端口”")]
    [DataRow("--lang zh --broker 127.0.0.1:1", ExitCode.Failed, "连接不上 MQTT 服务器")]
    [DataRow("--lang zh --units x", ExitCode.WrongCall, "run: --units 不能是“x”：虚拟设备台数，1 至 50（见 --help）$")]
    [DataRow("--lang zh --storage /proc/none", ExitCode.Failed, "无法新建存储文件夹 /proc/none：没有")]
    [DataRow("--storage /proc/none", ExitCode.Failed, "storage folder /proc/none")]
    [DataRow("--no-such-option", ExitCode.WrongCall, "--no-such-option")]
    public void RunRefuses(string options, int code, string line) => AssertOneLine("Tools.Run", options.Split(' '), code, line);

    [TestMethod]
    [DataRow("--scenario dry-wel", ExitCode.WrongCall, "there is no scenario \"dry-wel\"")]
    [DataRow("--site East", ExitCode.WrongCall, "--site \"East\" is not [a-z0-9-]{1,32}")]
    [DataRow("--speed 1000", ExitCode.WrongCall, "--speed 1000 is not from 0.1 to 20")]
    [DataRow("--password-file /none", ExitCode.Failed, "cannot read the password in /none")]
    public void AVirtualUnitRefuses(string options, int code, string line) =>
        AssertOneLine("Tools.VirtualUnit", ["--storage", _folder, .. options.Split(' ')], code, line);

    [TestMethod]
    public void AVirtualUnitWithoutAWritableFolderSaysSo() =>
        AssertOneLine("Tools.VirtualUnit", ["--storage", "/proc/none"], ExitCode.Failed, "storage folder /proc/none cannot be written");

    [TestMethod]
    [DataRow("run --store /proc/none/x", ExitCode.Failed, "centre: cannot use the store /proc/none/x: ")]
    [DataRow("run --lang zh --store /proc/none/x", ExitCode.Failed, "centre: 无法使用数据库 /proc/none/x：无法打开文件$")]
    [DataRow("list --store /none", ExitCode.Failed, "centre: there is no store /none$")]
    [DataRow("list", ExitCode.WrongCall, "--store")]
    [DataRow("lists --store /none", ExitCode.WrongCall, "lists")]
    [DataRow("acknowledge 1 --store /none --who x --case 1", ExitCode.WrongCall, "--arrive")]
    [DataRow("run --store /none --digest-at 25:00", ExitCode.WrongCall, "centre: --digest-at takes HH:MM$")]
    [DataRow("run --store /none --broker nonsense", ExitCode.WrongCall, "\"nonsense\" is not HOST:PORT")]
    public void TheCentreRefuses(string options, int code, string line) => AssertOneLine("Tools.Centre", options.Split(' '), code, line);

    [TestMethod]
    [DataRow("--version", "0.1.0")]
    [DataRow("--help", "虚拟设备台数")]
    [DataRow("--list", "第 3 秒用水户要水")]
    [DataRow("--list", "井水位下降，默认降到水泵吸水口以下")]
    [DataRow("--help --lang en", "virtual units, 1 to 50")]
    public void RunTells(string options, string part)
    {
        var said = new Lines();
        using Child child = Child.StartTool("run", "Tools.Run", options.Split(' '), said.Add, said.Add);
        Assert.IsTrue(child.WaitForExit(Wait.Patience));
        Assert.AreEqual(ExitCode.Done, child.ExitCode);
        Assert.HasCount(1, said.With(part), string.Join('\n', said.All()));
    }

    [TestMethod]
    public void APortInUseIsSaid()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        AssertOneLine("Tools.Run", ["--port", $"{port}"], ExitCode.Failed, "Address already in use");
    }

    [TestMethod]
    public void AScenarioFileWithAnUnknownFieldIsRefusedWithItsPlace()
    {
        string file = Path.Combine(_folder, "mine.json");
        File.WriteAllText(file, """{"name":"mine","description":{"zh":"我的","en":"mine"},"timeline":[],"colour":"red"}""");
        AssertOneLine("Tools.Run", ["--scenario", file], ExitCode.WrongCall, "\"colour\"");
    }

    [TestMethod]
    public void RefusedCredentialsEndTheCentre()
    {
        using var bench = new Bench(new BrokerOptions(AllowAnonymous: false));
        string[] options = ["run", "--store", Path.Combine(_folder, "centre.db"), "--broker", bench.Broker.Endpoint.ToString()];
        AssertOneLine("Tools.Centre", options, ExitCode.Failed, "refuses the connection: user name or password");
    }

    [TestMethod]
    public void SomethingElseOnThePortIsNoBroker()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string[] options = ["run", "--store", Path.Combine(_folder, "centre.db"), "--broker", $"127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"];
        AssertOneLine("Tools.Centre", options, ExitCode.Failed, "does not answer as an MQTT broker");
    }

    [TestMethod]
    [DataRow("Tools.VirtualUnit", "--storage")]
    [DataRow("Tools.Centre", "run --store")]
    public void WithoutLibmosquittoTheDebianPackageIsNamed(string tool, string option)
    {
        File.WriteAllText(Path.Combine(_folder, "libmosquitto.so.1"), ""); // found first, and no library
        var environment = new Dictionary<string, string> { ["LD_LIBRARY_PATH"] = _folder };
        AssertOneLine(tool, [.. option.Split(' '), Path.Combine(_folder, "x")], ExitCode.Failed, "install the Debian package libmosquitto1", environment);
    }

    private static void AssertOneLine(
        string tool, IEnumerable<string> options, int code, string line, IReadOnlyDictionary<string, string> environment = null)
    {
        var said = new Lines();
        var errors = new Lines();
        string[] english = options.Any(option => option.StartsWith("--lang")) ? [] : ["--lang", "en"];
        using Child child = Child.StartTool(tool, tool, options.Concat(english), said.Add, errors.Add, environment);
        Assert.IsTrue(child.WaitForExit(Wait.Patience), "it goes on: " + errors);
        Assert.HasCount(1, errors.All(), errors.ToString());
        StringAssert.Contains(errors.All()[0] + "$", line); // "$" at the end of the expected line: nothing follows
        Assert.AreEqual(code, child.ExitCode, errors.ToString());
        Assert.IsEmpty(said.All(), said.ToString());
    }
}
