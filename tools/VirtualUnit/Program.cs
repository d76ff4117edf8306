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
    private static readonly Option<string> s_storage = new("--storage") { Description = "folder that is the unit's drive I:; made when missing", Required = true };
    private static readonly Option<string> s_site = new("--site") { Description = "site in the topic, [a-z0-9-]{1,32}", DefaultValueFactory = _ => "demo" };
    private static readonly Option<string> s_unit = new("--unit") { Description = "unit in the topic, [a-z0-9-]{1,32}", DefaultValueFactory = _ => "unit-1" };
    private static readonly Option<string> s_broker = new("--broker") { Description = "HOST:PORT", DefaultValueFactory = _ => "127.0.0.1:1883" };
    private static readonly Option<string> s_user = new("--user") { Description = "user name at the broker", DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = "file whose first line is the password" };
    private static readonly Option<string> s_scenario = new("--scenario") { Description = "name or file", DefaultValueFactory = _ => "normal" };
    private static readonly Option<double> s_speed = new("--speed") { Description = "unit seconds in a real second, 0.1 to 20", DefaultValueFactory = _ => 1 };
    private static readonly Option<ulong> s_seed = new("--seed") { Description = "repeats the site's noise", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_language = new("--lang") { Description = "language of the unit's console", DefaultValueFactory = _ => "zh" };
    private static readonly Option<string> s_name = new("--name") { Description = "display name", DefaultValueFactory = _ => "" };
    private static readonly Option<string> s_place = new("--place") { Description = "where it stands", DefaultValueFactory = _ => "" };
    private static readonly Option<int> s_offset = new("--utc-offset") { Description = "minutes east of UTC", DefaultValueFactory = _ => 480 };
    private static readonly Option<string> s_clock = new("--clock") { Description = "UNIX_MS,SPEED: what the world's clocks show" };
    private static readonly Option<bool> s_withParent = new("--with-parent") { Description = "end when standard input ends" };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand("One unit: the firmware of boards/esp32-devkitc on emulated hardware, wired to a simulated well pump site.")
        {
            s_storage, s_site, s_unit, s_broker, s_user, s_passwordFile, s_scenario, s_speed, s_seed, s_language, s_name, s_place,
            s_offset, s_clock, s_withParent,
        };
        command.SetAction(Run);
        return ToolMain.Run("virtual-unit", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        double speed = InRange("--speed", options.GetValue(s_speed), 0.1, 20);
        WorldClock clock = WorldClock.Parse(options.GetValue(s_clock));
        Dictionary<string, string> configuration = Configuration(options);
        var player = new ScenarioPlayer(OpenScenario(options.GetValue(s_scenario)), options.GetValue(s_seed));
        new MosquittoClient().Dispose(); // a missing library shows here, and not as a unit that is silent
        UnitConfiguration.Write(options.GetValue(s_storage), configuration);

        Hardware.StorageRoot = Path.GetFullPath(options.GetValue(s_storage));
        Hardware.MacAddress = MacAddress(configuration["site"], configuration["unit"]);
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
            ["contact"] = "",
            ["hotline"] = "",
            ["utc_offset_min"] = InRange("--utc-offset", options.GetValue(s_offset), -720, 840).ToString(CultureInfo.InvariantCulture),
            ["language"] = options.GetValue(s_language),
        };
    }

    private static Scenario OpenScenario(string nameOrPath)
    {
        try
        {
            return Scenario.Open(nameOrPath);
        }
        catch (ScenarioException error)
        {
            throw new ToolException(error.Message, ExitCode.WrongCall);
        }
    }

    private static string Identifier(string option, string text) => IdentifierPattern().IsMatch(text)
        ? text
        : throw new ToolException($"{option} \"{text}\" is not [a-z0-9-]{{1,32}}", ExitCode.WrongCall);

    private static double InRange(string option, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw new ToolException(FormattableString.Invariant($"{option} {value} is not from {least} to {most}"), ExitCode.WrongCall);

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
