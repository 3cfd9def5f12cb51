using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Writes the name under which a type is stored into its attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameNotPinnedFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NameNotPinned];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        ImmutableDictionary<string, string?> properties = context.Diagnostics[0].Properties;
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && properties.TryGetValue(DiagnosticProperties.Name, out string? name)
            && properties.TryGetValue(DiagnosticProperties.Attribute, out string? attribute))
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Pin the name \"{name}\"", _ => Task.FromResult(Pin(context.Document, root, declaration, attribute!, name!)), nameof(NameNotPinnedFix)),
                context.Diagnostics);
        }
    }

    private static Document Pin(Document document, SyntaxNode root, TypeDeclarationSyntax declaration, string attribute, string name)
    {
        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)));
        AttributeSyntax? existing = declaration.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(a => IsNamed(a, attribute));
        if (existing is null)
        {
            SyntaxNode added = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::Cqrs.Gen." + attribute))
                .AddArgumentListArguments(argument)
                .WithAdditionalAnnotations(Simplifier.Annotation);
            return document.WithSyntaxRoot(root.ReplaceNode(declaration, SyntaxGenerator.GetGenerator(document).AddAttributes(declaration, added)));
        }

        AttributeArgumentListSyntax arguments = existing.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        return document.WithSyntaxRoot(root.ReplaceNode(existing, existing.WithArgumentList(arguments.WithArguments(arguments.Arguments.Insert(0, argument)))));
    }

    private static bool IsNamed(AttributeSyntax attribute, string name)
    {
        string last = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.Text : attribute.Name.ToString();
        return last == name || last == name + "Attribute";
    }
}
