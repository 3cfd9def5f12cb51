using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>A type of the user's under the name of the generated module, of which the compiler only says that it is there twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.ModuleNameTaken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.ContainingType is not null || !HasGeneratedNamesake(type, context.CancellationToken))
        {
            return;
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences.Where(static r => !IsGenerated(r)))
        {
            // A partial class is the user's own half of the module.
            if (reference.GetSyntax(context.CancellationToken) is BaseTypeDeclarationSyntax declaration
                && !(declaration is ClassDeclarationSyntax && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ModuleNameTaken, declaration.Identifier.GetLocation(), type.ShortName()));
            }
        }
    }

    private static bool HasGeneratedNamesake(INamedTypeSymbol type, CancellationToken cancellationToken) => type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity)
        .Where(static namesake => namesake.Interfaces.Any(static i => i.IsContract("IModule")))
        .SelectMany(static namesake => namesake.DeclaringSyntaxReferences)
        .Any(reference => IsGenerated(reference) && reference.GetSyntax(cancellationToken) is ClassDeclarationSyntax { BaseList: not null });

    private static bool IsGenerated(SyntaxReference reference) => reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}
