using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Tools.NanoLint;

/// <summary>
/// <c>Tools.NanoLint --layer LAYER --assembly FILE [--settings FILE] [--ours FILE]... [--platform FOLDER]...</c> prints one build
/// error a finding and the assembly's size, and ends with 1 when there is any, 2 for a wrong command line. <c>--rules</c> prints the rule table.
/// </summary>
public static class Program
{
    private const string Usage = "usage: Tools.NanoLint --rules | --layer Core|Device|Tests|Host --assembly FILE [--settings FILE] [--ours FILE]... [--platform FOLDER]...";

    public static int Main(string[] arguments)
    {
        try
        {
            return arguments is ["--rules"] ? PrintRules() : Lint(arguments);
        }
        catch (InvalidDataException error)
        {
            Console.WriteLine(error.Message);
            return 1;
        }
        catch (Exception error) when (error is IOException or ArgumentException or BadImageFormatException or Mono.Cecil.AssemblyResolutionException)
        {
            Console.WriteLine($"NanoLint : error NANO000: {error.Message.ReplaceLineEndings(" ")}");
            return 2;
        }
    }

    private static int PrintRules()
    {
        foreach (var rule in RuleTable.All)
        {
            Console.WriteLine($"{rule.Id}  {rule.Title} ({rule.Layers}): {rule.Instead}");
        }

        return 0;
    }

    private static int Lint(string[] arguments)
    {
        var options = Options(arguments);
        var layer = options["--layer"].Count == 1 && Enum.TryParse<Layers>(options["--layer"][0], out var parsed) ? parsed : throw new ArgumentException(Usage);
        var settings = options["--settings"].Count == 0 ? Settings.None : Settings.Read(options["--settings"][0]);
        var assembly = options["--assembly"].SingleOrDefault() ?? throw new ArgumentException(Usage);
        using var target = new LintTarget(assembly, layer, settings, options["--ours"], options["--platform"]);
        var messages = Linter.Run(target);
        foreach (var message in messages)
        {
            Console.WriteLine(message);
        }

        Console.WriteLine($"{target.Module.Assembly.Name.Name}: {Rules.LimitRules.CodeBytes(target)} bytes of byte code, {Rules.LimitRules.StringBytes(target)} bytes of strings (limit {Rules.LimitRules.TableBytes} each)");
        return messages.Count == 0 ? 0 : 1;
    }

    private static Dictionary<string, List<string>> Options(string[] arguments)
    {
        var names = new[] { "--layer", "--assembly", "--settings", "--ours", "--platform" };
        var options = names.ToDictionary(n => n, _ => new List<string>());
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !options.TryGetValue(arguments[i], out var values))
            {
                throw new ArgumentException(Usage);
            }

            values.Add(arguments[i + 1]);
        }

        return options;
    }
}
