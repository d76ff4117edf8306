using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using Tools.Host;

namespace Tools.Terminal;

/// <summary>A terminal on the console of a unit: one that runs already, or a virtual one that it starts and ends with itself.</summary>
public static class Program
{
    private const string ConsoleEvent = "console ";

    private static readonly Option<string> s_pty = new("--pty") { Description = Language.Say("pseudo-terminal of a running unit, e.g. /dev/pts/3; without it a virtual unit is started", "运行中设备的伪终端，如 /dev/pts/3；不给则启动一台虚拟设备") };
    private static readonly Option<string> s_scenario = new("--scenario") { Description = Language.Say("scenario of the unit that is started", "所启动设备的场景"), DefaultValueFactory = _ => "normal" };
    private static readonly Option<double> s_speed = new("--speed") { Description = Language.Say("unit seconds in a real second, 0.1 to 20", "运行速度，为实际的几倍，0.1 至 20"), DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_storage = new("--storage") { Description = Language.Say("folder that is the unit's drive; without it a temporary one", "作为设备盘的文件夹；不给则用临时文件夹") };
    private static readonly Option<string> s_language = new("--lang") { Description = Language.Say("language of the unit's console: zh or en", "设备控制台的语言：zh 或 en"), DefaultValueFactory = _ => "zh" };

    public static int Main(string[] arguments)
    {
        s_language.AcceptOnlyFromAmong("zh", "en");
        var command = new RootCommand(Language.Say(
            "A terminal on a unit's console, as minicom would open it. Ctrl-] leads out: quit, or a live command for the started unit's site (list shows them; press SECONDS holds its button).",
            "设备控制台的终端，与 minicom 相同。按 Ctrl-] 后可输入 quit 退出，或输入所启动设备的现场命令（list 列出；press 秒数 按住按钮）。"))
        {
            s_pty, s_scenario, s_speed, s_storage, s_language,
        };
        command.SetAction(Run);
        return ToolMain.Run("console", command, arguments);
    }

    private static int Run(ParseResult options)
    {
        string path = options.GetValue(s_pty);
        if (path != null)
        {
            return Attach(path, null);
        }

        string folder = options.GetValue(s_storage);
        bool temporary = folder == null;
        folder ??= Directory.CreateTempSubdirectory("console-").FullName;
        using Child keeper = temporary ? Child.RemoveAtEnd(folder) : null;
        var ready = new ManualResetEventSlim();
        var errors = new List<string>();
        using Child unit = Child.StartTool("unit", "Tools.VirtualUnit", Arguments(options, folder), line => Hear(line, ref path, ready), errors.Add);
        while (!ready.Wait(200))
        {
            if (unit.HasExited)
            {
                throw new ToolException(errors.Count > 0 ? errors[0] : Language.Say("the unit has ended", "设备程序已退出"));
            }
        }

        return Attach(path, unit);
    }

    private static IEnumerable<string> Arguments(ParseResult options, string folder) =>
    [
        "--storage", folder, "--scenario", options.GetValue(s_scenario), "--speed", options.GetValue(s_speed).ToString(CultureInfo.InvariantCulture),
        "--lang", options.GetValue(s_language), "--with-parent",
    ];

    private static void Hear(string line, ref string path, ManualResetEventSlim ready)
    {
        if (line.StartsWith(ConsoleEvent, StringComparison.Ordinal))
        {
            path = line[ConsoleEvent.Length..];
            ready.Set();
        }
        else if (ready.IsSet && !line.StartsWith("leds ", StringComparison.Ordinal))
        {
            Line.Notice(line);
        }
    }

    private static int Attach(string path, Child unit)
    {
        try
        {
            using var line = new Line(path);
            line.Talk(command => unit?.Tell(command));
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(Language.Say($"{path} cannot be opened: {Language.Reason(error)}", $"无法打开 {path}：{Language.Reason(error)}"));
        }
    }
}
