using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>Operations through which an event may come into a decision.</summary>
internal static class Raising
{
    /// <summary>True if the operation makes, hands on or may return an event.</summary>
    /// <param name="operation">Any operation of a method.</param>
    /// <param name="type">The class of the method: what its own methods return is looked at where they do.</param>
    public static bool IsIn(IOperation operation, INamedTypeSymbol type) => operation switch
    {
        // Code that does not compile may be what makes the event, and code that throws may not be written yet.
        IInvalidOperation or IThrowOperation => true,
        IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type) => false,
        IInvocationOperation or IObjectCreationOperation or IMemberReferenceOperation or IParameterReferenceOperation or IWithOperation =>
            operation.Type is { } value && MayHoldEvent(value),
        _ => false,
    };

    private static bool MayHoldEvent(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MayHoldEvent(array.ElementType),
        INamedTypeSymbol named => named.IsMessage(MessageKind.Event)
            || named.IsContract("IEvent")
            || named.IsContract("IEvent", 1)
            || named.IsContract("Decision")
            || named.IsContract("Decision", 1)
            || named.TypeArguments.Any(MayHoldEvent),
        _ => type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter,
    };
}
