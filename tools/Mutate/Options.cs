namespace Tools.Mutate;

/// <summary>The command line.</summary>
public sealed class Options
{
    /// <summary>For people.</summary>
    public const string Usage = """
        usage: tools/mutate [--only TEXT]... [--except TEXT] [--max N] [--jobs N] [--list]

        Changes the rules of Firmware/Core one at a time (levels, times, limits, comparisons, causes, evidence) and runs Core.Tests, Contract.Tests
        and Records.Tests against each change. Prints the changes that no test notices; ends with 1 when there is one that
        tools/Mutate/equivalents.txt does not explain.

          --only TEXT   only changes whose "file:line: what [source line]" has this in it, e.g. PumpControl.cs or "CausedBy"; given
                        several times, any of them
          --except TEXT not those that have this in it, e.g. FaultCatalogue.cs
          --max N       a sample of N, spread evenly over them
          --jobs N      so many at a time (2)
          --list        only print the changes
        """;

    private readonly List<string> _only = [];

    /// <summary>The repository.</summary>
    public string Root { get; private set; } = Environment.CurrentDirectory;

    /// <summary>Parts of a change's line, any of them; none for all.</summary>
    public IReadOnlyList<string> Only => _only;

    /// <summary>Part of the line of changes that are left out; "" for none.</summary>
    public string Except { get; private set; } = "";

    /// <summary>Takes a change in.</summary>
    public bool Takes(Mutation mutation)
    {
        string line = mutation.ToString();
        return (_only.Count == 0 || _only.Any(line.Contains)) && (Except.Length == 0 || !line.Contains(Except));
    }

    /// <summary>Size of the sample.</summary>
    public int Max { get; private set; } = int.MaxValue;

    /// <summary>Workers at a time.</summary>
    public int Jobs { get; private set; } = 2;

    /// <summary>Only print the changes.</summary>
    public bool List { get; private set; }

    /// <summary>This process judges for another one.</summary>
    public bool Worker { get; private set; }

    /// <summary>Reads the command line. Throws <see cref="ArgumentException"/> with one line for people.</summary>
    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? option))
        {
            options.Take(option, () => rest.TryDequeue(out string? value) ? value : throw new ArgumentException($"{option} needs a value"));
        }

        return options;
    }

    private void Take(string option, Func<string> value)
    {
        switch (option)
        {
            case "--root": Root = Path.GetFullPath(value()); break;
            case "--only": _only.Add(value()); break;
            case "--except": Except = value(); break;
            case "--max": Max = Positive(option, value()); break;
            case "--jobs": Jobs = Positive(option, value()); break;
            case "--list": List = true; break;
            case "--worker": Worker = true; break;
            default: throw new ArgumentException($"unknown option {option}");
        }
    }

    private static int Positive(string option, string text)
    {
        return int.TryParse(text, out int number) && number > 0 ? number : throw new ArgumentException($"{option} needs a number from 1, not {text}");
    }
}
