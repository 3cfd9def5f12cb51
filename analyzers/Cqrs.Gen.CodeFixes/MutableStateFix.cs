using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Makes the setter of a state's property private.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableStateFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MutableState];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // Whoever makes the object must be able to set a required property; whether Apply sets it too is the author's to say.
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property
            && !property.Modifiers.Any(SyntaxKind.RequiredKeyword)
            && Setters.FreeOf(property, model, context.CancellationToken) is { } setter)
        {
            SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space);
            AccessorDeclarationSyntax hidden = setter.WithoutLeadingTrivia()
                .WithModifiers(SyntaxFactory.TokenList(keyword))
                .WithLeadingTrivia(setter.GetLeadingTrivia());
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Make the setter private",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(setter, hidden))),
                    nameof(MutableStateFix)),
                context.Diagnostics);
        }
    }
}
