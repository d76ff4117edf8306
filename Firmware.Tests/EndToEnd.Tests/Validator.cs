using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace EndToEnd.Tests;

/// <summary>The stock JSON Schema validator (Debian: python3-jsonschema) over payload files.</summary>
internal static class Validator
{
    private static readonly string s_golden = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static string[] GoldenFiles => Directory.GetFiles(s_golden, "*.json");

    public static string[] RefusedFiles => Directory.GetFiles(Path.Combine(s_golden, "refused"), "*.json");

    /// <summary>Runs it; returns its exit code and what it said.</summary>
    public static (int Code, string Said) Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(s_golden, "validate.py"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start);
        string said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    /// <summary>Holds what a subscriber got against the schemas. Every kind of message must be among it.</summary>
    public static void AssertValid(Subscriber subscriber, params string[] kinds)
    {
        string folder = Directory.CreateTempSubdirectory("captured-").FullName;
        try
        {
            var files = new List<string>();
            foreach (string kind in kinds)
            {
                List<Received> messages = subscriber.All(kind);
                Assert.IsNotEmpty(messages, $"no {kind} came");
                files.AddRange(messages.Select((message, number) => Write(folder, kind, number, message.Payload)));
            }

            (int code, string said) = Run(files);
            Assert.AreEqual(0, code, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(string folder, string kind, int number, byte[] payload)
    {
        string file = Path.Combine(folder, $"{kind}-{number}.json");
        File.WriteAllBytes(file, payload);
        return file;
    }
}
