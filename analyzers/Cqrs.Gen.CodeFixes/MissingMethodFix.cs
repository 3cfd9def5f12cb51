using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Writes a method that an aggregate lacks, after those of its name.</summary>
public abstract class MissingMethodFix : CodeFixProvider
{
    private protected MissingMethodFix()
    {
    }

    internal abstract string MethodName { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new MissingMethodFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (compilation is not null && MissingMethod.Of(diagnostic, compilation) is { } missing)
            {
                // What is registered first is what a tool applies that cannot ask.
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write {MethodName}({missing.Message.Name}) in {missing.Aggregate.Name}",
                        token => WriteAsync(context.Document.Project.Solution, context.Document.Project.Id, [diagnostic], token),
                        GetType().Name),
                    diagnostic);
                await RegisterOthersAsync(context, diagnostic).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers what else could be done.</summary>
    internal virtual Task RegisterOthersAsync(CodeFixContext context, Diagnostic diagnostic) => Task.CompletedTask;

    internal abstract MethodDeclarationSyntax Write(MissingMethod missing, MethodStyle style);

    /// <summary>Writes the methods that diagnostics of one project ask for.</summary>
    internal async Task<Solution> WriteAsync(Solution solution, ProjectId project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        Compilation? compilation = await solution.GetProject(project)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null)
        {
            return solution;
        }

        IEnumerable<IGrouping<INamedTypeSymbol, MissingMethod>> byAggregate = diagnostics
            .Select(d => MissingMethod.Of(d, compilation))
            .OfType<MissingMethod>()
            .GroupBy(static m => m.Aggregate, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
        foreach (IGrouping<INamedTypeSymbol, MissingMethod> missing in byAggregate)
        {
            solution = await AggregateEditor.AddAsync(
                solution,
                missing.Key,
                MethodName,
                style => missing
                    .OrderBy(static m => m.Message.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
                    .ThenBy(static m => m.Message.Locations[0].SourceSpan.Start)
                    .Select(m => Write(m, style)),
                cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
