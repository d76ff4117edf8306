using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Text;
using Firmware.Records.Messaging;
using Tools.Mosquitto;

namespace Tools.Host;

/// <summary>Runs a tool: whatever goes wrong ends in one line on standard error and an exit code, never in a stack trace.</summary>
public static class ToolMain
{
    /// <summary>Standard output in UTF-8, whatever the locale says, a line at a time.</summary>
    public static TextWriter Output { get; } = TextWriter.Synchronized(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" });

    private static readonly TextWriter s_errors = TextWriter.Synchronized(
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" });

    /// <summary>A line for the person who called, beside what the tool puts out.</summary>
    public static void Note(string line) => s_errors.WriteLine(line);

    /// <summary>Parses the options and runs the tool.</summary>
    /// <param name="name">Name that the error line begins with.</param>
    public static int Run(string name, RootCommand command, string[] arguments)
    {
        try
        {
            AnswerVersion(command);
            ParseResult parsed = command.Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                throw new ToolException(WhyRefused(parsed) + Language.Say(" (see --help)", "（见 --help）"), ExitCode.WrongCall);
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ToolException error)
        {
            return Say(name, error.Message, error.Code);
        }
        catch (MosquittoMissingException error)
        {
            return Say(name, Language.Say(error.Message, "找不到 libmosquitto：请安装 Debian 软件包 libmosquitto1（apt-get install libmosquitto1）"), ExitCode.Failed);
        }
        catch (MosquittoException error)
        {
            return Say(name, error.Message, ExitCode.Failed);
        }
        catch (IOException) when (!IsOutputOpen())
        {
            return ExitCode.Done; // whoever read the output has gone
        }
        catch (Exception error)
        {
            return Say(name, Language.Say("defect: ", "程序缺陷：") + $"{error.GetType().Name}: {error.Message} ({Where(error)})", ExitCode.Defect);
        }
    }

    /// <summary>One line on standard error, beginning with the tool's name.</summary>
    public static void Warn(string name, string message) => s_errors.WriteLine($"{name}: {OneLine(message)}");

    /// <summary>The version of a tool is that of the firmware it belongs to.</summary>
    private static void AnswerVersion(RootCommand command)
    {
        foreach (VersionOption option in command.Options.OfType<VersionOption>())
        {
            option.Description = Language.Say("show the firmware's version", "显示固件版本");
            option.Action = new VersionAction();
        }

        foreach (HelpOption option in command.Options.OfType<HelpOption>())
        {
            option.Description = Language.Say("show this help", "显示本帮助");
        }
    }

    /// <summary>Names the option and the word that it does not take; anything else is said as the parser says it.</summary>
    private static string WhyRefused(ParseResult parsed)
    {
        ParseError error = parsed.Errors[0];
        if (error.SymbolResult is OptionResult { Tokens.Count: > 0 } option)
        {
            string word = option.Tokens[^1].Value;
            return Language.Say(
                $"{option.Option.Name} does not take \"{word}\": {option.Option.Description}",
                $"{option.Option.Name} 不能是“{word}”：{option.Option.Description}");
        }

        return parsed.UnmatchedTokens.Count > 0
            ? Language.Say($"there is no option \"{parsed.UnmatchedTokens[0]}\"", $"没有选项“{parsed.UnmatchedTokens[0]}”")
            : OneLine(error.Message);
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Output.WriteLine(UnitIdentity.Firmware);
            return ExitCode.Done;
        }
    }

    private static int Say(string name, string message, int code)
    {
        Warn(name, message);
        return code;
    }

    private static string Where(Exception error) => OneLine((error.StackTrace ?? "").Split('\n')[0].Trim());

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static bool IsOutputOpen()
    {
        try
        {
            Output.Flush();
            Console.OpenStandardOutput().Write([]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
