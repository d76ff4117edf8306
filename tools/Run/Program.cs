using System.CommandLine;
using System.Linq;
using Tools.Host;
using Tools.Listener;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>Shows the whole path on one machine: virtual units, a real broker, the service centre's listener.</summary>
public static class Program
{
    private const int MostUnits = 50;

    private static readonly Option<string> s_scenario = new("--scenario")
    {
        Description = "what happens at the sites: a name (see --list) or a file",
        DefaultValueFactory = _ => "dry-well",
    };

    private static readonly Option<int> s_units = new("--units") { Description = $"virtual units, 1 to {MostUnits}", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> s_for = new("--for") { Description = "end after so many seconds" };
    private static readonly Option<double> s_speed = new("--speed") { Description = "how much faster than real, 0.1 to 20", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_language = new("--lang") { Description = "language", DefaultValueFactory = _ => "zh" };
    private static readonly Option<string> s_broker = new("--broker") { Description = "HOST:PORT of a broker of yours; none is started" };
    private static readonly Option<int> s_port = new("--port") { Description = "loopback port of the broker that is started; a free one by default" };
    private static readonly Option<string> s_user = new("--user") { Description = "user name at the broker" };
    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = "file whose first line is the password" };
    private static readonly Option<string> s_storage = new("--storage") { Description = "folder for the units' storage, kept; a temporary one by default" };
    private static readonly Option<bool> s_list = new("--list") { Description = "list scenarios, faults and actions" };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand("Virtual units at simulated sites, a real MQTT broker, and the service centre's side, on this machine.")
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
        Check(options.GetValue(s_units) is >= 1 and <= MostUnits, $"--units takes 1 to {MostUnits}");
        Check(options.GetValue(s_speed) is >= 0.1 and <= 20, "--speed takes 0.1 to 20");
        Check(options.GetValue(s_for) is >= 0 and <= 31_536_000, "--for takes seconds, at most a year");
        Check(options.GetValue(s_port) is >= 0 and <= 65535, "--port takes 1 to 65535");
        Check(options.GetValue(s_broker) == null || options.GetValue(s_port) == 0, "--port is for the broker that is started; --broker starts none");
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
            throw new ToolException(error.Message, ExitCode.WrongCall);
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
        var rows = Scenario.Shipped.Select(name => ("scenario", name, words.Describe(Scenario.Open(name))))
            .Concat(SiteCatalogue.Faults.Select(fault => ("inject", fault.Name, fault.Changes)))
            .Concat(SiteCatalogue.Actions.Select(action => ("do", $"{action.Name} {action.On}|{action.Off}", action.Means)));
        foreach ((string kind, string name, string means) in rows)
        {
            ToolMain.Output.WriteLine($"{Columns.Pad(kind, 8)}  {Columns.Pad(name, 20)}  {means}");
        }

        return ExitCode.Done;
    }
}
