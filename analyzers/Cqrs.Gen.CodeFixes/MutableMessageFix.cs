using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Turns a setter of an event or command into an init accessor, or makes a record struct read-only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableMessageFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MutableMessage];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        SyntaxNode? culprit = root?.FindNode(context.Span);
        (string Title, SyntaxNode Old, SyntaxNode New)? change = culprit switch
        {
            PropertyDeclarationSyntax property when Setters.FreeOf(property, model, context.CancellationToken) is { } setter => ("Make the setter init", setter, Init(setter)),
            RecordDeclarationSyntax record => ("Make it a readonly record struct", record, ReadOnly(record, context.Document)),
            _ => null,
        };
        if (change is { } known)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    known.Title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(known.Old, known.New))),
                    nameof(MutableMessageFix)),
                context.Diagnostics);
        }
    }

    private static AccessorDeclarationSyntax Init(AccessorDeclarationSyntax setter) =>
        SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration, setter.AttributeLists, setter.Modifiers, setter.Body, setter.ExpressionBody)
            .WithKeyword(SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword))
            .WithSemicolonToken(setter.SemicolonToken);

    private static SyntaxNode ReadOnly(RecordDeclarationSyntax record, Document document)
    {
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        return generator.WithModifiers(record, generator.GetModifiers(record).WithIsReadOnly(true));
    }
}
