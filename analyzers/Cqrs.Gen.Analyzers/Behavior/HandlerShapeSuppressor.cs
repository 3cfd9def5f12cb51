using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Keeps general advice away from Handle and Apply methods, whose shape has a meaning: a static Handle creates its aggregate, and an event is a parameter
/// even if the state needs nothing of it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerShapeSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor MarkAsStatic = new("CQGS0001", "CA1822", "A static Handle is one that creates its aggregate.");
    private static readonly SuppressionDescriptor UnusedParameter = new("CQGS0002", "IDE0060", "The parameter says which command or event the method is for.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [MarkAsStatic, UnusedParameter];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.Text: "Handle" or "Apply" or "Key" } method
                && context.GetSemanticModel(tree).GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
                && (symbol.ContainingType.FindAttribute("AggregateAttribute") ?? symbol.ContainingType.FindAttribute("QueryAttribute")) is not null)
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == MarkAsStatic.SuppressedDiagnosticId ? MarkAsStatic : UnusedParameter, diagnostic));
            }
        }
    }
}
