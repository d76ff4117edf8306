using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mono.Cecil;

namespace Tools.NanoLint.Rules;

/// <summary>The same sources on net10.0: .NET's own types must not slip in where the device's behave otherwise.</summary>
public static class HostRules
{
    /// <summary>The .NET types that tools/nano/NativeAliases.props binds to Board.Native's; a test holds the two together.</summary>
    public static readonly string[] Emulated =
    {
        "System.DateTime", "System.Environment", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.File", "System.IO.FileStream",
        "System.IO.IOException", "System.Net.Dns", "System.Net.NetworkInformation.NetworkAvailabilityEventArgs",
        "System.Net.NetworkInformation.NetworkChange", "System.Net.NetworkInformation.NetworkInterface", "System.Threading.AutoResetEvent",
        "System.Threading.CancellationTokenSource", "System.Threading.ManualResetEvent", "System.Threading.Thread", "System.Threading.Timer",
        "System.Threading.WaitHandle",
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
