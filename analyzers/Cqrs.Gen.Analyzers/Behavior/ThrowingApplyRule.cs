using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>An Apply or Key that throws: what is recorded has happened, and cannot be refused.</summary>
internal sealed class ThrowingApplyRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ThrowingApply;

    public override bool AppliesTo(string methodName) => methodName is "Apply" or "Key";

    public override Observation? Find(IOperation operation)
    {
        if (operation is not IThrowOperation thrown)
        {
            return null;
        }

        // The operand is converted to Exception.
        ITypeSymbol? exception = thrown.Exception is IConversionOperation conversion ? conversion.Operand.Type : thrown.Exception?.Type;
        return exception switch
        {
            // Says that the code is never reached.
            not null when exception.IsSystem("UnreachableException", 0, "System", "Diagnostics") => null,
            null => new("throws"),
            _ => new($"throws {exception.ShortName()}"),
        };
    }
}
