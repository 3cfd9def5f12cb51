using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>Operations that hold the thread until a task is done.</summary>
internal static class Blocking
{
    /// <summary>What the operation does, as a predicate; null if it does not block as far as can be seen.</summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result" } property } when IsTask(property.ContainingType) => "blocks on Result",
        IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" } method } when IsTask(method.ContainingType) => $"blocks on {method.Name}()",
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod: { Name: "GetAwaiter" } awaiter } } when IsTask(awaiter.ContainingType) =>
            "blocks on GetAwaiter().GetResult()",
        _ => null,
    };

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.OriginalDefinition.IsSystem(type.Name, type.Arity, "System", "Threading", "Tasks");
}

/// <summary>A Handle that blocks its thread until a task is done.</summary>
internal sealed class BlockingHandleRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.BlockingHandler;

    public override bool AppliesTo(string methodName) => methodName == "Handle";

    public override Observation? Find(IOperation operation) => Blocking.Of(operation) is { } what ? new(what, "make it async and await") : null;
}

/// <summary>An Apply or Key that blocks its thread until a task is done; neither could await it.</summary>
internal sealed class BlockingApplyRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.BlockingHandler;

    public override bool AppliesTo(string methodName) => methodName is "Apply" or "Key";

    public override Observation? Find(IOperation operation) => Blocking.Of(operation) is { } what ? new(what, "await it in Handle, and put what comes of it into the event") : null;
}
