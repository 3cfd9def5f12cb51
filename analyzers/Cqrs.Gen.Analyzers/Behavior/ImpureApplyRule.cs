using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>An Apply or Key, or what makes the first state, that reads a clock, draws a random number, or depends on anything else but the state and the event.</summary>
internal sealed class ImpureApplyRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ImpureApply;

    public override bool AppliesTo(string methodName) => methodName is "Apply" or "Key" or Initialization;

    public override Observation? Find(IOperation operation) => Impurity.Of(operation) is { } impurity ? new(impurity.What, Then(impurity.Kind)) : null;

    private static string Then(ImpurityKind kind) => kind switch
    {
        ImpurityKind.Waits => "and would wait again whenever the events are read; remove it",
        ImpurityKind.InputOutput => "and would do it again whenever the events are read; let a service of Handle do it, and put what Apply needs of it into the event",
        ImpurityKind.Culture => "so the same events would not always give the same state; pass CultureInfo.InvariantCulture",
        _ => "so the same events would not always give the same state; let Handle put the value into the event",
    };
}
