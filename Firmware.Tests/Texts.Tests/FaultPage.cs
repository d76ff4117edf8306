using System.Linq;

namespace Texts.Tests;

/// <summary>All texts of one fault in one language.</summary>
/// <param name="Code">Number of the fault.</param>
/// <param name="Title">Short name, null where it is missing.</param>
/// <param name="Meaning">What the unit saw, null where it is missing.</param>
/// <param name="Causes">Causes, a line each, null where they are missing.</param>
/// <param name="Remedy">Steps, a line each, null where they are missing.</param>
public sealed record FaultPage(int Code, string Title, string Meaning, string Causes, string Remedy)
{
    /// <summary>The steps in their order.</summary>
    public string[] Steps => (Remedy ?? "").Split('\n');

    /// <summary>Everything that the technician reads about this fault.</summary>
    public string Whole => string.Join('\n', new[] { Title, Meaning, Causes, Remedy }.Where(text => text != null));
}
