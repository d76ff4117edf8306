using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tools.Mutate;

/// <summary>
/// Judges changes in processes of their own, since a change may hang or end a process. A worker reads the number of a change from its standard input
/// and writes the verdict; one that hung is replaced.
/// </summary>
public static class Pool
{
    /// <summary>Judges the changes of the given numbers; <paramref name="judged"/> hears each verdict, one at a time.</summary>
    public static void Run(string root, IEnumerable<int> numbers, int jobs, Action<int, Verdict> judged)
    {
        var queue = new ConcurrentQueue<int>(numbers);
        Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            Process? worker = null;
            while (queue.TryDequeue(out int number))
            {
                worker ??= Start(root);
                Verdict verdict = Ask(worker, number);
                worker = verdict == Verdict.Hung ? End(worker) : worker;
                lock (queue)
                {
                    judged(number, verdict);
                }
            }

            End(worker);
        });
    }

    /// <summary>The worker's side: until its input ends.</summary>
    public static void Work(Subject subject, Judge judge)
    {
        TextWriter answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        while (Console.ReadLine() is string line)
        {
            answers.WriteLine(judge.Try(subject.Mutations[int.Parse(line)]));
            answers.Flush();
        }
    }

    private static Process Start(string root)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        string program = typeof(Pool).Assembly.Location;
        string[] arguments = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [program] : [];
        foreach (string argument in arguments.Concat(["--root", root, "--worker"]))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static Verdict Ask(Process worker, int number)
    {
        worker.StandardInput.WriteLine(number);
        worker.StandardInput.Flush();
        string? answer = worker.StandardOutput.ReadLine();
        return answer == null ? Verdict.Hung : Enum.Parse<Verdict>(answer);
    }

    private static Process? End(Process? worker)
    {
        if (worker != null)
        {
            worker.Kill();
            worker.Dispose();
        }

        return null;
    }
}
