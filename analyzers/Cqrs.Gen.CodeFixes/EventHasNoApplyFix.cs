using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>
/// Writes the Apply that an aggregate or an exhaustive query lacks for an event: it takes over what the state has under the same name and type. Or marks an
/// event that its aggregate does not apply.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EventHasNoApplyFix : MissingMethodFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.EventHasNoApply, DiagnosticIds.QueryNotExhaustive];

    internal override string MethodName => "Apply";

    internal override Task RegisterOthersAsync(CodeFixContext context, Diagnostic diagnostic) =>
        diagnostic.Id == DiagnosticIds.EventHasNoApply ? ChangesNoState.RegisterAsync(context, diagnostic) : Task.CompletedTask;

    internal override MethodDeclarationSyntax Write(MissingMethod missing, MethodStyle style)
    {
        string e = missing.Message.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string self = missing.Aggregate.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string[] shared = [.. SharedMembers(missing)];
        string returns = style.ReturnsState ? self : "void";
        string body = (style.ReturnsState, shared.Length) switch
        {
            (true, 0) => "=> this;",
            (true, _) when missing.Aggregate.IsRecord => $"=> this with {{ {string.Join(", ", shared.Select(static m => $"{m} = e.{m}"))} }};",
            (true, _) => "=> this;",
            (false, 0) => "{ }",
            (false, 1) => $"=> {shared[0]} = e.{shared[0]};",
            _ => $"{{\n{string.Concat(shared.Select(static m => $"{m} = e.{m};\n"))}}}",
        };
        MethodDeclarationSyntax method = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"{returns} Apply({e} e) {body}")!;
        return shared.Length > 0 ? method.WithModifiers(style.Accessibility) : Undecided(method.WithModifiers(style.Accessibility));
    }

    private static MethodDeclarationSyntax Undecided(MethodDeclarationSyntax method) => method.WithLeadingTrivia(
        SyntaxFactory.Comment("// TODO: change the state, or mark the event with [Event(ChangesNoState = true)]."),
        SyntaxFactory.ElasticCarriageReturnLineFeed);

    private static IEnumerable<string> SharedMembers(MissingMethod missing) =>
        from property in missing.Message.GetMembers().OfType<IPropertySymbol>()
        where property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
        from state in missing.Aggregate.GetMembers(property.Name).OfType<IPropertySymbol>()
        where state is { IsStatic: false, SetMethod: not null } && CanTake(state.Type, property.Type)
        select property.Name;

    private static bool CanTake(ITypeSymbol state, ITypeSymbol value) =>
        SymbolEqualityComparer.Default.Equals(state, value)
        && (state.NullableAnnotation == NullableAnnotation.Annotated || value.NullableAnnotation != NullableAnnotation.Annotated);
}
