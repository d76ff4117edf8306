using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Tools.NanoReferences;

namespace Native.Tests;

/// <summary>
/// Nothing public may exist here that the device does not have: every type in the listing's namespaces, every alias that
/// NativeAliases.props binds, and every public or protected member of them is held against the API listing.
/// </summary>
[TestClass]
public class ListingConformanceTests
{
    private const string Hardware = "Board.Native";
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, ApiType> s_listing = Listing
        .ReadFolder(Path.Combine(AppContext.BaseDirectory, "listing"))
        .SelectMany(assembly => assembly.Types)
        .GroupBy(type => type.Name)
        .ToDictionary(group => group.Key, group => group.First());

    private static readonly Dictionary<string, string> s_aliases = ReadAliases();

    [TestMethod]
    public void EveryPublicMemberIsInTheListing()
    {
        string[] violations = Emulated().SelectMany(type => Violations(type, ListedName(type))).ToArray();
        Assert.IsEmpty(violations, string.Join("\n", violations));
    }

    [TestMethod]
    public void EveryAliasExistsAndHasATwin()
    {
        Assert.IsNotEmpty(s_aliases);
        foreach ((string ours, string twin) in s_aliases)
        {
            Assert.IsNotNull(typeof(Board.Native.Hardware).Assembly.GetType(ours), ours + " does not exist");
            Assert.IsNotNull(twin, ours + " has no type of its name in the listing");
        }
    }

    [TestMethod]
    public void TheEmulatedSurfaceIsLookedAt() => Assert.IsGreaterThan(60, Emulated().Count());

    [TestMethod]
    public void WhatTheListingLacksIsRefused()
    {
        string[] violations = Violations(typeof(NotThePin), "System.Device.Gpio.GpioPin").ToArray();
        Assert.HasCount(4, violations, string.Join("\n", violations));
        Assert.HasCount(1, Violations(typeof(NotThePin), "System.Device.Gpio.NoSuchType").ToArray());
    }

    /// <summary>Public types that claim to be the device's.</summary>
    private static IEnumerable<Type> Emulated() => typeof(Board.Native.Hardware).Assembly.GetExportedTypes().Where(IsEmulated);

    private static bool IsEmulated(Type type)
    {
        string outermost = ReflectionName(type).Split('/')[0];
        return !outermost.StartsWith(Hardware + ".", StringComparison.Ordinal) || s_aliases.ContainsKey(outermost);
    }

    private static IEnumerable<string> Violations(Type type, string listedName)
    {
        if (listedName == null || !s_listing.TryGetValue(listedName, out ApiType listed))
        {
            return [$"{type}: the device has no such type"];
        }

        HashSet<string> known = listed.Members.SelectMany(Signatures).ToHashSet();
        return Visible(type).Where(signature => !known.Contains(signature)).Select(signature => $"{listedName}: not in the listing: {signature}");
    }

    /// <summary>Signatures of the listing in the form of <see cref="Signature(MethodBase)"/>.</summary>
    private static IEnumerable<string> Signatures(ApiMember member) => member.Kind switch
    {
        'M' => [$"{Static(member.Has("static"))}{member.Type} {member.Name}({WithoutDefaults(member.Detail)})"],
        'F' when member.Has("const") => [$"const {member.Name} = {member.Detail}"],
        'F' => [$"{Static(member.Has("static"))}{member.Type} {member.Name}"],
        _ => [],
    };

    private static IEnumerable<string> Visible(Type type)
    {
        IEnumerable<MethodBase> methods = typeof(Delegate).IsAssignableFrom(type)
            ? [type.GetMethod("Invoke")]
            : type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        return methods.Where(IsVisible).Select(Signature).Concat(type.GetFields(Declared).Where(IsVisible).Select(Signature));
    }

    private static bool IsVisible(MethodBase method) => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('.', StringComparison.Ordinal)
        || (method.IsConstructor && !method.IsStatic && (method.IsPublic || method.IsFamily));

    private static bool IsVisible(FieldInfo field) => (field.IsPublic || field.IsFamily) && !field.IsSpecialName;

    private static string Signature(MethodBase method)
    {
        string returned = method is MethodInfo info ? Named(info.ReturnType) : "System.Void";
        string parameters = string.Join(", ", method.GetParameters().Select(Parameter));
        return $"{Static(method.IsStatic)}{returned} {method.Name}({parameters})";
    }

    private static string Signature(FieldInfo field) => field.IsLiteral
        ? $"const {field.Name} = {Convert.ToInt64(field.GetRawConstantValue() is ulong big ? (long)big : field.GetRawConstantValue())}"
        : $"{Static(field.IsStatic)}{Named(field.FieldType)} {field.Name}";

    private static string Parameter(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        string direction = parameter.IsOut ? "out " : type.IsByRef ? "ref " : "";
        return $"{direction}{Named(type.IsByRef ? type.GetElementType() : type)} {parameter.Name}";
    }

    private static string Named(Type type) => type.IsArray ? Named(type.GetElementType()) + "[]" : ListedName(type) ?? ReflectionName(type);

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string WithoutDefaults(string parameters) => Regex.Replace(parameters, " = [^,]*", "");

    /// <summary>The device's name of a type: its own, or that of the twin it stands for.</summary>
    private static string ListedName(Type type)
    {
        string name = ReflectionName(type);
        string[] parts = name.Split('/', 2);
        if (!s_aliases.TryGetValue(parts[0], out string twin))
        {
            twin = TwinOf(parts[0]);
        }

        return parts.Length == 1 ? twin : twin + "/" + parts[1];
    }

    private static string ReflectionName(Type type) => type.FullName.Replace('+', '/');

    /// <summary>Helper types beside an alias, such as the delegates of NetworkChange, stand for the one type of their simple name.</summary>
    private static string TwinOf(string name) => name.StartsWith(Hardware + ".", StringComparison.Ordinal)
        ? s_listing.Values.SingleOrDefault(type => !type.Name.Contains('/') && type.SimpleName == name[(Hardware.Length + 1)..])?.Name
        : name;

    private static Dictionary<string, string> ReadAliases()
    {
        string props = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "NativeAliases.props"));
        return Regex.Matches(props, "Using Include=\"(Board\\.Native\\.\\w+)\"").Select(match => match.Groups[1].Value).ToDictionary(name => name, TwinOf);
    }

    /// <summary>A pin that offers more than the device's: a method, a field, a constructor, and a method with another result.</summary>
    public class NotThePin
    {
        public int Extra;

        public static void WaitForEvent()
        {
        }

        public int Read() => Extra;
    }
}
