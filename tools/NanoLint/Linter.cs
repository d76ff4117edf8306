using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Tools.NanoLint;

/// <summary>A finding as a build shows it.</summary>
public sealed record Message(string File, int Line, string Rule, string Text)
{
    public override string ToString() => Line > 0 ? $"{File}({Line}): error {Rule}: {Text}" : $"{File} : error {Rule}: {Text}";
}

/// <summary>Runs the rule table over an assembly.</summary>
public static class Linter
{
    public static IReadOnlyList<Message> Run(LintTarget target)
    {
        var messages = new List<Message>();
        var used = new HashSet<Setting>();
        foreach (var rule in RuleTable.All.Where(r => (r.Layers & target.Layer) != 0))
        {
            foreach (var finding in rule.Check(target))
            {
                var allowed = target.Settings.Of("allow").FirstOrDefault(s => s.Rule == rule.Id && Names(s, finding));
                if (allowed == null)
                {
                    messages.Add(ToMessage(rule, finding, target));
                }
                else
                {
                    used.Add(allowed);
                }
            }
        }

        messages.AddRange(UnusedAllowances(target, used));
        return messages.Distinct().ToList();
    }

    private static bool Names(Setting setting, Finding finding) => finding.Member != null && CallGraph.NameOf(finding.Member) == setting.Name;

    /// <summary>An allowance for something in this assembly that broke no rule is out of date.</summary>
    private static IEnumerable<Message> UnusedAllowances(LintTarget target, HashSet<Setting> used) => target.Layer == Layers.Host
        ? Enumerable.Empty<Message>()
        : target.Settings.Of("allow").Where(s => !used.Contains(s) && target.Types.Any(t => s.Name == t.FullName || s.Name.StartsWith(t.FullName + "::", System.StringComparison.Ordinal)))
            .Select(s => new Message(target.Settings.Path, s.Line, "NANO000", $"{s.Name} does not break {s.Rule}; take the line out"));

    private static Message ToMessage(Rule rule, Finding finding, LintTarget target)
    {
        var (file, line) = Locate(finding);
        return new Message(file ?? target.Module.Assembly.Name.Name, line, rule.Id, $"{finding.What}: {rule.Instead}");
    }

    private static (string File, int Line) Locate(Finding finding)
    {
        var method = finding.Member as MethodDefinition;
        var type = finding.Member as TypeDefinition ?? finding.Member?.DeclaringType;
        var points = method == null ? Enumerable.Empty<Mono.Cecil.Cil.SequencePoint>() : method.DebugInformation.SequencePoints.Where(p => !p.IsHidden);
        var point = (finding.At == null ? null : points.LastOrDefault(p => p.Offset <= finding.At.Offset))
            ?? points.FirstOrDefault()
            ?? type?.Methods.Select(LintTarget.FirstPoint).FirstOrDefault(p => p != null);
        return (point?.Document.Url, point?.StartLine ?? 0);
    }
}
