using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Board.Native;
using Tools.Host;
using Tools.Mosquitto;
using Tools.SiteSimulator;

namespace Tools.VirtualUnit;

/// <summary>One virtual unit on the command line.</summary>
public static partial class Program
{
    private static readonly Option<string> s_storage = new("--storage") { Description = Language.Say("folder that is the unit's drive I:; made when missing", "作为设备 I: 盘的文件夹，没有则新建"), Required = true };
    private static readonly Option<string> s_site = new("--site") { Description = Language.Say("site in the topic, [a-z0-9-]{1,32}", "主题中的站点，[a-z0-9-]{1,32}"), DefaultValueFactory = _ => "demo" };
    private static readonly Option<string> s_unit = new("--unit") { Description = Language.Say("unit in the topic, [a-z0-9-]{1,32}", "主题中的设备，[a-z0-9-]{1,32}"), DefaultValueFactory = _ => "unit-1" };
    private static readonly Option<string> s_broker = new("--broker") { Description = Language.Say("HOST:PORT of the broker", "MQTT 服务器，主机:端口"), DefaultValueFactory = _ => "127.0.0.1:1883" };
    private static readonly Option<string> s_user = new("--user") { Description = Language.Say("user name at the broker", "MQTT 账号"), DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = Language.Say("file whose first line is the password", "密码文件，第一行为密码") };
    private static readonly Option<string> s_scenario = new("--scenario") { Description = Language.Say("name or file", "场景名或文件"), DefaultValueFactory = _ => "normal" };
    private static readonly Option<double> s_speed = new("--speed") { Description = Language.Say("unit seconds in a real second, 0.1 to 20", "运行速度，为实际的几倍，0.1 至 20"), DefaultValueFactory = _ => 1 };
    private static readonly Option<ulong> s_seed = new("--seed") { Description = Language.Say("repeats the site's noise", "随机种子，相同则现场噪声相同"), DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_language = new("--lang") { Description = Language.Say("language of the unit's console: zh or en", "设备控制台的语言：zh 或 en"), DefaultValueFactory = _ => "zh" };
    private static readonly Option<string> s_name = new("--name") { Description = Language.Say("display name", "显示名称"), DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_place = new("--place") { Description = Language.Say("where it stands", "所在地点"), DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_contact = new("--contact") { Description = Language.Say("who looks after it", "联系人"), DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_hotline = new("--hotline") { Description = Language.Say("number to call; an example by default", "服务热线；默认值仅为示例"), DefaultValueFactory = _ => "12345" };
    private static readonly Option<int> s_offset = new("--utc-offset") { Description = Language.Say("minutes east of UTC", "时区，比 UTC 早几分钟"), DefaultValueFactory = _ => 480 };
    private static readonly Option<string> s_clock = new("--clock") { Description = Language.Say("UNIX_MS,SPEED: what the world's clocks show", "UNIX_MS,SPEED：外界时钟的时间") };
    private static readonly Option<string[]> s_set = new("--set") { Description = Language.Say("KEY=VALUE: any other setting of the unit; may be repeated", "KEY=VALUE：设备的其他设置项，可重复"), DefaultValueFactory = _ => [] };
    private static readonly Option<string> s_enrol = new("--enrol") { Description = Language.Say("PERSON:PIN of a technician whom the unit knows, with the card of the site's technician; nobody by default", "编号:密码：设备已登记的技术员，卡为现场技术员的卡；默认无人") };
    private static readonly Option<bool> s_withParent = new("--with-parent") { Description = Language.Say("end when standard input ends", "标准输入结束时退出") };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand(Language.Say(
            "One unit: the firmware of boards/esp32-devkitc on emulated hardware, wired to a simulated well pump site.",
            "一台虚拟设备：boards/esp32-devkitc 的程序运行在仿真硬件上，接入仿真的机井泵站。"))
        {
            s_storage, s_site, s_unit, s_broker, s_user, s_passwordFile, s_scenario, s_speed, s_seed, s_language, s_name, s_place,
            s_contact, s_hotline,
            s_offset, s_clock, s_set, s_enrol, s_withParent,
        };
        command.SetAction(Run);
        return ToolMain.Run("virtual-unit", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        double speed = InRange("--speed", options.GetValue(s_speed), 0.1, 20);
        WorldClock clock = WorldClock.Parse(options.GetValue(s_clock));
        Scenario scenario = OpenScenario(options.GetValue(s_scenario));
        Dictionary<string, string> configuration = Configuration(options);
        Fit(configuration, scenario.Parameters);
        Set(configuration, options.GetValue(s_set));
        var player = new ScenarioPlayer(scenario, options.GetValue(s_seed));
        new MosquittoClient().Dispose(); // a missing library shows here, and not as a unit that is silent
        UnitConfiguration.Write(options.GetValue(s_storage), configuration);

        Hardware.StorageRoot = Path.GetFullPath(options.GetValue(s_storage));
        Hardware.MacAddress = MacAddress(configuration["site"], configuration["unit"]);
        if (options.GetValue(s_enrol) is { } person)
        {
            Enrolment.Write(person, (uint)scenario.Parameters["technicianCardNumber"]);
        }

        UnitTime.UseRealTime(speed);
        SystemClock.SetWorld(clock.Now.UtcDateTime);
        using var stop = new StopSignal(ignoreKeyboard: options.GetValue(s_withParent));
        using var terminal = new PseudoTerminal();
        var unit = new Unit(player, Wiring.Of("esp32-devkitc"), terminal, Boards.Esp32DevKitC.Program.Main);
        stop.ReadInput(unit.Command, endIsStop: options.GetValue(s_withParent));
        unit.Run(stop);
        System.Environment.Exit(ExitCode.Done); // the firmware's threads never end
        return ExitCode.Done;
    }

    private static Dictionary<string, string> Configuration(ParseResult options)
    {
        Endpoint broker = Endpoint.Parse(options.GetValue(s_broker));
        return new Dictionary<string, string>
        {
            ["site"] = Identifier("--site", options.GetValue(s_site)),
            ["unit"] = Identifier("--unit", options.GetValue(s_unit)),
            ["broker_host"] = broker.Host,
            ["broker_port"] = broker.Port.ToString(CultureInfo.InvariantCulture),
            ["broker_user"] = options.GetValue(s_user),
            ["broker_password"] = PasswordFile.Read(options.GetValue(s_passwordFile)) ?? "",
            ["wifi_ssid"] = Hardware.StoredCredentials.Ssid,
            ["wifi_password"] = Hardware.StoredCredentials.Password,
            ["name"] = options.GetValue(s_name),
            ["place"] = options.GetValue(s_place),
            ["contact"] = options.GetValue(s_contact),
            ["hotline"] = options.GetValue(s_hotline),
            ["utc_offset_min"] = InRange("--utc-offset", options.GetValue(s_offset), -720, 840).ToString(CultureInfo.InvariantCulture),
            ["language"] = options.GetValue(s_language),
        };
    }

    /// <summary>What the commissioner of this site writes of its plant: what is fitted, from the plates.</summary>
    private static void Fit(Dictionary<string, string> configuration, ParameterSet site)
    {
        configuration["valve"] = Whole(site["valveFitted"]);
        configuration["power_meter"] = Whole(site["powerMeterFitted"]);
        configuration["power_address"] = Whole(site["powerMeterAddress"]);
        configuration["card_reader"] = Whole(site["cardReaderFitted"]);
        configuration["user_card"] = Whole(site["userCardNumber"]);
        configuration["well_level_full_cm"] = Whole(site["levelRangeMetres"] * 100);
    }

    private static void Set(Dictionary<string, string> configuration, string[] settings)
    {
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=');
            if (equals < 1)
            {
                throw new ToolException(Language.Say($"--set \"{setting}\" is not KEY=VALUE", $"--set “{setting}” 不是 KEY=VALUE"), ExitCode.WrongCall);
            }

            configuration[setting[..equals]] = setting[(equals + 1)..];
        }
    }

    private static string Whole(double number) => ((long)Math.Round(number)).ToString(CultureInfo.InvariantCulture);

    private static Scenario OpenScenario(string nameOrPath)
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

    private static string Identifier(string option, string text) => IdentifierPattern().IsMatch(text)
        ? text
        : throw new ToolException(Language.Say($"{option} \"{text}\" is not [a-z0-9-]{{1,32}}", $"{option} “{text}” 不符合 [a-z0-9-]{{1,32}}"), ExitCode.WrongCall);

    private static double InRange(string option, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw new ToolException(Language.Say(
            FormattableString.Invariant($"{option} {value} is not from {least} to {most}"),
            FormattableString.Invariant($"{option} {value} 不在 {least} 至 {most} 之间")), ExitCode.WrongCall);

    /// <summary>An address of its own for each unit, the same at every start: locally administered, from the unit's name.</summary>
    private static byte[] MacAddress(string site, string unit)
    {
        byte[] address = SHA256.HashData(Encoding.UTF8.GetBytes($"{site}/{unit}"))[..6];
        address[0] = (byte)((address[0] & 0xFC) | 0x02);
        return address;
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierPattern();
}
