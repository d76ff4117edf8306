using System.IO;
using System.Linq;
using System.Reflection;

namespace NanoTools.Tests;

/// <summary>Folders that the build wrote into this assembly.</summary>
internal static class Folders
{
    public static string Repository { get; } = Metadata("Repository");

    public static string NanoReferences { get; } = Metadata("NanoReferences");

    public static string Listing { get; } = Path.Combine(Repository, "tools", "NanoReferences", "listing");

    private static string Metadata(string key) => typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value;
}
