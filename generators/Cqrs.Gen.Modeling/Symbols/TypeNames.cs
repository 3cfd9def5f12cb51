using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cqrs.Gen.Modeling;

/// <summary>How types are named in models.</summary>
internal static class TypeNames
{
    // Tuples with other names for their items are one type.
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat Space = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The name for use anywhere, without a nullable mark: <c>global::Bank.BankAccount</c>.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>The name for people: <c>BankAccount</c> or <c>Outer.BankAccount</c>.</summary>
    public static string ShortName(this ISymbol symbol)
    {
        string name = symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

        // A parameter of a primary constructor that is kept in a field: the user knows it as "limit", not as "<limit>P".
        return symbol is IFieldSymbol { IsImplicitlyDeclared: true, Name: ['<', ..] } ? name.Replace("<", "").Replace(">P", "") : name;
    }

    public static string Escaped(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    public static TypeModel ToModel(this INamedTypeSymbol type)
    {
        Stack<string> containing = new();
        string metadataName = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Push($"{KeywordOf(outer)} {DeclaredName(outer)}");
            metadataName = $"{outer.MetadataName}+{metadataName}";
        }

        string space = type.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString(Space) : "";
        string plainSpace = type.ContainingNamespace is { IsGlobalNamespace: false } plain ? plain.ToDisplayString() : "";
        return new(
            space,
            containing.ToEquatableArray(),
            KeywordOf(type),
            DeclaredName(type),
            type.FullName(),
            plainSpace.Length == 0 ? metadataName : $"{plainSpace.Replace("@", "")}.{metadataName}");
    }

    private static string DeclaredName(INamedTypeSymbol type) => type.Arity == 0
        ? Escaped(type.Name)
        : $"{Escaped(type.Name)}<{string.Join(", ", type.TypeParameters.Select(static p => Escaped(p.Name)))}>";

    private static string KeywordOf(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
