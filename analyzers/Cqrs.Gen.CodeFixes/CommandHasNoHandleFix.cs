using System.Collections.Immutable;
using System.Composition;
using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Writes the Handle that a command lacks. What it decides is the author's to say, so until then it throws.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CommandHasNoHandleFix : MissingMethodFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.CommandHasNoHandle];

    internal override string MethodName => "Handle";

    internal override MethodDeclarationSyntax Write(MissingMethod missing, MethodStyle style)
    {
        string command = missing.Message.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string owner = missing.Owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
            $"global::Cqrs.Gen.Decision<{owner}> Handle({command} c) => throw new global::System.NotImplementedException();")!).WithModifiers(style.Accessibility);
    }
}
