using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mono.Cecil;

namespace Tools.NanoLint.Rules;

/// <summary>The same sources on net10.0: .NET's own types must not slip in where the device's behave otherwise.</summary>
public static class HostRules
{
    private static readonly string[] Emulated =
    {
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Environment", "System.Threading.Thread",
        "System.Net.Dns", "System.Net.NetworkInformation.NetworkInterface",
    };

    private static readonly string[] PlatformAssemblies =
    {
        "mscorlib", "System.Net", "System.Net.Http", "System.IO.FileSystem", "System.Threading",
    };

    public static IEnumerable<Finding> DotNetTypes(LintTarget target) => LanguageRules.UsedTypes(target)
        .Where(u => u.Type != null && Emulated.Contains(u.Type.FullName)).Select(u => new Finding($".NET's own {u.Type.FullName}", u.Member, u.At));

    public static IEnumerable<Finding> AssemblyNames(LintTarget target) => PlatformAssemblies.Contains(target.Module.Assembly.Name.Name)
        ? new[] { new Finding($"assembly name {target.Module.Assembly.Name.Name}") }
        : Array.Empty<Finding>();

    /// <summary>Public types of ours whose full name .NET has too.</summary>
    public static IEnumerable<Finding> TypeNames(LintTarget target) => target.Types.Where(t => t.IsPublic && IsDotNets(t.FullName))
        .Select(t => new Finding($"type {t.FullName}, which .NET has too,", t));

    private static bool IsDotNets(string name) => DotNetAssemblies().Any(a => a.GetType(name, throwOnError: false) is { IsPublic: true });

    private static IEnumerable<Assembly> DotNetAssemblies() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")).Split(System.IO.Path.PathSeparator)
        .Select(System.IO.Path.GetFileNameWithoutExtension).Where(n => n.StartsWith("System.", StringComparison.Ordinal)).Select(Assembly.Load);
}
