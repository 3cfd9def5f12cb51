using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Gives a method the name under which it is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MisnamedMethodFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MisnamedMethod];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model?.GetDeclaredSymbol(declaration, context.CancellationToken) is { } method
            && context.Diagnostics[0].Properties.TryGetValue(DiagnosticProperties.Name, out string? name)
            && name is not null)
        {
            Solution solution = context.Document.Project.Solution;
            context.RegisterCodeFix(
                CodeAction.Create($"Rename it to {name}", token => Renamer.RenameSymbolAsync(solution, method, default, name, token), nameof(MisnamedMethodFix)),
                context.Diagnostics);
        }
    }
}
