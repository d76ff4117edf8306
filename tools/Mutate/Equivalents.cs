namespace Tools.Mutate;

/// <summary>
/// The reviewed list of changes that no test can notice, because they change nothing: one a line, "file | source line | change | reason".
/// </summary>
public sealed class Equivalents
{
    private readonly List<(string File, string Source, string What)> _entries = [];

    /// <summary>Reads the list. Throws <see cref="InvalidDataException"/> for a line without its four parts.</summary>
    public Equivalents(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] parts = line.Split(" | ");
            _entries.Add(parts.Length == 4 && parts.All(p => p.Trim().Length > 0)
                ? (parts[0], parts[1], parts[2])
                : throw new InvalidDataException($"equivalents.txt: \"{line}\" is not \"file | source line | change | reason\""));
        }
    }

    /// <summary>True where the change stands in the list.</summary>
    public bool Has(Mutation mutation) => _entries.Contains(Key(mutation));

    /// <summary>Entries that fit no change that survived: the rule is gone, or a test holds it by now.</summary>
    public IEnumerable<string> Stale(IEnumerable<Mutation> survivors)
    {
        return _entries.Except(survivors.Select(Key)).Select(e => $"{e.File}: {e.What}   [{e.Source}]");
    }

    private static (string File, string Source, string What) Key(Mutation mutation) => (mutation.File, mutation.Source, mutation.What);
}
