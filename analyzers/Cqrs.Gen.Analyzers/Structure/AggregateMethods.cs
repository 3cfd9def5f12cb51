using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Which messages the methods of an aggregate mean to take, whether they bind or not: a method that does not bind is reported itself, and its message
/// is not reported as well.
/// </summary>
internal sealed class AggregateMethods
{
    private readonly INamedTypeSymbol[] _applied;
    private readonly INamedTypeSymbol[] _handled;
    private readonly bool _isSound;

    public AggregateMethods(INamedTypeSymbol aggregate, CancellationToken cancellationToken)
    {
        IMethodSymbol[] methods = [.. ApplyReader.MethodsOf(aggregate).Concat(ApplyReader.MethodsOf(aggregate, "Handle"))];
        _applied = [.. FirstParametersOf(methods, "Apply")];
        _handled = [.. FirstParametersOf(methods, "Handle")];
        _isSound = aggregate.IsSound()
            && methods.All(static m => m.Parameters.All(static p => p.Type.IsFound()))
            && DomainTypeReader.CanBeExtended(aggregate, NoFindings.Instance, cancellationToken);
    }

    /// <summary>True if no method takes the message, and that is not because of something that is reported already.</summary>
    public bool Lacks(MessageKind kind, INamedTypeSymbol message) =>
        _isSound && !(kind == MessageKind.Event ? _applied : _handled).Any(taken => message.IsOrDerivesFrom(taken));

    private static IEnumerable<INamedTypeSymbol> FirstParametersOf(IEnumerable<IMethodSymbol> methods, string name) =>
        methods.Where(m => m.Name == name && m.Parameters.Length > 0).Select(static m => m.Parameters[0].Type).OfType<INamedTypeSymbol>();
}
