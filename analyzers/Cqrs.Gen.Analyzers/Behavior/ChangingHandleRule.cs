using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>A Handle that changes the state, which only the events that it decides may do.</summary>
internal sealed class ChangingHandleRule : BehaviorRule
{
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddRange", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll",
        "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "UnionWith",
    };

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ChangingHandle;

    public override bool AppliesTo(string methodName) => methodName == "Handle";

    public override Observation? Find(IOperation operation)
    {
        IOperation? changed = operation switch
        {
            IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.FirstOrDefault(static e => StateIn(e) is not null),
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref, Initializer.Value: { } reference } => reference,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when Changing.Contains(method.Name) && IsCollection(method.ContainingType) => instance,
            _ => null,
        };
        return changed is not null && StateIn(changed) is { } member ? new($"changes '{member.Name}'") : null;
    }

    /// <summary>The member of the aggregate through which a place is reached, or null.</summary>
    private static ISymbol? StateIn(IOperation place)
    {
        IOperation? current = place;
        while (current is IMemberReferenceOperation or IArrayElementReferenceOperation)
        {
            if (current is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } own)
            {
                return own.Member;
            }

            current = current is IMemberReferenceOperation member ? member.Instance : ((IArrayElementReferenceOperation)current).ArrayReference;
        }

        return null;
    }

    private static bool IsCollection(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        return space.Name is "Generic" or "Concurrent" or "ObjectModel" or "Collections"
            && (space.Name == "Collections" ? space : space.ContainingNamespace) is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }
}
