using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Tools.Centre.Wire;

/// <summary>The topics of PROTOCOL.md as the centre sees them.</summary>
public static partial class Topic
{
    /// <summary>Filters that a centre subscribes to, all with QoS 1.</summary>
    public static IReadOnlyList<string> Filters { get; } =
    [
        .. new[] { "state", "about", "snapshot", "alarm", "telemetry", "drill", "inspection", "visit", "reply" }.Select(kind => $"irrigation/v1/+/+/{kind}"),
    ];

    /// <summary>The topic of this kind for a unit.</summary>
    public static string Of(UnitAddress unit, string kind) => $"irrigation/v1/{unit.Site}/{unit.Unit}/{kind}";

    /// <summary>Takes a topic apart; false where it is not of this contract.</summary>
    public static bool TryRead(string topic, out UnitAddress unit, out string kind)
    {
        Match parts = Pattern().Match(topic);
        unit = new UnitAddress(parts.Groups[1].Value, parts.Groups[2].Value);
        kind = parts.Groups[3].Value;
        return parts.Success;
    }

    [GeneratedRegex("^irrigation/v1/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/([a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
