using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>An Apply or Key that reads a clock, draws a random number, or depends on anything else but the state and the event.</summary>
internal sealed class ImpureApplyRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ImpureApply;

    public override bool AppliesTo(string methodName) => methodName is "Apply" or "Key";

    public override string? Find(IOperation operation) => Impurity.Of(operation);
}
