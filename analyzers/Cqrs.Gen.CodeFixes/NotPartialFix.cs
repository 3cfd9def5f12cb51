using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Makes an aggregate, a query or the type around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NotPartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NotPartial];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Make it partial", _ => Task.FromResult(MakePartial(context.Document, root, declaration)), nameof(NotPartialFix)),
                context.Diagnostics);
        }
    }

    private static Document MakePartial(Document document, SyntaxNode root, TypeDeclarationSyntax declaration)
    {
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode partial = generator.WithModifiers(declaration, generator.GetModifiers(declaration).WithPartial(true));
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, partial));
    }
}
