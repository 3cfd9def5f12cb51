using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>A Handle that reads a clock, draws a random number, or depends on anything else but the state, the command, the context and its services.</summary>
internal sealed class ImpureHandleRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ImpureHandle;

    public override bool AppliesTo(string methodName) => methodName == "Handle";

    public override Observation? Find(IOperation operation) => Impurity.Of(operation) is { } impurity ? new(impurity.What, Then(impurity.Kind)) : null;

    private static string Then(ImpurityKind kind) => kind switch
    {
        ImpurityKind.Waits => "which holds a thread and every later command on the aggregate; remove it, or let the caller wait",
        ImpurityKind.InputOutput => "which a test would do too and a conflict does again; let a service do it, which a test can replace",
        ImpurityKind.Culture => "so the same command would not be decided alike everywhere; pass CultureInfo.InvariantCulture",
        _ => "so the decision cannot be repeated in a test; take it from the AggregateContext, the command or a service",
    };
}
