using Microsoft.CodeAnalysis.Text;

namespace Tools.Mutate;

/// <summary>One change of one source file.</summary>
/// <param name="File">Path from the repository's root, with slashes.</param>
/// <param name="Line">Line of the change, from 1.</param>
/// <param name="Source">That line without the white space around it.</param>
/// <param name="What">What is changed, for people: "15 → 18".</param>
/// <param name="Span">Characters that are replaced.</param>
/// <param name="Replacement">What takes their place.</param>
/// <param name="IsInlined">The compiler copies the value into whoever uses it, so that the tests have to be compiled anew to notice.</param>
public sealed record Mutation(string File, int Line, string Source, string What, TextSpan Span, string Replacement, bool IsInlined)
{
    /// <summary>Name of the file: the tests of that class run first.</summary>
    public string Subject => Path.GetFileNameWithoutExtension(File);

    /// <summary>"file:line: what is changed", with the line for the eye.</summary>
    public override string ToString() => $"{File}:{Line}: {What}   [{Source}]";
}
