using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>A decision, a user error or an event that is made and then forgotten, anywhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedDecisionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.DroppedDecision];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IOperation value = ((IExpressionStatementOperation)context.Operation).Operation;

        // A lambda that returns nothing is a statement too, but one that its author did not write as such.
        if (context.Operation.Syntax is ExpressionStatementSyntax
            && value is IInvocationOperation or IAwaitOperation or IObjectCreationOperation
            && value.Type is { } type
            && (value is IObjectCreationOperation ? NameOfNew(type) : Name(type)) is { } what)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.DroppedDecision, value.Syntax.GetLocation(), what));
        }
    }

    private static string? NameOfNew(ITypeSymbol type) => type.IsMessage(MessageKind.Event) ? $"event '{type.ShortName()}'" : null;

    private static string? Name(ITypeSymbol type)
    {
        if (type.IsSystem("Task", 1, "System", "Threading", "Tasks") || type.IsSystem("ValueTask", 1, "System", "Threading", "Tasks"))
        {
            return Name(((INamedTypeSymbol)type).TypeArguments[0]);
        }

        return type.IsContract("Decision") || type.IsContract("Decision", 1) ? "decision"
            : type.IsContract("UserError") ? "user error"
            : null;
    }
}
