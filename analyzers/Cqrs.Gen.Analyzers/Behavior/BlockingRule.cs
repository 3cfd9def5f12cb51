using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>A Handle or Apply that blocks its thread until a task is done.</summary>
internal sealed class BlockingRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.BlockingHandler;

    public override bool AppliesTo(string methodName) => true;

    public override string? Find(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result" } property } when IsTask(property.ContainingType) => "blocks on Result",
        IInvocationOperation { TargetMethod: { Name: "Wait" } method } when IsTask(method.ContainingType) => "blocks on Wait()",
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod: { Name: "GetAwaiter" } awaiter } } when IsTask(awaiter.ContainingType) =>
            "blocks on GetAwaiter().GetResult()",
        _ => null,
    };

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.OriginalDefinition.IsSystem(type.Name, type.Arity, "System", "Threading", "Tasks");
}
