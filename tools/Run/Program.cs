using System.CommandLine;
using System.Linq;
using Tools.Host;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>Shows the whole path on one machine: virtual units, a real broker, the service centre.</summary>
public static class Program
{
    private const int MostUnits = 50;

    private static readonly Option<string> s_scenario = new("--scenario")
    {
        Description = Language.Say("what happens at the sites: a name (see --list) or a file", "现场发生什么：场景名（见 --list）或文件"),
        DefaultValueFactory = _ => "dry-well",
    };

    private static readonly Option<int> s_units = new("--units") { Description = Language.Say($"virtual units, 1 to {MostUnits}", $"虚拟设备台数，1 至 {MostUnits}"), DefaultValueFactory = _ => 1 };
    private static readonly Option<double> s_for = new("--for") { Description = Language.Say("end after so many seconds", "多少秒后结束") };
    private static readonly Option<double> s_speed = new("--speed") { Description = Language.Say("how much faster than real, 0.1 to 20", "运行速度，为实际的几倍，0.1 至 20"), DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_language = new("--lang") { Description = Language.Say("language: zh or en", "语言：zh 或 en"), DefaultValueFactory = _ => "zh" };
    private static readonly Option<string> s_broker = new("--broker") { Description = Language.Say("HOST:PORT of a broker of yours; none is started", "使用已有的 MQTT 服务器，主机:端口；不另启动") };
    private static readonly Option<int> s_port = new("--port") { Description = Language.Say("loopback port of the broker that is started; a free one by default", "所启动 MQTT 服务器的本地端口；默认任选空闲端口") };
    private static readonly Option<string> s_user = new("--user") { Description = Language.Say("user name at the broker", "MQTT 账号") };
    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = Language.Say("file whose first line is the password", "密码文件，第一行为密码") };
    private static readonly Option<string> s_storage = new("--storage") { Description = Language.Say("folder for the units' storage, kept; a temporary one by default", "设备存储所在文件夹，结束后保留；默认为临时文件夹") };
    private static readonly Option<bool> s_list = new("--list") { Description = Language.Say("list scenarios, faults and actions", "列出场景、故障和操作") };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand(Language.Say(
            "Virtual units at simulated sites, a real MQTT broker, and the service centre's side, on this machine.",
            "在本计算机上运行：仿真现场的虚拟设备、真实的 MQTT 服务器、服务中心一侧。"))
        {
            s_scenario, s_units, s_for, s_speed, s_language, s_broker, s_port, s_user, s_passwordFile, s_storage, s_list,
        };
        command.SetAction(options => options.GetValue(s_list) ? List(options.GetValue(s_language)) : Run(options));
        return ToolMain.Run("run", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        Request request = Read(options);
        using var stop = new StopSignal();
        using var demonstration = new Demonstration(request, stop);
        return demonstration.Run();
    }

    private static Request Read(ParseResult options)
    {
        Check(options.GetValue(s_units) is >= 1 and <= MostUnits, Language.Say($"--units takes 1 to {MostUnits}", $"--units 应为 1 至 {MostUnits}"));
        Check(options.GetValue(s_speed) is >= 0.1 and <= 20, Language.Say("--speed takes 0.1 to 20", "--speed 应为 0.1 至 20"));
        Check(options.GetValue(s_for) is >= 0 and <= 31_536_000, Language.Say("--for takes seconds, at most a year", "--for 应为秒数，最多一年"));
        Check(options.GetValue(s_port) is >= 0 and <= 65535, Language.Say("--port takes 1 to 65535", "--port 应为 1 至 65535"));
        Check(options.GetValue(s_broker) == null || options.GetValue(s_port) == 0, Language.Say(
            "--port is for the broker that is started; --broker starts none", "--port 用于所启动的 MQTT 服务器；用 --broker 时不另启动"));
        string broker = options.GetValue(s_broker);
        string scenario = options.GetValue(s_scenario);
        return new Request(
            options.GetValue(s_language), scenario, Open(scenario), options.GetValue(s_units), options.GetValue(s_speed), options.GetValue(s_for),
            options.GetValue(s_storage), broker == null ? null : Endpoint.Parse(broker), options.GetValue(s_port), options.GetValue(s_user),
            options.GetValue(s_passwordFile));
    }

    private static Scenario Open(string nameOrPath)
    {
        try
        {
            return Scenario.Open(nameOrPath);
        }
        catch (ScenarioException error)
        {
            throw new ToolException(Language.Say(error.Message, error.Chinese), ExitCode.WrongCall);
        }
    }

    private static void Check(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            throw new ToolException(otherwise, ExitCode.WrongCall);
        }
    }

    private static int List(string language)
    {
        Words words = Words.Of(language);
        foreach (string line in Catalogue.Scenarios(words).Concat(Catalogue.Lines(words)))
        {
            ToolMain.Output.WriteLine(line);
        }

        return ExitCode.Done;
    }
}
