using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>The names of our attributes and contracts, and how to recognise them in symbols.</summary>
internal static class ContractSymbols
{
    public const string AggregateAttribute = "Cqrs.Gen.AggregateAttribute";
    public const string QueryAttribute = "Cqrs.Gen.QueryAttribute";

    /// <summary>The attribute of ours with that name on a symbol, or null.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 0 } type && type.Name == name && IsOurs(type))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>What the type says its event or command belongs to: the arguments of its <c>IEvent&lt;&gt;</c> or <c>ICommand&lt;&gt;</c> interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> OwnersOf(this ITypeSymbol type, MessageKind kind)
    {
        string name = kind == MessageKind.Event ? "IEvent" : "ICommand";
        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (contract.Arity == 1 && contract.Name == name && IsOurs(contract) && contract.TypeArguments[0] is INamedTypeSymbol owner)
            {
                yield return owner;
            }
        }
    }

    public static bool IsMessage(this ITypeSymbol type, MessageKind kind)
    {
        string name = kind == MessageKind.Event ? "IEvent" : "ICommand";
        return type.AllInterfaces.Any(i => i.Arity == 0 && i.Name == name && IsOurs(i));
    }

    public static bool IsContract(this ITypeSymbol type, string name, int arity = 0) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && IsOurs(named);

    public static bool IsSystem(this ITypeSymbol type, string name, int arity, params string[] space)
    {
        if (type is not INamedTypeSymbol named || named.Name != name || named.Arity != arity || named.ContainingType is not null)
        {
            return false;
        }

        INamespaceSymbol current = named.ContainingNamespace;
        for (int i = space.Length - 1; i >= 0; i--)
        {
            if (current is null || current.Name != space[i])
            {
                return false;
            }

            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: true };
    }

    /// <summary>True if a pattern of the ancestor's type matches the type.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return ancestor.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, ancestor));
    }

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Gen", ContainingNamespace: { Name: "Cqrs", ContainingNamespace.IsGlobalNamespace: true } };
}
