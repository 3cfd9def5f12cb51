using System.Threading;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads uses of <c>ICommand&lt;T&gt;</c> and <c>IEvent&lt;T&gt;</c> as types of values: any command or event of the aggregate.</summary>
internal static class JsonClosedSetReader
{
    /// <summary>The converter of a closed set, or null for any other type.</summary>
    public static JsonConverterModel? ConverterOf(ITypeSymbol type) => KindOf(type) is { } kind
        ? ClosedSetModel.ConverterOf(kind, OwnerOf(type).FullName(), JsonNames.OfConverter(OwnerOf(type)))
        : null;

    /// <summary>Whether a type is a closed set.</summary>
    public static bool IsClosedSet(ITypeSymbol type) => KindOf(type) is not null;

    /// <summary>Why values of a closed set have no JSON, or null.</summary>
    /// <param name="type">The closed set.</param>
    /// <param name="assembly">The assembly for which code is generated.</param>
    public static string? UnsupportedReason(ITypeSymbol type, IAssemblySymbol assembly)
    {
        ITypeSymbol owner = OwnerOf(type);
        return owner is INamedTypeSymbol named
            && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, assembly)
            && named.FindAttribute("AggregateAttribute") is not null
            && SymbolEqualityComparer.Default.Equals(PersistedNames.ContractOrSelf(named), named)
            && DomainTypeReader.CanBeExtended(named, NoFindings.Instance, CancellationToken.None)
            ? null
            : $"{owner.ShortName()} is not an aggregate of this assembly, so what it may be is not known here: name a type of your own";
    }

    private static MessageKind? KindOf(ITypeSymbol type) =>
        type.IsContract("ICommand", arity: 1) ? MessageKind.Command
        : type.IsContract("IEvent", arity: 1) ? MessageKind.Event
        : null;

    private static ITypeSymbol OwnerOf(ITypeSymbol type) => ((INamedTypeSymbol)type).TypeArguments[0];
}
