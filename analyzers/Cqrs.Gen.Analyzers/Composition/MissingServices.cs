using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Services that handlers take, though an application without a container does not have them. Handlers of other assemblies are private to those, and seen
/// only where their source is.
/// </summary>
internal static class MissingServices
{
    public static void Report(Composition composition, Action<Diagnostic> report)
    {
        if (!composition.IsVisible || composition.HasContainer)
        {
            return;
        }

        HashSet<string> added = new(composition.Services.Select(static s => s.FullName()), StringComparer.Ordinal);
        foreach ((INamedTypeSymbol module, Location location) in composition.Modules)
        {
            foreach (INamedTypeSymbol aggregate in Domain.TypesIn(module.ContainingAssembly.GlobalNamespace).Where(static t => t.FindAttribute("AggregateAttribute") is not null))
            {
                foreach (IMethodSymbol handle in HandlersOf(aggregate))
                {
                    foreach (IParameterSymbol service in ServicesOf(handle).Where(s => !added.Contains(s.Type.WithNullableAnnotation(NullableAnnotation.None).FullName())))
                    {
                        report(Diagnostic.Create(DiagnosticDescriptors.ServiceNotAdded, location, handle.ShortName(), service.Type.ShortName()));
                    }
                }
            }
        }
    }

    private static IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol aggregate)
    {
        HashSet<string> bound = new(
            HandlerReader.Read(aggregate, PersistedNames.ContractOrSelf(aggregate), NoFindings.Instance).Select(static h => h.Command), StringComparer.Ordinal);
        return ApplyReader.MethodsOf(aggregate, "Handle").Where(m => m.Parameters.Length > 1 && bound.Contains(m.Parameters[0].Type.FullName()));
    }

    private static IEnumerable<IParameterSymbol> ServicesOf(IMethodSymbol handle) => handle.Parameters.Skip(1).Where(static p =>
        p.NullableAnnotation != NullableAnnotation.Annotated
        && !p.Type.IsContract("AggregateContext")
        && !p.Type.IsSystem("CancellationToken", 0, "System", "Threading"));
}
