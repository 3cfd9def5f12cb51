using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>What the parameters of methods say about the methods.</summary>
internal static class Signatures
{
    /// <summary>True if the class declares the method's signature more than once: the compiler refuses that, and any call would be ambiguous.</summary>
    public static bool IsDeclaredTwice(this IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
            !SymbolEqualityComparer.Default.Equals(other, method)
            && other.Arity == method.Arity
            && other.Parameters.Length == method.Parameters.Length
            && other.Parameters.Zip(method.Parameters, static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same));
}
