using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tools.Mutate;

/// <summary>How far a number is moved.</summary>
public static class Steps
{
    /// <summary>A fifth less and a fifth more, at least one either way; nothing for what is no whole number.</summary>
    public static IEnumerable<string> Fifth(LiteralExpressionSyntax number)
    {
        if (!number.IsKind(SyntaxKind.NumericLiteralExpression) || !long.TryParse(number.Token.ValueText, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
        {
            return [];
        }

        long step = Math.Max(1, value / 5);
        return [Text(value - step), Text(value + step)];
    }

    /// <summary>The neighbours of a fault level, within 1 to 4.</summary>
    public static IEnumerable<string> Neighbours(int level)
    {
        return new[] { level - 1, level + 1 }.Where(l => l is >= 1 and <= 4).Select(l => Text(l));
    }

    private static string Text(long value)
    {
        return value < 0 ? $"({value.ToString(CultureInfo.InvariantCulture)})" : value.ToString(CultureInfo.InvariantCulture);
    }
}
