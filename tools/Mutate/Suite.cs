namespace Tools.Mutate;

/// <summary>A project of tests: its sources and, where it is built, the program with all that it loads beside it.</summary>
/// <param name="Name">Name of the project and of its assembly.</param>
/// <param name="Program">The built program.</param>
/// <param name="Sources">All that is compiled into it, other projects' files and generated ones with them.</param>
public sealed record Suite(string Name, string Program, IReadOnlyList<SourceFile> Sources);
