using System.Collections.Concurrent;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>The aggregates of one compilation, as messages and rules ask for them. Each is looked at once; safe for concurrent use.</summary>
internal sealed class Domain(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, AggregateMethods> _methods = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<INamedTypeSymbol, INamedTypeSymbol>> _aggregates = new(() => AggregatesByContract(compilation));

    private readonly Lazy<HashSet<INamedTypeSymbol>> _bases = new(() => BasesIn(compilation));

    public bool HasAggregates => _aggregates.Value.Count > 0;

    public AggregateMethods MethodsOf(INamedTypeSymbol aggregate, CancellationToken cancellationToken) =>
        _methods.GetOrAdd(aggregate, type => new(type, cancellationToken));

    /// <summary>The aggregate of this compilation whose events and commands name that type, or null.</summary>
    public INamedTypeSymbol? AggregateOf(INamedTypeSymbol owner)
    {
        if (owner.FindAttribute("AggregateAttribute") is not null)
        {
            return IsHere(owner) && SymbolEqualityComparer.Default.Equals(PersistedNames.ContractOrSelf(owner), owner) ? owner : null;
        }

        // Only an owner that is no aggregate itself makes it necessary to look at all types.
        return _aggregates.Value.TryGetValue(owner, out INamedTypeSymbol aggregate) ? aggregate : null;
    }

    public bool IsHere(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>The events and commands that another assembly declares for an aggregate of this one, and that code here can name.</summary>
    public IEnumerable<INamedTypeSymbol> ForeignMessagesOf(INamedTypeSymbol aggregate)
    {
        INamedTypeSymbol contract = PersistedNames.ContractOrSelf(aggregate);
        return IsHere(contract) || !contract.IsFound()
            ? []
            : TypesIn(contract.ContainingAssembly.GlobalNamespace).Where(t =>
                (t.OwnersOf(MessageKind.Event).Concat(t.OwnersOf(MessageKind.Command))).Contains(contract, SymbolEqualityComparer.Default)
                && compilation.IsSymbolAccessibleWithin(t, compilation.Assembly));
    }

    /// <summary>The events that name an aggregate or contract, of this assembly and of that which declares it, as far as code here can name them.</summary>
    public IEnumerable<INamedTypeSymbol> EventsOf(INamedTypeSymbol owner)
    {
        IAssemblySymbol[] assemblies = IsHere(owner) ? [compilation.Assembly] : [compilation.Assembly, owner.ContainingAssembly];
        return assemblies.SelectMany(static a => TypesIn(a.GlobalNamespace)).Where(t =>
            !t.IsAbstract
            && t.OwnersOf(MessageKind.Event).Contains(owner, SymbolEqualityComparer.Default)
            && compilation.IsSymbolAccessibleWithin(t, compilation.Assembly));
    }

    /// <summary>True if a type of this compilation derives from that class.</summary>
    public bool IsBase(INamedTypeSymbol type) => _bases.Value.Contains(type);

    private static HashSet<INamedTypeSymbol> BasesIn(Compilation compilation)
    {
        HashSet<INamedTypeSymbol> bases = new(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            if (type.BaseType is { } parent)
            {
                bases.Add(parent.OriginalDefinition);
            }
        }

        return bases;
    }

    private static Dictionary<INamedTypeSymbol, INamedTypeSymbol> AggregatesByContract(Compilation compilation)
    {
        Dictionary<INamedTypeSymbol, INamedTypeSymbol> aggregates = new(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            if (type.FindAttribute("AggregateAttribute") is not null)
            {
                aggregates[PersistedNames.ContractOrSelf(type)] = type;
            }
        }

        return aggregates;
    }

    /// <summary>The types in a namespace or type, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (INamedTypeSymbol nested in TypesIn(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
