using System;
using System.CommandLine;
using System.IO;
using Tools.Host;

namespace Tools.Listener;

/// <summary>The service centre's side on the command line: prints each alarm once and answers that it is stored.</summary>
public static class Program
{
    private const string Name = "listener";

    private static readonly Option<string> s_broker = new("--broker")
    {
        Description = "HOST:PORT of the broker",
        DefaultValueFactory = _ => "127.0.0.1:1883",
    };

    private static readonly Option<string> s_language = new("--lang") { Description = "language of the lines", DefaultValueFactory = _ => "zh" };

    private static readonly Option<string> s_journal = new("--journal")
    {
        Description = "file that holds what is stored; made when missing",
        Required = true,
    };

    private static readonly Option<string> s_user = new("--user") { Description = "user name at the broker" };

    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = "file whose first line is the password" };

    private static readonly Option<bool> s_withParent = new("--with-parent") { Description = "end when standard input ends" };

    private static readonly Option<string> s_clock = new("--clock")
    {
        Description = "UNIX_MS,SPEED: time that runs SPEED times as fast since that moment, for fast virtual units",
    };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand("Prints each alarm of every unit once, and tells the unit that it is stored.")
        {
            s_broker, s_language, s_journal, s_user, s_passwordFile, s_clock, s_withParent,
        };
        command.SetAction(Listen);
        return ToolMain.Run(Name, command, arguments);
    }

    private static int Listen(ParseResult options)
    {
        Endpoint broker = Endpoint.Parse(options.GetValue(s_broker));
        Words words = options.GetValue(s_language) == "zh" ? Words.Chinese : Words.English;
        WorldClock clock = WorldClock.Parse(options.GetValue(s_clock));
        using Journal journal = OpenJournal(options.GetValue(s_journal));
        using var stop = new StopSignal(ignoreKeyboard: options.GetValue(s_withParent));
        if (options.GetValue(s_withParent))
        {
            stop.ReadInput(_ => { }, endIsStop: true);
        }

        if (journal.UnreadableLines > 0)
        {
            ToolMain.Warn(Name, words.Repaired + journal.UnreadableLines);
        }

        using var link = new Link(broker, words, clock, options.GetValue(s_user), PasswordFile.Read(options.GetValue(s_passwordFile)));
        link.Run(journal, stop);
        return ExitCode.Done;
    }

    private static Journal OpenJournal(string file)
    {
        try
        {
            return new Journal(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"cannot keep the journal in {file}: {error.Message}");
        }
    }
}
