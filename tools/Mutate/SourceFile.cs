using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Tools.Mutate;

/// <summary>A parsed source file: its path from the repository's root and its syntax tree.</summary>
public sealed record SourceFile(string Path, SyntaxTree Tree)
{
    /// <summary>A change of <paramref name="node"/>; <paramref name="span"/> may be more or less than the node.</summary>
    public Mutation Change(SyntaxNode node, TextSpan span, string replacement, string what)
    {
        TextLine line = Tree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        return new Mutation(Path, line.LineNumber + 1, line.ToString().Trim(), what, span, replacement, IsInlined(node));
    }

    /// <summary>A change of the whole of <paramref name="node"/>.</summary>
    public Mutation Change(SyntaxNode node, string replacement) => Change(node, node.Span, replacement, $"{node} → {replacement}");

    /// <summary>The tree with the change in it.</summary>
    public SyntaxTree With(Mutation mutation)
    {
        SourceText text = Tree.GetText().WithChanges(new TextChange(mutation.Span, mutation.Replacement));
        return Tree.WithChangedText(text);
    }

    /// <summary>Values of constants, enumerations and default arguments are copied at compile time.</summary>
    private static bool IsInlined(SyntaxNode node)
    {
        return node.Ancestors().Any(a => a is EnumMemberDeclarationSyntax or ParameterSyntax
            || (a is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword) && field.Modifiers.Any(SyntaxKind.PublicKeyword)));
    }
}
