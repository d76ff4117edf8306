using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Tools.Mutate;

/// <summary>
/// The changes of the fault catalogue: in each call of Row the level, the worse level, the times, the check and every other rule that is a named constant,
/// in each call of Evidence, CausedBy and Has the loss of each argument, and the numbers of Settles and Often.
/// </summary>
public static class CatalogueMutations
{
    private const string NoLevel = "NoLevel";
    private static readonly string[] Names = ["code", "name", "part"]; // what a fault is called; no rule

    /// <summary>All changes, in the order of the source.</summary>
    public static IEnumerable<Mutation> In(SourceFile file)
    {
        SyntaxNode root = file.Tree.GetRoot();
        MethodDeclarationSyntax row = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == "Row");
        string[] parameters = [.. row.ParameterList.Parameters.Select(p => p.Identifier.Text)];
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        string[] constants = [.. calls.Where(c => IsCall(c, "Row")).SelectMany(c => c.ArgumentList.Arguments).Select(a => a.Expression)
            .OfType<MemberAccessExpressionSyntax>().Select(e => e.ToString()).Distinct()];

        foreach (InvocationExpressionSyntax call in calls)
        {
            IEnumerable<Mutation> found = IsCall(call, "Row") ? Row(file, call, parameters, constants)
                : IsCall(call, "Evidence") || IsCall(call, "CausedBy") || IsCall(call, "Has") ? Losses(file, call)
                : IsCall(call, "Settles") || IsCall(call, "Often") ? Numbers(file, call)
                : [];
            foreach (Mutation mutation in found)
            {
                yield return mutation;
            }
        }
    }

    private static bool IsCall(InvocationExpressionSyntax call, string method) => call.Expression is IdentifierNameSyntax name && name.Identifier.Text == method;

    private static IEnumerable<Mutation> Row(SourceFile file, InvocationExpressionSyntax call, string[] parameters, string[] constants)
    {
        return call.ArgumentList.Arguments.Zip(parameters, (argument, parameter) => (argument.Expression, parameter))
            .Where(a => !Names.Contains(a.parameter))
            .SelectMany(a => Instead(a.Expression, a.parameter, constants).Select(r => file.Change(a.Expression, a.Expression.Span, r, $"{a.parameter} {a.Expression} → {r}")));
    }

    private static IEnumerable<string> Instead(ExpressionSyntax value, string parameter, string[] constants)
    {
        return (parameter, value) switch
        {
            ("level", LiteralExpressionSyntax number) => Steps.Neighbours((int)number.Token.Value!),
            ("worse", LiteralExpressionSyntax number) => Steps.Neighbours((int)number.Token.Value!).Append(NoLevel),
            ("worse", _) => ["1"],
            (_, LiteralExpressionSyntax flag) when flag.IsKind(SyntaxKind.TrueLiteralExpression) => ["false"],
            (_, LiteralExpressionSyntax flag) when flag.IsKind(SyntaxKind.FalseLiteralExpression) => ["true"],
            (_, LiteralExpressionSyntax number) => Steps.Fifth(number),
            (_, MemberAccessExpressionSyntax constant) => Another(constant, constants),
            _ => [],
        };
    }

    /// <summary>The next constant of the same class that another row uses.</summary>
    private static IEnumerable<string> Another(MemberAccessExpressionSyntax constant, string[] constants)
    {
        string[] same = [.. constants.Where(c => c.StartsWith(constant.Expression + ".", StringComparison.Ordinal))];
        return same.Length < 2 ? [] : [same[(Array.IndexOf(same, constant.ToString()) + 1) % same.Length]];
    }

    private static IEnumerable<Mutation> Losses(SourceFile file, InvocationExpressionSyntax call)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        return arguments.Select(lost => arguments.Count == 1
            ? file.Change(lost, call.Span, "_ = 0", $"{call.Expression} {lost} removed")
            : file.Change(lost, Span(arguments), string.Join(", ", arguments.Where(a => a != lost)), $"{call.Expression} {lost} removed"));
    }

    private static IEnumerable<Mutation> Numbers(SourceFile file, InvocationExpressionSyntax call)
    {
        return call.ArgumentList.Arguments.Select(a => a.Expression).OfType<LiteralExpressionSyntax>()
            .SelectMany(number => Steps.Fifth(number).Select(s => file.Change(number, number.Span, s, $"{call.Expression} {number} → {s}")));
    }

    private static TextSpan Span(SeparatedSyntaxList<ArgumentSyntax> arguments) => TextSpan.FromBounds(arguments[0].SpanStart, arguments[^1].Span.End);
}
