using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Text;
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

    /// <summary>Parses the options and runs the tool.</summary>
    /// <param name="name">Name that the error line begins with.</param>
    public static int Run(string name, RootCommand command, string[] arguments)
    {
        try
        {
            ParseResult parsed = command.Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                throw new ToolException($"{OneLine(parsed.Errors[0].Message)} (see --help)", ExitCode.WrongCall);
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ToolException error)
        {
            return Say(name, error.Message, error.Code);
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
            return Say(name, $"defect: {error.GetType().Name}: {error.Message} ({Where(error)})", ExitCode.Defect);
        }
    }

    /// <summary>One line on standard error, beginning with the tool's name.</summary>
    public static void Warn(string name, string message) => s_errors.WriteLine($"{name}: {OneLine(message)}");

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
