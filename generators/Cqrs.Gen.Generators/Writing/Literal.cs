using Microsoft.CodeAnalysis.CSharp;

namespace Cqrs.Gen.Generators.Writing;

/// <summary>C# literals.</summary>
internal static class Literal
{
    /// <summary>A quoted and escaped string.</summary>
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
