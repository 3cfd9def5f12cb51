using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Aggregates or queries of several assemblies that claim the same persisted name and are added to one application.</summary>
internal static class ModuleNames
{
    public static void Report(Composition composition, Action<Diagnostic> report)
    {
        Dictionary<(string Kind, string Name), INamedTypeSymbol> claims = [];
        HashSet<IAssemblySymbol> seen = new(SymbolEqualityComparer.Default);
        foreach ((INamedTypeSymbol module, Location location) in composition.Modules.Where(m => seen.Add(m.Module.ContainingAssembly)))
        {
            foreach (INamedTypeSymbol type in Domain.TypesIn(module.ContainingAssembly.GlobalNamespace))
            {
                if (NameOf(type) is not { } name)
                {
                    continue;
                }

                if (claims.TryGetValue(name, out INamedTypeSymbol other) && !SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, type.ContainingAssembly))
                {
                    report(Diagnostic.Create(
                        DiagnosticDescriptors.NameClaimedElsewhere, location, name.Name, type.ShortName(), type.ContainingAssembly.Name, other.ShortName(), other.ContainingAssembly.Name));
                }

                claims[name] = type;
            }
        }
    }

    private static (string Kind, string Name)? NameOf(INamedTypeSymbol type) =>
        type.FindAttribute("AggregateAttribute") is not null ? ("aggregate", PersistedNames.OfAggregate(type))
        : type.FindAttribute("QueryAttribute") is not null ? ("query", PersistedNames.OfQuery(type))
        : null;
}
