using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tools.Mutate;

/// <summary>The changes of code that decides: every number, every comparison, every "and" and "or".</summary>
public static class RuleMutations
{
    /// <summary>What a comparison becomes: its boundary moved (where it has one), and its opposite.</summary>
    private static readonly Dictionary<SyntaxKind, string[]> Comparisons = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
    };

    /// <summary>All changes, in the order of the source.</summary>
    public static IEnumerable<Mutation> In(SourceFile file)
    {
        return file.Tree.GetRoot().DescendantNodes().SelectMany(node => node switch
        {
            LiteralExpressionSyntax number => Steps.Fifth(number).Select(s => file.Change(number, s)),
            BinaryExpressionSyntax binary => Binary(file, binary),
            RelationalPatternSyntax pattern => Operators(file, pattern, pattern.OperatorToken),
            _ => [],
        });
    }

    /// <summary>Only the numbers in the first values of fields: constants, and the defaults of settings.</summary>
    public static IEnumerable<Mutation> Defaults(SourceFile file)
    {
        return file.Tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(v => v.Parent?.Parent is FieldDeclarationSyntax)
            .Where(v => v.Initializer != null).SelectMany(v => v.Initializer!.Value.DescendantNodesAndSelf()).OfType<LiteralExpressionSyntax>()
            .SelectMany(number => Steps.Fifth(number).Select(s => file.Change(number, s)));
    }

    private static IEnumerable<Mutation> Binary(SourceFile file, BinaryExpressionSyntax binary)
    {
        string other = binary.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => "||",
            SyntaxKind.LogicalOrExpression => "&&",
            _ => "",
        };
        return other == ""
            ? Operators(file, binary, binary.OperatorToken)
            : [file.Change(binary, binary.Span, $"({binary.Left} {other} {binary.Right})", $"{binary.OperatorToken} → {other} before {binary.Right}")];
    }

    private static IEnumerable<Mutation> Operators(SourceFile file, SyntaxNode node, SyntaxToken token)
    {
        string[] others = Comparisons.GetValueOrDefault(token.Kind(), []);
        return others.Select(other => file.Change(node, token.Span, other, $"{token} → {other} in {node}"));
    }
}
