using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>A Handle that reads a clock, draws a random number, or depends on anything else but the state, the command, the context and its services.</summary>
internal sealed class ImpureHandleRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ImpureHandle;

    public override bool AppliesTo(string methodName) => methodName == "Handle";

    public override string? Find(IOperation operation) => Impurity.Of(operation);
}
