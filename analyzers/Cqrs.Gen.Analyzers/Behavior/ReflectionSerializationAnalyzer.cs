using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>A call of <c>JsonSerializer</c> that finds out by reflection how an event, command, aggregate or query is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectionSerializationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.ReflectionSerialization];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer") is { } serializer)
            {
                start.RegisterOperationAction(call => Analyze(call, serializer), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol serializer)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, serializer)
            && !call.Arguments.Any(static a => KnowsTypes(a))
            && TypesOf(call).Select(DomainTypeIn).FirstOrDefault(static t => t is not null) is { } type)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.ReflectionSerialization, call.Syntax.GetLocation(), call.TargetMethod.Name, type.ShortName(), WayOut(type)));
        }
    }

    private static IEnumerable<ITypeSymbol> TypesOf(IInvocationOperation call) => call.TargetMethod.TypeArguments
        .Concat(call.Arguments.Select(static a => a.Value).OfType<ITypeOfOperation>().Select(static t => t.TypeOperand))
        .Concat(call.Arguments.Where(static a => a.Parameter is { Name: "value" }).Select(static a => a.Value).OfType<IConversionOperation>().Select(HiddenBy).OfType<ITypeSymbol>());

    /// <summary>What is converted to object, whose type the serializer looks up.</summary>
    private static ITypeSymbol? HiddenBy(IConversionOperation conversion)
    {
        IOperation value = conversion;
        while (value is IConversionOperation { Type.SpecialType: SpecialType.System_Object } outer)
        {
            value = outer.Operand;
        }

        return value == conversion ? null : value.Type;
    }

    // A generated context or metadata names the types that it knows. Options may, unless they are seen to be fresh.
    private static bool KnowsTypes(IArgumentOperation argument) => argument.Parameter?.Type switch
    {
        INamedTypeSymbol { Name: "JsonTypeInfo" or "JsonSerializerContext" } => true,
        INamedTypeSymbol { Name: "JsonSerializerOptions" } => argument is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: false } && !IsFresh(argument.Value),
        _ => false,
    };

    private static bool IsFresh(IOperation options) => options switch
    {
        IConversionOperation conversion => IsFresh(conversion.Operand),
        IObjectCreationOperation { Constructor.Parameters: [] or [{ Type.TypeKind: TypeKind.Enum }] } made =>
            made.Initializer?.Initializers.Any(static i => i is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "TypeInfoResolver" } }) != true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default" or "Web" or "Strict" } property } => property.ContainingType.Name == "JsonSerializerOptions",
        IDefaultValueOperation => true,
        _ => false,
    };

    private static ITypeSymbol? DomainTypeIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => DomainTypeIn(array.ElementType),
        INamedTypeSymbol named when IsDomain(named) => named,
        INamedTypeSymbol named => named.TypeArguments.Select(DomainTypeIn).FirstOrDefault(static t => t is not null),
        _ => null,
    };

    private static bool IsDomain(INamedTypeSymbol type) =>
        type.IsMessage(MessageKind.Event)
        || type.IsMessage(MessageKind.Command)
        || type.IsContract("IEvent", 1)
        || type.IsContract("ICommand", 1)
        || type.FindAttribute("AggregateAttribute") is not null
        || type.FindAttribute("QueryAttribute") is not null;

    private static string WayOut(ITypeSymbol type) =>
        type.IsMessage(MessageKind.Command) || type.IsContract("ICommand", 1) ? "use CommandJson, or pass the JsonOptions of its module"
        : type.FindAttribute("AggregateAttribute") is not null ? "its state is read through IAggregateReader"
        : "pass the JsonOptions of its module";
}
