using System.Text;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>The names that JSON code needs: of types, of their converters, of members in JSON.</summary>
internal static class JsonNames
{
    private const int LongestConverterName = 120;

    /// <summary>
    /// A type for use anywhere, never null itself. Where a type argument does not say whether it may be null, it may: what the user wrote
    /// without nullable annotations means that.
    /// </summary>
    public static string OfType(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1 } array:
                return OfUse(array.ElementType) + "[]";
            case INamedTypeSymbol { IsAnonymousType: false } named when HasArguments(named):
                string prefix = named.ContainingType is { } outer ? OfType(outer)
                    : named.ContainingNamespace.IsGlobalNamespace ? "global::"
                    : named.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
                string dot = prefix.EndsWith("::", StringComparison.Ordinal) ? "" : ".";
                string arguments = named.Arity == 0 ? "" : $"<{string.Join(", ", named.TypeArguments.Select(OfUse))}>";
                return prefix + dot + TypeNames.Escaped(named.Name) + arguments;
            default:
                return type.WithNullableAnnotation(NullableAnnotation.None).FullName();
        }
    }

    /// <summary>A type as it is used somewhere, with a mark if it may be null.</summary>
    public static string OfUse(ITypeSymbol type) => OfType(type) + (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? "?" : "");

    /// <summary>The name of a type's converter. It follows from the type alone, so that no other type changes it.</summary>
    public static string OfConverter(ITypeSymbol type)
    {
        StringBuilder name = new();
        bool isPlain = AppendConverter(name, type);
        if (isPlain && name.Length <= LongestConverterName)
        {
            return name.ToString();
        }

        // Where parts of the name could be read in two ways, or are too many, a hash of the whole tells the types apart.
        name.Length = Math.Min(name.Length, LongestConverterName);
        return name.Append('_').Append(StableHash.Of(OfType(type))).ToString();
    }

    /// <summary>The name for people and files: <c>Bank.Order+Line</c>, or that of its converter.</summary>
    public static string OfDisplay(ITypeSymbol type) =>
        type is INamedTypeSymbol named && !HasArguments(named) ? named.ToModel().MetadataName : OfConverter(type);

    /// <summary>A member's name in JSON: what <c>[JsonPropertyName]</c> says, or its own as the defaults want it.</summary>
    public static string OfMember(ISymbol member, JsonDefaults defaults) =>
        JsonAttributes.NameIn(member.FindJsonAttribute("JsonPropertyNameAttribute")) ?? JsonNamingPolicies.Apply(defaults.Naming, member.Name);

    private static bool HasArguments(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && HasArguments(outer));

    /// <returns>False if another type's name could read the same.</returns>
    private static bool AppendConverter(StringBuilder name, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            name.Append("ArrayOf_");
            return AppendUse(name, array.ElementType);
        }

        if (type is not INamedTypeSymbol named)
        {
            name.Append(type.TypeKind);
            return false;
        }

        bool isPlain = true;
        if (IsCollectionNamespace(named.ContainingNamespace))
        {
            name.Append(named.Name);
        }
        else
        {
            isPlain &= AppendNamespace(name, named.ContainingNamespace) & AppendContaining(name, named.ContainingType);
            isPlain &= AppendIdentifier(name, named.Name);
        }

        return named.Arity == 0 ? isPlain : AppendArguments(name, named) && isPlain;
    }

    private static bool AppendArguments(StringBuilder name, INamedTypeSymbol type)
    {
        bool isPlain = type.ContainingType is null;
        string before = "Of_";
        foreach (ITypeSymbol argument in type.TypeArguments)
        {
            name.Append(before);
            isPlain &= AppendUse(name, argument);
            before = "_And_";
        }

        return isPlain;
    }

    private static bool AppendUse(StringBuilder name, ITypeSymbol type)
    {
        ITypeSymbol plain = JsonValueReader.Underlying(type);
        if (JsonValueReader.AcceptsNull(type))
        {
            name.Append("Nullable");
        }

        if (JsonTokens.Of(plain) is { } token)
        {
            name.Append(token);
            return true;
        }

        return AppendConverter(name, plain);
    }

    private static bool AppendNamespace(StringBuilder name, INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace)
        {
            name.Append("global_");
            return true;
        }

        bool isPlain = space.ContainingNamespace.IsGlobalNamespace || AppendNamespace(name, space.ContainingNamespace);
        isPlain &= AppendIdentifier(name, space.Name);
        name.Append('_');
        return isPlain;
    }

    private static bool AppendContaining(StringBuilder name, INamedTypeSymbol? outer)
    {
        if (outer is null)
        {
            return true;
        }

        bool isPlain = AppendContaining(name, outer.ContainingType) & AppendIdentifier(name, outer.Name);
        isPlain &= outer.Arity == 0;
        name.Append('_');
        return isPlain;
    }

    private static bool AppendIdentifier(StringBuilder name, string identifier)
    {
        name.Append(identifier);
        return identifier.IndexOf('_') < 0
            && identifier is not ("And" or "global")
            && !identifier.EndsWith("Of", StringComparison.Ordinal)
            && !identifier.StartsWith("Nullable", StringComparison.Ordinal);
    }

    private static bool IsCollectionNamespace(INamespaceSymbol space) =>
        space is { Name: "Generic" or "Immutable" or "ObjectModel" or "Concurrent" or "Frozen", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
