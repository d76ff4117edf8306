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
        Description = Language.Say("HOST:PORT of the broker", "MQTT 服务器，主机:端口"),
        DefaultValueFactory = _ => "127.0.0.1:1883",
    };

    private static readonly Option<string> s_language = new("--lang") { Description = Language.Say("language of the lines: zh or en", "语言：zh 或 en"), DefaultValueFactory = _ => "zh" };

    private static readonly Option<string> s_journal = new("--journal")
    {
        Description = Language.Say("file that holds what is stored; made when missing", "入库记录文件，没有则新建"),
        Required = true,
    };

    private static readonly Option<string> s_user = new("--user") { Description = Language.Say("user name at the broker", "MQTT 账号") };

    private static readonly Option<string> s_passwordFile = new("--password-file") { Description = Language.Say("file whose first line is the password", "密码文件，第一行为密码") };

    private static readonly Option<bool> s_withParent = new("--with-parent") { Description = Language.Say("end when standard input ends", "标准输入结束时退出") };

    private static readonly Option<string> s_clock = new("--clock")
    {
        Description = Language.Say(
            "UNIX_MS,SPEED: time that runs SPEED times as fast since that moment, for fast virtual units",
            "UNIX_MS,SPEED：从该时刻起时间按 SPEED 倍运行，供加速的虚拟设备使用"),
    };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand(Language.Say(
            "Prints each alarm of every unit once, and tells the unit that it is stored.",
            "每条告警显示一次，并答复设备已入库。"))
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
            throw new ToolException(Language.Say($"cannot keep the journal in {file}: {Language.Reason(error)}", $"无法写入入库记录文件 {file}：{Language.Reason(error)}"));
        }
    }
}
