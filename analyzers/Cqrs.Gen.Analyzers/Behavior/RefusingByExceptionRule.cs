using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>A Handle that throws an exception of the domain, or one of those by which a wrong argument or state is refused.</summary>
internal sealed class RefusingByExceptionRule : BehaviorRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ExceptionForRefusal;

    public override bool AppliesTo(string methodName) => methodName == "Handle";

    public override Observation? Find(IOperation operation) =>
        operation is IThrowOperation { Exception: { } thrown } && TypeOf(thrown) is { } exception && IsRefusal(exception)
            ? new($"throws {exception.ShortName()}")
            : null;

    // The operand is converted to Exception.
    private static ITypeSymbol? TypeOf(IOperation thrown) =>
        (thrown is IConversionOperation conversion ? conversion.Operand : thrown) is IObjectCreationOperation creation ? creation.Type : null;

    // What only a bug can lead to, or a caller that gave up, stays an exception.
    private static bool IsRefusal(ITypeSymbol exception) =>
        exception.Name switch
        {
            "Exception" or "ApplicationException" or "InvalidOperationException" or "ArgumentException" or "ArgumentOutOfRangeException" => exception.IsSystem(exception.Name, 0, "System"),
            "ValidationException" => true,
            _ => exception.Locations.Any(static l => l.IsInSource),
        };
}
