using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Marks an event that lacks an Apply as one that changes no state.</summary>
internal static class ChangesNoState
{
    /// <summary>Offers the mark where the event is declared; an event of another assembly is reported at its aggregate, and cannot be marked there.</summary>
    public static async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && model?.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
            && diagnostic.Properties.TryGetValue(DiagnosticProperties.Message, out string? message)
            && type.GetDocumentationCommentId() == message)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Mark {type.Name} as changing no state",
                    _ => Task.FromResult(Mark(context.Document, root, declaration)),
                    nameof(ChangesNoState)),
                diagnostic);
        }
    }

    private static Document Mark(Document document, SyntaxNode root, TypeDeclarationSyntax declaration)
    {
        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals("ChangesNoState"), null, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        AttributeSyntax? existing = declaration.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(static a => a.Name.ToString() is "Event" or "EventAttribute");
        if (existing is not null)
        {
            return document.WithSyntaxRoot(root.ReplaceNode(existing, existing.AddArgumentListArguments(argument)));
        }

        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::Cqrs.Gen.Event"))
            .AddArgumentListArguments(argument)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, generator.AddAttributes(declaration, attribute)));
    }
}
