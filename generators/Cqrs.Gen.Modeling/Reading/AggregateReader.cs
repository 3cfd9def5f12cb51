using System.Threading;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads a class marked with <c>[Aggregate]</c>.</summary>
internal static class AggregateReader
{
    /// <summary>The aggregate, or null if its other half cannot be written.</summary>
    public static AggregateModel? Read(INamedTypeSymbol type, IFindingSink findings, CancellationToken cancellationToken)
    {
        if (!DomainTypeReader.CanBeExtended(type, findings, cancellationToken))
        {
            return null;
        }

        INamedTypeSymbol contract = PersistedNames.ContractOrSelf(type);
        string name = PersistedNames.OfAggregate(type);
        if (!PersistedNames.IsWellFormed(name))
        {
            findings.Report(FindingKind.NameNotWellFormed, type, type.ShortName(), name);
        }

        EquatableArray<ApplierModel> appliers = ApplyReader.Read(type, ParameterReader.Allowed.None, e => NotAnEventOf(e, contract), findings);
        string? initialState = DomainTypeReader.InitialState(type);
        if (initialState is null && !appliers.Any(static a => a.Shape == ApplierShape.Creates))
        {
            findings.Report(FindingKind.NoInitialState, type, type.ShortName());
        }

        return new(type.ToModel(), name, contract.FullName(), JsonNames.OfConverter(contract), initialState, HandlerReader.Read(type, contract, findings), appliers);
    }

    /// <summary>
    /// The events and commands that the aggregate's methods take from other assemblies: the closed set is read from their declarations in this
    /// assembly, and those of other assemblies are not searched.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> ForeignMessages(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m is { Name: "Handle" or "Apply", MethodKind: MethodKind.Ordinary, Parameters.Length: > 0 })
            .Select(static m => m.Parameters[0].Type)
            .OfType<INamedTypeSymbol>()
            .Where(t => !SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, type.ContainingAssembly))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private static string? NotAnEventOf(INamedTypeSymbol e, INamedTypeSymbol contract) =>
        e.OwnersOf(MessageKind.Event).Contains(contract, SymbolEqualityComparer.Default)
            ? null
            : $"its first parameter, {e.ShortName()}, does not implement IEvent<{contract.ShortName()}>";
}
