using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Which messages the methods of an aggregate or query mean to take, whether they bind or not: a method that does not bind is reported itself, and its message
/// is not reported as well.
/// </summary>
internal sealed class AggregateMethods
{
    private readonly INamedTypeSymbol[] _applied;
    private readonly INamedTypeSymbol[] _handled;
    private readonly IMethodSymbol[] _inherited;
    private readonly bool _isSound;

    public AggregateMethods(INamedTypeSymbol aggregate, CancellationToken cancellationToken)
    {
        IMethodSymbol[] methods = [.. ApplyReader.MethodsOf(aggregate).Concat(ApplyReader.MethodsOf(aggregate, "Handle"))];
        _applied = [.. FirstParametersOf(methods, "Apply")];
        _handled = [.. FirstParametersOf(methods, "Handle")];
        _inherited = [.. InheritedBy(aggregate)];
        _isSound = aggregate.IsSound()
            && methods.All(static m => m.Parameters.All(static p => p.Type.IsFound()))
            && DomainTypeReader.CanBeExtended(aggregate, NoFindings.Instance, cancellationToken);
        IMethodSymbol[] handlers = [.. methods.Where(static m => m.Name == "Handle")];
        AllHandlersBind = _isSound && handlers.Length > 0 && handlers.Length == HandlerReader.Read(aggregate, PersistedNames.ContractOrSelf(aggregate), NoFindings.Instance).Count;
    }

    /// <summary>True if there are Handle methods and each of them binds: what the aggregate raises is then known as far as it can be.</summary>
    public bool AllHandlersBind { get; }

    /// <summary>True if no method takes the message, and that is not because of something that is reported already.</summary>
    public bool Lacks(MessageKind kind, INamedTypeSymbol message) =>
        _isSound && !(kind == MessageKind.Event ? _applied : _handled).Any(taken => message.IsOrDerivesFrom(taken));

    /// <summary>True if a method of a base class takes the message, which is reported itself.</summary>
    public bool Inherits(MessageKind kind, INamedTypeSymbol message) =>
        FirstParametersOf(_inherited, kind == MessageKind.Event ? "Apply" : "Handle").Any(taken => message.IsOrDerivesFrom(taken));

    /// <summary>The Handle and Apply methods of the base classes.</summary>
    public static IEnumerable<IMethodSymbol> InheritedBy(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (IMethodSymbol method in ApplyReader.MethodsOf(current).Concat(ApplyReader.MethodsOf(current, "Handle")))
            {
                if (method.Parameters.Length > 0)
                {
                    yield return method;
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> FirstParametersOf(IEnumerable<IMethodSymbol> methods, string name) =>
        methods.Where(m => m.Name == name && m.Parameters.Length > 0).Select(static m => m.Parameters[0].Type).OfType<INamedTypeSymbol>();
}
