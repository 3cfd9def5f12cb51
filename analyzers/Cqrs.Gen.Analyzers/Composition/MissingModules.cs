using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Commands that are executed, though the module of their aggregate is not added.</summary>
internal static class MissingModules
{
    public static void Report(Composition composition, Action<Diagnostic> report)
    {
        if (!composition.IsVisible)
        {
            return;
        }

        HashSet<IAssemblySymbol> added = new(composition.Modules.Select(static m => m.Module.ContainingAssembly), SymbolEqualityComparer.Default);
        foreach ((INamedTypeSymbol aggregate, _, Location location) in composition.Executions)
        {
            // A module that is not found yet may be just being generated.
            if (!added.Contains(aggregate.ContainingAssembly) && ModuleOf(aggregate.ContainingAssembly) is { } module)
            {
                report(Diagnostic.Create(DiagnosticDescriptors.ModuleNotAdded, location, aggregate.ShortName(), module.ShortName()));
            }
        }
    }

    private static INamedTypeSymbol? ModuleOf(IAssemblySymbol assembly) =>
        Domain.TypesIn(assembly.GlobalNamespace).FirstOrDefault(static t => t.Interfaces.Any(static i => i.IsContract("IModule")));
}
