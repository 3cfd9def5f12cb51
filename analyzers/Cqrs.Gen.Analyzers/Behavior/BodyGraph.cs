using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>What the methods of a class do, and which other methods of the class they call. Safe for concurrent additions.</summary>
internal sealed class BodyGraph(INamedTypeSymbol type)
{
    private readonly ConcurrentDictionary<ISymbol, Body> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Adds the code of a method or accessor.</summary>
    public void Add(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        if (!SymbolEqualityComparer.Default.Equals(owner.ContainingType, type))
        {
            return;
        }

        Body body = new();
        foreach (IOperation operation in blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            foreach (BehaviorRule rule in BehaviorRule.All)
            {
                if (rule.Find(operation) is { } observation)
                {
                    body.Observations.Add((rule, operation.Syntax.GetLocation(), observation));
                }
            }

            body.MayRaise |= Raising.IsIn(operation, type);
            if (CalledBy(operation) is { } callee && SymbolEqualityComparer.Default.Equals(callee.ContainingType, type))
            {
                body.Calls.Add((callee.OriginalDefinition, operation.Syntax.GetLocation()));
            }
        }

        _bodies[owner] = body;
    }

    /// <summary>Reports what Handle, Apply and Key methods do, and what makes the first state: where they do it, or where they call the method that does.</summary>
    public void Report(Action<Diagnostic> report)
    {
        foreach (KeyValuePair<ISymbol, Body> root in _bodies)
        {
            if (RoleOf(root.Key) is not { } role || !root.Key.IsSound())
            {
                continue;
            }

            string name = root.Key.ShortName();
            if (root.Key is IMethodSymbol { Name: "Handle" } handle && ReturnsDecision(handle) && !MayRaise(handle))
            {
                report(Diagnostic.Create(DiagnosticDescriptors.HandleRaisesNothing, handle.Locations[0], name));
            }

            foreach ((BehaviorRule rule, Location location, Observation observed) in root.Value.Observations.Where(o => o.Rule.AppliesTo(role)))
            {
                report(Diagnostic.Create(rule.Descriptor, location, $"'{name}'", observed.What, observed.Then));
            }

            foreach ((ISymbol callee, Location location) in root.Value.Calls)
            {
                foreach ((BehaviorRule rule, Observation observed) in Reachable(callee).Where(o => o.Rule.AppliesTo(role)))
                {
                    report(Diagnostic.Create(rule.Descriptor, location, $"'{name}', through '{callee.ShortName()}',", observed.What, observed.Then));
                }
            }
        }
    }

    /// <summary>The name by which rules know what a piece of code is for; null for code that matters only where it is called.</summary>
    private static string? RoleOf(ISymbol owner) => owner switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: "Handle" or "Apply" or "Key" } method => method.Name,

        // What makes the first state: a constructor that needs no arguments, and what fields and properties begin with.
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when constructor.Parameters.All(static p => p.IsOptional || p.IsParams) => BehaviorRule.Initialization,
        IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } => BehaviorRule.Initialization,
        _ => null,
    };

    /// <summary>The first observation of each rule in a method and all that it calls.</summary>
    private IEnumerable<(BehaviorRule Rule, Observation Observed)> Reachable(ISymbol start)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { start };
        HashSet<BehaviorRule> told = [];
        Queue<ISymbol> pending = new([start]);
        while (pending.Count > 0)
        {
            if (!_bodies.TryGetValue(pending.Dequeue(), out Body body))
            {
                continue;
            }

            foreach ((BehaviorRule rule, _, Observation observed) in body.Observations.Where(o => told.Add(o.Rule)))
            {
                yield return (rule, observed);
            }

            foreach ((ISymbol callee, _) in body.Calls.Where(call => seen.Add(call.Callee)))
            {
                pending.Enqueue(callee);
            }
        }
    }

    /// <summary>True unless neither the method nor any that it calls in its class has to do with an event.</summary>
    private bool MayRaise(ISymbol start)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { start };
        Queue<ISymbol> pending = new([start]);
        while (pending.Count > 0)
        {
            if (!_bodies.TryGetValue(pending.Dequeue(), out Body body) || body.MayRaise)
            {
                return true;
            }

            foreach ((ISymbol callee, _) in body.Calls.Where(call => seen.Add(call.Callee)))
            {
                pending.Enqueue(callee);
            }
        }

        return false;
    }

    // A Handle that returns an event always raises it.
    private bool ReturnsDecision(IMethodSymbol method)
    {
        ITypeSymbol result = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } awaited] } ? awaited : method.ReturnType;
        return result.IsContract("Decision", 1)
            && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)result).TypeArguments[0], PersistedNames.ContractOrSelf(type));
    }

    private static IMethodSymbol? CalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property when assignment.Target == property => null,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };

    private sealed class Body
    {
        public List<(BehaviorRule Rule, Location Location, Observation Observed)> Observations { get; } = [];

        public List<(ISymbol Callee, Location Location)> Calls { get; } = [];

        public bool MayRaise { get; set; }
    }
}
